//! Subset faces as composite fonts (ISO 32000-1, 9.7) with exact widths and exact readings.

use super::check::face_name;
use super::codes::{Codes, FACES, FaceCodes};
use super::face::{FaceFile, Metrics, glyph_count};
use super::messages;
use crate::document::Face;
use crate::source::{Finding, Findings};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use subsetter::GlyphRemapper;

/// A face as it goes into a file.
pub(super) struct EmbeddedFont {
    /// Which one.
    pub face: Face,
    /// The subset's name: a tag made from its glyphs, `+`, the PostScript name.
    pub name: String,
    /// What the descriptor says.
    pub metrics: Metrics,
    /// The subset as a TrueType file.
    pub program: Vec<u8>,
    /// The subset's glyph for each code, code 0 (`.notdef`) included. Glyphs that serve only
    /// as parts of others have codes too, at the end, which no text uses.
    pub glyphs: Vec<u16>,
    /// The width for each code that text uses, in thousandths of the size.
    pub widths: Vec<f32>,
    /// The ToUnicode map.
    pub to_unicode: String,
}

/// Subsets the faces that the pages use.
pub(super) fn embed(codes: &Codes, faces: &[Option<FaceFile>; 4]) -> Result<Vec<EmbeddedFont>, Findings> {
    let mut fonts = Vec::new();
    for (face, file) in FACES.into_iter().zip(faces) {
        let Some(file) = file else { continue };
        match embed_face(face, codes.face(face), file) {
            Some(font) => fonts.push(font),
            None => {
                let finding = Finding::new(&messages::FACE_UNREADABLE).arg("face", face_name(face));
                return Err(Findings { list: vec![finding] });
            }
        }
    }
    Ok(fonts)
}

fn embed_face(face: Face, codes: &FaceCodes, file: &FaceFile) -> Option<EmbeddedFont> {
    let (mut remapper, mut tag) = (GlyphRemapper::new(), Sha256::new());
    let mut glyphs = vec![0];
    let mut widths = vec![file.width(0)];
    for code in &codes.codes {
        glyphs.push(remapper.remap(code.glyph));
        widths.push(file.width(code.glyph));
        tag.update(code.glyph.to_be_bytes());
    }
    let program = subsetter::subset(file.bytes, 0, &remapper).ok()?;
    let used = remapper.num_gids();
    glyphs.extend(used..glyph_count(&program)?.max(used));
    Some(EmbeddedFont {
        face,
        name: format!("{}+{}", letters(&tag.finalize()), file.metrics.name),
        metrics: file.metrics.clone(),
        program,
        glyphs,
        widths,
        to_unicode: to_unicode(codes),
    })
}

/// Six capitals made from a hash.
fn letters(hash: &[u8]) -> String {
    hash.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// ISO 32000-1, 9.10.3: which text each code reads as.
fn to_unicode(codes: &FaceCodes) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let mut code = 0;
    // A block may hold a hundred entries at most.
    for block in codes.codes.chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", block.len());
        for entry in block {
            code += 1;
            let _ = write!(map, "<{code:04X}> <");
            for unit in entry.reading.encode_utf16() {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend");
    map
}
