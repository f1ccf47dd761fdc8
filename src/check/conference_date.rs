//! A date of the conference that differs from what the pack says.

use super::reading::days::{Day, conference, days, shown};
use super::{Both, Check, Field, FieldKind, Sentence, Token, View};
use crate::layout::Value;
use crate::messages;
use crate::pack::moment::DateValue;
use crate::pipeline::DocumentFile;
use crate::source::{Finding, Findings, Severity};
use crate::text::RichText;
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
        ru: "День конференции задан в pack.yaml. С ним сравниваются даты резолюций и программ (у других документов – тот же день другого года) и дни, которые текст называет рядом со словом \
             «конференция»: того же года или у «настоящей», «нынешней» конференции. Прошлогодние и будущие конференции, другие \
             события пропускаются.",
        en: "The day of the conference stands in pack.yaml. The dates of resolutions and programmes (of other documents the same day of another year) and the days that a text names beside the \
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
    of_other_documents(view, conference, findings);
    for (field, sentence) in view.sentences() {
        if field.kind.is_prose() || field.kind == FieldKind::Occasion {
            days(sentence)
                .iter()
                .for_each(|day| of_day(field, sentence, day, (conference, council), findings));
        }
    }
}

/// The dates of programmes, registers and documents of an office's own layouts.
fn of_other_documents(view: &View<'_>, conference: NaiveDate, findings: &mut Findings) {
    let documents = || view.loaded.documents.iter();
    let programmes: Vec<&DateValue> =
        documents().filter(|own| is_of_the_day(own)).filter_map(own_date).collect();
    // A conference of two days has a programme for each of them.
    let days = programmes.len() > 1 && programmes.iter().any(|date| date.written.date == conference);
    let others = documents().filter_map(|document| {
        let date = own_date(document).or_else(|| document.register()?.date.as_ref())?;
        let is_wrong = match is_of_the_day(document) {
            true => date.written.date != conference && !days,
            false => is_of_another_year(date.written.date, conference),
        };
        is_wrong.then_some(date)
    });
    findings.list.extend(others.map(|date| finding(date.written.date, conference).at(date.span)));
}

/// Whether a document is a programme or the minutes, whose date is the day itself.
fn is_of_the_day(document: &DocumentFile) -> bool {
    let is_kind = |text: &RichText| {
        let kind = text.plain().to_uppercase();
        kind.starts_with("ПРОГРАММА") || kind.starts_with("ПРОТОКОЛ")
    };
    document.values.iter().any(|(name, value)| match value {
        Some(Value::Text(text)) => name == "kind" && is_kind(text),
        _ => false,
    })
}

/// The date that a document of a layout's own fields has.
fn own_date(document: &DocumentFile) -> Option<&DateValue> {
    document.values.iter().find_map(|(name, value)| match value {
        Some(Value::Date(date)) if name == "date" => Some(date),
        _ => None,
    })
}

/// The same day of another year: a date that nobody changed. Other dates may be a document's own.
fn is_of_another_year(date: NaiveDate, conference: NaiveDate) -> bool {
    date.year() != conference.year() && (date.month(), date.day()) == (conference.month(), conference.day())
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
    // A day without a year is one of the conference's own month, or says nothing.
    let of_month = || day.day_month.filter(|(_, month)| *month == conference.month());
    let date =
        day.date.or_else(|| NaiveDate::from_ymd_opt(conference.year(), conference.month(), of_month()?.0));
    let Some(date) = date.filter(|date| *date != conference) else { return };
    let this = conference_before(sentence, day.tokens.start, council)
        .or_else(|| conference_behind(sentence, day.tokens.end, council));
    let Some(this) = this else { return };
    if day.until.is_none() && (this || date.year() == conference.year()) {
        findings.push(finding(date, conference).at(day.own_place(field, sentence)));
    }
}

fn is_conference(token: &Token, council: bool) -> bool {
    token.begins(&["конференц"]) || (council && token.begins(&["совещан"]))
}

/// Words that say of an event that it took place.
const TOOK_PLACE: &[&str] =
    &["состоя", "прошл", "прошедш", "прошла", "прошел", "провед", "проход", "проводи", "открыл", "собрал"];

/// Whether «конференция» stands right before the day, a few words between them at most; and
/// whether it is said to be this one.
fn conference_before(sentence: &Sentence, day: usize, council: bool) -> Option<bool> {
    let today = sentence.tokens.get(day.saturating_sub(2)..day).unwrap_or_default();
    if today.iter().any(|token| token.is_any(&["сегодня"]) || token.begins(&["собравш"]))
        && (day <= 2 || sentence.tokens.iter().any(|token| token.begins(&["конференц"])))
    {
        return Some(true);
    }
    let first = day.saturating_sub(8);
    let near = sentence.tokens.get(first..day)?;
    let at = near.iter().rposition(|token| is_conference(token, council))?;
    let between = near.get(at + 1..).unwrap_or_default();
    const PEOPLE: &[&str] = &[
        "педагогическ",
        "работник",
        "педагог",
        "общественност",
        "муниципальн",
        "район",
        "округ",
        "город",
        "област",
        "республик",
        "образовани",
        "котор",
        "года",
    ];
    let passes = |token: &Token| {
        token.is_any(&["от", "г", "и", "была", "было", "будет"])
            || token.begins(PEOPLE)
            || token.begins(TOOK_PLACE)
            || is_name(token)
            || [',', '«', '»', '.', '–', '('].iter().any(|sign| token.is_sign(*sign))
    };
    if !between.iter().all(passes) {
        return None;
    }
    let start = first + at;
    let before = sentence.tokens.get(start.saturating_sub(3)..start).unwrap_or_default();
    let other = before.iter().any(is_of_another);
    (!other).then(|| before.iter().any(|token| token.begins(&["настоящ", "нынешн", "эт"])))
}

/// «Каменского района»: an adjective made of the name of a place.
fn is_name(token: &Token) -> bool {
    token.is_word()
        && token.capital
        && ["ого", "ской", "ий"].iter().any(|ending| token.text.ends_with(ending))
}

/// Words before «конференция» that make it another one.
fn is_of_another(token: &Token) -> bool {
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
}

/// Whether «состоялась августовская конференция» stands right behind the day: the month or the
/// word «настоящая» says which.
fn conference_behind(sentence: &Sentence, end: usize, council: bool) -> Option<bool> {
    let near: Vec<&Token> = sentence.tokens.iter().skip(end).take(5).collect();
    near.first().filter(|token| token.begins(TOOK_PLACE))?;
    let at = near.iter().position(|token| is_conference(token, council))?;
    let words = near.get(1..at)?;
    let own = words.iter().any(|token| token.begins(&["августовск", "настоящ", "нынешн"]));
    (own && !words.iter().any(|token| is_of_another(token))).then_some(false)
}
