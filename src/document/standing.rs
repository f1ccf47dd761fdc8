//! Where the inlines of a document stand in it: under which clause, table or heading.

use super::{Block, ChartBlock, Document, Inline, Item, List, Marker, Origin, Paragraph, Role, Table, Text};
use crate::chart::alternative;
use crate::russian::typography::one_line;
use std::borrow::Cow;
use std::sync::Arc;

/// An inline with what stands around it.
#[derive(Clone, Debug)]
pub struct Standing<'d> {
    /// Where it comes from.
    pub origin: &'d Origin,
    /// What a reader sees.
    pub text: Cow<'d, str>,
    /// What stands around it.
    pub around: Around,
}

/// What stands around an inline; all of it as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The numbers of the clauses, without the last dot: `2.1` or `3 а`.
    pub clause: Option<Arc<str>>,
    /// The caption of the table.
    pub table: Option<Arc<str>>,
    /// The last heading above.
    pub heading: Option<Arc<str>>,
    /// What it is a part of.
    pub within: Within,
    /// The table of the pack that is printed or drawn here, by name.
    pub data: Option<Arc<str>>,
    /// The number of the section, from 0.
    pub section: usize,
    /// Whether its page is a slide.
    pub slide: bool,
}

/// What a piece of a document is a part of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Within {
    /// The text.
    #[default]
    Text,
    /// A table.
    Table,
    /// It is a whole chart, of this number in the document, told in words.
    Chart(usize),
    /// A name or a number of the chart of this number.
    ChartPart(usize),
}

impl Document {
    /// Every inline and every chart with what stands around it, in the order of reading.
    pub fn standings(&self) -> Vec<Standing<'_>> {
        let mut walk = Walk { around: Around::default(), charts: 0, found: Vec::new() };
        for (number, section) in self.sections.iter().enumerate() {
            (walk.around.section, walk.around.slide) = (number, section.slide.is_some());
            section.stories().for_each(|blocks| walk.blocks(blocks));
            let notes = section.slide.iter().flat_map(|slide| &slide.notes);
            notes.for_each(|note| walk.paragraph(note));
        }
        walk.found
    }
}

struct Walk<'d> {
    around: Around,
    /// How many charts there were.
    charts: usize,
    found: Vec<Standing<'d>>,
}

impl<'d> Walk<'d> {
    fn blocks(&mut self, blocks: &'d [Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &'d Block) {
        match block {
            Block::Paragraph(one) => self.paragraph(one),
            Block::List(list) => self.list(list),
            Block::Aside(aside) => aside.content.iter().for_each(|one| self.paragraph(one)),
            Block::Columns(columns) => {
                columns.parts.iter().flat_map(|(_, part)| part).for_each(|one| self.paragraph(one));
            }
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Picture(picture) => picture.caption.iter().for_each(|one| self.paragraph(one)),
            Block::PageBreak => {}
        }
    }

    fn paragraph(&mut self, paragraph: &'d Paragraph) {
        if matches!(paragraph.role, Role::Heading(_)) {
            self.around.heading = Some(on_a_line(paragraph));
        }
        let around = &self.around;
        let standing = |inline: &'d Inline| Standing {
            origin: inline.origin(),
            text: inline.plain().into(),
            around: around.clone(),
        };
        self.found.extend(paragraph.content.iter().map(standing));
    }

    fn list(&mut self, list: &'d List) {
        for item in &list.items {
            let before = self.around.clause.clone();
            let own = clause(before.as_deref(), list.marker, item);
            self.around.clause = own.map(Arc::from).or_else(|| before.clone());
            self.blocks(&item.blocks);
            self.around.clause = before;
        }
    }

    fn chart(&mut self, chart: &'d ChartBlock) {
        let before = self.around.clone();
        let number = self.charts;
        self.charts += 1;
        self.around.table = match &chart.caption {
            Some(caption) => Some(on_a_line(caption)),
            None => Some(chart.chart.title.as_str()).filter(|title| !title.is_empty()).map(Arc::from),
        };
        self.around.data = chart.of.as_deref().map(Arc::from);
        let around = |within: Within| Around { within, ..self.around.clone() };
        let told = alternative(&chart.chart).into();
        let whole = Standing { origin: &chart.origin, text: told, around: around(Within::Chart(number)) };
        let part = |text: &'d Text| Standing {
            origin: &text.origin,
            text: text.text.as_str().into(),
            around: around(Within::ChartPart(number)),
        };
        let parts: Vec<Standing<'d>> = chart.texts.iter().map(part).collect();
        self.found.push(whole);
        self.found.extend(parts);
        self.around = before;
        chart.caption.iter().for_each(|one| self.paragraph(one));
    }

    fn table(&mut self, table: &'d Table) {
        table.above().for_each(|one| self.paragraph(one));
        let before = self.around.clone();
        self.around.table = table.caption.as_ref().map(on_a_line);
        self.around.data = table.of.as_deref().map(Arc::from);
        self.around.within = Within::Table;
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        cells.flat_map(|cell| &cell.content).for_each(|one| self.paragraph(one));
        self.around = before;
    }
}

fn on_a_line(paragraph: &Paragraph) -> Arc<str> {
    one_line(&paragraph.plain()).into()
}

/// The number of an item with those around it; `None` where its mark is no number.
fn clause(around: Option<&str>, marker: Marker, item: &Item) -> Option<String> {
    let own = item.label.trim_end_matches(['.', ')']);
    match (marker, around) {
        (Marker::Decimal, _) => Some(own.to_owned()),
        (Marker::Parenthesis | Marker::Letter, Some(around)) => Some(format!("{around} {own}")),
        (Marker::Parenthesis | Marker::Letter, None) => Some(own.to_owned()),
        (Marker::Dash | Marker::Hyphen | Marker::Dot | Marker::Bullet | Marker::None, _) => None,
    }
}
