//! Named destinations (ISO 32000-1, 12.3.2.3): every clause, table and appendix can be led to
//! from outside, by `резолюция.pdf#nameddest=имя` or from another document.

use super::{File, text, utf16};
use lopdf::{Object, ObjectId, dictionary};
use std::collections::BTreeMap;

impl File<'_> {
    /// The name tree: one leaf, its names in the order of their bytes (7.9.6).
    pub(super) fn add_destinations(&mut self) -> Option<ObjectId> {
        let mut places = BTreeMap::new();
        for (anchor, page, y) in &self.pages.anchors {
            places.entry(utf16(&anchor.0)).or_insert((anchor, *page, *y));
        }
        if places.is_empty() {
            return None;
        }
        let pair = |(anchor, page, y): (&crate::document::Anchor, usize, f32)| {
            [text(&anchor.0), self.destination(page, y)]
        };
        let names: Vec<Object> = places.into_values().flat_map(pair).collect();
        Some(self.pdf.add_object(dictionary! { "Names" => names }))
    }

    /// Tells the catalogue of the name tree.
    pub(super) fn name_destinations(&mut self, destinations: Option<ObjectId>) {
        if let (Some(destinations), Ok(catalog)) = (destinations, self.pdf.catalog_mut()) {
            catalog.set("Names", dictionary! { "Dests" => destinations });
        }
    }
}
