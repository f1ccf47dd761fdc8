//! The document in the middle: what stands on paper, in its order, without any file format.
//!
//! Layouts and facts make a [`Document`]; `typeset` and `docx` read it. Every [`Inline`] knows
//! its [`Origin`]: the bytes, the layout line or the indicator it came from.

mod block;
mod inline;
mod list;
mod style;
mod table;

pub use block::{Block, Columns, Paragraph, Role};
pub use inline::{Anchor, Figure, FigureId, Inline, Origin, Text};
pub use list::{Item, List, Marker};
pub use style::{
    Align, Breaking, DocxFont, Face, Length, Margins, Numbers, Page, ParagraphStyle, StyleSheet, TableRule,
    TableStyle,
};
pub use table::{Cell, CellAlign, Column, Row, Table};

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
    /// The date in the files' metadata.
    pub date: NaiveDate,
    /// Geometry and named styles.
    pub styles: Arc<StyleSheet>,
    /// The content, in order; a new section starts a new page.
    pub sections: Vec<Section>,
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
}
