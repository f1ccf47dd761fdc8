//! How the numbers of a table are written, wherever they are printed: in the table, in its charts,
//! in a sentence.

use super::messages as say;
use crate::indicators::Unit;
use crate::russian::number::{self, NumberStyle, TrailingZeros};
use crate::russian::typography::fold;
use crate::source::Finding;
use crate::tables::{Cell, Number, Table, Value};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The decimals of computed numbers of which neither their cells nor their neighbours say any.
const COMPUTED: u32 = 2;
/// Numbers in a column of years.
const YEARS: Range<Decimal> =
    Decimal::from_parts(1800, 0, 0, false, 0)..Decimal::from_parts(2200, 0, 0, false, 0);

/// How the numbers of a table are written.
pub(super) struct TableNumbers<'a> {
    table: &'a Table,
    style: NumberStyle,
    lines: BTreeMap<Line, Decimals>,
    /// The columns whose numbers are years and are never grouped: «Год постройки».
    years: BTreeSet<usize>,
}

/// Cells that have equally many decimals: those of a column, or of a row where the row names the
/// unit; per cents apart from other numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Line {
    Column(usize, bool),
    Row(usize, bool),
}

/// The decimals of a line.
#[derive(Default)]
struct Decimals {
    /// The most that one of its cells shows.
    shown: u32,
    /// Whether a program computed one of its cells and nobody chose how many are shown.
    computed: bool,
    /// The unit in its standard form.
    unit: Option<String>,
}

impl<'a> TableNumbers<'a> {
    /// Looks through the numbers of a table; `style` is how the pack writes numbers.
    pub fn of(table: &'a Table, style: NumberStyle) -> TableNumbers<'a> {
        let mut lines: BTreeMap<Line, Decimals> = BTreeMap::new();
        for (cell, number) in numbers(table) {
            let Some(line) = line(table, cell, number) else { continue };
            let decimals = lines.entry(line).or_insert_with(|| Decimals {
                unit: table.unit_of(cell).and_then(Unit::parse).map(|unit| unit.standard()),
                ..Decimals::default()
            });
            match own_decimals(number) {
                Some(own) => decimals.shown = decimals.shown.max(own),
                None => decimals.computed = true,
            }
        }
        for decimals in lines.values_mut().filter(|decimals| decimals.computed && decimals.shown == 0) {
            decimals.shown = COMPUTED;
        }
        agree(&mut lines);
        let style = NumberStyle { zeros: TrailingZeros::Keep, ..style };
        let style = number::style_together(style, numbers(table).map(|(_, number)| number.value));
        let years = (0..table.columns().len()).filter(|&column| holds_years(table, column)).collect();
        TableNumbers { table, style, lines, years }
    }

    /// How numbers of the table are written, decimals aside.
    pub fn style(&self) -> NumberStyle {
        self.style
    }

    /// How many decimals a number of the table is printed with: as many as its cell shows, and as
    /// many as its column does, so that «6» stands as «6,0» among «4,7» and «5,2». Numbers of one
    /// unit have equally many, except columns of whole numbers.
    pub fn decimals(&self, cell: &Cell, number: &Number) -> u32 {
        let line = line(self.table, cell, number).and_then(|line| self.lines.get(&line));
        line.map_or(0, |decimals| decimals.shown)
    }

    /// A number of the table in digits, with decimals that somebody asked for or its own.
    pub fn printed(&self, cell: &Cell, number: &Number, asked: Option<u32>) -> String {
        let decimals = asked.unwrap_or_else(|| self.decimals(cell, number));
        let style = self.style.with_decimals(Some(decimals));
        match number.percent {
            _ if self.is_year(cell) => number.value.normalize().to_string(),
            true => number::format_percent(number.value, &style),
            false => number::format(number.value, &style),
        }
    }

    /// A note where a program computed some of the cells and nobody said how many decimals they
    /// have.
    pub fn chosen(&self, cells: &[&Cell]) -> Option<Finding> {
        let computed = |cell: &&&Cell| match &cell.value {
            Value::Number(number) => own_decimals(number).is_none(),
            _ => false,
        };
        let mut computed = cells.iter().filter(computed);
        let first = computed.next()?;
        let Value::Number(number) = &first.value else { return None };
        Some(
            Finding::new(&say::DECIMALS_CHOSEN)
                .arg("table", self.table.name.as_str())
                .arg("cell", first.address())
                .arg("count", (computed.count() + 1).to_string())
                .arg("printed", self.printed(first, number, None))
                .arg("column", format!("{{ \"{}\": 1 }}", self.column_name(first)))
                .at(first.place.clone()),
        )
    }

    /// What the pack calls a cell's column.
    fn column_name(&self, cell: &Cell) -> String {
        let Some((_, head)) = self.table.heads_of(cell) else { return String::new() };
        head.aliases.first().cloned().unwrap_or_else(|| head.words())
    }

    fn is_year(&self, cell: &Cell) -> bool {
        self.table.position(cell).is_some_and(|(_, column)| self.years.contains(&column))
    }
}

/// Whether a cell stands in a column of years.
pub(super) fn is_year(table: &Table, cell: &Cell) -> bool {
    table.position(cell).is_some_and(|(_, column)| holds_years(table, column))
}

/// The decimals that a number shows by itself; `None` where it was computed with more than
/// anybody would print.
pub(super) fn own_decimals(number: &Number) -> Option<u32> {
    number.decimals.or_else(|| number::own_decimals(number.value))
}

/// The cells of the data that hold numbers.
fn numbers(table: &Table) -> impl Iterator<Item = (&Cell, &Number)> {
    table.data_cells().filter_map(|cell| match &cell.value {
        Value::Number(number) => Some((cell, number)),
        _ => None,
    })
}

fn line(table: &Table, cell: &Cell, number: &Number) -> Option<Line> {
    let (row, column) = table.position(cell)?;
    let by_row = table.rows().get(row)?.gives_unit_beside(table.columns().get(column)?);
    Some(if by_row { Line::Row(row, number.percent) } else { Line::Column(column, number.percent) })
}

/// Gives lines of one unit equally many decimals; lines of whole numbers stay whole.
fn agree(lines: &mut BTreeMap<Line, Decimals>) {
    let mut most: BTreeMap<String, u32> = BTreeMap::new();
    for decimals in lines.values() {
        if let Some(unit) = &decimals.unit {
            let most = most.entry(unit.clone()).or_default();
            *most = decimals.shown.max(*most);
        }
    }
    for decimals in lines.values_mut().filter(|decimals| decimals.shown > 0) {
        let most = decimals.unit.as_ref().and_then(|unit| most.get(unit));
        decimals.shown = most.copied().unwrap_or(decimals.shown);
    }
}

/// Whether a column is headed as years, «Год постройки», not «2024 год», and holds nothing else.
fn holds_years(table: &Table, column: usize) -> bool {
    let words = table.columns().get(column).map(|head| fold(&head.words())).unwrap_or_default();
    let mut parts = words.split(|sign: char| !sign.is_alphanumeric());
    let named = parts.any(|word| matches!(word, "год" | "годы" | "year" | "years"));
    let cells = || (0..table.rows().len()).filter_map(|row| table.get(row, column));
    named
        && !words.contains(|sign: char| sign.is_ascii_digit())
        && cells().all(|cell| match &cell.value {
            Value::Number(number) => number.value.fract().is_zero() && YEARS.contains(&number.value),
            _ => true,
        })
}
