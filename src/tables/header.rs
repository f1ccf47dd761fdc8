//! What the header says about a row or a column.

use super::Value;
use super::grid::{Cell, Grid};
use crate::russian::typography::{begins_with, fold, one_line};
use crate::russian::unit::split_unit;
use crate::source::Place;

/// The header of a row or a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its words from the outermost level to the innermost: `2017`, `план`.
    pub path: Vec<String>,
    /// The unit named in it.
    pub unit: Option<String>,
    /// Short names that the pack gives it.
    pub aliases: Vec<String>,
    /// The innermost cell of the header that has words; the row's or column's first cell
    /// where none has.
    pub place: Place,
    /// The address of that cell: `C7`.
    pub address: String,
    /// Folded ways to name it, from the fullest to the shortest.
    forms: Vec<Form>,
}

/// A folded way to name a head.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Form {
    tier: Tier,
    text: String,
}

/// How well words name a head; a better way beats a worse one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// A short name from the pack.
    Alias,
    /// All its words.
    Whole,
    /// All its words without the unit.
    WithoutUnit,
    /// The end of its path.
    End,
    /// The end of its path without the unit.
    EndWithoutUnit,
    /// The words agree when the unit that the user wrote is left out too.
    OtherUnit,
    /// Its beginning.
    Beginning,
}

impl Head {
    /// The path in one line: `2017 / план`.
    pub fn words(&self) -> String {
        self.path.join(" / ")
    }

    /// The path without the units named in it; a first part that is nothing but a unit stays.
    pub fn bare(&self) -> Vec<&str> {
        let parts = self.path.iter().enumerate().map(|(level, part)| match split_unit(part).0 {
            "" if level == 0 => part,
            words => words,
        });
        parts.filter(|words| !words.is_empty()).collect()
    }

    /// Whether it sums up the others: «Всего», «Итого по городу».
    pub fn is_total(&self) -> bool {
        begins_with(&fold(&self.words()), &["всего", "итого", "общий итог", "total"])
    }

    /// Whether a cell has the unit of this row and not of its column: where the column names none;
    /// and «Охват, %» among people counts no people.
    pub fn gives_unit_beside(&self, column: &Head) -> bool {
        let percent = |head: &Head| head.unit.as_deref() == Some("%");
        self.unit.is_some() && column.unit.is_none() || percent(self) && !percent(column)
    }

    /// Its last words alone.
    pub fn last(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    pub(super) fn add_alias(&mut self, name: &str) {
        self.aliases.push(name.to_owned());
        self.forms.push(Form { tier: Tier::Alias, text: fold(name) });
    }

    fn new(path: Vec<String>, cell: &Cell) -> Head {
        let parts: Vec<_> = path.iter().map(|part| split_unit(part)).collect();
        let unit = unit_of(&parts);
        let forms = forms(&path, &parts);
        Head { path, unit, aliases: Vec::new(), place: cell.place.clone(), address: cell.address(), forms }
    }

    /// How well a query names this head.
    pub(super) fn tier(&self, query: &Query) -> Option<Tier> {
        let exact = self.forms.iter().filter(|form| form.text == query.exact).map(|form| form.tier);
        exact.min().or_else(|| self.other_unit(query)).or_else(|| self.beginning(query))
    }

    fn other_unit(&self, query: &Query) -> Option<Tier> {
        let (words, unit) = query.without_unit.as_ref()?;
        let agrees = self.unit.as_deref().is_none_or(|own| fold(own) == *unit);
        (agrees && self.forms.iter().any(|form| form.text == *words)).then_some(Tier::OtherUnit)
    }

    fn beginning(&self, query: &Query) -> Option<Tier> {
        let pieces = query.pieces.as_ref()?;
        self.forms.iter().any(|form| matches(&form.text, pieces)).then_some(Tier::Beginning)
    }

    /// How near other words come, from 0 to 1.
    pub(super) fn likeness(&self, query: &Query) -> f64 {
        let near = |form: &Form| strsim::normalized_damerau_levenshtein(&form.text, &query.exact);
        self.forms.iter().map(near).fold(0.0, f64::max)
    }
}

/// What a user wrote to name a row or a column, folded in all ways that are tried.
pub(super) struct Query {
    exact: String,
    without_unit: Option<(String, String)>,
    /// The pieces around each ellipsis, where there is one.
    pieces: Option<Vec<String>>,
}

impl Query {
    pub fn new(words: &str) -> Query {
        let whole = fold(words).replace("...", "…");
        let pieces: Vec<String> = whole.split('…').map(|piece| piece.trim().to_owned()).collect();
        let (bare, unit) = split_unit(words);
        Query {
            exact: whole.trim_end_matches('…').trim_end().to_owned(),
            without_unit: unit.filter(|_| !bare.is_empty()).map(|unit| (fold(bare), fold(unit))),
            pieces: (pieces.len() > 1).then_some(pieces),
        }
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.exact.is_empty() && self.pieces.is_none()
    }
}

/// Whether `text` begins with the first piece and has the others in their order after it.
fn matches(text: &str, pieces: &[String]) -> bool {
    let Some((first, others)) = pieces.split_first() else { return false };
    if pieces.iter().all(String::is_empty) {
        return false;
    }
    let Some(mut rest) = text.strip_prefix(first.as_str()) else { return false };
    for piece in others {
        match rest.find(piece.as_str()) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    true
}

/// A part of a path: its words and the unit named in it.
type Part<'p> = (&'p str, Option<&'p str>);

/// The innermost unit of a path. A part that is nothing but a unit counts only under others:
/// a column «Мест» counts places, but names no unit.
fn unit_of(parts: &[Part<'_>]) -> Option<String> {
    parts
        .iter()
        .enumerate()
        .rev()
        .find_map(|(level, (words, unit))| unit.filter(|_| level > 0 || !words.is_empty()).map(str::to_owned))
}

fn forms(path: &[String], parts: &[Part<'_>]) -> Vec<Form> {
    let mut forms = Vec::new();
    for start in 0..path.len() {
        let (with, without) = match start {
            0 => (Tier::Whole, Tier::WithoutUnit),
            _ => (Tier::End, Tier::EndWithoutUnit),
        };
        forms.push(Form { tier: with, text: fold(&path[start..].join("/")) });
        let words: Vec<&str> =
            parts[start..].iter().map(|(words, _)| *words).filter(|words| !words.is_empty()).collect();
        let text = fold(&words.join("/"));
        if !text.is_empty() && forms.iter().all(|form| form.text != text) {
            forms.push(Form { tier: without, text });
        }
    }
    forms
}

/// Which way a header runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Rows on top that name the columns.
    Top,
    /// Columns on the left that name the rows.
    Left,
}

/// The heads of all columns (`Top`) or rows (`Left`) from `first` on; the header is `levels`
/// deep and begins at `start`. Where the sheet has no merged cells at all (a text table), an
/// empty outer level carries on what stands before it.
pub(super) fn heads(grid: &Grid, side: Side, start: usize, levels: usize, first: usize) -> Vec<Head> {
    let count = if side == Side::Top { grid.columns() } else { grid.rows() };
    let at = |level: usize, index: usize| match side {
        Side::Top => (start + level, index),
        Side::Left => (index, start + level),
    };
    let mut carried: Vec<String> = vec![String::new(); levels];
    let mut heads = Vec::new();
    for index in first..count {
        let cells: Vec<&Cell> = (0..levels).filter_map(|level| at_origin(grid, at(level, index))).collect();
        let texts: Vec<String> = cells.iter().map(|cell| head_text(cell)).collect();
        let own = levels_of(&cells, texts, &mut carried, !grid.has_merges());
        let innermost = cells.iter().rev().find(|cell| cell.value != Value::Empty);
        let (row, column) = at(0, index);
        if let Some(cell) = innermost.copied().or_else(|| grid.get(row, column)) {
            heads.push(Head::new(own, cell));
        }
    }
    heads
}

fn at_origin(grid: &Grid, (row, column): (usize, usize)) -> Option<&Cell> {
    grid.origin(row, column)
}

/// The texts of one head, level by level, empty levels and vertical merges left out.
fn levels_of(cells: &[&Cell], mut texts: Vec<String>, carried: &mut [String], carry: bool) -> Vec<String> {
    let deepest = texts.iter().rposition(|text| !text.is_empty());
    let mut same_as_before = true;
    for (level, text) in texts.iter_mut().enumerate() {
        let Some(before) = carried.get_mut(level) else { break };
        let below = deepest.is_some_and(|deepest| deepest > level);
        if carry && text.is_empty() && below && same_as_before {
            text.clone_from(before);
        } else {
            same_as_before = same_as_before && text == before;
            before.clone_from(text);
        }
    }
    let mut path = Vec::new();
    for (level, text) in texts.into_iter().enumerate() {
        let repeated = level > 0
            && cells
                .get(level)
                .zip(cells.get(level - 1))
                .is_some_and(|(own, outer)| std::ptr::eq(*own, *outer));
        if !text.is_empty() && !repeated {
            path.push(text);
        }
    }
    path
}

fn head_text(cell: &Cell) -> String {
    match cell.value {
        Value::Empty | Value::Uncalculated | Value::Failed => String::new(),
        _ => one_line(&cell.text),
    }
}
