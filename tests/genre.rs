//! Everything that the genre contains: orders of the head, forms of dates and of responsible persons,
//! marks mixed from branch to branch, typed lists, tables and charts within clauses, signatures,
//! appendices. The documents of the pack `tests/genre` say the same in PDF and in Word, whole, and what
//! they say is kept beside them: the text, the tags of the PDF, the XML of the Word file
//! (`UPDATE_GOLDEN=1` rewrites it).

mod support;

#[path = "support/binary.rs"]
mod binary;

use std::fs;
use std::path::Path;
use support::{docx_text, golden, pdf_text};

#[test]
fn both_files_say_all_that_the_genre_contains() {
    let place = tempfile::tempdir().expect("a folder");
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/genre");
    let mut names = Vec::new();
    for entry in fs::read_dir(pack).expect("the pack").map(|entry| entry.expect("a file").path()) {
        let name = entry.file_name().expect("a name").to_string_lossy().into_owned();
        if let Some(stem) = name.strip_suffix(".yaml") {
            fs::copy(&entry, place.path().join(&name)).expect("copied");
            names.extend((stem != "pack").then(|| stem.to_owned()));
        }
    }
    let output = binary::avgust(place.path()).args(["build", "--no-check"]).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{said}");
    assert!(names.len() >= 7, "{names:?}");
    for name in names {
        let file = |end: &str| fs::read(place.path().join(format!("out/{name}.{end}"))).expect("written");
        let pdf = pdf_text::logical_text(&file("pdf"));
        let docx = docx_text::lines(&file("docx")).join("\n");
        // A break within a line of the head is a space to a reader of the PDF.
        assert_eq!(pdf.replace('\n', " "), docx.replace('\n', " "), "{name}");
        golden::check(&format!("tests/genre/{name}.txt"), &(pdf + "\n"));
        let tree = pdf_text::TaggedPdf::read(&file("pdf")).structure().sketch();
        golden::check(&format!("tests/genre/{name}.tree.txt"), &tree);
        let main = docx_text::part(&file("docx"), "word/document.xml");
        golden::check(&format!("tests/genre/{name}.docx.txt"), &support::xml::normalised(&main));
    }
}
