//! Paragraphs and runs of DrawingML (ISO/IEC 29500-1, 21.1.2).

use super::{LANGUAGE, emu};
use crate::document::{
    Align, Block, Color, Document, Face, Inline, Item, Length, List, Marker, Paragraph, ParagraphStyle,
    StyleSheet,
};
use crate::ooxml::Xml;

/// A line of slide programs, 1.2 of the letters' size, in lines of the face as `typeset` counts
/// them.
const OWN_LINE: f64 = 1.2 / (2355.0 / 2048.0);

/// The paragraphs of a text frame.
pub(super) struct Texts<'a> {
    /// For the accent.
    pub document: &'a Document,
    /// The styles in the sizes of the frame.
    pub styles: &'a StyleSheet,
}

/// What stands before the first line of a paragraph.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Before<'a> {
    Nothing,
    /// The mark of an item.
    Label(&'a str),
    /// The item that it goes on in, or that has no mark: it stands below the words, not the mark.
    Item,
}

impl Texts<'_> {
    /// Writes blocks; tables are written by others.
    pub fn blocks(&self, xml: &mut Xml, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(xml, paragraph, Before::Nothing, None),
                Block::List(list) => self.list(xml, list),
                Block::Columns(columns) => {
                    let paragraphs = columns.parts.iter().flat_map(|(_, part)| part);
                    paragraphs.for_each(|paragraph| self.paragraph(xml, paragraph, Before::Nothing, None));
                }
                _ => {}
            }
        }
    }

    fn list(&self, xml: &mut Xml, list: &List) {
        list.items.iter().for_each(|item| self.item(xml, list.marker, item));
    }

    fn item(&self, xml: &mut Xml, marker: Marker, item: &Item) {
        let mut before = match marker {
            Marker::None => Before::Item,
            _ => Before::Label(&item.label),
        };
        for block in &item.blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    self.paragraph(xml, paragraph, std::mem::replace(&mut before, Before::Item), None);
                }
                other => self.blocks(xml, std::slice::from_ref(other)),
            }
        }
    }

    /// A paragraph with what stands before it, in `align` if given.
    pub fn paragraph(
        &self,
        xml: &mut Xml,
        paragraph: &Paragraph,
        before: Before<'_>,
        align_as: Option<Align>,
    ) {
        let Some(style) = self.styles.paragraphs.get(&paragraph.style) else { return };
        xml.element("a:p", |xml| {
            self.properties(xml, style, before, align_as);
            let mut written = false;
            for inline in &paragraph.content {
                written |= self.inline(xml, style, inline);
            }
            if !written {
                run_properties(
                    xml,
                    "a:endParaRPr",
                    self.document,
                    style,
                    (style.face.bold, style.face.italic),
                );
            }
        });
    }

    fn properties(&self, xml: &mut Xml, style: &ParagraphStyle, before: Before<'_>, align_as: Option<Align>) {
        xml.element("a:pPr", |xml| {
            let hangs = style.first_indent < Length(0.0);
            let indent = if hangs && before == Before::Item { Length(0.0) } else { style.first_indent };
            xml.attribute("marL", emu(style.left_indent)).attribute("indent", emu(indent));
            xml.attribute("algn", align(align_as.unwrap_or(style.align)));
            distances(xml, style);
            match before {
                Before::Label(label) => {
                    xml.with("a:buFont", "typeface", super::FACE);
                    xml.with("a:buChar", "char", label);
                }
                Before::Nothing | Before::Item => xml.empty("a:buNone"),
            }
        });
    }

    /// Writes a run; gives whether there was one.
    fn inline(&self, xml: &mut Xml, style: &ParagraphStyle, inline: &Inline) -> bool {
        let (text, bold, italic) = match inline {
            Inline::Text(text) | Inline::Reference { text, .. } => (&text.text, text.bold, text.italic),
            Inline::Break(_) => {
                xml.empty("a:br");
                return false;
            }
        };
        let Face { bold: own_bold, italic: own_italic } = style.face;
        let shown = if style.capitals { text.to_uppercase() } else { text.clone() };
        xml.element("a:r", |xml| {
            run_properties(xml, "a:rPr", self.document, style, (own_bold || bold, own_italic || italic));
            xml.leaf("a:t", &shown);
        });
        true
    }
}

/// Line spacing and the room above and below.
pub(super) fn distances(xml: &mut Xml, style: &ParagraphStyle) {
    xml.element("a:lnSpc", |xml| {
        let own = f64::from(style.line_spacing) / OWN_LINE;
        xml.with("a:spcPct", "val", (own * 100.0).round() as i64 * 1_000);
    });
    for (name, length) in [("a:spcBef", style.space_before), ("a:spcAft", style.space_after)] {
        let points = (f64::from(length.pt()) * 100.0).round().max(0.0) as i64;
        xml.element(name, |xml| xml.with("a:spcPts", "val", points));
    }
}

/// Size, face, colour and language of letters.
pub(super) fn run_properties(
    xml: &mut Xml,
    name: &str,
    document: &Document,
    style: &ParagraphStyle,
    (bold, italic): (bool, bool),
) {
    xml.element(name, |xml| {
        xml.attribute("lang", LANGUAGE);
        xml.attribute("sz", (f64::from(style.size.pt()) * 100.0).round() as i64);
        xml.attribute("b", u8::from(bold)).attribute("i", u8::from(italic)).attribute("kern", 0);
        if name != "a:defRPr" {
            xml.attribute("dirty", 0);
        }
        if !super::master::is_plain(style.color) {
            color(xml, document, style.color);
        }
        xml.with("a:latin", "typeface", "+mn-lt");
    });
}

/// A solid fill; the accent is the theme's, so that it can be changed in one place.
pub(super) fn color(xml: &mut Xml, document: &Document, color: Color) {
    xml.element("a:solidFill", |xml| match color {
        Color::Accent => xml.with("a:schemeClr", "val", "accent1"),
        Color::Rgb(_) => {
            let [red, green, blue] = document.styles.rgb(color);
            xml.with("a:srgbClr", "val", format_args!("{red:02X}{green:02X}{blue:02X}"));
        }
    });
}

/// The word for where lines stand.
pub(super) fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "l",
        Align::Center => "ctr",
        Align::Right => "r",
        Align::Justify => "just",
    }
}
