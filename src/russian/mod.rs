//! Rules of the Russian language that documents need; pure functions.
//!
//! Nothing here knows files or places: a function takes text or exact decimals and returns
//! text or a typed error, which [`Explain`] puts into words in both languages. The rules are
//! those of `ГОСТ Р 7.0.97` and of Russian typography; what offices do differently is an
//! option. Where a space must not break, the functions print U+00A0.

pub mod abbreviations;
pub mod addressee;
pub mod appg;
pub mod compare;
pub mod date;
pub mod deadline;
pub mod decimals;
pub mod declension;
mod explain;
pub mod holidays;
pub mod kind;
pub mod look_alike;
pub mod months;
pub mod near_duplicate;
pub mod no_break;
pub mod noun_list;
pub mod nouns;
pub mod number;
pub mod plural;
pub mod scale;
pub mod school_year;
pub mod sentence;
pub mod speech;
pub mod surname;
pub mod typography;
pub mod unit;
pub mod verbal;
pub mod words;

pub use explain::Explain;

/// The no-break space, U+00A0.
pub const NO_BREAK_SPACE: char = '\u{a0}';
