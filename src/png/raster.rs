//! Filling outlines by the area of each dot that they cover.

/// Closed outlines in dots, y downwards.
#[derive(Debug, Default)]
pub(super) struct Path {
    /// Straight pieces from point to point.
    edges: Vec<((f32, f32), (f32, f32))>,
    start: (f32, f32),
    at: (f32, f32),
}

/// Into how many straight pieces a curve is divided.
const PIECES: usize = 8;

impl Path {
    /// Begins an outline; the one before is closed.
    pub fn move_to(&mut self, point: (f32, f32)) {
        self.close();
        (self.start, self.at) = (point, point);
    }

    /// A straight piece.
    pub fn line_to(&mut self, point: (f32, f32)) {
        self.edges.push((self.at, point));
        self.at = point;
    }

    /// A quadratic curve.
    pub fn curve(&mut self, from: (f32, f32), control: (f32, f32), to: (f32, f32)) {
        for piece in 1..=PIECES {
            let t = piece as f32 / PIECES as f32;
            let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
            self.line_to((a * from.0 + b * control.0 + c * to.0, a * from.1 + b * control.1 + c * to.1));
        }
    }

    /// A cubic curve.
    pub fn cubic(&mut self, from: (f32, f32), one: (f32, f32), two: (f32, f32), to: (f32, f32)) {
        for piece in 1..=PIECES {
            let t = piece as f32 / PIECES as f32;
            let u = 1.0 - t;
            let (a, b, c, d) = (u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t);
            self.line_to((
                a * from.0 + b * one.0 + c * two.0 + d * to.0,
                a * from.1 + b * one.1 + c * two.1 + d * to.1,
            ));
        }
    }

    /// Closes the outline.
    pub fn close(&mut self) {
        if self.at != self.start {
            self.edges.push((self.at, self.start));
            self.at = self.start;
        }
    }

    /// A whole outline of straight pieces.
    pub fn polygon(&mut self, points: impl Iterator<Item = (f32, f32)>) {
        for (number, point) in points.enumerate() {
            if number == 0 { self.move_to(point) } else { self.line_to(point) }
        }
        self.close();
    }
}

/// A white sheet of dots.
#[derive(Debug)]
pub(super) struct Canvas {
    /// How many dots a row has.
    pub width: usize,
    /// How many rows there are.
    pub height: usize,
    /// Red, green and blue of each dot, row by row.
    pub pixels: Vec<u8>,
}

impl Canvas {
    pub fn new(width: usize, height: usize) -> Canvas {
        Canvas { width, height, pixels: vec![255; width * height * 3] }
    }

    /// Fills outlines: what lies inside any of them, holes left out.
    pub fn fill(&mut self, path: &Path, color: [u8; 3]) {
        let Some(bounds) = self.bounds(path) else { return };
        let mut cover = Cover::new(bounds);
        path.edges.iter().for_each(|(from, to)| cover.edge(*from, *to));
        for row in 0..cover.height {
            let mut sum = 0.0_f32;
            for column in 0..cover.width {
                sum += cover.area.get(row * (cover.width + 1) + column).copied().unwrap_or_default();
                self.blend(cover.left + column, cover.top + row, color, sum.abs().min(1.0));
            }
        }
    }

    /// The dots around a path: left, upper, right and lower edge; `None` where it is nowhere.
    fn bounds(&self, path: &Path) -> Option<[usize; 4]> {
        let points = || path.edges.iter().flat_map(|(from, to)| [from, to]);
        let least = |of: fn(&(f32, f32)) -> f32| points().map(of).fold(f32::INFINITY, f32::min);
        let most = |of: fn(&(f32, f32)) -> f32| points().map(of).fold(f32::NEG_INFINITY, f32::max);
        let clamp = |value: f32, limit: usize| value.clamp(0.0, limit as f32) as usize;
        let left = clamp(least(|point| point.0).floor(), self.width);
        let top = clamp(least(|point| point.1).floor(), self.height);
        let right = clamp(most(|point| point.0).ceil(), self.width);
        let bottom = clamp(most(|point| point.1).ceil(), self.height);
        (left < right && top < bottom).then_some([left, top, right, bottom])
    }

    /// Lays a colour over a dot, of which it covers a part.
    pub fn blend(&mut self, x: usize, y: usize, color: [u8; 3], cover: f32) {
        let at = (y * self.width + x) * 3;
        let Some(dot) = self.pixels.get_mut(at..at + 3).filter(|_| cover > 0.0) else { return };
        for (part, new) in dot.iter_mut().zip(color) {
            let old = f32::from(*part);
            *part = (old + (f32::from(new) - old) * cover + 0.5) as u8;
        }
    }
}

/// How much area each dot's edges add to the dots at their right.
struct Cover {
    left: usize,
    top: usize,
    width: usize,
    height: usize,
    area: Vec<f32>,
}

impl Cover {
    fn new([left, top, right, bottom]: [usize; 4]) -> Cover {
        let (width, height) = (right - left, bottom - top);
        Cover { left, top, width, height, area: vec![0.0; (width + 1) * height + 1] }
    }

    /// Adds an edge, row by row.
    fn edge(&mut self, from: (f32, f32), to: (f32, f32)) {
        if from.1 == to.1 {
            return;
        }
        let (sign, upper, lower) = if from.1 < to.1 { (1.0, from, to) } else { (-1.0, to, from) };
        let slope = (lower.0 - upper.0) / (lower.1 - upper.1);
        let (left, top) = (self.left as f32, self.top as f32);
        let first = (upper.1 - top).max(0.0);
        let last = (lower.1 - top).min(self.height as f32);
        let mut row = first as usize;
        while (row as f32) < last {
            let above = first.max(row as f32);
            let below = last.min(row as f32 + 1.0);
            let x = |y: f32| upper.0 - left + (y + top - upper.1) * slope;
            self.piece(row, x(above), x(below), (below - above) * sign);
            row += 1;
        }
    }

    /// A piece of an edge within one row: `height` is signed by its direction.
    fn piece(&mut self, row: usize, one: f32, two: f32, height: f32) {
        let (from, to) = (one.min(two).max(0.0), one.max(two).max(0.0));
        let limit = self.width as f32;
        let (from, to) = (from.min(limit), to.min(limit));
        let (first, last) = (from as usize, (to.ceil() as usize).max(from as usize + 1));
        let start = row * (self.width + 1);
        let span = to - from;
        let mut before = 0.0;
        for column in first..last {
            let (left, right) = (from.max(column as f32), to.min(column as f32 + 1.0));
            let share = if span > 0.0 { (right - left) / span } else { 1.0 };
            let middle = (left + right) / 2.0 - column as f32;
            let part = height * share;
            // What lies at the right of the piece within this dot, and what it leaves to the next.
            let own = part * (1.0 - middle);
            self.add(start + column, own + before);
            before = part - own;
        }
        self.add(start + last.min(self.width), before);
    }

    fn add(&mut self, at: usize, area: f32) {
        if let Some(dot) = self.area.get_mut(at) {
            *dot += area;
        }
    }
}
