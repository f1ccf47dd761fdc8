//! A deadline decades away: a slip in the year.

use super::reading::days::{conference, shown};
use super::{Both, Check, FieldKind, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};
use chrono::Datelike;

messages! {
    /// «01.11.2062»
    FAR_DEADLINE = "far-deadline", Warning,
        ru: "срок кончается {end}, через {years} после конференции", en: "the deadline ends on {end}, {years} after the conference",
        hint_ru: "похоже на описку в годе: проверьте его", hint_en: "this looks like a slip in the year";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "far-deadline",
    severity: Severity::Warning,
    title: Both { ru: "Срок через десятки лет", en: "A deadline decades away" },
    about: Both {
        ru: "Поручения резолюции исполняют за год-два, программы – за несколько лет. Срок больше чем через пятнадцать лет после конференции – описка в \
             годе («2062» вместо «2026»). Срок без конца («постоянно») и дальние, но возможные годы программ пропускаются.",
        en: "Tasks are done within a year or two, programmes within several. A deadline more than fifteen years after the conference \
             is a slip in the year. Deadlines without an end, and far years that are possible, are passed over.",
    },
    example: Both {
        ru: "срок: до 01.11.2062 → срок: до 01.11.2026",
        en: "срок: до 01.11.2062 → срок: до 01.11.2026",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

/// So many years after the conference nobody plans.
const FAR: i32 = 15;

fn run(view: &View<'_>, findings: &mut Findings) {
    let Some(conference) = conference(view) else { return };
    for field in view.fields.iter().filter(|field| field.kind == FieldKind::Deadline) {
        let due = field.clause.and_then(|clause| clause.due.as_ref());
        let Some(due) = due.filter(|due| due.text.whole() == field.source.whole()) else { continue };
        let Some(end) = due.deadline.end() else { continue };
        let years = end.year() - conference.year();
        if years > FAR {
            let words = (format!("{years} {}", word(years)), format!("{years} years"));
            let finding = Finding::new(&FAR_DEADLINE).arg("end", shown(end)).arg("years", words);
            findings.push(finding.at(due.text.whole()));
        }
    }
}

/// «год», «года», «лет» behind a number.
fn word(years: i32) -> &'static str {
    match (years % 10, years % 100) {
        (_, 11..=14) => "лет",
        (1, _) => "год",
        (2..=4, _) => "года",
        _ => "лет",
    }
}
