//! Charts in the text, and what they share with pictures.

use super::body::Body;
use super::flow::Placed;
use super::units::{emu, twips};
use super::{MAIN, RELATIONS, WORD_DRAWING};
use crate::chart::{Drawing, alternative};
use crate::document::{ChartBlock, Document, Length};
use crate::ooxml::{CHART_SPACE, NativeChart, Package, RelationId, Xml};
use std::sync::Arc;

/// The size of letters where the style is unknown, pt.
const SIZE: f32 = 12.0;
/// The namespace of drawings.
pub(super) const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

/// A chart as the pages show it.
#[derive(Clone, Debug)]
pub struct ChartMeasure {
    /// What the pages draw.
    pub drawing: Arc<Drawing>,
}

/// A chart whose parts are in the package.
#[derive(Clone, Debug)]
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
        let native = NativeChart { chart: &block.chart, drawing: &measure.drawing, look: &look, font };
        let place = native.add_to(package, "word", number + 1);
        parts.push(ChartPart { relation: package.relate(MAIN, "chart", &place), measure: measure.clone() });
    }
    parts
}

/// Writes a chart as a paragraph of its own, which stays with its caption.
pub(super) fn chart(xml: &mut Xml, body: &Body<'_>, placed: &Placed<'_, ChartBlock>) {
    let Some(part) = body.charts.get(placed.index) else { return };
    let Drawing { width, height, .. } = *part.measure.drawing;
    let alternative = alternative(&placed.block.chart);
    paragraph_of(xml, body, &placed.block.style, placed, |xml| {
        object(xml, (placed.index + 1, "Диаграмма"), (width, height), &alternative, |xml| {
            xml.attribute("uri", CHART_SPACE);
            xml.element("c:chart", |xml| {
                xml.attribute("xmlns:c", CHART_SPACE).attribute("xmlns:r", RELATIONS);
                xml.attribute("r:id", part.relation);
            });
        });
    });
}

/// A paragraph that holds a drawing alone, as far from its neighbours as on the pages.
pub(super) fn paragraph_of<T>(
    xml: &mut Xml,
    body: &Body<'_>,
    style: &str,
    placed: &Placed<'_, T>,
    drawing: impl FnOnce(&mut Xml),
) {
    let size = body.document.styles.paragraphs.get(style).map_or(SIZE, |style| style.size.pt());
    xml.element("w:p", |xml| {
        xml.element("w:pPr", |xml| {
            if let Some(style) = body.styles.id(style) {
                xml.val("w:pStyle", style);
            }
            xml.flag("w:keepNext", placed.keep_next);
            xml.flag("w:pageBreakBefore", placed.page_break);
            xml.element("w:spacing", |xml| {
                let points = |part: f32| twips(Length(part * size));
                xml.attribute("w:before", points(0.5)).attribute("w:after", points(0.3));
            });
        });
        xml.element("w:r", |xml| xml.element("w:drawing", drawing));
    });
}

/// A drawing in the line with its number, name, size and words for those who do not see it
/// (order of children: ISO/IEC 29500-1, 20.4.2.8).
pub(super) fn object(
    xml: &mut Xml,
    (number, name): (usize, &str),
    (width, height): (f64, f64),
    alternative: &str,
    data: impl FnOnce(&mut Xml),
) {
    xml.element("wp:inline", |xml| {
        xml.attribute("xmlns:wp", WORD_DRAWING);
        for side in ["distT", "distB", "distL", "distR"] {
            xml.attribute(side, 0);
        }
        xml.element("wp:extent", |xml| {
            xml.attribute("cx", emu(width)).attribute("cy", emu(height));
        });
        xml.element("wp:docPr", |xml| {
            xml.attribute("id", number).attribute("name", format_args!("{name} {number}"));
            xml.attribute("descr", alternative);
        });
        xml.empty("wp:cNvGraphicFramePr");
        xml.element("a:graphic", |xml| {
            xml.attribute("xmlns:a", DRAWING);
            xml.element("a:graphicData", data);
        });
    });
}
