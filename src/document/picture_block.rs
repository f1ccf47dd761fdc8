//! Pictures in a document.

use super::{Anchor, Origin, Page, Paragraph};
use crate::picture::Picture;
use crate::source::Place;
use crate::style::Length;
use std::sync::Arc;

/// A picture with its caption below.
#[derive(Clone, Debug)]
pub struct PictureBlock {
    /// The picture.
    pub picture: Arc<Picture>,
    /// What is seen on it, for those who do not see it.
    pub alt: String,
    /// Stands below the picture, e.g. `Рисунок 1 – Название`.
    pub caption: Option<Paragraph>,
    /// Its name, where something refers to it.
    pub anchor: Option<Anchor>,
    /// The paragraph style of the line on which it stands.
    pub style: String,
    /// The width that was asked for.
    pub width: Option<Length>,
    /// The height that was asked for.
    pub height: Option<Length>,
    /// Its file.
    pub origin: Origin,
    /// Where the file's name was written.
    pub written: Place,
}

/// The most of a page's height that a picture takes, so that its caption stands below.
const MOST: f64 = 0.7;

impl PictureBlock {
    /// Width and height in a column of text, pt: its own, or as asked; never wider than the
    /// column.
    pub fn size_on_page(&self, page: &Page, landscape: bool, column: f64) -> (f64, f64) {
        let (side, edges) = match landscape {
            false => (page.height, page.margins.top.pt() + page.margins.bottom.pt()),
            true => (page.width, page.margins.left.pt() + page.margins.right.pt()),
        };
        let most = f64::from(side.pt() - edges) * MOST;
        let (_, own) = self.picture.natural_size();
        match self.width {
            Some(width) => self.picture.fitted(column.min(f64::from(width.pt())), most),
            None => self
                .picture
                .fitted(column, self.height.map_or(own, |height| f64::from(height.pt())).min(most)),
        }
    }

    /// Width and height in a frame of a slide, pt: as large as it can be, or as asked.
    pub fn size_in_frame(&self, width: f64, height: f64) -> (f64, f64) {
        let wanted = self.height.map_or(height, |asked| f64::from(asked.pt()));
        self.picture.fitted(width, wanted.min(height))
    }
}
