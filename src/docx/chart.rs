//! Charts in the text.

use super::body::Body;
use super::flow::Placed;
use super::units::{emu, twips};
use super::{MAIN, RELATIONS, WORD_DRAWING};
use crate::chart::{Manner, alternative};
use crate::document::{ChartBlock, Document, Length};
use crate::ooxml::{CHART_SPACE, NativeChart, Package, RelationId, Xml};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

/// A chart as the pages show it.
#[derive(Clone, Copy, Debug)]
pub struct ChartMeasure {
    /// Its width, pt.
    pub width: f64,
    /// Its height, pt.
    pub height: f64,
    /// How it is shown.
    pub manner: Manner,
}

/// A chart whose parts are in the package.
#[derive(Clone, Copy, Debug)]
pub(super) struct ChartPart {
    relation: RelationId,
    measure: ChartMeasure,
}

/// Adds the parts of all charts, in the order of reading.
pub(super) fn add_charts(
    package: &mut Package,
    document: &Document,
    measures: &[ChartMeasure],
    font: &str,
) -> Vec<ChartPart> {
    let charts = document.sections.iter().flat_map(|section| section.charts());
    let mut parts = Vec::new();
    for (number, (block, measure)) in charts.zip(measures).enumerate() {
        let look = block.look(&document.styles);
        let native = NativeChart { chart: &block.chart, manner: &measure.manner, look: &look, font };
        let place = native.add_to(package, "word", number + 1);
        parts.push(ChartPart { relation: package.relate(MAIN, "chart", &place), measure: *measure });
    }
    parts
}

/// Writes a chart as a paragraph of its own, which stays with its caption.
pub(super) fn chart(xml: &mut Xml, body: &Body<'_>, placed: &Placed<'_, ChartBlock>) {
    let Some(part) = body.charts.get(placed.index) else { return };
    let look = placed.block.look(&body.document.styles);
    xml.element("w:p", |xml| {
        xml.element("w:pPr", |xml| {
            if let Some(style) = body.styles.id(&placed.block.style) {
                xml.val("w:pStyle", style);
            }
            xml.flag("w:keepNext", placed.keep_next);
            xml.flag("w:pageBreakBefore", placed.page_break);
            xml.element("w:spacing", |xml| {
                let points = |part: f64| twips(Length((part * look.size) as f32));
                xml.attribute("w:before", points(0.5)).attribute("w:after", points(0.3));
            });
        });
        xml.element("w:r", |xml| {
            xml.element("w:drawing", |xml| inline(xml, part, placed));
        });
    });
}

/// Order of children: ISO/IEC 29500-1, 20.4.2.8.
fn inline(xml: &mut Xml, part: &ChartPart, placed: &Placed<'_, ChartBlock>) {
    let ChartMeasure { width, height, .. } = part.measure;
    xml.element("wp:inline", |xml| {
        xml.attribute("xmlns:wp", WORD_DRAWING);
        for side in ["distT", "distB", "distL", "distR"] {
            xml.attribute(side, 0);
        }
        xml.element("wp:extent", |xml| {
            xml.attribute("cx", emu(width)).attribute("cy", emu(height));
        });
        xml.element("wp:docPr", |xml| {
            let number = placed.index + 1;
            xml.attribute("id", number).attribute("name", format_args!("Диаграмма {number}"));
            xml.attribute("descr", alternative(&placed.block.chart));
        });
        xml.empty("wp:cNvGraphicFramePr");
        xml.element("a:graphic", |xml| {
            xml.attribute("xmlns:a", DRAWING);
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
