//! A document as Word sees it: paragraphs and tables one after the other, items numbered,
//! what keeps together marked on each paragraph.

use super::measures::Measures;
use super::numbering::{Indents, Number, Numbering, Open};
use crate::document::{
    Align, Anchor, AsideKind, Block, ChartBlock, Columns, Document, Inline, Item, Length, List, Paragraph,
    PictureBlock, Role, StyleSheet, Table,
};

/// A paragraph to be written.
#[derive(Clone, Debug, Default)]
pub(super) struct Line<'a> {
    /// Name of its style in the style sheet.
    pub style: &'a str,
    /// Level in the outline that its style does not give, 1 to 6.
    pub heading: Option<u8>,
    /// Its words.
    pub content: &'a [Inline],
    /// Its place in a numbering.
    pub number: Option<Number>,
    /// The label that Word computes from its place; empty without one.
    pub label: &'a str,
    /// A label that Word cannot compute and that is written as words.
    pub written_label: &'a str,
    /// The anchors that lead here.
    pub anchors: Vec<&'a Anchor>,
    /// Whether it is a caption, whose number Word counts.
    pub caption: bool,
    /// Stays with the next block.
    pub keep_next: bool,
    /// Is never divided.
    pub keep_lines: bool,
    /// Starts a new page.
    pub page_break: bool,
    /// Width of its column and distance from the text, if it is a note in the left margin.
    pub margin: Option<(Length, Length)>,
    /// From the upper edge of the paragraph beside which such a note stands to the note.
    pub down: Length,
    /// Room above it beside its style's, for the notes beside the text above.
    pub lowered: Length,
    /// Another alignment than its style's.
    pub align: Option<Align>,
    /// Another indent at the right than its style's.
    pub right_indent: Option<Length>,
}

impl<'a> From<&'a Paragraph> for Line<'a> {
    fn from(paragraph: &'a Paragraph) -> Line<'a> {
        Line {
            style: &paragraph.style,
            heading: heading(paragraph.role),
            content: &paragraph.content,
            anchors: paragraph.anchor.iter().collect(),
            caption: paragraph.role == Role::Caption,
            keep_next: paragraph.keep_next,
            ..Line::default()
        }
    }
}

fn heading(role: Role) -> Option<u8> {
    match role {
        Role::Heading(level) => Some(level.clamp(1, 6)),
        _ => None,
    }
}

/// A piece of the page.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    /// A paragraph.
    Line(Line<'a>),
    /// A table, without its caption.
    Table(Placed<'a, Table>),
    /// A chart, without its caption.
    Chart(Placed<'a, ChartBlock>),
    /// A picture, without its caption.
    Picture(Placed<'a, PictureBlock>),
    /// Columns: a table without rules.
    Columns(Placed<'a, Columns>),
}

/// A table in the flow.
#[derive(Debug)]
pub(super) struct Placed<'a, T> {
    /// What stands here.
    pub block: &'a T,
    /// How many tables, or charts, of the document stand before it.
    pub index: usize,
    /// The anchor that its first cell carries, as it has no caption.
    pub anchor: Option<&'a Anchor>,
    /// Its last row stays with the next block.
    pub keep_next: bool,
    /// Starts a new page.
    pub page_break: bool,
}

/// A section as Word has it.
#[derive(Debug)]
pub(super) struct FlowSection<'a> {
    /// What stands in it.
    pub pieces: Vec<Piece<'a>>,
    /// Its pages lie on their side.
    pub landscape: bool,
    /// Its pages carry numbers.
    pub numbered: bool,
}

/// A document by section, and the numberings of its lists.
#[derive(Debug)]
pub(super) struct Flow<'a> {
    /// The sections.
    pub sections: Vec<FlowSection<'a>>,
    /// The numberings.
    pub numbering: Numbering,
}

impl<'a> Flow<'a> {
    /// Lays a document out in one line; on an office's own `letterhead` without ours.
    pub fn new(document: &'a Document, measures: &Measures, letterhead: bool) -> Flow<'a> {
        let mut laying = Laying {
            styles: &document.styles,
            numbering: Numbering::default(),
            pieces: Vec::new(),
            tables: 0,
            charts: 0,
            pictures: 0,
            page_break: false,
            waiting: Vec::new(),
        };
        let (mut sections, mut kept) = (Vec::new(), measures.kept.iter().copied());
        let mut lowered = measures.lowered.iter().copied();
        for (at, section) in document.sections.iter().enumerate() {
            laying.page_break = false;
            section.stories().for_each(|blocks| laying.blocks(blocks));
            let mut pieces = std::mem::take(&mut laying.pieces);
            lower(&mut pieces, &mut lowered);
            level_notes(&mut pieces, &document.styles);
            super::keep::together(&mut pieces, &document.styles, &mut kept);
            let left_out = if letterhead { section.letterhead.min(pieces.len()) } else { 0 };
            pieces.drain(..left_out);
            let first_number = measures.numbered_from.filter(|(section, _)| *section == at);
            let numbered = measures.numbered_from.is_none_or(|(section, _)| section < at);
            let after =
                first_number.map(|(_, before)| split_off(&mut pieces, before.saturating_sub(left_out)));
            let landscape = section.landscape;
            if after.is_none() || !pieces.is_empty() {
                sections.push(FlowSection { pieces, landscape, numbered });
            }
            sections.extend(after.map(|pieces| FlowSection { pieces, landscape, numbered: true }));
        }
        Flow { sections, numbering: laying.numbering }
    }
}

/// Gives the blocks after notes in the margin the room above that their pages gave them.
fn lower(pieces: &mut [Piece<'_>], lowered: &mut dyn Iterator<Item = f32>) {
    let mut noted = false;
    for piece in pieces {
        let Piece::Line(line) = piece else { continue };
        if line.margin.is_none() && noted {
            line.lowered = Length(lowered.next().unwrap_or_default());
        }
        noted = line.margin.is_some();
    }
}

/// Notes in the margin stand level with the words of the paragraph after them, not with the room
/// above these.
fn level_notes(pieces: &mut [Piece<'_>], styles: &StyleSheet) {
    let mut above = Length(0.0);
    for piece in pieces.iter_mut().rev() {
        let Piece::Line(line) = piece else {
            above = Length(0.0);
            continue;
        };
        match line.margin {
            Some(_) => line.down = above,
            None => {
                let own = styles.paragraphs.get(line.style).map_or(0.0, |style| style.space_before.pt());
                above = Length(own + line.lowered.pt());
            }
        }
    }
}

/// The pieces from `at` on, which begin a section: it starts a new page by itself.
fn split_off<'a>(pieces: &mut Vec<Piece<'a>>, at: usize) -> Vec<Piece<'a>> {
    let mut after = pieces.split_off(at.min(pieces.len()));
    match after.first_mut() {
        Some(Piece::Line(line)) => line.page_break = false,
        Some(Piece::Table(placed)) => placed.page_break = false,
        Some(Piece::Chart(placed)) => placed.page_break = false,
        Some(Piece::Picture(placed)) => placed.page_break = false,
        Some(Piece::Columns(placed)) => placed.page_break = false,
        None => {}
    }
    after
}

/// The work of [`Flow::new`].
struct Laying<'a> {
    styles: &'a StyleSheet,
    numbering: Numbering,
    pieces: Vec<Piece<'a>>,
    tables: usize,
    charts: usize,
    pictures: usize,
    /// The next piece starts a new page.
    page_break: bool,
    /// Anchors of an item that begins with no paragraph: the next one carries them.
    waiting: Vec<&'a Anchor>,
}

impl<'a> Laying<'a> {
    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Paragraph(paragraph) => self.line(paragraph.into()),
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Picture(picture) => self.picture(picture),
            Block::Columns(columns) => {
                let piece = self.placed(columns, None, columns.keep_next);
                self.pieces.push(Piece::Columns(piece));
            }
            Block::Aside(aside) => aside.content.iter().for_each(|paragraph| {
                let margin = match aside.kind {
                    AsideKind::Margin { width, gap } => Some((width, gap)),
                    AsideKind::Quote => None,
                };
                self.line(Line { margin, ..paragraph.into() });
            }),
            // A section starts a new page by itself.
            Block::PageBreak => self.page_break = !self.pieces.is_empty(),
        }
    }

    fn line(&mut self, mut line: Line<'a>) {
        let page_break = std::mem::take(&mut self.page_break);
        line.anchors.append(&mut self.waiting);
        self.pieces.push(Piece::Line(Line { page_break, ..line }));
    }

    fn placed<T>(&mut self, block: &'a T, anchor: Option<&'a Anchor>, keep_next: bool) -> Placed<'a, T> {
        let page_break = std::mem::take(&mut self.page_break);
        Placed { block, index: self.tables, anchor, keep_next, page_break }
    }

    fn chart(&mut self, chart: &'a ChartBlock) {
        let piece = Placed { index: self.charts, ..self.placed(chart, None, chart.caption.is_some()) };
        self.pieces.push(Piece::Chart(piece));
        self.charts += 1;
        self.figure_caption(chart.caption.as_ref(), chart.anchor.as_ref());
    }

    fn picture(&mut self, picture: &'a PictureBlock) {
        let piece = Placed { index: self.pictures, ..self.placed(picture, None, picture.caption.is_some()) };
        self.pieces.push(Piece::Picture(piece));
        self.pictures += 1;
        self.figure_caption(picture.caption.as_ref(), picture.anchor.as_ref());
    }

    fn figure_caption(&mut self, caption: Option<&'a Paragraph>, anchor: Option<&'a Anchor>) {
        let Some(caption) = caption else { return };
        let mut line = Line { caption: true, ..Line::from(caption) };
        line.anchors.extend(anchor);
        self.line(line);
    }

    fn table(&mut self, table: &'a Table) {
        if let Some(caption) = &table.caption {
            let mut line = Line { caption: true, keep_next: true, ..Line::from(caption) };
            line.anchors.extend(&table.anchor);
            self.line(line);
        }
        if let Some(unit) = &table.unit {
            self.line(Line { keep_next: true, ..Line::from(&**unit) });
        }
        let anchor = table.anchor.as_ref().filter(|_| table.caption.is_none());
        let piece = self.placed(table, anchor, false);
        self.pieces.push(Piece::Table(piece));
        self.tables += 1;
    }

    fn list(&mut self, list: &'a List) {
        let mut open = self.numbering.open(list);
        for item in &list.items {
            self.item(&mut open, item);
        }
    }

    /// The mark stands before the item's first paragraph; an item that begins with something
    /// else gets an empty one.
    fn item(&mut self, open: &mut Open, item: &'a Item) {
        let (mut line, rest) = match item.blocks.split_first() {
            Some((Block::Paragraph(first), rest)) => (Line::from(first), rest),
            _ if item.label.is_empty() => {
                self.waiting.extend(&item.anchor);
                return self.blocks(&item.blocks);
            }
            _ => (
                Line { style: any_style(&item.blocks), keep_next: true, ..Line::default() },
                &item.blocks[..],
            ),
        };
        let indents = self.styles.paragraphs.get(line.style).map(Indents::from).unwrap_or_default();
        line.number = self.numbering.place(open, &item.label, indents);
        let label = if line.number.is_some() { &mut line.label } else { &mut line.written_label };
        *label = &item.label;
        line.anchors.extend(&item.anchor);
        self.line(line);
        self.blocks(rest);
    }
}

/// The style of the first paragraph in `blocks`.
fn any_style(blocks: &[Block]) -> &str {
    let mut styles = blocks.iter().map(|block| match block {
        Block::Paragraph(paragraph) => paragraph.style.as_str(),
        Block::List(list) => list.items.first().map_or("", |item| any_style(&item.blocks)),
        _ => "",
    });
    styles.find(|style| !style.is_empty()).unwrap_or_default()
}
