//! A value that is out of its row's history by a factor of ten.

use super::table_rows::{number, year};
use super::{Both, Check, View};
use crate::messages;
use crate::russian::number::{self as digits, NumberStyle};
use crate::source::{Finding, Findings, Severity};
use crate::tables::Table;
use rust_decimal::Decimal;

messages! {
    /// A value that is ten times another.
    OUTLIER = "outlier", Warning,
        ru: "{value} выбивается из своей строки: обычно около {usual}", en: "{value} stands out of its row, which is usually about {usual}",
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
        ru: "В строке по годам (от трёх лет) одно число отличается от остальных в десять раз или больше, а остальные близки \
             друг к другу: лишняя или потерянная цифра, рубли вместо тысяч. Малые числа, пустые ячейки, нули и малое начало \
             новой программы не проверяются.",
        en: "In a row over three years or more, one number differs from the others tenfold while these are near to each other: \
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
    for table in view.loaded.tables.values() {
        let mut series: Vec<(String, Vec<(u32, usize)>)> = Vec::new();
        for (column, head) in table.columns().iter().enumerate().skip(table.header_columns()) {
            let Some((year, rest)) = year(head) else { continue };
            match series.iter_mut().find(|(own, _)| *own == rest) {
                Some((_, columns)) => columns.push((year, column)),
                None => series.push((rest, vec![(year, column)])),
            }
        }
        for (_, mut columns) in series {
            columns.sort_unstable();
            for row in 0..table.rows().len() {
                findings.list.extend(look(table, row, &columns));
            }
        }
    }
}

/// The least number that does not jump by itself.
const LEAST: i64 = 20;
/// How many times the others a value must be.
const FACTOR: i64 = 8;

fn look(table: &Table, row: usize, columns: &[(u32, usize)]) -> Option<Finding> {
    let known = columns.iter().filter_map(|(_, column)| Some((*column, number(table, row, *column)?)));
    let known: Vec<(usize, Decimal)> = known.filter(|(_, value)| !value.is_zero()).collect();
    if known.len() < 3 || known.iter().any(|(_, value)| value.is_sign_negative()) {
        return None;
    }
    let (column, value, usual) = known.iter().enumerate().find_map(|(at, (column, value))| {
        let mut others: Vec<Decimal> = known.iter().map(|(_, other)| *other).collect();
        others.remove(at);
        others.sort();
        let (least, most) = (*others.first()?, *others.last()?);
        let usual = *others.get(others.len() / 2)?;
        let steady = most <= least.checked_mul(Decimal::from(3))? && least >= Decimal::from(LEAST);
        let above = *value >= usual.checked_mul(Decimal::from(FACTOR))?;
        let begins = at == 0 && most.checked_mul(Decimal::from(4))? > least.checked_mul(Decimal::from(5))?;
        let below = !begins && value.checked_mul(Decimal::from(FACTOR))? <= usual;
        (steady && (above || below)).then_some((*column, *value, usual))
    })?;
    let cell = table.get(row, column)?;
    let show = |value: Decimal| digits::format(value, &NumberStyle::default());
    let finding =
        Finding::new(&OUTLIER).arg("value", show(value)).arg("usual", show(usual)).at(cell.place.clone());
    let (other, _) = known.iter().find(|(other, _)| *other != column)?;
    Some(finding.label(table.get(row, *other)?.place.clone(), ("для сравнения", "for comparison")))
}
