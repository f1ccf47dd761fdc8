//! The days that a sentence names.

use super::words::{is_participle, is_short_participle, past, past_plural};
use super::{Field, Kind, NumberRole, Sentence, Token, View};
use crate::russian::date;
use crate::russian::months;
use crate::source::Span;
use chrono::{Datelike, NaiveDate};
use std::ops::Range;

/// A day named in a sentence.
#[derive(Clone, Debug)]
pub struct Day {
    /// Its tokens, «года» included.
    pub tokens: Range<usize>,
    /// Day and month as they are written; `None` for a day in digits that the calendar does not have.
    pub day_month: Option<(u32, u32)>,
    /// The year, if one is written.
    pub year: Option<i32>,
    /// The day; `None` where the calendar has none, or no year is written.
    pub date: Option<NaiveDate>,
    /// Where «до», «не позднее», «к» before it begins.
    pub until: Option<usize>,
    /// How it is written.
    pub form: DayForm,
}

/// How a day is written. ГОСТ Р 7.0.97 knows the first and the fifth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayForm {
    /// `28.08.2018`
    Digits,
    /// `28.08.2018 г.`
    DigitsAbbreviated,
    /// `28.08.2018 года`
    DigitsYear,
    /// `28 августа 2018`
    Words,
    /// `28 августа 2018 г.`
    WordsAbbreviated,
    /// `28 августа 2018 года`
    WordsYear,
    /// `28 августа`: a form of any document.
    WithoutYear,
}

impl Day {
    /// Whether the calendar has no such day.
    pub fn is_impossible(&self) -> bool {
        match (self.day_month, self.year) {
            (None, _) => true,
            (Some((day, month)), Some(year)) => date::day(year, month, day).is_err(),
            // 2000 is a leap year: without a year, 29 February may be meant.
            (Some((day, month)), None) => date::day(2000, month, day).is_err(),
        }
    }

    /// The day, the next one on or after `from` if no year is written.
    pub fn on_or_after(&self, from: NaiveDate) -> Option<NaiveDate> {
        let (day, month) = self.day_month?;
        let year = self.year.unwrap_or(from.year() + i32::from((month, day) < (from.month(), from.day())));
        NaiveDate::from_ymd_opt(year, month, day)
    }

    /// Its place, «до» before it included.
    pub fn place(&self, field: &Field<'_>, sentence: &Sentence) -> Span {
        let from = self.until.unwrap_or(self.tokens.start);
        field.place_of(sentence.tokens.get(from..self.tokens.end).unwrap_or_default())
    }

    /// Its place without «до».
    pub fn own_place(&self, field: &Field<'_>, sentence: &Sentence) -> Span {
        field.place_of(sentence.tokens.get(self.tokens.clone()).unwrap_or_default())
    }

    /// Whether it is the date of a law or an order: «от 26.12.2017 № 196-З».
    pub fn is_requisite(&self, sentence: &Sentence) -> bool {
        let word = |at: Option<usize>| at.and_then(|at| sentence.tokens.get(at));
        word(self.tokens.start.checked_sub(1)).is_some_and(|token| token.is_any(&["от"]))
            || word(Some(self.tokens.end)).is_some_and(|token| token.is_sign('№'))
    }

    /// Whether it is an end of a period: «с 1 сентября по 30 октября», «1–30 октября».
    pub fn is_end_of_period(&self, sentence: &Sentence) -> bool {
        let before = self.tokens.start.checked_sub(1).and_then(|at| sentence.tokens.get(at));
        let after = sentence.tokens.get(self.tokens.end);
        before.is_some_and(|token| token.is_any(&["с", "со", "по"]) || token.is_dash())
            || after.is_some_and(|token| token.is_any(&["по"]) || token.is_dash())
            || sentence
                .tokens
                .get(..self.tokens.start)
                .is_some_and(|tokens| starts_period(tokens, self.until))
    }
}

/// «с 1 июля до 31 августа»: whether «до» ends a period that began with «с».
fn starts_period(tokens: &[Token], until: Option<usize>) -> bool {
    let Some(until) = until else { return false };
    let near = tokens.get(until.saturating_sub(5)..until).unwrap_or_default();
    near.windows(2).any(|pair| match pair {
        [from, number] => {
            from.is_any(&["с", "со"]) && (number.number().is_some() || matches!(number.kind, Kind::Date(_)))
        }
        _ => false,
    })
}

/// Whether what stands at `until` limits the task, and not a participle («проведённого до …»)
/// or something that is past («завершили до …»).
pub fn limits_task(sentence: &Sentence, until: usize) -> bool {
    let Some(before) = until.checked_sub(1).and_then(|at| sentence.tokens.get(at)) else { return true };
    if !before.is_word() {
        return true;
    }
    let past = past(before).is_some() || past_plural(before);
    !past && !is_short_participle(before) && !is_participle(&before.text)
}

/// All days that a sentence names.
pub fn days(sentence: &Sentence) -> Vec<Day> {
    (0..sentence.tokens.len()).filter_map(|at| day(&sentence.tokens, at)).collect()
}

fn day(tokens: &[Token], at: usize) -> Option<Day> {
    let token = tokens.get(at)?;
    let until = until(tokens, at);
    if let Kind::Date(date) = token.kind {
        let (end, form) = match year_word(tokens, at + 1) {
            Some((end, true)) => (end, DayForm::DigitsYear),
            Some((end, false)) => (end, DayForm::DigitsAbbreviated),
            None => (at + 1, DayForm::Digits),
        };
        let day_month = date.map(|date| (date.day(), date.month()));
        return Some(Day {
            tokens: at..end,
            day_month,
            year: date.map(|date| date.year()),
            date,
            until,
            form,
        });
    }
    let day = token.number().filter(|number| number.decimals == 0 && !number.grouped)?;
    let month = months::number_of_genitive(&tokens.get(at + 1).filter(|token| token.is_word())?.text)?;
    let day = u32::try_from(day.value.mantissa()).ok().filter(|day| *day < 100)?;
    let year =
        tokens.get(at + 2).and_then(Token::number).filter(|number| matches!(number.role, NumberRole::Year));
    let year = year.and_then(|year| i32::try_from(year.value.mantissa()).ok());
    let (end, form) = match (year, year_word(tokens, at + 3)) {
        (None, _) => (at + 2, DayForm::WithoutYear),
        (Some(_), Some((end, true))) => (end, DayForm::WordsYear),
        (Some(_), Some((end, false))) => (end, DayForm::WordsAbbreviated),
        (Some(_), None) => (at + 3, DayForm::Words),
    };
    let date = year.and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
    Some(Day { tokens: at..end, day_month: Some((day, month)), year, date, until, form })
}

/// «года» or «г.» at `at`: the token behind it, and whether it is the whole word.
fn year_word(tokens: &[Token], at: usize) -> Option<(usize, bool)> {
    let token = tokens.get(at)?;
    if token.is_any(&["года", "году", "год"]) {
        return Some((at + 1, true));
    }
    let dot = tokens.get(at + 1).is_some_and(|dot| dot.is_sign('.') && !dot.spaced);
    token.is_any(&["г"]).then_some((at + 1 + usize::from(dot), false))
}

/// Where «до», «не позднее», «к» before the token at `at` begins.
fn until(tokens: &[Token], at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let token = tokens.get(before)?;
    if token.is_any(&["до", "к", "ко"]) {
        return Some(before);
    }
    let not = before.checked_sub(1)?;
    (token.is_any(&["позднее", "позже"]) && tokens.get(not)?.is_any(&["не"])).then_some(not)
}

/// The day of the conference, if the pack says it.
pub fn conference(view: &View<'_>) -> Option<NaiveDate> {
    view.loaded.facts.conference.date.as_ref().map(|date| date.written.date)
}

/// A day as findings name it: `28.08.2018`.
pub fn shown(day: NaiveDate) -> String {
    date::print(day, date::DateForm::Numeric)
}
