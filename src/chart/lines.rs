//! Lines from point to point.

use super::canvas::{Box4, Canvas, Hold, Job, meet};
use super::columns::{Labels, Plot, lay, own_height};
use super::legend::{Sign, head};
use super::{Axis, Drawing, Kind, Manner, Marker, Part, markers};

/// The most of the width that names at the lines' ends take.
const NAMES: f64 = 0.3;
/// More lines than these are named in a legend.
const MOST_NAMED: usize = 6;

/// A line's points with the categories they belong to.
type Points = Vec<(usize, (f64, f64))>;

/// Draws lines. With `direct` their names stand at their ends, else in a legend.
pub(super) fn lines(job: Job<'_>, labels: Labels, direct: bool) -> Drawing {
    let mut canvas = Canvas::new(job);
    let chart = job.chart;
    let markers = markers(job.look.accent, chart.series.len());
    let several = chart.series.len() > 1;
    let legend = several && !direct;
    let signs: Vec<_> = markers.iter().copied().map(Sign::Line).enumerate().collect();
    let head = head(&mut canvas, if legend { &signs } else { &[] });
    let count = chart.categories.len();
    let values = chart.series.iter().flat_map(|series| (0..count).filter_map(|at| series.value(at)));
    let axis = Axis::for_lines(values, 4);
    let height = job.height.unwrap_or_else(|| own_height(&job));
    let names = if several && direct { names_width(&canvas) } else { 0.0 };
    canvas.job.width -= names;
    let mut plot = lay(&mut canvas, axis, (head + 1.3 * job.look.size, height), true);
    canvas.job.width += names;
    let all: Vec<Points> = (0..chart.series.len()).map(|number| points(&canvas, &plot, number)).collect();
    draw_lines(&mut canvas, &all, &markers);
    if several && direct {
        plot.right += 0.2 * job.look.size;
        named(&mut canvas, &plot, &all, &markers, names);
    }
    if labels != Labels::None {
        numbers(&mut canvas, &all, labels, head);
    }
    canvas.fits &= !direct || chart.series.len() <= MOST_NAMED;
    let (kind, size) = (Kind::Lines, job.look.size);
    let manner =
        Manner { kind, labels: labels != Labels::None, axis: true, legend, size, values: axis, lines: None };
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

fn names_width(canvas: &Canvas<'_>) -> f64 {
    let chart = canvas.job.chart;
    let widest = chart.series.iter().map(|series| canvas.wide(&series.name, false)).fold(0.0, f64::max);
    widest.min(NAMES * canvas.job.width) + 0.8 * canvas.size()
}

/// Names the lines at their ends, in the order of the ends, none over another.
fn named(canvas: &mut Canvas<'_>, plot: &Plot, all: &[Points], markers: &[Marker], width: f64) {
    let (line, size) = (canvas.job.look.line(), canvas.size());
    let chart = canvas.job.chart;
    let mut ends: Vec<(f64, usize, Vec<String>)> = Vec::new();
    for (number, (points, series)) in all.iter().zip(&chart.series).enumerate() {
        let Some((_, (_, y))) = points.last() else { continue };
        let wrapped = canvas.wrapped(&series.name, width - 0.7 * size);
        canvas.fits &= wrapped.whole;
        ends.push((y - line * wrapped.lines.len() as f64 / 2.0, number, wrapped.lines));
    }
    ends.sort_by(|one, two| one.0.total_cmp(&two.0));
    let heights: Vec<f64> = ends.iter().map(|(_, _, lines)| line * lines.len() as f64).collect();
    let tops =
        apart(&ends.iter().map(|end| end.0).collect::<Vec<_>>(), &heights, (plot.top - size, plot.bottom));
    let Some(tops) = tops else {
        canvas.fits = false;
        return;
    };
    for ((_, number, lines), top) in ends.iter().zip(tops) {
        let color = markers.get(*number).map_or(canvas.job.look.ink, |marker| marker.color);
        let end = all.get(*number).and_then(|points| points.last()).map(|(_, point)| *point);
        let middle = top + line * lines.len() as f64 / 2.0;
        if let Some((x, y)) = end {
            canvas.rule((x + 0.4 * size, y), (plot.right + 0.1 * size, middle), 0.4, color);
        }
        let ink = canvas.plain();
        canvas.lines(Part::Name(*number), lines, (plot.right + 0.4 * size, top), Hold::Start, ink);
    }
}

/// Moves boxes of these heights apart, each as near as it can be to where it wants its upper
/// edge, all between two ends; `None` where they have no room. The wishes ascend.
pub(super) fn apart(wanted: &[f64], heights: &[f64], (from, to): (f64, f64)) -> Option<Vec<f64>> {
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

/// Writes numbers above or below their points, where nothing else is. `top` is the upper limit.
pub(super) fn numbers(canvas: &mut Canvas<'_>, all: &[Points], labels: Labels, top: f64) {
    let size = canvas.size();
    let mut taken: Vec<Box4> = canvas.taken().collect();
    let around = |(x, y): (f64, f64)| [x - 0.3 * size, y - 0.3 * size, x + 0.3 * size, y + 0.3 * size];
    let markers: Vec<Box4> = all.iter().flatten().map(|(_, point)| around(*point)).collect();
    taken.extend(&markers);
    let strokes: Vec<((f64, f64), (f64, f64))> = all
        .iter()
        .flat_map(|points| points.windows(2))
        .filter_map(|pair| match pair {
            [(one, a), (two, b)] if one + 1 == *two => Some((*a, *b)),
            _ => None,
        })
        .collect();
    for (number, points) in all.iter().enumerate() {
        for &(category, (x, y)) in points {
            let series = canvas.job.chart.series.get(number);
            let Some(text) = series.and_then(|series| series.label(category)) else { continue };
            let half = canvas.wide(&text, false) / 2.0;
            let places = [y - 0.62 * size, y + 1.15 * size, y - 1.1 * size, y + 1.6 * size];
            let free = places.into_iter().find(|base| {
                let own = [x - half, base - 0.72 * size, x + half, base + 0.1 * size];
                own[1] >= top
                    && own[0] >= 0.0
                    && own[2] <= canvas.job.width
                    && !taken.iter().any(|other| meet(&own, other))
                    && !strokes.iter().any(|stroke| crosses(*stroke, &own))
            });
            match free {
                Some(base) => {
                    taken.push([x - half, base - 0.72 * size, x + half, base + 0.22 * size]);
                    let ink = canvas.plain();
                    canvas.words(Part::Label(number, category), &text, (x, base), Hold::Middle, ink);
                }
                None if labels == Labels::All => canvas.fits = false,
                None => {}
            }
        }
    }
}

/// Whether a straight line goes through a box.
fn crosses(((x, y), (to_x, to_y)): ((f64, f64), (f64, f64)), [left, top, right, bottom]: &Box4) -> bool {
    let (from, to) = (x.max(*left), to_x.min(*right));
    if from >= to || to_x <= x {
        return false;
    }
    let at = |place: f64| y + (to_y - y) * (place - x) / (to_x - x);
    let (one, two) = (at(from), at(to));
    one.max(two) > *top && one.min(two) < *bottom
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
