//! A column of per cent in which one cell does not follow from the columns beside it.

use super::phrases::rounds_to;
use super::share::percent;
use super::wrong_share::wrong;
use crate::source::Findings;
use crate::tables::{Cell, Table, Value};

/// Rows that must bear a formula out before the one row that does not is a mistake.
const PROOF: usize = 2;
const PROOF_OF_WHOLE: usize = 3;

/// Finds in each column of per cent the one cell that breaks the formula of all others.
pub(super) fn look(table: &Table, findings: &mut Findings) {
    let columns = || table.header_columns()..table.columns().len();
    for shares in columns().filter(|column| is_percent(table, *column)) {
        let pairs = columns().flat_map(|part| columns().map(move |whole| (part, whole)));
        let pairs = pairs.filter(|(part, whole)| part != whole && *part != shares && *whole != shares);
        let mut found = pairs.filter_map(|(part, whole)| broken(table, shares, part, whole));
        if let (Some((part, whole, share)), None) = (found.next(), found.next())
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

/// The cells of the only row in which the share is not that of the part in the whole; `None`
/// where all rows are right, or too few to show that this is what the column says.
fn broken(table: &Table, shares: usize, part: usize, whole: usize) -> Option<(&Cell, &Cell, &Cell)> {
    let (mut proof, mut wrong, mut whole_numbers) = (0, Vec::new(), true);
    for row in 0..table.rows().len() {
        let cells = [part, whole, shares].map(|column| table.get(row, column));
        let [Some(part), Some(whole), Some(share)] = cells else { continue };
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

/// Digits after the comma as the cell shows them.
fn decimals(cell: &Cell) -> u32 {
    let shown = cell.text.trim().trim_end_matches('%').trim_end();
    shown.rsplit_once([',', '.']).map_or(0, |(_, digits)| digits.len() as u32)
}

/// Whether a column holds nothing but per cent.
pub(super) fn is_percent(table: &Table, column: usize) -> bool {
    let cells = (0..table.rows().len()).filter_map(|row| table.get(row, column));
    let mut numbers = cells.filter(|cell| matches!(cell.value, Value::Number(_))).peekable();
    let of_percent = |cell: &Cell| {
        table.unit_of(cell).is_some_and(|unit| unit.trim() == "%" || unit.starts_with("процент"))
            || table
                .columns()
                .get(column)
                .is_some_and(|head| head.path.iter().any(|words| words.contains('%')))
    };
    numbers.peek().is_some() && numbers.all(of_percent)
}
