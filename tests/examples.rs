//! The packs of `examples/`, built by the program as a user builds them.
//!
//! Each builds without errors and warnings, twice to the same bytes; its PDF and its Word file
//! say the same; what they say is kept as text in `tests/examples/` (`UPDATE_GOLDEN=1`
//! rewrites it).

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output};
use support::{docx_text, golden, pdf_text};

/// The finished files of an example by name.
type Files = BTreeMap<String, Vec<u8>>;

fn run(example: &str, out: &Path) -> Output {
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(example);
    let mut command = Command::new(env!("CARGO_BIN_EXE_avgust"));
    command.arg("--lang").arg("ru").arg("build").arg(pack).arg("--out").arg(out).env("NO_COLOR", "1");
    command.output().expect("the program runs")
}

/// Builds an example into a folder of its own.
fn build(example: &str) -> Files {
    let out = tempfile::tempdir().expect("a folder");
    let output = run(example, out.path());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{example}: {said}");
    assert!(!said.contains('['), "{example} builds with findings: {said}");
    let entries = std::fs::read_dir(out.path()).expect("the finished files");
    let file = |entry: std::io::Result<std::fs::DirEntry>| {
        let entry = entry.expect("a file");
        let bytes = std::fs::read(entry.path()).expect("its bytes");
        (entry.file_name().to_string_lossy().into_owned(), bytes)
    };
    entries.map(file).collect()
}

fn pdf_lines(files: &Files, document: &str) -> Vec<String> {
    pdf_text::logical_text(&files[&format!("{document}.pdf")]).lines().map(str::to_owned).collect()
}

/// A line break within a paragraph reads as a space; the first sheet's footer comes last, as in the PDF.
fn docx_lines(files: &Files, document: &str) -> Vec<String> {
    let docx = &files[&format!("{document}.docx")];
    let lines = [docx_text::lines(docx), docx_text::footer_lines(docx)].concat();
    lines.iter().map(|line| line.replace('\n', " ")).collect()
}

/// Builds an example twice, compares PDF and Word file of each document, and both with the text
/// that is kept.
fn check(example: &str, documents: &[&str]) -> Files {
    let files = build(example);
    assert_eq!(files, build(example), "{example}: two builds differ");
    for document in documents {
        let (pdf, docx) = (pdf_lines(&files, document), docx_lines(&files, document));
        for (pdf, docx) in pdf.iter().zip(&docx) {
            assert_eq!(pdf, docx, "{example}, {document}: PDF and DOCX say different things");
        }
        assert_eq!(pdf.len(), docx.len(), "{example}, {document}: one of the files says more");
        golden::check(&format!("tests/examples/{example}.{document}.txt"), &(pdf.join("\n") + "\n"));
        let tree = pdf_text::TaggedPdf::read(&files[&format!("{document}.pdf")]).structure().sketch();
        golden::check(&format!("tests/examples/{example}.{document}.tree.txt"), &tree);
    }
    files
}

#[test]
fn kamenogorsk() {
    let files = check(
        "kamenogorsk",
        &["доклад", "доклад – для выступления", "тезисы", "резолюция", "программа", "реестр"],
    );
    let paragraphs = docx_text::paragraphs(&files["резолюция.docx"]);
    let tasks = paragraphs.iter().filter(|p| p.label.matches('.').count() == 2);
    assert!(tasks.count() >= 21, "at least 21 tasks");
    let groups = paragraphs.iter().filter(|p| p.style == "group" && p.label.matches('.').count() == 1);
    assert_eq!(groups.count(), 3, "three groups of addressees");
    let deadlines: BTreeSet<&str> =
        paragraphs.iter().filter(|p| p.style == "due").map(|p| p.text.as_str()).collect();
    assert!(deadlines.len() >= 8, "eight wordings of deadlines: {deadlines:?}");
    assert_eq!(paragraphs.iter().filter(|p| p.style == "groupdue").count(), 1);
}

#[test]
fn the_figures_of_the_text_are_those_of_the_table() {
    let text = pdf_lines(&build("kamenogorsk"), "резолюция");
    let text: Vec<String> = text.iter().map(|line| line.replace('\u{a0}', " ")).collect();
    let total = text.iter().position(|line| line == "Всего").expect("the table's last row");
    let [before, now] = [2, 4].map(|column| figure(&text[total + column]));
    let sentence = text.iter().find(|line| line.starts_with("Расходы на образование")).expect("the sentence");
    let millions = format!("{:.1}", now / 1000.0).replace('.', ",");
    assert!(sentence.contains(&format!("{millions} млн руб.")), "{sentence}: {millions}");
    let growth = format!("{:.1}", (now / before - 1.0) * 100.0).replace('.', ",");
    assert!(sentence.contains(&format!("на {growth} % больше")), "{sentence}: {growth}");
    assert_eq!(text[total + 5], growth);
    let schools = text.iter().position(|line| line == "Общее образование").expect("the schools' row");
    let share = format!("{:.1}", figure(&text[schools + 4]) / now * 100.0).replace('.', ",");
    assert!(sentence.contains(&format!("приходится {share} %")), "{sentence}: {share}");
}

/// `804 782` as a number.
fn figure(printed: &str) -> f64 {
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    digits.parse().expect("a figure")
}

#[test]
fn decision() {
    check("decision", &["решение"]);
}

#[test]
fn bullets() {
    check("bullets", &["решение"]);
}

#[test]
fn district() {
    let files =
        check("district", &["доклад", "доклад – для выступления", "тезисы", "рекомендации", "реестр"]);
    let text = pdf_lines(&files, "рекомендации").join("\n");
    for letter in "ҕҥөһүҔҤӨҺҮ".chars() {
        assert!(text.contains(letter), "the table has no {letter}");
    }
}
