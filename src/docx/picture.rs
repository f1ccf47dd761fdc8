//! Pictures in the text (ISO/IEC 29500-1, 20.2).

use super::body::Body;
use super::chart::{DRAWING, object, paragraph_of};
use super::flow::Placed;
use super::units::emu;
use super::{MAIN, RELATIONS};
use crate::document::{Document, PictureBlock};
use crate::ooxml::{PICTURE, Package, RelationId, Xml};

/// Adds the files of all pictures; gives their relationships, in the order of reading.
pub(super) fn add_pictures(package: &mut Package, document: &Document) -> Vec<RelationId> {
    let pictures = document.sections.iter().flat_map(|section| section.pictures());
    pictures.map(|block| package.relate_picture(MAIN, "word", &block.picture)).collect()
}

/// Writes a picture as a paragraph of its own, which stays with its caption.
pub(super) fn picture(xml: &mut Xml, body: &Body<'_>, placed: &Placed<'_, PictureBlock>, landscape: bool) {
    let Some(relation) = body.pictures.get(placed.index).copied() else { return };
    let styles = &body.document.styles;
    let column = f64::from(body.text_width.pt());
    let (width, height) = placed.block.size_on_page(&styles.page, landscape, column);
    paragraph_of(xml, body, &placed.block.style, placed, |xml| {
        // Numbers of drawings are unique in a document; those of charts come first.
        let id = body.charts.len() + placed.index + 1;
        object(xml, (id, "Рисунок"), (width, height), &placed.block.alt, |xml| {
            xml.attribute("uri", PICTURE);
            graphic(xml, (id, relation), (width, height), &placed.block.alt);
        });
    });
}

fn graphic(xml: &mut Xml, (id, relation): (usize, RelationId), (width, height): (f64, f64), alt: &str) {
    xml.element("pic:pic", |xml| {
        xml.attribute("xmlns:pic", PICTURE).attribute("xmlns:r", RELATIONS).attribute("xmlns:a", DRAWING);
        xml.element("pic:nvPicPr", |xml| {
            xml.element("pic:cNvPr", |xml| {
                xml.attribute("id", id).attribute("name", format_args!("Рисунок {id}"));
                xml.attribute("descr", alt);
            });
            xml.empty("pic:cNvPicPr");
        });
        crate::ooxml::picture_fill(xml, "pic:blipFill", relation);
        xml.element("pic:spPr", |xml| {
            xml.element("a:xfrm", |xml| {
                xml.element("a:off", |xml| {
                    xml.attribute("x", 0).attribute("y", 0);
                });
                xml.element("a:ext", |xml| {
                    xml.attribute("cx", emu(width)).attribute("cy", emu(height));
                });
            });
            crate::ooxml::rectangle(xml);
        });
    });
}
