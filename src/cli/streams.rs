//! Standard output and standard error.

use super::why;
use crate::output::messages::CANNOT_WRITE;
use crate::russian::plural;
use crate::source::{Finding, Findings, Language, Severity, Sources, render};
use rust_decimal::Decimal;
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

/// Says the findings on standard error, coloured in a terminal; the gravest come last, where they
/// are still in sight.
pub fn say_findings(findings: &Findings, sources: &Sources, language: Language) {
    let parts = by_severity(findings).map(|part| render(&part, sources, language, is_colored()));
    say_parts(parts);
}

/// Says the findings of a build. Its notes are the same at every build: of those with one code the
/// first is said, and where the others stand, as far as they are in sight. Gives how many were not
/// said as a whole.
pub fn say_findings_in_short(findings: &Findings, sources: &Sources, language: Language) -> usize {
    let [notes, warnings, errors] = by_severity(findings);
    let sorted = notes.sorted();
    let mut kinds: Vec<Vec<&Finding>> = Vec::new();
    for note in &sorted {
        // What has no place cannot be told by places.
        let code = Some(note.message.code).filter(|_| !note.labels.is_empty());
        match kinds.iter_mut().find(|kind| kind.first().map(|first| first.message.code) == code) {
            Some(kind) => kind.push(note),
            None => kinds.push(vec![note]),
        }
    }
    kinds.truncate(IN_SIGHT);
    let told = |kind: &Vec<&Finding>| {
        let first = Findings { list: kind.iter().take(1).map(|note| (*note).clone()).collect() };
        let alike = alike(kind.get(1..).unwrap_or_default(), sources, language);
        render(&first, sources, language, is_colored()) + &alike
    };
    let notes = kinds.iter().map(told).collect::<Vec<_>>().join("\n");
    let [warnings, errors] = [warnings, errors].map(|part| render(&part, sources, language, is_colored()));
    say_parts([notes, warnings, errors]);
    sorted.len() - kinds.len()
}

/// Where the notes stand that say the same of other places.
fn alike(notes: &[&Finding], sources: &Sources, language: Language) -> String {
    if notes.is_empty() {
        return String::new();
    }
    let places = notes.iter().filter_map(|note| note.labels.first());
    let places: Vec<String> =
        places.take(PLACES).map(|label| sources.describe(&label.place, language)).collect();
    let more = if notes.len() > places.len() { "; …" } else { "" };
    let (places, count) = (places.join("; "), notes.len());
    match language {
        Language::Russian => {
            let words = plural::word(Decimal::from(count), "такая же|такие же|таких же").unwrap_or_default();
            format!(" = и ещё {count} {words}: {places}{more}\n")
        }
        Language::English => format!(" = and {count} more of the kind: {places}{more}\n"),
    }
}

fn say_parts(parts: [String; 3]) {
    let parts: Vec<String> = parts.into_iter().filter(|text| !text.is_empty()).collect();
    say(&parts.join("\n"));
}

fn is_colored() -> bool {
    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// So many findings are in sight at once.
const IN_SIGHT: usize = 10;
/// So many places of notes that say the same are named.
const PLACES: usize = 5;

/// Notes, warnings, errors.
fn by_severity(findings: &Findings) -> [Findings; 3] {
    let of = |severity: Severity| Findings {
        list: findings.list.iter().filter(|finding| finding.severity == severity).cloned().collect(),
    };
    [Severity::Note, Severity::Warning, Severity::Error].map(of)
}

/// How many findings there are of each severity.
pub fn counts(findings: &Findings) -> [usize; 3] {
    let sorted = findings.sorted();
    [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| sorted.iter().filter(|finding| finding.severity == severity).count())
}
