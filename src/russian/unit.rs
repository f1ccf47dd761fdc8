//! Units of measurement as people write them: the one list of their words, and the unit at the
//! end of a heading.

use super::nouns;
use super::plural::{self, Forms};
use super::scale::Scale;
use super::typography::fold;

/// Words for the same thing, folded and without a final point; the first of each row stands for
/// all of them. A heading's end is a unit only if each of its words is here or is a scale:
/// «Школы, сады» has none.
const UNITS: &[&[&str]] = &[
    &["%", "процент", "проценты", "процентов", "percent"],
    &["‰"],
    &["п.п"],
    &["п"],
    &["руб", "рубль", "рубля", "рублей", "рубли", "рублях", "₽", "rub", "rubles"],
    &["коп", "копеек"],
    &["чел", "человек", "человека", "persons", "people"],
    &["детей"],
    &["ребенок"],
    &["учеников"],
    &["шт", "штук", "штука", "штуки", "pcs"],
    &["ед", "единиц", "единица", "единицы", "units"],
    &["мест", "место", "места"],
    &["балл", "балла", "баллов", "баллы", "points"],
    &["м"],
    &["м²", "м2"],
    &["м³", "м3"],
    &["кв"],
    &["кв.м"],
    &["куб"],
    &["куб.м"],
    &["км"],
    &["га"],
    &["т"],
    &["кг"],
    &["л"],
    &["гкал"],
    &["квт·ч"],
    &["лет", "год", "года", "years"],
    &["мес", "месяцев"],
    &["дн", "дней", "день"],
    &["ч", "час", "часов"],
    &["мин"],
    &["раз"],
    &["школ"],
    &["учреждений"],
    &["организаций"],
    &["классов", "кл"],
];
/// The scales in English.
const ENGLISH_SCALES: &[&str] = &["thousand", "thousands", "million", "millions"];

/// The word that stands for a unit and all words like it: `руб` for `рублей`; other words as they
/// are. `word` is folded and has no final point.
pub fn canonical(word: &str) -> &str {
    UNITS.iter().find(|row| row.contains(&word)).and_then(|row| row.first()).copied().unwrap_or(word)
}

/// Parts a heading into its words and the unit at its end: «Расходы, тыс. руб.», «Расходы
/// (тыс. руб.)», «Охват, %». Without words before it, the heading itself is the unit.
pub fn split_unit(head: &str) -> (&str, Option<&str>) {
    let head = head.trim();
    if is_unit(head) {
        return ("", Some(head));
    }
    if let Some((words, inside)) = head.strip_suffix(')').and_then(|rest| rest.rsplit_once('('))
        && is_unit(inside)
    {
        return (words.trim_end().trim_end_matches(',').trim_end(), Some(inside.trim()));
    }
    if let Some((words, unit)) = head.rsplit_once(',')
        && is_unit(unit)
    {
        return (words.trim_end(), Some(unit.trim()));
    }
    (head, None)
}

/// The forms of a unit after 1, 2 and 5: those of a noun («школ» gives «школа|школы|школ», «ученик на
/// учителя» keeps what follows), and the unit itself where it is an abbreviation or follows a scale
/// («тыс. рублей»). `None` for words that are not known.
pub fn forms(unit: &str) -> Option<Forms> {
    let unit = unit.trim();
    let (first, rest) = unit.split_at(unit.find([' ', '\u{a0}']).unwrap_or(unit.len()));
    let bare = rest.trim_start();
    let qualified = ["на ", "в ", "за ", "по "].iter().any(|word| bare.starts_with(word));
    let noun = nouns::forms(first).first().and_then(|form| nouns::noun(*form));
    if let Some(noun) = noun.filter(|_| bare.is_empty() || qualified) {
        let forms = noun.counted().map(|form| format!("{form}{rest}"));
        return Forms::parse(&forms.join("|")).ok();
    }
    let scaled = Scale::parse(fold(first).trim_end_matches('.')).is_some();
    let short = |word: &str| {
        plural::is_shortened(word)
            || (is_word(fold(word).trim_end_matches('.')) && nouns::forms(word).is_empty())
    };
    let fixed = scaled || short(first) && (qualified || unit.split([' ', '\u{a0}', '/']).all(short));
    fixed.then(|| Forms::parse(unit).ok()).flatten()
}

fn is_unit(text: &str) -> bool {
    let folded = fold(text);
    let folded = folded.strip_prefix("в ").unwrap_or(&folded);
    if folded.starts_with("т.ч") || folded.starts_with("т. ч") {
        return false; // «Всего, в т. ч.» is no unit, though tonnes and hours are
    }
    let is_filled = |word: &&str| !word.trim_matches('.').is_empty();
    let mut words = folded.split([' ', '/']).filter(is_filled).peekable();
    words.peek().is_some() && words.all(|word| is_word(word.trim_end_matches('.')) || are_words(word))
}

/// Whether points part units: «тыс.руб.» is two words.
fn are_words(word: &str) -> bool {
    word.contains('.') && word.split('.').filter(|part| !part.is_empty()).all(is_word)
}

/// Whether a word is one of which units are made.
fn is_word(word: &str) -> bool {
    UNITS.iter().any(|row| row.contains(&word))
        || Scale::parse(word).is_some()
        || ENGLISH_SCALES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_that_is_a_word_is_declined() {
        let after = |unit: &str, number: i64| forms(unit).map(|forms| forms.after_by(number.into()));
        let by =
            |unit: &str, numbers: [i64; 3]| numbers.map(|number| after(unit, number).unwrap_or_default());
        assert_eq!(by("школ", [1, 2, 5]), ["школу", "школы", "школ"]);
        assert_eq!(by("место", [1, 2, 5]), ["место", "места", "мест"]);
        assert_eq!(by("ребёнок", [21, 2, 5]), ["ребёнка", "ребёнка", "детей"]);
        assert_eq!(by("учениц", [1, 2, 5]), ["ученицу", "ученицы", "учениц"]);
        assert_eq!(by("учеников на учителя", [1, 2, 5])[0], "ученика на учителя");
        for fixed in ["тыс. руб.", "млн рублей", "кг", "га", "Гкал", "м²", "руб./чел.", "чел. на класс"]
        {
            assert_eq!(after(fixed, 2).as_deref(), Some(fixed));
        }
        assert_eq!(forms("класс-комплект"), None);
        assert_eq!(forms("дошкольных мест"), None);
    }

    #[test]
    fn a_unit_ends_a_head_after_a_comma_or_in_brackets() {
        assert_eq!(split_unit("Расходы, тыс. руб."), ("Расходы", Some("тыс. руб.")));
        assert_eq!(split_unit("Расходы,тыс.руб."), ("Расходы", Some("тыс.руб.")));
        assert_eq!(split_unit("Расходы (млн рублей)"), ("Расходы", Some("млн рублей")));
        assert_eq!(split_unit("Расходы, план (млн руб.) "), ("Расходы, план", Some("млн руб.")));
        assert_eq!(split_unit("Школы, сады, ед."), ("Школы, сады", Some("ед.")));
        assert_eq!(split_unit("Площадь, кв. м"), ("Площадь", Some("кв. м")));
        assert_eq!(split_unit("Охват, в %"), ("Охват", Some("в %")));
        assert_eq!(split_unit("Budget, thousand rubles"), ("Budget", Some("thousand rubles")));
        assert_eq!(split_unit("чел."), ("", Some("чел.")));
    }

    #[test]
    fn other_words_are_no_unit() {
        assert_eq!(split_unit("Школы, сады"), ("Школы, сады", None));
        assert_eq!(split_unit("Школы (городские)"), ("Школы (городские)", None));
        assert_eq!(split_unit("Всего, в т. ч."), ("Всего, в т. ч.", None));
        assert_eq!(split_unit("2017"), ("2017", None));
        assert_eq!(split_unit(""), ("", None));
        assert_eq!(split_unit(","), (",", None));
    }

    #[test]
    fn words_for_one_thing_are_one_unit() {
        assert_eq!(["руб", "рублей", "₽"].map(canonical), ["руб"; 3]);
        assert_eq!(canonical("посещений"), "посещений");
    }
}
