//! One bookmark for each anchor, under the anchor's own name: LibreOffice drops the tags of
//! content controls and renames styles, but bookmark names survive it.

use super::caption::caption_number;
use super::flow::{FlowSection, Line, Piece};
use super::runs::{Edge, EdgeKind};
use super::visit;
use crate::document::{Anchor, Document, Inline, Paragraph};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Word takes no longer names.
const LONGEST_NAME: usize = 40;

/// The bookmarks of a document.
#[derive(Debug, Default)]
pub(super) struct Bookmarks<'a> {
    known: BTreeMap<&'a Anchor, Bookmark>,
    names: BTreeSet<String>,
    /// The number to try next for a name that is taken.
    next: BTreeMap<String, usize>,
    /// What references print, by target.
    printed: BTreeMap<&'a Anchor, BTreeSet<&'a str>>,
}

#[derive(Debug)]
struct Bookmark {
    id: usize,
    name: String,
    /// The bytes of the paragraph's plain text that it covers.
    range: Range<usize>,
    /// What a reference to it gives.
    target: Target,
    written: bool,
}

#[derive(Debug)]
enum Target {
    /// The number that Word computes for the paragraph.
    Number(String),
    /// The words that it covers.
    Passage(String),
}

/// How a reference is written.
#[derive(Debug, PartialEq)]
pub(super) enum Reference<'a> {
    /// As a field with this code, whose result is exactly what is printed.
    Field(String),
    /// As a link to this bookmark: no field gives what is printed.
    Link(&'a str),
    /// As words: nothing carries this anchor.
    Nowhere,
}

impl<'a> Bookmarks<'a> {
    /// The bookmarks of `document`, whose pieces are `sections`.
    pub fn new(document: &'a Document, sections: &[FlowSection<'a>]) -> Bookmarks<'a> {
        let mut bookmarks = Bookmarks::default();
        visit::inlines(document, &mut |inline| {
            if let Inline::Reference { target, text } = inline {
                bookmarks.printed.entry(target).or_default().insert(&text.text);
            }
        });
        sections.iter().flat_map(|section| &section.pieces).for_each(|piece| bookmarks.piece(piece));
        bookmarks
    }

    /// How a reference to `target` is written that prints `text`.
    pub fn reference(&self, target: &Anchor, text: &str) -> Reference<'_> {
        let Some(Bookmark { name, target, .. }) = self.known.get(target) else { return Reference::Nowhere };
        match target {
            // `\w` gives the number with those above it, without its closing periods.
            Target::Number(label) if label.trim_end_matches('.') == text => {
                Reference::Field(format!(" REF {name} \\w \\h "))
            }
            Target::Passage(passage) if passage == text => Reference::Field(format!(" REF {name} \\h ")),
            _ => Reference::Link(name),
        }
    }

    /// Where the bookmarks of a paragraph begin and end. Each is given out once.
    pub fn edges(&mut self, anchors: &[&'a Anchor]) -> Vec<Edge> {
        let mut edges = Vec::new();
        for anchor in anchors {
            let Some(bookmark) = self.known.get_mut(anchor).filter(|bookmark| !bookmark.written) else {
                continue;
            };
            bookmark.written = true;
            let Bookmark { id, range, name, .. } = bookmark;
            edges.push(Edge { at: range.start, kind: EdgeKind::Bookmark { id: *id, name: name.clone() } });
            edges.push(Edge { at: range.end, kind: EdgeKind::BookmarkEnd(*id) });
        }
        edges
    }

    fn piece(&mut self, piece: &Piece<'a>) {
        match piece {
            Piece::Line(line) => self.line(line),
            Piece::Chart(_) | Piece::Picture(_) => {}
            Piece::Table(placed) => {
                let content =
                    || placed.block.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.content);
                if let Some(anchor) = placed.anchor {
                    self.passage(anchor, content().next().map_or(&[], |first| &first.content), false);
                }
                content().for_each(|paragraph| self.paragraph(paragraph));
            }
            Piece::Columns(placed) => {
                let content = placed.block.parts.iter().flat_map(|(_, content)| content);
                content.for_each(|paragraph| self.paragraph(paragraph));
            }
        }
    }

    fn paragraph(&mut self, paragraph: &'a Paragraph) {
        self.line(&paragraph.into());
    }

    fn line(&mut self, line: &Line<'a>) {
        for anchor in &line.anchors {
            if line.label.is_empty() {
                self.passage(anchor, line.content, line.caption);
            } else {
                let end = plain(line.content).len();
                self.add(anchor, 0..end, Target::Number(line.label.to_owned()));
            }
        }
    }

    /// A bookmark that covers what references to it print, where that stands in the paragraph;
    /// else the caption's number; else the whole paragraph.
    fn passage(&mut self, anchor: &'a Anchor, content: &[Inline], caption: bool) {
        let words = plain(content);
        let printed = self.printed.get(anchor);
        let range = printed
            .and_then(|texts| texts.iter().find_map(|text| find_word(&words, text)))
            .or_else(|| caption_number(content).filter(|_| caption).map(|number| number.range))
            .unwrap_or(0..words.len());
        let covered = words.get(range.clone()).unwrap_or_default().to_owned();
        self.add(anchor, range, Target::Passage(covered));
    }

    fn add(&mut self, anchor: &'a Anchor, range: Range<usize>, target: Target) {
        if !self.known.contains_key(anchor) {
            let name = self.unique_name(&anchor.bookmark());
            let id = self.known.len();
            self.known.insert(anchor, Bookmark { id, name, range, target, written: false });
        }
    }

    /// The anchor's own name, unless Word would refuse it or take it for another: it does not
    /// tell capitals from small letters.
    fn unique_name(&mut self, anchor: &str) -> String {
        let own = valid_name(anchor);
        let other = |at: usize| {
            let tail = format!("_{at}");
            own.chars().take(LONGEST_NAME - tail.len()).chain(tail.chars()).collect()
        };
        let mut name = own.clone();
        let next = self.next.entry(own.to_lowercase()).or_insert(2);
        while !self.names.insert(name.to_lowercase()) {
            name = other(*next);
            *next += 1;
        }
        name
    }
}

fn plain(content: &[Inline]) -> String {
    content.iter().map(Inline::plain).collect()
}

fn valid_name(anchor: &str) -> String {
    let head = if anchor.starts_with(char::is_alphabetic) { "" } else { "p" };
    let letters = anchor.chars().map(|c| if c.is_alphanumeric() { c } else { '_' });
    head.chars().chain(letters).take(LONGEST_NAME).collect()
}

/// Where `word` stands in `text`, not as a part of a longer word or number.
fn find_word(text: &str, word: &str) -> Option<Range<usize>> {
    let alone = |start: usize, end: usize| {
        !text[..start].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric)
    };
    let mut places = text.match_indices(word).map(|(at, _)| at..at + word.len());
    places.find(|range| !word.is_empty() && alone(range.start, range.end))
}
