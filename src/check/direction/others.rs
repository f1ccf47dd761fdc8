//! «Выше областного» over a number that is lower than the region's.

use super::{OTHERS, is_denied};
use crate::check::reading::growth;
use crate::check::{Field, Number, Sentence, Token};
use crate::source::Finding;
use std::cmp::Ordering;

/// With whom a municipality compares itself.
const OTHER: &[&str] = &[
    "област",
    "регион",
    "республик",
    "краев",
    "края",
    "крае",
    "краю",
    "росси",
    "общеросс",
    "стран",
    "среднеобл",
    "среднерег",
    "среднеросс",
    "среднереспубл",
    "среднекраев",
];
/// What may stand between a number and the word that compares it.
const BESIDE: &[&str] = &["что", "это", "и", "по", "в", "нашем", "нашего", "у", "нас", "а"];
/// Units, and names of the municipality itself.
const UNITS: &[&str] = &["балл", "процент", "район", "город", "муниципал", "округ", "рубл", "тыс"];

/// The words of a sentence that compare a number with the region's, and are wrong.
pub(super) fn look(field: &Field<'_>, sentence: &Sentence) -> Vec<Finding> {
    let tokens = &sentence.tokens;
    if sentence.amounts().nth(1).is_none() {
        return Vec::new();
    }
    let words =
        tokens.iter().enumerate().filter(|(at, word)| word.bound.is_none() && !is_denied(tokens, *at));
    words.filter_map(|(at, word)| finding(field, sentence, at, compares(word)?)).collect()
}

/// «Выше», «превышает», «уступает».
fn compares(word: &Token) -> Option<Ordering> {
    match () {
        () if word.begins(&["превыша", "превысил"]) => Some(Ordering::Greater),
        () if word.begins(&["уступает", "уступал", "уступил"]) => Some(Ordering::Less),
        () => growth::compared(word),
    }
}

fn finding(field: &Field<'_>, sentence: &Sentence, at: usize, direction: Ordering) -> Option<Finding> {
    let (one, other) = (own(sentence, at)?, of_others(sentence, at)?);
    let tokens = &sentence.tokens;
    let (own, others) = (tokens.get(one)?, tokens.get(other)?);
    let (number, theirs) = (own.number()?, others.number()?);
    let is = number.ones().cmp(&theirs.ones());
    if number.percent != theirs.percent || number.scale != theirs.scale || is == direction {
        return None;
    }
    let how = match is {
        Ordering::Greater => ("больше, чем", "is greater than"),
        Ordering::Less => ("меньше, чем", "is less than"),
        Ordering::Equal => ("столько же, сколько", "is as much as"),
    };
    let word = tokens.get(at)?;
    let finding = Finding::new(&OTHERS)
        .arg("word", field.written(std::slice::from_ref(word)))
        .arg("one", own.text.as_str())
        .arg("how", how)
        .arg("other", others.text.as_str())
        .at(field.place(word));
    let finding = finding.label(field.place(own), ("это число", "this number"));
    Some(finding.label(field.place(others), ("и с чем сравнивают", "and what it is compared with")))
}

/// The number before the word, with nothing between that begins to speak of another thing.
fn own(sentence: &Sentence, word: usize) -> Option<usize> {
    let (at, number) = sentence.amounts().rfind(|(at, _)| *at < word)?;
    let between = sentence.tokens.get(at + 1..word)?;
    let beside = |token: &Token| {
        ",()%–—-.".chars().any(|sign| token.is_sign(sign)) || token.is_any(BESIDE) || token.begins(UNITS)
    };
    // «На 1,2 выше областного (53,1)» tells a difference.
    (between.len() <= 8
        && between.iter().all(beside)
        && !sentence.changes().is_difference(at)
        && tells(number))
    .then_some(at)
}

/// The number behind «областного показателя», «чем по области».
fn of_others(sentence: &Sentence, word: usize) -> Option<usize> {
    let behind = sentence.tokens.get(word + 1..)?;
    let said = |token: &Token| token.is_word() || token.is_sign(',') || token.is_sign('(') || token.is_dash();
    let named =
        behind.iter().take(6).take_while(|token| said(token)).position(|token| token.begins(OTHER))?;
    let rest = behind.get(named + 1..)?;
    let number = rest.iter().take(5).position(|token| token.amount().is_some())?;
    let between = rest.get(..number)?;
    let at = word + 1 + named + 1 + number;
    let plain =
        |token: &Token| token.is_word() && !token.is_any(&["на", "в", "и", "до"]) || token.is_sign('(');
    let last = between.len().saturating_sub(1);
    let linked =
        between.iter().enumerate().all(|(place, token)| plain(token) || token.is_dash() && place == last);
    (linked && !sentence.changes().is_difference(at)).then_some(at)
}

/// A mean, a mark or a share: whole numbers of a town and of a region are never compared so.
fn tells(number: &Number) -> bool {
    number.percent || number.decimals > 0
}
