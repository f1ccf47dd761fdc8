//! The document in the middle: what stands on paper, in its order, without any file format.
//!
//! Layouts and facts make a [`Document`]; `typeset` and `docx` read it. Every [`Inline`] knows
//! its [`Origin`]: the bytes, the layout line or the indicator it came from.

mod anchor;
mod assemble;
mod block;
mod chart_block;
mod data_chart;
mod data_table;
pub mod figure;
mod inline;
mod list;
mod markup;
pub mod messages;
mod numbering;
mod picture_block;
mod reference;
mod slide;
mod spaces;
mod standing;
mod table;
mod table_numbers;
pub mod vocabulary;

pub use crate::style::{
    Align, Breaking, Color, DocxFont, Face, FrameStyle, Length, Margins, Numbers, Page, ParagraphStyle,
    Stand, StyleSheet, TableRule, TableStyle,
};
pub use anchor::{Anchor, AnchorKind};
pub use assemble::{Parts, assemble, assemble_numbered};
pub use block::{Aside, AsideKind, Block, Columns, Paragraph, Role};
pub use chart_block::ChartBlock;
pub use inline::{Figure, FigureId, Inline, Like, Origin, Text};
pub use list::{Item, List, Marker};
pub use numbering::Targets;
pub use picture_block::PictureBlock;
pub use slide::{Frame, Slide};
pub use standing::{Around, Standing, Within};
pub use table::{Cell, CellAlign, Column, Row, Table};

use crate::source::Place;
use chrono::NaiveDate;
use std::sync::Arc;

/// A whole document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Title for readers' windows and libraries; plain text.
    pub title: String,
    /// Who issues it; plain text, may be empty.
    pub author: String,
    /// What it is about; plain text, may be empty.
    pub subject: String,
    /// The language of its words (BCP 47): `ru-RU` or `en-GB`.
    pub language: &'static str,
    /// The date in the files' metadata.
    pub date: NaiveDate,
    /// Geometry and named styles.
    pub styles: Arc<StyleSheet>,
    /// The content, in order; a new section starts a new page.
    pub sections: Vec<Section>,
    /// How many slides stand on one upright A4 page; `None` where each is a page of its own.
    pub per_page: Option<u16>,
    /// The figures that inlines refer to by [`FigureId`].
    pub figures: Vec<Figure>,
}

/// A run of pages with one geometry.
#[derive(Clone, Debug)]
pub struct Section {
    /// Whether its pages lie on their side.
    pub landscape: bool,
    /// The content.
    pub blocks: Vec<Block>,
    /// What stands in frames, if the section is a slide; it has no other content then.
    pub slide: Option<Slide>,
    /// How many of the first blocks are a letterhead, which a Word file on an office's own leaves out.
    pub letterhead: usize,
    /// What stands at the foot of its first page.
    pub footer: Vec<Paragraph>,
}

impl Section {
    /// A section of blocks from margin to margin.
    pub fn of(blocks: Vec<Block>) -> Section {
        Section { landscape: false, blocks, slide: None, letterhead: 0, footer: Vec::new() }
    }

    /// The runs of blocks that stand in it: its own, or those of its slide's frames.
    pub fn stories(&self) -> impl Iterator<Item = &[Block]> {
        let frames = self.slide.iter().flat_map(|slide| &slide.frames);
        std::iter::once(self.blocks.as_slice()).chain(frames.map(|frame| frame.blocks.as_slice()))
    }

    /// The same, to be changed.
    pub fn stories_mut(&mut self) -> impl Iterator<Item = &mut Vec<Block>> {
        let frames = self.slide.iter_mut().flat_map(|slide| &mut slide.frames);
        std::iter::once(&mut self.blocks).chain(frames.map(|frame| &mut frame.blocks))
    }
}

impl Document {
    /// The origin of every inline, in the order of the document.
    pub fn origins(&self) -> Vec<&Origin> {
        let mut origins = Vec::new();
        for section in &self.sections {
            section.stories().for_each(|blocks| collect(blocks, &mut origins));
            let notes = section.slide.iter().flat_map(|slide| &slide.notes);
            notes
                .chain(&section.footer)
                .for_each(|note| origins.extend(note.content.iter().map(Inline::origin)));
        }
        origins
    }

    /// The place of every inline, in the order of the document.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.origins().into_iter().map(|origin| &origin.place)
    }
}

impl Section {
    /// The tables of the section, in the order of reading.
    pub fn tables(&self) -> Vec<&Table> {
        let mut tables = Vec::new();
        self.stories().for_each(|blocks| tables_in(blocks, &mut tables));
        tables
    }

    /// The charts of the section, in the order of reading.
    pub fn charts(&self) -> Vec<&ChartBlock> {
        let mut charts = Vec::new();
        charts_in(&self.blocks, &mut charts);
        charts
    }

    /// The pictures of the section outside of slides, in the order of reading.
    pub fn pictures(&self) -> Vec<&PictureBlock> {
        let mut pictures = Vec::new();
        pictures_in(&self.blocks, &mut pictures);
        pictures
    }
}

fn pictures_in<'d>(blocks: &'d [Block], pictures: &mut Vec<&'d PictureBlock>) {
    for block in blocks {
        match block {
            Block::Picture(picture) => pictures.push(picture),
            Block::List(list) => list.items.iter().for_each(|item| pictures_in(&item.blocks, pictures)),
            _ => {}
        }
    }
}

fn tables_in<'d>(blocks: &'d [Block], tables: &mut Vec<&'d Table>) {
    for block in blocks {
        match block {
            Block::Table(table) => tables.push(table),
            Block::List(list) => list.items.iter().for_each(|item| tables_in(&item.blocks, tables)),
            Block::Paragraph(_)
            | Block::Chart(_)
            | Block::Picture(_)
            | Block::Columns(_)
            | Block::Aside(_)
            | Block::PageBreak => {}
        }
    }
}

fn charts_in<'d>(blocks: &'d [Block], charts: &mut Vec<&'d ChartBlock>) {
    for block in blocks {
        match block {
            Block::Chart(chart) => charts.push(chart),
            Block::List(list) => list.items.iter().for_each(|item| charts_in(&item.blocks, charts)),
            Block::Paragraph(_)
            | Block::Table(_)
            | Block::Picture(_)
            | Block::Columns(_)
            | Block::Aside(_)
            | Block::PageBreak => {}
        }
    }
}

fn collect<'d>(blocks: &'d [Block], origins: &mut Vec<&'d Origin>) {
    let paragraph = |paragraph: &'d Paragraph, origins: &mut Vec<&'d Origin>| {
        origins.extend(paragraph.content.iter().map(Inline::origin));
    };
    for block in blocks {
        match block {
            Block::Paragraph(one) => paragraph(one, origins),
            Block::List(list) => list.items.iter().for_each(|item| collect(&item.blocks, origins)),
            Block::Aside(aside) => aside.content.iter().for_each(|one| paragraph(one, origins)),
            Block::Columns(columns) => {
                columns.parts.iter().flat_map(|(_, part)| part).for_each(|one| paragraph(one, origins));
            }
            Block::Table(table) => {
                table.above().for_each(|one| paragraph(one, origins));
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.flat_map(|cell| &cell.content).for_each(|one| paragraph(one, origins));
            }
            Block::Chart(chart) => {
                origins.extend(chart.texts.iter().map(|text| &text.origin));
                chart.caption.iter().for_each(|one| paragraph(one, origins));
            }
            Block::Picture(picture) => {
                origins.push(&picture.origin);
                picture.caption.iter().for_each(|one| paragraph(one, origins));
            }
            Block::PageBreak => {}
        }
    }
}
