//! A slide: its frames as placeholders with text, or as tables and charts.

use super::arrangement::placeholder;
use super::chart::{ChartPart, as_chart, chart};
use super::picture::{PicturePart, as_picture, picture};
use super::table::table;
use super::text::Texts;
use super::{TYPE, numbered, part, transform, tree_head};
use crate::document::{Block, ChartBlock, Document, Frame, FrameStyle, Length, PictureBlock, Slide, Table};
use crate::ooxml::{Package, Xml};
use crate::typeset::{FrameBox, TableBox, scaled_styles};

const TABLE: &str = "http://schemas.openxmlformats.org/drawingml/2006/table";

/// Adds a slide and its notes; `number` counts from 1, `layout` is the number of its layout,
/// `charts` how many charts the slides before it have.
pub(super) fn add(
    package: &mut Package,
    document: &Document,
    (number, slide): (usize, &Slide),
    boxes: &[FrameBox],
    (layout, charts): (usize, &mut usize),
) {
    let name = numbered("slide", number);
    package.relate(&name, "slideLayout", &format!("../slideLayouts/slideLayout{layout}.xml"));
    if !slide.notes.is_empty() {
        super::notes::add(package, document, number, &slide.notes);
        package.relate(&name, "notesSlide", &format!("../notesSlides/notesSlide{number}.xml"));
    }
    let charts = super::chart::add(package, document, (&name, slide), boxes, charts);
    let pictures = super::picture::add(package, (&name, slide), boxes);
    let bytes = part("p:sld", |xml| {
        xml.element("p:cSld", |xml| {
            xml.element("p:spTree", |xml| {
                tree_head(xml);
                for (at, frame) in slide.frames.iter().enumerate() {
                    let tables = boxes.get(at).map_or(&[][..], |found| &found.tables);
                    let charts = charts.get(at).map_or(&[][..], |found| found);
                    let pictures = pictures.get(at).map_or(&[][..], |found| found);
                    let objects = Objects { tables, charts, pictures, frames: slide.frames.len() };
                    frame_shapes(xml, document, at, frame, &objects);
                }
            });
        });
        xml.element("p:clrMapOvr", |xml| xml.empty("a:masterClrMapping"));
    });
    package.part(&name, &format!("{TYPE}slide+xml"), bytes);
}

/// What the frames of a slide hold besides text.
struct Objects<'a> {
    /// The tables of this frame as they are drawn.
    tables: &'a [TableBox],
    /// The charts of this frame.
    charts: &'a [ChartPart],
    /// The pictures of this frame.
    pictures: &'a [PicturePart],
    /// How many frames the slide has.
    frames: usize,
}

/// A frame with text is one placeholder; each table, chart or picture of a frame is an object of its own,
/// and the first of them takes the placeholder.
fn frame_shapes(xml: &mut Xml, document: &Document, at: usize, frame: &Frame, objects: &Objects<'_>) {
    let Some(style) = document.styles.frames.get(&frame.name) else { return };
    let style = frame.styled(style);
    let sheet = scaled_styles(&document.styles, frame.scale, style.smallest.pt());
    let texts = Texts { document, styles: &sheet };
    let tables: Vec<&Table> = frame.blocks.iter().filter_map(as_table).collect();
    let place = placeholder(&frame.name, at);
    let charts: Vec<&ChartBlock> = frame.blocks.iter().filter_map(as_chart).collect();
    let pictures: Vec<&PictureBlock> = frame.blocks.iter().filter_map(as_picture).collect();
    if tables.is_empty() && charts.is_empty() && pictures.is_empty() {
        return text_shape(xml, &texts, at + 2, &style, place, frame);
    }
    let numbered = |number: usize| {
        let id = if number == 0 { at + 2 } else { 2 + objects.frames * (number + 1) + at };
        (id, Some(place).filter(|_| number == 0))
    };
    for (number, (shown, measured)) in tables.iter().zip(objects.tables).enumerate() {
        table_shape(xml, &texts, numbered(number), &style, shown, measured);
    }
    for (number, (shown, part)) in charts.iter().zip(objects.charts).enumerate() {
        chart(xml, numbered(tables.len() + number), &style, shown, part);
    }
    for (number, (shown, part)) in pictures.iter().zip(objects.pictures).enumerate() {
        picture(xml, numbered(tables.len() + charts.len() + number), &style, shown, part);
    }
}

fn as_table(block: &Block) -> Option<&Table> {
    match block {
        Block::Table(table) => Some(table),
        _ => None,
    }
}

/// What makes a shape a placeholder.
pub(super) fn place(xml: &mut Xml, kind: Option<&str>, index: Option<usize>) {
    xml.element("p:ph", |xml| {
        if let Some(kind) = kind {
            xml.attribute("type", kind);
        }
        if let Some(index) = index {
            xml.attribute("idx", index);
        }
    });
}

/// A text in its placeholder.
fn text_shape(
    xml: &mut Xml,
    texts: &Texts<'_>,
    id: usize,
    style: &FrameStyle,
    (kind, index): (Option<&str>, Option<usize>),
    frame: &Frame,
) {
    xml.element("p:sp", |xml| {
        xml.element("p:nvSpPr", |xml| {
            xml.element("p:cNvPr", |xml| {
                xml.attribute("id", id).attribute("name", format_args!("{} {}", style.title, id - 1));
            });
            xml.element("p:cNvSpPr", |xml| xml.with("a:spLocks", "noGrp", 1));
            xml.element("p:nvPr", |xml| place(xml, kind, index));
        });
        // The same place as in the layout, for readers that do not look there.
        xml.element("p:spPr", |xml| {
            transform(xml, "a:xfrm", [style.x, style.y, style.width, style.height]);
        });
        xml.element("p:txBody", |xml| {
            xml.element("a:bodyPr", |xml| {
                for side in ["lIns", "tIns", "bIns"] {
                    xml.attribute(side, super::emu(style.padding));
                }
                xml.attribute("rIns", super::emu(Length(style.padding.pt() + frame.trim.pt())));
                if frame.stand.is_some() {
                    xml.attribute("anchor", super::master::anchor(style.stand));
                }
            });
            xml.empty("a:lstStyle");
            texts.blocks(xml, &frame.blocks);
        });
    });
}

/// A placeholder's type and index.
pub(super) type Placeholder = (Option<&'static str>, Option<usize>);

fn table_shape(
    xml: &mut Xml,
    texts: &Texts<'_>,
    (id, placeholder): (usize, Option<Placeholder>),
    style: &FrameStyle,
    shown: &Table,
    measured: &TableBox,
) {
    let sum = |lengths: &[Length]| Length(lengths.iter().map(|length| length.pt()).sum());
    let [left, top] = measured.at;
    xml.element("p:graphicFrame", |xml| {
        graphic_head(xml, (id, placeholder), style, &description(shown));
        transform(xml, "p:xfrm", [left, top, sum(&measured.columns), sum(&measured.rows)]);
        xml.element("a:graphic", |xml| {
            xml.element("a:graphicData", |xml| {
                xml.attribute("uri", TABLE);
                table(xml, texts, shown, measured);
            });
        });
    });
}

/// A table's or chart's name, placeholder, and words for those who do not see it.
pub(super) fn graphic_head(
    xml: &mut Xml,
    (id, placeholder): (usize, Option<Placeholder>),
    style: &FrameStyle,
    description: &str,
) {
    xml.element("p:nvGraphicFramePr", |xml| {
        xml.element("p:cNvPr", |xml| {
            xml.attribute("id", id).attribute("name", format_args!("{} {}", style.title, id - 1));
            xml.attribute("descr", description);
        });
        xml.element("p:cNvGraphicFramePr", |xml| xml.with("a:graphicFrameLocks", "noGrp", 1));
        xml.element("p:nvPr", |xml| {
            if let Some((kind, index)) = placeholder {
                place(xml, kind, index);
            }
        });
    });
}

/// «Таблица: Организации, 2023, 2024»: its header cells, for those who do not see it.
fn description(table: &Table) -> String {
    let heads = table.rows.iter().take(table.header_rows.max(1)).flat_map(|row| &row.cells);
    let words: Vec<String> = heads
        .map(|cell| cell.content.iter().map(|text| text.plain()).collect::<Vec<_>>().join(" "))
        .filter(|words| !words.is_empty())
        .collect();
    format!("Таблица: {}", words.join(", "))
}
