//! Slides: frames with their content, and what is spoken over them.

use super::Assembler;
use crate::document::markup::Tag;
use crate::document::{Block, Frame, Paragraph, Slide};
use crate::layout::messages as say;
use crate::pack::read::join;
use crate::source::Finding;

impl Assembler<'_, '_> {
    /// A `<slide>`; frames with nothing in them are left out.
    pub(super) fn slide(&mut self, tag: Tag<'_>) -> Slide {
        let mut slide = Slide::default();
        for child in tag.children(&self.lines, self.findings) {
            match child.element.name {
                "notes" => slide.notes.extend(self.notes(child)),
                _ => slide.frames.extend(self.frame(child)),
            }
        }
        slide
    }

    fn notes(&mut self, tag: Tag<'_>) -> Vec<Paragraph> {
        let paragraphs = tag.children(&self.lines, self.findings);
        paragraphs.into_iter().flat_map(|paragraph| self.paragraphs(paragraph)).collect()
    }

    fn frame(&mut self, tag: Tag<'_>) -> Option<Frame> {
        let name = tag.attribute("name").unwrap_or_default();
        let known = &self.parts.styles.frames;
        if !known.contains_key(name) {
            let finding = Finding::new(&say::BAD_ATTRIBUTE)
                .arg("name", "name")
                .arg("value", name)
                .arg("known", join(known.keys().map(String::as_str)));
            self.findings.push(finding.at(self.lines.place(tag.node)));
            return None;
        }
        let number =
            |name: &str| tag.attribute(name).and_then(|count| count.parse::<u16>().ok()).unwrap_or(1).max(1);
        let (part, of) = (number("part"), number("of"));
        let blocks: Vec<Block> = self.blocks(tag, None);
        let frame = Frame {
            name: name.to_owned(),
            part: part.min(of),
            of,
            blocks,
            scale: 1.0,
            trim: crate::style::Length(0.0),
            stand: None,
            smallest: None,
        };
        (!frame.blocks.is_empty()).then_some(frame)
    }
}
