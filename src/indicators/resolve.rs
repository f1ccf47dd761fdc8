//! From definitions to figures: each is computed after those that it needs.

use super::basis::{Basis, node};
use super::evaluate::{Evaluation, Known, contradiction, syntax_finding};
use super::expression::Expression;
use super::{Definition, Facts, Figure, Indicator, Indicators, Quantity, grammar};
use super::{Unit, messages as say};
use crate::russian::typography::fold;
use crate::source::{Finding, Findings, Place, SourceText};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// The spelling under which names are compared: small letters, е for ё.
pub fn name_key(name: &str) -> String {
    fold(name)
}

/// Names of more bytes are not compared: the cost grows with the square.
const LONGEST: usize = 200;

/// For so many unknown names those like it are looked for.
pub const MOST_COMPARED: usize = 100;

/// The names most like `name`, the nearest first, at most three.
pub(super) fn near<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    if name.len() > LONGEST {
        return Vec::new();
    }
    let wanted = name_key(name);
    let mut alike: Vec<(f64, &str)> = names
        .filter(|other| other.len() <= LONGEST)
        .map(|other| (strsim::normalized_damerau_levenshtein(&wanted, &name_key(other)), other))
        .filter(|(alike, _)| *alike >= 0.6)
        .collect();
    alike.sort_by(|one, other| other.0.total_cmp(&one.0));
    alike.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
}

/// The value of an expression that is no definition, such as one in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Computed {
    /// The value, in the unit that the computation gives it.
    pub value: Quantity,
    /// The cells and typed values that it rests on.
    pub cells: Vec<Place>,
    /// The indicators that it names, in order, each once.
    pub uses: Vec<String>,
}

/// A value or a previous value on its way.
enum Node<'d> {
    /// There is none.
    Absent,
    /// A number in the unit of its definition.
    Number(&'d Figure),
    Computed {
        text: &'d SourceText,
        expression: Expression,
        /// It is computed like the value itself, from the previous values of others.
        derived: bool,
    },
    /// It is no expression, which has been said.
    Failed,
}

/// What became of a node.
enum Outcome {
    Absent,
    Failed,
    /// A figure, what it rests on, and the first place of that.
    Known(Quantity, Vec<Basis>, Place),
}

impl Outcome {
    /// The first place on which it rests.
    fn first(&self) -> Option<&Place> {
        match self {
            Outcome::Known(_, _, first) => Some(first),
            Outcome::Absent | Outcome::Failed => None,
        }
    }
}

/// Definitions that are being computed. The value and the previous value of each are the nodes
/// that [`node`] numbers.
struct Graph<'d> {
    definitions: Vec<&'d Definition>,
    names: BTreeMap<String, usize>,
    nodes: Vec<Node<'d>>,
    outcomes: Vec<Outcome>,
    findings: Findings,
    /// For how many unknown names those like it were looked for.
    compared: Cell<usize>,
}

impl Definition {
    /// The name to take in the place of one that cannot be used; `None` for a good one.
    pub fn suggested_name(&self) -> Option<String> {
        (!is_name(&self.name)).then(|| better_name(&self.name))
    }
}

impl Indicators {
    /// Computes all definitions. What cannot be computed is left out and reported, once: what
    /// depends on it is left out silently.
    ///
    /// Findings: `indicator-duplicate`, `indicator-name-invalid`, `indicator-cycle`,
    /// `indicator-unknown`, `indicator-without-previous`, those of expressions and of units,
    /// `division-by-zero`, `number-overflow`, and those of `facts`.
    pub fn resolve(definitions: &[Definition], facts: &dyn Facts) -> (Indicators, Findings) {
        let mut graph = Graph::new(definitions);
        for node in graph.order() {
            let outcome = graph.outcome(node, facts);
            if let Some(slot) = graph.outcomes.get_mut(node) {
                *slot = outcome;
            }
        }
        graph.finish()
    }

    /// Computes an expression of a text over these figures.
    pub fn compute(&self, text: &SourceText, facts: &dyn Facts) -> Result<Computed, Findings> {
        let expression = grammar::parse(text.as_str())
            .map_err(|error| Findings { list: vec![syntax_finding(text, error)] })?;
        let lookup = |name: &str, previous: bool| self.known(name, previous);
        let mut evaluation = Evaluation::new(text, facts, &lookup);
        match evaluation.declared(&expression, None) {
            Some(value) => {
                let cells = self.below(&evaluation.bases.list);
                Ok(Computed { value, cells, uses: uses(&expression) })
            }
            None => Err(evaluation.findings),
        }
    }
}

/// The names that an expression uses, each once.
fn uses(expression: &Expression) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let names = expression.names().into_iter().map(|(name, _, _)| name);
    names.filter(|name| seen.insert(name_key(name))).map(str::to_owned).collect()
}

impl<'d> Graph<'d> {
    fn new(definitions: &'d [Definition]) -> Graph<'d> {
        let mut graph = Graph {
            definitions: Vec::new(),
            names: BTreeMap::new(),
            nodes: Vec::new(),
            outcomes: Vec::new(),
            findings: Findings::default(),
            compared: Cell::new(0),
        };
        for definition in definitions {
            if graph.names_well(definition) {
                graph.add(definition);
            }
        }
        graph
    }

    /// Whether the name can be used and is new.
    fn names_well(&mut self, definition: &Definition) -> bool {
        let name = definition.name.as_str();
        if !is_name(name) {
            let finding = Finding::new(&say::NAME_INVALID).arg("name", name).arg("better", better_name(name));
            self.findings.push(finding.at(definition.place.clone()));
            return false;
        }
        let first = self.names.get(&name_key(name)).and_then(|&at| self.definitions.get(at));
        if let Some(first) = first {
            let finding = Finding::new(&say::DUPLICATE).arg("name", name).at(definition.place.clone());
            let first = first.place.clone();
            self.findings.push(finding.label(first, ("первое определение", "the first definition")));
            return false;
        }
        true
    }

    fn add(&mut self, definition: &'d Definition) {
        self.names.insert(name_key(&definition.name), self.definitions.len());
        self.definitions.push(definition);
        let value = self.node(&definition.value);
        let previous = match (&definition.previous, &value) {
            (Some(figure), _) => self.node(figure),
            (None, Node::Computed { text, expression, .. }) if is_derivable(expression) => {
                Node::Computed { text, expression: expression.clone(), derived: true }
            }
            (None, _) => Node::Absent,
        };
        self.nodes.extend([value, previous]);
        self.outcomes.extend([Outcome::Failed, Outcome::Failed]);
    }

    fn node(&mut self, figure: &'d Figure) -> Node<'d> {
        let Figure::Expression(text) = figure else { return Node::Number(figure) };
        match grammar::parse(text.as_str()) {
            Ok(expression) => Node::Computed { text, expression, derived: false },
            Err(error) => {
                self.findings.push(syntax_finding(text, error));
                Node::Failed
            }
        }
    }

    fn node_of(&self, name: &str, previous: bool) -> Option<usize> {
        self.names.get(&name_key(name)).map(|at| node(*at, previous))
    }

    /// The nodes that a node needs, in the order in which it names them.
    fn needs(&self, node: usize) -> Vec<usize> {
        let Some(Node::Computed { expression, derived, .. }) = self.nodes.get(node) else {
            return Vec::new();
        };
        let names = expression.names().into_iter();
        names.filter_map(|(name, previous, _)| self.node_of(name, previous || *derived)).collect()
    }

    /// All nodes, each after those that it needs; those of a cycle are left out and reported.
    /// A stack of our own, because a chain of definitions may be long.
    fn order(&mut self) -> Vec<usize> {
        let mut walk = Walk { marks: vec![Mark::New; self.nodes.len()], order: Vec::new() };
        for start in 0..self.nodes.len() {
            for cycle in walk.from(start, |node| self.needs(node)) {
                self.report_cycle(&cycle);
            }
        }
        let Walk { marks, order } = walk;
        order.into_iter().filter(|&node| marks.get(node) != Some(&Mark::Cyclic)).collect()
    }

    /// A cycle among derived previous values alone is the shadow of one that is reported.
    fn report_cycle(&mut self, cycle: &[usize]) {
        let derived =
            |node: &usize| matches!(self.nodes.get(*node), Some(Node::Computed { derived: true, .. }));
        if cycle.iter().all(derived) {
            return;
        }
        let names: Vec<String> = cycle.iter().chain(cycle.first()).map(|&node| self.name(node)).collect();
        let mut finding = Finding::new(&say::CYCLE).arg("chain", names.join(" → "));
        for (at, &node) in cycle.iter().enumerate() {
            let next = cycle.get(at + 1).or(cycle.first());
            if let Some(place) = next.and_then(|&next| self.place_of_need(node, next)) {
                finding = finding.at(place);
            }
        }
        self.findings.push(finding);
    }

    fn name(&self, node: usize) -> String {
        let name = self.definitions.get(node / 2).map_or("", |definition| definition.name.as_str());
        if node.is_multiple_of(2) { name.to_owned() } else { format!("{name}.прошлый") }
    }

    /// Where the expression of a node names another.
    fn place_of_need(&self, node: usize, needed: usize) -> Option<Place> {
        let Node::Computed { text, expression, derived } = self.nodes.get(node)? else { return None };
        let names = expression.names();
        let named = |name: &str, previous: bool| self.node_of(name, previous || *derived) == Some(needed);
        let (_, _, range) = names.iter().find(|(name, previous, _)| named(name, *previous))?;
        Some(text.span(range.clone()).into())
    }

    fn outcome(&mut self, node: usize, facts: &dyn Facts) -> Outcome {
        let unit = self.definitions.get(node / 2).and_then(|definition| definition.unit.as_ref());
        let (outcome, findings) = match self.nodes.get(node) {
            None | Some(Node::Failed) => (Outcome::Failed, Findings::default()),
            Some(Node::Absent | Node::Number(Figure::Expression(_))) => {
                (Outcome::Absent, Findings::default())
            }
            Some(Node::Number(Figure::Number { value, place })) => {
                let quantity = Quantity { value: *value, unit: unit.cloned() };
                (
                    Outcome::Known(quantity, vec![Basis::Place(place.clone())], place.clone()),
                    Findings::default(),
                )
            }
            Some(Node::Computed { text, expression, derived }) => {
                self.computed(text, expression, *derived, unit, facts)
            }
        };
        self.findings.append(findings);
        outcome
    }

    /// A derived previous value that cannot be computed is none; nobody asked for it.
    fn computed(
        &self,
        text: &SourceText,
        expression: &Expression,
        derived: bool,
        unit: Option<&Unit>,
        facts: &dyn Facts,
    ) -> (Outcome, Findings) {
        let lookup = |name: &str, previous: bool| match self.known(name, previous || derived) {
            Known::Unknown(_) if facts.is_lost(name) => Known::Failed,
            known => known,
        };
        let mut evaluation = Evaluation::new(text, facts, &lookup);
        let quantity = evaluation.declared(expression, unit);
        let Evaluation { mut bases, findings, .. } = evaluation;
        match quantity {
            Some(quantity) => {
                if bases.list.is_empty() {
                    bases.add(Basis::Place(text.whole().into()));
                }
                let first = match bases.list.first() {
                    Some(Basis::Place(place)) => Some(place),
                    Some(Basis::Node(node)) => self.outcomes.get(*node).and_then(Outcome::first),
                    None => None,
                };
                let first = first.cloned().unwrap_or_else(|| text.whole().into());
                (Outcome::Known(quantity, bases.list, first), findings)
            }
            None if derived => (Outcome::Absent, Findings::default()),
            None => (Outcome::Failed, findings),
        }
    }

    fn known(&self, name: &str, previous: bool) -> Known<'_> {
        let outcome = self.node_of(name, previous).and_then(|node| Some((node, self.outcomes.get(node)?)));
        match outcome {
            Some((node, Outcome::Known(quantity, ..))) => Known::Value(quantity, node),
            Some((_, Outcome::Absent)) => Known::NoPrevious,
            Some((_, Outcome::Failed)) => Known::Failed,
            None => Known::Unknown(self.near(name)),
        }
    }

    /// The names most like an unknown one. Only the first unknown names are compared: nobody
    /// reads more, and the cost grows with the square.
    fn near(&self, name: &str) -> Vec<String> {
        let compared = self.compared.get();
        self.compared.set(compared + 1);
        match compared < MOST_COMPARED {
            true => near(name, self.definitions.iter().map(|other| other.name.as_str())),
            false => Vec::new(),
        }
    }

    fn finish(mut self) -> (Indicators, Findings) {
        let mut indicators = Indicators::default();
        let parted = std::mem::take(&mut self.outcomes).into_iter().map(|outcome| match outcome {
            Outcome::Known(quantity, bases, first) => (Some((quantity, first)), bases),
            Outcome::Absent | Outcome::Failed => (None, Vec::new()),
        });
        let (quantities, bases): (Vec<_>, Vec<_>) = parted.unzip();
        indicators.bases = bases;
        let mut quantities = quantities.into_iter();
        let definitions = std::mem::take(&mut self.definitions);
        let nodes = std::mem::take(&mut self.nodes);
        for (at, (definition, node)) in definitions.into_iter().zip(nodes.chunks(2)).enumerate() {
            let (value, previous) = (quantities.next().flatten(), quantities.next().flatten());
            let Some((value, cell)) = value else {
                indicators.index.insert(name_key(&definition.name), None);
                continue;
            };
            let previous =
                previous.and_then(|(own, cell)| Some((self.previous(definition, own, &value)?, cell)));
            let (previous, previous_cell) = previous.unzip();
            let uses = match node.first() {
                Some(Node::Computed { expression, .. }) => uses(expression),
                _ => Vec::new(),
            };
            indicators.index.insert(name_key(&definition.name), Some(indicators.list.len()));
            indicators.list.push(Indicator {
                name: definition.name.clone(),
                place: definition.place.clone(),
                title: definition.title.clone(),
                value,
                decimals: definition.decimals,
                previous,
                cell,
                previous_cell,
                definition: at,
                uses,
            });
        }
        (indicators, self.findings)
    }

    /// A previous value in the unit of the value; `None` after a finding.
    fn previous(&mut self, definition: &Definition, own: Quantity, value: &Quantity) -> Option<Quantity> {
        match in_unit_of(own, value) {
            Ok(previous) => Some(previous),
            Err(finding) => {
                let place = definition.previous.as_ref().map(Figure::place);
                self.findings.push(finding.at(place.unwrap_or(definition.place.clone())));
                None
            }
        }
    }
}

/// A previous value in the unit of the value; one without a unit counts in it already.
fn in_unit_of(previous: Quantity, value: &Quantity) -> Result<Quantity, Finding> {
    let converted = match (&previous.unit, &value.unit) {
        (Some(own), Some(unit)) if own.same_kind(unit) => own.convert(previous.value, unit),
        (Some(own), Some(unit)) => return Err(contradiction(own, unit)),
        _ => Some(previous.value),
    };
    let value_then = converted.ok_or_else(|| Finding::new(&say::OVERFLOW))?;
    Ok(Quantity { value: value_then, unit: value.unit.clone() })
}

/// Whether the previous value follows from the previous values of others.
fn is_derivable(expression: &Expression) -> bool {
    let names = expression.names();
    !names.is_empty() && !expression.has_cells() && names.iter().all(|(_, previous, _)| !previous)
}

fn is_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && chars.all(|c| c.is_alphanumeric() || c == '_')
}

/// The name with `_` for what a name cannot have.
fn better_name(name: &str) -> String {
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let joined = words.join("_");
    match joined.chars().next() {
        Some(first) if first.is_alphabetic() => joined,
        Some(_) => format!("п_{joined}"),
        None => "ученики".to_owned(),
    }
}

/// How far a walk has come with a node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    /// Some that it needs are being walked.
    Open,
    Done,
    /// It needs itself.
    Cyclic,
}

/// A walk along what nodes need.
struct Walk {
    marks: Vec<Mark>,
    order: Vec<usize>,
}

impl Walk {
    /// Walks a node and all that it needs; gives the cycles met on the way.
    fn from(&mut self, start: usize, needs: impl Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
        let mut cycles = Vec::new();
        let mut stack: Vec<(usize, std::vec::IntoIter<usize>)> = Vec::new();
        let mut enter = Some(start).filter(|&node| self.mark(node) == Mark::New);
        loop {
            if let Some(node) = enter.take() {
                self.set(node, Mark::Open);
                stack.push((node, needs(node).into_iter()));
            }
            let Some((node, rest)) = stack.last_mut() else { return cycles };
            let node = *node;
            let Some(needed) = rest.next() else {
                stack.pop();
                if self.mark(node) == Mark::Open {
                    self.set(node, Mark::Done);
                }
                self.order.push(node);
                continue;
            };
            match self.mark(needed) {
                Mark::New => enter = Some(needed),
                Mark::Done => {}
                Mark::Open | Mark::Cyclic => cycles.push(self.cycle(&stack, needed)),
            }
        }
    }

    /// The nodes of the stack from one of them on, which thereby are a cycle.
    fn cycle(&mut self, stack: &[(usize, std::vec::IntoIter<usize>)], first: usize) -> Vec<usize> {
        let nodes = stack.iter().map(|(node, _)| *node);
        let cycle: Vec<usize> = nodes.skip_while(|node| *node != first).collect();
        cycle.iter().for_each(|&node| self.set(node, Mark::Cyclic));
        cycle
    }

    fn mark(&self, node: usize) -> Mark {
        self.marks.get(node).copied().unwrap_or(Mark::Done)
    }

    fn set(&mut self, node: usize, mark: Mark) {
        if let Some(slot) = self.marks.get_mut(node) {
            *slot = mark;
        }
    }
}
