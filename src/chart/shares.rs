//! Parts of a whole: a ring or a circle.

use super::canvas::{Canvas, Hold, Ink, Job, direction};
use super::lines::apart;
use super::{Axis, Drawing, Fill, Kind, Manner, Part, fills};

/// The ring's hole, as a part of its radius.
const HOLE: f64 = 0.56;
/// A full turn is drawn with so many corners.
const CORNERS: f64 = 160.0;

/// A part with its place on the ring and its words.
struct Sector {
    category: usize,
    /// Its middle, in turns clockwise from the top.
    middle: f64,
    from: f64,
    to: f64,
    name: Vec<String>,
    number: String,
    height: f64,
}

/// Draws parts of a whole. With `beside` their names stand around, else in a list at the right.
pub(super) fn shares(job: Job<'_>, kind: Kind, around: bool) -> Drawing {
    let mut canvas = Canvas::new(job);
    let fills = fills(job.look.accent, job.chart.categories.len());
    let natural = (0.42 * job.width).min(15.0 * job.look.size).max(9.0 * job.look.size).min(job.most);
    let height = job.height.unwrap_or(natural);
    if around {
        with_names_around(&mut canvas, kind, &fills, height);
    } else {
        with_list(&mut canvas, kind, &fills, height);
    }
    let axis = Axis::percent();
    let size = job.look.size;
    let manner = Manner {
        kind,
        labels: job.chart.labels,
        axis: false,
        legend: !around,
        size,
        values: axis,
        lines: None,
    };
    canvas.finish(height, manner, false)
}

/// The parts in their order, clockwise from the top.
fn sectors(canvas: &Canvas<'_>, width: f64) -> Vec<Sector> {
    let chart = canvas.job.chart;
    let Some(series) = chart.series.first() else { return Vec::new() };
    let value = |category: usize| series.value(category).unwrap_or(0.0).max(0.0);
    let whole: f64 = (0..chart.categories.len()).map(value).sum();
    let line = canvas.job.look.line();
    let mut from = 0.0;
    let mut made = Vec::new();
    for (category, named) in chart.categories.iter().enumerate() {
        let to = from + if whole > 0.0 { value(category) / whole } else { 0.0 };
        let name = canvas.wrapped(&named.name, width).lines;
        let number = number(canvas, category);
        let height = line * (name.len() + usize::from(!number.is_empty())) as f64;
        if series.value(category).is_some() {
            made.push(Sector { category, middle: (from + to) / 2.0, from, to, name, number, height });
        }
        from = to;
    }
    made
}

/// «12 чел. (40 %)», or «40 %» where that is the unit.
fn number(canvas: &Canvas<'_>, category: usize) -> String {
    let chart = canvas.job.chart;
    let series = chart.series.first().filter(|_| chart.labels);
    let Some((series, label)) = series.and_then(|series| Some((series, series.label(category)?))) else {
        return String::new();
    };
    match chart.share(category) {
        Some(share) if !series.is_percent() => format!("{label} ({share})"),
        _ => label,
    }
}

fn with_names_around(canvas: &mut Canvas<'_>, kind: Kind, fills: &[Fill], height: f64) {
    let size = canvas.size();
    let radius = (height / 2.0 - 0.6 * size).min(canvas.job.width * 0.22);
    let (x, y) = (canvas.job.width / 2.0, height / 2.0);
    let sectors = sectors(canvas, x - radius - 1.9 * size);
    ring(canvas, kind, &sectors, fills, (x, y, radius));
    for right in [true, false] {
        let mut own: Vec<&Sector> = sectors.iter().filter(|one| (one.middle < 0.5) == right).collect();
        own.sort_by(|one, two| direction(two.middle).1.total_cmp(&direction(one.middle).1));
        let heights: Vec<f64> = own.iter().map(|one| one.height + 0.25 * size).collect();
        let wish = |one: &&Sector| y - radius * 1.05 * direction(one.middle).1 - one.height / 2.0;
        let wishes: Vec<f64> = own.iter().map(wish).collect();
        match apart(&wishes, &heights, (0.0, height)) {
            Some(tops) => {
                own.iter().zip(tops).for_each(|(one, top)| around(canvas, one, (x, y, radius), top, right))
            }
            None => canvas.fits = false,
        }
    }
}

/// A part's words beside the ring, with a thin line to its sector.
fn around(canvas: &mut Canvas<'_>, sector: &Sector, (x, y, radius): (f64, f64, f64), top: f64, right: bool) {
    let (size, line) = (canvas.size(), canvas.job.look.line());
    let side = if right { 1.0 } else { -1.0 };
    let hold = if right { Hold::Start } else { Hold::End };
    let (across, up) = direction(sector.middle);
    let edge = (x + radius * across, y - radius * up);
    let at = x + side * (radius + 1.6 * size);
    let level = top + line * 0.55;
    let bend = (x + side * (radius + 0.9 * size), level);
    let ink = canvas.plain();
    let points = vec![edge, bend, (at - side * 0.25 * size, level)];
    let color = canvas.job.look.ink;
    canvas.push(Part::Rule, super::Form::Stroke { points, closed: false, width: 0.5, color, dash: None });
    canvas.lines(Part::Category(sector.category), &sector.name, (at, top), hold, ink);
    let below = top + line * sector.name.len() as f64;
    write_number(canvas, sector, (at, below), hold);
}

fn write_number(canvas: &mut Canvas<'_>, sector: &Sector, (x, y): (f64, f64), hold: Hold) {
    if !sector.number.is_empty() {
        let ink = canvas.bold();
        let base = y + 0.9 * canvas.size();
        canvas.words(Part::Label(0, sector.category), &sector.number, (x, base), hold, ink);
    }
}

fn with_list(canvas: &mut Canvas<'_>, kind: Kind, fills: &[Fill], height: f64) {
    let (size, line) = (canvas.size(), canvas.job.look.line());
    let radius = (height / 2.0 - 1.0).min(canvas.job.width * 0.22);
    let left = 2.0 * radius + 1.6 * size;
    let sectors = sectors(canvas, canvas.job.width - left - 1.2 * size);
    ring(canvas, kind, &sectors, fills, (radius + 1.0, height / 2.0, radius));
    let gap = 0.35 * size;
    let whole: f64 = sectors.iter().map(|one| one.height + gap).sum::<f64>() - gap;
    canvas.fits &= whole <= height;
    let mut top = ((height - whole) / 2.0).max(0.0);
    let ink = canvas.plain();
    for sector in &sectors {
        if let Some(fill) = fills.get(sector.category) {
            canvas.key(
                sector.category,
                [left, top + 0.2 * size, left + 0.75 * size, top + 0.95 * size],
                *fill,
            );
        }
        let x = left + 1.15 * size;
        canvas.lines(Part::Category(sector.category), &sector.name, (x, top), Hold::Start, ink);
        write_number(canvas, sector, (x, top + line * sector.name.len() as f64), Hold::Start);
        top += sector.height + gap;
    }
}

/// The ring or circle, with the sum in the ring's hole.
fn ring(
    canvas: &mut Canvas<'_>,
    kind: Kind,
    sectors: &[Sector],
    fills: &[Fill],
    (x, y, radius): (f64, f64, f64),
) {
    canvas.fits &= radius > 2.5 * canvas.size();
    let hole = if kind == Kind::Doughnut { HOLE * radius } else { 0.0 };
    for sector in sectors.iter().filter(|one| one.to > one.from) {
        if let Some(fill) = fills.get(sector.category) {
            canvas.value(
                (0, sector.category),
                outline((x, y), (sector.from, sector.to), (radius, hole)),
                *fill,
            );
        }
    }
    if kind == Kind::Doughnut {
        sum(canvas, (x, y), hole);
    }
}

/// A sector's outline. A whole ring is drawn as one that closes in a hair's breadth.
fn outline((x, y): (f64, f64), (from, to): (f64, f64), (radius, hole): (f64, f64)) -> Vec<(f64, f64)> {
    let steps = ((to - from) * CORNERS).ceil().max(1.0);
    let arc = |radius: f64| {
        (0..=steps as u32).map(move |step| {
            let (across, up) = direction(from + (to - from) * f64::from(step) / steps);
            (x + radius * across, y - radius * up)
        })
    };
    if hole > 0.0 {
        let inner: Vec<_> = arc(hole).collect();
        return arc(radius).chain(inner.into_iter().rev()).collect();
    }
    let whole = to - from > 0.999_999;
    arc(radius).chain((!whole).then_some((x, y))).collect()
}

fn sum(canvas: &mut Canvas<'_>, (x, y): (f64, f64), hole: f64) {
    let chart = canvas.job.chart;
    let Some((series, whole)) = chart.series.first().zip(chart.whole()) else { return };
    if series.is_percent() || !chart.labels {
        return;
    }
    let (number, unit) = (series.printed(whole), series.unit.replace(' ', "\u{a0}"));
    let size = canvas.size();
    if canvas.wide(&number, true).max(canvas.wide(&unit, false)) > 1.8 * hole || hole < 1.3 * size {
        return;
    }
    let ink = canvas.bold();
    let up = if unit.is_empty() { 0.34 * size } else { -0.1 * size };
    canvas.words(Part::Total(0), &number, (x, y + up), Hold::Middle, ink);
    if !unit.is_empty() {
        let ink = Ink { bold: false, ..ink };
        canvas.words(Part::Unit, &unit, (x, y + up + canvas.job.look.line()), Hold::Middle, ink);
    }
}
