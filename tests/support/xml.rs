//! XML as readable text.

use roxmltree::{Document, Node};

/// XML with one element on a line, indented, without namespace declarations.
pub fn normalised(xml: &str) -> String {
    let document = Document::parse(xml).expect("well-formed XML");
    let mut out = String::new();
    element(&mut out, document.root_element(), 0);
    out
}

fn element(out: &mut String, node: Node, depth: usize) {
    out.push_str(&"  ".repeat(depth));
    out.push_str(&name(node, node.tag_name().namespace(), node.tag_name().name()));
    for attribute in node.attributes() {
        let name = name(node, attribute.namespace(), attribute.name());
        out.push_str(&format!(" {name}={:?}", attribute.value()));
    }
    if let Some(text) = node.text().filter(|text| !text.is_empty()) {
        out.push_str(&format!(" {}", visible(text)));
    }
    out.push('\n');
    node.children().filter(Node::is_element).for_each(|child| element(out, child, depth + 1));
}

fn name(node: Node, namespace: Option<&str>, name: &str) -> String {
    match namespace.and_then(|namespace| node.lookup_prefix(namespace)).filter(|prefix| !prefix.is_empty()) {
        Some(prefix) => format!("{prefix}:{name}"),
        None => name.to_owned(),
    }
}

/// Text in quotation marks, in which no-break spaces can be told from others.
fn visible(text: &str) -> String {
    format!("«{}»", text.replace('\u{a0}', "⍽").replace('\n', "⏎"))
}
