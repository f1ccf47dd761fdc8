//! Every message of the tables, in both languages, as a real file brings it about.
//!
//! The texts are in `tests/tables/messages.txt`; `UPDATE_GOLDEN=1 cargo test --test tables_messages`
//! writes them anew.

use avgust::source::{Finding, Findings, Language, Place, SourceId, Sources, Span};
use avgust::tables::{Spec, Table, TableFile, Words, inline, messages};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables")
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn place() -> Place {
    Span::new(SourceId(9), 0, 1).into()
}

fn words(text: &str) -> Words {
    Words::new(text, place())
}

fn spec() -> Spec {
    Spec::new("бюджет", place())
}

fn read(name: &str, bytes: Vec<u8>, spec: &Spec) -> (Option<Table>, Vec<Finding>) {
    let (mut findings, mut sources) = (Findings::default(), Sources::default());
    let source = sources.add_binary(name);
    let file = TableFile::open(source, bytes, &mut sources, &mut findings);
    let table = file.and_then(|mut file| file.table(spec, &mut findings));
    (table, findings.list)
}

/// A file with a table that must be readable.
fn table(text: &str) -> Table {
    let (table, findings) = read("бюджет.csv", text.as_bytes().to_vec(), &spec());
    table.unwrap_or_else(|| panic!("{findings:?}"))
}

const TABLE: &str = "Наименование;2017;2018;2018\n\
    Общее образование;1;;5 чел.\n\
    Дошкольное образование;–;н/д;28.08.2017\n\
    Итого;ИСТИНА;#ДЕЛ/0!;4\n\
    Итого;7;8;9\n";

/// Findings about whole files.
fn about_files() -> Vec<Finding> {
    let encrypted = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"),
        ("content.xml", "<content/>"),
    ]);
    let bomb = zipped(&[("[Content_Types].xml", " ".repeat((8 << 20) + 1).as_str())]);
    let broken = "Общее образование, дошкольное".as_bytes()[..40].to_vec();
    let files = [
        ("бюджет.csv", b"1;2;3\n".repeat(9 << 20)),
        ("бюджет.pdf", b"%PDF".to_vec()),
        ("бюджет.csv", b"\0\0".to_vec()),
        ("бюджет.csv", [b"1;2\n", broken.as_slice(), b"\xff\n"].concat()),
        ("бюджет.csv", "имя;план\nШколы;\"5\n".into()),
        ("бюджет.xlsx", b"hello".to_vec()),
        ("бюджет.ods", encrypted),
        ("бюджет.xlsx", bomb),
        ("бюджет.csv", b"1;2\n".repeat(600_000)),
        ("бюджет.csv", b"\n\n;;\n".to_vec()),
        ("бюджет.csv", "имя;план\n".into()),
        ("бюджет.csv", "Школа,2017\nПервая,12,5\n".into()),
    ];
    files.into_iter().flat_map(|(name, bytes)| read(name, bytes, &spec()).1).collect()
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a name");
        writer.write_all(content.as_bytes()).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

/// Findings about what the pack says of a table.
fn about_specs() -> Vec<Finding> {
    let sheet = Spec { sheet: Some(words("Смета")), ..spec() };
    let range = Spec { range: Some(words("A1–")), ..spec() };
    let text = || TABLE.as_bytes().to_vec();
    let found = [
        read("бюджет.ods", fixture("statistics.ods"), &sheet).1,
        read("бюджет.csv", text(), &sheet).1,
        read("бюджет.csv", text(), &range).1,
        read("сеть.csv", "Школы;2017\nВсего;8\n;\nСады;Детей\nВсего;9\n".as_bytes().to_vec(), &spec()).1,
        read("сеть.csv", "Школы;2017\nВсего;8\n;\n* Без филиала;\n".as_bytes().to_vec(), &spec()).1,
        read("бюджет.xls", fixture("statistics.xls"), &Spec { sheet: Some(words("Бюджет 2017")), ..spec() })
            .1,
    ];
    found.into_iter().flatten().collect()
}

/// Findings about addresses.
fn about_addresses() -> Vec<Finding> {
    let table = table(TABLE);
    [
        table.row(&words("Среднее образование")).err(),
        table.column(&words("план")).err(),
        table.row(&words("Итого")).err(),
        table.column(&words("2018")).err(),
        table.cell_at(&words("7D"), &words("Итого")).err(),
        table.cell_at(&words("D17"), &words("Итого")).err(),
        table.cell_at(&words("B2"), &words("Итого")).err(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Findings about what a cell holds.
fn about_cells() -> Vec<Finding> {
    let table = table(TABLE);
    let cell =
        |address: &str, row: &str| table.cell_at(&words(address), &words(row)).expect("the cell is there");
    let mut findings: Vec<Finding> = [
        cell("C2", "Общее…"),
        cell("B3", "Дошкольное…"),
        cell("C3", "Дошкольное…"),
        cell("D2", "Общее…"),
        cell("D3", "Дошкольное…"),
        cell("B4", "Итого"),
        cell("C4", "Итого"),
    ]
    .into_iter()
    .filter_map(|cell| cell.number().err())
    .collect();
    findings.extend(cell("B5", "Итого").date().err());
    let (ambiguous, _) = read("бюджет.csv", "Школа;2017\nПервая;1.234\n".as_bytes().to_vec(), &spec());
    let ambiguous = ambiguous.expect("a table");
    findings.extend(ambiguous.cell_at(&words("B2"), &words("Первая")).expect("it is there").number().err());
    let spec = Spec { sheet: Some(words("Бюджет 2017")), ..spec() };
    let (table, _) = read("бюджет.xlsx", fixture("uncalculated.xlsx"), &spec);
    let table = table.expect("the fixture is a table");
    findings.extend(table.cell_at(&words("D9"), &words("Всего")).expect("the cell is there").number().err());
    findings
}

#[test]
fn every_message_reads_as_it_should() {
    let mut said = BTreeMap::new();
    for finding in
        about_files().into_iter().chain(about_specs()).chain(about_addresses()).chain(about_cells())
    {
        let mut text = String::new();
        for language in [Language::Russian, Language::English] {
            text.push_str(&format!("  {}\n    {}\n", finding.text(language), finding.hint(language)));
        }
        for line in finding.rewrite.iter().flat_map(|rewrite| rewrite.lines()) {
            text.push_str(&format!("      {line}\n"));
        }
        assert!(!finding.labels.is_empty(), "{} has no place", finding.message.code);
        assert!(!text.contains(['{', '}']) || finding.rewrite.is_some(), "{text}");
        said.insert(finding.message.code, text);
    }
    let missing: Vec<_> =
        messages::ALL.iter().map(|message| message.code).filter(|code| !said.contains_key(code)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "messages that nothing brought about");
    let all: String = said.iter().map(|(code, text)| format!("{code}\n{text}\n")).collect();
    let golden = folder().join("messages.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&golden, &all).expect("the folder is there");
    }
    assert_eq!(all, std::fs::read_to_string(&golden).expect("UPDATE_GOLDEN=1 writes it"));
}

#[test]
fn an_english_pack_is_advised_in_english() {
    let rows = ["Name;2017", "Schools;1", "Total;2", "Total;3"]
        .map(|line| line.split(';').map(words).collect::<Vec<_>>())
        .to_vec();
    let table = inline(rows, &Spec { english: true, ..spec() }, &mut Findings::default()).expect("a table");
    let finding = table.row(&words("total")).expect_err("there are two");
    let advice =
        "rows:\n  total_1: { cell: B3, expect: \"Total\" }\n  total_2: { cell: B4, expect: \"Total\" }";
    assert_eq!(finding.rewrite.as_deref(), Some(advice));
}
