//! The school year of the pack beside the day of its conference: a pack taken over from last year.

use super::reading::days::{conference, shown};
use super::{Both, Check, View};
use crate::messages;
use crate::russian::school_year::{SchoolYear, SchoolYearForm};
use crate::source::{Finding, Findings, Severity};
use chrono::{Datelike, NaiveDate};

/// A conference may be so many days after the year on which it reports.
const LATEST: i64 = 300;

messages! {
    /// A year that has not begun, or that ended long ago.
    REPORTED_YEAR = "reported-year", Warning,
        ru: "учебный год {year} ко дню конференции, {day}, {state}, а `учебный_год` – тот, о котором отчитываются",
        en: "the school year {year} {state} on the day of the conference, {day}, and `school_year` is the one reported on",
        hint_ru: "по дню конференции это {likely}; от него считаются и сроки «в течение года», а следующий год печатает `{{учебный_год следующий}}`",
        hint_en: "by the day of the conference it is {likely}; deadlines such as «в течение года» are reckoned from it, and `{{school_year next}}` prints the next year";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "reported-year",
    severity: Severity::Warning,
    title: Both {
        ru: "Учебный год не тот, о котором отчитываются",
        en: "Not the school year that is reported on",
    },
    about: Both {
        ru: "Учебный год комплекта – тот, о котором отчитываются: от него считаются сроки «в течение года». Если к дню конференции он \
             ещё не начался или кончился десять месяцев назад и раньше, значит, его забыли поменять в прошлогоднем комплекте или \
             написали следующий.",
        en: "The school year of a pack is the one reported on: deadlines such as «в течение года» are reckoned from it. If on the \
             day of the conference it has not begun, or ended ten months ago or more, it was left from last year's pack, or is the \
             next one.",
    },
    example: Both {
        ru: "дата: 28.08.2018, учебный_год: 2016/2017 → учебный_год: 2017/2018",
        en: "дата: 28.08.2018, учебный_год: 2016/2017 → учебный_год: 2017/2018",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let Some(day) = conference(view) else { return };
    let Some(given) = &view.loaded.facts.conference.school_year else { return };
    let state = if given.year.start() > day {
        ("ещё не начался", "has not begun")
    } else if day.signed_duration_since(given.year.end()).num_days() > LATEST {
        ("давно кончился", "ended long ago")
    } else {
        return;
    };
    let Some(likely) = year_of(day) else { return };
    let finding = Finding::new(&REPORTED_YEAR).arg("year", given.year.print(SchoolYearForm::Slash));
    let finding = finding.arg("day", shown(day)).arg("state", state);
    findings.push(finding.arg("likely", likely.print(SchoolYearForm::Slash)).at(given.span));
}

/// The school year in which a day is.
fn year_of(day: NaiveDate) -> Option<SchoolYear> {
    SchoolYear::starting(if day.month() >= 9 { day.year() } else { day.year() - 1 })
}
