//! Finished files on the disk: written whole or not at all, never over a person's own work,
//! with a manifest that says what was made from what.

mod folder;
mod manifest;
pub mod messages;
mod name;
mod turn;
mod whole;

pub use folder::{OutputFolder, Written};
pub use manifest::{Ingredient, Manifest, Product, Shown};
pub use name::check_name;
pub use whole::{create, replace, rewrite};
