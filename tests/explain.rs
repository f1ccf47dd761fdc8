//! `explain` says the truth: when a cell changes, every figure that it lists changes, no other
//! text does, and no other document's file.
//!
//! The cells are picked from what `explain` itself says of the examples.

#[path = "support/docx_text.rs"]
#[allow(dead_code)]
mod docx_text;

#[path = "support/binary.rs"]
mod binary;

use avgust::explain::{Explanation, Subject};
use avgust::pipeline::{DocumentFile, Format, Loaded, Made, load, make_all};
use avgust::source::{CellPlace, Findings, Folder, Place, Sources};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// So many cells are changed.
const CELLS: usize = 10;

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
            at: self.sources.describe(&spot.stand.place, avgust::source::Language::Russian),
            printed: plain(&spot.stand.printed),
        };
        explanation.spots.iter().map(spot).collect()
    }

    fn files(&self) -> BTreeMap<&str, &[u8]> {
        let files = self.made.iter().flat_map(|(_, made)| &made.files);
        files.map(|file| (file.name.as_str(), file.bytes.as_slice())).collect()
    }

    /// The cells of workbooks that documents show, or that figures in them rest on.
    fn cells(&self) -> BTreeSet<Place> {
        let stands = self.made.iter().flat_map(|(_, made)| &made.stands);
        let mut cells = BTreeSet::new();
        for stand in stands {
            match &stand.figure {
                Some(figure) => cells.extend(figure.cells.iter().cloned()),
                None => drop(cells.insert(stand.place.clone())),
            }
        }
        cells.into_iter().filter(|cell| matches!(cell, Place::Cell(_))).collect()
    }
}

/// A place that `explain` lists.
#[derive(Clone, Debug, PartialEq)]
struct Spot {
    document: String,
    at: String,
    printed: String,
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of a Word file.
fn lines(docx: &[u8]) -> Vec<String> {
    docx_text::paragraphs(docx).iter().map(|paragraph| plain(&paragraph.line())).collect()
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

/// Writes another number into a cell of a workbook; `None` where it holds no number.
fn change(pack: &Path, file: &str, cell: &CellPlace, new: impl Fn(f64) -> f64) -> Option<()> {
    let path = pack.join(file);
    let mut archive = ZipArchive::new(Cursor::new(fs::read(&path).ok()?)).ok()?;
    let mut text = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
        Some(text)
    };
    let (book, relations) = (text("xl/workbook.xml")?, text("xl/_rels/workbook.xml.rels")?);
    let part = sheet_part(&book, &relations, cell.sheet.as_deref())?;
    let sheet = text(&part)?;
    let changed = with_number(&sheet, &cell.address(), new)?;
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
        node.has_tag_name_local("sheet") && name.is_none_or(|name| node.attribute("name") == Some(name))
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

trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for roxmltree::Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

/// The sheet with another number in a cell.
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
    Some(format!("{}{}{}", &sheet[..from], new(value).round(), &sheet[to..]))
}

/// Changes a cell of a copy so that the pack still has no errors: a word that was typed
/// («больше») must stay true.
fn rebuilt(example: &Path, built: &Built, cell: &CellPlace) -> Option<Built> {
    let file = built.sources.get(cell.source).name.to_string();
    let ways: [fn(f64) -> f64; 3] =
        [|value| value * 1.37 + 11.0, |value| value * 0.61, |value| value * 1.013 + 1.0];
    ways.into_iter().find_map(|way| {
        let copy = copied(example);
        change(copy.path(), &file, cell, way)?;
        Built::of(copy.path())
    })
}

/// Checks one cell. Gives whether it could be changed.
fn check(example: &Path, built: &Built, place: &Place) -> bool {
    let Place::Cell(cell) = place else { return false };
    let Some(after) = rebuilt(example, built, cell) else { return false };
    let name = built.sources.describe(place, avgust::source::Language::Russian);
    let (old, new) = (built.places(place), after.places(place));
    assert!(!old.is_empty(), "{name} stands nowhere");
    assert_eq!(old.len(), new.len(), "{name}");
    for (old, new) in old.iter().zip(&new) {
        assert_eq!((&old.document, &old.at), (&new.document, &new.at), "{name}");
        // A word form («ученик», «выросло») may fit the new number too.
        let has_digits = old.printed.contains(|c: char| c.is_ascii_digit());
        assert!(!has_digits || old.printed != new.printed, "{name}: {old:?} stays as it was");
    }
    let shown: BTreeSet<&str> = old.iter().map(|spot| spot.document.as_str()).collect();
    for (file, bytes) in built.files() {
        let now = after.files()[file];
        let stem = file.rsplit_once('.').expect("an extension").0;
        if !shown.contains(stem) {
            assert!(bytes == now, "{name}: {file} does not show it, but changes");
        } else if file.ends_with(".docx") {
            only_those(&name, stem, (&lines(bytes), &lines(now)), &new);
        }
    }
    true
}

/// Each line that differs must show a figure that `explain` lists.
fn only_those(cell: &str, document: &str, (old, new): (&[String], &[String]), spots: &[Spot]) {
    assert_eq!(old.len(), new.len(), "{cell}: {document} has as many lines as before");
    let listed: Vec<&str> =
        spots.iter().filter(|spot| spot.document == document).map(|spot| spot.printed.as_str()).collect();
    let changed: Vec<&String> =
        old.iter().zip(new).filter(|(old, new)| old != new).map(|(_, new)| new).collect();
    for line in &changed {
        assert!(listed.iter().any(|printed| line.contains(printed)), "{cell}: {document} says «{line}»");
    }
    assert!(changed.len() <= listed.len(), "{cell}: {document} changes in {changed:#?}");
}

#[test]
fn a_changed_cell_changes_what_explain_lists_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut examples: Vec<PathBuf> =
        fs::read_dir(folder).expect("examples").flatten().map(|one| one.path()).collect();
    examples.sort();
    let mut all: Vec<(usize, Place)> = Vec::new();
    let built: Vec<(PathBuf, Built)> =
        examples.into_iter().filter_map(|path| Some((path.clone(), Built::of(&path)?))).collect();
    for (at, (_, built)) in built.iter().enumerate() {
        all.extend(built.cells().into_iter().map(|cell| (at, cell)));
    }
    assert!(all.len() > 3 * CELLS, "the examples show {} cells", all.len());
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
    let subject = |name: &str| avgust::explain::find(name, &built.loaded, &built.sources);
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
        ("показатели.csv", "имя;показатель;знаков;2025\nклассы;Классы;0;47\n"),
        ("р.yaml", "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - Школ {{школы}}, классов {{классы}}.\n"),
    ];
    fs::create_dir(place.path().join("данные")).expect("a folder");
    files.iter().for_each(|(name, text)| fs::write(place.path().join(name), text).expect("a file"));
    let built = Built::of(place.path()).expect("it has no errors");
    let made: Vec<(&str, Made)> =
        built.made.iter().map(|(name, made)| (name.as_str(), made.clone())).collect();
    let text = |name: &str| {
        let subject = avgust::explain::find(name, &built.loaded, &built.sources).expect(name);
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
    for name in ["сеть.csv C9", "сеть.csv:9:1", "ть.csv C2"] {
        assert!(avgust::explain::find(name, &built.loaded, &built.sources).is_err(), "{name}");
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
