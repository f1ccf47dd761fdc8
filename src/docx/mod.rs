//! From a [`Document`] to a Word file: named styles, numbering that Word computes, bookmarks
//! and fields, tables with repeated header rows, the text face inside.
//!
//! ```text
//! visit ─→ numbering ─┐
//!          keep ──────┴→ flow ─→ bookmarks ─→ body ─┬→ paragraph ─→ runs, field
//!                                 styles ──────┘    ├→ table (grid, widths)
//!                                                   └→ columns
//! numbering_part, styles_part, settings, fonts, section: the other parts of the file
//! letterhead: what is taken over of an office's own Word file; headers: both put together
//! ```

mod body;
mod bookmarks;
mod caption;
mod chart;
mod columns;
mod field;
mod flow;
mod fonts;
mod grid;
mod headers;
mod keep;
mod letterhead;
mod measures;
mod numbering;
mod numbering_part;
mod paragraph;
mod picture;
mod runs;
mod section;
mod settings;
mod styles;
mod styles_part;
mod table;
mod units;
mod visit;
mod widths;

#[cfg(test)]
mod tests;

pub use chart::ChartMeasure;
pub use letterhead::{Letterhead, messages};
pub use measures::Measures;

use crate::document::{Breaking, Document, Length};
use crate::ooxml::{Package, Properties, THEME_TYPE, theme};
use body::{Body, Sequences, document_part};
use bookmarks::Bookmarks;
use flow::Flow;
use headers::Headers;
use styles::Styles;

/// The namespace of WordprocessingML.
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace of references to relationships.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The namespace of drawings in the text.
const WORD_DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
/// What the content types of Word's parts begin with; `+xml` is their end.
const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// The main part.
const MAIN: &str = "word/document.xml";

/// The bytes of a Word file that holds `document`; the same on every run and machine.
pub fn write(document: &Document, measures: &Measures) -> Vec<u8> {
    write_on(document, measures, None)
}

/// The same on an office's letterhead: with its headers, footers, pictures and named styles.
pub fn write_on(document: &Document, measures: &Measures, letterhead: Option<&Letterhead>) -> Vec<u8> {
    let flow = Flow::new(document, measures, letterhead.is_some());
    let styles = Styles::new(document);
    let mut package = Package::default();
    package.relate("", "officeDocument", MAIN);
    properties(document).add_to(&mut package);
    let headers = Headers::add(&mut package, document, &styles, letterhead, measures);
    let font = fonts::style_font(&document.styles);
    let charts = chart::add_charts(&mut package, document, &measures.charts, font);
    let pictures = picture::add_pictures(&mut package, document);
    let mut body = Body {
        document,
        styles: &styles,
        numbering: &flow.numbering,
        measures,
        bookmarks: Bookmarks::new(document, &flow.sections),
        sequences: Sequences::default(),
        text_width: Length(0.0),
        charts,
        pictures,
    };
    package.part(MAIN, &content_type("document.main"), document_part(&mut body, &flow, &headers));
    add(&mut package, "styles", styles_part::styles_part(&styles, document.language, letterhead));
    add(&mut package, "numbering", numbering_part::numbering_part(&flow.numbering));
    let hyphens = document.styles.paragraphs.values().any(|style| style.breaking == Breaking::Optimum);
    let embedded = fonts::are_embedded(&document.styles);
    add(
        &mut package,
        "settings",
        settings::settings_part(document.language, embedded, hyphens, headers.even_differs),
    );
    fonts::add(&mut package, MAIN, &document.styles);
    package.part("word/theme/theme1.xml", THEME_TYPE, theme("avgust", fonts::style_font(&document.styles)));
    package.relate(MAIN, "theme", "theme/theme1.xml");
    package.finish()
}

fn content_type(kind: &str) -> String {
    format!("{CONTENT_TYPE}.{kind}+xml")
}

/// Adds a part that the main part needs.
fn add(package: &mut Package, kind: &str, bytes: Vec<u8>) {
    package.part(&format!("word/{kind}.xml"), &content_type(kind), bytes);
    package.relate(MAIN, kind, &format!("{kind}.xml"));
}

fn properties(document: &Document) -> Properties<'_> {
    Properties {
        title: &document.title,
        author: &document.author,
        subject: &document.subject,
        date: document.date,
        language: document.language,
    }
}
