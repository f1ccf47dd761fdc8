//! Columns that lie on their side: room for long names and for every number.

use super::canvas::{Canvas, Hold, Job, rectangle};
use super::columns::{Labels, inside, series_fills, tick_text, totals};
use super::legend::{Sign, head};
use super::ruler::Wrapped;
use super::stack::{Segment, extent, segments, top};
use super::{Axis, Drawing, Fill, Kind, Manner, Part, Stacking};

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
    let under = if labels == Labels::All { 0.0 } else { 1.6 * job.look.size };
    let (plot, height) = lay(&mut canvas, &segments, (stacking, labels), (shown, top, under));
    if labels != Labels::All {
        ticks(&mut canvas, &plot, height - under);
    }
    bodies(&mut canvas, &plot, &segments, &fills, stacking);
    let base = plot.x(0.0);
    canvas.rule((base, top), (base, height - under), 0.75, job.look.ink);
    numbers(&mut canvas, &plot, &segments, &fills, (stacking, labels));
    let (kind, axis, size) = (Kind::Bars(stacking), labels != Labels::All, job.look.size);
    let manner =
        Manner { kind, labels: labels != Labels::None, axis, legend, size, values: shown, lines: None };
    canvas.finish(height, manner, stacking == Stacking::Beside)
}

/// By how much rows may be thinner than they would be with all the room they like, before the
/// numbers at the bars of one row touch.
const TIGHTEST: f64 = 0.85;

/// Places names and rows; gives the height of the drawing too.
fn lay(
    canvas: &mut Canvas<'_>,
    segments: &[Segment],
    (stacking, labels): (Stacking, Labels),
    (shown, top, under): (Axis, f64, f64),
) -> (Plot, f64) {
    let (size, width) = (canvas.size(), canvas.job.width);
    let chart = canvas.job.chart;
    let longest = chart.categories.iter().map(|one| canvas.wide(&one.name, false)).fold(0.0, f64::max);
    let names = (longest + 0.5).min(NAMES * width);
    let wrapped: Vec<_> = chart.categories.iter().map(|one| canvas.wrapped(&one.name, names)).collect();
    canvas.fits &= wrapped.iter().all(|name| name.whole);
    let thickness = match stacking {
        Stacking::Beside => 1.22 * size * chart.series.len().max(1) as f64,
        _ => 1.75 * size,
    };
    let (rows, height) = rows(canvas, wrapped, thickness, top, under);
    let left = names + 0.6 * size;
    let mut plot = Plot { left, right: width, axis: shown, rows };
    if labels == Labels::All {
        exact(canvas, &mut plot, segments, stacking);
    } else {
        plot.right -= canvas.wide(&tick_text(canvas, &shown, shown.to), false) / 2.0;
    }
    (plot, height)
}

/// Rows one under the other. Where the height is given they are spread over it.
fn rows(
    canvas: &mut Canvas<'_>,
    names: Vec<Wrapped>,
    thickness: f64,
    top: f64,
    under: f64,
) -> (Vec<Row>, f64) {
    let (size, line) = (canvas.size(), canvas.job.look.line());
    let room = |name: &Wrapped| thickness.max(line * name.lines.len() as f64);
    let count = names.len().max(1) as f64;
    let used: f64 = names.iter().map(room).sum();
    let needed = top + used + 0.55 * size * count + under;
    let height = canvas.job.height.unwrap_or(needed.min(canvas.job.most));
    let spare = height - needed;
    let squeeze = ((height - top - under) / (needed - top - under)).clamp(0.05, 1.0);
    canvas.fits &= squeeze > TIGHTEST;
    // Given more than they need, bars grow by at most a half, and the rest parts them.
    let growth = (1.0 + spare.max(0.0) / used.max(1.0)).min(1.5);
    let gap = (height - top - under - used * squeeze.min(1.0) * growth).max(0.0) / count;
    let mut y = top + gap / 2.0;
    let mut rows = Vec::with_capacity(names.len());
    for name in names {
        let own = room(&name) * squeeze * growth;
        let bars = thickness * squeeze * growth;
        let words = line * name.lines.len() as f64;
        rows.push(Row { top: y + (own - bars) / 2.0, bars, name_top: y + (own - words) / 2.0, name });
        y += own + gap;
    }
    (rows, height)
}

/// Chooses the scale so that the number behind every bar has room.
fn exact(canvas: &Canvas<'_>, plot: &mut Plot, segments: &[Segment], stacking: Stacking) {
    let (low, high) = extent(segments);
    let pad = 0.8 * canvas.size();
    let ends = ends(canvas, segments, stacking);
    let behind = |down: bool| ends.iter().filter(move |(value, _)| (*value < 0.0) == down);
    plot.left += behind(true).map(|(_, width)| width + pad).fold(0.0, f64::max);
    let span = plot.right - plot.left;
    let whole = if high > low { high - low } else { 1.0 };
    let scale = behind(false)
        .filter(|(value, _)| *value > low)
        .map(|(value, width)| (span - width - pad) / (value - low))
        .fold(span / whole, f64::min);
    plot.axis = Axis { from: low, to: low + span / scale.max(1e-9 * span), ..plot.axis };
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
        canvas.words(Part::Tick, &text, (x, bottom + 1.2 * size), Hold::Middle, ink);
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
        canvas.lines(Part::Category(number), &row.name.lines, (0.0, row.name_top), Hold::Start, ink);
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
        let series = canvas.job.chart.series.get(segment.series);
        let Some(text) = series.and_then(|series| series.label(segment.category)) else { continue };
        let Some(at) = body(canvas, plot, segment, stacking) else { continue };
        let part = Part::Label(segment.series, segment.category);
        let [left, upper, right, lower] = at;
        let y = (upper + lower) / 2.0 + 0.34 * size;
        let ink = canvas.plain();
        match (stacking, fills.get(segment.series)) {
            (Stacking::Beside, _) if segment.to < 0.0 => {
                canvas.words(part, &text, (left - 0.35 * size, y), Hold::End, ink)
            }
            (Stacking::Beside, _) => canvas.words(part, &text, (right + 0.35 * size, y), Hold::Start, ink),
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
            let at = (plot.x(top) + 0.35 * size, row.top + row.bars / 2.0 + 0.34 * size);
            canvas.words(Part::Total(category), &text, at, Hold::Start, ink);
        }
    }
}
