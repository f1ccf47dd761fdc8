//! A period by its own name: «сентябрь 2018», «III квартал», «2018–2020 годы», «осень 2025 года».

use super::super::school_year::SchoolYear;
use super::grammar::Read;
use super::token::Token;
use super::{Context, DeadlineError, DeadlineValue as Value, Year, date};
use Token::{And, Dash, Date, Day, Month, Number, Ordinal, School, Word};
use chrono::{Datelike, NaiveDate};

/// The first and last day of a period.
pub(super) fn days(tokens: &[Token<'_>], context: &Context) -> Option<(NaiveDate, NaiveDate)> {
    read(tokens, context)?.ok()?.days()
}

/// «с 1 сентября», «с 1 по 30 октября».
pub(super) fn from(tokens: &[Token<'_>], context: &Context) -> Read {
    if let Some(at) = tokens.iter().position(|token| matches!(token, Word("по" | "до"))) {
        let (from, to) = (tokens.get(..at)?, tokens.get(at + 1..)?);
        return match (from, to) {
            ([from], [to]) => range(*from, *to, context),
            _ => None,
        };
    }
    let first = match tokens {
        [Date(day)] => *day,
        [Day { day, month }] => match context.next_day(*day, *month) {
            Ok(day) => day,
            Err(error) => return Some(Err(error)),
        },
        [Word("начала"), rest @ ..] => days(rest, context)?.0,
        rest => days(rest, context)?.0,
    };
    Some(Ok(Value::Ongoing { from: Some(first) }))
}

pub(super) fn read(tokens: &[Token<'_>], context: &Context) -> Read {
    let value = match tokens {
        [Word("весь" | "всего"), rest @ ..] => return read(rest, context),
        [Month { month, year }] => Value::Month { year: context.month_year(*month, *year), month: *month },
        [Month { month, year: None }, School(school)] => {
            Value::Month { year: year_in(*school, *month), month: *month }
        }
        [Month { month: first, year: None }, Dash, Month { month: last, year: None }, School(school)] => {
            return months(*first, *last, *school);
        }
        [Token::Year(year)] => Value::Year(Year::Calendar(*year)),
        [School(year)] => Value::Year(Year::School(*year)),
        [first, Dash, last] => return range(*first, *last, context),
        [Ordinal(first) | Number(first), rest @ ..] => return numbered(*first, rest, context),
        [Word(word), month @ ..] if part_of(word).is_some() => return part(part_of(word)?, month, context),
        [Word(season), year @ ..] if months_of(season).is_some() => {
            return season_of(months_of(season)?, year, context);
        }
        words => Value::Year(named_year(words, context)?),
    };
    Some(Ok(value))
}

/// The calendar year of a month of a school year.
fn year_in(school: SchoolYear, month: u32) -> i32 {
    if month >= 9 { school.first() } else { school.second() }
}

/// «сентябрь – май 2025/2026 учебного года»
fn months(first: u32, last: u32, school: SchoolYear) -> Read {
    let from = NaiveDate::from_ymd_opt(year_in(school, first), first, 1)?;
    Some(between(from, date::last_of_month(year_in(school, last), last)?))
}

/// The first and last month of a season that lies in one calendar year.
fn months_of(season: &str) -> Option<(u32, u32)> {
    Some(match season {
        "весна" | "весной" | "весны" => (3, 5),
        "лето" | "летом" | "лета" => (6, 8),
        "осень" | "осенью" | "осени" => (9, 11),
        _ => return None,
    })
}

fn season_of((first, last): (u32, u32), year: &[Token<'_>], context: &Context) -> Read {
    let year = match year {
        [] => context.year_of(last, 30),
        [Token::Year(year)] => *year,
        _ => return None,
    };
    Some(between(NaiveDate::from_ymd_opt(year, first, 1)?, date::last_of_month(year, last)?))
}

/// The first and last day of a part of a month that has no number; a last day of 31 is the month's.
fn part_of(word: &str) -> Option<(u32, u32)> {
    Some(match word {
        "начало" | "начале" => (1, 10),
        "середина" | "середине" => (11, 20),
        _ => return None,
    })
}

/// «вторая декада», «первая неделя», «вторая половина» of a month.
fn numbered_part(number: u32, noun: &str) -> Option<(u32, u32)> {
    let parts: &[(u32, u32)] = match noun {
        "половина" | "половине" | "половину" | "половины" => {
            &[(1, 15), (16, 31)]
        }
        "декада" | "декаде" | "декаду" | "декады" => &[(1, 10), (11, 20), (21, 31)],
        "неделя" | "неделе" | "неделю" | "недели" => {
            &[(1, 7), (8, 14), (15, 21), (22, 28)]
        }
        _ => return None,
    };
    parts.get(usize::try_from(number.checked_sub(1)?).ok()?).copied()
}

fn part((first, last): (u32, u32), month: &[Token<'_>], context: &Context) -> Read {
    let [Month { month, year }] = month else { return None };
    let end = date::last_of_month(context.month_year(*month, *year), *month)?;
    Some(between(end.with_day(first)?, end.with_day(last.min(end.day()))?))
}

fn named_year(tokens: &[Token<'_>], context: &Context) -> Option<Year> {
    match tokens {
        [Word("год" | "года" | "году")] => Some(context.year()),
        [.., Word(kind), Word("год" | "года" | "году")] if is_school(kind) => {
            let known = match tokens {
                [_, _] => true,
                [Word(which), _, _] => is_coming(which),
                _ => false,
            };
            known.then_some(Year::School(context.school_year))
        }
        [Word("календарный" | "календарного" | "календарном"), Word("год" | "года" | "году")] => {
            Some(Year::Calendar(context.conference.year()))
        }
        _ => None,
    }
}

fn is_school(word: &str) -> bool {
    matches!(word, "учебный" | "учебного" | "учебном" | "учебному")
}

/// The year that begins after the conference; it is called the current one as well.
fn is_coming(word: &str) -> bool {
    ["нов", "текущ", "следующ", "наступающ", "предстоящ", "нынешн"].iter().any(|stem| word.starts_with(stem))
}

/// «III квартал 2018», «I и II квартал», «I полугодие», «II декада октября»
fn numbered(first: u32, tokens: &[Token<'_>], context: &Context) -> Read {
    let value = match tokens {
        [Dash, Ordinal(last), Word(noun), year @ ..] if noun.starts_with("квартал") => {
            let year = quarter_year(*last, year, context)?;
            let from = quarter(first, year)?.days()?.0;
            return Some(between(from, quarter(*last, year)?.days()?.1));
        }
        [And, Ordinal(last), Word(noun), year @ ..] if noun.starts_with("квартал") => {
            let year = quarter_year(*last, year, context)?;
            Value::Several(vec![quarter(first, year)?, quarter(*last, year)?])
        }
        [Word(noun), year @ ..] if noun.starts_with("квартал") => {
            quarter(first, quarter_year(first, year, context)?)?
        }
        [Word(noun), year @ ..] if noun.starts_with("полугоди") && (1..=2).contains(&first) => {
            Value::HalfYear { year: half_year(first, year, context)?, half: first }
        }
        [Word(noun), month @ Month { .. }] => {
            return part(numbered_part(first, noun)?, std::slice::from_ref(month), context);
        }
        [Word(noun), year @ ..] if noun.starts_with("половин") && (1..=2).contains(&first) => {
            Value::HalfYear { year: half_year(first, year, context)?, half: first }
        }
        _ => return None,
    };
    Some(Ok(value))
}

fn quarter(quarter: u32, year: i32) -> Option<Value> {
    (1..=4).contains(&quarter).then_some(Value::Quarter { year, quarter })
}

fn quarter_year(quarter: u32, tokens: &[Token<'_>], context: &Context) -> Option<i32> {
    match tokens {
        [] => Some(context.year_of(quarter.checked_mul(3)?, 31)),
        [Token::Year(year)] => Some(*year),
        words => match named_year(words, context)? {
            Year::Calendar(year) => Some(year),
            Year::School(_) => None,
        },
    }
}

fn half_year(half: u32, tokens: &[Token<'_>], context: &Context) -> Option<Year> {
    match (tokens, context.year()) {
        ([], Year::Calendar(_)) => Some(Year::Calendar(context.year_of(half * 6, 31))),
        ([], school) => Some(school),
        ([Token::Year(year)], _) => Some(Year::Calendar(*year)),
        ([School(year)], _) => Some(Year::School(*year)),
        (words, _) => named_year(words, context),
    }
}

/// From one end to the other; the first takes month and year from the second where it has none.
fn range(from: Token<'_>, to: Token<'_>, context: &Context) -> Read {
    let (last, known) = match last_end(to, context)? {
        Ok(end) => end,
        Err(error) => return Some(Err(error)),
    };
    let year = |month: u32, day: u32| last.year() - i32::from((month, day) > (last.month(), last.day()));
    let first = match from {
        Date(day) => Ok(day),
        Number(day) | Ordinal(day) if known == Known::Day => date::day(last.year(), last.month(), day),
        Day { day, month } if known == Known::Day => date::day(year(month, day), month, day),
        Month { month, year: given } if known == Known::Month => {
            date::day(given.unwrap_or_else(|| year(month, 1)), month, 1)
        }
        Token::Year(first) if known == Known::Year => date::day(first, 1, 1),
        _ => return None,
    };
    Some(first.map_err(DeadlineError::Date).and_then(|first| between(first, last)))
}

/// What the end of a range names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Day,
    Month,
    Year,
}

fn last_end(to: Token<'_>, context: &Context) -> Option<Result<(NaiveDate, Known), DeadlineError>> {
    Some(match to {
        Date(day) => Ok((day, Known::Day)),
        Day { day, month } => context.next_day(day, month).map(|day| (day, Known::Day)),
        Month { month, year } => {
            Ok((date::last_of_month(context.month_year(month, year), month)?, Known::Month))
        }
        Token::Year(year) => Ok((date::last_of_month(year, 12)?, Known::Year)),
        _ => return None,
    })
}

pub(super) fn between(first: NaiveDate, last: NaiveDate) -> Result<Value, DeadlineError> {
    if first > last { Err(DeadlineError::Reversed(first, last)) } else { Ok(Value::Range(first, last)) }
}
