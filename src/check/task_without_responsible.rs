//! A task for which nobody is responsible, though its neighbours name somebody.

use super::task_without_deadline::{groups_lacking, lacking};
use super::{Both, Check, View};
use crate::messages;
use crate::source::{Findings, Severity};

messages! {
    /// A task without a responsible person.
    TASK_WITHOUT_RESPONSIBLE = "task-without-responsible", Note,
        ru: "у соседних поручений назван ответственный, у этого нет", en: "the tasks around name who is responsible, this one does not",
        hint_ru: "добавьте `ответственный:`", hint_en: "add `responsible:`";
    /// A group of tasks without a responsible person.
    GROUP_WITHOUT_RESPONSIBLE = "task-without-responsible", Note,
        ru: "у соседних групп поручений назван ответственный, у этой – ни общего, ни своего у поручений",
        en: "the groups of tasks around name who is responsible, this one does so neither for all nor for one of its tasks",
        hint_ru: "добавьте `ответственный:` рядом с `кому:` или к каждому поручению", hint_en: "add `responsible:` beside `to:`, or to each task";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "task-without-responsible",
    severity: Severity::Note,
    title: Both {
        ru: "Поручение без ответственного", en: "A task without a responsible person"
    },
    about: Both {
        ru: "В одной группе ответственный назван у большинства поручений, а у этого его забыли; так же и с группами поручений. Если ответственный назван лишь у \
             одного особого поручения, остальные остаются за адресатом.",
        en: "In one group most tasks name who is responsible, and this one does not; so with whole groups.",
    },
    example: Both {
        ru: "Провести месячник чтения. → Провести месячник чтения. ответственный: методист",
        en: "Провести месячник чтения. → Провести месячник чтения. ответственный: методист",
    },
    source: Both {
        ru: "практика: у поручения есть срок и исполнитель",
        en: "practice: a task has a deadline and somebody who does it",
    },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    lacking(
        view,
        |list, clause| !list.responsible.is_empty() || !clause.responsible.is_empty(),
        (&TASK_WITHOUT_RESPONSIBLE, true),
        findings,
    );
    groups_lacking(view, |clause| !clause.responsible.is_empty(), &GROUP_WITHOUT_RESPONSIBLE, findings);
}
