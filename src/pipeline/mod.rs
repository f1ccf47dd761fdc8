//! From a folder to finished files: the rooms one after another, once.
//!
//! [`load`] reads everything a pack has and collects every error of pack, tables and texts;
//! [`make`] makes one document of it. Nothing here writes to the disk.

mod figures;
mod load;
mod make;
pub mod messages;
mod names;
mod register;
mod timing;

pub use load::{DocumentFile, Loaded, Sheets, load};
pub use make::{File, Format, Made, assembled, make};
