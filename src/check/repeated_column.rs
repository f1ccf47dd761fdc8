//! This year's column copied from last year's.

use super::reading::table_rows::{number, year};
use super::{Both, Check, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};
use crate::tables::Table;
use rust_decimal::Decimal;

messages! {
    /// Two years with the same numbers.
    REPEATED = "repeated-column", Warning,
        ru: "столбец «{column}» повторяет «{before}» во всех строках", en: "the column “{column}” repeats “{before}” in every row",
        hint_ru: "впишите числа этого года; если они и правда те же, снимите замечание с причиной",
        hint_en: "enter this year's numbers; if they really are the same, silence the finding with a reason";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "repeated-column",
    severity: Severity::Warning,
    title: Both {
        ru: "Столбец этого года повторяет прошлый", en: "This year's column repeats last year's"
    },
    about: Both {
        ru: "Если в таблице по годам последний год во всех строках (их не меньше трёх) равен предыдущему, его, скорее всего, \
             забыли обновить. «План» и «факт», прежние годы и столбцы из одинаковых чисел не проверяются.",
        en: "Where the last year of a table equals the one before in all rows, three at least, it was probably not updated. \
             Plan and fact, earlier years and columns of one number are left alone.",
    },
    example: Both {
        ru: "2017: 140, 27, 53; 2018: 140, 27, 53. → 2017: 140, 27, 53; 2018: 138, 27, 47.",
        en: "2017: 140, 27, 53; 2018: 140, 27, 53. → 2017: 140, 27, 53; 2018: 138, 27, 47.",
    },
    source: Both { ru: "практика", en: "practice" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    view.loaded.tables.values().for_each(|table| look(table, findings));
}

fn look(table: &Table, findings: &mut Findings) {
    let mut years: Vec<(String, u32, usize)> = Vec::new();
    for (column, head) in table.columns().iter().enumerate().skip(table.header_columns()) {
        years.extend(year(head).map(|(year, rest)| (rest, year, column)));
    }
    years.sort();
    for (index, (rest, _, column)) in years.iter().enumerate() {
        let is_last = years.get(index + 1).is_none_or(|next| next.0 != *rest);
        let before = index.checked_sub(1).and_then(|at| years.get(at)).filter(|before| before.0 == *rest);
        if let (true, Some((_, _, before))) = (is_last, before) {
            findings.list.extend(compare(table, *before, *column));
        }
    }
}

fn compare(table: &Table, before: usize, column: usize) -> Option<Finding> {
    let numbers = |column: usize| -> Vec<Option<Decimal>> {
        (0..table.rows().len()).map(|row| number(table, row, column)).collect()
    };
    let (old, new) = (numbers(before), numbers(column));
    let known: Vec<Decimal> = new.iter().flatten().copied().collect();
    let varied = known.iter().any(|value| Some(value) != known.first());
    if known.len() < 3 || !varied || old != new {
        return None;
    }
    let head = table.columns().get(column)?;
    let earlier = table.columns().get(before)?;
    let finding = Finding::new(&REPEATED)
        .arg("column", head.path.join(" / "))
        .arg("before", earlier.path.join(" / "))
        .at(head.place.clone());
    Some(finding.label(earlier.place.clone(), ("те же числа", "the same numbers")))
}
