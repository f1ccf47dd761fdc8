//! Paragraphs and their properties.

use super::body::Body;
use super::caption::caption_number;
use super::flow::Line;
use super::numbering::{Indents, Number};
use super::runs::{Edge, EdgeKind, runs, words};
use super::section::Section;
use super::units::twips;
use crate::document::{Align, Length};
use crate::ooxml::Xml;

/// Writes a paragraph; `section` ends with it.
pub(super) fn paragraph<'a>(xml: &mut Xml, body: &mut Body<'a>, line: &Line<'a>, section: Option<&Section>) {
    let edges = edges(body, line);
    xml.element("w:p", |xml| {
        Properties::new(body, line).write(xml, section);
        if !line.written_label.is_empty() {
            xml.element("w:r", |xml| words(xml, &format!("{} ", line.written_label)));
        }
        runs(xml, line.content, &edges, &body.bookmarks);
    });
}

/// The bookmarks and the counted number of a paragraph, in their order.
fn edges<'a>(body: &mut Body<'a>, line: &Line<'a>) -> Vec<Edge> {
    let mut edges = body.bookmarks.edges(&line.anchors);
    if let Some(found) = caption_number(line.content).filter(|_| line.caption) {
        let code = body.sequences.code(&found.word, found.number);
        edges.push(Edge { at: found.range.start, kind: EdgeKind::Field(code) });
        edges.push(Edge { at: found.range.end, kind: EdgeKind::FieldEnd });
    }
    // What covers nothing begins before it ends; else what ends comes before what begins.
    let whole: usize = line.content.iter().map(|inline| inline.plain().len()).sum();
    edges.sort_by_key(|edge| (edge.at, rank(&edge.kind, whole == 0)));
    edges
}

fn rank(kind: &EdgeKind, empty: bool) -> u8 {
    match kind {
        EdgeKind::FieldEnd => 0,
        EdgeKind::BookmarkEnd(_) if !empty => 1,
        EdgeKind::Bookmark { .. } => 2,
        EdgeKind::Field(_) => 3,
        EdgeKind::BookmarkEnd(_) => 4,
    }
}

/// What a paragraph says beyond its style.
struct Properties<'a> {
    style: Option<&'a str>,
    keep_next: bool,
    keep_lines: bool,
    page_break: bool,
    frame: Option<Frame>,
    number: Option<Number>,
    /// Space above it.
    before: Option<Length>,
    indents: Option<Indents>,
    align: Option<Align>,
    outline: Option<u8>,
}

impl<'a> Properties<'a> {
    fn new(body: &'a Body, line: &Line) -> Properties<'a> {
        let style = body.styles.get(line.style);
        let own = style.map(Indents::from).unwrap_or_default();
        let wanted = Indents { right: line.right_indent.unwrap_or(own.right), ..own };
        // A numbering overrides the indents of the style, so those are said again where it
        // was made for another.
        let given = line.number.and_then(|number| body.numbering.indents(number)).unwrap_or(own);
        Properties {
            style: body.styles.id(line.style),
            keep_next: line.keep_next && !style.is_some_and(|style| style.keep_next),
            keep_lines: line.keep_lines && !style.is_some_and(|style| style.keep_lines),
            page_break: line.page_break,
            frame: frame(body, line),
            number: line.number,
            before: Some(line.lowered)
                .filter(|room| room.pt() > 0.0)
                .map(|room| Length(room.pt() + style.map_or(0.0, |style| style.space_before.pt()))),
            indents: Some(wanted).filter(|wanted| *wanted != given),
            align: line.align.filter(|align| style.is_none_or(|style| style.align != *align)),
            outline: line.heading.filter(|_| body.styles.outline(line.style) != line.heading),
        }
    }

    /// Order of children: ISO/IEC 29500-1, 17.3.1.26.
    fn write(&self, xml: &mut Xml, section: Option<&Section>) {
        if self.is_empty() && section.is_none() {
            return;
        }
        xml.element("w:pPr", |xml| {
            if let Some(style) = self.style {
                xml.val("w:pStyle", style);
            }
            xml.flag("w:keepNext", self.keep_next);
            xml.flag("w:keepLines", self.keep_lines);
            xml.flag("w:pageBreakBefore", self.page_break);
            if let Some(frame) = self.frame {
                frame.write(xml);
            }
            if let Some(Number { num, level }) = self.number {
                xml.element("w:numPr", |xml| {
                    xml.val("w:ilvl", level);
                    xml.val("w:numId", num);
                });
            }
            if let Some(before) = self.before {
                xml.with("w:spacing", "w:before", twips(before));
            }
            if let Some(indents) = self.indents {
                indent(xml, indents);
            }
            if let Some(align) = self.align {
                xml.val("w:jc", alignment(align));
            }
            if let Some(level) = self.outline {
                xml.val("w:outlineLvl", level - 1);
            }
            if let Some(section) = section {
                section.write(xml);
            }
        });
    }

    fn is_empty(&self) -> bool {
        let flags = self.keep_next || self.keep_lines || self.page_break || self.frame.is_some();
        let values =
            self.number.is_some() || self.before.is_some() || self.indents.is_some() || self.align.is_some();
        !(flags || values || self.style.is_some() || self.outline.is_some())
    }
}

/// A place of its own on the page of the paragraph that follows (ISO/IEC 29500-1, 17.3.1.11).
#[derive(Clone, Copy, Debug)]
enum Frame {
    /// In the left margin beside the paragraph.
    Margin {
        width: Length,
        gap: Length,
        /// From the paper's left edge.
        left: Length,
        /// From the paragraph's upper edge.
        down: Length,
    },
    /// At the foot of the page, as wide as the text.
    Foot(Length),
}

fn frame(body: &Body, line: &Line) -> Option<Frame> {
    let page = &body.document.styles.page;
    let margin = line.margin.map(|(width, gap)| {
        let left = Length(page.margins.left.pt() - gap.pt() - width.pt());
        Frame::Margin { width, gap, left, down: line.down }
    });
    let foot = body.measures.sunk && body.styles.get(line.style).is_some_and(|style| style.at_foot);
    margin.or(foot.then_some(Frame::Foot(body.text_width)))
}

impl Frame {
    fn write(self, xml: &mut Xml) {
        xml.element("w:framePr", |xml| match self {
            Frame::Margin { width, gap, left, down } => {
                xml.attribute("w:w", twips(width)).attribute("w:hSpace", twips(gap));
                xml.attribute("w:wrap", "around")
                    .attribute("w:vAnchor", "text")
                    .attribute("w:hAnchor", "page");
                xml.attribute("w:x", twips(left)).attribute("w:y", twips(down).max(1));
            }
            Frame::Foot(width) => {
                xml.attribute("w:w", twips(width)).attribute("w:wrap", "around");
                xml.attribute("w:vAnchor", "margin").attribute("w:hAnchor", "margin");
                xml.attribute("w:xAlign", "left").attribute("w:yAlign", "bottom");
            }
        });
    }
}

/// `w:ind`. A first line to the left of the others «hangs».
pub(super) fn indent(xml: &mut Xml, indents: Indents) {
    let first = twips(indents.first);
    xml.element("w:ind", |xml| {
        xml.attribute("w:left", twips(indents.left)).attribute("w:right", twips(indents.right));
        let name = if first < 0 { "w:hanging" } else { "w:firstLine" };
        xml.attribute(name, first.abs());
    });
}

/// The value of `w:jc`.
pub(super) fn alignment(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
        Align::Justify => "both",
    }
}

/// A paragraph of no height to speak of, and what it carries. Word wants one behind a table
/// that ends a document or a section, and between two tables, which it would join; a table
/// that starts a new page has one before it, as only paragraphs can.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spacer<'a> {
    /// Stays with the next block.
    pub keep_next: bool,
    /// Starts a new page.
    pub page_break: bool,
    /// The section that ends with it.
    pub section: Option<&'a Section<'a>>,
}

impl Spacer<'_> {
    /// Writes it; order of children: ISO/IEC 29500-1, 17.3.1.26.
    pub fn write(self, xml: &mut Xml) {
        xml.element("w:p", |xml| {
            xml.element("w:pPr", |xml| {
                xml.flag("w:keepNext", self.keep_next);
                xml.flag("w:pageBreakBefore", self.page_break);
                xml.element("w:spacing", |xml| {
                    xml.attribute("w:before", 0).attribute("w:after", 0);
                    xml.attribute("w:line", twips(Length(1.0))).attribute("w:lineRule", "exact");
                });
                xml.element("w:rPr", |xml| {
                    xml.val("w:sz", 2);
                    xml.val("w:szCs", 2);
                });
                if let Some(section) = self.section {
                    section.write(xml);
                }
            });
        });
    }
}
