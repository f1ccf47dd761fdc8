//! Lines from point to point.

use super::canvas::{Canvas, Hold, Job, rectangle};
use super::columns::{Labels, Plot, lay, own_height, steps};
use super::legend::{Sign, head};
use super::line_numbers::numbers;
use super::{Axis, Drawing, Form, Kind, Manner, Marker, Part, markers};

/// The most of the width that names at the lines' ends take.
const NAMES: f64 = 0.35;
/// More lines than these are named in a legend.
const MOST_NAMED: usize = 6;
/// From a line's end to its name, in sizes of the words.
const BEFORE_NAME: f64 = 0.45;
/// What stands between a line's name and its last number.
pub const BEFORE_NUMBER: &str = " – ";

/// A line's points with the categories they belong to.
pub(super) type Points = Vec<(usize, (f64, f64))>;

/// Draws lines. With `direct` their names and last numbers stand at their ends, else the names in
/// a legend.
pub(super) fn lines(job: Job<'_>, labels: Labels, direct: bool) -> Drawing {
    let mut canvas = Canvas::new(job);
    let chart = job.chart;
    let markers = markers(job.look.accent, chart.series.len());
    let several = chart.series.len() > 1;
    let (legend, direct) = (several && !direct, several && direct);
    let signs: Vec<_> = markers.iter().copied().map(Sign::Line).enumerate().collect();
    let head = head(&mut canvas, if legend { &signs } else { &[] });
    let count = chart.categories.len();
    let values = chart.series.iter().flat_map(|series| (0..count).filter_map(|at| series.value(at)));
    let height = job.height.unwrap_or_else(|| own_height(&job));
    let axis = Axis::for_lines(values, steps(&job, head, height));
    let names = if direct { names_width(&mut canvas, labels) } else { 0.0 };
    canvas.job.width -= names;
    let plot = lay(&mut canvas, axis, (head + 1.45 * job.look.size, height), true);
    canvas.job.width += names;
    let all: Vec<Points> = (0..chart.series.len()).map(|number| points(&canvas, &plot, number)).collect();
    draw_lines(&mut canvas, &all, &markers);
    let numbered = match labels {
        Labels::None => vec![false; all.len()],
        _ => numbers(&mut canvas, &all, labels, (head, direct)),
    };
    if direct {
        named(&mut canvas, &plot, &all, &numbered);
    }
    canvas.fits &= !direct || chart.series.len() <= MOST_NAMED;
    let manner = Manner {
        kind: Kind::Lines,
        labels: labels != Labels::None,
        axis: true,
        legend,
        size: job.look.size,
        values: axis,
        lines: None,
        plot: plot.edges(),
        gap: 0.0,
    };
    canvas.finish(height, manner, false)
}

/// The points of a series.
pub(super) fn points(canvas: &Canvas<'_>, plot: &Plot, series: usize) -> Points {
    let chart = canvas.job.chart;
    let count = chart.categories.len();
    let Some(series) = chart.series.get(series) else { return Vec::new() };
    let point = |category: usize| {
        series.value(category).map(|value| (category, (plot.middle(category, count), plot.y(value))))
    };
    (0..count).filter_map(point).collect()
}

/// Draws lines, broken where a value is missing, with a marker at every point.
pub(super) fn draw_lines(canvas: &mut Canvas<'_>, all: &[Points], markers: &[Marker]) {
    for ((number, points), marker) in all.iter().enumerate().zip(markers) {
        for run in points.chunk_by(|one, two| one.0 + 1 == two.0).filter(|run| run.len() > 1) {
            canvas.line(Part::Line(number), run.iter().map(|(_, point)| *point).collect(), *marker);
        }
    }
    for ((number, points), marker) in all.iter().enumerate().zip(markers) {
        for (category, point) in points {
            canvas.marker(Part::Value(number, *category), *point, *marker);
        }
    }
}

/// The room right of the plot that names and last numbers need, so that they stand behind the
/// last points. Names that need more have no room.
fn names_width(canvas: &mut Canvas<'_>, labels: Labels) -> f64 {
    let chart = canvas.job.chart;
    let size = canvas.size();
    let wide = |series: &super::Series| {
        let last = series.values.iter().rposition(Option::is_some).and_then(|at| series.label(at));
        let number = last.filter(|_| labels != Labels::None).unwrap_or_default();
        canvas.wide(&format!("{}{BEFORE_NUMBER}{number}", series.name), false)
    };
    let widest = chart.series.iter().map(wide).fold(0.0, f64::max) + BEFORE_NAME * size;
    canvas.fits &= widest <= NAMES * canvas.job.width;
    // The last points stand in the middle of their categories.
    let (count, axis) = (chart.categories.len().max(1) as f64, 3.0 * size);
    let half = (canvas.job.width - axis - widest) / (2.0 * count - 1.0);
    (widest - half).clamp(0.0, canvas.job.width * NAMES)
}

/// Names the lines at their ends, in the order of the ends, none over another; with the last
/// number where the line has numbers.
fn named(canvas: &mut Canvas<'_>, plot: &Plot, all: &[Points], numbered: &[bool]) {
    let (line, size) = (canvas.job.look.line(), canvas.size());
    let mut ends: Vec<(f64, usize, usize, f64)> = Vec::new();
    for (number, points) in all.iter().enumerate() {
        if let Some(&(category, (x, y))) = points.last() {
            ends.push((y - line / 2.0, number, category, x));
        }
    }
    ends.sort_by(|one, two| one.0.total_cmp(&two.0));
    let wishes: Vec<f64> = ends.iter().map(|end| end.0).collect();
    let Some(tops) = apart(&wishes, &vec![line; ends.len()], (plot.top - size, plot.bottom + 0.5 * size))
    else {
        canvas.fits = false;
        return;
    };
    let ink = canvas.plain();
    for ((wish, number, category, x), top) in ends.into_iter().zip(tops) {
        let Some(series) = canvas.job.chart.series.get(number) else { continue };
        // Far from its line a name belongs to none.
        canvas.fits &= (top - wish).abs() < 1.2 * line;
        let base = top + line / 2.0 + 0.34 * size;
        let from = x + BEFORE_NAME * size;
        let label = series.label(category).filter(|_| numbered.get(number) == Some(&true));
        let label = label.map_or_else(String::new, |label| format!("{BEFORE_NUMBER}{label}"));
        let (wide, more) = (canvas.wide(&series.name, false), canvas.wide(&label, false));
        // The lines across end before the words.
        let ground = rectangle([from - 0.1 * size, top, from + wide + more, top + line]);
        canvas.push(Part::Name(number), Form::Area { points: ground, color: canvas.job.look.paper });
        canvas.words(Part::Name(number), &series.name, (from, base), Hold::Start, ink);
        if !label.is_empty() {
            let at = (from + wide + more - canvas.wide(label.trim_start(), false), base);
            canvas.words(Part::End(number, category), label.trim_start(), at, Hold::Start, ink);
        }
    }
}

/// Moves boxes of these heights apart, each as near as it can be to where it wants its upper
/// edge, all between two ends; `None` where they have no room. The wishes ascend.
fn apart(wanted: &[f64], heights: &[f64], (from, to): (f64, f64)) -> Option<Vec<f64>> {
    if heights.iter().sum::<f64>() > to - from {
        return None;
    }
    let mut tops = Vec::with_capacity(wanted.len());
    let mut lowest = from;
    for (want, height) in wanted.iter().zip(heights) {
        let top = want.max(lowest);
        tops.push(top);
        lowest = top + height;
    }
    let mut limit = to;
    for (top, height) in tops.iter_mut().zip(heights).rev() {
        *top = top.min(limit - height);
        limit = *top;
    }
    Some(tops)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_moved_apart_no_farther_than_needed() {
        assert_eq!(apart(&[0.0, 5.0, 40.0], &[10.0; 3], (0.0, 60.0)), Some(vec![0.0, 10.0, 40.0]));
        assert_eq!(apart(&[45.0, 50.0], &[10.0; 2], (0.0, 60.0)), Some(vec![40.0, 50.0]));
        assert_eq!(apart(&[0.0, 0.0], &[40.0; 2], (0.0, 60.0)), None);
    }
}
