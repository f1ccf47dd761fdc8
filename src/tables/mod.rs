//! Tables of statistics: CSV, XLSX, XLS, ODS or inline, with cells that know their place.
//!
//! A file is opened once ([`TableFile::open`]) and gives a [`Table`] for each [`Spec`] that the
//! pack writes about it; a table typed into the pack comes from [`inline`]. The readers give a
//! [`Grid`] of cells; the table adds what the header says: words, paths, units. A cell is found
//! by words ([`Table::cell`]) or by its address together with what is expected there
//! ([`Table::cell_at`]), and it is asked for a figure with [`Cell::number`], which never guesses.

mod address;
#[cfg(test)]
mod address_tests;
mod csv;
mod extent;
mod grid;
mod header;
mod hidden;
mod inline;
mod joined;
mod mark;
pub mod messages;
mod number_format;
mod range;
mod sheet_part;
mod spec;
mod table;
mod table_file;
mod unreadable;
mod value;

mod biff;
mod book;
mod cfb;
mod ods;
mod package;
mod xls;
mod xlsx;

pub use address::Address;
pub use grid::{Cell, Grid};
pub use header::Head;
pub use inline::inline;
pub use spec::{Alias, Spec, Words};
pub use table::Table;
pub use table_file::TableFile;
pub use unreadable::unreadable;
pub use value::{Number, Value};

/// The largest file that is read, in bytes. A table of a million cells is well below it.
pub const MAX_FILE_BYTES: usize = 32 << 20;
/// The most cells a table may have, empty ones among them.
pub const MAX_CELLS: usize = 1_000_000;
