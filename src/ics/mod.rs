//! The register of tasks as a calendar (RFC 5545): each deadline is an event that takes whole days.
//!
//! `event` decides which days a deadline takes, `line` writes and folds the lines. A deadline
//! without a day («постоянно») stands in the register's table only.

mod event;
mod line;

use crate::register::{Row, Sheet};
use crate::russian::typography::one_line;
use chrono::NaiveDate;
use event::{Days, Reckoned, days};
use line::Calendar;
use std::collections::BTreeSet;

/// At most so many characters of a task are shown in a calendar's grid.
const SUMMARY: usize = 120;

/// Writes the calendar; `None` where no task has a day, because a calendar without events is none
/// (RFC 5545, 3.6).
pub fn write(sheet: &Sheet) -> Option<Vec<u8>> {
    let mut calendar = Calendar::default();
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//avgust//register of tasks//RU");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.line("METHOD", "PUBLISH");
    calendar.text("X-WR-CALNAME", &sheet.title);
    let reckoned = Reckoned { from: sheet.date, year: sheet.year };
    // A task that stands under several addressees is one event.
    let mut written = BTreeSet::new();
    for row in sheet.rows.iter().filter(|row| written.insert(row.uid.as_str())) {
        let Some(deadline) = &row.deadline else { continue };
        for (days, number) in days(deadline, reckoned).iter().zip(1..) {
            event(&mut calendar, sheet, row, days, number);
        }
    }
    calendar.line("END", "VCALENDAR");
    calendar.has_events().then(|| calendar.finish())
}

fn event(calendar: &mut Calendar, sheet: &Sheet, row: &Row, days: &Days, number: usize) {
    let counted = if number == 1 { String::new() } else { format!("-{number}") };
    calendar.line("BEGIN", "VEVENT");
    calendar.line("UID", &format!("{}{counted}@avgust", row.uid));
    calendar.line("DTSTAMP", &format!("{}T000000Z", plain(sheet.date)));
    calendar.line("DTSTART;VALUE=DATE", &plain(days.first));
    if let Some(after) = days.last.succ_opt() {
        calendar.line("DTEND;VALUE=DATE", &plain(after));
    }
    if let Some(rule) = &days.rule {
        calendar.line("RRULE", rule);
    }
    calendar.text("SUMMARY", &summary(row));
    calendar.text("DESCRIPTION", &description(sheet, row));
    // The day stays free for other things.
    calendar.line("TRANSP", "TRANSPARENT");
    if let Some(before) = sheet.remind {
        alarm(calendar, before, &summary(row));
    }
    calendar.line("END", "VEVENT");
}

/// Reminds so many days before the last day, at nine in the morning.
fn alarm(calendar: &mut Calendar, before: u32, summary: &str) {
    calendar.line("BEGIN", "VALARM");
    calendar.line("ACTION", "DISPLAY");
    // The end is the midnight after the last day: 15 hours before it is nine o'clock.
    calendar.line("TRIGGER;RELATED=END", &format!("-P{before}DT15H"));
    calendar.text("DESCRIPTION", summary);
    calendar.line("END", "VALARM");
}

fn plain(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// What the calendar's grid shows: the clause and the beginning of the task.
fn summary(row: &Row) -> String {
    let task = one_line(&row.task);
    let clause = if row.clause.is_empty() { String::new() } else { format!("п. {}. ", row.clause) };
    format!("{clause}{}", beginning(task.trim_end_matches(['.', ';'])))
}

/// The beginning of a text up to a whole word.
fn beginning(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(SUMMARY) else { return text.to_owned() };
    let head = text.get(..end).unwrap_or_default();
    let head = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    format!("{}…", head.trim_end_matches([',', ';', ':', '–', ' ']))
}

/// All that the register says of a task.
fn description(sheet: &Sheet, row: &Row) -> String {
    let document = if sheet.several { row.document.as_str() } else { "" };
    let facts = [
        ("Документ", document),
        ("Пункт", row.clause.as_str()),
        ("Кому", row.to.as_str()),
        ("Срок", row.due.as_str()),
        ("Ответственный", row.responsible.as_str()),
    ];
    let mut lines = vec![row.task.clone()];
    for (name, words) in facts.iter().filter(|(_, words)| !words.is_empty()) {
        lines.push(format!("{name}: {}", words.replace('\n', "; ")));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::russian::deadline::DeadlineValue;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn sheet(deadline: DeadlineValue) -> Sheet {
        let row = Row {
            uid: "a1".to_owned(),
            clause: "2.1".to_owned(),
            document: "РЕЗОЛЮЦИЯ".to_owned(),
            task: "Открыть службы, а именно; две.".to_owned(),
            to: "Управление\nЦентр".to_owned(),
            due: "до 1 января 2018 года".to_owned(),
            responsible: String::new(),
            deadline: Some(deadline),
        };
        let date = day(2017, 8, 28);
        Sheet {
            title: "Лист".to_owned(),
            date,
            year: None,
            remind: Some(3),
            several: false,
            rows: vec![row.clone(), row],
        }
    }

    #[test]
    fn a_deadline_is_an_event_of_whole_days_and_stands_there_once() {
        let text = write(&sheet(DeadlineValue::Until(day(2018, 1, 1)))).unwrap();
        let text = String::from_utf8(text).unwrap().replace("\r\n ", "");
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
        for line in [
            "UID:a1@avgust",
            "DTSTAMP:20170828T000000Z",
            "DTSTART;VALUE=DATE:20180101",
            "DTEND;VALUE=DATE:20180102",
            "SUMMARY:п. 2.1. Открыть службы\\, а именно\\; две",
            "TRIGGER;RELATED=END:-P3DT15H",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line}\n{text}");
        }
        assert!(text.contains("\\nКому: Управление\\; Центр\\nСрок: до 1 января 2018 года"), "{text}");
    }

    #[test]
    fn what_never_ends_makes_no_calendar() {
        assert_eq!(write(&sheet(DeadlineValue::Ongoing { from: None })), None);
    }

    #[test]
    fn a_long_task_is_cut_after_a_word() {
        let text = "Подготовить предложения о создании мест ".repeat(5);
        let cut = beginning(&text);
        assert!(cut.ends_with('…') && cut.chars().count() <= SUMMARY + 1, "{cut}");
        assert!(text.starts_with(cut.trim_end_matches('…')));
    }
}
