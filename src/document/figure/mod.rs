//! Figures in texts: what `{{…}}` prints, and which indicators and cells it rests on.
//!
//! [`helper`] lists the words that a text may write before an indicator; `amount`, `comparison`
//! and `fact` print them.

mod amount;
mod comparison;
mod fact;
pub mod helper;
mod print;

use super::Figure;
use crate::indicators::Indicators;
use crate::pack::facts::Facts;
use crate::pack::resolution::Clause;
use crate::source::{Finding, Place, SourceText};
use crate::tables::Table;
use crate::text::Call;
use print::Print;
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
    deadlines: BTreeMap<&'a str, (String, Place)>,
}

/// Why nothing is printed: a finding, or nothing where it was said already.
pub type Refusal = Option<Box<Finding>>;

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
        Figures { facts, tables, indicators, deadlines }
    }

    /// Prints a call.
    ///
    /// # Errors
    /// A finding about the call, or nothing where what it names was said to be unusable.
    pub fn print(&self, call: &Call, source: &SourceText) -> Result<Figure, Refusal> {
        let print = Print { figures: self, call, source };
        let printed = print.run()?;
        Ok(Figure {
            expression: call.expression(),
            indicators: printed.indicators,
            cells: printed.cells,
            printed: printed.text,
        })
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

fn collect_deadlines<'a>(clauses: &'a [Clause], found: &mut BTreeMap<&'a str, (String, Place)>) {
    for clause in clauses {
        if let (Some(id), Some(due)) = (&clause.id, &clause.due) {
            found.insert(&id.value, (due.printed(), Place::Text(due.text.whole())));
        }
        collect_deadlines(&clause.clauses, found);
    }
}
