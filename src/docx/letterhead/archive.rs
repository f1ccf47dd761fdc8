//! The zip archive of a letterhead: only what is asked for is unpacked, and never much.

use super::messages as say;
use crate::source::Finding;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Most parts of the file.
const MAX_PARTS: usize = 5_000;
/// Most bytes of one part, and of all that are unpacked.
const MAX_PART: u64 = 8 << 20;
const MAX_ALL: u64 = 32 << 20;
/// Deepest nesting and most elements of a part.
const DEEPEST: usize = 256;
const MAX_ELEMENTS: usize = 300_000;

/// A letterhead's file.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The file's name, for messages.
    file: &'a str,
    rest: u64,
}

/// What a relationship leads to.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// The last word of its type: `header`, `image`.
    pub kind: String,
    /// The part, from the archive's root; or an address.
    pub target: String,
    /// Whether it leads outside.
    pub external: bool,
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8], file: &'a str) -> Result<Archive<'a>, Finding> {
        let zip = ZipArchive::new(Cursor::new(bytes));
        let zip = zip.map_err(|_| broken(file, ("это не архив Word", "it is no Word archive")))?;
        if zip.len() > MAX_PARTS {
            return Err(large(file, ("в нём слишком много частей", "it has too many parts")));
        }
        Ok(Archive { zip, file, rest: MAX_ALL })
    }

    /// The bytes of a part; `None` where there is none.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Finding> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let part = self.zip.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) | zip::result::ZipError::InvalidPassword => {
                broken(self.file, ("он закрыт паролем", "it is protected by a password"))
            }
            _ => broken(self.file, ("архив повреждён", "the archive is damaged")),
        })?;
        let most = MAX_PART.min(self.rest);
        let mut bytes = Vec::new();
        let read = part.take(most + 1).read_to_end(&mut bytes);
        read.map_err(|_| broken(self.file, ("архив повреждён", "the archive is damaged")))?;
        if bytes.len() as u64 > most {
            let why =
                (format!("часть «{name}» больше 8 МБ"), format!("its part “{name}” has more than 8 MB"));
            return Err(Finding::new(&say::TOO_LARGE).arg("file", self.file).arg("why", why));
        }
        self.rest -= bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// The XML of a part, looked through: not too deep, without a document type.
    pub fn xml(&mut self, name: &str) -> Result<Option<String>, Finding> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let text = String::from_utf8(bytes)
            .map_err(|_| broken(self.file, ("часть файла не в кодировке UTF-8", "a part is not in UTF-8")))?;
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        look_through(&text, self.file)?;
        Ok(Some(text))
    }

    /// The relationships of a part by id.
    pub fn relations(&mut self, part: &str) -> Result<BTreeMap<String, Relation>, Finding> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = if folder.is_empty() {
            format!("_rels/{file}.rels")
        } else {
            format!("{folder}/_rels/{file}.rels")
        };
        let Some(text) = self.xml(&name)? else { return Ok(BTreeMap::new()) };
        let xml = parse(&text, self.file)?;
        let relation = |node: roxmltree::Node<'_, '_>| {
            let external = node.attribute("TargetMode") == Some("External");
            let target = node.attribute("Target")?;
            let kind = node.attribute("Type")?.rsplit('/').next()?.to_owned();
            let target = if external { target.to_owned() } else { resolved(folder, target)? };
            Some((node.attribute("Id")?.to_owned(), Relation { kind, target, external }))
        };
        Ok(xml.root_element().children().filter_map(relation).collect())
    }
}

/// A part's name from the archive's root; `None` for a path that leaves it.
fn resolved(folder: &str, target: &str) -> Option<String> {
    let whole = match target.strip_prefix('/') {
        Some(rooted) => rooted.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Bounds what a parser will have to hold.
fn look_through(text: &str, file: &str) -> Result<(), Finding> {
    let mut reader = quick_xml::Reader::from_reader(text.as_bytes());
    let (mut buffer, mut depth, mut elements) = (Vec::new(), 0_usize, 0_usize);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(_)) => (depth, elements) = (depth + 1, elements + 1),
            Ok(Event::Empty(_)) => elements += 1,
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::DocType(_)) => {
                return Err(broken(file, ("в нём есть описание типа (DTD)", "it has a document type (DTD)")));
            }
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(_) => return Err(broken(file, ("часть файла – не XML", "a part is no XML"))),
        }
        if depth > DEEPEST || elements > MAX_ELEMENTS {
            return Err(large(file, ("слишком сложная разметка", "its markup is too complex")));
        }
    }
}

/// A parsed part.
pub(super) fn parse<'t>(text: &'t str, file: &str) -> Result<roxmltree::Document<'t>, Finding> {
    roxmltree::Document::parse(text).map_err(|_| broken(file, ("часть файла – не XML", "a part is no XML")))
}

/// A letterhead that cannot be read.
pub(super) fn broken(file: &str, why: (&'static str, &'static str)) -> Finding {
    Finding::new(&say::BROKEN).arg("file", file).arg("why", why)
}

fn large(file: &str, why: (&'static str, &'static str)) -> Finding {
    Finding::new(&say::TOO_LARGE).arg("file", file).arg("why", why)
}
