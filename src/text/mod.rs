//! Text fields: prose with emphasis and figures, parsed once, before any layout.
//!
//! A text may hold several paragraphs (a blank line between them), `**bold**` and `*italic*`
//! words, and `{{…}}`, which prints a figure or a reference. Nothing else is special in it; a
//! `\` before `*`, `{` or `\` takes a special meaning away.

mod call;
pub mod messages;
mod rich_text;

pub use call::{Argument, Call};
pub use rich_text::{Lines, Piece, RichText};
