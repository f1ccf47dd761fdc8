//! The forms of deadlines, as patterns over tokens.

use super::token::{Token, folded, tokens};
use super::{Context, DeadlineError, DeadlineValue as Value};
use super::{count, event, last_day, period, returning};
use Token::{And, Dash, Date, Day, Month, Word};
use chrono::Datelike;

/// What reading a phrase gives: `None` where it is in no known form.
pub(super) type Read = Option<Result<Value, DeadlineError>>;

/// Reads a whole deadline.
pub(super) fn read(wording: &str, context: &Context) -> Result<Option<Value>, DeadlineError> {
    let folded = folded(wording);
    let mut tokens = tokens(&folded, context.conference.year())?;
    inherit_years(&mut tokens);
    let tokens = without_heading(&tokens);
    dated(tokens, context).or_else(|| event::read(tokens, context)).transpose()
}

/// A phrase or several of them, each with a day or a way to return.
pub(super) fn dated(tokens: &[Token<'_>], context: &Context) -> Read {
    phrase(tokens, context).or_else(|| several(tokens, context))
}

/// «Срок: …», «срок исполнения – …», «в срок …»
fn without_heading<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let rest = match tokens {
        [Word("в"), Word("срок"), rest @ ..] => return rest,
        [Word("срок" | "сроки"), Word("исполнения" | "выполнения" | "реализации"), rest @ ..] => {
            rest
        }
        [Word("срок" | "сроки"), rest @ ..] => rest,
        other => return other,
    };
    if let [Dash, rest @ ..] = rest { rest } else { rest }
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
        [rest @ .., Word("включительно")] => {
            return last_day::through(rest, context).or_else(|| phrase(rest, context));
        }
        [Date(day)] => Some(Ok(Value::Date(*day))),
        [Day { day, month }] => Some(context.next_day(*day, *month).map(Value::Date)),
        [Word("с" | "со"), rest @ ..]
        | [Word("начиная"), Word("с"), rest @ ..]
        | [Word("в"), Word("период"), Word("с"), rest @ ..] => period::from(rest, context),
        [Word("после"), Date(day)] => day.succ_opt().map(|day| Ok(Value::Ongoing { from: Some(day) })),
        _ => None,
    };
    first
        .or_else(|| count::read(tokens, context))
        .or_else(|| returning::read(tokens, context))
        .or_else(|| ongoing(tokens, context))
        .or_else(|| last_day::read(tokens, context))
        .or_else(|| match tokens {
            [Word("по"), Word("состоянию"), Word("на"), rest @ ..] => phrase(rest, context),
            [Word("в" | "во"), Word("течение" | "период"), rest @ ..] => {
                period::read(rest, context)
            }
            [Word("на"), Word("протяжении" | "период"), rest @ ..] => {
                period::read(rest, context)
            }
            [Word("на"), day @ (Date(_) | Day { .. })] => phrase(std::slice::from_ref(day), context),
            [Word("в" | "во" | "за" | "на"), rest @ ..] => period::read(rest, context),
            _ => period::read(tokens, context),
        })
}

/// What never ends, or not before the period beside it does: «постоянно в течение года».
fn ongoing(tokens: &[Token<'_>], context: &Context) -> Read {
    match tokens {
        [Word(word)] if is_ongoing(word) => Some(Ok(Value::Ongoing { from: None })),
        [Word("на"), Word("постоянной"), Word("основе")]
        | [Word("в"), Word("постоянном"), Word("режиме")]
        | [Word("без"), Word("ограничения"), Word("срока" | "сроков")]
        | [Word("весь"), Word("период"), ..]
        | [Word("в"), Word("течение"), Word("всего"), Word("периода"), ..] => {
            Some(Ok(Value::Ongoing { from: None }))
        }
        [Word(word), And, rest @ ..]
        | [Word(word), rest @ ..]
        | [rest @ .., And, Word(word)]
        | [rest @ .., Word(word)]
            if is_ongoing(word) =>
        {
            phrase(without_further(rest), context)
        }
        _ => None,
    }
}

fn is_ongoing(word: &str) -> bool {
    matches!(
        word,
        "постоянно"
            | "систематически"
            | "регулярно"
            | "бессрочно"
            | "непрерывно"
            | "круглогодично"
    )
}

/// The first time, where another follows: «до 1 сентября 2025 г. и далее …».
pub(super) fn without_further<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    match tokens {
        [rest @ .., And | Dash]
        | [And | Dash, rest @ ..]
        | [rest @ .., Word("далее" | "затем" | "впоследствии")]
        | [Word("далее" | "затем" | "впоследствии"), rest @ ..]
        | [rest @ .., Word("в"), Word("дальнейшем")] => without_further(rest),
        rest => rest,
    }
}
