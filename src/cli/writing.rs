//! The finished files of a build, on their way to the disk.

use super::table::Line;
use super::why;
use crate::output::messages::{ANOTHER_PACK, CANNOT_WRITE, MOVED_PACK, PARTLY_WRITTEN};
use crate::output::{OutputFolder, Product, Written};
use crate::pack::read::join;
use crate::pipeline::{File, Format, MadeDocument};
use crate::source::{Finding, Findings};
use std::io;
use std::path::{Path, PathBuf};

/// Where files are written, and what else is known of the build.
pub struct Place<'b> {
    /// The folder.
    pub folder: PathBuf,
    /// The pack's folder.
    pub pack: &'b Path,
    /// The names of all documents of the pack.
    pub documents: Vec<&'b str>,
    /// Whether everything is made, save pictures of pages, which are made on demand.
    pub whole: bool,
    /// What is left to be told, as a digest, where nothing of it has to be decided: a sheet of
    /// findings that tells anything else is out of date. `None` where there is something to
    /// decide, or where nobody has looked.
    pub left: Option<String>,
}

impl Place<'_> {
    /// Whether a file of an earlier build, which this one did not make, is made no more.
    fn is_withdrawn(&self, made: &[MadeDocument<'_>], name: &str, product: &Product) -> bool {
        if product.working {
            return self.whole && self.left.as_ref().is_some_and(|left| *left != product.tells);
        }
        // Pictures that were not asked for stay; of a document that has fewer pages now, some go.
        match self.documents.iter().find(|document| is_page(name, document)) {
            Some(document) => made.iter().any(|made| made.name == *document && has_pictures(made)),
            None => self.whole,
        }
    }
}

fn has_pictures(made: &MadeDocument<'_>) -> bool {
    made.made.files.iter().any(|file| file.format == Format::Png)
}

/// Whether a file is the picture of a page of a document.
fn is_page(file: &str, document: &str) -> bool {
    let number = file.strip_suffix(".png").and_then(|stem| stem.strip_prefix(document));
    number.is_some_and(|number| {
        number.is_empty() || number.strip_prefix('-').is_some_and(|digits| digits.parse::<u32>().is_ok())
    })
}

/// Writes all files; `None`, with findings that say why, where not all could be written.
pub fn write_all(made: &[MadeDocument<'_>], place: &Place<'_>, findings: &mut Findings) -> Option<Vec<Line>> {
    let mut folder = match OutputFolder::open(&place.folder, place.pack) {
        Ok(folder) => folder,
        Err(error) => {
            findings.push(refused(place.folder.display().to_string(), &error));
            return None;
        }
    };
    let files: Vec<(&MadeDocument<'_>, &File)> =
        made.iter().flat_map(|made| made.made.files.iter().map(move |file| (made, file))).collect();
    let other = |(_, file): &(&MadeDocument<'_>, &File)| {
        let pack = folder.other_pack(&file.name)?;
        let message = if folder.leads_to_pack(pack) { &ANOTHER_PACK } else { &MOVED_PACK };
        Some(Finding::new(message).arg("file", file.name.as_str()).arg("pack", pack))
    };
    if let Some(finding) = files.iter().find_map(other) {
        findings.push(finding);
        return None;
    }
    let mut lines: Vec<Line> = Vec::new();
    for (at, (document, file)) in files.iter().enumerate() {
        match folder.write(&file.name, &file.bytes, document.made.product.clone(), &mut findings.list) {
            Ok(written) => {
                let is_first = lines.last().is_none_or(|line| line.document != document.name);
                lines.push(line(document, file, &written, is_first));
            }
            Err(error) => {
                findings.push(refused(file.name.clone(), &error));
                findings.list.extend(partly(&files, at, &lines));
                return None;
            }
        }
    }
    let is_withdrawn = |name: &str, product: &Product| place.is_withdrawn(made, name, product);
    if let Err(error) = folder.finish(&is_withdrawn, &mut findings.list) {
        findings.push(refused("manifest.json".to_owned(), &error));
        return None;
    }
    Some(lines)
}

/// A file that the system did not let us write.
fn refused(name: String, error: &io::Error) -> Finding {
    Finding::new(&CANNOT_WRITE).arg("file", name).arg("why", why(error))
}

/// Which files are new and which are not after the one at `at` could not be written; `None` where
/// none is new.
fn partly(files: &[(&MadeDocument<'_>, &File)], at: usize, lines: &[Line]) -> Option<Finding> {
    let name = |(_, file): &(&MadeDocument<'_>, &File)| file.name.clone();
    let (before, after) = files.split_at(at);
    let new = before.iter().zip(lines).filter(|(_, line)| line.changed).map(|(file, _)| name(file));
    let (new, old): (Vec<String>, Vec<String>) = (new.collect(), after.iter().map(name).collect());
    let list = |names: &[String]| join(names.iter().map(String::as_str));
    (!new.is_empty()).then(|| Finding::new(&PARTLY_WRITTEN).arg("new", list(&new)).arg("old", list(&old)))
}

fn line(document: &MadeDocument<'_>, file: &File, written: &Written, is_first: bool) -> Line {
    let name = written.path.file_name().map(|name| name.to_string_lossy().into_owned());
    Line {
        document: document.name.to_owned(),
        format: file.format.extension(),
        changed: written.changed,
        beside: name.filter(|name| *name != file.name),
        pages: file.format.has_pages().then_some(document.made.pages),
        seconds: document.made.seconds,
        bytes: file.bytes.len(),
        took: is_first.then_some(document.took),
    }
}
