//! Pictures of a pack: PNG and JPEG files, their size and their dots.
//!
//! A [`Picture`] is a file that was looked through and found sound, with the bytes it has:
//! writers of Office files put these bytes in as they are, `pdf` does so with JPEG, and whoever
//! draws asks for the [`Pixels`]. Everything here may be hostile: what a header promises is not
//! allocated before the data keep it.

mod exif;
mod jpeg;
pub mod messages;
#[allow(clippy::module_inception)]
mod picture;
mod pixels;
mod png;

#[cfg(test)]
mod tests;

pub use picture::{Form, Picture};
pub use pixels::Pixels;
