//! From a document of slides to a PowerPoint file in which everything can be edited.
//!
//! ```text
//! ppt/presentation.xml                 the slides in their order
//! ppt/slideMasters/slideMaster1.xml    what all slides share
//! ppt/slideLayouts/slideLayoutN.xml    one for each arrangement of frames, with placeholders
//! ppt/slides/slideN.xml                text in placeholders, tables, charts
//! ppt/charts, ppt/embeddings           charts, and the workbooks with their numbers
//! ppt/notesSlides/notesSlideN.xml      what is spoken over the slide
//! ppt/theme, presProps, viewProps, tableStyles    without which PowerPoint offers a repair
//! ```
//! (ISO/IEC 29500-1, 13 and 19.) Frames stand where the style sheet puts them, in the sizes that
//! `typeset` chose, so that the file shows what the PDF shows.

mod arrangement;
mod chart;
mod master;
mod notes;
mod picture;
mod presentation;
mod slide;
mod table;
mod text;

use crate::document::{Document, Length, Slide};
use crate::ooxml::{Package, Properties, Xml};
use crate::typeset::Pages;
use arrangement::Arrangements;

const PRESENTATION: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// What the content types of all parts begin with.
const TYPE: &str = "application/vnd.openxmlformats-officedocument.presentationml.";
/// The language of all text.
const LANGUAGE: &str = "ru-RU";
/// The face that office computers have; Arimo's letters are as wide.
const FACE: &str = "Arial";

/// Writes a file. The same input gives the same bytes.
///
/// `document` must be the one of which `pages` were set: its slides and the pages go together,
/// one by one.
pub fn write(document: &Document, pages: &Pages) -> Vec<u8> {
    let slides: Vec<&Slide> = document.sections.iter().filter_map(|section| section.slide.as_ref()).collect();
    let arrangements = Arrangements::new(&slides);
    let mut package = Package::default();
    presentation::add(&mut package, document, slides.len());
    master::add(&mut package, document, &arrangements);
    notes::add_master(&mut package, document);
    let mut charts = 0;
    for (at, slide) in slides.iter().enumerate() {
        let boxes = pages.pages.get(at).map_or(&[][..], |page| &page.frames);
        let layout = arrangements.of(slide);
        slide::add(&mut package, document, (at + 1, slide), boxes, (layout, &mut charts));
    }
    let properties = Properties {
        title: &document.title,
        author: &document.author,
        subject: &document.subject,
        date: document.date,
        language: LANGUAGE,
    };
    properties.add_to(&mut package);
    package.finish()
}

/// A part whose root declares the three name spaces.
fn part(root: &str, content: impl FnOnce(&mut Xml)) -> Vec<u8> {
    Xml::part(root, |xml| {
        xml.attribute("xmlns:a", DRAWING).attribute("xmlns:r", RELATIONS).attribute("xmlns:p", PRESENTATION);
        content(xml);
    })
}

/// A length in English metric units, 12,700 to the point.
fn emu(length: Length) -> i64 {
    (f64::from(length.pt()) * 12_700.0).round() as i64
}

/// Place and size.
fn transform(xml: &mut Xml, name: &str, [x, y, width, height]: [Length; 4]) {
    xml.element(name, |xml| {
        xml.element("a:off", |xml| {
            xml.attribute("x", emu(x)).attribute("y", emu(y));
        });
        xml.element("a:ext", |xml| {
            xml.attribute("cx", emu(width)).attribute("cy", emu(height));
        });
    });
}

/// The head of a shape tree, before its first shape.
fn tree_head(xml: &mut Xml) {
    xml.element("p:nvGrpSpPr", |xml| {
        xml.element("p:cNvPr", |xml| {
            xml.attribute("id", 1).attribute("name", "");
        });
        xml.empty("p:cNvGrpSpPr");
        xml.empty("p:nvPr");
    });
    xml.empty("p:grpSpPr");
}

/// The path of a part that is counted.
fn numbered(kind: &str, number: usize) -> String {
    format!("ppt/{kind}s/{kind}{number}.xml")
}
