//! `word/document.xml`.

use super::bookmarks::Bookmarks;
use super::chart::{ChartPart, chart};
use super::flow::{Flow, FlowSection, Line, Piece};
use super::headers::Headers;
use super::measures::Measures;
use super::numbering::Numbering;
use super::paragraph::{Spacer, paragraph};
use super::picture::picture;
use super::section::{Geometry, Section};
use super::styles::Styles;
use super::{RELATIONS, WORD, columns, table};
use crate::document::{Document, Length};
use crate::ooxml::{RelationId, Xml};
use std::collections::BTreeMap;

/// What the parts of the text need to know while they are written.
#[derive(Debug)]
pub(super) struct Body<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its styles.
    pub styles: &'a Styles<'a>,
    /// Its numberings.
    pub numbering: &'a Numbering,
    /// Widths that `typeset` measured.
    pub measures: &'a Measures,
    /// Its bookmarks.
    pub bookmarks: Bookmarks<'a>,
    /// What captions count.
    pub sequences: Sequences,
    /// Its charts, whose parts are in the package.
    pub charts: Vec<ChartPart>,
    /// Its pictures, whose files are in the package.
    pub pictures: Vec<RelationId>,
    /// The width of the text on this section's pages.
    pub text_width: Length,
}

/// The numbers that Word counts by `SEQ` fields.
#[derive(Debug, Default)]
pub(super) struct Sequences(BTreeMap<String, u32>);

impl Sequences {
    /// The field's code for the next `number` of `word`; where the count jumps, it says so.
    pub fn code(&mut self, word: &str, number: u32) -> String {
        let last = self.0.insert(word.to_owned(), number).unwrap_or(0);
        let jump = if last.checked_add(1) == Some(number) { String::new() } else { format!(" \\r {number}") };
        format!(" SEQ {word} \\* ARABIC{jump} ")
    }
}

/// The part.
pub(super) fn document_part<'a>(body: &mut Body<'a>, flow: &Flow<'a>, headers: &Headers) -> Vec<u8> {
    Xml::part("w:document", |xml| {
        xml.attribute("xmlns:w", WORD).attribute("xmlns:r", RELATIONS);
        xml.element("w:body", |xml| {
            let last = flow.sections.len().saturating_sub(1);
            for (at, flow) in flow.sections.iter().enumerate() {
                let section = section(body.document, flow, at == 0, headers);
                body.text_width = Length(section.geometry.text_width());
                write_section(xml, body, &flow.pieces, &section, at == last);
            }
            if flow.sections.is_empty() {
                Spacer::default().write(xml);
                let empty = FlowSection { pieces: Vec::new(), landscape: false, numbered: true };
                section(body.document, &empty, true, headers).write(xml);
            }
        });
    })
}

fn section<'h>(document: &Document, flow: &FlowSection, first: bool, headers: &'h Headers) -> Section<'h> {
    let page = &document.styles.page;
    let own = page.edge_distance();
    let distances = (headers.distances.0.unwrap_or(own), headers.distances.1.unwrap_or(own));
    let geometry = Geometry::new(page, flow.landscape);
    Section { geometry, headers, distances, first, numbered: flow.numbered }
}

/// A section's last paragraph carries its properties; those of the document's last section
/// stand behind all paragraphs. A last paragraph that references lead to, or that stands in a frame, is
/// followed by an empty one that carries them: LibreOffice forgets the bookmarks of the one that
/// does, and a frame belongs to the paragraph after it.
fn write_section<'a>(
    xml: &mut Xml,
    body: &mut Body<'a>,
    pieces: &[Piece<'a>],
    section: &Section,
    last_section: bool,
) {
    let carried = Some(section).filter(|_| !last_section);
    let framed =
        |line: &Line| body.measures.sunk && body.styles.get(line.style).is_some_and(|style| style.at_foot);
    let own = |line: &Line| (!last_section && !line.anchors.is_empty()) || framed(line);
    let apart = matches!(pieces.last(), Some(Piece::Line(line)) if own(line));
    let mut before = None;
    for (at, piece) in pieces.iter().enumerate() {
        if let Some(spacer) = spacer_before(before, piece) {
            spacer.write(xml);
        }
        match piece {
            Piece::Line(line) => {
                paragraph(xml, body, line, carried.filter(|_| at + 1 == pieces.len() && !apart))
            }
            Piece::Chart(placed) => chart(xml, body, placed),
            Piece::Picture(placed) => picture(xml, body, placed, section.geometry.landscape),
            Piece::Table(placed) => table::table(xml, body, placed),
            Piece::Columns(placed) => columns::columns(xml, body, placed),
        }
        before = Some(piece);
    }
    if !matches!(before, Some(Piece::Line(_))) || apart {
        Spacer { section: carried, ..Spacer::default() }.write(xml);
    }
    if last_section {
        section.write(xml);
    }
}

/// What stands between a table and the table before it, or before one that starts a page.
fn spacer_before(before: Option<&Piece>, piece: &Piece) -> Option<Spacer<'static>> {
    let page_break = match piece {
        Piece::Line(_) | Piece::Chart(_) | Piece::Picture(_) => return None,
        Piece::Table(placed) => placed.page_break,
        Piece::Columns(placed) => placed.page_break,
    };
    let (joins, keeps) = match before {
        Some(Piece::Table(placed)) => (true, placed.keep_next),
        Some(Piece::Columns(placed)) => (true, placed.keep_next),
        Some(Piece::Line(_) | Piece::Chart(_) | Piece::Picture(_)) | None => (false, false),
    };
    (page_break || joins).then_some(Spacer { keep_next: page_break || keeps, page_break, section: None })
}
