//! How a chart is shown: what its drawing and its native form agree on.

use super::{Axis, Kind};

/// How a chart is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Manner {
    /// Its kind, after columns without room for their names have become bars.
    pub kind: Kind,
    /// Whether numbers are written at the values.
    pub labels: bool,
    /// Whether the axis of numbers is drawn, with lines across.
    pub axis: bool,
    /// Whether a legend names the series.
    pub legend: bool,
    /// The size of the words, pt.
    pub size: f64,
    /// The axis of numbers.
    pub values: Axis,
    /// The axis of the lines among columns, where their unit is another.
    pub lines: Option<Axis>,
    /// Left, upper, right and lower edge of the area that the axes span, or of the circle, pt.
    pub plot: [f64; 4],
    /// The distance between the columns of two categories in widths of one column.
    pub gap: f64,
}
