//! A task without a deadline whose neighbours have one.

use super::reading::days::days;
use super::reading::lists::{List, Texts, lists};
use super::{Both, Check, Field, View};
use crate::messages;
use crate::pack::resolution::Clause;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A task without a deadline.
    TASK_WITHOUT_DEADLINE = "task-without-deadline", Note,
        ru: "у соседних поручений есть срок, у этого нет", en: "the tasks around have a deadline, this one has none",
        hint_ru: "добавьте `срок:`", hint_en: "add `due:`";
    /// A group of tasks without a deadline.
    GROUP_WITHOUT_DEADLINE = "task-without-deadline", Note,
        ru: "у соседних групп поручений есть срок, у этой – ни общего, ни своего у поручений",
        en: "the groups of tasks around have a deadline, this one has neither its own nor one in its tasks",
        hint_ru: "добавьте `срок:` рядом с `кому:` или к каждому поручению", hint_en: "add `due:` beside `to:`, or to each task";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "task-without-deadline",
    severity: Severity::Note,
    title: Both { ru: "Поручение без срока", en: "A task without a deadline" },
    about: Both {
        ru: "В одной группе у большинства поручений срок есть (свой, группы или сказанный в тексте), а у этого его забыли; так же и с группами поручений. \
             Оценки («признать», «одобрить», «принять к сведению») поручениями не считаются.",
        en: "In one group most tasks have a deadline, their own, the group's or one in their text, and this one has none; so with whole groups. \
             Statements («признать», «одобрить») are no tasks.",
    },
    example: Both {
        ru: "Обновить банк программ. → Обновить банк программ. срок: до 01.11.2018",
        en: "Обновить банк программ. → Обновить банк программ. срок: до 01.11.2018",
    },
    source: Both {
        ru: "практика: у поручения есть срок и исполнитель",
        en: "practice: a task has a deadline and somebody who does it",
    },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let texts = Texts::new(view);
    let has = |list: &List<'_>, clause: &Clause| {
        list.due.is_some() || clause.due.is_some() || texts.of(clause).is_some_and(says_when)
    };
    lacking(view, has, (&TASK_WITHOUT_DEADLINE, false), findings);
    let own = |clause: &Clause| clause.due.is_some() || texts.of(clause).is_some_and(says_when);
    groups_lacking(view, own, &GROUP_WITHOUT_DEADLINE, findings);
}

/// Says of the groups of tasks, none of which has what all tasks of most groups beside it have.
pub(super) fn groups_lacking(
    view: &View<'_>,
    own: impl Fn(&Clause) -> bool,
    message: &'static crate::source::Message,
    findings: &mut Findings,
) {
    for list in lists(view) {
        let groups: Vec<&Clause> = list.items.iter().filter(|clause| is_group(clause)).collect();
        let with = groups.iter().filter(|group| all_have(group, &own)).count();
        let without: Vec<&&Clause> = groups.iter().filter(|group| !any_has(group, &own)).collect();
        if with >= 2 && with > without.len() {
            let places = without.iter().filter_map(|group| group.to.first());
            findings.list.extend(places.map(|to| Finding::new(message).at(to.0.source.trimmed().whole())));
        }
    }
}

/// Tasks under one head that says to whom they are given.
fn is_group(clause: &Clause) -> bool {
    !clause.to.is_empty() && clause.clauses.iter().any(is_task)
}

fn all_have(clause: &Clause, own: &impl Fn(&Clause) -> bool) -> bool {
    let mut tasks = clause.clauses.iter().filter(|clause| is_task(clause)).peekable();
    own(clause) || (tasks.peek().is_some() && tasks.all(|task| all_have(task, own)))
}

fn any_has(clause: &Clause, own: &impl Fn(&Clause) -> bool) -> bool {
    own(clause) || clause.clauses.iter().any(|clause| any_has(clause, own))
}

/// Says of the tasks that lack what most of their neighbours have; with `pairs_too` also of one of
/// two, where most tasks of the document have it, and counting those with items under them.
pub(super) fn lacking(
    view: &View<'_>,
    has: impl Fn(&List<'_>, &Clause) -> bool,
    (message, pairs_too): (&'static crate::source::Message, bool),
    findings: &mut Findings,
) {
    let mut groups: Vec<(usize, Vec<&Clause>, Vec<&Clause>)> = Vec::new();
    for list in lists(view) {
        let counts = |clause: &&Clause| is_task(clause) && (pairs_too || clause.clauses.is_empty());
        let tasks = list.items.iter().filter(counts);
        let (with, without) = tasks.partition(|clause| has(&list, clause));
        groups.push((list.document, with, without));
    }
    for (document, with, without) in &groups {
        let own = || groups.iter().filter(|(other, with, _)| other == document && !with.is_empty());
        let all_with: usize = own().map(|(_, with, _)| with.len()).sum();
        let all_without: usize = own().map(|(_, _, without)| without.len()).sum();
        let equal = pairs_too && !with.is_empty() && with.len() == without.len();
        let usual = equal && all_with >= 4 && all_with >= all_without * 4;
        if (with.len() >= 2 && with.len() > without.len()) || usual {
            for text in without.iter().filter_map(|clause| clause.text.as_ref()) {
                findings.push(Finding::new(message).at(text.source.trimmed().whole()));
            }
        }
    }
}

/// A clause that sets a task, and does not state something, nor names a group of tasks.
fn is_task(clause: &Clause) -> bool {
    const STATEMENTS: &[&str] = &[
        "признать",
        "отметить",
        "одобрить",
        "поблагодарить",
        "считать",
        "утвердить",
        "контроль",
        "выразить",
        "согласиться",
        "рекомендации",
        "резолюци",
        "решение",
        "настоящ",
        "принять к сведению",
        "принять доклад",
        "принять информацию",
        "поздравить",
        "довести",
    ];
    let Some(text) = &clause.text else { return false };
    let has_tasks = |clause: &Clause| clause.due.is_some() || !clause.responsible.is_empty();
    if !clause.clauses.is_empty() && (!has_tasks(clause) || clause.clauses.iter().any(has_tasks)) {
        return false;
    }
    let text = text.plain().to_lowercase();
    // «Итоги учебного года считать успешными».
    let judges =
        text.starts_with("итоги") && [" считать ", " признать "].iter().any(|word| text.contains(word));
    !judges && !STATEMENTS.iter().any(|statement| text.starts_with(statement))
}

/// Whether a text says by when or how often.
fn says_when(field: &Field<'_>) -> bool {
    field.sentences.iter().any(|sentence| {
        !days(sentence).is_empty()
            || sentence.tokens.iter().any(|token| {
                token.begins(&[
                    "ежегодн",
                    "ежемесячн",
                    "ежекварт",
                    "еженедельн",
                    "ежедневн",
                    "постоянн",
                    "систематич",
                    "регулярн",
                ]) || token.is_any(&[
                    "течение",
                    "начала",
                    "конца",
                    "концу",
                    "началу",
                    "незамедлительно",
                    "немедленно",
                ])
            })
    })
}
