//! From the bytes of a Word file to a [`Letterhead`].

use super::archive::{Archive, Relation, broken, parse};
use super::messages as say;
use super::part::{Names, pieces};
use super::styles::{Taken, take_styles};
use super::{Letterhead, Media, Part};
use crate::document::Length;
use crate::docx::{RELATIONS, WORD};
use crate::source::{Finding, Findings};
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// The pictures that word processors show: extension and content type.
const PICTURES: [(&str, &str); 9] = [
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("bmp", "image/bmp"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("emf", "image/x-emf"),
    ("wmf", "image/x-wmf"),
];
const KINDS: [&str; 3] = ["default", "first", "even"];

impl Letterhead {
    /// Reads a letterhead; `file` is its name for messages.
    ///
    /// # Errors
    /// `letterhead-broken`, `letterhead-too-large`, `letterhead-unsafe`. One without headers and
    /// footers is read with the warning `letterhead-empty`.
    pub fn read(bytes: &[u8], file: &str, findings: &mut Findings) -> Result<Letterhead, Finding> {
        let mut archive = Archive::open(bytes, file)?;
        let root = archive.relations("")?;
        let main = root.values().find(|relation| relation.kind == "officeDocument" && !relation.external);
        let main = main.map(|relation| relation.target.clone());
        let no_document = || broken(file, ("в нём нет документа Word", "it holds no Word document"));
        let main = main.ok_or_else(no_document)?;
        let text = archive.xml(&main)?.ok_or_else(no_document)?;
        let document = parse(&text, file)?;
        if document.root_element().tag_name().namespace() != Some(WORD) {
            return Err(no_document());
        }
        let relations = archive.relations(&main)?;
        let mut letterhead = Letterhead::default();
        let taken = letterhead.read_styles(&mut archive, &relations, file)?;
        letterhead.read_settings(&mut archive, &relations, file)?;
        if let Some(section) = section(&document) {
            letterhead.read_section(&section);
            letterhead.read_parts(&section, &mut archive, &relations, &taken, file)?;
        }
        if letterhead.parts.is_empty() {
            findings.push(Finding::new(&say::EMPTY).arg("file", file));
        }
        Ok(letterhead)
    }

    fn read_styles(
        &mut self,
        archive: &mut Archive<'_>,
        relations: &BTreeMap<String, Relation>,
        file: &str,
    ) -> Result<Taken, Finding> {
        let Some(text) = related(archive, relations, "styles")? else { return Ok(Taken::default()) };
        let taken = take_styles(&parse(&text, file)?);
        self.styles.clone_from(&taken.xml);
        self.own.clone_from(&taken.own);
        Ok(taken)
    }

    fn read_settings(
        &mut self,
        archive: &mut Archive<'_>,
        relations: &BTreeMap<String, Relation>,
        file: &str,
    ) -> Result<(), Finding> {
        if let Some(text) = related(archive, relations, "settings")? {
            let settings = parse(&text, file)?;
            self.even_differs = flag(&settings.root_element(), "evenAndOddHeaders");
        }
        Ok(())
    }

    fn read_section(&mut self, section: &Node<'_, '_>) {
        self.first_differs = flag(section, "titlePg");
        let margins = section.children().find(|node| node.has_tag_name((WORD, "pgMar")));
        let distance = |name: &str| {
            let twips: f32 = margins?.attribute((WORD, name))?.parse().ok()?;
            (0.0..=5_000.0).contains(&twips).then_some(Length(twips / 20.0))
        };
        (self.header_distance, self.footer_distance) = (distance("header"), distance("footer"));
    }

    fn read_parts(
        &mut self,
        section: &Node<'_, '_>,
        archive: &mut Archive<'_>,
        relations: &BTreeMap<String, Relation>,
        taken: &Taken,
        file: &str,
    ) -> Result<(), Finding> {
        for node in section.children() {
            let footer = node.has_tag_name((WORD, "footerReference"));
            if !footer && !node.has_tag_name((WORD, "headerReference")) {
                continue;
            }
            let word = node.attribute((WORD, "type")).unwrap_or("default");
            let Some(kind) = KINDS.into_iter().find(|kind| *kind == word) else { continue };
            let target = node.attribute((RELATIONS, "id")).and_then(|id| relations.get(id));
            let missing =
                || broken(file, ("колонтитул назван, но его нет", "a header is named, but not there"));
            let name = &target.filter(|target| !target.external).ok_or_else(missing)?.target;
            let text = archive.xml(name)?.ok_or_else(missing)?;
            let xml = parse(&text, file)?;
            let own = archive.relations(name)?;
            let mut names = BTreeMap::new();
            for (id, relation) in &own {
                names.insert(id.clone(), self.taken_over(relation, archive, file)?);
            }
            let numbered = xml.descendants().any(is_page_number);
            let (pieces, head) = pieces(&xml, &text, &names, taken).ok_or_else(missing)?;
            self.parts.push(Part { footer, kind, pieces, head, numbered });
        }
        Ok(())
    }

    /// What a relationship of a header becomes.
    fn taken_over(
        &mut self,
        relation: &Relation,
        archive: &mut Archive<'_>,
        file: &str,
    ) -> Result<Names, Finding> {
        let refuse =
            |ru: String, en: String| Finding::new(&say::UNSAFE).arg("file", file).arg("what", (ru, en));
        let target = &relation.target;
        match (relation.kind.as_str(), relation.external) {
            ("image", false) => self.picture(target, archive, file).map(Names::Picture),
            ("hyperlink", true) if is_address(target) => Ok(Names::Address(target.clone())),
            (_, true) => {
                Err(refuse(format!("ссылка наружу «{target}»"), format!("a link to the outside, “{target}”")))
            }
            (kind, false) => Err(refuse(format!("вложение «{kind}»"), format!("an embedded “{kind}”"))),
        }
    }

    fn picture(&mut self, name: &str, archive: &mut Archive<'_>, file: &str) -> Result<usize, Finding> {
        let extension = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        let known = PICTURES.into_iter().find(|(known, _)| *known == extension);
        let Some((extension, content_type)) = known else {
            let what = (format!("рисунок «{name}»"), format!("the picture “{name}”"));
            return Err(Finding::new(&say::UNSAFE).arg("file", file).arg("what", what));
        };
        let missing = || broken(file, ("рисунок назван, но его нет", "a picture is named, but not there"));
        let bytes = archive.bytes(name)?.ok_or_else(missing)?;
        let known = self.media.iter().position(|media| media.bytes == bytes && media.extension == extension);
        Ok(known.unwrap_or_else(|| {
            self.media.push(Media { extension, content_type, bytes });
            self.media.len() - 1
        }))
    }
}

/// The text of the part that the main part names by a relationship of this kind.
fn related(
    archive: &mut Archive<'_>,
    relations: &BTreeMap<String, Relation>,
    kind: &str,
) -> Result<Option<String>, Finding> {
    match relations.values().find(|relation| relation.kind == kind && !relation.external) {
        Some(relation) => archive.xml(&relation.target),
        None => Ok(None),
    }
}

/// The properties of the document's first section, which has the letterhead's first page.
fn section<'a, 'i>(document: &'a Document<'i>) -> Option<Node<'a, 'i>> {
    document.descendants().find(|node| node.has_tag_name((WORD, "sectPr")))
}

/// Whether a switch such as `w:titlePg` is on.
fn flag(parent: &Node<'_, '_>, name: &str) -> bool {
    let found = parent.children().find(|node| node.has_tag_name((WORD, name)));
    found.is_some_and(|node| !matches!(node.attribute((WORD, "val")), Some("0" | "false" | "off")))
}

fn is_page_number(node: Node<'_, '_>) -> bool {
    let code = if node.has_tag_name((WORD, "fldSimple")) {
        node.attribute((WORD, "instr"))
    } else if node.has_tag_name((WORD, "instrText")) {
        node.text()
    } else {
        None
    };
    code.is_some_and(|code| code.split_whitespace().next() == Some("PAGE"))
}

/// What a link may lead to.
fn is_address(target: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| target.to_lowercase().starts_with(scheme))
}
