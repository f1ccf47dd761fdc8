//! Places in words.

use super::lines::Lines;
use super::{CellPlace, Language, Place, Sources};

impl Sources {
    /// Where something stands: `резолюция.yaml:12:9`, or `statistics.xlsx, лист «Бюджет», C7`.
    pub fn describe(&self, place: &Place, language: Language) -> String {
        let name = &self.get(place.source()).name;
        match place {
            Place::Text(span) => {
                let position = Lines::new(self).position(span.source, span.start as usize);
                format!("{name}:{}:{}", position.line, position.column)
            }
            Place::Cell(cell) => describe_cell(name, cell, language),
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
