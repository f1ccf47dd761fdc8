//! A theme: colours and faces that other parts may name.

use super::Xml;

/// The content type of a theme.
pub const THEME_TYPE: &str = "application/vnd.openxmlformats-officedocument.theme+xml";

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

/// Sober colours: black on white, greys, one blue.
const COLORS: [(&str, &str); 12] = [
    ("a:dk1", "000000"),
    ("a:lt1", "FFFFFF"),
    ("a:dk2", "333333"),
    ("a:lt2", "F2F2F2"),
    ("a:accent1", "1F4E79"),
    ("a:accent2", "7F7F7F"),
    ("a:accent3", "2E75B6"),
    ("a:accent4", "A6A6A6"),
    ("a:accent5", "9DC3E6"),
    ("a:accent6", "595959"),
    ("a:hlink", "0563C1"),
    ("a:folHlink", "954F72"),
];

/// A theme part whose text is set in `font`. Nothing of ours refers to it, but Office writes
/// one into every file, and strict readers ask for it (ISO/IEC 29500-1, 20.1.6.9).
pub fn theme(name: &str, font: &str) -> Vec<u8> {
    write(name, font, None)
}

/// The same with another accent: red, green, blue.
pub fn theme_with_accent(name: &str, font: &str, accent: [u8; 3]) -> Vec<u8> {
    write(name, font, Some(super::hex(accent)))
}

fn write(name: &str, font: &str, accent: Option<String>) -> Vec<u8> {
    Xml::part("a:theme", |xml| {
        xml.attribute("xmlns:a", DRAWING).attribute("name", name);
        xml.element("a:themeElements", |xml| {
            xml.element("a:clrScheme", |xml| {
                xml.attribute("name", name);
                for (slot, own) in COLORS {
                    let color = accent.as_deref().filter(|_| slot == "a:accent1").unwrap_or(own);
                    xml.element(slot, |xml| xml.with("a:srgbClr", "val", color));
                }
            });
            xml.element("a:fontScheme", |xml| {
                xml.attribute("name", name);
                for slot in ["a:majorFont", "a:minorFont"] {
                    xml.element(slot, |xml| typefaces(xml, font));
                }
            });
            xml.element("a:fmtScheme", |xml| {
                xml.attribute("name", name);
                formats(xml);
            });
        });
    })
}

fn typefaces(xml: &mut Xml, font: &str) {
    for (script, typeface) in [("a:latin", font), ("a:ea", ""), ("a:cs", "")] {
        xml.with(script, "typeface", typeface);
    }
}

/// Three fills, lines, effects and backgrounds, as the schema wants them.
fn formats(xml: &mut Xml) {
    xml.element("a:fillStyleLst", |xml| (0..3).for_each(|_| own_color(xml)));
    xml.element("a:lnStyleLst", |xml| {
        for width in [6_350, 12_700, 19_050] {
            xml.element("a:ln", |xml| {
                xml.attribute("w", width);
                own_color(xml);
            });
        }
    });
    xml.element("a:effectStyleLst", |xml| {
        (0..3).for_each(|_| xml.element("a:effectStyle", |xml| xml.empty("a:effectLst")));
    });
    xml.element("a:bgFillStyleLst", |xml| (0..3).for_each(|_| own_color(xml)));
}

fn own_color(xml: &mut Xml) {
    xml.element("a:solidFill", |xml| xml.with("a:schemeClr", "val", "phClr"));
}
