//! Where lines and pages end.

use crate::dump::{page_lines, text};
use crate::paper::*;
use avgust::document::{Align, Block, Columns, Length, ParagraphStyle, Section};
use avgust::typeset::{Item, Mark, Pages};

/// Names of the lines on each page, in one word.
fn names(pages: &Pages) -> Vec<String> {
    page_lines(pages).iter().map(|page| page.join(" ")).collect()
}

fn small(blocks: Vec<Block>, lines: u16) -> Vec<String> {
    names(&pages(&on_small_pages(document(blocks), 300.0, lines)))
}

#[test]
fn a_single_first_line_goes_to_the_next_page() {
    let found = small(vec![lines("body", "а", 4), lines("body", "б", 4)], 5);
    assert_eq!(found, ["а1 а2 а3 а4", "б1 б2 б3 б4"]);
}

#[test]
fn a_single_last_line_takes_another_with_it() {
    assert_eq!(small(vec![lines("body", "а", 6)], 5), ["а1 а2 а3 а4", "а5 а6"]);
}

#[test]
fn three_lines_are_never_divided() {
    let found = small(vec![lines("body", "а", 3), lines("body", "б", 3)], 5);
    assert_eq!(found, ["а1 а2 а3", "б1 б2 б3"]);
}

#[test]
fn headings_stay_with_the_text_below_them() {
    let blocks = vec![
        lines("body", "а", 3),
        lines("heading", "г", 1),
        lines("heading", "д", 1),
        lines("body", "б", 3),
    ];
    assert_eq!(small(blocks, 6), ["а1 а2 а3", "г1 д1 б1 б2 б3"]);
}

#[test]
fn a_deadline_stays_with_its_whole_task() {
    let blocks = vec![lines("body", "а", 3), lines("body", "б", 4), lines("deadline", "срок", 1)];
    assert_eq!(small(blocks, 7), ["а1 а2 а3", "б1 б2 б3 б4 срок1"]);
    let blocks = vec![lines("body", "а", 6), lines("deadline", "срок", 1)];
    assert_eq!(small(blocks, 6), ["а1 а2 а3 а4", "а5 а6 срок1"], "no page holds all");
}

fn signature() -> Block {
    let part = |words| (0.5, vec![paragraph("flush", words)]);
    let parts = vec![part("Председатель"), part("И.О.")];
    Block::Columns(Columns { parts, bottom: true, keep_next: false, keep_lines_before: 3 })
}

#[test]
fn a_signature_takes_three_lines_of_text_with_it() {
    let found = small(vec![lines("body", "а", 4), lines("body", "б", 3), signature()], 7);
    assert_eq!(found, ["а1 а2 а3 а4", "б1 б2 б3 ПредседательИ.О."]);
    let ends = [lines("body", "б", 1), lines("body", "в", 1), lines("body", "г", 1)];
    let found = small([vec![lines("body", "а", 4)], ends.into(), vec![signature()]].concat(), 7);
    assert_eq!(found, ["а1 а2 а3 а4", "б1 в1 г1 ПредседательИ.О."]);
}

#[test]
fn what_belongs_together_is_divided_where_no_page_can_hold_it() {
    let chain: Vec<Block> =
        ["а", "б", "в", "г", "д", "е"].iter().map(|name| lines("heading", name, 1)).collect();
    let found = small(chain, 3);
    assert_eq!(found.join(" "), "а1 б1 в1 г1 д1 е1");
    assert!(found.len() > 1);
}

#[test]
fn a_line_that_is_higher_than_the_page_stands_alone_on_it() {
    let found = small(vec![lines("body", "а", 3)], 1);
    assert_eq!(found, ["а1", "а2", "а3"]);
    let mut styles = sheet();
    styles.page.height = Length(styles.page.margins.top.pt() + styles.page.margins.bottom.pt());
    let section = Section::of(vec![lines("body", "а", 2)]);
    assert_eq!(names(&pages(&with_sheet(styles, vec![section]))), ["а1", "а2"]);
}

#[test]
fn page_breaks_and_sections_begin_pages_but_make_no_empty_ones() {
    let section = |name| Section::of(vec![lines("body", name, 1), Block::PageBreak]);
    let empty = Section { landscape: true, ..Section::of(Vec::new()) };
    let blocks = vec![
        Block::PageBreak,
        lines("body", "а", 1),
        Block::PageBreak,
        Block::PageBreak,
        lines("body", "б", 1),
    ];
    let sections = vec![Section::of(blocks), empty, section("в")];
    assert_eq!(names(&pages(&with_sheet(sheet(), sections))), ["а1", "б1", "в1"]);
    assert_eq!(pages(&document(Vec::new())).pages.len(), 1);
}

#[test]
fn space_above_is_dropped_where_text_flows_onto_a_new_page() {
    let mut styles = sheet();
    let spaced = ParagraphStyle { space_before: Length(20.0), ..style() };
    styles.paragraphs.insert("spaced".into(), spaced);
    let blocks =
        vec![lines("body", "а", 30), lines("spaced", "б", 1), Block::PageBreak, lines("spaced", "в", 1)];
    let found = pages(&with_sheet(styles, vec![Section::of(blocks)]));
    let first_y = |page: usize| {
        let run = found.pages[page].runs.iter().find(|run| matches!(run.mark, Mark::Node(_)));
        text(&run.expect("text").items[0]).expect("text").y
    };
    assert_eq!(first_y(1), first_y(0));
    assert_eq!(first_y(2), first_y(0) + 20.0);
}

#[test]
fn of_ruled_paragraphs_in_a_row_the_last_has_its_rule() {
    let mut styles = sheet();
    styles
        .paragraphs
        .insert("ruled".into(), ParagraphStyle { rule_below: true, line_spacing: 1.0, ..style() });
    let blocks =
        vec![lines("ruled", "а", 2), lines("ruled", "б", 1), lines("body", "в", 1), lines("ruled", "г", 1)];
    let found = pages(&with_sheet(styles, vec![Section::of(blocks)]));
    let runs = &found.pages[0].runs;
    let rules: Vec<_> =
        runs.iter().filter(|run| run.mark == Mark::Layout).flat_map(|run| &run.items).collect();
    assert_eq!(rules.len(), 2, "below «б» and below «г»");
    let Item::Line { from, to, .. } = rules[0] else { panic!("a line") };
    let width = Length::mm(170.0).pt();
    assert!((to.0 - from.0 - width).abs() < 0.01 && from.1 == to.1);
    let baseline = |name: &str| {
        let mut texts = runs.iter().flat_map(|run| &run.items).filter_map(text);
        texts.find(|run| run.text.starts_with(name)).expect(name).y
    };
    assert!(baseline("б") < from.1 && from.1 < baseline("в"));
}

fn set(words: &str, align: Align, width: f32) -> Pages {
    let mut styles = sheet();
    styles.paragraphs.insert("own".into(), ParagraphStyle { align, first_indent: Length(0.0), ..style() });
    let section = Section::of(vec![Block::Paragraph(paragraph("own", words))]);
    pages(&on_small_pages(with_sheet(styles, vec![section]), width, 20))
}

/// Left end and right end of each line's letters, from the left edge of the text.
fn ends(pages: &Pages) -> Vec<(f32, f32)> {
    let left = Length::mm(30.0).pt();
    let items = pages.pages[0].runs.iter().flat_map(|run| &run.items).filter_map(text);
    items
        .map(|run| {
            let letters = run.text.trim_end().len() as u32;
            let width: f32 =
                run.glyphs.iter().filter(|glyph| glyph.start < letters).map(|glyph| glyph.advance).sum();
            (run.x - left, run.x - left + width)
        })
        .collect()
}

fn close(found: &[(f32, f32)], expected: &[(f32, f32)]) {
    let near = |(a, b): (&(f32, f32), &(f32, f32))| (a.0 - b.0).abs() < 0.05 && (a.1 - b.1).abs() < 0.05;
    assert!(found.len() == expected.len() && found.iter().zip(expected).all(near), "{found:?}");
}

#[test]
fn lines_stand_left_in_the_middle_right_and_between_the_margins() {
    // A digit is 7 points wide at 14 points, a space 3.5.
    let words = "00 00 00 00";
    close(&ends(&set(words, Align::Left, 40.0)), &[(0.0, 31.5), (0.0, 31.5)]);
    close(&ends(&set(words, Align::Center, 40.0)), &[(4.25, 35.75), (4.25, 35.75)]);
    close(&ends(&set(words, Align::Right, 40.0)), &[(8.5, 40.0), (8.5, 40.0)]);
    close(&ends(&set(words, Align::Justify, 40.0)), &[(0.0, 40.0), (0.0, 31.5)]);
}

/// The widths of the spaces of the first line, no-break ones included.
fn first_line_spaces(words: &str, width: f32) -> Vec<f32> {
    let found = set(words, Align::Justify, width);
    let run = text(&found.pages[0].runs[0].items[0]).expect("text");
    let letters = run.text.trim_end().len();
    let spaces = run.text.char_indices().filter(|(at, c)| c.is_whitespace() && *at < letters);
    let advance = |at: usize| run.glyphs.iter().find(|glyph| glyph.start as usize == at);
    spaces.map(|(at, _)| advance(at).expect("a glyph").advance).collect()
}

#[test]
fn no_break_spaces_end_no_line_and_grow_as_others_do() {
    let found = set("аа\u{a0}00 00 00 00", Align::Justify, 56.0);
    assert_eq!(page_lines(&found), [["аа\u{a0}00 00", "00 00"]]);
    let [first, second] = first_line_spaces("аа\u{a0}00 00 00 00", 56.0)[..] else { panic!("two spaces") };
    assert!(first > 3.6 && (first - second).abs() < 0.001, "{first} {second}");
}

#[test]
fn spaces_of_a_number_keep_their_width() {
    for words in ["00\u{a0}000 00 0000", "№\u{a0}0 000 0000", "000\u{a0}% 0 0000"] {
        let spaces = first_line_spaces(words, 60.0);
        assert!((spaces[0] - 3.5).abs() < 0.001 && spaces[1] > 3.6, "{words} {spaces:?}");
    }
}

#[test]
fn no_line_ends_after_a_short_part_of_a_word() {
    let found = |words: &str| page_lines(&set(words, Align::Left, 76.0));
    assert_eq!(found("слова по-хозяйски"), [["слова", "по-хозяйски"]]);
    assert_eq!(found("слова план-график"), [["слова план-", "график"]]);
}

#[test]
fn a_word_longer_than_the_line_is_divided_anywhere() {
    let found = page_lines(&set("00 000000000000000 00", Align::Left, 43.0));
    assert_eq!(found, [["00", "000000", "000000", "000 00"]]);
}

#[test]
fn a_soft_hyphen_is_seen_at_the_end_of_a_line_only() {
    let found = page_lines(&set("0\u{ad}0 000\u{ad}0000", Align::Left, 44.0));
    assert_eq!(found, [["00 000\u{ad}", "0000"]]);
}

#[test]
fn a_space_at_the_end_of_a_line_stays_in_the_text() {
    let found = set("000 000 000", Align::Justify, 25.0);
    let runs: Vec<_> = found.pages[0].runs[0].items.iter().filter_map(text).collect();
    assert_eq!(runs.iter().map(|run| run.text.as_str()).collect::<Vec<_>>(), ["000 ", "000 ", "000"]);
    assert!(runs.iter().all(|run| run.glyphs.len() == run.text.len()));
}

const PROSE: &str = "Муниципальная система образования обеспечивает доступность дошкольного, общего и \
    дополнительного образования; педагогические коллективы осваивают федеральные государственные стандарты, \
    сопровождают молодых специалистов и поддерживают одарённых детей, а родительская общественность участвует в \
    управлении учреждениями через попечительские советы и общественные наблюдательные комиссии.";

fn prose(style: &str) -> Pages {
    let blocks = vec![Block::Paragraph(paragraph(style, PROSE))];
    pages(&on_small_pages(document(blocks), 330.0, 30))
}

/// Width of the widest and of the narrowest space that justification has made.
fn spaces(pages: &Pages) -> (f32, f32) {
    let runs: Vec<_> = pages.pages[0].runs[0].items.iter().filter_map(text).collect();
    let justified = &runs[..runs.len() - 1];
    let spaces = justified.iter().flat_map(|run| {
        let end = run.text.trim_end().len() as u32;
        let inside = run.glyphs.iter().filter(move |glyph| glyph.end <= end);
        inside.filter(|glyph| run.text.as_bytes()[glyph.start as usize] == b' ').map(|glyph| glyph.advance)
    });
    spaces.fold((0.0, f32::INFINITY), |(most, least), width| (most.max(width), least.min(width)))
}

#[test]
fn the_optimum_has_more_even_spaces_than_greed() {
    let (greedy, optimum) = (prose("body"), prose("optimum"));
    assert!(spaces(&optimum).0 < spaces(&greedy).0, "{:?} {:?}", spaces(&optimum), spaces(&greedy));
    assert!(spaces(&optimum).1 > 3.5 * 0.66, "{:?}", spaces(&optimum));
    for (left, right) in ends(&optimum) {
        assert!(left > -0.05 && right < 330.05, "{left} {right}");
    }
}

#[test]
fn a_hyphen_that_ends_a_line_is_no_part_of_the_word() {
    let found = prose("optimum");
    let lines = page_lines(&found).concat();
    assert!(lines.iter().any(|line| line.ends_with('\u{ad}')), "{lines:?}");
    let read = crate::dump::tree_text(&found);
    assert!(!read.contains('-'));
    assert_eq!(read.replace('\u{ad}', ""), PROSE);
    let hyphen = fonts().glyph(Default::default(), '-').expect("a hyphen");
    for run in found.pages[0].runs[0].items.iter().filter_map(text).filter(|run| run.text.ends_with('\u{ad}'))
    {
        assert_eq!(run.glyphs.last().map(|glyph| glyph.id), Some(hyphen));
    }
}

#[test]
fn no_line_of_a_speech_stands_alone_at_a_turn_of_the_page() {
    let sentences: Vec<String> = (1..=14).map(|number| format!("Слово{number} слово слово слово.")).collect();
    for filler in 0..9 {
        let mut styles = sheet();
        let spoken =
            ParagraphStyle { by_sentences: true, align: Align::Left, first_indent: Length(0.0), ..style() };
        styles.paragraphs.insert("spoken".into(), spoken);
        let blocks = vec![
            lines("body", "т", filler.max(1)),
            Block::Paragraph(paragraph("spoken", &sentences.join(" "))),
        ];
        let found =
            page_lines(&pages(&on_small_pages(with_sheet(styles, vec![Section::of(blocks)]), 260.0, 9)));
        for page in &found {
            let own = page.iter().filter(|line| line.contains("лово")).count();
            assert_ne!(own, 1, "{filler}: {found:?}");
            let last = page.last().expect("no page is empty");
            assert!(last.ends_with('.') || !last.contains("лово"), "{filler}: {found:?}");
        }
    }
}
