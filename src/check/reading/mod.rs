//! How a pack is read for the checks: its texts as sentences, its tables and indicators as figures,
//! and the small grammars that several checks ask.

pub mod change;
pub mod days;
mod fields;
pub mod growth;
pub mod items;
pub mod known;
pub mod limits;
pub mod lists;
pub mod names;
mod number;
pub mod numerals;
pub mod periods;
pub mod phrases;
pub mod recent;
mod roles;
pub mod row_sums;
pub mod scope;
mod sentence;
mod sentences;
pub mod share;
pub mod slip;
pub mod table_rows;
pub mod variants;
mod view;
pub mod words;

pub use sentence::{Kind, Number, NumberRole, Sentence, Token};
pub use view::{Bound, Field, FieldKind, View};
