//! The files that were read, kept for their names and for excerpts.

use super::SourceId;
use std::sync::Arc;

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// The name that messages use: relative to the pack, with `/` between folders.
    pub name: Arc<str>,
    /// The decoded text; `None` for a spreadsheet.
    pub text: Option<Arc<str>>,
}

/// All files of a run.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    list: Vec<Source>,
}

impl Sources {
    /// Remembers a text file.
    pub fn add_text(&mut self, name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> SourceId {
        self.add(Source { name: name.into(), text: Some(text.into()) })
    }

    /// Remembers a file that has no text to quote, such as a spreadsheet.
    pub fn add_binary(&mut self, name: impl Into<Arc<str>>) -> SourceId {
        self.add(Source { name: name.into(), text: None })
    }

    fn add(&mut self, source: Source) -> SourceId {
        self.list.push(source);
        SourceId(self.list.len() as u32 - 1)
    }

    /// The file behind an id.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.list[id.0 as usize]
    }

    /// All files in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.list.iter().enumerate().map(|(index, source)| (SourceId(index as u32), source))
    }
}
