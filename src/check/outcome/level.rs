//! The severity that a pack gives to checks.

use crate::check::CHECKS;
use crate::check::messages::UNKNOWN_CHECK;
use crate::check::of_code;
use crate::pack::facts::Facts;
use crate::pack::read::advice;
use crate::source::{Finding, Findings};

/// The findings with the severity that the pack gives their checks, without those that it
/// switches off; a code that nobody has is a finding.
pub(in crate::check) fn set(facts: &Facts, findings: Findings) -> Findings {
    let mut kept = Findings::default();
    for mut finding in findings.list {
        match facts.checks.get(finding.message.code).map(|level| level.0) {
            None => kept.push(finding),
            Some(None) => {}
            Some(Some(severity)) => {
                finding.severity = severity;
                kept.push(finding);
            }
        }
    }
    for (code, _) in &facts.checks.0 {
        if of_code(&code.value).is_none() {
            let finding = Finding::new(&UNKNOWN_CHECK).arg("code", code.value.as_str());
            kept.push(finding.arg("known", known(&code.value)).at(code.span));
        }
    }
    kept
}

/// The code like `code`, or where all are listed.
pub(in crate::check) fn known(code: &str) -> (String, String) {
    let none = ("исправьте код", "correct the code");
    match crate::pack::read::nearest(code, CHECKS.iter().map(|check| check.code)) {
        Some(_) => advice(code, || CHECKS.iter().map(|check| check.code), none),
        None => (none.0.to_owned(), none.1.to_owned()),
    }
}
