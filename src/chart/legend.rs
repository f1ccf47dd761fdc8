//! What stands above a chart: the unit, and which series is which.

use super::canvas::{Canvas, Hold};
use super::{Chart, Fill, Marker, Part};

/// How the legend shows a series.
#[derive(Clone, Copy)]
pub(super) enum Sign {
    Area(Fill),
    Line(Marker),
}

/// One entry: how wide it is, its lines of words, and its sign.
struct Entry {
    part: Part,
    sign: Option<(usize, Sign)>,
    lines: Vec<String>,
    width: f64,
}

/// Draws the head of a chart; gives its height. Without signs it is the unit alone.
pub(super) fn head(canvas: &mut Canvas<'_>, signs: &[(usize, Sign)]) -> f64 {
    let size = canvas.size();
    let chart = canvas.job.chart;
    let mut entries: Vec<Entry> = unit_line(chart, !signs.is_empty())
        .map(|text| entry(canvas, Part::Unit, None, &text))
        .into_iter()
        .collect();
    for &(number, sign) in signs {
        if let Some(series) = chart.series.get(number) {
            let name = if chart.unit().is_some() { series.name.clone() } else { chart.named(series) };
            entries.push(entry(canvas, Part::Name(number), Some((number, sign)), &name));
        }
    }
    let (mut x, mut y, mut high) = (0.0, 0.0, 0_usize);
    let line = canvas.job.look.line();
    for entry in entries {
        if x > 0.0 && x + entry.width > canvas.job.width {
            (x, y, high) = (0.0, y + line * high as f64, 0);
        }
        place(canvas, &entry, x, y);
        x += entry.width + 1.4 * size;
        high = high.max(entry.lines.len());
    }
    if high == 0 { 0.0 } else { y + line * high as f64 + 0.5 * size }
}

/// The line above a chart that names its unit; without a legend also its only series.
pub fn unit_line(chart: &Chart, legend: bool) -> Option<String> {
    let unit = chart.unit()?.replace(' ', "\u{a0}");
    let text = match chart.series.as_slice() {
        _ if chart.kind.is_shares() => String::new(),
        [only] if !legend => chart.named(only),
        _ if unit == "%" => String::new(),
        _ => unit,
    };
    (!text.is_empty()).then_some(text)
}

fn entry(canvas: &Canvas<'_>, part: Part, sign: Option<(usize, Sign)>, text: &str) -> Entry {
    let before = if sign.is_some() { indent(canvas, sign) } else { 0.0 };
    let wrapped = canvas.wrapped(text, canvas.job.width - before);
    let widest = wrapped.lines.iter().map(|line| canvas.wide(line, false)).fold(0.0, f64::max);
    Entry { part, sign, lines: wrapped.lines, width: before + widest }
}

/// The room that a sign takes.
fn indent(canvas: &Canvas<'_>, sign: Option<(usize, Sign)>) -> f64 {
    match sign {
        Some((_, Sign::Area(_))) => 1.15 * canvas.size(),
        Some((_, Sign::Line(_))) => 2.6 * canvas.size(),
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
            canvas.line(Part::Key(number), vec![(x, middle), (x + 2.2 * size, middle)], marker);
            canvas.marker(Part::Key(number), (x + 1.1 * size, middle), marker);
        }
        None => {}
    }
}
