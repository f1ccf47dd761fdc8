//! What word processors and web pages leave in a text that is pasted from them.

use super::{Both, Check, Field, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};
use std::ops::Range;

messages! {
    /// «[bookmark: _GoBack]»
    LEFTOVER = "leftovers", Warning,
        ru: "`{text}` – след другой программы, он попадёт в документ", en: "`{text}` was left by another program and would be printed",
        hint_ru: "удалите эти знаки", hint_en: "delete these characters";
    /// A sign that changes the direction of writing, or one of no width, between words.
    CONTROL = "leftovers", Warning,
        ru: "здесь невидимый знак {what}: он попадёт в документ", en: "there is an invisible character here, {what}: it would go into the document",
        hint_ru: "удалите его или исправьте командой `avgust check --fix`", hint_en: "delete it, or correct it with `avgust check --fix`";
    /// A bullet of the fonts Symbol and Wingdings, or the hollow one, the letter «o».
    BULLET = "leftovers", Warning,
        ru: "в начале строки – знак списка из Word ({code})", en: "the line begins with a list's mark from Word ({code})",
        hint_ru: "напишите вместо него «–» или исправьте командой `avgust check --fix`",
        hint_en: "write «–» in its place, or correct it with `avgust check --fix`";
    /// A soft hyphen, a letter of two parts.
    INVISIBLE = "leftovers", Warning,
        ru: "в слове «{text}» невидимый знак: {what}", en: "the word “{text}” has an invisible character: {what}",
        hint_ru: "наберите слово заново или исправьте командой `avgust check --fix`", hint_en: "type the word anew, or correct it with `avgust check --fix`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "leftovers",
    severity: Severity::Warning,
    title: Both {
        ru: "Следы текстового редактора", en: "Leftovers of a word processor"
    },
    about: Both {
        ru: "Закладки («_GoBack», «[bookmark: …]»), ошибки полей («Ошибка! Источник ссылки не найден.»), знаки веб-страниц («&nbsp;»), мягкие \
             переносы, знаки нулевой ширины и знаки направления письма (U+202E и подобные), «ё» и «й» из двух частей, кружки списков из шрифтов Symbol и Wingdings и латинская «o» вместо кружка в начале строки. Невидимое, кружки и «&nbsp;» исправляется само.",
        en: "Bookmarks, errors of fields, entities of web pages, soft hyphens, characters of no width and of direction (U+202E and its like), ё and й made \
             of two parts, bullets of the fonts Symbol and Wingdings, and the Latin «o» for a bullet. What is invisible, and «&nbsp;», can be corrected automatically.",
    },
    example: Both {
        ru: "[bookmark: _GoBack]Сохранить уровень → Сохранить уровень",
        en: "[bookmark: _GoBack]Сохранить уровень → Сохранить уровень",
    },
    source: Both { ru: "практика", en: "practice" },
    messages: ALL,
    run,
};

/// What is printed though nobody wrote it.
const MARKS: &[&str] = &[
    "_GoBack",
    TOC,
    REFERENCE,
    LINK,
    "{ HYPERLINK",
    "Error! Reference source not found",
    "Error! Bookmark not defined",
    "Ошибка! Источник ссылки не найден.",
    "Ошибка! Закладка не определена.",
    "&nbsp;",
    "&amp;",
    "&quot;",
    "&laquo;",
    "&raquo;",
    "&ndash;",
    "&mdash;",
    "&#160;",
    "&shy;",
    "<br>",
    "<br/>",
    "</p>",
    "</span>",
    "\u{fffd}",
];

/// What the marks begin with.
const FIRST: [char; 7] = ['_', '{', 'E', 'О', '&', '<', '\u{fffd}'];

/// What Word's own bookmarks begin with; digits follow.
const TOC: &str = "_Toc";
const REFERENCE: &str = "_Ref";
const LINK: &str = "_Hlk";

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in &view.fields {
        let text = field.source.as_str();
        marks(view, field, text, findings);
        bullets(view, field, text, findings);
        if text.contains(is_invisible) {
            invisible(view, field, text, findings);
        }
    }
}

fn marks(view: &View<'_>, field: &Field<'_>, text: &str, findings: &mut Findings) {
    let bookmarks = text
        .match_indices("[bookmark:")
        .map(|(at, _)| at..text[at..].find(']').map_or(text.len(), |end| at + end + 1));
    let mut found: Vec<Range<usize>> = bookmarks.collect();
    for (at, _) in text.match_indices(FIRST) {
        let mark = MARKS.iter().find(|mark| text[at..].starts_with(**mark));
        let place = mark.and_then(|mark| end(text, at, mark)).map(|end| at..end);
        let is_new = |place: &Range<usize>| {
            !found.iter().any(|other| other.start <= place.start && place.end <= other.end)
        };
        let place = place.filter(is_new);
        found.extend(place);
    }
    found.sort_by_key(|place| place.start);
    for place in found {
        let written = &text[place.clone()];
        let finding = Finding::new(&LEFTOVER).arg("text", written).at(field.at(place.clone()));
        findings.push(match written {
            "&nbsp;" | "&#160;" => field.mend(view, finding, place, "\u{a0}"),
            _ => finding,
        });
    }
}

/// Marks of lists that word processors draw with fonts of their own, or with the Latin «o».
fn bullets(view: &View<'_>, field: &Field<'_>, text: &str, findings: &mut Findings) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        let before = text[..at].trim_end();
        at += line.len();
        let Some(sign) = text[start..at].chars().next() else { continue };
        let rest = &text[start + sign.len_utf8()..at];
        let of_list = before.is_empty() || before.ends_with([':', ';', ',', '.']);
        let hollow = sign == 'o' && of_list && rest.starts_with(['\t', ' ', '\u{a0}']);
        if !hollow && !matches!(sign, '\u{f000}'..='\u{f0ff}') {
            continue;
        }
        let code = if hollow { "«o»".to_owned() } else { format!("U+{:04X}", u32::from(sign)) };
        let place = start..start + sign.len_utf8();
        let finding = Finding::new(&BULLET).arg("code", code).at(field.at(place.clone()));
        findings.push(field.mend(view, finding, place, "–"));
    }
}

/// The end of a mark that begins at `at`; a bookmark of Word's ends with digits: `_Toc12345678`.
fn end(text: &str, at: usize, mark: &str) -> Option<usize> {
    let end = at + mark.len();
    if ![TOC, REFERENCE, LINK].contains(&mark) {
        return Some(end);
    }
    let digits = text.get(end..)?.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then_some(end + digits)
}

fn is_invisible(c: char) -> bool {
    is_control(c)
        || matches!(
            c,
            '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{306}' | '\u{308}'
        )
}

/// Signs that say in which direction is written (UAX 9), and others that nobody types.
fn is_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}' | '\u{61c}' | '\u{180e}')
}

/// A sign by its code and its name in Unicode.
fn named(c: char) -> String {
    let name = match c {
        '\u{200e}' => "LEFT-TO-RIGHT MARK",
        '\u{200f}' => "RIGHT-TO-LEFT MARK",
        '\u{61c}' => "ARABIC LETTER MARK",
        '\u{202a}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202b}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202c}' => "POP DIRECTIONAL FORMATTING",
        '\u{202d}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202e}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "FIRST STRONG ISOLATE",
        '\u{2069}' => "POP DIRECTIONAL ISOLATE",
        '\u{200b}' => "ZERO WIDTH SPACE",
        '\u{200c}' => "ZERO WIDTH NON-JOINER",
        '\u{200d}' => "ZERO WIDTH JOINER",
        '\u{2060}' => "WORD JOINER",
        '\u{feff}' => "ZERO WIDTH NO-BREAK SPACE",
        '\u{ad}' => "SOFT HYPHEN",
        _ => return format!("U+{:04X}", u32::from(c)),
    };
    format!("U+{:04X} {name}", u32::from(c))
}

fn invisible(view: &View<'_>, field: &Field<'_>, text: &str, findings: &mut Findings) {
    let mut end = 0;
    for (at, _) in text.match_indices(is_invisible) {
        if at < end {
            continue;
        }
        let inside = |c: char| c.is_alphanumeric() || is_invisible(c);
        let start = text[..at].len() - (text[..at].len() - text[..at].trim_end_matches(inside).len());
        end = text.len() - text[at..].trim_start_matches(inside).len();
        let word = &text[start..end];
        let Some((right, what)) = visible(word) else { continue };
        if let Some(control) = word.chars().find(|&c| is_control(c) || right.is_empty()) {
            let finding = Finding::new(&CONTROL).arg("what", named(control)).at(field.at(start..end));
            findings.push(field.mend(view, finding, start..end, &right));
            continue;
        }
        let finding =
            Finding::new(&INVISIBLE).arg("text", right.as_str()).arg("what", what).at(field.at(start..end));
        findings.push(field.mend(view, finding, start..end, &right));
    }
}

/// The word without what is not seen, and what that was; `None` where an accent stands on a
/// letter that has no sign of its own.
fn visible(word: &str) -> Option<(String, (&'static str, &'static str))> {
    let mut right = String::with_capacity(word.len());
    let mut what = ("знак нулевой ширины", "a character of no width");
    for c in word.chars() {
        let joined = match (right.chars().next_back(), c) {
            (Some('е'), '\u{308}') => Some('ё'),
            (Some('Е'), '\u{308}') => Some('Ё'),
            (Some('и'), '\u{306}') => Some('й'),
            (Some('И'), '\u{306}') => Some('Й'),
            (_, '\u{306}' | '\u{308}') => return None,
            _ => None,
        };
        match joined {
            Some(letter) => {
                right.pop();
                right.push(letter);
                what = ("буква из двух частей", "a letter of two parts");
            }
            None if c == '\u{ad}' => what = ("мягкий перенос", "a soft hyphen"),
            None if is_invisible(c) => {}
            None => right.push(c),
        }
    }
    Some((right, what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_looked_for() {
        assert!(MARKS.iter().all(|mark| mark.starts_with(FIRST)));
    }

    #[test]
    fn a_sign_of_direction_is_named_by_code_and_name() {
        for c in "\u{202a}\u{202e}\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}".chars() {
            assert!(is_invisible(c) && named(c).contains(' '), "{c:?}");
        }
        assert_eq!(named('\u{202e}'), "U+202E RIGHT-TO-LEFT OVERRIDE");
        assert_eq!(named('\u{206a}'), "U+206A");
    }
}
