//! Figures of an earlier year in a pack that was made of last year's.

use super::reading::days::conference;
use super::{Both, Check, View};
use crate::messages;
use crate::source::{Finding, Findings, Place, Severity};
use crate::tables::Table;
use chrono::Datelike;

messages! {
    /// No table has the year of the conference.
    STALE_TABLES = "stale-year", Note,
        ru: "конференция – в {year} году, а таблицы с годами в столбцах ({tables}) кончаются {last} годом: не прошлогодние ли это числа?", en: "the conference is in {year}, but the tables with years in their columns ({tables}) end with {last}: are these last year's figures?",
        hint_ru: "внесите в таблицы столбец нынешнего года; если отчитываются о прошлом календарном годе, всё верно",
        hint_en: "add this year's column to the tables; if the report is on the calendar year before, all is well";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "stale-year",
    severity: Severity::Note,
    title: Both { ru: "Таблицы прошлого года", en: "Tables of last year" },
    about: Both {
        ru: "Комплект обычно делают из прошлогоднего. Если ни одна таблица с годами в столбцах не доходит до года конференции, об этом \
             говорится один раз на комплект. Таблицы без годов и прошлые столбцы для сравнения рядом с нынешним – не ошибка.",
        en: "A pack is usually made of last year's. Where no table with years in its columns has the year of the conference, that is said \
             once for a pack. Tables without years, and columns of earlier years beside this year's, are right.",
    },
    example: Both {
        ru: "дата: 28.08.2026, столбцы 2024 и 2025 → столбцы 2025 и 2026",
        en: "date: 28.08.2026, columns 2024 and 2025 → columns 2025 and 2026",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let Some(day) = conference(view) else { return };
    findings.list.extend(stale(view, day.year()));
}

/// A table whose columns are named by years: how it is called, and the last of them.
struct Dated {
    name: String,
    last: i32,
    place: Place,
}

impl Dated {
    fn of(table: &Table, name: &str) -> Option<Dated> {
        let heads = table.columns().iter();
        let years = heads.filter_map(|head| Some((year(&head.path)?, head.place.clone())));
        let (last, place) = years.max_by_key(|(year, _)| *year)?;
        Some(Dated { name: name.to_owned(), last, place })
    }
}

fn stale(view: &View<'_>, year: i32) -> Option<Finding> {
    let tables = view.loaded.tables.iter().filter_map(|(name, table)| Dated::of(table, name));
    let sheets = view.loaded.indicator_sheets.iter().filter_map(|table| Dated::of(table, &table.name));
    let dated: Vec<Dated> = tables.chain(sheets).collect();
    let last = dated.iter().map(|table| table.last).max().filter(|last| *last < year)?;
    let names: Vec<String> = dated.iter().map(|table| format!("`{}`", table.name)).collect();
    let finding = Finding::new(&STALE_TABLES)
        .arg("year", year.to_string())
        .arg("last", last.to_string())
        .arg("tables", names.join(", "));
    let mut newest = dated.iter().filter(|table| table.last == last);
    let finding = finding.at(newest.next()?.place.clone());
    Some(newest.fold(finding, |finding, table| finding.label(table.place.clone(), ("и здесь", "and here"))))
}

/// The last year that the words of a column name: 2025 in «2024/2025 учебный год / факт».
fn year(path: &[String]) -> Option<i32> {
    let numbers = path.iter().flat_map(|words| words.split(|sign: char| !sign.is_ascii_digit()));
    let years = numbers.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse().ok());
    years.filter(|year| (1990..2100).contains(year)).max()
}
