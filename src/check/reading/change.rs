//! Changes that a sentence tells: what was and what is, and by how much it says that they differ.

use super::phrases::{alike, in_brackets, is_measure};
use super::{Kind, Number, NumberRole, Sentence, Token};
use crate::russian::nouns;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// A number before and the number that it became, by the indices of their tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
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

    fn has(&self, at: usize) -> bool {
        self.before == at || self.now == at
    }
}

/// How much a stated difference is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    /// «На 107», «на 12 %», «на 2,7 балла», «на пять».
    By(Number),
    /// «В 1,4 раза», «вдвое», «утроилось»: how many times the smaller is the greater.
    Times(Decimal, u32),
    /// «На треть»: which part of what was.
    Part(Decimal),
}

/// A difference that a sentence states.
#[derive(Clone, Copy, Debug)]
pub struct Difference {
    /// Its number, or the word that stands for one.
    pub at: usize,
    /// Where it begins: at «на», «минус», «прирост составил».
    pub start: usize,
    /// How much it is.
    pub size: Size,
    /// The word «больше» or «меньше» behind it, if there is one.
    pub word: Option<usize>,
    /// Whether it counts percentage points.
    pub points: bool,
}

impl Difference {
    /// Whether the words around say that it is a change: «на 4 больше», «выросло на 3»; not «на 18
    /// школ».
    pub fn is_told(&self, sentence: &Sentence) -> bool {
        let near = sentence.tokens.get(self.start.saturating_sub(8)..self.start).unwrap_or_default();
        let says = |token: &Token| says_change(token) || token.is_any(super::growth::COMPARED);
        self.word.is_some() || near.iter().any(says)
    }

    /// Its number, if it is one.
    pub fn number(&self) -> Option<Number> {
        match self.size {
            Size::By(number) => Some(number),
            _ => None,
        }
    }
}

/// What a sentence says of changes.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// The pairs that it compares, each number in one of them at most.
    pub pairs: Vec<Pair>,
    /// The differences that it states.
    pub differences: Vec<Difference>,
}

impl Changes {
    /// Reads a sentence.
    pub(super) fn of(sentence: &Sentence) -> Changes {
        let differences = differences(sentence);
        let pairs = pairs(sentence, &differences);
        Changes { pairs, differences }
    }

    /// Whether a number is one of the differences.
    pub fn is_difference(&self, at: usize) -> bool {
        self.differences.iter().any(|difference| difference.at == at)
    }

    /// The pair that a difference is said to be between.
    pub fn pair_of(&self, sentence: &Sentence, difference: &Difference) -> Option<Pair> {
        let taken = |from: usize, to: usize| {
            let within = |at: usize| from < at && at < to;
            sentence.amounts().any(|(at, _)| within(at) && !self.is_difference(at))
        };
        let around = |pair: &&Pair| pair.first() < difference.at && difference.at < pair.last();
        if let Some(pair) = self.pairs.iter().find(around) {
            return Some(*pair);
        }
        let behind = self.pairs.iter().rev().find(|pair| {
            pair.last() < difference.at
                && !taken(pair.last(), difference.at)
                && self.is_apposed(sentence, pair.last(), difference)
        });
        let before = self.pairs.iter().find(|pair| {
            pair.first() > difference.at
                && !taken(difference.at, pair.first())
                && announces(sentence, difference, **pair)
        });
        behind.or(before).copied()
    }

    /// Whether a difference stands right behind a pair: «с 312 до 341 человека, на 29», «… – на 29,
    /// или на 9,3 %». Differences between the two are passed over.
    fn is_apposed(&self, sentence: &Sentence, pair: usize, difference: &Difference) -> bool {
        let earlier = self.differences.iter().rev();
        let last = earlier.map(|other| other.at).find(|at| pair < *at && *at < difference.at);
        let between = sentence.tokens.get(last.unwrap_or(pair) + 1..difference.start).unwrap_or_default();
        let mark = between.iter().position(is_joint);
        let (counted, said) = between.split_at(mark.unwrap_or(between.len()));
        let joins = |token: &Token| {
            is_joint(token) || token.is_sign('.') || token.is_any(JOINING) || super::growth::is_noun(token)
        };
        let opens = sentence.tokens.get(difference.start).is_some_and(is_joint);
        let told = mark.is_some() || opens || difference.word.is_some();
        told && counted.len() <= 8 && said.iter().all(joins)
    }

    /// The difference that another says again in per cent: 251 of «на 251 человека (2,8 %)».
    pub fn counted(&self, sentence: &Sentence, again: &Difference) -> Option<&Difference> {
        let is_counted = |other: &Difference| other.number().is_some_and(|number| !number.percent);
        let percent = again.number().is_some_and(|number| number.percent) && !again.points;
        let first = self.differences.iter().rev().find(|other| other.at < again.at)?;
        let between = sentence.tokens.get(first.at + 1..again.at)?;
        let apart = |token: &Token| token.amount().is_some() || token.is_any(&["а", "и", "но"]);
        let same = percent && is_counted(first) && !first.points && !between.iter().any(apart);
        (same && self.is_apposed(sentence, first.at, again)).then_some(first)
    }
}

/// Words between a pair and the difference that is said of it.
const JOINING: &[&str] = &[
    "или",
    "то",
    "есть",
    "т",
    "е",
    "это",
    "почти",
    "примерно",
    "около",
    "сразу",
    "всего",
    "лишь",
    "более",
    "чем",
    "больше",
    "меньше",
    "выше",
    "ниже",
    "а",
    "и",
    "значит",
    "что",
    "за",
    "год",
    "года",
    "стало",
];

/// A mark or word at which what counts ends and a remark begins.
fn is_joint(token: &Token) -> bool {
    token.is_dash()
        || matches!(token.kind, Kind::Sign(',' | ':' | ';' | '(' | ')'))
        || token.is_any(&["или", "это"])
}

/// Whether a difference announces the pair behind it: «сократилась на 35 человек – с 512 до 487»,
/// «удвоилось: было 120, стало 180».
fn announces(sentence: &Sentence, difference: &Difference, pair: Pair) -> bool {
    let tokens = &sentence.tokens;
    let between = tokens.get(difference.at + 1..pair.first()).unwrap_or_default();
    // «Вырос на 2,7 и составил 61,8 против 59,1».
    let amounts_to = |token: &Token| token.begins(&["состав", "достиг"]);
    let joint = between.iter().rposition(|token| is_joint(token) || amounts_to(token));
    let near = joint.is_some_and(|joint| between.len() - joint <= 5 && joint <= 8);
    // «На 14 человек, с 48 до 60, расширился хор».
    let behind = tokens.get(pair.last() + 1..tokens.len().min(pair.last() + 4)).unwrap_or_default();
    let told_behind =
        behind.first().is_some_and(|token| token.is_sign(',')) && behind.iter().any(says_change);
    let from = difference.start.saturating_sub(8);
    let before = tokens.get(from..=difference.start).unwrap_or_default();
    // «В 3 раза выросло число участников: 24 против 12».
    let times = matches!(difference.size, Size::Times(..)) && between.iter().any(says_change);
    let changes = difference.word.is_some() || before.iter().any(says_change) || times || told_behind;
    let verb = |token: &Token| super::growth::is_verb(token) && !times;
    let apart = |token: &Token| token.is_sign(';') || token.is_any(&["а", "но"]) || verb(token);
    near && changes && !between.iter().any(apart)
}

/// A word that says that something changed.
fn says_change(token: &Token) -> bool {
    super::growth::direction(token).is_some() || token.is_any(SAVED)
}

/// Nouns that name a difference and no direction.
const SAVED: &[&str] = &["разница", "экономия", "перерасход", "прибавка", "отток", "приток"];

/// The pairs that a sentence compares: «с 3 156 до 3 263», «3 263 против 3 156», «было 3 156, стало
/// 3 263», «10 (АППГ – 16)», «88, годом раньше – 97», «на 8 больше, чем год назад (80)», «в 2016
/// году – 31, в 2017 году – 42».
fn pairs(sentence: &Sentence, differences: &[Difference]) -> Vec<Pair> {
    let is_difference = |at: usize| differences.iter().any(|difference| difference.at == at);
    let amounts: Vec<usize> = sentence.amounts().map(|(at, _)| at).filter(|at| !is_difference(*at)).collect();
    let mut found: Vec<Pair> = Vec::new();
    for window in amounts.windows(2) {
        let [one, two] = window else { continue };
        if found.last().is_none_or(|pair| pair.last() != *one) {
            found.extend(neighbours(sentence, *one, *two));
        }
    }
    for difference in differences {
        let pair = than(sentence, difference, &amounts);
        found.extend(pair.filter(|pair| !found.iter().any(|own| own.has(pair.now) || own.has(pair.before))));
    }
    found.extend(by_years(sentence, &amounts));
    found.sort_by_key(Pair::first);
    found.dedup();
    found
}

/// The word before a number, «почти» and its like left out.
pub fn lead(sentence: &Sentence, at: usize) -> Option<usize> {
    (at.saturating_sub(3)..at)
        .rev()
        .find(|at| sentence.tokens.get(*at).is_some_and(|token| !token.is_any(ABOUT)))
}

/// Words that only say how near a number is.
const ABOUT: &[&str] = &[
    "почти",
    "примерно",
    "около",
    "всего",
    "лишь",
    "только",
    "уже",
    "целых",
    "сразу",
    "ещё",
    "еще",
    "ровно",
];

fn neighbours(sentence: &Sentence, one: usize, two: usize) -> Option<Pair> {
    let tokens = &sentence.tokens;
    let led = |at: usize, words: &[&str]| {
        lead(sentence, at).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_any(words))
    };
    let between = tokens.get(one + 1..two)?;
    let grows = |at: usize| {
        let from = lead(sentence, at).unwrap_or(at);
        let before = tokens.get(from.saturating_sub(6)..from).unwrap_or_default();
        let clause = before.iter().rposition(|token| token.is_sign(',')).map_or(0, |at| at + 1);
        before.iter().skip(clause).any(says_change)
    };
    let measure = is_measure(sentence, two) || is_measure(sentence, one);
    if (measure && !grows(one)) || !of_one_kind(sentence, one, two) {
        return None;
    }
    let near = between.len() <= 9 && !between.iter().any(|token| token.is_sign(';'));
    if near && led(one, &["с", "со", "от"]) && led(two, &["до"]) {
        return Some(Pair { before: one, now: two });
    }
    // «Школ до 50 учеников с 14 до 9»: what begins with «с» ends behind it.
    let ends_behind = || {
        let behind = tokens.get(two + 1..tokens.len().min(two + 5)).unwrap_or_default();
        behind
            .windows(2)
            .any(|pair| matches!(pair, [to, end] if to.is_any(&["до"]) && end.amount().is_some()))
    };
    if near && led(one, &["до"]) && led(two, &["с", "со"]) && !ends_behind() {
        return Some(Pair { before: two, now: one });
    }
    if between.len() <= 9 && led(one, WAS) && became(sentence, one, two) {
        return Some(Pair { before: one, now: two });
    }
    if near && is_instead(sentence, one, two) {
        return Some(Pair { before: one, now: two });
    }
    if near && is_remembered(sentence, one, two) {
        return Some(Pair { before: two, now: one });
    }
    if near && of_last_year(tokens, one, two) {
        return Some(Pair { before: two, now: one });
    }
    // «38 410 тыс. руб. при плане 38 700»: what was planned stands for what was.
    let planned = between
        .windows(2)
        .any(|two| matches!(two, [at, plan] if at.is_any(&["при"]) && plan.begins(&["план"])));
    if near && planned {
        return Some(Pair { before: two, now: one });
    }
    if near && is_of_year_named(sentence, one) && led(two, AMOUNTS_TO) && between.iter().any(says_change) {
        return Some(Pair { before: one, now: two });
    }
    // «25 и 15 против 20 и 10» are two pairs.
    let listed = one
        .checked_sub(2)
        .and_then(|at| tokens.get(at..one))
        .is_some_and(|near| matches!(near, [number, and] if number.amount().is_some() && and.is_any(&["и"])));
    let against =
        !listed && between.iter().any(|token| token.is_any(&["против", "вместо"]) || is_last_years(token));
    let earlier = |token: &Token| says_last_year(token) || is_only_year(sentence, token);
    let last_year = between.iter().any(|token| token.is_sign('(')) && between.iter().any(earlier);
    if (near && (against || last_year)) || is_earlier(sentence, one, two) {
        return Some(Pair { before: two, now: one });
    }
    None
}

/// «Было 31, стало 24», «была 24 %, в этом году она выросла до 21 %», «было 24 вакансии, сейчас их стало
/// больше – 19».
fn became(sentence: &Sentence, one: usize, two: usize) -> bool {
    let tokens = &sentence.tokens;
    let between = tokens.get(one + 1..two).unwrap_or_default();
    let before = lead(sentence, two).and_then(|at| tokens.get(at));
    let led = |words: &[&str]| before.is_some_and(|token| token.is_any(words));
    let now = |token: &Token| token.is_any(BECAME) || token.begins(&["этом", "нынешн", "текущ"]);
    let grown = led(&["до"]) || before.is_some_and(Token::is_dash);
    let changes = |token: &Token| says_change(token) || token.is_any(super::growth::COMPARED);
    led(BECAME)
        || grown && between.iter().any(now) && between.iter().any(changes) && counts_alike(sentence, one, two)
}

/// «Вместо 28 детей – 25», «вместо 28 теперь приходится 25», «прошлогодних 90 заявок, нынешних 117».
fn is_instead(sentence: &Sentence, one: usize, two: usize) -> bool {
    let tokens = &sentence.tokens;
    let before = |at: usize, stems: &[&str]| {
        at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.begins(stems))
    };
    let now = |token: &Token| token.is_any(BECAME) || token.is_dash();
    let between = tokens.get(one + 1..two).unwrap_or_default();
    let instead =
        lead(sentence, one).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_any(&["вместо"]));
    instead && between.iter().any(now) || before(one, &["прошлогодн"]) && before(two, &["нынешн"])
}

/// «Тьюторов 8, а было 5», «24, было 31»: nothing but «было» between the two.
fn is_remembered(sentence: &Sentence, one: usize, two: usize) -> bool {
    let between = sentence.tokens.get(one + 1..two).unwrap_or_default();
    let Some(comma) = between.iter().position(|token| token.is_sign(',')) else { return false };
    let (counted, said) = between.split_at(comma);
    let plain = counted.len() <= 2 && counted.iter().all(Token::is_word);
    let was = said.iter().any(|token| token.is_any(WAS));
    let joins = |token: &Token| {
        token.is_sign(',') || token.is_any(WAS) || token.is_any(&["а", "и", "раньше", "прежде"])
    };
    plain && was && said.iter().all(joins) && counts_alike(sentence, one, two)
}

/// «12 в этом году, 15 в прошлом».
fn of_last_year(tokens: &[Token], one: usize, two: usize) -> bool {
    let within = |at: usize, stems: &[&str]| {
        let behind = tokens.get(at + 1..tokens.len().min(at + 4)).unwrap_or_default();
        let mut behind = behind.iter().take_while(|token| token.is_word());
        behind.any(|token| token.begins(stems))
    };
    within(one, &["этом", "нынешн", "текущ"]) && within(two, &["прошл", "предыдущ", "минувш"])
}

const AMOUNTS_TO: &[&str] =
    &["составил", "составила", "составило", "составили", "достиг", "достигла", "достигло", "достигли"];

/// «По сравнению с 2025 годом (3 146 человек)»: a number in brackets behind the year that is compared.
fn is_of_year_named(sentence: &Sentence, at: usize) -> bool {
    let before = sentence.tokens.get(at.saturating_sub(4)..at).unwrap_or_default();
    let year = |token: &Token| token.number().is_some_and(|number| number.role == NumberRole::Year);
    let year_ago = |token: &Token| year(token) || token.begins(&["прошл", "предыдущ"]);
    let with = |token: &Token| token.is_any(&["с", "к"]);
    before.last().is_some_and(|token| token.is_sign('('))
        && before.iter().any(year_ago)
        && before.first().is_some_and(with)
}

const WAS: &[&str] = &["было", "был", "была", "были"];
const BECAME: &[&str] =
    &["стало", "стал", "стала", "стали", "осталось", "остался", "осталась", "остались", "теперь", "сейчас"];

/// «Прошлогодних 39».
fn is_last_years(token: &Token) -> bool {
    token.begins(&["прошлогодн"])
}

/// Whether two numbers may be of one thing: a per cent is compared with a per cent.
fn of_one_kind(sentence: &Sentence, one: usize, two: usize) -> bool {
    let percent = |at: usize| sentence.tokens.get(at).and_then(Token::number).map(|number| number.percent);
    percent(one) == percent(two) || percent(two) == Some(true)
}

/// «521 школьник, годом раньше – 486», «27 944 тыс. руб.; год назад было 26 310»: behind the mark
/// stands nothing but what says that it is the same thing a year ago.
fn is_earlier(sentence: &Sentence, one: usize, two: usize) -> bool {
    let tokens = &sentence.tokens;
    let between = tokens.get(one + 1..two).unwrap_or_default();
    let Some(mark) = between.iter().rposition(|token| matches!(token.kind, Kind::Sign(',' | ';'))) else {
        return false;
    };
    // «Год назад доля была ниже, 24,9 %»: the comma before the number is not the one.
    let last = mark + 1 == between.len();
    let mark = match between.get(..mark).filter(|_| last) {
        Some(before) => before.iter().rposition(|token| matches!(token.kind, Kind::Sign(',' | ';'))),
        None => Some(mark),
    };
    let Some(said) = mark.and_then(|mark| between.get(mark + 1..)) else { return false };
    let known = tokens.get(..one + 4).unwrap_or(tokens);
    let filler = |token: &Token| is_filler(token, known);
    let earlier_year = |token: &Token| is_year_before(tokens.get(..one).unwrap_or_default(), token);
    let year_ago = said
        .iter()
        .take(3)
        .any(|token| says_last_year(token) && !token.is_any(&["было"]) || earlier_year(token));
    year_ago && said.len() <= 8 && said.iter().all(|token| filler(token) || earlier_year(token))
}

/// Whether a word between «год назад» and its number says nothing new of what is `known`.
fn is_filler(token: &Token, known: &[Token]) -> bool {
    let repeats =
        || token.is_word() && known.iter().any(|word| word.is_word() && alike(&word.text, &token.text));
    token.is_dash()
        || token.is_sign(',')
        || says_last_year(token)
        || token.is_any(EARLIER)
        || token.is_any(super::growth::COMPARED)
        || repeats()
}

/// Whether a sentence that begins so tells what was a year ago of what the sentence before it counts:
/// «Год назад она составляла».
pub fn is_of_last_year(said: &[Token], known: &[Token]) -> bool {
    let year_ago = |token: &Token| says_last_year(token) && !token.is_any(&["было"]);
    said.iter().take(3).any(year_ago) && said.len() <= 8 && said.iter().all(|token| is_filler(token, known))
}

/// «В 2018 году участвовали 46, в 2017 году – 38»: a year before one that stands before it.
fn is_year_before(before: &[Token], token: &Token) -> bool {
    let year = |token: &Token| {
        token.number().filter(|number| number.role == NumberRole::Year).map(|year| year.value)
    };
    year(token).is_some_and(|own| before.iter().filter_map(year).any(|other| own < other))
}

/// Words of «год назад доля была».
const EARLIER: &[&str] = &[
    "год",
    "годом",
    "года",
    "году",
    "в",
    "а",
    "это",
    "и",
    "была",
    "был",
    "были",
    "их",
    "она",
    "он",
    "доля",
    "было",
    "составлял",
    "составляла",
    "составляло",
    "равнялся",
    "равнялась",
    "равнялось",
    "когда",
    "таких",
];

/// «АППГ», «годом ранее», «в прошлом году», «год назад».
fn says_last_year(token: &Token) -> bool {
    token.is_any(&["аппг", "ранее", "раньше", "назад", "было", "прежде"])
        || token.begins(&["прошл", "предыдущ"])
}

/// The only year that a sentence names: «88 выпускников (в 2016 году – 97)».
fn is_only_year(sentence: &Sentence, token: &Token) -> bool {
    let is_year = |token: &Token| token.number().is_some_and(|number| number.role == NumberRole::Year);
    let planned = |token: &Token| token.begins(&["план", "прогноз", "ожида"]);
    is_year(token)
        && sentence.tokens.iter().filter(|token| is_year(token)).count() == 1
        && !sentence.tokens.iter().any(planned)
}

/// «1 412 детей, на 37 больше, чем год назад, когда детей было 1 385», «26, на треть больше
/// прошлогодних 39», «на 8 меньше, чем год назад (53)».
fn than(sentence: &Sentence, difference: &Difference, amounts: &[usize]) -> Option<Pair> {
    let word = difference.word?;
    let now = amounts.iter().copied().rfind(|at| *at < difference.start && !in_brackets(sentence, *at))?;
    let before = amounts.iter().copied().find(|at| *at > word)?;
    let between = sentence.tokens.get(word + 1..before)?;
    let than = |token: &Token| token.is_any(&["чем", "против", "когда"]) || is_last_years(token);
    let other = |token: &Token| token.is_sign(';') || token.is_any(&["а", "но", "из", "на"]);
    let ends = between.iter().any(other);
    let compares = between.len() <= 10 && (between.iter().any(than) || is_than_bracketed(between)) && !ends;
    (compares && of_one_kind(sentence, now, before)).then_some(Pair { before, now })
}

/// «На 1,2 выше областного (53,1)»: the genitive of what is compared, its number in brackets.
fn is_than_bracketed(between: &[Token]) -> bool {
    let genitive = |token: &Token| token.text.ends_with("ого") || token.text.ends_with("его");
    matches!(between, [first, .., open] if genitive(first) && open.is_sign('(')) && between.len() <= 4
}

/// Two years, each with its number: the earlier year has the earlier number.
fn by_years(sentence: &Sentence, amounts: &[usize]) -> Option<Pair> {
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
        let mut amounts = amounts.iter().copied().filter(|at| (from..to).contains(at));
        let only = amounts.next()?;
        let word = |token: &Token| {
            token.is_word() && !token.begins(&["год"]) && !token.is_any(&["г", "а", "и", "уже"])
        };
        let words = tokens.get(from + 1..only)?.iter().filter(|token| word(token)).count();
        // «В 2016 году сдано 312 нормативов, в 2017 году – 287».
        let close = words <= usize::from(from == *first);
        (close && amounts.next().is_none()).then_some(only)
    };
    let (a, b) = (amount(*first, *second)?, amount(*second, tokens.len())?);
    if !of_one_kind(sentence, a, b) || !counts_alike(sentence, a, b) {
        return None;
    }
    match one.cmp(two) {
        Ordering::Less => Some(Pair { before: a, now: b }),
        Ordering::Greater => Some(Pair { before: b, now: a }),
        Ordering::Equal => None,
    }
}

/// The differences that a sentence states.
fn differences(sentence: &Sentence) -> Vec<Difference> {
    let tokens = &sentence.tokens;
    let amounts = sentence.amounts().filter_map(|(at, number)| by_number(sentence, at, number));
    let words = (0..tokens.len()).filter_map(|at| by_word(sentence, at));
    let mut found: Vec<Difference> = amounts.chain(words).collect();
    found.sort_by_key(|difference| difference.at);
    let again = found.iter().filter_map(|difference| said_again(sentence, difference)).collect::<Vec<_>>();
    found.extend(
        again.into_iter().filter(|again| !found.iter().any(|other| other.at == again.at)).collect::<Vec<_>>(),
    );
    found.sort_by_key(|difference| difference.at);
    found
}

/// «Минус 65 детей, или 3,4 %», «на 29 (9,3 %)»: the same difference in per cent.
fn said_again(sentence: &Sentence, difference: &Difference) -> Option<Difference> {
    let tokens = &sentence.tokens;
    let first = difference.number().filter(|number| !number.percent)?;
    let (at, number) = sentence.amounts().find(|(at, _)| *at > difference.at)?;
    let between = tokens.get(difference.at + 1..at)?;
    let or = between.last().is_some_and(|token| token.is_any(&["или"]) || token.is_sign('('));
    let again =
        or && between.len() <= 5 && number.percent && !difference.points && first.value > Decimal::ZERO;
    (again && !has_own_whole(sentence, at)).then(|| with_words(sentence, at, at - 1, Size::By(*number)))
}

/// «(0,3 % всех учеников)»: a share of something that is named behind it.
fn has_own_whole(sentence: &Sentence, at: usize) -> bool {
    const GROWTH: &[&str] = &[
        "к",
        "ко",
        "по",
        "за",
        "в",
        "с",
        "и",
        "а",
        "больше",
        "меньше",
        "выше",
        "ниже",
        "чем",
        "процента",
        "процентов",
    ];
    let behind = sentence.tokens.iter().skip(at + 1).find(|token| !token.is_sign('%'));
    behind.is_some_and(|token| token.is_word() && !token.is_any(GROWTH))
}

fn by_number(sentence: &Sentence, at: usize, number: &Number) -> Option<Difference> {
    let tokens = &sentence.tokens;
    let lead = lead(sentence, at)?;
    let before = tokens.get(lead)?;
    let times = tokens.get(at + 1).is_some_and(|token| token.is_any(&["раз", "раза"]));
    let (start, size) = match () {
        () if times && before.is_any(&["в"]) => (lead, Size::Times(number.value, number.decimals)),
        () if before.is_any(&["на", "минус", "плюс"]) => (lead, Size::By(*number)),
        () if before.begins(&["прибав", "потеря"]) && counts_points(sentence, at) => {
            (lead, Size::By(*number))
        }
        () if before.is_any(&["прибавка", "экономия"]) => (lead, Size::By(*number)),
        () if super::growth::is_noun(before) && is_remark(tokens, lead) => (lead, Size::By(*number)),
        () => (named(sentence, lead)?, Size::By(*number)),
    };
    Some(with_words(sentence, at, start, size))
}

/// «…, рост 107 человек»: a remark on what stands before.
fn is_remark(tokens: &[Token], noun: usize) -> bool {
    let before = noun.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_some_and(|token| token.is_dash() || matches!(token.kind, Kind::Sign(',' | ';' | '(')))
}

/// «1,1 процентного пункта», «1,1 п. п.»
fn counts_points(sentence: &Sentence, at: usize) -> bool {
    let behind = sentence.tokens.get(at + 1);
    behind.is_some_and(|token| token.begins(&["процентн", "пункт"]) || token.is_any(&["п"]))
}

/// The noun of «прирост составил 36», «экономия – 158», «разница в 12»: where the difference begins.
fn named(sentence: &Sentence, link: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let token = tokens.get(link)?;
    let links = token.is_dash()
        || token.is_sign(':')
        || token.begins(&["составил", "составля", "равн"])
        || token.is_any(&["в"]);
    let near = tokens.get(link.saturating_sub(5)..link).filter(|_| links)?;
    let apart = |token: &Token| token.number().is_some() || matches!(token.kind, Kind::Sign(',' | ';' | '('));
    let noun = near.iter().rposition(|token| super::growth::is_noun(token) || token.is_any(SAVED))?;
    let clear = !near.get(noun..)?.iter().any(apart);
    // «Рост есть: 12 случаев» says no growth of twelve.
    let colon = token.is_sign(':') && !near.get(noun)?.is_any(SAVED);
    (clear && !colon).then_some(link.saturating_sub(5) + noun)
}

fn by_word(sentence: &Sentence, at: usize) -> Option<Difference> {
    let tokens = &sentence.tokens;
    let token = tokens.get(at).filter(|token| token.is_word() && token.bound.is_none())?;
    let on = |at: usize| tokens.get(at).is_some_and(|token| token.is_any(&["на"]));
    let whole = |count: i64| Size::Times(Decimal::from(count), 0);
    if let Some((_, count)) = TIMES.iter().find(|(stem, _)| token.text.starts_with(stem)) {
        return Some(with_words(sentence, at, at, whole(*count)));
    }
    let within = at.checked_sub(1).filter(|at| tokens.get(*at).is_some_and(|token| token.is_any(&["в"])));
    if let Some(start) = within.filter(|_| token.is_any(&["полтора"])) {
        return Some(with_words(sentence, at, start, Size::Times(Decimal::new(15, 1), 0)));
    }
    // «В два раза».
    let times = tokens.get(at + 1).is_some_and(|next| next.is_any(&["раз", "раза"]));
    if let (Some(start), true, Some((_, count))) =
        (within, times, COUNTS.iter().find(|(word, _)| token.text == *word))
    {
        return Some(with_words(sentence, at, start, whole(*count)));
    }
    let start = lead(sentence, at).filter(|start| on(*start))?;
    if let Some((_, part)) = PARTS.iter().find(|(word, _)| token.text == *word) {
        let size = Size::Part(Decimal::ONE.checked_div(Decimal::from(*part))?);
        return Some(with_words(sentence, at, start, size));
    }
    let (_, value) = COUNTS.iter().find(|(word, _)| token.text == *word)?;
    let number = Number {
        value: Decimal::from(*value),
        decimals: 0,
        percent: false,
        scale: Default::default(),
        grouped: false,
        role: NumberRole::Amount,
    };
    let difference = with_words(sentence, at, start, Size::By(number));
    // «На две смены»: without «больше» or «то есть» a small number by words is no difference.
    let that_is =
        start.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_any(&["есть"]));
    let ends = tokens.get(at + 1).is_none_or(|token| !token.is_word());
    (difference.word.is_some() || that_is && ends).then_some(difference)
}

const TIMES: &[(&str, i64)] = &[
    ("вдвое", 2),
    ("втрое", 3),
    ("вчетверо", 4),
    ("впятеро", 5),
    ("удвоил", 2),
    ("утроил", 3),
    ("учетверил", 4),
];
const PARTS: &[(&str, i64)] = &[("треть", 3), ("четверть", 4), ("половину", 2)];
const COUNTS: &[(&str, i64)] = &[
    ("один", 1),
    ("одного", 1),
    ("одну", 1),
    ("два", 2),
    ("две", 2),
    ("три", 3),
    ("четыре", 4),
    ("пять", 5),
    ("шесть", 6),
    ("семь", 7),
    ("восемь", 8),
    ("девять", 9),
    ("десять", 10),
];

/// The words behind the number of a difference: «больше», «процентных пунктов».
fn with_words(sentence: &Sentence, at: usize, start: usize, size: Size) -> Difference {
    let tokens = &sentence.tokens;
    let behind = || tokens.iter().enumerate().skip(at + 1).take(5);
    let ends = |token: &Token| token.number().is_some() || matches!(token.kind, Kind::Sign(',' | ';' | ':'));
    let stop = behind().find(|(_, token)| ends(token)).map_or(usize::MAX, |(at, _)| at);
    let words = || behind().take_while(|(at, _)| *at < stop);
    let word = words().find(|(_, token)| token.is_any(super::growth::COMPARED)).map(|(at, _)| at);
    let word = word.or_else(|| stands_before(tokens, start));
    let of_points = |token: &Token| token.begins(&["процентн", "пункт"]) || token.is_any(&["п"]);
    let points = words().any(|(_, token)| of_points(token));
    Difference { at, start, size, word, points }
}

/// «Больше на 23 человека».
fn stands_before(tokens: &[Token], start: usize) -> Option<usize> {
    let word = start.checked_sub(1)?;
    let compares = tokens.get(word)?.is_any(super::growth::COMPARED);
    (compares && tokens.get(start)?.is_any(&["на"])).then_some(word)
}

/// Whether two numbers may count the same: people are no lessons. What is not known fits all.
pub fn counts_alike(sentence: &Sentence, one: usize, other: usize) -> bool {
    // «3 150 годом ранее» counts no years.
    let counted = |at: usize| {
        let word = sentence.counted(at).and_then(|at| sentence.tokens.get(at));
        word.filter(|word| !word.is_any(&["годом", "году"]))
    };
    let (Some(one), Some(other)) = (counted(one), counted(other)) else { return true };
    let forms = |word: &Token| nouns::forms(&word.text);
    if forms(one).is_empty() || forms(other).is_empty() || alike(&one.text, &other.text) {
        return true;
    }
    let people =
        |word: &Token| forms(word).iter().filter_map(|form| nouns::noun(*form)).any(|noun| noun.animate);
    people(one) && people(other)
}

/// Two numbers that a sentence carries on from the one before it.
#[derive(Debug)]
pub struct Carried<'s> {
    /// What was: its sentence and token.
    pub before: (&'s Sentence, usize),
    /// What is.
    pub now: (&'s Sentence, usize),
    /// Whether words tell which of the two is the earlier.
    pub told: bool,
}

impl<'s> Carried<'s> {
    /// The only two numbers of two sentences, differences and what stands behind `end` left out:
    /// «Учится 2 143 ребёнка, год назад было 2 118. Увеличение на …», «Принимают 1 046 детей. Год
    /// назад было 1 089, за год их число …».
    pub fn of(earlier: &'s Sentence, sentence: &'s Sentence, end: usize) -> Option<Carried<'s>> {
        let told = earlier.changes();
        let own = plain(sentence, end);
        let before = plain(earlier, earlier.tokens.len());
        let year_ago =
            |token: &Token| token.is_any(&["назад", "раньше", "ранее"]) || token.begins(&["прошлогодн"]);
        match (before.as_slice(), own.as_slice()) {
            ([one, two], []) => {
                let pair = told.pairs.first().copied();
                let Pair { before, now } = pair.unwrap_or(Pair { before: *two, now: *one });
                Some(Carried { before: (earlier, before), now: (earlier, now), told: pair.is_some() })
            }
            ([one], [two]) => {
                let told = sentence.tokens.get(..*two)?.iter().any(year_ago);
                Some(Carried { before: (sentence, *two), now: (earlier, *one), told })
            }
            _ => None,
        }
    }
}

/// The numbers before `end` that are no differences.
pub fn plain(sentence: &Sentence, end: usize) -> Vec<usize> {
    let is_difference = |at: usize| sentence.changes().is_difference(at);
    sentence.amounts().map(|(at, _)| at).filter(|at| *at < end && !is_difference(*at)).collect()
}

/// Whether a sentence speaks on of the same: «Увеличение на …», «за год их число …».
pub fn goes_on(sentence: &Sentence) -> bool {
    let noun = sentence.tokens.iter().take(4).any(super::growth::is_noun);
    noun || names_their_count(&sentence.tokens)
}

/// «Их число», «их количество».
pub fn names_their_count(tokens: &[Token]) -> bool {
    tokens.windows(2).any(
        |two| matches!(two, [their, count] if their.is_any(&["их"]) && count.begins(&["числ", "количеств"])),
    )
}
