//! The logical text of a Word file, as Word shows it: numbers computed from `numbering.xml`,
//! fields by their stored text, headers and footers left out.
//!
//! It shares no code with the writer: it reads the finished file.

use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use zip::ZipArchive;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const LETTERS: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";

/// A paragraph as Word shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The number or mark that Word computes; empty without one.
    pub label: String,
    /// Its words.
    pub text: String,
    /// Its style's id.
    pub style: String,
    /// The bookmarks that begin in it.
    pub bookmarks: Vec<String>,
    /// The table's row in which it stands, the same number for the whole row.
    pub row: Option<usize>,
}

impl Shown {
    /// One line: the label, a space, the words.
    pub fn line(&self) -> String {
        if self.label.is_empty() { self.text.clone() } else { format!("{} {}", self.label, self.text) }
    }
}

/// The text of a part.
pub fn part(docx: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(docx)).expect("a zip archive");
    let mut text = String::new();
    archive.by_name(name).expect(name).read_to_string(&mut text).expect("UTF-8");
    text
}

/// The paragraphs of a Word file in the order of reading, tables cell by cell, without those
/// that have neither label nor words.
pub fn paragraphs(docx: &[u8]) -> Vec<Shown> {
    let (document, numbering) = (part(docx, "word/document.xml"), part(docx, "word/numbering.xml"));
    let document = Document::parse(&document).expect("document.xml");
    let mut numbers = Numbers::read(&Document::parse(&numbering).expect("numbering.xml"));
    let all = document.descendants().filter(|node| node.has_tag_name((W, "p")));
    all.map(|node| shown(node, &mut numbers)).filter(|p| !p.label.is_empty() || !p.text.is_empty()).collect()
}

/// The lines of [`paragraphs`].
pub fn lines(docx: &[u8]) -> Vec<String> {
    paragraphs(docx).iter().map(Shown::line).collect()
}

/// The lines at the foot of the first page, without those that are empty.
pub fn footer_lines(docx: &[u8]) -> Vec<String> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).expect("a zip archive");
    if archive.by_name("word/footer1.xml").is_err() {
        return Vec::new();
    }
    let (footer, numbering) = (part(docx, "word/footer1.xml"), part(docx, "word/numbering.xml"));
    let footer = Document::parse(&footer).expect("footer1.xml");
    let mut numbers = Numbers::read(&Document::parse(&numbering).expect("numbering.xml"));
    let all = footer.descendants().filter(|node| node.has_tag_name((W, "p")));
    all.map(|node| shown(node, &mut numbers).line()).filter(|line| !line.is_empty()).collect()
}

fn shown(node: Node, numbers: &mut Numbers) -> Shown {
    let properties = child(node, "pPr");
    let number = properties.and_then(|node| child(node, "numPr"));
    let label = number.map(|node| numbers.next(val(node, "numId"), val(node, "ilvl"))).unwrap_or_default();
    let bookmarks = node.descendants().filter(|node| node.has_tag_name((W, "bookmarkStart")));
    Shown {
        label,
        text: words(node),
        style: properties.and_then(|node| child(node, "pStyle")).map(own_val).unwrap_or_default(),
        bookmarks: bookmarks.map(|node| attribute(node, "name")).collect(),
        row: node.ancestors().find(|node| node.has_tag_name((W, "tr"))).map(|row| row.id().get_usize()),
    }
}

/// The words of a paragraph; of a field only its stored text.
fn words(paragraph: Node) -> String {
    let mut text = String::new();
    // For each open field whether its stored text has begun.
    let mut fields: Vec<bool> = Vec::new();
    for node in paragraph.descendants().filter(|node| node.is_element()) {
        let stored = fields.iter().all(|begun| *begun);
        match node.tag_name().name() {
            "fldChar" => match attribute(node, "fldCharType").as_str() {
                "begin" => fields.push(false),
                "separate" => *fields.last_mut().expect("an open field") = true,
                _ => drop(fields.pop().expect("an open field")),
            },
            "t" if stored => text.push_str(node.text().unwrap_or_default()),
            "br" if stored => text.push('\n'),
            "tab" if stored && node.parent().is_some_and(|run| run.has_tag_name((W, "r"))) => text.push('\t'),
            // It looks like any hyphen; only no line ends at it.
            "noBreakHyphen" if stored => text.push('-'),
            "softHyphen" if stored => text.push('\u{ad}'),
            _ => {}
        }
    }
    assert!(fields.is_empty(), "a field that does not end");
    text
}

/// The numberings of a file and how far they have counted.
struct Numbers {
    schemes: BTreeMap<u32, Vec<Level>>,
    nums: BTreeMap<u32, (u32, BTreeMap<usize, u32>)>,
    /// Counters belong to the abstract numbering: instances of one share them.
    counters: BTreeMap<u32, Vec<Option<u32>>>,
    /// A `startOverride` holds when its instance and level are first met.
    met: BTreeSet<(u32, usize)>,
}

struct Level {
    start: u32,
    format: String,
    restart: Option<u32>,
    text: String,
}

impl Numbers {
    fn read(document: &Document) -> Numbers {
        let root = document.root_element();
        let all = |name: &'static str| root.children().filter(move |node| node.has_tag_name((W, name)));
        let schemes = all("abstractNum").map(|node| (number(node, "abstractNumId"), levels(node)));
        let nums = all("num").map(|node| {
            let overrides = node.children().filter(|node| node.has_tag_name((W, "lvlOverride")));
            let starts = overrides.map(|node| (number(node, "ilvl") as usize, val(node, "startOverride")));
            (number(node, "numId"), (val(node, "abstractNumId"), starts.collect()))
        });
        let (schemes, nums) = (schemes.collect(), nums.collect());
        Numbers { schemes, nums, counters: BTreeMap::new(), met: BTreeSet::new() }
    }

    /// The label of the next paragraph of a numbering.
    fn next(&mut self, num: u32, level: u32) -> String {
        let level = level as usize;
        let (scheme, starts) = &self.nums[&num];
        let levels = &self.schemes[scheme];
        let counters = self.counters.entry(*scheme).or_insert_with(|| vec![None; levels.len()]);
        let jump = starts.get(&level).copied().filter(|_| self.met.insert((num, level)));
        let start = starts.get(&level).copied().unwrap_or(levels[level].start);
        counters[level] = Some(jump.unwrap_or_else(|| counters[level].map_or(start, |last| last + 1)));
        for (deeper, plan) in levels.iter().enumerate().skip(level + 1) {
            // Restarts after the level that it names, or after any above; 0 is never.
            if plan.restart.is_none_or(|after| level < after as usize) {
                counters[deeper] = None;
            }
        }
        for (above, counter) in counters.iter_mut().enumerate().take(level) {
            assert!(counter.is_some(), "level {above} was skipped: Word and LibreOffice differ on that");
        }
        label(levels, counters, level)
    }
}

fn levels(scheme: Node) -> Vec<Level> {
    let all = scheme.children().filter(|node| node.has_tag_name((W, "lvl")));
    let text = |node, name| child(node, name).map(own_val).unwrap_or_default();
    all.map(|node| Level {
        start: val(node, "start"),
        format: text(node, "numFmt"),
        restart: child(node, "lvlRestart").map(|_| val(node, "lvlRestart")),
        text: text(node, "lvlText"),
    })
    .collect()
}

fn label(levels: &[Level], counters: &[Option<u32>], level: usize) -> String {
    let mut text = levels[level].text.clone();
    for (at, plan) in levels.iter().enumerate().take(level + 1) {
        let number = counters[at].unwrap_or(plan.start);
        text = text.replace(&format!("%{}", at + 1), &formatted(&plan.format, number));
    }
    text
}

fn formatted(format: &str, number: u32) -> String {
    match format {
        "decimal" => number.to_string(),
        "russianLower" => {
            let count = LETTERS.chars().count() as u32;
            let letter = LETTERS.chars().nth(((number - 1) % count) as usize).expect("a letter");
            letter.to_string().repeat(((number - 1) / count + 1) as usize)
        }
        _ => String::new(),
    }
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.has_tag_name((W, name)))
}

fn attribute(node: Node, name: &str) -> String {
    node.attribute((W, name)).unwrap_or_default().to_owned()
}

fn number(node: Node, name: &str) -> u32 {
    attribute(node, name).parse().expect(name)
}

fn own_val(node: Node) -> String {
    attribute(node, "val")
}

/// The number in `w:val` of a child.
fn val(node: Node, name: &str) -> u32 {
    own_val(child(node, name).expect(name)).parse().expect(name)
}
