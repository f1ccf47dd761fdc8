//! Font dictionaries (ISO 32000-1, 9.7 and 9.8).

use super::{File, name};
use crate::pdf::content::font_name;
use crate::pdf::font::EmbeddedFont;
use lopdf::{Dictionary, Object, ObjectId, dictionary};

/// Flags of a font descriptor (ISO 32000-1, table 123). The letters of a subset are no
/// standard set, whatever they are.
const SERIF: i64 = 1 << 1;
const SYMBOLIC: i64 = 1 << 2;
const ITALIC: i64 = 1 << 6;

impl File<'_> {
    /// Embeds the faces; gives the resource dictionary that all pages share.
    pub(super) fn add_fonts(&mut self, fonts: Vec<EmbeddedFont>) -> ObjectId {
        let mut names = Dictionary::new();
        for font in fonts {
            names.set(font_name(font.face), self.add_font(font));
        }
        self.pdf.add_object(dictionary! { "Font" => names })
    }

    fn add_font(&mut self, font: EmbeddedFont) -> ObjectId {
        let descendant = self.add_descendant(&font);
        let base = name(&font.name);
        let to_unicode = self.add_stream(Dictionary::new(), font.to_unicode.into_bytes());
        let descriptor = self.add_descriptor(&font.name, &font.metrics, font.program, font.glyphs.len());
        if let Ok(descendant) = self.pdf.get_dictionary_mut(descendant) {
            descendant.set("FontDescriptor", descriptor);
        }
        self.pdf.add_object(dictionary! {
            "Type" => name("Font"),
            "Subtype" => name("Type0"),
            "BaseFont" => base,
            "Encoding" => name("Identity-H"),
            "DescendantFonts" => vec![Object::Reference(descendant)],
            "ToUnicode" => to_unicode,
        })
    }

    fn add_descendant(&mut self, font: &EmbeddedFont) -> ObjectId {
        let system = dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        };
        let widths: Vec<_> = font.widths.iter().map(|&width| Object::Real(width)).collect();
        let map = self.glyph_map(&font.glyphs);
        self.pdf.add_object(dictionary! {
            "Type" => name("Font"),
            "Subtype" => name("CIDFontType2"),
            "BaseFont" => name(&font.name),
            "CIDSystemInfo" => system,
            "W" => vec![0.into(), widths.into()],
            "CIDToGIDMap" => map,
        })
    }

    /// Which glyph each code draws. A glyph that is read in two ways has two codes, so the map
    /// is a list in general (ISO 32000-1, table 117).
    fn glyph_map(&mut self, glyphs: &[u16]) -> Object {
        if glyphs.iter().enumerate().all(|(code, &glyph)| code == usize::from(glyph)) {
            return name("Identity");
        }
        let map = glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()).collect();
        self.add_stream(Dictionary::new(), map).into()
    }

    fn add_descriptor(
        &mut self,
        font: &str,
        metrics: &crate::pdf::face::Metrics,
        program: Vec<u8>,
        codes: usize,
    ) -> ObjectId {
        let length = program.len() as i64;
        let program = self.add_stream(dictionary! { "Length1" => length }, program);
        let slanted = if metrics.italic_angle == 0 { 0 } else { ITALIC };
        let mut descriptor = dictionary! {
            "Type" => name("FontDescriptor"),
            "FontName" => name(font),
            "Flags" => SERIF | SYMBOLIC | slanted,
            "FontBBox" => metrics.bounds.map(Object::from).to_vec(),
            "ItalicAngle" => metrics.italic_angle,
            "Ascent" => metrics.ascent,
            "Descent" => metrics.descent,
            "CapHeight" => metrics.cap_height,
            "StemV" => stem(metrics.weight),
            "FontFile2" => program,
        };
        if self.is_old() {
            let present = self.add_stream(Dictionary::new(), all_present(codes));
            descriptor.set("CIDSet", present);
        }
        self.pdf.add_object(descriptor)
    }
}

/// Thickness of a stem, which no table of a font tells: estimated from its weight.
fn stem(weight: u16) -> i64 {
    let ratio = f64::from(weight) / 65.0;
    50 + (ratio * ratio).round() as i64
}

/// The set of all codes from 0 on as bits, high bit first (ISO 19005-1, 6.3.5).
fn all_present(codes: usize) -> Vec<u8> {
    let mut bits = vec![0xFF; codes / 8];
    if !codes.is_multiple_of(8) {
        bits.push(0xFFu8 << (8 - codes % 8));
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_one_bit_for_each_code() {
        assert_eq!(all_present(8), [0xFF]);
        assert_eq!(all_present(11), [0xFF, 0b1110_0000]);
    }

    #[test]
    fn bold_stems_are_thicker() {
        assert_eq!((stem(400), stem(700)), (88, 166));
    }
}
