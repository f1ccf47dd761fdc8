//! What a layout prints: words and handles, but no lists and no records.

use super::library::Layout;
use super::messages as say;
use super::render::line_place;
use super::template::LINE;
use crate::source::{Finding, Sources};

/// Stands where a list or a record was printed; a private-use character, so no text has it.
const NO_WORDS: &str = "\u{f8f2}";

/// What is written for a value that the engine has made text of.
pub fn printed(text: &str) -> String {
    let is_list = text.starts_with('[') && text.ends_with(']');
    if is_list { NO_WORDS.to_owned() } else { text.to_owned() }
}

/// The first place where a list or a record was printed.
pub fn unprintable(markup: &str, layout: &Layout, sources: &Sources) -> Option<Finding> {
    let before = &markup[..markup.find(NO_WORDS)?];
    let attribute = format!(" {LINE}=\"");
    let (_, line) = before.rsplit_once(&attribute)?;
    let (file, line) = line.split_once('"')?.0.split_once(':')?;
    let source = *layout.files().get(file.parse::<usize>().ok()?)?;
    let place = line_place(sources, source, line.parse().ok()?);
    Some(Finding::new(&say::LIST_PRINTED).at(place))
}
