//! Days, weeks and months that are counted from the conference: «в течение двух недель»,
//! «в трёхдневный срок», «не позднее 5 рабочих дней со дня подписания».

use super::super::holidays::day_off;
use super::grammar::Read;
use super::token::Token;
use super::{Context, DeadlineValue as Value, period};
use Token::{Dash, Number, Ordinal, Word};
use chrono::{Days, Months, NaiveDate};

pub(super) fn read(tokens: &[Token<'_>], context: &Context) -> Read {
    match tokens {
        [Word("в"), Word("течение"), rest @ ..] => within(rest, context),
        [Word("не"), Word("более" | "свыше" | "дольше"), Word("чем"), rest @ ..]
        | [Word("не"), Word("более" | "свыше" | "дольше"), rest @ ..]
        | [Word("в"), Word("ближайшие" | "ближайшую" | "ближайший"), rest @ ..] => {
            within(rest, context)
        }
        [Word("не"), Word("позднее" | "позже"), Word("чем"), Word("через"), rest @ ..]
        | [Word("не"), Word("позднее" | "позже"), Word("чем"), rest @ ..]
        | [Word("не"), Word("позднее" | "позже"), rest @ ..]
        | [Word("через"), rest @ ..] => counted(rest, context, Value::Until),
        [Word("в"), Word(adjective), Word("срок"), since @ ..] => {
            adjectival(adjective_count(adjective)?, since, context)
        }
        [Word("в"), Number(days), Dash, Word("дневный"), Word("срок"), since @ ..]
        | [Word("в"), Ordinal(days), Word("дневный"), Word("срок"), since @ ..] => {
            adjectival((*days, Unit::Day), since, context)
        }
        _ => None,
    }
}

fn within(tokens: &[Token<'_>], context: &Context) -> Read {
    counted(tokens, context, |last| Value::Range(context.conference, last))
}

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    WorkingDay,
    Week,
    Month,
}

fn counted(tokens: &[Token<'_>], context: &Context, value: impl Fn(NaiveDate) -> Value) -> Read {
    let (count, unit, since) = match tokens {
        // «в течение года» is a period with a name of its own.
        [Word("года"), ..] => return None,
        [count, Word("рабочих" | "рабочего"), Word("дней" | "дня"), since @ ..] => {
            (number(*count)?, Unit::WorkingDay, since)
        }
        [count, Word("календарных" | "календарного"), Word("дней" | "дня"), since @ ..] => {
            (number(*count)?, Unit::Day, since)
        }
        [count, Word(word), since @ ..] if number(*count).is_some() => {
            let (each, unit) = unit(word)?;
            (number(*count)?.checked_mul(each)?, unit, since)
        }
        [Word(word), since @ ..] => {
            let (each, unit) = unit(word)?;
            (each, unit, since)
        }
        _ => return None,
    };
    since_the_conference(since, || Some(value(end(count, unit, context.conference)?)))
}

/// «в недельный срок», «в трёхмесячный срок со дня подписания»
fn adjectival((count, unit): (u32, Unit), since: &[Token<'_>], context: &Context) -> Read {
    since_the_conference(since, || {
        period::between(context.conference, end(count, unit, context.conference)?).ok()
    })
}

/// The value where the days are counted from the conference or its document; where they are
/// counted from something else («со дня получения заявления»), that is no day of the calendar.
fn since_the_conference(since: &[Token<'_>], value: impl FnOnce() -> Option<Value>) -> Read {
    let of = match since {
        [] => return value().map(Ok),
        [Word("со" | "с"), Word("дня" | "момента" | "даты"), of @ ..] | [Word("после"), of @ ..] => {
            of
        }
        _ => return None,
    };
    const OWN: [&str; 8] =
        ["подписан", "принят", "утвержден", "издан", "проведен", "конференц", "совещан", "резолюц"];
    match of {
        [Word(first), rest @ ..] if OWN.iter().any(|stem| first.starts_with(stem)) => {
            let named = |token: &Token<'_>| matches!(token, Word(word) if is_own_document(word));
            if rest.iter().all(named) { value().map(Ok) } else { Some(Ok(Value::Event { until: None })) }
        }
        [_, ..] => Some(Ok(Value::Event { until: None })),
        [] => None,
    }
}

fn is_own_document(word: &str) -> bool {
    const STEMS: [&str; 9] = [
        "настоящ",
        "резолюц",
        "решени",
        "рекомендац",
        "документ",
        "протокол",
        "конференц",
        "совещан",
        "августовск",
    ];
    STEMS.iter().any(|stem| word.starts_with(stem))
}

/// The last of so many days, weeks or months after a day.
fn end(count: u32, unit: Unit, first: NaiveDate) -> Option<NaiveDate> {
    match unit {
        Unit::Day => first.checked_add_days(Days::new(count.into())),
        Unit::Week => first.checked_add_days(Days::new(u64::from(count) * 7)),
        Unit::Month => first.checked_add_months(Months::new(count)),
        // Working days that the Government moves are not known here; see `holidays`.
        Unit::WorkingDay => {
            let later = first.succ_opt()?.iter_days().filter(|day| day_off(*day).is_none());
            later.take(usize::try_from(count.min(1000)).ok()?).last()
        }
    }
}

/// A unit and how many of the counted ones it has.
fn unit(word: &str) -> Option<(u32, Unit)> {
    Some(match word {
        "день" | "дня" | "дней" | "сутки" | "суток" => (1, Unit::Day),
        "неделя" | "недели" | "неделю" | "недель" => (1, Unit::Week),
        "месяц" | "месяца" | "месяцев" => (1, Unit::Month),
        "кварталов" => (3, Unit::Month),
        "полугода" | "полгода" => (6, Unit::Month),
        "год" | "года" | "лет" => (12, Unit::Month),
        _ => return None,
    })
}

/// «недельный», «двухмесячный», «десятидневный»
fn adjective_count(word: &str) -> Option<(u32, Unit)> {
    const UNITS: [(&str, Unit); 3] =
        [("дневный", Unit::Day), ("недельный", Unit::Week), ("месячный", Unit::Month)];
    let (prefix, unit) = UNITS.iter().find_map(|(ending, unit)| Some((word.strip_suffix(ending)?, *unit)))?;
    let count = match prefix {
        "" if unit != Unit::Day => 1,
        "одно" => 1,
        _ => NUMBERS.iter().find(|(_, genitive, _)| *genitive == prefix)?.0,
    };
    Some((count, unit))
}

/// Numbers in words: in the genitive and in another form, if there is one.
const NUMBERS: &[(u32, &str, &str)] = &[
    (1, "одного", "один"),
    (1, "одной", "одну"),
    (2, "двух", "два"),
    (2, "двух", "две"),
    (3, "трех", "три"),
    (4, "четырех", "четыре"),
    (5, "пяти", "пять"),
    (6, "шести", "шесть"),
    (7, "семи", "семь"),
    (8, "восьми", "восемь"),
    (9, "девяти", "девять"),
    (10, "десяти", "десять"),
    (14, "четырнадцати", "четырнадцать"),
    (15, "пятнадцати", "пятнадцать"),
    (20, "двадцати", "двадцать"),
    (30, "тридцати", "тридцать"),
];

/// A number that counts: `3`, `3-х`, «трёх».
pub(super) fn number(token: Token<'_>) -> Option<u32> {
    match token {
        Number(number) | Ordinal(number) if number > 0 => Some(number),
        Word(word) => {
            NUMBERS.iter().find(|(_, one, other)| *one == word || *other == word).map(|(count, ..)| *count)
        }
        _ => None,
    }
}
