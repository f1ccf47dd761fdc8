//! Sections: page size, margins, page numbers.

use super::headers::Headers;
use super::units::twips;
use crate::document::{Length, Margins, Page};
use crate::ooxml::{RelationId, Xml};

/// A page of a section as it lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Geometry {
    width: Length,
    height: Length,
    margins: Margins,
    /// Whether it lies on its side.
    pub landscape: bool,
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

/// A section as its properties say it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section<'a> {
    /// The page.
    pub geometry: Geometry,
    /// The headers and footers.
    pub headers: &'a Headers,
    /// From the paper's edge to the header, and to the footer.
    pub distances: (Length, Length),
    /// Whether it is the document's first section.
    pub first: bool,
    /// Whether its pages carry numbers.
    pub numbered: bool,
}

impl Section<'_> {
    /// `w:sectPr`; order of children: ISO/IEC 29500-1, 17.6.17.
    pub fn write(&self, xml: &mut Xml) {
        let first = self.first && self.headers.first_differs;
        xml.element("w:sectPr", |xml| {
            for (footer, kind, id) in self.headers.of(self.numbered) {
                if *kind != "first" || first {
                    reference(
                        xml,
                        if *footer { "w:footerReference" } else { "w:headerReference" },
                        kind,
                        *id,
                    );
                }
            }
            xml.val("w:type", "nextPage");
            self.page(xml);
            xml.with("w:cols", "w:space", 708);
            xml.flag("w:titlePg", first);
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
                .attribute("w:header", twips(self.distances.0))
                .attribute("w:footer", twips(self.distances.1))
                .attribute("w:gutter", 0);
        });
    }
}

fn reference(xml: &mut Xml, name: &str, kind: &str, id: RelationId) {
    xml.element(name, |xml| {
        xml.attribute("w:type", kind).attribute("r:id", id);
    });
}
