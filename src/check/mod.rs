//! Checks: what a careful deputy would notice before the chair signs.
//!
//! A check is a file of its own, or a folder where it is large, with its code, its explanation and
//! a function that looks through a [`View`] of the pack; [`CHECKS`] lists them all. How a pack is read
//! for them stands in `reading/`, what becomes of findings in `outcome/`. [`check`] runs them once, sets their
//! severity as the pack asks, and leaves out what is silenced at its place.

mod abbreviation;
mod appg_spacing;
#[allow(clippy::module_inception)]
mod check;
mod collective_verb;
mod conference_date;
mod conference_name;
mod dashes;
mod date_forms;
mod day_off;
mod deadline_after_year;
mod deadline_before;
mod deadline_forms;
mod deadline_twice;
mod direction;
mod double_space;
mod doubled_unit;
mod doubled_word;
mod exact_after_over;
pub mod explain;
mod far_deadline;
mod fused_initials;
mod impossible_date;
mod initials;
mod leftovers;
mod list_punctuation;
mod long_sentence;
mod long_slide;
mod lost_number;
pub mod messages;
mod misspelt_cue;
mod mixed_alphabet;
mod mixed_verbs;
mod name_spelling;
mod number_agreement;
mod number_forms;
mod number_sign;
mod numbered_twice;
mod outcome;
mod outlier;
mod percent_total;
mod placeholder;
mod programme_times;
mod quotation_marks;
mod reading;
mod repeated_column;
mod repeated_signer;
mod repeated_task;
mod reported_year;
mod school_year_forms;
mod school_years;
mod share_base;
mod sheet_without_cue;
mod single_braces;
mod stale_year;
mod table_total;
mod task_without_deadline;
mod task_without_responsible;
mod text_total;
mod title_form;
mod title_length;
mod two_roundings;
mod typed_figure;
mod typed_number;
mod unclosed_pair;
mod unit_mismatch;
mod unknown_signer;
mod unreferenced_table;
mod wrong_share;

pub use check::{Both, Check};
pub use outcome::{Correction, Corrections, decisions, sarif, told};
pub use reading::{Bound, Field, FieldKind, Kind, Number, NumberRole, Sentence, Token, View};

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
    &number_agreement::CHECK,
    &collective_verb::CHECK,
    &appg_spacing::CHECK,
    &deadline_before::CHECK,
    &deadline_after_year::CHECK,
    &day_off::CHECK,
    &deadline_twice::CHECK,
    &reported_year::CHECK,
    &school_years::CHECK,
    &conference_date::CHECK,
    &conference_name::CHECK,
    &impossible_date::CHECK,
    &typed_number::CHECK,
    &lost_number::CHECK,
    &unreferenced_table::CHECK,
    &sheet_without_cue::CHECK,
    &misspelt_cue::CHECK,
    &task_without_deadline::CHECK,
    &task_without_responsible::CHECK,
    &repeated_task::CHECK,
    &list_punctuation::CHECK,
    &mixed_verbs::CHECK,
    &title_form::CHECK,
    &title_length::CHECK,
    &date_forms::CHECK,
    &school_year_forms::CHECK,
    &deadline_forms::CHECK,
    &initials::CHECK,
    &quotation_marks::CHECK,
    &dashes::CHECK,
    &number_sign::CHECK,
    &number_forms::CHECK,
    &double_space::CHECK,
    &doubled_word::CHECK,
    &unclosed_pair::CHECK,
    &mixed_alphabet::CHECK,
    &leftovers::CHECK,
    &abbreviation::CHECK,
    &long_sentence::CHECK,
    &long_slide::CHECK,
    &name_spelling::CHECK,
    &fused_initials::CHECK,
    &unknown_signer::CHECK,
    &doubled_unit::CHECK,
    &far_deadline::CHECK,
    &numbered_twice::CHECK,
    &placeholder::CHECK,
    &programme_times::CHECK,
    &repeated_signer::CHECK,
    &single_braces::CHECK,
    &stale_year::CHECK,
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

/// Looks through a pack with every check. What was `said` before under a check's code, by the
/// room that reads a report, is taken over: it is graded and silenced as all the others.
pub fn check(loaded: &Loaded, sources: &Sources, said: &mut Findings) -> Findings {
    let view = View::new(loaded, sources);
    let (own, others) = std::mem::take(&mut said.list).into_iter().partition(is_check);
    said.list = others;
    let mut findings = Findings { list: own };
    CHECKS.iter().for_each(|check| (check.run)(&view, &mut findings));
    let mut findings = outcome::level::set(&loaded.facts, findings);
    outcome::silence::apply(&view, &mut findings);
    findings
}
