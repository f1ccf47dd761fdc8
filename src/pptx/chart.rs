//! Charts on slides: native ones, whose numbers «Изменить данные» opens.

use super::{RELATIONS, transform};
use crate::chart::alternative;
use crate::document::{Block, ChartBlock, Document, FrameStyle, Length, Slide};
use crate::ooxml::{CHART_SPACE, NativeChart, Package, RelationId, Xml};
use crate::typeset::{ChartBox, FrameBox};

/// A chart whose parts are in the package.
#[derive(Clone, Debug)]
pub(super) struct ChartPart {
    relation: RelationId,
    measured: ChartBox,
}

/// Adds the parts of a slide's charts, frame by frame. `count` is how many charts the file has.
pub(super) fn add(
    package: &mut Package,
    document: &Document,
    (part, slide): (&str, &Slide),
    boxes: &[FrameBox],
    count: &mut usize,
) -> Vec<Vec<ChartPart>> {
    let mut frames = Vec::with_capacity(slide.frames.len());
    for (frame, measured) in slide.frames.iter().zip(boxes) {
        let smallest = document
            .styles
            .frames
            .get(&frame.name)
            .map(|style| frame.styled(style).smallest)
            .unwrap_or_default();
        let charts = frame.blocks.iter().filter_map(as_chart);
        let mut parts = Vec::new();
        for (block, measured) in charts.zip(&measured.charts) {
            *count += 1;
            let look = block.look_in_frame(&document.styles, smallest);
            let native = NativeChart {
                chart: &block.chart,
                drawing: &measured.drawing,
                look: &look,
                font: super::FACE,
            };
            let place = native.add_to(package, "ppt", *count);
            let relation = package.relate(part, "chart", &format!("../{place}"));
            parts.push(ChartPart { relation, measured: measured.clone() });
        }
        frames.push(parts);
    }
    frames
}

pub(super) fn as_chart(block: &Block) -> Option<&ChartBlock> {
    match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    }
}

/// Writes a chart where the pages show it (ISO/IEC 29500-1, 19.3.1.21).
pub(super) fn chart(
    xml: &mut Xml,
    (id, placeholder): (usize, Option<super::slide::Placeholder>),
    style: &FrameStyle,
    block: &ChartBlock,
    part: &ChartPart,
) {
    let ChartBox { at: [left, top], drawing } = &part.measured;
    let (width, height) = (Length(drawing.width as f32), Length(drawing.height as f32));
    xml.element("p:graphicFrame", |xml| {
        let alternative = alternative(&block.chart);
        super::slide::graphic_head(xml, (id, placeholder), style, &alternative);
        transform(xml, "p:xfrm", [*left, *top, width, height]);
        xml.element("a:graphic", |xml| {
            xml.element("a:graphicData", |xml| {
                xml.attribute("uri", CHART_SPACE);
                xml.element("c:chart", |xml| {
                    xml.attribute("xmlns:c", CHART_SPACE).attribute("xmlns:r", RELATIONS);
                    xml.attribute("r:id", part.relation);
                });
            });
        });
    });
}
