//! A column «Прирост», «Рост, %» in which one cell does not follow from the two columns that it
//! compares.

use super::WRONG_COLUMN;
use crate::check::reading::phrases::rounds_to;
use crate::check::reading::share::{percent, show};
use crate::check::reading::table_rows;
use crate::russian::number::MOST_UNDECLARED;
use crate::russian::typography::begins_with;
use crate::source::{Finding, Findings};
use crate::tables::{Cell, Head, Number, Table, Value};
use rust_decimal::Decimal;

/// Rows that must bear a formula out before the one row that does not is a mistake.
const PROOF: usize = 2;
/// So many more where all numbers are whole: small ones fit by chance.
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
        let mut broken = readings.filter_map(|(pair, formula)| broken(table, column, pair, formula));
        // Where two formulas are broken, neither is what the column says.
        if let (Some(broken), None) = (broken.next(), broken.next()) {
            findings.list.extend(finding(table, column, broken));
        }
    }
}

pub(super) fn tells_change(head: &Head) -> bool {
    const CHANGES: &[&str] =
        &["прирост", "рост", "темп", "изменение", "динамика", "отклонение", "разница", "снижение"];
    begins_with(&table_rows::words(head), CHANGES)
        || head.path.last().is_some_and(|last| begins_with(&last.to_lowercase(), CHANGES))
}

/// The cell that breaks a formula, the cells that it compares, and what it should say.
struct Broken {
    row: usize,
    pair: (usize, usize),
    right: Decimal,
}

fn broken(table: &Table, column: usize, pair: (usize, usize), formula: Formula) -> Option<Broken> {
    let (mut proof, mut wrong, mut whole) = (0, Vec::new(), true);
    for row in 0..table.rows().len() {
        let [one, two, said] = [pair.0, pair.1, column].map(|column| number(table.get(row, column)?));
        let (Some(one), Some(two), Some(said)) = (one, two, said) else { continue };
        let Some(right) = formula.of(one.value, two.value) else { continue };
        let decimals = said.precision().min(MOST_UNDECLARED);
        whole &= decimals == 0;
        match rounds_to(right, said.value, decimals) {
            true => proof += 1,
            false => wrong.push(Broken { row, pair, right: right.round_dp(decimals) }),
        }
    }
    let needed = if whole { PROOF_OF_WHOLE } else { PROOF };
    let only = wrong.len() == 1 && proof >= needed;
    wrong.pop().filter(|_| only)
}

fn number(cell: &Cell) -> Option<&Number> {
    match &cell.value {
        Value::Number(number) => Some(number),
        _ => None,
    }
}

fn finding(table: &Table, column: usize, Broken { row, pair, right }: Broken) -> Option<Finding> {
    let cell = table.get(row, column)?;
    let head = table.columns().get(column)?.path.join(" / ");
    let finding = Finding::new(&WRONG_COLUMN)
        .arg("column", head)
        .arg("said", cell.text.trim())
        .arg("right", show(right, right.scale()))
        .at(cell.place.clone());
    let finding = finding.label(table.get(row, pair.0)?.place.clone(), ("было", "before"));
    Some(finding.label(table.get(row, pair.1)?.place.clone(), ("стало", "after")))
}
