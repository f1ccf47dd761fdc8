//! Links that lead from a reference to what it names (ISO 32000-1, 12.5.6.5).

use super::{File, name, text};
use crate::typeset::Link;
use lopdf::{Object, ObjectId, dictionary};
use std::collections::BTreeMap;

/// The annotation is printed (it has nothing to print, but PDF/A asks for the flag).
const PRINT: i64 = 1 << 2;

impl File<'_> {
    /// The annotations in the order of [`Pages::links`](crate::typeset::Pages::links).
    pub(super) fn add_links(&mut self) -> Vec<ObjectId> {
        let pages = self.pages;
        let places: BTreeMap<_, _> =
            pages.anchors.iter().map(|(anchor, page, y)| (anchor, (*page, *y))).collect();
        let links = pages.links.iter().enumerate();
        links.map(|(index, link)| self.add_link(index, link, places.get(&link.target).copied())).collect()
    }

    /// The annotations of each page, in the order of the links.
    pub(super) fn links_by_page(&self, links: &[ObjectId]) -> Vec<Vec<Object>> {
        let mut by_page = vec![Vec::new(); self.pages.pages.len()];
        for (link, &id) in self.pages.links.iter().zip(links) {
            if let Some(page) = by_page.get_mut(link.page) {
                page.push(Object::Reference(id));
            }
        }
        by_page
    }

    fn add_link(&mut self, index: usize, link: &Link, place: Option<(usize, f32)>) -> ObjectId {
        let destination = place.map_or(Object::Null, |(page, y)| self.destination(page, y));
        let no_border = vec![0.into(), 0.into(), 0.into()];
        self.pdf.add_object(dictionary! {
            "Type" => name("Annot"),
            "Subtype" => name("Link"),
            "Rect" => self.rectangle(link.page, link.bounds),
            "Border" => no_border,
            "F" => PRINT,
            "Contents" => text(&link.description),
            "StructParent" => self.link_key(index),
            "Dest" => destination,
        })
    }

    /// The key of a link in the parent tree: after those of the pages.
    pub(super) fn link_key(&self, index: usize) -> i64 {
        (self.pages.pages.len() + index) as i64
    }
}
