//! The words of a paragraph: runs, bookmarks, references.

use super::bookmarks::{Bookmarks, Reference};
use super::field::{begin, end, field, instruction, separate};
use crate::document::{Inline, Text};
use crate::ooxml::Xml;
use crate::russian::no_break::bound_hyphens;

/// Something that begins or ends inside a paragraph, between two characters.
#[derive(Clone, Debug)]
pub(super) struct Edge {
    /// Bytes of the paragraph's plain text before it.
    pub at: usize,
    /// What is there.
    pub kind: EdgeKind,
}

/// What begins or ends.
#[derive(Clone, Debug)]
pub(super) enum EdgeKind {
    /// A bookmark begins.
    Bookmark {
        /// Its number within the document.
        id: usize,
        /// Its name.
        name: String,
    },
    /// A bookmark ends.
    BookmarkEnd(usize),
    /// A field begins whose stored text is what follows.
    Field(String),
    /// The field ends.
    FieldEnd,
}

/// Writes inlines, with `edges` in the order in which they come.
pub(super) fn runs(xml: &mut Xml, content: &[Inline], edges: &[Edge], bookmarks: &Bookmarks) {
    let mut edges = edges.iter().peekable();
    let mut at = 0;
    for inline in content {
        if let Inline::Text(text) = inline {
            let mut rest = text.text.as_str();
            while let Some(edge) = edges.next_if(|edge| edge.at < at + rest.len()) {
                let (head, tail) = rest.split_at_checked(edge.at.saturating_sub(at)).unwrap_or((rest, ""));
                run(xml, text, head);
                write_edge(xml, &edge.kind);
                (at, rest) = (at + head.len(), tail);
            }
            run(xml, text, rest);
            at += rest.len();
        } else {
            while let Some(edge) = edges.next_if(|edge| edge.at <= at) {
                write_edge(xml, &edge.kind);
            }
            atom(xml, inline, bookmarks);
            at += inline.plain().len();
        }
    }
    edges.for_each(|edge| write_edge(xml, &edge.kind));
}

/// Writes the words of a paragraph that nothing refers to and that refers to nothing.
pub(super) fn plain_runs(xml: &mut Xml, content: &[Inline]) {
    runs(xml, content, &[], &Bookmarks::default());
}

/// An inline that is not divided.
fn atom(xml: &mut Xml, inline: &Inline, bookmarks: &Bookmarks) {
    match inline {
        Inline::Text(text) => run(xml, text, &text.text),
        Inline::Break(_) => xml.element("w:r", |xml| xml.empty("w:br")),
        Inline::Reference { target, text } => match bookmarks.reference(target, &text.text) {
            Reference::Field(code) => field(xml, &code, |xml| properties(xml, text), &text.text),
            Reference::Link(name) => xml.element("w:hyperlink", |xml| {
                xml.attribute("w:anchor", name).attribute("w:history", 1);
                run(xml, text, &text.text);
            }),
            Reference::Nowhere => run(xml, text, &text.text),
        },
    }
}

fn run(xml: &mut Xml, text: &Text, part: &str) {
    if !part.is_empty() {
        xml.element("w:r", |xml| {
            properties(xml, text);
            words(xml, part);
        });
    }
}

/// `w:rPr` for what stands on top of the paragraph's style.
fn properties(xml: &mut Xml, text: &Text) {
    if text.bold || text.italic {
        xml.element("w:rPr", |xml| {
            for (wanted, names) in [(text.bold, ["w:b", "w:bCs"]), (text.italic, ["w:i", "w:iCs"])] {
                names.iter().for_each(|name| xml.flag(name, wanted));
            }
        });
    }
}

fn write_edge(xml: &mut Xml, edge: &EdgeKind) {
    match edge {
        EdgeKind::Bookmark { id, name } => xml.element("w:bookmarkStart", |xml| {
            xml.attribute("w:id", id).attribute("w:name", name);
        }),
        EdgeKind::BookmarkEnd(id) => xml.with("w:bookmarkEnd", "w:id", id),
        EdgeKind::Field(code) => {
            begin(xml);
            instruction(xml, code);
            separate(xml);
        }
        EdgeKind::FieldEnd => end(xml),
    }
}

/// Text inside a run. Word has elements of its own for tabs, breaks and the hyphens that are
/// not `-`: U+2011 written as a letter would be taken from another font where the text face
/// lacks it, as Times New Roman does. A hyphen at which no line may end is one of them: Word
/// ends lines after every other, and U+2060 does not keep it from that.
pub(super) fn words(xml: &mut Xml, text: &str) {
    let bound = bound_hyphens(text);
    let mut written = 0;
    for (at, character) in text.char_indices() {
        let hyphen = bound.binary_search(&at).is_ok().then_some("w:noBreakHyphen");
        let Some(name) = hyphen.or_else(|| sign(character)) else { continue };
        plain(xml, text.get(written..at).unwrap_or_default());
        xml.empty(name);
        written = at + character.len_utf8();
    }
    plain(xml, text.get(written..).unwrap_or_default());
}

fn sign(character: char) -> Option<&'static str> {
    match character {
        '\t' => Some("w:tab"),
        '\n' | '\u{b}' | '\u{2028}' => Some("w:br"),
        '\u{2011}' => Some("w:noBreakHyphen"),
        '\u{ad}' => Some("w:softHyphen"),
        _ => None,
    }
}

fn plain(xml: &mut Xml, text: &str) {
    if !text.is_empty() {
        xml.element("w:t", |xml| {
            if text.starts_with(' ') || text.ends_with(' ') || text.contains("  ") {
                xml.attribute("xml:space", "preserve");
            }
            xml.text(text);
        });
    }
}
