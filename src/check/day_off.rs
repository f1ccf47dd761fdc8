//! A deadline or an event on a weekend or a public holiday.

use super::reading::days::{Day, conference, days, shown};
use super::{Both, Check, Field, FieldKind, Sentence, View};
use crate::messages;
use crate::russian::date::last_of_month;
use crate::russian::holidays;
use crate::source::{Finding, Findings, Severity, Span};
use chrono::{Datelike, NaiveDate};

messages! {
    /// A day on which nobody works.
    DAY_OFF = "day-off", Note,
        ru: "{day} – {why}", en: "{day} is {why}",
        hint_ru: "если это не оговорено, назовите рабочий день", hint_en: "name a working day unless this is meant";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "day-off",
    severity: Severity::Note,
    title: Both {
        ru: "Срок или событие в выходной", en: "A deadline or an event on a day off"
    },
    about: Both {
        ru: "Срок «до …» или день события, который приходится на субботу, воскресенье или праздник. Первый и последний день месяца \
             пропускаются: это обычные границы. Пропускаются и периоды («с 1 по 30 октября»), и прошедшие события, и сами праздники. \
             Переносы рабочих дней программе неизвестны, поэтому это только замечание.",
        en: "A deadline or the day of an event that falls on a Saturday, a Sunday or a public holiday. The first and the last \
             day of a month are passed over, and so are periods, past events, and the holidays themselves. Working days that \
             the Government moves are not known, so this is only a note.",
    },
    example: Both {
        ru: "срок: до 15.09.2018 (суббота) → срок: до 14.09.2018",
        en: "срок: до 15.09.2018 (a Saturday) → срок: до 14.09.2018",
    },
    source: Both {
        ru: "Трудовой кодекс РФ, статьи 111 и 112",
        en: "the Labour Code of Russia, articles 111 and 112",
    },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let Some(conference) = conference(view) else { return };
    if let Some(date) = &view.loaded.facts.conference.date {
        findings.list.extend(finding(date.written.date, date.span));
    }
    for field in &view.fields {
        for sentence in &field.sentences {
            let named = days(sentence).into_iter().filter(|day| !day.is_requisite(sentence));
            for day in named.filter(|day| !day.is_end_of_period(sentence)) {
                findings.list.extend(of_day(field, sentence, &day, conference));
            }
        }
    }
}

fn of_day(field: &Field<'_>, sentence: &Sentence, day: &Day, conference: NaiveDate) -> Option<Finding> {
    if field.kind == FieldKind::Deadline {
        let due = field.clause?.due.as_ref()?;
        let returns = ["ежегодно", "ежемесячно", "каждый"]
            .iter()
            .any(|word| due.deadline.wording.to_lowercase().contains(word));
        let date = day.on_or_after(conference).filter(|_| !returns)?;
        return finding(date, due.text.whole());
    }
    let future = match (day.date, field.kind.is_prose()) {
        (Some(date), true) if date > conference => date,
        (None, true) if day.until.is_some() && field.kind == FieldKind::Clause => {
            day.on_or_after(conference)?
        }
        _ => return None,
    };
    if sentence.tokens.iter().any(|token| {
        token.begins(&["праздни", "выходн"]) || token.is_any(&["дню", "суббота", "субботу", "воскресенье"])
    }) {
        return None;
    }
    let place = if day.until.is_some() { day.place(field, sentence) } else { day.own_place(field, sentence) };
    finding(future, place)
}

fn finding(date: NaiveDate, place: Span) -> Option<Finding> {
    let last = last_of_month(date.year(), date.month());
    let edge = date.day() == 1 || last == Some(date);
    let why = holidays::day_off(date).filter(|_| !edge)?.names();
    Some(Finding::new(&DAY_OFF).arg("day", shown(date)).arg("why", why).at(place))
}
