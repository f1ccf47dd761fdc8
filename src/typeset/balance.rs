//! Room that a table has beyond its longest words goes to the columns where it saves most lines.
//!
//! Each column is tried at the widths at which one of its cells loses a line. Step by step the
//! widening is taken that makes the rows lower by most per point; a line of the head counts less
//! than one of the body, so that a head wraps before a body does.

use super::grid::Grid;
use super::story::Story;

/// What a line of a header row counts beside one of a body row.
const HEAD_LINE: f64 = 0.4;
/// What a line counts whose row stays as high as it is, for the sake of another cell.
const HIDDEN_LINE: f64 = 0.02;
/// Rows that are looked at; those of longer tables are much alike.
const MOST_ROWS: usize = 200;
/// Widths at which a column is tried.
const MOST_WIDTHS: usize = 32;
/// Lines of a cell that are looked at.
const MOST_LINES: usize = 6;

/// The words of a cell, measured: advance, visible width, whether a line must end there.
struct Words {
    segments: Vec<(f64, f64, bool)>,
    /// Room that its padding takes.
    around: f64,
    /// Lines that the further rows of the cell hold.
    further: usize,
    row: usize,
}

impl Words {
    fn lines(&self, width: f64) -> usize {
        let (room, mut lines, mut pen, mut begun) = (width - self.around, 0, 0.0, false);
        for &(full, visible, must) in &self.segments {
            if begun && pen + visible > room {
                (lines, pen) = (lines + 1, 0.0);
            }
            (pen, begun) = (pen + full, true);
            if must {
                (lines, pen, begun) = (lines + 1, 0.0, false);
            }
        }
        lines
    }

    /// The least width from `least` on at which there are no more than `lines` lines.
    fn width(&self, lines: usize, least: f64) -> Option<f64> {
        let most: f64 = self.around + self.segments.iter().map(|(full, ..)| full).sum::<f64>() + 1.0;
        let (mut low, mut high) = (least, most.max(least));
        if self.lines(low) <= lines || self.lines(high) > lines {
            return None;
        }
        while high - low > 0.05 {
            let middle = f64::midpoint(low, high);
            if self.lines(middle) <= lines { high = middle } else { low = middle }
        }
        Some(high)
    }
}

/// A column with the widths at which it is tried, and the lines of its cells there, by row.
struct Tried {
    widths: Vec<f64>,
    lines: Vec<Vec<usize>>,
    /// The width that it has.
    at: usize,
}

/// Divides `rest` points between columns beyond their least widths. `open` says which of them may
/// grow; `header_rows` come first.
pub(super) fn balance(
    grid: &Grid,
    cells: &[Vec<&Story>],
    header_rows: usize,
    around: f64,
    (least, open): (&[f64], &[bool]),
    rest: f64,
) -> Vec<f64> {
    let rows = grid.rows.min(MOST_ROWS);
    let mut columns: Vec<Tried> = least
        .iter()
        .enumerate()
        .map(|(column, least)| {
            let words = words(grid, cells, column, rows, around);
            Tried::new(&words, *least, open.get(column).copied().unwrap_or_default(), rows)
        })
        .collect();
    let mut rest = rest;
    while let Some((column, to, cost)) = best(&columns, rows, header_rows, rest) {
        rest -= cost;
        if let Some(tried) = columns.get_mut(column) {
            tried.at = to;
        }
    }
    let widths: Vec<f64> = columns.iter().map(Tried::width).collect();
    let whole: f64 = widths.iter().zip(open).filter(|(_, open)| **open).map(|(width, _)| width).sum();
    let part = |width: f64| if whole > 0.0 { rest * width / whole } else { 0.0 };
    widths.iter().zip(open).map(|(width, open)| if *open { width + part(*width) } else { *width }).collect()
}

/// The cells of one column in the first rows.
fn words(grid: &Grid, cells: &[Vec<&Story>], column: usize, rows: usize, around: f64) -> Vec<Words> {
    let own = grid.cells.iter().zip(cells);
    let own = own.filter(|(place, _)| place.column == column && place.columns == 1 && place.row < rows);
    own.map(|(place, stories)| {
        let segments = stories.iter().flat_map(|story| {
            story.segments.iter().map(|segment| {
                let (full, visible) = story.widths(*segment);
                (full, visible, segment.must)
            })
        });
        Words { segments: segments.collect(), around, further: place.rows - 1, row: place.row }
    })
    .collect()
}

impl Tried {
    fn new(words: &[Words], least: f64, open: bool, rows: usize) -> Tried {
        let mut widths = vec![least];
        if open {
            let fewer = |cell: &Words| {
                let lines = cell.lines(least).min(MOST_LINES);
                (1..lines).filter_map(|lines| cell.width(lines, least)).collect::<Vec<_>>()
            };
            widths.extend(thinned(words.iter().flat_map(fewer).collect()));
        }
        let lines = widths.iter().map(|width| {
            let mut lines = vec![0; rows];
            for cell in words {
                if let Some(own) = lines.get_mut(cell.row) {
                    *own = cell.lines(*width).saturating_sub(cell.further);
                }
            }
            lines
        });
        Tried { lines: lines.collect(), widths, at: 0 }
    }

    fn width(&self) -> f64 {
        self.widths.get(self.at).copied().unwrap_or_default()
    }

    /// The lines of a row's cell at a width.
    fn lines(&self, at: usize, row: usize) -> usize {
        self.lines.get(at).and_then(|lines| lines.get(row)).copied().unwrap_or_default()
    }
}

/// So many of the widths at most, the smallest and the largest among them.
fn thinned(mut widths: Vec<f64>) -> Vec<f64> {
    widths.sort_by(f64::total_cmp);
    widths.dedup_by(|later, earlier| *later - *earlier < 0.5);
    let count = widths.len();
    if count <= MOST_WIDTHS {
        return widths;
    }
    let at = |number: usize| widths.get(number * (count - 1) / (MOST_WIDTHS - 1)).copied();
    (0..MOST_WIDTHS).filter_map(at).collect()
}

/// The widening that saves most per point: the column, its new width's number and what it costs.
fn best(columns: &[Tried], rows: usize, header_rows: usize, rest: f64) -> Option<(usize, usize, f64)> {
    let mut best: Option<(f64, (usize, usize, f64))> = None;
    for (column, tried) in columns.iter().enumerate() {
        let others: Vec<usize> = (0..rows).map(|row| others(columns, column, row)).collect();
        for (to, width) in tried.widths.iter().enumerate().skip(tried.at + 1) {
            let cost = width - tried.width();
            if cost > rest {
                break;
            }
            let gain: f64 = others
                .iter()
                .enumerate()
                .map(|(row, others)| {
                    let (before, after) = (tried.lines(tried.at, row), tried.lines(to, row));
                    let lower = before.max(*others) as f64 - after.max(*others) as f64;
                    let own = before as f64 - after as f64;
                    let weight = if row < header_rows { HEAD_LINE } else { 1.0 };
                    weight * (lower + HIDDEN_LINE * own)
                })
                .sum();
            let ratio = gain / cost.max(0.01);
            if gain > 0.0 && best.is_none_or(|(most, _)| ratio > most) {
                best = Some((ratio, (column, to, cost)));
            }
        }
    }
    best.map(|(_, found)| found)
}

/// The height of a row, in lines, without one column.
fn others(columns: &[Tried], without: usize, row: usize) -> usize {
    let lines = columns.iter().enumerate().filter(|(column, _)| *column != without);
    lines.map(|(_, tried)| tried.lines(tried.at, row)).max().unwrap_or_default()
}
