//! The official document as it comes out of the program: names of clauses, letterheads, archive
//! profiles, requisites, and the geometry of the finished files.

mod support;

#[path = "support/binary.rs"]
mod binary;

use lopdf::content::Content;
use roxmltree::Document as Xml;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use support::docx_text::{lines, part};
use support::pdf_text::{TaggedPdf, logical_text};
use tempfile::TempDir;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACK: &str = "\
конференция:
  название: августовской конференции
  дата: 28.08.2025
  место: г. Светлоозёрск
организации:
  управление: { название: управление образования, дательный: управлению образования }
люди:
  председатель: { имя: А. Б. Примерова, должность: Председатель }
документы: [резолюция.yaml]
";

/// A pack of one resolution.
fn pack(more: &str, resolution: &str) -> TempDir {
    let place = tempfile::tempdir().expect("a folder");
    fs::write(place.path().join("pack.yaml"), format!("{PACK}{more}")).expect("written");
    fs::write(place.path().join("резолюция.yaml"), resolution).expect("written");
    place
}

/// Builds without a word of complaint, the checks of what is said aside; gives the PDF and the
/// Word file.
fn build(place: &Path, words: &[&str]) -> (Vec<u8>, Vec<u8>) {
    let output = binary::avgust(place).args(["build", "--no-check"]).args(words).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.is_empty(), "{said}");
    let read = |end: &str| fs::read(place.join(format!("out/резолюция.{end}"))).expect("it is written");
    (read("pdf"), read("docx"))
}

/// The names of the bookmarks of a Word file.
fn bookmarks(docx: &[u8]) -> Vec<String> {
    let text = part(docx, "word/document.xml");
    let xml = Xml::parse(&text).expect("XML");
    let starts = xml.descendants().filter(|node| node.has_tag_name((WORD, "bookmarkStart")));
    starts.filter_map(|node| node.attribute((WORD, "name")).map(str::to_owned)).collect()
}

/// The names of a PDF's destinations.
fn destinations(pdf: &[u8]) -> Vec<String> {
    let file = TaggedPdf::read(pdf);
    let names = file.dictionary(file.catalog().get(b"Names").expect("names"));
    let leaf = file.dictionary(names.get(b"Dests").expect("destinations"));
    let pairs = leaf.get(b"Names").and_then(lopdf::Object::as_array).expect("a list");
    pairs.chunks(2).map(|pair| support::pdf_text::text(&pair[0])).collect()
}

const CLAUSES: &str = "\
вид: РЕЗОЛЮЦИЯ
пункты:
  - |
    Признать работу удовлетворительной.
  - кому: управление
    пункты:
      - |
        Выполнить пункт {{п признать_работу}}.
      - |
        Открыть клуб.
";

#[test]
fn every_clause_has_a_name_that_stays() {
    let place = pack("", CLAUSES);
    let (pdf, docx) = build(place.path(), &[]);
    let lock = fs::read_to_string(place.path().join("pack.lock")).expect("the names are kept");
    let names = ["признать_работу", "управление", "выполнить_пункт", "открыть_клуб"];
    assert_eq!(bookmarks(&docx), names);
    assert_eq!(destinations(&pdf).into_iter().collect::<BTreeSet<_>>(), names.map(String::from).into());
    for name in names {
        assert!(lock.contains(&format!("\n  {name}: \"")), "{lock}");
    }
    assert!(logical_text(&pdf).contains("2. Управлению образования:"), "a clause begins with a capital");
    // A clause is put in front and another one is reworded: all keep their names.
    let edited = CLAUSES.replace(
        "пункты:\n  - |\n    Признать работу",
        "пункты:\n  - |\n    Начать иначе.\n  - |\n    Признать всю работу",
    );
    fs::write(place.path().join("резолюция.yaml"), edited).expect("written");
    let (pdf, docx) = build(place.path(), &[]);
    let mut expected = vec!["начать_иначе"];
    expected.extend(names);
    assert_eq!(bookmarks(&docx), expected);
    assert!(logical_text(&pdf).contains("Выполнить пункт\u{a0}2."), "{}", logical_text(&pdf));
    let after = fs::read_to_string(place.path().join("pack.lock")).expect("the names are kept");
    build(place.path(), &[]);
    assert_eq!(fs::read_to_string(place.path().join("pack.lock")).expect("kept"), after);
}

#[test]
fn a_letterhead_of_libreoffice_is_taken_over() {
    let fixture = include_bytes!("docx/letterhead.docx");
    let resolution = "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - Открыть клуб.\nисполнитель: Вера Петровна Иванова\n";
    let place = pack("образец: бланк.docx\n", resolution);
    fs::write(place.path().join("бланк.docx"), fixture).expect("written");
    let (_, docx) = build(place.path(), &[]);
    let headers = ["word/header1.xml", "word/header2.xml"].map(|name| part(&docx, name));
    assert!(headers[0].contains(" PAGE "), "the pages after the first have their number");
    assert!(headers[1].contains("АДМИНИСТРАЦИЯ СВЕТЛООЗЁРСКОГО РАЙОНА") && !headers[1].contains(" PAGE "));
    assert!(headers[1].contains("Герб Светлоозёрского района"), "the emblem keeps its description");
    assert!(part(&docx, "word/footer1.xml").contains("Управление образования Светлоозёрского района"));
    let relations = part(&docx, "word/_rels/header2.xml.rels");
    assert!(relations.contains("media/letterhead1.png"), "{relations}");
    assert!(relations.contains("https://example.org/") && relations.contains("TargetMode=\"External\""));
    let main = part(&docx, "word/document.xml");
    assert!(main.contains("<w:titlePg/>") && main.contains("w:footerReference"));
    // Every style that a header names is there, and the office's own style gives ours its looks.
    let styles = part(&docx, "word/styles.xml");
    let known = Xml::parse(&styles).expect("XML");
    let ids: BTreeSet<_> = known.descendants().filter_map(|node| node.attribute((WORD, "styleId"))).collect();
    for header in &headers {
        for node in Xml::parse(header).expect("XML").descendants() {
            if matches!(node.tag_name().name(), "pStyle" | "rStyle") {
                let id = node.attribute((WORD, "val")).expect("a style");
                assert!(ids.contains(id), "{id}");
            }
        }
    }
    let executor = known.descendants().find(|node| node.attribute((WORD, "styleId")) == Some("executor"));
    let based = executor.and_then(|node| node.children().find(|child| child.has_tag_name((WORD, "basedOn"))));
    let theirs = based.and_then(|node| node.attribute((WORD, "val"))).expect("a base");
    assert!(theirs.starts_with("Blank"), "{theirs}");
    let base = known.descendants().find(|node| node.attribute((WORD, "styleId")) == Some(theirs));
    assert!(base.is_some_and(|node| node.descendants().any(|child| child.has_tag_name((WORD, "i")))));
}

#[test]
fn our_own_letterhead_stands_on_the_first_sheet_of_both_files() {
    let more = "бланк:\n  эмблема: { файл: герб.png, описание: Герб района, ширина: 18 }\n  шапка: |\n    \
        **АДМИНИСТРАЦИЯ**\n    Управление\n  подвал: |\n    ул. Школьная, 1\n    тел. 000\n";
    let clauses = "  - Обеспечить начало учебного года.\n".repeat(40);
    let place = pack(more, &format!("вид: РЕЗОЛЮЦИЯ\nзаголовок: [вид]\nпункты:\n{clauses}"));
    let emblem = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/kamenogorsk/картинки/герб.png");
    fs::copy(emblem, place.path().join("герб.png")).expect("copied");
    let (pdf, docx) = build(place.path(), &[]);
    // The PDF: the emblem with its words first, then the header, the text, the footer.
    let file = TaggedPdf::read(&pdf);
    let sketch = file.structure().sketch();
    assert!(sketch.starts_with("Document  [Lang «ru-RU»]\n  Figure  [Alt «Герб района»]"), "{sketch}");
    let text = logical_text(&pdf).replace('\u{a0}', " ");
    assert!(text.starts_with("АДМИНИСТРАЦИЯ Управление\nРЕЗОЛЮЦИЯ"), "{text}");
    assert!(text.ends_with("ул. Школьная, 1 тел. 000"), "{text}");
    let footer: Vec<_> = file.shown.iter().filter(|one| one.y < 20.0 * 72.0 / 25.4).collect();
    assert!(!footer.is_empty() && footer.iter().all(|one| one.page == 0 && one.y > 10.0 * 72.0 / 25.4));
    // The Word file: the same in the text, and a footer of the first page alone.
    let main = part(&docx, "word/document.xml");
    assert!(main.contains("descr=\"Герб района\"") && main.contains("<w:titlePg/>"));
    assert_eq!(lines(&docx)[0], "АДМИНИСТРАЦИЯ\nУправление");
    let footers: Vec<_> =
        main.match_indices("w:footerReference w:type=").map(|(at, _)| &main[at..at + 32]).collect();
    assert_eq!(footers, ["w:footerReference w:type=\"first\""]);
    assert!(part(&docx, "word/footer1.xml").contains("Школьная, 1"));
    assert!(part(&docx, "word/styles.xml").contains("<w:pBdr><w:bottom w:val=\"single\""));
    // On the office's own letterhead ours is left out of the Word file, and stays in the PDF.
    fs::write(place.path().join("бланк.docx"), include_bytes!("docx/letterhead.docx")).expect("written");
    let named = fs::read_to_string(place.path().join("pack.yaml")).expect("a pack") + "образец: бланк.docx\n";
    fs::write(place.path().join("pack.yaml"), named).expect("written");
    let (pdf, docx) = build(place.path(), &[]);
    assert!(logical_text(&pdf).starts_with("АДМИНИСТРАЦИЯ Управление\nРЕЗОЛЮЦИЯ"));
    assert_eq!(lines(&docx)[0], "РЕЗОЛЮЦИЯ");
    assert!(!part(&docx, "word/footer1.xml").contains("Школьная, 1"));
}

#[test]
fn no_damage_to_a_letterhead_stops_the_program() {
    let fixture = include_bytes!("docx/letterhead.docx");
    let read = |bytes: &[u8]| {
        let mut findings = avgust::source::Findings::default();
        avgust::docx::Letterhead::read(bytes, "бланк.docx", &mut findings).is_ok()
    };
    assert!(read(fixture));
    let mut refused = 0;
    for step in 1..60 {
        let cut = fixture.len() * step / 60;
        refused += usize::from(!read(&fixture[..cut]));
        let mut spoiled = fixture.to_vec();
        for at in (step..spoiled.len()).step_by(61) {
            spoiled[at] ^= 0x55;
        }
        refused += usize::from(!read(&spoiled));
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn an_archive_may_ask_for_pdf_a_1a() {
    let place = pack("профиль_pdf: PDF/A-1a\n", CLAUSES);
    let metadata = |pdf: &[u8]| String::from_utf8_lossy(pdf).into_owned();
    let (pdf, _) = build(place.path(), &[]);
    assert!(pdf.starts_with(b"%PDF-1.4") && metadata(&pdf).contains("<pdfaid:part>1</pdfaid:part>"));
    let (pdf, _) = build(place.path(), &["--pdf-profile", "2a"]);
    assert!(pdf.starts_with(b"%PDF-1.7") && metadata(&pdf).contains("<pdfaid:part>2</pdfaid:part>"));
}

#[test]
fn the_requisites_of_the_genre() {
    let approved = "\
вид: РЕШЕНИЕ
заголовок: [вид]
статус: принято
дата: 28.08.2018г.
утверждение: { кто: председатель }
решили: \"РЕШИЛИ:\"
ответственные: в скобках
пункты:
  - текст: |
      Утвердить план (приложение {{прил план}}).
    ответственный: председатель
приложения:
  - { id: план, название: План, текст: Дела. }
";
    let (pdf, docx) = build(pack("", approved).path(), &[]);
    let text = logical_text(&pdf).replace('\u{a0}', " ");
    for line in [
        "УТВЕРЖДАЮ",
        "____________ А. Б. Примерова",
        "Принято на августовской конференции 28.08.2018г.",
        "РЕШИЛИ:",
        "1. Утвердить план (приложение) (А. Б. Примерова).",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    assert!(lines(&docx).iter().any(|line| line.contains("план (приложение) (А.")));
}

/// The texts of the headers that each section of a Word file names for its ordinary pages.
fn section_headers(docx: &[u8]) -> Vec<String> {
    let (main, relations) = (part(docx, "word/document.xml"), part(docx, "word/_rels/document.xml.rels"));
    let (main, relations) = (Xml::parse(&main).expect("XML"), Xml::parse(&relations).expect("XML"));
    let target = |id: &str| {
        let found = relations.descendants().find(|node| node.attribute("Id") == Some(id));
        found.and_then(|node| node.attribute("Target")).expect("a part").to_owned()
    };
    let header = |section: roxmltree::Node| {
        let mut named = section.children().filter(|node| node.has_tag_name((WORD, "headerReference")));
        let default = named.find(|node| node.attribute((WORD, "type")) == Some("default"))?;
        let id = default.attributes().find(|one| one.name() == "id").expect("an id").value();
        Some(part(docx, &format!("word/{}", target(id))))
    };
    let sections = main.descendants().filter(|node| node.has_tag_name((WORD, "sectPr")));
    sections.map(|section| header(section).unwrap_or_default()).collect()
}

#[test]
fn numbers_may_begin_on_a_later_page() {
    let clause = "  - |\n    Обеспечить организованное начало учебного года во всех школах района и подвоз учеников.\n";
    for (clauses, sections) in [(60, vec![false, true]), (4, vec![false])] {
        let resolution = format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n{}", clause.repeat(clauses));
        let place = pack("", &resolution);
        let style = place.path().join("макеты/resolution/style.yaml");
        fs::create_dir_all(style.parent().expect("a folder")).expect("made");
        fs::write(style, "страница: { номера_с: 3 }\n").expect("written");
        let (pdf, docx) = build(place.path(), &[]);
        let numbered: Vec<bool> = section_headers(&docx).iter().map(|xml| xml.contains(" PAGE ")).collect();
        assert_eq!(numbered, sections);
        assert!(!part(&docx, "word/document.xml").contains("w:titlePg"), "all its pages are alike");
        let shown = TaggedPdf::read(&pdf).shown;
        let first = shown.iter().filter(|one| one.artifact).map(|one| one.page).min();
        assert_eq!(first, sections.contains(&true).then_some(2));
        // Word begins the numbered pages with a paragraph, so these begin with one too.
        let third = shown.iter().filter(|one| one.page == 2 && !one.artifact);
        let first = third.map(|one| (one.y, one.x)).fold((0.0, 0.0), |a, b| if b.0 > a.0 { b } else { a });
        assert!(clauses < 60 || close(first.1, (30.0 + 12.5) * 72.0 / 25.4), "{first:?}");
    }
}

/// The places of the text on a page: left ends and baselines in points, in the order of drawing.
fn places(pdf: &lopdf::Document, page: lopdf::ObjectId) -> Vec<(f32, f32)> {
    let content = Content::decode(&pdf.get_page_content(page)).expect("operators");
    let number = |object: &lopdf::Object| object.as_float().expect("a number");
    let placed = content.operations.iter().filter(|operation| operation.operator == "Tm");
    placed.map(|operation| (number(&operation.operands[4]), number(&operation.operands[5]))).collect()
}

/// A value of a Word part: an attribute of the first element of that name.
fn value(docx: &[u8], name: &str, element: &str, attribute: &str) -> f32 {
    let text = part(docx, name);
    let xml = Xml::parse(&text).expect("XML");
    let node = xml.descendants().find(|node| node.has_tag_name((WORD, element))).expect("it is there");
    node.attribute((WORD, attribute)).and_then(|value| value.parse().ok()).expect("a number")
}

/// A value of a paragraph style of a Word file.
fn of_style(docx: &[u8], style: &str, element: &str, attribute: &str) -> f32 {
    let text = part(docx, "word/styles.xml");
    let xml = Xml::parse(&text).expect("XML");
    let style =
        xml.descendants().find(|node| node.attribute((WORD, "styleId")) == Some(style)).expect("a style");
    let node = style.descendants().find(|node| node.has_tag_name((WORD, element))).expect("it says so");
    node.attribute((WORD, attribute)).and_then(|value| value.parse().ok()).expect("a number")
}

fn close(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.1
}

#[test]
fn both_files_have_the_geometry_of_the_standard() {
    let clause = "  - |\n    Обеспечить организованное начало учебного года во всех школах района и подвоз учеников.\n";
    let resolution = format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n{}подписи: [председатель]\n", clause.repeat(24));
    let (pdf, docx) = build(pack("", &resolution).path(), &[]);
    let file = lopdf::Document::load_mem(&pdf).expect("a PDF");
    let pages: Vec<_> = file.page_iter().collect();
    let mm = |mm: f32| mm * 72.0 / 25.4;
    // The sheet, its margins and the first line's indent: twips in Word, points in PDF.
    let twips = |attribute: &str| value(&docx, "word/document.xml", "pgMar", attribute) / 20.0;
    for (attribute, length) in
        [("left", 30.0), ("right", 10.0), ("top", 20.0), ("bottom", 20.0), ("header", 10.0)]
    {
        assert!(close(twips(attribute), mm(length)), "{attribute}: {}", twips(attribute));
    }
    let indent = of_style(&docx, "clause", "ind", "firstLine") / 20.0;
    assert!(close(indent, mm(12.5)), "{indent}");
    assert_eq!(of_style(&docx, "clause", "spacing", "line"), 360.0, "one and a half");
    let second = places(&file, pages[1]);
    let lefts: Vec<f32> = second.iter().map(|place| place.0).collect();
    assert!(lefts.iter().any(|left| close(*left, mm(30.0))), "{lefts:?}");
    assert!(lefts.iter().any(|left| close(*left, mm(30.0) + indent)), "{lefts:?}");
    assert!(lefts.iter().all(|left| *left > mm(30.0) - 0.1 && *left < mm(200.0)));
    // Lines of 14 pt are 16,1 pt high (Tinos: 2355 of 2048 units), one and a half 24,1.
    let mut baselines: Vec<f32> = second.iter().map(|place| place.1).filter(|y| *y < mm(277.0)).collect();
    baselines.dedup_by(|a, b| close(*a, *b));
    let steps: Vec<f32> = baselines.windows(2).map(|pair| pair[0] - pair[1]).collect();
    assert!(steps.iter().filter(|step| (**step - 24.1).abs() < 0.15).count() > 15, "{steps:?}");
    assert!(baselines.iter().all(|y| *y > mm(20.0)), "nothing stands in the bottom margin");
    // The number: from page 2, in the middle above the text, at least 10 mm from the edge.
    let numbers = |page: lopdf::ObjectId| -> Vec<(f32, f32)> {
        places(&file, page).into_iter().filter(|place| place.1 > mm(277.0)).collect()
    };
    assert_eq!(numbers(pages[0]), []);
    let [(x, y)] = numbers(pages[1])[..] else { panic!("one number") };
    assert!(close(x + 3.0, mm(30.0) + mm(170.0) / 2.0), "{x}");
    assert!(mm(297.0) - y > mm(10.0) && mm(297.0) - y < mm(20.0), "{y}");
    // At least three lines of text go with the signature.
    let last = places(&file, *pages.last().expect("pages"));
    let name = last.iter().filter(|place| place.1 < mm(277.0)).map(|place| place.1).fold(f32::MAX, f32::min);
    let mut above: Vec<f32> =
        last.iter().map(|place| place.1).filter(|y| *y > name + 1.0 && *y < mm(277.0)).collect();
    above.dedup_by(|a, b| close(*a, *b));
    assert!(above.len() >= 3, "{above:?}");
}

#[test]
fn an_addressee_typed_with_its_colon_is_printed_with_one() {
    let resolution = "вид: РЕШЕНИЕ\nпункты:\n  - кому: |\n      Директорам школ:\n    пункты:\n      - |\n        \
        Открыть кружки.\n";
    let place = pack("", resolution);
    let (_, docx) = build(place.path(), &[]);
    let lines = lines(&docx);
    assert!(lines.iter().any(|line| line.ends_with("Директорам школ:")), "{lines:?}");
    assert!(!lines.iter().any(|line| line.contains("::")), "{lines:?}");
}

#[test]
fn a_date_as_spreadsheets_write_it_is_printed_in_russian() {
    let place = pack("", "вид: РЕШЕНИЕ\nдата: 2025-08-26\nпункты:\n  - |\n    Открыть школу.\n");
    let (pdf, docx) = build(place.path(), &[]);
    assert!(lines(&docx).iter().any(|line| line.contains("26.08.2025")));
    assert!(!logical_text(&pdf).contains("2025-08-26"));
}

#[test]
fn percentage_points_agree_with_their_fraction() {
    let more = "показатели: { доля: { значение: 18.2, прошлый: 16.9, единица: \"%\", знаков: 1 } }\n";
    let place = pack(more, "вид: РЕШЕНИЕ\nпункты:\n  - |\n    Доля – {{доля}}, {{сравнить доля}}.\n");
    let (_, docx) = build(place.path(), &[]);
    let all = lines(&docx).join("\n").replace('\u{a0}', " ");
    assert!(all.contains("на 1,3 процентного пункта больше"), "{all}");
}

#[test]
fn a_programme_names_the_people_of_the_pack() {
    let place = pack("", "");
    fs::write(place.path().join("pack.yaml"), PACK.replace("резолюция.yaml", "программа.yaml"))
        .expect("written");
    let programme = "макет: programme\nвид: ПРОГРАММА\nчасти:\n  - название: Пленарное заседание\n    \
        события:\n      - { время: 10.00, что: Доклад, кто: председатель }\n      - { время: 11.00, что: Прения, \
        кто: Участники конференции }\n";
    fs::write(place.path().join("программа.yaml"), programme).expect("written");
    let output = binary::avgust(place.path()).args(["build", "--no-check"]).output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let pdf = fs::read(place.path().join("out/программа.pdf")).expect("it is written");
    let text = logical_text(&pdf).replace('\u{a0}', " ");
    assert!(text.contains("А. Б. Примерова, председатель"), "{text}");
    assert!(text.contains("Участники конференции"), "{text}");
}

#[test]
fn deadline_and_responsible_of_a_group_stand_before_its_tasks() {
    let resolution = "вид: РЕШЕНИЕ\nпункты:\n  - кому: управление\n    срок: до 01.12.2025\n    \
        ответственный: председатель\n    пункты:\n      - |\n        Открыть кружки.\n      - |\n        Открыть сады.\n";
    let place = pack("", resolution);
    let (_, docx) = build(place.path(), &[]);
    let lines: Vec<String> = lines(&docx).iter().map(|line| line.replace('\u{a0}', " ")).collect();
    let at = |words: &str| lines.iter().position(|line| line.contains(words)).expect("it is printed");
    assert!(at("Срок: до 01.12.2025") < at("Ответственный: А. Б. Примерова"), "{lines:?}");
    assert!(at("Ответственный: А. Б. Примерова") < at("Открыть кружки"), "{lines:?}");
}

#[test]
fn the_unit_of_a_whole_table_stands_above_it_unless_the_table_says_it() {
    let above = |title: &str, head: &str, more: &str| {
        let pack_lines = format!(
            "таблицы:\n  т:\n    название: {title}\n    единица: тыс. руб.\n    данные: [[{head}], [Школы, 5, 7]]\n"
        );
        let clauses = format!(
            "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - текст: Утвердить (таблица {{{{табл т}}}}).\n    таблица: {{таблица: т{more}}}\n"
        );
        let (pdf, docx) = build(pack(&pack_lines, &clauses).path(), &[]);
        let said = |text: String| text.lines().any(|line| line.replace('\u{a0}', " ") == "(тыс. руб.)");
        let (pdf, docx) = (said(logical_text(&pdf)), said(lines(&docx).join("\n")));
        assert_eq!(pdf, docx, "{title} {head}");
        pdf
    };
    assert!(above("Расходы", "Вид, План, Факт", ""));
    assert!(above("Расходы", "Вид, План, 'Рост, %'", ""), "where a column has another unit too");
    assert!(!above("'Расходы, тыс. руб.'", "Вид, План, Факт", ""), "the title says it");
    assert!(!above("Расходы", "'Расходы, тыс. руб.', План, Факт", ""), "the head says it");
    assert!(!above("Расходы", "Вид, План, 'Рост, %'", ", столбцы: [Рост]"), "no figure has it");
}

#[test]
fn thousands_of_a_table_are_written_alike() {
    let more = "таблицы:\n  сеть:\n    данные:\n      - [Город, 2024, 2025]\n      - [Школы, 9874, 4120]\n      - \
        [Сады, 10127, 4389]\n";
    let place =
        pack(more, "вид: РЕШЕНИЕ\nпункты:\n  - текст: |\n      Принять 1025 человек.\n    таблица: сеть\n");
    let (pdf, _) = build(place.path(), &[]);
    let text = logical_text(&pdf).replace(['\u{a0}', '\u{202f}'], " ");
    for words in ["9 874", "10 127", "4 120", "4 389", "1025 человек"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

const SIGNED: &str = "\
вид: РЕЗОЛЮЦИЯ
номер: 12/3
утверждение: { кто: глава }
пункты:
  - |
    Открыть клуб по-новому.
приложения:
  - { название: План, текст: Дела. }
  - { название: Перечень, текст: Дела. }
подписи:
  - председатель
  - { кто: глава, рядом: да }
  - глава
исполнитель: |
  Иванова Вера Петровна
  8 (000) 000-00-00
";

/// The place of the first glyph of some words of a PDF: page, x and y in points.
fn place_of(pdf: &TaggedPdf, words: &str) -> (usize, f32, f32) {
    let all: String = pdf.shown.iter().map(|one| one.text.replace('\u{a0}', " ")).collect();
    let at = all.find(words).unwrap_or_else(|| panic!("{words} is not in {all}"));
    let mut read = 0;
    let glyph = pdf.shown.iter().find(|one| {
        read += one.text.replace('\u{a0}', " ").len();
        read > at
    });
    glyph.map(|one| (one.page, one.x, one.y)).expect("a glyph")
}

#[test]
fn requisites_stand_where_offices_put_them() {
    let place = pack("", SIGNED);
    let people = "  председатель: { имя: А. Б. Примерова, должность: Председатель }\n";
    let more = "  глава:\n    имя: К. Л. Длиннофамильная-Образцова\n    должность: |\n      Заместитель главы \
                администрации района\n      по социальным вопросам,\n      председатель\n      \
                организационного комитета\n";
    fs::write(place.path().join("pack.yaml"), PACK.replace(people, &format!("{people}{more}")))
        .expect("written");
    let (pdf, docx) = build(place.path(), &[]);
    let file = TaggedPdf::read(&pdf);
    let mm = |mm: f32| mm * 72.0 / 25.4;
    let y = |words: &str| place_of(&file, words).2;
    let x = |words: &str| place_of(&file, words).1;
    // The date and the number on one line, the place below it.
    let date = y("от 28.08.2025");
    assert!(close(date, y("№ 12/3")) && y("г. Светлоозёрск") < date);
    // The stamp's lines are too long as they are written, so they flow: no line of one word.
    assert!(close(y("по социальным"), y("вопросам, председатель")), "the position flows");
    // Numbers of appendices one under the other.
    assert!(close(x("1.План"), x("2.Перечень")) && y("2.Перечень") < y("1.План"));
    // Abreast: the name below its own position, flush with it, behind the line for the hand.
    assert!(close(x("____________ А. Б. Примерова"), mm(30.0)));
    // A name alone is whole, and ends at the right margin.
    let text = logical_text(&pdf).replace('\u{a0}', " ");
    assert_eq!(text.matches("К. Л. Длиннофамильная-Образцова").count(), 3, "{text}");
    let all: Vec<_> = file.shown.iter().filter(|one| one.page == 0).collect();
    let last = all.iter().filter(|one| one.x > mm(190.0)).map(|one| one.y).fold(f32::MAX, f32::min);
    let executor = y("Иванова");
    assert!(executor < last && executor < mm(20.0) + 40.0 && executor > mm(20.0), "{executor}");
    // Word: a frame at the lower margin, and a hyphen at which no line ends.
    let main = part(&docx, "word/document.xml");
    assert_eq!(main.matches("w:yAlign=\"bottom\"").count(), 1, "one paragraph of two lines");
    assert!(main.contains("<w:noBreakHyphen/>"));
}

/// The lines of a register's calendar that name its events.
fn names_of_events(place: &Path) -> Vec<String> {
    let output = binary::avgust(place).args(["build", "--no-check"]).output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let calendar = fs::read_to_string(place.join("out/реестр.ics")).expect("it is written");
    assert!(!calendar.contains('\u{a0}'), "{calendar}");
    calendar.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
}

#[test]
fn tasks_keep_their_names_when_the_conference_moves_and_a_text_changes() {
    let resolution = "вид: РЕШЕНИЕ\nпункты:\n  - текст: |\n      Открыть кружки в школах № 1 и № 2 города.\n    \
        срок: до 01.12.2025\n  - текст: |\n      Открыть сады.\n    срок: до 01.11.2025\n";
    let place = pack("", resolution);
    let listed = PACK.replace("[резолюция.yaml]", "[резолюция.yaml, реестр.yaml]");
    fs::write(place.path().join("pack.yaml"), &listed).expect("written");
    fs::write(place.path().join("реестр.yaml"), "макет: register\n").expect("written");
    let before = names_of_events(place.path());
    assert_eq!(before.len(), 2);
    let moved = listed.replace("28.08.2025", "29.08.2025");
    fs::write(place.path().join("pack.yaml"), moved).expect("written");
    let edited = resolution.replace("01.12.2025", "05.12.2025").replace("и № 2 города", "и № 2 и № 3 города");
    fs::write(place.path().join("резолюция.yaml"), edited).expect("written");
    assert_eq!(names_of_events(place.path()), before);
    // What is typed to search a sheet is found in it.
    let book = fs::read(place.path().join("out/реестр.xlsx")).expect("it is written");
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    let strings = if sheet.contains("Открыть") { sheet } else { part(&book, "xl/sharedStrings.xml") };
    assert!(strings.contains("в школах № 1 и № 2 и № 3 города") && !strings.contains('\u{a0}'), "{strings}");
}

#[test]
fn a_long_address_ends_its_lines_behind_its_signs() {
    let address = format!("https://forms.example.ru/d/e/{}", "a1b2c3d4e5/".repeat(12));
    let more =
        format!("таблицы:\n  сеть:\n    данные:\n      - [Школа, Анкета]\n      - [Первая, \"{address}\"]\n");
    let resolution =
        "вид: РЕШЕНИЕ\nпункты:\n  - текст: |\n      Принять (таблица {{табл сеть}}).\n    таблица: сеть\n";
    // Without them the table would not fit its page, which would be said.
    let (pdf, docx) = build(pack(&more, resolution).path(), &[]);
    let cell = lines(&docx).into_iter().find(|line| line.contains("forms")).expect("it is printed");
    assert!(cell.contains("example.\u{200b}ru/\u{200b}d/"), "{cell}");
    assert_eq!(cell.replace('\u{200b}', ""), address);
    assert!(logical_text(&pdf).replace('\u{200b}', "").contains(&address));
}

#[test]
fn a_reference_that_stands_alone_in_brackets_says_what_it_counts() {
    let more =
        "таблицы:\n  сеть:\n    название: Сеть\n    данные:\n      - [Школа, Детей]\n      - [Первая, 10]\n";
    let resolution = "вид: РЕШЕНИЕ\nпункты:\n  - |\n    Принять план ({{прил план}}) и сведения (приложение {{прил итоги}}).\n\
        приложения:\n  - { id: план, название: План, таблица: сеть }\n  - { id: итоги, название: Итоги, таблица: сеть }\n";
    let (_, docx) = build(pack(more, resolution).path(), &[]);
    let text = lines(&docx).join("\n").replace('\u{a0}', " ");
    assert!(text.contains("Принять план (приложение 1) и сведения (приложение 2)."), "{text}");
}

#[test]
fn the_verb_of_an_unfinished_sentence_stays_with_the_first_clause() {
    let resolution = "вид: РЕШЕНИЕ\nпреамбула:\n  - |\n    Участники конференции\nрешили: РЕШИЛИ\nпункты:\n  - |\n    Открыть кружки.\n";
    let (_, docx) = build(pack("", resolution).path(), &[]);
    let text = part(&docx, "word/document.xml");
    let xml = Xml::parse(&text).expect("XML");
    let mut paragraphs = xml.descendants().filter(|node| node.has_tag_name((WORD, "p")));
    let is_verb = |node: &roxmltree::Node<'_, '_>| {
        node.descendants().filter_map(|node| node.text()).any(|text| text.contains("РЕШИЛИ"))
    };
    let verb = paragraphs.find(is_verb).expect("it is printed");
    assert!(verb.descendants().any(|node| node.has_tag_name((WORD, "keepNext"))), "{text}");
}
