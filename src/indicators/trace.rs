//! How a figure is computed, operand by operand.

use super::evaluate::Evaluation;
use super::expression::{By, Expression, Kind, Piece};
use super::{CellAddress, Facts, Indicators, Quantity, grammar};
use crate::source::{Place, SourceText};

/// A part of an expression with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// As it is written.
    pub text: String,
    /// Its value, never rounded; `None` where it cannot be computed.
    pub value: Option<Quantity>,
    /// What it is.
    pub operand: Operand,
    /// The parts of a computation.
    pub parts: Vec<Trace>,
}

/// What a part of an expression is.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// A number.
    Number,
    /// An indicator, or (`true`) its previous value.
    Indicator(String, bool),
    /// A cell of a table.
    Cell(Option<Place>),
    /// A sum, a product, a function of its parts.
    Computation,
}

impl Indicators {
    /// The parts of an expression with their values; `None` where it is no expression.
    pub fn trace(&self, text: &SourceText, facts: &dyn Facts) -> Option<Trace> {
        let expression = grammar::parse(text.as_str()).ok()?;
        Some(Tracer { indicators: self, text, facts }.trace(&expression))
    }
}

struct Tracer<'a> {
    indicators: &'a Indicators,
    text: &'a SourceText,
    facts: &'a dyn Facts,
}

impl Tracer<'_> {
    fn trace(&self, expression: &Expression) -> Trace {
        let parts: Vec<Trace> = match &expression.kind {
            Kind::Sum(parts) | Kind::Product(parts) => {
                parts.iter().map(|(_, part)| self.trace(part)).collect()
            }
            Kind::Call { arguments, .. } => arguments.iter().map(|part| self.trace(part)).collect(),
            Kind::Negative(part) => vec![self.trace(part)],
            Kind::Number { .. } | Kind::Name { .. } | Kind::Cell { .. } => Vec::new(),
        };
        let operand = match &expression.kind {
            Kind::Number { .. } => Operand::Number,
            Kind::Name { name, previous } => Operand::Indicator(name.clone(), *previous),
            Kind::Cell { table, first, by, second } => Operand::Cell(self.cell(table, first, *by, second)),
            _ => Operand::Computation,
        };
        let text = self.text.as_str().get(expression.range.clone()).unwrap_or_default().trim().to_owned();
        Trace { text, value: self.value(expression), operand, parts }
    }

    fn value(&self, expression: &Expression) -> Option<Quantity> {
        let lookup = |name: &str, previous: bool| self.indicators.known(name, previous);
        Evaluation::new(self.text, self.facts, &lookup).value(expression)?.declared(None).ok()
    }

    fn cell(&self, table: &Piece, first: &Piece, by: By, second: &Piece) -> Option<Place> {
        let lookup = |name: &str, previous: bool| self.indicators.known(name, previous);
        let evaluation = Evaluation::new(self.text, self.facts, &lookup);
        let (first, second) = (evaluation.words(first), evaluation.words(second));
        let address = match by {
            By::Words => CellAddress::Words { row: first, column: second },
            By::Address => CellAddress::Cell { cell: first, expect: second },
        };
        self.facts.cell(&evaluation.words(table), &address).ok().map(|figure| figure.place)
    }
}
