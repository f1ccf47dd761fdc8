//! Captions whose number Word counts: `Таблица 1 – Название`.

use crate::document::Inline;
use std::ops::Range;

/// The number of a caption.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CaptionNumber {
    /// Its bytes in the plain text.
    pub range: Range<usize>,
    /// What is counted, e.g. `Таблица`.
    pub word: String,
    /// The number.
    pub number: u32,
}

/// The number of a caption that begins with a word and a number; it must stand in one inline.
pub(super) fn caption_number(content: &[Inline]) -> Option<CaptionNumber> {
    let plain: String = content.iter().map(Inline::plain).collect();
    let word = plain.split(|c: char| !c.is_alphabetic()).next().filter(|word| !word.is_empty())?;
    let rest = plain.get(word.len()..)?;
    let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '№']).len();
    let start = word.len() + gap;
    let digits = plain.get(start..)?.bytes().take_while(u8::is_ascii_digit).count();
    let end = start + digits;
    let number = plain.get(start..end)?.parse().ok().filter(|_| gap > 0)?;
    let simple = ends_number(plain.get(end..)?) && !plain.get(start..end)?.starts_with('0');
    let range = start..end;
    (simple && in_one_text(content, &range)).then(|| CaptionNumber { range, word: word.to_owned(), number })
}

/// Whether a number ends where `rest` begins: `1 –`, `1.`, but not `1.2`, `1а`.
fn ends_number(rest: &str) -> bool {
    let mut next = rest.chars();
    match next.next() {
        Some('.' | ',') => !next.next().is_some_and(char::is_alphanumeric),
        Some(other) => !other.is_alphanumeric(),
        None => true,
    }
}

fn in_one_text(content: &[Inline], range: &Range<usize>) -> bool {
    let mut at = 0;
    content.iter().any(|inline| {
        let start = at;
        at += inline.plain().len();
        matches!(inline, Inline::Text(_)) && start <= range.start && range.end <= at
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::text;
    use super::*;

    fn number(parts: &[&str]) -> Option<(String, u32)> {
        let content: Vec<_> = parts.iter().map(|part| text(part)).collect();
        caption_number(&content).map(|found| (found.word, found.number))
    }

    #[test]
    fn a_caption_begins_with_a_word_and_a_number() {
        assert_eq!(number(&["Таблица 1 – Сеть"]), Some(("Таблица".into(), 1)));
        assert_eq!(number(&["Рисунок\u{a0}", "12", ". Сеть"]), Some(("Рисунок".into(), 12)));
        for other in ["Таблица А.1 – Сеть", "Таблица 1.2", "Таблица1", "1", "", "Таблица 01", "Сеть школ"]
        {
            assert_eq!(number(&[other]), None, "{other}");
        }
        assert_eq!(number(&["Таблица 1", "2 – Сеть"]), None);
    }
}
