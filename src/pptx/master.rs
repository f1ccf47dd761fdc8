//! The slide master and a slide layout for each arrangement of frames.

use super::arrangement::{Arrangements, Place, placeholder};
use super::text::{color, run_properties};
use super::{TYPE, numbered, part, transform, tree_head};
use crate::document::{Color, Document, FrameStyle, Length, ParagraphStyle, Stand};
use crate::ooxml::{Package, RelationId, Xml};
use crate::picture::Picture;

const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";

/// Adds the master and its layouts.
pub(super) fn add(package: &mut Package, document: &Document, arrangements: &Arrangements) {
    let count = arrangements.list.len();
    let ids: Vec<_> = (1..=count)
        .map(|number| {
            let target = format!("../slideLayouts/slideLayout{number}.xml");
            package.relate(MASTER, "slideLayout", &target)
        })
        .collect();
    package.relate(MASTER, "theme", "../theme/theme1.xml");
    let emblem = document.styles.emblem.as_ref();
    let emblem = emblem.map(|picture| (&**picture, package.relate_picture(MASTER, "ppt", picture)));
    let master = part("p:sldMaster", |xml| {
        xml.element("p:cSld", |xml| {
            background(xml);
            xml.element("p:spTree", |xml| master_tree(xml, document, emblem));
        });
        color_map(xml);
        xml.element("p:sldLayoutIdLst", |xml| {
            for (at, id) in ids.iter().enumerate() {
                xml.element("p:sldLayoutId", |xml| {
                    xml.attribute("id", 2_147_483_649_u32 + at as u32).attribute("r:id", id);
                });
            }
        });
        text_styles(xml, document);
    });
    package.part(MASTER, &format!("{TYPE}slideMaster+xml"), master);
    for (at, places) in arrangements.list.iter().enumerate() {
        add_layout(package, document, at + 1, places);
    }
}

fn add_layout(package: &mut Package, document: &Document, number: usize, places: &[Place]) {
    let name = numbered("slideLayout", number);
    package.relate(&name, "slideMaster", "../slideMasters/slideMaster1.xml");
    let layout = part("p:sldLayout", |xml| {
        xml.attribute("preserve", 1).attribute("userDrawn", 1);
        xml.element("p:cSld", |xml| {
            xml.attribute("name", format_args!("Лист {number}"));
            xml.element("p:spTree", |xml| {
                tree_head(xml);
                for (at, (name, part, of)) in places.iter().enumerate() {
                    let Some(style) = document.styles.frames.get(name) else { continue };
                    let place = (style.part(*part, *of), placeholder(name, at));
                    shape(xml, document, at + 2, &place.0, place.1, of_frame(document, name));
                }
                // Room for an emblem where the style sheet names none.
                let room = document.styles.frames.get("emblem");
                if let Some(emblem) = room.filter(|_| document.styles.emblem.is_none()) {
                    let place = (Some("pic"), Some(9));
                    shape(xml, document, places.len() + 2, emblem, place, of_frame(document, "source"));
                }
            });
        });
        xml.element("p:clrMapOvr", |xml| xml.empty("a:masterClrMapping"));
    });
    package.part(&name, &format!("{TYPE}slideLayout+xml"), layout);
}

/// The paragraph style that stands first in a frame.
fn of_frame<'d>(document: &'d Document, frame: &str) -> Option<&'d ParagraphStyle> {
    let name = match frame {
        "title" | "divider" | "source" | "number" | "cover-title" | "cover-speaker" => frame,
        _ if frame.starts_with("cover") => "cover-line",
        _ if frame.starts_with("figures") => "figure",
        _ => "point",
    };
    document.styles.paragraphs.get(name)
}

/// What stands on every slide, and the two placeholders that layouts inherit from.
fn master_tree(xml: &mut Xml, document: &Document, emblem: Option<(&Picture, RelationId)>) {
    tree_head(xml);
    let frames = &document.styles.frames;
    let mut id = 2;
    for style in frames.values().filter(|style| style.always) {
        ornament(xml, document, id, style);
        id += 1;
    }
    if let (Some(picture), Some(style)) = (emblem, frames.get("emblem")) {
        super::picture::emblem(xml, id, style, picture);
        id += 1;
    }
    for (name, kind) in [("title", "title"), ("main-1-1", "body")] {
        if let Some(style) = frames.get(name) {
            let index = (kind == "body").then_some(1);
            shape(xml, document, id, style, (Some(kind), index), of_frame(document, name));
            id += 1;
        }
    }
}

/// A coloured rectangle without words.
fn ornament(xml: &mut Xml, document: &Document, id: usize, style: &FrameStyle) {
    xml.element("p:sp", |xml| {
        xml.element("p:nvSpPr", |xml| {
            named(xml, id, &style.title);
            xml.empty("p:cNvSpPr");
            xml.element("p:nvPr", |xml| {
                xml.attribute("userDrawn", 1);
            });
        });
        properties(xml, document, style);
    });
}

fn named(xml: &mut Xml, id: usize, name: &str) {
    xml.element("p:cNvPr", |xml| {
        xml.attribute("id", id).attribute("name", name);
    });
}

fn properties(xml: &mut Xml, document: &Document, style: &FrameStyle) {
    xml.element("p:spPr", |xml| {
        transform(xml, "a:xfrm", [style.x, style.y, style.width, style.height]);
        xml.element("a:prstGeom", |xml| {
            xml.attribute("prst", "rect");
            xml.empty("a:avLst");
        });
        match style.fill {
            Some(fill) => color(xml, document, fill),
            None => xml.empty("a:noFill"),
        }
        xml.element("a:ln", |xml| xml.empty("a:noFill"));
    });
}

/// A placeholder with its place and the look of its text.
fn shape(
    xml: &mut Xml,
    document: &Document,
    id: usize,
    style: &FrameStyle,
    (kind, index): (Option<&str>, Option<usize>),
    text: Option<&ParagraphStyle>,
) {
    xml.element("p:sp", |xml| {
        xml.element("p:nvSpPr", |xml| {
            named(xml, id, &format!("{} {}", style.title, id - 1));
            xml.element("p:cNvSpPr", |xml| xml.with("a:spLocks", "noGrp", 1));
            xml.element("p:nvPr", |xml| super::slide::place(xml, kind, index));
        });
        properties(xml, document, style);
        xml.element("p:txBody", |xml| {
            body_properties(xml, style);
            xml.element("a:lstStyle", |xml| {
                if let Some(text) = text {
                    level(xml, document, "a:lvl1pPr", text);
                }
            });
            xml.element("a:p", |xml| {
                xml.element("a:r", |xml| {
                    xml.with("a:rPr", "lang", super::LANGUAGE);
                    xml.leaf("a:t", &style.title);
                });
            });
        });
    });
}

/// Insets and where the text stands; PowerPoint makes text smaller that is typed in too long.
fn body_properties(xml: &mut Xml, style: &FrameStyle) {
    xml.element("a:bodyPr", |xml| {
        xml.attribute("vert", "horz").attribute("wrap", "square");
        for side in ["lIns", "tIns", "rIns", "bIns"] {
            xml.attribute(side, super::emu(style.padding));
        }
        xml.attribute("rtlCol", 0).attribute("anchor", anchor(style.stand));
        xml.empty("a:normAutofit");
    });
}

/// The word for where a text stands in its frame.
pub(super) fn anchor(stand: Stand) -> &'static str {
    match stand {
        Stand::Top => "t",
        Stand::Middle => "ctr",
        Stand::Bottom => "b",
    }
}

/// The look of text that has no look of its own.
fn level(xml: &mut Xml, document: &Document, name: &str, style: &ParagraphStyle) {
    xml.element(name, |xml| {
        xml.attribute("marL", super::emu(style.left_indent));
        xml.attribute("indent", super::emu(style.first_indent))
            .attribute("algn", super::text::align(style.align));
        super::text::distances(xml, style);
        match style.left_indent > Length(0.0) {
            true => xml.with("a:buChar", "char", "–"),
            false => xml.empty("a:buNone"),
        }
        run_properties(xml, "a:defRPr", document, style, (style.face.bold, style.face.italic));
    });
}

fn text_styles(xml: &mut Xml, document: &Document) {
    xml.element("p:txStyles", |xml| {
        for (name, style) in [("p:titleStyle", "title"), ("p:bodyStyle", "point"), ("p:otherStyle", "slide")]
        {
            xml.element(name, |xml| {
                if let Some(style) = document.styles.paragraphs.get(style) {
                    level(xml, document, "a:lvl1pPr", style);
                }
            });
        }
    });
}

/// White, as the theme has it.
pub(super) fn background(xml: &mut Xml) {
    xml.element("p:bg", |xml| {
        xml.element("p:bgRef", |xml| {
            xml.attribute("idx", 1001);
            xml.with("a:schemeClr", "val", "bg1");
        });
    });
}

/// Which of the theme's colours the names of colours mean.
pub(super) fn color_map(xml: &mut Xml) {
    xml.element("p:clrMap", |xml| {
        for (name, value) in [("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2")] {
            xml.attribute(name, value);
        }
        for name in ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"] {
            xml.attribute(name, name);
        }
    });
}

/// Whether a colour is worth saying: black is what text has anyway.
pub(super) fn is_plain(color: Color) -> bool {
    color == Color::BLACK
}
