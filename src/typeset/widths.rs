//! How wide the columns of a table are.
//!
//! Columns with a share get that share; the others divide the rest: each gets what its widest
//! word asks for, and of what remains as much as its longest line wants beyond that. A table is
//! always as wide as the text.

use super::grid::Grid;
use super::story::Story;
use crate::document::{CellAlign, Table};

/// What the content of a column asks for, in points, the cells' padding included.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Need {
    /// The widest word.
    pub least: f64,
    /// The widest line that nothing has broken.
    pub most: f64,
}

/// The columns' shares; columns that the table does not list have none.
pub(super) fn shares(table: &Table, columns: usize) -> Vec<Option<f32>> {
    let listed = table.columns.iter().map(|column| column.share.filter(|share| *share > 0.0));
    listed.chain(std::iter::repeat(None)).take(columns).collect()
}

/// Room at each side of a cell besides its padding: word processors round widths to twips, and a
/// column exactly as wide as its widest word would break it there.
const SLACK: f64 = 0.5;

/// What each column asks for. `cells` holds the stories of each cell of the grid.
pub(super) fn needs(table: &Table, grid: &Grid, cells: &[Vec<&Story>], padding: f64) -> Vec<Need> {
    let padding = padding + SLACK;
    let mut needs = vec![Need::default(); grid.columns];
    let decimals = decimal_columns(table, grid, cells);
    for (need, decimal) in needs.iter_mut().zip(&decimals) {
        let width = decimal.map_or(0.0, |(before, after)| before + after + 2.0 * padding);
        *need = Need { least: width, most: width };
    }
    let mut order: Vec<usize> = (0..grid.cells.len()).collect();
    order.sort_by_key(|&index| grid.cells.get(index).map_or(0, |cell| cell.columns));
    for index in order {
        let (Some(place), Some(stories)) = (grid.cells.get(index), cells.get(index)) else { continue };
        let (mut least, mut most) = (0.0_f64, 0.0_f64);
        for (narrow, wide) in stories.iter().map(|story| story.extremes()) {
            (least, most) = (least.max(narrow + 2.0 * padding), most.max(wide + 2.0 * padding));
        }
        let covered = needs.get_mut(place.column..place.column + place.columns).unwrap_or_default();
        widen(covered, least, most);
    }
    needs
}

/// Widens the columns that a cell covers, evenly, until it has what it asks for.
fn widen(columns: &mut [Need], least: f64, most: f64) {
    let count = columns.len().max(1) as f64;
    let lacking = (least - columns.iter().map(|need| need.least).sum::<f64>()).max(0.0) / count;
    columns.iter_mut().for_each(|need| {
        need.least += lacking;
        need.most = need.most.max(need.least);
    });
    let lacking = (most - columns.iter().map(|need| need.most).sum::<f64>()).max(0.0) / count;
    columns.iter_mut().for_each(|need| need.most += lacking);
}

/// For each column with figures the room that they need before and from the decimal comma on.
pub(super) fn decimal_columns(table: &Table, grid: &Grid, cells: &[Vec<&Story>]) -> Vec<Option<(f64, f64)>> {
    let mut columns: Vec<Option<(f64, f64)>> = vec![None; grid.columns];
    for (place, stories) in grid.cells.iter().zip(cells) {
        let cell = table.rows.get(place.row).and_then(|row| row.cells.get(place.number));
        let decimal = cell.is_some_and(|cell| cell.align == CellAlign::Decimal) && place.columns == 1;
        if let (true, Some(column)) = (decimal, columns.get_mut(place.column)) {
            for story in stories {
                let (before, after) = story.divided_at(integer_end(&story.text));
                let (most_before, most_after) = column.unwrap_or_default();
                *column = Some((most_before.max(before), most_after.max(after)));
            }
        }
    }
    columns
}

/// The byte at which a figure's integer part ends: at its decimal comma or after its last digit.
/// What is no figure (`н/д`, `–`) ends there too, so that it stands above the units.
pub(super) fn integer_end(text: &str) -> usize {
    let Some(first) = text.find(|c: char| c.is_ascii_digit()) else { return text.len() };
    let digits = text.get(first..).unwrap_or_default();
    let grouped = |c: char| c.is_ascii_digit() || matches!(c, '\u{a0}' | '\u{202f}' | ' ');
    let run = digits.find(|c| !grouped(c)).unwrap_or(digits.len());
    let number = digits.get(..run).unwrap_or_default();
    first + number.rfind(|c: char| c.is_ascii_digit()).map_or(0, |last| last + 1)
}

/// Divides `total` between columns.
pub(super) fn divide(shares: &[Option<f32>], needs: &[Need], total: f64) -> Vec<f64> {
    let shared: f64 = shares.iter().flatten().map(|&share| f64::from(share)).sum();
    let free = needs.iter().zip(shares).filter(|(_, share)| share.is_none());
    let (mut least, mut most, mut count) = (0.0, 0.0, 0_u32);
    for (need, _) in free {
        (least, most, count) = (least + need.least, most + need.most, count + 1);
    }
    // Shares that leave nothing for columns without one, or do not fill the table, are scaled.
    let fixed = match (count, shared) {
        (_, shared) if shared <= 0.0 => 0.0,
        (0, _) => total,
        _ => total * shared.min(if shared >= 1.0 { 0.5 } else { 1.0 }),
    };
    let rest = total - fixed;
    let share_of = |share: f32| fixed * f64::from(share) / shared;
    let width = |(need, share): (&Need, &Option<f32>)| match share {
        Some(share) => share_of(*share),
        None if rest <= least => rest * part(need.least, least, count),
        None if rest >= most => need.most + (rest - most) * part(need.most, most, count),
        None => need.least + (rest - least) * part(need.most - need.least, most - least, count),
    };
    needs.iter().zip(shares).map(width).collect()
}

fn part(own: f64, all: f64, count: u32) -> f64 {
    if all > 0.0 { own / all } else { 1.0 / f64::from(count.max(1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(least: f64, most: f64) -> Need {
        Need { least, most }
    }

    #[test]
    fn columns_get_their_words_first_and_then_their_lines() {
        let needs = [need(10.0, 10.0), need(20.0, 100.0), need(20.0, 60.0)];
        assert_eq!(divide(&[None; 3], &needs, 110.0), [10.0, 60.0, 40.0]);
        assert_eq!(divide(&[None; 3], &needs, 340.0), [20.0, 200.0, 120.0]);
        assert_eq!(divide(&[None; 3], &needs, 25.0), [5.0, 10.0, 10.0]);
    }

    #[test]
    fn shares_come_first_and_the_table_is_as_wide_as_the_text() {
        let needs = [need(10.0, 10.0), need(20.0, 30.0)];
        assert_eq!(divide(&[Some(0.25), None], &needs, 100.0), [25.0, 75.0]);
        assert_eq!(divide(&[Some(1.0), Some(3.0)], &needs, 100.0), [25.0, 75.0]);
        assert_eq!(divide(&[Some(2.0), None], &needs, 100.0), [50.0, 50.0]);
        assert_eq!(divide(&[None, None], &[Need::default(); 2], 100.0), [50.0, 50.0]);
    }

    #[test]
    fn a_figure_ends_its_integer_part_at_the_comma() {
        let cases = [("1\u{a0}025,5", "1\u{a0}025"), ("12", "12"), ("−3,4 %", "−3"), ("5\u{a0}%", "5")];
        for (text, integer) in cases {
            assert_eq!(&text[..integer_end(text)], integer);
        }
        assert_eq!([integer_end("н/д"), integer_end("–"), integer_end("")], ["н/д".len(), "–".len(), 0]);
    }
}
