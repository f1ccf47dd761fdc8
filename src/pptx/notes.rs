//! Speaker notes: the notes master, and a page of notes for each slide that has some.

use super::master::{background, color_map};
use super::text::Texts;
use super::{TYPE, part, transform, tree_head};
use crate::document::{Block, Document, Length, Paragraph};
use crate::ooxml::{Package, Xml};

const MASTER: &str = "ppt/notesMasters/notesMaster1.xml";

/// The places of a page of notes: the slide's picture above, the words below.
const PICTURE: [Length; 4] = [Length(54.0), Length(90.0), Length(432.0), Length(243.0)];
const WORDS: [Length; 4] = [Length(54.0), Length(346.5), Length(432.0), Length(283.5)];

/// Adds the notes master.
pub(super) fn add_master(package: &mut Package, document: &Document) {
    package.relate(MASTER, "theme", "../theme/theme2.xml");
    let master = part("p:notesMaster", |xml| {
        xml.element("p:cSld", |xml| {
            background(xml);
            xml.element("p:spTree", |xml| {
                tree_head(xml);
                picture(xml, Some(PICTURE));
                words(xml, document, Some(WORDS), &[]);
            });
        });
        color_map(xml);
    });
    package.part(MASTER, &format!("{TYPE}notesMaster+xml"), master);
}

/// Adds the notes of a slide.
pub(super) fn add(package: &mut Package, document: &Document, number: usize, notes: &[Paragraph]) {
    let name = format!("ppt/notesSlides/notesSlide{number}.xml");
    package.relate(&name, "notesMaster", "../notesMasters/notesMaster1.xml");
    package.relate(&name, "slide", &format!("../slides/slide{number}.xml"));
    let bytes = part("p:notes", |xml| {
        xml.element("p:cSld", |xml| {
            xml.element("p:spTree", |xml| {
                tree_head(xml);
                picture(xml, None);
                words(xml, document, None, notes);
            });
        });
        xml.element("p:clrMapOvr", |xml| xml.empty("a:masterClrMapping"));
    });
    package.part(&name, &format!("{TYPE}notesSlide+xml"), bytes);
}

/// The slide in small.
fn picture(xml: &mut Xml, place: Option<[Length; 4]>) {
    xml.element("p:sp", |xml| {
        xml.element("p:nvSpPr", |xml| {
            xml.element("p:cNvPr", |xml| {
                xml.attribute("id", 2).attribute("name", "Слайд");
            });
            xml.element("p:cNvSpPr", |xml| {
                xml.element("a:spLocks", |xml| {
                    xml.attribute("noGrp", 1).attribute("noRot", 1).attribute("noChangeAspect", 1);
                });
            });
            xml.element("p:nvPr", |xml| super::slide::place(xml, Some("sldImg"), None));
        });
        properties(xml, place);
    });
}

fn properties(xml: &mut Xml, place: Option<[Length; 4]>) {
    xml.element("p:spPr", |xml| {
        if let Some(place) = place {
            transform(xml, "a:xfrm", place);
            xml.element("a:prstGeom", |xml| {
                xml.attribute("prst", "rect");
                xml.empty("a:avLst");
            });
        }
    });
}

/// What is spoken.
fn words(xml: &mut Xml, document: &Document, place: Option<[Length; 4]>, notes: &[Paragraph]) {
    xml.element("p:sp", |xml| {
        xml.element("p:nvSpPr", |xml| {
            xml.element("p:cNvPr", |xml| {
                xml.attribute("id", 3).attribute("name", "Заметки");
            });
            xml.element("p:cNvSpPr", |xml| xml.with("a:spLocks", "noGrp", 1));
            xml.element("p:nvPr", |xml| super::slide::place(xml, Some("body"), Some(1)));
        });
        properties(xml, place);
        xml.element("p:txBody", |xml| {
            xml.empty("a:bodyPr");
            xml.empty("a:lstStyle");
            let texts = Texts { document, styles: &document.styles };
            let blocks: Vec<Block> = notes.iter().cloned().map(Block::Paragraph).collect();
            texts.blocks(xml, &blocks);
            if notes.is_empty() {
                xml.element("a:p", |xml| xml.with("a:endParaRPr", "lang", super::LANGUAGE));
            }
        });
    });
}
