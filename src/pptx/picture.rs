//! Pictures on slides (ISO/IEC 29500-1, 19.3.1.37).

use super::slide::{Placeholder, place};
use super::transform;
use crate::document::{Block, FrameStyle, Length, PictureBlock, Slide};
use crate::ooxml::{Package, RelationId, Xml, picture_fill, rectangle};
use crate::picture::Picture;
use crate::typeset::{FrameBox, PictureBox};

/// A picture whose file is in the package.
#[derive(Clone, Copy, Debug)]
pub(super) struct PicturePart {
    relation: RelationId,
    measured: PictureBox,
}

/// Adds the files of a slide's pictures, frame by frame.
pub(super) fn add(
    package: &mut Package,
    (part, slide): (&str, &Slide),
    boxes: &[FrameBox],
) -> Vec<Vec<PicturePart>> {
    let parts = |(frame, measured): (&crate::document::Frame, &FrameBox)| {
        let pictures = frame.blocks.iter().filter_map(as_picture).zip(&measured.pictures);
        let part = |(block, measured): (&PictureBlock, &PictureBox)| PicturePart {
            relation: package.relate_picture(part, "ppt", &block.picture),
            measured: *measured,
        };
        pictures.map(part).collect()
    };
    slide.frames.iter().zip(boxes).map(parts).collect()
}

pub(super) fn as_picture(block: &Block) -> Option<&PictureBlock> {
    match block {
        Block::Picture(picture) => Some(picture),
        _ => None,
    }
}

/// Writes a picture where the pages show it.
pub(super) fn picture(
    xml: &mut Xml,
    (id, placeholder): (usize, Option<Placeholder>),
    style: &FrameStyle,
    block: &PictureBlock,
    part: &PicturePart,
) {
    let PictureBox { at: [left, top], width, height } = part.measured;
    shape(xml, (id, &style.title, &block.alt), placeholder, part.relation, [left, top, width, height]);
}

/// The emblem, on all slides of a master: an ornament that says nothing of its own.
pub(super) fn emblem(
    xml: &mut Xml,
    id: usize,
    style: &FrameStyle,
    (picture, relation): (&Picture, RelationId),
) {
    let (width, height) = picture.fitted(f64::from(style.width.pt()), f64::from(style.height.pt()));
    let (width, height) = (Length(width as f32), Length(height as f32));
    let middle = |from: Length, room: Length, own: Length| Length(from.pt() + (room.pt() - own.pt()) / 2.0);
    let corner = [middle(style.x, style.width, width), middle(style.y, style.height, height)];
    shape(xml, (id, &style.title, ""), None, relation, [corner[0], corner[1], width, height]);
}

fn shape(
    xml: &mut Xml,
    (id, name, alt): (usize, &str, &str),
    placeholder: Option<Placeholder>,
    relation: RelationId,
    bounds: [Length; 4],
) {
    xml.element("p:pic", |xml| {
        xml.element("p:nvPicPr", |xml| {
            xml.element("p:cNvPr", |xml| {
                xml.attribute("id", id).attribute("name", format_args!("{name} {}", id - 1));
                if !alt.is_empty() {
                    xml.attribute("descr", alt);
                }
            });
            xml.element("p:cNvPicPr", |xml| {
                xml.element("a:picLocks", |xml| {
                    if placeholder.is_some() {
                        xml.attribute("noGrp", 1);
                    }
                    xml.attribute("noChangeAspect", 1);
                });
            });
            xml.element("p:nvPr", |xml| match placeholder {
                Some((kind, index)) => place(xml, kind, index),
                None if alt.is_empty() => {
                    xml.attribute("userDrawn", 1);
                }
                None => {}
            });
        });
        picture_fill(xml, "p:blipFill", relation);
        xml.element("p:spPr", |xml| {
            transform(xml, "a:xfrm", bounds);
            rectangle(xml);
        });
    });
}
