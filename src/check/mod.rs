//! Checks: what a careful deputy would notice before the chair signs.
//!
//! A check is a file of its own with its code, its explanation and a function that looks through
//! a [`View`] of the pack; [`CHECKS`] lists them all. [`check`] runs them once, sets their
//! severity as the pack asks, and leaves out what is silenced at its place.

#[allow(clippy::module_inception)]
mod check;
mod direction;
mod exact_after_over;
pub mod explain;
mod fields;
mod level;
pub mod messages;
mod number;
mod outlier;
mod percent_total;
mod phrases;
mod repeated_column;
mod sarif;
mod sentence;

mod sentences;
mod share_base;
mod silence;
mod table_rows;
mod table_total;
mod text_total;
mod two_roundings;
mod typed_figure;
mod unit_mismatch;
mod view;
mod wrong_share;

pub use check::{Both, Check};
pub use sarif::sarif;
pub use sentence::{Kind, Number, NumberRole, Sentence, Token};
pub use view::{Bound, Field, FieldKind, View};

use crate::pipeline::Loaded;
use crate::source::{Finding, Findings, Message, Sources};

/// All checks, in the order in which they run and are listed.
pub static CHECKS: &[&Check] = &[
    &typed_figure::CHECK,
    &wrong_share::CHECK,
    &table_total::CHECK,
    &text_total::CHECK,
    &percent_total::CHECK,
    &share_base::CHECK,
    &unit_mismatch::CHECK,
    &exact_after_over::CHECK,
    &two_roundings::CHECK,
    &repeated_column::CHECK,
    &outlier::CHECK,
    &direction::CHECK,
];

/// The check of a code.
pub fn of_code(code: &str) -> Option<&'static Check> {
    CHECKS.iter().copied().find(|check| check.code == code)
}

/// Whether a finding is a check's, and not the build's own.
pub fn is_check(finding: &Finding) -> bool {
    of_code(finding.message.code).is_some()
}

/// The messages of all checks.
pub fn messages() -> impl Iterator<Item = &'static Message> {
    CHECKS.iter().flat_map(|check| check.messages).copied()
}

/// Looks through a pack with every check.
pub fn check(loaded: &Loaded, sources: &Sources) -> Findings {
    let view = View::new(loaded, sources);
    let mut findings = Findings::default();
    CHECKS.iter().for_each(|check| (check.run)(&view, &mut findings));
    let mut findings = level::set(&loaded.facts, findings);
    silence::apply(&view, &mut findings);
    findings
}
