//! The safe corrections of a pack's files, made round by round until nothing is left to correct.
//!
//! Each round is tried on a copy in memory first: a correction after which the pack would no
//! longer read as it did (a text that YAML takes for a comment) is left out.

use crate::check::{FieldKind, View, check, is_check};
use crate::pipeline::{assembled, load};
use crate::source::{Finding, Findings, Fix, Folder, Sources, decode, encode_like};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

/// Most rounds: a correction may bring another to light, which seldom brings a third.
const ROUNDS: usize = 8;

/// What is to be written into the files of a pack.
#[derive(Debug, Default)]
pub struct Corrections {
    /// File by file, by name.
    pub files: Vec<Correction>,
    /// The files whose encoding has no sign for a correction; they are left alone.
    pub left: BTreeSet<Arc<str>>,
}

/// The corrections of one file.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Its name from the pack's folder.
    pub name: Arc<str>,
    /// Where it is.
    pub path: PathBuf,
    /// Its bytes as they are.
    pub before: Vec<u8>,
    /// Its bytes as they are to be.
    pub after: Vec<u8>,
    /// How many corrections there are.
    pub count: usize,
}

impl Correction {
    /// The text before and after.
    pub fn texts(&self) -> Option<(String, String)> {
        let text = |bytes: &[u8]| decode(bytes).ok().map(|(text, _)| text);
        Some((text(&self.before)?, text(&self.after)?))
    }
}

impl Corrections {
    /// The corrections of a pack; `None` where it has errors that must be mended first. Nothing
    /// is written.
    pub fn of(folder: &Folder) -> Option<Corrections> {
        let mut folder = folder.clone();
        let mut reading = Reading::of(&folder)?;
        let mut corrections = Corrections::default();
        for _ in 0..ROUNDS {
            let mut kept = Vec::new();
            corrections.keep(&folder, &reading, &mut kept, &reading.changes);
            if kept.is_empty() {
                break;
            }
            folder = corrections.write(folder, &reading, &kept);
            reading = Reading::of(&folder)?;
        }
        Some(corrections)
    }

    /// Adds to `kept` what of `more` leaves the pack as it was; what does not is looked for by
    /// halves.
    fn keep<'r>(
        &mut self,
        folder: &Folder,
        reading: &'r Reading,
        kept: &mut Vec<&'r Change>,
        more: &'r [Change],
    ) {
        if more.is_empty() {
            return;
        }
        let all: Vec<&Change> = kept.iter().copied().chain(more).collect();
        let tried = self.with(folder.clone(), reading, &all);
        if tried.and_then(|folder| Reading::of(&folder)).is_some_and(|after| reading.bears(&all, &after)) {
            *kept = all;
        } else if more.len() > 1 {
            let (first, second) = more.split_at(more.len() / 2);
            self.keep(folder, reading, kept, first);
            self.keep(folder, reading, kept, second);
        }
    }

    /// The folder with some changes; `None` where one cannot be written.
    fn with(&mut self, mut folder: Folder, reading: &Reading, changes: &[&Change]) -> Option<Folder> {
        for (name, own) in by_file(changes) {
            let (path, bytes) = folder.file(name)?;
            let Some(new) = encode_like(&reading.corrected(name, &own)?, &bytes) else {
                self.left.insert(Arc::clone(name));
                return None;
            };
            folder = folder.with(path, new);
        }
        Some(folder)
    }

    /// Remembers the changes of a round.
    fn write(&mut self, mut folder: Folder, reading: &Reading, changes: &[&Change]) -> Folder {
        for (name, own) in by_file(changes) {
            let file = folder.file(name).zip(reading.corrected(name, &own));
            let Some(((path, before), text)) = file else { continue };
            let Some(after) = encode_like(&text, &before) else { continue };
            folder = folder.with(path.clone(), after.clone());
            match self.files.iter_mut().find(|file| file.name == *name) {
                Some(file) => {
                    file.after = after;
                    file.count += own.len();
                }
                None => {
                    let name = Arc::clone(name);
                    self.files.push(Correction { name, path, before, after, count: own.len() });
                }
            }
        }
        self.files.sort_by(|one, other| one.name.cmp(&other.name));
        folder
    }
}

/// The corrections of one finding: all of them or none.
#[derive(Debug)]
struct Change {
    file: Arc<str>,
    /// In the order of the file.
    fixes: Vec<Fix>,
}

fn by_file<'c>(changes: &[&'c Change]) -> BTreeMap<&'c Arc<str>, Vec<&'c Change>> {
    let mut files: BTreeMap<_, Vec<_>> = BTreeMap::new();
    changes.iter().for_each(|change| files.entry(&change.file).or_default().push(*change));
    files
}

/// What a pack says, as far as corrections must keep it.
struct Reading {
    texts: BTreeMap<Arc<str>, Arc<str>>,
    changes: Vec<Change>,
    /// The kinds of all texts, in order.
    fields: Vec<FieldKind>,
    /// The letters and digits of all texts.
    letters: i64,
    /// The findings that are no check's.
    faults: usize,
}

impl Reading {
    fn of(folder: &Folder) -> Option<Reading> {
        let (mut sources, mut findings) = (Sources::default(), Findings::default());
        let loaded = load(folder, &mut sources, &mut findings).filter(|loaded| loaded.sound)?;
        for document in &loaded.documents {
            assembled(&loaded, document, &sources, &mut findings);
        }
        let found = check(&loaded, &sources, &mut findings);
        let view = View::new(&loaded, &sources);
        let texts: BTreeMap<_, _> =
            view.fields.iter().map(|field| (field.source.whole(), field.source.as_str())).collect();
        Some(Reading {
            changes: changes(&found, &sources),
            fields: view.fields.iter().map(|field| field.kind).collect(),
            letters: texts.values().map(|text| letters(text)).sum(),
            faults: findings.list.len(),
            texts: sources
                .iter()
                .filter_map(|(_, one)| Some((Arc::clone(&one.name), one.text.clone()?)))
                .collect(),
        })
    }

    /// Whether the pack reads as before but for these changes.
    fn bears(&self, changes: &[&Change], after: &Reading) -> bool {
        let more: i64 = changes.iter().map(|change| self.more_letters(change)).sum();
        after.fields == self.fields && after.letters == self.letters + more && after.faults <= self.faults
    }

    fn more_letters(&self, change: &Change) -> i64 {
        let text = self.texts.get(&change.file).map_or("", |text| text);
        let old = |fix: &Fix| text.get(fix.span.range()).map_or(0, letters);
        change.fixes.iter().map(|fix| letters(&fix.text) - old(fix)).sum()
    }

    /// A file's text with changes.
    fn corrected(&self, name: &str, changes: &[&Change]) -> Option<String> {
        let old = self.texts.get(name)?;
        let mut fixes: Vec<&Fix> = changes.iter().flat_map(|change| &change.fixes).collect();
        fixes.sort();
        let (mut text, mut from) = (String::with_capacity(old.len()), 0);
        for fix in fixes {
            text.push_str(old.get(from..fix.span.start as usize)?);
            text.push_str(&fix.text);
            from = fix.span.end as usize;
        }
        text.push_str(old.get(from..)?);
        Some(text)
    }
}

fn letters(text: &str) -> i64 {
    text.chars().filter(|c| c.is_alphanumeric()).count() as i64
}

/// What the findings would have corrected, in order. Of corrections that overlap or touch each
/// other the first is made; the next round sees whether the other is still wanted.
fn changes(findings: &Findings, sources: &Sources) -> Vec<Change> {
    let mut wanted: Vec<Vec<Fix>> =
        findings.list.iter().filter(|one| is_check(one)).filter_map(whole).collect();
    wanted.sort();
    let mut taken = BTreeSet::new();
    let mut changes = Vec::new();
    for fixes in wanted {
        let Some(source) = fixes.first().map(|fix| fix.span.source) else { continue };
        let is_free = |fix: &Fix| {
            taken
                .iter()
                .all(|(file, start, end)| *file != source || *end < fix.span.start || fix.span.end < *start)
        };
        if fixes.iter().all(is_free) {
            taken.extend(fixes.iter().map(|fix| (source, fix.span.start, fix.span.end)));
            changes.push(Change { file: Arc::clone(&sources.get(source).name), fixes });
        }
    }
    changes
}

/// The corrections of a finding, if they are of one file and none is in the way of another.
fn whole(finding: &Finding) -> Option<Vec<Fix>> {
    let mut fixes = finding.fixes.clone();
    fixes.sort();
    let apart = fixes.windows(2).all(|pair| match pair {
        [one, two] => one.span.source == two.span.source && one.span.end <= two.span.start,
        _ => true,
    });
    (apart && !fixes.is_empty()).then_some(fixes)
}
