//! `word/numbering.xml`.

use super::WORD;
use super::numbering::{Indents, Level, Num, Numbering, Scheme};
use super::paragraph::indent;
use crate::ooxml::Xml;

/// The part.
pub(super) fn numbering_part(numbering: &Numbering) -> Vec<u8> {
    Xml::part("w:numbering", |xml| {
        xml.attribute("xmlns:w", WORD);
        for (id, scheme) in numbering.schemes.iter().enumerate() {
            abstract_num(xml, id, scheme);
        }
        for (index, num) in numbering.nums.iter().enumerate() {
            instance(xml, index + 1, num);
        }
    })
}

/// Order of children: ISO/IEC 29500-1, 17.9.1.
fn abstract_num(xml: &mut Xml, id: usize, scheme: &Scheme) {
    xml.element("w:abstractNum", |xml| {
        xml.attribute("w:abstractNumId", id);
        // Word takes two lists with one `nsid` for the same list when it pastes.
        xml.val("w:nsid", format_args!("{:08X}", 0x41B0_0000 + id));
        xml.val("w:multiLevelType", if scheme.levels.len() > 1 { "multilevel" } else { "singleLevel" });
        let mut last = scheme.levels.iter().find_map(|level| level.indents).unwrap_or_default();
        for (at, level) in scheme.levels.iter().enumerate() {
            last = level.indents.unwrap_or(last);
            write_level(xml, at, level, last);
        }
    });
}

/// Order of children: ISO/IEC 29500-1, 17.9.6.
fn write_level(xml: &mut Xml, at: usize, level: &Level, indents: Indents) {
    xml.element("w:lvl", |xml| {
        xml.attribute("w:ilvl", at);
        xml.val("w:start", level.start);
        xml.val("w:numFmt", level.format);
        xml.val("w:suff", "space");
        xml.val("w:lvlText", &level.text);
        xml.val("w:lvlJc", "left");
        xml.element("w:pPr", |xml| indent(xml, indents));
    });
}

fn instance(xml: &mut Xml, id: usize, num: &Num) {
    xml.element("w:num", |xml| {
        xml.attribute("w:numId", id);
        xml.val("w:abstractNumId", num.scheme);
        if let Some((level, start)) = num.start {
            xml.element("w:lvlOverride", |xml| {
                xml.attribute("w:ilvl", level);
                xml.val("w:startOverride", start);
            });
        }
    });
}
