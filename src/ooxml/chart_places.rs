//! Where a drawing has what a native chart shows.

use crate::chart::{Drawing, Form, Kind, Part, Words};

/// The places in a drawing, as office programs ask for them.
pub(super) struct Places<'d> {
    drawing: &'d Drawing,
}

/// How the number of one value is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Label {
    /// It is left out.
    None,
    /// It stands there: a `c:dLblPos`.
    At(&'static str),
    /// It stands behind the line's name at the line's end, or the name stands there alone; so far
    /// down, in parts of the height.
    Named { number: bool, down: f64 },
}

impl<'d> Places<'d> {
    pub fn new(drawing: &'d Drawing) -> Places<'d> {
        Places { drawing }
    }

    /// Left and upper edge, width and height in parts of the drawing.
    fn parts(&self, [left, top, right, bottom]: [f64; 4]) -> [f64; 4] {
        let Drawing { width, height, .. } = self.drawing;
        [left / width, top / height, (right - left) / width, (bottom - top) / height]
    }

    /// The area that the axes span.
    pub fn plot(&self) -> [f64; 4] {
        self.parts(self.drawing.manner.plot)
    }

    /// The legend with its patches.
    pub fn legend(&self) -> Option<[f64; 4]> {
        let shares = self.drawing.manner.kind.is_shares();
        let is_entry = |part: Part| match part {
            Part::Key(_) => true,
            Part::Name(_) => !shares,
            Part::Category(_) | Part::Label(..) => shares,
            _ => false,
        };
        // Entries that have no room are left out; where there is room to spare, LibreOffice
        // spreads them over it, as far from the edges as from each other.
        let [left, top, right, bottom] = self.around(is_entry)?;
        let size = self.drawing.manner.size;
        // The entry of sums behind bars is not seen, but takes its room.
        let unseen = matches!(self.drawing.manner.kind, Kind::Bars(_)) && self.has_totals();
        let (before, after) = if shares { (0.15, 1.0) } else { (0.9, if unseen { 2.8 } else { 0.9 }) };
        Some(self.parts([
            (left - before * size).max(0.0),
            (top - 0.3 * size).max(0.0),
            (right + after * size).min(self.drawing.width),
            bottom + 0.5 * size,
        ]))
    }

    /// The upper left corner of the unit, or of the sum in a ring.
    pub fn title(&self) -> Option<[f64; 2]> {
        let is_title = |part| match self.drawing.manner.kind {
            Kind::Doughnut => matches!(part, Part::Total(_) | Part::Unit),
            _ => part == Part::Unit,
        };
        let edges = self.around(is_title)?;
        // LibreOffice leaves a little room around a title.
        let size = self.drawing.manner.size;
        let [x, y, ..] = self.parts([edges[0] - 4.0, edges[1] - 0.19 * size - 5.0, 0.0, 0.0]);
        Some([x, y])
    }

    /// The box around all that stands for some parts.
    fn around(&self, wanted: impl Fn(Part) -> bool) -> Option<[f64; 4]> {
        let boxes =
            self.drawing.shapes.iter().filter(|shape| wanted(shape.part)).map(|shape| bounds(&shape.form));
        boxes.reduce(|one, two| {
            [one[0].min(two[0]), one[1].min(two[1]), one[2].max(two[2]), one[3].max(two[3])]
        })
    }

    /// The words that stand for a part.
    fn words(&self, wanted: Part) -> Option<&'d Words> {
        self.drawing.words().find(|(part, _)| *part == wanted).map(|(_, words)| words)
    }

    /// Whether sums are written at the ends of stacks, or in a ring.
    pub fn has_totals(&self) -> bool {
        self.drawing.words().any(|(part, _)| matches!(part, Part::Total(_)))
    }

    /// A category's name in the lines in which the drawing has it.
    pub fn broken(&self, category: usize, name: &str) -> String {
        let lines = self.drawing.words().filter(|(part, _)| *part == Part::Category(category));
        let (mut broken, mut rest) = (String::new(), name.trim());
        for (_, words) in lines {
            let length = words.text.chars().count();
            let own = rest.chars().take(length).collect::<String>();
            // A hyphen that only parts a word is no part of the name.
            let taken = if own.ends_with('-') || !words.text.ends_with('-') { length } else { length - 1 };
            let at = rest.char_indices().nth(taken).map_or(rest.len(), |(at, _)| at);
            let (line, after) = rest.split_at(at);
            broken.push_str(line);
            rest = after.trim_start();
            if rest.len() < after.len() {
                broken.push('\n');
            }
        }
        broken.push_str(rest);
        broken
    }

    /// Whether lines are named at their ends.
    pub fn names_lines(&self) -> bool {
        let manner = &self.drawing.manner;
        manner.kind == Kind::Lines
            && !manner.legend
            && self.drawing.words().any(|(part, _)| matches!(part, Part::Name(_)))
    }

    /// How a value's number is shown; `last` is the last value of its line.
    pub fn label(&self, series: usize, category: usize, last: bool) -> Label {
        let value = self.around(|part| part == Part::Value(series, category));
        if last && self.names_lines() {
            let Some((name, value)) = self.words(Part::Name(series)).zip(value) else { return Label::None };
            let middle = |[_, top, _, bottom]: [f64; 4]| (top + bottom) / 2.0;
            let base = (name.y - 0.34 * name.size - middle(value)) / self.drawing.height;
            return Label::Named { number: self.words(Part::End(series, category)).is_some(), down: base };
        }
        let Some((words, [_, top, _, bottom])) = self.words(Part::Label(series, category)).zip(value) else {
            return Label::None;
        };
        let middle = words.y - 0.36 * words.size;
        Label::At(match self.drawing.manner.kind {
            Kind::Lines => {
                if middle < (top + bottom) / 2.0 {
                    "t"
                } else {
                    "b"
                }
            }
            Kind::ColumnsWithLine if self.is_on_line(series) => {
                if middle < (top + bottom) / 2.0 {
                    "t"
                } else {
                    "b"
                }
            }
            Kind::ColumnsWithLine if middle > top && middle < bottom => "inEnd",
            Kind::ColumnsWithLine
            | Kind::Columns(crate::chart::Stacking::Beside)
            | Kind::Bars(crate::chart::Stacking::Beside) => "outEnd",
            _ => "ctr",
        })
    }

    fn is_on_line(&self, series: usize) -> bool {
        self.drawing.shapes.iter().any(|shape| shape.part == Part::Line(series))
    }
}

/// The box around a form.
fn bounds(form: &Form) -> [f64; 4] {
    let points = match form {
        Form::Words(words) => return words.bounds(),
        Form::Area { points, .. } | Form::Stroke { points, .. } => points,
    };
    let start = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    points.iter().fold(start, |[l, t, r, b], &(x, y)| [l.min(x), t.min(y), r.max(x), b.max(y)])
}
