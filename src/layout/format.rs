//! The forms in which documents are written.

use crate::pack::read::{Read, Reader};
use crate::pack::shape::{Name, Shape};
use crate::source::Node;

/// A form in which documents are written; a layout says which of them its documents have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// PDF/A-2a and PDF/UA-1.
    Pdf,
    /// Word.
    Docx,
}

impl Format {
    /// All of them, in the order in which they are told of.
    pub const ALL: [Format; 2] = [Format::Pdf, Format::Docx];
    /// Those of a layout that names none.
    pub const USUAL: [Format; 2] = [Format::Pdf, Format::Docx];

    /// The extension of its files, by which command line and layouts name it.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
        }
    }
}

impl Read for Format {
    fn shape() -> Shape {
        Shape::Choice(names())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        reader.choice(node, &names()).and_then(|index| Format::ALL.get(index).copied())
    }
}

fn names() -> Vec<Name> {
    Format::ALL.iter().map(|format| Name::new(format.extension(), format.extension())).collect()
}
