//! The folder of a pack, from which alone files are read.

use super::decode::{Encoding, decode};
use super::messages::{
    CP866, FILE_MISSING, FILE_TOO_LARGE, FILE_UNREADABLE, NOT_A_FILE, NOT_TEXT, PATH_LEAVES_PACK,
    WINDOWS_1251,
};
use super::{Finding, Findings, Message, Place, SourceId, Sources};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use unicode_normalization::UnicodeNormalization;

/// Most megabytes of a text file, and of a table or another file.
const TEXT_MB: u64 = 16;
const BINARY_MB: u64 = 64;
/// Most files that are looked through for one with a similar name.
const NEIGHBOURS: usize = 1000;
/// Longest path for which similar ones are looked for.
const LONGEST_NAME: usize = 1000;

/// A pack's folder. Names in it are written with `/` or `\`; letter case and the two ways in
/// which Unicode writes «й» make no difference where the exact name is missing, so that a pack
/// moves between Windows, macOS and Linux.
#[derive(Clone, Debug)]
pub struct Folder {
    root: PathBuf,
    /// Files that are read as if they had other bytes than they have on the disk.
    instead: BTreeMap<PathBuf, Vec<u8>>,
    /// What is in the folders that were looked into: nobody asks for one file only.
    listed: RefCell<BTreeMap<PathBuf, Rc<[String]>>>,
}

/// A file that was found.
struct Found {
    path: PathBuf,
    /// Its name in messages: from the pack's folder, with `/`.
    name: String,
}

impl Folder {
    /// The folder `root`; nothing is read yet.
    pub fn new(root: impl Into<PathBuf>) -> Folder {
        Folder { root: root.into(), instead: BTreeMap::new(), listed: RefCell::default() }
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path and the bytes of a file of the pack; `None` where it cannot be read.
    pub fn file(&self, name: &str) -> Option<(PathBuf, Vec<u8>)> {
        let mut ask = Ask { folder: self, name, written: None, findings: &mut Findings::default() };
        let found = ask.find()?;
        let bytes = ask.bytes(&found, BINARY_MB)?;
        Some((found.path, bytes))
    }

    /// The same folder, in which the file at `path` is read as if it had these bytes.
    #[must_use]
    pub fn with(mut self, path: PathBuf, bytes: Vec<u8>) -> Folder {
        self.instead.insert(path, bytes);
        self
    }

    /// The names in a folder, as they were when it was first looked into.
    fn names_in(&self, folder: &Path) -> Rc<[String]> {
        let mut listed = self.listed.borrow_mut();
        let names = listed.entry(folder.to_owned()).or_insert_with(|| names_in(folder).into());
        Rc::clone(names)
    }

    /// Whether a file of that name stands in the folder itself, as it was when it was first looked into.
    pub fn has(&self, name: &str) -> bool {
        existing(&self.names_in(&self.root), name).is_some()
    }

    /// Reads a text file, of 16 MB at most, and remembers it in `sources`; one that
    /// is there already is not read again. `written` is the place where its name was written.
    /// Where it cannot be read, a finding says why and what to write.
    pub fn read_text(
        &self,
        name: &str,
        written: Option<Place>,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<SourceId> {
        let ask = Ask { folder: self, name, written, findings };
        ask.text(sources)
    }

    /// Reads any file, of 64 MB at most, and remembers its name in `sources`.
    pub fn read_bytes(
        &self,
        name: &str,
        written: Option<Place>,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<(SourceId, Vec<u8>)> {
        let mut ask = Ask { folder: self, name, written, findings };
        let found = ask.find()?;
        let bytes = ask.bytes(&found, BINARY_MB)?;
        let source = sources.add_binary(found.name);
        sources.set_hash(source, &bytes);
        Some((source, bytes))
    }
}

/// The note that a file is in an old encoding, in which another program may read it wrongly.
pub fn old_encoding(encoding: Encoding, path: &str) -> Option<Finding> {
    let message = match encoding {
        Encoding::Windows1251 => &WINDOWS_1251,
        Encoding::Cp866 => &CP866,
        Encoding::Utf8 | Encoding::Utf16 => return None,
    };
    Some(Finding::new(message).arg("path", path.to_owned()))
}

/// One name that was asked for.
struct Ask<'a> {
    folder: &'a Folder,
    name: &'a str,
    written: Option<Place>,
    findings: &'a mut Findings,
}

impl Ask<'_> {
    fn text(mut self, sources: &mut Sources) -> Option<SourceId> {
        let found = self.find()?;
        if let Some((known, _)) =
            sources.iter().find(|(_, source)| *source.name == *found.name && source.text.is_some())
        {
            return Some(known);
        }
        let bytes = self.bytes(&found, TEXT_MB)?;
        match decode(&bytes) {
            Ok((text, encoding)) => {
                let source = sources.add_text(found.name.as_str(), text);
                sources.set_hash(source, &bytes);
                self.findings.list.extend(old_encoding(encoding, &found.name).map(|note| note.at(source)));
                Some(source)
            }
            Err(why) => {
                let finding = self.finding(&NOT_TEXT).arg("line", why.line.to_string());
                self.findings.push(finding);
                None
            }
        }
    }

    fn finding(&self, message: &'static Message) -> Finding {
        let finding = Finding::new(message).arg("path", self.name.replace('\\', "/"));
        match &self.written {
            Some(place) => finding.at(place.clone()),
            None => finding,
        }
    }

    fn fail<T>(&mut self, finding: Finding) -> Option<T> {
        self.findings.push(finding);
        None
    }

    /// The file of that name in the folder, by its exact name or one that differs in case alone.
    fn find(&mut self) -> Option<Found> {
        let Some(parts) = parts(self.name) else { return self.leaves_pack() };
        let mut path = self.folder.root.clone();
        let mut names = Vec::new();
        for part in parts {
            match existing(&self.folder.names_in(&path), &part) {
                Some(entry) => {
                    path.push(&entry);
                    names.push(entry.nfc().collect::<String>());
                }
                None => return self.missing(),
            }
        }
        let inside = match (path.canonicalize(), self.folder.root.canonicalize()) {
            (Ok(path), Ok(root)) => path.starts_with(root),
            (Err(error), _) | (_, Err(error)) => return self.unreadable(&error),
        };
        if !inside {
            return self.leaves_pack();
        }
        if names.is_empty() || !path.is_file() {
            let finding = self.finding(&NOT_A_FILE);
            return self.fail(finding);
        }
        Some(Found { path, name: names.join("/") })
    }

    fn leaves_pack(&mut self) -> Option<Found> {
        let name = self.name.rsplit(['/', '\\']).find(|part| !part.is_empty() && *part != "..");
        let finding = self.finding(&PATH_LEAVES_PACK).arg("name", name.unwrap_or("Бюджет.xlsx").to_owned());
        self.fail(finding)
    }

    fn missing(&mut self) -> Option<Found> {
        let near = nearest(&self.folder.root, &self.name.replace('\\', "/"));
        let quoted: Vec<_> = near.iter().map(|name| format!("`{name}`")).collect();
        let hint = match quoted.is_empty() {
            true => (
                "путь пишется от папки комплекта, с расширением".to_owned(),
                "the path is given from the pack's folder, with its extension".to_owned(),
            ),
            false => (format!("возможно, {}?", quoted.join(", ")), format!("perhaps {}?", quoted.join(", "))),
        };
        let finding = self.finding(&FILE_MISSING).arg("near", (hint.0.as_str(), hint.1.as_str()));
        self.fail(finding)
    }

    fn unreadable<T>(&mut self, error: &io::Error) -> Option<T> {
        let finding = self.finding(&FILE_UNREADABLE).arg("reason", reason(error));
        self.fail(finding)
    }

    /// The file's bytes; one more than allowed tells that there are too many, so that a file
    /// which grows while it is read, or has no size, does no harm.
    fn bytes(&mut self, found: &Found, megabytes: u64) -> Option<Vec<u8>> {
        if let Some(bytes) = self.folder.instead.get(&found.path) {
            return Some(bytes.clone());
        }
        let limit = megabytes << 20;
        let mut bytes = Vec::new();
        let read = File::open(&found.path).and_then(|file| {
            // Room for the whole at once, where the system tells how much that is.
            let size = file.metadata().map_or(0, |about| about.len()).min(limit);
            bytes.reserve(size as usize + 1);
            file.take(limit + 1).read_to_end(&mut bytes)
        });
        if let Err(error) = read {
            return self.unreadable(&error);
        }
        if bytes.len() as u64 > limit {
            let finding = self.finding(&FILE_TOO_LARGE).arg("limit", megabytes.to_string());
            return self.fail(finding);
        }
        Some(bytes)
    }
}

/// Why the system did not give a file.
fn reason(error: &io::Error) -> super::Arg {
    match error.kind() {
        io::ErrorKind::PermissionDenied => ("нет прав на чтение", "no permission to read it").into(),
        io::ErrorKind::NotFound => ("его нет", "it is not there").into(),
        _ => super::Arg::from(error.to_string()),
    }
}

/// The folders and the file of a path; `None` where it is absolute or leaves the folder on its way.
fn parts(name: &str) -> Option<Vec<String>> {
    let drive =
        name.as_bytes().get(1) == Some(&b':') && name.starts_with(|first: char| first.is_ascii_alphabetic());
    if drive || name.starts_with(['/', '\\']) {
        return None;
    }
    let mut parts = Vec::new();
    for part in name.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part.to_owned()),
        }
    }
    Some(parts)
}

/// The name among `names` that is `name`, or else the first that differs from it in letter case
/// and composition alone.
fn existing(names: &[String], name: &str) -> Option<String> {
    if name.contains('\0') {
        return None;
    }
    let exact = names.iter().find(|entry| *entry == name);
    let alike = || {
        let folded = folded(name);
        names.iter().find(|entry| self::folded(entry) == folded)
    };
    exact.or_else(alike).cloned()
}

/// The names in a folder, sorted, for systems give them in different orders.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).nfc().collect()
}

/// Up to three files of the pack whose names are nearest to `name`.
fn nearest(root: &Path, name: &str) -> Vec<String> {
    if name.len() > LONGEST_NAME {
        return Vec::new();
    }
    let wanted = folded(name);
    let mut files = Vec::new();
    list(root, "", 3, &mut files);
    let mut rated: Vec<_> = files.into_iter().map(|file| (likeness(&wanted, &folded(&file)), file)).collect();
    rated.retain(|(rating, _)| *rating >= 60);
    rated.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    rated.into_iter().take(3).map(|(_, file)| file).collect()
}

/// How near two paths are, in per cent: whole, by file name alone, or without the extension.
fn likeness(one: &str, other: &str) -> u32 {
    let file = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let stem =
        |path: &str| file(path).rsplit_once('.').map_or_else(|| file(path), |(stem, _)| stem.to_owned());
    let pairs = [(one.to_owned(), other.to_owned()), (file(one), file(other)), (stem(one), stem(other))];
    let rate = |(one, other): &(String, String)| strsim::normalized_damerau_levenshtein(one, other) * 100.0;
    pairs.iter().map(|pair| rate(pair) as u32).max().unwrap_or_default()
}

/// The files below `folder`, hidden ones and results (`out`) left out.
fn list(folder: &Path, prefix: &str, depth: usize, files: &mut Vec<String>) {
    for name in names_in(folder) {
        let path = folder.join(&name);
        let skipped = name.starts_with('.') || (prefix.is_empty() && name == "out");
        if skipped || files.len() >= NEIGHBOURS {
            continue;
        }
        let shown: String = format!("{prefix}{name}").nfc().collect();
        if path.is_file() {
            files.push(shown);
        } else if depth > 0 && path.is_dir() && !path.is_symlink() {
            list(&path, &format!("{shown}/"), depth - 1, files);
        }
    }
}
