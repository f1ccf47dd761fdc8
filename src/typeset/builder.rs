//! From blocks to a flow: structure nodes, lines, and what keeps them together.

use super::anchors::anchors;
use super::flow::{
    BesideLine, Body, Cost, Flow, Landmark, Owners, PlacedLine, RULE, RULE_SPACE, Reference, Strip,
};
use super::fonts::Fonts;
use super::line::{Form, LineRange, Room, greedy};
use super::measure::{LineMeasure, Stack};
use super::messages;
use super::optimum::optimum;
use super::pages::{Kind, NodeId, TableMeasure};
use super::passage::{Passage, Turn};
use super::shape::Shaper;
use super::story::{Story, StoryTeller};
use super::tree::Tree;
use crate::document::{
    Align, Anchor, Block, Breaking, Document, Inline, Item, Length, List, Marker, Paragraph, ParagraphStyle,
    Role, Section, StyleSheet,
};
use crate::source::{Finding, Findings};
use std::collections::BTreeSet;

/// Turns a document into flows, section by section.
pub(super) struct Builder<'a> {
    pub document: &'a Document,
    /// The styles in which blocks are set: the document's, or those of a frame.
    pub styles: &'a StyleSheet,
    pub fonts: &'a Fonts,
    pub findings: &'a mut Findings,
    pub tree: Tree,
    /// References that lead somewhere.
    pub references: Vec<Reference>,
    /// The tables so far, as they are set.
    pub tables: Vec<TableMeasure>,
    /// How many blocks stay with each of the parts side by side that ask for lines before them.
    pub kept: Vec<usize>,
    /// What is built of the section so far.
    pub flow: Flow,
    /// Width of the text's column.
    pub column: f64,
    /// Whether the section's pages lie on their side.
    pub landscape: bool,
    /// The frame in which blocks stand, if they stand in one.
    pub room: Option<FrameRoom>,
    /// Styles that are not in the sheet and were said.
    unknown_styles: BTreeSet<&'a str>,
    /// Whether a word was wider than its line and had to be divided anywhere.
    pub broken_word: std::cell::Cell<bool>,
    /// Whether the words of a chart whose height nobody gave had no room.
    pub crowded_chart: bool,
    /// What can be found at the next strip.
    pub landmarks: Vec<Landmark>,
    /// Notes in the margin that stand beside the next strip.
    pub beside: Vec<BesideLine>,
    shaper: Shaper<'a>,
    anchors: BTreeSet<&'a Anchor>,
    /// The block before stays on the page of the next one.
    pub keeps_next: bool,
    /// The next strip stands on a new page.
    new_page: bool,
    /// The deepest heading that the next one may be one level below of.
    heading: u8,
}

/// The room of a slide's frame without its padding.
#[derive(Clone, Copy, Debug)]
pub(super) struct FrameRoom {
    /// Its width, pt.
    pub width: f64,
    /// Its height, pt.
    pub height: f64,
    /// The smallest size of letters.
    pub smallest: Length,
}

/// A paragraph's words, its style and its nodes, before its lines are broken.
pub(super) struct Prepared<'a> {
    pub story: Story,
    pub style: &'a ParagraphStyle,
    pub owners: Owners,
}

/// A mark that waits for the first paragraph of its item.
#[derive(Clone, Copy)]
pub(super) struct Label<'a> {
    text: &'a str,
    node: NodeId,
}

/// What text is set in whose style is unknown.
pub(super) static PLAIN: ParagraphStyle = ParagraphStyle::PLAIN;

impl<'a> Builder<'a> {
    pub fn new(document: &'a Document, fonts: &'a Fonts, findings: &'a mut Findings) -> Builder<'a> {
        Builder {
            document,
            styles: &document.styles,
            fonts,
            findings,
            tree: Tree::new(),
            references: Vec::new(),
            tables: Vec::new(),
            kept: Vec::new(),
            flow: Flow::default(),
            column: 0.0,
            landscape: false,
            room: None,
            shaper: Shaper::new(fonts),
            anchors: anchors(document),
            unknown_styles: BTreeSet::new(),
            broken_word: std::cell::Cell::new(false),
            crowded_chart: false,
            landmarks: Vec::new(),
            beside: Vec::new(),
            keeps_next: false,
            new_page: false,
            heading: 0,
        }
    }

    /// The flow of a section whose text is `column` points wide.
    pub fn section(&mut self, section: &'a Section, column: f64) -> Flow {
        self.column = column;
        self.landscape = section.landscape;
        (self.keeps_next, self.new_page) = (false, true);
        self.blocks(&section.blocks, Tree::ROOT);
        self.last_notes();
        if let Some(strip) = self.flow.strips.last_mut() {
            strip.landmarks.append(&mut self.landmarks);
        }
        std::mem::take(&mut self.flow)
    }

    /// What stands at the foot of a section's first page, `column` points wide.
    pub fn footer(&mut self, section: &'a Section, column: f64) -> Stack {
        self.stack(&section.footer, Tree::ROOT, column)
    }

    /// The flow of blocks in a frame of a slide, in the styles of the frame.
    pub fn frame(
        &mut self,
        blocks: &'a [Block],
        styles: &'a StyleSheet,
        room: FrameRoom,
        parent: NodeId,
    ) -> Flow {
        (self.styles, self.column, self.room) = (styles, room.width, Some(room));
        (self.keeps_next, self.new_page) = (false, false);
        self.blocks(blocks, parent);
        if let Some(strip) = self.flow.strips.last_mut() {
            strip.landmarks.append(&mut self.landmarks);
        }
        (self.styles, self.room) = (&self.document.styles, None);
        std::mem::take(&mut self.flow)
    }

    fn blocks(&mut self, blocks: &'a [Block], parent: NodeId) {
        blocks.iter().for_each(|block| self.block(block, parent, None));
    }

    fn block(&mut self, block: &'a Block, parent: NodeId, label: Option<Label<'a>>) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph, parent, label),
            Block::List(list) => self.list(list, parent),
            Block::Table(table) => self.table(table, parent),
            Block::Chart(chart) => self.chart(chart, parent),
            Block::Picture(picture) => self.picture(picture, parent),
            Block::Columns(columns) => self.columns(columns, parent),
            Block::Aside(aside) => self.aside(aside, parent),
            Block::PageBreak => self.new_page = true,
        }
    }

    fn list(&mut self, list: &'a List, parent: NodeId) {
        if list.marker == Marker::None {
            for item in &list.items {
                self.landmarks.extend(item.anchor.clone().map(Landmark::Anchor));
                self.blocks(&item.blocks, parent);
            }
            return;
        }
        let ordered = matches!(list.marker, Marker::Decimal | Marker::Parenthesis | Marker::Letter);
        let node = self.tree.add(parent, Kind::List { ordered }, None);
        list.items.iter().for_each(|item| self.item(item, node));
    }

    fn item(&mut self, item: &'a Item, list: NodeId) {
        self.landmarks.extend(item.anchor.clone().map(Landmark::Anchor));
        let node = self.tree.add(list, Kind::Item, item.anchor.as_ref());
        if item.label.is_empty() {
            let body = self.tree.add(node, Kind::Body, None);
            return self.blocks(&item.blocks, body);
        }
        let label = Label { text: &item.label, node: self.tree.add(node, Kind::Label, None) };
        let body = self.tree.add(node, Kind::Body, None);
        match item.blocks.split_first() {
            Some((first @ Block::Paragraph(_), rest)) => {
                self.block(first, body, Some(label));
                self.blocks(rest, body);
            }
            _ => {
                self.lone_label(label, body);
                self.blocks(&item.blocks, body);
            }
        }
    }

    /// A mark without a paragraph stands on a line of its own above what it marks.
    fn lone_label(&mut self, label: Label<'a>, body: NodeId) {
        let owners = Owners { own: body, label: label.node, references: Vec::new() };
        let story = self.tell(&PLAIN, label.text, &[]);
        self.paragraph_strips(Prepared { story, style: &PLAIN, owners }, true);
    }

    /// Adds a paragraph, after a mark if there is one.
    pub fn paragraph(&mut self, paragraph: &'a Paragraph, parent: NodeId, label: Option<Label<'a>>) {
        let node = self.node(paragraph, parent);
        let prepared = self.prepare(paragraph, node, label);
        self.paragraph_strips(prepared, paragraph.keep_next);
    }

    /// A paragraph's node; what can be found there waits for the next strip.
    pub fn node(&mut self, paragraph: &Paragraph, parent: NodeId) -> NodeId {
        let kind = self.kind(paragraph);
        if let Kind::Heading(level, title) = &kind {
            self.landmarks.push(Landmark::Heading(*level, title.clone()));
        }
        self.landmarks.extend(paragraph.anchor.clone().map(Landmark::Anchor));
        self.tree.add(parent, kind, paragraph.anchor.as_ref())
    }

    /// What a paragraph is to readers. Headings never skip a level (PDF/UA-1, 7.4.2).
    fn kind(&mut self, paragraph: &Paragraph) -> Kind {
        match paragraph.role {
            Role::Body => Kind::Paragraph,
            Role::Caption => Kind::Caption,
            Role::Title => self.heading_kind(1, paragraph),
            Role::Heading(level) => self.heading_kind(level, paragraph),
        }
    }

    fn heading_kind(&mut self, level: u8, paragraph: &Paragraph) -> Kind {
        self.heading = level.clamp(1, self.heading.saturating_add(1));
        Kind::Heading(self.heading, one_line(&paragraph.plain()))
    }

    /// The words of a paragraph whose node is `node`.
    pub fn prepare(
        &mut self,
        paragraph: &'a Paragraph,
        node: NodeId,
        label: Option<Label<'a>>,
    ) -> Prepared<'a> {
        let style = self.style(&paragraph.style, paragraph.content.first());
        let mut story = self.tell(style, label.map_or("", |label| label.text), &paragraph.content);
        story.hang_label(-f64::from(style.first_indent.pt()));
        let references = self.refer(paragraph, node);
        let owners = Owners { own: node, label: label.map_or(node, |label| label.node), references };
        Prepared { story, style, owners }
    }

    /// Words in a style.
    pub fn tell(&mut self, style: &ParagraphStyle, label: &str, content: &[Inline]) -> Story {
        self.teller().tell(style, label, content)
    }

    /// Says which characters of words no face has; words that have theirs are not shaped.
    pub fn look_at_glyphs(&mut self, style: &ParagraphStyle, content: &[Inline]) {
        if self.teller().lacks(style, content) {
            self.tell(style, "", content);
        }
    }

    /// Makes stories.
    pub fn teller(&mut self) -> StoryTeller<'_, 'a> {
        StoryTeller { fonts: self.fonts, shaper: &mut self.shaper, findings: self.findings }
    }

    /// The references of a paragraph that lead to something in the document.
    fn refer(&mut self, paragraph: &Paragraph, parent: NodeId) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for (number, inline) in paragraph.content.iter().enumerate() {
            if let Inline::Reference { target, text } = inline
                && self.anchors.contains(target)
            {
                found.push((number, self.references.len()));
                let (node, description) = (self.tree.loose(Kind::Link), text.text.clone());
                self.references.push(Reference { node, parent, target: target.clone(), description });
            }
        }
        found
    }

    /// The style of a paragraph; one that the sheet lacks is said once.
    pub fn style(&mut self, name: &'a str, first: Option<&Inline>) -> &'a ParagraphStyle {
        let styles = &self.styles.paragraphs;
        if let Some(style) = styles.get(name) {
            return style;
        }
        self.report_style(name, &mut styles.keys(), first);
        &PLAIN
    }

    /// Says once that a style is missing.
    pub fn report_style(
        &mut self,
        name: &'a str,
        known: &mut dyn Iterator<Item = &String>,
        first: Option<&Inline>,
    ) {
        if self.unknown_styles.insert(name) {
            let known = known.map(String::as_str).collect::<Vec<_>>().join(", ");
            let finding = Finding::new(&messages::UNKNOWN_STYLE).arg("style", name).arg("known", known);
            let place = first.map(|inline| inline.origin().place.clone());
            self.findings.push(match place {
                Some(place) => finding.at(place),
                None => finding,
            });
        }
    }

    /// Adds the lines of a paragraph.
    pub fn paragraph_strips(&mut self, prepared: Prepared<'a>, keep_next: bool) {
        let style = prepared.style;
        let (form, ranges) = self.broken(&prepared, self.column, None);
        let measure = LineMeasure::new(style, self.fonts.metrics(style.face));
        let (count, passage) = (ranges.len(), self.flow.passages.len());
        if style.keep_previous {
            self.keep_before(1);
        }
        if style.rule_below {
            self.join_rules();
        }
        let ruled = if style.rule_below { RULE + RULE_SPACE } else { 0.0 };
        let below = f64::from(style.space_after.pt()) + ruled;
        let bound = if keep_next || style.keep_next { Cost::Bound } else { Cost::Free };
        for (number, range) in ranges.into_iter().enumerate() {
            let (first, last) = (number == 0, number + 1 == count);
            let strip = Strip {
                body: Body::Line(prepared.owners.line(&prepared.story, &form, measure, range, number)),
                before: if first { f64::from(style.space_before.pt()) } else { 0.0 },
                after: measure.below + if last { below } else { 0.0 },
                cost: if first { Cost::Free } else { cost_within(style, number, count).max(bound) },
                starts: first,
                new_page: false,
                landmarks: Vec::new(),
                beside: Vec::new(),
                rule: (last && style.rule_below).then_some(self.column),
                at_foot: style.at_foot,
                turn: style.by_sentences.then_some(Turn { passage, range, number }),
            };
            self.push(strip, first && style.keep_previous);
        }
        if style.by_sentences {
            let Prepared { story, owners, .. } = prepared;
            let after = f64::from(style.space_after.pt());
            self.flow.passages.push(Passage::new(story, form, measure, owners, after));
        }
        self.keeps_next = keep_next || style.keep_next;
    }

    /// Of ruled paragraphs one below the other only the last has its rule, as in Word.
    fn join_rules(&mut self) {
        if let Some(last) = self.flow.strips.last_mut()
            && last.rule.take().is_some()
        {
            last.after -= RULE + RULE_SPACE;
        }
    }

    /// Adds a strip; the first of a block takes what waits for it.
    pub fn push(&mut self, mut strip: Strip, keep_previous: bool) {
        strip.landmarks.append(&mut self.landmarks);
        strip.beside = self.notes_beside(&strip.body);
        strip.new_page |= std::mem::take(&mut self.new_page);
        if std::mem::take(&mut self.keeps_next) || keep_previous {
            strip.cost = strip.cost.max(Cost::Blocks);
        }
        self.flow.strips.push(strip);
    }

    /// Breaks a paragraph in a column of the given width; `align` takes the place of the style's.
    pub fn lines(&self, prepared: &Prepared, column: f64, align: Option<Align>) -> Vec<PlacedLine> {
        let Prepared { story, style, owners } = prepared;
        let (form, ranges) = self.broken(prepared, column, align);
        let measure = LineMeasure::new(style, self.fonts.metrics(style.face));
        let ranges = ranges.into_iter().enumerate();
        ranges.map(|(number, range)| owners.line(story, &form, measure, range, number)).collect()
    }

    /// The form of a paragraph's lines, and the glyphs of each.
    fn broken(&self, prepared: &Prepared, column: f64, align: Option<Align>) -> (Form, Vec<LineRange>) {
        let Prepared { story, style, .. } = prepared;
        let room = Room::new(style, column);
        let form = Form {
            room,
            align: align.unwrap_or(style.align),
            size: style.size.pt(),
            color: self.styles.rgb(style.color),
        };
        let room = form.room.width(0).min(form.room.width(1));
        if story.extremes().0 > room + super::line::TOLERANCE {
            self.broken_word.set(true);
        }
        let ranges = match style.breaking {
            Breaking::Word | Breaking::Kerned => greedy(story, &form.room),
            Breaking::Optimum => optimum(story, &form.room, form.align == Align::Justify),
        };
        (form, ranges)
    }

    /// Keeps at least so many lines before the next block on its page, and the blocks they belong
    /// to whole: Word files can only bind whole paragraphs, and LibreOffice divides none of them. A
    /// table may still end a page between its rows. Gives how many blocks are kept.
    pub fn keep_before(&mut self, lines: usize) -> usize {
        let (mut kept, mut blocks) = (0, 0);
        for strip in self.flow.strips.iter_mut().rev() {
            kept += usize::from(!matches!(&strip.body, Body::Line(line) if line.pieces.is_empty()));
            let divisible = strip.starts || matches!(strip.body, Body::Row(..));
            blocks += usize::from(strip.starts);
            if strip.new_page || (divisible && kept >= lines) {
                return blocks + usize::from(!strip.starts);
            }
            strip.cost = strip.cost.max(if strip.starts { Cost::Blocks } else { Cost::Bound });
        }
        blocks
    }
}

/// What a page break within a paragraph costs: no line stands alone (widows and orphans).
fn cost_within(style: &ParagraphStyle, line: usize, count: usize) -> Cost {
    if style.keep_lines || style.by_sentences || line < 2 || count - line < 2 {
        Cost::Lines
    } else {
        Cost::Free
    }
}

fn one_line(text: &str) -> String {
    text.split(['\n', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
