//! Words that a line's end divides, put together again for search, copy and speech.
//!
//! The hyphen reads as a soft one, which some readers need to join the parts; others
//! (poppler among them) join nothing at a soft hyphen. So the first part carries the whole
//! word as its `/ActualText` and the second carries an empty one: every reader that honours
//! replacement text finds the word whole, and one that does not finds the soft hyphen.

use super::reading::{SOFT_HYPHEN, clusters};
use crate::typeset::{Child, Item, Pages, TextRun};
use std::collections::BTreeMap;

/// A text on the pages: page, run, item.
pub(super) type Place = (usize, usize, usize);

/// The divided words of a document.
#[derive(Default)]
pub(super) struct Divisions {
    /// Texts whose end is the first part of a word: the byte at which it begins, and the word.
    heads: BTreeMap<Place, (usize, String)>,
    /// Texts whose beginning is the second part: the byte at which it ends.
    tails: BTreeMap<Place, usize>,
}

impl Divisions {
    /// Finds the divided words: a text that ends with a hyphen for the line's sake, and the
    /// text after it in the same node.
    pub fn find(pages: &Pages) -> Divisions {
        let mut divisions = Divisions::default();
        for node in &pages.tree {
            for runs in node.children.split(|child| !matches!(child, Child::Run(..))) {
                let texts: Vec<_> = runs.iter().flat_map(|child| texts_of(pages, child)).collect();
                for pair in texts.windows(2) {
                    if let [(first, head), (second, tail)] = pair {
                        divisions.join(*first, head, *second, tail);
                    }
                }
            }
        }
        divisions
    }

    fn join(&mut self, first: Place, head: &TextRun, second: Place, tail: &TextRun) {
        if !is_divided(head) {
            return;
        }
        let start = head.text.rfind(char::is_whitespace).map_or(0, |at| at + space_length(&head.text, at));
        let end = tail.text.find(char::is_whitespace).unwrap_or(tail.text.len());
        // A word over three lines is left to the soft hyphens.
        let over_three = (end == tail.text.len() && is_divided(tail))
            || self.tails.get(&first).is_some_and(|&end| end > start);
        let parts = (head.text.get(start..), tail.text.get(..end));
        if let (false, (Some(one), Some(other))) = (over_three, parts) {
            let word = format!("{one}{other}").replace(SOFT_HYPHEN, "");
            self.heads.insert(first, (start, word));
            self.tails.insert(second, end);
        }
    }

    /// What is read in place of the letter at a byte of a text: the whole word in its first
    /// part, nothing in its second, and `None` for all other letters, which are read themselves.
    pub fn word(&self, place: Place, byte: usize) -> Option<&str> {
        if self.tails.get(&place).is_some_and(|&end| byte < end) {
            return Some("");
        }
        let (start, word) = self.heads.get(&place)?;
        (byte >= *start).then_some(word.as_str())
    }
}

fn texts_of<'a>(pages: &'a Pages, child: &Child) -> Vec<(Place, &'a TextRun)> {
    let Child::Run(page, index) = *child else { return Vec::new() };
    let run = pages.pages.get(page).and_then(|page| page.runs.get(index));
    let items = run.into_iter().flat_map(|run| run.items.iter().enumerate());
    items
        .filter_map(|(item, content)| match content {
            Item::Text(text) => Some(((page, index, item), text)),
            _ => None,
        })
        .collect()
}

/// Whether a text's last glyph is a hyphen that only the line's end brought in.
fn is_divided(run: &TextRun) -> bool {
    let Some(glyph) = run.glyphs.last() else { return false };
    let claimed = run.text.get(glyph.start as usize..glyph.end as usize);
    claimed.is_some_and(|text| text.is_empty() || text == SOFT_HYPHEN)
        && clusters(run)
            .last()
            .is_some_and(|cluster| !cluster.is_silent() && cluster.reading(0) == SOFT_HYPHEN)
}

fn space_length(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Face;
    use crate::typeset::{Glyph, Kind, Mark, Node, NodeId, Page, Run};

    fn line(text: &str) -> Item {
        let glyph = |(at, letter): (usize, char)| {
            let end = at + letter.len_utf8();
            Glyph { id: 9, advance: 5.0, dx: 0.0, dy: 0.0, start: at as u32, end: end as u32 }
        };
        let glyphs = text.char_indices().map(glyph).collect();
        Item::Text(TextRun {
            x: 0.0,
            y: 0.0,
            size: 14.0,
            face: Face::default(),
            color: [0; 3],
            text: text.into(),
            glyphs,
        })
    }

    fn divisions(lines: &[&str]) -> Divisions {
        let run = Run { mark: Mark::Node(NodeId(0)), items: lines.iter().map(|text| line(text)).collect() };
        let page = Page { width: 100.0, height: 100.0, runs: vec![run], ..Page::default() };
        let node = Node { kind: Kind::Paragraph, children: vec![Child::Run(0, 0)], anchor: None };
        Divisions::find(&Pages { pages: vec![page], tree: vec![node], ..Pages::default() })
    }

    #[test]
    fn a_divided_word_is_put_together() {
        let found = divisions(&["о\u{A0}полу\u{AD}", "чении, да ", "нет"]);
        let word = |line, byte| found.word((0, 0, line), byte);
        assert_eq!([word(0, 0), word(0, 2), word(0, 4)], [None, None, Some("получении,")]);
        let end = "чении,".len();
        assert_eq!([word(1, 0), word(1, end - 1), word(1, end)], [Some(""), Some(""), None]);
        assert_eq!(word(2, 0), None);
    }

    #[test]
    fn a_hyphen_of_its_own_divides_nothing() {
        let found = divisions(&["учителя-", "предметники"]);
        assert!(found.heads.is_empty() && found.tails.is_empty());
    }

    #[test]
    fn a_word_over_three_lines_is_joined_at_most_once() {
        let found = divisions(&["само\u{AD}", "управ\u{AD}", "ления"]);
        assert_eq!(found.heads.keys().collect::<Vec<_>>(), [&(0, 0, 1)]);
        assert_eq!(found.word((0, 0, 1), 0), Some("управления"));
    }
}
