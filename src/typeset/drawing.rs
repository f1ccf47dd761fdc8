//! Charts on pages and slides: words measured and set in the text faces, areas and strokes.

use super::fonts::{FaceMetrics, Fonts, face_index};
use super::hyphens::hyphens;
use super::pages::{Glyph, Item, TextRun};
use super::shape::{Atom, AtomKind, Letters, Shaper};
use crate::chart::{Drawing, Form, Ruler, Words};
use crate::document::Face;
use std::cell::RefCell;

/// Measures the words of charts in the text faces.
pub struct FontRuler<'f> {
    fonts: &'f Fonts,
    /// Measuring is asked for by reference, and the shaper remembers words.
    shaper: RefCell<Shaper<'f>>,
}

impl<'f> FontRuler<'f> {
    /// A ruler for these faces.
    pub fn new(fonts: &'f Fonts) -> FontRuler<'f> {
        FontRuler { fonts, shaper: RefCell::new(Shaper::new(fonts)) }
    }

    fn atoms(&self, text: &str, bold: bool) -> Vec<Atom> {
        let mut atoms = Vec::new();
        let letters = Letters { face: face_index(face(bold)), capitals: false, kerned: false };
        self.shaper.borrow_mut().shape(text, 0, letters, &mut atoms);
        atoms.retain(|atom| matches!(atom.kind, AtomKind::Letter | AtomKind::Space));
        atoms
    }

    fn scale(&self, size: f64, bold: bool) -> f64 {
        let FaceMetrics { units_per_em, .. } = self.fonts.metrics(face(bold));
        size / f64::from(units_per_em)
    }

    /// The items of a drawing whose upper left corner stands at `left` and `top`.
    pub fn items(&self, drawing: &Drawing, left: f64, top: f64) -> Vec<Item> {
        let place = |&(x, y): &(f64, f64)| ((left + x) as f32, (top + y) as f32);
        let item = |form: &Form| match form {
            Form::Area { points, color } => {
                Item::Polygon { points: points.iter().map(place).collect(), color: *color }
            }
            Form::Stroke { points, closed, width, color, dash } => {
                let first = points.first().filter(|_| *closed);
                Item::Stroke {
                    points: points.iter().chain(first).map(place).collect(),
                    width: *width as f32,
                    color: *color,
                    dash: dash.map(|(dash, gap)| (dash as f32, gap as f32)),
                }
            }
            Form::Words(words) => Item::Text(self.run(words, left, top)),
        };
        drawing.shapes.iter().map(|shape| item(&shape.form)).collect()
    }

    /// Words on their baseline.
    pub(super) fn words(&self, words: &Words) -> Item {
        Item::Text(self.run(words, 0.0, 0.0))
    }

    fn run(&self, words: &Words, left: f64, top: f64) -> TextRun {
        let scale = self.scale(words.size, words.bold);
        let points = |units: i32| (f64::from(units) * scale) as f32;
        let glyph = |atom: Atom| Glyph {
            id: atom.glyph,
            advance: points(atom.advance),
            dx: points(atom.dx),
            dy: points(atom.dy),
            start: atom.start,
            end: atom.end,
        };
        TextRun {
            x: (left + words.x) as f32,
            y: (top + words.y) as f32,
            size: words.size as f32,
            face: face(words.bold),
            color: words.color,
            text: words.text.clone(),
            glyphs: self.atoms(&words.text, words.bold).into_iter().map(glyph).collect(),
        }
    }
}

impl Ruler for FontRuler<'_> {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let units: i32 = self.atoms(text, bold).iter().map(|atom| atom.advance).sum();
        f64::from(units) * self.scale(size, bold)
    }

    fn hyphens(&self, word: &str) -> Vec<usize> {
        hyphens(word, 0)
    }
}

fn face(bold: bool) -> Face {
    Face { bold, italic: false }
}
