//! The files that were read, kept for their names and for excerpts.

use super::SourceId;
use sha2::{Digest, Sha256};
use std::iter;
use std::sync::{Arc, OnceLock};

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// The name that messages use: relative to the pack, with `/` between folders.
    pub name: Arc<str>,
    /// The decoded text; `None` for a spreadsheet.
    pub text: Option<Arc<str>>,
    /// SHA-256 of its bytes in hexadecimal digits, where it was read from the disk.
    pub hash: Option<Arc<str>>,
    /// Where its lines begin, found when somebody first asks.
    lines: OnceLock<Vec<usize>>,
}

impl Source {
    fn new(name: Arc<str>, text: Option<Arc<str>>) -> Source {
        Source { name, text, hash: None, lines: OnceLock::new() }
    }

    /// Where a line of its text begins, counted from 1; the text's end where it has fewer.
    pub fn line_start(&self, line: usize) -> usize {
        let end = self.text.as_deref().map_or(0, str::len);
        self.line_starts().get(line.saturating_sub(1)).copied().unwrap_or(end)
    }

    /// Where each line of its text begins.
    pub(super) fn line_starts(&self) -> &[usize] {
        let text = self.text.as_deref().unwrap_or_default();
        let starts = || iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        self.lines.get_or_init(starts)
    }
}

/// All files of a run.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    list: Vec<Source>,
}

impl Sources {
    /// Remembers a text file.
    pub fn add_text(&mut self, name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> SourceId {
        self.add(Source::new(name.into(), Some(text.into())))
    }

    /// Remembers a file that has no text to quote, such as a spreadsheet.
    pub fn add_binary(&mut self, name: impl Into<Arc<str>>) -> SourceId {
        self.add(Source::new(name.into(), None))
    }

    fn add(&mut self, source: Source) -> SourceId {
        self.list.push(source);
        SourceId(self.list.len() as u32 - 1)
    }

    /// The file behind an id.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.list[id.0 as usize]
    }

    /// Gives a file that was remembered without text its decoded text, for excerpts.
    pub fn set_text(&mut self, id: SourceId, text: impl Into<Arc<str>>) {
        if let Some(source) = self.list.get_mut(id.0 as usize) {
            (source.text, source.lines) = (Some(text.into()), OnceLock::new());
        }
    }

    /// Remembers the hash of a file's bytes.
    pub fn set_hash(&mut self, id: SourceId, bytes: &[u8]) {
        if let Some(source) = self.list.get_mut(id.0 as usize) {
            source.hash = Some(sha256(bytes).into());
        }
    }

    /// SHA-256 of a file's bytes (of its text, where it did not come from the disk), in
    /// hexadecimal digits.
    pub fn hash(&self, id: SourceId) -> String {
        let source = self.get(id);
        match &source.hash {
            Some(hash) => hash.to_string(),
            None => sha256(source.text.as_deref().unwrap_or_default().as_bytes()),
        }
    }

    /// All files in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.list.iter().enumerate().map(|(index, source)| (SourceId(index as u32), source))
    }
}

/// SHA-256 of some bytes, in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    Sha256::digest(bytes).iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
