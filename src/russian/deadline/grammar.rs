//! The forms of deadlines, as patterns over tokens.

use super::token::{Token, folded, tokens};
use super::{Context, DeadlineError, DeadlineValue as Value, Period, Year, date};
use Token::{And, Dash, Date, Day, Month, Number, Ordinal, School, Word};
use chrono::{Datelike, Days, Months, NaiveDate};

/// What reading a phrase gives: `None` where it is in no known form.
type Read = Option<Result<Value, DeadlineError>>;

/// Reads a whole deadline.
pub(super) fn read(wording: &str, context: &Context) -> Result<Option<Value>, DeadlineError> {
    let folded = folded(wording);
    let mut tokens = tokens(&folded)?;
    inherit_years(&mut tokens);
    let tokens = without_heading(&tokens);
    phrase(tokens, context).or_else(|| several(tokens, context)).transpose()
}

/// «Срок: …», «срок исполнения – …», «в срок …»
fn without_heading<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    match tokens {
        [Word("в"), Word("срок"), rest @ ..] => rest,
        [Word("срок"), Word("исполнения" | "выполнения"), Dash, rest @ ..] => rest,
        [Word("срок"), Word("исполнения" | "выполнения"), rest @ ..] => rest,
        [Word("срок"), Dash, rest @ ..] | [Word("срок"), rest @ ..] => rest,
        other => other,
    }
}

/// «сентябрь, октябрь 2018»: a month without a year takes it from the next one in the list.
fn inherit_years(tokens: &mut [Token<'_>]) {
    for at in (0..tokens.len().saturating_sub(2)).rev() {
        if let [Month { month, year }, And, Month { month: next, year: Some(its) }] = &mut tokens[at..at + 3]
            && year.is_none()
        {
            *year = Some(*its - i32::from(*month > *next));
        }
    }
}

fn several(tokens: &[Token<'_>], context: &Context) -> Read {
    let parts: Vec<_> = tokens.split(|token| *token == And).filter(|part| !part.is_empty()).collect();
    if parts.len() < 2 {
        return None;
    }
    let values: Option<Vec<_>> = parts.into_iter().map(|part| phrase(part, context)).collect();
    Some(values?.into_iter().collect::<Result<Vec<_>, _>>().map(Value::Several))
}

fn phrase(tokens: &[Token<'_>], context: &Context) -> Read {
    let first = match tokens {
        [Date(day)] => Some(Ok(Value::Date(*day))),
        [Day { day, month }] => Some(next_day(*day, *month, context).map(Value::Date)),
        [Word("с"), rest @ ..] | [Word("начиная"), Word("с"), rest @ ..] => from(rest, context),
        [Word("в"), Word("течение"), rest @ ..] => within(rest, context),
        [Word("в"), rest @ .., Word("срок")] => relative_adjective(rest, context),
        [Word("по"), Word("мере"), _, ..] | [Word("при"), Word("наличии" | "поступлении"), _, ..] => {
            event(tokens)
        }
        _ => None,
    };
    first
        .or_else(|| periodic(tokens, context))
        .or_else(|| ongoing(tokens))
        .or_else(|| until(tokens, context))
        .or_else(|| match tokens {
            [Word("в" | "во" | "за" | "на"), rest @ ..] => span(rest, context),
            [Word("весь"), rest @ ..] => span(rest, context),
            _ => span(tokens, context),
        })
}

fn ongoing(tokens: &[Token<'_>]) -> Read {
    let known = matches!(
        tokens,
        [Word("постоянно" | "систематически" | "регулярно" | "бессрочно" | "непрерывно")]
            | [Word("на"), Word("постоянной"), Word("основе")]
            | [Word("весь"), Word("период"), ..]
    );
    known.then_some(Ok(Value::Ongoing { from: None }))
}

/// The text of an event is put together from its words; the caller keeps the wording.
fn event(tokens: &[Token<'_>]) -> Read {
    let words: Option<Vec<&str>> =
        tokens.iter().map(|token| if let Word(word) = token { Some(*word) } else { None }).collect();
    Some(Ok(Value::Event { text: words?.join(" "), until: None }))
}

// ---- a last day ----------------------------------------------------------------------------

/// Whether the period that is named belongs to the time that is left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// «до сентября»: it ends before September.
    Before,
    /// «не позднее сентября», «по сентябрь»: it ends with September.
    Through,
}

fn until(tokens: &[Token<'_>], context: &Context) -> Read {
    match tokens {
        // «к 2020 году» may mean its beginning or its end.
        [Word("к"), Token::Year(_) | School(_)] => None,
        [Word("до" | "к" | "ко"), rest @ ..] => last_day(rest, Edge::Before, context),
        [Word("не"), Word("позднее" | "позже"), rest @ ..] | [Word("по"), rest @ ..] => {
            last_day(rest, Edge::Through, context)
        }
        [Word("конец"), rest @ ..] | [Word("в"), Word("конце"), rest @ ..] => {
            end_of(rest, context)
        }
        [Word("немедленно" | "незамедлительно")] => {
            Some(Ok(Value::Until(context.conference)))
        }
        _ => None,
    }
}

fn last_day(tokens: &[Token<'_>], edge: Edge, context: &Context) -> Read {
    match tokens {
        [Date(day)] => Some(Ok(Value::Until(*day))),
        [Day { day, month }] => Some(next_day(*day, *month, context).map(Value::Until)),
        [Word("конца" | "концу" | "окончания" | "окончанию"), rest @ ..] => {
            end_of(rest, context)
        }
        [Word("начала" | "началу"), rest @ ..] => before(rest, context),
        [Month { .. } | Token::Year(_) | School(_)] | [Ordinal(_), ..] => match edge {
            Edge::Before => before(tokens, context),
            Edge::Through => end_of(tokens, context),
        },
        _ => None,
    }
}

fn end_of(tokens: &[Token<'_>], context: &Context) -> Read {
    let (_, last) = days(tokens, context)?;
    Some(Ok(Value::Until(last)))
}

fn before(tokens: &[Token<'_>], context: &Context) -> Read {
    let (mut first, _) = days(tokens, context)?;
    if first <= context.conference && matches!(tokens, [.., Word("учебного"), Word("года")]) {
        first = first.checked_add_months(Months::new(12))?;
    }
    Some(Ok(Value::Until(first.pred_opt()?)))
}

/// The first and last day of a period.
fn days(tokens: &[Token<'_>], context: &Context) -> Option<(NaiveDate, NaiveDate)> {
    span(tokens, context)?.ok()?.days()
}

// ---- a period ------------------------------------------------------------------------------

fn from(tokens: &[Token<'_>], context: &Context) -> Read {
    if let Some(at) = tokens.iter().position(|token| matches!(token, Word("по" | "до"))) {
        let (from, to) = (tokens.get(..at)?, tokens.get(at + 1..)?);
        return match (from, to) {
            ([from], [to]) => range(*from, *to, context),
            _ => None,
        };
    }
    let first = match tokens {
        [Date(day)] => *day,
        [Day { day, month }] => match next_day(*day, *month, context) {
            Ok(day) => day,
            Err(error) => return Some(Err(error)),
        },
        [Word("начала"), rest @ ..] => days(rest, context)?.0,
        rest => days(rest, context)?.0,
    };
    Some(Ok(Value::Ongoing { from: Some(first) }))
}

/// A period by its own name: «сентябрь 2018», «III квартал», «2018–2020 годы», «1–30 октября».
fn span(tokens: &[Token<'_>], context: &Context) -> Read {
    let value = match tokens {
        [Month { month, year }] => Value::Month { year: month_year(*month, *year, context), month: *month },
        [Token::Year(year)] => Value::Year(Year::Calendar(*year)),
        [School(year)] => Value::Year(Year::School(*year)),
        [first, Dash, last] => return range(*first, *last, context),
        [Ordinal(first), rest @ ..] => return numbered(*first, rest, context),
        words => Value::Year(named_year(words, context)?),
    };
    Some(Ok(value))
}

fn named_year(tokens: &[Token<'_>], context: &Context) -> Option<Year> {
    match tokens {
        [Word("год" | "года" | "году")] => Some(context.year()),
        [Word("учебный" | "учебного" | "учебном"), Word("год" | "года" | "году")]
        | [Word("новый" | "нового" | "новом"), Word("учебный" | "учебного" | "учебном"), Word(_)] => {
            Some(Year::School(context.school_year))
        }
        [Word("календарный" | "календарного" | "текущего" | "текущем"), Word("год" | "года" | "году")] => {
            Some(Year::Calendar(context.conference.year()))
        }
        _ => None,
    }
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
        [Word("декада" | "декаде" | "декады"), Month { month, year }] => {
            return decade(first, month_year(*month, *year, context), *month);
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
        _ => None,
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

/// A third of a month: days 1 to 10, 11 to 20, and the rest.
fn decade(decade: u32, year: i32, month: u32) -> Read {
    let last = date::last_of_month(year, month)?;
    let (first, last) = match decade {
        1 => (1, last.with_day(10)?),
        2 => (11, last.with_day(20)?),
        3 => (21, last),
        _ => return None,
    };
    Some(Ok(Value::Range(last.with_day(first)?, last)))
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
        Day { day, month } => next_day(day, month, context).map(|day| (day, Known::Day)),
        Month { month, year } => {
            Ok((date::last_of_month(month_year(month, year, context), month)?, Known::Month))
        }
        Token::Year(year) => Ok((date::last_of_month(year, 12)?, Known::Year)),
        _ => return None,
    })
}

fn between(first: NaiveDate, last: NaiveDate) -> Result<Value, DeadlineError> {
    if first > last { Err(DeadlineError::Reversed(first, last)) } else { Ok(Value::Range(first, last)) }
}

fn month_year(month: u32, year: Option<i32>, context: &Context) -> i32 {
    year.unwrap_or_else(|| context.year_of(month, 31))
}

fn next_day(day: u32, month: u32, context: &Context) -> Result<NaiveDate, DeadlineError> {
    date::day(context.year_of(month, day), month, day).map_err(DeadlineError::Date)
}

// ---- a period that begins with the conference ----------------------------------------------

/// «в течение года», «в течение 2 месяцев», «в течение всего периода»
fn within(tokens: &[Token<'_>], context: &Context) -> Read {
    match tokens {
        [Word("всего"), Word("периода"), ..] => Some(Ok(Value::Ongoing { from: None })),
        [Word("всего"), rest @ ..] => span(rest, context),
        [Word(unit)] if *unit != "года" => relative(1, unit, context),
        [count, Word(unit)] if times(*count).is_some() => relative(times(*count)?, unit, context),
        rest => span(rest, context),
    }
}

/// «в недельный срок», «в 10-дневный срок»
fn relative_adjective(tokens: &[Token<'_>], context: &Context) -> Read {
    match tokens {
        [Word("недельный")] => relative(1, "недели", context),
        [Word("двухнедельный")] => relative(2, "недели", context),
        [Word("месячный")] => relative(1, "месяца", context),
        [Word("двухмесячный")] => relative(2, "месяца", context),
        [Word("трехмесячный")] => relative(3, "месяца", context),
        [Word("трехдневный")] => relative(3, "дней", context),
        [Word("пятидневный")] => relative(5, "дней", context),
        [Word("десятидневный")] => relative(10, "дней", context),
        [Number(days), Dash, Word("дневный")] => relative(*days, "дней", context),
        _ => None,
    }
}

fn relative(count: u32, unit: &str, context: &Context) -> Read {
    let first = context.conference;
    let last = match unit {
        "дня" | "дней" => first.checked_add_days(Days::new(count.into())),
        "недели" | "недель" => first.checked_add_days(Days::new(u64::from(count) * 7)),
        "месяца" | "месяцев" => first.checked_add_months(Months::new(count)),
        _ => None,
    };
    Some(between(first, last?))
}

// ---- what returns --------------------------------------------------------------------------

fn periodic(tokens: &[Token<'_>], context: &Context) -> Read {
    if let Some((times, every, tail)) = how_often(tokens) {
        return returning(times, every, tail, context);
    }
    match tokens {
        [head @ .., Word("каждого"), Word(unit)] => returning(1, period(unit)?, head, context),
        [head @ .., Word(adverb)] if !head.is_empty() => returning(1, adverb_period(adverb)?, head, context),
        _ => None,
    }
}

fn returning(times: u32, every: Period, tail: &[Token<'_>], context: &Context) -> Read {
    let tail = match tail {
        [And | Dash, rest @ ..] => rest,
        [rest @ .., And | Dash] => rest,
        rest => rest,
    };
    let plain = |until_day, within| Some(Ok(Value::Periodic { times, every, until_day, within }));
    if let Some(limit) = after_limit(tail) {
        return match limit {
            [Day { day, month }] if every == Period::Year => {
                Some(Ok(Value::Yearly { day: *day, month: *month }))
            }
            [Number(day) | Ordinal(day), Word("числа"), rest @ ..]
                if (1..=31).contains(day) && is_which_month(rest) =>
            {
                plain(Some(*day), None)
            }
            _ => None,
        };
    }
    match tail {
        [] => plain(None, None),
        [Month { month, year: None }] | [Word("в"), Month { month, year: None }] if every == Period::Year => {
            // Of a year that is no leap year, because the last day must exist in each.
            let day = date::last_of_month(2001, *month)?.day();
            Some(Ok(Value::Yearly { day, month: *month }))
        }
        [Word("в"), Word("течение"), rest @ ..] | [Word("в"), rest @ ..] | rest => {
            plain(None, Some(days(rest, context)?))
        }
    }
}

/// What follows «до», «к» or «не позднее».
fn after_limit<'t, 'a>(tokens: &'t [Token<'a>]) -> Option<&'t [Token<'a>]> {
    match tokens {
        [Word("до" | "к"), rest @ ..] | [Word("не"), Word("позднее" | "позже"), rest @ ..] => {
            Some(rest)
        }
        _ => None,
    }
}

/// «каждого месяца», «месяца, следующего за отчётным»: which month is meant is clear without it.
fn is_which_month(tokens: &[Token<'_>]) -> bool {
    const WORDS: [&str; 8] =
        ["каждого", "месяца", "следующего", "за", "отчетным", "кварталом", "месяцем", "периодом"];
    tokens.iter().all(|token| match token {
        Word(word) => WORDS.contains(word),
        other => *other == And,
    })
}

fn how_often<'t, 'a>(tokens: &'t [Token<'a>]) -> Option<(u32, Period, &'t [Token<'a>])> {
    let tokens = match tokens {
        [Word("не"), Word("реже" | "менее"), rest @ ..] => rest,
        all => all,
    };
    match tokens {
        [Word("раз" | "раза"), Word("в"), Word(unit), rest @ ..] => Some((1, period(unit)?, rest)),
        [Word("дважды"), Word("в"), Word(unit), rest @ ..] => Some((2, period(unit)?, rest)),
        [count, Word("раз" | "раза"), Word("в"), Word(unit), rest @ ..] => {
            Some((times(*count)?, period(unit)?, rest))
        }
        [Word("каждый" | "каждую" | "каждое"), Word(unit), rest @ ..] => {
            Some((1, period(unit)?, rest))
        }
        [Word(adverb), rest @ ..] => Some((1, adverb_period(adverb)?, rest)),
        _ => None,
    }
}

fn times(token: Token<'_>) -> Option<u32> {
    match token {
        Number(number) if number > 0 => Some(number),
        Word("один" | "одного" | "одной" | "одну") => Some(1),
        Word("два" | "двух" | "две") => Some(2),
        Word("три" | "трех") => Some(3),
        Word("четыре" | "четырех") => Some(4),
        _ => None,
    }
}

fn adverb_period(word: &str) -> Option<Period> {
    Some(match word {
        "ежедневно" => Period::Day,
        "еженедельно" => Period::Week,
        "ежемесячно" => Period::Month,
        "ежеквартально" => Period::Quarter,
        "ежегодно" => Period::Year,
        _ => return None,
    })
}

fn period(word: &str) -> Option<Period> {
    Some(match word {
        "день" | "дня" => Period::Day,
        "неделю" | "недели" => Period::Week,
        "месяц" | "месяца" => Period::Month,
        "квартал" | "квартала" => Period::Quarter,
        "полугодие" | "полугодия" | "полгода" => Period::HalfYear,
        "год" | "года" => Period::Year,
        _ => return None,
    })
}
