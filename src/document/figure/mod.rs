//! Figures in texts: what `{{…}}` prints, and which indicators and cells it rests on.
//!
//! [`helper`] lists the words that a text may write before an indicator, and `option` what may
//! follow them; `amount`, `comparison` and `fact` print them, and `usage` says how they are
//! written.

mod amount;
mod comparison;
mod fact;
pub mod helper;
mod key;
mod option;
mod print;
mod usage;

pub use key::KeyText;

use super::Figure;
use crate::indicators::{Indicator, Indicators, MOST_COMPARED};
use crate::pack::facts::Facts;
use crate::pack::resolution::Clause;
use crate::russian::decimals::Decimals;
use crate::russian::number::{NumberStyle, TrailingZeros};
use crate::source::{Finding, Place, SourceId, SourceText};
use crate::tables::Table;
use crate::text::{Call, RichText};
use print::Print;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// The tables of a pack.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'a> {
    /// By name.
    pub tables: &'a BTreeMap<String, Table>,
    /// Those that could not be read: their errors were said.
    pub unusable: &'a BTreeSet<String>,
}

/// Everything that texts can ask for.
#[derive(Clone, Debug)]
pub struct Figures<'a> {
    facts: &'a Facts,
    tables: Tables<'a>,
    indicators: &'a Indicators,
    /// The deadlines of clauses by id.
    deadlines: BTreeMap<&'a str, Vec<(String, Place)>>,
    /// For how many unknown names those like it were looked for.
    compared: Cell<usize>,
}

/// Why nothing is printed: all that is wrong with a call, or nothing where it was said already.
pub type Refusal = Vec<Finding>;

impl<'a> Figures<'a> {
    /// Everything that the texts of a document with these clauses can ask for.
    pub fn new(
        facts: &'a Facts,
        tables: Tables<'a>,
        indicators: &'a Indicators,
        clauses: &'a [Clause],
    ) -> Figures<'a> {
        let mut deadlines = BTreeMap::new();
        collect_deadlines(clauses, &mut deadlines);
        Figures { facts, tables, indicators, deadlines, compared: Cell::new(0) }
    }

    /// How the pack writes numbers.
    pub fn number_style(&self) -> NumberStyle {
        self.facts.number_style()
    }

    /// How the pack writes numbers of so many decimals; zeros at their end stay.
    fn style(&self, decimals: Option<Decimals>) -> NumberStyle {
        let style = NumberStyle { zeros: TrailingZeros::Keep, ..self.number_style() };
        style.with_decimals(decimals.map(Decimals::get))
    }

    /// The clauses of a further document whose texts are printed.
    pub fn add_clauses(&mut self, clauses: &'a [Clause]) {
        collect_deadlines(clauses, &mut self.deadlines);
    }

    /// The deadline of a clause: that of the file in which it is asked for, or any other.
    fn deadline(&self, id: &str, source: SourceId) -> Option<&(String, Place)> {
        let known = self.deadlines.get(id)?;
        known.iter().find(|(_, place)| place.source() == source).or(known.first())
    }

    /// Prints a call.
    ///
    /// # Errors
    /// All findings about the call, or none where what it names was said to be unusable.
    pub fn print(&self, call: &Call, source: &SourceText) -> Result<Figure, Refusal> {
        let print = Print { figures: self, call, source };
        let printed = print.run()?;
        let of = |name: &String, cells: fn(&Indicators, &Indicator) -> Vec<Place>| {
            self.indicators.get(name).map(|indicator| cells(self.indicators, indicator)).unwrap_or_default()
        };
        let below = printed.indicators.iter().flat_map(|name| of(name, Indicators::cells));
        let before = printed.previous.iter().flat_map(|name| of(name, Indicators::previous_cells));
        let cells = once_each(printed.cells.into_iter().chain(below).chain(before));
        let also = |name: &&String| !printed.indicators.contains(name);
        let previous: Vec<String> = printed.previous.iter().filter(also).cloned().collect();
        Ok(Figure {
            expression: call.expression(),
            cells,
            indicators: printed.indicators.into_iter().chain(previous).collect(),
            printed: printed.text,
            like: printed.like,
        })
    }

    /// Names like one that nothing has. Only the first such names are compared: nobody reads
    /// more, and the cost grows with the square.
    fn near(&self, name: &str) -> Vec<String> {
        let compared = self.compared.get();
        self.compared.set(compared + 1);
        if compared < MOST_COMPARED { self.indicators.near(name) } else { Vec::new() }
    }

    /// The title that the pack gives a table.
    pub fn table_title(&self, name: &str) -> Option<&'a RichText> {
        self.facts.tables.get(name)?.title.as_ref()
    }

    /// The table of a name.
    pub fn table(&self, name: &str) -> Option<&'a Table> {
        self.tables.tables.get(name)
    }

    /// The indicators.
    pub fn indicators(&self) -> &'a Indicators {
        self.indicators
    }

    /// Whether a table is there but could not be read.
    pub fn is_unusable_table(&self, name: &str) -> bool {
        self.tables.unusable.contains(name)
    }

    /// The names of the tables.
    pub fn table_names(&self) -> impl Iterator<Item = &str> {
        self.tables.tables.keys().map(String::as_str)
    }
}

/// Places in their order, each once.
fn once_each(places: impl Iterator<Item = Place>) -> Vec<Place> {
    let mut seen = BTreeSet::new();
    places.filter(|place| seen.insert(place.clone())).collect()
}

fn collect_deadlines<'a>(clauses: &'a [Clause], found: &mut BTreeMap<&'a str, Vec<(String, Place)>>) {
    for clause in clauses {
        if let (Some(id), Some(due)) = (&clause.id, &clause.due) {
            let due = (due.printed(), Place::Text(due.text.whole()));
            found.entry(&id.value).or_default().push(due);
        }
        collect_deadlines(&clause.clauses, found);
    }
}
