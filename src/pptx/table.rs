//! Tables of DrawingML (ISO/IEC 29500-1, 21.1.3).

use super::presentation::TABLE_STYLE;
use super::text::{Before, Texts, color};
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
        let rows = rows(table, &measured.rows);
        let heights = heights(&rows.iter().map(|row| row.height).collect::<Vec<_>>());
        let mut covered: Vec<Covered> = vec![Covered::default(); measured.columns.len()];
        for (Written { cells, head, .. }, height) in rows.iter().zip(heights) {
            xml.element("a:tr", |xml| {
                xml.attribute("h", emu(height));
                let mut cells = cells.iter();
                let mut column = 0;
                while column < covered.len() {
                    column += place(xml, texts, (style, *head), &mut covered, column, &mut cells);
                }
            });
        }
    });
}

/// A row as it is written.
struct Written {
    cells: Vec<Cell>,
    height: Length,
    head: bool,
}

/// The rows in which a cell begins. LibreOffice loses a table that has a row of nothing but merged
/// cells' lower parts; what such a row adds to the height goes to the one above.
fn rows(table: &Table, measured: &[Length]) -> Vec<Written> {
    let begins = |at: usize| table.rows.get(at).is_some_and(|row| !row.cells.is_empty());
    let mut rows: Vec<Written> = Vec::with_capacity(table.rows.len());
    for (at, row) in table.rows.iter().enumerate() {
        let height = measured.get(at).copied().unwrap_or_default();
        match rows.last_mut().filter(|_| !begins(at)) {
            Some(above) => above.height = Length(above.height.pt() + height.pt()),
            None => {
                let span = |rows: u16| (at..at + usize::from(rows)).filter(|at| begins(*at)).count();
                let shorter =
                    |cell: &Cell| Cell { rows: span(cell.rows).clamp(1, 65_535) as u16, ..cell.clone() };
                let cells = row.cells.iter().map(shorter).collect();
                rows.push(Written { cells, height, head: at < table.header_rows });
            }
        }
    }
    rows
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
            cell.content.iter().for_each(|text| texts.paragraph(xml, text, Before::Nothing, Some(align)));
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
    use crate::document::Row;

    fn cell(rows: u16) -> Cell {
        Cell { content: Vec::new(), columns: 1, rows, align: CellAlign::Start, row_header: false }
    }

    #[test]
    fn a_row_in_which_no_cell_begins_is_not_written() {
        let row = |spans: &[u16]| Row { cells: spans.iter().map(|rows| cell(*rows)).collect() };
        let table = Table {
            caption: None,
            unit: None,
            continuation: None,
            ending: None,
            anchor: None,
            written: None,
            style: String::new(),
            columns: Vec::new(),
            header_rows: 3,
            rows: vec![row(&[3, 1]), row(&[2]), row(&[]), row(&[1, 1])],
            of: None,
        };
        let rows = rows(&table, &[40.0, 0.0, 40.0, 30.0].map(Length));
        let spans: Vec<Vec<u16>> =
            rows.iter().map(|row| row.cells.iter().map(|cell| cell.rows).collect()).collect();
        assert_eq!(spans, [vec![2, 1], vec![1], vec![1, 1]]);
        let heights: Vec<(Length, bool)> = rows.iter().map(|row| (row.height, row.head)).collect();
        assert_eq!(heights, [(Length(40.0), true), (Length(40.0), true), (Length(30.0), false)]);
    }

    #[test]
    fn every_row_of_a_merged_heading_has_a_height() {
        let given = [40.0, 0.0, 40.0, 30.0, 0.0, 0.0, 32.0].map(Length);
        assert_eq!(heights(&given), [40.0, 20.0, 20.0, 30.0, 8.0, 8.0, 16.0].map(Length));
    }
}
