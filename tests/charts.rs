//! Charts as the binary writes them, read back by other eyes: the numbers of the table stand in
//! the native chart, in its workbook and in the alternative text of both files.

#[path = "support/binary.rs"]
mod binary;
#[path = "support/docx_text.rs"]
#[allow(dead_code)]
mod docx_text;

use avgust::source::{Findings, Sources};
use avgust::tables::{Spec, TableFile, Value, Words};
use roxmltree::{Document, Node};
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";

const PACK: &str = "\
конференция:
  дата: 28.08.2025
таблицы:
  сеть:
    название: Сеть организаций
    единица: ед.
    данные:
      - [Организации, 2024, 2025]
      - [Школы & лицеи, 13, 12]
      - [Сады, 20, –]
      - [Кружки, \"10,5\", \"1 234,25\"]
документы: [резолюция.yaml]
";

fn built(chart: &str) -> (tempfile::TempDir, Vec<u8>) {
    let place = tempfile::tempdir().expect("a folder");
    fs::write(place.path().join("pack.yaml"), PACK).expect("written");
    let text = format!(
        "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - текст: |\n      См. рисунок {{{{рис сеть}}}}.\n    диаграмма: {chart}\n"
    );
    fs::write(place.path().join("резолюция.yaml"), text).expect("written");
    let output = binary::avgust(place.path()).arg("build").output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let docx = fs::read(place.path().join("out/резолюция.docx")).expect("a Word file");
    (place, docx)
}

fn bytes(docx: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip archive");
    let mut bytes = Vec::new();
    archive.by_name(name).expect(name).read_to_end(&mut bytes).expect("whole");
    bytes
}

fn values(node: Node) -> Vec<(String, String)> {
    let points = node.descendants().filter(|node| node.has_tag_name((CHART, "pt")));
    let text = |node: Node| {
        node.descendants()
            .find(|v| v.has_tag_name((CHART, "v")))
            .and_then(|v| v.text())
            .unwrap_or("")
            .to_owned()
    };
    points.map(|point| (point.attribute("idx").unwrap_or("").to_owned(), text(point))).collect()
}

#[test]
fn the_native_chart_has_the_numbers_of_the_table() {
    for kind in ["столбцы", "столбцы с накоплением", "столбцы 100 %", "полосы", "линии", "столбцы с линией"]
    {
        let (_place, docx) = built(&format!("{{ таблица: сеть, вид: {kind}, ряды: столбцы }}"));
        let part = docx_text::part(&docx, "word/charts/chart1.xml");
        let chart = Document::parse(&part).expect("XML");
        let all =
            |name: &'static str| chart.descendants().filter(move |node| node.has_tag_name((CHART, name)));
        let read: Vec<_> = all("val").map(values).collect();
        let pair = |at: &str, value: &str| (at.to_owned(), value.to_owned());
        let expected = [
            vec![pair("0", "13"), pair("1", "20"), pair("2", "10.5")],
            vec![pair("0", "12"), pair("2", "1234.25")],
        ];
        assert_eq!(read, expected, "{kind}");
        let names: Vec<_> = all("tx")
            .filter(|node| node.parent_element().is_some_and(|p| p.has_tag_name((CHART, "ser"))))
            .flat_map(values)
            .collect();
        assert_eq!(names, [pair("0", "2024"), pair("0", "2025")], "{kind}");
    }
}

#[test]
fn the_workbook_behind_a_chart_has_the_numbers_of_the_table() {
    let (_place, docx) = built("сеть");
    let book = bytes(&docx, "word/embeddings/chart1.xlsx");
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let source = sources.add_binary("chart1.xlsx");
    let mut file = TableFile::open(source, book, &mut sources, &mut findings).expect("a workbook");
    let table = file.table(&Spec::new("данные", source), &mut findings).expect("a table");
    let value = |row: &str, column: &str| {
        let words = |text: &str| Words::new(text, source);
        table.cell(&words(row), &words(column)).map(|cell| cell.value.clone()).ok()
    };
    for (row, column, expected) in [("Школы & лицеи", "2024", "13"), ("Кружки", "2025", "1234.25")]
    {
        let read = value(row, column);
        assert!(
            matches!(&read, Some(Value::Number(number)) if number.value.normalize().to_string() == expected),
            "{row}: {read:?}"
        );
    }
    assert_eq!(value("Сады", "2025"), Some(Value::Empty), "a missing number stays missing");
}

#[test]
fn both_files_say_the_numbers_to_those_who_do_not_see_them() {
    let (place, docx) = built("сеть");
    let expected = "Столбчатая диаграмма «Сеть организаций», ед. \
        2024: Школы & лицеи – 13,00, Сады – 20,00, Кружки – 10,50. \
        2025: Школы & лицеи – 12,00, Сады – нет данных, Кружки – 1234,25.";
    let document = docx_text::part(&docx, "word/document.xml");
    let document = Document::parse(&document).expect("XML");
    let said = document.descendants().find_map(|node| node.attribute("descr")).expect("a description");
    assert_eq!(said, expected);
    assert_eq!(alternative(&place.path().join("out/резолюция.pdf")).as_deref(), Some(said));
    let lines = docx_text::lines(&docx);
    assert!(
        lines.iter().any(|line| line.starts_with("Рисунок") && line.contains("организаций")),
        "{lines:?}"
    );
}

/// The alternative text of a PDF's only figure.
fn alternative(path: &Path) -> Option<String> {
    let pdf = lopdf::Document::load(path).expect("a PDF");
    let figure = pdf.objects.values().filter_map(|object| object.as_dict().ok()).find(|dictionary| {
        dictionary.get(b"S").and_then(|name| name.as_name()).is_ok_and(|name| name == b"Figure")
    })?;
    let alt = figure.get(b"Alt").and_then(|alt| alt.as_str()).ok()?;
    let units: Vec<u16> =
        alt.get(2..)?.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).ok()
}

#[test]
fn the_same_pack_makes_the_same_bytes() {
    assert_eq!(built("сеть").1, built("сеть").1);
}
