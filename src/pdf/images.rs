//! The pictures of a file: each once, however often it is drawn.

use crate::picture::Picture;
use crate::typeset::{Item, Pages};
use std::sync::Arc;

/// The pictures in the order in which they are first drawn.
#[derive(Debug, Default)]
pub(super) struct Images {
    /// Each picture once.
    pub list: Vec<Arc<Picture>>,
}

impl Images {
    /// Those that pages draw.
    pub fn collect(pages: &Pages) -> Images {
        let mut images = Images::default();
        let items = pages.pages.iter().flat_map(|page| &page.runs).flat_map(|run| &run.items);
        for item in items {
            if let Item::Picture { picture, .. } = item
                && images.position(picture).is_none()
            {
                images.list.push(Arc::clone(picture));
            }
        }
        images
    }

    fn position(&self, picture: &Picture) -> Option<usize> {
        self.list.iter().position(|known| std::ptr::eq(&raw const **known, picture) || **known == *picture)
    }

    /// The name under which pages ask for a picture; `None` for one that they do not draw.
    pub fn name(&self, picture: &Picture) -> Option<String> {
        self.position(picture).map(name)
    }
}

/// The name of a picture by its number.
pub(super) fn name(number: usize) -> String {
    format!("Im{number}")
}
