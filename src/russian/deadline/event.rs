//! Deadlines that no calendar knows: «по отдельному графику», «к началу отопительного сезона».
//!
//! They print as they are worded and have no day, unless a day is named beside them: «по мере
//! готовности, но не позднее 1 декабря».

use super::grammar::{Read, dated};
use super::token::Token;
use super::{Context, DeadlineValue as Value};
use Token::{And, Dash, Month, Number, Ordinal, Word};

pub(super) fn read(tokens: &[Token<'_>], context: &Context) -> Read {
    beside_a_day(tokens, context).or_else(|| is_event(tokens).then_some(Ok(Value::Event { until: None })))
}

/// «в течение года по отдельному графику», «по мере готовности, но не позднее 1 декабря»: what the
/// calendar knows of it.
fn beside_a_day(tokens: &[Token<'_>], context: &Context) -> Read {
    (1..tokens.len()).find_map(|at| {
        let (before, after) = tokens.split_at(at);
        if is_event(without_joint(after)) {
            return dated(without_joint(before), context);
        }
        // «по итогам I и II полугодий» is one event.
        let limits = matches!(after, [And | Dash | Word("до" | "не" | "но"), ..])
            && !matches!(before, [.., Ordinal(_) | Number(_)]);
        if limits && is_event(before) { dated(without_joint(after), context) } else { None }
    })
}

/// The part without the comma, «но», «а» or dash that joins it to another.
fn without_joint<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    match tokens {
        [And | Dash | Word("но" | "а"), rest @ ..] | [rest @ .., And | Dash] => without_joint(rest),
        rest => rest,
    }
}

fn is_event(tokens: &[Token<'_>]) -> bool {
    match tokens {
        [Word("не"), Word("позднее" | "позже"), Word("чем"), rest @ ..]
        | [Word("не"), Word("позднее" | "позже"), rest @ ..] => {
            is_event(rest) || names_event(rest)
        }
        [Word("за"), rest @ ..] => rest.contains(&Word("до")),
        [Word("по"), Word(what), ..] => begins(what, &AFTER_BY) || names_event(&tokens[1..]),
        [Word("по"), _, Word(what), ..] => begins(what, &AFTER_BY),
        [Word("при" | "после" | "согласно" | "накануне" | "перед" | "одновременно"), Word(_), ..] => {
            true
        }
        [
            Word("в"),
            Word("сроки" | "соответствии" | "ходе" | "рамках" | "дни" | "день" | "период" | "зависимости"),
            _,
            ..,
        ]
        | [Word("во"), Word("время" | "исполнение"), _, ..]
        | [Word("со" | "с"), Word("дня" | "момента" | "даты" | "учетом"), _, ..] => {
            true
        }
        [Word("в"), Word(when), .., Word("срок" | "сроки")]
        | [Word("в"), Word(when), Word("срок" | "сроки"), ..] => {
            begins(when, &["установлен", "указан", "определен", "назначен", "кратчайш", "законодательств"])
        }
        [Word("в" | "во"), Word(_), Word("порядке")] => true,
        [Word("до" | "к" | "ко" | "с" | "со" | "на" | "в" | "во"), rest @ ..] => {
            names_event(rest)
        }
        [.., Word("раз" | "раза"), Word("в"), Number(_) | Ordinal(_) | Word(_), Word(_)] => true,
        [Word("каждые"), _, Word(_)] => true,
        [Word(_) | Ordinal(_), ..] => tokens.len() <= 4 && names_period(tokens),
        _ => false,
    }
}

/// Whether a word begins with one of some stems.
fn begins(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

/// What follows «по» where no day is meant.
const AFTER_BY: [&str; 19] = [
    "мер",
    "итог",
    "результат",
    "окончани",
    "завершени",
    "истечени",
    "соглас",
    "запрос",
    "требовани",
    "факт",
    "готовност",
    "поступлени",
    "необходимост",
    "график",
    "план",
    "расписани",
    "договор",
    "выход",
    "приглашени",
];

/// Whether the words name something that happens, but is no day: «августовскому совещанию».
fn names_event(tokens: &[Token<'_>]) -> bool {
    #[rustfmt::skip]
    const STEMS: &[&str] = &[
        "график", "план", "совещан", "конференц", "педсовет", "совет", "форум", "коллеги", "заседан", "собран",
        "экзамен", "аттестац", "гиа", "егэ", "огэ", "впр", "провер", "приемк", "мониторинг", "итог", "финансирован",
        "бюджет", "ремонт", "открыт", "закрыт", "заверш", "окончан", "начал", "принят", "утвержд", "подписан",
        "проведен", "рассмотрен", "устранен", "распоряжен", "олимпиад", "конкурс", "фестивал", "праздник",
        "юбиле", "летию", "дню", "дня", "выпуск", "отчет", "паспорт", "расписан", "заняти",
    ];
    tokens.iter().any(|token| matches!(token, Word(word) if begins(word, STEMS))) || names_period(tokens)
}

/// Whether the words name a time whose days each school, town or weather sets: «осенние каникулы».
fn names_period(tokens: &[Token<'_>]) -> bool {
    #[rustfmt::skip]
    const STEMS: [&str; 10] = [
        "каникул", "сезон", "период", "кампани", "смен", "четверт", "триместр", "семестр", "поводк", "выбор",
    ];
    let begins_month = tokens.iter().any(|token| matches!(token, Month { .. }));
    !begins_month && tokens.iter().any(|token| matches!(token, Word(word) if begins(word, &STEMS)))
}
