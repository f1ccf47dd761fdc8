//! From a [`Document`] to [`Pages`]: shaping, line breaking, tables, page breaking. No file
//! format is known here.
//!
//! A paragraph becomes a `story` (its glyphs), a story becomes lines (`line`), lines and rows
//! become a `flow` (a column without end), `page` cuts the flow, `canvas` draws it and hangs
//! what it draws into the structure tree.

mod anchors;
mod aside;
mod balance;
mod breaks;
mod builder;
mod canvas;
mod charts;
mod columns;
mod drawing;
mod figure;
mod fit;
mod flow;
mod fonts;
mod fragment;
mod grid;
mod hyphens;
mod impose;
mod line;
mod look;
mod measure;
pub mod messages;
mod numbers;
mod one_size;
mod optimum;
mod page;
mod pages;
mod parts;
mod passage;
mod pieces;
mod sentences;
mod shape;
mod sizes;
mod slide;
mod story;
mod table;
mod tree;
mod widths;

pub use charts::fit_charts;
pub use drawing::FontRuler;
pub use figure::chart_drawing;
pub use fit::fit_tables;
pub use fonts::{FaceMetrics, Fonts};
pub use look::look;
pub use pages::{
    Bookmark, ChartBox, Child, FrameBox, Glyph, Item, Kind, Link, Mark, Node, NodeId, Page, Pages,
    PictureBox, Run, Scope, TableBox, TableMeasure, TextRun,
};
pub use sizes::scaled_styles;
pub use slide::fit_slides;

use crate::document::Document;
use crate::source::Findings;
use builder::Builder;
use canvas::Canvas;
use numbers::FirstNumber;
use page::{Footer, Geometry, paginate};
use sizes::ScaledSheets;
use slide::PlacedFrame;
use tree::Tree;

/// A section whose blocks are set.
enum Content {
    /// Text from margin to margin, to be cut into pages.
    Flow(flow::Flow, Footer),
    /// A slide.
    Slide(Vec<PlacedFrame>),
}

/// Sets a document on pages.
///
/// Lengths are points. What the faces or the style sheet lack is said in `findings`; the pages
/// hold the rest all the same. A document without content has one empty page.
pub fn typeset(document: &Document, fonts: &Fonts, findings: &mut Findings) -> Pages {
    let fonts = fonts.family(&document.styles.font);
    let sheets = ScaledSheets::new(document);
    let mut builder = Builder::new(document, fonts, findings);
    let number_end = builder.number_end();
    let mut flows = Vec::with_capacity(document.sections.len());
    for section in &document.sections {
        let geometry = Geometry::new(&document.styles, section.landscape, number_end);
        let content = match &section.slide {
            Some(slide) => Content::Slide(builder.slide(slide, &sheets)),
            None => {
                let flow = builder.section(section, geometry.text_width);
                let lines = builder.footer(section, geometry.text_width);
                let distance = document.styles.page.edge_distance();
                Content::Flow(flow, Footer { lines, distance: f64::from(distance.pt()) })
            }
        };
        flows.push((geometry, content));
    }
    let tree = std::mem::replace(&mut builder.tree, Tree::new());
    let mut canvas = Canvas::new(tree, std::mem::take(&mut builder.references));
    let mut numbers = FirstNumber::new(&document.styles);
    let mut sections = Vec::with_capacity(flows.len());
    for (section, (geometry, content)) in flows.into_iter().enumerate() {
        sections.push(canvas.page_count());
        match content {
            Content::Flow(flow, footer) => {
                numbers.section = section;
                paginate(flow, footer, geometry, &mut numbers, &mut canvas);
            }
            Content::Slide(frames) => slide::draw(frames, geometry, &document.styles, &mut canvas),
        }
    }
    if canvas.page_count() == 0 {
        canvas.open_page(Geometry::new(&document.styles, false, number_end));
    }
    builder.number_pages(&mut canvas);
    let numbered_from = numbers.found(canvas.page_count(), document.sections.len());
    let Builder { tables, kept, .. } = builder;
    let pages = Pages { tables, kept, numbered_from, sections, ..canvas.finish() };
    match document.per_page {
        Some(count) => impose::impose(pages, count, document, &FontRuler::new(fonts)),
        None => pages,
    }
}
