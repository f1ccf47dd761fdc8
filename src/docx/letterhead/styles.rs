//! The styles of a letterhead under ids of their own, so that none of ours changes by accident.

use crate::docx::WORD;
use crate::ooxml::escaped;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// What stands before the ids of a letterhead's styles.
const PREFIX: &str = "Blank";
/// The style that its paragraphs without a style have.
const NORMAL: &str = "BlankNormal";
/// Names that our files give to styles of their own.
const TAKEN: [&str; 4] = ["normal", "default paragraph font", "normal table", "no list"];
/// Deepest nesting of a style's properties.
const DEEPEST: usize = 24;

/// The styles of a letterhead.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// As elements of `w:styles`.
    pub xml: String,
    /// The paragraph styles that the office made: name in small letters and id.
    pub own: Vec<(String, String)>,
    ids: BTreeMap<String, String>,
}

impl Taken {
    /// Our id for a style of theirs.
    pub fn id(&self, id: &str) -> Option<&str> {
        self.ids.get(id).map(String::as_str)
    }

    /// The id of the style of paragraphs that name none.
    pub fn normal(&self) -> &str {
        NORMAL
    }
}

/// Takes over all styles of paragraphs, letters and tables.
pub(super) fn take_styles(document: &Document<'_>) -> Taken {
    let root = document.root_element();
    let kinds = ["paragraph", "character", "table"];
    let wanted = |node: &Node<'_, '_>| {
        node.has_tag_name((WORD, "style"))
            && node.attribute((WORD, "type")).is_some_and(|kind| kinds.contains(&kind))
    };
    let mut taken = Taken::default();
    let mut default = None;
    for node in root.children().filter(wanted) {
        let Some(id) = node.attribute((WORD, "styleId")) else { continue };
        // LibreOffice marks no style as the ordinary one, but Word's name for it is always this.
        let marked = matches!(node.attribute((WORD, "default")), Some("1" | "true" | "on"));
        let is_default = node.attribute((WORD, "type")) == Some("paragraph")
            && (marked || name(&node).is_some_and(|name| name.eq_ignore_ascii_case("normal")))
            && default.is_none();
        let letters: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
        let own =
            if is_default { NORMAL.to_owned() } else { format!("{PREFIX}{}_{letters}", taken.ids.len()) };
        if is_default {
            default = Some(node);
        }
        taken.ids.insert(id.to_owned(), own);
    }
    taken.xml = normal(&root, default.as_ref());
    for node in root.children().filter(wanted).filter(|node| Some(*node) != default) {
        style(&node, &mut taken);
    }
    taken
}

/// The ordinary style: what the document says of all text, and of its own ordinary style.
fn normal(root: &Node<'_, '_>, default: Option<&Node<'_, '_>>) -> String {
    let defaults = root.children().find(|node| node.has_tag_name((WORD, "docDefaults")));
    let of_defaults = |name: &str| defaults?.descendants().find(|node| node.has_tag_name((WORD, name)));
    let of_style = |name: &str| default?.children().find(|node| node.has_tag_name((WORD, name)));
    let mut base = head("BlankDefaults", "Бланк: всё", "paragraph", None);
    base.push_str(&properties("pPr", of_defaults("pPr").as_ref()));
    base.push_str(&properties("rPr", of_defaults("rPr").as_ref()));
    base.push_str("</w:style>");
    base.push_str(&head(NORMAL, "Бланк: обычный", "paragraph", Some("BlankDefaults")));
    base.push_str(&properties("pPr", of_style("pPr").as_ref()));
    base.push_str(&properties("rPr", of_style("rPr").as_ref()));
    base.push_str("</w:style>");
    base
}

fn head(id: &str, name: &str, kind: &str, based_on: Option<&str>) -> String {
    let based = based_on.map_or(String::new(), |id| format!("<w:basedOn w:val=\"{id}\"/>"));
    format!(
        "<w:style w:type=\"{kind}\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{}\"/>{based}",
        escaped(name)
    )
}

fn style(node: &Node<'_, '_>, taken: &mut Taken) {
    let child = |name: &str| node.children().find(|child| child.has_tag_name((WORD, name)));
    let value = |name: &str| child(name).and_then(|child| child.attribute((WORD, "val")));
    let Some(id) = node.attribute((WORD, "styleId")).and_then(|id| taken.id(id)).map(str::to_owned) else {
        return;
    };
    let kind = node.attribute((WORD, "type")).unwrap_or("paragraph");
    let name = value("name").unwrap_or(&id).replace(',', " ");
    // Word's own styles have English names in every language.
    let custom =
        matches!(node.attribute((WORD, "customStyle")), Some("1" | "true" | "on")) || !name.is_ascii();
    if custom && kind == "paragraph" {
        taken.own.push((name.to_lowercase(), id.clone()));
    }
    // Word knows its own styles by their names, of which our file has some already.
    let shown = match TAKEN.contains(&name.to_lowercase().as_str()) {
        true => format!("Бланк: {}", name.to_lowercase()),
        false => format!("{name} (бланк)"),
    };
    let based_on = value("basedOn")
        .and_then(|id| taken.id(id))
        .or_else(|| (kind == "paragraph").then_some("BlankDefaults"));
    let mut xml = head(&id, &shown, kind, based_on);
    for part in ["pPr", "rPr", "tblPr", "trPr", "tcPr"] {
        let wanted = match kind {
            "paragraph" => matches!(part, "pPr" | "rPr"),
            "character" => part == "rPr",
            _ => true,
        };
        if let Some(node) = child(part).filter(|_| wanted) {
            xml.push_str(&properties(part, Some(&node)));
        }
    }
    xml.push_str("</w:style>");
    taken.xml.push_str(&xml);
}

/// What a style is called.
fn name<'a>(style: &Node<'a, '_>) -> Option<&'a str> {
    style.children().find(|child| child.has_tag_name((WORD, "name")))?.attribute((WORD, "val"))
}

fn properties(name: &str, node: Option<&Node<'_, '_>>) -> String {
    match node.map(|node| content(node)) {
        Some(inner) if !inner.is_empty() => format!("<w:{name}>{inner}</w:{name}>"),
        _ => String::new(),
    }
}

/// The children of an element that are WordprocessingML, without numberings and section marks.
fn content(node: &Node<'_, '_>) -> String {
    let mut out = String::new();
    node.children().for_each(|child| write(&child, 0, &mut out));
    out
}

fn write(node: &Node<'_, '_>, depth: usize, out: &mut String) {
    let tag = node.tag_name();
    let left_out = ["numPr", "sectPr", "pPrChange", "rPrChange"].contains(&tag.name());
    if !node.is_element() || tag.namespace() != Some(WORD) || left_out || depth > DEEPEST {
        return;
    }
    out.push_str(&format!("<w:{}", tag.name()));
    for attribute in node.attributes().filter(|attribute| attribute.namespace() == Some(WORD)) {
        out.push_str(&format!(" w:{}=\"{}\"", attribute.name(), escaped(attribute.value())));
    }
    let mut inner = String::new();
    node.children().for_each(|child| write(&child, depth + 1, &mut inner));
    match inner.is_empty() {
        true => out.push_str("/>"),
        false => out.push_str(&format!(">{inner}</w:{}>", tag.name())),
    }
}
