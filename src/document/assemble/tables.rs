//! Tables and columns.

use super::Assembler;
use super::attributes::{anchor, cell_align, only_handle, widths};
use crate::document::markup::Tag;
use crate::document::{AnchorKind, Cell, Column, Columns, Paragraph, Row, Table, data_table};
use crate::layout::Target;
use crate::layout::messages as say;
use crate::source::Finding;

impl Assembler<'_, '_> {
    pub(super) fn table(&mut self, tag: Tag<'_>) -> Table {
        let mut table = Table {
            caption: None,
            unit: None,
            continuation: None,
            ending: None,
            anchor: anchor(tag, AnchorKind::Table),
            written: None,
            style: tag.attribute("style").unwrap_or("table").to_owned(),
            columns: widths(tag.attribute("widths")),
            header_rows: 0,
            rows: Vec::new(),
            of: None,
        };
        for child in tag.children(&self.lines, self.findings) {
            match child.element.name {
                "caption" => table.caption = self.caption(child, "caption"),
                "continuation" => table.continuation = self.caption(child, "table-continuation"),
                "ending" => table.ending = self.ending(child, &table.style),
                _ => {
                    table.header_rows += usize::from(child.yes("header"));
                    let row = self.row(child);
                    table.rows.push(row);
                }
            }
        }
        let width = table.rows.iter().map(Row::width).max().unwrap_or(0);
        table.columns.resize(width, Column { share: None });
        table
    }

    /// What stands above a table's last page, where the table's style asks for it.
    fn ending(&mut self, tag: Tag<'_>, style: &str) -> Option<Box<Paragraph>> {
        let wanted = self.parts.styles.tables.get(style).is_some_and(|style| style.ending);
        self.caption(tag, "table-continuation").filter(|_| wanted).map(Box::new)
    }

    pub(super) fn row(&mut self, tag: Tag<'_>) -> Row {
        let cells =
            tag.children(&self.lines, self.findings).into_iter().map(|cell| self.cell(cell)).collect();
        Row { cells }
    }

    pub(super) fn cell(&mut self, tag: Tag<'_>) -> Cell {
        let number =
            |name: &str| tag.attribute(name).and_then(|value| value.parse().ok()).unwrap_or(1).max(1);
        let content: Vec<Paragraph> = tag
            .children(&self.lines, self.findings)
            .into_iter()
            .flat_map(|paragraph| self.paragraphs(paragraph))
            .collect();
        Cell {
            content,
            columns: number("columns"),
            rows: number("rows"),
            align: cell_align(tag.attribute("align")),
            row_header: tag.yes("row-header"),
        }
    }

    /// A table of statistics with the caption that the layout writes.
    pub(super) fn data_table(&mut self, tag: Tag<'_>) -> Option<Table> {
        let place = self.lines.place(tag.node);
        let handle = tag.attribute("of").and_then(only_handle);
        let Some(Target::Table(wanted)) = handle.and_then(|handle| self.parts.handles.get(handle)) else {
            self.findings.push(Finding::new(&say::NOT_PRINTABLE).at(place));
            return None;
        };
        let styles = data_table::Styles {
            table: tag.attribute("style").unwrap_or("table").to_owned(),
            cell: self.style(tag, "cell-style", "cell"),
            head: self.style(tag, "head-style", "cell-head"),
        };
        let anchor = anchor(tag, AnchorKind::Table);
        let made = data_table::table(wanted, self.parts.figures, &styles, self.findings);
        let Some(mut table) = made else {
            self.unshown.extend(anchor);
            return None;
        };
        if !self.has_room(table.rows.iter().map(|row| row.cells.len()).sum(), tag) {
            return None;
        }
        table.anchor = anchor;
        for child in tag.children(&self.lines, self.findings) {
            match child.element.name {
                "caption" => table.caption = self.caption(child, "caption"),
                "ending" => table.ending = self.ending(child, &table.style),
                "unit" if data_table::is_unit_unsaid(wanted, self.parts.figures) => {
                    table.unit = self.caption(child, "table-unit").map(Box::new);
                }
                "unit" => {}
                _ => table.continuation = self.caption(child, "table-continuation"),
            }
        }
        Some(table)
    }

    pub(super) fn columns(&mut self, tag: Tag<'_>) -> Columns {
        let parts = tag.children(&self.lines, self.findings);
        let share = |part: &Tag<'_>| {
            part.attribute("width").and_then(|width| width.parse::<f32>().ok()).filter(|width| *width > 0.0)
        };
        let whole: f32 = parts.iter().map(|part| share(part).unwrap_or(50.0)).sum();
        let mut columns = Columns {
            parts: Vec::new(),
            bottom: tag.yes("bottom"),
            keep_next: tag.yes("keep-next"),
            keep_lines_before: tag.attribute("keep-lines-before").and_then(|n| n.parse().ok()).unwrap_or(0),
        };
        for part in parts {
            let width = share(&part).unwrap_or(50.0) / whole;
            let content = part
                .children(&self.lines, self.findings)
                .into_iter()
                .flat_map(|paragraph| self.paragraphs(paragraph))
                .collect();
            columns.parts.push((width, content));
        }
        columns
    }
}
