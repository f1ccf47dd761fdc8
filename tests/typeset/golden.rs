//! Whole documents against readable references; `UPDATE_GOLDEN=1` writes them anew.

use crate::dump::dump;
use crate::paper::*;
use avgust::document::{Anchor, Block, CellAlign, Columns, Inline, Marker, Role, Section};
use avgust::typeset::Pages;
use std::path::Path;

fn compare(name: &str, pages: &Pages) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/typeset/golden").join(name);
    let found = dump(pages);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, found).expect("the reference can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path).expect("UPDATE_GOLDEN=1 writes missing references");
    assert!(expected == found, "{name} differs; UPDATE_GOLDEN=1 rewrites it, git shows how:\n{found}");
}

#[test]
fn a_resolution() {
    let task = |label, words: &str, anchor| item(label, anchor, vec![body(words)]);
    let mut blocks = vec![
        Block::Paragraph(of("title", Role::Title, vec![plain("Резолюция")])),
        Block::Paragraph(of("heading", Role::Heading(2), vec![plain("августовской конференции")])),
        body("Заслушав доклад, участники конференции решили:"),
    ];
    let tasks = vec![
        task(
            "1.1.",
            "Открыть к 1\u{a0}сентября службы ранней помощи во всех школах района.",
            Some("services"),
        ),
        item(
            "1.2.",
            None,
            vec![
                Block::Paragraph(of(
                    "body",
                    Role::Body,
                    vec![
                        plain("Отчёт по\u{a0}п.\u{a0}"),
                        reference("services", "1.1"),
                        plain(" дать "),
                        bold("в срок"),
                        plain(":"),
                    ],
                )),
                list(Marker::Dash, vec![task("–", "в управление;", None), task("–", "на сайт.", None)]),
                Block::Paragraph(paragraph("deadline", "Срок: до 01.12.2018")),
            ],
        ),
    ];
    let mut first = paragraph("body", "Управлению образования:");
    first.keep_next = true;
    let clause = item("1.", None, vec![Block::Paragraph(first), list(Marker::Decimal, tasks)]);
    blocks.push(list(Marker::Decimal, vec![clause]));
    blocks.push(Block::Columns(Columns {
        parts: vec![
            (0.6, vec![paragraph("flush", "Председатель\nконференции")]),
            (0.4, vec![paragraph("deadline", "О.\u{a0}В.\u{a0}Ромашкина")]),
        ],
        bottom: true,
        keep_next: false,
        keep_lines_before: 3,
    }));
    compare("resolution.txt", &pages(&document(blocks)));
}

#[test]
fn a_table_over_two_pages() {
    let mut rows: Vec<Vec<String>> =
        vec![vec!["1x2:Район".into(), "2x1:Ученики, чел.".into()], vec!["2017".into(), "2018".into()]];
    for row in 1..=6 {
        rows.push(vec![
            format!("Улус {row}"),
            format!("{row}0,5"),
            ["н/д", "1\u{a0}025", "–"][row % 3].into(),
        ]);
    }
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let mut table = table(2, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    for row in table.rows.iter_mut().skip(2) {
        row.cells[0].row_header = true;
        row.cells[1].align = CellAlign::Decimal;
        row.cells[2].align = CellAlign::Decimal;
    }
    table.caption = Some(of("flush", Role::Caption, vec![plain("Таблица 1 – Ученики")]));
    table.continuation = Some(paragraph("flush", "Продолжение таблицы 1"));
    table.anchor = Some(Anchor::clause("pupils"));
    let blocks = vec![body("Числа даны в табл. 1."), Block::Table(table)];
    let document = on_small_pages(document(blocks), 240.0, 6);
    compare("table.txt", &pages(&document));
}

#[test]
fn a_page_on_its_side() {
    let upright = Section::of(vec![body("Стоя.")]);
    let lying = Section {
        landscape: true,
        ..Section::of(vec![Block::Paragraph(of(
            "flush",
            Role::Body,
            vec![plain("Лёжа,"), Inline::Break(origin()), plain("с номером.")],
        ))])
    };
    compare("landscape.txt", &pages(&with_sheet(sheet(), vec![upright, lying])));
}
