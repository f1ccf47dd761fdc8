//! What somebody asks about: an indicator, a table, or a cell.

use crate::indicators::Indicator;
use crate::pack::read::advice;
use crate::pipeline::Loaded;
use crate::pipeline::messages::NOTHING_TO_EXPLAIN;
use crate::russian::typography::fold;
use crate::source::{Finding, Language, Place, Sources};
use crate::tables::{Table, Words};

/// What is explained.
#[derive(Clone, Debug)]
pub enum Subject<'l> {
    /// A named figure.
    Indicator(&'l Indicator),
    /// A whole table, by its name in the pack.
    Table(&'l str, &'l Table),
    /// A cell, and the table it was found in.
    Cell(Place, Option<(&'l str, &'l Table)>),
}

/// Finds what a name means: an indicator, a table, `table / row / column`, `table[row; column]`,
/// `table C7`, or a cell as the manifest describes it.
///
/// # Errors
/// A finding that says what there is instead.
pub fn find<'l>(name: &str, loaded: &'l Loaded, sources: &Sources) -> Result<Subject<'l>, Finding> {
    let name = name.trim();
    if let Some(indicator) = loaded.indicators.get(name) {
        return Ok(Subject::Indicator(indicator));
    }
    if let Some((table_name, table)) = table(name, loaded) {
        return Ok(Subject::Table(table_name, table));
    }
    match by_words(name, loaded) {
        Some(Ok(subject)) => return Ok(subject),
        Some(Err(finding)) => {
            return by_address(name, loaded, sources).ok_or(finding);
        }
        None => {}
    }
    by_address(name, loaded, sources).ok_or_else(|| {
        let names = || {
            let indicators = loaded.indicators.iter().map(|indicator| indicator.name.as_str());
            indicators.chain(loaded.tables.keys().map(String::as_str))
        };
        let none =
            ("в комплекте нет ни показателей, ни таблиц", "the pack has neither indicators nor tables");
        Finding::new(&NOTHING_TO_EXPLAIN).arg("name", name).arg("known", advice(name, names, none))
    })
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

/// The finding without places: the words stand in no file.
fn bare(mut finding: Finding) -> Finding {
    finding.labels.clear();
    finding
}

/// A cell by file, sheet and address, in any of the forms in which people write that.
fn by_address<'l>(name: &str, loaded: &'l Loaded, sources: &Sources) -> Option<Subject<'l>> {
    let wanted = tokens(name);
    let (address, around) = wanted.rsplit_once(' ').map(|(around, address)| (address, around))?;
    let is_meant = |place: &Place| {
        let Place::Cell(cell) = place else { return false };
        let file = fold(&sources.get(cell.source).name);
        let sheet = cell.sheet.as_deref().map(fold).unwrap_or_default();
        let whole = format!("{file} {sheet}").trim().to_owned();
        fold(&cell.address()) == address
            && [&whole, &file].iter().any(|known| *known == around || known.ends_with(&format!("/{around}")))
    };
    for (name, table) in &loaded.tables {
        let named = fold(name) == around;
        let mut cells = table.grid().cells();
        let found = cells.find(|cell| is_meant(&cell.place) || (named && fold(&cell.address()) == address));
        if let Some(cell) = found {
            return Some(Subject::Cell(cell.place.clone(), Some((name.as_str(), table))));
        }
    }
    let indicators = loaded.indicators.iter();
    let mut places = indicators.flat_map(|one| one.cells.iter().chain(&one.previous_cells));
    places.find(|place| is_meant(place)).map(|place| Subject::Cell(place.clone(), None))
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
            Subject::Table(name, _) => (*name).to_owned(),
            Subject::Cell(place, _) => sources.describe(place, language),
        }
    }
}
