//! A drawing while it grows.

use super::ruler::{Wrapped, wrap};
use super::{
    Chart, Color, Drawing, Fill, Form, Look, Manner, Marker, Part, Ruler, Shape, Words, readable_on,
};

/// What a chart is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Job<'a> {
    pub chart: &'a Chart,
    pub look: Look,
    pub ruler: &'a dyn Ruler,
    /// The width of the drawing.
    pub width: f64,
    /// Its height; `None` for as much as it needs.
    pub height: Option<f64>,
    /// The most that it may need.
    pub most: f64,
}

/// Which part of words stands at the given place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    Start,
    Middle,
    End,
}

/// How words look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ink {
    pub bold: bool,
    pub color: Color,
}

/// A box: left, upper, right, lower edge.
pub(super) type Box4 = [f64; 4];

/// From one oblique line of a hatching to the next, pt.
const HATCH: f64 = 3.6;
/// More words than these are not looked through for overlaps: they overlap.
const MOST_WORDS: usize = 500;
/// How far words may reach into each other's boxes, pt.
const TOUCH: f64 = 0.3;

/// A drawing while it grows.
pub(super) struct Canvas<'a> {
    pub job: Job<'a>,
    shapes: Vec<Shape>,
    /// Whether everything has found room so far.
    pub fits: bool,
}

impl<'a> Canvas<'a> {
    pub fn new(job: Job<'a>) -> Canvas<'a> {
        Canvas { job, shapes: Vec::new(), fits: true }
    }

    /// The size of words.
    pub fn size(&self) -> f64 {
        self.job.look.size
    }

    /// Words in the ordinary ink.
    pub fn plain(&self) -> Ink {
        Ink { bold: false, color: self.job.look.ink }
    }

    /// Bold words in the ordinary ink.
    pub fn bold(&self) -> Ink {
        Ink { bold: true, ..self.plain() }
    }

    /// How wide words are.
    pub fn wide(&self, text: &str, bold: bool) -> f64 {
        self.job.ruler.width(text, self.size(), bold)
    }

    /// Words in lines.
    pub fn wrapped(&self, text: &str, width: f64) -> Wrapped {
        wrap(text, width, self.size(), self.job.ruler)
    }

    pub fn push(&mut self, part: Part, form: Form) {
        self.shapes.push(Shape { part, form });
    }

    /// Words whose `hold` stands at `x` on the baseline `y`.
    pub fn words(&mut self, part: Part, text: &str, (x, y): (f64, f64), hold: Hold, ink: Ink) {
        let width = self.wide(text, ink.bold);
        let x = match hold {
            Hold::Start => x,
            Hold::Middle => x - width / 2.0,
            Hold::End => x - width,
        };
        let (text, size) = (text.to_owned(), self.size());
        let words = Words { x, y, text, width, size, bold: ink.bold, color: ink.color };
        self.push(part, Form::Words(words));
    }

    /// Lines of words, the first one's upper edge at `y`.
    pub fn lines(&mut self, part: Part, lines: &[String], (x, y): (f64, f64), hold: Hold, ink: Ink) {
        let (line, ascent) = (self.job.look.line(), 0.9 * self.size());
        for (number, text) in lines.iter().enumerate() {
            self.words(part, text, (x, y + ascent + line * number as f64), hold, ink);
        }
    }

    /// Words in the middle of a filled box, readable on its fill.
    pub fn words_on(&mut self, part: Part, text: &str, [left, top, right, bottom]: Box4, fill: Fill) {
        let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0 + 0.34 * self.size());
        if fill.hatched {
            // Lines behind letters make them hard to read.
            let half = self.wide(text, false) / 2.0 + 0.12 * self.size();
            let (up, down) = (y - 0.78 * self.size(), y + 0.16 * self.size());
            self.push(
                part,
                Form::Area { points: rectangle([x - half, up, x + half, down]), color: fill.color },
            );
        }
        let ink = Ink { bold: false, color: readable_on(fill.color) };
        self.words(part, text, (x, y), Hold::Middle, ink);
    }

    /// A straight line.
    pub fn rule(&mut self, from: (f64, f64), to: (f64, f64), width: f64, color: Color) {
        let form = Form::Stroke { points: vec![from, to], closed: false, width, color, dash: None };
        self.push(Part::Rule, form);
    }

    /// A filled polygon for a value, with its hatching and outline.
    pub fn value(&mut self, (series, category): (usize, usize), points: Vec<(f64, f64)>, fill: Fill) {
        self.push(Part::Value(series, category), Form::Area { points: points.clone(), color: fill.color });
        self.texture(Part::Texture(series, category), points, fill);
    }

    /// A patch of the legend.
    pub fn key(&mut self, series: usize, at: Box4, fill: Fill) {
        self.push(Part::Key(series), Form::Area { points: rectangle(at), color: fill.color });
        self.texture(Part::Key(series), rectangle(at), fill);
    }

    fn texture(&mut self, part: Part, points: Vec<(f64, f64)>, fill: Fill) {
        let width = 0.5;
        if fill.hatched {
            for points in hatching(&points) {
                self.push(part, Form::Stroke { points, closed: false, width, color: fill.dark, dash: None });
            }
        }
        self.push(part, Form::Stroke { points, closed: true, width, color: fill.dark, dash: None });
    }

    /// A line's marker around a point.
    pub fn marker(&mut self, part: Part, (x, y): (f64, f64), marker: Marker) {
        let radius = 0.26 * self.size();
        let points = polygon(x, y, radius, marker.corners);
        let color = if marker.filled { marker.color } else { self.job.look.paper };
        self.push(part, Form::Area { points: points.clone(), color });
        let outline = Form::Stroke { points, closed: true, width: 1.2, color: marker.color, dash: None };
        self.push(part, outline);
    }

    /// The line of a series.
    pub fn line(&mut self, part: Part, points: Vec<(f64, f64)>, marker: Marker) {
        let width = (self.size() / 7.0).clamp(1.2, 3.0);
        let dash = marker.dash.map(|(dash, gap)| (dash * width, gap * width));
        self.push(part, Form::Stroke { points, closed: false, width, color: marker.color, dash });
    }

    /// The pale colour of lines across.
    pub fn pale(&self) -> Color {
        let mix = |(ink, paper): (u8, u8)| ((u16::from(ink) + 4 * u16::from(paper)) / 5) as u8;
        let [a, b, c] = self.job.look.ink;
        let [x, y, z] = self.job.look.paper;
        [(a, x), (b, y), (c, z)].map(mix)
    }

    /// The boxes of words that are there.
    pub fn taken(&self) -> impl Iterator<Item = Box4> {
        self.shapes.iter().filter_map(|shape| match &shape.form {
            Form::Words(words) => Some(words.bounds()),
            _ => None,
        })
    }

    /// The finished drawing. `solid` says whether the values are boxes that no other's number
    /// may cover.
    pub fn finish(mut self, height: f64, manner: Manner, solid: bool) -> Drawing {
        self.fits &= !(self.overlaps(height) || solid && self.covered());
        let Job { width, .. } = self.job;
        Drawing { width, height, manner, fits: self.fits, shapes: self.shapes }
    }

    /// Whether words overlap or leave the drawing.
    fn overlaps(&self, height: f64) -> bool {
        let boxes: Vec<Box4> = self.taken().collect();
        let outside = |[left, top, right, bottom]: &Box4| {
            *left < -TOUCH || *top < -TOUCH || *right > self.job.width + TOUCH || *bottom > height + TOUCH
        };
        // Words side by side are words apart.
        let apart = 0.1 * self.size();
        let wide = |[left, top, right, bottom]: &Box4| [left - apart, *top, right + apart, *bottom];
        let meets = |one: &Box4, two: &Box4| meet(&wide(one), &wide(two));
        boxes.len() > MOST_WORDS
            || boxes.iter().any(outside)
            || boxes.iter().enumerate().any(|(at, one)| boxes.iter().skip(at + 1).any(|two| meets(one, two)))
    }

    /// Whether a number stands on a value that is not its own.
    fn covered(&self) -> bool {
        let values: Vec<(Part, Box4)> = self
            .shapes
            .iter()
            .filter_map(|shape| match (&shape.part, &shape.form) {
                (Part::Value(..), Form::Area { points, .. }) => Some((shape.part, around(points))),
                _ => None,
            })
            .collect();
        self.shapes.iter().any(|shape| match (&shape.part, &shape.form) {
            (Part::Label(series, category), Form::Words(words)) => values.iter().any(|(part, value)| {
                *part != Part::Value(*series, *category) && meet(&words.bounds(), value)
            }),
            _ => false,
        })
    }
}

/// Whether two boxes have more than a hair in common.
pub(super) fn meet(one: &Box4, two: &Box4) -> bool {
    one[0] + TOUCH < two[2] && two[0] + TOUCH < one[2] && one[1] + TOUCH < two[3] && two[1] + TOUCH < one[3]
}

/// The box around points.
pub(super) fn around(points: &[(f64, f64)]) -> Box4 {
    let start = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    points.iter().fold(start, |[l, t, r, b], &(x, y)| [l.min(x), t.min(y), r.max(x), b.max(y)])
}

/// The corners of a box.
pub(super) fn rectangle([left, top, right, bottom]: Box4) -> Vec<(f64, f64)> {
    vec![(left, top), (right, top), (right, bottom), (left, bottom)]
}

/// A polygon of so many corners; a circle for none.
fn polygon(x: f64, y: f64, radius: f64, corners: u8) -> Vec<(f64, f64)> {
    let count = if corners == 0 { 24 } else { u32::from(corners) };
    // A square stands on its side, a triangle on its base.
    let turn = if corners == 4 { 0.125 } else { 0.0 };
    let radius = if corners == 0 { radius } else { radius * 1.25 };
    let corner = |number: u32| {
        let (across, up) = direction(f64::from(number) / f64::from(count) + turn);
        (x + radius * across, y - radius * up)
    };
    (0..count).map(corner).collect()
}

/// Sine and cosine of a part of a full turn: to the right and up, clockwise from the top. Only
/// exact operations, so that every machine draws the same.
pub(super) fn direction(turn: f64) -> (f64, f64) {
    let turn = turn - turn.floor();
    let quarter = (turn * 4.0).floor();
    let (sine, cosine) = small((turn - quarter / 4.0) * std::f64::consts::TAU);
    match quarter as u8 {
        0 => (sine, cosine),
        1 => (cosine, -sine),
        2 => (-sine, -cosine),
        _ => (-cosine, sine),
    }
}

/// Taylor's series up to a quarter turn.
fn small(angle: f64) -> (f64, f64) {
    let (mut sine, mut cosine, mut term) = (0.0, 0.0, 1.0);
    for power in 0..20_u32 {
        match power % 4 {
            0 => cosine += term,
            1 => sine += term,
            2 => cosine -= term,
            _ => sine -= term,
        }
        term = term * angle / f64::from(power + 1);
    }
    (sine, cosine)
}

/// The oblique lines within a polygon.
fn hatching(points: &[(f64, f64)]) -> Vec<Vec<(f64, f64)>> {
    let sums: Vec<f64> = points.iter().map(|(x, y)| x + y).collect();
    let (low, high) = sums.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), &s| (l.min(s), h.max(s)));
    let (first, last) = ((low / HATCH).ceil(), (high / HATCH).floor());
    if !(first.is_finite() && last.is_finite()) {
        return Vec::new();
    }
    (first as i64..=last as i64).flat_map(|number| crossed(points, number as f64 * HATCH)).collect()
}

/// The pieces of the line x + y = `sum` within a polygon.
fn crossed(points: &[(f64, f64)], sum: f64) -> Vec<Vec<(f64, f64)>> {
    let mut found: Vec<(f64, f64)> = Vec::new();
    let after = points.iter().cycle().skip(1);
    for (&(x, y), &(next_x, next_y)) in points.iter().zip(after) {
        let (here, there) = (x + y - sum, next_x + next_y - sum);
        if (here < 0.0) != (there < 0.0) {
            let part = here / (here - there);
            found.push((x + (next_x - x) * part, y + (next_y - y) * part));
        }
    }
    found.sort_by(|one, two| one.0.total_cmp(&two.0));
    found.chunks_exact(2).map(<[(f64, f64)]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_are_those_of_a_clock() {
        let near = |(x, y): (f64, f64), (a, b): (f64, f64)| (x - a).abs() < 1e-12 && (y - b).abs() < 1e-12;
        assert!(near(direction(0.0), (0.0, 1.0)) && near(direction(0.25), (1.0, 0.0)));
        assert!(near(direction(0.5), (0.0, -1.0)) && near(direction(0.75), (-1.0, 0.0)));
        let half = std::f64::consts::FRAC_1_SQRT_2;
        assert!(near(direction(1.125), (half, half)));
    }

    #[test]
    fn hatching_stays_within_its_polygon() {
        let lines = hatching(&rectangle([10.0, 20.0, 40.0, 30.0]));
        assert!(lines.len() > 8);
        for (x, y) in lines.into_iter().flatten() {
            assert!((10.0..=40.0).contains(&x) && (20.0..=30.0).contains(&y), "{x} {y}");
        }
    }
}
