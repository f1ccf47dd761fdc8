//! `explain` says the truth: when a cell changes, every figure that it lists changes, and no other
//! text of any file does: words, tables, charts with their workbooks, notes, sheets, calendars.
//!
//! The cells are picked from what `explain` itself says of the examples, from XLSX, ODS and CSV.

#[path = "support/pdf_text.rs"]
#[allow(dead_code)]
mod pdf_text;

#[path = "support/binary.rs"]
mod binary;

use avgust::document::Within;
use avgust::explain::{Change, Explanation, Subject};
use avgust::pipeline::{DocumentFile, Format, Loaded, Made, load, make_all};
use avgust::source::{Findings, Folder, Language, Place, Sources};
use pdf_text::{Element, Kid, TaggedPdf};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// So many cells of each kind of file are changed.
const CELLS: usize = 4;

/// Pictures are those of the pages in PDF.
const FORMATS: [Format; 5] = [Format::Pdf, Format::Docx, Format::Pptx, Format::Xlsx, Format::Ics];

/// A pack with its documents made.
struct Built {
    sources: Sources,
    loaded: Loaded,
    /// By the name of the document.
    made: Vec<(String, Made)>,
}

impl Built {
    /// `None` where the pack has errors: a figure that contradicts its words, say.
    fn of(pack: &Path) -> Option<Built> {
        let (mut sources, mut findings) = (Sources::default(), Findings::default());
        let loaded = load(&Folder::new(pack), &mut sources, &mut findings)?;
        let documents: Vec<&DocumentFile> = loaded.documents.iter().collect();
        let made = make_all(&loaded, &documents, &FORMATS, &sources, &mut findings, &|| ());
        let made = made.into_iter().map(|one| (one.name.to_owned(), one.made)).collect();
        (!findings.has_errors()).then_some(Built { sources, loaded, made })
    }

    /// The places that `explain` lists for a cell: document, expression or cell, what is printed.
    fn places(&self, cell: &Place) -> Vec<Spot> {
        let made: Vec<(&str, Made)> =
            self.made.iter().map(|(name, made)| (name.as_str(), made.clone())).collect();
        let explanation = Explanation::of(Subject::Cell(cell.clone(), None), &self.loaded, &made);
        let spot = |spot: &avgust::explain::Spot<'_>| Spot {
            document: spot.document.to_owned(),
            at: self.sources.describe(&spot.stand.place, Language::Russian),
            printed: plain(&spot.stand.printed),
            change: spot.change,
            is_chart: matches!(spot.stand.around.within, Within::Chart(_)),
            has_place: spot.stand.page.is_some() || spot.stand.around.clause.is_some(),
        };
        explanation.spots.iter().map(spot).collect()
    }

    fn files(&self) -> BTreeMap<&str, &[u8]> {
        let files = self.made.iter().flat_map(|(_, made)| &made.files);
        files.map(|file| (file.name.as_str(), file.bytes.as_slice())).collect()
    }

    /// The cells that documents show, or that figures in them rest on, by the kind of their file.
    fn cells(&self, extension: &str) -> BTreeSet<Place> {
        let stands = self.made.iter().flat_map(|(_, made)| &made.stands);
        let mut cells = BTreeSet::new();
        for stand in stands {
            match &stand.figure {
                Some(figure) => cells.extend(figure.cells.iter().cloned()),
                None => drop(cells.insert(stand.place.clone())),
            }
        }
        cells.retain(|cell| self.sources.get(cell.source()).name.ends_with(extension));
        cells
    }
}

/// A place that `explain` lists.
#[derive(Clone, Debug, PartialEq)]
struct Spot {
    document: String,
    at: String,
    printed: String,
    change: Change,
    is_chart: bool,
    /// Whether it says a page, a slide or a clause.
    has_place: bool,
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn copied(from: &Path) -> TempDir {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder").flatten() {
            let (path, to) = (entry.path(), to.join(entry.file_name()));
            match path.is_dir() {
                true => copy(&path, &to),
                false => drop(fs::copy(&path, &to).expect("a file")),
            }
        }
    }
    let place = tempfile::tempdir().expect("a folder");
    copy(from, place.path());
    place
}

/// Writes another number into a cell; `None` where it holds no number.
fn change(pack: &Path, sources: &Sources, place: &Place, new: impl Fn(f64) -> f64) -> Option<()> {
    let path = pack.join(&*sources.get(place.source()).name);
    let cell = match place {
        Place::Cell(cell) => cell,
        Place::Text(span) => {
            let text = sources.get(span.source).text.as_deref()?;
            let (start, end) = (span.start as usize, span.end as usize);
            let old: String = text[start..end].split_whitespace().collect::<String>().replace(',', ".");
            let new = new(old.parse().ok()?).to_string().replace('.', ",");
            return fs::write(&path, format!("{}{new}{}", &text[..start], &text[end..])).ok();
        }
        Place::File(_) => return None,
    };
    let is_ods = path.extension().is_some_and(|extension| extension == "ods");
    let mut archive = ZipArchive::new(Cursor::new(fs::read(&path).ok()?)).ok()?;
    let mut text = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
        Some(text)
    };
    let (part, changed) = if is_ods {
        let content = text("content.xml")?;
        let changed = ods_with_number(&content, cell.sheet.as_deref(), (cell.row, cell.column), new)?;
        ("content.xml".to_owned(), changed)
    } else {
        let (book, relations) = (text("xl/workbook.xml")?, text("xl/_rels/workbook.xml.rels")?);
        let part = sheet_part(&book, &relations, cell.sheet.as_deref())?;
        let changed = with_number(&text(&part)?, &cell.address(), new)?;
        (part, changed)
    };
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let file = archive.by_index(at).ok()?;
        if file.name().is_ok_and(|name| name == part) {
            out.start_file(part.as_str(), SimpleFileOptions::default()).ok()?;
            out.write_all(changed.as_bytes()).ok()?;
        } else {
            out.raw_copy_file(file).ok()?;
        }
    }
    fs::write(&path, out.finish().ok()?.into_inner()).ok()
}

/// The part of a workbook that holds a sheet; the first one where there is no name.
fn sheet_part(book: &str, relations: &str, name: Option<&str>) -> Option<String> {
    let book = roxmltree::Document::parse(book).ok()?;
    let is_meant = |node: &roxmltree::Node<'_, '_>| {
        is(node, "sheet") && name.is_none_or(|name| node.attribute("name") == Some(name))
    };
    let sheet = book.descendants().find(is_meant)?;
    let id = sheet.attributes().find(|attribute| attribute.name() == "id")?.value().to_owned();
    let relations = roxmltree::Document::parse(relations).ok()?;
    let target =
        relations.descendants().find(|node| node.attribute("Id") == Some(&id))?.attribute("Target")?;
    Some(match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    })
}

fn is(node: &roxmltree::Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// The sheet of an XLSX file with another number in a cell.
fn with_number(sheet: &str, address: &str, new: impl Fn(f64) -> f64) -> Option<String> {
    let start = sheet.find(&format!("r=\"{address}\""))?;
    let end = start + sheet[start..].find("</c>")?;
    let cell = &sheet[start..end];
    if cell.split('>').next()?.contains("t=\"") && !cell.contains("t=\"n\"") {
        return None;
    }
    let from = start + cell.find("<v>")? + 3;
    let to = from + sheet[from..end].find("</v>")?;
    let value: f64 = sheet[from..to].parse().ok()?;
    Some(format!("{}{}{}", &sheet[..from], new(value), &sheet[to..]))
}

/// The content of an ODS file with another number in a cell that stands for itself alone.
fn ods_with_number(
    content: &str,
    sheet: Option<&str>,
    (row, column): (u32, u32),
    new: impl Fn(f64) -> f64,
) -> Option<String> {
    let document = roxmltree::Document::parse(content).ok()?;
    let attribute = |node: &roxmltree::Node<'_, '_>, name: &str| {
        node.attributes().find(|one| one.name() == name).map(|one| one.value().to_owned())
    };
    let is_meant = |node: &roxmltree::Node<'_, '_>| {
        is(node, "table") && sheet.is_none_or(|name| attribute(node, "name").as_deref() == Some(name))
    };
    let table = document.descendants().find(is_meant)?;
    let nth = |nodes: Vec<roxmltree::Node<'_, '_>>, name: &str, wanted: u32| {
        let mut at = 0;
        for node in nodes {
            let count = attribute(&node, name).and_then(|count| count.parse().ok()).unwrap_or(1);
            if wanted < at + count {
                return (count == 1).then_some(node.range());
            }
            at += count;
        }
        None
    };
    let rows = table.descendants().filter(|node| is(node, "table-row")).collect();
    let range = nth(rows, "number-rows-repeated", row)?;
    let row = table.descendants().find(|node| is(node, "table-row") && node.range() == range)?;
    let cells = row.children().filter(|node| is(node, "table-cell") || is(node, "covered-table-cell"));
    let range = nth(cells.collect(), "number-columns-repeated", column)?;
    let cell = &content[range.clone()];
    let from = cell.find("office:value=\"")? + 14;
    let to = from + cell[from..].find('"')?;
    let (text_from, text_to) = (cell.find("<text:p>")? + 8, cell.find("</text:p>")?);
    let value = new(cell[from..to].parse().ok()?);
    let shown = value.to_string().replace('.', ",");
    let changed = format!("{}{value}{}{shown}{}", &cell[..from], &cell[to..text_from], &cell[text_to..]);
    Some(format!("{}{changed}{}", &content[..range.start], &content[range.end..]))
}

/// Changes a cell of a copy so that the pack still has no errors: a word that was typed
/// («больше») must stay true, and what is counted must be whole. Other cells get numbers that are
/// not whole.
fn rebuilt(example: &Path, built: &Built, place: &Place) -> Option<Built> {
    let ways: [fn(f64) -> f64; 5] = [
        |value| (value * 1.37).round() + 11.5,
        |value| (value * 13.7 + 11.0).round(),
        |value| (value * 1.37 + 11.0).round(),
        |value| (value * 0.61).round(),
        |value| (value * 1.013 + 1.0).round(),
    ];
    ways.into_iter().find_map(|way| {
        let copy = copied(example);
        change(copy.path(), &built.sources, place, way)?;
        Built::of(copy.path())
    })
}

/// A piece of text in a file: a paragraph, a cell, a line of a calendar, or a whole chart.
#[derive(Clone, Debug, PartialEq)]
struct Unit {
    /// The part of the file.
    part: String,
    is_chart: bool,
    text: String,
}

/// All text of a file.
fn units(name: &str, bytes: &[u8]) -> Vec<Unit> {
    let unit = |part: &str, text: &str| Unit { part: part.to_owned(), is_chart: false, text: plain(text) };
    match name.rsplit_once('.').expect("an extension").1 {
        "pdf" => {
            let mut units: Vec<Unit> =
                pdf_text::logical_text(bytes).lines().map(|line| unit("text", line)).collect();
            figures(&TaggedPdf::read(bytes).structure(), &mut units);
            units
        }
        "ics" => {
            let text = String::from_utf8(bytes.to_vec()).expect("UTF-8").replace("\r\n ", "");
            text.lines().filter(|line| !line.starts_with("UID")).map(|line| unit("ics", line)).collect()
        }
        _ => {
            let mut units = Vec::new();
            package(bytes, "", &mut units);
            units
        }
    }
}

/// The charts of a PDF file: what they say and what is drawn.
fn figures(element: &Element, units: &mut Vec<Unit>) {
    if element.role == "Figure" {
        let text = plain(&format!("{} {}", element.notes.join(" "), element.text()));
        units.push(Unit { part: "figures".to_owned(), is_chart: true, text });
    }
    for kid in &element.kids {
        if let Kid::Element(kid) = kid {
            figures(kid, units);
        }
    }
}

/// The text of an Office file, its embedded workbooks included.
fn package(bytes: &[u8], around: &str, units: &mut Vec<Unit>) {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip archive");
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a part");
        let part = format!("{around}{}", file.name().expect("a name"));
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("a part");
        if part.ends_with(".xlsx") {
            package(&content, &format!("{part}/"), units);
        } else if part.ends_with(".xml") && !part.contains("styles") && !part.contains("theme") {
            let text = String::from_utf8(content).expect("UTF-8");
            let xml = roxmltree::Document::parse(&text).expect("XML");
            part_units(&part, xml.root_element(), units);
        }
    }
}

fn part_units(part: &str, root: roxmltree::Node<'_, '_>, units: &mut Vec<Unit>) {
    let texts = |node: roxmltree::Node<'_, '_>| {
        let text: String = node
            .descendants()
            .filter(|node| node.is_text())
            .map(|node| match is(&node.parent_element().expect("an element"), "t") {
                true => node.text().unwrap_or_default().to_owned(),
                false => format!(" {} ", node.text().unwrap_or_default()),
            })
            .collect();
        plain(&text)
    };
    let is_chart = part.contains("charts/") || part.contains("embeddings/");
    let mut push = |is_chart: bool, text: String| {
        units.push(Unit { part: part.to_owned(), is_chart, text });
    };
    if is_chart {
        return push(true, texts(root));
    }
    for node in root.descendants().filter(roxmltree::Node::is_element) {
        match node.tag_name().name() {
            "p" | "si" | "c" => push(false, texts(node)),
            "docPr" | "cNvPr" => push(true, node.attribute("descr").unwrap_or_default().to_owned()),
            _ => {}
        }
    }
}

/// Checks one cell. Gives whether it could be changed.
fn check(example: &Path, built: &Built, place: &Place) -> bool {
    let Some(after) = rebuilt(example, built, place) else { return false };
    let name = built.sources.describe(place, Language::Russian);
    // The cell of a text may be longer or shorter than before; it begins where it did.
    let extension = if matches!(place, Place::Text(_)) { ".csv" } else { "" };
    let describe = |place: &Place| after.sources.describe(place, Language::Russian);
    let Some(moved) = after.cells(extension).into_iter().find(|cell| describe(cell) == name) else {
        panic!("{name} is shown no more")
    };
    let (old, new) = (built.places(place), after.places(&moved));
    assert!(!old.is_empty(), "{name} stands nowhere");
    assert_eq!(old.len(), new.len(), "{name}");
    for (old, new) in old.iter().zip(&new) {
        assert_eq!((&old.document, old.is_chart), (&new.document, new.is_chart), "{name}");
        // A word form («ученик», «выросло») may fit the new number too.
        let has_digits = old.printed.contains(|c: char| c.is_ascii_digit());
        let must = has_digits && old.change == Change::Value;
        assert!(!must || old.printed != new.printed, "{name}: {old:?} stays as it was");
        assert!(old.has_place, "{name}: {old:?} stands on no page");
    }
    for (file, bytes) in built.files() {
        let now = after.files()[file];
        let document = file.rsplit_once('.').expect("an extension").0;
        let of = |spots: &[Spot]| -> Vec<Spot> {
            spots.iter().filter(|spot| spot.document == document).cloned().collect()
        };
        let (old, new) = (of(&old), of(&new));
        match old.is_empty() {
            true => assert!(bytes == now, "{name}: {file} does not show it, but changes"),
            false => {
                only_those(&format!("{name}: {file}"), (&units(file, bytes), &units(file, now)), &old, &new)
            }
        }
    }
    true
}

/// Each word that differs must be one of a figure that `explain` lists, and each chart that differs
/// one of its charts.
fn only_those(file: &str, (old, new): (&[Unit], &[Unit]), before: &[Spot], after: &[Spot]) {
    let parts = |units: &[Unit]| units.iter().map(|unit| unit.part.clone()).collect::<Vec<_>>();
    assert_eq!(parts(old), parts(new), "{file} has the same parts as before");
    let listed =
        |spots: &[Spot]| -> BTreeSet<String> { spots.iter().flat_map(|spot| words(&spot.printed)).collect() };
    let (listed_before, listed_after) = (listed(before), listed(after));
    let mut charts: BTreeMap<&str, usize> = BTreeMap::new();
    for (old, new) in old.iter().zip(new).filter(|(old, new)| old.text != new.text) {
        if old.is_chart {
            *charts.entry(&old.part).or_default() += 1;
            continue;
        }
        for word in extra(&old.text, &new.text) {
            assert!(listed_before.contains(&word), "{file}: «{word}» of «{}» goes away", old.text);
        }
        for word in extra(&new.text, &old.text) {
            assert!(listed_after.contains(&word), "{file}: «{word}» of «{}» is new", new.text);
        }
    }
    let most = before.iter().filter(|spot| spot.is_chart).count();
    // Charts of Word and PowerPoint have a part each, those of PDF and their descriptions do not.
    let native = charts.keys().filter(|part| part.contains("/chart") && !part.contains("embeddings")).count();
    assert!(native <= most, "{file}: {native} charts change, {most} are listed");
    assert!(charts.get("figures").is_none_or(|count| *count <= most), "{file}: charts {charts:?}");
}

/// The words of a text without the marks around them.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_owned();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// The words that stand in a text more often than in another.
fn extra(text: &str, other: &str) -> Vec<String> {
    let mut rest = words(other);
    let mut extra = words(text);
    extra.retain(|word| match rest.iter().position(|known| known == word) {
        Some(at) => {
            rest.swap_remove(at);
            false
        }
        None => true,
    });
    extra
}

fn changed_cells_of(extension: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut examples: Vec<PathBuf> =
        fs::read_dir(folder).expect("examples").flatten().map(|one| one.path()).collect();
    examples.sort();
    let mut all: Vec<(usize, Place)> = Vec::new();
    let built: Vec<(PathBuf, Built)> =
        examples.into_iter().filter_map(|path| Some((path.clone(), Built::of(&path)?))).collect();
    for (at, (_, built)) in built.iter().enumerate() {
        all.extend(built.cells(extension).into_iter().map(|cell| (at, cell)));
    }
    assert!(all.len() > 3 * CELLS, "the examples show {} cells of {extension}", all.len());
    // Spread over all of them: from some places on, the next cell that holds a number.
    let mut checked = BTreeSet::new();
    for start in 0..CELLS {
        let first = start * all.len() / CELLS;
        // Round the end to the beginning, so that none is missed.
        let rest: Vec<_> = all.iter().cycle().skip(first).take(all.len()).cloned().collect();
        let mut rest = rest.into_iter().filter(|one| !checked.contains(one));
        let found = rest.find(|(at, cell)| {
            let (path, built) = &built[*at];
            check(path, built, cell)
        });
        checked.extend(found);
    }
    assert_eq!(checked.len(), CELLS, "so many cells could be changed");
}

#[test]
fn a_changed_cell_of_a_workbook_changes_what_explain_lists_and_nothing_else() {
    changed_cells_of(".xlsx");
}

#[test]
fn a_changed_cell_of_an_open_document_changes_what_explain_lists_and_nothing_else() {
    changed_cells_of(".ods");
}

#[test]
fn a_changed_cell_of_a_text_table_changes_what_explain_lists_and_nothing_else() {
    changed_cells_of(".csv");
}

#[test]
fn a_figure_is_followed_to_its_cells() {
    let place = tempfile::tempdir().expect("a folder");
    let pack = "конференция: {дата: 28.08.2025, учебный_год: 2024/2025}\n\
                таблицы:\n  сеть:\n    данные:\n      - [Организации, 2024, 2025]\n      - [Школы, 13, 12]\n      - [Сады, 20, 19]\n\
                показатели:\n  школы: сеть[Школы; 2025]\n  доля_школ:\n    значение: школы / (школы + сеть[Сады; 2025])\n    единица: \"%\"\n    знаков: 0\n\
                документы: [р.yaml]\n";
    fs::write(place.path().join("pack.yaml"), pack).expect("a file");
    let document =
        "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - Первый.\n  - пункты:\n      - Второй.\n      - Школ {{доля_школ}}.\n";
    fs::write(place.path().join("р.yaml"), document).expect("a file");
    let built = Built::of(place.path()).expect("it has no errors");
    let subject = |name: &str| avgust::explain::find(name, &built.loaded, &[], &built.sources);
    let made: Vec<(&str, Made)> =
        built.made.iter().map(|(name, made)| (name.as_str(), made.clone())).collect();
    let text = |name: &str| {
        let explanation = Explanation::of(subject(name).expect("it is found"), &built.loaded, &made);
        avgust::explain::to_text(&explanation, &built.sources, avgust::source::Language::Russian)
    };
    let share = text("доля_школ");
    assert!(share.contains("школы / (школы + сеть[Сады; 2025]) = 0,387096774"), "{share}");
    assert!(share.contains("сеть[Школы; 2025] = 12   [pack.yaml:6:"), "{share}");
    assert!(share.contains("р  стр. 1  п. 2.2  «39 %»  р.yaml:6:14"), "{share}");
    for name in ["сеть / Школы / 2025", "сеть[Школы; 2025]"] {
        let cell = text(name);
        assert!(cell.contains("  школы = 12\n  доля_школ = 38,7"), "{name}: {cell}");
        assert!(cell.contains("р  стр. 1  п. 2.2  «39 %»"), "{name}: {cell}");
    }
    for name in ["сеть C2", "pack.yaml:6:21"] {
        let cell = text(name);
        assert!(cell.contains("  школы = 12\n"), "{name}: {cell}");
    }
    for (name, head) in [
        ("сеть / Школы", "сеть / Школы – строка; ячеек: 3"),
        ("сеть[2025]", "сеть / 2025 – столбец; ячеек: 2"),
    ] {
        let cells = text(name);
        assert!(cells.starts_with(head) && cells.contains("р  стр. 1  п. 2.2  «39 %»"), "{name}: {cells}");
    }
    let file = text("pack.yaml");
    assert!(file.starts_with("pack.yaml – файл; ячеек: ") && file.contains("«39 %»"), "{file}");
    assert!(subject("школы.прошлый").is_err(), "it has no previous value");
    assert!(subject("сеть / Школы / 1999").is_err());
    assert!(subject("школа").is_err());
}

#[test]
fn a_cell_of_a_text_table_is_found_by_its_address_and_by_its_place() {
    let place = tempfile::tempdir().expect("a folder");
    let pack = "конференция: {дата: 28.08.2025, учебный_год: 2024/2025}\n\
                таблицы:\n  сеть: {файл: данные/сеть.csv}\n\
                показатели:\n  из: {файл: показатели.csv}\n  школы: сеть[Школы; 2025]\n\
                документы: [р.yaml]\n";
    let files = [
        ("pack.yaml", pack),
        ("данные/сеть.csv", "Организации;2024;2025\nШколы;13;12\nСады;20;19\n"),
        ("показатели.csv", "имя;показатель;знаков;2025;2024\nклассы;Классы;0;47;45\n"),
        (
            "р.yaml",
            "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - Школ {{школы}}, классов {{классы}}.\n  - Было {{прошлый классы}}.\n",
        ),
    ];
    fs::create_dir(place.path().join("данные")).expect("a folder");
    files.iter().for_each(|(name, text)| fs::write(place.path().join(name), text).expect("a file"));
    let built = Built::of(place.path()).expect("it has no errors");
    let made: Vec<(&str, Made)> =
        built.made.iter().map(|(name, made)| (name.as_str(), made.clone())).collect();
    let text = |name: &str| {
        let subject = avgust::explain::find(name, &built.loaded, &[], &built.sources).expect(name);
        let explanation = Explanation::of(subject, &built.loaded, &made);
        avgust::explain::to_text(&explanation, &built.sources, avgust::source::Language::Russian)
    };
    for name in ["сеть.csv C2", "данные/сеть.csv, С2", "сеть.csv:2:10", "сеть / Школы / 2025"]
    {
        let cell = text(name);
        assert!(cell.starts_with("данные/сеть.csv:2:10\n") && cell.contains("школы = 12"), "{name}: {cell}");
        assert!(cell.contains("р  стр. 1  п. 1  «12»"), "{name}: {cell}");
    }
    for name in ["показатели.csv D2", "показатели.csv:2:17"] {
        let cell = text(name);
        assert!(cell.contains("классы = 47") && cell.contains("р  стр. 1  п. 1  «47»"), "{name}: {cell}");
    }
    let previous = text("классы.прошлый");
    assert!(previous.starts_with("классы.прошлый = 45\n"), "{previous}");
    assert!(previous.contains("п. 2  «45»") && !previous.contains("«47»"), "{previous}");
    let file = text("сеть.csv");
    assert!(file.starts_with("данные/сеть.csv – файл; ячеек: 9\n") && file.contains("«12»"), "{file}");
    for name in ["сеть.csv C9", "сеть.csv:9:1", "ть.csv C2"] {
        assert!(avgust::explain::find(name, &built.loaded, &[], &built.sources).is_err(), "{name}");
    }
}

/// Whoever writes a pack in English reads English words of the program in it.
#[test]
fn an_english_pack_is_answered_in_its_words() {
    let place = tempfile::tempdir().expect("a folder");
    fs::write(
        place.path().join("pack.yaml"),
        "conference: { date: 28.08.2025 }\nindicators: { pupils: { value: 12, previous: 10 } }\n\
         documents: [resolution.yaml]\n",
    )
    .expect("a file");
    fs::write(place.path().join("resolution.yaml"), "kind: РЕШЕНИЕ\nclauses: [Принять 12 учеников.]\n")
        .expect("a file");
    let run = |words: &[&str]| {
        let output = binary::avgust(place.path()).args(words).output().expect("it starts");
        String::from_utf8(output.stdout).expect("words")
    };
    assert!(run(&["explain", "pupils", "--lang", "en"]).contains("pupils.previous = 10"));
    run(&["build"]);
    let lock = fs::read_to_string(place.path().join("pack.lock")).expect("the names of clauses");
    assert!(lock.starts_with("# Names of the clauses"), "{lock}");
}
