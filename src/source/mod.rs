//! Files of a pack: their text, the places in them, and what is to be said about them.
//!
//! Everything that a user wrote is addressed by a [`Place`]; everything that the program has
//! to say to her is a [`Finding`], whose wording is a [`Message`] in Russian and English.

mod accident;
mod decode;
mod describe;
mod file;
mod finding;
mod key_line;
mod lines;
mod marker;
mod message;
pub mod messages;
mod owner;
mod place;
mod render;
mod scalar;
mod source_text;
mod sources;
mod syntax;
mod tree;
mod yaml;

pub use accident::{as_text_accident, cut_by_comment};
pub use decode::{Encoding, NotText, decode, encode_like};
pub use describe::Describer;
pub use file::{Folder, old_encoding};
pub use finding::{Finding, Findings, Fix, Label};
pub use key_line::keys_in_text;
pub use marker::{plain_list, typed_items};
pub use message::{Arg, Language, Message, Severity};
pub use place::{CellPlace, Place, SourceId, Span, column_letters};
pub use render::{json, render};
pub use source_text::{SourceText, SourceTextBuilder, floor_boundary};
pub use sources::{Source, Sources, sha256};
pub use syntax::glued_key;
pub use yaml::{Entry, Node, Scalar, ScalarStyle, Value, parse};
