//! Whatever the page: every character stands in the tree once and in order.

use crate::dump::tree_text;
use crate::paper::*;
use avgust::document::{
    Block, CellAlign, Columns, Document, Inline, Item, List, Marker, Row, Section, Table,
};
use proptest::prelude::*;

/// What a reader gets of blocks: labels with their space, then the words.
fn expected(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => out.push_str(&paragraph.plain()),
            Block::List(list) => {
                for item in &list.items {
                    if !item.label.is_empty() {
                        out.push_str(&item.label);
                        out.push(' ');
                    }
                    expected(&item.blocks, out);
                }
            }
            Block::Table(table) => {
                out.extend(table.caption.iter().map(|caption| caption.plain()));
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                out.extend(cells.flat_map(|cell| &cell.content).map(|paragraph| paragraph.plain()));
            }
            Block::Aside(aside) => out.extend(aside.content.iter().map(|paragraph| paragraph.plain())),
            Block::Columns(columns) => {
                let parts = columns.parts.iter().flat_map(|(_, paragraphs)| paragraphs);
                out.extend(parts.map(|paragraph| paragraph.plain()));
            }
            Block::Chart(chart) => out.extend(chart.caption.iter().map(|caption| caption.plain())),
            Block::Picture(one) => out.extend(one.caption.iter().map(|caption| caption.plain())),
            Block::PageBreak => {}
        }
    }
}

/// Hyphens that are seen at line ends only and line breaks are not letters of the text.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{ad}' | '\n' | ' ')).collect()
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "([а-яё«»№0-9—-]{1,12}[ \u{a0}]){0,30}[а-я]{1,40}",
        "[А-ЯҔҥө]{1,60}",
        "(за\u{301}мок |сло\u{ad}во |1\u{a0}025,5 |и/или ){0,12}",
        Just(String::new()),
    ]
}

fn paragraphs() -> impl Strategy<Value = Block> {
    let style = prop_oneof![Just("body"), Just("heading"), Just("deadline"), Just("title"), Just("optimum")];
    (style, words(), words()).prop_map(|(style, first, second)| {
        let content = vec![plain(&first), bold(&second), Inline::Break(origin()), plain(&first)];
        Block::Paragraph(of(style, avgust::document::Role::Body, content))
    })
}

fn tables() -> impl Strategy<Value = Block> {
    let cell = (words(), 1..4_u16, 1..5_u16, 0..4_u8).prop_map(|(words, columns, rows, align)| {
        let align =
            [CellAlign::Start, CellAlign::Center, CellAlign::End, CellAlign::Decimal][usize::from(align)];
        avgust::document::Cell { columns, rows, align, ..cell(&words) }
    });
    let rows = prop::collection::vec(prop::collection::vec(cell, 0..4), 0..8);
    (rows, 0..3_usize, any::<bool>()).prop_map(|(rows, header_rows, captioned)| {
        let rows: Vec<Row> = rows.into_iter().map(|cells| Row { cells }).collect();
        let words = |words: &str| captioned.then(|| paragraph("flush", words));
        let (caption, continuation) = (words("Таблица 1"), words("Продолжение таблицы 1"));
        Block::Table(Table { caption, continuation, rows, header_rows, ..table(0, &[&["а", "б", "в"]]) })
    })
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let columns =
        (words(), words(), any::<bool>(), 0..5_u8).prop_map(|(left, right, bottom, keep_lines_before)| {
            let part = |words: &str| (0.5, vec![paragraph("flush", words), paragraph("flush", "имя")]);
            Block::Columns(Columns {
                parts: vec![part(&left), part(&right)],
                bottom,
                keep_next: bottom,
                keep_lines_before,
            })
        });
    let leaf = prop_oneof![6 => paragraphs(), 2 => tables(), 1 => columns, 1 => Just(Block::PageBreak)];
    let block = leaf.prop_recursive(2, 12, 4, |inner| {
        let item = ("([1-9а-е][.)]|)", prop::collection::vec(inner, 0..3));
        let item = item.prop_map(|(label, blocks)| Item { label, anchor: None, blocks });
        prop::collection::vec(item, 0..3).prop_map(|items| {
            Block::List(List { marker: Marker::Decimal, level: 0, sequence: 0, continued: false, items })
        })
    });
    prop::collection::vec(block, 0..8)
}

fn check(document: &Document) -> Result<(), TestCaseError> {
    let found = pages(document);
    let mut wanted = String::new();
    document.sections.iter().for_each(|section| expected(&section.blocks, &mut wanted));
    prop_assert_eq!(letters(&tree_text(&found)), letters(&wanted));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn every_character_is_read_once_and_in_order(
        blocks in blocks(), width in 20.0..400.0_f32, lines in 1..20_u16, landscape in any::<bool>(),
    ) {
        let document = with_sheet(sheet(), vec![Section { landscape, ..Section::of(blocks) }]);
        check(&on_small_pages(document, width, lines))?;
    }
}
