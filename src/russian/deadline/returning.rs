//! What returns: «ежеквартально», «не реже 1 раза в четверть», «каждый понедельник», «ежегодно
//! до 1 февраля».

use super::count::number;
use super::grammar::{Read, without_further};
use super::token::Token;
use super::{Context, DeadlineValue as Value, Period, UntilDay, period};
use Token::{And, Date, Day, Number, Ordinal, Word};
use chrono::Datelike;

pub(super) fn read(tokens: &[Token<'_>], context: &Context) -> Read {
    if let Some((times, every, tail)) = how_often(tokens) {
        return returning(times, every, tail, context);
    }
    match tokens {
        [Word("по"), days @ ..] if weekdays(days).is_some() => {
            returning(weekdays(days)?, Period::Week, &[], context)
        }
        [head @ .., Word("каждого"), Word(unit)] => returning(1, length(unit)?, head, context),
        [head @ .., Word(adverb)] if !head.is_empty() => returning(1, adverb_length(adverb)?, head, context),
        _ => None,
    }
}

fn returning(times: u32, every: Period, tail: &[Token<'_>], context: &Context) -> Read {
    let tail = without_further(tail);
    let plain = |until_day, within| Some(Ok(Value::Periodic { times, every, until_day, within }));
    if tail.is_empty() || is_its_end(tail) || tail.iter().any(|token| weekday(*token)) {
        return plain(None, None);
    }
    if let Some(days) = yearly(tail, context).filter(|_| every == Period::Year) {
        return Some(Ok(days));
    }
    match after_limit(tail) {
        Some([Number(day) | Ordinal(day), Word("числа"), rest @ ..])
            if (1..=31).contains(day) && is_which_month(rest) =>
        {
            let after = !rest.contains(&Word("последнего"));
            plain(Some(UntilDay { day: *day, after }), None)
        }
        Some(_) => None,
        None => plain(None, Some(period::days(without_in(tail), context)?)),
    }
}

/// «до конца месяца», «в последний день квартала»: the day that is meant without it.
fn is_its_end(tail: &[Token<'_>]) -> bool {
    matches!(
        tail,
        [Word("до" | "в" | "к"), Word("конца" | "конце" | "концу"), Word(_)]
            | [
                Word("до" | "в" | "к"),
                Word("конца" | "конце" | "концу"),
                Word("учебного" | "календарного"),
                Word(_)
            ]
            | [Word("в"), Word("последний"), Word("день"), ..]
    )
}

/// The days of a year, «до 1 февраля», «в сентябре и мае», «к началу учебного года»; `None` where
/// one of them is none.
fn yearly(tail: &[Token<'_>], context: &Context) -> Option<Value> {
    let days: Option<Vec<Value>> =
        tail.split(|token| *token == And).map(|part| day_of_year(part, context)).collect();
    match days?.as_slice() {
        [day] => Some(day.clone()),
        several => Some(Value::Several(several.to_vec())),
    }
}

fn day_of_year(part: &[Token<'_>], context: &Context) -> Option<Value> {
    let (day, month) = match after_limit(part).unwrap_or(without_in(part)) {
        [Day { day, month }] => (*day, *month),
        [Date(date)] => (date.day(), date.month()),
        [Word("начала" | "началу" | "начале"), .., Word("учебного"), Word("года")] => {
            (31, 8)
        }
        part => {
            let (first, last) = period::days(part, context)?;
            let shorter = last.signed_duration_since(first).num_days() < 364;
            // A leap day is no day of every year.
            shorter
                .then_some((if last.month() == 2 { last.day().min(28) } else { last.day() }, last.month()))?
        }
    };
    Some(Value::Yearly { day, month })
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

fn without_in<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    match tokens {
        [Word("в"), Word("течение"), rest @ ..] | [Word("в"), rest @ ..] => rest,
        rest => rest,
    }
}

/// «каждого месяца», «месяца, следующего за отчётным», «последнего месяца квартала».
fn is_which_month(tokens: &[Token<'_>]) -> bool {
    const WORDS: [&str; 12] = [
        "каждого",
        "месяца",
        "следующего",
        "последнего",
        "за",
        "отчетным",
        "кварталом",
        "квартала",
        "месяцем",
        "периодом",
        "полугодием",
        "полугодия",
    ];
    tokens.iter().all(|token| match token {
        Word(word) => WORDS.contains(word),
        other => *other == And,
    })
}

fn how_often<'t, 'a>(tokens: &'t [Token<'a>]) -> Option<(u32, Period, &'t [Token<'a>])> {
    let tokens = match tokens {
        [Word("не"), Word("реже" | "менее"), Word("чем"), rest @ ..] => rest,
        [Word("не"), Word("реже" | "менее"), rest @ ..] => rest,
        all => all,
    };
    match tokens {
        [Word("раз" | "раза"), Word("в"), rest @ ..] => once_in(1, rest),
        [Word("дважды"), Word("в"), rest @ ..] => once_in(2, rest),
        [count, Word("раз" | "раза"), Word("в"), rest @ ..] => once_in(number(*count)?, rest),
        [Word("каждый" | "каждую" | "каждое" | "каждые"), rest @ ..] => {
            once_in(1, rest)
        }
        [Word("по"), Word(each), rest @ ..] => Some((1, plural_length(each)?, rest)),
        [Word(adverb), rest @ ..] => Some((1, adverb_length(adverb)?, rest)),
        _ => None,
    }
}

/// «в месяц», «в учебный год», «в три месяца»; «каждый понедельник», «каждую вторую пятницу месяца».
fn once_in<'t, 'a>(times: u32, tokens: &'t [Token<'a>]) -> Option<(u32, Period, &'t [Token<'a>])> {
    match tokens {
        [Word("учебный" | "календарный"), Word("год"), rest @ ..] => {
            Some((times, Period::Year, rest))
        }
        [Ordinal(_) | Word("последний" | "последнюю"), day, Word("месяца"), rest @ ..] if weekday(*day) => {
            Some((times, Period::Month, rest))
        }
        [day, rest @ ..] if weekday(*day) => Some((times, Period::Week, rest)),
        [Word(unit), rest @ ..] if length(unit).is_some() => Some((times, length(unit)?, rest)),
        [count, Word("месяца" | "месяцев"), rest @ ..] => match number(*count)? {
            3 => Some((times, Period::Quarter, rest)),
            6 => Some((times, Period::HalfYear, rest)),
            _ => None,
        },
        _ => None,
    }
}

/// How many days of a week are named: «вторникам и четвергам».
fn weekdays(tokens: &[Token<'_>]) -> Option<u32> {
    let named = tokens.iter().all(|token| *token == And || weekday(*token));
    let count = tokens.iter().filter(|token| weekday(**token)).count();
    u32::try_from(count).ok().filter(|count| named && *count > 0)
}

fn weekday(token: Token<'_>) -> bool {
    const STEMS: [&str; 7] = ["понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень"];
    matches!(token, Word(word) if STEMS.iter().any(|stem| {
        word.strip_prefix(stem).is_some_and(|ending| ending.chars().count() <= 2)
    }))
}

fn adverb_length(word: &str) -> Option<Period> {
    Some(match word {
        "ежедневно" => Period::Day,
        "еженедельно" => Period::Week,
        "ежемесячно" | "помесячно" => Period::Month,
        "ежеквартально" | "поквартально" => Period::Quarter,
        "ежегодно" => Period::Year,
        _ => return None,
    })
}

/// «по кварталам»
fn plural_length(word: &str) -> Option<Period> {
    Some(match word {
        "месяцам" => Period::Month,
        "кварталам" => Period::Quarter,
        "четвертям" | "триместрам" | "семестрам" => Period::Term,
        "полугодиям" => Period::HalfYear,
        _ => return None,
    })
}

fn length(word: &str) -> Option<Period> {
    Some(match word {
        "день" | "дня" => Period::Day,
        "неделю" | "недели" => Period::Week,
        "месяц" | "месяца" => Period::Month,
        "квартал" | "квартала" => Period::Quarter,
        "четверть" | "четверти" | "триместр" | "триместра" | "семестр" | "семестра" => {
            Period::Term
        }
        "полугодие" | "полугодия" | "полгода" => Period::HalfYear,
        "год" | "года" => Period::Year,
        _ => return None,
    })
}
