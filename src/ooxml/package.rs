//! The parts of an Office file with their content types and relationships.

use super::Xml;
use super::archive::{Archive, Deflated};
use std::collections::BTreeMap;
use std::{fmt, io};

/// What the short names of relationship types stand for.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";

/// The parts of an Office file. Its bytes are the same on every run.
#[derive(Debug, Default)]
pub struct Package {
    parts: Vec<(String, Content)>,
    /// Content types by extension.
    defaults: BTreeMap<&'static str, &'static str>,
    /// Content types by part.
    overrides: BTreeMap<String, String>,
    /// Relationships by the part that they start from; the package itself is ``.
    relations: BTreeMap<String, Vec<Relation>>,
}

#[derive(Debug)]
enum Content {
    Bytes(Vec<u8>),
    Deflated(Deflated),
}

#[derive(Debug, PartialEq)]
struct Relation {
    kind: String,
    target: String,
    /// It leads to an address, not to a part.
    outside: bool,
}

/// The name of a relationship within the part that it starts from: `rId1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelationId(usize);

impl fmt::Display for RelationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rId{}", self.0)
    }
}

impl Package {
    /// Adds a part; `content_type` names what it is, `name` has no slash in front.
    pub fn part(&mut self, name: &str, content_type: &str, bytes: Vec<u8>) {
        self.overrides.insert(name.to_owned(), content_type.to_owned());
        self.parts.push((name.to_owned(), Content::Bytes(bytes)));
    }

    /// Adds a part that is compressed already; its content type is that of its extension.
    pub fn deflated(
        &mut self,
        name: &str,
        extension: &'static str,
        content_type: &'static str,
        part: Deflated,
    ) {
        self.defaults.insert(extension, content_type);
        self.parts.push((name.to_owned(), Content::Deflated(part)));
    }

    /// Adds a picture, unless it is there; its content type is that of its extension.
    pub fn picture(&mut self, name: &str, extension: &'static str, content_type: &'static str, bytes: &[u8]) {
        self.defaults.insert(extension, content_type);
        if !self.parts.iter().any(|(known, _)| known == name) {
            self.parts.push((name.to_owned(), Content::Bytes(bytes.to_vec())));
        }
    }

    /// Says that the part `from` (`` for the package) needs `target`, a path that starts in
    /// the folder of `from`. `kind` is a relationship type: an address, or its last word
    /// (`styles`). The same relationship is made only once.
    pub fn relate(&mut self, from: &str, kind: &str, target: &str) -> RelationId {
        let kind = if kind.contains(':') { kind.to_owned() } else { format!("{RELATIONS}{kind}") };
        self.add_relation(from, Relation { kind, target: target.to_owned(), outside: false })
    }

    /// Says that the part `from` leads to an address.
    pub fn relate_outside(&mut self, from: &str, kind: &str, address: &str) -> RelationId {
        let kind = format!("{RELATIONS}{kind}");
        self.add_relation(from, Relation { kind, target: address.to_owned(), outside: true })
    }

    fn add_relation(&mut self, from: &str, relation: Relation) -> RelationId {
        let known = self.relations.entry(from.to_owned()).or_default();
        let at = known.iter().position(|other| *other == relation).unwrap_or_else(|| {
            known.push(relation);
            known.len() - 1
        });
        RelationId(at + 1)
    }

    /// The finished file; empty if a part has 4 GiB or more, as the format cannot hold that.
    pub fn finish(self) -> Vec<u8> {
        self.archive().unwrap_or_default()
    }

    fn archive(self) -> io::Result<Vec<u8>> {
        let mut archive = Archive::with_capacity(256 * 1024);
        archive.add("[Content_Types].xml", &self.content_types())?;
        for (from, relations) in &self.relations {
            archive.add(&relations_name(from), &relations_part(relations))?;
        }
        for (name, content) in &self.parts {
            match content {
                Content::Bytes(bytes) => archive.add(name, bytes)?,
                Content::Deflated(part) => archive.copy(name, *part)?,
            }
        }
        archive.finish()
    }

    fn content_types(&self) -> Vec<u8> {
        let relations = ("rels", "application/vnd.openxmlformats-package.relationships+xml");
        let xml = ("xml", "application/xml");
        Xml::part("Types", |part| {
            part.attribute("xmlns", CONTENT_TYPES);
            for (extension, kind) in self.defaults.iter().map(|(e, k)| (*e, *k)).chain([relations, xml]) {
                part.element("Default", |part| {
                    part.attribute("Extension", extension).attribute("ContentType", kind);
                });
            }
            for (name, kind) in &self.overrides {
                part.element("Override", |part| {
                    part.attribute("PartName", format_args!("/{name}")).attribute("ContentType", kind);
                });
            }
        })
    }
}

/// Where a part's relationships stand.
fn relations_name(from: &str) -> String {
    match from.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{from}.rels"),
    }
}

fn relations_part(relations: &[Relation]) -> Vec<u8> {
    Xml::part("Relationships", |xml| {
        xml.attribute("xmlns", RELATIONSHIPS);
        for (at, relation) in relations.iter().enumerate() {
            xml.element("Relationship", |xml| {
                xml.attribute("Id", RelationId(at + 1))
                    .attribute("Type", &relation.kind)
                    .attribute("Target", &relation.target);
                if relation.outside {
                    xml.attribute("TargetMode", "External");
                }
            });
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};
    use zip::ZipArchive;

    fn package() -> Package {
        let mut package = Package::default();
        package.part("word/document.xml", "application/x", b"<d/>".to_vec());
        package.relate("", "officeDocument", "word/document.xml");
        package
    }

    #[test]
    fn a_relationship_is_made_once() {
        let mut package = package();
        let first = package.relate("word/document.xml", "styles", "styles.xml");
        assert_eq!(first.to_string(), "rId1");
        assert_ne!(first, package.relate("word/document.xml", "header", "header1.xml"));
        assert_eq!(first, package.relate("word/document.xml", "styles", "styles.xml"));
    }

    #[test]
    fn content_types_and_relationships_stand_before_the_parts() {
        let archive = ZipArchive::new(Cursor::new(package().finish())).unwrap();
        let names: Vec<_> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
    }

    #[test]
    fn a_compressed_part_is_copied_as_it_is() {
        let bytes: &'static [u8] = b"\x01\x04\x00\xfb\xff<d/>";
        let mut checksum = flate2::Crc::new();
        checksum.update(b"<d/>");
        let mut outer = package();
        outer.deflated(
            "word/copy.bin",
            "bin",
            "application/y",
            Deflated { bytes, size: 4, checksum: checksum.sum() },
        );
        let mut archive = ZipArchive::new(Cursor::new(outer.finish())).unwrap();
        let mut text = String::new();
        archive.by_name("word/copy.bin").unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "<d/>");
    }
}
