//! Parts of a whole: a ring or a circle, and a list that names its parts.
//!
//! Names around the ring would want lines to their sectors, which cross where small parts follow
//! each other; a list reads well with any numbers, and office programs draw it alike.

use super::canvas::{Canvas, Hold, Job, direction};
use super::{Axis, Drawing, Fill, Kind, Manner, Part};

/// The ring's hole, as a part of its radius.
const HOLE: f64 = 0.5;
/// A full turn is drawn with so many corners.
const CORNERS: f64 = 160.0;
/// From the ring to the list, in sizes of the words.
const BESIDE: f64 = 1.6;
/// From the left edge of an entry's patch to its words.
const INDENT: f64 = 1.15;
/// Between two entries.
const GAP: f64 = 0.2;
/// Above and below a list that gives the drawing its height.
const AROUND: f64 = 0.6;

/// A part with its place on the ring and its words.
struct Sector {
    category: usize,
    /// From where to where it goes, in turns clockwise from the top.
    from: f64,
    to: f64,
    /// The lines of its name.
    name: Vec<String>,
    /// Its number; on the last line of its name where there is room.
    number: String,
    beside: bool,
    /// The widest of its lines.
    width: f64,
}

impl Sector {
    fn lines(&self) -> usize {
        self.name.len() + usize::from(!self.number.is_empty() && !self.beside)
    }
}

/// Draws parts of a whole with a list at their right, both in the middle of the width.
pub(super) fn shares(job: Job<'_>, kind: Kind) -> Drawing {
    let mut canvas = Canvas::new(job);
    let (size, width) = (job.look.size, job.width);
    let fills = job.look.fills(job.chart.categories.len());
    let natural = (0.42 * width).min(15.0 * size).max(9.0 * size).min(job.most);
    let radius = |height: f64| (height / 2.0 - 1.0).min(width * 0.22);
    let room = |radius: f64| width - 2.0 * radius - (BESIDE + INDENT) * size - 1.0;
    let sectors = sectors(&canvas, room(radius(job.height.unwrap_or(natural))));
    let needed = list_height(&canvas, &sectors) + 2.0 * AROUND * size;
    let height = job.height.unwrap_or(natural.max(needed).min(job.most));
    let radius = radius(job.height.unwrap_or(natural));
    canvas.fits &= list_height(&canvas, &sectors) <= height;
    let widest = sectors.iter().map(|one| one.width).fold(0.0, f64::max);
    let left = (room(radius) - widest).max(0.0) / 2.0;
    let middle = (left + radius + 1.0, height / 2.0, radius);
    ring(&mut canvas, kind, &sectors, &fills, middle);
    list(&mut canvas, &sectors, &fills, left + 2.0 * radius + 1.0 + BESIDE * size, height);
    let (x, y, radius) = middle;
    let manner = Manner {
        kind,
        labels: job.chart.labels,
        axis: false,
        legend: true,
        size,
        values: Axis::percent(),
        lines: None,
        plot: [x - radius, y - radius, x + radius, y + radius],
        gap: 0.0,
    };
    canvas.finish(height, manner, false)
}

/// The parts in their order, clockwise from the top, their words in lines of `room`.
fn sectors(canvas: &Canvas<'_>, room: f64) -> Vec<Sector> {
    let chart = canvas.job.chart;
    let Some(series) = chart.series.first() else { return Vec::new() };
    let value = |category: usize| series.value(category).unwrap_or(0.0).max(0.0);
    let whole: f64 = (0..chart.categories.len()).map(value).sum();
    let mut from = 0.0;
    let mut made = Vec::new();
    for category in 0..chart.categories.len() {
        let to = from + if whole > 0.0 { value(category) / whole } else { 0.0 };
        if series.value(category).is_some() {
            made.push(sector(canvas, category, (from, to), room));
        }
        from = to;
    }
    made
}

fn sector(canvas: &Canvas<'_>, category: usize, (from, to): (f64, f64), room: f64) -> Sector {
    let (name, number) = canvas.job.chart.listed(category);
    let name = canvas.wrapped(&name, room).lines;
    let wide = |text: &str| canvas.wide(text, false);
    let last = name.last().map_or(0.0, |line| wide(&format!("{line} ")));
    let beside = last + wide(&number) <= room;
    let widest = name.iter().map(|line| wide(line)).fold(wide(&number), f64::max);
    let width = if beside { widest.max(last + wide(&number)) } else { widest };
    Sector { category, from, to, name, number, beside, width }
}

fn list_height(canvas: &Canvas<'_>, sectors: &[Sector]) -> f64 {
    let lines: usize = sectors.iter().map(Sector::lines).sum();
    canvas.job.look.line() * lines as f64 + GAP * canvas.size() * sectors.len().saturating_sub(1) as f64
}

/// Names the parts one under the other, in the middle of the height.
fn list(canvas: &mut Canvas<'_>, sectors: &[Sector], fills: &[Fill], left: f64, height: f64) {
    let (size, line) = (canvas.size(), canvas.job.look.line());
    let mut top = ((height - list_height(canvas, sectors)) / 2.0).max(0.0);
    let (ink, x) = (canvas.plain(), left + INDENT * size);
    for sector in sectors {
        if let Some(fill) = fills.get(sector.category) {
            let key = [left, top + 0.2 * size, left + 0.75 * size, top + 0.95 * size];
            canvas.key(sector.category, key, *fill);
        }
        canvas.lines(Part::Category(sector.category), &sector.name, (x, top), Hold::Start, ink);
        if !sector.number.is_empty() {
            let last = sector.name.last().filter(|_| sector.beside);
            let after = last.map_or(0.0, |text| canvas.wide(&format!("{text} "), false));
            let above = line * (sector.lines() - 1) as f64;
            let at = (x + after, top + above + 0.9 * size);
            canvas.words(Part::Label(0, sector.category), &sector.number, at, Hold::Start, ink);
        }
        top += line * sector.lines() as f64 + GAP * size;
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
    if canvas.wide(&number, true).max(canvas.wide(&unit, true)) > 1.8 * hole || hole < 1.3 * size {
        return;
    }
    let ink = canvas.bold();
    let up = if unit.is_empty() { 0.34 * size } else { -0.1 * size };
    canvas.words(Part::Total(0), &number, (x, y + up), Hold::Middle, ink);
    if !unit.is_empty() {
        canvas.words(Part::Unit, &unit, (x, y + up + canvas.job.look.line()), Hold::Middle, ink);
    }
}
