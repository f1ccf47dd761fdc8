//! Where sentences begin: a page of a speech turns there.

/// The byte offsets at which sentences begin, the first one's left out: after `.`, `!`, `?` or
/// `…`, closing marks and a space, where a capital letter, a figure or an opening mark follows.
///
/// A full stop after an initial (`В. В. Петров`) or after a word that is shortened before a name
/// or a figure (`г. Кировск`, `им. Пушкина`, `ст. 28`) ends none. What stands between `{{` and
/// `}}` is one word.
pub fn starts(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(STOPS) {
        let stop = at + offset;
        let Some(behind) = behind_call(text, at, stop) else {
            let (end, next) = after_stop(text, stop);
            if next > end && begins(&text[next..]) && ends(&text[..stop], &text[stop..end]) {
                found.push(next);
            }
            at = end;
            continue;
        };
        at = behind;
    }
    found
}

/// The text up to the end of its first sentence.
pub fn first(text: &str) -> &str {
    let end = starts(text).first().copied().unwrap_or(text.len());
    text[..end].trim_end()
}

/// Whether a text ends as sentences do; a colon promises more, but a reader stops there too.
pub fn is_whole(text: &str) -> bool {
    text.trim_end().trim_end_matches(CLOSING).ends_with(['.', '!', '?', '…', ':', ';'])
}

/// The punctuation that ends a text: `.`, `:`, `;` or `,`. The full stop of a shortened word is part of
/// the word (`в 2017 г.`, `5 руб.`), and of dots none is taken.
pub fn final_mark(text: &str) -> Option<char> {
    let text = text.trim_end();
    let mark = text.chars().next_back().filter(|mark| matches!(mark, '.' | ':' | ';' | ','))?;
    let before = &text[..text.len() - 1];
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let units = ["руб", "коп", "тыс", "чел", "экз", "шт"];
    let shortened = word.chars().count() == 1 || [&SHORTENED[..], &units].concat().contains(&word.as_str());
    (mark != '.' || !(shortened || before.ends_with('.'))).then_some(mark)
}

/// Whether `after` begins with a full stop that is printed already: of «5 тыс. руб.» and the stop
/// of its sentence one is left. Dots of an ellipsis stay.
pub fn repeats_stop(before: &str, after: &str) -> bool {
    let one = |stop: bool, two: bool| stop && !two;
    one(before.ends_with('.'), before.ends_with("..")) && one(after.starts_with('.'), after.starts_with(".."))
}

const STOPS: [char; 4] = ['.', '!', '?', '…'];
const CLOSING: [char; 7] = ['»', '”', '“', '"', ')', ']', '*'];
const OPENING: [char; 8] = ['«', '„', '“', '"', '(', '[', '*', '{'];

/// Words that are shortened before a name or a figure.
const SHORTENED: [&str; 28] = [
    "г", "гг", "ул", "им", "пос", "п", "пп", "ст", "стр", "с", "д", "кв", "гл", "рис", "табл", "см", "тел",
    "т", "акад", "проф", "обл", "р", "оз", "ср", "др", "св", "ч", "корп",
];

/// Where the call ends in which a stop stands, if it stands in one that begins at `from` or later.
fn behind_call(text: &str, from: usize, stop: usize) -> Option<usize> {
    let open = from + text[from..stop].rfind("{{")?;
    if text[open..stop].contains("}}") {
        return None;
    }
    text[stop..].find("}}").map(|close| stop + close + 2)
}

/// Where the stops and closing marks end, and where the spaces after them do; a no-break space
/// holds a sentence together.
fn after_stop(text: &str, stop: usize) -> (usize, usize) {
    let rest = &text[stop..];
    let end = stop + rest.len() - rest.trim_start_matches(STOPS).trim_start_matches(CLOSING).len();
    let spaces = &text[end..];
    (end, end + spaces.len() - spaces.trim_start_matches([' ', '\n', '\t']).len())
}

fn begins(text: &str) -> bool {
    let letter = text.trim_start_matches(OPENING).chars().next();
    let opened = text.starts_with(OPENING);
    letter.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '–' | '—') || opened)
}

/// Whether a stop after `before` ends a sentence.
fn ends(before: &str, stop: &str) -> bool {
    if !stop.starts_with('.') || stop.starts_with("..") {
        return true;
    }
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let ahead = before[..before.len() - word.len()].trim_end();
    let letters = word.chars().count();
    let initial = letters == 1 && word.chars().all(char::is_uppercase);
    // «в 2017 г.», «и т. д.» and «и др.» may end a sentence, «г. Кировск» does not.
    let counted = ahead.ends_with(|c: char| c.is_ascii_digit())
        || ahead.ends_with(" т.")
        || (word == "др" && ahead.ends_with(" и"));
    let shortened = SHORTENED.contains(&word.to_lowercase().as_str()) && !counted;
    !(initial || shortened)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let mut from = 0;
        let mut found = Vec::new();
        for at in starts(text) {
            found.push(text[from..at].trim_end());
            from = at;
        }
        found.push(&text[from..]);
        found
    }

    #[test]
    fn a_final_mark_is_none_of_a_shortened_words() {
        let of = |text| final_mark(text).map_or(String::new(), String::from);
        let texts = [
            "Утвердить план.",
            "Утвердить:\n",
            "план (приложение);",
            "план",
            "в 2017 г.",
            "5 руб.",
            "и т. д.",
            "…",
        ];
        assert_eq!(texts.map(of), [".", ":", ";", "", "", "", "", ""]);
        assert_eq!(of("и так далее..."), "");
    }

    #[test]
    fn a_sentence_begins_after_a_stop_and_a_space() {
        let text = "Уважаемые коллеги! Год прошёл. «Что дальше?» 24 школы ждут… И мы.";
        assert_eq!(
            sentences(text),
            ["Уважаемые коллеги!", "Год прошёл.", "«Что дальше?»", "24 школы ждут…", "И мы."]
        );
    }

    #[test]
    fn shortened_words_and_initials_end_none() {
        for text in [
            "Речь В. В. Петрова в г. Кировске на ул. Ленина.",
            "Школа им. Пушкина, см. рис. 2 и ст. 28 закона.",
            "По 500 тыс. руб. на школу, с 01.09. открыта группа.",
            "Доля {{доля а \"б. В. Г\"}} выросла. ",
            "Сумма 1.5 и 2.0 млн",
        ] {
            assert_eq!(starts(text), Vec::<usize>::new(), "{text}");
        }
    }

    #[test]
    fn a_year_may_end_a_sentence() {
        assert_eq!(
            sentences("Открыта в 2017 г. На ней 5 групп и т. д. Дальше."),
            ["Открыта в 2017 г.", "На ней 5 групп и т. д.", "Дальше."]
        );
    }

    #[test]
    fn the_first_sentence_is_cut_off() {
        assert_eq!(first("Сделано. Впереди больше."), "Сделано.");
        assert_eq!(first("Без точки"), "Без точки");
        assert!(is_whole("сказал он («да!»)") && !is_whole("достижение,"));
    }
}
