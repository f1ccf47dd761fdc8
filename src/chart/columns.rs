//! Upright columns.

use super::canvas::{Canvas, Hold, Job, rectangle};
use super::legend::{Sign, head};
use super::stack::{Segment, extent, segments, top};
use super::{Axis, Chart, Drawing, Fill, Kind, Manner, Part, Stacking};

/// Which numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Labels {
    /// Every one.
    All,
    /// Those that have room, and an axis for the others.
    Some,
    /// None, but an axis.
    None,
}

/// The part of a category's room that its columns take.
const PART: f64 = 0.8;
/// From the numbers of an axis to the axis, in sizes of the words.
const TICK: f64 = 0.2;
/// More lines than these under a column are a sign that bars would be better.
const MOST_LINES: usize = 4;

/// Where columns stand.
pub(super) struct Plot {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub axis: Axis,
}

impl Plot {
    /// Its left, upper, right and lower edge.
    pub fn edges(&self) -> [f64; 4] {
        [self.left, self.top, self.right, self.bottom]
    }

    /// Lets the axis begin lower, so that numbers under negative columns stand above the names.
    fn make_room_below(&mut self, room: f64) {
        let Axis { from, to, .. } = self.axis;
        let height = self.bottom - self.top;
        self.axis.from = to - (to - from) * height / (height - room).max(1.0);
    }

    /// The height of a value.
    pub fn y(&self, value: f64) -> f64 {
        self.bottom - self.axis.part(value) * (self.bottom - self.top)
    }

    /// The room of a category.
    pub fn slot(&self, count: usize) -> f64 {
        (self.right - self.left) / count.max(1) as f64
    }

    /// The middle of a category.
    pub fn middle(&self, category: usize, count: usize) -> f64 {
        self.left + self.slot(count) * (category as f64 + 0.5)
    }
}

/// Fills for a chart's series. Of columns side by side the last, the newest, is the darkest.
pub(super) fn series_fills(job: &Job<'_>, count: usize, stacking: Stacking) -> Vec<Fill> {
    let mut fills = job.look.fills(count);
    if stacking == Stacking::Beside {
        fills.reverse();
    }
    fills
}

/// Draws columns.
pub(super) fn columns(job: Job<'_>, stacking: Stacking, labels: Labels) -> Drawing {
    let mut canvas = Canvas::new(job);
    let chart = job.chart;
    let all: Vec<usize> = (0..chart.series.len()).collect();
    let fills = series_fills(&job, all.len(), stacking);
    let signs: Vec<_> = all.iter().zip(&fills).map(|(&number, &fill)| (number, Sign::Area(fill))).collect();
    let legend = all.len() > 1;
    let head = head(&mut canvas, if legend { &signs } else { &[] });
    let segments = segments(chart, &all, stacking);
    let height = job.height.unwrap_or_else(|| own_height(&job));
    let with_axis = has_axis(&job, stacking, labels);
    let axis = axis(&segments, stacking, (!with_axis, steps(&job, head, height)));
    let outside = labels != Labels::None && (stacking == Stacking::Beside || totals(&job, stacking));
    let room = if outside { 1.25 * job.look.size } else { 0.4 * job.look.size };
    let mut plot = lay(&mut canvas, axis, (head + room, height), with_axis);
    if outside && axis.from < 0.0 {
        plot.make_room_below(room);
    }
    let beside = if stacking == Stacking::Beside { all.len() } else { 1 };
    let widths = (width(plot.slot(chart.categories.len()), beside, stacking, job.look.size), beside);
    narrow(&mut plot, chart.categories.len(), widths);
    bodies(&mut canvas, &plot, &segments, &fills, stacking);
    canvas.rule((plot.left, plot.y(0.0)), (plot.right, plot.y(0.0)), 0.75, job.look.ink);
    numbers(&mut canvas, &plot, &segments, &fills, (stacking, labels));
    let axis = plot.axis;
    let manner = Manner {
        kind: Kind::Columns(stacking),
        labels: labels != Labels::None,
        axis: with_axis,
        legend,
        size: job.look.size,
        values: axis,
        lines: None,
        plot: plot.edges(),
        gap: gap(plot.slot(chart.categories.len()), widths),
    };
    canvas.finish(height, manner, stacking == Stacking::Beside)
}

/// The room between the columns of two categories in widths of one column.
pub(super) fn gap(slot: f64, (width, beside): (f64, usize)) -> f64 {
    (slot / width.max(1e-6) - beside as f64).max(0.0)
}

/// From one number of an axis to the next, at least, in sizes of letters.
const STEP: f64 = 1.7;

/// More room than this between categories, in widths of a column, no office program gives.
pub(super) const WIDEST_GAP: f64 = 5.0;

/// A single category takes no more of the width than an office program can leave around it.
fn narrow(plot: &mut Plot, count: usize, (width, beside): (f64, usize)) {
    let most = count as f64 * width * (beside as f64 + WIDEST_GAP);
    let spare = (plot.right - plot.left - most).max(0.0);
    if count == 1 {
        (plot.left, plot.right) = (plot.left + spare / 2.0, plot.right - spare / 2.0);
    }
}

/// The height of a chart that says nothing of its own.
pub(super) fn own_height(job: &Job<'_>) -> f64 {
    (0.5 * job.width).min(19.0 * job.look.size).max(11.0 * job.look.size).min(job.most)
}

/// In how many steps an axis goes under a head of such a height: as many as four where its numbers
/// have air between them, with two lines of names below.
pub(super) fn steps(job: &Job<'_>, head: f64, height: f64) -> usize {
    let (size, line) = (job.look.size, job.look.line());
    let room = height - head - 2.0 * line - size;
    ((room / (STEP * size)) as usize).clamp(2, 4)
}

/// The axis on which columns are drawn, in so many steps: exact where no axis is seen.
fn axis(segments: &[Segment], stacking: Stacking, (exact, steps): (bool, usize)) -> Axis {
    let nice = match stacking {
        Stacking::Percent => Axis::percent(),
        _ => Axis::with_zero(segments.iter().map(|segment| segment.to), steps),
    };
    let (low, high) = extent(segments);
    if exact && low < high { Axis { from: low, to: high, ..nice } } else { nice }
}

/// Whether an axis is drawn: where numbers are left out and no sums say how high the stacks are.
pub(super) fn has_axis(job: &Job<'_>, stacking: Stacking, labels: Labels) -> bool {
    labels == Labels::None || labels == Labels::Some && !totals(job, stacking)
}

/// Whether the sum of a stack is written at its end.
pub(super) fn totals(job: &Job<'_>, stacking: Stacking) -> bool {
    has_totals(job.chart, stacking)
}

/// Whether the sums of a chart's stacks are written at their ends: several numbers of one unit,
/// none of them negative.
pub fn has_totals(chart: &Chart, stacking: Stacking) -> bool {
    let negative = |value: &&super::Datum| value.value.is_sign_negative() && !value.value.is_zero();
    let values = || chart.series.iter().flat_map(|series| series.values.iter().flatten());
    stacking == Stacking::Stacked
        && chart.series.len() > 1
        && chart.unit().is_some()
        && !values().any(|value| negative(&value))
}

/// Names the categories under the columns, and draws the axis where it is wanted.
pub(super) fn lay(canvas: &mut Canvas<'_>, axis: Axis, (top, bottom): (f64, f64), with_axis: bool) -> Plot {
    let size = canvas.size();
    let left = if with_axis { axis_width(canvas, &axis) } else { 0.0 };
    let mut plot = Plot { left, right: canvas.job.width, top, bottom, axis };
    let chart = canvas.job.chart;
    let count = chart.categories.len();
    let room = plot.slot(count) - 0.35 * size;
    let names: Vec<_> = (0..count).map(|at| canvas.wrapped(&chart.axis_name(at), room)).collect();
    let most = names.iter().map(|name| name.lines.len()).max().unwrap_or(0);
    canvas.fits &= names.iter().all(|name| name.whole) && most <= MOST_LINES;
    plot.bottom = bottom - canvas.job.look.line() * most as f64 - 0.35 * size;
    if plot.bottom < top + 4.0 * size {
        canvas.fits = false;
        plot.bottom = plot.bottom.max(top + size);
    }
    let ink = canvas.plain();
    for (number, name) in names.iter().enumerate() {
        let x = plot.middle(number, count);
        canvas.lines(
            Part::Category(number),
            &name.lines,
            (x, bottom - canvas.job.look.line() * most as f64),
            Hold::Middle,
            ink,
        );
    }
    if with_axis {
        ticks(canvas, &plot);
    }
    plot
}

/// How wide the numbers of an axis are, with the room beside them.
pub(super) fn axis_width(canvas: &Canvas<'_>, axis: &Axis) -> f64 {
    let widths = axis.ticks().into_iter().map(|tick| canvas.wide(&tick_text(canvas, axis, tick), false));
    widths.fold(0.0, f64::max) + (TICK + 0.1) * canvas.size()
}

/// A number of the axis as it is printed.
pub(super) fn tick_text(canvas: &Canvas<'_>, axis: &Axis, tick: f64) -> String {
    use crate::russian::number::{format, format_percent};
    let value = rust_decimal::Decimal::from_f64_retain(tick).unwrap_or_default();
    let style = canvas.job.chart.style().with_decimals(Some(axis.decimals));
    let percent = *axis == Axis::percent() || canvas.job.chart.unit() == Some("%");
    if percent { format_percent(value, &style) } else { format(value, &style) }
}

fn ticks(canvas: &mut Canvas<'_>, plot: &Plot) {
    let (size, ink, pale) = (canvas.size(), canvas.plain(), canvas.pale());
    for tick in plot.axis.ticks() {
        let y = plot.y(tick);
        canvas.rule((plot.left, y), (plot.right, y), 0.5, pale);
        let text = tick_text(canvas, &plot.axis, tick);
        canvas.words(Part::Tick, &text, (plot.left - TICK * size, y + 0.34 * size), Hold::End, ink);
    }
}

/// Where a column stands from left to right.
pub(super) fn sides(
    plot: &Plot,
    (series, category): (usize, usize),
    (count, categories): (usize, usize),
    stacking: Stacking,
    size: f64,
) -> (f64, f64) {
    let beside = if stacking == Stacking::Beside { count } else { 1 };
    let width = width(plot.slot(categories), beside, stacking, size);
    let place = if stacking == Stacking::Beside { series } else { 0 };
    let left = plot.middle(category, categories) + width * (place as f64 - beside as f64 / 2.0);
    (left, left + width)
}

/// How wide a column is in the room of a category.
pub(super) fn width(slot: f64, beside: usize, stacking: Stacking, size: f64) -> f64 {
    let widest = if stacking == Stacking::Beside { 4.5 } else { 6.0 } * size;
    (slot * PART / beside.max(1) as f64).min(widest)
}

fn bodies(canvas: &mut Canvas<'_>, plot: &Plot, segments: &[Segment], fills: &[Fill], stacking: Stacking) {
    for segment in segments {
        let [left, upper, right, lower] = body(canvas, plot, segment, stacking);
        if let Some(fill) = fills.get(segment.series) {
            canvas.value((segment.series, segment.category), rectangle([left, upper, right, lower]), *fill);
        }
    }
}

fn body(canvas: &Canvas<'_>, plot: &Plot, segment: &Segment, stacking: Stacking) -> [f64; 4] {
    let chart = canvas.job.chart;
    let counts = (chart.series.len(), chart.categories.len());
    let (left, right) = sides(plot, (segment.series, segment.category), counts, stacking, canvas.size());
    let (one, two) = (plot.y(segment.from), plot.y(segment.to));
    [left, one.min(two), right, one.max(two)]
}

fn numbers(
    canvas: &mut Canvas<'_>,
    plot: &Plot,
    segments: &[Segment],
    fills: &[Fill],
    (stacking, labels): (Stacking, Labels),
) {
    if labels == Labels::None {
        return;
    }
    for segment in segments {
        let kind = Kind::Columns(stacking);
        let Some(text) = canvas.job.chart.written(kind, segment.series, segment.category) else { continue };
        let at = body(canvas, plot, segment, stacking);
        let part = Part::Label(segment.series, segment.category);
        match (stacking, fills.get(segment.series)) {
            (Stacking::Beside, _) => outside(canvas, part, &text, at, segment.to < 0.0),
            (_, Some(fill)) => inside(canvas, part, &text, at, *fill, labels),
            _ => {}
        }
    }
    if totals(&canvas.job, stacking) {
        sums(canvas, plot, segments);
    }
}

fn outside(
    canvas: &mut Canvas<'_>,
    part: Part,
    text: &str,
    [left, upper, right, lower]: [f64; 4],
    down: bool,
) {
    let size = canvas.size();
    let y = if down { lower + 1.05 * size } else { upper - 0.35 * size };
    let ink = canvas.plain();
    canvas.words(part, text, ((left + right) / 2.0, y), Hold::Middle, ink);
}

/// A number in its segment; left out where the segment is too small for it.
pub(super) fn inside(
    canvas: &mut Canvas<'_>,
    part: Part,
    text: &str,
    at: [f64; 4],
    fill: Fill,
    labels: Labels,
) {
    let [left, upper, right, lower] = at;
    let small = lower - upper < 1.05 * canvas.size() || right - left < canvas.wide(text, false) + 2.0;
    if !small {
        canvas.words_on(part, text, at, fill);
    } else if labels == Labels::All {
        canvas.fits = false;
    }
}

fn sums(canvas: &mut Canvas<'_>, plot: &Plot, segments: &[Segment]) {
    let count = canvas.job.chart.categories.len();
    let ink = canvas.bold();
    for category in 0..count {
        if let (Some(text), Some(top)) = (canvas.job.chart.total(category), top(segments, category)) {
            let at = (plot.middle(category, count), plot.y(top) - 0.35 * canvas.size());
            canvas.words(Part::Total(category), &text, at, Hold::Middle, ink);
        }
    }
}
