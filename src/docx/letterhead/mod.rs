//! An office's own letterhead: the headers, footers, emblem and named styles of a Word file of
//! theirs, taken over into ours.
//!
//! The file is somebody else's and may be broken or hostile: `archive` bounds what is unpacked,
//! `read` takes only headers, footers, pictures and styles, and refuses what leads outside of the
//! file; `styles` and `part` give everything names that cannot clash with our own.

mod archive;
pub mod messages;
mod part;
mod read;
mod styles;

use crate::document::Length;

/// A letterhead, ready to be put into our files.
#[derive(Clone, Debug, Default)]
pub struct Letterhead {
    /// Its headers and footers.
    parts: Vec<Part>,
    /// Its pictures: their names' extension and bytes.
    media: Vec<Media>,
    /// The first page has a header and a footer of its own, or none.
    first_differs: bool,
    /// Even pages have their own.
    even_differs: bool,
    /// From the paper's edge to header and footer.
    header_distance: Option<Length>,
    footer_distance: Option<Length>,
    /// Its styles as elements of `w:styles`, under ids of their own.
    styles: String,
    /// The paragraph styles that the office made, not Word: name in small letters and id.
    own: Vec<(String, String)>,
}

/// A picture.
#[derive(Clone, Debug)]
struct Media {
    extension: &'static str,
    content_type: &'static str,
    bytes: Vec<u8>,
}

/// A header or footer.
#[derive(Clone, Debug)]
struct Part {
    footer: bool,
    /// `default`, `first` or `even`.
    kind: &'static str,
    /// The XML, cut at the ids of relationships.
    pieces: Vec<Piece>,
    /// How many bytes of the first piece are the root's start tag and what stands before it.
    head: usize,
    /// Whether it prints the page's number.
    numbered: bool,
}

/// A piece of a part.
#[derive(Clone, Debug)]
enum Piece {
    /// XML as it stands.
    Xml(String),
    /// The id of the relationship to a picture.
    Picture(usize),
    /// The id of the relationship to an address.
    Address(String),
}

impl Letterhead {
    /// The styles, as elements of `w:styles`.
    pub(super) fn styles(&self) -> &str {
        &self.styles
    }

    /// The id of the office's own style of this name.
    pub(super) fn own_style(&self, name: &str) -> Option<&str> {
        let name = name.to_lowercase();
        self.own.iter().find(|(own, _)| *own == name).map(|(_, id)| id.as_str())
    }

    /// Whether even pages differ from odd ones.
    pub(super) fn even_differs(&self) -> bool {
        self.even_differs
    }

    /// From the paper's edge to header and footer.
    pub(super) fn distances(&self) -> (Option<Length>, Option<Length>) {
        (self.header_distance, self.footer_distance)
    }
}
