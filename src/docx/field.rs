//! Fields: what Word computes, with the text that stands there until it does.

use super::runs::words;
use crate::ooxml::Xml;

/// A field with stored text; `properties` writes the `w:rPr` of its runs.
pub(super) fn field(xml: &mut Xml, code: &str, properties: impl Fn(&mut Xml), stored: &str) {
    begin(xml);
    instruction(xml, code);
    separate(xml);
    xml.element("w:r", |xml| {
        properties(xml);
        words(xml, stored);
    });
    end(xml);
}

/// The mark before a field's code.
pub(super) fn begin(xml: &mut Xml) {
    mark(xml, "begin");
}

/// The mark between a field's code and its stored text.
pub(super) fn separate(xml: &mut Xml) {
    mark(xml, "separate");
}

/// The mark behind a field.
pub(super) fn end(xml: &mut Xml) {
    mark(xml, "end");
}

/// A piece of a field's code.
pub(super) fn instruction(xml: &mut Xml, code: &str) {
    xml.element("w:r", |xml| {
        xml.element("w:instrText", |xml| xml.attribute("xml:space", "preserve").text(code));
    });
}

fn mark(xml: &mut Xml, kind: &str) {
    xml.element("w:r", |xml| xml.with("w:fldChar", "w:fldCharType", kind));
}
