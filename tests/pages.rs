//! Where the pages of finished PDF files end, as a property of resolutions of every length: no
//! line of a paragraph alone, no heading at the foot of a page, no row divided, every deadline on
//! the page of its task, at least three lines of text with a signature, nobody's telephone alone.
//!
//! Each word of a generated document carries the number of its paragraph («порядок17»), so a line
//! of a page says by itself what it belongs to, and nothing but the pages has to be read.

mod support;

#[path = "support/binary.rs"]
mod binary;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use support::pdf_text::TaggedPdf;

/// What a paragraph is; those that belong to another one name it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// Text that may be divided, two lines at least on each side.
    Text,
    /// Never the last on a page: a theme, a verb, an addressee, a table's caption and head.
    Heading,
    /// A deadline or the name of who is responsible: on the page of the whole task.
    Of(usize),
    /// A row of a table: never divided.
    Row,
    /// A signature: three lines of text before it.
    Signature,
    /// The executor: never the first on a page.
    Executor,
}

/// Numbers that look like chance and are the same on every run (Knuth's MMIX generator).
struct Chance(u64);

impl Chance {
    /// A number from `from` to `to`.
    fn between(&mut self, from: usize, to: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        from + (self.0 >> 33) as usize % (to - from + 1)
    }

    /// Once in `of` times.
    fn once_in(&mut self, of: usize) -> bool {
        self.between(1, of) == 1
    }
}

/// A resolution being written, and what its paragraphs are, by number.
struct Writer {
    seed: u64,
    chance: Chance,
    yaml: String,
    /// Its tables, as the pack has them.
    tables: String,
    kinds: Vec<Kind>,
}

const WORDS: [&str; 10] = [
    "план",
    "работа",
    "порядок",
    "сведения",
    "учреждение",
    "образование",
    "руководитель",
    "сопровождение",
    "профессиональный",
    "совершенствование",
];

impl Writer {
    /// The words of a new paragraph, so many of them.
    fn words(&mut self, kind: Kind, count: usize) -> String {
        let number = self.kinds.len();
        self.kinds.push(kind);
        let word = |chance: &mut Chance| format!("{}{number}", WORDS[chance.between(0, WORDS.len() - 1)]);
        (0..count).map(|_| word(&mut self.chance)).collect::<Vec<_>>().join(" ")
    }

    /// A text that is put under a key, as deep as told.
    fn text(&mut self, depth: usize, key: &str, kind: Kind, from: usize, to: usize) {
        let count = self.chance.between(from, to);
        let words = self.words(kind, count);
        let pad = " ".repeat(depth);
        writeln!(self.yaml, "{pad}{key} |\n{pad}    {words}").expect("written");
    }

    /// A whole resolution.
    fn resolution(seed: u64) -> Writer {
        let (yaml, tables, kinds) = (String::new(), String::new(), Vec::new());
        let mut writer = Writer { seed, chance: Chance(seed), yaml, tables, kinds };
        writer.chance.between(0, 1);
        writer.yaml.push_str("вид: РЕЗОЛЮЦИЯ\nзаголовок: [вид, тема]\n");
        writer.text(0, "тема:", Kind::Heading, 3, 14);
        writer.yaml.push_str("преамбула:\n");
        for _ in 0..writer.chance.between(1, 3) {
            writer.text(2, "-", Kind::Text, 1, 60);
        }
        writer.verb();
        writer.yaml.push_str("пункты:\n");
        for _ in 0..writer.chance.between(1, 4) {
            writer.group();
        }
        writer.end();
        writer
    }

    /// The verb: on a line of its own after a full stop, else in the preamble's line.
    fn verb(&mut self) {
        if self.chance.once_in(2) {
            let preamble = self.kinds.len() - 1;
            return writeln!(self.yaml, "решили: РЕШИЛИ{preamble}").expect("written");
        }
        self.yaml.pop();
        self.yaml.push_str(".\n");
        self.text(0, "решили:", Kind::Heading, 1, 1);
    }

    /// An addressee with tasks.
    fn group(&mut self) {
        let count = self.chance.between(1, 9);
        let addressee = self.words(Kind::Heading, count);
        writeln!(self.yaml, "  - кому: {addressee}").expect("written");
        if self.chance.once_in(4) {
            let due = self.words(Kind::Heading, 2);
            writeln!(self.yaml, "    срок: {{ текст: {due} }}").expect("written");
        }
        self.yaml.push_str("    пункты:\n");
        for _ in 0..self.chance.between(1, 6) {
            self.task();
        }
    }

    fn task(&mut self) {
        let (task, parent) = (self.kinds.len(), self.chance.once_in(6));
        self.text(6, "- текст:", if parent { Kind::Heading } else { Kind::Text }, 1, 45);
        if parent {
            self.yaml.push_str("        список: тире\n        пункты:\n");
            for _ in 0..self.chance.between(1, 4) {
                self.text(10, "-", Kind::Text, 1, 20);
            }
            return;
        }
        if self.chance.once_in(8) {
            self.table();
            return;
        }
        if !self.chance.once_in(4) {
            let due = self.words(Kind::Of(task), 3);
            writeln!(self.yaml, "        срок: {{ текст: {due} }}").expect("written");
        }
        if self.chance.once_in(4) {
            let name = self.words(Kind::Of(task), 2);
            writeln!(self.yaml, "        ответственный: {name}").expect("written");
        }
    }

    /// A table in the task: its caption, its head and its rows.
    fn table(&mut self) {
        let caption = self.words(Kind::Heading, 4);
        let name = format!("т{}_{}", self.seed, self.kinds.len());
        writeln!(self.yaml, "        таблица: {{ таблица: {name}, название: {caption} }}").expect("written");
        writeln!(self.tables, "  {name}:\n    данные:").expect("written");
        self.row(Kind::Heading);
        for _ in 0..self.chance.between(2, 30) {
            self.row(Kind::Row);
        }
    }

    fn row(&mut self, kind: Kind) {
        let (number, count) = (self.kinds.len(), self.chance.between(1, 12));
        let words = self.words(kind, count);
        writeln!(self.tables, "      - [{words}, столбец{number}]").expect("written");
    }

    fn end(&mut self) {
        let appendix = self.chance.once_in(3);
        let note = appendix.then(|| self.words(Kind::Text, 4));
        for number in 0..self.chance.between(0, 3) {
            let position = self.words(Kind::Signature, 4);
            let key = if number == 0 { "подписи:\n" } else { "" };
            writeln!(self.yaml, "{key}  - {{ кто: А. Б. Примерова, должность: {position} }}")
                .expect("written");
        }
        if self.chance.once_in(2) {
            self.text(0, "исполнитель:", Kind::Executor, 1, 3);
        }
        if let Some(note) = note {
            writeln!(self.yaml, "приложения:\n  - {{ название: {note}, план: да }}").expect("written");
        }
    }
}

/// A line of a page: its page and the number of its paragraph.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Line {
    page: usize,
    paragraph: usize,
}

/// The lines of a file from top to bottom, artifacts left out. The plan in the appendix repeats the
/// words of the tasks, so lines count up to the first page that begins with the appendix' mark.
fn lines(pdf: &[u8]) -> Vec<Line> {
    let mut shown = TaggedPdf::read(pdf).shown;
    shown.retain(|one| !one.artifact);
    let mut found: Vec<(usize, f32, String)> = Vec::new();
    for one in shown {
        match found.iter_mut().rev().find(|line| line.0 == one.page && (line.1 - one.y).abs() < 1.0) {
            Some(line) => line.2.push_str(&one.text),
            None => found.push((one.page, one.y, one.text)),
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    let appendix = found.iter().find(|line| line.2.trim() == "Приложение").map_or(usize::MAX, |line| line.0);
    let main = found.into_iter().filter(|line| line.0 < appendix);
    main.filter_map(|(page, _, text)| Some(Line { page, paragraph: number(&text)? })).collect()
}

/// The number that a line's words carry.
fn number(text: &str) -> Option<usize> {
    let at = text.char_indices().zip(text.chars().skip(1)).find_map(|((at, letter), next)| {
        (letter.is_alphabetic() && next.is_ascii_digit()).then_some(at + letter.len_utf8())
    })?;
    let digits: String = text[at..].chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// How many lines fit on a page: more than this never have to stay together.
const PAGE: usize = 28;

/// What is wrong with the page ends of a file.
fn faults(lines: &[Line], kinds: &[Kind]) -> Vec<String> {
    let mut faults = Vec::new();
    let kind = |line: &Line| kinds[line.paragraph];
    let on = |page: usize, paragraph: usize| {
        lines.iter().filter(|line| line.page == page && line.paragraph == paragraph).count()
    };
    for pair in lines.windows(2).filter(|pair| pair[0].page != pair[1].page) {
        let (last, first) = (&pair[0], &pair[1]);
        let mut fault =
            |what: &str| faults.push(format!("page {}: {what} ({last:?} {first:?})", last.page + 1));
        if last.paragraph == first.paragraph {
            match kind(last) {
                Kind::Row => fault("a row is divided"),
                _ if on(last.page, last.paragraph) < 2 => fault("a first line alone"),
                _ if on(first.page, first.paragraph) < 2 => fault("a last line alone"),
                _ => {}
            }
            continue;
        }
        if kind(last) == Kind::Heading {
            fault("a heading at the foot");
        }
        if kind(first) == Kind::Executor {
            fault("an executor alone");
        }
    }
    for (number, line) in lines.iter().enumerate() {
        match kind(line) {
            Kind::Of(task) => {
                let whole = lines.iter().filter(|line| line.paragraph == task).count();
                if whole < PAGE && on(line.page, task) < whole {
                    faults.push(format!("page {}: {line:?} without its task", line.page + 1));
                }
            }
            Kind::Signature => {
                let before = lines[..number].iter().filter(|other| other.page == line.page);
                let text = before.filter(|other| kind(other) != Kind::Signature).count();
                if text < 3 {
                    faults.push(format!("page {}: {line:?} with {text} lines of text", line.page + 1));
                }
            }
            _ => {}
        }
    }
    faults
}

/// Builds resolutions of many lengths in one pack; gives the PDF of each with its paragraphs.
fn build(place: &Path, seeds: std::ops::Range<u64>) -> Vec<(Vec<u8>, Vec<Kind>)> {
    let written: Vec<Writer> = seeds.map(Writer::resolution).collect();
    let mut pack = "конференция: { название: конференции, дата: 28.08.2025 }\nтаблицы:\n".to_owned();
    written.iter().for_each(|writer| pack.push_str(&writer.tables));
    pack.push_str("документы:\n");
    for Writer { seed, yaml, .. } in &written {
        writeln!(pack, "  - {seed}.yaml").expect("written");
        std::fs::write(place.join(format!("{seed}.yaml")), yaml).expect("written");
    }
    std::fs::write(place.join("pack.yaml"), pack).expect("written");
    let output = binary::avgust(place).args(["build", "--no-check"]).output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let pdf = |seed: u64| std::fs::read(place.join(format!("out/{seed}.pdf"))).expect("it is written");
    written.into_iter().map(|writer| (pdf(writer.seed), writer.kinds)).collect()
}

#[test]
fn pages_end_well_in_resolutions_of_every_length() {
    let place = tempfile::tempdir().expect("a folder");
    let (mut ends, mut found) = (0, Vec::new());
    for (seed, (pdf, kinds)) in build(place.path(), 40..140).iter().enumerate() {
        let lines = lines(pdf);
        let seen: BTreeSet<usize> = lines.iter().map(|line| line.paragraph).collect();
        let lost: Vec<usize> = (0..kinds.len()).filter(|paragraph| !seen.contains(paragraph)).collect();
        assert!(lost.is_empty(), "document {seed} has lost {lost:?}");
        ends += lines.last().map_or(0, |line| line.page);
        found.extend(faults(&lines, kinds).into_iter().map(|fault| format!("document {seed}, {fault}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(ends > 200, "{ends} page ends were looked at");
}

/// What is wrong with pages that are written as their lines' paragraphs.
fn wrong(kinds: &[Kind], pages: &[&[usize]]) -> usize {
    let of = |(page, paragraphs): (usize, &&[usize])| -> Vec<Line> {
        paragraphs.iter().map(|&paragraph| Line { page, paragraph }).collect()
    };
    faults(&pages.iter().enumerate().flat_map(of).collect::<Vec<_>>(), kinds).len()
}

#[test]
fn what_ends_badly_is_seen() {
    use Kind::{Executor, Heading, Of, Row, Signature, Text};
    assert_eq!(wrong(&[Text, Text], &[&[0, 0, 0, 1, 1], &[1, 1]]), 0);
    assert_eq!(wrong(&[Text, Text], &[&[0, 1], &[1, 1]]), 1, "a first line alone");
    assert_eq!(wrong(&[Text, Text], &[&[0, 1, 1], &[1]]), 1, "a last line alone");
    assert_eq!(wrong(&[Text, Heading, Text], &[&[0, 1], &[2]]), 1, "a lonely heading");
    assert_eq!(wrong(&[Row, Row], &[&[0, 1, 1], &[1, 1]]), 1, "a divided row");
    assert_eq!(wrong(&[Text, Of(0)], &[&[0, 0], &[1]]), 1, "a deadline without its task");
    assert_eq!(wrong(&[Text, Of(0)], &[&[0, 0], &[0, 0, 1]]), 1, "a deadline with half of its task");
    assert_eq!(wrong(&[Text, Signature], &[&[0, 0, 0], &[0, 0, 1]]), 1, "a signature with two lines");
    assert_eq!(wrong(&[Text, Signature, Executor], &[&[0, 0, 0, 1], &[2]]), 1, "a lonely executor");
}
