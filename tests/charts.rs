//! Charts as the binary writes them, read back by other eyes: the numbers of the table stand in
//! the native chart, in its workbook and in the alternative text of both files. The drawing of each
//! kind is kept as text in `tests/charts/` (`UPDATE_GOLDEN=1` rewrites it).

#[path = "support/binary.rs"]
mod binary;
#[path = "support/docx_text.rs"]
#[allow(dead_code)]
mod docx_text;
#[path = "support/golden.rs"]
mod golden;
#[path = "support/pdf_text.rs"]
#[allow(dead_code)]
mod pdf_text;

use avgust::chart::{Category, Chart, Datum, Drawing, Form, Kind, Look, Part, Series, Space, Stacking, draw};
use avgust::russian::number::NumberStyle;
use avgust::source::{Findings, Place, SourceId, Sources};
use avgust::tables::{Spec, TableFile, Value, Words};
use avgust::typeset::{FontRuler, Fonts};
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
    built_of(PACK, chart)
}

/// The folder and the Word file of a pack whose only clause has a chart.
fn built_of(pack: &str, chart: &str) -> (tempfile::TempDir, Vec<u8>) {
    let place = tempfile::tempdir().expect("a folder");
    fs::write(place.path().join("pack.yaml"), pack).expect("written");
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
    let kinds = [
        "столбцы",
        "столбцы с накоплением",
        "столбцы 100 %",
        "полосы",
        "полосы с накоплением",
        "линии",
        "столбцы с линией",
    ];
    for kind in kinds {
        let (_place, docx) = built(&format!("{{ таблица: сеть, вид: {kind}, ряды: столбцы }}"));
        let part = docx_text::part(&docx, "word/charts/chart1.xml");
        let chart = Document::parse(&part).expect("XML");
        let all =
            |name: &'static str| chart.descendants().filter(move |node| node.has_tag_name((CHART, name)));
        let read: Vec<_> = all("val").map(values).collect();
        let pair = |at: &str, value: &str| (at.to_owned(), value.to_owned());
        let mut expected = vec![
            vec![pair("0", "13"), pair("1", "20"), pair("2", "10.5")],
            vec![pair("0", "12"), pair("2", "1234.25")],
        ];
        if kind == "столбцы 100 %" {
            // What is drawn and written are parts of a hundred, which the workbook computes.
            expected = vec![
                vec![pair("0", "52"), pair("1", "100"), pair("2", "0.8435428801")],
                vec![pair("0", "48"), pair("2", "99.1564571199")],
            ];
        }
        let mut heads = vec![pair("0", "2024"), pair("0", "2025")];
        if kind.ends_with("с накоплением") {
            // The sums that the drawing has at the ends of its stacks. Behind bars they have no name
            // that a legend could show.
            expected.push(vec![pair("0", "25"), pair("1", "20"), pair("2", "1244.75")]);
            heads.extend((kind == "столбцы с накоплением").then(|| pair("0", "Всего")));
        }
        assert_eq!(read, expected, "{kind}");
        if kind == "полосы с накоплением" {
            // Sums are a part of the stack: LibreOffice forgets that bars on axes of their own are
            // not stacked, and no program writes anything beyond the end of a stack.
            let places: Vec<_> = all("dLblPos").filter_map(|node| node.attribute("val")).collect();
            assert_eq!((all("barChart").count(), all("valAx").count()), (1, 1));
            assert_eq!((places.last(), places.contains(&"outEnd")), (Some(&"inBase"), false));
        }
        let names: Vec<_> = all("tx")
            .filter(|node| node.parent_element().is_some_and(|p| p.has_tag_name((CHART, "ser"))))
            .flat_map(values)
            .collect();
        assert_eq!(names, heads, "{kind}");
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
fn parts_of_a_hundred_follow_the_numbers_of_the_table() {
    let (_place, docx) = built("{ таблица: сеть, вид: столбцы 100 %, ряды: столбцы }");
    let book = bytes(&docx, "word/embeddings/chart1.xlsx");
    let sheet = docx_text::part(&book, "xl/worksheets/sheet1.xml");
    let sheet = Document::parse(&sheet).expect("XML");
    let cell =
        |name: &str| sheet.descendants().find(|node| node.attribute("r") == Some(name)).expect("a cell");
    let text = |name: &str, of: &str| {
        cell(name)
            .children()
            .find(|node| node.tag_name().name() == of)
            .and_then(|node| node.text())
            .map(str::to_owned)
    };
    assert_eq!(text("B2", "f").as_deref(), Some("D2/SUM($D2:$E2)*100"));
    assert_eq!((text("B2", "v").as_deref(), text("D2", "v").as_deref()), (Some("52"), Some("13")));
    assert_eq!(text("C3", "f"), None, "a missing number has no part");
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

/// A chart of every kind: numbers, a missing one, and a long name.
fn of_kind(kind: Kind) -> Chart {
    let nowhere = || Place::File(SourceId(0));
    let names = ["Школы", "Детские сады", "Организации дополнительного образования"];
    let rows: &[[Option<i64>; 3]] = if kind.is_shares() {
        &[[Some(12), Some(19), Some(9)]]
    } else {
        &[[Some(13), Some(20), None], [Some(12), Some(19), Some(9)]]
    };
    let series = |(at, row): (usize, &[Option<i64>; 3])| Series {
        name: ["2024", "2025"][at].to_owned(),
        place: nowhere(),
        unit: "ед.".to_owned(),
        style: NumberStyle::default(),
        decimals: Some(0),
        line: kind == Kind::ColumnsWithLine && at == 1,
        values: row.map(|value| value.map(|one| Datum { value: one.into(), place: nowhere() })).to_vec(),
    };
    let category = |name: &&str| Category { name: (*name).to_owned(), place: nowhere() };
    Chart {
        kind,
        title: "Сеть".to_owned(),
        categories: names.iter().map(category).collect(),
        series: rows.iter().enumerate().map(series).collect(),
        labels: true,
    }
}

/// A drawing as text: what each shape stands for, where it is and what colour it has.
fn dump(drawing: &Drawing) -> String {
    let color = |[red, green, blue]: [u8; 3]| format!("#{red:02X}{green:02X}{blue:02X}");
    let path = |points: &[(f64, f64)]| {
        let place = |(x, y): &(f64, f64)| format!("{:.0},{:.0}", x.abs(), y.abs());
        match points.len() {
            0..=6 => points.iter().map(place).collect::<Vec<_>>().join(" "),
            count => format!("{} … {} ({count})", place(&points[0]), place(&points[count / 2])),
        }
    };
    let mut out = format!(
        "{:.0} × {:.0}, fits: {}\n{:?}\n",
        drawing.width, drawing.height, drawing.fits, drawing.manner
    );
    for shape in &drawing.shapes {
        let form = match &shape.form {
            Form::Area { points, color: own } => format!("area {} {}", color(*own), path(points)),
            Form::Stroke { points, width, color: own, dash, .. } => {
                let dashed = if dash.is_some() { " dashed" } else { "" };
                format!("stroke {} {width:.1}{dashed} {}", color(*own), path(points))
            }
            Form::Words(words) => {
                let bold = if words.bold { " bold" } else { "" };
                format!("{:.0},{:.0} {:.0}{bold} «{}»", words.x, words.y, words.size, words.text)
            }
        };
        out.push_str(&format!("{:?} {form}\n", shape.part));
    }
    out
}

#[test]
fn every_kind_is_drawn_as_it_is_kept() {
    let kinds = [
        ("columns", Kind::Columns(Stacking::Beside)),
        ("stacked-columns", Kind::Columns(Stacking::Stacked)),
        ("percent-columns", Kind::Columns(Stacking::Percent)),
        ("bars", Kind::Bars(Stacking::Beside)),
        ("stacked-bars", Kind::Bars(Stacking::Stacked)),
        ("percent-bars", Kind::Bars(Stacking::Percent)),
        ("lines", Kind::Lines),
        ("columns-with-line", Kind::ColumnsWithLine),
        ("doughnut", Kind::Doughnut),
        ("pie", Kind::Pie),
    ];
    let fonts = Fonts::embedded();
    let ruler = FontRuler::new(&fonts);
    let look = Look::on_paper(11.0, [0x1F, 0x4E, 0x79]);
    for (name, kind) in kinds {
        let drawing = draw(&of_kind(kind), Space { width: 450.0, height: None, most: 600.0 }, &look, &ruler);
        golden::check(&format!("tests/charts/{name}.txt"), &dump(&drawing));
    }
}

/// The page on which the PDF's one figure stands, from 1, and the chart's height in the Word file,
/// EMU, after so many clauses.
fn after_clauses(count: usize, chart: &str) -> (u32, u32) {
    let place = tempfile::tempdir().expect("a folder");
    fs::write(place.path().join("pack.yaml"), PACK).expect("written");
    let clauses = "  - |\n    Принять к сведению.\n".repeat(count);
    let text = format!(
        "вид: РЕЗОЛЮЦИЯ\nпункты:\n{clauses}  - текст: |\n      См. рисунок {{{{рис сеть}}}}.\n    диаграмма: {chart}\n"
    );
    fs::write(place.path().join("резолюция.yaml"), text).expect("written");
    let output = binary::avgust(place.path()).arg("build").output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |name: &str| fs::read(place.path().join("out").join(name)).expect("a file");
    let pdf = lopdf::Document::load_mem(&read("резолюция.pdf")).expect("a PDF");
    let figure = pdf.objects.values().find_map(|object| {
        let element = object.as_dict().ok()?;
        (element.get(b"S").ok()?.as_name().ok()? == b"Figure").then_some(element)
    });
    let page = figure.and_then(|figure| figure.get(b"Pg").ok()?.as_reference().ok()).expect("a page");
    let page = pdf.get_pages().into_iter().find(|(_, id)| *id == page).expect("a page").0;
    let part = docx_text::part(&read("резолюция.docx"), "word/document.xml");
    let height = part.split("<wp:extent ").nth(1).and_then(|rest| rest.split("cy=\"").nth(1));
    let height = height.and_then(|rest| rest.split('"').next()?.parse().ok()).expect("a height");
    (page, height)
}

#[test]
fn a_chart_is_a_little_lower_where_it_then_stands_with_its_reference() {
    let made: Vec<(u32, u32)> = (8..24).map(|count| after_clauses(count, "{ таблица: сеть }")).collect();
    let whole = made[0].1;
    assert!(
        made.iter().all(|(_, height)| *height <= whole && f64::from(*height) >= 0.849 * f64::from(whole))
    );
    let lowered: Vec<_> = made.iter().filter(|(_, height)| *height < whole).collect();
    assert!(!lowered.is_empty() && lowered.iter().all(|(page, _)| *page == 1), "{made:?}");
    assert!(made.contains(&(1, whole)) && made.contains(&(2, whole)), "{made:?}");
}

#[test]
fn a_height_that_the_author_gave_stays() {
    let all = (8..24).map(|count| after_clauses(count, "{ таблица: сеть, высота: 80 }").1);
    assert_eq!(all.collect::<std::collections::BTreeSet<_>>().len(), 1);
}

/// The chart part and the alternative text of a chart over another table.
fn of_table(rows: &str, chart: &str) -> (String, String) {
    let pack = format!(
        "конференция: {{ дата: 28.08.2025 }}\nтаблицы:\n  сеть:\n    данные:\n{rows}документы: [резолюция.yaml]\n"
    );
    let (place, docx) = built_of(&pack, chart);
    let part = String::from_utf8(bytes(&docx, "word/charts/chart1.xml")).expect("text");
    (part, alternative(&place.path().join("out/резолюция.pdf")).expect("words"))
}

#[test]
fn the_numbers_of_a_chart_have_the_decimals_that_its_own_cells_show() {
    let rows = "      - [Район, 2024, 2025]\n      - [Лес, 4, 15]\n      - [Поле, 3, 2]\n      - [Озеро, \"0,001\", 1]\n";
    let (part, said) = of_table(rows, "{ таблица: сеть, строки: [Лес, Поле] }");
    assert!(!part.contains("0.000") && !said.contains(",0"), "{said}");
    // With that cell all numbers have three, and none is written otherwise beside it.
    let (part, said) = of_table(rows, "{ таблица: сеть }");
    assert!(said.contains("4,000") && said.contains("15,000") && said.contains("1,000"), "{said}");
    let codes: std::collections::BTreeSet<&str> =
        part.split("<c:formatCode>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert_eq!(codes.into_iter().collect::<Vec<_>>(), ["0.000"]);
}

#[test]
fn a_row_without_any_number_has_no_place_in_a_chart_and_a_year_keeps_its_gap() {
    let rows = "      - [Школа, 2024, 2025]\n      - [Лесная, 13, 12]\n      - [Приречная, –, –]\n      - [Озёрная, 20, 19]\n";
    let (part, said) = of_table(rows, "{ таблица: сеть }");
    assert!(!part.contains("Приречная") && !said.contains("Приречная"), "{said}");
    assert!(part.contains("Озёрная"));
    let rows = "      - [Год, Дети]\n      - [2023, 13]\n      - [2024, –]\n      - [2025, 19]\n";
    assert!(of_table(rows, "{ таблица: сеть }").0.contains("2024"));
}

#[test]
fn the_axis_of_parts_of_a_hundred_has_the_same_numbers_in_office() {
    let rows = "      - [Школа, 2024, 2025]\n      - [Лесная, 13, 12]\n      - [Озёрная, 20, 19]\n";
    for kind in ["столбцы 100 %", "полосы 100 %"] {
        let part = of_table(rows, &format!("{{ таблица: сеть, вид: {kind}, подписи: нет }}")).0;
        let axis = part.split("<c:valAx>").nth(1).expect("an axis");
        assert!(axis.contains("<c:max val=\"1\"/><c:min val=\"0\"/>"), "{axis}");
        assert!(axis.contains("formatCode=\"0&quot;\u{a0}&quot;%\""), "{axis}");
        assert!(axis.contains("<c:majorUnit val=\"0.25\"/>"), "{axis}");
    }
}

#[test]
fn a_legend_has_equally_long_rows() {
    let mut chart = of_kind(Kind::Columns(Stacking::Beside));
    let names = [
        "Русский язык, 2025",
        "Русский язык, 2026",
        "Математика (профильная), 2025",
        "Математика (профильная), 2026",
    ];
    let first = chart.series[0].clone();
    chart.series = names.iter().map(|name| Series { name: (*name).to_owned(), ..first.clone() }).collect();
    let fonts = Fonts::embedded();
    let ruler = FontRuler::new(&fonts);
    let keys = |width: f64| {
        let drawing =
            draw(&chart, Space::frame(width, 300.0), &Look::on_paper(11.0, [0x1F, 0x4E, 0x79]), &ruler);
        let mut rows: std::collections::BTreeMap<i64, usize> = std::collections::BTreeMap::new();
        for shape in &drawing.shapes {
            if let (Part::Key(_), Form::Area { points, .. }) = (shape.part, &shape.form) {
                *rows.entry(points[0].1 as i64).or_default() += 1;
            }
        }
        rows.into_values().collect::<Vec<usize>>()
    };
    let found: Vec<Vec<usize>> = (3..14).map(|step| keys(f64::from(step) * 50.0)).collect();
    assert!(found.contains(&vec![2, 2]) && !found.contains(&vec![3, 1]), "{found:?}");
}

#[test]
fn a_clause_stands_on_the_page_of_its_chart() {
    for count in 8..24 {
        let place = tempfile::tempdir().expect("a folder");
        fs::write(place.path().join("pack.yaml"), PACK).expect("written");
        let clauses = "  - |\n    Принять к сведению.\n".repeat(count);
        let text = format!(
            "вид: РЕЗОЛЮЦИЯ\nпункты:\n{clauses}  - текст: |\n      Вот сеть.\n    диаграмма: {{ таблица: сеть, высота: 90 }}\n  - |\n    Вот конец.\n"
        );
        fs::write(place.path().join("резолюция.yaml"), text).expect("written");
        let output =
            binary::avgust(place.path()).args(["build", "--format", "pdf"]).output().expect("it starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let pdf = fs::read(place.path().join("out/резолюция.pdf")).expect("a file");
        let shown = pdf_text::TaggedPdf::read(&pdf).shown;
        let page = |words: &str| {
            (0..9).find(|page| {
                let own = shown.iter().filter(|one| one.page == *page);
                own.map(|one| one.text.as_str()).collect::<String>().contains(words)
            })
        };
        let (clause, chart) = (page("Вот"), page("Сады"));
        assert!(clause.is_some() && clause == chart, "{count}: {clause:?} {chart:?}");
    }
}
