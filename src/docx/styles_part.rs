//! `word/styles.xml`.

use super::letterhead::Letterhead;
use super::numbering::Indents;
use super::paragraph::{alignment, indent};
use super::styles::{Names, Styles};
use super::units::{eighth_points, half_points, line_units, twips};
use super::{WORD, fonts};
use crate::document::{Breaking, Color, Length, ParagraphStyle, StyleSheet, TableRule, TableStyle};
use crate::ooxml::{Xml, hex};

/// The sides of a table's rules, in the order of ISO/IEC 29500-1, 17.4.38.
const RULES: [&str; 6] = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
/// Those that lie between rows, and above and below all of them.
const LEVEL: [&str; 3] = ["w:top", "w:bottom", "w:insideH"];

/// The part.
pub(super) fn styles_part(styles: &Styles, language: &str, letterhead: Option<&Letterhead>) -> Vec<u8> {
    Xml::part("w:styles", |xml| {
        xml.attribute("xmlns:w", WORD);
        defaults(xml, styles, language);
        latent(xml);
        let own_normal = styles.paragraphs.values().any(|names| names.id == "Normal");
        if !own_normal {
            builtin(xml, "paragraph", "Normal", "Normal", |xml| xml.empty("w:qFormat"));
        }
        builtin(xml, "character", "DefaultParagraphFont", "Default Paragraph Font", hidden);
        builtin(xml, "table", "TableNormal", "Normal Table", table_normal);
        builtin(xml, "numbering", "NoList", "No List", hidden);
        for (key, names) in &styles.paragraphs {
            if let Some(style) = styles.get(key) {
                let own = letterhead.and_then(|letterhead| letterhead.own_style(&style.title));
                match own {
                    Some(own) => taken_style(xml, names, style, own),
                    None => paragraph_style(xml, names, style, styles.sheet),
                }
            }
        }
        for (key, names) in &styles.tables {
            if let Some(style) = styles.sheet.tables.get(*key) {
                table_style(xml, names, style, styles.sheet);
            }
        }
        if let Some(letterhead) = letterhead {
            xml.raw(letterhead.styles());
        }
    })
}

/// What holds where no style says otherwise: the text face, the size of most paragraphs,
/// the language, no single lines at a page's edge.
fn defaults(xml: &mut Xml, styles: &Styles, language: &str) {
    let size = styles.common.map_or(Length(14.0), |style| style.size);
    xml.element("w:docDefaults", |xml| {
        xml.element("w:rPrDefault", |xml| {
            xml.element("w:rPr", |xml| {
                let font = fonts::style_font(styles.sheet);
                xml.element("w:rFonts", |xml| {
                    for name in ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"] {
                        xml.attribute(name, font);
                    }
                });
                letter_size(xml, size);
                xml.element("w:lang", |xml| {
                    xml.attribute("w:val", language).attribute("w:eastAsia", language);
                    xml.attribute("w:bidi", "ar-SA");
                });
            });
        });
        xml.element("w:pPrDefault", |xml| {
            xml.element("w:pPr", |xml| {
                xml.empty("w:widowControl");
                spacing(xml, Length(0.0), Length(0.0), 1.0);
            });
        });
    });
}

/// Word's other styles stay out of the gallery, so that it shows the document's own.
fn latent(xml: &mut Xml) {
    xml.element("w:latentStyles", |xml| {
        for (name, value) in [
            ("w:defLockedState", 0),
            ("w:defUIPriority", 99),
            ("w:defSemiHidden", 1),
            ("w:defUnhideWhenUsed", 1),
            ("w:defQFormat", 0),
            ("w:count", 376),
        ] {
            xml.attribute(name, value);
        }
    });
}

fn builtin(xml: &mut Xml, kind: &str, id: &str, name: &str, rest: impl FnOnce(&mut Xml)) {
    xml.element("w:style", |xml| {
        xml.attribute("w:type", kind).attribute("w:default", 1).attribute("w:styleId", id);
        xml.val("w:name", name);
        rest(xml);
    });
}

fn hidden(xml: &mut Xml) {
    xml.val("w:uiPriority", 99);
    xml.empty("w:semiHidden");
    xml.empty("w:unhideWhenUsed");
}

fn table_normal(xml: &mut Xml) {
    hidden(xml);
    xml.element("w:tblPr", |xml| {
        width(xml, "w:tblInd", 0);
        cell_margins(xml, Length(5.4), Length(0.0));
    });
}

/// Order of children: ISO/IEC 29500-1, 17.7.4.17.
fn paragraph_style(xml: &mut Xml, names: &Names, style: &ParagraphStyle, sheet: &StyleSheet) {
    let normal = names.id == "Normal";
    xml.element("w:style", |xml| {
        xml.attribute("w:type", "paragraph");
        head(xml, names, normal);
        if !normal {
            xml.val("w:basedOn", "Normal");
        }
        xml.val("w:uiPriority", 1);
        xml.empty("w:qFormat");
        xml.element("w:pPr", |xml| paragraph_properties(xml, names, style));
        xml.element("w:rPr", |xml| run_properties(xml, style, sheet));
    });
}

/// A style that the letterhead has under the same name: it looks as it does there, and keeps with
/// its neighbours as the document wants it.
fn taken_style(xml: &mut Xml, names: &Names, style: &ParagraphStyle, own: &str) {
    xml.element("w:style", |xml| {
        xml.attribute("w:type", "paragraph");
        head(xml, names, names.id == "Normal");
        xml.val("w:basedOn", own);
        xml.val("w:uiPriority", 1);
        xml.empty("w:qFormat");
        xml.element("w:pPr", |xml| {
            xml.flag("w:keepNext", style.keep_next);
            xml.flag("w:keepLines", style.keep_lines);
            if let Some(level) = names.outline {
                xml.val("w:outlineLvl", level - 1);
            }
        });
    });
}

/// The attributes that follow the type, and the names.
fn head(xml: &mut Xml, names: &Names, default: bool) {
    if default {
        xml.attribute("w:default", 1);
    } else if names.alias.is_none() {
        xml.attribute("w:customStyle", 1);
    }
    xml.attribute("w:styleId", &names.id);
    xml.val("w:name", &names.name);
    if let Some(alias) = &names.alias {
        xml.val("w:aliases", alias);
    }
}

/// Order of children: ISO/IEC 29500-1, 17.3.1.26.
fn paragraph_properties(xml: &mut Xml, names: &Names, style: &ParagraphStyle) {
    xml.flag("w:keepNext", style.keep_next);
    xml.flag("w:keepLines", style.keep_lines || style.by_sentences);
    if style.rule_below {
        xml.element("w:pBdr", |xml| {
            xml.element("w:bottom", |xml| {
                xml.attribute("w:val", "single").attribute("w:sz", 6);
                xml.attribute("w:space", 1).attribute("w:color", "auto");
            });
        });
    }
    xml.flag("w:suppressAutoHyphens", style.breaking == Breaking::Word);
    spacing(xml, style.space_before, style.space_after, style.line_spacing);
    indent(xml, Indents::from(style));
    xml.val("w:jc", alignment(style.align));
    if let Some(level) = names.outline {
        xml.val("w:outlineLvl", level - 1);
    }
}

/// Order of children: ISO/IEC 29500-1, 17.3.2.28.
fn run_properties(xml: &mut Xml, style: &ParagraphStyle, sheet: &StyleSheet) {
    for (wanted, names) in [(style.face.bold, ["w:b", "w:bCs"]), (style.face.italic, ["w:i", "w:iCs"])] {
        names.iter().for_each(|name| xml.flag(name, wanted));
    }
    xml.flag("w:caps", style.capitals);
    if style.color != Color::BLACK {
        xml.val("w:color", hex(sheet.rgb(style.color)));
    }
    if twips(style.letter_spacing) != 0 {
        xml.val("w:spacing", twips(style.letter_spacing));
    }
    // Pairs of letters are kerned from this size on: always.
    if style.breaking == Breaking::Optimum {
        xml.val("w:kern", 1);
    }
    letter_size(xml, style.size);
}

fn letter_size(xml: &mut Xml, size: Length) {
    let half_points = half_points(size).max(2);
    xml.val("w:sz", half_points);
    xml.val("w:szCs", half_points);
}

fn spacing(xml: &mut Xml, before: Length, after: Length, lines: f32) {
    xml.element("w:spacing", |xml| {
        xml.attribute("w:before", twips(before).max(0)).attribute("w:after", twips(after).max(0));
        xml.attribute("w:line", line_units(lines).max(1)).attribute("w:lineRule", "auto");
    });
}

fn table_style(xml: &mut Xml, names: &Names, style: &TableStyle, sheet: &StyleSheet) {
    xml.element("w:style", |xml| {
        xml.attribute("w:type", "table");
        head(xml, names, false);
        xml.val("w:basedOn", "TableNormal");
        xml.val("w:uiPriority", 1);
        xml.element("w:tblPr", |xml| {
            let sides = match style.rules {
                TableRule::All => &RULES[..],
                TableRule::Level => &LEVEL[..],
                TableRule::None => &[],
            };
            if !sides.is_empty() {
                let color = match style.rule_color {
                    Color::BLACK => "auto".to_owned(),
                    color => hex(sheet.rgb(color)),
                };
                xml.element("w:tblBorders", |xml| {
                    sides.iter().for_each(|side| rule(xml, side, style.rule_width, &color))
                });
            }
            cell_margins(xml, style.padding_x, style.padding_y);
        });
    });
}

fn rule(xml: &mut Xml, side: &str, width: Length, color: &str) {
    xml.element(side, |xml| {
        xml.attribute("w:val", "single").attribute("w:sz", eighth_points(width).clamp(2, 96));
        xml.attribute("w:space", 0).attribute("w:color", color);
    });
}

/// Space between the edges of cells and their text.
pub(super) fn cell_margins(xml: &mut Xml, x: Length, y: Length) {
    xml.element("w:tblCellMar", |xml| {
        for (side, length) in [("w:top", y), ("w:left", x), ("w:bottom", y), ("w:right", x)] {
            width(xml, side, twips(length).max(0));
        }
    });
}

/// An element that is a width in twips.
pub(super) fn width(xml: &mut Xml, name: &str, twips: i64) {
    xml.element(name, |xml| {
        xml.attribute("w:w", twips).attribute("w:type", "dxa");
    });
}
