//! From markup and handles to a [`Document`]: the only place where a handle becomes words.
//!
//! `blocks` and `tables` take the markup's elements, `inlines` what stands in a paragraph.

mod attributes;
mod blocks;
mod charts;
mod inlines;
mod pictures;
mod slides;
mod tables;
mod typed_lists;

use super::figure::Figures;
use super::markup::{self, Lines, Tag};
use super::{Anchor, Document, Figure, StyleSheet, Targets, numbering, reference, spaces};
use crate::layout::messages as say;
use crate::layout::{Handles, Markup};
use crate::picture::Picture;
use crate::source::{Finding, Findings, SourceId, Sources};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a document is assembled from.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// What the layout wrote.
    pub markup: &'a Markup,
    /// What its handles stand for.
    pub handles: &'a Handles<'a>,
    /// Geometry and styles.
    pub styles: &'a Arc<StyleSheet>,
    /// The pictures by their files as they are written.
    pub pictures: &'a BTreeMap<String, Arc<Picture>>,
    /// The figures that texts ask for.
    pub figures: &'a Figures<'a>,
    /// The files, for places in the layout.
    pub sources: &'a Sources,
    /// The date of the files' metadata.
    pub date: NaiveDate,
    /// The numbers in other documents whose texts are printed here, by the files of these: what
    /// such a text refers to stands there.
    pub numbers: &'a [(SourceId, Targets)],
}

/// Assembles a document; `None` after findings that leave nothing to show.
pub fn assemble(parts: Parts<'_>, findings: &mut Findings) -> Option<Document> {
    assemble_numbered(parts, findings).map(|(document, _)| document)
}

/// Assembles a document and gives the numbers of what can be referred to in it.
pub fn assemble_numbered(parts: Parts<'_>, findings: &mut Findings) -> Option<(Document, Targets)> {
    let xml = markup::parse(parts.markup, parts.sources, findings)?;
    let lines = Lines { sources: parts.sources, markup: parts.markup };
    let root = Tag::root(&xml, &lines, findings)?;
    let mut assembler = Assembler {
        parts,
        lines,
        findings,
        figures: Vec::new(),
        unshown: BTreeSet::new(),
        sequences: 0,
        named: BTreeMap::new(),
        counted: BTreeMap::new(),
        paragraphs: 0,
    };
    let mut sections = assembler.sections(root);
    let title = assembler.plain(root, "title");
    if title.trim().is_empty() {
        assembler.findings.push(Finding::new(&say::NO_TITLE).at(lines.place(root.node)));
    }
    let author = assembler.plain(root, "author");
    let subject = assembler.plain(root, "subject");
    let language = if root.attribute("language") == Some("en") { "en-GB" } else { "ru-RU" };
    let per_page = root.attribute("slides-per-page").and_then(|count| count.parse().ok());
    let Assembler { figures, unshown, .. } = assembler;
    let targets = numbering::number(&mut sections, unshown);
    reference::resolve(&mut sections, &targets, parts.numbers, findings);
    spaces::no_break(&mut sections);
    spaces::divide_addresses(&mut sections);
    let styles = Arc::clone(parts.styles);
    let date = parts.date;
    let document = Document { title, author, subject, language, date, styles, sections, per_page, figures };
    Some((document, targets))
}

struct Assembler<'a, 'f> {
    parts: Parts<'a>,
    lines: Lines<'a>,
    findings: &'f mut Findings,
    figures: Vec<Figure>,
    /// What could not be shown, which was said: references to it need no further finding.
    unshown: BTreeSet<Anchor>,
    sequences: u32,
    /// The sequences that the layout names.
    named: BTreeMap<String, u32>,
    /// The sequence of the last `1)` (false) or `а)` (true) list of each level.
    counted: BTreeMap<(bool, u8), u32>,
    /// How many paragraphs and cells there are so far.
    paragraphs: usize,
}

/// At most so many paragraphs and cells in one document, some five thousand pages: what they need
/// on their pages is a hundred times as much as a layout's elements.
const MOST_PARAGRAPHS: usize = 150_000;

impl Assembler<'_, '_> {
    /// Whether the document has room for so many more paragraphs or cells; says once that it has not.
    fn has_room(&mut self, more: usize, tag: Tag<'_>) -> bool {
        let before = self.paragraphs;
        self.paragraphs = before.saturating_add(more);
        if before <= MOST_PARAGRAPHS && self.paragraphs > MOST_PARAGRAPHS {
            self.findings.push(Finding::new(&say::TOO_MANY_PARAGRAPHS).at(self.lines.place(tag.node)));
        }
        self.paragraphs <= MOST_PARAGRAPHS
    }
}
