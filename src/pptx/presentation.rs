//! `ppt/presentation.xml` and the small parts beside it.

use super::{DRAWING, FACE, LANGUAGE, TYPE, emu, part};
use crate::document::Document;
use crate::ooxml::{Package, THEME_TYPE, Xml, theme_with_accent};

const MAIN: &str = "ppt/presentation.xml";
/// PowerPoint's own style «Без стиля, без сетки»: our tables say how they look themselves.
pub(super) const TABLE_STYLE: &str = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}";

/// Adds the parts; `slides` is how many slides there are.
pub(super) fn add(package: &mut Package, document: &Document, slides: usize) {
    package.relate("", "officeDocument", MAIN);
    let master = package.relate(MAIN, "slideMaster", "slideMasters/slideMaster1.xml");
    let numbers: Vec<_> = (1..=slides)
        .map(|number| package.relate(MAIN, "slide", &format!("slides/slide{number}.xml")))
        .collect();
    let notes = package.relate(MAIN, "notesMaster", "notesMasters/notesMaster1.xml");
    for (kind, target) in [
        ("presProps", "presProps.xml"),
        ("viewProps", "viewProps.xml"),
        ("theme", "theme/theme1.xml"),
        ("tableStyles", "tableStyles.xml"),
    ] {
        package.relate(MAIN, kind, target);
    }
    let main = part("p:presentation", |xml| {
        xml.attribute("saveSubsetFonts", 1);
        xml.element("p:sldMasterIdLst", |xml| {
            xml.element("p:sldMasterId", |xml| {
                xml.attribute("id", 2_147_483_648_u32).attribute("r:id", master);
            });
        });
        xml.element("p:notesMasterIdLst", |xml| xml.with("p:notesMasterId", "r:id", notes));
        if !numbers.is_empty() {
            xml.element("p:sldIdLst", |xml| {
                for (at, id) in numbers.iter().enumerate() {
                    xml.element("p:sldId", |xml| {
                        xml.attribute("id", 256 + at).attribute("r:id", id);
                    });
                }
            });
        }
        let page = &document.styles.page;
        size(xml, "p:sldSz", emu(page.width), emu(page.height));
        size(xml, "p:notesSz", 6_858_000, 9_144_000);
        xml.element("p:defaultTextStyle", |xml| {
            xml.element("a:defPPr", |xml| xml.with("a:defRPr", "lang", LANGUAGE));
        });
    });
    package.part(MAIN, &format!("{TYPE}presentation.main+xml"), main);
    add_small(package, document);
}

fn size(xml: &mut Xml, name: &str, width: i64, height: i64) {
    xml.element(name, |xml| {
        xml.attribute("cx", width).attribute("cy", height);
    });
}

/// The parts without which PowerPoint offers a repair.
fn add_small(package: &mut Package, document: &Document) {
    package.part("ppt/presProps.xml", &format!("{TYPE}presProps+xml"), part("p:presentationPr", |_| ()));
    package.part("ppt/viewProps.xml", &format!("{TYPE}viewProps+xml"), part("p:viewPr", |_| ()));
    let styles = Xml::part("a:tblStyleLst", |xml| {
        xml.attribute("xmlns:a", DRAWING).attribute("def", TABLE_STYLE);
    });
    package.part("ppt/tableStyles.xml", &format!("{TYPE}tableStyles+xml"), styles);
    for number in [1, 2] {
        let theme = theme_with_accent("avgust", FACE, document.styles.accent);
        package.part(&format!("ppt/theme/theme{number}.xml"), THEME_TYPE, theme);
    }
}
