//! No-break spaces, and the folding under which two spellings of a name are one.

use super::months;
use std::ops::Range;

/// Byte offsets of the spaces (U+0020) of `text` that must not break.
///
/// A space must not break after `№`, `§`, `ст.`, `п.`, `пп.`; between a number and `г.`,
/// `гг.`, `тыс.`, `млн`, `млрд`, `руб.`, `чел.`, and between these; between a number and a noun of
/// time or unit (`2017 года`, `20 минут`, `III квартал`); between what is numbered and its number
/// (`пункту 6.1`, `слайд 5`); before `%`;
/// inside a number (`3 263`); between initials and surname; between day and month; after one- and two-letter
/// prepositions and conjunctions; before a dash that stands between spaces, and after one that
/// begins the text.
pub fn no_break_positions(text: &str) -> Vec<usize> {
    let words = words(text);
    let mut positions = Vec::new();
    for (index, pair) in words.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let gap = before.end..after.start;
        let breakable = gap.clone().filter(|&at| text.as_bytes().get(at) == Some(&b' '));
        let only_spaces = text[gap].chars().all(|c| matches!(c, ' ' | '\u{a0}'));
        let (before, after) = (&text[before.clone()], &text[after.clone()]);
        // A dash that begins a paragraph is the mark of a list that the author typed.
        let mark = index == 0 && matches!(before, "—" | "–" | "-" | "•" | "·");
        if only_spaces && (mark || holds_together(before, after)) {
            positions.extend(breakable);
        }
    }
    positions
}

/// `text` with those spaces as U+00A0; no other character changes.
pub fn no_break(text: &str) -> String {
    let positions = no_break_positions(text);
    let mut next = positions.iter().peekable();
    let mut out = String::with_capacity(text.len() + positions.len());
    for (at, c) in text.char_indices() {
        out.push(if next.next_if_eq(&&at).is_some() { '\u{a0}' } else { c });
    }
    out
}

/// The runs of characters between white space.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_whitespace(), start) {
            (true, Some(begin)) => {
                words.push(begin..at);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    words.extend(start.map(|begin| begin..text.len()));
    words
}

fn holds_together(before: &str, after: &str) -> bool {
    may_hold(before.as_bytes(), after.as_bytes()) && holds(before, after)
}

/// Tells most pairs of words apart by a look at their ends: long words without a digit, a point or a
/// sign that is not a letter. What it lets pass is looked at closely.
fn may_hold(before: &[u8], after: &[u8]) -> bool {
    // The first bytes of №, §, dashes and quotation marks; letters have others.
    let sign = |byte: u8| byte.is_ascii_punctuation() || matches!(byte, 0xC2 | 0xE2);
    let (Some(&first), Some(&last), Some(&next)) = (before.first(), before.last(), after.first()) else {
        return true;
    };
    before.len() <= LONGEST_SCALE
        || sign(first)
        || first.is_ascii()
        || sign(next)
        || next.is_ascii_digit()
        || last.is_ascii()
        || before.ends_with("№".as_bytes())
        || before.ends_with("§".as_bytes())
        || after.contains(&b'.')
}

fn holds(before: &str, after: &str) -> bool {
    // Opening and closing marks belong to the sentence, not to the word.
    let opened = before.trim_start_matches(OPENING);
    let closed = after.trim_end_matches(CLOSING);
    binds_to_the_next(opened)
        || (matches!(after, "—" | "–") && !matches!(before, "—" | "–"))
        || counted(opened, after)
        || numbered(opened, after)
        || number_goes_on(opened, after)
        || name(opened, closed)
        || day_and_month(opened, closed)
}

const OPENING: [char; 7] = ['(', '[', '«', '„', '“', '"', '*'];
const CLOSING: [char; 12] = [')', ']', '»', '“', '”', '"', ',', ';', ':', '!', '?', '*'];

/// Signs, abbreviations and little words that never end a line.
fn binds_to_the_next(word: &str) -> bool {
    if word.ends_with(['№', '§']) {
        return true;
    }
    // Most words are longer, and a small letter is made of each.
    word.len() <= LONGEST_LITTLE_WORD && LITTLE_WORDS.iter().any(|little| is_same(little, word))
}

/// Whether a word is the little one, with a capital perhaps.
fn is_same(little: &str, word: &str) -> bool {
    little.len() == word.len() && (little == word || word.to_lowercase() == little)
}

/// In bytes: two letters and a full stop.
const LONGEST_LITTLE_WORD: usize = 5;
/// In bytes: «млрд».
const LONGEST_SCALE: usize = 8;

const LITTLE_WORDS: &[&str] = &[
    "ст.", "п.", "пп.", // references
    "в", "к", "о", "с", "у", "во", "до", "за", "из", "ко", "на", "об", "от", "по", "со", // prepositions
    "а", "и", "да", "но", // conjunctions
];

/// `5 %`, `2018 г.`, `500 тыс. руб.`
fn counted(before: &str, after: &str) -> bool {
    if after.starts_with('%') {
        return true;
    }
    let number = before.ends_with(|c: char| c.is_ascii_digit());
    let scale = before.len() <= LONGEST_SCALE && ["тыс.", "млн", "млрд", "трлн"].contains(&before);
    let starts = |units: &[&str]| units.iter().any(|unit| begins_with_unit(after, unit));
    (number && starts(&["г.", "гг.", "тыс.", "млн", "млрд", "трлн", "руб.", "чел."]))
        || (scale && starts(&["руб", "чел."]))
        || (number && NOUNS.contains(&bare_word(after).as_str()))
        || (roman(before) && ["квартал", "полугоди", "век"].iter().any(|word| after.starts_with(word)))
}

/// `пункту 6.1`, `приложение № 2`, `таблицей 3`. A number may begin a line after a dash: «на
/// дошкольное – 38,1 %» in one piece leaves a justified line before it half empty.
fn numbered(before: &str, after: &str) -> bool {
    if !after.starts_with(|c: char| c.is_ascii_digit() || c == '№') {
        return false;
    }
    let word = before.to_lowercase();
    NUMBERED.iter().any(|stem| word.starts_with(stem)) && bare_word(&word).len() + 1 >= word.len()
}

/// What has a number behind it: the beginnings of its cases.
const NUMBERED: [&str; 10] =
    ["пункт", "подпункт", "приложени", "таблиц", "рисун", "слайд", "стать", "лист", "табл.", "рис."];

/// Nouns of time and unit that stay with their number: `2017 года`, `20 минут`.
const NOUNS: [&str; 48] = [
    "год",
    "года",
    "году",
    "годом",
    "годы",
    "годов",
    "годам",
    "годах",
    "лет",
    "день",
    "дня",
    "дней",
    "дни",
    "неделя",
    "недели",
    "неделю",
    "недель",
    "месяц",
    "месяца",
    "месяцев",
    "квартал",
    "квартала",
    "час",
    "часа",
    "часов",
    "минута",
    "минуты",
    "минуту",
    "минут",
    "секунд",
    "человек",
    "человека",
    "рубль",
    "рубля",
    "рублей",
    "копеек",
    "процент",
    "процента",
    "процентов",
    "балл",
    "балла",
    "баллов",
    "км",
    "м",
    "га",
    "кг",
    "шт",
    "ед",
];

/// A word without the marks behind it.
fn bare_word(word: &str) -> String {
    word.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase()
}

/// `I`, `III`, `XXI`.
fn roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Whether `word` is the unit, perhaps with more punctuation behind it.
fn begins_with_unit(word: &str, unit: &str) -> bool {
    word.strip_prefix(unit).is_some_and(|rest| unit == "руб" || !rest.starts_with(char::is_alphanumeric))
}

/// `38 569 440`: one to three digits, then exactly three.
fn number_goes_on(before: &str, after: &str) -> bool {
    let first = before.trim_start_matches(['-', '−', '+', '±']);
    let group = after.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    (1..=3).contains(&first.len()) && first.chars().all(|c| c.is_ascii_digit()) && group.len() == 3
}

/// `И. И. Иванов`, `И.И. Иванов`, `Иванов И.И.`, `Иванов И. И.`
fn name(before: &str, after: &str) -> bool {
    let follows = initials(before) && (initials(after) || surname(after));
    follows || (surname(before) && initials(after) && before.chars().all(|c| c.is_alphabetic() || c == '-'))
}

/// `И.` or `И.И.`
fn initials(word: &str) -> bool {
    let initial = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.as_str() == "."
    };
    // Most words are none; their letters need not be gone through.
    word.ends_with('.') && word.split_inclusive('.').count() <= 3 && word.split_inclusive('.').all(initial)
}

/// A capital letter, then small ones.
fn surname(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

/// `28 августа`, `«28» августа`
fn day_and_month(before: &str, after: &str) -> bool {
    let day = before.trim_end_matches(['»', '"', '“', '”']);
    let is_day = day.len() <= 2 && day.parse().is_ok_and(|day: u32| (1..=31).contains(&day));
    let month = || after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    is_day && months::number_of_genitive(month()).is_some()
}

/// Whether a text begins with one of the words, whole: «всего», «всего школ», not «всегородской».
/// Both are [folded](fold).
pub fn begins_with(text: &str, words: &[&str]) -> bool {
    let whole =
        |word: &&str| text.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    words.iter().any(whole)
}

/// The spelling under which names are compared: small letters, е for ё, one space for any run
/// of white space and line breaks, one kind of dash and of quotation mark, no spaces around
/// dashes and `/`; soft hyphens and zero-width characters go.
pub fn fold(text: &str) -> String {
    let mut folded = Folded { out: String::with_capacity(text.len()), gap: false };
    for c in text.chars() {
        match c {
            // Nearly all that is folded; the rules of capitals need not be asked.
            'а'..='я' | 'a'..='z' | '0'..='9' => folded.push(c),
            _ => c.to_lowercase().for_each(|c| folded.take(c)),
        }
    }
    folded.out
}

/// A text that is being folded.
struct Folded {
    out: String,
    /// White space was met and not yet written.
    gap: bool,
}

impl Folded {
    fn take(&mut self, c: char) {
        match c {
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}' => {}
            // Some systems write й and ё as a letter and a mark.
            '\u{308}' if !self.gap && self.out.ends_with('е') => {}
            '\u{306}' if !self.gap && self.out.ends_with('и') => {
                self.out.pop();
                self.push('й');
            }
            'ё' => self.push('е'),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => self.push('-'),
            '«' | '»' | '„' | '“' | '”' | '‟' | '‹' | '›' | '‘' | '’' | '‚' | '\'' => {
                self.push('"')
            }
            c if c.is_whitespace() => self.gap = true,
            c => self.push(c),
        }
    }

    fn push(&mut self, c: char) {
        if self.gap && !matches!(c, '-' | '/') && !self.out.is_empty() && !self.out.ends_with(['-', '/']) {
            self.out.push(' ');
        }
        self.gap = false;
        self.out.push(c);
    }
}

/// Words on one line: single spaces between them, none around them.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `_` shows a no-break space.
    fn shown(text: &str) -> String {
        no_break(text).replace('\u{a0}', "_")
    }

    #[test]
    fn spaces_hold_where_the_rules_say() {
        let cases = [
            ("согласно пункту 6.1", "согласно пункту_6.1"),
            ("пунктом 4 приложения № 2", "пунктом_4 приложения_№_2"),
            ("(приложение 2)", "(приложение_2)"),
            ("в таблице 3, на слайдах 5 и 6", "в_таблице_3, на_слайдах_5 и_6"),
            ("лагерях – 79", "лагерях_– 79"),
            ("доля – третья", "доля_– третья"),
            ("МБДОУ № 15 и § 3", "МБДОУ №_15 и_§_3"),
            ("по ст. 5 и п. 2.1", "по_ст._5 и_п._2.1"),
            ("на 2016-2018 гг., в 2018 г.", "на_2016-2018_гг., в_2018_г."),
            ("более 775 471 тыс. рублей", "более 775_471_тыс._рублей"),
            ("38,6 млн руб. и 140 чел.", "38,6_млн_руб. и_140_чел."),
            ("составляет 78 % .", "составляет 78_% ."),
            ("И. И. Иванов", "И._И._Иванов"),
            ("(И.И. Иванов, Петрова-Водкина А. Б.)", "(И.И._Иванов, Петрова-Водкина_А._Б.)"),
            ("с 1 сентября по «28» августа", "с_1_сентября по_«28»_августа"),
            ("Образование — важнейшая", "Образование_— важнейшая"),
            ("10 (АППГ – 16)", "10 (АППГ_– 16)"),
            ("(в школе) «О мерах»", "(в_школе) «О_мерах»"),
            ("в  двойном", "в__двойном"),
        ];
        for (plain, held) in cases {
            assert_eq!(shown(plain), held);
        }
    }

    #[test]
    fn a_number_holds_its_noun_of_time_or_unit() {
        for (text, held) in [
            ("2017 года", "2017\u{a0}года"),
            ("20 минут,", "20\u{a0}минут,"),
            ("III квартал", "III\u{a0}квартал"),
            ("I полугодие", "I\u{a0}полугодие"),
            ("5 годовых отчётов", "5 годовых отчётов"),
            ("класс 5 мест", "класс 5 мест"),
        ] {
            assert_eq!(no_break(text), held);
        }
    }

    #[test]
    fn other_spaces_break() {
        let free = [
            "обучается 15 учеников",
            "город Кировск",
            "далее. Иванов",
            "в\nшколе",
            "32 августа",
            "улица Ленина",
            "ТЕКСТ ЗАГОЛОВКА",
            "15 учеников, 3000 чел",
        ];
        for text in free {
            assert_eq!(no_break(text), text);
        }
    }

    #[test]
    fn positions_are_those_of_the_text() {
        assert_eq!(no_break_positions("в № 5 школе"), vec!["в".len(), "в №".len()]);
    }

    #[test]
    fn spellings_of_one_name_fold_to_one() {
        let one = fold("Общее образование – «школы» всё");
        assert_eq!(one, "общее образование-\"школы\" все");
        for other in [
            "ОБЩЕЕ\u{a0} образование\n- \"школы\" все",
            "  общее образо\u{ad}вание — „школы“  всё ",
            "Общее образование−«школы» все\u{308}",
        ] {
            assert_eq!(fold(other), one);
        }
    }

    #[test]
    fn what_people_type_differently_folds_to_the_same() {
        assert_eq!(fold("2017 / план"), fold("2017/План"));
        assert_eq!(fold("учеб\u{ad}ный 2016–2017"), "учебный 2016-2017");
        assert_eq!(fold("Үөһээ Бүлүү"), "үөһээ бүлүү");
    }

    proptest! {
        #[test]
        fn a_look_at_the_ends_loses_nothing(
            before in "[а-яёА-ЯЁIVX0-9.,№§«(–*-]{1,12}|тыс.|млрд|приложени[еию]|[А-Я][.]|Иванов(а|у)?|«?[0-9]{1,2}»?",
            after in "[а-яё0-9.,№%»)–—-]{1,10}|[А-Я][.]|руб.|года?|квартала?|августа,?|№|[0-9]{3}",
        ) {
            prop_assert!(!holds(&before, &after) || may_hold(before.as_bytes(), after.as_bytes()));
        }

        #[test]
        fn only_spaces_change_and_once(text in "[а-яА-Яa-z0-9.,№§%—–«»() \n\u{a0}]{0,60}") {
            let held = no_break(&text);
            prop_assert_eq!(held.replace('\u{a0}', " "), text.replace('\u{a0}', " "));
            prop_assert_eq!(no_break(&held), held);
        }

        #[test]
        fn folding_folds_once(text in any::<String>()) {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
