//! What the checks of figures ask of sentences: measures, roundings, and whether words name a row.

use super::{Field, Sentence, Token};
use crate::russian::nouns;
use rust_decimal::Decimal;

/// What a span of time or a class is counted in; «частный» is no hour, «классный» no class.
const MEASURES: &[&str] = &[
    "лет",
    "года",
    "месяцев",
    "класс",
    "класса",
    "классы",
    "классов",
    "классам",
    "классах",
    "классами",
    "час",
    "часа",
    "часы",
    "часов",
    "часам",
    "часах",
    "часами",
];

/// Ages, classes and hours: «с 5 до 18 лет».
pub fn is_measure(sentence: &Sentence, at: usize) -> bool {
    let counted = sentence.counted(at).and_then(|at| sentence.tokens.get(at));
    counted.is_some_and(|word| word.is_any(MEASURES))
}

/// Whether the tokens from `from` to `to` stand inside brackets that open after `from`.
pub fn in_brackets(sentence: &Sentence, at: usize) -> bool {
    let tokens = sentence.tokens.get(..at).unwrap_or_default();
    let opened = tokens.iter().filter(|token| token.is_sign('(')).count();
    opened > tokens.iter().filter(|token| token.is_sign(')')).count()
}

/// How much two numbers may differ that were rounded to so many decimals: rounded half up or
/// down, or cut off.
pub fn rounds_to(exact: Decimal, shown: Decimal, decimals: u32) -> bool {
    let unit = Decimal::new(1, decimals.min(Decimal::MAX_SCALE));
    let (exact, shown) = (exact.abs(), shown.abs());
    let rounded = exact.saturating_sub(shown).abs().saturating_mul(Decimal::TWO) <= unit;
    let cut = shown <= exact && exact < shown.saturating_add(unit);
    rounded || cut
}

/// Words that say nothing about what is counted.
const EMPTY: &[&str] = &[
    "всего",
    "итого",
    "число",
    "числа",
    "количество",
    "количества",
    "численность",
    "общее",
    "общая",
    "том",
    "числе",
    "для",
    "при",
    "или",
    "они",
    "год",
    "года",
    "году",
    "лет",
    "чел",
    "человек",
    "руб",
    "рублей",
    "тыс",
    "млн",
    "один",
    "них",
    "показатель",
    "доля",
    "долю",
    "доли",
];

/// The words of a title by which a sentence would name it.
pub fn telling(title: &str) -> Vec<String> {
    let folded = crate::russian::typography::fold(title);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let tells = |word: &&str| {
        word.chars().count() >= 3 && !EMPTY.contains(word) && word.chars().any(char::is_alphabetic)
    };
    words.filter(tells).map(str::to_owned).collect()
}

/// Whether some tokens name a row or an indicator: half of its telling words, one at least.
pub fn names(tokens: &[Token], words: &[String]) -> bool {
    let said = named_words(tokens, words);
    said > 0 && said * 2 >= words.len()
}

/// How many of a title's telling words some tokens say.
pub fn named_words(tokens: &[Token], words: &[String]) -> usize {
    // «В 7 лет» does not name «лето».
    let tells = |token: &&Token| token.is_word() && !EMPTY.contains(&token.text.as_str());
    let said = |word: &&String| tokens.iter().filter(tells).any(|token| alike(&token.text, word));
    words.iter().filter(said).count()
}

/// Whether two words are forms of one: «ученики» and «учеников», «школах» and «школ». Nouns of the
/// list are known by their lemma, other words by how they begin.
pub fn alike(one: &str, other: &str) -> bool {
    // Most words differ at once: one look at their first bytes says so.
    if one.as_bytes().get(..2) != other.as_bytes().get(..2) {
        return false;
    }
    let (first, second) = (nouns::forms(one), nouns::forms(other));
    if !first.is_empty() && !second.is_empty() {
        return first.iter().any(|form| second.iter().any(|other| form.noun == other.noun));
    }
    let common: usize = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.chars().count(), other.chars().count());
    let (short, long) = (one.min(other), one.max(other));
    match common {
        0..=2 => false,
        3 => short <= 5 && long <= 6 && short - common <= 2 && long - common <= 3,
        _ => short - common <= 3 && long - common <= 4,
    }
}

/// Whether the number is a name and no amount: «школа 5», «МБДОУ 41», «ФГОС-21», «1/3».
pub fn names_a_thing(field: &Field<'_>, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return false };
    if before.is_word() {
        let written = field.written(std::slice::from_ref(before));
        let capitals = written.chars().count() > 1 && written.chars().all(|c| c.is_uppercase() || c == '-');
        return capitals || before.is_any(NUMBERED);
    }
    let glued = tokens.get(at).is_some_and(|token| !token.spaced);
    "/+=×#".chars().any(|sign| before.is_sign(sign))
        || (before.is_dash() && glued && !before.spaced && !follows_number(tokens, at))
}

fn follows_number(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(2).and_then(|first| tokens.get(first)).is_some_and(|first| first.number().is_some())
}

/// Words behind which a number is a name.
const NUMBERED: &[&str] = &[
    "школа",
    "школе",
    "школу",
    "школой",
    "лицей",
    "лицее",
    "лицея",
    "гимназия",
    "гимназии",
    "гимназию",
    "сад",
    "саду",
    "садом",
    "саде",
    "дом",
    "дома",
    "доме",
    "корпус",
    "корпуса",
    "корпусе",
    "вариант",
    "форма",
    "формы",
    "форме",
    "n",
    "no",
    "участок",
    "участке",
    "пункта",
    "пункту",
    "пункт",
    "статьи",
    "часть",
    "части",
    "приложение",
    "приложения",
];
