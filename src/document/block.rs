//! What a section consists of.

use super::{Anchor, ChartBlock, Inline, Length, List, PictureBlock, Table};

/// A part of a document, from margin to margin.
#[derive(Clone, Debug)]
pub enum Block {
    /// Words.
    Paragraph(Paragraph),
    /// Numbered, lettered or bulleted items.
    List(List),
    /// Rows and columns of data.
    Table(Table),
    /// A chart.
    Chart(ChartBlock),
    /// A picture.
    Picture(PictureBlock),
    /// Parts side by side without rules: a signature, two signatures, an approval stamp.
    Columns(Columns),
    /// Words that stand apart: a quotation, a note in the margin.
    Aside(Aside),
    /// The next block starts a new page.
    PageBreak,
}

/// What a paragraph is, for readers that do not see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Ordinary text.
    Body,
    /// The document's title.
    Title,
    /// A heading, 1 to 6; stands in the outline.
    Heading(u8),
    /// The caption of a table or figure.
    Caption,
}

/// Words from margin to margin in one named style.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Name of its style in the style sheet.
    pub style: String,
    /// What it is.
    pub role: Role,
    /// Its words.
    pub content: Vec<Inline>,
    /// Stays on the page of the block after it, on top of what its style says.
    pub keep_next: bool,
    /// Its name, where something refers to it.
    pub anchor: Option<Anchor>,
}

impl Paragraph {
    /// Makes all its words bold.
    pub fn make_bold(&mut self) {
        for inline in &mut self.content {
            if let Inline::Text(text) | Inline::Reference { text, .. } = inline {
                text.bold = true;
            }
        }
    }

    /// What a reader sees, without emphasis.
    pub fn plain(&self) -> String {
        self.content.iter().map(Inline::plain).collect()
    }
}

/// Paragraphs that stand apart from the text around them.
#[derive(Clone, Debug)]
pub struct Aside {
    /// Why they do.
    pub kind: AsideKind,
    /// The paragraphs.
    pub content: Vec<Paragraph>,
}

/// Why paragraphs stand apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AsideKind {
    /// They are somebody else's words.
    Quote,
    /// They are a note in the left margin, beside the block that follows.
    Margin {
        /// Width of the note's column.
        width: Length,
        /// From the note's column to the text.
        gap: Length,
    },
}

/// Parts side by side, without rules; lower ends stand on one level when `bottom` is set, so
/// that a name stands on the level of the position's last line (GOST R 7.0.97, requisite 22).
#[derive(Clone, Debug)]
pub struct Columns {
    /// Width (share of the line) and content of each part, from left to right.
    pub parts: Vec<(f32, Vec<Paragraph>)>,
    /// Whether the parts are set to one level below.
    pub bottom: bool,
    /// Stays on the page of the block after it.
    pub keep_next: bool,
    /// At least so many lines of the text before it stand on its page.
    pub keep_lines_before: u8,
}
