//! Finished pages: what is drawn where, and the tree that tells readers what it is.
//!
//! All coordinates are points from the upper left corner of the page, y downwards.

use crate::chart::Drawing;
use crate::document::{Anchor, Face, Length, Origin};
use crate::picture::Picture;
use std::sync::Arc;

/// Typeset pages with their logical structure.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// The pages in order.
    pub pages: Vec<Page>,
    /// The structure tree; node 0 is the document.
    pub tree: Vec<Node>,
    /// Headings for the outline, in order.
    pub outline: Vec<Bookmark>,
    /// References that lead somewhere.
    pub links: Vec<Link>,
    /// Where the anchors stand: page and y of the upper edge.
    pub anchors: Vec<(Anchor, usize, f32)>,
    /// Whether words stand far down at the foot of their page, below an empty place.
    pub sunk: bool,
    /// For each block with notes in the margin beside it, in the order of reading, how far it was
    /// moved down so that they do not meet those above, pt.
    pub lowered: Vec<f32>,
    /// The tables, in the order of reading.
    pub tables: Vec<TableMeasure>,
    /// How many blocks before each of the parts side by side that ask for lines before them, such as
    /// signatures, stay on its page, in the order of reading.
    pub kept: Vec<usize>,
    /// Where the first page with a number begins, if it is a later one than the second and begins with a
    /// block: the section, and how many blocks of it stand before; one past the last section if there
    /// are too few pages.
    pub numbered_from: Option<(usize, usize)>,
    /// The page on which each inline, chart and picture begins, in the order of drawing.
    pub origins: Vec<(Origin, usize)>,
    /// The page on which each section begins.
    pub sections: Vec<usize>,
}

/// A table as it is set, for writers that let their reader set it again. Points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableMeasure {
    /// The columns' widths.
    pub columns: Vec<f32>,
    /// The heights of the header rows.
    pub heads: Vec<f32>,
    /// For each cell in the order of reading how far its figure is moved to the left of the cell's
    /// right edge, so that the column's decimal commas stand one under the other; `None` for cells
    /// without a figure.
    pub figures: Vec<Option<f32>>,
}

/// One page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// What is drawn, in reading order.
    pub runs: Vec<Run>,
    /// The frames of a slide, in reading order.
    pub frames: Vec<FrameBox>,
}

/// A frame of a slide as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameBox {
    /// Its name in the style sheet.
    pub name: String,
    /// Left, upper, right, lower edge.
    pub bounds: [f32; 4],
    /// How many lines of text it has, those of tables left out.
    pub lines: usize,
    /// Height of what stands in it.
    pub content: f32,
    /// The tables in it, from top to bottom.
    pub tables: Vec<TableBox>,
    /// The charts in it, from top to bottom.
    pub charts: Vec<ChartBox>,
    /// The pictures in it, from top to bottom.
    pub pictures: Vec<PictureBox>,
}

/// A picture of a slide as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PictureBox {
    /// Its upper left corner, from the page's.
    pub at: [Length; 2],
    /// Its width.
    pub width: Length,
    /// Its height.
    pub height: Length,
}

/// A chart of a slide as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartBox {
    /// Its upper left corner, from the page's.
    pub at: [Length; 2],
    /// What is drawn there.
    pub drawing: Arc<Drawing>,
}

/// A table of a slide as it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableBox {
    /// Its upper left corner, from the page's.
    pub at: [Length; 2],
    /// The columns' widths from left to right.
    pub columns: Vec<Length>,
    /// The rows' heights from top to bottom.
    pub rows: Vec<Length>,
}

/// Items drawn together as one piece of marked content.
#[derive(Clone, Debug)]
pub struct Run {
    /// What they belong to.
    pub mark: Mark,
    /// What is drawn.
    pub items: Vec<Item>,
}

/// What a run belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A node of the structure tree.
    Node(NodeId),
    /// A page number or a running line: not part of the text.
    Pagination,
    /// Rules and other ornaments: not part of the text.
    Layout,
}

/// An index into [`Pages::tree`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// Something drawn.
#[derive(Clone, Debug)]
pub enum Item {
    /// Glyphs.
    Text(TextRun),
    /// A filled rectangle; colours are 0–255.
    Rectangle {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Red, green, blue.
        color: [u8; 3],
    },
    /// A filled polygon.
    Polygon {
        /// Its corners.
        points: Vec<(f32, f32)>,
        /// Red, green, blue.
        color: [u8; 3],
    },
    /// A line through points.
    Stroke {
        /// The points; one that closes ends where it begins.
        points: Vec<(f32, f32)>,
        /// Thickness.
        width: f32,
        /// Red, green, blue.
        color: [u8; 3],
        /// Lengths of dash and gap; `None` for an unbroken line.
        dash: Option<(f32, f32)>,
    },
    /// A picture, stretched over a rectangle.
    Picture {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// What is drawn.
        picture: Arc<Picture>,
    },
    /// A straight line.
    Line {
        /// From.
        from: (f32, f32),
        /// To.
        to: (f32, f32),
        /// Thickness.
        width: f32,
        /// Red, green, blue.
        color: [u8; 3],
    },
}

/// Glyphs on one baseline in one face and size.
#[derive(Clone, Debug)]
pub struct TextRun {
    /// Left end of the baseline.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    /// Size of the letters.
    pub size: f32,
    /// Weight and slope.
    pub face: Face,
    /// Red, green, blue.
    pub color: [u8; 3],
    /// The source text of these glyphs: what search, copy and a screen reader give.
    pub text: String,
    /// The glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// A glyph of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the whole face.
    pub id: u16,
    /// How far the pen moves, in points, justification and letter spacing included.
    pub advance: f32,
    /// Shift to the right, in points.
    pub dx: f32,
    /// Shift upwards, in points.
    pub dy: f32,
    /// The bytes of the run's text that it stands for (shared within a cluster).
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A node of the structure tree (ISO 32000-1, 14.8.4).
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// What it contains, in reading order.
    pub children: Vec<Child>,
    /// Its name, where something refers to it.
    pub anchor: Option<Anchor>,
}

/// A child of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Child {
    /// Another node.
    Node(NodeId),
    /// A run: page and index of the run on it.
    Run(usize, usize),
    /// A link: index into [`Pages::links`]; stands for the annotation itself.
    Link(usize),
}

/// What a node is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// The whole document.
    Document,
    /// A heading of the given level, with its text.
    Heading(u8, String),
    /// A paragraph.
    Paragraph,
    /// Words within a paragraph that need a node of their own.
    Span,
    /// A list.
    List {
        /// Whether its labels are numbers or letters (else bullets or nothing).
        ordered: bool,
    },
    /// An item.
    Item,
    /// An item's label.
    Label,
    /// An item's body.
    Body,
    /// A table with a summary for readers that do not see it.
    Table {
        /// Plain text; may be empty.
        summary: String,
    },
    /// The table's header rows.
    TableHead,
    /// The table's other rows.
    TableBody,
    /// A row.
    Row,
    /// A header cell.
    HeaderCell {
        /// What it names.
        scope: Scope,
        /// Columns covered.
        columns: u16,
        /// Rows covered.
        rows: u16,
    },
    /// A data cell.
    DataCell {
        /// Columns covered.
        columns: u16,
        /// Rows covered.
        rows: u16,
    },
    /// Somebody else's words, one or several paragraphs.
    Quote,
    /// A caption.
    Caption,
    /// A picture or chart.
    Figure {
        /// Alternative text.
        alt: String,
        /// The page it is on.
        page: usize,
        /// Left, upper, right, lower edge.
        bounds: [f32; 4],
    },
    /// A reference that leads somewhere; holds its words and its annotation.
    Link,
}

/// What a header cell names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Its column.
    Column,
    /// Its row.
    Row,
}

/// A heading of the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// Depth from 1.
    pub level: u8,
    /// Plain text.
    pub title: String,
    /// The page it is on.
    pub page: usize,
    /// Its upper edge.
    pub y: f32,
}

/// A piece of text that leads to an anchor.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The page it is on.
    pub page: usize,
    /// Left, upper, right, lower edge.
    pub bounds: [f32; 4],
    /// Where it leads.
    pub target: Anchor,
    /// What it says, for readers that do not see it.
    pub description: String,
}
