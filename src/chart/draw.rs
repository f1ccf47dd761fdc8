//! Choosing how a chart is drawn in the room it has.

use super::bars::bars;
use super::canvas::Job;
use super::columns::{Labels, columns};
use super::combined::combined;
use super::lines::lines;
use super::shares::shares;
use super::{Chart, Drawing, Kind, Look, Ruler};

/// The room that a chart has, pt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Space {
    /// Its width.
    pub width: f64,
    /// Its height; `None` for as much as the chart needs.
    pub height: Option<f64>,
    /// The most that it may need.
    pub most: f64,
}

impl Space {
    /// A frame of a given size.
    pub fn frame(width: f64, height: f64) -> Space {
        Space { width, height: Some(height), most: height }
    }
}

/// Sizes that are tried one after the other before something is left out.
const SIZES: [f64; 3] = [1.0, 0.9, 0.8];

/// A way to draw a chart.
type Way = fn(Job<'_>) -> Drawing;

/// Draws a chart: in the first way in which everything has room, from what was asked for over
/// smaller words and lying bars to fewer numbers. Where no way has room, [`Drawing::fits`] is
/// false and the last one is given.
pub fn draw(chart: &Chart, space: Space, look: &Look, ruler: &dyn Ruler) -> Drawing {
    let Space { width, height, most } = space;
    let mut last = None;
    for way in ways(chart) {
        for part in SIZES {
            let look = look.shrunk(part);
            let drawing = way(Job { chart, look, ruler, width, height, most });
            if drawing.fits {
                return drawing;
            }
            let exhausted = look.size <= look.least;
            last = Some(drawing);
            if exhausted {
                break;
            }
        }
    }
    last.unwrap_or_else(|| {
        columns(Job { chart, look: *look, ruler, width, height, most }, super::Stacking::Beside, Labels::None)
    })
}

/// The ways to draw a chart, the best first.
fn ways(chart: &Chart) -> Vec<Way> {
    use super::Stacking::{Beside, Percent, Stacked};
    let all: Vec<(bool, Way)> = match chart.kind {
        Kind::Columns(Beside) => vec![
            (true, |job| columns(job, Beside, Labels::All)),
            (true, |job| bars(job, Beside, Labels::All)),
            (false, |job| columns(job, Beside, Labels::None)),
            (false, |job| bars(job, Beside, Labels::None)),
        ],
        Kind::Columns(Stacked) => vec![
            (true, |job| columns(job, Stacked, Labels::All)),
            (true, |job| bars(job, Stacked, Labels::All)),
            (true, |job| columns(job, Stacked, Labels::Some)),
            (true, |job| bars(job, Stacked, Labels::Some)),
            (false, |job| columns(job, Stacked, Labels::None)),
            (false, |job| bars(job, Stacked, Labels::None)),
        ],
        Kind::Columns(Percent) => vec![
            (true, |job| columns(job, Percent, Labels::All)),
            (true, |job| bars(job, Percent, Labels::All)),
            (true, |job| columns(job, Percent, Labels::Some)),
            (true, |job| bars(job, Percent, Labels::Some)),
            (false, |job| columns(job, Percent, Labels::None)),
            (false, |job| bars(job, Percent, Labels::None)),
        ],
        Kind::Bars(Beside) => {
            vec![(true, |job| bars(job, Beside, Labels::All)), (false, |job| bars(job, Beside, Labels::None))]
        }
        Kind::Bars(Stacked) => vec![
            (true, |job| bars(job, Stacked, Labels::All)),
            (true, |job| bars(job, Stacked, Labels::Some)),
            (false, |job| bars(job, Stacked, Labels::None)),
        ],
        Kind::Bars(Percent) => vec![
            (true, |job| bars(job, Percent, Labels::All)),
            (true, |job| bars(job, Percent, Labels::Some)),
            (false, |job| bars(job, Percent, Labels::None)),
        ],
        Kind::Lines => vec![
            (true, |job| lines(job, Labels::All, true)),
            (true, |job| lines(job, Labels::Some, true)),
            (false, |job| lines(job, Labels::None, true)),
            (true, |job| lines(job, Labels::Some, false)),
            (false, |job| lines(job, Labels::None, false)),
        ],
        Kind::ColumnsWithLine => vec![
            (true, |job| combined(job, Labels::All)),
            (true, |job| combined(job, Labels::Some)),
            (false, |job| combined(job, Labels::None)),
        ],
        Kind::Doughnut => vec![
            (false, |job| shares(job, Kind::Doughnut, true)),
            (false, |job| shares(job, Kind::Doughnut, false)),
        ],
        Kind::Pie => {
            vec![(false, |job| shares(job, Kind::Pie, true)), (false, |job| shares(job, Kind::Pie, false))]
        }
    };
    all.into_iter().filter(|(labelled, _)| chart.labels || !labelled).map(|(_, way)| way).collect()
}
