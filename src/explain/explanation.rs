//! An explanation: what a figure is made of, what rests on it, where it stands.

use super::Subject;
use crate::document::figure::Tables;
use crate::document::{Like, Within};
use crate::indicators::{Definition, Figure, Indicator, Lost, Operand, Quantity, Trace, name_key};
use crate::pipeline::{Book, Loaded, Made, Stand};
use crate::source::{Place, SourceId};
use crate::tables::Table;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Every place where it stands in a document, and every other one that may change with it.
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
    /// What of it changes.
    pub change: Change,
}

/// What of a place in a document changes with a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The figure, or the chart.
    Value,
    /// Only how it is written, and not with every new value: decimals and groups of digits, which
    /// the numbers of a table have in common, and times, which follow the length of a text.
    Form,
}

impl<'l> Explanation<'l> {
    /// Explains a subject by the documents of its pack.
    pub fn of(subject: Subject<'l>, loaded: &'l Loaded, made: &'l [(&'l str, Made)]) -> Explanation<'l> {
        let cells = cells(&subject, loaded);
        let dependents = dependents(&subject, &cells, loaded);
        let spots = spots(&Asked::new(&subject, &cells, loaded), made);
        let tracer = Tracer { loaded, lost: Lost::default() };
        let (origin, previous) = match &subject {
            Subject::Indicator(indicator) => {
                (tracer.indicator(indicator, false, 0), tracer.previous(indicator))
            }
            Subject::Previous(indicator) => (None, tracer.previous(indicator)),
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
fn cells(subject: &Subject<'_>, loaded: &Loaded) -> BTreeSet<Place> {
    match subject {
        Subject::Indicator(_) => BTreeSet::new(),
        Subject::Previous(indicator) => loaded.indicators.previous_cells(indicator).into_iter().collect(),
        Subject::Table(_, table) => table.grid().cells().map(|cell| cell.place.clone()).collect(),
        Subject::Cell(place, _) => BTreeSet::from([place.clone()]),
        Subject::Cells(group) => group.cells.clone(),
    }
}

/// What is looked for in the documents.
struct Asked<'a> {
    /// The indicator, by its key.
    indicator: Option<String>,
    cells: &'a BTreeSet<Place>,
    /// The tables that the cells stand in, by name.
    tables: BTreeSet<&'a str>,
}

impl<'a> Asked<'a> {
    fn new(subject: &Subject<'_>, cells: &'a BTreeSet<Place>, loaded: &'a Loaded) -> Asked<'a> {
        let indicator = match subject {
            Subject::Indicator(indicator) => Some(name_key(&indicator.name)),
            _ => None,
        };
        let holds = |table: &Table| table.grid().cells().any(|cell| cells.contains(&cell.place));
        let tables = loaded.tables.iter().filter(|(_, table)| holds(table)).map(|(name, _)| name.as_str());
        Asked { indicator, cells, tables: tables.collect() }
    }

    /// Whether a figure, or a cell of a table or a chart, rests on it.
    fn shown_by(&self, stand: &Stand) -> bool {
        match (&self.indicator, &stand.figure) {
            (Some(asked), Some(figure)) => figure.indicators.iter().any(|name| name_key(name) == *asked),
            (Some(_), None) => false,
            (None, Some(figure)) => figure.cells.iter().any(|cell| self.cells.contains(cell)),
            (None, None) => self.cells.contains(&stand.place),
        }
    }

    /// Whether what is printed there is written as the other numbers of its table are.
    fn forms(&self, stand: &Stand) -> bool {
        let table = match stand.figure.as_ref().map(|figure| &figure.like) {
            Some(Like::Table(name)) => Some(name.as_str()),
            _ => stand.around.data.as_deref(),
        };
        let has_number = stand.printed.contains(|sign: char| sign.is_ascii_digit());
        has_number && table.is_some_and(|name| self.tables.contains(name))
    }
}

/// The charts of a document that change, by their numbers.
fn charts(asked: &Asked<'_>, made: &Made) -> BTreeMap<usize, Change> {
    let mut charts = BTreeMap::new();
    for stand in &made.stands {
        let Within::ChartPart(chart) = stand.around.within else { continue };
        if asked.shown_by(stand) {
            charts.insert(chart, Change::Value);
        } else if asked.forms(stand) {
            charts.entry(chart).or_insert(Change::Form);
        }
    }
    charts
}

/// The places that change with what was asked about, in the order of the documents. A chart is one
/// place: its shares, its sum and its axis change with each of its numbers.
fn spots<'l>(asked: &Asked<'_>, made: &'l [(&'l str, Made)]) -> Vec<Spot<'l>> {
    let shown = |(_, made): &'l (&'l str, Made)| made.stands.iter().filter(|stand| asked.shown_by(stand));
    // The texts whose length changes with what they show.
    let texts: BTreeSet<SourceId> = made.iter().flat_map(shown).map(|stand| stand.place.source()).collect();
    let mut spots = Vec::new();
    for (document, made) in made {
        let charts = charts(asked, made);
        let change = |stand: &Stand| match (stand.around.within, stand.figure.as_ref().map(|one| &one.like)) {
            (Within::ChartPart(_), _) => None,
            (Within::Chart(chart), _) => charts.get(&chart).copied(),
            (_, Some(Like::Text(text))) => texts.contains(text).then_some(Change::Form),
            _ if asked.shown_by(stand) => Some(Change::Value),
            _ => asked.forms(stand).then_some(Change::Form),
        };
        let spot = |stand: &'l Stand| Some(Spot { document, stand, change: change(stand)? });
        spots.extend(made.stands.iter().filter_map(spot));
    }
    spots
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
