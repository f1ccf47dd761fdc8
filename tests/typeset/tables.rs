//! Tables on pages.

use crate::dump::{dump, page_lines, text, tree_text, words};
use crate::paper::*;
use avgust::document::{Block, CellAlign, Column, Columns, Document, Length, Role, Section, Table};
use avgust::source::Findings;
use avgust::typeset::{Item, Mark, Pages, TableMeasure, fit_tables};

fn on_pages(table: Table, lines: u16) -> Pages {
    pages(&on_small_pages(document(vec![Block::Table(table)]), 300.0, lines))
}

/// The words on each page that are repeated or running, one after the other.
fn repeated(pages: &Pages) -> Vec<String> {
    let artifacts = |page: &avgust::typeset::Page| {
        page.runs.iter().filter(|run| run.mark == Mark::Pagination).map(words).collect::<Vec<_>>().join("|")
    };
    pages.pages.iter().map(artifacts).collect()
}

fn long_table(rows: usize) -> Table {
    let names: Vec<String> = (1..=rows).map(|row| format!("р{row}")).collect();
    let mut cells: Vec<Vec<&str>> = vec![vec!["Район", "Число"]];
    cells.extend(names.iter().map(|name| vec![name.as_str(), "0"]));
    let mut table = table(1, &cells.iter().map(Vec::as_slice).collect::<Vec<_>>());
    table.continuation = Some(paragraph("flush", "Продолжение"));
    table
}

#[test]
fn header_rows_and_the_continuation_are_repeated_as_artifacts() {
    let found = on_pages(long_table(20), 8);
    let pages = found.pages.len();
    assert!(pages > 2);
    let expected: Vec<String> = (1..=pages)
        .map(|page| {
            if page == 1 {
                String::new()
            } else {
                format!("ПродолжениеРайонЧисло|{page}")
            }
        })
        .collect();
    assert_eq!(repeated(&found), expected);
    assert_eq!(tree_text(&found).matches("Район").count(), 1);
}

/// Pages of a long table whose continuation has the size of a cell, numbers in `style` above it; and
/// where the continuation's baseline stands on the second page, in points from the paper's edge.
fn continued(style: &str, caption: bool) -> (Pages, Option<f32>) {
    let mut table = long_table(20);
    table.continuation = caption.then(|| paragraph("cell", "Продолжение"));
    let mut styles = sheet();
    if let Some(numbers) = &mut styles.page.numbers {
        numbers.style = style.to_owned();
    }
    let document = with_sheet(styles, vec![Section::of(vec![Block::Table(table)])]);
    let found = pages(&on_small_pages(document, 300.0, 8));
    let texts =
        found.pages[1].runs.iter().filter(|run| run.mark == Mark::Pagination).flat_map(|run| &run.items);
    let mut baselines = texts.filter_map(|item| match item {
        Item::Text(run) if &*run.text == "Продолжение" => Some(run.y),
        _ => None,
    });
    let baseline = baselines.next();
    (found, baseline)
}

#[test]
fn a_continuation_stands_in_the_margin_and_takes_no_room() {
    let top = Length::mm(20.0).pt();
    let (found, baseline) = continued("cell", true);
    let baseline = baseline.expect("a continuation");
    // Its line ends where the text begins: 12 pt of Tinos reach 2.6 pt below their baseline.
    assert!((top - baseline - 2.6).abs() < 0.2, "{baseline} of {top}");
    let lines = |pages: &Pages| -> Vec<usize> {
        pages
            .pages
            .iter()
            .map(|page| page.runs.iter().filter(|run| matches!(run.mark, Mark::Node(_))).count())
            .collect()
    };
    assert_eq!(lines(&found), lines(&continued("cell", false).0));
}

#[test]
fn a_continuation_that_the_margin_has_no_room_for_takes_that_of_the_table() {
    // A number of 14 pt leaves 12.2 pt above the text, a line of 12 pt wants 13.8.
    let baseline = continued("flush", true).1.expect("a continuation");
    assert!(baseline > Length::mm(20.0).pt() + 10.0, "{baseline}");
}

#[test]
fn a_header_never_stands_without_a_row() {
    for filler in 0..12 {
        let mut blocks: Vec<Block> = (0..filler).map(|_| lines("flush", "т", 1)).collect();
        let mut table = long_table(3);
        table.caption = Some(of("flush", Role::Caption, vec![plain("Таблица 1")]));
        blocks.push(Block::Table(table));
        let found = page_lines(&pages(&on_small_pages(document(blocks), 300.0, 6)));
        for page in &found {
            let last = page.last().expect("no page is empty");
            assert!(!last.contains("Район") && !last.contains("Таблица"), "{found:?}");
        }
    }
}

#[test]
fn a_row_higher_than_a_page_is_divided() {
    let long = (1..=90).map(|word| format!("слово{word}")).collect::<Vec<_>>().join(" ");
    let found = on_pages(table(1, &[&["№", "Что"], &["1", &long]]), 6);
    assert!(found.pages.len() > 1);
    assert_eq!(tree_text(&found), format!("№Что1{long}"));
    let limit = found.pages[0].height - Length::mm(20.0).pt() + 0.1;
    for run in found.pages.iter().flat_map(|page| &page.runs).flat_map(|run| &run.items).filter_map(text) {
        assert!(run.y < limit, "{} stands below the page", run.text);
    }
}

#[test]
fn rows_that_fit_on_a_page_are_never_divided() {
    let words = "слово ".repeat(14);
    let rows: Vec<Vec<&str>> = (0..6).map(|_| vec!["№", words.trim_end()]).collect();
    let found = on_pages(table(0, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>()), 10);
    for page in page_lines(&found) {
        assert!(page.first().is_some_and(|line| line.starts_with('№')), "{page:?}");
    }
}

#[test]
fn a_cell_over_several_rows_goes_on_on_the_next_page() {
    let long = (1..=60).map(|word| format!("слово{word}")).collect::<Vec<_>>().join(" ");
    let merged = format!("1x4:{long}");
    let found = on_pages(table(0, &[&[&merged, "а"], &["б"], &["в"], &["г"]]), 5);
    assert!(found.pages.len() > 1);
    let read = tree_text(&found);
    assert_eq!(read, format!("{long}абвг"));
}

#[test]
fn a_merged_cell_makes_the_last_of_its_rows_higher() {
    let found = on_pages(table(0, &[&["1x2:слово\nслово\nслово\nслово", "а"], &["б"], &["в", "г"]]), 20);
    let y = |name: &str| {
        let runs = found.pages[0].runs.iter().flat_map(|run| &run.items).filter_map(text);
        runs.filter(|run| run.text == name).map(|run| run.y).next().expect("the cell is there")
    };
    assert!((y("б") - y("а") - 16.3).abs() < 0.1, "{}", y("б") - y("а"));
    assert!(y("в") - y("б") > 30.0);
}

#[test]
fn figures_stand_with_their_commas_one_under_the_other() {
    let mut table = table(0, &[&["а", "1,25"], &["б", "100,5"], &["в", "7"], &["г", "–"]]);
    table.rows.iter_mut().for_each(|row| row.cells[1].align = CellAlign::Decimal);
    let found = on_pages(table, 20);
    let runs = found.pages[0].runs.iter().flat_map(|run| &run.items).filter_map(text);
    let comma = |run: &avgust::typeset::TextRun| {
        let end = run.text.find(',').unwrap_or(run.text.len()) as u32;
        run.x + run.glyphs.iter().filter(|glyph| glyph.start < end).map(|glyph| glyph.advance).sum::<f32>()
    };
    let [TableMeasure { columns: widths, figures, .. }] = found.tables.as_slice() else {
        panic!("one table")
    };
    assert_eq!(figures[..], [None, Some(0.0), None, Some(6.0), None, Some(15.0), None, None]);
    let mut commas: Vec<f32> = runs.filter(|run| run.x > 150.0).map(comma).collect();
    assert_eq!(commas.len(), 4);
    // What is no figure stands in the middle.
    let dash = commas.pop().expect("a dash");
    let middle = Length::mm(30.0).pt() + 300.0 - widths[1] / 2.0 + 3.0;
    assert!((dash - middle).abs() < 0.05, "{dash} {middle}");
    // The longest fraction, `,25`, ends at the cell's right edge: 300 wide, padding 4.
    let expected = Length::mm(30.0).pt() + 300.0 - 4.0 - 15.0;
    assert!(commas.iter().all(|x| (x - expected).abs() < 0.05), "{commas:?} {expected}");
}

#[test]
fn rules_pass_around_merged_cells() {
    let found = on_pages(table(0, &[&["2x1:шапка"], &["1x2:а", "б"], &["в"]]), 20);
    let mut levels: Vec<f32> = Vec::new();
    let mut uprights = Vec::new();
    for item in found.pages[0].runs.iter().flat_map(|run| &run.items) {
        match item {
            Item::Line { from, to, .. } if from.1 == to.1 => levels.push(to.0 - from.0),
            Item::Line { from, to, .. } => uprights.push(to.1 - from.1),
            _ => {}
        }
    }
    let half = levels.iter().filter(|width| **width < 299.0).count();
    assert_eq!((levels.len(), half, uprights.len()), (4, 1, 3));
    let tall = uprights.iter().copied().fold(0.0, f32::max);
    assert_eq!(
        uprights.iter().filter(|height| **height < tall).count(),
        1,
        "the middle rule spares the heading"
    );
}

#[test]
fn columns_are_as_wide_on_paper_as_other_writers_are_told() {
    let mut table = table(0, &[&["слово", "другое слово", "0"]]);
    table.columns[2] = Column { share: Some(0.5) };
    let found = on_pages(table, 20);
    let [TableMeasure { columns: widths, .. }] = found.tables.as_slice() else { panic!("one table") };
    assert_eq!(widths[2], 150.0);
    let lines = found.pages[0].runs[0].items.iter().filter_map(|item| match item {
        Item::Line { from, to, .. } if from.0 == to.0 => Some(from.0 - Length::mm(30.0).pt()),
        _ => None,
    });
    let edges: Vec<f32> = lines.collect();
    let expected = [0.0, widths[0], widths[0] + widths[1], 300.0];
    assert!(edges.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.01), "{edges:?} {expected:?}");
}

#[test]
fn a_signature_after_a_table_takes_its_last_rows_with_it() {
    let part = (1.0, vec![paragraph("flush", "Председатель")]);
    let signature = Columns { parts: vec![part], bottom: true, keep_next: false, keep_lines_before: 3 };
    let blocks = vec![body("т"), Block::Table(long_table(9)), Block::Columns(signature)];
    let found = page_lines(&pages(&on_small_pages(document(blocks), 300.0, 8)));
    let last = found.last().expect("pages").join(" ");
    assert!(found.len() == 2 && last.ends_with("р80 р90 Председатель"), "{found:?}");
}

#[test]
fn a_row_higher_than_the_page_ends_even_without_words() {
    let mut styles = sheet();
    styles.tables.values_mut().for_each(|style| style.padding_y = Length(900.0));
    let mut blank = table(0, &[&["1x2:а", "б"], &["в"]]);
    blank.rows[0].cells[1].content.clear();
    let section = Section::of(vec![Block::Table(blank), body("г")]);
    assert_eq!(tree_text(&pages(&with_sheet(styles, vec![section]))), "авг");
}

#[test]
fn odd_tables_neither_panic_nor_lose_words() {
    let mut empty = table(3, &[]);
    empty.header_rows = 9;
    let ragged = table(7, &[&["9x9:а", "б"], &["в"], &["г", "д", "е", "ж"]]);
    let document: Document = document(vec![Block::Table(empty), Block::Table(ragged)]);
    let found = pages(&document);
    assert_eq!(tree_text(&found), "абвгдеж");
    assert!(dump(&found).contains("TableHead"));
}

#[test]
fn the_last_page_of_a_table_says_that_it_ends() {
    let mut table = long_table(20);
    table.ending = Some(Box::new(paragraph("flush", "Окончание")));
    let found = repeated(&on_pages(table, 8));
    let (last, further) = found.split_last().expect("pages");
    assert!(last.starts_with("Окончание"), "{found:?}");
    assert!(
        further.len() > 1 && further.iter().skip(1).all(|page| page.starts_with("Продолжение")),
        "{found:?}"
    );
}

#[test]
fn rows_that_one_cell_names_stay_on_one_page() {
    for filler in 0..8 {
        let mut blocks: Vec<Block> = (0..filler).map(|_| lines("flush", "т", 1)).collect();
        let rows: [&[&str]; 7] =
            [&["Район", "Школа"], &["1x3:А1", "а"], &["б"], &["А3"], &["1x3:Б1", "г"], &["д"], &["Б3"]];
        blocks.push(Block::Table(table(1, &rows)));
        let found = page_lines(&pages(&on_small_pages(document(blocks), 300.0, 8)));
        for group in [["А1", "А3"], ["Б1", "Б3"]] {
            let page = |word: &str| found.iter().position(|page| page.iter().any(|line| line.contains(word)));
            assert_eq!(page(group[0]), page(group[1]), "{filler}: {found:?}");
        }
    }
}

#[test]
fn a_row_that_stays_with_the_next_never_ends_a_page() {
    for filler in 0..8 {
        let mut blocks: Vec<Block> = (0..filler).map(|_| lines("flush", "т", 1)).collect();
        let rows: [&[&str]; 6] =
            [&["Район", "Школа"], &["2x1:ГА"], &["а", "1"], &["б", "2"], &["2x1:ГБ"], &["в", "3"]];
        let mut grouped = table(1, &rows);
        for row in [1, 4] {
            grouped.rows[row].cells[0].content[0].style = "heading".into();
        }
        blocks.push(Block::Table(grouped));
        let found = page_lines(&pages(&on_small_pages(document(blocks), 300.0, 6)));
        for page in &found {
            let last = page.last().expect("no page is empty");
            assert!(!last.contains('Г'), "{filler}: {found:?}");
        }
    }
}

/// A table as it is fitted into a text `width` wide, with what was said, and its pages.
fn fitted(table: Table, width: f32) -> (Document, Vec<&'static str>, Pages) {
    let mut findings = Findings::default();
    let document = on_small_pages(document(vec![Block::Table(table)]), width, 40);
    let document = fit_tables(document, fonts(), &mut findings);
    let found = pages(&document);
    (document, findings.list.iter().map(|finding| finding.message.code).collect(), found)
}

/// The sizes of letters of a page.
fn sizes(pages: &Pages) -> Vec<f32> {
    let mut sizes: Vec<f32> =
        pages.pages[0].runs.iter().flat_map(|run| &run.items).filter_map(text).map(|run| run.size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.dedup();
    sizes
}

#[test]
fn words_of_cells_are_never_torn() {
    let words = ["Организация,", "Наполняемость,", "Педагоги,"];
    let (mut seen, mut width) = (Vec::new(), 270.0);
    while width > 60.0 {
        let (document, said, found) = fitted(table(1, &[&words, &["1", "2", "3"]]), width);
        let lines = page_lines(&found).concat().join(" ");
        let Block::Table(own) = &document.sections[0].blocks[0] else { panic!("a table") };
        let narrow = own.style.ends_with("-narrow");
        let hyphens = lines.contains('\u{ad}');
        if said.is_empty() {
            let whole = tree_text(&found).replace('\u{ad}', "");
            assert!(words.iter().all(|word| whole.contains(word)), "{width}: {lines}");
            let torn = words.iter().any(|word| !lines.contains(word));
            assert!(!torn || hyphens, "{width}: {lines}");
        }
        let state = (narrow, sizes(&found), hyphens, said);
        if seen.last() != Some(&state) {
            seen.push(state);
        }
        width -= 1.0;
    }
    let quiet = |narrow, size: f32, hyphens| (narrow, vec![size], hyphens, Vec::<&str>::new());
    assert_eq!(
        seen[..4],
        [
            quiet(false, 12.0, false),
            quiet(true, 12.0, false),
            quiet(true, 11.0, false),
            quiet(true, 10.0, false)
        ]
    );
    assert_eq!(seen[4], quiet(true, 10.0, true));
    assert_eq!(seen.last().expect("a state").3, ["table-too-narrow"]);
}

#[test]
fn room_goes_where_it_saves_lines_and_a_head_wraps_before_a_body() {
    let rows: [&[&str]; 4] = [
        &["Раздел", "Прирост к прошлому году"],
        &["Дошкольное образование", "1"],
        &["Дополнительное образование", "2"],
        &["Общее образование", "3"],
    ];
    let found = page_lines(&on_pages_of(table(1, &rows), 240.0)).concat();
    let body: Vec<&String> = found.iter().filter(|line| line.contains("образование")).collect();
    assert_eq!(body.len(), 3, "{found:?}");
    assert!(
        ["Дошкольное", "Дополнительное", "Общее"]
            .iter()
            .all(|word| body.iter().any(|line| line.contains(word)))
    );
    assert!(!found.iter().any(|line| line.contains("Прирост к прошлому")), "{found:?}");
}

fn on_pages_of(table: Table, width: f32) -> Pages {
    pages(&on_small_pages(document(vec![Block::Table(table)]), width, 20))
}
