//! What readers get who do not see the page.

use crate::dump::{dump, text};
use crate::paper::*;
use avgust::document::{Anchor, Block, Inline, Marker, Role, Section, Text};
use avgust::source::{Findings, Language, Place, SourceId, Span};
use avgust::typeset::{Child, Kind, Mark, typeset};

#[test]
fn every_run_of_the_text_hangs_in_the_tree_once_and_no_artifact_does() {
    let table = table(1, &[&["Район", "Число"], &["Первый", "1"], &["Второй", "2"], &["Третий", "3"]]);
    let item = item("1)", Some("one"), vec![body("Пункт."), Block::Table(table)]);
    let blocks = vec![list(Marker::Parenthesis, vec![item]), body(&"слово ".repeat(40))];
    let found = pages(&on_small_pages(document(blocks), 200.0, 5));
    let mut hung: Vec<(usize, usize)> = Vec::new();
    for (number, node) in found.tree.iter().enumerate() {
        for child in &node.children {
            if let Child::Run(page, run) = *child {
                assert_eq!(
                    found.pages[page].runs[run].mark,
                    Mark::Node(avgust::typeset::NodeId(number as u32))
                );
                hung.push((page, run));
            }
        }
    }
    hung.sort_unstable();
    let mut drawn = Vec::new();
    for (page, content) in found.pages.iter().enumerate() {
        let runs = content.runs.iter().enumerate();
        drawn.extend(runs.filter(|(_, run)| matches!(run.mark, Mark::Node(_))).map(|(run, _)| (page, run)));
    }
    assert_eq!(hung, drawn);
}

#[test]
fn a_character_that_no_face_has_is_said_with_its_place() {
    let place = Place::Text(Span { source: SourceId(3), start: 10, end: 20 });
    let words = Text { text: "да ☑ или ☑ нет".into(), origin: place.clone().into(), ..text_of() };
    let document =
        document(vec![Block::Paragraph(of("body", Role::Body, vec![plain("а"), Inline::Text(words)]))]);
    let mut findings = Findings::default();
    typeset(&document, fonts(), &mut findings);
    let [finding] = findings.list.as_slice() else { panic!("one finding: {:?}", findings.list) };
    assert_eq!(finding.message.code, "missing-glyph");
    assert_eq!(finding.labels[0].place, place);
    assert_eq!(finding.text(Language::Russian), "в шрифте нет знака «☑» (U+2611)");
}

fn text_of() -> Text {
    crate::paper::text("")
}

#[test]
fn a_style_that_the_sheet_lacks_is_said_once() {
    let document =
        document(vec![Block::Paragraph(paragraph("нет", "а")), Block::Paragraph(paragraph("нет", "б"))]);
    let mut findings = Findings::default();
    typeset(&document, fonts(), &mut findings);
    let codes: Vec<_> = findings.list.iter().map(|finding| finding.message.code).collect();
    assert_eq!(codes, ["unknown-style"]);
}

#[test]
fn headings_skip_no_level_and_stand_in_the_outline() {
    let heading = |role, words: &str| Block::Paragraph(of("heading", role, vec![plain(words)]));
    let blocks = vec![
        heading(Role::Heading(3), "а"),
        heading(Role::Heading(6), "б"),
        heading(Role::Title, "в"),
        heading(Role::Heading(2), "г"),
    ];
    let found = pages(&document(blocks));
    let outline: Vec<_> = found.outline.iter().map(|mark| (mark.level, mark.title.as_str())).collect();
    assert_eq!(outline, [(1, "а"), (2, "б"), (1, "в"), (2, "г")]);
}

#[test]
fn a_reference_is_a_link_on_each_of_its_lines_and_plain_where_its_target_is_missing() {
    let mut target = paragraph("body", "Цель.");
    target.anchor = Some(Anchor::clause("goal"));
    let content =
        vec![plain("см. "), reference("goal", "00 00 00 00"), plain(" и "), reference("nowhere", "0")];
    let blocks = vec![Block::Paragraph(target), Block::Paragraph(of("flush", Role::Body, content))];
    let found = pages(&on_small_pages(document(blocks), 60.0, 20));
    let nodes: Vec<_> = found.tree.iter().filter(|node| node.kind == Kind::Link).collect();
    let [link] = nodes.as_slice() else { panic!("one link: {}", dump(&found)) };
    let annotations = link.children.iter().filter(|child| matches!(child, Child::Link(_))).count();
    assert_eq!((annotations, found.links.len()), (2, 2));
    assert!(found.links.iter().all(|link| link.target.name == "goal" && link.bounds[0] < link.bounds[2]));
    assert_eq!(found.anchors.len(), 1);
}

#[test]
fn what_stands_nowhere_is_found_at_the_end_of_what_stands_before_it() {
    let blank = list(Marker::None, vec![item("", Some("blank"), vec![])]);
    let content = vec![reference("blank", "там")];
    let found = pages(&document(vec![Block::Paragraph(of("body", Role::Body, content)), blank]));
    assert_eq!(
        found.anchors.iter().map(|(anchor, page, _)| (anchor.name.as_str(), *page)).collect::<Vec<_>>(),
        [("blank", 0)]
    );
    assert_eq!(found.links.len(), 1);
}

#[test]
fn items_without_marks_are_paragraphs_and_lone_marks_are_kept() {
    let unmarked = list(Marker::None, vec![item("", Some("a"), vec![body("Один.")])]);
    let lone = list(Marker::Decimal, vec![item("1.", None, vec![]), item("2.", None, vec![unmarked])]);
    let found = pages(&document(vec![lone]));
    let read: Vec<String> =
        dump(&found).lines().take_while(|line| !line.is_empty()).map(|line| line.trim().to_owned()).collect();
    let expected = [
        "Document",
        "List ordered",
        "Item",
        "Label",
        "page 1: «1. »",
        "Body",
        "Item",
        "Label",
        "page 1: «2. »",
        "Body",
        "Paragraph",
        "page 1: «Один.»",
    ];
    assert_eq!(read, expected);
}

#[test]
fn capitals_are_printed_and_the_words_are_read_as_written() {
    let upper = pages(&document(vec![Block::Paragraph(paragraph("heading", "РЕШИЛИ"))]));
    let lower = pages(&document(vec![Block::Paragraph(paragraph("title", "решили"))]));
    let glyphs = |pages: &avgust::typeset::Pages| {
        let run = text(&pages.pages[0].runs[0].items[0]).expect("text").clone();
        (run.text, run.glyphs.iter().map(|glyph| glyph.id).collect::<Vec<_>>())
    };
    assert_eq!(glyphs(&lower).0, "решили");
    assert_eq!(glyphs(&lower).1, glyphs(&upper).1);
}

#[test]
fn pages_carry_their_numbers_from_the_one_that_is_said() {
    let sections = (0..3).map(|_| Section::of(vec![body("а")])).collect();
    let found = pages(&with_sheet(sheet(), sections));
    let numbers: Vec<Vec<String>> = found
        .pages
        .iter()
        .map(|page| {
            page.runs.iter().filter(|run| run.mark == Mark::Pagination).map(crate::dump::words).collect()
        })
        .collect();
    assert_eq!(numbers, [vec![], vec!["2".to_owned()], vec!["3".to_owned()]]);
}
