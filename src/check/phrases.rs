//! What the checks of figures ask of sentences: pairs of numbers, and whether words name a row.

use super::{NumberRole, Sentence, Token};
use rust_decimal::Decimal;

/// A number before and the number that it became, by the indices of their tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// The earlier number.
    pub before: usize,
    /// The later number.
    pub now: usize,
}

impl Pair {
    /// The index of whichever stands first.
    pub fn first(&self) -> usize {
        self.before.min(self.now)
    }

    /// The index of whichever stands last.
    pub fn last(&self) -> usize {
        self.before.max(self.now)
    }
}

/// The pairs that a sentence compares: «с 3 156 до 3 263», «3 263 против 3 156», «было 3 156, стало
/// 3 263», «10 (АППГ – 16)», «88 (в 2016 году – 97)», «в 2016 году – 31, в 2017 году – 42». A number
/// is of one pair only.
pub(super) fn pairs(sentence: &Sentence) -> Vec<Pair> {
    let amounts: Vec<usize> = sentence.amounts().map(|(at, _)| at).collect();
    let mut found: Vec<Pair> = Vec::new();
    for window in amounts.windows(2) {
        let [one, two] = window else { continue };
        if found.last().is_none_or(|pair| pair.last() != *one) {
            found.extend(neighbours(sentence, *one, *two));
        }
    }
    found.extend(by_years(sentence));
    found.sort_by_key(Pair::first);
    found.dedup();
    found
}

fn neighbours(sentence: &Sentence, one: usize, two: usize) -> Option<Pair> {
    let tokens = &sentence.tokens;
    let before = |at: usize, words: &[&str]| {
        at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_any(words))
    };
    let between = tokens.get(one + 1..two)?;
    if is_measure(sentence, two) {
        return None;
    }
    if before(one, &["на"]) {
        return None;
    }
    let near = between.len() <= 7 && !between.iter().any(|token| token.is_sign(';'));
    if near && before(one, &["с", "со"]) && before(two, &["до"]) {
        return Some(Pair { before: one, now: two });
    }
    if near && before(one, &["до"]) && before(two, &["с", "со"]) {
        return Some(Pair { before: two, now: one });
    }
    if near && before(one, &["было"]) && before(two, &["стало"]) {
        return Some(Pair { before: one, now: two });
    }
    let against = between.iter().any(|token| token.is_any(&["против", "вместо"]));
    let earlier = |token: &Token| says_last_year(token) || is_only_year(sentence, token);
    let last_year = between.iter().any(|token| token.is_sign('(')) && between.iter().any(earlier);
    if near && (against || last_year) { Some(Pair { before: two, now: one }) } else { None }
}

/// «АППГ», «годом ранее», «в прошлом году», «год назад».
fn says_last_year(token: &Token) -> bool {
    token.is_any(&["аппг", "ранее", "назад", "было"]) || token.begins(&["прошл", "предыдущ"])
}

/// The only year that a sentence names: «88 выпускников (в 2016 году – 97)».
fn is_only_year(sentence: &Sentence, token: &Token) -> bool {
    let is_year = |token: &Token| token.number().is_some_and(|number| number.role == NumberRole::Year);
    let planned = |token: &Token| token.begins(&["план", "прогноз", "ожида"]);
    is_year(token)
        && sentence.tokens.iter().filter(|token| is_year(token)).count() == 1
        && !sentence.tokens.iter().any(planned)
}

/// Ages, classes and hours: «с 5 до 18 лет».
pub(super) fn is_measure(sentence: &Sentence, at: usize) -> bool {
    let counted = sentence.counted(at).and_then(|at| sentence.tokens.get(at));
    counted.is_some_and(|word| word.is_any(&["лет", "года", "месяцев"]) || word.begins(&["класс", "час"]))
}

/// Two years, each with its number: the earlier year has the earlier number.
fn by_years(sentence: &Sentence) -> Option<Pair> {
    let tokens = &sentence.tokens;
    let years: Vec<(usize, Decimal)> = tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| {
            let number = token.number().filter(|number| number.role == NumberRole::Year)?;
            Some((at, number.value))
        })
        .collect();
    let [(first, one), (second, two)] = years.as_slice() else { return None };
    let amount = |from: usize, to: usize| {
        let mut amounts = sentence.amounts().map(|(at, _)| at).filter(|at| (from..to).contains(at));
        let only = amounts.next()?;
        let word = |token: &Token| {
            token.is_word() && !token.begins(&["год"]) && !token.is_any(&["г", "а", "и", "уже"])
        };
        let close = tokens.get(from + 1..only)?.iter().filter(|token| word(token)).count() == 0;
        (close && amounts.next().is_none()).then_some(only)
    };
    let (a, b) = (amount(*first, *second)?, amount(*second, tokens.len())?);
    match one.cmp(two) {
        std::cmp::Ordering::Less => Some(Pair { before: a, now: b }),
        std::cmp::Ordering::Greater => Some(Pair { before: b, now: a }),
        std::cmp::Ordering::Equal => None,
    }
}

/// A stated difference: «на 107 человек больше», «или на 12 %».
#[derive(Clone, Copy, Debug)]
pub(super) struct Difference {
    /// The number's token.
    pub at: usize,
    /// The word «больше» or «меньше» behind it, if there is one.
    pub word: Option<usize>,
    /// Whether it counts percentage points.
    pub points: bool,
}

/// The differences that a sentence states: a number behind «на» with a word of comparison.
pub(super) fn differences(sentence: &Sentence) -> Vec<Difference> {
    let tokens = &sentence.tokens;
    let mut found = Vec::new();
    for (at, _) in sentence.amounts() {
        if !at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_any(&["на"])) {
            continue;
        }
        let behind = || tokens.iter().enumerate().skip(at + 1).take(5);
        let stop = behind().find(|(_, token)| token.number().is_some()).map_or(usize::MAX, |(at, _)| at);
        let words = || behind().take_while(|(at, _)| *at < stop);
        let word = words().find(|(_, token)| token.is_any(COMPARED)).map(|(at, _)| at);
        let of_points = |token: &Token| token.begins(&["процентн", "пункт"]) || token.is_any(&["п"]);
        let points = words().any(|(_, token)| of_points(token));
        found.push(Difference { at, word, points });
    }
    found
}

/// Words of comparison.
pub(super) const COMPARED: &[&str] = &["больше", "меньше", "выше", "ниже"];

/// Whether the tokens from `from` to `to` stand inside brackets that open after `from`.
pub(super) fn in_brackets(sentence: &Sentence, at: usize) -> bool {
    let tokens = sentence.tokens.get(..at).unwrap_or_default();
    let opened = tokens.iter().filter(|token| token.is_sign('(')).count();
    opened > tokens.iter().filter(|token| token.is_sign(')')).count()
}

/// How much two numbers may differ that were rounded to so many decimals: rounded half up or
/// down, or cut off.
pub(super) fn rounds_to(exact: Decimal, shown: Decimal, decimals: u32) -> bool {
    let unit = Decimal::new(1, decimals.min(Decimal::MAX_SCALE));
    let (exact, shown) = (exact.abs(), shown.abs());
    let rounded = (exact - shown).abs() * Decimal::TWO <= unit;
    let cut = shown <= exact && exact < shown + unit;
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
pub(super) fn telling(title: &str) -> Vec<String> {
    let folded = crate::russian::typography::fold(title);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let tells = |word: &&str| {
        word.chars().count() >= 3 && !EMPTY.contains(word) && word.chars().any(char::is_alphabetic)
    };
    words.filter(tells).map(str::to_owned).collect()
}

/// Whether some tokens name a row or an indicator: half of its telling words, one at least.
pub(super) fn names(tokens: &[Token], words: &[String]) -> bool {
    let said =
        words.iter().filter(|word| tokens.iter().any(|token| token.is_word() && alike(&token.text, word)));
    let said = said.count();
    said > 0 && said * 2 >= words.len()
}

/// Whether two words are forms of one: «ученики» and «учеников», «школах» and «школ».
pub(super) fn alike(one: &str, other: &str) -> bool {
    // Most words differ at once: one look at their first bytes says so.
    if one.as_bytes().get(..2) != other.as_bytes().get(..2) {
        return false;
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
