//! Tables of DrawingML (ISO/IEC 29500-1, 21.1.3).

use super::presentation::TABLE_STYLE;
use super::text::{Texts, color};
use super::{LANGUAGE, emu};
use crate::document::{Align, Cell, CellAlign, Length, Table, TableRule, TableStyle};
use crate::ooxml::Xml;
use crate::typeset::TableBox;

/// Writes a table with the columns and rows that `measured` gives.
pub(super) fn table(xml: &mut Xml, texts: &Texts<'_>, table: &Table, measured: &TableBox) {
    let Some(style) = texts.styles.tables.get(&table.style) else { return };
    xml.element("a:tbl", |xml| {
        xml.element("a:tblPr", |xml| {
            if table.header_rows > 0 {
                xml.attribute("firstRow", 1);
            }
            xml.leaf("a:tableStyleId", TABLE_STYLE);
        });
        xml.element("a:tblGrid", |xml| {
            measured.columns.iter().for_each(|width| xml.with("a:gridCol", "w", emu(*width)));
        });
        let heights = heights(&measured.rows);
        let mut covered: Vec<Covered> = vec![Covered::default(); measured.columns.len()];
        for (at, row) in table.rows.iter().enumerate() {
            let height = heights.get(at).copied().unwrap_or_default();
            xml.element("a:tr", |xml| {
                xml.attribute("h", emu(height));
                let mut cells = row.cells.iter();
                let mut column = 0;
                while column < covered.len() {
                    column +=
                        place(xml, texts, (style, at < table.header_rows), &mut covered, column, &mut cells);
                }
            });
        }
    });
}

/// The heights of rows, none of them nothing: a row in which only merged cells begin has half of
/// what these have in the next one, as readers lose rows without height.
fn heights(measured: &[Length]) -> Vec<Length> {
    let mut heights = measured.to_vec();
    for at in (1..heights.len()).rev() {
        let [above, below] = [heights[at - 1].pt(), heights[at].pt()];
        if above <= 0.0 {
            (heights[at - 1], heights[at]) = (Length(below / 2.0), Length(below / 2.0));
        }
    }
    heights
}

/// What is left of a merged cell that begins in a row above: rows, and whether a column is not
/// its first.
#[derive(Clone, Copy, Default)]
struct Covered {
    rows: u16,
    inner: bool,
}

/// Writes what stands at `column`; gives how many columns that takes.
fn place<'t>(
    xml: &mut Xml,
    texts: &Texts<'_>,
    look: (&TableStyle, bool),
    covered: &mut [Covered],
    column: usize,
    cells: &mut impl Iterator<Item = &'t Cell>,
) -> usize {
    if let Some(above) = covered.get_mut(column).filter(|above| above.rows > 0) {
        above.rows -= 1;
        let inner = above.inner;
        merged(xml, look.0, inner, true);
        return 1;
    }
    let Some(next) = cells.next() else {
        merged(xml, look.0, false, false);
        return 1;
    };
    let columns = usize::from(next.columns).clamp(1, covered.len() - column);
    cell(xml, texts, look, next, columns);
    (1..columns).for_each(|_| merged(xml, look.0, true, false));
    for (at, below) in covered.iter_mut().skip(column).take(columns).enumerate() {
        *below = Covered { rows: next.rows.max(1) - 1, inner: at > 0 };
    }
    columns
}

fn cell(xml: &mut Xml, texts: &Texts<'_>, (style, head): (&TableStyle, bool), cell: &Cell, columns: usize) {
    xml.element("a:tc", |xml| {
        if columns > 1 {
            xml.attribute("gridSpan", columns);
        }
        if cell.rows > 1 {
            xml.attribute("rowSpan", cell.rows);
        }
        xml.element("a:txBody", |xml| {
            xml.empty("a:bodyPr");
            xml.empty("a:lstStyle");
            let align = match cell.align {
                CellAlign::Start => Align::Left,
                CellAlign::Center => Align::Center,
                CellAlign::End | CellAlign::Decimal => Align::Right,
            };
            cell.content.iter().for_each(|text| texts.paragraph(xml, text, None, Some(align)));
            if cell.content.is_empty() {
                empty_paragraph(xml);
            }
        });
        properties(xml, texts, style, head);
    });
}

/// The place of a cell that another one covers.
fn merged(xml: &mut Xml, style: &TableStyle, across: bool, down: bool) {
    xml.element("a:tc", |xml| {
        if across {
            xml.attribute("hMerge", 1);
        }
        if down {
            xml.attribute("vMerge", 1);
        }
        xml.element("a:txBody", |xml| {
            xml.empty("a:bodyPr");
            xml.empty("a:lstStyle");
            // Letters that are not there must not make the row higher.
            xml.element("a:p", |xml| {
                xml.element("a:endParaRPr", |xml| {
                    xml.attribute("lang", LANGUAGE).attribute("sz", 100);
                });
            });
        });
        xml.element("a:tcPr", |xml| {
            let none = Length(0.0);
            let sides =
                [("marL", style.padding_x), ("marR", style.padding_x), ("marT", none), ("marB", none)];
            sides.into_iter().for_each(|(side, margin)| {
                xml.attribute(side, emu(margin));
            });
        });
    });
}

fn empty_paragraph(xml: &mut Xml) {
    xml.element("a:p", |xml| xml.with("a:endParaRPr", "lang", LANGUAGE));
}

fn margins(xml: &mut Xml, style: &TableStyle) {
    xml.attribute("marL", emu(style.padding_x)).attribute("marR", emu(style.padding_x));
    xml.attribute("marT", emu(style.padding_y)).attribute("marB", emu(style.padding_y));
}

fn properties(xml: &mut Xml, texts: &Texts<'_>, style: &TableStyle, head: bool) {
    xml.element("a:tcPr", |xml| {
        margins(xml, style);
        for (name, level) in [("a:lnL", false), ("a:lnR", false), ("a:lnT", true), ("a:lnB", true)] {
            let drawn = style.rules == TableRule::All || (style.rules == TableRule::Level && level);
            let width = if drawn { style.rule_width } else { Length(0.0) };
            xml.element(name, |xml| {
                xml.attribute("w", emu(width));
                match drawn {
                    true => color(xml, texts.document, style.rule_color),
                    false => xml.empty("a:noFill"),
                }
            });
        }
        match style.head_fill.filter(|_| head) {
            Some(fill) => color(xml, texts.document, fill),
            None => xml.empty("a:noFill"),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_a_merged_heading_has_a_height() {
        let given = [40.0, 0.0, 40.0, 30.0, 0.0, 0.0, 32.0].map(Length);
        assert_eq!(heights(&given), [40.0, 20.0, 20.0, 30.0, 8.0, 8.0, 16.0].map(Length));
    }
}
