//! Parts side by side: a table without rules, as offices set their signatures.

use super::body::Body;
use super::flow::{Line, Placed};
use super::paragraph::paragraph;
use super::styles_part::{cell_margins, width};
use super::widths;
use crate::document::{Column, Columns, Length, Paragraph};
use crate::ooxml::Xml;

/// Writes columns.
pub(super) fn columns<'a>(xml: &mut Xml, body: &mut Body<'a>, placed: &Placed<'a, Columns>) {
    let block = placed.block;
    if block.parts.is_empty() {
        return;
    }
    let shares: Vec<_> = block.parts.iter().map(|(share, _)| Column { share: Some(*share) }).collect();
    let widths = widths::twips(None, &shares, shares.len(), body.text_width);
    xml.element("w:tbl", |xml| {
        properties(xml, &widths);
        xml.element("w:tr", |xml| {
            // LibreOffice forgets that a row stays with the next block if it may not be divided; the
            // paragraphs of a row that stays keep it whole.
            if !placed.keep_next {
                xml.element("w:trPr", |xml| xml.empty("w:cantSplit"));
            }
            for ((_, content), twips) in block.parts.iter().zip(&widths) {
                xml.element("w:tc", |xml| {
                    cell_properties(xml, *twips, block.bottom);
                    for line in lines(content, placed) {
                        paragraph(xml, body, &line, None);
                    }
                });
            }
        });
    });
}

fn properties(xml: &mut Xml, widths: &[i64]) {
    xml.element("w:tblPr", |xml| {
        width(xml, "w:tblW", widths.iter().sum());
        xml.with("w:tblLayout", "w:type", "fixed");
        cell_margins(xml, Length(0.0), Length(0.0));
    });
    xml.element("w:tblGrid", |xml| {
        for width in widths {
            xml.with("w:gridCol", "w:w", width);
        }
    });
}

fn cell_properties(xml: &mut Xml, twips: i64, bottom: bool) {
    xml.element("w:tcPr", |xml| {
        width(xml, "w:tcW", twips);
        if bottom {
            xml.val("w:vAlign", "bottom");
        }
    });
}

fn lines<'a>(content: &'a [Paragraph], placed: &Placed<'a, Columns>) -> Vec<Line<'a>> {
    let mut lines: Vec<Line> = content.iter().map(Line::from).collect();
    if lines.is_empty() {
        lines.push(Line::default());
    }
    for line in &mut lines {
        line.keep_next |= placed.keep_next;
    }
    lines
}
