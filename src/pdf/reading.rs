//! What each glyph is read as: the source text is divided among the glyphs that draw it.

use crate::typeset::{Glyph, TextRun};
use std::borrow::Cow;

/// A hyphen that the line's end brought in (ISO 32000-1, 14.8.2.2.3): readers leave it out
/// when they put the word together again.
pub(super) const SOFT_HYPHEN: &str = "\u{AD}";

/// What a glyph reads as that draws a part of a character: nothing that is seen or spoken.
/// The text of its cluster stands in an `/ActualText`.
const NOTHING: &str = "\u{200B}";

/// Glyphs that draw one piece of text together.
pub(super) struct Cluster<'a> {
    /// The glyphs, at least one.
    pub glyphs: &'a [Glyph],
    /// The text; empty for the hyphen of a divided word.
    text: &'a str,
    /// Where the text begins in that of the run.
    pub start: usize,
    /// Whether nothing in the whole run is left out, so that nobody needs to look.
    is_clean: bool,
}

/// The clusters of a run. Text that no glyph claims (a space that was cut off at the end of a
/// line) belongs to the cluster before it, so that nothing of the source is lost.
pub(super) fn clusters(run: &TextRun) -> impl Iterator<Item = Cluster<'_>> {
    let mut rest: &[Glyph] = &run.glyphs;
    let mut read = 0;
    let is_clean = !run.text.contains(is_left_out);
    std::iter::from_fn(move || {
        let first = rest.first()?;
        let length =
            rest.iter().take_while(|glyph| (glyph.start, glyph.end) == (first.start, first.end)).count();
        let (glyphs, after) = rest.split_at(length);
        rest = after;
        let claimed = first.end as usize;
        let end = after.first().map_or(run.text.len(), |next| next.start as usize).max(claimed);
        let start = if end < read { first.start as usize } else { read };
        read = end;
        Some(Cluster { glyphs, text: run.text.get(start..end).unwrap_or_default(), start, is_clean })
    })
}

impl<'a> Cluster<'a> {
    /// What the glyph at `index` reads as; never empty.
    pub fn reading(&self, index: usize) -> Cow<'a, str> {
        let text = self.clean();
        if text.is_empty() {
            return Cow::Borrowed(SOFT_HYPHEN);
        }
        if self.glyphs.len() == 1 {
            return text;
        }
        let from = text.char_indices().nth(index).map(|(at, _)| at);
        let Some(from) = from else { return Cow::Borrowed(NOTHING) };
        let to = match text.char_indices().nth(index + 1) {
            Some((at, _)) if index + 1 < self.glyphs.len() => at,
            _ => text.len(),
        };
        Cow::Owned(text[from..to].to_owned())
    }

    /// The whole text, where the glyphs are more than its characters, so that one by one they
    /// do not spell it.
    pub fn actual_text(&self) -> Option<Cow<'a, str>> {
        if self.glyphs.len() == 1 {
            return None;
        }
        let text = self.clean();
        (text.chars().count() < self.glyphs.len()).then_some(text)
    }

    /// Whether nothing of it is seen: a place where a word may be divided, but was not.
    pub fn is_silent(&self) -> bool {
        if self.is_clean {
            return false;
        }
        let width: f32 = self.glyphs.iter().map(|glyph| glyph.advance).sum();
        width == 0.0 && self.text.chars().all(is_left_out) && !self.text.is_empty()
    }

    /// The text without what may not stand in a ToUnicode map (PDF/A-2, 6.2.11.7.2), and
    /// without what only steers line breaking inside a word, which would hide it from search.
    fn clean(&self) -> Cow<'a, str> {
        if self.is_clean || !self.text.contains(is_left_out) {
            return Cow::Borrowed(self.text);
        }
        Cow::Owned(self.text.chars().filter(|&letter| !is_left_out(letter)).collect())
    }
}

fn is_left_out(letter: char) -> bool {
    matches!(letter, '\0' | '\r' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{FFFE}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Face;

    fn run(text: &str, ranges: &[(u32, u32)]) -> TextRun {
        let glyph = |&(start, end): &(u32, u32)| Glyph { id: 7, advance: 5.0, dx: 0.0, dy: 0.0, start, end };
        let glyphs = ranges.iter().map(glyph).collect();
        TextRun {
            x: 0.0,
            y: 0.0,
            size: 14.0,
            face: Face::default(),
            color: [0; 3],
            text: text.into(),
            glyphs,
        }
    }

    fn readings(text: &str, ranges: &[(u32, u32)]) -> Vec<String> {
        let run = run(text, ranges);
        let each = |cluster: Cluster| {
            (0..cluster.glyphs.len()).map(|i| cluster.reading(i).into_owned()).collect::<Vec<_>>()
        };
        clusters(&run).flat_map(each).collect()
    }

    #[test]
    fn every_glyph_reads_as_its_own_letters() {
        assert_eq!(readings("да\u{A0}я", &[(0, 2), (2, 4), (4, 6), (6, 8)]), ["д", "а", "\u{A0}", "я"]);
    }

    #[test]
    fn text_without_a_glyph_belongs_to_the_glyph_before_it() {
        assert_eq!(readings("да ", &[(0, 2), (2, 4)]), ["д", "а "]);
        assert_eq!(readings(" да", &[(1, 3), (3, 5)]), [" д", "а"]);
    }

    #[test]
    fn the_hyphen_of_a_divided_word_is_a_soft_one() {
        assert_eq!(readings("ла", &[(0, 2), (2, 4), (4, 4)]), ["л", "а", SOFT_HYPHEN]);
        assert_eq!(readings("ла\u{AD}", &[(0, 2), (2, 4), (4, 6)]), ["л", "а", SOFT_HYPHEN]);
    }

    #[test]
    fn places_of_division_inside_a_word_are_not_read() {
        assert_eq!(readings("а\u{AD}б", &[(0, 2), (4, 6)]), ["а", "б"]);
    }

    #[test]
    fn marks_over_a_letter_are_read_one_by_one() {
        assert_eq!(readings("а\u{301}", &[(0, 4), (0, 4)]), ["а", "\u{301}"]);
        assert_eq!(readings("а\u{301}\u{302}", &[(0, 6), (0, 6)]), ["а", "\u{301}\u{302}"]);
    }

    #[test]
    fn a_letter_drawn_in_two_parts_keeps_its_text_beside() {
        let parts = run("й", &[(0, 2), (0, 2)]);
        let cluster = clusters(&parts).next().expect("one cluster");
        assert_eq!(cluster.actual_text().as_deref(), Some("й"));
        assert_eq!((cluster.reading(0), cluster.reading(1)), ("й".into(), NOTHING.into()));
    }

    #[test]
    fn ranges_that_fit_no_text_are_harmless() {
        assert_eq!(readings("я", &[(1, 9), (0, 1), (70, 3)]).len(), 3);
    }
}
