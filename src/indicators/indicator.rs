//! A figure that was computed.

use super::basis::{Basis, node};
use super::evaluate::Known;
use super::messages as say;
use super::resolve::{name_key, near};
use super::{Lost, Quantity, Unit};
use crate::russian::decimals::Decimals;
use crate::source::{Finding, Place};
use std::collections::BTreeMap;

/// A named figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Its name.
    pub name: String,
    /// Where it is defined.
    pub place: Place,
    /// What it is, in words.
    pub title: Option<String>,
    /// Its value; never rounded.
    pub value: Quantity,
    /// Digits after the comma where it is printed; `None` where nobody declared them.
    pub decimals: Option<Decimals>,
    /// Its value a year before, in the same unit.
    pub previous: Option<Quantity>,
    /// The first cell or typed value that it rests on; [`Indicators::cells`] gives all.
    pub cell: Place,
    /// The same of its previous value.
    pub previous_cell: Option<Place>,
    /// Which definition it is, by number.
    pub(super) definition: usize,
    /// The indicators that its expression names, in order, each once.
    pub uses: Vec<String>,
}

impl Indicator {
    /// The unit of its values.
    pub fn unit(&self) -> Option<&Unit> {
        self.value.unit.as_ref()
    }
}

/// All figures of a pack that could be computed, in the order of their definitions.
#[derive(Clone, Debug, Default)]
pub struct Indicators {
    pub(super) list: Vec<Indicator>,
    /// What each definition's value and previous value rest on, those that failed included.
    pub(super) bases: Vec<Vec<Basis>>,
    /// By [`name_key`]; `None` for a definition that failed, which has been reported.
    pub(super) index: BTreeMap<String, Option<usize>>,
    /// Names whose definitions could not be read.
    lost: Lost,
}

impl Indicators {
    /// The figure of a name; letter case and ё/е do not matter.
    pub fn get(&self, name: &str) -> Option<&Indicator> {
        self.index.get(&name_key(name)).copied().flatten().and_then(|at| self.list.get(at))
    }

    /// Whether a figure of that name was defined but could not be computed; that has been
    /// reported, so that its uses need no further finding.
    pub fn has_failed(&self, name: &str) -> bool {
        match self.index.get(&name_key(name)) {
            Some(found) => found.is_none(),
            None => self.lost.has(name),
        }
    }

    /// What to say where a figure is asked for that stands in a sheet without a value.
    pub fn unset(&self, name: &str, asked: Place) -> Option<Finding> {
        self.lost.unset(name).map(|empty| unset(name, asked, empty))
    }

    /// Takes note of names whose definitions could not be read, which has been reported.
    pub fn lose(&mut self, lost: Lost) {
        self.lost = lost;
    }

    /// All of them, in the order of their definitions.
    pub fn iter(&self) -> impl Iterator<Item = &Indicator> {
        self.list.iter()
    }

    /// The defined names that are like `name`, the nearest first, at most three.
    pub fn near(&self, name: &str) -> Vec<String> {
        near(name, self.list.iter().map(|indicator| indicator.name.as_str()))
    }

    /// What a name stands for in an expression.
    pub(super) fn known(&self, name: &str, previous: bool) -> Known<'_> {
        match (self.get(name), previous) {
            (Some(indicator), false) => Known::Value(&indicator.value, node(indicator.definition, false)),
            (Some(indicator), true) => match &indicator.previous {
                Some(quantity) => Known::Value(quantity, node(indicator.definition, true)),
                None => Known::NoPrevious,
            },
            (None, _) if self.has_failed(name) => Known::Failed,
            (None, _) => Known::Unknown(self.near(name)),
        }
    }
}

/// What to say where a figure is asked for whose cell is empty.
pub(super) fn unset(name: &str, asked: Place, empty: &Place) -> Finding {
    let finding = Finding::new(&say::VALUE_UNSET).arg("name", name).at(asked);
    finding.label(empty.clone(), ("здесь пусто", "nothing here"))
}
