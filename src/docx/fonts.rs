//! The embedded text face.
//!
//! `fonts/office-faces.zip` holds the four faces cut to a fixed set of characters, obfuscated
//! and deflated (see `fonts/subset-for-office.sh`), so that writing a document copies them. The
//! key of each is the middle part of its entry's name.

use super::{RELATIONS, WORD};
use crate::document::{DocxFont, StyleSheet};
use crate::ooxml::{Deflated, Package, Xml};
use std::io::Cursor;
use std::sync::OnceLock;
use zip::ZipArchive;

/// The family of the faces.
const FAMILY: &str = "Tinos";
/// The family whose widths it has.
const TIMES: &str = "Times New Roman";
const FACES: &[u8] = include_bytes!("../../fonts/office-faces.zip");
const TABLE: &str = "word/fontTable.xml";
const TABLE_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
const FACE_TYPE: &str = "application/vnd.openxmlformats-officedocument.obfuscatedFont";

/// An embedded face.
#[derive(Clone, Debug)]
struct Face {
    /// `w:embedRegular` and so on, in the order of ISO/IEC 29500-1, 17.8.3.10.
    element: &'static str,
    /// The key with which it is obfuscated (17.8.1).
    key: String,
    /// The face as the archive has it.
    part: Deflated,
}

/// The family that styles name.
pub(super) fn style_font(sheet: &StyleSheet) -> &str {
    match sheet.docx_font {
        DocxFont::Embedded => &sheet.font,
        DocxFont::TimesNewRoman => TIMES,
    }
}

/// Whether the document carries its faces: those of the family that are at hand.
pub(super) fn are_embedded(sheet: &StyleSheet) -> bool {
    sheet.font == FAMILY
}

/// Adds the table of fonts and the faces.
pub(super) fn add(package: &mut Package, main: &str, sheet: &StyleSheet) {
    let faces = if are_embedded(sheet) { faces() } else { &[] };
    let mut relations = Vec::new();
    for (at, face) in faces.iter().enumerate() {
        let target = format!("fonts/font{}.odttf", at + 1);
        package.deflated(&format!("word/{target}"), "odttf", FACE_TYPE, face.part);
        relations.push(package.relate(TABLE, "font", &target));
    }
    let part = Xml::part("w:fonts", |xml| {
        xml.attribute("xmlns:w", WORD).attribute("xmlns:r", RELATIONS);
        font(xml, &sheet.font, |xml| {
            for (face, relation) in faces.iter().zip(relations) {
                xml.element(face.element, |xml| {
                    xml.attribute("r:id", relation).attribute("w:fontKey", format_args!("{{{}}}", face.key));
                });
            }
        });
        if style_font(sheet) == TIMES && sheet.font != TIMES {
            font(xml, TIMES, |_| ());
        }
    });
    package.part(TABLE, TABLE_TYPE, part);
    package.relate(main, "fontTable", "fontTable.xml");
}

/// Order of children: ISO/IEC 29500-1, 17.8.3.10.
fn font(xml: &mut Xml, name: &str, faces: impl FnOnce(&mut Xml)) {
    xml.element("w:font", |xml| {
        xml.attribute("w:name", name);
        if name == FAMILY {
            xml.val("w:altName", TIMES);
        }
        xml.val("w:panose1", "02020603050405020304");
        xml.val("w:charset", "CC");
        xml.val("w:family", "roman");
        xml.val("w:pitch", "variable");
        faces(xml);
    });
}

/// The faces of the archive.
fn faces() -> &'static [Face] {
    static FOUND: OnceLock<Vec<Face>> = OnceLock::new();
    FOUND.get_or_init(|| {
        let elements = [
            ("Regular", "w:embedRegular"),
            ("Bold", "w:embedBold"),
            ("Italic", "w:embedItalic"),
            ("BoldItalic", "w:embedBoldItalic"),
        ];
        let Ok(mut archive) = ZipArchive::new(Cursor::new(FACES)) else { return Vec::new() };
        let face = |(name, element): (&str, &'static str)| {
            let prefix = format!("{name}.");
            let entry = archive.file_names().flatten().find(|entry| entry.starts_with(&prefix))?.into_owned();
            let key = entry.split('.').nth(1)?.to_owned();
            Some(Face { element, key, part: part(&mut archive, &entry)? })
        };
        elements.into_iter().filter_map(face).collect()
    })
}

/// The deflated bytes of an entry of the archive.
fn part(archive: &mut ZipArchive<Cursor<&'static [u8]>>, name: &str) -> Option<Deflated> {
    let index = archive.index_for_name(name)?;
    let entry = archive.by_index_raw(index).ok()?;
    let start = entry.data_start()? as usize;
    let bytes = FACES.get(start..start + entry.compressed_size() as usize)?;
    Some(Deflated { bytes, size: u32::try_from(entry.size()).ok()?, checksum: entry.crc32() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::DeflateDecoder;
    use sha2::{Digest, Sha256};
    use std::io::Read;

    #[test]
    fn each_face_opens_with_its_key_which_is_its_hash() {
        assert_eq!(faces().len(), 4);
        for face in faces() {
            let mut data = Vec::new();
            DeflateDecoder::new(face.part.bytes).read_to_end(&mut data).unwrap();
            assert_eq!(data.len(), face.part.size as usize);
            let hex = face.key.replace('-', "");
            let key: Vec<u8> =
                (0..16).rev().map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap()).collect();
            data.iter_mut().take(32).enumerate().for_each(|(at, byte)| *byte ^= key[at % 16]);
            assert_eq!(data[..4], [0, 1, 0, 0], "a TrueType face");
            let hash = Sha256::digest(&data);
            assert!(hash.iter().zip(key.iter().rev()).all(|(a, b)| a == b), "{}", face.element);
        }
    }
}
