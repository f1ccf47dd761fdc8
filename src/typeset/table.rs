//! Tables as rows of a flow.

use super::balance::balance;
use super::builder::{Builder, Prepared};
use super::flow::{Body, Cost, Landmark, Owners, PlacedLine, Strip};
use super::fragment::CellLine;
use super::grid::{Grid, GridCell};
use super::measure::Stack;
use super::pages::{Kind, NodeId, Scope, TableMeasure};
use super::tree::Tree;
use super::widths::{SLACK, decimal_columns, divide, integer_end, needs, shares};
use crate::document::{
    Align, Cell, CellAlign, Color, Length, Paragraph, Role, Row, Table, TableRule, TableStyle,
};

/// A table whose cells are set, waiting for its pages.
#[derive(Default)]
pub(super) struct TableFlow {
    /// Which cell covers which place.
    pub grid: Grid,
    /// The cells' content, in the grid's order.
    pub cells: Vec<CellFlow>,
    /// What is left of the rows' heights.
    pub heights: Vec<f64>,
    /// The columns' edges from left to right, one more than columns.
    pub edges: Vec<f64>,
    /// How many rows are repeated on each page.
    pub header_rows: usize,
    /// Thickness of the rules, where there are any.
    pub rule: Option<f64>,
    /// The rules stand above and below rows only.
    pub level: bool,
    /// Colour of the rules.
    pub rule_color: [u8; 3],
    /// What the header rows are filled with.
    pub head_fill: Option<[u8; 3]>,
    /// From the edge of a row to the text of its cells, above and below.
    pub padding: f64,
    /// What stands above the table on further pages.
    pub continuation: Stack,
    /// What stands there on its last page, where that is something else.
    pub ending: Stack,
    /// Whether a page has rows of it.
    pub begun: bool,
    /// Whether a row stays with the row below it: the heading of those that follow.
    pub keeps_next: Vec<bool>,
    /// The header rows' lines by row, counted from its upper edge, and their height.
    pub repeated: Vec<(f64, Vec<CellLine>)>,
}

/// A cell's content.
#[derive(Default)]
pub(super) struct CellFlow {
    /// From the left edge of the column to the cell's text.
    pub left: f64,
    /// Its lines.
    pub stack: Stack,
    /// The first line that no page has yet.
    pub next: usize,
    /// Stands at the lower edge of its row.
    pub bottom: bool,
}

impl CellFlow {
    /// From where the next line is counted: the room above a cell's first line belongs to it.
    pub fn base(&self, top: f64) -> f64 {
        if self.next == 0 { 0.0 } else { top }
    }

    /// Height of the lines that no page has yet.
    pub fn remaining(&self) -> f64 {
        self.stack.lines.get(self.next).map_or(0.0, |(top, _)| self.stack.height - self.base(*top))
    }
}

impl TableFlow {
    /// Parts side by side, each with its left edge, without rules.
    pub fn side_by_side(parts: Vec<(f64, Stack)>, bottom: bool) -> TableFlow {
        let height = parts.iter().map(|(_, stack)| stack.height).fold(0.0, f64::max);
        let cell = |(left, stack)| CellFlow { left, stack, next: 0, bottom };
        TableFlow {
            grid: Grid::row(parts.len()),
            cells: parts.into_iter().map(cell).collect(),
            heights: vec![height],
            ..TableFlow::default()
        }
    }

    /// Whether a cell that ends with `row` has lines that no page has yet.
    pub fn has_more(&self, row: usize) -> bool {
        self.grid.in_row(row).into_iter().any(|index| {
            let ends = self.grid.cells.get(index).is_some_and(|place| place.row + place.rows == row + 1);
            ends && self.cells.get(index).is_some_and(|cell| cell.next < cell.stack.lines.len())
        })
    }

    /// What a page break before a row costs: rows that a cell names together stay together, or its
    /// name would be missing on the second page; a row of headings stays with what it heads.
    fn cost_before(&self, row: usize) -> Cost {
        let covering = |index: &usize| self.grid.cells.get(*index).is_some_and(|place| place.row < row);
        let named = row > 0 && self.grid.in_row(row).iter().any(covering);
        let headed = row > 0 && self.keeps_next.get(row - 1).copied().unwrap_or_default();
        if named || headed { Cost::Bound } else { Cost::Free }
    }

    /// Height of a row, or of what is left of it.
    pub fn height(&self, row: usize) -> f64 {
        self.heights.get(row).copied().unwrap_or_default()
    }

    /// What the rows and paddings of a cell take beside its lines.
    fn around(&self) -> f64 {
        2.0 * self.padding + self.rule.unwrap_or_default()
    }

    /// Makes the rows from `from` to `end` high enough for what their cells still hold; a cell that
    /// covers several rows makes the last of them higher.
    fn grow(&mut self, from: usize, end: usize) {
        for row in from..end {
            let ending = self.grid.in_row(row).into_iter().filter_map(|index| self.needed(index, row, from));
            let needed = ending.fold(0.0, f64::max);
            if let Some(height) = self.heights.get_mut(row) {
                *height = height.max(needed);
            }
        }
    }

    /// The height that a cell needs in the last of its rows, beside those from `from` on.
    fn needed(&self, index: usize, row: usize, from: usize) -> Option<f64> {
        let (place, cell) = (self.grid.cells.get(index)?, self.cells.get(index)?);
        if place.row + place.rows != row + 1 {
            return None;
        }
        let above: f64 = (place.row.max(from)..row).map(|row| self.height(row)).sum();
        Some(cell.remaining() + self.around() - above)
    }

    /// After a page that ends with row `last`: makes the rows below high enough for what cells
    /// that reach over the page's end still hold. `cut` says that `last` itself goes on.
    pub fn regrow(&mut self, last: usize, cut: bool) {
        let from = if cut { last } else { last + 1 };
        let crossing = self.grid.in_row(from).into_iter().filter_map(|index| self.grid.cells.get(index));
        let end = crossing.filter(|place| cut || place.row < from).map(|place| place.row + place.rows).max();
        if let (true, Some(height)) = (cut, self.heights.get_mut(last)) {
            *height = 0.0;
        }
        self.grow(from, end.unwrap_or(from));
    }
}

/// A cell before its width is known.
struct PreparedCell<'a> {
    cell: &'a Cell,
    paragraphs: Vec<Prepared<'a>>,
}

impl<'a> Builder<'a> {
    /// Adds a table with its caption.
    pub fn table(&mut self, table: &'a Table, parent: NodeId) {
        self.landmarks.extend(table.anchor.clone().map(Landmark::Anchor));
        let node = self.tree.add(parent, Kind::Table { summary: String::new() }, table.anchor.as_ref());
        self.above(table, node);
        let grid = Grid::new(table);
        let cells = self.cells(table, &grid, node);
        let flow = self.table_flow(table, grid, cells);
        self.rows(flow);
    }

    /// The caption and the unit of all figures; both are one caption to a screen reader.
    fn above(&mut self, table: &'a Table, parent: NodeId) {
        let mut above = table.above().peekable();
        let Some(first) = above.peek() else { return };
        let node = self.tree.add(parent, Kind::Caption, first.anchor.as_ref());
        for paragraph in above {
            self.landmarks.extend(paragraph.anchor.clone().map(Landmark::Anchor));
            let own = if table.unit.is_some() { self.tree.add(node, Kind::Paragraph, None) } else { node };
            let prepared = self.prepare(paragraph, own, None);
            self.paragraph_strips(prepared, true);
        }
    }

    /// The nodes and words of all cells.
    fn cells(&mut self, table: &'a Table, grid: &Grid, node: NodeId) -> Vec<PreparedCell<'a>> {
        let mut places = grid.cells.iter().peekable();
        let (mut group, mut cells) = (node, Vec::new());
        for (number, row) in table.rows.iter().enumerate() {
            if number == 0 || number == table.header_rows {
                let head = number < table.header_rows;
                group = self.tree.add(node, if head { Kind::TableHead } else { Kind::TableBody }, None);
            }
            let row_node = self.tree.add(group, Kind::Row, None);
            while let Some(place) = places.next_if(|place| place.row == number) {
                if let Some(cell) = row.cells.get(place.number) {
                    let kind = cell_kind(cell, place, table.header_rows);
                    let cell_node = self.tree.add(row_node, kind, None);
                    cells.push(PreparedCell { cell, paragraphs: self.cell(cell, cell_node) });
                }
            }
        }
        cells
    }

    /// A cell with one plain paragraph holds its words itself.
    fn cell(&mut self, cell: &'a Cell, node: NodeId) -> Vec<Prepared<'a>> {
        let alone = cell.content.len() == 1;
        let mut prepared = Vec::with_capacity(cell.content.len());
        for paragraph in &cell.content {
            let plain = alone && paragraph.role == Role::Body && paragraph.anchor.is_none();
            let own = if plain { node } else { self.node(paragraph, node) };
            prepared.push(self.prepare(paragraph, own, None));
        }
        prepared
    }

    /// As in Word: a row whose every paragraph stays with the next one stays with the next row.
    fn keeps_with_next(&self, row: &Row) -> bool {
        let keeps = |name: &str| self.styles.paragraphs.get(name).is_some_and(|style| style.keep_next);
        let mut words = row.cells.iter().flat_map(|cell| &cell.content).peekable();
        words.peek().is_some() && words.all(|one| one.keep_next || keeps(&one.style))
    }

    fn table_flow(&mut self, table: &'a Table, grid: Grid, cells: Vec<PreparedCell<'a>>) -> TableFlow {
        let style = self.table_style(table);
        let padding = f64::from(style.padding_x.pt());
        let stories: Vec<Vec<_>> = cells.iter().map(PreparedCell::stories).collect();
        let needs = needs(table, &grid, &stories, padding);
        let decimals = decimal_columns(table, &grid, &stories);
        let around = 2.0 * (padding + SLACK);
        let widths = divide(&shares(table, grid.columns), &needs, self.column, |least, open, rest| {
            balance(&grid, &stories, table.header_rows, around, (least, open), rest)
        });
        let mut measure = TableMeasure {
            columns: widths.iter().map(|width| *width as f32).collect(),
            ..TableMeasure::default()
        };
        let edges = edges(widths);
        let mut flow = TableFlow {
            heights: vec![0.0; grid.rows],
            keeps_next: (table.rows.iter().enumerate())
                .map(|(at, row)| table.keeps_last(at) || self.keeps_with_next(row))
                .collect(),
            header_rows: table.header_rows.min(grid.rows),
            rule: (style.rules != TableRule::None).then(|| f64::from(style.rule_width.pt())),
            level: style.rules == TableRule::Level,
            rule_color: self.styles.rgb(style.rule_color),
            head_fill: style.head_fill.map(|color| self.styles.rgb(color)),
            padding: f64::from(style.padding_y.pt()),
            continuation: self.continuation(table.continuation.as_ref()),
            ending: self.continuation(table.ending.as_deref()),
            ..TableFlow::default()
        };
        for (place, prepared) in grid.cells.iter().zip(&cells) {
            let edge = |column: usize| edges.get(column).copied().unwrap_or_default();
            let (left, right) = (edge(place.column) + padding, edge(place.column + place.columns) - padding);
            let decimal = decimals.get(place.column).copied().flatten().filter(|_| place.columns == 1);
            measure.figures.push(decimal.and_then(|room| moved(prepared, room)));
            let stack = self.cell_stack(prepared, (right - left).max(1.0), decimal);
            flow.cells.push(CellFlow { left, stack, next: 0, bottom: false });
        }
        (flow.grid, flow.edges) = (grid, edges);
        flow.grow(0, flow.grid.rows);
        flow.remember_header();
        measure.heads = flow.heights.iter().take(flow.header_rows).map(|height| *height as f32).collect();
        self.tables.push(measure);
        flow
    }

    fn cell_stack(&self, prepared: &PreparedCell<'a>, width: f64, decimal: Option<(f64, f64)>) -> Stack {
        let mut stack = Stack::default();
        for paragraph in &prepared.paragraphs {
            let lines = match (prepared.cell.align, decimal) {
                (CellAlign::Decimal, Some(room)) => self.figure(paragraph, width, room),
                (CellAlign::Decimal, None) if integer_end(&paragraph.story.text).is_none() => {
                    self.lines(paragraph, width, Some(Align::Center))
                }
                (align, _) => self.lines(paragraph, width, Some(text_align(align))),
            };
            stack.push(paragraph.style, self.fonts.metrics(paragraph.style.face), lines);
        }
        stack.close()
    }

    /// A figure whose decimal comma stands under those of its column, if it fits on a line; what
    /// is no figure stands in the middle.
    fn figure(&self, paragraph: &Prepared<'a>, width: f64, room: (f64, f64)) -> Vec<PlacedLine> {
        let Some(end) = integer_end(&paragraph.story.text) else {
            return self.lines(paragraph, width, Some(Align::Center));
        };
        let (before, after) = paragraph.story.divided_at(end);
        let shift = width - room.1 - before;
        if shift < 0.0 || shift + before + after > width + 0.01 {
            return self.lines(paragraph, width, Some(Align::Right));
        }
        let mut lines = self.lines(paragraph, f64::INFINITY, Some(Align::Left));
        let start = lines.first().and_then(|line| line.pieces.first()).map_or(0.0, |piece| piece.run.x);
        let pieces = lines.iter_mut().flat_map(|line| &mut line.pieces);
        pieces.for_each(|piece| piece.run.x += shift as f32 - start);
        lines
    }

    /// What stands above the table on further pages; no part of the text, so without nodes.
    fn continuation(&mut self, paragraph: Option<&'a Paragraph>) -> Stack {
        let mut stack = Stack::default();
        if let Some(paragraph) = paragraph {
            let style = self.style(&paragraph.style, paragraph.content.first());
            let story = self.tell(style, "", &paragraph.content);
            let owners = Owners { own: Tree::ROOT, label: Tree::ROOT, references: Vec::new() };
            let lines = self.lines(&Prepared { story, style, owners }, self.column, None);
            stack.push(style, self.fonts.metrics(style.face), lines);
        }
        stack.close()
    }

    /// The style of a table; one that the sheet lacks is said once.
    pub fn table_style(&mut self, table: &'a Table) -> &'a TableStyle {
        let styles = &self.styles.tables;
        if let Some(style) = styles.get(&table.style) {
            return style;
        }
        let mut cells = table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.content);
        let first = cells.find_map(|paragraph| paragraph.content.first());
        self.report_style(&table.style, &mut styles.keys(), first);
        &PLAIN_TABLE
    }

    /// Adds the rows. Header rows never stand without the first row that they head.
    fn rows(&mut self, flow: TableFlow) {
        let number = self.flow.tables.len();
        for row in 0..flow.grid.rows {
            let last = row + 1 == flow.grid.rows;
            let headed = row > 0 && row <= flow.header_rows;
            let strip = Strip {
                body: Body::Row(number, row),
                before: 0.0,
                after: if last { flow.rule.unwrap_or_default() } else { 0.0 },
                cost: if headed { Cost::Lines } else { flow.cost_before(row) },
                starts: row == 0,
                new_page: false,
                landmarks: Vec::new(),
                beside: Vec::new(),
                rule: None,
                at_foot: false,
                turn: None,
            };
            self.push(strip, false);
        }
        self.flow.tables.push(flow);
    }
}

impl PreparedCell<'_> {
    fn stories(&self) -> Vec<&super::story::Story> {
        self.paragraphs.iter().map(|paragraph| &paragraph.story).collect()
    }
}

/// How far a cell's figure is moved from the cell's right edge.
fn moved(prepared: &PreparedCell<'_>, room: (f64, f64)) -> Option<f32> {
    let [paragraph] = prepared.paragraphs.as_slice() else { return None };
    let figure = (prepared.cell.align == CellAlign::Decimal).then(|| integer_end(&paragraph.story.text));
    let (_, after) = paragraph.story.divided_at(figure.flatten()?);
    Some((room.1 - after).max(0.0) as f32)
}

/// How a table looks whose style is unknown.
static PLAIN_TABLE: TableStyle = TableStyle {
    title: String::new(),
    rules: TableRule::All,
    rule_width: Length(0.5),
    rule_color: Color::BLACK,
    head_fill: None,
    padding_x: Length(5.4),
    padding_y: Length(0.0),
    ending: false,
};

fn cell_kind(cell: &Cell, place: &GridCell, header_rows: usize) -> Kind {
    let (columns, rows) = (place.columns as u16, place.rows as u16);
    let header = |scope| Kind::HeaderCell { scope, columns, rows };
    match (place.row < header_rows, cell.row_header) {
        (true, _) => header(Scope::Column),
        (false, true) => header(Scope::Row),
        (false, false) => Kind::DataCell { columns, rows },
    }
}

fn text_align(align: CellAlign) -> Align {
    match align {
        CellAlign::Start => Align::Left,
        CellAlign::Center => Align::Center,
        CellAlign::End | CellAlign::Decimal => Align::Right,
    }
}

fn edges(widths: Vec<f64>) -> Vec<f64> {
    let mut edge = 0.0;
    let rest = widths.into_iter().map(|width| {
        edge += width;
        edge
    });
    std::iter::once(0.0).chain(rest.collect::<Vec<_>>()).collect()
}
