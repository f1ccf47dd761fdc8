//! The one page for the person who must decide: what is wrong in a pack, where, and what to write
//! instead; the gravest first, and no more than a page holds.
//!
//! The findings become the fields of the layout `findings`, and the page is made of them as any
//! other document is.

mod entry;
mod fields;
mod position;
mod writing;

use crate::layout::{Layout, Library};
use crate::pipeline::{Content, DocumentFile, Format, Loaded, Made, make};
use crate::source::{Finding, Findings, Folder, Language, Place, Severity, SourceId, Sources, sha256};
use crate::typeset::Fonts;
use entry::Entry;
use std::sync::Arc;

/// The layout of the page.
const LAYOUT: &str = "findings";

/// Makes the page about `findings` in PDF and Word; `None` where the layout that a pack keeps in
/// the place of the program's has errors, which go to `said`.
pub fn decisions(
    folder: &Folder,
    mut loaded: Loaded,
    sources: &mut Sources,
    findings: &Findings,
    language: Language,
    said: &mut Findings,
) -> Option<Made> {
    let place = Place::File(SourceId(0));
    let layout = Library::open(folder).layout(LAYOUT, &place, folder, sources, said)?;
    // The page tells what is wrong with the pack; it is made of what could be read.
    loaded.sound = true;
    let sheet = Sheet { layout, language, fonts: Fonts::embedded(), loaded: &loaded, sources };
    let entries = Entry::all(findings, &loaded, sources, language);
    sheet.make(&entries, said)
}

/// What a page about `findings` tells, as a digest: the same as long as the same is wrong.
pub fn told(findings: &Findings) -> String {
    let line = |finding: &Finding| format!("{}: {}\n", finding.message.code, finding.text(Language::Russian));
    sha256(findings.sorted().into_iter().map(line).collect::<String>().as_bytes())
}

/// What the page is made with.
struct Sheet<'a> {
    layout: Arc<Layout>,
    language: Language,
    fonts: Fonts,
    loaded: &'a Loaded,
    sources: &'a Sources,
}

impl Sheet<'_> {
    /// The page with as many entries as it holds.
    fn make(&self, entries: &[Entry], said: &mut Findings) -> Option<Made> {
        let count = entries.iter().filter(|entry| entry.severity > Severity::Note).count();
        let shown = if self.fits(entries, count)? { count } else { self.most(entries, count)? };
        self.page(entries, shown, &[Format::Pdf, Format::Docx], said)
    }

    /// The greatest number of entries below `count` that fit.
    fn most(&self, entries: &[Entry], count: usize) -> Option<usize> {
        let (mut fitting, mut more) = (0, count);
        while fitting + 1 < more {
            let middle = fitting.midpoint(more);
            match self.fits(entries, middle)? {
                true => fitting = middle,
                false => more = middle,
            }
        }
        Some(fitting)
    }

    fn fits(&self, entries: &[Entry], shown: usize) -> Option<bool> {
        Some(self.page(entries, shown, &[], &mut Findings::default())?.pages <= 1)
    }

    fn page(&self, entries: &[Entry], shown: usize, formats: &[Format], said: &mut Findings) -> Option<Made> {
        let document = DocumentFile {
            name: self.name(),
            source: SourceId(0),
            layout: Arc::clone(&self.layout),
            content: Content::Fields,
            values: fields::values(entries, shown, self.language),
            letterhead: None,
        };
        make(self.loaded, &document, formats, &self.fonts, self.sources, said)
    }

    /// The name of the files, which is no document's of the pack.
    fn name(&self) -> String {
        let names = match self.language {
            Language::Russian => ["замечания", "замечания проверки"],
            Language::English => ["findings", "findings of the checks"],
        };
        let is_free = |name: &&str| self.loaded.documents.iter().all(|document| document.name != **name);
        names.into_iter().find(is_free).unwrap_or(names[1]).to_owned()
    }
}
