//! A column of per cent in which one cell does not follow from the columns beside it, or from the
//! total of one of them.

use super::wrong;
use crate::check::reading::phrases::rounds_to;
use crate::check::reading::share::percent;
use crate::check::reading::table_rows::{is_percent, is_total};
use crate::russian::number::MOST_UNDECLARED;
use crate::source::Findings;
use crate::tables::{Cell, Table, Value};

/// Rows that must bear a formula out before the one row that does not is a mistake.
const PROOF: usize = 2;
const PROOF_OF_WHOLE: usize = 3;

/// Finds in each column of per cent the one cell that breaks the formula of all others.
pub(super) fn look(table: &Table, findings: &mut Findings) {
    // A column of growth may compare with the row above.
    let is_share = |column: &usize| {
        is_percent(table, *column)
            && !table.columns().get(*column).is_some_and(super::growth_column::tells_change)
    };
    for shares in (table.header_columns()..table.columns().len()).filter(is_share) {
        let broken = only(of_columns(table, shares)).or_else(|| only(of_total(table, shares)));
        if let Some((part, whole, share)) = broken
            && let (Value::Number(one), Value::Number(all), Value::Number(_)) =
                (&part.value, &whole.value, &share.value)
            && let Some(right) = percent(one.value, all.value)
        {
            let finding = wrong([&part.text, &whole.text, &share.text], right, decimals(share));
            let finding = finding.at(share.place.clone()).label(part.place.clone(), ("часть", "the part"));
            findings.push(finding.label(whole.place.clone(), ("целое", "the whole")));
        }
    }
}

/// A part, its whole and the share that is said of them.
type Row<'t> = (&'t Cell, &'t Cell, &'t Cell);

/// The only one of some findings: where two formulas are broken, neither is what the column says.
fn only<'t>(mut found: impl Iterator<Item = Row<'t>>) -> Option<Row<'t>> {
    found.next().filter(|_| found.next().is_none())
}

/// Shares of one column in another.
fn of_columns(table: &Table, shares: usize) -> impl Iterator<Item = Row<'_>> {
    let columns = move || table.header_columns()..table.columns().len();
    let pairs = columns().flat_map(move |part| columns().map(move |whole| (part, whole)));
    let pairs = pairs.filter(move |(part, whole)| part != whole && *part != shares && *whole != shares);
    pairs.filter_map(move |(part, whole)| {
        let rows = 0..table.rows().len();
        broken(
            rows.filter_map(|row| {
                Some((table.get(row, part)?, table.get(row, whole)?, table.get(row, shares)?))
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
        broken(rows.filter_map(|row| Some((table.get(row, part)?, whole, table.get(row, shares)?))))
    })
}

/// The only row in which the share is not that of the part in the whole; `None` where all rows
/// are right, or too few to show that this is what the column says.
fn broken<'t>(rows: impl Iterator<Item = Row<'t>>) -> Option<Row<'t>> {
    let (mut proof, mut wrong, mut whole_numbers) = (0, Vec::new(), true);
    for (part, whole, share) in rows {
        let (Value::Number(one), Value::Number(all), Value::Number(said)) =
            (&part.value, &whole.value, &share.value)
        else {
            continue;
        };
        if one.percent || all.percent {
            return None;
        }
        let Some(right) = percent(one.value, all.value) else { continue };
        whole_numbers &= decimals(share) == 0;
        match rounds_to(right, said.value, decimals(share)) {
            true => proof += 1,
            false => wrong.push((part, whole, share)),
        }
    }
    let needed = if whole_numbers { PROOF_OF_WHOLE } else { PROOF };
    match wrong.as_slice() {
        [one] if proof >= needed => Some(*one),
        _ => None,
    }
}

/// Digits after the comma as the cell shows them; of a share that was computed and is not rounded,
/// as many as anybody would look at.
fn decimals(cell: &Cell) -> u32 {
    match &cell.value {
        Value::Number(number) => number.precision().min(MOST_UNDECLARED),
        _ => 0,
    }
}
