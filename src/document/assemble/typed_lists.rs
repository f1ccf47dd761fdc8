//! Lists that an author typed as paragraphs beginning with a dash or a bullet: to readers and in Word
//! they are lists like any other.

use crate::document::{Block, Inline, Item, List, Marker, Paragraph, Role};

impl super::Assembler<'_, '_> {
    /// Makes lists of neighbouring paragraphs that begin with the same mark, the first block aside where
    /// `marked` says that a mark of its own stands before it. `level` is that of the lists around.
    pub(super) fn typed_lists(&mut self, blocks: Vec<Block>, marked: bool, level: u8) -> Vec<Block> {
        let marks: Vec<Option<Marker>> = blocks.iter().map(mark_of).collect();
        let mut made: Vec<Block> = Vec::with_capacity(blocks.len());
        let mut last = None;
        for (at, block) in blocks.into_iter().enumerate() {
            let own = marks.get(at).copied().flatten().filter(|_| !(marked && at == 0));
            let next = marks.get(at + 1).copied().flatten();
            match (own, made.last_mut()) {
                (Some(marker), Some(Block::List(list))) if last == Some(marker) => {
                    list.items.extend(item(block));
                }
                (Some(marker), _) if next == own => {
                    let sequence = self.new_sequence();
                    let items = item(block).into_iter().collect();
                    made.push(Block::List(List { marker, level, sequence, continued: false, items }));
                }
                _ => {
                    made.push(block);
                    last = None;
                    continue;
                }
            }
            last = own;
        }
        made
    }
}

/// The mark that a paragraph begins with, and its bytes.
fn typed(paragraph: &Paragraph) -> Option<(Marker, usize)> {
    let Some(Inline::Text(text)) = paragraph.content.first() else { return None };
    let mut characters = text.text.chars();
    let marker = match characters.next()? {
        '–' => Marker::Dash,
        '-' => Marker::Hyphen,
        '·' => Marker::Dot,
        '•' => Marker::Bullet,
        _ => return None,
    };
    let rest = characters.as_str();
    let words = rest.trim_start_matches([' ', '\u{a0}', '\t']);
    (words.len() < rest.len() && paragraph.role == Role::Body)
        .then_some((marker, text.text.len() - words.len()))
}

fn mark_of(block: &Block) -> Option<Marker> {
    match block {
        Block::Paragraph(paragraph) => typed(paragraph).map(|(marker, _)| marker),
        _ => None,
    }
}

/// The paragraph as an item, without the mark.
fn item(block: Block) -> Option<Item> {
    let Block::Paragraph(mut paragraph) = block else { return None };
    let mark = typed(&paragraph).map_or(0, |(_, bytes)| bytes);
    if let Some(Inline::Text(text)) = paragraph.content.first_mut() {
        text.text.drain(..mark);
    }
    paragraph.content.retain(|inline| !matches!(inline, Inline::Text(text) if text.text.is_empty()));
    Some(Item { label: String::new(), anchor: None, blocks: vec![Block::Paragraph(paragraph)] })
}
