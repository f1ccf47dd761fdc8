//! `avgust explain`: where a figure comes from, and every place where it stands.

use super::{Status, print, print_json, say_findings};
use crate::explain::{Explanation, find, to_json, to_text};
use crate::pipeline::{DocumentFile, Loaded, Made, load, make_all};
use crate::source::{self, Findings, Folder, Language, Severity, Sources};
use std::path::Path;

/// Explains a name of a pack.
pub fn run(name: &str, pack: &Path, json: bool, language: Language) -> Status {
    let folder = Folder::new(pack);
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let loaded = load(&folder, &mut sources, &mut findings);
    let made = loaded.as_ref().map_or_else(Vec::new, |loaded| made(loaded, &sources, &mut findings));
    if let (Some(loaded), false) = (&loaded, findings.has_errors()) {
        match find(name, loaded, &made, &sources) {
            Ok(subject) => {
                let explanation = Explanation::of(subject, loaded, &made);
                print(&match json {
                    true => format!("{:#}\n", to_json(&explanation, &sources)),
                    false => to_text(&explanation, &sources, language),
                });
                return Status::Done;
            }
            Err(finding) => findings.push(finding),
        }
    }
    // What is only to be heeded is said by `build`; here it would hide the answer.
    findings.list.retain(|finding| finding.severity == Severity::Error);
    match json {
        true => print_json(&source::json(&findings, &sources, language)),
        false => say_findings(&findings, &sources, language),
    }
    Status::of(&findings)
}

/// All documents, set on pages but not written.
fn made<'l>(loaded: &'l Loaded, sources: &Sources, findings: &mut Findings) -> Vec<(&'l str, Made)> {
    let documents: Vec<&DocumentFile> = loaded.documents.iter().collect();
    let made = make_all(loaded, &documents, &[], sources, findings, &|| ());
    made.into_iter().map(|document| (document.name, document.made)).collect()
}
