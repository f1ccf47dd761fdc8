//! Measuring and wrapping words.

use crate::russian::NO_BREAK_SPACE;
use crate::russian::typography::no_break;

/// Knows how wide words are.
pub trait Ruler {
    /// The width of a line of words, pt.
    fn width(&self, text: &str, size: f64, bold: bool) -> f64;

    /// The bytes at which a word may be hyphenated.
    fn hyphens(&self, word: &str) -> Vec<usize>;
}

/// Words in lines, and whether every word stood whole in the width.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wrapped {
    pub lines: Vec<String>,
    pub whole: bool,
}

/// Wraps words into lines of `width`: at spaces where Russian typography allows it, else at any
/// space, else at hyphens, else anywhere; nothing is left out.
pub(super) fn wrap(text: &str, width: f64, size: f64, ruler: &dyn Ruler) -> Wrapped {
    let mut wrapped = Wrapped { lines: Vec::new(), whole: true };
    let mut line = String::new();
    let fits = |words: &str| ruler.width(words, size, false) <= width;
    let text = no_break(text.trim());
    for word in pieces(&text).into_iter().flat_map(|word| loosened(word, &fits)) {
        let joined = format!("{line}{word}");
        if fits(joined.trim_end()) {
            line = joined;
            continue;
        }
        if !line.trim().is_empty() {
            wrapped.lines.push(line.trim_end().to_owned());
        }
        line = word.to_owned();
        while !fits(line.trim_end()) {
            wrapped.whole = false;
            let Some((head, tail)) = divide(line.trim_end(), width, size, ruler) else { break };
            wrapped.lines.push(head);
            line = format!("{tail} ");
        }
    }
    if !line.trim().is_empty() {
        wrapped.lines.push(line.trim_end().to_owned());
    }
    wrapped
}

/// Words that must not be parted are, where they have no room together.
fn loosened<'t>(words: &'t str, fits: &impl Fn(&str) -> bool) -> Vec<&'t str> {
    if fits(words.trim_end()) { vec![words] } else { words.split_inclusive(NO_BREAK_SPACE).collect() }
}

/// The words with the space behind each; a word with a hyphen or slash may end a line there.
fn pieces(text: &str) -> Vec<&str> {
    text.split_inclusive([' ', '\n']).flat_map(|word| word.split_inclusive(['-', '/'])).collect()
}

/// The beginning of a word that fits, with a hyphen, and the rest.
fn divide(word: &str, width: f64, size: f64, ruler: &dyn Ruler) -> Option<(String, String)> {
    let fits = |at: &usize| ruler.width(&format!("{}-", &word[..*at]), size, false) <= width;
    let places = ruler.hyphens(word);
    let anywhere = || word.char_indices().map(|(at, _)| at).skip(2);
    let at = places.into_iter().filter(fits).max().or_else(|| anywhere().filter(fits).max());
    let at = at.or_else(|| anywhere().next())?;
    Some((format!("{}-", &word[..at]), word[at..].to_owned()))
}
