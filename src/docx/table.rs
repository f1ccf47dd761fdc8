//! Tables.

use super::body::Body;
use super::flow::{Line, Placed};
use super::grid::{Merge, Slot, grid, width as grid_width};
use super::paragraph::paragraph;
use super::styles_part::width;
use super::units::twips;
use super::widths;
use crate::document::{Align, Anchor, Cell, CellAlign, Length, Paragraph, Table};
use crate::ooxml::{Xml, hex};
use crate::typeset::TableMeasure;

/// What the cells of a table have in common.
struct Frame<'a> {
    /// Column widths in twips.
    widths: Vec<i64>,
    /// How the pages set it.
    measure: Option<&'a TableMeasure>,
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
    let measure = body.measures.of(placed.index, columns);
    let measured = measure.map(|measure| measure.columns.as_slice());
    let frame = Frame {
        widths: widths::twips(measured, &table.columns, columns, body.text_width),
        measure,
        empty_style: any_style(table),
        head_fill: head_fill(table, body),
    };
    xml.element("w:tbl", |xml| {
        properties(xml, body, table, &frame);
        grid_columns(xml, &frame.widths);
        let mut cells = 0;
        for (at, row) in rows.iter().enumerate() {
            let header = at < table.header_rows;
            let last = at + 1 == rows.len();
            // Rows that one cell names stay together.
            let named =
                rows.get(at + 1).is_some_and(|below| below.iter().any(|slot| slot.merge == Merge::Further));
            let keep_next = (header && !last) || (placed.keep_next && last) || named || table.keeps_last(at);
            let anchor = placed.anchor.filter(|_| at == 0);
            let height = frame.measure.and_then(|measure| measure.heads.get(at)).copied().map(Length);
            write_row(xml, body, &frame, row, RowKind { header, height, keep_next, anchor, cells });
            cells += row.iter().filter(|slot| slot.cell.is_some()).count();
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
    /// The least height of a header row: where such rows are repeated, LibreOffice forgets the height
    /// of cells that cover several of them.
    height: Option<Length>,
    /// How many cells stand in the rows above.
    cells: usize,
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
            if let Some(height) = kind.height {
                xml.element("w:trHeight", |xml| {
                    xml.attribute("w:val", twips(height)).attribute("w:hRule", "atLeast");
                });
            }
            xml.flag("w:tblHeader", kind.header);
        });
        let mut cell = kind.cells;
        for (at, slot) in row.iter().enumerate() {
            xml.element("w:tc", |xml| {
                cell_properties(xml, frame, slot, kind.header);
                let lines = cell_lines(frame, (slot, cell), &kind, at == 0);
                for line in lines {
                    paragraph(xml, body, &line, None);
                }
            });
            cell += usize::from(slot.cell.is_some());
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

/// The paragraphs of a cell, at least one; `number` counts the table's cells.
fn cell_lines<'a>(
    frame: &Frame<'a>,
    (slot, number): (&Slot<'a>, usize),
    kind: &RowKind<'a>,
    first_cell: bool,
) -> Vec<Line<'a>> {
    let content = slot.cell.map_or(&[][..], |cell| &cell.content);
    let mut lines: Vec<Line> = content.iter().map(Line::from).collect();
    if lines.is_empty() {
        lines.push(Line { style: frame.empty_style, ..Line::default() });
    }
    for line in &mut lines {
        line.keep_next |= kind.keep_next;
        if let Some(cell) = slot.cell {
            (line.align, line.right_indent) = cell_align(frame, cell, number);
        }
    }
    if let Some(first) = lines.first_mut().filter(|_| first_cell) {
        first.anchors.extend(kind.anchor);
    }
    lines
}

/// Where the text of a cell stands, and its indent at the right: a figure is moved so that the
/// column's decimal commas stand one under the other, and what is no figure stands in the middle.
/// (Word's decimal tab would do it only where the reader's Windows has a decimal comma and takes
/// the no-break space for a part of the number.)
fn cell_align(frame: &Frame, cell: &Cell, number: usize) -> (Option<Align>, Option<Length>) {
    let figure = || frame.measure.map(|measure| measure.figures.get(number).copied().flatten());
    match cell.align {
        CellAlign::Start => (Some(Align::Left), None),
        CellAlign::Center => (Some(Align::Center), None),
        CellAlign::End => (Some(Align::Right), None),
        CellAlign::Decimal => match figure() {
            Some(None) => (Some(Align::Center), None),
            Some(Some(moved)) => (Some(Align::Right), Some(Length(moved)).filter(|moved| moved.pt() > 0.01)),
            None => (Some(Align::Right), None),
        },
    }
}
