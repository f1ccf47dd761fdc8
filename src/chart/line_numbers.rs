//! The numbers at the points of lines.
//!
//! A number stands directly above or below its point, nearer to it than to any other line's, so
//! that nobody reads it off another line; from which follows that numbers of one category stand
//! in the order of their points. A line has all its numbers or none, or all lines have the first
//! and the last.

use super::Part;
use super::canvas::{Box4, Canvas, Hold, meet};
use super::columns::Labels;
use super::lines::Points;

/// From a point up and down to the baseline of its number, in sizes of the words.
const ABOVE: f64 = 0.62;
const BELOW: f64 = 1.2;

/// A number in its place.
struct Placed {
    series: usize,
    category: usize,
    text: String,
    x: f64,
    base: f64,
}

/// Writes numbers at the points; says which lines have them. `top` is the upper limit; where the
/// lines are named at their ends, the last numbers stand there.
pub(super) fn numbers(
    canvas: &mut Canvas<'_>,
    all: &[Points],
    labels: Labels,
    (top, named): (f64, bool),
) -> Vec<bool> {
    let room = Room::new(canvas, all, top, named);
    let lines: Vec<bool> = all.iter().map(|points| !points.is_empty()).collect();
    let (placed, numbered) = match labels {
        Labels::All => {
            let placed = room.place(&lines, false);
            canvas.fits &= placed.is_ok();
            (placed.unwrap_or_default(), lines)
        }
        _ => match room.place(&lines, true) {
            Ok(ends) => (ends, lines),
            Err(_) => room.whole_lines(lines),
        },
    };
    let ink = canvas.plain();
    for one in placed {
        canvas.words(Part::Label(one.series, one.category), &one.text, (one.x, one.base), Hold::Middle, ink);
    }
    numbered
}

/// What numbers must keep clear of.
struct Room<'a, 'c> {
    canvas: &'a Canvas<'c>,
    all: &'a [Points],
    taken: Vec<Box4>,
    strokes: Vec<((f64, f64), (f64, f64))>,
    top: f64,
    /// Whether the last number of each line stands at its name.
    named: bool,
}

impl<'a, 'c> Room<'a, 'c> {
    fn new(canvas: &'a Canvas<'c>, all: &'a [Points], top: f64, named: bool) -> Room<'a, 'c> {
        let half = 0.3 * canvas.size();
        let marker = |(_, (x, y)): &(usize, (f64, f64))| [x - half, y - half, x + half, y + half];
        let taken = canvas.taken().chain(all.iter().flatten().map(marker)).collect();
        let pairs = all.iter().flat_map(|points| points.windows(2));
        let strokes = pairs.filter_map(|pair| match pair {
            [(one, a), (two, b)] if one + 1 == *two => Some((*a, *b)),
            _ => None,
        });
        Room { canvas, all, taken, strokes: strokes.collect(), top, named }
    }

    /// The numbers of as many whole lines as have room, and which these are.
    fn whole_lines(&self, mut lines: Vec<bool>) -> (Vec<Placed>, Vec<bool>) {
        loop {
            match self.place(&lines, false) {
                Ok(placed) => return (placed, lines),
                Err(series) => match lines.get_mut(series) {
                    Some(line) => *line = false,
                    None => return (Vec::new(), lines),
                },
            }
        }
    }

    /// Places the numbers of these lines, or only the first and last of each; else the first line
    /// that has no room for one.
    fn place(&self, lines: &[bool], ends: bool) -> Result<Vec<Placed>, usize> {
        let mut placed: Vec<Placed> = Vec::new();
        let mut taken = self.taken.clone();
        let categories = self.canvas.job.chart.categories.len();
        for category in 0..categories {
            // From top to bottom, each as high as it can stand.
            let mut here: Vec<(usize, (f64, f64))> = self.at(category).collect();
            here.sort_by(|one, two| one.1.1.total_cmp(&two.1.1));
            for (series, (x, y)) in here {
                if lines.get(series) != Some(&true) || !self.is_written(series, category, ends) {
                    continue;
                }
                let text = self.canvas.job.chart.series.get(series).and_then(|one| one.label(category));
                let Some(text) = text else { continue };
                let half = self.canvas.wide(&text, false) / 2.0;
                let (base, own) = self.free((series, category), (x, y), half, &taken).ok_or(series)?;
                taken.push(own);
                placed.push(Placed { series, category, text, x, base });
            }
        }
        Ok(placed)
    }

    /// The points of a category by series.
    fn at(&self, category: usize) -> impl Iterator<Item = (usize, (f64, f64))> {
        let point = move |(series, points): (usize, &Points)| {
            points.iter().find(|(at, _)| *at == category).map(|(_, point)| (series, *point))
        };
        self.all.iter().enumerate().filter_map(point)
    }

    fn is_written(&self, series: usize, category: usize, ends: bool) -> bool {
        let Some(points) = self.all.get(series) else { return false };
        let is = |point: Option<&(usize, (f64, f64))>| point.is_some_and(|(at, _)| *at == category);
        let last = is(points.last());
        !(self.named && last) && (!ends || last || is(points.first()))
    }

    /// The baseline of a number above or below its point, and the box it takes.
    fn free(
        &self,
        (series, category): (usize, usize),
        (x, y): (f64, f64),
        half: f64,
        taken: &[Box4],
    ) -> Option<(f64, Box4)> {
        let size = self.canvas.size();
        let others: Vec<f64> =
            self.at(category).filter(|(other, _)| *other != series).map(|(_, (_, y))| y).collect();
        [y - ABOVE * size, y + BELOW * size].into_iter().find_map(|base| {
            let own = [x - half, base - 0.72 * size, x + half, base + 0.1 * size];
            let middle = base - 0.36 * size;
            let nearest = others
                .iter()
                .all(|other| (other - y).abs() < 0.01 || (middle - y).abs() + 0.5 < (middle - other).abs());
            let free = nearest
                && own[1] >= self.top
                && own[0] >= 0.0
                && own[2] <= self.canvas.job.width
                && !taken.iter().any(|other| meet(&own, other))
                && !self.strokes.iter().any(|stroke| crosses(*stroke, &own));
            free.then_some((base, [own[0] - 0.1 * size, own[1], own[2] + 0.1 * size, base + 0.22 * size]))
        })
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
