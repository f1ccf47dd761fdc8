//! Columns that lie on their side: room for long names and for every number.

use super::canvas::{Canvas, Hold, Job, rectangle};
use super::columns::{Labels, WIDEST_GAP, gap, has_axis, inside, series_fills, tick_text, totals};
use super::legend::{Sign, head};
use super::ruler::Wrapped;
use super::stack::{Segment, extent, segments, top};
use super::{Axis, Drawing, Fill, Kind, Manner, Part, Stacking};

/// From a name to its bars and from a bar to its number, in sizes of the words.
const NAME: f64 = 0.4;
const NUMBER: f64 = 0.2;
/// The most of the width that names take.
const NAMES: f64 = 0.4;

/// A category's place.
struct Row {
    name: Wrapped,
    /// The upper edge of its bars and their common thickness.
    top: f64,
    bars: f64,
    /// The upper edge of its name.
    name_top: f64,
}

/// Where bars lie.
struct Plot {
    left: f64,
    right: f64,
    /// The right edge of the names.
    names: f64,
    axis: Axis,
    rows: Vec<Row>,
}

impl Plot {
    fn x(&self, value: f64) -> f64 {
        self.left + self.axis.part(value) * (self.right - self.left)
    }
}

/// Draws bars.
pub(super) fn bars(job: Job<'_>, stacking: Stacking, labels: Labels) -> Drawing {
    let mut canvas = Canvas::new(job);
    let chart = job.chart;
    let all: Vec<usize> = (0..chart.series.len()).collect();
    let fills = series_fills(&job, all.len(), stacking);
    let signs: Vec<_> = all.iter().zip(&fills).map(|(&number, &fill)| (number, Sign::Area(fill))).collect();
    let legend = all.len() > 1;
    let top = head(&mut canvas, if legend { &signs } else { &[] });
    let segments = segments(chart, &all, stacking);
    let shown = match stacking {
        Stacking::Percent => Axis::percent(),
        _ => Axis::with_zero(segments.iter().map(|segment| segment.to), 5),
    };
    let with_axis = has_axis(&job, stacking, labels);
    let under = if with_axis { 1.6 * job.look.size } else { 0.0 };
    let (plot, height) = lay(&mut canvas, &segments, (stacking, !with_axis), (shown, top, under));
    if with_axis {
        ticks(&mut canvas, &plot, height - under);
    }
    bodies(&mut canvas, &plot, &segments, &fills, stacking);
    let base = plot.x(0.0);
    canvas.rule((base, top), (base, height - under), 0.75, job.look.ink);
    numbers(&mut canvas, &plot, &segments, &fills, (stacking, labels));
    let beside = if stacking == Stacking::Beside { all.len() } else { 1 };
    let rows = chart.categories.len().max(1) as f64;
    let thickness = plot.rows.first().map_or(1.0, |row| row.bars) / beside as f64;
    // A single category takes no more of the height than an office program can leave around it.
    let most = if rows > 1.0 { f64::INFINITY } else { thickness * (beside as f64 + WIDEST_GAP) };
    let spare = (height - under - top - most).max(0.0) / 2.0;
    let (top, bottom) = (top + spare, height - under - spare);
    let manner = Manner {
        kind: Kind::Bars(stacking),
        labels: labels != Labels::None,
        axis: with_axis,
        legend,
        size: job.look.size,
        values: plot.axis,
        lines: None,
        plot: [plot.left, top, plot.right, bottom],
        gap: gap((bottom - top) / rows, (thickness, beside)),
    };
    canvas.finish(height, manner, stacking == Stacking::Beside)
}

/// By how much rows may be thinner than they would be with all the room they like, before the
/// numbers at the bars of one row touch.
const TIGHTEST: f64 = 0.85;
/// The least distance of rows, in sizes of the words.
const GAP: f64 = 0.55;

/// Places names and rows; gives the height of the drawing too.
fn lay(
    canvas: &mut Canvas<'_>,
    segments: &[Segment],
    (stacking, exactly): (Stacking, bool),
    (shown, top, under): (Axis, f64, f64),
) -> (Plot, f64) {
    let (size, width) = (canvas.size(), canvas.job.width);
    let chart = canvas.job.chart;
    let longest = chart.categories.iter().map(|one| canvas.wide(&one.name, false)).fold(0.0, f64::max);
    let names = (longest + 1.0).min(NAMES * width);
    let wrapped: Vec<_> = chart.categories.iter().map(|one| canvas.wrapped(&one.name, names)).collect();
    canvas.fits &= wrapped.iter().all(|name| name.whole);
    let thickness = match stacking {
        Stacking::Beside => 1.22 * size * chart.series.len().max(1) as f64,
        _ => 1.75 * size,
    };
    let (rows, height) = rows(canvas, wrapped, thickness, top, under);
    let left = names + NAME * size;
    let mut plot = Plot { left, right: width, names, axis: shown, rows };
    if exactly {
        exact(canvas, &mut plot, segments, stacking);
    } else {
        plot.right -= canvas.wide(&tick_text(canvas, &shown, shown.to), false) / 2.0;
    }
    (plot, height)
}

/// Rows one under the other, all equally high. Where the height is given they are spread over it.
fn rows(
    canvas: &mut Canvas<'_>,
    names: Vec<Wrapped>,
    thickness: f64,
    top: f64,
    under: f64,
) -> (Vec<Row>, f64) {
    let (size, line) = (canvas.size(), canvas.job.look.line());
    let count = names.len().max(1) as f64;
    let heights: Vec<f64> = names.iter().map(|name| line * name.lines.len() as f64).collect();
    // A high name reaches into the room of a low neighbour; at the ends there is none.
    let pairs = heights.windows(2).map(|pair| pair.iter().sum::<f64>() / 2.0 + 0.25 * size);
    let ends = heights.first().into_iter().chain(heights.last()).map(|height| height - 0.5 * size);
    let highest = pairs.chain(ends).fold(0.0, f64::max);
    let needed = (thickness + GAP * size).max(highest);
    let height = canvas.job.height.unwrap_or((top + needed * count + under).min(canvas.job.most));
    let pitch = ((height - top - under) / count).max(1.0);
    canvas.fits &= pitch >= highest && pitch >= TIGHTEST * (thickness + GAP * size);
    // Given more than they need, bars grow by at most a half, and the rest parts them.
    let bars = (pitch * thickness / (thickness + GAP * size)).min(1.5 * thickness);
    let row = |(at, name): (usize, Wrapped)| {
        let middle = top + pitch * (at as f64 + 0.5);
        let words = line * name.lines.len() as f64;
        Row { top: middle - bars / 2.0, bars, name_top: middle - words / 2.0, name }
    };
    (names.into_iter().enumerate().map(row).collect(), height)
}

/// Chooses the scale so that the number behind every bar has room.
fn exact(canvas: &Canvas<'_>, plot: &mut Plot, segments: &[Segment], stacking: Stacking) {
    let (low, high) = extent(segments);
    let pad = 0.8 * canvas.size();
    let ends = ends(canvas, segments, stacking);
    let behind = |down: bool| ends.iter().filter(move |(value, _)| (*value < 0.0) == down);
    let before = behind(true).map(|(_, width)| width + pad).fold(0.0, f64::max);
    let span = plot.right - plot.left - before;
    let whole = if high > low { high - low } else { 1.0 };
    let scale = behind(false)
        .filter(|(value, _)| *value > low)
        .map(|(value, width)| (span - width - pad) / (value - low))
        .fold(span / whole, f64::min);
    let scale = scale.max(1e-9 * span);
    plot.axis = Axis { from: low - before / scale, to: low + span / scale, ..plot.axis };
}

/// The ends behind which something is written, with its width.
fn ends(canvas: &Canvas<'_>, segments: &[Segment], stacking: Stacking) -> Vec<(f64, f64)> {
    let chart = canvas.job.chart;
    if totals(&canvas.job, stacking) {
        let end =
            |category: usize| Some((top(segments, category)?, canvas.wide(&chart.total(category)?, true)));
        return (0..chart.categories.len()).filter_map(end).collect();
    }
    if stacking != Stacking::Beside {
        return Vec::new();
    }
    let end = |segment: &Segment| {
        let text = chart.series.get(segment.series)?.label(segment.category)?;
        Some((segment.to, canvas.wide(&text, false)))
    };
    segments.iter().filter_map(end).collect()
}

fn ticks(canvas: &mut Canvas<'_>, plot: &Plot, bottom: f64) {
    let (size, ink, pale) = (canvas.size(), canvas.plain(), canvas.pale());
    let top = plot.rows.first().map_or(0.0, |row| row.top.min(row.name_top));
    for tick in plot.axis.ticks() {
        let x = plot.x(tick);
        canvas.rule((x, top), (x, bottom), 0.5, pale);
        let text = tick_text(canvas, &plot.axis, tick);
        canvas.words(Part::Tick, &text, (x, bottom + 1.1 * size), Hold::Middle, ink);
    }
}

fn body(canvas: &Canvas<'_>, plot: &Plot, segment: &Segment, stacking: Stacking) -> Option<[f64; 4]> {
    let row = plot.rows.get(segment.category)?;
    let count = if stacking == Stacking::Beside { canvas.job.chart.series.len() } else { 1 };
    let place = if stacking == Stacking::Beside { segment.series } else { 0 };
    let thickness = row.bars / count.max(1) as f64;
    let top = row.top + thickness * place as f64;
    let (one, two) = (plot.x(segment.from), plot.x(segment.to));
    Some([one.min(two), top, one.max(two), top + thickness])
}

fn bodies(canvas: &mut Canvas<'_>, plot: &Plot, segments: &[Segment], fills: &[Fill], stacking: Stacking) {
    let ink = canvas.plain();
    for (number, row) in plot.rows.iter().enumerate() {
        // Beside its bar, as office programs have it.
        let at = (plot.names, row.name_top);
        canvas.lines(Part::Category(number), &row.name.lines, at, Hold::End, ink);
    }
    for segment in segments {
        if let (Some(at), Some(fill)) = (body(canvas, plot, segment, stacking), fills.get(segment.series)) {
            canvas.value((segment.series, segment.category), rectangle(at), *fill);
        }
    }
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
    let size = canvas.size();
    for segment in segments {
        let kind = Kind::Bars(stacking);
        let Some(text) = canvas.job.chart.written(kind, segment.series, segment.category) else { continue };
        let Some(at) = body(canvas, plot, segment, stacking) else { continue };
        let part = Part::Label(segment.series, segment.category);
        let [left, upper, right, lower] = at;
        let y = (upper + lower) / 2.0 + 0.34 * size;
        let ink = canvas.plain();
        match (stacking, fills.get(segment.series)) {
            (Stacking::Beside, _) if segment.to < 0.0 => {
                canvas.words(part, &text, (left - NUMBER * size, y), Hold::End, ink)
            }
            (Stacking::Beside, _) => canvas.words(part, &text, (right + NUMBER * size, y), Hold::Start, ink),
            (_, Some(fill)) => inside(canvas, part, &text, at, *fill, labels),
            _ => {}
        }
    }
    if totals(&canvas.job, stacking) {
        sums(canvas, plot, segments);
    }
}

fn sums(canvas: &mut Canvas<'_>, plot: &Plot, segments: &[Segment]) {
    let (size, ink) = (canvas.size(), canvas.bold());
    for (category, row) in plot.rows.iter().enumerate() {
        if let (Some(text), Some(top)) = (canvas.job.chart.total(category), top(segments, category)) {
            let at = (plot.x(top) + NUMBER * size, row.top + row.bars / 2.0 + 0.34 * size);
            canvas.words(Part::Total(category), &text, at, Hold::Start, ink);
        }
    }
}
