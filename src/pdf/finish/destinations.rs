//! Named destinations (ISO 32000-1, 12.3.2.3): every clause, table and appendix can be led to
//! from outside, by `резолюция.pdf#nameddest=имя` or from another document.

use super::{File, text, utf16};
use lopdf::{Object, ObjectId, dictionary};
use std::collections::{BTreeMap, BTreeSet};

impl File<'_> {
    /// The name tree: one leaf, its names in the order of their bytes (7.9.6).
    pub(super) fn add_destinations(&mut self) -> Option<ObjectId> {
        let mut places = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for (anchor, page, y) in self.pages.anchors.iter().filter(|(anchor, ..)| seen.insert(anchor)) {
            // A clause may be called as the table's destination is.
            let own = anchor.bookmark();
            let others = (2..).map(|at| format!("{own}_{at}"));
            let free =
                std::iter::once(own.clone()).chain(others).find(|name| !places.contains_key(&utf16(name)));
            let name = free.unwrap_or(own);
            places.insert(utf16(&name), (name, *page, *y));
        }
        if places.is_empty() {
            return None;
        }
        let pair = |(name, page, y): (String, usize, f32)| [text(&name), self.destination(page, y)];
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
