//! How wide the columns of a table are.
//!
//! Every column gets what its widest word asks for. Of what remains columns with a share get that
//! share, and the others what saves most lines (`balance`). A table is always as wide as the text.

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
pub(super) const SLACK: f64 = 0.5;

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
            for (story, end) in stories.iter().filter_map(|story| Some((story, integer_end(&story.text)?))) {
                let (before, after) = story.divided_at(end);
                let (most_before, most_after) = column.unwrap_or_default();
                *column = Some((most_before.max(before), most_after.max(after)));
            }
        }
    }
    columns
}

/// The byte at which a figure's integer part ends: at its decimal comma or after its last digit.
/// `None` for what is no figure: `н/д`, `–`, `2017/18`.
pub(super) fn integer_end(text: &str) -> Option<usize> {
    let signs = ['-', '−', '–', '+', '<', '>', '≈', ' ', '\u{a0}'];
    let figure = text.trim_start_matches(signs);
    let grouped = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    let run = figure.split(|c: char| !grouped(c)).next()?;
    let whole = run.trim_end_matches(|c: char| !c.is_ascii_digit());
    let behind = figure.strip_prefix(whole).filter(|_| !whole.is_empty())?;
    let begins = |c: char| matches!(c, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}' | '%' | '‰' | '*');
    (behind.is_empty() || behind.starts_with(begins)).then(|| text.len() - behind.len())
}

/// The widths of the columns. None is narrower than its longest word as long as all of these
/// fit; of the rest columns with a share have what their share gives, and the others what
/// `balance` makes of it, which is told the least widths, which of them may grow, and the rest.
pub(super) fn divide(
    shares: &[Option<f32>],
    needs: &[Need],
    total: f64,
    balance: impl FnOnce(&[f64], &[bool], f64) -> Vec<f64>,
) -> Vec<f64> {
    let least: Vec<f64> = needs.iter().map(|need| need.least).collect();
    let whole: f64 = least.iter().sum();
    if whole >= total {
        return leveled(&least, total);
    }
    let wanted = wanted(shares, &least, total);
    let open: Vec<bool> = shares.iter().map(Option::is_none).collect();
    let rest = total - wanted.iter().sum::<f64>();
    let most: f64 =
        needs.iter().zip(shares).filter(|(_, share)| share.is_none()).map(|(need, _)| need.most).sum();
    let free: f64 = wanted.iter().zip(&open).filter(|(_, open)| **open).map(|(width, _)| width).sum();
    if free + rest < most {
        return balance(&wanted, &open, rest);
    }
    let count = open.iter().filter(|open| **open).count();
    let width = |((need, share), wanted): ((&Need, &Option<f32>), &f64)| match share {
        Some(_) => *wanted,
        None => need.most + (free + rest - most) * part(need.most, most, count),
    };
    needs.iter().zip(shares).zip(&wanted).map(width).collect()
}

/// What columns with a share are given, and the least of the others. Shares take room only from
/// what is left beyond every longest word.
fn wanted(shares: &[Option<f32>], least: &[f64], total: f64) -> Vec<f64> {
    let shared: f64 = shares.iter().flatten().map(|&share| f64::from(share)).sum();
    let all = shares.iter().all(Option::is_some);
    // Shares that leave nothing for columns without one, or do not fill the table, are scaled.
    let fixed = match (all, shared) {
        (true, _) => total,
        (false, shared) => total * shared.min(if shared >= 1.0 { 0.5 } else { 1.0 }),
    };
    let wish = |(share, least): (&Option<f32>, &f64)| match share {
        Some(share) => (fixed * f64::from(*share) / shared).max(*least),
        None => *least,
    };
    let wishes: Vec<f64> = shares.iter().zip(least).map(wish).collect();
    let (sum, needed): (f64, f64) = (wishes.iter().sum(), least.iter().sum());
    let kept = if sum > total && sum > needed { (total - needed) / (sum - needed) } else { 1.0 };
    wishes.iter().zip(least).map(|(wish, least)| least + (wish - least) * kept).collect()
}

/// Widths for words that do not all fit: only the widest columns are narrower than they should be.
pub(super) fn leveled(least: &[f64], total: f64) -> Vec<f64> {
    let mut sorted = least.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (mut level, mut below) = (0.0, 0.0);
    for (number, width) in sorted.iter().enumerate() {
        level = ((total - below) / (sorted.len() - number) as f64).max(0.0);
        if *width >= level {
            break;
        }
        below += width;
    }
    least.iter().map(|width| width.min(level)).collect()
}

fn part(own: f64, all: f64, count: usize) -> f64 {
    if all > 0.0 { own / all } else { 1.0 / count.max(1) as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(least: f64, most: f64) -> Need {
        Need { least, most }
    }

    /// What the columns get where the lines of their cells say nothing: all goes to the last.
    fn divided(shares: &[Option<f32>], needs: &[Need], total: f64) -> Vec<f64> {
        divide(shares, needs, total, |least, open, rest| {
            let mut widths = least.to_vec();
            let last = open.iter().rposition(|open| *open).expect("an open column");
            widths[last] += rest;
            widths
        })
    }

    #[test]
    fn columns_get_their_words_first_and_then_their_lines() {
        let needs = [need(10.0, 10.0), need(20.0, 100.0), need(20.0, 60.0)];
        assert_eq!(divided(&[None; 3], &needs, 110.0), [10.0, 20.0, 80.0]);
        assert_eq!(divided(&[None; 3], &needs, 340.0), [20.0, 200.0, 120.0]);
    }

    #[test]
    fn where_words_do_not_fit_the_widest_columns_lack_room() {
        let needs = [need(10.0, 10.0), need(20.0, 100.0), need(30.0, 60.0)];
        assert_eq!(divided(&[None; 3], &needs, 46.0), [10.0, 18.0, 18.0]);
        assert_eq!(divided(&[None; 3], &needs, 24.0), [8.0, 8.0, 8.0]);
        assert_eq!(divided(&[Some(0.8), Some(0.1), Some(0.1)], &needs, 46.0), [10.0, 18.0, 18.0]);
    }

    #[test]
    fn shares_leave_every_column_its_words() {
        let needs = [need(10.0, 10.0), need(20.0, 100.0), need(40.0, 60.0)];
        let found = divided(&[Some(0.6), Some(0.2), Some(0.2)], &needs, 100.0);
        assert_eq!(found, [40.0, 20.0, 40.0]);
    }

    #[test]
    fn shares_come_first_and_the_table_is_as_wide_as_the_text() {
        let needs = [need(10.0, 10.0), need(20.0, 30.0)];
        assert_eq!(divided(&[Some(0.25), None], &needs, 100.0), [25.0, 75.0]);
        assert_eq!(divided(&[Some(1.0), Some(3.0)], &needs, 100.0), [25.0, 75.0]);
        assert_eq!(divided(&[Some(2.0), None], &needs, 100.0), [50.0, 50.0]);
        assert_eq!(divided(&[None, None], &[Need::default(); 2], 100.0), [50.0, 50.0]);
    }

    #[test]
    fn a_figure_ends_its_integer_part_at_the_comma() {
        let cases =
            [("1\u{a0}025,5", "1\u{a0}025"), ("12", "12"), ("−3,4 %", "−3"), ("5\u{a0}%", "5"), ("0", "0")];
        for (text, integer) in cases {
            assert_eq!(integer_end(text).map(|end| &text[..end]), Some(integer));
        }
        for text in ["н/д", "–", "", "2017/18", "12а"] {
            assert_eq!(integer_end(text), None, "{text}");
        }
    }
}
