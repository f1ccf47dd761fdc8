//! Clauses and other lists.

use super::{Anchor, Block};

/// How the items of a list are marked. The scheme belongs to the list, so that one document
/// can mix them from branch to branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Marker {
    /// `1.`, `1.1.`, `1.1.1.`: decimal, with the numbers of the decimal lists around it.
    Decimal,
    /// `1)`.
    Parenthesis,
    /// `а)`, without ё, з, й, о, ч, ъ, ы, ь.
    Letter,
    /// `–`.
    Dash,
    /// `-`.
    Hyphen,
    /// `·`.
    Dot,
    /// `•`.
    Bullet,
    /// No mark: the items are paragraphs.
    None,
}

/// Items one under the other.
#[derive(Clone, Debug)]
pub struct List {
    /// How the items are marked.
    pub marker: Marker,
    /// How many decimal lists stand around it, from 0: with [`Marker::Decimal`] the level of
    /// a multilevel numbering.
    pub level: u8,
    /// Which running number it takes part in: decimal lists of one `sequence` count on in the
    /// order of the document (a deeper level starts anew under each item of the level above,
    /// unless the list says `continued`); each other list has a sequence of its own, or that
    /// of the `1)` or `а)` list which it continues.
    pub sequence: u32,
    /// Goes on counting where the last list of its sequence and level ended.
    pub continued: bool,
    /// The items.
    pub items: Vec<Item>,
}

/// An item of a list: a clause.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its mark as it is printed, e.g. `2.1.` or `–`; empty with [`Marker::None`].
    pub label: String,
    /// Its stable name.
    pub anchor: Option<Anchor>,
    /// Its text, sub-lists, tables. The mark stands before the first paragraph.
    pub blocks: Vec<Block>,
}
