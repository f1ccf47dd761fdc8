//! What is the same of all columns whose cells follow from those beside them: enough rows bear the
//! formula out, and one does not.

use crate::check::reading::phrases::rounds_to;
use crate::russian::number::MOST_UNDECLARED;
use crate::tables::{Cell, Number, Value};
use rust_decimal::Decimal;

/// Rows that must bear a formula out before the one row that does not is a mistake.
const PROOF: usize = 2;

/// A cell, what its formula gives, and the cells from which that comes.
pub(super) struct Row<'t> {
    pub cell: &'t Cell,
    pub from: [&'t Cell; 2],
    pub right: Decimal,
}

/// The only row that breaks the formula; `None` where all rows are right, or too few to show that this
/// is what the column says: so many as `of_whole` where all numbers are whole, for small ones fit by
/// chance.
pub(super) fn broken<'t>(rows: impl Iterator<Item = Row<'t>>, of_whole: usize) -> Option<Row<'t>> {
    let (mut proof, mut wrong, mut whole) = (0, Vec::new(), true);
    for row in rows {
        let Some(said) = number(row.cell) else { continue };
        whole &= decimals(said) == 0;
        match rounds_to(row.right, said.value, decimals(said)) {
            true => proof += 1,
            false => wrong.push(row),
        }
    }
    let only = wrong.len() == 1 && proof >= if whole { of_whole } else { PROOF };
    wrong.pop().filter(|_| only)
}

/// The only one of some findings: where two formulas are broken, neither is what the column says.
pub(super) fn only<'t>(mut found: impl Iterator<Item = Row<'t>>) -> Option<Row<'t>> {
    found.next().filter(|_| found.next().is_none())
}

pub(super) fn number(cell: &Cell) -> Option<&Number> {
    match &cell.value {
        Value::Number(number) => Some(number),
        _ => None,
    }
}

/// Digits after the comma as a cell shows them; of a number that was computed and is not rounded, as
/// many as anybody would look at.
pub(super) fn decimals(number: &Number) -> u32 {
    number.precision().min(MOST_UNDECLARED)
}
