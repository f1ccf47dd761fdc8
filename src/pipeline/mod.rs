//! From a folder to finished files: the rooms one after another, once.
//!
//! [`load`] reads everything a pack has and collects every error of pack, tables and texts;
//! [`make`] makes one document of it. Nothing here writes to the disk.

mod all;
mod digest;
mod figures;
mod glyphs;
mod load;
mod loaded;
mod make;
pub mod messages;
mod names;
mod no_pack;
mod read_document;
mod register;
mod stand;
mod timing;

pub use all::{MadeDocument, look_at_all, make_all};
pub use figures::Book;
pub use load::{is_pack, load};
pub use loaded::{Content, DocumentFile, Loaded, Sheets};
pub use make::{File, Format, Made, assembled, make, measures};
pub use no_pack::{no_pack, pack_of, typed_path};
pub use stand::Stand;
