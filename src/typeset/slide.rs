//! Slides: content in frames of a fixed size.
//!
//! [`fit_slides`] makes content that is too much for its frame smaller, step by step; what does
//! not fit at the smallest size goes on on a further slide. After it every frame is drawn whole.

use super::builder::{Builder, FrameRoom, PLAIN};
use super::canvas::Canvas;
use super::fit::{hyphenate_cells, hyphenate_words};
use super::flow::{Body, Flow};
use super::fonts::Fonts;
use super::messages;
use super::one_size::one_size;
use super::page::{Geometry, draw_whole, stacked};
use super::pages::{ChartBox, FrameBox, Item, PictureBox, TableBox};
use super::pieces::{pieces, units};
use super::sentences;
use super::sizes::{STEPS, ScaledSheets, Sizes, smallest_step};
use super::tree::Tree;
use crate::document::{
    Block, CellAlign, Column, Document, Frame, FrameStyle, Inline, Length, Paragraph, Role, Section, Slide,
    Stand, StyleSheet, Table, Text,
};
use crate::source::{Finding, Findings, Place};
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

/// By how much letters are smaller than the smallest that are read from a distance where nothing
/// else helps.
const SMALLER: [f32; 8] = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];
/// A chart is at most so much smaller: its words overlap in small letters too where it is the
/// wrong one for its numbers.
const LEAST_OF_CHARTS: f32 = 0.6;
/// By how much letters are made smaller where even the largest then have the smallest size.
const DENSE: [f32; 2] = [0.44, 0.38];
/// A slide goes on on at most so many others: what goes on longer has no place on slides.
const MOST_CONTINUATIONS: usize = 20;
/// So many slides it takes then.
const MOST_SLIDES: usize = MOST_CONTINUATIONS + 1;
/// The most of its width that a frame loses for the sake of equal lines.
const MOST_TRIMMED: f32 = 0.45;
/// So much of that it keeps all the same, pt.
const HAIR: f32 = 6.0;
/// Divided content at least so large needs no further slide for the sake of its letters.
const COMFORTABLE: f32 = 0.85;
/// How often a lower height is tried for equally full slides.
const EVEN_TRIES: usize = 6;
/// Heights that differ by less are equal.
pub(super) const TOLERANCE: f64 = 0.05;

/// A frame whose content is set.
pub(super) struct PlacedFrame {
    name: String,
    style: FrameStyle,
    flow: Flow,
}

impl<'a> Builder<'a> {
    /// The frames of a slide with what stands in them.
    pub fn slide(&mut self, slide: &'a Slide, sheets: &'a ScaledSheets) -> Vec<PlacedFrame> {
        let mut placed = Vec::with_capacity(slide.frames.len());
        for frame in &slide.frames {
            let Some(style) = self.document.styles.frames.get(&frame.name) else { continue };
            let style = frame.styled(style);
            let sheet = sheets.get((frame.scale, style.smallest.pt())).unwrap_or(&self.document.styles);
            let flow = self.frame(&frame.blocks, sheet, trimmed(&style, frame.trim), Tree::ROOT);
            placed.push(PlacedFrame { name: frame.name.clone(), style, flow });
        }
        placed
    }
}

impl<'a> Builder<'a> {
    /// Looks at the frames of a slide; their words are not set.
    pub fn look_at_slide(&mut self, slide: &'a Slide, sheets: &'a ScaledSheets) {
        for frame in &slide.frames {
            let Some(style) = self.document.styles.frames.get(&frame.name) else { continue };
            let style = frame.styled(style);
            let sheet = sheets.get((frame.scale, style.smallest.pt())).unwrap_or(&self.document.styles);
            let room = trimmed(&style, frame.trim);
            (self.styles, self.column, self.room) = (sheet, room.width, Some(room));
            self.look_at_blocks(&frame.blocks);
        }
        (self.styles, self.room) = (&self.document.styles, None);
    }
}

/// A frame without its padding.
pub(super) fn room(style: &FrameStyle) -> FrameRoom {
    let less = |length: Length| f64::from(length.pt() - 2.0 * style.padding.pt()).max(1.0);
    FrameRoom { width: less(style.width), height: less(style.height), smallest: style.smallest }
}

/// The same with some room at the right left free.
fn trimmed(style: &FrameStyle, trim: Length) -> FrameRoom {
    let room = room(style);
    FrameRoom { width: (room.width - f64::from(trim.pt())).max(1.0), ..room }
}

/// Draws a slide on a page of its own.
pub(super) fn draw(frames: Vec<PlacedFrame>, geometry: Geometry, sheet: &StyleSheet, canvas: &mut Canvas) {
    canvas.open_page(geometry);
    canvas.move_to(0.0, 0.0);
    let always = sheet.frames.values().filter(|style| style.always);
    let fills = always.chain(frames.iter().map(|frame| &frame.style).filter(|style| !style.always));
    canvas.ornaments(fills.filter_map(|style| fill(style, sheet)).chain(emblem(sheet)).collect());
    for PlacedFrame { name, style, flow } in frames {
        let (_, height) = stacked(&flow);
        let slack = room(&style).height - height;
        let down = match style.stand {
            Stand::Top => 0.0,
            Stand::Middle => slack / 2.0,
            Stand::Bottom => slack,
        };
        let lines = flow.strips.iter().filter(|strip| matches!(strip.body, Body::Line(_))).count();
        let (x, y) = (style.x.pt(), style.y.pt());
        let padding = f64::from(style.padding.pt());
        let (left, top) = (f64::from(x) + padding, f64::from(y) + padding + down.max(0.0));
        canvas.frame(FrameBox {
            name,
            bounds: [x, y, x + style.width.pt(), y + style.height.pt()],
            lines,
            content: height as f32,
            tables: tables(&flow, left, top),
            charts: charts(&flow, left, top),
            pictures: pictures(&flow, left, top),
        });
        canvas.move_to(left, top);
        draw_whole(flow, canvas);
    }
}

/// The tables of a flow whose upper left corner is given.
fn tables(flow: &Flow, left: f64, top: f64) -> Vec<TableBox> {
    let (tops, _) = stacked(flow);
    let mut found: Vec<TableBox> = vec![TableBox::default(); flow.tables.len()];
    for (strip, at) in flow.strips.iter().zip(tops) {
        let Body::Row(number, row) = strip.body else { continue };
        let (Some(table), Some(measured)) = (flow.tables.get(number), found.get_mut(number)) else {
            continue;
        };
        if row == 0 {
            measured.at = [Length(left as f32), Length((top + at) as f32)];
            let widths = table.edges.windows(2).map(|pair| Length((pair[1] - pair[0]) as f32));
            measured.columns = widths.collect();
        }
        measured.rows.push(Length(table.height(row) as f32));
    }
    found
}

/// The charts of a flow whose upper left corner is given.
fn charts(flow: &Flow, left: f64, top: f64) -> Vec<ChartBox> {
    let (tops, _) = stacked(flow);
    let place = |(strip, at): (&super::flow::Strip, f64)| {
        let Body::Picture(picture) = &strip.body else { return None };
        Some(ChartBox {
            at: [Length(left as f32), Length((top + at) as f32)],
            drawing: Arc::clone(picture.chart.as_ref()?),
        })
    };
    flow.strips.iter().zip(tops).filter_map(place).collect()
}

/// The pictures of a flow whose upper left corner is given.
fn pictures(flow: &Flow, left: f64, top: f64) -> Vec<PictureBox> {
    let (tops, _) = stacked(flow);
    let place = |(strip, at): (&super::flow::Strip, f64)| {
        let Body::Picture(picture) = &strip.body else { return None };
        picture.chart.is_none().then_some(PictureBox {
            at: [Length((left + picture.left) as f32), Length((top + at) as f32)],
            width: Length(picture.width as f32),
            height: Length(picture.height as f32),
        })
    };
    flow.strips.iter().zip(tops).filter_map(place).collect()
}

/// The emblem in the middle of its frame.
fn emblem(sheet: &StyleSheet) -> Option<Item> {
    let (picture, style) = (sheet.emblem.as_ref()?, sheet.frames.get("emblem")?);
    let room = (f64::from(style.width.pt()), f64::from(style.height.pt()));
    let (width, height) = picture.fitted(room.0, room.1);
    Some(Item::Picture {
        x: style.x.pt() + ((room.0 - width) / 2.0) as f32,
        y: style.y.pt() + ((room.1 - height) / 2.0) as f32,
        width: width as f32,
        height: height as f32,
        picture: std::sync::Arc::clone(picture),
    })
}

fn fill(style: &FrameStyle, sheet: &StyleSheet) -> Option<Item> {
    let color = sheet.rgb(style.fill?);
    let (x, y, width, height) = (style.x.pt(), style.y.pt(), style.width.pt(), style.height.pt());
    Some(Item::Rectangle { x, y, width, height, color })
}

/// Makes the content of every slide fit its frames.
///
/// Letters are set smaller down to the frame's smallest size; what is still too much goes on on
/// a further slide with the same title and the words «(продолжение)». What cannot be divided is
/// said in `findings`.
pub fn fit_slides(mut document: Document, fonts: &Fonts, findings: &mut Findings) -> Document {
    if document.sections.iter().all(|section| section.slide.is_none()) {
        return document;
    }
    each_slide_table(&mut document, dress);
    one_size(&mut document, fonts);
    sentences::add_styles(&mut document);
    let sections = std::mem::take(&mut document.sections);
    let mut fitted = Vec::with_capacity(sections.len());
    let fonts = fonts.family(&document.styles.font);
    let mut fitter = Fitter { document: &document, sizes: Sizes::of(&document.styles), fonts, findings };
    for section in sections {
        match section.slide {
            Some(slide) => fitter.slide(slide, &mut fitted),
            None => fitted.push(section),
        }
    }
    document.sections = fitted;
    document
}

fn each_slide_table(document: &mut Document, change: fn(&mut Table)) {
    let slides = document.sections.iter_mut().flat_map(|section| &mut section.slide);
    for block in slides.flat_map(|slide| &mut slide.frames).flat_map(|frame| &mut frame.blocks) {
        if let Block::Table(table) = block {
            change(table);
        }
    }
}

/// Aligns the heads of a slide's tables as their columns are.
fn dress(table: &mut Table) {
    let head = table.header_rows.min(table.rows.len());
    let aligns: Vec<CellAlign> = table.rows.get(head).map_or_else(Vec::new, |row| {
        row.cells.iter().flat_map(|cell| std::iter::repeat_n(cell.align, usize::from(cell.columns))).collect()
    });
    // For so many rows each column is covered by a cell of a row above.
    let mut covered = vec![0_u16; aligns.len()];
    for row in table.rows.iter_mut().take(head) {
        let mut cells = row.cells.iter_mut();
        let mut column = 0;
        while column < covered.len() {
            if let Some(rows) = covered.get_mut(column).filter(|rows| **rows > 0) {
                (*rows, column) = (*rows - 1, column + 1);
                continue;
            }
            let Some(cell) = cells.next() else { break };
            let columns = usize::from(cell.columns.max(1));
            if let Some(align) = aligns.get(column).filter(|_| columns == 1) {
                cell.align = if *align == CellAlign::Decimal { CellAlign::End } else { *align };
            }
            covered.iter_mut().skip(column).take(columns).for_each(|rows| *rows = cell.rows.max(1) - 1);
            column += columns;
        }
    }
}

/// What blocks need.
pub(super) struct Measured {
    /// A word is wider than the frame.
    pub torn: bool,
    /// A chart has no room for its words.
    crowded: bool,
    /// How many lines they have.
    lines: usize,
    /// Their height.
    pub height: f64,
}

/// Measures blocks in the styles of a sheet.
pub(super) fn measured(
    document: &Document,
    fonts: &Fonts,
    (blocks, sheet): (&[Block], &StyleSheet),
    room: FrameRoom,
) -> Measured {
    let mut unsaid = Findings::default();
    let mut builder = Builder::new(document, fonts, &mut unsaid);
    let flow = builder.frame(blocks, sheet, room, Tree::ROOT);
    let (torn, crowded) = (builder.broken_word.get(), builder.crowded_chart);
    Measured { torn, crowded, lines: flow.strips.len(), height: stacked(&flow).1 }
}

/// Content in parts, one for each slide, and in which size it is set.
struct Division {
    scale: f32,
    parts: Vec<Vec<Block>>,
}

/// In which words soft hyphens are put.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Divide {
    Paragraphs,
    Everything,
}

struct Fitter<'a> {
    /// The document without its content, for its styles.
    document: &'a Document,
    sizes: Sizes<'a>,
    fonts: &'a Fonts,
    findings: &'a mut Findings,
}

impl Fitter<'_> {
    /// Adds a slide and its continuations.
    fn slide(&mut self, slide: Slide, fitted: &mut Vec<Section>) {
        let mut waiting = VecDeque::from(self.apart(slide));
        let begins = fitted.len();
        for at in 0..=MOST_CONTINUATIONS {
            let Some(mut slide) = waiting.pop_front() else { return };
            let further = self.fit(&mut slide);
            further.into_iter().rev().for_each(|slide| waiting.push_front(slide));
            let numbers = slide.frames.iter_mut().filter(|frame| at > 0 && frame.name == "number");
            numbers.for_each(|frame| mark(&mut frame.blocks, &format!(".{}", at + 1)));
            fitted.push(Section { slide: Some(slide), ..Section::of(Vec::new()) });
        }
        let left = waiting.iter().flat_map(|slide| &slide.frames).filter(|frame| !self.repeats(frame));
        let first = fitted.get(begins).and_then(|section| section.slide.as_ref());
        if let Some((first, lost)) = first.zip(left.flat_map(|frame| &frame.blocks).next()) {
            let finding = Finding::new(&messages::SLIDE_CUT).arg("count", MOST_CONTINUATIONS.to_string());
            self.findings.push(about(finding, first, &without_head(lost)));
        }
    }

    fn repeats(&self, frame: &Frame) -> bool {
        self.document.styles.frames.get(&frame.name).is_some_and(|style| style.repeats)
    }

    /// The slide itself, or slides on which each of its parts has the whole room, where one of
    /// these has a word, figure or chart that is too wide for its share of the room.
    fn apart(&self, slide: Slide) -> Vec<Slide> {
        let wide = |frame: &Frame| {
            let style = self.document.styles.frames.get(&frame.name)?;
            style.goes_on_in.clone().filter(|_| !slide.continued)
        };
        let crowded =
            |frame: &Frame| wide(frame).is_some_and(|wide| wide != frame.name && self.is_crowded(frame));
        if !slide.frames.iter().any(crowded) {
            return vec![slide];
        }
        let mut first = Slide { frames: Vec::new(), ..slide.clone() };
        let mut parts = Vec::new();
        let figures = slide.frames.iter().any(|frame| wide(frame).is_none() && !self.repeats(frame));
        for frame in &slide.frames {
            let part = wide(frame).map(|name| Frame { name, part: 1, of: 1, ..frame.clone() });
            match part {
                Some(part) if figures || !parts.is_empty() => parts.push(part),
                Some(part) if first.frames.iter().all(|frame| self.repeats(frame)) => first.frames.push(part),
                Some(part) => parts.push(part),
                None => first.frames.push(frame.clone()),
            }
        }
        let further: Vec<Slide> = parts.into_iter().map(|part| self.continuation(&first, part)).collect();
        std::iter::once(first).chain(further).collect()
    }

    /// Whether some piece of a frame has no room in it even at the smallest size.
    fn is_crowded(&self, frame: &Frame) -> bool {
        let Some(style) = self.document.styles.frames.get(&frame.name) else { return false };
        let style = frame.styled(style);
        let mut blocks = frame.blocks.clone();
        self.hyphenate(&mut blocks, &style, Divide::Paragraphs);
        if self.fits(&blocks, &style, smallest_step()) {
            return false;
        }
        let further = style.goes_on_in.as_ref().and_then(|name| self.document.styles.frames.get(name));
        let frames = [&style, further.unwrap_or(&style)];
        self.cut(&blocks, frames, smallest_step()).ranges(0, 1.0, MOST_SLIDES).is_none()
    }

    /// Fits the frames of a slide; gives the slides on which it goes on, one for each frame that
    /// does, as each then has the whole room.
    fn fit(&mut self, slide: &mut Slide) -> Vec<Slide> {
        let mut rest: Vec<Frame> = Vec::new();
        for at in 0..slide.frames.len() {
            let Some(mut frame) = slide.frames.get(at).cloned() else { continue };
            let Some(style) = self.document.styles.frames.get(&frame.name) else { continue };
            let style = frame.styled(style);
            match self.fit_frame(&mut frame, &style) {
                Some(further) => rest.extend(further),
                None if self.fits_dense(&mut frame, &style) => {}
                None => rest.extend(self.fit_smaller(&mut frame, &style, slide)),
            }
            if let Some(own) = slide.frames.get_mut(at) {
                *own = frame;
            }
        }
        match_parts(&mut slide.frames);
        let further: Vec<Slide> = rest.into_iter().map(|rest| self.continuation(slide, rest)).collect();
        further.iter().for_each(|further| self.match_titles(slide, further));
        slide.frames.iter_mut().for_each(|frame| self.balance(frame));
        further
    }

    /// Sets a frame as large as it fits, or leaves it its first part and gives the frames of the
    /// others. `None` where it does not fit.
    fn fit_frame(&self, frame: &mut Frame, style: &FrameStyle) -> Option<Vec<Frame>> {
        if self.fits_whole(frame, style) {
            return Some(Vec::new());
        }
        // A word that is too wide even at the smallest size is divided rather than torn.
        if self.hyphenate(&mut frame.blocks, style, Divide::Paragraphs) && self.fits_whole(frame, style) {
            return Some(Vec::new());
        }
        if let Some(further) = self.divided(frame, style) {
            return Some(further);
        }
        if !self.hyphenate(&mut frame.blocks, style, Divide::Everything) {
            return None;
        }
        if self.fits_whole(frame, style) { Some(Vec::new()) } else { self.divided(frame, style) }
    }

    /// Sets what cannot be divided in letters that all have the smallest size.
    fn fits_dense(&self, frame: &mut Frame, style: &FrameStyle) -> bool {
        let scale = DENSE.into_iter().find(|scale| self.fits(&frame.blocks, style, *scale));
        frame.scale = scale.unwrap_or(frame.scale);
        scale.is_some()
    }

    /// Sets a frame as large as it fits; says whether it does. What goes on from another slide
    /// stays in the size that it has there.
    fn fits_whole(&self, frame: &mut Frame, style: &FrameStyle) -> bool {
        let fitting = self.largest(&frame.blocks, style, frame.scale);
        frame.scale = fitting.unwrap_or(frame.scale);
        fitting.is_some()
    }

    /// Sets what does not fit smaller than is read from a distance, and says so: nothing is lost,
    /// and nothing stands over what is beside it.
    fn fit_smaller(&mut self, frame: &mut Frame, style: &FrameStyle, slide: &Slide) -> Vec<Frame> {
        let charted = frame.blocks.iter().any(|block| matches!(block, Block::Chart(_)));
        let finding = to_shorten(&frame.blocks).map(|block| {
            let finding = Finding::new(match block {
                Block::Table(_) => &messages::SLIDE_TABLE_OVERFLOW,
                _ => &messages::SLIDE_OVERFLOW,
            });
            about(finding.arg("smallest", format!("{:.0}", style.smallest.pt())), slide, block)
        });
        for share in SMALLER.into_iter().filter(|share| !charted || *share >= LEAST_OF_CHARTS) {
            let smallest = Length(style.smallest.pt() * share);
            let small = FrameStyle { smallest, ..style.clone() };
            (frame.smallest, frame.scale) = (Some(smallest), smallest_step() * share);
            let fits = self.fits(&frame.blocks, &small, frame.scale).then(Vec::new);
            if let Some(further) = fits.or_else(|| self.divided(frame, &small)) {
                self.findings.list.extend(finding);
                return further;
            }
        }
        self.findings.list.extend(finding);
        Vec::new()
    }

    /// Leaves a frame the first part of what it holds; gives the frames of the others. `None`
    /// where it cannot be divided.
    fn divided(&self, frame: &mut Frame, style: &FrameStyle) -> Option<Vec<Frame>> {
        let name = style.goes_on_in.clone()?;
        let further = self.document.styles.frames.get(&name)?;
        let further = FrameStyle { smallest: frame.smallest.unwrap_or(further.smallest), ..further.clone() };
        let Division { scale, parts } = self.division(&frame.blocks, [style, &further])?;
        (frame.scale, frame.stand) = (scale, Some(Stand::Top));
        let mut parts = parts.into_iter();
        frame.blocks = parts.next()?;
        let whole = Frame { name, blocks: Vec::new(), part: 1, of: 1, ..frame.clone() };
        Some(parts.map(|blocks| Frame { blocks, ..whole.clone() }).collect())
    }

    /// A title is as large as it is on the slides on which its slide goes on.
    fn match_titles(&self, slide: &mut Slide, further: &Slide) {
        for frame in &mut slide.frames {
            let Some(same) = further.frames.iter().find(|same| same.name == frame.name) else { continue };
            let style = self.document.styles.frames.get(&frame.name).filter(|style| style.repeats);
            let fitting = style.and_then(|style| self.largest(&same.blocks, &same.styled(style), same.scale));
            frame.scale = fitting.map_or(frame.scale, |scale| scale.min(frame.scale));
        }
    }

    fn fits(&self, blocks: &[Block], style: &FrameStyle, scale: f32) -> bool {
        let sheet = self.sizes.at(scale, style.smallest);
        let room = room(style);
        let measured = measured(self.document, self.fonts, (blocks, &sheet), room);
        !measured.torn && !measured.crowded && measured.height <= room.height + TOLERANCE
    }

    /// The largest size, at most `largest`, in which blocks fit their frame.
    fn largest(&self, blocks: &[Block], style: &FrameStyle, largest: f32) -> Option<f32> {
        STEPS.into_iter().find(|scale| *scale <= largest && self.fits(blocks, style, *scale))
    }

    /// Puts soft hyphens into the words that are too wide at the smallest size; says whether there
    /// are any.
    fn hyphenate(&self, blocks: &mut [Block], style: &FrameStyle, divide: Divide) -> bool {
        let sheet = self.sizes.at(smallest_step(), style.smallest);
        let room = room(style).width;
        let mut unsaid = Findings::default();
        let mut builder = Builder::new(self.document, self.fonts, &mut unsaid);
        let mut divided = false;
        for block in blocks {
            divided |= match block {
                Block::Paragraph(paragraph) => {
                    let style = sheet.paragraphs.get(&paragraph.style).unwrap_or(&PLAIN);
                    hyphenate_words(paragraph, style, room, &mut builder)
                }
                Block::Table(table) if divide == Divide::Everything => {
                    hyphenate_cells(table, &sheet, room, &mut builder)
                }
                _ => false,
            };
        }
        divided
    }

    /// Gives the columns of a table that will be divided the widths that they have in the whole.
    fn keep_columns(&self, blocks: &mut [Block], style: &FrameStyle, scale: f32) {
        let sheet = self.sizes.at(scale, style.smallest);
        for block in blocks {
            let mut unsaid = Findings::default();
            let mut builder = Builder::new(self.document, self.fonts, &mut unsaid);
            let flow = builder.frame(std::slice::from_ref(block), &sheet, room(style), Tree::ROOT);
            let edges = flow.tables.first().map_or_else(Vec::new, |table| table.edges.clone());
            drop(builder);
            let Block::Table(table) = block else { continue };
            let whole = edges.last().zip(edges.first()).map_or(0.0, |(last, first)| last - first);
            if whole > 0.0 {
                let share = |pair: &[f64]| Some(((pair[1] - pair[0]) / whole) as f32);
                table.columns = edges.windows(2).map(|pair| Column { share: share(pair) }).collect();
            }
        }
    }

    /// Narrows a frame of words as far as these still have as few lines, which then are about
    /// equally long.
    fn balance(&self, frame: &mut Frame) {
        let Some(style) = self.document.styles.frames.get(&frame.name).filter(|style| style.balanced) else {
            return;
        };
        if !frame.blocks.iter().all(|block| matches!(block, Block::Paragraph(_))) {
            return;
        }
        let style = frame.styled(style);
        let sheet = self.sizes.at(frame.scale, style.smallest);
        let lines = |trim: f32| {
            let room = trimmed(&style, Length(trim));
            let measured = measured(self.document, self.fonts, (&frame.blocks, &sheet), room);
            (measured.lines, measured.torn)
        };
        let whole = lines(0.0);
        if whole.0 <= frame.blocks.len() {
            return;
        }
        let (mut enough, mut too_much) = (0.0, style.width.pt() * MOST_TRIMMED);
        while too_much - enough > 4.0 {
            let middle = f32::midpoint(enough, too_much);
            if lines(middle) == whole { enough = middle } else { too_much = middle }
        }
        // Other programs' letters may be a hair wider.
        frame.trim = Length((enough - HAIR).max(0.0));
    }

    /// Divides content over as few slides as hold it, or over one more where its letters gain by
    /// that; the first part stands in the first of the frames, all others in the second. `None`
    /// where a piece of it has no room even at the smallest size, or where there is nothing to
    /// divide.
    fn division(&self, blocks: &[Block], frames: [&FrameStyle; 2]) -> Option<Division> {
        let smallest = self.cut(blocks, frames, smallest_step());
        let ranges = smallest.ranges(0, 1.0, MOST_SLIDES)?;
        let fewest = ranges.len();
        if fewest == 1 || fewest > MOST_SLIDES {
            return (fewest > 1).then(|| smallest.division(&ranges));
        }
        let largest = |most: usize| {
            let mut cuts = STEPS.into_iter().map(|scale| self.cut(blocks, frames, scale));
            cuts.find(|cut| cut.ranges(0, 1.0, most).is_some_and(|parts| parts.len() <= most))
        };
        let mut best = (largest(fewest).unwrap_or(smallest), fewest);
        if best.0.scale < COMFORTABLE
            && let Some(more) = largest(fewest + 1).filter(|more| more.scale > best.0.scale)
        {
            best = (more, fewest + 1);
        }
        let (cut, count) = best;
        Some(cut.division(&cut.evenly(count)?))
    }

    /// Content whose tables have their columns, to be cut at one size.
    fn cut<'c>(&'c self, blocks: &[Block], frames: [&'c FrameStyle; 2], scale: f32) -> Cut<'c> {
        let mut blocks = blocks.to_vec();
        self.keep_columns(&mut blocks, frames[1], scale);
        Cut { fitter: self, blocks, frames, scale }
    }

    /// The slide that shows what is left, under the same title.
    fn continuation(&self, slide: &Slide, rest: Frame) -> Slide {
        let repeats =
            |frame: &&Frame| self.document.styles.frames.get(&frame.name).is_some_and(|style| style.repeats);
        let repeated: Vec<Frame> = slide.frames.iter().filter(repeats).cloned().collect();
        let (head, foot): (Vec<Frame>, Vec<Frame>) =
            repeated.into_iter().partition(|frame| frame.name == "title");
        let mut frames: Vec<Frame> = head.into_iter().chain([rest]).chain(foot).collect();
        if !slide.continued {
            frames
                .iter_mut()
                .filter(|frame| frame.name == "title")
                .for_each(|frame| mark(&mut frame.blocks, " (продолжение)"));
        }
        Slide { frames, notes: Vec::new(), continued: true }
    }
}

/// What is left of a table says nothing by its heads.
fn without_head(block: &Block) -> Block {
    let mut block = block.clone();
    if let Block::Table(table) = &mut block {
        let head = table.header_rows.min(table.rows.len());
        table.rows.drain(..head);
    }
    block
}

/// What is named where blocks have no room: of paragraphs the longest, else the first block.
fn to_shorten(blocks: &[Block]) -> Option<&Block> {
    let length = |block: &&Block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.plain().chars().count()),
        _ => None,
    };
    let lengths: Option<Vec<usize>> = blocks.iter().map(|block| length(&block)).collect();
    match lengths {
        // Of equally long ones the first.
        Some(_) => blocks.iter().rev().max_by_key(length),
        None => blocks.first(),
    }
}

/// Says on which slide something stands, and how it begins.
fn about(finding: Finding, slide: &Slide, block: &Block) -> Finding {
    let heading = |block: &Block| match block {
        Block::Paragraph(paragraph) if matches!(paragraph.role, Role::Heading(_)) => {
            Some((paragraph.plain(), paragraph.content.first()?.origin().place.clone()))
        }
        _ => None,
    };
    let (title, titled) = slide.frames.iter().flat_map(|frame| &frame.blocks).find_map(heading).unzip();
    let inlines = first_inlines(block);
    let mut words: Vec<String> = inlines.iter().map(|inline| inline.plain().replace('\u{ad}', "")).collect();
    if let Block::Chart(chart) = block {
        words.extend(chart.texts.iter().map(|text| text.text.clone()));
    }
    let finding = finding
        .arg("slide", title.unwrap_or_default())
        .arg("text", words.join(", ").chars().take(40).collect::<String>());
    let begins = || inlines.first().map(|inline| inline.origin().place.clone());
    match written(block).cloned().or(titled).or_else(begins) {
        Some(place) => finding.at(place),
        None => finding,
    }
}

/// Content that is cut into parts at one size: the first for the first of two frames, all others
/// for the second.
struct Cut<'a> {
    fitter: &'a Fitter<'a>,
    blocks: Vec<Block>,
    frames: [&'a FrameStyle; 2],
    scale: f32,
}

impl Cut<'_> {
    fn division(&self, ranges: &[Range<usize>]) -> Division {
        let parts = ranges.iter().map(|range| pieces(&self.blocks, range.clone())).collect();
        Division { scale: self.scale, parts }
    }

    /// At most so many parts that are about equally high: each is as low as it and those after it
    /// can be.
    fn evenly(&self, most: usize) -> Option<Vec<Range<usize>>> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for left in (1..=most).rev() {
            let from = ranges.last().map_or(0, |range| range.end);
            if from < units(&self.blocks) {
                ranges.push(self.lowest(from, left)?);
            }
        }
        Some(ranges)
    }

    /// The first of at most so many parts after the first `from` pieces, which reach as little down
    /// as their number allows.
    fn lowest(&self, from: usize, most: usize) -> Option<Range<usize>> {
        let first = |share: f32| {
            let parts = self.ranges(from, share, most).filter(|parts| parts.len() <= most)?;
            parts.into_iter().next()
        };
        let mut best = first(1.0)?;
        let (mut too_low, mut enough) = (0.0, 1.0);
        for _ in 0..EVEN_TRIES {
            let share = f32::midpoint(too_low, enough);
            match first(share) {
                Some(part) => (best, enough) = (part, share),
                None => too_low = share,
            }
        }
        Some(best)
    }

    /// As many of the pieces after the first `from` as fit a share of each frame; what is left
    /// after `most` parts is one part more. `None` where a piece has no room.
    fn ranges(&self, mut from: usize, share: f32, most: usize) -> Option<Vec<Range<usize>>> {
        let (mut ranges, all) = (Vec::new(), units(&self.blocks));
        let frames = self.frames.map(|style| lower(style, share));
        while from < all {
            let fitting = match ranges.len() {
                full if full >= most => all - from,
                _ => self.fitting(from, &frames[usize::from(from > 0)])?,
            };
            ranges.push(from..from + fitting);
            from += fitting;
        }
        Some(ranges)
    }

    /// How many of the pieces after the first `from` fit a frame, if any do.
    fn fitting(&self, from: usize, style: &FrameStyle) -> Option<usize> {
        let left = units(&self.blocks) - from;
        let fits =
            |count: usize| self.fitter.fits(&pieces(&self.blocks, from..from + count), style, self.scale);
        let (mut fitting, mut too_many) = (0, 1);
        while too_many <= left && fits(too_many) {
            (fitting, too_many) = (too_many, 2 * too_many);
        }
        too_many = too_many.min(left + 1);
        while fitting + 1 < too_many {
            let middle = fitting.midpoint(too_many);
            if fits(middle) { fitting = middle } else { too_many = middle }
        }
        (fitting > 0).then_some(fitting)
    }
}

/// A frame of which only a share of the height is used.
fn lower(style: &FrameStyle, share: f32) -> FrameStyle {
    let padding = 2.0 * style.padding.pt();
    let height = Length((style.height.pt() - padding) * share + padding);
    FrameStyle { height, ..style.clone() }
}

/// The parts of a divided frame are set in one size: the smallest that any of them needs.
fn match_parts(frames: &mut [Frame]) {
    // `figures-upper` and `figures-lower` are rows of one group, `main-2-1` and `main-2-2` parts.
    let group = |name: &str| name.rsplit_once('-').map_or(name, |(group, _)| group).to_owned();
    let needed: Vec<(String, f32, Option<Length>)> =
        frames.iter().map(|frame| (group(&frame.name), frame.scale, frame.smallest)).collect();
    for frame in frames.iter_mut() {
        for (_, scale, smallest) in needed.iter().filter(|(name, ..)| *name == group(&frame.name)) {
            frame.scale = frame.scale.min(*scale);
            frame.smallest = match (frame.smallest, *smallest) {
                (Some(own), Some(other)) => Some(Length(own.pt().min(other.pt()))),
                (own, other) => own.or(other),
            };
        }
    }
}

/// Words after a title or a number: « (продолжение)», «.2».
fn mark(blocks: &mut [Block], words: &str) {
    let Some(Block::Paragraph(paragraph)) = blocks.last_mut() else { return };
    let Some(last) = paragraph.content.last() else { return };
    let (bold, italic) = match last {
        Inline::Text(text) | Inline::Reference { text, .. } => (text.bold, text.italic),
        Inline::Break(_) => (false, false),
    };
    let origin = crate::document::Origin { figure: None, ..last.origin().clone() };
    let text = words.to_owned();
    paragraph.content.push(Inline::Text(Text { text, bold, italic, origin }));
}

/// Where the pack asks for what its own files do not hold.
fn written(block: &Block) -> Option<&Place> {
    match block {
        Block::Table(table) => table.written.as_ref(),
        Block::Chart(chart) => Some(&chart.origin.place),
        Block::Picture(picture) => Some(&picture.written),
        _ => None,
    }
}

/// How a block begins: its first words, the heads of a table.
fn first_inlines(block: &Block) -> Vec<&Inline> {
    match block {
        Block::Paragraph(paragraph) => paragraph.content.first().into_iter().collect(),
        Block::List(list) => {
            let blocks = list.items.iter().flat_map(|item| &item.blocks);
            blocks.map(first_inlines).find(|found| !found.is_empty()).unwrap_or_default()
        }
        Block::Table(table) => {
            let cells = table.rows.iter().take(1).flat_map(|row| &row.cells);
            cells.flat_map(|cell| &cell.content).filter_map(|paragraph| paragraph.content.first()).collect()
        }
        Block::Columns(columns) => {
            let parts = columns.parts.iter().flat_map(|(_, part)| part);
            parts.filter_map(|paragraph| paragraph.content.first()).take(1).collect()
        }
        Block::Picture(picture) => caption_of(picture.caption.as_ref()),
        Block::Chart(chart) => caption_of(chart.caption.as_ref()),
        Block::Aside(aside) => {
            aside.content.iter().filter_map(|paragraph| paragraph.content.first()).take(1).collect()
        }
        Block::PageBreak => Vec::new(),
    }
}

fn caption_of(caption: Option<&Paragraph>) -> Vec<&Inline> {
    caption.and_then(|caption| caption.content.first()).into_iter().collect()
}
