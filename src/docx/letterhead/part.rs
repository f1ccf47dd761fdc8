//! Headers and footers: their XML with our names for styles and relationships, and how they are
//! put into a package.

use super::styles::Taken;
use super::{Letterhead, Part, Piece};
use crate::docx::{MAIN, RELATIONS, WORD, content_type};
use crate::ooxml::{Package, RelationId};
use roxmltree::Document;
use std::collections::BTreeMap;
use std::ops::Range;

/// What an id of a relationship stands for.
#[derive(Clone, Debug)]
pub(super) enum Names {
    /// A picture of the letterhead.
    Picture(usize),
    /// An address.
    Address(String),
}

/// The XML of a part, cut at the ids of relationships: styles have the ids that they have in our
/// files, numberings are left out. Gives the length of the root's start tag too. `None` where an
/// id leads nowhere.
pub(super) fn pieces(
    xml: &Document<'_>,
    text: &str,
    names: &BTreeMap<String, Names>,
    taken: &Taken,
) -> Option<(Vec<Piece>, usize)> {
    let mut edits: Vec<(Range<usize>, Piece)> = Vec::new();
    for node in xml.descendants().filter(|node| node.is_element()) {
        let tag = node.tag_name();
        let word = tag.namespace() == Some(WORD);
        if word && tag.name() == "numPr" {
            edits.push((node.range(), Piece::Xml(String::new())));
            continue;
        }
        if word
            && matches!(tag.name(), "pStyle" | "rStyle" | "tblStyle")
            && let Some(value) = node.attribute_node((WORD, "val"))
        {
            let id = taken.id(value.value()).unwrap_or(taken.normal());
            edits.push((value.range_value(), Piece::Xml(id.to_owned())));
        }
        if word && tag.name() == "p" && !has_style(&node) {
            edits.push(styled(&node, text, taken.normal())?);
        }
        for attribute in node.attributes().filter(|attribute| attribute.namespace() == Some(RELATIONS)) {
            let piece = match names.get(attribute.value())? {
                Names::Picture(at) => Piece::Picture(*at),
                Names::Address(address) => Piece::Address(address.clone()),
            };
            edits.push((attribute.range_value(), piece));
        }
    }
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let root = xml.root_element().range().start;
    let head = root + tag_end(text.get(root..)?)?;
    // An empty header has no place for our page number: `<w:hdr …/>`.
    if text.get(..head)?.ends_with("/>") {
        return Some((Vec::new(), 0));
    }
    let (mut pieces, mut at) = (Vec::new(), 0);
    for (range, piece) in edits {
        if range.start < at {
            continue; // inside of what is left out
        }
        pieces.push(Piece::Xml(text.get(at..range.start)?.to_owned()));
        pieces.push(piece);
        at = range.end;
    }
    pieces.push(Piece::Xml(text.get(at..)?.to_owned()));
    // The root's start tag is in the first piece unless an edit stands in it, which cannot be.
    Some((pieces, head))
}

fn has_style(node: &roxmltree::Node<'_, '_>) -> bool {
    let properties = node.children().find(|child| child.has_tag_name((WORD, "pPr")));
    properties
        .is_some_and(|properties| properties.children().any(|child| child.has_tag_name((WORD, "pStyle"))))
}

/// Where and how a paragraph without a style gets the letterhead's ordinary one, which here is not
/// the ordinary one any more.
fn styled(node: &roxmltree::Node<'_, '_>, text: &str, style: &str) -> Option<(Range<usize>, Piece)> {
    let element = format!("<w:pStyle xmlns:w=\"{WORD}\" w:val=\"{style}\"/>");
    let open_end = |range: Range<usize>| {
        let start = range.start;
        let tag = text.get(range)?;
        let end = tag_end(tag)?;
        Some((start + end, tag.get(..end)?.ends_with("/>")))
    };
    let properties = node.children().find(|child| child.has_tag_name((WORD, "pPr")));
    let whole = properties.map_or(node.range(), |properties| properties.range());
    let (end, closed) = open_end(whole.clone())?;
    let wrapped = match properties {
        Some(_) => element,
        None => format!("<w:pPr xmlns:w=\"{WORD}\">{element}</w:pPr>"),
    };
    if !closed {
        return Some((end..end, Piece::Xml(wrapped)));
    }
    // `<w:p/>` and `<w:pPr/>` are opened first.
    let name = text.get(whole.start + 1..)?.split([' ', '/', '>']).next()?;
    Some((end - 2..end, Piece::Xml(format!(">{wrapped}</{name}>"))))
}

/// Where a start tag ends: a `>` within quotes is a part of a value.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return Some(at + 1),
            _ => {}
        }
    }
    None
}

impl Letterhead {
    /// Whether it has a header (or footer) for these pages.
    pub(in crate::docx) fn has(&self, footer: bool, kind: &str) -> bool {
        self.part(footer, kind).is_some()
    }

    /// Whether the first page differs from the others.
    pub(in crate::docx) fn first_differs(&self) -> bool {
        self.first_differs
    }

    fn part(&self, footer: bool, kind: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.footer == footer && part.kind == kind && !part.pieces.is_empty())
    }

    /// Puts a header or footer into a package as `word/NAME`; `number` is the paragraph with the
    /// page's number, set above it unless it prints one itself.
    pub(in crate::docx) fn add(
        &self,
        package: &mut Package,
        name: &str,
        (footer, kind): (bool, &str),
        number: Option<&str>,
    ) -> Option<RelationId> {
        let part = self.part(footer, kind)?;
        let path = format!("word/{name}");
        let (mut xml, mut head) = (String::new(), part.head);
        for piece in &part.pieces {
            match piece {
                Piece::Xml(text) => xml.push_str(text),
                Piece::Picture(at) => {
                    let media = self.media.get(*at)?;
                    let target = format!("media/letterhead{}.{}", at + 1, media.extension);
                    package.picture(
                        &format!("word/{target}"),
                        media.extension,
                        media.content_type,
                        &media.bytes,
                    );
                    xml.push_str(&package.relate(&path, "image", &target).to_string());
                }
                Piece::Address(address) => {
                    xml.push_str(&package.relate_outside(&path, "hyperlink", address).to_string());
                }
            }
        }
        if let Some(number) = number.filter(|_| !part.numbered) {
            head = head.min(xml.len());
            xml.insert_str(head, number);
        }
        let word = if footer { "footer" } else { "header" };
        package.part(&path, &content_type(word), xml.into_bytes());
        Some(package.relate(MAIN, word, name))
    }
}
