//! Files that nobody should have made: each is answered with a finding, never with a panic.

use avgust::source::{Findings, Place, SourceId, Sources, Span};
use avgust::tables::{Spec, Table, TableFile, Words};
use proptest::prelude::*;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read_with(name: &str, bytes: Vec<u8>, spec: &Spec) -> (Option<Table>, Vec<&'static str>) {
    let (mut findings, mut sources) = (Findings::default(), Sources::default());
    let source = sources.add_binary(name);
    let file = TableFile::open(source, bytes, &mut sources, &mut findings);
    let table = file.and_then(|mut file| file.table(spec, &mut findings));
    (table, findings.list.iter().map(|finding| finding.message.code).collect())
}

fn codes(name: &str, bytes: Vec<u8>) -> Vec<&'static str> {
    read_with(name, bytes, &Spec::new("бюджет", place())).1
}

fn place() -> Place {
    Span::new(SourceId(9), 0, 1).into()
}

/// The parts of an archive, changed and packed again.
fn repack(bytes: &[u8], mut change: impl FnMut(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a fixture is an archive");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a fixture has all its parts");
        let name = part.name().expect("a fixture names its parts").to_string();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("a fixture unpacks");
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        writer.start_file(name.as_str(), options).expect("a name");
        writer.write_all(&change(&name, content)).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

/// One part of an archive with a text replaced in it.
fn replaced(fixture_name: &str, part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut hits = 0;
    let bytes = repack(&fixture(fixture_name), |name, content| {
        if name != part {
            return content;
        }
        let text = String::from_utf8(content).expect("parts are text");
        hits += text.matches(from).count();
        text.replace(from, to).into_bytes()
    });
    assert!(hits > 0, "{from} is not in {part}");
    bytes
}

#[test]
fn a_zip_bomb_is_too_large() {
    let bomb = repack(&fixture("statistics.xlsx"), |name, content| match name {
        "xl/worksheets/sheet1.xml" => vec![b' '; (128 << 20) + 1],
        _ => content,
    });
    assert!(bomb.len() < 1 << 20);
    assert_eq!(codes("бюджет.xlsx", bomb), ["spreadsheet-too-large"]);
    let styles = repack(&fixture("statistics.xlsx"), |name, content| match name {
        "xl/styles.xml" => vec![b' '; (8 << 20) + 1],
        _ => content,
    });
    assert_eq!(codes("бюджет.xlsx", styles), ["spreadsheet-too-large"]);
}

#[test]
fn a_zip_bomb_that_denies_its_size_is_found_by_unpacking() {
    let mut bomb = repack(&fixture("statistics.ods"), |name, content| match name {
        "content.xml" => vec![b' '; (128 << 20) + 1],
        _ => content,
    });
    let honest = ((128u32 << 20) + 1).to_le_bytes();
    let found: Vec<usize> = (0..bomb.len() - 4).filter(|&at| bomb[at..at + 4] == honest).collect();
    assert!(!found.is_empty());
    for at in found {
        bomb[at..at + 4].copy_from_slice(&1000u32.to_le_bytes());
    }
    let codes = codes("бюджет.ods", bomb);
    assert!(codes == ["spreadsheet-too-large"] || codes == ["spreadsheet-broken"], "{codes:?}");
}

#[test]
fn a_claimed_dimension_costs_nothing() {
    let sheet = "xl/worksheets/sheet2.xml";
    let spec =
        Spec { sheet: Some(Words::new("Бюджет 2017", place())), ..Spec::new("бюджет", place()) };
    for claim in ["A1:XFD1048576", "C9:A1", "", "A1:A99999999999999999999"] {
        let bytes = replaced("statistics.xlsx", sheet, "A1:G9\"/>", &format!("{claim}\"/>"));
        let (table, codes) = read_with("бюджет.xlsx", bytes, &spec);
        assert!(table.is_some() || codes == ["spreadsheet-broken"], "{claim}: {codes:?}");
    }
    let bytes = replaced(
        "statistics.xlsx",
        sheet,
        "<mergeCell ref=\"A2:A3\"/>",
        "<mergeCell ref=\"A2:XFD1048576\"/>",
    );
    let (_, codes) = read_with("бюджет.xlsx", bytes, &spec);
    assert!(!codes.is_empty());
}

#[test]
fn a_cell_at_the_far_corner_is_answered_with_a_range() {
    let bytes = replaced("statistics.xlsx", "xl/worksheets/sheet2.xml", "\"A9\"", "\"XFD1048576\"");
    let mut spec =
        Spec { sheet: Some(Words::new("Бюджет 2017", place())), ..Spec::new("бюджет", place()) };
    assert_eq!(read_with("бюджет.xlsx", bytes.clone(), &spec).1, ["table-too-many-cells"]);
    spec.range = Some(Words::new("A1:G8", place()));
    assert!(read_with("бюджет.xlsx", bytes, &spec).0.is_some());
}

#[test]
fn repeated_cells_are_counted_before_they_are_unfolded() {
    let spec =
        Spec { sheet: Some(Words::new("Бюджет 2017", place())), ..Spec::new("бюджет", place()) };
    let many = "<table:table-row table:number-rows-repeated=\"4000000000\"><table:table-cell \
                office:value-type=\"float\" office:value=\"1\" \
                table:number-columns-repeated=\"4000000000\"/></table:table-row></table:table>";
    let bytes = replaced("statistics.ods", "content.xml", "</table:table>", many);
    assert_eq!(read_with("бюджет.ods", bytes, &spec).1, ["table-too-many-cells"]);
    let spaces = "<text:p><text:s text:c=\"4000000000\"/></text:p>";
    let bytes = replaced("statistics.ods", "content.xml", "<text:p>Всего</text:p>", spaces);
    assert!(read_with("бюджет.ods", bytes, &spec).0.is_some());
}

#[test]
fn a_claim_of_countless_strings_is_refused() {
    let bytes = repack(&fixture("statistics.xlsx"), |name, content| match name {
        "xl/sharedStrings.xml" => {
            let text = String::from_utf8(content).expect("parts are text");
            let (before, after) = text.split_once("uniqueCount=\"").expect("strings are counted");
            let (_, after) = after.split_once('"').expect("the count ends");
            format!("{before}uniqueCount=\"99999999999999\"{after}").into_bytes()
        }
        _ => content,
    });
    assert_eq!(codes("бюджет.xlsx", bytes), ["spreadsheet-broken"]);
}

#[test]
fn fifty_megabytes_of_text_are_too_large() {
    assert_eq!(codes("бюджет.csv", b"1;2;3\n".repeat(9 << 20)), ["table-file-too-large"]);
}

#[test]
fn more_cells_than_a_table_may_have_are_too_many() {
    assert_eq!(codes("бюджет.csv", b"1;2\n".repeat(600_000)), ["table-too-many-cells"]);
    let wide_and_long = [b";".repeat(20_000), b"1".to_vec(), b"\n".repeat(20_000), b"1".to_vec()].concat();
    assert_eq!(codes("бюджет.csv", wide_and_long), ["table-too-many-cells"]);
}

#[test]
fn other_files_under_the_name_of_a_table_are_refused() {
    assert_eq!(codes("бюджет.xlsx", b"hello".to_vec()), ["spreadsheet-broken"]);
    assert_eq!(codes("бюджет.xlsx", b"PK\x03\x04".to_vec()), ["spreadsheet-broken"]);
    assert_eq!(codes("бюджет.xlsx", Vec::new()), ["spreadsheet-broken"]);
    assert_eq!(codes("бюджет.csv", Vec::new()), ["table-empty"]);
    assert_eq!(codes("бюджет.csv", b"\x89PNG\r\n\x1a\n\0\0".to_vec()), ["table-not-text"]);
    assert_eq!(codes("бюджет.pdf", b"%PDF-1.7".to_vec()), ["table-unknown-format"]);
    let (table, codes) = read_with("бюджет.csv", fixture("uncalculated.xlsx"), &Spec::new("б", place()));
    assert!(table.is_some(), "bytes decide over the name: {codes:?}");
}

/// Some bytes of a file written over.
fn spoil(bytes: &mut [u8], changes: &[(proptest::sample::Index, u8)]) {
    for (index, value) in changes {
        if !bytes.is_empty() {
            let at = index.index(bytes.len());
            bytes[at] = *value;
        }
    }
}

fn changes() -> impl Strategy<Value = Vec<(proptest::sample::Index, u8)>> {
    proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6)
}

/// Reads every sheet; only panics are wrong.
fn read_all(name: &str, bytes: Vec<u8>) {
    let (mut findings, mut sources) = (Findings::default(), Sources::default());
    let source = sources.add_binary(name);
    let Some(mut file) = TableFile::open(source, bytes, &mut sources, &mut findings) else {
        assert!(findings.has_errors());
        return;
    };
    for sheet in file.sheets() {
        let spec = Spec { sheet: Some(Words::new(sheet, place())), ..Spec::new("бюджет", place()) };
        let mut findings = Findings::default();
        let table = file.table(&spec, &mut findings);
        assert!(table.is_some() || findings.has_errors());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn spoilt_files_are_read_or_refused(changes in changes(), which in 0usize..3, cut in any::<proptest::sample::Index>()) {
        let name = ["statistics.xlsx", "statistics.xls", "statistics.ods"][which];
        let mut bytes = fixture(name);
        spoil(&mut bytes, &changes);
        read_all(name, bytes.clone());
        bytes.truncate(cut.index(bytes.len()));
        read_all(name, bytes);
    }

    #[test]
    fn spoilt_parts_are_read_or_refused(changes in changes(), ods: bool, part in 0usize..4) {
        let name = if ods { "statistics.ods" } else { "statistics.xlsx" };
        let spoilt = match (ods, part) {
            (true, _) => "content.xml",
            (false, 0) => "xl/worksheets/sheet2.xml",
            (false, 1) => "xl/sharedStrings.xml",
            (false, 2) => "xl/styles.xml",
            (false, _) => "xl/workbook.xml",
        };
        let bytes = repack(&fixture(name), |part, mut content| {
            if part == spoilt {
                spoil(&mut content, &changes);
            }
            content
        });
        read_all(name, bytes);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600), start in 0usize..3, name in 0usize..3) {
        let start: &[u8] = [b"".as_slice(), b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"][start];
        read_all(["a.csv", "a.xls", "a.xlsx"][name], [start, &bytes].concat());
    }
}
