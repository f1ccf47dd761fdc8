//! A deadline on or before the day of the conference.

use super::reading::days::{Day, conference, days, limits_task, shown};
use super::reading::words::{is_ahead, is_short_participle, past, past_plural};
use super::{Both, Check, Field, FieldKind, Kind, Sentence, Token, View};
use crate::messages;
use crate::russian::verbal::{Beginning, beginning};
use crate::source::{Finding, Findings, Severity, Span};
use chrono::NaiveDate;

messages! {
    /// A deadline that has passed when it is set.
    DEADLINE_BEFORE = "deadline-before", Warning,
        ru: "срок «{deadline}» проходит не позже дня конференции, {conference}",
        en: "the deadline “{deadline}” passes no later than the day of the conference, {conference}",
        hint_ru: "проверьте день и год", hint_en: "check the day and the year";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "deadline-before",
    severity: Severity::Warning,
    title: Both {
        ru: "Срок прошёл раньше, чем поручение принято",
        en: "A deadline passes before the task is set",
    },
    about: Both {
        ru: "Срок поручения («срок», а также «до …», «не позднее …» в тексте поручения) сравнивается с днём конференции: он должен \
             быть позже. В докладе сверяется \
             то, что ещё предстоит («до 15 мая 2018 года необходимо представить»), а не то, что сделано. Чаще всего так бывает, когда срок остался от прошлого года. Даты законов и прошедших событий не сроки.",
        en: "A task's deadline, its own key or «до …» in its text, is compared with the day of the conference: it must be \
             later. In a report only what is still to be done counts, not what was. Dates of laws and of past events are no deadlines.",
    },
    example: Both {
        ru: "Конференция 28.08.2018; срок: до 15.08.2018 → срок: до 15.09.2018",
        en: "Conference on 28.08.2018; срок: до 15.08.2018 → срок: до 15.09.2018",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let Some(conference) = conference(view) else { return };
    for field in &view.fields {
        match field.kind {
            FieldKind::Deadline => of_key(field, conference, findings),
            FieldKind::Clause | FieldKind::After => {
                field
                    .sentences
                    .iter()
                    .for_each(|sentence| of_sentence(field, sentence, conference, findings));
            }
            kind if kind.is_prose() => {
                let ahead = field.sentences.iter().filter(|sentence| speaks_ahead(field, sentence));
                let limits = |sentence: &&Sentence| days(sentence).iter().any(|day| is_apart(sentence, day));
                ahead.filter(limits).for_each(|sentence| of_sentence(field, sentence, conference, findings));
            }
            _ => {}
        }
    }
}

fn of_key(field: &Field<'_>, conference: NaiveDate, findings: &mut Findings) {
    let Some(due) = field.clause.and_then(|clause| clause.due.as_ref()) else { return };
    let at_once = due.deadline.wording.to_lowercase().contains("медленно");
    if !at_once && due.deadline.end().is_some_and(|end| end <= conference) {
        findings.push(finding(&due.deadline.wording, conference, due.text.whole()));
    }
}

fn finding(wording: &str, conference: NaiveDate, place: Span) -> Finding {
    Finding::new(&DEADLINE_BEFORE).arg("deadline", wording).arg("conference", shown(conference)).at(place)
}

fn of_sentence(field: &Field<'_>, sentence: &Sentence, conference: NaiveDate, findings: &mut Findings) {
    for day in days(sentence) {
        let Some(until) =
            day.until.filter(|until| limits_task(sentence, *until) && !day.is_end_of_period(sentence))
        else {
            continue;
        };
        if sentence.tokens.get(until).is_some_and(|token| token.is_any(&["к", "ко"])) {
            continue;
        }
        if day.date.is_some_and(|date| date <= conference) {
            let place = day.place(field, sentence);
            let tokens = sentence.tokens.get(until..day.tokens.end).unwrap_or_default();
            findings.push(finding(field.written(tokens), conference, place));
        }
    }
}

/// Whether a sentence of a report sets a task or promises something: «школам представить отчёт до …»,
/// «управление представит …». What is past in it takes that back: «нам удалось провести».
fn speaks_ahead(field: &Field<'_>, sentence: &Sentence) -> bool {
    // Most sentences limit nothing.
    if !sentence.tokens.iter().any(|token| token.is_any(&["до", "позднее", "позже"])) {
        return false;
    }
    // «Должны быть завершены».
    let is_to_be = sentence.tokens.iter().any(|token| token.is_any(&["быть", "будет", "будут"]));
    let is_past = |token: &Token| {
        past(token).is_some()
            || past_plural(token)
            || token.is_any(&["был", "была", "было", "были", "бы"])
            || !is_to_be && is_short_participle(token)
    };
    let infinitive = |token: &Token| {
        token.is_word()
            && beginning(field.written(std::slice::from_ref(token))) == Some(Beginning::Infinitive)
    };
    let tokens = &sentence.tokens;
    !tokens.iter().any(is_past) && tokens.iter().any(|token| is_ahead(token) || infinitive(token))
}

/// Whether a day limits the whole sentence, and no noun within it: it stands at its beginning, at its
/// end, or behind «в срок». «Отчёт за период до 1 июня» is no deadline.
fn is_apart(sentence: &Sentence, day: &Day) -> bool {
    let until = day.until.unwrap_or(day.tokens.start);
    let before = until.checked_sub(1).and_then(|at| sentence.tokens.get(at));
    let behind = sentence.tokens.get(day.tokens.end);
    let ends = behind.is_none_or(|token| matches!(token.kind, Kind::Sign('.' | '!' | ';')));
    let opens = before.is_none_or(|token| matches!(token.kind, Kind::Sign(_)) || token.is_any(&["срок"]));
    let of_noun = before.is_some_and(|token| token.begins(&["период", "данн", "договор", "срока"]));
    (opens || ends) && !of_noun
}
