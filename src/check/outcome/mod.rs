//! What becomes of findings: their severity, their silence, their corrections, and the forms in
//! which they are told.

mod corrections;
mod decisions;
pub(super) mod level;
mod mend;
mod sarif;
pub(super) mod silence;

pub use corrections::{Correction, Corrections};
pub use decisions::{decisions, told};
pub use sarif::sarif;
