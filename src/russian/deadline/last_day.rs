//! The last day on which a task may be done: «до 1 сентября», «к началу учебного года».

use super::grammar::Read;
use super::token::Token;
use super::{Context, DeadlineValue as Value, period};
use Token::{Date, Day, Month, Number, Ordinal, School, Word};
use chrono::{Datelike, Months, NaiveDate};

/// Whether the period that is named belongs to the time that is left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// «до сентября»: it ends before September.
    Before,
    /// «не позднее сентября», «по сентябрь», «до сентября включительно»: it ends with September.
    Through,
}

pub(super) fn read(tokens: &[Token<'_>], context: &Context) -> Read {
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

/// «до сентября», where «включительно» follows.
pub(super) fn through(tokens: &[Token<'_>], context: &Context) -> Read {
    match tokens {
        [Word("до" | "по"), rest @ ..] => last_day(rest, Edge::Through, context),
        _ => None,
    }
}

fn last_day(tokens: &[Token<'_>], edge: Edge, context: &Context) -> Read {
    match tokens {
        [Date(day)] => Some(Ok(Value::Until(*day))),
        [Day { day, month }] => Some(context.next_day(*day, *month).map(Value::Until)),
        [Word("конца" | "концу" | "окончания" | "окончанию"), rest @ ..] => {
            end_of(rest, context)
        }
        [Word("начала" | "началу"), rest @ ..] => before(rest, context),
        [Word("середины" | "середине"), Month { month, year }] => {
            let middle = NaiveDate::from_ymd_opt(context.month_year(*month, *year), *month, 15)?;
            Some(Ok(Value::Until(middle)))
        }
        [Word("нового" | "новому"), Word("года" | "году")] => {
            Some(Ok(Value::Until(NaiveDate::from_ymd_opt(context.conference.year(), 12, 31)?)))
        }
        [Month { .. } | Token::Year(_) | School(_)]
        | [Ordinal(_) | Number(_), ..]
        | [Word("новому" | "нового" | "следующему" | "следующего"), ..] => {
            match edge {
                Edge::Before => before(tokens, context),
                Edge::Through => end_of(tokens, context),
            }
        }
        _ => None,
    }
}

fn end_of(tokens: &[Token<'_>], context: &Context) -> Read {
    let (_, last) = period::days(tokens, context)?;
    Some(Ok(Value::Until(last)))
}

fn before(tokens: &[Token<'_>], context: &Context) -> Read {
    let (mut first, _) = period::days(tokens, context)?;
    if first <= context.conference && matches!(tokens, [.., Word("учебного"), Word("года")]) {
        first = first.checked_add_months(Months::new(12))?;
    }
    Some(Ok(Value::Until(first.pred_opt()?)))
}
