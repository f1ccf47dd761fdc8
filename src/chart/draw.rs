//! Choosing how a chart is drawn in the room it has.

use super::bars::bars;
use super::canvas::Job;
use super::columns::{Labels, columns};
use super::combined::combined;
use super::lines::lines;
use super::shares::shares;
use super::{Chart, Drawing, Kind, Look, Ruler, Stacking};

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
type Way = Box<dyn Fn(Job<'_>) -> Drawing>;

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
        columns(Job { chart, look: *look, ruler, width, height, most }, Stacking::Beside, Labels::None)
    })
}

/// The ways to draw a chart, the best first.
fn ways(chart: &Chart) -> Vec<Way> {
    let all: Vec<(bool, Way)> = match chart.kind {
        Kind::Columns(stacking) => upright(chart, stacking),
        Kind::Bars(stacking) => lying(stacking),
        Kind::Lines => vec![
            (true, Box::new(|job| lines(job, Labels::All, true))),
            (true, Box::new(|job| lines(job, Labels::All, false))),
            (true, Box::new(|job| lines(job, Labels::Some, true))),
            (true, Box::new(|job| lines(job, Labels::Some, false))),
            (false, Box::new(|job| lines(job, Labels::None, true))),
            (false, Box::new(|job| lines(job, Labels::None, false))),
        ],
        Kind::ColumnsWithLine => [Labels::All, Labels::Some, Labels::None]
            .map(|labels| {
                (labels != Labels::None, Box::new(move |job: Job<'_>| combined(job, labels)) as Way)
            })
            .into(),
        kind @ (Kind::Doughnut | Kind::Pie) => vec![(false, Box::new(move |job| shares(job, kind)))],
    };
    all.into_iter().filter(|(labelled, _)| chart.labels || !labelled).map(|(_, way)| way).collect()
}

/// Which numbers columns and bars try to show; parts of stacks may leave some out.
fn labels(stacking: Stacking) -> &'static [Labels] {
    match stacking {
        Stacking::Beside => &[Labels::All, Labels::None],
        _ => &[Labels::All, Labels::Some, Labels::None],
    }
}

/// Columns, and bars where names want more room. Time goes from left to right in any case.
fn upright(chart: &Chart, stacking: Stacking) -> Vec<(bool, Way)> {
    let column = |labels: Labels| {
        (labels != Labels::None, Box::new(move |job: Job<'_>| columns(job, stacking, labels)) as Way)
    };
    let upright = labels(stacking).iter().map(|labels| column(*labels));
    if chart.is_over_time() {
        return upright.chain(lying(stacking)).collect();
    }
    upright.zip(lying(stacking)).flat_map(|(column, bar)| [column, bar]).collect()
}

fn lying(stacking: Stacking) -> Vec<(bool, Way)> {
    let bar = |labels: Labels| {
        (labels != Labels::None, Box::new(move |job: Job<'_>| bars(job, stacking, labels)) as Way)
    };
    labels(stacking).iter().map(|labels| bar(*labels)).collect()
}
