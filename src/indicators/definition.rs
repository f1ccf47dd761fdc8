//! What a pack says about a figure.

use super::Unit;
use crate::russian::decimals::Decimals;
use crate::source::{Place, SourceText};
use rust_decimal::Decimal;

/// A figure as the pack defines it.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// Its name: letters of any script, digits and `_`, beginning with a letter.
    pub name: String,
    /// Where the name stands.
    pub place: Place,
    /// What it is, in words.
    pub title: Option<String>,
    /// The unit in which it is printed.
    pub unit: Option<Unit>,
    /// Digits after the comma where it is printed.
    pub decimals: Option<Decimals>,
    /// Its value.
    pub value: Figure,
    /// Its value a year before. Where this is `None`, a figure computed from others alone is
    /// computed from their previous values too.
    pub previous: Option<Figure>,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A number, counted in the unit of the definition.
    Number {
        /// The number.
        value: Decimal,
        /// Where it stands.
        place: Place,
    },
    /// An expression.
    Expression(SourceText),
}

impl Figure {
    /// Where it stands.
    pub fn place(&self) -> Place {
        match self {
            Figure::Number { place, .. } => place.clone(),
            Figure::Expression(text) => text.whole().into(),
        }
    }
}
