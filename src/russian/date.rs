//! Dates in the forms that documents write, and back. A document keeps to one form.

use super::months::{self, MonthCase};
use super::typography::one_line;
use super::{Explain, NO_BREAK_SPACE};
use chrono::{Datelike, NaiveDate};

/// The form of a date. ГОСТ Р 7.0.97 knows the first and [`Words`](DateForm::Words); offices
/// write the others too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum DateForm {
    /// `28.08.2018`
    #[default]
    Numeric,
    /// `28.08.2018г.`
    NumericGlued,
    /// `28.08.2018 г.`
    NumericAbbreviated,
    /// `28.08.2018 года`
    NumericYear,
    /// `28 августа 2018`
    WordsBare,
    /// `28 августа 2018 г.`
    Words,
    /// `28 августа 2018 года`
    WordsYear,
    /// `«28» августа 2018`
    QuotedBare,
    /// `«28» августа 2018 г.`
    Quoted,
    /// `«28» августа 2018 года`
    QuotedYear,
    /// `2018-08-28`, as YAML and spreadsheets write it; never printed in a Russian document.
    Iso,
}

/// A date together with the form in which it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenDate {
    /// The day.
    pub date: NaiveDate,
    /// How it was written.
    pub form: DateForm,
}

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It is in none of the forms.
    Unknown,
    /// There is no such month.
    NoSuchMonth(u32),
    /// The month has fewer days, or the day is 0.
    NoSuchDay {
        /// The day that was written.
        day: u32,
        /// The month, 1 to 12.
        month: u32,
        /// How many days the month has in that year.
        days: u32,
        /// The year, where it decides (29 February) and is known.
        year: Option<i32>,
    },
    /// `28.08.18`: the century is missing; the date with it.
    ShortYear(String),
}

impl DateError {
    /// The same where the year was not read.
    pub fn in_any_year(self) -> DateError {
        match self {
            DateError::NoSuchDay { day, month, days, .. } => {
                DateError::NoSuchDay { day, month, days, year: None }
            }
            other => other,
        }
    }
}

impl Explain for DateError {
    fn explain(&self) -> (String, String) {
        match self {
            DateError::Unknown => ("это не дата".to_owned(), "this is not a date".to_owned()),
            DateError::NoSuchMonth(month) => {
                (format!("месяца с номером {month} нет"), format!("there is no month {month}"))
            }
            DateError::NoSuchDay { day, month, days, year } => no_such_day(*day, *month, *days, *year),
            DateError::ShortYear(full) => {
                (format!("год нужен полностью: {full}"), format!("the year must be written in full: {full}"))
            }
        }
    }
}

/// «31 июня: в июне 30 дней»; for February the year is said too, where it is known.
fn no_such_day(day: u32, month: u32, days: u32, year: Option<i32>) -> (String, String) {
    let genitive = months::name(month, MonthCase::Genitive).unwrap_or_default();
    let prepositional = months::name(month, MonthCase::Prepositional).unwrap_or_default();
    let (year_ru, year_en) = match (month, year) {
        (2, Some(year)) => (format!(" {year} года"), format!(" {year}")),
        (2, None) => {
            return (
                format!("{day} {genitive}: в {prepositional} 28 дней, в високосный год 29"),
                format!("February {day}: February has 28 days, 29 in a leap year"),
            );
        }
        _ => (String::new(), String::new()),
    };
    let word = if days == 31 { "день" } else { "дней" };
    let english = months::english(month);
    (
        format!("{day} {genitive}: в {prepositional}{year_ru} {days} {word}"),
        format!("{english} {day}: {english}{year_en} has {days} days"),
    )
}

/// A day of the calendar, or why there is none.
pub fn day(year: i32, month: u32, day: u32) -> Result<NaiveDate, DateError> {
    if !(1..=12).contains(&month) {
        return Err(DateError::NoSuchMonth(month));
    }
    let days = last_of_month(year, month).map(|last| last.day()).ok_or(DateError::Unknown)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NoSuchDay {
        day,
        month,
        days,
        year: Some(year),
    })
}

/// The last day of a month; `None` for a month or year that does not exist.
pub fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month.checked_add(1)?) };
    NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
}

/// `date` in `form`; spaces that must not break are U+00A0.
pub fn print(date: NaiveDate, form: DateForm) -> String {
    let space = NO_BREAK_SPACE;
    let numeric = format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year());
    let month = months::name(date.month(), MonthCase::Genitive).unwrap_or_default();
    let words = |day: String| format!("{day}{space}{month} {:04}", date.year());
    let quoted = || words(format!("«{:02}»", date.day()));
    match form {
        DateForm::Numeric => numeric,
        DateForm::NumericGlued => format!("{numeric}г."),
        DateForm::NumericAbbreviated => format!("{numeric}{space}г."),
        DateForm::NumericYear => format!("{numeric}{space}года"),
        DateForm::WordsBare => words(date.day().to_string()),
        DateForm::Words => format!("{}{space}г.", words(date.day().to_string())),
        DateForm::WordsYear => format!("{}{space}года", words(date.day().to_string())),
        DateForm::QuotedBare => quoted(),
        DateForm::Quoted => format!("{}{space}г.", quoted()),
        DateForm::QuotedYear => format!("{}{space}года", quoted()),
        DateForm::Iso => format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()),
    }
}

/// Reads a date in any [`DateForm`]; any spaces, any letter case, with or without leading zeros.
pub fn parse(text: &str) -> Result<WrittenDate, DateError> {
    let text = one_line(text).to_lowercase();
    let (body, ending) = year_ending(&text);
    match iso(body, ending).or_else(|| numeric(body, ending)).or_else(|| in_words(body, ending)) {
        Some(result) => result,
        None => Err(DateError::Unknown),
    }
}

/// What follows the year.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    None,
    Glued,
    Abbreviated,
    Year,
}

fn year_ending(text: &str) -> (&str, Ending) {
    for (tail, ending) in [(" года", Ending::Year), (" г.", Ending::Abbreviated), (" г", Ending::Abbreviated)]
    {
        if let Some(body) = text.strip_suffix(tail) {
            return (body, ending);
        }
    }
    for (tail, ending) in [("года", Ending::Year), ("г.", Ending::Glued), ("г", Ending::Glued)] {
        if let Some(body) =
            text.strip_suffix(tail).filter(|body| body.ends_with(|c: char| c.is_ascii_digit()))
        {
            return (body, ending);
        }
    }
    (text, Ending::None)
}

type Read = Option<Result<WrittenDate, DateError>>;

fn iso(body: &str, ending: Ending) -> Read {
    let [year, month, day_of_month] = three(body.split('-'))?;
    if year.len() != 4 || ending != Ending::None {
        return None;
    }
    Some(written(year, digits(month)?, day_of_month, DateForm::Iso))
}

fn numeric(body: &str, ending: Ending) -> Read {
    let [day_of_month, month, year] = three(body.split('.'))?;
    let form = match ending {
        Ending::None => DateForm::Numeric,
        Ending::Glued => DateForm::NumericGlued,
        Ending::Abbreviated => DateForm::NumericAbbreviated,
        Ending::Year => DateForm::NumericYear,
    };
    Some(written(year, digits(month)?, day_of_month, form))
}

fn in_words(body: &str, ending: Ending) -> Read {
    let [day_of_month, month, year] = three(body.split(' '))?;
    let quoted = day_of_month.trim_matches(['«', '»', '"', '“', '”', '„']);
    let form = match (ending, quoted != day_of_month) {
        (Ending::None, false) => DateForm::WordsBare,
        (Ending::None, true) => DateForm::QuotedBare,
        (Ending::Glued | Ending::Abbreviated, false) => DateForm::Words,
        (Ending::Glued | Ending::Abbreviated, true) => DateForm::Quoted,
        (Ending::Year, false) => DateForm::WordsYear,
        (Ending::Year, true) => DateForm::QuotedYear,
    };
    Some(written(year, months::number_of_genitive(month)?, quoted, form))
}

fn three<'a>(mut parts: impl Iterator<Item = &'a str>) -> Option<[&'a str; 3]> {
    let found = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some(found)
}

fn digits(text: &str) -> Option<u32> {
    text.chars().all(|c| c.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn written(year: &str, month: u32, day_of_month: &str, form: DateForm) -> Result<WrittenDate, DateError> {
    let day_number = digits(day_of_month).filter(|_| day_of_month.len() <= 2).ok_or(DateError::Unknown)?;
    let year_number = digits(year).ok_or(DateError::Unknown)?;
    if year.len() == 2 {
        let date = day(2000 + year_number as i32, month, day_number)?;
        return Err(DateError::ShortYear(print(date, form).replace(NO_BREAK_SPACE, " ")));
    }
    if year.len() != 4 {
        return Err(DateError::Unknown);
    }
    Ok(WrittenDate { date: day(year_number as i32, month, day_number)?, form })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FORMS: [DateForm; 11] = [
        DateForm::Numeric,
        DateForm::NumericGlued,
        DateForm::NumericAbbreviated,
        DateForm::NumericYear,
        DateForm::WordsBare,
        DateForm::Words,
        DateForm::WordsYear,
        DateForm::QuotedBare,
        DateForm::Quoted,
        DateForm::QuotedYear,
        DateForm::Iso,
    ];

    #[test]
    fn every_form_is_printed() {
        let date = day(2018, 8, 28).unwrap_or_default();
        assert_eq!(
            FORMS.map(|form| print(date, form)),
            [
                "28.08.2018",
                "28.08.2018г.",
                "28.08.2018\u{a0}г.",
                "28.08.2018\u{a0}года",
                "28\u{a0}августа 2018",
                "28\u{a0}августа 2018\u{a0}г.",
                "28\u{a0}августа 2018\u{a0}года",
                "«28»\u{a0}августа 2018",
                "«28»\u{a0}августа 2018\u{a0}г.",
                "«28»\u{a0}августа 2018\u{a0}года",
                "2018-08-28",
            ]
        );
    }

    #[test]
    fn people_type_dates_in_many_ways() {
        let first = day(2018, 9, 1).unwrap_or_default();
        for (text, form) in [
            ("1.9.2018", DateForm::Numeric),
            (" 01.09.2018  г ", DateForm::NumericAbbreviated),
            ("1 Сентября\n2018года", DateForm::WordsYear),
            ("\"01\" сентября 2018 г.", DateForm::Quoted),
        ] {
            assert_eq!(parse(text), Ok(WrittenDate { date: first, form }), "{text}");
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_explained() {
        let said = |text| parse(text).map_err(|error| error.explain());
        let error = |ru: &str, en: &str| Err((ru.to_owned(), en.to_owned()));
        assert_eq!(said("31 июня 2018 г."), error("31 июня: в июне 30 дней", "June 31: June has 30 days"));
        assert_eq!(
            said("29.02.2019"),
            error("29 февраля: в феврале 2019 года 28 дней", "February 29: February 2019 has 28 days")
        );
        assert_eq!(
            said("32.01.2018"),
            error("32 января: в январе 31 день", "January 32: January has 31 days")
        );
        assert_eq!(said("01.13.2018"), error("месяца с номером 13 нет", "there is no month 13"));
        assert_eq!(
            said("28.08.18"),
            error("год нужен полностью: 28.08.2018", "the year must be written in full: 28.08.2018")
        );
        assert_eq!(said("в августе"), error("это не дата", "this is not a date"));
    }

    proptest! {
        #[test]
        fn every_form_is_read_back(days in 0i32..3_000_000, index in 0..FORMS.len()) {
            let date = NaiveDate::from_num_days_from_ce_opt(days + 1).unwrap_or_default();
            let form = FORMS[index];
            prop_assert_eq!(parse(&print(date, form)), Ok(WrittenDate { date, form }));
        }

        #[test]
        fn no_text_makes_it_panic(text in "[0-9.«»а-я -]{0,24}") {
            let _ = parse(&text).map_err(|error| error.explain());
        }
    }
}
