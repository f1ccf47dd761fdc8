//! A date of the conference that differs from what the pack says.

use super::days::{Day, conference, days, shown};
use super::{Both, Check, Field, FieldKind, Sentence, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};
use chrono::{Datelike, NaiveDate};

messages! {
    /// Another day than the conference's.
    CONFERENCE_DATE = "conference-date", Warning,
        ru: "здесь {day}, а конференция – {conference}", en: "here it is {day}, but the conference is on {conference}",
        hint_ru: "исправьте день здесь или в `конференция: дата`", hint_en: "correct the day here or in `conference: date`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "conference-date",
    severity: Severity::Warning,
    title: Both {
        ru: "День конференции назван по-разному", en: "The day of the conference differs"
    },
    about: Both {
        ru: "День конференции задан в pack.yaml. С ним сравниваются даты документов и дни, которые текст называет рядом со словом \
             «конференция»: того же года или у «настоящей», «нынешней» конференции. Прошлогодние и будущие конференции, другие \
             события пропускаются.",
        en: "The day of the conference stands in pack.yaml. The dates of documents and the days that a text names beside the \
             word for conference are compared with it. Last year's and next year's conferences and other events are passed over.",
    },
    example: Both {
        ru: "участники августовской конференции 29 августа 2018 года → участники августовской конференции 28 августа 2018 года",
        en: "участники августовской конференции 29 августа 2018 года → участники августовской конференции 28 августа 2018 года",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let Some(conference) = conference(view) else { return };
    let name = view.loaded.facts.conference.name.as_ref();
    let council = name.is_some_and(|name| name.0.plain().to_lowercase().contains("совещани"));
    for document in &view.loaded.documents {
        let date = document.resolution().and_then(|resolution| resolution.date.as_ref());
        if let Some(date) = date.filter(|date| date.written.date != conference) {
            findings.push(finding(date.written.date, conference).at(date.span));
        }
    }
    for (field, sentence) in view.sentences() {
        if field.kind.is_prose() || field.kind == FieldKind::Occasion {
            days(sentence)
                .iter()
                .for_each(|day| of_day(field, sentence, day, (conference, council), findings));
        }
    }
}

fn finding(day: NaiveDate, conference: NaiveDate) -> Finding {
    Finding::new(&CONFERENCE_DATE).arg("day", shown(day)).arg("conference", shown(conference))
}

fn of_day(
    field: &Field<'_>,
    sentence: &Sentence,
    day: &Day,
    (conference, council): (NaiveDate, bool),
    findings: &mut Findings,
) {
    let Some(date) = day.date.filter(|date| *date != conference) else { return };
    let Some(this) = conference_before(sentence, day.tokens.start, council) else { return };
    if day.until.is_none() && (this || date.year() == conference.year()) {
        findings.push(finding(date, conference).at(day.own_place(field, sentence)));
    }
}

/// Whether «конференция» stands right before the day, a few words between them at most; and
/// whether it is said to be this one.
fn conference_before(sentence: &Sentence, day: usize, council: bool) -> Option<bool> {
    let today = sentence.tokens.get(day.saturating_sub(2)..day).unwrap_or_default();
    if today.iter().any(|token| token.is_any(&["сегодня"]))
        && (day <= 2 || sentence.tokens.iter().any(|token| token.begins(&["конференц"])))
    {
        return Some(true);
    }
    let near = sentence.tokens.get(day.saturating_sub(5)..day)?;
    let at = near
        .iter()
        .rposition(|token| token.begins(&["конференц"]) || (council && token.begins(&["совещан"])))?;
    let between = near.get(at + 1..).unwrap_or_default();
    const PEOPLE: &[&str] = &[
        "педагогических",
        "работников",
        "от",
        "района",
        "города",
        "состоявшейся",
        "прошедшей",
        "года",
        "педагогов",
    ];
    if !between.iter().all(|token| token.is_any(PEOPLE) || token.is_sign('«') || token.is_sign('»')) {
        return None;
    }
    let start = day.saturating_sub(5) + at;
    let before = sentence.tokens.get(start.saturating_sub(3)..start).unwrap_or_default();
    let other = before.iter().any(|token| {
        token.begins(&[
            "научн",
            "родительск",
            "следующ",
            "прошл",
            "предыдущ",
            "республиканск",
            "областн",
            "краев",
            "региональн",
            "всероссийск",
            "школьн",
            "практическ",
            "ученическ",
        ])
    });
    (!other).then(|| before.iter().any(|token| token.begins(&["настоящ", "нынешн", "эт"])))
}
