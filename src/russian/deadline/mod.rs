//! When a task is due: the wording is kept as it was typed, its meaning is typed.
//!
//! The forms are those that resolutions really use; [`parse`] lists none of them by rote but
//! reads words, numbers and dates, so «к 1 сентября», «до 01.12.2018 г.», «сентябрь–октябрь
//! 2018», «не реже 1 раза в квартал» and «ІІІ квартал» (with Cyrillic letters) are all known.

mod count;
mod event;
mod grammar;
mod last_day;
mod near;
mod period;
mod returning;
mod token;

use super::Explain;
use super::date::{self, DateError};
use super::school_year::{SchoolYear, SchoolYearError};
use chrono::{Datelike, NaiveDate};

/// When a task is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// As it was typed, blanks at the ends trimmed; this is what a document prints.
    pub wording: String,
    /// What it means.
    pub value: DeadlineValue,
}

/// What a deadline means. Days are those of the calendar; a period includes both its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeadlineValue {
    /// «01.12.2018»
    Date(NaiveDate),
    /// «до 01.09.2019», «не позднее …», «к 1 сентября», «до начала учебного года»: the last
    /// day on which it may be done.
    Until(NaiveDate),
    /// «с 1 по 30 октября 2018», «август–сентябрь», «2018–2020 годы», «в течение месяца»
    Range(NaiveDate, NaiveDate),
    /// «сентябрь 2018»
    Month {
        /// The year.
        year: i32,
        /// 1 to 12.
        month: u32,
    },
    /// «III квартал 2018»
    Quarter {
        /// The year.
        year: i32,
        /// 1 to 4.
        quarter: u32,
    },
    /// «I полугодие»: of a calendar year January to June or July to December, of a school year
    /// September to December or January to May.
    HalfYear {
        /// Of which year.
        year: Year,
        /// 1 or 2.
        half: u32,
    },
    /// «в течение года», «в течение 2019 года», «2018/2019 учебный год»
    Year(Year),
    /// «постоянно», «весь период», «с 1 сентября 2018»: without an end.
    Ongoing {
        /// The first day, where one is named.
        from: Option<NaiveDate>,
    },
    /// «ежеквартально», «1 раз в полугодие», «ежемесячно до 5 числа»
    Periodic {
        /// How often within the period.
        times: u32,
        /// The period.
        every: Period,
        /// The day of a month by which it is due, where one is named.
        until_day: Option<UntilDay>,
        /// Where it ends («ежемесячно в течение 2019 года»), the two days of it.
        within: Option<(NaiveDate, NaiveDate)>,
    },
    /// «ежегодно до 1 февраля», «ежегодно в сентябре» (its last day)
    Yearly {
        /// The day.
        day: u32,
        /// The month, 1 to 12.
        month: u32,
    },
    /// «по мере финансирования», «осенние каникулы»: no day of the calendar, unless one was given
    /// beside it.
    Event {
        /// The last day that was given beside the wording.
        until: Option<NaiveDate>,
    },
    /// «сентябрь, октябрь 2018», «декабрь 2018 и май 2019»
    Several(Vec<DeadlineValue>),
}

/// The day of a month by which something that returns is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UntilDay {
    /// 1 to 31.
    pub day: u32,
    /// Whether the month is the one after the period, as in reports: «ежеквартально, до 10 числа»
    /// is the month after the quarter, «… последнего месяца квартала» is not.
    pub after: bool,
}

/// A calendar or a school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// January to December.
    Calendar(i32),
    /// September to August.
    School(SchoolYear),
}

/// How often something returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// «ежедневно»
    Day,
    /// «еженедельно»
    Week,
    /// «ежемесячно»
    Month,
    /// «ежеквартально»
    Quarter,
    /// «раз в четверть», «раз в триместр»: a term of the school year, whose days each school sets
    Term,
    /// «раз в полугодие»
    HalfYear,
    /// «ежегодно»
    Year,
}

/// What «год» means where a deadline does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum YearKind {
    /// The school year.
    #[default]
    School,
    /// The calendar year.
    Calendar,
}

/// What a deadline is read against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// The day of the conference; a deadline without a year is the first on or after it.
    pub conference: NaiveDate,
    /// What «год» and «полугодие» mean.
    pub year_means: YearKind,
    /// The school year for which the tasks are set: the one after the year reported on.
    pub school_year: SchoolYear,
}

/// Why a deadline is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeadlineError {
    /// Nothing is written.
    Empty,
    /// It is in none of the known forms.
    Unknown {
        /// What was probably meant, the nearest first, at most three; may be empty.
        near: Vec<String>,
    },
    /// It names a day that the calendar does not have.
    Date(DateError),
    /// It names a school year whose years do not follow on.
    SchoolYear(SchoolYearError),
    /// It ends before it begins: its first and its last day.
    Reversed(NaiveDate, NaiveDate),
}

impl DeadlineError {
    /// What was probably meant, the nearest first; may be empty.
    pub fn near(&self) -> &[String] {
        match self {
            DeadlineError::Unknown { near } => near,
            _ => &[],
        }
    }
}

impl Explain for DeadlineError {
    fn explain(&self) -> (String, String) {
        match self {
            DeadlineError::Empty => ("срок пуст".to_owned(), "the deadline is empty".to_owned()),
            DeadlineError::Unknown { .. } => {
                ("такая форма срока неизвестна".to_owned(), "this form of a deadline is unknown".to_owned())
            }
            DeadlineError::Date(error) => error.explain(),
            DeadlineError::SchoolYear(error) => error.explain(),
            DeadlineError::Reversed(from, to) => {
                let (from, to) = (print(*from), print(*to));
                (
                    format!("срок кончается ({to}) раньше, чем начинается ({from})"),
                    format!("the deadline ends ({to}) before it begins ({from})"),
                )
            }
        }
    }
}

fn print(day: NaiveDate) -> String {
    date::print(day, date::DateForm::Numeric)
}

/// Reads a deadline. See [`DeadlineValue`] for the forms.
pub fn parse(text: &str, context: &Context) -> Result<Deadline, DeadlineError> {
    let wording = text.trim();
    if wording.is_empty() {
        return Err(DeadlineError::Empty);
    }
    let unknown = || DeadlineError::Unknown { near: near::near(wording, context) };
    match grammar::read(wording, context)? {
        // «до начала учебнго года» is no event, but a day with a slip of the pen.
        Some(DeadlineValue::Event { .. }) if near::is_misspelt(wording, context) => Err(unknown()),
        Some(value) => Ok(Deadline { wording: wording.to_owned(), value }),
        None => Err(unknown()),
    }
}

/// Forms of the same days that are all known, as examples for somebody who writes deadlines: none
/// names a year that is past.
pub fn examples(context: &Context) -> Vec<String> {
    near::forms(context)
}

impl Deadline {
    /// A deadline in words of the author's own, with the last day where she gives one:
    /// `{text: по мере финансирования, until: 2026-12-31}`.
    pub fn stated(wording: &str, until: Option<NaiveDate>) -> Deadline {
        Deadline { wording: wording.trim().to_owned(), value: DeadlineValue::Event { until } }
    }

    /// The first day, where the wording names one.
    pub fn start(&self) -> Option<NaiveDate> {
        self.value.start()
    }

    /// The last day on which the task may be done; `None` where it never ends or returns.
    pub fn end(&self) -> Option<NaiveDate> {
        self.value.end()
    }
}

impl DeadlineValue {
    /// The first day, where the wording names one.
    pub fn start(&self) -> Option<NaiveDate> {
        match self {
            DeadlineValue::Ongoing { from } => *from,
            DeadlineValue::Several(values) => values.iter().filter_map(DeadlineValue::start).min(),
            other => other.days().map(|(from, _)| from),
        }
    }

    /// The last day on which the task may be done; `None` where it never ends or returns.
    pub fn end(&self) -> Option<NaiveDate> {
        match self {
            DeadlineValue::Until(day) => Some(*day),
            DeadlineValue::Event { until } => *until,
            DeadlineValue::Several(values) => {
                let ends: Option<Vec<_>> = values.iter().map(DeadlineValue::end).collect();
                ends?.into_iter().max()
            }
            other => other.days().map(|(_, to)| to),
        }
    }

    /// The first and the last day of a period that has both.
    pub(super) fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        match *self {
            DeadlineValue::Date(day) => Some((day, day)),
            DeadlineValue::Range(from, to) => Some((from, to)),
            DeadlineValue::Month { year, month } => months(year, month, month),
            DeadlineValue::Quarter { year, quarter } => {
                let last = quarter.checked_mul(3)?;
                months(year, last.checked_sub(2)?, last)
            }
            DeadlineValue::HalfYear { year, half } => year.half(half),
            DeadlineValue::Year(year) => year.days(),
            DeadlineValue::Periodic { within, .. } => within,
            _ => None,
        }
    }
}

impl Year {
    /// Its first and its last day.
    pub fn days(self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Year::Calendar(year) => months(year, 1, 12),
            Year::School(year) => Some((year.start(), year.end())),
        }
    }

    /// The first and the last day of its first or second half.
    pub fn half(self, half: u32) -> Option<(NaiveDate, NaiveDate)> {
        match (self, half) {
            (Year::Calendar(year), 1) => months(year, 1, 6),
            (Year::Calendar(year), 2) => months(year, 7, 12),
            (Year::School(year), 1) => months(year.first(), 9, 12),
            (Year::School(year), 2) => months(year.second(), 1, 5),
            _ => None,
        }
    }
}

/// From the first day of one month to the last day of another in the same year.
fn months(year: i32, first: u32, last: u32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(year, first, 1)?, date::last_of_month(year, last)?))
}

impl Context {
    /// The context of a conference that reports on the school year `reported`.
    pub fn after(conference: NaiveDate, reported: SchoolYear, year_means: YearKind) -> Context {
        Context { conference, year_means, school_year: reported.next() }
    }

    /// The year that «год» means.
    pub fn year(&self) -> Year {
        match self.year_means {
            YearKind::School => Year::School(self.school_year),
            YearKind::Calendar => Year::Calendar(self.conference.year()),
        }
    }

    /// The year of a month: the one that is named, or that of its first occurrence.
    fn month_year(&self, month: u32, year: Option<i32>) -> i32 {
        year.unwrap_or_else(|| self.year_of(month, 31))
    }

    /// The first occurrence of a day of the year.
    fn next_day(&self, day: u32, month: u32) -> Result<NaiveDate, DeadlineError> {
        date::day(self.year_of(month, day), month, day).map_err(DeadlineError::Date)
    }

    /// The year of the first occurrence of a day of the year on or after the conference.
    fn year_of(&self, month: u32, day: u32) -> i32 {
        let passed = (month, day) < (self.conference.month(), self.conference.day());
        self.conference.year() + i32::from(passed)
    }
}

#[cfg(test)]
mod tests;
