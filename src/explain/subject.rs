//! What somebody asks about: an indicator, a table, or a cell.

use crate::indicators::Indicator;
use crate::pack::read::advice;
use crate::pipeline::messages::{NOTHING_TO_EXPLAIN, SEVERAL_FIGURES};
use crate::pipeline::{Loaded, Made, Stand};
use crate::russian::typography::fold;
use crate::source::{Describer, Finding, Language, Place, Sources};
use crate::tables::{Cell, Table, Words};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// So many figures that print alike are named.
const MOST_PRINTING: usize = 6;

/// What is explained.
#[derive(Clone, Debug)]
pub enum Subject<'l> {
    /// A named figure.
    Indicator(&'l Indicator),
    /// A whole table, by its name in the pack.
    Table(&'l str, &'l Table),
    /// A named figure as it was the year before.
    Previous(&'l Indicator),
    /// A cell, and the table it was found in.
    Cell(Place, Option<(&'l str, &'l Table)>),
    /// Several cells.
    Cells(Cells),
}

/// Cells that are asked about together.
#[derive(Clone, Debug)]
pub struct Cells {
    /// What they are.
    pub kind: CellsKind,
    /// What they are called: `table / row`, or a file.
    pub name: String,
    /// Their places.
    pub cells: BTreeSet<Place>,
}

/// What several cells are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellsKind {
    /// A row of a table.
    Row,
    /// A column of a table.
    Column,
    /// All that the pack reads of a file.
    File,
}

/// Finds what a name means: an indicator, `indicator.прошлый`, a table, `table / row / column`,
/// `table[row; column]`, `table / row`, `table / column`, `table C7`, a cell as the manifest
/// describes it, `file.csv C7` and `file.csv:3:16`, or a file.
///
/// A number that the documents of `made` print means what prints it.
///
/// # Errors
/// A finding that says what there is instead.
pub fn find<'l>(
    name: &str,
    loaded: &'l Loaded,
    made: &[(&str, Made)],
    sources: &Sources,
) -> Result<Subject<'l>, Finding> {
    let missing = match named(name, loaded, sources) {
        Ok(subject) => return Ok(subject),
        Err(finding) => finding,
    };
    match &printing(name, loaded, made, sources)[..] {
        [] => Err(missing),
        [one] => named(one, loaded, sources),
        several => {
            let several: Vec<&str> = several.iter().take(MOST_PRINTING).map(String::as_str).collect();
            let commands = several.iter().map(|name| format!("`avgust explain \"{name}\"`"));
            let commands = commands.collect::<Vec<_>>().join(", ");
            Err(Finding::new(&SEVERAL_FIGURES).arg("number", name.trim()).arg("commands", commands))
        }
    }
}

fn named<'l>(name: &str, loaded: &'l Loaded, sources: &Sources) -> Result<Subject<'l>, Finding> {
    let name = name.trim();
    if let Some(indicator) = loaded.indicators.get(name) {
        return Ok(Subject::Indicator(indicator));
    }
    if let Some((of, "прошлый" | "previous")) = name.rsplit_once('.')
        && let Some(indicator) = loaded.indicators.get(of).filter(|one| one.previous.is_some())
    {
        return Ok(Subject::Previous(indicator));
    }
    if let Some((table_name, table)) = table(name, loaded) {
        return Ok(Subject::Table(table_name, table));
    }
    let by_words = match by_words(name, loaded) {
        Some(Ok(subject)) => return Ok(subject),
        Some(Err(finding)) => Some(finding),
        None => None,
    };
    let elsewhere = line(name, loaded).or_else(|| by_address(name, loaded, sources));
    if let Some(subject) = elsewhere.or_else(|| file(name, loaded, sources)) {
        return Ok(subject);
    }
    Err(by_words.unwrap_or_else(|| {
        let names = || {
            let indicators = loaded.indicators.iter().map(|indicator| indicator.name.as_str());
            indicators.chain(loaded.tables.keys().map(String::as_str))
        };
        let none =
            ("в комплекте нет ни показателей, ни таблиц", "the pack has neither indicators nor tables");
        Finding::new(&NOTHING_TO_EXPLAIN).arg("name", name).arg("known", advice(name, names, none))
    }))
}

/// What prints a number that somebody saw on paper: the names to ask for.
fn printing(number: &str, loaded: &Loaded, made: &[(&str, Made)], sources: &Sources) -> Vec<String> {
    let wanted = digits(number);
    if !wanted.starts_with(|sign: char| sign.is_ascii_digit()) {
        return Vec::new();
    }
    let stands = made.iter().flat_map(|(_, made)| &made.stands);
    let shows = |stand: &&Stand| digits(&stand.printed).split(' ').any(|word| word == wanted);
    let mut names: Vec<String> = Vec::new();
    for stand in stands.filter(shows) {
        let figure = stand.figure.as_ref();
        let named = figure.map_or(&[][..], |figure| &figure.indicators);
        let known = named.iter().filter(|name| loaded.indicators.get(name).is_some()).cloned();
        let cells = match figure {
            Some(figure) => figure.cells.iter().collect(),
            None => vec![&stand.place],
        };
        let described = cells.into_iter().map(|cell| sources.describe(cell, Language::Russian));
        let own: Vec<String> = if named.is_empty() { described.collect() } else { known.collect() };
        names.extend(own);
    }
    let mut seen = BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}

/// A number without what parts its groups of three, its words as they are: `4862 чел.`.
fn digits(text: &str) -> String {
    let mut out = String::new();
    let mut signs = text.trim().chars().peekable();
    while let Some(sign) = signs.next() {
        let groups = matches!(sign, ' ' | '\u{a0}' | '\u{202f}')
            && out.ends_with(|before: char| before.is_ascii_digit())
            && signs.peek().is_some_and(char::is_ascii_digit);
        match sign {
            _ if groups => {}
            '\u{a0}' | '\u{202f}' => out.push(' '),
            '.' if signs.peek().is_some_and(char::is_ascii_digit) => out.push(','),
            _ => out.push(sign),
        }
    }
    out
}

fn table<'l>(name: &str, loaded: &'l Loaded) -> Option<(&'l str, &'l Table)> {
    let wanted = fold(name.trim());
    let found = loaded.tables.iter().find(|(name, _)| fold(name) == wanted)?;
    Some((found.0.as_str(), found.1))
}

/// A cell by the words of its row and column; `None` where the name has no such form.
fn by_words<'l>(name: &str, loaded: &'l Loaded) -> Option<Result<Subject<'l>, Finding>> {
    let place = loaded.facts.span;
    let words = |text: &str| Words::new(text.trim().trim_matches('"').trim(), place);
    if let Some((head, rest)) = name.split_once('[') {
        let (row, column) = rest.trim_end().trim_end_matches(']').split_once(';')?;
        let (name, table) = table(head, loaded)?;
        let cell = table.cell(&words(row), &words(column));
        return Some(cell.map(|cell| Subject::Cell(cell.place.clone(), Some((name, table)))).map_err(bare));
    }
    let (head, rest) = name.split_once('/')?;
    let (name, table) = table(head, loaded)?;
    // Both row and column may have strokes of their own: each may part them.
    let mut first = None;
    for (at, _) in rest.match_indices('/') {
        let (row, column) = (rest.get(..at)?, rest.get(at + 1..)?);
        match table.cell(&words(row), &words(column)) {
            Ok(cell) => return Some(Ok(Subject::Cell(cell.place.clone(), Some((name, table))))),
            Err(finding) => first = first.or(Some(finding)),
        }
    }
    first.map(|finding| Err(bare(finding)))
}

/// A row or a column of a table: `table / row`, `table[column]`.
fn line<'l>(name: &str, loaded: &'l Loaded) -> Option<Subject<'l>> {
    let (head, words) = name.trim_end_matches(']').split_once(['/', '['])?;
    let (table_name, table) = table(head, loaded)?;
    let words = Words::new(words.trim().trim_matches('"').trim(), loaded.facts.span);
    let (kind, head, cells): (_, _, Vec<Option<&Cell>>) = match (table.row(&words), table.column(&words)) {
        (Ok(row), _) => {
            let cells = (0..table.columns().len()).map(|column| table.get(row, column));
            (CellsKind::Row, table.rows().get(row)?, cells.collect())
        }
        (_, Ok(column)) => {
            let cells = (0..table.rows().len()).map(|row| table.get(row, column));
            (CellsKind::Column, table.columns().get(column)?, cells.collect())
        }
        _ => return None,
    };
    let name = format!("{table_name} / {}", head.path.join(" / "));
    let cells = cells.into_iter().flatten().map(|cell| cell.place.clone()).collect();
    Some(Subject::Cells(Cells { kind, name, cells }))
}

/// All that the pack reads of a file: its name, or the end of its path.
fn file<'l>(name: &str, loaded: &'l Loaded, sources: &Sources) -> Option<Subject<'l>> {
    let wanted = fold(name);
    let of_tables = loaded.tables.values().chain(&loaded.indicator_sheets);
    let places = of_tables.flat_map(|table| table.grid().cells().map(|cell| &cell.place));
    let all: BTreeSet<&Place> = places.chain(loaded.indicators.places()).collect();
    let is_meant = |place: &&Place| {
        let known = fold(&sources.get(place.source()).name);
        known == wanted || known.ends_with(&format!("/{wanted}"))
    };
    let found = *all.iter().find(|place| is_meant(place))?;
    let cells = all.into_iter().filter(|place| place.source() == found.source()).cloned().collect();
    let name = sources.get(found.source()).name.to_string();
    Some(Subject::Cells(Cells { kind: CellsKind::File, name, cells }))
}

/// The finding without places: the words stand in no file.
fn bare(mut finding: Finding) -> Finding {
    finding.labels.clear();
    finding
}

/// A cell by file, sheet and address, in any of the forms in which people write that, or by its
/// place as messages tell it.
fn by_address<'l>(name: &str, loaded: &'l Loaded, sources: &Sources) -> Option<Subject<'l>> {
    let meant = Meant::new(name, sources)?;
    for (name, table) in &loaded.tables {
        let mut cells = table.grid().cells();
        if let Some(cell) = cells.find(|cell| meant.is(&cell.place, &cell.address(), Some(name))) {
            return Some(Subject::Cell(cell.place.clone(), Some((name.as_str(), table))));
        }
    }
    let sheets = loaded.indicator_sheets.iter().flat_map(|table| table.grid().cells());
    let mut cells = sheets.filter(|cell| meant.is(&cell.place, &cell.address(), None));
    if let Some(cell) = cells.next() {
        return Some(Subject::Cell(cell.place.clone(), None));
    }
    let mut places = loaded.indicators.places();
    let is = |place: &&Place| match place {
        Place::Cell(cell) => meant.is(place, &cell.address(), None),
        _ => meant.is(place, "", None),
    };
    places.find(is).map(|place| Subject::Cell(place.clone(), None))
}

/// The cell that somebody means.
struct Meant<'s> {
    /// As it was written, in small letters: `лето.csv:3:16`.
    whole: String,
    /// The words before the address: file and sheet, or a table's name.
    around: String,
    /// The address in small Latin letters.
    address: String,
    sources: &'s Sources,
    describer: RefCell<Describer<'s>>,
}

impl<'s> Meant<'s> {
    fn new(name: &str, sources: &'s Sources) -> Option<Meant<'s>> {
        let wanted = tokens(name);
        let (around, address) = wanted.rsplit_once(' ')?;
        let describer = RefCell::new(sources.describer(Language::Russian));
        let (whole, around, address) = (fold(name), around.to_owned(), address.to_owned());
        Some(Meant { whole, around, address, sources, describer })
    }

    /// Whether a cell of this place and address is meant, of a table of this name if it has one.
    fn is(&self, place: &Place, address: &str, table: Option<&str>) -> bool {
        let is_end_of = |known: &str, wanted: &str| {
            !wanted.is_empty() && (known == wanted || known.ends_with(&format!("/{wanted}")))
        };
        if let Place::Text(_) = place
            && self.whole.contains(':')
            && is_end_of(&fold(&self.describer.borrow_mut().describe(place)), &self.whole)
        {
            return true;
        }
        if fold(address) != self.address {
            return false;
        }
        let file = fold(&self.sources.get(place.source()).name);
        let sheet = match place {
            Place::Cell(cell) => cell.sheet.as_deref().map(fold).unwrap_or_default(),
            _ => String::new(),
        };
        let whole = format!("{file} {sheet}").trim().to_owned();
        table.is_some_and(|name| fold(name) == self.around)
            || [&whole, &file].iter().any(|known| is_end_of(known, &self.around))
    }
}

/// The words of a cell's name in small letters, the address last and in Latin letters.
fn tokens(name: &str) -> String {
    let plain: String = name.chars().map(|c| if "«»“”\",".contains(c) { ' ' } else { c }).collect();
    let folded = fold(&plain);
    let words: Vec<&str> =
        folded.split_whitespace().filter(|word| !matches!(*word, "лист" | "sheet")).collect();
    let Some((address, around)) = words.split_last() else { return String::new() };
    let address: String = address.chars().map(latin).collect();
    format!("{} {address}", around.join(" "))
}

/// The Latin letter that looks like a Cyrillic one.
fn latin(c: char) -> char {
    let pairs = "аaвbеeкkмmнhоoрpсcтtхx".chars().collect::<Vec<_>>();
    pairs.chunks(2).find(|pair| pair.first() == Some(&c)).and_then(|pair| pair.get(1)).copied().unwrap_or(c)
}

impl Subject<'_> {
    /// Its name: for a cell as the manifest describes it.
    pub fn name(&self, sources: &Sources, language: Language) -> String {
        match self {
            Subject::Indicator(indicator) => indicator.name.clone(),
            Subject::Previous(indicator) => format!("{}.прошлый", indicator.name),
            Subject::Cells(cells) => cells.name.clone(),
            Subject::Table(name, _) => (*name).to_owned(),
            Subject::Cell(place, _) => sources.describe(place, language),
        }
    }
}
