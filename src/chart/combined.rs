//! Columns with a line.

use super::canvas::{Canvas, Hold, Job, rectangle};
use super::columns::{Labels, Plot, gap, lay, own_height, sides, steps, width};
use super::legend::{Sign, head};
use super::line_numbers::numbers;
use super::lines::{draw_lines, points};
use super::stack::{Segment, extent, segments};
use super::{Axis, Drawing, Fill, Kind, Manner, Marker, Part, Stacking, markers};

/// Where units differ, the line takes this part of the height, above the columns.
const LINE: f64 = 0.2;
/// Between the columns and the line the columns' numbers have room, in sizes of the words.
const BETWEEN: f64 = 1.9;

/// Which series are columns, which are lines, and how each looks.
struct Cast {
    columns: Vec<usize>,
    lines: Vec<usize>,
    /// By series.
    fills: Vec<Fill>,
    /// By series.
    markers: Vec<Marker>,
}

impl Cast {
    fn new(job: &Job<'_>) -> Cast {
        let (lines, columns): (Vec<usize>, Vec<usize>) =
            (0..job.chart.series.len()).partition(|at| job.chart.series.get(*at).is_some_and(|one| one.line));
        // Pale columns leave the line in front.
        let mut pale = job.look.fills(columns.len() + 1);
        pale.rotate_left(1);
        let dark = markers(job.look.accent, lines.len());
        let count = job.chart.series.len();
        let place = |of: &[usize], at: usize| of.iter().position(|one| *one == at).unwrap_or(0);
        let fills = (0..count).filter_map(|at| pale.get(place(&columns, at)).copied()).collect();
        let markers = (0..count).filter_map(|at| dark.get(place(&lines, at)).copied()).collect();
        Cast { columns, lines, fills, markers }
    }

    fn signs(&self, count: usize) -> Vec<(usize, Sign)> {
        let sign = |at: usize| match self.lines.contains(&at) {
            true => self.markers.get(at).map(|marker| (at, Sign::Line(*marker))),
            false => self.fills.get(at).map(|fill| (at, Sign::Area(*fill))),
        };
        (0..count).filter_map(sign).collect()
    }
}

/// Draws columns with a line.
pub(super) fn combined(job: Job<'_>, labels: Labels) -> Drawing {
    let mut canvas = Canvas::new(job);
    let chart = job.chart;
    let cast = Cast::new(&job);
    let head = head(&mut canvas, &cast.signs(chart.series.len()));
    let segments = segments(chart, &cast.columns, Stacking::Beside);
    let height = job.height.unwrap_or_else(|| own_height(&job));
    let with_axis = labels != Labels::All;
    let steps = steps(&job, head, height);
    let mut plot = lay(
        &mut canvas,
        shared_axis(&job, &cast, (&segments, steps)),
        (head + 1.45 * job.look.size, height),
        with_axis,
    );
    let (axis, line_axis) = axes(&job, &cast, (&segments, steps), plot.bottom - plot.top);
    plot.axis = axis;
    bodies(&mut canvas, &plot, &segments, &cast);
    canvas.rule((plot.left, plot.y(0.0)), (plot.right, plot.y(0.0)), 0.75, job.look.ink);
    let above = Plot { axis: line_axis.unwrap_or(axis), ..plot };
    let all: Vec<_> = (0..chart.series.len())
        .map(|at| if cast.lines.contains(&at) { points(&canvas, &above, at) } else { Vec::new() })
        .collect();
    draw_lines(&mut canvas, &all, &cast.markers);
    if labels != Labels::None {
        column_numbers(&mut canvas, &above, (&segments, axis), &cast, labels);
        numbers(&mut canvas, &all, labels, (head, false));
    }
    let (kind, size) = (Kind::ColumnsWithLine, job.look.size);
    let labels = labels != Labels::None;
    let slot = plot.slot(chart.categories.len());
    let beside = cast.columns.len();
    let manner = Manner {
        kind,
        labels,
        axis: with_axis,
        legend: true,
        size,
        values: axis,
        lines: line_axis,
        plot: plot.edges(),
        gap: gap(slot, (width(slot, beside, Stacking::Beside, size), beside)),
    };
    canvas.finish(height, manner, false)
}

/// The numbers of all lines.
fn of_lines<'c>(job: &Job<'c>, cast: &Cast) -> impl Iterator<Item = f64> + 'c {
    let chart = job.chart;
    let series: Vec<_> = cast.lines.iter().filter_map(|at| chart.series.get(*at)).collect();
    series.into_iter().flat_map(|series| (0..chart.categories.len()).filter_map(|at| series.value(at)))
}

/// The axis from zero on which all numbers of one unit, or those of the columns, stand.
fn shared_axis(job: &Job<'_>, cast: &Cast, (segments, steps): (&[Segment], usize)) -> Axis {
    let of_columns = segments.iter().map(|segment| segment.to);
    match job.chart.unit() {
        Some(_) => Axis::with_zero(of_columns.chain(of_lines(job, cast)), steps),
        None => Axis::with_zero(of_columns, steps.min(3)),
    }
}

/// The axis of the columns, and that of the lines where their unit is another. Together they put
/// the lines above the columns and their numbers.
fn axes(
    job: &Job<'_>,
    cast: &Cast,
    (segments, steps): (&[Segment], usize),
    height: f64,
) -> (Axis, Option<Axis>) {
    let shared = shared_axis(job, cast, (segments, steps));
    if job.chart.unit().is_some() {
        return (shared, None);
    }
    let between = (BETWEEN * job.look.size / height.max(1.0)).min(0.4);
    let (low, high) = extent(segments);
    let high = if high > low { high } else { low + 1.0 };
    let columns = Axis { from: low, to: low + (high - low) / (1.0 - LINE - between), ..shared };
    let (low, high) =
        of_lines(job, cast).fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
    let (low, high) = if low < high {
        (low, high)
    } else if low.is_finite() {
        (low - 1.0, low)
    } else {
        (0.0, 1.0)
    };
    let span = (high - low) / LINE;
    (columns, Some(Axis { from: high - span, to: high, step: span / 4.0, decimals: 0 }))
}

/// Where a column stands.
fn body(canvas: &Canvas<'_>, plot: &Plot, segment: &Segment, cast: &Cast) -> [f64; 4] {
    let place = cast.columns.iter().position(|at| *at == segment.series).unwrap_or(0);
    let counts = (cast.columns.len(), canvas.job.chart.categories.len());
    let (left, right) = sides(plot, (place, segment.category), counts, Stacking::Beside, canvas.size());
    let (one, two) = (plot.y(0.0), plot.y(segment.to));
    [left, one.min(two), right, one.max(two)]
}

fn bodies(canvas: &mut Canvas<'_>, plot: &Plot, segments: &[Segment], cast: &Cast) {
    for segment in segments {
        let at = body(canvas, plot, segment, cast);
        if let Some(fill) = cast.fills.get(segment.series) {
            canvas.value((segment.series, segment.category), rectangle(at), *fill);
        }
    }
}

/// The columns' numbers stand on them; among lines of the same unit in their upper ends, out of
/// the lines' way.
fn column_numbers(
    canvas: &mut Canvas<'_>,
    plot: &Plot,
    (segments, axis): (&[Segment], Axis),
    cast: &Cast,
    labels: Labels,
) {
    let size = canvas.size();
    let inside = canvas.job.chart.unit().is_some();
    let plot = Plot { axis, ..*plot };
    for segment in segments {
        let series = canvas.job.chart.series.get(segment.series);
        let Some(text) = series.and_then(|series| series.label(segment.category)) else { continue };
        let Some(fill) = cast.fills.get(segment.series) else { continue };
        let [left, upper, right, lower] = body(canvas, &plot, segment, cast);
        let part = Part::Label(segment.series, segment.category);
        let narrow = inside && right - left < canvas.wide(&text, false) + 1.0;
        canvas.fits &= !(narrow && labels == Labels::All);
        if narrow {
            continue;
        }
        if inside && lower - upper >= 1.5 * size && segment.to >= 0.0 {
            canvas.words_on(part, &text, [left, upper, right, upper + 1.5 * size], *fill);
        } else {
            let y = if segment.to < 0.0 { lower + 1.05 * size } else { upper - 0.35 * size };
            let ink = canvas.plain();
            canvas.words(part, &text, ((left + right) / 2.0, y), Hold::Middle, ink);
        }
    }
}
