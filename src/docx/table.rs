//! Tables.

use super::body::Body;
use super::flow::{Line, Placed};
use super::grid::{Merge, Slot, grid, width as grid_width};
use super::paragraph::paragraph;
use super::styles_part::width;
use super::{decimal, widths};
use crate::document::{Align, Anchor, Cell, CellAlign, Paragraph, Table};
use crate::ooxml::{Xml, hex};

/// What the cells of a table have in common.
struct Frame<'a> {
    /// Column widths in twips.
    widths: Vec<i64>,
    /// For each column, how wide its decimals are.
    decimals: Vec<decimal::Decimals>,
    /// The style of a cell without words.
    empty_style: &'a str,
    /// The colour of the header rows.
    head_fill: Option<String>,
}

/// Writes a table, without its caption.
pub(super) fn table<'a>(xml: &mut Xml, body: &mut Body<'a>, placed: &Placed<'a, Table>) {
    let table = placed.block;
    let rows = grid(table);
    if rows.is_empty() {
        return;
    }
    let columns = grid_width(&rows, table);
    let measured = body.measures.of(placed.index, columns);
    let frame = Frame {
        widths: widths::twips(measured, &table.columns, columns, body.text_width),
        decimals: decimal::columns(table, &rows, columns, body.styles),
        empty_style: any_style(table),
        head_fill: head_fill(table, body),
    };
    xml.element("w:tbl", |xml| {
        properties(xml, body, table, &frame);
        grid_columns(xml, &frame.widths);
        for (at, row) in rows.iter().enumerate() {
            let header = at < table.header_rows;
            let last = at + 1 == rows.len();
            // Rows that one cell names stay together.
            let named =
                rows.get(at + 1).is_some_and(|below| below.iter().any(|slot| slot.merge == Merge::Further));
            let keep_next = (header && !last) || (placed.keep_next && last) || named;
            let anchor = placed.anchor.filter(|_| at == 0);
            write_row(xml, body, &frame, row, RowKind { header, keep_next, anchor });
        }
    });
}

/// The colour of the header rows, where the table's style has one.
fn head_fill(table: &Table, body: &Body<'_>) -> Option<String> {
    let sheet = &body.document.styles;
    let color = sheet.tables.get(&table.style)?.head_fill?;
    Some(hex(sheet.rgb(color)))
}

/// How a row is to be written.
struct RowKind<'a> {
    header: bool,
    /// Its paragraphs stay with the next row or block.
    keep_next: bool,
    /// What its first paragraph is named.
    anchor: Option<&'a Anchor>,
}

fn any_style(table: &Table) -> &str {
    let paragraphs = table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.content);
    // The last is a body cell.
    paragraphs.last().map_or("", |paragraph| &paragraph.style)
}

/// Order of children: ISO/IEC 29500-1, 17.4.59.
fn properties(xml: &mut Xml, body: &Body, table: &Table, frame: &Frame) {
    xml.element("w:tblPr", |xml| {
        if let Some(names) = body.styles.tables.get(table.style.as_str()) {
            xml.val("w:tblStyle", &names.id);
        }
        width(xml, "w:tblW", frame.widths.iter().sum());
        xml.with("w:tblLayout", "w:type", "fixed");
        look(xml, table);
        let title = table.caption.as_ref().map(Paragraph::plain).unwrap_or_default();
        for (name, text) in [("w:tblCaption", title), ("w:tblDescription", description(table))] {
            if !text.is_empty() {
                xml.val(name, text);
            }
        }
    });
}

/// Which row and column name the others, for screen readers; `w:val` says the same in bits.
fn look(xml: &mut Xml, table: &Table) {
    let row = table.header_rows > 0;
    let column = table.rows.iter().filter_map(|row| row.cells.first()).any(|cell| cell.row_header);
    let bits = 0x0600 | u16::from(row) << 5 | u16::from(column) << 7;
    xml.element("w:tblLook", |xml| {
        xml.attribute("w:val", format_args!("{bits:04X}"));
        for (name, value) in [("w:firstRow", row), ("w:lastRow", false), ("w:firstColumn", column)] {
            xml.attribute(name, u8::from(value));
        }
        xml.attribute("w:lastColumn", 0).attribute("w:noHBand", 1).attribute("w:noVBand", 1);
    });
}

/// What a reader who does not see the table is told first: the heads of its columns.
fn description(table: &Table) -> String {
    let cells = table.rows.iter().take(table.header_rows).flat_map(|row| &row.cells);
    let texts = cells.flat_map(|cell| &cell.content).map(Paragraph::plain);
    let heads: Vec<_> =
        texts.filter(|text| !text.trim().is_empty()).map(|text| text.replace('\n', " ")).collect();
    if heads.is_empty() { String::new() } else { format!("Графы: {}", heads.join("; ")) }
}

fn grid_columns(xml: &mut Xml, widths: &[i64]) {
    xml.element("w:tblGrid", |xml| {
        for width in widths {
            xml.with("w:gridCol", "w:w", width);
        }
    });
}

fn write_row<'a>(xml: &mut Xml, body: &mut Body<'a>, frame: &Frame<'a>, row: &[Slot<'a>], kind: RowKind<'a>) {
    xml.element("w:tr", |xml| {
        xml.element("w:trPr", |xml| {
            xml.empty("w:cantSplit");
            xml.flag("w:tblHeader", kind.header);
        });
        for (at, slot) in row.iter().enumerate() {
            xml.element("w:tc", |xml| {
                cell_properties(xml, frame, slot, kind.header);
                let lines = cell_lines(frame, slot, &kind, at == 0);
                for line in lines {
                    paragraph(xml, body, &line, None);
                }
            });
        }
    });
}

/// Order of children: ISO/IEC 29500-1, 17.4.69.
fn cell_properties(xml: &mut Xml, frame: &Frame, slot: &Slot, header: bool) {
    xml.element("w:tcPr", |xml| {
        let covered = frame.widths.iter().skip(slot.column).take(slot.columns);
        width(xml, "w:tcW", covered.sum());
        if slot.columns > 1 {
            xml.val("w:gridSpan", slot.columns);
        }
        match slot.merge {
            Merge::First => xml.val("w:vMerge", "restart"),
            Merge::Further => xml.empty("w:vMerge"),
            Merge::Alone => {}
        }
        if let Some(fill) = frame.head_fill.as_ref().filter(|_| header) {
            xml.element("w:shd", |xml| {
                xml.attribute("w:val", "clear").attribute("w:color", "auto").attribute("w:fill", fill);
            });
        }
    });
}

/// The paragraphs of a cell, at least one.
fn cell_lines<'a>(frame: &Frame<'a>, slot: &Slot<'a>, kind: &RowKind<'a>, first_cell: bool) -> Vec<Line<'a>> {
    let content = slot.cell.map_or(&[][..], |cell| &cell.content);
    let mut lines: Vec<Line> = content.iter().map(Line::from).collect();
    if lines.is_empty() {
        lines.push(Line { style: frame.empty_style, ..Line::default() });
    }
    for line in &mut lines {
        line.keep_next |= kind.keep_next;
        if let Some(cell) = slot.cell {
            line.align = Some(cell_align(cell));
            line.right_indent =
                decimals(frame, slot, cell).and_then(|decimals| decimals.indent(line.content));
        }
    }
    if let Some(first) = lines.first_mut().filter(|_| first_cell) {
        first.anchors.extend(kind.anchor);
    }
    lines
}

fn decimals<'f>(frame: &'f Frame, slot: &Slot, cell: &Cell) -> Option<&'f decimal::Decimals> {
    let wanted = cell.align == CellAlign::Decimal && slot.columns == 1;
    frame.decimals.get(slot.column).filter(|_| wanted)
}

fn cell_align(cell: &Cell) -> Align {
    match cell.align {
        CellAlign::Start => Align::Left,
        CellAlign::Center => Align::Center,
        CellAlign::End | CellAlign::Decimal => Align::Right,
    }
}
