//! The words and tags of templates, set aside while the engine works.
//!
//! Handlebars tries its whole grammar at each character between two mustaches and counts lines
//! and columns from the top for each of its elements. So each stretch of words and tags is one
//! private-use character for it, and what it writes gets the stretches back.

use super::template::mustache;

/// The stretches of a layout's templates in their order.
#[derive(Clone, Debug, Default)]
pub struct Pieces {
    list: Vec<String>,
}

/// The first character that stands for a stretch (plane 15, private use).
const FIRST: u32 = 0xF_0000;
/// So many stretches have a character; what is over stays as it is.
const MOST: usize = 0xFFFE;
/// The first byte of all these characters in UTF-8.
const LEAD: u8 = 0xF3;

impl Pieces {
    /// A template with its words and tags set aside; lines and the blanks at their ends stay.
    pub fn set_aside(&mut self, template: &str) -> String {
        let mut out = String::with_capacity(template.len());
        let mut rest = template;
        while let Some(at) = rest.find("{{") {
            let (words, from) = rest.split_at(at);
            self.words(words, &mut out);
            let (mustache, after) = from.split_at(mustache(from));
            out.push_str(mustache);
            rest = after;
        }
        self.words(rest, &mut out);
        out
    }

    fn words(&mut self, words: &str, out: &mut String) {
        // A backslash says that the next braces are words: the engine must see it.
        if words.ends_with('\\') {
            return out.push_str(words);
        }
        for (index, line) in words.split('\n').enumerate() {
            if index > 0 {
                out.push('\n');
            }
            let shown = line.trim();
            let start = line.len() - line.trim_start().len();
            out.push_str(&line[..start]);
            match self.mark(shown) {
                Some(mark) => out.push(mark),
                None => out.push_str(shown),
            }
            out.push_str(&line[start + shown.len()..]);
        }
    }

    fn mark(&mut self, words: &str) -> Option<char> {
        let worth = words.len() > 1 && self.list.len() < MOST;
        let mark = char::from_u32(FIRST + self.list.len() as u32).filter(|_| worth)?;
        self.list.push(words.to_owned());
        Some(mark)
    }

    /// Adds what the engine wrote, with the stretches in their places; whole characters only.
    pub fn put_back(&self, written: &[u8], out: &mut Vec<u8>) {
        let mut rest = written;
        while let Some(at) = rest.iter().position(|&byte| byte == LEAD) {
            let (before, from) = rest.split_at(at);
            let (mark, after) = from.split_at(from.len().min(4));
            out.extend_from_slice(before);
            out.extend_from_slice(self.piece(mark).map_or(mark, str::as_bytes));
            rest = after;
        }
        out.extend_from_slice(rest);
    }

    fn piece(&self, mark: &[u8]) -> Option<&str> {
        let mark = std::str::from_utf8(mark).ok()?.chars().next()?;
        let index = (mark as u32).checked_sub(FIRST)?;
        self.list.get(index as usize).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_aside_comes_back() {
        let template = "<p a=\"1\">\n  Слово {{x}}, другое</p>\n\\{{no}} {{{y}}} z\u{f0000}";
        let mut pieces = Pieces::default();
        let short = pieces.set_aside(template);
        assert_eq!(short.matches('\n').count(), template.matches('\n').count());
        assert!(!short.contains("Слово"), "{short}");
        let mut back = Vec::new();
        pieces.put_back(short.as_bytes(), &mut back);
        assert_eq!(String::from_utf8(back).unwrap(), template);
    }

    #[test]
    fn a_mark_that_nobody_set_stays() {
        let mut out = Vec::new();
        Pieces::default().put_back("a\u{f0000}b\u{f1234}".as_bytes(), &mut out);
        assert_eq!(out, "a\u{f0000}b\u{f1234}".as_bytes());
    }
}
