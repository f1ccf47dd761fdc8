//! From a [`Document`](crate::document::Document) to [`Pages`]: shaping, line breaking, tables,
//! page breaking. No file format is known here.

mod pages;

pub use pages::{
    Bookmark, Child, Glyph, Item, Kind, Link, Mark, Node, NodeId, Page, Pages, Run, Scope, TextRun,
};
