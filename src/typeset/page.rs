//! Page breaking: which strips of a flow stand on which page, and where.

use super::aside::BETWEEN_NOTES;
use super::canvas::Canvas;
use super::flow::{Body, Cost, Flow, RULE, RULE_SPACE, Strip};
use super::fragment::PageRow;
use super::measure::Stack;
use super::numbers::FirstNumber;
use super::pages::Item;
use super::passage::divide;
use crate::document::{Margins, StyleSheet};

/// Heights that differ by less are equal: a fifth of a twip.
const TOLERANCE: f64 = 0.01;

/// The room that a word processor may need for a frame at the foot of a page, pt.
const FRAME_ROOM: f64 = 60.0;

/// Where text stands on the pages of a section, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Geometry {
    /// Width of the page.
    pub width: f64,
    /// Height of the page.
    pub height: f64,
    /// Left edge of the text.
    pub left: f64,
    /// Upper edge of the text.
    pub top: f64,
    /// Width of the text.
    pub text_width: f64,
    /// Height of the text.
    pub text_height: f64,
    /// Height of what may stand in the top margin right above the text, below the page's number.
    pub free_above: f64,
}

impl Geometry {
    /// A page that lies on its side is the upright sheet turned to the right: what was left,
    /// the binding margin, is on top.
    /// `number_end` is the lower edge of the page's number, from the paper's upper edge.
    pub fn new(sheet: &StyleSheet, landscape: bool, number_end: f64) -> Geometry {
        let page = &sheet.page;
        let Margins { left, right, top, bottom } = page.margins;
        let turned = Margins { left: bottom, right: top, top: left, bottom: right };
        let (width, height) = if landscape { (page.height, page.width) } else { (page.width, page.height) };
        let margins = if landscape { turned } else { page.margins };
        let top = f64::from(margins.top.pt());
        Geometry {
            width: f64::from(width.pt()),
            height: f64::from(height.pt()),
            left: f64::from(margins.left.pt()),
            top,
            text_width: f64::from(width.pt() - margins.left.pt() - margins.right.pt()),
            text_height: f64::from(height.pt() - margins.top.pt() - margins.bottom.pt()),
            free_above: (top - number_end).max(0.0),
        }
    }
}

/// Which strips stand on a page and where.
#[derive(Debug, PartialEq)]
struct Fill {
    /// One past the last strip of the page.
    end: usize,
    /// The upper edges of the strips, from the upper edge of the text.
    tops: Vec<f64>,
    /// The page holds nothing but the beginning of a row that is higher than the page: the
    /// row's height here.
    cut: Option<f64>,
    /// How far strips were moved down to make room for the notes beside those above them.
    lowered: Vec<f64>,
    /// The strip that did not fit any more.
    over: Option<usize>,
}

/// What is repeated above a row that begins a page in the middle of its table.
struct Head {
    /// Upper edge of «Продолжение таблицы», from that of the text.
    caption_top: f64,
    /// What it takes of the text's height.
    height: f64,
    rows: Vec<PageRow>,
}

/// What stands at the foot of a section's first page.
#[derive(Default)]
pub(super) struct Footer {
    /// Its lines; none where it has been drawn.
    pub lines: Stack,
    /// From the paper's lower edge to it.
    pub distance: f64,
}

impl Footer {
    /// Its upper edge, from that of the text.
    fn top(&self, geometry: &Geometry) -> f64 {
        geometry.height - geometry.top - self.distance - self.lines.height
    }

    /// The height that it leaves for text.
    fn room(&self, geometry: &Geometry) -> f64 {
        if self.lines.lines.is_empty() {
            geometry.text_height
        } else {
            geometry.text_height.min(self.top(geometry))
        }
    }

    fn draw(&mut self, geometry: &Geometry, canvas: &mut Canvas) {
        let top = self.top(geometry);
        for (at, line) in std::mem::take(&mut self.lines).lines {
            canvas.line(line, 0.0, top + at);
        }
    }
}

/// Sets a section on new pages.
pub(super) fn paginate(
    mut flow: Flow,
    mut footer: Footer,
    geometry: Geometry,
    numbers: &mut FirstNumber,
    canvas: &mut Canvas,
) {
    let mut first = 0;
    while first < flow.strips.len() {
        let page = canvas.page_count();
        canvas.open_page(geometry);
        numbers.page_begins(page, &flow, first);
        let head = head(&flow, first, &geometry);
        let room = (head.as_ref().map_or(0.0, |head| head.height), footer.room(&geometry));
        let mut fill = fill(&flow, first, room, numbers.follows(page));
        if let Some(end) = fill.over.and_then(|over| divide(&mut flow, (first, fill.end), over)) {
            fill.end = end;
        }
        let sunk = sink(&flow, first, &mut fill, room.1);
        canvas.say_sunk(sunk);
        let noted = flow.strips.iter().skip(first).zip(&fill.lowered).take(fill.end - first);
        let noted = noted.filter(|(strip, _)| !strip.beside.is_empty());
        canvas.say_lowered(noted.map(|(_, down)| *down as f32));
        let goes_on = draw(&mut flow, first, &fill, head.as_ref(), canvas);
        footer.draw(&geometry, canvas);
        first = if goes_on { first } else { fill.end };
    }
}

/// The upper edges of a flow's strips, one under the other without any page break, and the
/// height of the whole.
pub(super) fn stacked(flow: &Flow) -> (Vec<f64>, f64) {
    let (mut tops, mut bottom, mut after) = (Vec::with_capacity(flow.strips.len()), 0.0, 0.0);
    for (number, strip) in flow.strips.iter().enumerate() {
        let top = bottom + if number == 0 { 0.0 } else { after + strip.before };
        tops.push(top);
        (bottom, after) = (top + flow.height(strip), strip.after);
    }
    (tops, bottom)
}

/// Draws a flow from the canvas' origin downwards, whatever its height.
pub(super) fn draw_whole(mut flow: Flow, canvas: &mut Canvas) {
    let (tops, _) = stacked(&flow);
    let fill = Fill { end: flow.strips.len(), tops, cut: None, lowered: Vec::new(), over: None };
    draw(&mut flow, 0, &fill, None, canvas);
}

/// Header rows that take more than half of the page are not repeated. «Продолжение таблицы» stands
/// in the margin where it can: a word processor has no such line, and its pages end like ours then.
fn head(flow: &Flow, first: usize, geometry: &Geometry) -> Option<Head> {
    let Body::Row(number, row) = flow.strips.get(first).map(|strip| &strip.body)? else { return None };
    let table = flow.tables.get(*number).filter(|table| table.begun && *row >= table.header_rows)?;
    let caption = table.continuation.height;
    let caption_top = if caption <= geometry.free_above + TOLERANCE { -caption } else { 0.0 };
    let mut height = caption + caption_top;
    let rows: Vec<PageRow> = (0..table.header_rows)
        .map(|row| {
            let top = height;
            height += table.repeated.get(row).map_or(0.0, |(height, _)| *height);
            PageRow { row, top, height: height - top }
        })
        .collect();
    (height <= geometry.text_height / 2.0).then_some(Head { caption_top, height, rows })
}

/// Decides where the page ends: at the last break of the lowest cost before what it cannot hold.
/// `room` is the height of the repeated head and of the page; `between` wants the end of a block.
fn fill(flow: &Flow, first: usize, (head, room): (f64, f64), between: bool) -> Fill {
    let (mut tops, mut bottom, mut after) = (Vec::new(), head, 0.0);
    let (mut best, mut notes): (Option<(Cost, usize)>, f64) = (None, 0.0);
    let mut lowered = Vec::new();
    for (number, strip) in flow.strips.iter().enumerate().skip(first) {
        let starts = number == first;
        if !starts {
            if strip.new_page {
                return Fill { end: number, tops, cut: None, lowered, over: None };
            }
            let cost = if between && !strip.starts { strip.cost.max(Cost::Lines) } else { strip.cost };
            best = best.filter(|(best, _)| *best < cost).or(Some((cost, number)));
        }
        let top = bottom + if starts && !strip.new_page { 0.0 } else { after + strip.before };
        let down = if strip.beside.is_empty() { 0.0 } else { (notes - top).max(0.0) };
        let top = top + down;
        let (height, reach) = (flow.height(strip), strip.reach());
        // Notes alone never keep a strip from the page that it begins.
        let needed = if starts { height } else { height.max(reach) };
        if top + needed > room + TOLERANCE {
            return match best {
                Some((_, end)) => Fill { end, tops, cut: None, lowered, over: Some(number) },
                None => too_high(strip, first, top, room),
            };
        }
        tops.push(top);
        lowered.push(down);
        (bottom, after) = (top + height, strip.after);
        notes = notes.max(if reach > 0.0 { top + reach + BETWEEN_NOTES } else { 0.0 });
    }
    Fill { end: flow.strips.len(), tops, cut: None, lowered, over: None }
}

/// Moves the last strips of a page down to its foot where they ask for it. Gives whether that is
/// further than a word processor's frame needs beside the text above it.
fn sink(flow: &Flow, first: usize, fill: &mut Fill, room: f64) -> bool {
    let strips = flow.strips.get(first..fill.end).unwrap_or_default();
    let foot = if fill.end == flow.strips.len() {
        strips.iter().rev().take_while(|strip| strip.at_foot).count()
    } else {
        0
    };
    let Some((last, top)) = strips.last().zip(fill.tops.last()).filter(|_| foot > 0) else { return false };
    let down = (room - top - flow.height(last)).max(0.0);
    let kept = fill.tops.len() - foot.min(fill.tops.len());
    fill.tops.iter_mut().skip(kept).for_each(|top| *top += down);
    down > FRAME_ROOM
}

/// A strip that no page can hold: a row is divided, a line stands alone and reaches beyond.
fn too_high(strip: &Strip, first: usize, top: f64, room: f64) -> Fill {
    let cut = matches!(strip.body, Body::Row(..)).then_some(room - top);
    Fill { end: first + 1, tops: vec![top], cut, lowered: Vec::new(), over: None }
}

/// Draws the strips of a page. Gives whether the last of them goes on on the next page.
fn draw(flow: &mut Flow, first: usize, fill: &Fill, head: Option<&Head>, canvas: &mut Canvas) -> bool {
    for (strip, top) in flow.strips.iter_mut().skip(first).zip(&fill.tops).take(fill.end - first) {
        canvas.mark(&mut strip.landmarks, *top);
    }
    let (mut number, mut goes_on) = (first, false);
    while let (true, Some(strip)) = (number < fill.end, flow.strips.get_mut(number)) {
        let top = fill.tops.get(number - first).copied().unwrap_or_default();
        for note in std::mem::take(&mut strip.beside) {
            canvas.line(note.line, note.left, top + note.top);
        }
        match &mut strip.body {
            Body::Line(line) => {
                let bottom = top + line.height;
                canvas.line(std::mem::take(line), 0.0, top);
                canvas.ornaments(strip.rule.map(|width| rule(width, bottom)).into_iter().collect());
            }
            Body::Picture(picture) => canvas.picture(std::mem::take(picture), top),
            Body::Row(table, _) => {
                let table = *table;
                let rows = rows(flow, table, number, first, fill);
                number += rows.len().saturating_sub(1);
                goes_on = draw_rows(flow, table, &rows, fill.cut.is_some(), head, canvas);
            }
        }
        number += 1;
    }
    goes_on
}

/// The rule below a paragraph whose letters end at `bottom`.
fn rule(width: f64, bottom: f64) -> Item {
    let y = (bottom + RULE_SPACE + RULE / 2.0) as f32;
    Item::Line { from: (0.0, y), to: (width as f32, y), width: RULE as f32, color: [0; 3] }
}

/// The rows of one table that stand one under the other on the page, from strip `number` on.
fn rows(flow: &Flow, table: usize, number: usize, first: usize, fill: &Fill) -> Vec<PageRow> {
    let strips = flow.strips.iter().take(fill.end).skip(number);
    let own = strips.map_while(|strip| match strip.body {
        Body::Row(other, row) if other == table => Some((row, flow.height(strip))),
        _ => None,
    });
    let tops = fill.tops.iter().skip(number - first);
    own.zip(tops)
        .map(|((row, height), &top)| PageRow { row, top, height: fill.cut.unwrap_or(height) })
        .collect()
}

/// Draws rows of a table. Gives whether the last one goes on: it is cut and has more to draw.
fn draw_rows(
    flow: &mut Flow,
    number: usize,
    rows: &[PageRow],
    cut: bool,
    head: Option<&Head>,
    canvas: &mut Canvas,
) -> bool {
    let Some(table) = flow.tables.get_mut(number) else { return false };
    let mut ruled = rows.to_vec();
    if let Some(head) = head.filter(|_| table.begun) {
        let ends = !cut && rows.last().is_some_and(|row| row.row + 1 == table.heights.len());
        let fits = !table.ending.lines.is_empty() && table.ending.height <= table.continuation.height;
        let caption = if ends && fits { &table.ending } else { &table.continuation };
        caption.lines.iter().for_each(|(top, line)| canvas.repeated(line, 0.0, head.caption_top + *top));
        for (row, (_, lines)) in head.rows.iter().zip(&table.repeated) {
            lines.iter().for_each(|cell| canvas.repeated(&cell.line, cell.left, row.top + cell.top));
        }
        ruled.splice(0..0, head.rows.iter().copied());
    }
    canvas.ornaments(table.fills(&ruled));
    canvas.ornaments(table.rules(&ruled));
    for line in table.take(rows, !cut) {
        canvas.line(line.line, line.left, line.top);
    }
    table.begun = true;
    let Some(last) = rows.last() else { return false };
    let goes_on = cut && table.has_more(last.row);
    table.regrow(last.row, goes_on);
    goes_on
}
