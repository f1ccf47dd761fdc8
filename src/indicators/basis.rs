//! What figures rest on. Each figure keeps only what its own expression names, and the places
//! below are looked for when somebody asks: kept with every figure, they would grow with the
//! square of a chain of figures.

use super::{Indicator, Indicators};
use crate::source::Place;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// At most so many places are told of one figure, and so many figures looked through for them:
/// the nearest ones.
const MOST: usize = 1_000;

/// What an expression names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Basis {
    /// A cell or a typed value.
    Place(Place),
    /// The value or the previous value of a definition: see [`node`].
    Node(usize),
}

/// The number of a definition's value or previous value.
pub(super) fn node(definition: usize, previous: bool) -> usize {
    definition * 2 + usize::from(previous)
}

/// What an expression names, in order, each once.
#[derive(Debug, Default)]
pub(super) struct Bases {
    pub list: Vec<Basis>,
    seen: BTreeSet<Basis>,
}

impl Bases {
    pub fn add(&mut self, basis: Basis) {
        if self.seen.insert(basis.clone()) {
            self.list.push(basis);
        }
    }
}

impl Indicators {
    /// The cells and typed values that a figure rests on, also through other indicators: the
    /// nearest first, each once, a thousand at most.
    pub fn cells(&self, indicator: &Indicator) -> Vec<Place> {
        let places = self.below(&self.bases_of(node(indicator.definition, false)));
        if places.is_empty() { vec![indicator.place.clone()] } else { places }
    }

    /// The same of its previous value.
    pub fn previous_cells(&self, indicator: &Indicator) -> Vec<Place> {
        self.below(&self.bases_of(node(indicator.definition, true)))
    }

    /// The cells and typed values that expressions name.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.bases.iter().flatten().filter_map(|basis| match basis {
            Basis::Place(place) => Some(place),
            Basis::Node(_) => None,
        })
    }

    fn bases_of(&self, node: usize) -> Vec<Basis> {
        self.bases.get(node).cloned().unwrap_or_default()
    }

    /// The places below, level by level.
    pub(super) fn below(&self, bases: &[Basis]) -> Vec<Place> {
        let mut places = Vec::new();
        let (mut told, mut seen) = (BTreeSet::new(), BTreeSet::new());
        let mut waiting: VecDeque<&[Basis]> = VecDeque::from([bases]);
        while let Some(bases) = waiting.pop_front() {
            for basis in bases {
                match basis {
                    Basis::Place(place) if places.len() < MOST && told.insert(place) => {
                        places.push(place.clone());
                    }
                    Basis::Node(node) if seen.len() < MOST && seen.insert(*node) => {
                        waiting.extend(self.bases.get(*node).map(Vec::as_slice));
                    }
                    Basis::Place(_) | Basis::Node(_) => {}
                }
            }
        }
        places
    }

    /// The indicators that rest on one of some places, by their value or by their previous one,
    /// in the order of their definitions.
    pub fn dependents(&self, places: &BTreeSet<Place>) -> Vec<&Indicator> {
        let mut users: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut found: BTreeSet<usize> = BTreeSet::new();
        for (user, bases) in self.bases.iter().enumerate() {
            for basis in bases {
                match basis {
                    Basis::Place(place) if places.contains(place) => drop(found.insert(user)),
                    Basis::Place(_) => {}
                    Basis::Node(used) => users.entry(*used).or_default().push(user),
                }
            }
        }
        let mut waiting: Vec<usize> = found.iter().copied().collect();
        while let Some(used) = waiting.pop() {
            let new = users.get(&used).into_iter().flatten().filter(|user| found.insert(**user));
            waiting.extend(new.copied());
        }
        let rests = |one: &&Indicator| {
            [false, true]
                .map(|previous| node(one.definition, previous))
                .iter()
                .any(|node| found.contains(node))
        };
        self.list.iter().filter(rests).collect()
    }
}
