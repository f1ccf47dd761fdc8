//! Paragraphs of a slide that go on on another one after the end of a sentence.

use crate::document::{Block, Document, Inline, Length, Paragraph, ParagraphStyle};
use crate::russian::sentence;
use std::ops::Range;
use std::sync::Arc;

/// Behind the name of a style: the same for what goes on, whose first line begins where the others
/// do, as no opening mark hangs there.
const REST: &str = "-rest";

/// How many sentences a paragraph has, at least one.
pub(super) fn count(paragraph: &Paragraph) -> usize {
    sentence::starts(&paragraph.plain()).len() + 1
}

/// Some of the sentences of a paragraph. Only the beginning is what is referred to.
pub(super) fn some(paragraph: &Paragraph, wanted: Range<usize>) -> Paragraph {
    let plain = paragraph.plain();
    let starts = sentence::starts(&plain);
    let edge = |number: usize| match number {
        0 => 0,
        number => starts.get(number - 1).copied().unwrap_or(plain.len()),
    };
    let (from, to) = (edge(wanted.start), edge(wanted.end));
    let mut at = 0;
    let part = |inline: &Inline| {
        let length = inline.plain().len();
        let own = from.saturating_sub(at).min(length)..to.saturating_sub(at).min(length);
        at += length;
        some_of(inline, own)
    };
    let content = paragraph.content.iter().filter_map(part).collect();
    let begins = wanted.start == 0;
    let style = if begins { paragraph.style.clone() } else { format!("{}{REST}", paragraph.style) };
    Paragraph { style, content, anchor: paragraph.anchor.clone().filter(|_| begins), ..paragraph.clone() }
}

/// Some bytes of an inline; `None` for nothing.
fn some_of(inline: &Inline, own: Range<usize>) -> Option<Inline> {
    if own.is_empty() {
        return None;
    }
    let mut inline = inline.clone();
    if let Inline::Text(text) | Inline::Reference { text, .. } = &mut inline {
        text.text = text.text.get(own)?.to_owned();
    }
    Some(inline)
}

/// Adds the styles of what goes on to the styles of the paragraphs of slides that can be divided.
pub(super) fn add_styles(document: &mut Document) {
    let frames = document.sections.iter().flat_map(|section| &section.slide).flat_map(|slide| &slide.frames);
    let goes_on =
        |name: &str| document.styles.frames.get(name).is_some_and(|style| style.goes_on_in.is_some());
    let blocks = frames.filter(|frame| goes_on(&frame.name)).flat_map(|frame| &frame.blocks);
    let divisible = blocks.filter_map(|block| match block {
        Block::Paragraph(paragraph) if count(paragraph) > 1 => Some(&paragraph.style),
        _ => None,
    });
    let names: Vec<String> = divisible.cloned().collect();
    let sheet = Arc::make_mut(&mut document.styles);
    for name in names {
        let Some(style) = sheet.paragraphs.get(&name) else { continue };
        let style = ParagraphStyle { first_indent: Length(0.0), ..style.clone() };
        sheet.paragraphs.entry(format!("{name}{REST}")).or_insert(style);
    }
}
