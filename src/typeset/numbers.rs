//! Page numbers.

use super::builder::{Builder, Prepared};
use super::canvas::Canvas;
use super::flow::{Flow, Owners};
use super::measure::LineMeasure;
use super::tree::Tree;
use crate::document::{Align, ParagraphStyle, StyleSheet};

/// Where the first page with a number begins, if that is later than the second page. A word
/// processor begins numbers with a section, and a section with a paragraph: so does that page.
#[derive(Debug, Default)]
pub(super) struct FirstNumber {
    /// The page, counted from 0.
    page: Option<usize>,
    /// The section that is set on pages.
    pub section: usize,
    /// What was found: the section, and how many blocks of it stand before.
    begins: Option<(usize, usize)>,
}

impl FirstNumber {
    pub fn new(styles: &StyleSheet) -> FirstNumber {
        let from = styles.page.numbers.as_ref().map_or(0, |numbers| numbers.from);
        let page = (from > 2).then(|| from as usize - 1);
        FirstNumber { page, ..FirstNumber::default() }
    }

    /// Whether the page after `page` is the one, so that `page` ends between blocks.
    pub fn follows(&self, page: usize) -> bool {
        self.page == Some(page + 1)
    }

    /// Where it begins, of `pages` pages and `sections` sections; behind the last section if there are
    /// too few pages. `None` if it begins within a block.
    pub fn found(&self, pages: usize, sections: usize) -> Option<(usize, usize)> {
        let behind = self.page.filter(|page| pages <= *page).map(|_| (sections, 0));
        self.begins.or(behind)
    }

    /// Says that `page` begins with the strip `first` of a section.
    pub fn page_begins(&mut self, page: usize, flow: &Flow, first: usize) {
        let starts = flow.strips.get(first).is_some_and(|strip| strip.starts);
        if self.page == Some(page) && starts {
            let before = flow.strips.iter().take(first).filter(|strip| strip.starts).count();
            self.begins = Some((self.section, before));
        }
    }
}

impl Builder<'_> {
    /// The lower edge of the pages' numbers, from the paper's upper edge; where there are none, that
    /// from which on margins may be used.
    pub fn number_end(&mut self) -> f64 {
        let page = &self.document.styles.page;
        let height = page.numbers.as_ref().map_or(0.0, |numbers| {
            let style = self.style(&numbers.style, None);
            LineMeasure::new(style, self.fonts.metrics(style.face)).height
        });
        f64::from(page.edge_distance().pt()) + height
    }

    /// Puts the numbers into the top margins, in the middle above the text.
    pub fn number_pages(&mut self, canvas: &mut Canvas) {
        let document = self.document;
        let Some(numbers) = &document.styles.page.numbers else { return };
        let style = self.style(&numbers.style, None);
        for page in (numbers.from.max(1) as usize - 1)..canvas.page_count() {
            let Some(geometry) = canvas.geometry(page) else { continue };
            let prepared = self.number(page + 1, style);
            for line in self.lines(&prepared, geometry.text_width, Some(Align::Center)) {
                canvas.number(page, line, geometry.left, f64::from(numbers.distance.pt()));
            }
        }
    }

    fn number<'s>(&mut self, number: usize, style: &'s ParagraphStyle) -> Prepared<'s> {
        let story = self.teller().plain(style, &number.to_string());
        Prepared {
            story,
            style,
            owners: Owners { own: Tree::ROOT, label: Tree::ROOT, references: Vec::new() },
        }
    }
}
