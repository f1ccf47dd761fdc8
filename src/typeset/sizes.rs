//! Slides in smaller sizes: by how much, and a style sheet with all its letters and distances smaller.

use crate::document::{Document, Length, StyleSheet};
use std::cell::RefCell;
use std::rc::Rc;

/// By how much letters are made smaller, one step after the other.
pub(super) const STEPS: [f32; 8] = [1.0, 0.92, 0.85, 0.78, 0.71, 0.64, 0.57, 0.5];

/// By how much letters are smaller at the last step.
pub(super) fn smallest_step() -> f32 {
    STEPS.last().copied().unwrap_or(1.0)
}

/// The document's style sheet in the sizes that its frames ask for.
pub(super) struct ScaledSheets {
    sheets: Vec<(Size, StyleSheet)>,
}

impl ScaledSheets {
    /// The sizes that the frames of a document ask for.
    pub fn new(document: &Document) -> ScaledSheets {
        let mut sheets = ScaledSheets { sheets: Vec::new() };
        for frame in document.sections.iter().flat_map(|section| &section.slide).flat_map(|s| &s.frames) {
            let style = document.styles.frames.get(&frame.name);
            let smallest = style.map_or(0.0, |style| frame.styled(style).smallest.pt());
            let key = (frame.scale, smallest);
            if !sheets.sheets.iter().any(|(known, _)| *known == key) {
                sheets.sheets.push((key, scaled_styles(&document.styles, frame.scale, smallest)));
            }
        }
        sheets
    }

    pub fn get(&self, key: Size) -> Option<&StyleSheet> {
        self.sheets.iter().find(|(known, _)| *known == key).map(|(_, sheet)| sheet)
    }
}

/// A style sheet with smaller letters and distances, letters not below `smallest` points.
pub fn scaled_styles(sheet: &StyleSheet, scale: f32, smallest: f32) -> StyleSheet {
    let mut sheet = sheet.clone();
    let smaller = |length: &mut Length| *length = Length(length.pt() * scale);
    for style in sheet.paragraphs.values_mut() {
        let least = smallest.min(style.size.pt());
        // What has one size on all slides gives way where the words beside it would be too small.
        let own = if style.one_size { (scale / smallest_step()).min(1.0) } else { scale };
        style.size = Length((style.size.pt() * own).round().max(least));
        let distances = [
            &mut style.first_indent,
            &mut style.left_indent,
            &mut style.space_before,
            &mut style.space_after,
        ];
        distances.into_iter().for_each(smaller);
    }
    sheet
}

/// By how much everything is smaller, and how small letters become at most, pt.
type Size = (f32, f32);

/// A style sheet in the sizes in which frames are tried: each is made once.
pub(super) struct Sizes<'a> {
    sheet: &'a StyleSheet,
    known: RefCell<Vec<(Size, Rc<StyleSheet>)>>,
}

impl<'a> Sizes<'a> {
    pub fn of(sheet: &'a StyleSheet) -> Sizes<'a> {
        Sizes { sheet, known: RefCell::default() }
    }

    /// The sheet with everything smaller by `scale`, letters not below `smallest` points.
    pub fn at(&self, scale: f32, smallest: Length) -> Rc<StyleSheet> {
        let key = (scale, smallest.pt());
        let mut known = self.known.borrow_mut();
        if let Some((_, sheet)) = known.iter().find(|(made, _)| *made == key) {
            return Rc::clone(sheet);
        }
        let sheet = Rc::new(scaled_styles(self.sheet, scale, smallest.pt()));
        known.push((key, Rc::clone(&sheet)));
        sheet
    }
}
