//! The register of tasks: from resolutions to rows, in the order that was asked for.
//!
//! [`entries`] picks the tasks with what is valid for them; layouts get them as handles. A [`Row`]
//! is an entry in plain words, as spreadsheets and calendars need it.

mod entry;
mod row;

pub use entry::{Entry, Group, Listed, columns, entries, groups};
pub use row::{Row, Sheet};
