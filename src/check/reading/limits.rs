//! Numbers that pick out a group and count nothing: ages, thresholds, classes.
//!
//! «Из 92 педагогов 24 моложе 35 лет»: 35 is neither a part nor what was or is.

use super::{Number, Token};
use crate::russian::nouns;
use crate::russian::scale::Scale;

/// Units of age and length of service.
pub const YEARS: &[&str] = &["лет", "года", "год", "годам", "месяцев", "месяца"];
/// Words before an age.
const AGED: &[&str] = &["моложе", "старше", "младше"];
/// Words before any threshold.
const BOUND: &[&str] = &["более", "менее", "больше", "меньше", "свыше", "выше", "ниже", "не"];
/// Words behind a threshold: «3 и более», «60 лет и старше».
const AND_MORE: &[&str] =
    &["более", "больше", "менее", "меньше", "старше", "младше", "моложе", "выше", "ниже"];
/// What itself is counted in years, so that «с 48 до 46 лет» tells how it changed.
const LASTING: &[&str] = &["возраст", "стаж", "срок", "длительност", "продолжительност"];

/// Whether the number at `at` only says where a group begins or ends.
pub fn is_limit(tokens: &[Token], at: usize, number: &Number) -> bool {
    if number.percent || number.scale != Scale::One {
        return false;
    }
    is_class(tokens, at, number) || and_more(tokens, at) || is_aged(tokens, at) || is_threshold(tokens, at)
}

fn word(tokens: &[Token], at: Option<usize>, words: &[&str]) -> bool {
    at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is_any(words))
}

/// «3 и более детей», «60 лет и старше», «90 и выше баллов».
fn and_more(tokens: &[Token], at: usize) -> bool {
    let and = if word(tokens, Some(at + 1), YEARS) { at + 2 } else { at + 1 };
    word(tokens, Some(and), &["и", "или"]) && word(tokens, Some(and + 1), AND_MORE)
}

/// «Моложе 35», «в возрасте 16 лет», «до 3 лет», «от 3 до 7 лет».
fn is_aged(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1);
    let of_age = |at: Option<usize>| {
        word(tokens, at, &["возрасте"]) && word(tokens, at.and_then(|at| at.checked_sub(1)), &["в"])
    };
    if word(tokens, before, AGED) || of_age(before) || of_age(at.checked_sub(2)) {
        return true;
    }
    let led = word(tokens, before, BOUND) || word(tokens, before, &["до", "от", "с", "со"]);
    led && counts_years(tokens, at) && !tells_change(tokens, at)
}

/// Whether years are counted; «от 3 до 7 лет» counts them behind the second number.
fn counts_years(tokens: &[Token], at: usize) -> bool {
    let to =
        word(tokens, Some(at + 1), &["до"]) && tokens.get(at + 2).is_some_and(|to| to.number().is_some());
    word(tokens, Some(if to { at + 3 } else { at + 1 }), YEARS)
}

/// «Средний возраст снизился с 48,6 до 47,9 года».
fn tells_change(tokens: &[Token], at: usize) -> bool {
    let near = tokens.get(at.saturating_sub(4)..tokens.len().min(at + 5)).unwrap_or_default();
    let has = |words: &[&str]| near.iter().any(|token| token.is_any(words));
    let lasts = tokens
        .get(..at)
        .unwrap_or_default()
        .iter()
        .enumerate()
        .any(|(at, token)| token.begins(LASTING) && !word(tokens, at.checked_sub(1), &["в"]));
    lasts && has(&["с", "со", "от"]) && has(&["до"])
}

/// «Набрали более 80 баллов», «не ниже 36 баллов».
fn is_threshold(tokens: &[Token], at: usize) -> bool {
    let of_marks = tokens.get(at + 1).is_some_and(|next| next.is_any(&["балла", "баллов"]));
    of_marks && (word(tokens, at.checked_sub(1), BOUND) || word(tokens, at.checked_sub(1), &["от"]))
}

/// «Выпускников 11 классов», «учащиеся 5, 6 классов»: people go to the eleventh class.
fn is_class(tokens: &[Token], at: usize, number: &Number) -> bool {
    let of_class = tokens.get(at + 1).is_some_and(|next| next.is_any(&["класса", "классов", "классах"]));
    let person = |token: &Token| {
        let mut nouns = nouns::forms(&token.text).iter().filter_map(|form| nouns::noun(*form));
        token.is_word() && nouns.any(|noun| noun.animate)
    };
    of_class
        && number.decimals == 0
        && number.value <= rust_decimal::Decimal::from(11)
        && at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(person)
}
