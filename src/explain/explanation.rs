//! An explanation: what a figure is made of, what rests on it, where it stands.

use super::Subject;
use crate::document::figure::Tables;
use crate::indicators::{Definition, Figure, Indicator, Lost, Operand, Quantity, Trace, name_key};
use crate::pipeline::{Book, Loaded, Made, Stand};
use crate::source::Place;
use std::collections::BTreeSet;

/// How deep an explanation follows indicators into others.
const DEEPEST: usize = 32;

/// All that is known of a subject.
#[derive(Clone, Debug)]
pub struct Explanation<'l> {
    /// What was asked about.
    pub subject: Subject<'l>,
    /// How an indicator is computed.
    pub origin: Option<Node>,
    /// How its value of the year before is computed.
    pub previous: Option<Node>,
    /// The cells on which its value and its previous value rest, the nearest first.
    pub cells: [Vec<Place>; 2],
    /// The indicators that rest on it.
    pub dependents: Vec<&'l Indicator>,
    /// Every place where it stands in a document.
    pub spots: Vec<Spot<'l>>,
}

/// A part of a computation.
#[derive(Clone, Debug)]
pub struct Node {
    /// As it is written.
    pub text: String,
    /// Its value, never rounded.
    pub value: Option<Quantity>,
    /// The cell or the number that it is.
    pub place: Option<Place>,
    /// What it is made of.
    pub parts: Vec<Node>,
}

/// A place in a document.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'l> {
    /// The name of the document's files, without extension.
    pub document: &'l str,
    /// What stands there.
    pub stand: &'l Stand,
}

impl<'l> Explanation<'l> {
    /// Explains a subject by the documents of its pack.
    pub fn of(subject: Subject<'l>, loaded: &'l Loaded, made: &'l [(&'l str, Made)]) -> Explanation<'l> {
        let cells = cells(&subject);
        let dependents = dependents(&subject, &cells, loaded);
        let shows = |stand: &Stand| match (&subject, &stand.figure) {
            (Subject::Indicator(indicator), Some(figure)) => {
                figure.indicators.iter().any(|name| name_key(name) == name_key(&indicator.name))
            }
            (Subject::Indicator(_), None) => false,
            (_, Some(figure)) => figure.cells.iter().any(|cell| cells.contains(cell)),
            (_, None) => cells.contains(&stand.place),
        };
        let spot =
            |(document, made): &'l (&'l str, Made)| made.stands.iter().map(|stand| Spot { document, stand });
        let spots = made.iter().flat_map(spot).filter(|spot| shows(spot.stand)).collect();
        let tracer = Tracer { loaded, lost: Lost::default() };
        let (origin, previous) = match &subject {
            Subject::Indicator(indicator) => {
                (tracer.indicator(indicator, false, 0), tracer.previous(indicator))
            }
            _ => (None, None),
        };
        let below = match &subject {
            Subject::Indicator(one) => [loaded.indicators.cells(one), loaded.indicators.previous_cells(one)],
            _ => Default::default(),
        };
        Explanation { subject, origin, previous, cells: below, dependents, spots }
    }
}

/// The cells that a subject is.
fn cells(subject: &Subject<'_>) -> BTreeSet<Place> {
    match subject {
        Subject::Indicator(_) => BTreeSet::new(),
        Subject::Table(_, table) => table.grid().cells().map(|cell| cell.place.clone()).collect(),
        Subject::Cell(place, _) => BTreeSet::from([place.clone()]),
    }
}

/// The indicators that rest on a subject, in the order of their definitions.
fn dependents<'l>(subject: &Subject<'_>, cells: &BTreeSet<Place>, loaded: &'l Loaded) -> Vec<&'l Indicator> {
    let Subject::Indicator(asked) = subject else {
        return loaded.indicators.dependents(cells);
    };
    let mut known = BTreeSet::from([name_key(&asked.name)]);
    // Each round adds those that use what the rounds before it found.
    loop {
        let before = known.len();
        for one in loaded.indicators.iter() {
            if one.uses.iter().any(|name| known.contains(&name_key(name))) {
                known.insert(name_key(&one.name));
            }
        }
        if known.len() == before {
            break;
        }
    }
    let rests = |one: &&Indicator| one.name != asked.name && known.contains(&name_key(&one.name));
    loaded.indicators.iter().filter(rests).collect()
}

struct Tracer<'l> {
    loaded: &'l Loaded,
    lost: Lost,
}

impl Tracer<'_> {
    fn definition(&self, name: &str) -> Option<&Definition> {
        self.loaded.definitions.iter().find(|one| name_key(&one.name) == name_key(name))
    }

    /// An indicator with what it is made of.
    fn indicator(&self, indicator: &Indicator, previous: bool, depth: usize) -> Option<Node> {
        let definition = self.definition(&indicator.name)?;
        let value = if previous { indicator.previous.clone() } else { Some(indicator.value.clone()) };
        let last_year = if self.loaded.english { "previous" } else { "прошлый" };
        let text = if previous { format!("{}.{last_year}", indicator.name) } else { indicator.name.clone() };
        let figure = if previous { definition.previous.as_ref() } else { Some(&definition.value) };
        let (place, parts) = match figure {
            Some(Figure::Number { place, .. }) => (Some(place.clone()), Vec::new()),
            Some(Figure::Expression(expression)) if depth < DEEPEST => {
                let tables = Tables { tables: &self.loaded.tables, unusable: &self.loaded.unusable_tables };
                let book = Book { tables, lost: &self.lost };
                let trace = self.loaded.indicators.trace(expression, &book)?;
                // A number that is written where the indicator is defined is its own place.
                let own = matches!(trace.operand, Operand::Number).then(|| expression.whole().into());
                let part = self.node(trace, depth + 1);
                (own.clone(), if own.is_some() { Vec::new() } else { vec![part] })
            }
            // Computed from the previous values of others.
            _ => (None, Vec::new()),
        };
        Some(Node { text, value, place, parts })
    }

    fn previous(&self, indicator: &Indicator) -> Option<Node> {
        indicator.previous.as_ref()?;
        self.indicator(indicator, true, 0)
    }

    fn node(&self, trace: Trace, depth: usize) -> Node {
        let Trace { text, value, operand, parts } = trace;
        let mut node = Node { text, value, place: None, parts: Vec::new() };
        match operand {
            Operand::Cell(place) => node.place = place,
            Operand::Indicator(name, previous) => {
                let indicator = self.loaded.indicators.get(&name);
                if let Some(found) = indicator.and_then(|one| self.indicator(one, previous, depth)) {
                    (node.place, node.parts) = (found.place, found.parts);
                }
            }
            Operand::Number => {}
            Operand::Computation => {
                node.parts = parts.into_iter().map(|part| self.node(part, depth)).collect();
            }
        }
        node
    }
}
