//! A column «Прирост», «Рост, %» in which one cell does not follow from the two columns that it
//! compares.

use super::WRONG_COLUMN;
use super::column::{Row, broken, decimals, number, only};
use crate::check::reading::share::{percent, show};
use crate::check::reading::table_rows;
use crate::russian::typography::begins_with;
use crate::source::{Finding, Findings};
use crate::tables::{Head, Table};
use rust_decimal::Decimal;

/// Rows that must bear a formula out where all changes are whole.
const PROOF_OF_WHOLE: usize = 4;
/// A table with more columns than these compares too many of them.
const MOST_COLUMNS: usize = 12;

/// How a column compares two others.
#[derive(Clone, Copy)]
enum Formula {
    /// By how much the second is greater.
    Difference,
    /// By how many per cent.
    Growth,
    /// How many per cent of the first it is.
    Ratio,
}

impl Formula {
    fn of(self, before: Decimal, now: Decimal) -> Option<Decimal> {
        let change = now.checked_sub(before)?;
        match self {
            Formula::Difference => Some(change),
            Formula::Growth => percent(change, before),
            Formula::Ratio => percent(now, before),
        }
    }
}

/// Finds in each column of changes the one cell that breaks the formula of all others.
pub(super) fn look(table: &Table, findings: &mut Findings) {
    let columns = table.header_columns()..table.columns().len();
    if columns.len() > MOST_COLUMNS {
        return;
    }
    let changes = columns.clone().filter(|column| table.columns().get(*column).is_some_and(tells_change));
    for column in changes {
        let pairs = columns.clone().flat_map(|one| columns.clone().map(move |two| (one, two)));
        let pairs = pairs.filter(|(one, two)| one < two && *one != column && *two != column);
        let formulas = [Formula::Difference, Formula::Growth, Formula::Ratio];
        let readings = pairs.flat_map(|pair| formulas.map(|formula| (pair, formula)));
        let broken = readings.filter_map(|(pair, formula)| of_pair(table, column, pair, formula));
        findings.list.extend(only(broken).and_then(|row| finding(table, column, &row)));
    }
}

pub(super) fn tells_change(head: &Head) -> bool {
    const CHANGES: &[&str] =
        &["прирост", "рост", "темп", "изменение", "динамика", "отклонение", "разница", "снижение"];
    begins_with(&table_rows::words(head), CHANGES)
        || head.path.last().is_some_and(|last| begins_with(&last.to_lowercase(), CHANGES))
}

/// The only row in which a column does not compare two others by a formula.
fn of_pair(table: &Table, column: usize, (one, two): (usize, usize), formula: Formula) -> Option<Row<'_>> {
    let row = |row: usize| {
        let (cell, from) = (table.get(row, column)?, [table.get(row, one)?, table.get(row, two)?]);
        let right = formula.of(number(from[0])?.value, number(from[1])?.value)?;
        Some(Row { cell, from, right })
    };
    broken((0..table.rows().len()).filter_map(row), PROOF_OF_WHOLE)
}

fn finding(table: &Table, column: usize, Row { cell, from, right }: &Row<'_>) -> Option<Finding> {
    let head = table.columns().get(column)?.path.join(" / ");
    let right = right.round_dp(decimals(number(cell)?));
    let finding = Finding::new(&WRONG_COLUMN)
        .arg("column", head)
        .arg("said", cell.text.trim())
        .arg("right", show(right, right.scale()))
        .at(cell.place.clone());
    let [before, now] = from.map(|cell| cell.place.clone());
    Some(finding.label(before, ("было", "before")).label(now, ("стало", "after")))
}
