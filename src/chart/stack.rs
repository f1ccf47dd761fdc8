//! From which number to which the columns of a category reach.

use super::{Chart, Stacking};

/// A column or a part of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Segment {
    pub series: usize,
    pub category: usize,
    pub from: f64,
    pub to: f64,
}

/// The segments of the given series, category by category. Negative values are stacked downwards.
pub(super) fn segments(chart: &Chart, series: &[usize], stacking: Stacking) -> Vec<Segment> {
    (0..chart.categories.len()).flat_map(|category| of_category(chart, series, stacking, category)).collect()
}

fn of_category(chart: &Chart, series: &[usize], stacking: Stacking, category: usize) -> Vec<Segment> {
    let value = |number: &usize| chart.series.get(*number)?.value(category).map(|value| (*number, value));
    let values: Vec<(usize, f64)> = series.iter().filter_map(value).collect();
    let whole: f64 = values.iter().map(|(_, value)| value.abs()).sum();
    let (mut up, mut down) = (0.0, 0.0);
    let segment = |(series, value): (usize, f64)| {
        let length = match stacking {
            Stacking::Percent if whole > 0.0 => value * 100.0 / whole,
            _ => value,
        };
        let base = if length < 0.0 { &mut down } else { &mut up };
        let from = if stacking == Stacking::Beside { 0.0 } else { *base };
        *base = from + length;
        Segment { series, category, from, to: from + length }
    };
    values.into_iter().map(segment).collect()
}

/// The least and the greatest end of segments, zero among them.
pub(super) fn extent(segments: &[Segment]) -> (f64, f64) {
    segments.iter().fold((0.0, 0.0), |(low, high), one| (one.to.min(low), one.to.max(high)))
}

/// The upper end of a category's stack.
pub(super) fn top(segments: &[Segment], category: usize) -> Option<f64> {
    let own = segments.iter().filter(|segment| segment.category == category);
    own.map(|segment| segment.to).reduce(f64::max)
}
