//! Column widths in twips.

use super::units;
use crate::document::{Column, Length};

/// The widths of `count` columns: those that were measured, else their shares of the line.
/// They are rounded so that their sum is exact.
pub(super) fn twips(measured: Option<&[f32]>, columns: &[Column], count: usize, line: Length) -> Vec<i64> {
    let points = match measured {
        Some(widths) => widths.to_vec(),
        None => shares(columns, count).iter().map(|share| share * line.pt()).collect(),
    };
    let mut end = 0.0;
    let mut last = 0;
    let mut next = |width: f32| {
        end += width;
        let here = units::twips(Length(end)).max(last + 1);
        here - std::mem::replace(&mut last, here)
    };
    points.into_iter().map(&mut next).collect()
}

/// Shares that sum up to 1; columns that have none take equal parts of what is left.
fn shares(columns: &[Column], count: usize) -> Vec<f32> {
    let share = |at: usize| columns.get(at).and_then(|column| column.share).filter(|share| *share > 0.0);
    let given: f32 = (0..count).filter_map(share).sum();
    let open = (0..count).filter(|at| share(*at).is_none()).count();
    // Columns without a share have a place even where the others leave none.
    let rest = if given < 1.0 { 1.0 - given } else { given / count.max(1) as f32 };
    let each = rest / open.max(1) as f32;
    let all: Vec<f32> = (0..count).map(|at| share(at).unwrap_or(each)).collect();
    let sum: f32 = all.iter().sum();
    all.iter()
        .map(|share| if sum.is_finite() && sum > 0.0 { share / sum } else { 1.0 / count as f32 })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(shares: &[Option<f32>]) -> Vec<i64> {
        let columns: Vec<_> = shares.iter().map(|share| Column { share: *share }).collect();
        twips(None, &columns, columns.len(), Length(500.0))
    }

    #[test]
    fn columns_without_a_share_divide_the_rest() {
        assert_eq!(widths(&[Some(0.5), None, None]), [5000, 2500, 2500]);
        assert_eq!(widths(&[None, None, None]).iter().sum::<i64>(), 10_000);
    }

    #[test]
    fn shares_that_do_not_fit_are_made_to() {
        assert_eq!(widths(&[Some(3.0), Some(1.0)]), [7500, 2500]);
        assert_eq!(widths(&[Some(1.0), None]).iter().sum::<i64>(), 10_000);
        assert_eq!(widths(&[Some(f32::NAN), Some(f32::INFINITY)]).iter().sum::<i64>(), 10_000);
    }

    #[test]
    fn measured_widths_keep_their_sum() {
        let measured = [33.34, 33.33, 33.33];
        assert_eq!(twips(Some(&measured), &[], 3, Length(1.0)).iter().sum::<i64>(), 2000);
    }
}
