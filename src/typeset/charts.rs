//! Charts that stand on the page where the text speaks of them, if a little less height lets them.

use super::figure::chart_drawing;
use super::fonts::Fonts;
use super::pages::Kind;
use super::typeset;
use crate::document::{Block, ChartBlock, Document, Length};
use crate::source::Findings;

/// The heights that are tried, in parts of a chart's own; the first decides whether it helps.
const HEIGHTS: [f64; 3] = [0.85, 0.9, 0.95];
/// A figure this near to the upper margin is the first on its page, or has above it but the clause
/// that stays with it, pt.
const NEAR: f64 = 120.0;

/// Where a figure stands: its page, its upper edge and its height.
#[derive(Clone, Copy)]
struct Place {
    page: usize,
    top: f64,
    height: f64,
}

/// Lowers charts that begin a page by up to 15 % where they then stand on the page before. The
/// document is changed, so that every format shows the same; heights that the author gave stay.
pub fn fit_charts(mut document: Document, fonts: &Fonts) -> Document {
    let slides = document.sections.iter().any(|section| section.slide.is_some());
    if slides || document.sections.iter().all(|section| section.charts().is_empty()) {
        return document;
    }
    let mut places = places(&document, fonts);
    for number in 0..places.len() {
        lower(&mut document, number, &mut places, fonts);
    }
    document
}

/// Lowers one figure, if it is a chart and that helps.
fn lower(document: &mut Document, number: usize, places: &mut Vec<Place>, fonts: &Fonts) {
    let Some(&Place { page, top, height }) = places.get(number) else { return };
    let margin = f64::from(document.styles.page.margins.top.pt());
    let mut own = None;
    with_chart(document, number, |chart, _| own = Some(chart.height));
    if page == 0 || top > margin + NEAR || own != Some(None) {
        return;
    }
    let mut best = None;
    for share in HEIGHTS {
        let lowered = Some(Length((height * share) as f32));
        with_chart(document, number, |chart, _| chart.height = lowered);
        let tried = self::places(document, fonts);
        let stays = tried.get(number).is_none_or(|place| place.page >= page);
        if stays || !fits(document, number, fonts) {
            break;
        }
        (best, *places) = (lowered, tried);
    }
    with_chart(document, number, |chart, _| chart.height = best);
}

/// Where the document's figures stand, in the order of reading.
fn places(document: &Document, fonts: &Fonts) -> Vec<Place> {
    let pages = typeset(document, fonts, &mut Findings::default());
    let place = |kind: &Kind| match kind {
        Kind::Figure { page, bounds: [_, top, _, bottom], .. } => {
            Some(Place { page: *page, top: f64::from(*top), height: f64::from(bottom - top) })
        }
        _ => None,
    };
    pages.tree.iter().filter_map(|node| place(&node.kind)).collect()
}

/// Whether a chart's words have room at the height that it has now.
fn fits(document: &mut Document, number: usize, fonts: &Fonts) -> bool {
    let styles = std::sync::Arc::clone(&document.styles);
    let fonts = fonts.family(&styles.font);
    let mut fits = false;
    with_chart(document, number, |chart, landscape| {
        let width = f64::from(styles.page.text_width(landscape).pt());
        fits = chart_drawing(chart, &styles, fonts, landscape, width).fits;
    });
    fits
}

/// Does something with the figure of that number, counted from 0 with pictures, if it is a chart,
/// and with whether its page lies on its side.
fn with_chart(document: &mut Document, number: usize, mut act: impl FnMut(&mut ChartBlock, bool)) {
    let mut figures = 0;
    for section in &mut document.sections {
        let landscape = section.landscape;
        each_figure(&mut section.blocks, &mut |block| {
            if let (true, Block::Chart(chart)) = (figures == number, block) {
                act(chart, landscape);
            }
            figures += 1;
        });
    }
}

fn each_figure(blocks: &mut [Block], act: &mut dyn FnMut(&mut Block)) {
    for block in blocks {
        match block {
            Block::List(list) => list.items.iter_mut().for_each(|item| each_figure(&mut item.blocks, act)),
            Block::Chart(_) | Block::Picture(_) => act(block),
            _ => {}
        }
    }
}
