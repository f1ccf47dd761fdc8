//! A value that is out of its row's history by a factor of ten.

use super::reading::row_sums::Cell;
use super::reading::table_rows::{number, year};
use super::{Both, Check, View};
use crate::indicators::Indicator;
use crate::messages;
use crate::russian::number::{self as digits, NumberStyle};
use crate::source::{Finding, Findings, Severity};
use crate::tables::{Head, Table};
use rust_decimal::Decimal;

messages! {
    /// A value that is ten times another.
    OUTLIER = "outlier", Warning,
        ru: "{value} выбивается из своего ряда: обычно около {usual}", en: "{value} stands out of its series, which is usually about {usual}",
        hint_ru: "проверьте, нет ли лишней или потерянной цифры и та ли единица", hint_en: "see whether a digit is lost or too many, or the unit another";
    /// An indicator that is ten times last year's.
    TENFOLD = "outlier", Warning,
        ru: "`{name}` – {value}, а годом раньше – {before}: разница в десять раз", en: "`{name}` is {value}, and a year before it was {before}: ten times",
        hint_ru: "проверьте, нет ли лишней или потерянной цифры и та ли единица", hint_en: "see whether a digit is lost or too many, or the unit another";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "outlier",
    severity: Severity::Warning,
    title: Both {
        ru: "Число выбивается из истории строки", en: "A value out of its row's history"
    },
    about: Both {
        ru: "В ряду по годам (от трёх лет, годы столбцами или строками) одно число отличается от остальных в десять раз или больше, а остальные близки \
             друг к другу; так же сравнивается показатель с прошлогодним: лишняя или потерянная цифра, рубли вместо тысяч. Малые числа, пустые ячейки, нули и малое начало \
             новой программы не проверяются.",
        en: "In a series over three years or more, in columns or in rows, one number differs from the others tenfold while these are near to each other; so is an indicator compared with last year's: \
             a digit lost or too many, roubles in place of thousands. Small numbers, empty cells, zeros and the small beginning \
             of something new are left alone.",
    },
    example: Both {
        ru: "Ученики: 3 050, 3 101, 3 156, 32 630. → Ученики: 3 050, 3 101, 3 156, 3 263.",
        en: "Pupils: 3,050, 3,101, 3,156, 32,630. → Pupils: 3,050, 3,101, 3,156, 3,263.",
    },
    source: Both { ru: "практика", en: "practice" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    findings.list.extend(view.loaded.indicators.iter().filter_map(of_indicator));
    for table in view.loaded.tables.values() {
        let columns = table.columns().iter().enumerate().skip(table.header_columns());
        for years in histories(columns) {
            for row in 0..table.rows().len() {
                findings.list.extend(look(table, years.iter().map(|column| (row, *column)).collect()));
            }
        }
        for years in histories(table.rows().iter().enumerate()) {
            for column in table.header_columns()..table.columns().len() {
                findings.list.extend(look(table, years.iter().map(|row| (*row, column)).collect()));
            }
        }
    }
}

/// An indicator that is about ten times what it was a year before, or a tenth of it.
fn of_indicator(indicator: &Indicator) -> Option<Finding> {
    let (value, before) = (indicator.value.value, indicator.previous.as_ref()?.value);
    let (less, more) = (value.min(before), value.max(before));
    let times = more.checked_div(less)?;
    let tenfold = times >= Decimal::from(FACTOR) && times <= Decimal::new(125, 1);
    if less < Decimal::from(LEAST) || !tenfold || !indicator.uses.is_empty() {
        return None;
    }
    let show = |value: Decimal| digits::format(value, &NumberStyle::default());
    let finding = Finding::new(&TENFOLD).arg("name", indicator.name.as_str()).arg("value", show(value));
    let finding = finding.arg("before", show(before)).at(indicator.cell.clone());
    Some(match &indicator.previous_cell {
        Some(earlier) => finding.label(earlier.clone(), ("годом раньше", "a year before")),
        None => finding,
    })
}

/// The columns or rows that are years of one thing, in the order of the years.
fn histories<'t>(heads: impl Iterator<Item = (usize, &'t Head)>) -> Vec<Vec<usize>> {
    let mut series: Vec<(String, Vec<(u32, usize)>)> = Vec::new();
    for (at, head) in heads {
        let Some((year, rest)) = year(head) else { continue };
        match series.iter_mut().find(|(own, _)| *own == rest) {
            Some((_, years)) => years.push((year, at)),
            None => series.push((rest, vec![(year, at)])),
        }
    }
    let sorted = series.into_iter().map(|(_, mut years)| {
        years.sort_unstable();
        years.into_iter().map(|(_, at)| at).collect()
    });
    sorted.collect()
}

/// The least number that does not jump by itself.
const LEAST: i64 = 20;
/// How many times the others a value must be.
const FACTOR: i64 = 8;

/// The cell that stands out of its history.
fn look(table: &Table, history: Vec<Cell>) -> Option<Finding> {
    let known = history.iter().filter_map(|cell| Some((*cell, number(table, cell.0, cell.1)?)));
    let (known, none): (Vec<(Cell, Decimal)>, Vec<_>) = known.partition(|(_, value)| !value.is_zero());
    if known.len() < 3 || known.iter().any(|(_, value)| value.is_sign_negative()) {
        return None;
    }
    let (at, value, usual) = known.iter().enumerate().find_map(|(at, (cell, value))| {
        let mut others: Vec<Decimal> = known.iter().map(|(_, other)| *other).collect();
        others.remove(at);
        others.sort();
        let (least, most) = (*others.first()?, *others.last()?);
        let usual = *others.get(others.len() / 2)?;
        let steady = most <= least.checked_mul(Decimal::from(3))? && least >= Decimal::from(LEAST);
        let above = *value >= usual.checked_mul(Decimal::from(FACTOR))?;
        // What grows, or began anew after a pause, may have begun small.
        let grows = most.checked_mul(Decimal::from(4))? > least.checked_mul(Decimal::from(5))?;
        let begins = at == 0 && (grows || !none.is_empty());
        let below = !begins && value.checked_mul(Decimal::from(FACTOR))? <= usual;
        (steady && (above || below)).then_some((*cell, *value, usual))
    })?;
    let cell = table.get(at.0, at.1)?;
    let show = |value: Decimal| digits::format(value, &NumberStyle::default());
    let finding =
        Finding::new(&OUTLIER).arg("value", show(value)).arg("usual", show(usual)).at(cell.place.clone());
    let (other, _) = known.iter().find(|(other, _)| *other != at)?;
    Some(finding.label(table.get(other.0, other.1)?.place.clone(), ("для сравнения", "for comparison")))
}
