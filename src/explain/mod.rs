//! Where a figure comes from, where it stands, and what would change with a cell.
//!
//! [`Subject`] is what somebody asks about; an [`Explanation`] is made of the documents' own lists
//! of dependencies (the origins of their inlines) and of nothing else. `print` tells it to a
//! reader, `json` to a program.

mod explanation;
mod json;
mod print;
mod subject;

pub use explanation::{Change, Explanation, Node, Spot};
pub use json::to_json;
pub use print::to_text;
pub use subject::{Cells, CellsKind, Subject, find};
