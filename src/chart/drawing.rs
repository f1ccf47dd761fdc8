//! A finished drawing.

use super::{Color, Manner};

/// What is drawn, in points from the upper left corner, y downwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// How it shows the chart.
    pub manner: Manner,
    /// Whether all names and what was asked for have found room; if not, something overlaps.
    pub fits: bool,
    /// What is drawn, the lowest first.
    pub shapes: Vec<Shape>,
}

/// Something drawn and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What it stands for.
    pub part: Part,
    /// What is drawn.
    pub form: Form,
}

/// What a shape stands for. Series and categories are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A column, bar, sector or marker.
    Value(usize, usize),
    /// The hatching or outline on one.
    Texture(usize, usize),
    /// The line of a series.
    Line(usize),
    /// A number that is written at its value.
    Label(usize, usize),
    /// The last number of a line, behind the line's name at its end.
    End(usize, usize),
    /// The sum at the end of a stack, or in a ring.
    Total(usize),
    /// The name of a category.
    Category(usize),
    /// The name of a series, at its line or in the legend.
    Name(usize),
    /// A patch of the legend.
    Key(usize),
    /// The unit, or the name of the only series.
    Unit,
    /// A number of the axis.
    Tick,
    /// An axis, a line of the grid, a line that leads to a label.
    Rule,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A filled polygon.
    Area {
        /// Its corners.
        points: Vec<(f64, f64)>,
        /// Its colour.
        color: Color,
    },
    /// A line through points.
    Stroke {
        /// The points.
        points: Vec<(f64, f64)>,
        /// Whether it goes back to the first point.
        closed: bool,
        /// Thickness.
        width: f64,
        /// Its colour.
        color: Color,
        /// Lengths of dash and gap; `None` for an unbroken line.
        dash: Option<(f64, f64)>,
    },
    /// Words on one line.
    Words(Words),
}

/// Words on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// Left end of the baseline.
    pub x: f64,
    /// The baseline.
    pub y: f64,
    /// What is written.
    pub text: String,
    /// How wide it is.
    pub width: f64,
    /// Size.
    pub size: f64,
    /// Bold.
    pub bold: bool,
    /// Its colour.
    pub color: Color,
}

impl Words {
    /// Left, upper, right and lower edge of the letters.
    pub fn bounds(&self) -> [f64; 4] {
        [self.x, self.y - 0.72 * self.size, self.x + self.width, self.y + 0.22 * self.size]
    }
}

impl Drawing {
    /// The words of the drawing.
    pub fn words(&self) -> impl Iterator<Item = (Part, &Words)> {
        self.shapes.iter().filter_map(|shape| match &shape.form {
            Form::Words(words) => Some((shape.part, words)),
            _ => None,
        })
    }
}
