//! What stands above a chart: the unit, and which series is which.

use super::canvas::{Canvas, Hold};
use super::{Chart, Fill, Marker, Part};

/// How the legend shows a series.
#[derive(Clone, Copy)]
pub(super) enum Sign {
    Area(Fill),
    Line(Marker),
}

/// From one entry to the next, in sizes of the words.
const GAP: f64 = 0.9;

/// The most of the width that one entry takes.
const MOST: f64 = 0.8;
/// Above the words, where office programs leave a little room.
const ABOVE: f64 = 0.25;

/// One entry: how wide it is, its lines of words, and its sign.
struct Entry {
    part: Part,
    sign: Option<(usize, Sign)>,
    lines: Vec<String>,
    width: f64,
}

/// Draws the head of a chart; gives its height. Without signs it is the unit alone.
pub(super) fn head(canvas: &mut Canvas<'_>, signs: &[(usize, Sign)]) -> f64 {
    let chart = canvas.job.chart;
    let unit = unit_line(chart, !signs.is_empty()).map(|text| entry(canvas, Part::Unit, None, &text));
    let series = signs.iter().filter_map(|&(number, sign)| {
        let series = chart.series.get(number)?;
        let name = if chart.unit().is_some() { series.name.clone() } else { chart.named(series) };
        Some(entry(canvas, Part::Name(number), Some((number, sign)), &name))
    });
    let series: Vec<Entry> = series.collect();
    if unit.is_none() && series.is_empty() {
        return 0.0;
    }
    let (size, line) = (canvas.size(), canvas.job.look.line());
    let above = ABOVE * size;
    let unit_lines = unit.as_ref().map_or(0, |unit| unit.lines.len());
    let from = unit.as_ref().map_or(0.0, |unit| unit.width + GAP * size);
    if let Some(unit) = &unit {
        place(canvas, unit, 0.0, above);
    }
    let mut bottom = above + line * unit_lines as f64;
    for (x, row) in columns(canvas, series, from) {
        let mut at = above;
        for entry in row {
            place(canvas, &entry, x, at);
            at += line * entry.lines.len() as f64;
        }
        bottom = bottom.max(at);
    }
    bottom + 0.5 * size
}

/// Entries in as many columns as have room right of `from`, filled row by row, as office programs
/// fill them; each with its left edge.
fn columns(canvas: &Canvas<'_>, entries: Vec<Entry>, from: f64) -> Vec<(f64, Vec<Entry>)> {
    let gap = GAP * canvas.size();
    let widths = |count: usize| {
        let widest = |column: usize| {
            entries.iter().skip(column).step_by(count).map(|one| one.width).fold(0.0, f64::max)
        };
        (0..count).map(widest).collect::<Vec<f64>>()
    };
    let fits = |count: &usize| {
        let whole: f64 = widths(*count).iter().map(|width| width + gap).sum();
        from + whole - gap <= canvas.job.width
    };
    let most = (1..=entries.len()).rev().find(fits).unwrap_or(1);
    // Rows are equally long: two and two, not three and one with a hole beside it.
    let even = entries.len().div_ceil(entries.len().div_ceil(most).max(1)).max(1);
    let count = (1..=even).rev().find(fits).unwrap_or(1);
    let mut x = from;
    let mut columns = Vec::with_capacity(count);
    for width in widths(count) {
        columns.push((x, Vec::new()));
        x += width + gap;
    }
    for (at, entry) in entries.into_iter().enumerate() {
        if let Some((_, column)) = columns.get_mut(at % count) {
            column.push(entry);
        }
    }
    columns
}

/// The line above a chart that names its unit; without a legend also its only series.
pub fn unit_line(chart: &Chart, legend: bool) -> Option<String> {
    let unit = chart.unit()?.replace(' ', "\u{a0}");
    let text = match chart.series.as_slice() {
        _ if chart.kind.is_shares() || chart.kind.is_of_hundred() => String::new(),
        [only] if !legend => chart.named(only),
        _ if unit == "%" => String::new(),
        _ => unit,
    };
    (!text.is_empty()).then_some(text)
}

fn entry(canvas: &Canvas<'_>, part: Part, sign: Option<(usize, Sign)>, text: &str) -> Entry {
    let before = if sign.is_some() { indent(canvas, sign) } else { 0.0 };
    let wrapped = canvas.wrapped(text, canvas.job.width * MOST - before);
    let widest = wrapped.lines.iter().map(|line| canvas.wide(line, false)).fold(0.0, f64::max);
    Entry { part, sign, lines: wrapped.lines, width: before + widest }
}

/// The room that a sign takes.
fn indent(canvas: &Canvas<'_>, sign: Option<(usize, Sign)>) -> f64 {
    match sign {
        Some((_, Sign::Area(_))) => 1.15 * canvas.size(),
        Some((_, Sign::Line(_))) => 2.3 * canvas.size(),
        None => 0.0,
    }
}

fn place(canvas: &mut Canvas<'_>, entry: &Entry, x: f64, y: f64) {
    let size = canvas.size();
    let ink = canvas.plain();
    let start = x + indent(canvas, entry.sign);
    canvas.lines(entry.part, &entry.lines, (start, y), Hold::Start, ink);
    match entry.sign {
        Some((number, Sign::Area(fill))) => {
            canvas.key(number, [x, y + 0.2 * size, x + 0.75 * size, y + 0.95 * size], fill);
        }
        Some((number, Sign::Line(marker))) => {
            let middle = y + 0.58 * size;
            canvas.line(Part::Key(number), vec![(x, middle), (x + 1.9 * size, middle)], marker);
            canvas.marker(Part::Key(number), (x + 0.95 * size, middle), marker);
        }
        None => {}
    }
}
