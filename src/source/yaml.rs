//! YAML as a tree in which every value knows its place.

use super::{SourceText, Span};

/// A value of a YAML file.
#[derive(Clone, Debug)]
pub struct Node {
    /// From its first to its last byte, quotation marks and block indicators included.
    pub span: Span,
    /// What it is.
    pub value: Value,
    /// A comment that follows it on its (last) line, from `#` to the line's end.
    pub comment: Option<Span>,
}

/// What a YAML value is.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing, or `~`, or `null`.
    Null,
    /// A scalar; which type it has is decided by who reads it.
    Scalar(Scalar),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order of the file, keys unique.
    Map(Vec<Entry>),
}

/// A scalar as it was written.
#[derive(Clone, Debug)]
pub struct Scalar {
    /// Its decoded text with the place of every character.
    pub text: SourceText,
    /// How it was written.
    pub style: ScalarStyle,
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScalarStyle {
    /// Without quotation marks.
    Plain,
    /// In single or double quotation marks.
    Quoted,
    /// As a block after `|` or `>`.
    Block,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key as it was written.
    pub key: SourceText,
    /// Its value.
    pub value: Node,
}
