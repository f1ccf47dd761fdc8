//! Sections: page size, margins, page numbers.

use super::field::field;
use super::units::twips;
use super::{RELATIONS, WORD};
use crate::document::{Length, Margins, Numbers, Page};
use crate::ooxml::{RelationId, Xml};

/// A page of a section as it lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Geometry {
    width: Length,
    height: Length,
    margins: Margins,
    landscape: bool,
}

impl Geometry {
    /// The page of the style sheet, turned where it lies on its side: the binding margin comes
    /// to the top.
    pub fn new(page: &Page, landscape: bool) -> Geometry {
        let Margins { left, right, top, bottom } = page.margins;
        if landscape {
            let margins = Margins { top: left, right: top, bottom: right, left: bottom };
            Geometry { width: page.height, height: page.width, margins, landscape }
        } else {
            Geometry { width: page.width, height: page.height, margins: page.margins, landscape }
        }
    }

    /// From margin to margin, in points.
    pub fn text_width(&self) -> f32 {
        (self.width.pt() - self.margins.left.pt() - self.margins.right.pt()).max(1.0)
    }
}

/// The headers of a document, where its pages carry numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Headers {
    /// The header with the number.
    pub numbered: RelationId,
    /// The empty header of the first page, where that carries none.
    pub first: Option<RelationId>,
}

/// A section as its properties say it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    /// The page.
    pub geometry: Geometry,
    /// The headers; none where pages carry no numbers.
    pub headers: Option<Headers>,
    /// From the paper's edge to the header.
    pub header_distance: Length,
    /// Whether it is the document's first section.
    pub first: bool,
}

impl Section {
    /// `w:sectPr`; order of children: ISO/IEC 29500-1, 17.6.17.
    pub fn write(&self, xml: &mut Xml) {
        let first = self.headers.and_then(|headers| headers.first).filter(|_| self.first);
        xml.element("w:sectPr", |xml| {
            if let Some(headers) = self.headers {
                header_reference(xml, "default", headers.numbered);
            }
            if let Some(first) = first {
                header_reference(xml, "first", first);
            }
            xml.val("w:type", "nextPage");
            self.page(xml);
            xml.with("w:cols", "w:space", 708);
            xml.flag("w:titlePg", first.is_some());
        });
    }

    fn page(&self, xml: &mut Xml) {
        let Geometry { width, height, margins, landscape } = self.geometry;
        xml.element("w:pgSz", |xml| {
            xml.attribute("w:w", twips(width)).attribute("w:h", twips(height));
            if landscape {
                xml.attribute("w:orient", "landscape");
            }
        });
        xml.element("w:pgMar", |xml| {
            xml.attribute("w:top", twips(margins.top))
                .attribute("w:right", twips(margins.right))
                .attribute("w:bottom", twips(margins.bottom))
                .attribute("w:left", twips(margins.left))
                .attribute("w:header", twips(self.header_distance))
                .attribute("w:footer", twips(self.header_distance))
                .attribute("w:gutter", 0);
        });
    }
}

fn header_reference(xml: &mut Xml, kind: &str, id: RelationId) {
    xml.element("w:headerReference", |xml| {
        xml.attribute("w:type", kind).attribute("r:id", id);
    });
}

/// A header part: the page's number, or nothing on the first page. Word can leave out only the
/// first page's number: where the style sheet begins later, the second page has one all the
/// same, because LibreOffice prints both branches of the `IF` field that could tell.
pub(super) fn header_part(numbers: &Numbers, style: Option<&str>, numbered: bool) -> Vec<u8> {
    Xml::part("w:hdr", |xml| {
        xml.attribute("xmlns:w", WORD).attribute("xmlns:r", RELATIONS);
        xml.element("w:p", |xml| {
            if let Some(style) = style {
                xml.element("w:pPr", |xml| xml.val("w:pStyle", style));
            }
            if numbered {
                field(xml, " PAGE ", |_| (), if numbers.from > 1 { "2" } else { "1" });
            }
        });
    })
}
