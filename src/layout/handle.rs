//! Handles: what a layout is given in place of texts and figures.

use crate::pack::chart::ChartFacts;
use crate::pack::moment::{DateValue, DeadlineValue};
use crate::pack::picture::PictureFacts;
use crate::pack::resolution::TablePlace;
use crate::pack::sheet::KeyIndicator;
use crate::source::{Place, SourceId};
use crate::text::RichText;

/// An opaque value that a layout prints; [`Handles`] knows what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Handle(pub u32);

/// What a handle stands for.
#[derive(Clone, Debug)]
pub enum Target<'p> {
    /// A text field.
    Text(&'p RichText),
    /// A text field as a sentence of its own: the comma or semicolon with which it ended as an
    /// item of a list becomes a full stop.
    Sentence(&'p RichText),
    /// A name or other words of the pack.
    Words(String, Place),
    /// A time or a count of words that follows from the length of a whole text, which this file holds.
    Length(String, Place, SourceId),
    /// A date, printed in the form in which it was written.
    Date(&'p DateValue),
    /// A deadline, printed as it was written.
    Deadline(&'p DeadlineValue),
    /// A table of statistics with its place in the document.
    Table(&'p TablePlace),
    /// A chart with its place in the document.
    Chart(&'p ChartFacts),
    /// A picture with its place in the document.
    Picture(&'p PictureFacts),
    /// A part of a figure that a sheet prints big.
    Key(&'p KeyIndicator, KeyPart),
}

/// What is printed of a figure that stands big on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPart {
    /// The figure.
    Figure,
    /// What it is, and its unit.
    Caption,
    /// Its change on the year before, with its direction.
    Change,
}

/// The handles of one document.
#[derive(Clone, Debug, Default)]
pub struct Handles<'p> {
    list: Vec<Target<'p>>,
}

/// Stands before the number of a printed handle; a private-use character, so no text has it.
const OPEN: char = '\u{f8f0}';
/// Stands after the number of a printed handle.
const CLOSE: char = '\u{f8f1}';

impl<'p> Handles<'p> {
    /// A handle for something.
    pub fn add(&mut self, target: Target<'p>) -> Handle {
        self.list.push(target);
        Handle(self.list.len() as u32 - 1)
    }

    /// What a handle stands for; `None` for one that a layout made up.
    pub fn get(&self, handle: Handle) -> Option<&Target<'p>> {
        self.list.get(handle.0 as usize)
    }
}

/// A piece of a layout's output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed<'t> {
    /// The layout's own words.
    Words(&'t str),
    /// A handle.
    Handle(Handle),
}

impl Handle {
    /// As it is printed by a layout.
    pub fn printed(self) -> String {
        format!("{OPEN}{}{CLOSE}", self.0)
    }

    /// Tells the handles in a layout's output from its own words.
    pub fn split(text: &str) -> Vec<Printed<'_>> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(open) = rest.find(OPEN) {
            let after = &rest[open + OPEN.len_utf8()..];
            let Some((number, tail)) = after.split_once(CLOSE) else { break };
            let Ok(number) = number.parse() else { break };
            if open > 0 {
                pieces.push(Printed::Words(&rest[..open]));
            }
            pieces.push(Printed::Handle(Handle(number)));
            rest = tail;
        }
        if !rest.is_empty() {
            pieces.push(Printed::Words(rest));
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_are_told_from_words() {
        let text = format!("Срок: {}, {}", Handle(7).printed(), Handle(12).printed());
        let expected = [
            Printed::Words("Срок: "),
            Printed::Handle(Handle(7)),
            Printed::Words(", "),
            Printed::Handle(Handle(12)),
        ];
        assert_eq!(Handle::split(&text), expected);
    }
}
