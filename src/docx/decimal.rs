//! Figures with their decimal commas one under the other, the column flush right.
//!
//! A cell whose decimals are shorter than the column's longest is moved to the left by the
//! difference, as an indent at the right. Word's decimal tab would do the same only where the
//! reader's Windows has a decimal comma and takes the no-break space for a part of the number.

use super::grid::Slot;
use super::styles::Styles;
use crate::document::{CellAlign, Inline, Length, Table};

/// The widest decimals of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Decimals {
    /// Width of what stands behind the whole number, comma included.
    widest: f32,
    /// Size of the letters.
    size: f32,
}

impl Decimals {
    /// The indent of a cell; none for one without a figure, which stands flush right.
    pub fn indent(&self, content: &[Inline]) -> Option<Length> {
        let behind = behind_whole(&plain(content))? * self.size;
        Some(Length(self.widest - behind)).filter(|indent| indent.pt() > 0.01)
    }
}

/// What the columns of a table need.
pub(super) fn columns(table: &Table, rows: &[Vec<Slot>], count: usize, styles: &Styles) -> Vec<Decimals> {
    let mut found = vec![Decimals::default(); count];
    for slot in rows.iter().skip(table.header_rows).flatten() {
        let cell = slot.cell.filter(|cell| cell.align == CellAlign::Decimal && slot.columns == 1);
        for paragraph in cell.iter().flat_map(|cell| &cell.content) {
            let size = styles.get(&paragraph.style).map_or(12.0, |style| style.size.pt());
            let behind = behind_whole(&plain(&paragraph.content)).map(|width| width * size);
            if let (Some(place), Some(behind)) = (found.get_mut(slot.column), behind) {
                *place = Decimals { widest: place.widest.max(behind), size };
            }
        }
    }
    found
}

fn plain(content: &[Inline]) -> String {
    content.iter().map(Inline::plain).collect()
}

/// The width, at size 1, of what follows the whole number of a figure: `,5`, ` %` or nothing.
/// None where the text is not a figure.
fn behind_whole(text: &str) -> Option<f32> {
    let figure = text.trim_start_matches(['-', '−', '–', '+', '<', '>', '≈', ' ', '\u{a0}']);
    let grouped = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    let run = figure.split(|c: char| !grouped(c)).next()?;
    let whole = run.trim_end_matches(|c: char| !c.is_ascii_digit());
    let behind = figure.strip_prefix(whole).filter(|_| !whole.is_empty())?;
    let begins = |c: char| matches!(c, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}' | '%' | '‰' | '*');
    (behind.is_empty() || behind.starts_with(begins)).then(|| behind.chars().map(advance).sum())
}

/// Advance widths of Times New Roman and Tinos, upright, in ems.
fn advance(letter: char) -> f32 {
    match letter {
        '0'..='9' => 0.5,
        ',' | '.' | ' ' | '\u{a0}' => 0.25,
        '%' => 0.833,
        '‰' => 1.0,
        '*' => 0.5,
        '−' | '+' => 0.564,
        _ => 0.5,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::text;
    use super::*;

    #[test]
    fn only_figures_have_decimals() {
        for (text, width) in
            [("12", 0.0), ("1\u{a0}025,5", 0.75), ("−3,25", 1.25), ("5\u{a0}%", 1.083), ("0", 0.0)]
        {
            let found = behind_whole(text).unwrap();
            assert!((found - width).abs() < 0.001, "{text}: {found}");
        }
        for text in ["н/д", "–", "", "2017/18", "12а"] {
            assert_eq!(behind_whole(text), None, "{text}");
        }
    }

    #[test]
    fn shorter_decimals_are_moved_to_the_left() {
        let column = Decimals { widest: behind_whole("1,25").unwrap() * 12.0, size: 12.0 };
        assert_eq!(column.indent(&[text("1,25")]), None);
        assert_eq!(column.indent(&[text("1,5")]), Some(Length(6.0)));
        assert_eq!(column.indent(&[text("100")]), Some(Length(15.0)));
        assert_eq!(column.indent(&[text("–")]), None);
    }
}
