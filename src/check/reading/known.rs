//! The figures that a pack knows: its indicators and the cells of its tables, read once for all
//! checks.

use super::phrases::telling;
use super::table_rows;
use crate::indicators::{Indicator, Unit};
use crate::pipeline::Loaded;
use crate::russian::decimals::Decimals;
use crate::source::Place;
use crate::tables::{Table, Value};
use rust_decimal::Decimal;
use std::rc::Rc;

/// A figure that the pack knows.
#[derive(Debug)]
pub struct Known<'a> {
    /// Its value, in its own unit.
    pub value: Decimal,
    /// Digits after the comma where they were declared.
    pub decimals: Option<u32>,
    /// Its cell, or where the indicator is defined.
    pub place: &'a Place,
    /// What it is.
    pub origin: Origin<'a>,
    /// Its unit as it is written.
    pub unit: Option<&'a str>,
    /// The year of its column, if that names one.
    pub year: Option<u32>,
    /// The words that tell it from others: those of its title or of its row.
    pub words: Rc<[String]>,
    /// Further words near it: those of its column and of the table's title.
    pub around: Rc<[String]>,
}

/// Whose figure it is.
#[derive(Clone, Copy, Debug)]
pub enum Origin<'a> {
    /// An indicator or its previous value.
    Indicator {
        /// The indicator.
        indicator: &'a Indicator,
        /// Whether it is the value a year before.
        previous: bool,
    },
    /// A cell of a table, by its indices.
    Cell {
        /// The table.
        table: &'a Table,
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
    },
}

impl Origin<'_> {
    /// What an indicator is called.
    pub fn title(indicator: &Indicator) -> &str {
        indicator.title.as_deref().unwrap_or(&indicator.name)
    }
}

/// All figures of a pack, sorted by value.
pub fn figures(loaded: &Loaded) -> Vec<Known<'_>> {
    let mut known = Vec::new();
    loaded.indicators.iter().for_each(|indicator| of_indicator(indicator, &mut known));
    loaded.tables.values().for_each(|table| of_table(table, &mut known));
    known.sort_by_key(|one| one.value);
    known
}

fn of_indicator<'a>(indicator: &'a Indicator, known: &mut Vec<Known<'a>>) {
    let words: Rc<[String]> = telling(Origin::title(indicator)).into();
    let mut add = |value: Decimal, place: &'a Place, previous: bool| {
        known.push(Known {
            value: value.normalize(),
            decimals: indicator.decimals.map(Decimals::get),
            place,
            origin: Origin::Indicator { indicator, previous },
            unit: indicator.unit().map(Unit::written),
            year: None,
            words: Rc::clone(&words),
            around: Rc::from([]),
        });
    };
    add(indicator.value.value, &indicator.cell, false);
    if let Some(previous) = &indicator.previous {
        add(previous.value, indicator.previous_cell.as_ref().unwrap_or(&indicator.place), true);
    }
}

fn of_table<'a>(table: &'a Table, known: &mut Vec<Known<'a>>) {
    let title = || telling(table.title.as_deref().unwrap_or(&table.name));
    let around: Vec<Rc<[String]>> = table
        .columns()
        .iter()
        .map(|head| telling(&head.path.join(" ")).into_iter().chain(title()).collect())
        .collect();
    let years: Vec<Option<u32>> =
        table.columns().iter().map(|head| table_rows::year(head).map(|(year, _)| year)).collect();
    for (row, head) in table.rows().iter().enumerate() {
        let own = telling(&head.path.join(" "));
        // «Всего» says nothing of itself: the table's title says what it is a total of.
        let words: Rc<[String]> = if own.is_empty() { title() } else { own }.into();
        for column in table.header_columns()..table.columns().len() {
            if let Some(cell) = table.get(row, column)
                && let Value::Number(number) = &cell.value
            {
                known.push(Known {
                    value: number.value.normalize(),
                    decimals: None,
                    place: &cell.place,
                    origin: Origin::Cell { table, row, column },
                    unit: table_rows::unit(table, cell),
                    year: years.get(column).copied().flatten(),
                    words: Rc::clone(&words),
                    around: around.get(column).map_or_else(|| Rc::from([]), Rc::clone),
                });
            }
        }
    }
}

impl<'a> Known<'a> {
    /// The same figure a year before, and where it stands.
    pub fn previous(&self) -> Option<(Decimal, &'a Place)> {
        self.earlier(1)
    }

    /// The same figure so many years before, and where it stands.
    pub fn earlier(&self, years: u32) -> Option<(Decimal, &'a Place)> {
        match self.origin {
            Origin::Indicator { previous, .. } if previous || years != 1 => None,
            Origin::Indicator { indicator, .. } => {
                let value = indicator.previous.as_ref()?.value;
                Some((value, indicator.previous_cell.as_ref().unwrap_or(&indicator.place)))
            }
            Origin::Cell { table, row, column } => {
                let (year, words) = table_rows::year(table.columns().get(column)?)?;
                let before = table.columns().iter().position(|head| {
                    table_rows::year(head).is_some_and(|(other, rest)| other + years == year && rest == words)
                })?;
                let cell = table.get(row, before)?;
                let Value::Number(number) = &cell.value else { return None };
                Some((number.value, &cell.place))
            }
        }
    }

    /// Whether it is the value of one of some indicators.
    pub fn is_of(&self, indicators: &[&Indicator]) -> bool {
        match self.origin {
            Origin::Indicator { indicator, previous: false } => {
                indicators.iter().any(|other| other.name == indicator.name)
            }
            _ => false,
        }
    }

    /// The total of the column in which it stands, and where.
    pub fn total(&self) -> Option<(Decimal, &'a Place)> {
        let Origin::Cell { table, row, column } = self.origin else { return None };
        let mut totals = (0..table.rows().len())
            .filter(|at| *at != row && table.rows().get(*at).is_some_and(table_rows::is_grand));
        let cell = table.get(totals.next()?, column)?;
        match &cell.value {
            Value::Number(number) if totals.next().is_none() => Some((number.value, &cell.place)),
            _ => None,
        }
    }

    /// Its value in ones: 412 360 000 of «412 360» thousand roubles.
    pub fn ones(&self) -> Decimal {
        let scale = self.unit.and_then(|unit| unit.split_whitespace().next());
        let factor = scale.and_then(crate::russian::scale::Scale::parse).unwrap_or_default().factor();
        self.value.checked_mul(factor).unwrap_or(self.value)
    }
}
