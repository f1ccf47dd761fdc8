//! Character codes: one for each glyph and reading of it.
//!
//! A space and a no-break space are one glyph, and so are a capital and the small letter that
//! a style prints as one. A code per glyph could be read one way only; a code per glyph *and*
//! reading makes extraction exact without `/ActualText` around every word.

use super::reading::clusters;
use crate::document::Face;
use crate::typeset::{Item, Pages, TextRun};
use std::borrow::Cow;

/// The codes of all faces of a document.
pub(super) struct Codes<'a> {
    /// By [`slot`].
    faces: [FaceCodes<'a>; 4],
}

/// The codes of one face.
#[derive(Default)]
pub(super) struct FaceCodes<'a> {
    /// In the order of glyph and reading; entry `n` has code `n + 1`.
    pub codes: Vec<Code<'a>>,
    /// For each glyph its first code, 0 for none.
    first: Vec<u32>,
}

/// A glyph and what it is read as.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Code<'a> {
    /// Its number in the whole face.
    pub glyph: u16,
    /// Its text, never empty.
    pub reading: Cow<'a, str>,
}

/// The four faces in the order of their slots.
pub(super) const FACES: [Face; 4] = [
    Face { bold: false, italic: false },
    Face { bold: false, italic: true },
    Face { bold: true, italic: false },
    Face { bold: true, italic: true },
];

/// Where a face stands in [`FACES`].
pub(super) fn slot(face: Face) -> usize {
    usize::from(face.bold) * 2 + usize::from(face.italic)
}

impl<'a> Codes<'a> {
    /// Gives codes to all glyphs of the pages. They depend on the set of glyphs and readings
    /// only, not on their order.
    pub fn collect(pages: &'a Pages) -> Codes<'a> {
        let mut seen: [Seen; 4] = Default::default();
        for run in text_runs(pages) {
            seen[slot(run.face)].add(run);
        }
        Codes { faces: seen.map(Seen::into_codes) }
    }

    /// The codes of a face.
    pub fn face(&self, face: Face) -> &FaceCodes<'a> {
        &self.faces[slot(face)]
    }
}

/// All text of the pages.
pub(super) fn text_runs(pages: &Pages) -> impl Iterator<Item = &TextRun> {
    let runs = pages.pages.iter().flat_map(|page| &page.runs);
    runs.flat_map(|run| &run.items).filter_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    })
}

impl FaceCodes<'_> {
    /// The code of a glyph that is read as `reading`; 0, which draws `.notdef`, if there is none.
    pub fn code(&self, glyph: u16, reading: &str) -> u16 {
        let first = self.first.get(usize::from(glyph)).copied().unwrap_or(0) as usize;
        let of_glyph = self.codes.get(first.wrapping_sub(1)..).unwrap_or_default();
        let found =
            of_glyph.iter().take_while(|code| code.glyph == glyph).position(|code| code.reading == reading);
        found.and_then(|index| u16::try_from(first + index).ok()).unwrap_or(0)
    }
}

/// Pairs of glyph and reading in the order in which they are met, chained by glyph.
#[derive(Default)]
struct Seen<'a> {
    codes: Vec<Code<'a>>,
    /// For each entry of `codes` the entry before it of the same glyph, counted from 1.
    before: Vec<u32>,
    /// For each glyph its last entry, counted from 1.
    last: Vec<u32>,
}

impl<'a> Seen<'a> {
    fn add(&mut self, run: &'a TextRun) {
        for cluster in clusters(run).filter(|cluster| !cluster.is_silent()) {
            for (index, glyph) in cluster.glyphs.iter().enumerate() {
                self.meet(glyph.id, cluster.reading(index));
            }
        }
    }

    fn meet(&mut self, glyph: u16, reading: Cow<'a, str>) {
        let index = usize::from(glyph);
        if self.last.len() <= index {
            self.last.resize(index + 1, 0);
        }
        let mut entry = self.last[index] as usize;
        while entry > 0 {
            if self.codes[entry - 1].reading == reading {
                return;
            }
            entry = self.before[entry - 1] as usize;
        }
        self.before.push(self.last[index]);
        self.codes.push(Code { glyph, reading });
        self.last[index] = self.codes.len() as u32;
    }

    fn into_codes(self) -> FaceCodes<'a> {
        let (mut codes, mut first) = (self.codes, vec![0; self.last.len()]);
        codes.sort_unstable();
        for (index, code) in codes.iter().enumerate().rev() {
            first[usize::from(code.glyph)] = index as u32 + 1;
        }
        FaceCodes { codes, first }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::{Glyph, Mark, Page, Run};

    fn pages(text: &str, ids: &[u16]) -> Pages {
        let mut at = 0;
        let glyphs = text.chars().zip(ids).map(|(letter, &id)| {
            let start = at;
            at += letter.len_utf8() as u32;
            Glyph { id, advance: 5.0, dx: 0.0, dy: 0.0, start, end: at }
        });
        let text = TextRun {
            x: 0.0,
            y: 0.0,
            size: 14.0,
            face: Face::default(),
            color: [0; 3],
            glyphs: glyphs.collect(),
            text: text.into(),
        };
        let run = Run { mark: Mark::Layout, items: vec![Item::Text(text)] };
        Pages {
            pages: vec![Page { width: 100.0, height: 100.0, runs: vec![run], ..Page::default() }],
            ..Pages::default()
        }
    }

    #[test]
    fn one_glyph_with_two_readings_has_two_codes() {
        let pages = pages("а б\u{A0}А", &[40, 3, 41, 3, 40]);
        let codes = Codes::collect(&pages);
        let face = codes.face(Face::default());
        let list: Vec<_> = face.codes.iter().map(|code| (code.glyph, &*code.reading)).collect();
        assert_eq!(list, [(3, " "), (3, "\u{A0}"), (40, "А"), (40, "а"), (41, "б")]);
        assert_eq!([face.code(3, " "), face.code(3, "\u{A0}"), face.code(40, "а")], [1, 2, 4]);
        assert_eq!([face.code(3, "?"), face.code(2, " "), face.code(900, "x")], [0, 0, 0]);
    }

    #[test]
    fn the_order_of_the_text_does_not_change_the_codes() {
        let (one, other) = (pages("абв", &[9, 8, 7]), pages("вба", &[7, 8, 9]));
        assert_eq!(
            Codes::collect(&one).face(Face::default()).codes,
            Codes::collect(&other).face(Face::default()).codes
        );
    }
}
