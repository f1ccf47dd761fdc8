//! The text faces that live inside the program.

use super::shape::Known;
use crate::document::Face;
use harfrust::Font;
use std::sync::{Mutex, OnceLock, PoisonError};

/// How many faces the text family has.
pub(super) const FACES: usize = 4;

/// The place of a face in the family.
pub(super) fn face_index(face: Face) -> usize {
    usize::from(face.bold) + 2 * usize::from(face.italic)
}

/// The face at a place in the family.
pub(super) fn face_at(index: usize) -> Face {
    Face { bold: index & 1 == 1, italic: index & 2 == 2 }
}

/// A face's measures in font units, from its `head`, `hhea`, `OS/2` and `post` tables.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FaceMetrics {
    /// Font units in the em square.
    pub units_per_em: u16,
    /// How many glyphs the face has.
    pub glyphs: u32,
    /// From the baseline up to the top of a line.
    pub ascent: f32,
    /// From the baseline down to the bottom of a line; negative.
    pub descent: f32,
    /// What the face wants between two lines. With it Tinos has Times New Roman's line height
    /// of 1.15; Word and LibreOffice put it above the ascent.
    pub line_gap: f32,
    /// Height of a capital letter.
    pub cap_height: f32,
    /// Slope in degrees, counter-clockwise from the upright: negative for an italic face.
    pub italic_angle: f32,
    /// Left, lower, right and upper edge of the box around all glyphs.
    pub bounds: [f32; 4],
}

/// The four faces of a text family, read when they are first needed.
pub struct Fonts {
    faces: [LoadedFace; FACES],
    /// The family of slides, beside that of documents.
    sans: OnceLock<Box<Fonts>>,
    /// What shapers learnt, one for each that worked at the same time.
    known: Mutex<Vec<Known>>,
}

struct LoadedFace {
    name: &'static str,
    bytes: &'static [u8],
    font: OnceLock<Option<Font>>,
    metrics: OnceLock<FaceMetrics>,
}

impl LoadedFace {
    const fn new(name: &'static str, bytes: &'static [u8]) -> LoadedFace {
        LoadedFace { name, bytes, font: OnceLock::new(), metrics: OnceLock::new() }
    }

    fn font(&self) -> Option<&Font> {
        self.font.get_or_init(|| Font::new(self.bytes, 0)).as_ref()
    }
}

impl Fonts {
    /// The faces that the program carries: Tinos, whose advance widths equal Times New Roman's.
    /// Nothing is read yet.
    pub const fn embedded() -> Fonts {
        Fonts {
            faces: [
                LoadedFace::new("Tinos-Regular", include_bytes!("../../fonts/Tinos-Regular.ttf")),
                LoadedFace::new("Tinos-Bold", include_bytes!("../../fonts/Tinos-Bold.ttf")),
                LoadedFace::new("Tinos-Italic", include_bytes!("../../fonts/Tinos-Italic.ttf")),
                LoadedFace::new("Tinos-BoldItalic", include_bytes!("../../fonts/Tinos-BoldItalic.ttf")),
            ],
            sans: OnceLock::new(),
            known: Mutex::new(Vec::new()),
        }
    }

    /// The family of slides: Arimo, whose advance widths equal Arial's.
    const fn sans() -> Fonts {
        Fonts {
            faces: [
                LoadedFace::new("Arimo-Regular", include_bytes!("../../fonts/Arimo-Regular.ttf")),
                LoadedFace::new("Arimo-Bold", include_bytes!("../../fonts/Arimo-Bold.ttf")),
                LoadedFace::new("Arimo-Italic", include_bytes!("../../fonts/Arimo-Italic.ttf")),
                LoadedFace::new("Arimo-BoldItalic", include_bytes!("../../fonts/Arimo-BoldItalic.ttf")),
            ],
            sans: OnceLock::new(),
            known: Mutex::new(Vec::new()),
        }
    }

    /// The family that a style sheet names: `Arimo`, or these faces.
    pub fn family(&self, name: &str) -> &Fonts {
        match name {
            "Arimo" => self.sans.get_or_init(|| Box::new(Fonts::sans())),
            _ => self,
        }
    }

    /// The bytes of a face's TrueType file.
    pub fn bytes(&self, face: Face) -> &'static [u8] {
        self.face(face).bytes
    }

    /// A face's PostScript name.
    pub fn postscript_name(&self, face: Face) -> &'static str {
        self.face(face).name
    }

    /// A face's measures.
    pub fn metrics(&self, face: Face) -> FaceMetrics {
        let loaded = self.face(face);
        *loaded.metrics.get_or_init(|| loaded.font().map_or(NO_METRICS, read_metrics))
    }

    /// The glyph of a character, where the face has one.
    pub fn glyph(&self, face: Face, character: char) -> Option<u16> {
        let glyph = self.font(face)?.charmap().map_unicode(character)?;
        u16::try_from(glyph.to_u32()).ok().filter(|&id| id != 0)
    }

    /// The advance width of a glyph in font units.
    pub fn advance(&self, face: Face, glyph: u16) -> u16 {
        let width =
            self.font(face).map_or(0.0, |font| font.glyph_metrics().h_advance(u32::from(glyph).into()));
        width as u16
    }

    /// What a shaper before learnt that is at work no more.
    pub(super) fn known(&self) -> Known {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }

    /// Keeps what a shaper learnt for the next one.
    pub(super) fn keep(&self, known: Known) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).push(known);
    }

    /// The parsed face, for shaping.
    pub(super) fn font(&self, face: Face) -> Option<&Font> {
        self.face(face).font()
    }

    fn face(&self, face: Face) -> &LoadedFace {
        let [regular, bold, italic, bold_italic] = &self.faces;
        match (face.bold, face.italic) {
            (false, false) => regular,
            (true, false) => bold,
            (false, true) => italic,
            (true, true) => bold_italic,
        }
    }
}

/// What a face that cannot be read is given; the faces inside the program can be read, as a
/// test proves.
const NO_METRICS: FaceMetrics = FaceMetrics {
    units_per_em: 1000,
    glyphs: 0,
    ascent: 800.0,
    descent: -200.0,
    line_gap: 0.0,
    cap_height: 700.0,
    italic_angle: 0.0,
    bounds: [0.0; 4],
};

fn read_metrics(font: &Font) -> FaceMetrics {
    let metrics = font.metrics();
    let line = metrics.hhea_line.unwrap_or_default();
    let bounds = metrics.bounds;
    FaceMetrics {
        units_per_em: metrics.units_per_em,
        glyphs: metrics.num_glyphs,
        ascent: line.ascender.to_f32(),
        descent: line.descender.to_f32(),
        line_gap: line.line_gap.to_f32(),
        cap_height: metrics.cap_height.map_or(0.0, |height| height.to_f32()),
        italic_angle: font.style_metrics().italic_angle.map_or(0.0, |angle| angle.to_f32()),
        bounds: [bounds.x_min.to_f32(), bounds.y_min.to_f32(), bounds.x_max.to_f32(), bounds.y_max.to_f32()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_has_the_line_height_of_times_new_roman() {
        let fonts = Fonts::embedded();
        for face in (0..FACES).map(face_at) {
            let metrics = fonts.metrics(face);
            let height = metrics.ascent - metrics.descent + metrics.line_gap;
            assert_eq!((metrics.units_per_em, height), (2048, 2355.0), "{}", fonts.postscript_name(face));
        }
    }

    #[test]
    fn every_face_has_the_letters_of_the_country() {
        let fonts = Fonts::embedded();
        let letters = "АЯаяЁёҔҕҤҥӨөҺһҮүӘәҖҗҢңӐӑӖӗҪҫӲӳӦӧӜӝӞӟӤӥӴӵӸӹҠҡҘҙ«»„“№₽–—−…\u{2011}\u{a0}";
        for face in (0..FACES).map(face_at) {
            let missing: String = letters.chars().filter(|&c| fonts.glyph(face, c).is_none()).collect();
            assert_eq!(missing, "", "{}", fonts.postscript_name(face));
        }
    }

    #[test]
    fn a_no_break_space_is_as_wide_as_a_space() {
        let fonts = Fonts::embedded();
        for face in (0..FACES).map(face_at) {
            let width = |c| fonts.glyph(face, c).map(|glyph| fonts.advance(face, glyph));
            assert_eq!(width('\u{a0}'), width(' '));
            assert_eq!(width(' '), Some(512));
        }
    }
}
