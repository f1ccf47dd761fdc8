//! Places in words.

use super::lines::Lines;
use super::{CellPlace, Language, Place, Sources};

/// Says where things stand.
pub struct Describer<'a> {
    sources: &'a Sources,
    lines: Lines<'a>,
    language: Language,
}

impl Sources {
    /// Where one place is; for many, take a [`Describer`].
    pub fn describe(&self, place: &Place, language: Language) -> String {
        self.describer(language).describe(place)
    }

    /// Says of places of these files where they stand.
    pub fn describer(&self, language: Language) -> Describer<'_> {
        Describer { sources: self, lines: Lines::new(self), language }
    }
}

impl Describer<'_> {
    /// Where something stands: `резолюция.yaml:12:9`, or `statistics.xlsx, лист «Бюджет», C7`.
    pub fn describe(&self, place: &Place) -> String {
        let name = &self.sources.get(place.source()).name;
        match place {
            Place::Text(span) => {
                let position = self.lines.position(span.source, span.start as usize);
                format!("{name}:{}:{}", position.line, position.column)
            }
            Place::Cell(cell) => describe_cell(name, cell, self.language),
            Place::File(_) => name.to_string(),
        }
    }
}

/// `statistics.xlsx, лист «Бюджет», C7`.
pub(super) fn describe_cell(name: &str, cell: &CellPlace, language: Language) -> String {
    match (&cell.sheet, language) {
        (Some(sheet), Language::Russian) => format!("{name}, лист «{sheet}», {}", cell.address()),
        (Some(sheet), Language::English) => format!("{name}, sheet “{sheet}”, {}", cell.address()),
        (None, _) => format!("{name}, {}", cell.address()),
    }
}
