//! Addresses against tables of any words.

use super::{Spec, Table, Words, inline};
use crate::source::{Findings, SourceId, Span};
use proptest::prelude::*;

fn words(text: &str) -> Words {
    Words::new(text, Span::new(SourceId(0), 0, 0))
}

fn table(rows: &[&[&str]]) -> Table {
    let rows = rows.iter().map(|row| row.iter().copied().map(words).collect()).collect();
    let mut findings = Findings::default();
    let spec = Spec { header_rows: Some(2), ..Spec::new("т", SourceId(0)) };
    inline(rows, &spec, &mut findings).unwrap_or_else(|| panic!("{findings:?}"))
}

fn sample() -> Table {
    table(&[
        &["", "2017", "", "2018", "", "Рост, %"],
        &["", "план, тыс. руб.", "факт", "план, тыс. руб.", "факт", ""],
        &["Общее образование", "1", "2", "3", "4", "5"],
        &["Общее образование (вечернее)", "6", "7", "8", "9", "10"],
        &["Учёт 2016/2017 «Ёлочка»", "11", "12", "13", "14", "15"],
    ])
}

fn shown(row: &str, column: &str) -> String {
    let table = sample();
    let found = table.cell(&words(row), &words(column));
    found.map_or_else(|finding| finding.message.code.to_owned(), |cell| cell.text.clone())
}

#[test]
fn an_exact_match_beats_a_beginning() {
    assert_eq!(shown("Общее образование", "2017 / факт"), "2");
    assert_eq!(shown("Общее образование…", "2017 / факт"), "2");
    assert_eq!(shown("Общее…", "2017 / факт"), "row-ambiguous");
    assert_eq!(shown("Общее образование (…", "2017 / факт"), "7");
    assert_eq!(shown("Общее", "2017 / факт"), "row-not-found");
}

#[test]
fn paths_ends_of_paths_and_units_are_understood() {
    assert_eq!(shown("учет 2016 / 2017 \"елочка\"", "2018/ПЛАН"), "13");
    assert_eq!(shown("Учёт…", "2018 / план, тыс.  руб."), "13");
    assert_eq!(shown("Учёт…", "20… / план"), "column-ambiguous");
    assert_eq!(shown("Учёт…", "2018…план"), "13");
    assert_eq!(shown("Учёт…", "Рост"), "15");
    assert_eq!(shown("Учёт…", "Рост, %"), "15");
    assert_eq!(shown("Учёт…", "Рост, чел."), "column-not-found", "another unit is another column");
    assert_eq!(shown("", "Рост"), "row-not-found");
    assert_eq!(shown("…", "Рост"), "row-not-found");
}

fn any_words() -> impl Strategy<Value = String> {
    "[а-яёА-Я]{2,6}( [а-яё0-9«»\\-–]{1,5}){0,2}"
}

/// The same words as another person would type them.
fn retyped(words: &str) -> String {
    let upper: String = words.chars().flat_map(char::to_uppercase).collect();
    upper.replace('Ё', "Е").replace(' ', "\u{a0}\n").replace('–', "-").replace(['«', '»'], "\"")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_row_is_found_by_its_words_or_is_ambiguous(names in proptest::collection::vec(any_words(), 2..8)) {
        let rows: Vec<Vec<Words>> = std::iter::once(vec![words("имя"), words("план")])
            .chain(names.iter().map(|name| vec![words(name), words("1")]))
            .collect();
        let table = inline(rows, &Spec::new("т", SourceId(0)), &mut Findings::default());
        let Some(table) = table else { return Err(TestCaseError::fail("no table")) };
        for (index, name) in names.iter().enumerate() {
            let alike = names.iter().filter(|other| crate::russian::typography::fold(other) == crate::russian::typography::fold(name)).count();
            match table.row(&words(&retyped(name))) {
                Ok(found) => prop_assert!(alike == 1 && found == index),
                Err(finding) => {
                    prop_assert!(alike > 1, "{}", name);
                    prop_assert_eq!(finding.message.code, "row-ambiguous");
                    prop_assert_eq!(finding.labels.len(), alike.min(5) + 1);
                }
            }
        }
    }

    #[test]
    fn any_query_is_answered_without_panic(query in "\\PC{0,12}") {
        let table = sample();
        let _ = (table.row(&words(&query)), table.column(&words(&query)));
        let _ = table.cell_at(&words(&query), &words(&query));
    }

    #[test]
    fn what_is_advised_for_two_matches_resolves(names in proptest::collection::vec("[аб]", 2..6)) {
        let rows: Vec<Vec<Words>> = std::iter::once(vec![words("имя"), words("план")])
            .chain(names.iter().map(|name| vec![words(name), words("1")]))
            .collect();
        let table = inline(rows, &Spec::new("т", SourceId(0)), &mut Findings::default());
        let Some(table) = table else { return Err(TestCaseError::fail("no table")) };
        if let Err(finding) = table.row(&words("а")) {
            for line in finding.rewrite.iter().flat_map(|lines| lines.lines()) {
                let Some((_, cell)) = line.split_once("ячейка: ") else { continue };
                let address = cell.split(',').next().unwrap_or_default();
                prop_assert!(table.cell_at(&words(address), &words("а")).is_ok(), "{}", line);
            }
        }
    }
}
