//! Files of a pack: their text, the places in them, and what is to be said about them.
//!
//! Everything that a user wrote is addressed by a [`Place`]; everything that the program has
//! to say to her is a [`Finding`], whose wording is a [`Message`] in Russian and English.

mod finding;
mod message;
mod place;
mod source_text;
mod sources;
mod yaml;

pub use finding::{Finding, Findings, Label};
pub use message::{Arg, Language, Message, Severity};
pub use place::{CellPlace, Place, SourceId, Span, column_letters};
pub use source_text::SourceText;
pub use sources::{Source, Sources};
pub use yaml::{Entry, Node, Scalar, ScalarStyle, Value};
