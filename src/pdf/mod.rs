//! From [`Pages`] to a PDF file: PDF/A-2a and PDF/UA-1 at once, or PDF/A-1a.
//!
//! `content` and `row` draw the pages through printpdf, `font` embeds the faces, and `finish` adds to
//! the file what makes it accessible and fit for archives: structure tree, metadata, outline,
//! links. `reading`, `codes` and `division` see to it that
//! what is extracted is the source text. How each
//! clause of the standards is met stands in `docs/pdf-conformance.md`.

mod check;
mod codes;
mod content;
mod division;
mod face;
mod finish;
mod font;
mod images;
pub mod messages;
mod reading;
mod row;

use crate::document::{Document, Face};
use crate::source::{Finding, Findings};
use crate::typeset::Pages;
use codes::{Codes, FACES};
use face::FaceFile;
use images::Images;

/// Which standards a file conforms to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Profile {
    /// PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) in one file.
    #[default]
    A2aUa1,
    /// PDF/A-1a (ISO 19005-1), which some archives still ask for.
    A1a,
}

/// Where the writer finds the faces.
pub trait FaceBytes {
    /// The whole TrueType file of a face.
    fn face_bytes(&self, face: Face) -> &[u8];
}

impl<F: Fn(Face) -> &'static [u8]> FaceBytes for F {
    fn face_bytes(&self, face: Face) -> &[u8] {
        self(face)
    }
}

/// Why no file can be written: all reasons at once.
pub type Error = Findings;

/// Writes a file. The same input gives the same bytes, always and everywhere.
///
/// # Errors
/// Findings of [`messages`]: no title, a figure without alternative text, a glyph that no face
/// has, a reference to nothing, a face that is no TrueType font, pages that contradict their
/// tree.
pub fn write(
    document: &Document,
    pages: &Pages,
    fonts: &dyn FaceBytes,
    profile: Profile,
) -> Result<Vec<u8>, Error> {
    let codes = Codes::collect(pages);
    let faces = FACES.map(|face| match codes.face(face).codes.is_empty() {
        true => None,
        false => FaceFile::read(fonts.face_bytes(face)),
    });
    let findings = check::check(document, pages, &codes, &faces);
    if findings.has_errors() {
        return Err(findings);
    }
    let roles = finish::roles(pages);
    let fonts = font::embed(&codes, &faces)?;
    let images = Images::collect(pages);
    let (file, marks) = content::draw(pages, &roles, &codes, (&fonts, &images), profile);
    finish::finish(file, document, pages, &roles, &marks, (fonts, &images), profile).map_err(|error| {
        let finding = Finding::new(&messages::PAGES_INCONSISTENT).arg("what", error.to_string());
        Findings { list: vec![finding] }
    })
}
