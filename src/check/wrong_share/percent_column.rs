//! A column of per cent in which one cell does not follow from the columns beside it, or from the
//! total of one of them.

use super::column::{Row, broken, decimals, number, only};
use super::growth_column::tells_change;
use super::wrong;
use crate::check::reading::share::percent;
use crate::check::reading::table_rows::{is_percent, is_total};
use crate::source::Findings;
use crate::tables::{Cell, Table};

/// Rows that must bear a formula out where all shares are whole.
const PROOF_OF_WHOLE: usize = 3;

/// Finds in each column of per cent the one cell that breaks the formula of all others.
pub(super) fn look(table: &Table, findings: &mut Findings) {
    // A column of growth may compare with the row above.
    let is_share = |column: &usize| {
        is_percent(table, *column) && !table.columns().get(*column).is_some_and(tells_change)
    };
    for shares in (table.header_columns()..table.columns().len()).filter(is_share) {
        let broken = only(of_columns(table, shares)).or_else(|| only(of_total(table, shares)));
        if let Some(Row { cell: share, from: [part, whole], right }) = broken
            && let Some(said) = number(share)
        {
            let finding = wrong([&part.text, &whole.text, &share.text], right, decimals(said));
            let finding = finding.at(share.place.clone()).label(part.place.clone(), ("часть", "the part"));
            findings.push(finding.label(whole.place.clone(), ("целое", "the whole")));
        }
    }
}

/// Shares of one column in another.
fn of_columns(table: &Table, shares: usize) -> impl Iterator<Item = Row<'_>> {
    let columns = move || table.header_columns()..table.columns().len();
    let pairs = columns().flat_map(move |part| columns().map(move |whole| (part, whole)));
    let pairs = pairs.filter(move |(part, whole)| part != whole && *part != shares && *whole != shares);
    pairs.filter_map(move |(part, whole)| {
        let rows = 0..table.rows().len();
        of_amounts(
            rows.filter_map(|row| {
                Some([table.get(row, part)?, table.get(row, whole)?, table.get(row, shares)?])
            }),
        )
    })
}

/// Shares of a column's rows in its total.
fn of_total(table: &Table, shares: usize) -> impl Iterator<Item = Row<'_>> {
    let total = table.rows().iter().position(is_total);
    let columns = (table.header_columns()..table.columns().len()).filter(move |part| *part != shares);
    columns.filter_map(move |part| {
        let whole = table.get(total?, part)?;
        let rows = (0..table.rows().len()).filter(|row| Some(*row) != total);
        of_amounts(rows.filter_map(|row| Some([table.get(row, part)?, whole, table.get(row, shares)?])))
    })
}

/// The only row in which the share, the last of three cells, is not that of the part in the whole;
/// shares have no shares.
fn of_amounts<'t>(cells: impl Iterator<Item = [&'t Cell; 3]>) -> Option<Row<'t>> {
    let known = cells.filter(|cells| cells.iter().all(|cell| number(cell).is_some()));
    let known: Vec<[&Cell; 3]> = known.collect();
    let is_share = |cell: &Cell| number(cell).is_some_and(|number| number.percent);
    if known.iter().any(|[part, whole, _]| is_share(part) || is_share(whole)) {
        return None;
    }
    let row = |[part, whole, share]: [&'t Cell; 3]| {
        let right = percent(number(part)?.value, number(whole)?.value)?;
        Some(Row { cell: share, from: [part, whole], right })
    };
    broken(known.into_iter().filter_map(row), PROOF_OF_WHOLE)
}
