//! A small XML writer.

use std::fmt::{Display, Write};

/// Writes one XML part. It cannot make ill-formed text: an element's end comes from the scope
/// that opened it, values are escaped, and characters that XML 1.0 forbids become U+FFFD.
///
/// The order of an element's children is not known here: the function that writes an element
/// owns it.
#[derive(Debug)]
pub struct Xml {
    text: String,
    /// The start tag is still open: attributes may follow.
    open: bool,
}

impl Xml {
    /// A part with one root element, written by `content`.
    pub fn part(root: &str, content: impl FnOnce(&mut Xml)) -> Vec<u8> {
        let mut xml = Xml { text: String::with_capacity(4096), open: false };
        xml.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        xml.element(root, content);
        xml.text.into_bytes()
    }

    /// An element; `content` writes its attributes first, then its children.
    pub fn element(&mut self, name: &str, content: impl FnOnce(&mut Xml)) {
        self.end_tag();
        self.text.push('<');
        self.text.push_str(name);
        self.open = true;
        content(self);
        if self.open {
            self.text.push_str("/>");
            self.open = false;
        } else {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    /// An attribute of the element that has just been opened. One that comes after a child is
    /// left out, as there is no tag for it any more.
    pub fn attribute(&mut self, name: &str, value: impl Display) -> &mut Xml {
        debug_assert!(self.open, "the attribute {name} comes after its element's content");
        if self.open {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            // Writing to a string does not fail.
            let _ = write!(Escaped { text: &mut self.text, attribute: true }, "{value}");
            self.text.push('"');
        }
        self
    }

    /// Text inside the current element.
    pub fn text(&mut self, value: &str) {
        self.end_tag();
        let _ = Escaped { text: &mut self.text, attribute: false }.write_str(value);
    }

    /// Elements that are written already, well-formed.
    pub fn raw(&mut self, elements: &str) {
        self.end_tag();
        self.text.push_str(elements);
    }

    /// An element without attributes and content.
    pub fn empty(&mut self, name: &str) {
        self.element(name, |_| ());
    }

    /// An element without attributes and content, where `wanted`.
    pub fn flag(&mut self, name: &str, wanted: bool) {
        if wanted {
            self.empty(name);
        }
    }

    /// An element with text.
    pub fn leaf(&mut self, name: &str, text: &str) {
        self.element(name, |xml| xml.text(text));
    }

    /// An element with one attribute.
    pub fn with(&mut self, name: &str, attribute: &str, value: impl Display) {
        self.element(name, |xml| {
            xml.attribute(attribute, value);
        });
    }

    /// An element with the attribute `w:val`, the commonest of WordprocessingML.
    pub fn val(&mut self, name: &str, value: impl Display) {
        self.with(name, "w:val", value);
    }

    fn end_tag(&mut self) {
        if self.open {
            self.text.push('>');
            self.open = false;
        }
    }
}

/// A text as it stands in an attribute or between tags.
pub fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let _ = Escaped { text: &mut text, attribute: true }.write_str(value);
    text
}

/// Escapes what is written through it.
struct Escaped<'a> {
    text: &'a mut String,
    attribute: bool,
}

impl Write for Escaped<'_> {
    fn write_str(&mut self, value: &str) -> std::fmt::Result {
        let mut clean = 0;
        for (at, character) in value.char_indices() {
            let Some(instead) = replacement(character, self.attribute) else { continue };
            self.text.push_str(&value[clean..at]);
            self.text.push_str(instead);
            clean = at + character.len_utf8();
        }
        self.text.push_str(&value[clean..]);
        Ok(())
    }
}

/// What stands for a character that may not stand itself.
fn replacement(character: char, attribute: bool) -> Option<&'static str> {
    Some(match character {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' if attribute => "&quot;",
        '\t' if attribute => "&#9;",
        '\n' if attribute => "&#10;",
        // A bare carriage return would be read back as a line feed.
        '\r' => "&#13;",
        '\t' | '\n' => return None,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => "\u{fffd}",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn part(content: impl FnOnce(&mut Xml)) -> String {
        let bytes = Xml::part("r", content);
        String::from_utf8(bytes).unwrap().lines().skip(1).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn elements_close_where_their_scope_ends() {
        let text = part(|xml| {
            xml.attribute("a", 1);
            xml.element("b", |xml| xml.leaf("c", "д"));
            xml.val("w:sz", 28);
            xml.flag("e", true);
            xml.flag("f", false);
        });
        assert_eq!(text, r#"<r a="1"><b><c>д</c></b><w:sz w:val="28"/><e/></r>"#);
    }

    #[test]
    fn values_are_escaped_and_control_characters_replaced() {
        let text = part(|xml| {
            xml.attribute("a", "\"<&>\t");
            xml.text("<&>\"\u{1}\u{ffff}");
        });
        assert_eq!(text, "<r a=\"&quot;&lt;&amp;&gt;&#9;\">&lt;&amp;&gt;\"\u{fffd}\u{fffd}</r>");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn any_text_comes_back(value in "\\PC*", raw in any::<String>()) {
            let bytes = Xml::part("r", |xml| {
                xml.attribute("a", &value);
                xml.text(&raw);
            });
            let text = String::from_utf8(bytes).unwrap();
            let document = roxmltree::Document::parse(&text).unwrap();
            let root = document.root_element();
            let allowed = |c: char| if replacement(c, false) == Some("\u{fffd}") { '\u{fffd}' } else { c };
            prop_assert_eq!(root.attribute("a").unwrap(), value.chars().map(allowed).collect::<String>());
            prop_assert_eq!(root.text().unwrap_or(""), raw.chars().map(allowed).collect::<String>());
        }
    }
}
