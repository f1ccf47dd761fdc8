//! `avgust schema`: the JSON Schema of a pack's files.

use super::{Status, is_refused, print};
use crate::layout::Library;
use crate::pack::schema;
use crate::pack::shape::Record;
use crate::source::{Folder, Language};
use std::path::Path;

/// Prints the schema, with the layouts that a pack keeps beside its facts.
pub fn run(pack: Option<&Path>, language: Language) -> Status {
    if is_refused(pack, language) {
        return Status::Failed;
    }
    let folder = Folder::new(pack.unwrap_or(Path::new(".")));
    print(&text(&Library::open(&folder), &folder, language));
    Status::Done
}

/// The schema with the layouts of the program, as it is written beside a new pack.
pub fn of_program(language: Language) -> String {
    text(&Library::built_in(), &Folder::new(""), language)
}

fn text(library: &Library, folder: &Folder, language: Language) -> String {
    let summaries = library.summaries(folder);
    let records: Vec<&Record> = summaries.iter().map(|summary| &summary.record).collect();
    let mut text = serde_json::to_string_pretty(&schema::schema(&records, language)).unwrap_or_default();
    text.push('\n');
    text
}
