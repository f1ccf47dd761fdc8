//! Figures of which a sentence has just spoken, with what they were before: what «это на 35 меньше,
//! чем в прошлом году» may compare.

use super::change::{Difference, plain};
use super::days::conference;
use super::known::Known;
use super::phrases::names;
use super::{Field, Kind, NumberRole, Sentence, Token, View};
use crate::source::Place;
use chrono::Datelike;
use rust_decimal::Decimal;

/// The year before, as a sentence names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearBefore {
    /// «Год назад», «в прошлом году», «за год».
    Last,
    /// «За два года», «в позапрошлом году».
    LastButOne,
    /// «В 2025 году».
    Calendar(u32),
    /// «В 2024/2025 учебном году»: its first year.
    School(u32),
}

/// A figure that was just said, and its value before.
#[derive(Clone, Copy, Debug)]
pub struct Recent<'s> {
    /// The sentence and the token of the number.
    pub now: (&'s Sentence, usize),
    /// The figure that it is.
    pub figure: &'s Known<'s>,
    /// What it was.
    pub before: Decimal,
    /// Where that stands.
    pub place: &'s Place,
    /// Whether it is the number said last.
    pub last: bool,
}

/// The figures with a value before them that a sentence says before a difference, or the sentence
/// before it says; what was said last comes first.
pub fn recent<'s>(
    (view, field): (&'s View<'_>, &'s Field<'_>),
    (sentence, earlier): (&'s Sentence, Option<&'s Sentence>),
    difference: &Difference,
) -> Vec<Recent<'s>> {
    let than = year_compared(sentence, difference).unwrap_or(YearBefore::Last);
    let own = plain(sentence, difference.start).into_iter().rev().map(|at| (sentence, at));
    let told =
        earlier.map(|earlier| plain(earlier, earlier.tokens.len()).into_iter().map(move |at| (earlier, at)));
    let mut found = Vec::new();
    for (place, now) in own.chain(told.into_iter().flatten().rev()).enumerate() {
        for figure in figures_of(view, field, now.0, now.1) {
            if let Some((before, at)) = figure_before(view, figure, than) {
                found.push(Recent { now, figure, before, place: at, last: place == 0 });
            }
        }
    }
    found
}

/// What a figure was in the year with which it is compared.
fn figure_before<'s>(
    view: &View<'_>,
    figure: &'s Known<'s>,
    than: YearBefore,
) -> Option<(Decimal, &'s Place)> {
    let conference = || conference(view).and_then(|day| u32::try_from(day.year()).ok());
    let own = |school: u32| figure.year.or_else(|| conference().map(|year| year.saturating_sub(school)));
    let years = match than {
        YearBefore::Last => 1,
        YearBefore::LastButOne => 2,
        YearBefore::Calendar(said) => own(0)?.checked_sub(said)?,
        YearBefore::School(said) => own(1)?.checked_sub(said)?,
    };
    figure.earlier(years)
}

/// The known figures that a number is: the one that prints it, or those that are equal, if they are
/// told apart by that or named.
pub fn figures_of<'v>(
    view: &'v View<'_>,
    field: &Field<'_>,
    sentence: &Sentence,
    at: usize,
) -> Vec<&'v Known<'v>> {
    let Some((token, number)) = sentence.tokens.get(at).and_then(|token| Some((token, token.number()?)))
    else {
        return Vec::new();
    };
    if let Some(figure) = field.figure(token) {
        let places = figure.cells.iter().chain(figure.indicators.iter().map(|indicator| &indicator.place));
        let places: Vec<&Place> = places.collect();
        let cell = |known: &&Known<'_>| places.contains(&known.place);
        let of = |known: &&Known<'_>| known.is_of(&figure.indicators) || cell(known);
        return view.known.iter().filter(of).collect();
    }
    let telling = number.value >= Decimal::ONE_HUNDRED || number.decimals > 0;
    let equal = view.known_between(number.value, number.value);
    equal.filter(|known| telling || names(&sentence.tokens, &known.words)).collect()
}

/// The year with which a difference compares: «чем год назад», «чем в 2025 году», «за год».
pub fn year_compared(sentence: &Sentence, difference: &Difference) -> Option<YearBefore> {
    let says = |token: &Token| {
        token.begins(&["прошл", "предыдущ"]) || token.is_any(&["назад", "раньше", "ранее", "годом"])
    };
    let behind = sentence.tokens.get(difference.at..)?;
    // «Чем в 2025 году», «к 2025 году»: a year further on is of another clause.
    let than = |token: &Token| token.is_any(&["чем", "к", "против", "сравнению", "относительно"]);
    let compared = behind.iter().take(8).position(than).and_then(|at| behind.get(at..)).unwrap_or_default();
    let named = compared.iter().take(5).find_map(|token| match &token.kind {
        Kind::Number(number) if number.role == NumberRole::Year => {
            Some(YearBefore::Calendar(u32::try_from(number.value).ok()?))
        }
        Kind::Years(first, _) => Some(YearBefore::School(*first)),
        _ => None,
    });
    let before_last =
        || behind.iter().any(|token| token.begins(&["позапрошл"])) || in_years(sentence, difference, 2);
    named.or_else(|| before_last().then_some(YearBefore::LastButOne)).or_else(|| {
        (behind.iter().any(says) || in_years(sentence, difference, 1)).then_some(YearBefore::Last)
    })
}

/// «За год», «за два года» near a difference.
fn in_years(sentence: &Sentence, difference: &Difference, years: usize) -> bool {
    let from = difference.start.saturating_sub(6);
    let near = sentence.tokens.get(from..sentence.tokens.len().min(difference.at + 6)).unwrap_or_default();
    let said: &[&str] = if years == 1 { &["за", "год"] } else { &["за", "два", "года"] };
    near.windows(said.len()).any(|words| words.iter().zip(said).all(|(word, said)| word.is_any(&[said])))
}
