//! Reading a layout's XML: every element is held against the vocabulary and knows its line.

use super::vocabulary::{Element, element};
use crate::layout::messages as say;
use crate::layout::{LINE, Markup};
use crate::pack::read::join;
use crate::source::{Finding, Findings, Place, Sources, Span};
use roxmltree::{Document as Xml, Node, ParsingOptions};

/// Elements may be nested so deep.
const DEEPEST: usize = 64;

/// An element with its line.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'m> {
    /// The element.
    pub node: Node<'m, 'm>,
    /// What the vocabulary says of it.
    pub element: &'static Element,
}

/// Markup as XML, with the way back to the layout's lines.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    /// The files of the layout, for excerpts.
    pub sources: &'a Sources,
    /// The markup, which knows the layout's files.
    pub markup: &'a Markup,
}

impl Lines<'_> {
    /// The layout's line that wrote a node (for text: the element around it).
    pub fn place(&self, node: Node<'_, '_>) -> Place {
        self.markup.place(node.ancestors().find_map(|node| node.attribute(LINE)), self.sources)
    }

    /// A word of the layout's line that wrote a node; the whole line where it is not there.
    fn within(&self, node: Node<'_, '_>, word: &str) -> Place {
        let place = self.place(node);
        let Place::Text(span) = &place else { return place };
        let text = self.sources.get(span.source).text.as_deref().and_then(|text| text.get(span.range()));
        match text.and_then(|line| line.find(word)) {
            Some(at) => {
                let start = span.range().start + at;
                Place::Text(Span::new(span.source, start, start + word.len()))
            }
            None => place,
        }
    }
}

/// Parses markup; what is not XML is a finding at the layout's line.
pub fn parse<'m>(markup: &'m Markup, sources: &Sources, findings: &mut Findings) -> Option<Xml<'m>> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: 8_000_000, ..ParsingOptions::default() };
    match Xml::parse_with_options(&markup.xml, options) {
        Ok(xml) => Some(xml),
        Err(error) => {
            let position = error.pos();
            let before: usize =
                markup.xml.split_inclusive('\n').take(position.row as usize).map(str::len).sum();
            let place = markup.last_line(&markup.xml[..before], sources);
            findings.push(Finding::new(&say::BROKEN_MARKUP).arg("why", why(&error)).at(place));
            None
        }
    }
}

/// Why markup is no XML; only what is rare is told in the parser's words.
fn why(error: &roxmltree::Error) -> (String, String) {
    if let roxmltree::Error::UnexpectedCloseTag(open, close, _) = error {
        return (
            format!("`<{open}>` не закрыт, а `</{close}>` уже стоит"),
            format!("`<{open}>` is still open where `</{close}>` stands"),
        );
    }
    let words = error.to_string();
    let why = words.rsplit_once(" at ").map_or(words.as_str(), |(why, _)| why);
    (format!("«{why}»"), format!("“{why}”"))
}

impl<'m> Tag<'m> {
    /// The document element.
    pub fn root(xml: &'m Xml<'m>, lines: &Lines<'_>, findings: &mut Findings) -> Option<Tag<'m>> {
        let node = xml.root_element();
        if node.tag_name().name() != "document" {
            findings.push(unknown(node, "document", lines));
            return None;
        }
        let tag = Tag { node, element: element("document")? };
        tag.check_attributes(lines, findings);
        check_depth(node, lines, findings).then_some(tag)
    }

    /// The elements in it; those that do not belong here, and stray text, are findings.
    pub fn children(self, lines: &Lines<'_>, findings: &mut Findings) -> Vec<Tag<'m>> {
        let mut tags = Vec::new();
        for node in self.node.children() {
            if node.is_text() && !self.element.words {
                let text = node.text().unwrap_or("").trim();
                if !text.is_empty() {
                    let finding = Finding::new(&say::STRAY_TEXT).arg("text", excerpt(text));
                    findings.push(finding.at(lines.place(node)));
                }
            } else if node.is_element() {
                tags.extend(self.child(node, lines, findings));
            }
        }
        tags
    }

    /// An element in it, if it belongs here.
    pub fn child(self, node: Node<'m, 'm>, lines: &Lines<'_>, findings: &mut Findings) -> Option<Tag<'m>> {
        let name = node.tag_name().name();
        match element(name) {
            Some(element) if self.element.children.contains(&name) => {
                let tag = Tag { node, element };
                tag.check_attributes(lines, findings);
                Some(tag)
            }
            _ => {
                findings.push(unknown(node, &self.element.children.join("`, `"), lines));
                None
            }
        }
    }

    fn check_attributes(self, lines: &Lines<'_>, findings: &mut Findings) {
        for attribute in self.node.attributes().filter(|attribute| attribute.name() != LINE) {
            let known = self.element.attributes.iter().find(|(name, _)| *name == attribute.name());
            let finding = match known {
                None => Finding::new(&say::UNKNOWN_ATTRIBUTE)
                    .arg("element", self.element.name)
                    .arg("name", attribute.name())
                    .arg("known", join(self.element.attributes.iter().map(|(name, _)| *name))),
                Some((_, takes)) if !takes.accepts(attribute.value()) => Finding::new(&say::BAD_ATTRIBUTE)
                    .arg("name", attribute.name())
                    .arg("value", attribute.value())
                    .arg("known", takes.advice()),
                Some(_) => continue,
            };
            findings.push(finding.at(lines.within(self.node, attribute.name())));
        }
    }

    /// An attribute that says something.
    pub fn attribute(self, name: &str) -> Option<&'m str> {
        self.node.attribute(name).filter(|value| !value.is_empty())
    }

    /// An attribute that is `yes`.
    pub fn yes(self, name: &str) -> bool {
        matches!(self.attribute(name), Some("yes" | "true"))
    }
}

fn unknown(node: Node<'_, '_>, known: &str, lines: &Lines<'_>) -> Finding {
    Finding::new(&say::UNKNOWN_ELEMENT)
        .arg("name", node.tag_name().name())
        .arg("known", if known.is_empty() { "–".to_owned() } else { format!("`{known}`") })
        .at(lines.within(node, node.tag_name().name()))
}

fn check_depth(root: Node<'_, '_>, lines: &Lines<'_>, findings: &mut Findings) -> bool {
    let mut stack = vec![(root, 0)];
    while let Some((node, depth)) = stack.pop() {
        if depth > DEEPEST {
            findings.push(Finding::new(&say::TOO_NESTED).at(lines.place(node)));
            return false;
        }
        stack.extend(node.children().filter(Node::is_element).map(|child| (child, depth + 1)));
    }
    true
}

fn excerpt(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
