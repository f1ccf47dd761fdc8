//! Sections, paragraphs and lists.

use super::Assembler;
use super::attributes::{anchor, marker, millimetres, role};
use crate::document::markup::Tag;
use crate::document::{
    AnchorKind, Aside, AsideKind, Block, Inline, Item, Length, List, Marker, Paragraph, Role, Section,
};
use crate::layout::messages as say;
use crate::pack::read::{join, nearest};
use crate::source::Finding;

/// The decimal lists around a list.
#[derive(Clone, Copy)]
pub(super) struct Around {
    /// Their sequence.
    pub sequence: u32,
    /// How many they are.
    pub level: u8,
}

impl Assembler<'_, '_> {
    /// The sections: those written, and one around each run of blocks outside of them.
    pub(super) fn sections(&mut self, root: Tag<'_>) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        let mut loose = false;
        for tag in root.children(&self.lines, self.findings) {
            if tag.element.name == "section" {
                let blocks = self.blocks(tag, None);
                sections.push(Section { landscape: tag.yes("landscape"), ..Section::of(blocks) });
                loose = false;
                continue;
            }
            if tag.element.name == "slide" {
                let slide = Some(self.slide(tag));
                sections.push(Section { slide, ..Section::of(Vec::new()) });
                loose = false;
                continue;
            }
            if !loose {
                sections.push(Section::of(Vec::new()));
                loose = true;
            }
            if let Some(section) = sections.last_mut() {
                self.loose(tag, section);
            }
        }
        for section in &mut sections {
            section.blocks = self.typed_lists(std::mem::take(&mut section.blocks), false, 0);
        }
        sections.retain(|section| section.slide.is_some() || !section.blocks.is_empty());
        sections
    }

    /// What stands outside of sections: a letterhead, a footer, a block.
    fn loose(&mut self, tag: Tag<'_>, section: &mut Section) {
        match tag.element.name {
            "letterhead" => {
                section.blocks.append(&mut self.blocks(tag, None));
                section.letterhead = section.blocks.len();
            }
            "footer" => {
                let paragraphs = tag.children(&self.lines, self.findings).into_iter();
                section.footer = paragraphs.flat_map(|paragraph| self.paragraphs(paragraph)).collect();
            }
            _ => self.block(tag, None, &mut section.blocks),
        }
    }

    pub(super) fn blocks(&mut self, parent: Tag<'_>, around: Option<Around>) -> Vec<Block> {
        let mut blocks = Vec::new();
        for tag in parent.children(&self.lines, self.findings) {
            self.block(tag, around, &mut blocks);
        }
        blocks
    }

    pub(super) fn block(&mut self, tag: Tag<'_>, around: Option<Around>, blocks: &mut Vec<Block>) {
        match tag.element.name {
            "p" => blocks.extend(self.paragraphs(tag).into_iter().map(Block::Paragraph)),
            "list" => blocks.extend(self.list(tag, around).map(Block::List)),
            "table" => blocks.push(Block::Table(self.table(tag))),
            "data-table" => blocks.extend(self.data_table(tag).map(Block::Table)),
            "picture" => blocks.extend(self.picture(tag).map(Block::Picture)),
            "chart" => blocks.extend(self.chart(tag).map(Block::Chart)),
            "columns" => blocks.push(Block::Columns(self.columns(tag))),
            "quote" | "margin" => blocks.extend(self.aside(tag).map(Block::Aside)),
            "page-break" => blocks.push(Block::PageBreak),
            _ => {}
        }
    }

    /// A `<p>`; a text of several paragraphs makes as many of it.
    pub(super) fn paragraphs(&mut self, tag: Tag<'_>) -> Vec<Paragraph> {
        let style = self.style(tag, "style", "body");
        let role = role(tag.attribute("role"));
        let keep_next = tag.yes("keep-next");
        let mut anchor = anchor(tag, AnchorKind::of_word(tag.attribute("kind")));
        let contents = self.inlines(tag);
        if !self.has_room(contents.len().max(1), tag) {
            return Vec::new();
        }
        contents
            .into_iter()
            // An element with nothing written in it is an empty line; one whose handles have
            // nothing to print is not there.
            .filter(|content| !content.is_empty() || !tag.node.has_children())
            .map(|content| Paragraph {
                style: style.clone(),
                role,
                content,
                keep_next,
                anchor: anchor.take(),
            })
            .collect()
    }

    /// A quotation or a note in the margin; nothing where none of its handles prints anything.
    pub(super) fn aside(&mut self, tag: Tag<'_>) -> Option<Aside> {
        let content: Vec<Paragraph> = tag
            .children(&self.lines, self.findings)
            .into_iter()
            .flat_map(|paragraph| self.paragraphs(paragraph))
            .collect();
        let kind = match tag.element.name {
            "quote" => AsideKind::Quote,
            _ => AsideKind::Margin {
                width: millimetres(tag.attribute("width")).unwrap_or(Length::mm(30.0)),
                gap: millimetres(tag.attribute("gap")).unwrap_or(Length::mm(5.0)),
            },
        };
        (!content.is_empty()).then_some(Aside { kind, content })
    }

    /// The only paragraph of a caption.
    pub(super) fn caption(&mut self, tag: Tag<'_>, style: &str) -> Option<Paragraph> {
        let style = self.style(tag, "style", style);
        let content: Vec<Inline> = self.inlines(tag).into_iter().flatten().collect();
        (!content.is_empty()).then_some(Paragraph {
            style,
            role: Role::Caption,
            content,
            keep_next: true,
            anchor: None,
        })
    }

    pub(super) fn style(&mut self, tag: Tag<'_>, attribute: &str, otherwise: &str) -> String {
        let name = tag.attribute(attribute).unwrap_or(otherwise);
        let known = &self.parts.styles.paragraphs;
        if !known.contains_key(name) {
            let all = join(known.keys().map(String::as_str));
            let known = match nearest(name, known.keys().map(String::as_str)) {
                Some(near) => (format!("`{near}`; есть {all}"), format!("`{near}`; there are {all}")),
                None => (format!("одно из: {all}"), format!("one of: {all}")),
            };
            self.findings.push(
                Finding::new(&say::BAD_ATTRIBUTE)
                    .arg("name", attribute.to_owned())
                    .arg("value", name)
                    .arg("known", known)
                    .at(self.lines.place(tag.node)),
            );
        }
        name.to_owned()
    }

    pub(super) fn list(&mut self, tag: Tag<'_>, around: Option<Around>) -> Option<List> {
        let marker = marker(tag.attribute("marker"));
        let own_sequence = tag.attribute("sequence").map(|name| self.named_sequence(name));
        let level = around.map_or(0, |around| around.level);
        let continued = tag.yes("continued");
        let kind = (marker == Marker::Letter, level);
        let before = self.counted.get(&kind).copied().filter(|_| continued);
        let sequence = match (marker, own_sequence, around) {
            (Marker::Decimal, Some(named), _) => named,
            (Marker::Decimal, None, Some(around)) => around.sequence,
            (Marker::Parenthesis | Marker::Letter, ..) => before.unwrap_or_else(|| self.new_sequence()),
            _ => self.new_sequence(),
        };
        let inner = match marker {
            Marker::Decimal => Around { sequence, level: level + 1 },
            _ => around.unwrap_or(Around { sequence, level }),
        };
        let items: Vec<Item> =
            tag.children(&self.lines, self.findings).into_iter().map(|item| self.item(item, inner)).collect();
        if matches!(marker, Marker::Parenthesis | Marker::Letter) {
            // A list inside of this one has said its own by now; the next list goes on from here.
            self.counted.insert(kind, sequence);
        }
        (!items.is_empty()).then_some(List { marker, level, sequence, continued, items })
    }

    /// Sequences that a layout names count apart from those that the document numbers itself.
    fn named_sequence(&mut self, name: &str) -> u32 {
        let next = 0x8000_0000 | self.named.len() as u32;
        *self.named.entry(name.to_owned()).or_insert(next)
    }

    pub(super) fn new_sequence(&mut self) -> u32 {
        self.sequences += 1;
        self.sequences
    }

    pub(super) fn item(&mut self, tag: Tag<'_>, around: Around) -> Item {
        let blocks = self.blocks(tag, Some(around));
        let blocks = self.typed_lists(blocks, true, around.level);
        Item { label: String::new(), anchor: anchor(tag, AnchorKind::Clause), blocks }
    }
}
