//! Cells that hold a figure which cannot be read: formulas without a result, `1.234`.

use super::messages as say;
use super::{Cell, Value};
use crate::russian::number::{self, NumberError};
use crate::source::Finding;
use std::mem::Discriminant;

/// How many further cells a finding names.
const MOST_NAMED: usize = 20;

/// What is to be said of those of the cells that cannot be read: one finding for each cause, which
/// names all its cells. A file that was never computed has one cause and many cells.
pub fn unreadable<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Vec<Finding> {
    let mut causes: Vec<(Discriminant<Value>, Vec<&Cell>)> = Vec::new();
    for cell in cells {
        if !matches!(cell.value, Value::Ambiguous | Value::Uncalculated | Value::Failed) {
            continue;
        }
        let cause = std::mem::discriminant(&cell.value);
        match causes.iter_mut().find(|(other, _)| *other == cause) {
            Some((_, cells)) => cells.push(cell),
            None => causes.push((cause, vec![cell])),
        }
    }
    let all = causes.iter().filter_map(|(_, cells)| cells.split_first());
    all.map(|(first, others)| finding(first, others)).collect()
}

/// Why a cell cannot be read, and which others for the same cause.
pub(super) fn finding(cell: &Cell, others: &[&Cell]) -> Finding {
    let message = match cell.value {
        Value::Uncalculated => &say::FORMULA_WITHOUT_VALUE,
        Value::Ambiguous => &say::NUMBER_AMBIGUOUS,
        _ => &say::FORMULA_FAILED,
    };
    let (ru, en) = more(others);
    let mut finding = cell.finding(message).arg("more", (ru.as_str(), en.as_str()));
    if let Err(NumberError::Ambiguous { fraction, whole }) = number::parse(&cell.text) {
        finding = finding.arg("fraction", fraction).arg("whole", whole);
    }
    others.iter().take(MOST_NAMED).fold(finding, |finding, cell| finding.at(cell.place.clone()))
}

/// «; так же в D11, E11», in both languages.
fn more(others: &[&Cell]) -> (String, String) {
    if others.is_empty() {
        return Default::default();
    }
    let names: Vec<String> = others.iter().take(MOST_NAMED).map(|cell| cell.address()).collect();
    let names = names.join(", ");
    match others.len().saturating_sub(MOST_NAMED) {
        0 => (format!("; так же в {names}"), format!("; the same in {names}")),
        left => {
            (format!("; так же в {names} и ещё в {left}"), format!("; the same in {names} and {left} more"))
        }
    }
}
