//! What stands inside a paragraph.

use super::Anchor;
use crate::source::{Place, SourceId};

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words.
    Text(Text),
    /// The number of a clause, table, figure or appendix; a link in PDF, a field in DOCX.
    Reference {
        /// What it leads to.
        target: Anchor,
        /// What is printed, e.g. `2.1`, with its emphasis and origin.
        text: Text,
    },
    /// A line break inside the paragraph.
    Break(Origin),
}

/// Words in one emphasis and of one origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The words, typographic spaces included (U+00A0 is a no-break space).
    pub text: String,
    /// Bold, on top of the paragraph's style.
    pub bold: bool,
    /// Italic, on top of the paragraph's style.
    pub italic: bool,
    /// Where they come from.
    pub origin: Origin,
}

/// Where an inline comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The bytes or the cell: the user's text, the `{{…}}` of a figure, or a layout's line.
    pub place: Place,
    /// The figure that is printed here.
    pub figure: Option<FigureId>,
}

/// An index into [`Document::figures`](super::Document::figures).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId(pub u32);

/// A figure that the document prints: where it comes from and how it is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What is written in the text between `{{` and `}}`, blanks trimmed.
    pub expression: String,
    /// The indicators that it shows, by name, in the order in which it names them.
    pub indicators: Vec<String>,
    /// The cells or YAML values that these rest on.
    pub cells: Vec<Place>,
    /// What is printed.
    pub printed: String,
    /// What else decides how it is written.
    pub like: Like,
}

/// What decides, besides its own cells, how a figure is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Like {
    /// Nothing.
    #[default]
    Alone,
    /// The numbers of a table of the pack, by its name: they have equally many decimals.
    Table(String),
    /// The length of the whole text of this file: a time or a count of words.
    Text(SourceId),
}

impl Inline {
    /// What a reader sees.
    pub fn plain(&self) -> &str {
        match self {
            Inline::Text(text) | Inline::Reference { text, .. } => &text.text,
            Inline::Break(_) => "\n",
        }
    }

    /// Where it comes from.
    pub fn origin(&self) -> &Origin {
        match self {
            Inline::Text(text) | Inline::Reference { text, .. } => &text.origin,
            Inline::Break(origin) => origin,
        }
    }
}

impl From<Place> for Origin {
    fn from(place: Place) -> Origin {
        Origin { place, figure: None }
    }
}
