//! Standard output and standard error.

use super::why;
use crate::output::messages::CANNOT_WRITE;
use crate::source::{Finding, Findings, Language, Severity, Sources, render};
use std::io::{self, IsTerminal, Write};
use std::sync::OnceLock;

/// Why standard output could not take a result: the stream belongs to the process, and so does
/// this.
static BROKEN: OnceLock<io::Error> = OnceLock::new();

/// Prints a result to standard output; where that fails, [`unprinted`] says so at the end.
pub fn print(text: &str) {
    let mut output = io::stdout().lock();
    if let Err(error) = output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        // The first reason is the one to tell.
        let _ = BROKEN.set(error);
    }
}

/// Prints JSON to standard output.
pub fn print_json(json: &serde_json::Value) {
    print(&format!("{}\n", serde_json::to_string_pretty(json).unwrap_or_default()));
}

/// What kept results from being printed. A reader that has gone away, as `head` does, has read
/// what it wanted.
pub fn unprinted() -> Option<Finding> {
    let error = BROKEN.get().filter(|error| error.kind() != io::ErrorKind::BrokenPipe)?;
    let name = ("стандартный вывод".to_owned(), "standard output".to_owned());
    Some(Finding::new(&CANNOT_WRITE).arg("file", name).arg("why", why(error)))
}

/// Says something on standard error.
pub fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Says the findings on standard error, coloured in a terminal. Of many, the gravest come last,
/// where they are still in sight.
pub fn say_findings(findings: &Findings, sources: &Sources, language: Language) {
    let color =
        io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let parts = match findings.list.len() > IN_SIGHT {
        true => by_severity(findings),
        false => vec![findings.clone()],
    };
    let texts: Vec<String> = parts
        .iter()
        .map(|part| render(part, sources, language, color))
        .filter(|text| !text.is_empty())
        .collect();
    say(&texts.join("\n"));
}

/// So many findings are in sight at once.
const IN_SIGHT: usize = 10;

fn by_severity(findings: &Findings) -> Vec<Findings> {
    let of = |severity: Severity| Findings {
        list: findings.list.iter().filter(|finding| finding.severity == severity).cloned().collect(),
    };
    [Severity::Note, Severity::Warning, Severity::Error].map(of).into()
}

/// The findings that a build tells: notes only as far as they are in sight, for they are the same
/// at every build; gives how many are left out.
pub fn without_most_notes(findings: &Findings) -> (Findings, usize) {
    let sorted = findings.sorted();
    let is_note = |finding: &&&Finding| finding.severity == Severity::Note;
    let left_out = sorted.iter().filter(is_note).count().saturating_sub(IN_SIGHT);
    let mut notes = 0;
    let told = |finding: &&Finding| {
        notes += usize::from(finding.severity == Severity::Note);
        finding.severity != Severity::Note || notes <= IN_SIGHT
    };
    (Findings { list: sorted.into_iter().filter(told).cloned().collect() }, left_out)
}

/// How many findings there are of each severity.
pub fn counts(findings: &Findings) -> [usize; 3] {
    let sorted = findings.sorted();
    [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| sorted.iter().filter(|finding| finding.severity == severity).count())
}
