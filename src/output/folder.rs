//! The folder of finished files.

use super::manifest::{self, Manifest, Product};
use super::messages as say;
use crate::source::{Finding, sha256};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The output folder with what an earlier run left in it.
#[derive(Debug)]
pub struct OutputFolder {
    path: PathBuf,
    before: Manifest,
    now: Manifest,
    /// Names and hashes of files that a killed run may have written without its manifest.
    unfinished: BTreeSet<(String, String)>,
}

/// What a run is about to write, line by line, while it writes: a run that is killed leaves it,
/// so that the next one knows its files from a person's.
const JOURNAL: &str = ".avgust-journal";
/// What the names of temporary files begin with.
const TEMPORARY: &str = ".avgust-tmp-";

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where it is now.
    pub path: PathBuf,
    /// Whether its bytes are other than before.
    pub changed: bool,
}

impl OutputFolder {
    /// Opens the folder, making it where it is not there.
    pub fn open(path: &Path) -> io::Result<OutputFolder> {
        fs::create_dir_all(path)?;
        let before = match fs::read_to_string(path.join(manifest::NAME)) {
            Ok(text) => Manifest::parse(&text),
            Err(_) => Manifest::default(),
        };
        let journal = fs::read_to_string(path.join(JOURNAL)).unwrap_or_default();
        let entry = |line: &str| line.split_once(' ').map(|(hash, name)| (name.to_owned(), hash.to_owned()));
        let unfinished = journal.lines().filter_map(entry).collect();
        Ok(OutputFolder { path: path.to_owned(), before, now: Manifest::default(), unfinished })
    }

    /// Writes a file. What a person changed since the last run is kept beside it; a file that a
    /// word processor holds open is left alone and the new one gets a name of its own.
    pub fn write(
        &mut self,
        name: &str,
        bytes: &[u8],
        product: Product,
        findings: &mut Vec<Finding>,
    ) -> io::Result<Written> {
        let hash = sha256(bytes);
        let path = self.path.join(name);
        let old = fs::read(&path).ok().map(|old| sha256(&old));
        if old.as_deref() == Some(&hash) {
            self.record(name, hash, product);
            self.remove_beside(name);
            return Ok(Written { path, changed: false });
        }
        if self.is_held_open(name) {
            return self.write_beside(name, bytes, hash, product, findings);
        }
        if let Some(old) = old
            && !self.is_ours(name, &old)
        {
            let kept = self.keep(name)?;
            findings.push(Finding::new(&say::EDITED).arg("file", name).arg("kept", kept));
        }
        self.announce(name, &hash)?;
        match write_whole(&path, bytes) {
            Ok(()) => {
                self.record(name, hash, product);
                self.remove_beside(name);
                Ok(Written { path, changed: true })
            }
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied && path.exists() => {
                self.write_beside(name, bytes, hash, product, findings)
            }
            Err(error) => Err(error),
        }
    }

    /// Writes the manifest; files of an earlier run that this one did not make stay in it.
    pub fn finish(mut self) -> io::Result<()> {
        for (name, product) in std::mem::take(&mut self.before.products) {
            if self.path.join(&name).exists() {
                self.now.products.entry(name).or_insert(product);
            }
        }
        let text = self.now.to_json();
        let path = self.path.join(manifest::NAME);
        if fs::read_to_string(&path).map_or(true, |old| old != text) {
            write_whole(&path, text.as_bytes())?;
        }
        self.clear_away()
    }

    /// Removes the journal and what killed runs left half written.
    fn clear_away(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.path)?.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name == JOURNAL || name.starts_with(TEMPORARY) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// Whether a file was written by us: by the last run, or by one that was killed.
    fn is_ours(&self, name: &str, hash: &str) -> bool {
        let known = self.before.products.get(name).is_some_and(|known| known.hash == hash);
        known || self.unfinished.contains(&(name.to_owned(), hash.to_owned()))
    }

    /// Notes what is about to be written.
    fn announce(&self, name: &str, hash: &str) -> io::Result<()> {
        let mut journal = fs::OpenOptions::new().create(true).append(true).open(self.path.join(JOURNAL))?;
        writeln!(journal, "{hash} {name}")
    }

    fn record(&mut self, name: &str, hash: String, product: Product) {
        self.now.products.insert(name.to_owned(), Product { hash, ..product });
    }

    /// Word and LibreOffice leave a small file beside a document that they hold open.
    fn is_held_open(&self, name: &str) -> bool {
        let skipped = |count: usize| name.chars().skip(count).collect::<String>();
        let locks = [
            format!("~${name}"),
            format!("~${}", skipped(1)),
            format!("~${}", skipped(2)),
            format!(".~lock.{name}#"),
        ];
        locks.iter().any(|lock| self.path.join(lock).exists())
    }

    fn write_beside(
        &mut self,
        name: &str,
        bytes: &[u8],
        hash: String,
        product: Product,
        findings: &mut Vec<Finding>,
    ) -> io::Result<Written> {
        let beside = with_words(name, BESIDE);
        let path = self.path.join(&beside);
        if let Ok(old) = fs::read(&path).map(|old| sha256(&old))
            && old != hash
            && !self.is_ours(&beside, &old)
        {
            let kept = self.keep(&beside)?;
            findings.push(Finding::new(&say::EDITED).arg("file", beside.as_str()).arg("kept", kept));
        }
        self.announce(&beside, &hash)?;
        write_whole(&path, bytes)?;
        // The file that is held open is still what the last run wrote, or her own.
        if let Some(known) = self.before.products.get(name) {
            self.now.products.insert(name.to_owned(), known.clone());
        }
        self.record(&beside, hash, product);
        findings.push(Finding::new(&say::HELD_OPEN).arg("file", name).arg("beside", beside));
        Ok(Written { path, changed: true })
    }

    /// Removes what was written beside a file while that was held open, now that it is itself
    /// what it should be. Not what a person has edited, nor what is open itself.
    fn remove_beside(&self, name: &str) {
        let beside = with_words(name, BESIDE);
        if !self.before.products.contains_key(&beside) || self.is_held_open(&beside) {
            return;
        }
        let path = self.path.join(&beside);
        if fs::read(&path).is_ok_and(|old| self.is_ours(&beside, &sha256(&old))) {
            // A file that stays is no harm: its name says what it is.
            drop(fs::remove_file(path));
        }
    }

    /// Moves a person's version aside under a name that is free.
    fn keep(&self, name: &str) -> io::Result<String> {
        let names = std::iter::once("(ваши правки)".to_owned())
            .chain((2..10_000).map(|number| format!("(ваши правки {number})")));
        for words in names {
            let kept = with_words(name, &words);
            if !self.path.join(&kept).exists() {
                fs::rename(self.path.join(name), self.path.join(&kept))?;
                return Ok(kept);
            }
        }
        Err(io::Error::other("no free name"))
    }
}

/// The words in the name of a file that is written beside one that is held open.
const BESIDE: &str = "(новая)";

/// `резолюция.docx` with words: `резолюция (новая).docx`.
fn with_words(name: &str, words: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem} {words}.{extension}"),
        None => format!("{name} {words}"),
    }
}

/// Writes a file of the pack itself that was read as `before` (empty if it was not there); not
/// where somebody changed it meanwhile. Says whether it was written.
pub fn rewrite(path: &Path, before: &str, now: &str) -> io::Result<bool> {
    let there = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    let unmarked = there.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&there);
    // A file in another encoding is as it was read, too, but its bytes are not.
    let changed = std::str::from_utf8(unmarked).is_ok_and(|text| text != before);
    if !changed {
        write_whole(path, now.as_bytes())?;
    }
    Ok(!changed)
}

/// Replaces a person's own file that was read as `before`, its rights kept; not where somebody
/// changed it meanwhile. Says whether it was written. A file that is closed to writing stays.
pub fn replace(path: &Path, before: &[u8], now: &[u8]) -> io::Result<bool> {
    // A link stays a link: what it leads to is written.
    let path = path.canonicalize()?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    if fs::read(&path)? != before {
        return Ok(false);
    }
    write_with(&path, now, |file| file.set_permissions(permissions)).map(|()| true)
}

/// Writes a file so that at every moment either the old one or the new one is there, whole.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_with(path, bytes, readable_by_all)
}

fn write_with(path: &Path, bytes: &[u8], allow: impl FnOnce(&fs::File) -> io::Result<()>) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?;
    file.write_all(bytes)?;
    allow(file.as_file())?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Temporary files are private; finished ones are as any other file.
#[cfg(unix)]
fn readable_by_all(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_all(_: &fs::File) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(path: &Path, bytes: &[u8]) -> (Vec<String>, Written) {
        let mut findings = Vec::new();
        let mut folder = OutputFolder::open(path).unwrap();
        let written = folder.write("резолюция.docx", bytes, Product::default(), &mut findings).unwrap();
        folder.finish().unwrap();
        (findings.iter().map(|finding| finding.message.code.to_owned()).collect(), written)
    }

    #[test]
    fn a_second_run_replaces_its_own_file_silently() {
        let place = tempfile::tempdir().unwrap();
        assert!(run(place.path(), b"one").1.changed);
        let (codes, written) = run(place.path(), b"two");
        assert_eq!((codes, written.changed), (vec![], true));
        assert_eq!(fs::read(written.path).unwrap(), b"two");
    }

    #[test]
    fn what_a_person_edited_is_kept_beside_it_each_time() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("резолюция.docx");
        run(place.path(), b"one");
        fs::write(&path, b"her first").unwrap();
        assert_eq!(run(place.path(), b"two").0, ["edited-output"]);
        fs::write(&path, b"her second").unwrap();
        assert_eq!(run(place.path(), b"three").0, ["edited-output"]);
        let kept = |name: &str| fs::read(place.path().join(name)).unwrap();
        assert_eq!(kept("резолюция (ваши правки).docx"), b"her first");
        assert_eq!(kept("резолюция (ваши правки 2).docx"), b"her second");
        assert_eq!(kept("резолюция.docx"), b"three");
    }

    #[test]
    fn a_file_that_was_there_before_the_first_run_is_hers() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("резолюция.docx"), b"hers").unwrap();
        assert_eq!(run(place.path(), b"one").0, ["edited-output"]);
        assert_eq!(fs::read(place.path().join("резолюция (ваши правки).docx")).unwrap(), b"hers");
    }

    #[test]
    fn a_document_held_open_is_left_alone() {
        let place = tempfile::tempdir().unwrap();
        run(place.path(), b"one");
        fs::write(place.path().join("~$золюция.docx"), b"").unwrap();
        let (codes, written) = run(place.path(), b"two");
        assert_eq!(codes, ["held-open"]);
        assert_eq!(written.path, place.path().join("резолюция (новая).docx"));
        assert_eq!(fs::read(place.path().join("резолюция.docx")).unwrap(), b"one");
        fs::remove_file(place.path().join("~$золюция.docx")).unwrap();
        assert_eq!(run(place.path(), b"three").0, Vec::<String>::new());
        assert_eq!(fs::read(place.path().join("резолюция.docx")).unwrap(), b"three");
    }

    #[test]
    fn a_run_that_was_killed_left_the_programs_own_files() {
        let place = tempfile::tempdir().unwrap();
        run(place.path(), b"one");
        for killed in [b"two", b"six"] {
            let mut folder = OutputFolder::open(place.path()).unwrap();
            folder.write("резолюция.docx", killed, Product::default(), &mut Vec::new()).unwrap();
        }
        assert_eq!(run(place.path(), b"three").0, Vec::<String>::new());
        let left = fs::read_dir(place.path()).unwrap().flatten();
        assert!(!left.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with('.')));
    }

    #[test]
    fn the_manifest_is_read_back() {
        let place = tempfile::tempdir().unwrap();
        run(place.path(), b"one");
        let text = fs::read_to_string(place.path().join("manifest.json")).unwrap();
        assert_eq!(Manifest::parse(&text).products["резолюция.docx"].hash, sha256(b"one"));
    }
}
