//! The folder of finished files.

use super::manifest::{self, Manifest, Product};
use super::messages as say;
use super::turn;
use super::whole::{TEMPORARY, write_whole};
use crate::source::{Finding, Message, sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

/// The output folder with what an earlier run left in it.
#[derive(Debug)]
pub struct OutputFolder {
    path: PathBuf,
    /// The pack whose documents are written: the way from the folder to it.
    pack: String,
    before: Manifest,
    now: Manifest,
    /// Names and hashes of files that a killed run may have written without its manifest.
    unfinished: BTreeSet<(String, String)>,
    /// Other runs wait as long as it is there.
    _turn: Option<File>,
}

/// What a run is about to write, line by line, while it writes: a run that is killed leaves it,
/// so that the next one knows its files from a person's.
const JOURNAL: &str = ".avgust-journal";

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where it is now.
    pub path: PathBuf,
    /// Whether its bytes are other than before.
    pub changed: bool,
}

impl OutputFolder {
    /// Opens the folder for the documents of a pack, making it where it is not there.
    ///
    /// # Errors
    /// Where the system refuses to make it.
    pub fn open(path: &Path, pack: &Path) -> io::Result<OutputFolder> {
        fs::create_dir_all(path)?;
        let turn = turn::take(path);
        let before = match fs::read_to_string(path.join(manifest::NAME)) {
            Ok(text) => Manifest::parse(&text),
            Err(_) => Manifest::default(),
        };
        let journal = fs::read_to_string(path.join(JOURNAL)).unwrap_or_default();
        let entry = |line: &str| line.split_once(' ').map(|(hash, name)| (name.to_owned(), hash.to_owned()));
        let unfinished = journal.lines().filter_map(entry).collect();
        let (path, pack) = (path.to_owned(), way(path, pack)?);
        Ok(OutputFolder { path, pack, before, now: Manifest::default(), unfinished, _turn: turn })
    }

    /// Whose document stands in the folder under a name, where it is another pack's: the way from
    /// the folder to that pack.
    pub fn other_pack(&self, name: &str) -> Option<&str> {
        let known = self.before.products.get(name).filter(|known| !self.is_of_pack(known))?;
        self.path.join(name).exists().then_some(known.pack.as_str())
    }

    /// Whether a pack stands where a way from the folder leads.
    pub fn leads_to_pack(&self, way: &str) -> bool {
        let folder = self.path.join(way);
        ["pack.yaml", "pack.yml"].iter().any(|name| folder.join(name).exists())
    }

    /// Manifests of earlier versions name no pack.
    fn is_of_pack(&self, product: &Product) -> bool {
        product.pack.is_empty() || product.pack == self.pack
    }

    /// Writes a file. What a person changed since the last run is kept beside it; a file that a
    /// word processor holds open or that is closed to writing is left alone and the new one gets
    /// a name of its own.
    ///
    /// # Errors
    /// Where the system refuses; the old file is there then.
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
        if let Some(why) = self.stays(name) {
            return self.write_beside(name, bytes, hash, product, why, findings);
        }
        if let Some(old) = old
            && !self.is_ours(name, &old)
        {
            let kept = self.keep(name)?;
            let known = self.before.products.contains_key(name);
            let message = if known { &say::EDITED } else { &say::FOREIGN };
            findings.push(Finding::new(message).arg("file", name).arg("kept", kept));
        }
        self.announce(name, &hash)?;
        match write_whole(&path, bytes) {
            Ok(()) => {
                self.record(name, hash, product);
                self.remove_beside(name);
                Ok(Written { path, changed: true })
            }
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied && path.exists() => {
                self.write_beside(name, bytes, hash, product, &say::HELD_OPEN, findings)
            }
            Err(error) => Err(error),
        }
    }

    /// Writes the manifest. Files of an earlier run that this one did not make stay in it, but
    /// not those of the same pack that are made no more, which `is_withdrawn` tells by their name
    /// and what the manifest says of them.
    ///
    /// # Errors
    /// Where the system refuses to write the manifest or to take a file away.
    pub fn finish(
        mut self,
        is_withdrawn: &dyn Fn(&str, &Product) -> bool,
        findings: &mut Vec<Finding>,
    ) -> io::Result<()> {
        for (name, product) in std::mem::take(&mut self.before.products) {
            if self.now.products.contains_key(&name) || !self.path.join(&name).exists() {
                continue;
            }
            let withdrawn = self.is_of_pack(&product) && is_withdrawn(&name, &product);
            if !withdrawn || !self.withdraw(&name, &product, findings)? {
                self.now.products.insert(name, product);
            }
        }
        let text = self.now.to_json();
        let path = self.path.join(manifest::NAME);
        if fs::read_to_string(&path).map_or(true, |old| old != text) {
            write_whole(&path, text.as_bytes())?;
        }
        self.clear_away()
    }

    /// Takes away a file that is made no more; what a person edited or closed to writing stays
    /// hers. Says whether it leaves the manifest: one that is open is taken away by a later run.
    fn withdraw(&self, name: &str, product: &Product, findings: &mut Vec<Finding>) -> io::Result<bool> {
        let path = self.path.join(name);
        let finding = |message: &'static Message| Finding::new(message).arg("file", name);
        if let Some(why) = self.stays(name) {
            findings.push(finding(&say::WITHDRAWN_STAYS));
            return Ok(std::ptr::eq(why, &say::CLOSED));
        }
        let hash = sha256(&fs::read(&path)?);
        if hash == product.hash || self.unfinished.contains(&(name.to_owned(), hash)) {
            fs::remove_file(path)?;
            findings.push(finding(if product.working { &say::WITHDRAWN_SHEET } else { &say::WITHDRAWN }));
        } else {
            let kept = self.keep(name)?;
            findings.push(finding(&say::WITHDRAWN_EDITED).arg("kept", kept));
        }
        Ok(true)
    }

    /// Removes the journal and what killed runs left half written.
    fn clear_away(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.path)?.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name == JOURNAL || name.starts_with(TEMPORARY) {
                // Where the system locks no folders, another run may have been quicker.
                match fs::remove_file(entry.path()) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                    _ => {}
                }
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
        self.now.products.insert(name.to_owned(), Product { hash, pack: self.pack.clone(), ..product });
    }

    /// Why a file that is there must be left as it is: the message that says so.
    fn stays(&self, name: &str) -> Option<&'static Message> {
        let closed = || {
            let about = fs::metadata(self.path.join(name));
            about.is_ok_and(|about| about.permissions().readonly())
        };
        match self.is_held_open(name) {
            true => Some(&say::HELD_OPEN),
            false => closed().then_some(&say::CLOSED),
        }
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
        why: &'static Message,
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
        findings.push(Finding::new(why).arg("file", name).arg("beside", beside));
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

/// The way from one folder to another, with `/`: `..` for the pack whose `out` it is.
fn way(from: &Path, to: &Path) -> io::Result<String> {
    let (from, to) = (from.canonicalize()?, to.canonicalize()?);
    let (from, to): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (from.components().collect(), to.components().collect());
    let common = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let up = from.iter().skip(common).map(|_| "..".to_owned());
    let down = to.iter().skip(common).map(|part| part.as_os_str().to_string_lossy().into_owned());
    let parts: Vec<String> = up.chain(down).collect();
    Ok(if parts.is_empty() { ".".to_owned() } else { parts.join("/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(path: &Path, bytes: &[u8]) -> (Vec<String>, Written) {
        let mut findings = Vec::new();
        let mut folder = OutputFolder::open(path, path).unwrap();
        let written = folder.write("резолюция.docx", bytes, Product::default(), &mut findings).unwrap();
        folder.finish(&|_, _| false, &mut findings).unwrap();
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
            let mut folder = OutputFolder::open(place.path(), place.path()).unwrap();
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
