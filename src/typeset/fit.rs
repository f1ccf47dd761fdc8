//! Tables whose words are wider than the page lets them be.
//!
//! [`fit_tables`] changes the document, so that every format sets the same table: less room beside
//! the words, then smaller letters, then hyphens (soft ones, at which both word processors and we
//! divide a word with a visible hyphen). What is too narrow even then is said in `findings`.

use super::builder::{Builder, PLAIN};
use super::fonts::Fonts;
use super::grid::Grid;
use super::hyphens::hyphens;
use super::messages;
use super::parts::fit_parts;
use super::story::Story;
use super::widths::{SLACK, leveled, needs};
use crate::document::{Block, Document, Inline, Length, Paragraph, ParagraphStyle, StyleSheet, Table, Text};
use crate::source::{Finding, Findings};
use std::sync::Arc;

/// The least room between a cell's edge and its words.
const NARROW: Length = Length::mm(1.2);
/// The least size of letters, pt.
const SMALLEST: f32 = 10.0;

/// How much smaller than its style a table is set: less room beside words, and by so many points
/// smaller letters.
const STEPS: [Step; 3] = [Step { points: 0.0 }, Step { points: 1.0 }, Step { points: 2.0 }];

#[derive(Clone, Copy)]
struct Step {
    points: f32,
}

/// Makes the words of every table fit its columns.
pub fn fit_tables(mut document: Document, fonts: &Fonts, findings: &mut Findings) -> Document {
    let mut sections = std::mem::take(&mut document.sections);
    for section in &mut sections {
        let width = f64::from(document.styles.page.text_width(section.landscape).pt());
        each_table(&mut section.blocks, &mut |table| {
            fit(table, &mut document, fonts, width, findings);
        });
        for block in &mut section.blocks {
            if let Block::Columns(columns) = block {
                fit_parts(columns, &document, fonts, width);
            }
        }
    }
    document.sections = sections;
    document
}

fn each_table(blocks: &mut [Block], act: &mut dyn FnMut(&mut Table)) {
    for block in blocks {
        match block {
            Block::Table(table) => act(table),
            Block::List(list) => list.items.iter_mut().for_each(|item| each_table(&mut item.blocks, act)),
            _ => {}
        }
    }
}

/// Fits one table; the styles that it takes are added to the document's.
fn fit(table: &mut Table, document: &mut Document, fonts: &Fonts, width: f64, findings: &mut Findings) {
    let fits = |table: &Table, document: &Document| {
        measured(table, document, fonts).least.iter().sum::<f64>() <= width
    };
    if fits(table, document) {
        return;
    }
    let original = table.clone();
    for step in STEPS {
        *table = original.clone();
        restyle(table, document, step);
        if fits(table, document) {
            return;
        }
    }
    hyphenate(table, document, fonts, width);
    if !fits(table, document) {
        findings.push(too_narrow(table, &measured(table, document, fonts), width));
    }
}

/// What the columns of a table ask for.
struct Measured {
    grid: Grid,
    /// The words of each cell.
    stories: Vec<Vec<Story>>,
    /// The width of the widest word of each column, with the room beside it.
    least: Vec<f64>,
    /// The room beside it.
    around: f64,
}

fn measured(table: &Table, document: &Document, fonts: &Fonts) -> Measured {
    let mut unsaid = Findings::default();
    let mut builder = Builder::new(document, fonts.family(&document.styles.font), &mut unsaid);
    measured_in(table, &document.styles, &mut builder)
}

fn measured_in(table: &Table, styles: &StyleSheet, builder: &mut Builder<'_>) -> Measured {
    let grid = Grid::new(table);
    let mut tell = |one: &Paragraph| {
        let style = styles.paragraphs.get(&one.style).unwrap_or(&PLAIN);
        builder.tell(style, "", &one.content)
    };
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let stories: Vec<Vec<Story>> = cells.map(|cell| cell.content.iter().map(&mut tell).collect()).collect();
    let padding = styles.tables.get(&table.style).map_or(0.0, |style| f64::from(style.padding_x.pt()));
    let told: Vec<Vec<&Story>> = stories.iter().map(|cell| cell.iter().collect()).collect();
    let least = needs(table, &grid, &told, padding).iter().map(|need| need.least).collect();
    Measured { grid, stories, least, around: 2.0 * (padding + SLACK) }
}

/// Gives a table and its cells smaller styles.
fn restyle(table: &mut Table, document: &mut Document, step: Step) {
    let sheet = Arc::make_mut(&mut document.styles);
    table.style = narrower(sheet, &table.style);
    let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
    for paragraph in cells.flat_map(|cell| &mut cell.content) {
        paragraph.style = smaller(sheet, &paragraph.style, step.points);
    }
}

/// The name of a table style with less room beside words.
fn narrower(sheet: &mut StyleSheet, name: &str) -> String {
    let Some(style) = sheet.tables.get(name).filter(|style| style.padding_x > NARROW).cloned() else {
        return name.to_owned();
    };
    let narrow = format!("{name}-narrow");
    let title = format!("{}, узкие поля", style.title);
    sheet.tables.entry(narrow.clone()).or_insert(crate::document::TableStyle {
        title,
        padding_x: NARROW,
        ..style
    });
    narrow
}

/// The name of a paragraph style whose letters are so many points smaller.
fn smaller(sheet: &mut StyleSheet, name: &str, points: f32) -> String {
    let Some(style) = sheet.paragraphs.get(name).cloned() else { return name.to_owned() };
    let size = (style.size.pt() - points).max(SMALLEST.min(style.size.pt()));
    if size >= style.size.pt() {
        return name.to_owned();
    }
    let own = format!("{name}-{size}");
    let title = format!("{}, кегль {}", style.title, size.to_string().replace('.', ","));
    let style = ParagraphStyle { title, size: Length(size), ..style };
    sheet.paragraphs.entry(own.clone()).or_insert(style);
    own
}

fn hyphenate(table: &mut Table, document: &Document, fonts: &Fonts, width: f64) {
    let mut unsaid = Findings::default();
    let mut builder = Builder::new(document, fonts.family(&document.styles.font), &mut unsaid);
    hyphenate_cells(table, &document.styles, width, &mut builder);
}

/// Puts soft hyphens into the words that their columns cannot hold in a table of that width; says
/// whether there are any now.
pub(super) fn hyphenate_cells(
    table: &mut Table,
    styles: &StyleSheet,
    width: f64,
    builder: &mut Builder<'_>,
) -> bool {
    let found = measured_in(table, styles, builder);
    let room = leveled(&found.least, width);
    let mut divided = false;
    let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
    for ((cell, place), stories) in cells.zip(&found.grid.cells).zip(&found.stories) {
        let covered = room.iter().skip(place.column).take(place.columns);
        let room = covered.sum::<f64>() - found.around;
        for (paragraph, story) in cell.content.iter_mut().zip(stories) {
            if story.extremes().0 <= room {
                continue;
            }
            let style = styles.paragraphs.get(&paragraph.style).unwrap_or(&PLAIN);
            divided |= hyphenate_words(paragraph, style, room, builder);
        }
    }
    divided
}

/// Puts soft hyphens into the words of a paragraph that are wider than `room` points in a style;
/// says whether it has any now.
pub(super) fn hyphenate_words(
    paragraph: &mut Paragraph,
    style: &ParagraphStyle,
    room: f64,
    builder: &mut Builder<'_>,
) -> bool {
    let mut divided = false;
    for inline in &mut paragraph.content {
        let Inline::Text(text) = inline else { continue };
        let mut wide = |word: &str| {
            let word = Text { text: word.to_owned(), ..text.clone() };
            builder.tell(style, "", &[Inline::Text(word)]).extremes().0 > room
        };
        text.text = with_hyphens(&text.text, &mut wide);
        divided |= text.text.contains('\u{ad}');
    }
    divided
}

/// A text with soft hyphens in those of its words that are too wide.
fn with_hyphens(text: &str, wide: &mut dyn FnMut(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        let places = if wide(word.trim_end()) { hyphens(word, 0) } else { Vec::new() };
        let mut from = 0;
        for at in places {
            out.push_str(word.get(from..at).unwrap_or_default());
            out.push('\u{ad}');
            from = at;
        }
        out.push_str(word.get(from..).unwrap_or_default());
    }
    out
}

/// Says which column has a word that it cannot hold.
fn too_narrow(table: &Table, found: &Measured, width: f64) -> Finding {
    let room = leveled(&found.least, width);
    let lacks = |column: usize| {
        found.least.get(column).zip(room.get(column)).map_or(0.0, |(least, room)| least - room)
    };
    let column = (0..room.len()).max_by(|a, b| lacks(*a).total_cmp(&lacks(*b))).unwrap_or_default();
    let cells: Vec<_> = table.rows.iter().flat_map(|row| &row.cells).collect();
    let own =
        found.grid.cells.iter().enumerate().filter(|(_, place)| place.column == column && place.columns == 1);
    let widest = own.clone().max_by(|(a, _), (b, _)| widest(found, *a).total_cmp(&widest(found, *b)));
    let words = |index: usize| {
        let content = cells.get(index).map_or(&[][..], |cell| &cell.content);
        content.iter().map(Paragraph::plain).collect::<Vec<_>>().join(" ").replace(['\u{ad}', '\n'], "")
    };
    let head = own.clone().rfind(|(_, place)| place.row < table.header_rows).map(|(index, _)| words(index));
    let heads =
        || (0..cells.len()).take_while(|index| in_head(table, found, *index)).map(words).collect::<Vec<_>>();
    let name = table.caption.as_ref().map_or_else(|| heads().join(", "), Paragraph::plain);
    let finding = Finding::new(&messages::TABLE_TOO_NARROW)
        .arg("table", name)
        .arg("column", head.unwrap_or_else(|| (column + 1).to_string()))
        .arg("text", widest.map(|(index, _)| words(index)).unwrap_or_default());
    let place = widest.and_then(|(index, _)| cells.get(index)?.content.first()?.content.first());
    match place {
        Some(inline) => finding.at(inline.origin().place.clone()),
        None => finding,
    }
}

fn in_head(table: &Table, found: &Measured, index: usize) -> bool {
    found.grid.cells.get(index).is_some_and(|place| place.row < table.header_rows)
}

/// The width of the widest word of a cell.
fn widest(found: &Measured, index: usize) -> f64 {
    let stories = found.stories.get(index).map_or(&[][..], Vec::as_slice);
    stories.iter().map(|story| story.extremes().0).fold(0.0, f64::max)
}
