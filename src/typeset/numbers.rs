//! Page numbers.

use super::builder::{Builder, Prepared};
use super::canvas::Canvas;
use super::flow::Owners;
use super::tree::Tree;
use crate::document::{Align, ParagraphStyle};

impl Builder<'_> {
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
