//! What a layout prints: words and handles, but no lists and no records.

use super::messages as say;
use super::render::Markup;
use crate::source::{Finding, Sources};

/// Stands where a list or a record was printed; a private-use character, so no text has it.
const NO_WORDS: &str = "\u{f8f2}";

/// What is written for a value that the engine has made text of.
pub fn printed(text: &str) -> String {
    let is_list = text.starts_with('[') && text.ends_with(']');
    if is_list { NO_WORDS.to_owned() } else { text.to_owned() }
}

/// The first place where a list or a record was printed.
pub fn unprintable(markup: &Markup, sources: &Sources) -> Option<Finding> {
    let before = &markup.xml[..markup.xml.find(NO_WORDS)?];
    let place = markup.last_line(before, sources);
    Some(Finding::new(&say::LIST_PRINTED).at(place))
}
