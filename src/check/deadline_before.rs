//! A deadline on or before the day of the conference.

use super::collective_verb::{past, past_plural};
use super::days::{conference, days, shown};
use super::{Both, Check, Field, FieldKind, Sentence, View};
use crate::messages;
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
             быть позже. Чаще всего так бывает, когда срок остался от прошлого года. Даты законов и прошедших событий не сроки.",
        en: "A task's deadline, its own key or «до …» in its text, is compared with the day of the conference: it must be \
             later. Dates of laws and of past events are no deadlines.",
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
            day.until.filter(|until| is_task(sentence, *until) && !day.is_end_of_period(sentence))
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

/// Whether what stands at `until` limits the task, and not a participle («проведённого до …»)
/// or something that is past («завершили до …»).
pub(super) fn is_task(sentence: &Sentence, until: usize) -> bool {
    let Some(before) = until.checked_sub(1).and_then(|at| sentence.tokens.get(at)) else { return true };
    if !before.is_word() {
        return true;
    }
    let past = past(before).is_some() || past_plural(before);
    let short = before.text.chars().count() > 5
        && ["ена", "ены", "ено"].iter().any(|ending| before.text.ends_with(ending));
    !past && !short && !is_participle(&before.text)
}

/// «проведённого», «поданные», «действующим», «принятых»: an ending of adjectives behind what makes
/// a participle of a verb. «режим» and «обучением» are none.
fn is_participle(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ыми", "ими", "ого", "его", "ому", "ему", "ый", "ий", "ая", "ое", "ее", "ую", "ые", "ие", "ых", "их",
        "ым", "им",
    ];
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
    stem.is_some_and(|stem| {
        stem.chars().count() > 3
            && ["нн", "вш", "щ", "аем", "яем", "уем", "им", "ят", "ыт", "ут"]
                .iter()
                .any(|end| stem.ends_with(end))
    })
}
