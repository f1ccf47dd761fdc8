//! Which rows a total row adds up, as the numbers themselves show.
//!
//! Names alone do not tell: «Школы, всего» may stand above its schools or below them, «Всего по
//! 2-м классам» adds two rows out of ten. So each reading is tried in every column, and the one
//! that holds in most of them is what the table means.

use super::periods::{Period, period};
use super::table_rows::{
    is_grand, is_rate, is_total, is_within, number, opens_parts, slack, starts_as_total, words,
};
use crate::tables::{Head, Table};
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// A cell by row and column.
pub type Cell = (usize, usize);

/// A total row with the rows that it adds up.
#[derive(Debug)]
pub struct Sum {
    /// The total.
    pub total: usize,
    /// What it adds up; above or below it.
    pub parts: Vec<usize>,
}

/// The rows of a table and the columns whose numbers add up.
#[derive(Debug)]
pub struct Rows<'t> {
    table: &'t Table,
    columns: Vec<usize>,
}

/// «За год» below months or quarters.
fn is_of_year(head: &Head) -> bool {
    let last = head.path.last().map_or("", String::as_str);
    last.contains("год") && words(head).contains("за") && period(head) == Some(Period::Year)
}

/// In how many columns a reading holds, and in how many it could be tried.
#[derive(Clone, Copy, Default)]
struct Score {
    fits: usize,
    tried: usize,
}

impl Score {
    /// Whether a reading holds in so many columns that the others are mistakes.
    fn proves(self) -> bool {
        self.fits > 0 && self.fits * 2 >= self.tried
    }
}

impl<'t> Rows<'t> {
    /// The rows of a table.
    pub fn of(table: &'t Table) -> Rows<'t> {
        let adds = |column: &usize| table.columns().get(*column).is_some_and(|head| !is_rate(head));
        Rows { table, columns: (table.header_columns()..table.columns().len()).filter(adds).collect() }
    }

    /// The columns whose numbers add up.
    pub fn columns(&self) -> &[usize] {
        &self.columns
    }

    /// A number of the table.
    pub fn number(&self, cell: Cell) -> Option<Decimal> {
        number(self.table, cell.0, cell.1)
    }

    /// The sum of some cells; `None` where one of them is unknown.
    pub fn sum(&self, cells: &[Cell]) -> Option<Decimal> {
        cells.iter().try_fold(Decimal::ZERO, |sum, cell| sum.checked_add(self.number(*cell)?))
    }

    /// How many of the rows below `at` are its parts: as many as make it up in some column, else
    /// all up to the next total.
    pub fn opened(&self, at: usize) -> usize {
        let rows = self.table.rows();
        let most = rows.iter().skip(at + 1).take_while(|head| !is_total(head) && !opens_parts(head)).count();
        self.making_up(at, at + 1, 1..=most).unwrap_or(most)
    }

    /// How many rows from `first` on make up the row `whole` in some column, the fewest first.
    pub fn making_up(&self, whole: usize, first: usize, mut counts: RangeInclusive<usize>) -> Option<usize> {
        let fits = |count: usize, column: usize| {
            let cells: Vec<Cell> = (first..first + count).map(|row| (row, column)).collect();
            self.number((whole, column)).is_some_and(|own| {
                self.sum(&cells).is_some_and(|sum| (sum - own).abs() <= slack(self.table, &cells))
            })
        };
        counts.find(|count| self.columns.iter().any(|column| fits(*count, *column)))
    }

    /// Each total with what it adds up. A total takes its parts out of what stands open above it,
    /// and stands there in their place.
    pub fn sums(&self) -> Vec<Sum> {
        let rows = self.table.rows();
        let (mut found, mut open, mut at) = (Vec::new(), Vec::<usize>::new(), 0);
        while let Some(head) = rows.get(at) {
            let mut next = at + 1;
            if opens_parts(head) {
                next += self.opened(at);
            } else if (is_total(head) || is_of_year(head)) && !is_rate(head) {
                if let Some(count) = self.above(at, &open).or_else(|| self.named(at, &open)) {
                    let parts = open.split_off(open.len().saturating_sub(count));
                    found.push(Sum { total: at, parts });
                } else if let Some(count) = self.below(at) {
                    found.push(Sum { total: at, parts: (at + 1..=at + count).collect() });
                    next += count;
                }
            }
            if !is_within(head) {
                open.push(at);
            }
            at = next;
        }
        found.retain(|sum| sum.parts.len() > 1);
        found
    }

    /// How many of the last open rows a total adds up, if its numbers show it.
    fn above(&self, total: usize, open: &[usize]) -> Option<usize> {
        self.best(total, open.iter().rev().copied())
    }

    /// How many of the rows below it a total adds up, if its numbers show it.
    fn below(&self, total: usize) -> Option<usize> {
        let rows = self.table.rows();
        let plain = |row: &usize| rows.get(*row).is_some_and(|head| !is_total(head) && !is_within(head));
        self.best(total, (total + 1..rows.len()).take_while(plain)).filter(|count| *count > 1)
    }

    /// Of the first rows of `parts` as many as make up the total in most columns; of equally good
    /// readings the longest.
    fn best(&self, total: usize, parts: impl Iterator<Item = usize>) -> Option<usize> {
        let mut sums: Vec<Option<Decimal>> = vec![Some(Decimal::ZERO); self.columns.len()];
        let (mut best, mut rows) = (None::<(usize, usize)>, Vec::new());
        for row in parts.take_while(|row| self.is_like(total, *row)) {
            rows.push(row);
            for (sum, column) in sums.iter_mut().zip(&self.columns) {
                *sum = sum.and_then(|sum| sum.checked_add(self.number((row, *column))?));
            }
            let score = self.score(total, &rows, &sums);
            let proves = if rows.len() == 1 { score.fits == score.tried } else { score.proves() };
            if proves && score.fits >= best.map_or(1, |(fits, _)| fits) {
                best = Some((score.fits, rows.len()));
            }
        }
        best.map(|(_, count)| count)
    }

    fn score(&self, total: usize, rows: &[usize], sums: &[Option<Decimal>]) -> Score {
        let mut score = Score::default();
        for (sum, column) in sums.iter().zip(&self.columns) {
            let own = self.number((total, *column)).filter(|own| !own.is_zero());
            let (Some(sum), Some(own)) = (*sum, own) else { continue };
            score.tried += 1;
            let off = (sum - own).abs();
            // No rounding takes more than half a unit of each part.
            let near = off * Decimal::TWO <= Decimal::from(rows.len() as u64);
            let cells = || rows.iter().map(|row| (*row, *column)).collect::<Vec<_>>();
            score.fits += usize::from(off.is_zero() || (near && off <= slack(self.table, &cells())));
        }
        score
    }

    /// In a table of one column nothing but the names tells what a total adds up: «Всего» all that
    /// is open, «Итого школ» what stands behind the total before.
    fn named(&self, total: usize, open: &[usize]) -> Option<usize> {
        let rows = self.table.rows();
        let head = rows.get(total).filter(|head| starts_as_total(head))?;
        let known = self.columns.iter().filter(|column| self.number((total, **column)).is_some()).count();
        let last = open.iter().rposition(|row| rows.get(*row).is_some_and(is_total));
        let from = if is_grand(head) { 0 } else { last.map_or(0, |last| last + 1) };
        let parts = open.get(from..)?;
        (known == 1 && parts.iter().all(|row| self.is_like(total, *row))).then_some(parts.len())
    }

    /// Whether a row counts the same things as a total, so that it may be a part of it.
    fn is_like(&self, total: usize, row: usize) -> bool {
        let rows = self.table.rows();
        rows.get(total)
            .zip(rows.get(row))
            .is_some_and(|(total, part)| part.unit == total.unit && !is_rate(part))
    }
}
