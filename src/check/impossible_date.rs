//! A day that the calendar does not have.

use super::reading::days::days;
use super::{Both, Check, FieldKind, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// «31 июня»
    IMPOSSIBLE_DAY = "impossible-date", Error,
        ru: "такого дня нет: «{day}»", en: "there is no such day: “{day}”",
        hint_ru: "исправьте день, месяц или год", hint_en: "correct the day, the month or the year";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "impossible-date",
    severity: Severity::Error,
    title: Both {
        ru: "Дня, который назван, нет в календаре", en: "A day that the calendar does not have"
    },
    about: Both {
        ru: "31 июня, 29 февраля невисокосного года, 10.13.2018: в тексте, в датах и в сроках. Номера пунктов («31.06») и \
             числа с точками датами не считаются.",
        en: "31 June, 29 February of a common year, 10.13.2018: in texts, dates and deadlines.",
    },
    example: Both {
        ru: "к 31 июня 2019 года → к 30 июня 2019 года",
        en: "к 31 июня 2019 года → к 30 июня 2019 года",
    },
    source: Both { ru: "календарь", en: "the calendar" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    // A deadline is read with its days; one that the calendar does not have is said there.
    for (field, sentence) in view.sentences().filter(|(field, _)| field.kind != FieldKind::Deadline) {
        for day in days(sentence).into_iter().filter(|day| day.is_impossible()) {
            let written = field.written(sentence.tokens.get(day.tokens.clone()).unwrap_or_default());
            findings
                .push(Finding::new(&IMPOSSIBLE_DAY).arg("day", written).at(day.own_place(field, sentence)));
        }
    }
}
