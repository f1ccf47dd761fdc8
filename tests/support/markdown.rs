//! The documentation's pages: fenced blocks and tables with their places, and a way to rewrite
//! the outputs that they show (`BLESS=1`).

use std::ops::Range;
use std::path::{Path, PathBuf};

/// A page.
pub struct Page {
    /// Where it lies.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

/// A fenced block.
#[derive(Clone, Debug)]
pub struct Block {
    /// The first word after the fence.
    pub language: String,
    /// What stands after it.
    pub mark: String,
    /// What stands in the block.
    pub body: String,
    /// The bytes of that in the page.
    pub range: Range<usize>,
    /// The line of its fence.
    pub line: usize,
}

/// Where the sources lie.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

impl Page {
    /// Reads a page by its path from the sources.
    pub fn read(name: &str) -> Page {
        let path = root().join(name);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        Page { path, text }
    }

    /// Its fenced blocks in their order.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut open: Option<(String, usize, usize)> = None;
        let mut at = 0;
        for (index, line) in self.text.split_inclusive('\n').enumerate() {
            if let Some(info) = line.trim_end().strip_prefix("```") {
                match open.take() {
                    None => open = Some((info.to_owned(), at + line.len(), index + 1)),
                    Some((info, start, line)) => {
                        let (language, mark) = info.split_once(' ').unwrap_or((&info, ""));
                        blocks.push(Block {
                            language: language.to_owned(),
                            mark: mark.trim().to_owned(),
                            body: self.text[start..at].to_owned(),
                            range: start..at,
                            line,
                        });
                    }
                }
            }
            at += line.len();
        }
        assert!(open.is_none(), "{}: a block is not closed", self.path.display());
        blocks
    }

    /// Whether a section ends between two blocks.
    pub fn is_heading_between(&self, one: &Block, other: &Block) -> bool {
        let between = &self.text[one.range.end..other.range.start];
        between.contains("\n## ") || between.contains("\n### ")
    }

    /// The rows of every table with this header: each cell with its bytes in the page.
    pub fn rows(&self, header: &str) -> Vec<Vec<(String, Range<usize>)>> {
        let mut rows = Vec::new();
        let mut inside = false;
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            if line.trim_end() == header {
                inside = true;
            } else if !line.starts_with('|') {
                inside = false;
            } else if inside && !line.starts_with("|---") {
                rows.push(cells(line, at));
            }
            at += line.len();
        }
        rows
    }

    /// Holds what the page shows against what is true. With `BLESS=1` the page is rewritten.
    pub fn settle(&self, changes: Vec<(Range<usize>, String)>) {
        let wrong: Vec<_> =
            changes.into_iter().filter(|(range, real)| self.text[range.clone()] != *real).collect();
        if wrong.is_empty() {
            return;
        }
        if std::env::var_os("BLESS").is_some() {
            let mut text = self.text.clone();
            for (range, real) in wrong.iter().rev() {
                text.replace_range(range.clone(), real);
            }
            std::fs::write(&self.path, text).expect("the page is written");
            return;
        }
        let (range, real) = &wrong[0];
        let line = self.text[..range.start].lines().count() + 1;
        assert_eq!(self.text[range.clone()], *real, "{}:{line}; BLESS=1 rewrites it", self.path.display());
    }
}

/// The cells of a table's line. A bar inside of a code span is written `\|`.
fn cells(line: &str, at: usize) -> Vec<(String, Range<usize>)> {
    let mut cells = Vec::new();
    let mut start = 1;
    let bytes = line.as_bytes();
    for index in 1..line.len() {
        if bytes[index] == b'|' && bytes[index - 1] != b'\\' {
            let raw = &line[start..index];
            let from = start + raw.len() - raw.trim_start().len();
            let cell = raw.trim();
            cells.push((cell.replace("\\|", "|"), at + from..at + from + cell.len()));
            start = index + 1;
        }
    }
    cells
}

/// No-break spaces as the pages show them: as spaces.
pub fn folded(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}
