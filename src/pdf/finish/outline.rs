//! The outline beside the pages (ISO 32000-1, 12.3.3): headings by level, all open.

use super::{File, text};
use crate::typeset::Bookmark;
use lopdf::{Dictionary, Object, ObjectId, dictionary};

/// An entry's place among the others; entries count from 1, the root is 0.
#[derive(Clone, Default)]
struct Place {
    parent: usize,
    children: Vec<usize>,
    /// How many entries stand below it, at all depths.
    below: i64,
}

impl File<'_> {
    /// The outline's root, or `None` without headings.
    pub(super) fn add_outline(&mut self) -> Option<ObjectId> {
        let bookmarks = &self.pages.outline;
        if bookmarks.is_empty() {
            return None;
        }
        let places = arrange(bookmarks);
        let ids: Vec<_> = places.iter().map(|_| self.pdf.new_object_id()).collect();
        for (index, place) in places.iter().enumerate() {
            let mut entry = match index.checked_sub(1).and_then(|index| bookmarks.get(index)) {
                None => dictionary! { "Type" => super::name("Outlines") },
                Some(bookmark) => dictionary! {
                    "Title" => text(&bookmark.title),
                    "Parent" => reference(&ids, place.parent),
                    "Dest" => self.destination(bookmark.page, bookmark.y),
                },
            };
            link_siblings(&mut entry, index, &places, &ids);
            if let (Some(&first), Some(&last)) = (place.children.first(), place.children.last()) {
                entry.set("First", reference(&ids, first));
                entry.set("Last", reference(&ids, last));
                entry.set("Count", place.below);
            }
            self.pdf.set_object(ids[index], entry);
        }
        ids.first().copied()
    }
}

/// Puts each entry below the nearest one before it that has a lower level.
fn arrange(bookmarks: &[Bookmark]) -> Vec<Place> {
    let mut places = vec![Place::default(); bookmarks.len() + 1];
    let mut open: Vec<(u8, usize)> = Vec::new();
    for (index, bookmark) in bookmarks.iter().enumerate() {
        open.retain(|&(level, _)| level < bookmark.level);
        let parent = open.last().map_or(0, |&(_, index)| index);
        places[index + 1].parent = parent;
        places[parent].children.push(index + 1);
        open.push((bookmark.level, index + 1));
    }
    for index in (1..places.len()).rev() {
        let parent = places[index].parent;
        places[parent].below += places[index].below + 1;
    }
    places
}

fn link_siblings(entry: &mut Dictionary, index: usize, places: &[Place], ids: &[ObjectId]) {
    let siblings = &places[places[index].parent].children;
    // Entries stand in order, so each is found by search, and not by a walk.
    let Ok(at) = siblings.binary_search(&index) else { return };
    if let Some(&before) = at.checked_sub(1).and_then(|at| siblings.get(at)) {
        entry.set("Prev", reference(ids, before));
    }
    if let Some(&after) = siblings.get(at + 1) {
        entry.set("Next", reference(ids, after));
    }
}

fn reference(ids: &[ObjectId], index: usize) -> Object {
    ids.get(index).map_or(Object::Null, |&id| id.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_below_the_nearest_higher_heading() {
        let levels = [1, 2, 3, 2, 1, 3];
        let bookmarks = levels.map(|level| Bookmark { level, title: String::new(), page: 0, y: 0.0 });
        let places = arrange(&bookmarks);
        let parents: Vec<_> = places.iter().skip(1).map(|place| place.parent).collect();
        assert_eq!(parents, [0, 1, 2, 1, 0, 5]);
        assert_eq!(places.iter().map(|place| place.below).collect::<Vec<_>>(), [6, 3, 1, 0, 0, 1, 0]);
    }
}
