//! The documentation is run: packs are built, figures printed, errors made, layouts rendered,
//! and the lists of keys, elements and dependencies are held against the code.
//! `BLESS=1 cargo test --test docs -- --test-threads=1` rewrites the outputs that the pages show.
//!
//! What a fenced block means stands after its language:
//!
//! - a file's name (`yaml pack.yaml`, `csv данные/сеть.csv`): a file of the page's pack;
//!   `pack.yaml` begins another pack;
//! - `yaml pack`: keys in place of those of the page's `pack.yaml`, until the section ends;
//! - `yaml резолюция`: the keys of a resolution; `yaml пункты`: its clauses;
//! - `xml layout`: the inside of a `<document>`;
//! - `text печатается` or `text printed` after one of these: what the document then says;
//! - `text ошибка` or `text error`: what the program says of it.

#[path = "support/messages.rs"]
mod all_messages;
#[path = "support/docx_text.rs"]
#[allow(dead_code)]
mod docx_text;
#[path = "support/markdown.rs"]
mod markdown;

use avgust::check;
use avgust::document::vocabulary::{ELEMENTS, Takes};
use avgust::pack::facts::Facts;
use avgust::pack::register::Register;
use avgust::pack::report::Report;
use avgust::pack::resolution::Resolution;
use avgust::pack::shape::{Name, Record, Shape};
use avgust::pack::sheet::{Handout, SummarySheet};
use avgust::pipeline::{Format, load, make};
use avgust::russian::deadline::{self, Context, YearKind};
use avgust::russian::school_year::SchoolYear;
use avgust::source::{Findings, Folder, Language, Message, Severity, Sources, render};
use avgust::typeset::Fonts;
use chrono::NaiveDate;
use markdown::{Block, Page, folded, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const PAGES: [&str; 3] = ["docs/guide.ru.md", "docs/guide.md", "docs/layouts.md"];

/// What building a pack gives: the lines of its documents, or what the program says.
type Built = Result<Vec<String>, String>;

/// The files of a pack by name.
type Files = BTreeMap<String, String>;

fn build(files: &Files, language: Language) -> Built {
    let place = written(files);
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let mut lines = Vec::new();
    let loaded = load(&Folder::new(place.path()), &mut sources, &mut findings);
    for document in loaded.iter().flat_map(|loaded| &loaded.documents) {
        let Some(loaded) = &loaded else { continue };
        let fonts = Fonts::embedded();
        let made = make(loaded, document, &[Format::Docx], &fonts, &sources, &mut findings);
        lines.extend(made.iter().flat_map(|made| &made.files).flat_map(|file| shown(&file.bytes)));
    }
    if findings.list.is_empty() {
        return Ok(lines.iter().map(|line| folded(line)).collect());
    }
    Err(render(&findings, &sources, language, false))
}

/// What the checks say of a pack, notes left out.
fn checked(files: &Files, language: Language) -> String {
    let place = written(files);
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let loaded = load(&Folder::new(place.path()), &mut sources, &mut findings).expect("the pack is read");
    let mut found = check::check(&loaded, &sources, &mut findings);
    found.list.retain(|finding| finding.severity > Severity::Note);
    render(&found, &sources, language, false)
}

/// The files in a folder.
fn written(files: &Files) -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        let path = place.path().join(name);
        fs::create_dir_all(path.parent().unwrap_or(place.path())).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    place
}

/// The lines of a Word file; the cells of a row stand on one line.
fn shown(docx: &[u8]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut last = None;
    for paragraph in docx_text::paragraphs(docx) {
        match lines.last_mut() {
            Some(line) if paragraph.row.is_some() && paragraph.row == last => {
                line.push_str(" | ");
                line.push_str(&paragraph.line());
            }
            _ => lines.push(paragraph.line()),
        }
        last = paragraph.row;
    }
    lines
}

/// A page's pack while its blocks are read.
struct Pack {
    files: Files,
    /// Keys in place of those of `pack.yaml`, as long as the section goes on.
    instead: String,
}

impl Pack {
    /// The pack with one document, and how many of the lines are not the example's.
    fn with(&self, document: &str, text: &str) -> Files {
        let mut files = self.files.clone();
        let documents = format!("{}: [{document}]\n", self.key("документы", "documents"));
        let pack = self.files.get("pack.yaml").map_or("", String::as_str);
        let pack = replaced(&replaced(pack, &self.instead), &documents);
        files.insert("pack.yaml".to_owned(), pack);
        files.insert(document.to_owned(), text.to_owned());
        files
    }

    /// A key in the language of the pack's own.
    fn key(&self, russian: &'static str, english: &'static str) -> &'static str {
        let pack = self.files.get("pack.yaml").map_or("", String::as_str);
        if pack.contains("\ndocuments:") { english } else { russian }
    }

    /// The files that a block asks to be built, and how many lines stand before its own; `None`
    /// where it only adds a file.
    fn take(&mut self, block: &Block) -> Option<(Files, usize)> {
        let body = &block.body;
        match (block.language.as_str(), block.mark.as_str()) {
            ("yaml", "pack") => {
                self.instead.clone_from(body);
                None
            }
            ("yaml", "пункты" | "clauses") => {
                let kind = format!("{}: РЕЗОЛЮЦИЯ\n", self.key("вид", "kind"));
                let heading =
                    format!("{}: [{}]\n", self.key("заголовок", "heading"), self.key("вид", "kind"));
                let clauses = format!("{}:\n{}", self.key("пункты", "clauses"), indented(body));
                Some((self.with("пример.yaml", &format!("{kind}{heading}{clauses}")), 1))
            }
            ("yaml", "резолюция" | "resolution") => {
                let mut text = body.clone();
                for (ru, en, value) in [("вид", "kind", "РЕЗОЛЮЦИЯ"), ("пункты", "clauses", "Текст пункта.")]
                {
                    let key = self.key(ru, en);
                    if !body.lines().any(|line| line.starts_with(&format!("{key}:"))) {
                        text.push_str(&format!("{key}: {value}\n"));
                    }
                }
                Some((self.with("пример.yaml", &text), 0))
            }
            ("xml", "layout") => {
                self.files
                    .insert("templates/example/fields.yaml".into(), "название: Пример\nполя: []\n".into());
                let layout = format!("<document title=\"Пример\">\n{body}</document>\n");
                self.files.insert("templates/example/layout.hbs".into(), layout);
                Some((self.with("пример.yaml", "layout: example\n"), 0))
            }
            (_, name) if name.contains('.') && !name.contains(' ') => {
                if name == "pack.yaml" {
                    self.files.clear();
                    self.instead.clear();
                }
                self.files.insert(name.to_owned(), body.clone());
                Some((self.files.clone(), 0))
            }
            (language, mark) => panic!("line {}: `{language} {mark}` is no example", block.line),
        }
    }
}

/// A YAML text with the keys of another in place of its own.
fn replaced(text: &str, instead: &str) -> String {
    let is_key = |line: &str| line.starts_with(char::is_alphabetic);
    let key = |line: &str| line.split(':').next().unwrap_or("").to_owned();
    let keys: Vec<String> = instead.lines().filter(|line| is_key(line)).map(key).collect();
    let mut out = String::new();
    let mut skip = false;
    for line in text.lines() {
        if is_key(line) {
            skip = keys.contains(&key(line));
        }
        if !skip {
            out.push_str(line);
            out.push('\n');
        }
    }
    out + instead
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}\n")).collect()
}

/// Whether a block only shows something: a tree of files, a line of a terminal.
fn is_picture(block: &Block) -> bool {
    block.mark.is_empty() && matches!(block.language.as_str(), "" | "text" | "sh" | "yaml")
}

#[test]
fn every_example_is_built_and_says_what_the_page_shows() {
    for name in PAGES {
        let page = Page::read(name);
        let language = if name.ends_with("ru.md") { Language::Russian } else { Language::English };
        let mut pack = Pack { files: Files::new(), instead: String::new() };
        let mut changes = Vec::new();
        let blocks: Vec<Block> = page.blocks().into_iter().filter(|block| !is_picture(block)).collect();
        let mut built = 0;
        for (index, block) in blocks.iter().enumerate() {
            if is_output(block) {
                assert!(index > 0 && !is_output(&blocks[index - 1]), "{name}:{}", block.line);
                continue;
            }
            if index > 0 && page.is_heading_between(&blocks[index - 1], block) {
                pack.instead.clear();
            }
            let Some((files, before)) = pack.take(block) else { continue };
            let next = blocks.get(index + 1).filter(|next| is_output(next));
            let whole = block.mark.contains('.');
            match (next.map(|next| next.mark.as_str()), next) {
                (Some("ошибка" | "error"), Some(next)) => {
                    let said = build(&files, language).expect_err(&format!("{name}:{}", block.line));
                    changes.push((next.range.clone(), said));
                }
                (_, next) => {
                    // Files follow one another; the pack is built when the last one is there.
                    let more = blocks
                        .get(index + 1)
                        .is_some_and(|next| next.mark.contains('.') && !page.is_heading_between(block, next));
                    if whole && more && next.is_none() {
                        continue;
                    }
                    let lines = build(&files, language)
                        .unwrap_or_else(|said| panic!("{name}:{}\n{said}", block.line));
                    if whole || matches!(block.mark.as_str(), "резолюция" | "resolution") {
                        let found = checked(&files, language);
                        assert!(found.is_empty(), "{name}:{} is no example to follow:\n{found}", block.line);
                    }
                    built += 1;
                    let Some(next) = next else { continue };
                    changes.push((next.range.clone(), lines[before..].join("\n") + "\n"));
                }
            }
        }
        assert!(built > 0, "{name} shows no example");
        page.settle(changes);
    }
}

fn is_output(block: &Block) -> bool {
    block.language == "text" && !block.mark.is_empty()
}

/// The first pack of the guide, on which its tables rest.
fn guide_pack(page: &Page) -> Pack {
    let mut pack = Pack { files: Files::new(), instead: String::new() };
    for block in page.blocks().iter().filter(|block| !is_picture(block)) {
        if !block.mark.contains('.') || block.mark == "pack.yaml" && !pack.files.is_empty() {
            break;
        }
        pack.take(block);
    }
    pack
}

/// A guide's table of helpers, and the resolution that stands around them: `{rows}` are theirs.
struct Helpers {
    page: &'static str,
    header: &'static str,
    around: &'static str,
    language: Language,
}

const HELPERS: [Helpers; 2] = [
    Helpers {
        page: "docs/guide.ru.md",
        header: "| Пишут | Печатается |",
        around: "вид: Р\nзаголовок: [вид]\nпункты:\n  - id: наставники\n    текст: Текст.\n    срок: до 01.12.2025\n    таблица: бюджет\n{rows}приложения: [{id: план, название: П., план: да}, {id: ещё, текст: Т.}]\n",
        language: Language::Russian,
    },
    Helpers {
        page: "docs/guide.md",
        header: "| Write | Prints |",
        around: "kind: Р\nheading: [kind]\nclauses:\n  - id: mentors\n    text: Текст.\n    due: до 01.12.2025\n    table: budget\n{rows}appendices: [{id: plan, title: П., plan: yes}, {id: more, text: Т.}]\n",
        language: Language::English,
    },
];

#[test]
fn every_helper_prints_what_the_guides_show() {
    for helpers in HELPERS {
        let page = Page::read(helpers.page);
        let pack = guide_pack(&page);
        let rows = page.rows(helpers.header);
        let text = |row: &String| format!("- |\n  {}\n", row.trim_matches('`').replace("\\|", "|"));
        let texts: String = rows.iter().map(|row| text(&row[0].0)).collect();
        let text = helpers.around.replace("{rows}", &indented(&texts));
        let lines = build(&pack.with("пример.yaml", &text), helpers.language).expect("the helpers print");
        let is_ours =
            |line: &&String| line.split_once(". ").is_some_and(|(number, _)| number.parse::<u32>().is_ok());
        let printed: Vec<&str> =
            lines.iter().filter(is_ours).skip(1).filter_map(|line| Some(line.split_once(". ")?.1)).collect();
        assert!(rows.len() > 20 && printed.len() >= rows.len(), "{lines:#?}");
        let changes = rows.iter().zip(printed).map(|(row, real)| (row[1].1.clone(), real.to_owned()));
        page.settle(changes.collect());
        if helpers.language == Language::Russian {
            every_helper_is_in(&page, &rows.iter().map(|row| row[0].0.clone()).collect::<String>());
        }
    }
}

/// The hint about an unknown helper lists all of them.
fn every_helper_is_in(page: &Page, shown: &str) {
    let pack = guide_pack(page);
    let text = "вид: Р\nпункты:\n  - |\n    {{ъъъ ученики}}\n";
    let said = build(&pack.with("пример.yaml", text), Language::Russian).expect_err("no such helper");
    let names: Vec<&str> = said.split('`').skip(1).step_by(2).filter(|word| !word.contains('{')).collect();
    let known: Vec<&&str> = names.iter().filter(|word| **word != "ъъъ").collect();
    assert!(known.len() > 15, "{said}");
    for name in known {
        assert!(shown.contains(&format!("{{{{{name}")), "the guide shows no `{{{{{name}}}}}`");
    }
}

/// What a deadline means, as the guides of both languages put it.
fn meaning(wording: &str, language: Language) -> String {
    let conference = NaiveDate::from_ymd_opt(2025, 8, 28).expect("a day");
    let reported = SchoolYear::starting(2024).expect("a year");
    let context = Context::after(conference, reported, YearKind::School);
    let deadline = deadline::parse(wording, &context)
        .unwrap_or_else(|error| panic!("«{wording}» is no deadline: {error:?}"));
    let russian = language == Language::Russian;
    let day = |day: NaiveDate| day.format(if russian { "%d.%m.%Y" } else { "%Y-%m-%d" }).to_string();
    match (deadline.start(), deadline.end()) {
        (Some(start), Some(end)) if start == end => day(end),
        (Some(start), Some(end)) => format!("{} – {}", day(start), day(end)),
        (None, Some(end)) if russian => format!("не позднее {}", day(end)),
        (None, Some(end)) => format!("until {}", day(end)),
        (Some(start), None) if russian => format!("с {}, без конца", day(start)),
        (Some(start), None) => format!("from {}", day(start)),
        (None, None) if russian => "без последнего дня".to_owned(),
        (None, None) => "no last day".to_owned(),
    }
}

#[test]
fn every_deadline_means_what_the_guides_say() {
    let tables = [
        ("docs/guide.ru.md", "| Срок | Что он значит |", Language::Russian),
        ("docs/guide.md", "| Deadline | What it means |", Language::English),
    ];
    for (name, header, language) in tables {
        let page = Page::read(name);
        let rows = page.rows(header);
        assert!(rows.len() > 18);
        let mut changes = Vec::new();
        for row in &rows {
            let wordings = row[0].0.split('`').skip(1).step_by(2);
            let means: BTreeSet<String> = wordings.map(|wording| meaning(wording, language)).collect();
            assert_eq!(means.len(), 1, "{} mean different things: {means:?}", row[0].0);
            changes.push((row[1].1.clone(), means.into_iter().collect()));
        }
        page.settle(changes);
    }
}

/// Every name that a shape has: keys and words to choose from.
fn names(shape: &Shape, seen: &mut BTreeSet<String>, found: &mut Vec<Name>) {
    match shape {
        Shape::List(inner) | Shape::Named(inner) => names(inner, seen, found),
        Shape::Record(record) => names_of(&record(), seen, found),
        Shape::Fields(record) => names_of(record, seen, found),
        Shape::Choice(words) => found.extend(words.iter().cloned()),
        _ => {}
    }
}

fn names_of(record: &Record, seen: &mut BTreeSet<String>, found: &mut Vec<Name>) {
    if !seen.insert(format!("{:?} {}", record.name, record.fields.len())) {
        return;
    }
    for field in &record.fields {
        found.push(field.key.clone());
        names(&field.shape, seen, found);
    }
}

/// A name as the pages show it.
fn pair(name: &Name) -> String {
    if name.ru == name.en { format!("`{}`", name.ru) } else { format!("`{}` / `{}`", name.ru, name.en) }
}

#[test]
fn the_guide_has_every_key_in_both_languages() {
    let text = Page::read("docs/guide.ru.md").text;
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    names_of(&Facts::record(), &mut seen, &mut found);
    names_of(&Resolution::record(), &mut seen, &mut found);
    found.push(Name::new("из", "from"));
    assert!(found.len() > 80);
    let missing: Vec<String> = found
        .iter()
        .filter(|name| !matches!(name.ru.as_ref(), "true" | "false"))
        .map(pair)
        .filter(|pair| !text.contains(pair.as_str()))
        .collect();
    assert!(missing.is_empty(), "not in the guide: {missing:#?}");
}

/// The records of a shape, each once, those that name it first.
fn records(shape: &Shape, found: &mut Vec<Record>) {
    match shape {
        Shape::List(inner) | Shape::Named(inner) => records(inner, found),
        Shape::Record(record) => records_of(record(), found),
        _ => {}
    }
}

fn records_of(record: Record, found: &mut Vec<Record>) {
    if found.iter().any(|known| known.name == record.name && known.fields.len() == record.fields.len()) {
        return;
    }
    let shapes: Vec<Shape> = record.fields.iter().map(|field| field.shape.clone()).collect();
    found.push(record);
    shapes.iter().for_each(|shape| records(shape, found));
}

/// A record's keys as a table: the language's own name first, what it is, and the words it takes.
fn table_of_keys(record: &Record, language: Language) -> String {
    let russian = language == Language::Russian;
    let mut table = format!("\n## {}\n\n", capitalised(record.name.in_language(language)));
    table += if russian {
        "| Ключ | Что это |\n|---|---|\n"
    } else {
        "| Key | What it is |\n|---|---|\n"
    };
    for field in &record.fields {
        let (own, other) = match russian {
            true => (&field.key.ru, &field.key.en),
            false => (&field.key.en, &field.key.ru),
        };
        let names = if own == other { format!("`{own}`") } else { format!("`{own}` / `{other}`") };
        let required = match (field.required, russian) {
            (false, _) => "",
            (true, true) => " Обязателен.",
            (true, false) => " Required.",
        };
        let words = match &field.shape {
            Shape::Choice(words) => words_of(words, russian),
            Shape::List(inner) => match inner.as_ref() {
                Shape::Choice(words) => words_of(words, russian),
                _ => String::new(),
            },
            _ => String::new(),
        };
        let about = field.about.in_language(language).replace('|', "\\|");
        table += &format!("| {names} | {about}{required}{words} |\n");
    }
    table
}

fn words_of(words: &[Name], russian: bool) -> String {
    let words: Vec<String> = words
        .iter()
        .map(|word| match (word.ru == word.en, russian) {
            (true, _) => format!("`{}`", word.ru),
            (false, true) => format!("`{}` / `{}`", word.ru, word.en),
            (false, false) => format!("`{}` / `{}`", word.en, word.ru),
        })
        .collect();
    format!(" {}: {}.", if russian { "Слова" } else { "Words" }, words.join(", "))
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[test]
fn the_pages_of_keys_have_every_key_of_every_document() {
    let mut found = Vec::new();
    for root in [
        Facts::record(),
        Resolution::record(),
        Report::record(),
        Register::record(),
        SummarySheet::record(),
        Handout::record(),
    ] {
        records_of(root, &mut found);
    }
    for (name, language) in [("docs/keys.ru.md", Language::Russian), ("docs/keys.md", Language::English)] {
        let page = Page::read(name);
        let start = page.text.find("\n## ").expect("the tables");
        let tables: String = found.iter().map(|record| table_of_keys(record, language)).collect();
        page.settle(vec![(start..page.text.len(), tables)]);
    }
}

#[test]
fn the_page_about_layouts_has_every_element_and_attribute() {
    let page = Page::read("docs/layouts.md");
    let rows = page.rows("| element | attributes | inside |");
    let mut changes = Vec::new();
    assert_eq!(rows.len(), ELEMENTS.len(), "one row for each element");
    for (row, element) in rows.iter().zip(ELEMENTS) {
        assert_eq!(row[0].0, format!("`<{}>`", element.name), "the rows stand in the code's order");
        let attribute = |(name, takes): &(&str, Takes)| match takes {
            Takes::Anything => format!("`{name}`"),
            Takes::Words(["yes", "no", ..]) => format!("`{name}` (yes, no)"),
            Takes::Words(values) => format!("`{name}` ({})", values.join(", ")),
            Takes::Millimetres => format!("`{name}` (mm)"),
            Takes::Count => format!("`{name}` (a whole number)"),
            Takes::Shares => format!("`{name}` (shares)"),
        };
        let attributes: Vec<String> = element.attributes.iter().map(attribute).collect();
        let mut inside: Vec<String> = element.children.iter().map(|name| format!("`{name}`")).collect();
        if element.words {
            inside.insert(0, "words, handles".to_owned());
        }
        changes.push((row[1].1.clone(), dash(attributes.join(", "))));
        changes.push((row[2].1.clone(), dash(inside.join(", "))));
        let examples = page.blocks();
        let mut shown =
            examples.iter().filter(|block| block.language == "xml" || block.mark.ends_with(".hbs"));
        assert!(
            shown.any(|block| block.body.contains(&format!("<{}", element.name))),
            "no example shows <{}>",
            element.name
        );
    }
    page.settle(changes);
}

fn dash(text: String) -> String {
    if text.is_empty() { "–".to_owned() } else { text }
}

#[test]
fn the_page_about_layouts_has_every_key_of_styles_and_fields() {
    let text = Page::read("docs/layouts.md").text;
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    names_of(&avgust::style::StyleFacts::record(), &mut seen, &mut found);
    for (file, pair) in [("fields.yaml", "`основа` / `base`"), ("fields.yaml", "`поля` / `fields`")]
    {
        assert!(text.contains(pair), "{file}: {pair}");
    }
    names(&<avgust::layout::FieldFacts as avgust::pack::read::Read>::shape(), &mut seen, &mut found);
    let missing: Vec<String> = found
        .iter()
        .filter(|name| !matches!(name.ru.as_ref(), "true" | "false" | "да" | "нет"))
        .map(pair)
        .filter(|pair| !text.contains(pair.as_str()))
        .collect();
    assert!(missing.is_empty(), "not in docs/layouts.md: {missing:#?}");
}

#[test]
fn every_dependency_is_accounted_for() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    let page = Page::read("docs/dependencies.md").text;
    let mut inside = false;
    let mut count = 0;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
        } else if let (true, Some((name, _))) = (inside, line.split_once('=')) {
            count += 1;
            assert!(page.contains(&format!("| `{}` |", name.trim())), "docs/dependencies.md lacks {name}");
        }
    }
    assert!(count > 20);
    for line in page.lines().filter(|line| line.starts_with("| `")) {
        let name = line.split('`').nth(1).unwrap_or("");
        assert!(manifest.contains(&format!("\n{name} = ")), "{name} is no dependency any more");
    }
}

/// The names in a layout's data, however deep.
fn data_names(json: &serde_json::Value, names: &mut BTreeSet<String>) {
    match json {
        serde_json::Value::Object(map) => {
            names.extend(map.keys().cloned());
            map.values().for_each(|value| data_names(value, names));
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| data_names(value, names)),
        _ => {}
    }
}

#[test]
fn the_page_about_layouts_has_every_name_of_the_data() {
    let text = Page::read("docs/layouts.md").text;
    let place = tempfile::tempdir().expect("a folder");
    let pack =
        "конференция: {дата: 28.08.2025}\nтаблицы: {т: {данные: [[А, Б], [в, 1]]}}\nдокументы: [р.yaml]\n";
    let resolution = "вид: Р\nпреамбула: [а]\nпункты: [{текст: а, срок: постоянно, таблица: т}]\n\
        подписи: [А. Б. В.]\nприложения: [{план: да}]\n";
    fs::write(place.path().join("pack.yaml"), pack).expect("a file");
    fs::write(place.path().join("р.yaml"), resolution).expect("a file");
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let loaded = load(&Folder::new(place.path()), &mut sources, &mut findings).expect("a pack");
    let document = loaded.documents[0].resolution().expect("a resolution");
    let values = avgust::layout::Values::default();
    let (data, _) = avgust::layout::resolution_data(&loaded.facts, document, &values);
    let mut names = BTreeSet::new();
    data_names(&data, &mut names);
    let conference = data["conference"].as_object().expect("the conference").keys();
    let lost: Vec<&String> =
        conference.filter(|name| !text.contains(&format!("`conference.{name}`"))).collect();
    assert!(lost.is_empty(), "not in docs/layouts.md: {lost:?}");
    names.remove("conference");
    let lost: Vec<&String> = names.iter().filter(|name| !text.contains(&format!("`{name}`"))).collect();
    assert!(names.len() > 35 && lost.is_empty(), "not in docs/layouts.md: {lost:?}");
}

#[test]
fn the_guides_have_every_command_and_option() {
    let commands: [&[&str]; 8] = [
        &[],
        &["build"],
        &["explain"],
        &["init"],
        &["schema"],
        &["layouts"],
        &["layouts", "list"],
        &["layouts", "export"],
    ];
    for (page, language) in [("docs/guide.ru.md", "ru"), ("docs/guide.md", "en")] {
        let text = Page::read(page).text;
        for command in commands {
            let mut avgust = std::process::Command::new(env!("CARGO_BIN_EXE_avgust"));
            let help =
                avgust.args(command).args(["--help", "--lang", language]).output().expect("avgust starts");
            let help = String::from_utf8(help.stdout).expect("UTF-8");
            let options = help
                .split_whitespace()
                .filter(|word| word.starts_with("--"))
                .map(|word| word.trim_end_matches(|c: char| !c.is_ascii_alphabetic()));
            for option in options.filter(|option| !matches!(*option, "--help" | "--version")) {
                assert!(text.contains(option), "{page} lacks {option} of {command:?}");
            }
            assert!(text.contains(&format!("avgust {}", command.join(" "))), "{page} lacks {command:?}");
        }
    }
}

/// Every message of every room.
fn messages() -> Vec<&'static Message> {
    let mut all: Vec<_> = all_messages::all().collect();
    all.sort_by_key(|message| (message.code, message.ru));
    all.dedup_by_key(|message| (message.code, message.ru));
    all
}

/// A page with a table of every message.
struct ErrorPage {
    name: &'static str,
    header: &'static str,
    warning: &'static str,
    note: &'static str,
    /// What a message says, and what it advises.
    words: fn(&Message) -> (&'static str, &'static str),
}

const ERROR_PAGES: [ErrorPage; 2] = [
    ErrorPage {
        name: "docs/errors.ru.md",
        header: "| Код | Что говорит программа | Что сделать |\n|---|---|---|\n",
        warning: "предупреждение",
        note: "замечание",
        words: |message| (message.ru, message.hint_ru),
    },
    ErrorPage {
        name: "docs/errors.md",
        header: "| Code | What the program says | What to do |\n|---|---|---|\n",
        warning: "warning",
        note: "note",
        words: |message| (message.en, message.hint_en),
    },
];

#[test]
fn the_pages_about_errors_have_every_message() {
    for known in ERROR_PAGES {
        let page = Page::read(known.name);
        let start = page.text.find(known.header).expect("the table") + known.header.len();
        let row = |message: &&Message| {
            let kind = match message.severity {
                Severity::Error => String::new(),
                Severity::Warning => format!(" ({})", known.warning),
                Severity::Note => format!(" ({})", known.note),
            };
            let bars = |text: &str| text.replace('|', "\\|").replace('\n', " ");
            let (says, advises) = (known.words)(message);
            format!("| `{}`{kind} | {} | {} |\n", message.code, bars(says), bars(advises))
        };
        let rows: String = messages().iter().map(row).collect();
        page.settle(vec![(start..page.text.len(), rows)]);
    }
}

/// All pages with what they say.
fn pages() -> Vec<(String, String)> {
    let mut names = vec!["README.md".to_owned(), "README.ru.md".to_owned(), "fonts/README.md".to_owned()];
    let files = fs::read_dir(root().join("docs")).expect("docs").flatten();
    for entry in files.filter(|entry| entry.path().is_file()) {
        names.push(format!("docs/{}", entry.file_name().to_string_lossy()));
    }
    names.sort();
    names.into_iter().map(|name| (name.clone(), Page::read(&name).text)).collect()
}

/// The files that a page links to.
fn links(name: &str, text: &str) -> Vec<String> {
    let folder = Path::new(name).parent().unwrap_or(Path::new(""));
    let mut links = Vec::new();
    for part in text.split("](").skip(1) {
        let target = part.split([')', '#']).next().unwrap_or("");
        if target.is_empty() || target.contains("://") {
            continue;
        }
        let mut path: Vec<&str> = folder.iter().filter_map(|part| part.to_str()).collect();
        for part in target.split('/') {
            match part {
                ".." => drop(path.pop()),
                "." | "" => {}
                part => path.push(part),
            }
        }
        links.push(path.join("/"));
    }
    links
}

#[test]
fn every_page_is_linked_and_no_link_is_dead() {
    let pages = pages();
    let mut reached = BTreeSet::new();
    for (name, text) in &pages {
        for link in links(name, text) {
            assert!(root().join(&link).exists(), "{name} links to {link}, which is not there");
            reached.insert(link);
        }
    }
    for (name, _) in &pages {
        assert!(name.starts_with("README") || reached.contains(name), "no page links to {name}");
    }
}

#[test]
fn every_room_of_the_house_is_described() {
    let text = Page::read("docs/architecture.md").text;
    let rooms =
        fs::read_dir(root().join("src")).expect("src").flatten().filter(|entry| entry.path().is_dir());
    for room in rooms {
        let name = room.file_name().to_string_lossy().into_owned();
        assert!(text.contains(&format!("**`{name}`**")), "docs/architecture.md lacks src/{name}");
    }
    for name in text.split('`').filter(|word| word.ends_with(".rs") && !word.contains(' ')) {
        let inside = |room: fs::DirEntry| room.path().join(name).exists();
        let somewhere = root().join("src").join(name).exists() || root().join(name).exists();
        let rooms = || fs::read_dir(root().join("src")).expect("src").flatten();
        assert!(somewhere || rooms().any(inside), "docs/architecture.md names {name}, which is not there");
    }
}

/// The files that the ledger of the official format names.
#[test]
fn the_ledger_names_files_that_are_there() {
    let text = Page::read("docs/official-format.md").text;
    let named = text
        .split('`')
        .filter(|word| !word.contains(' ') && [".rs", ".hbs", ".yaml"].iter().any(|end| word.ends_with(end)));
    let mut count = 0;
    for name in named {
        count += 1;
        let places = ["", "templates/resolution/", "src/russian/"];
        assert!(
            places.iter().any(|place| root().join(format!("{place}{name}")).exists()),
            "there is no {name}"
        );
    }
    assert!(count > 10);
}

/// What must not stand in a page that others read.
#[test]
fn no_page_is_unfinished() {
    for (name, text) in pages() {
        for word in ["TODO", "FIXME", "XXX", "/work/", "/home/"] {
            assert!(!text.contains(word), "{name}: {word}");
        }
    }
}
