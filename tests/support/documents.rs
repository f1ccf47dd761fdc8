//! Documents built by hand, to write and to look at.

use avgust::document::*;
use avgust::source::{Place, SourceId};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An origin, where a test does not care.
pub fn origin() -> Origin {
    Place::File(SourceId(0)).into()
}

/// Words.
pub fn plain(words: &str) -> Text {
    Text { text: words.to_owned(), bold: false, italic: false, origin: origin() }
}

/// Words as an inline; `[text](anchor)` is a reference, `*text*` is bold, a line feed breaks
/// the line.
pub fn inlines(words: &str) -> Vec<Inline> {
    let mut found = Vec::new();
    let mut rest = words;
    while let Some(at) = rest.find(['[', '*', '\n']) {
        let (head, tail) = rest.split_at(at);
        push_text(&mut found, head);
        let (inline, after) = special(tail);
        found.push(inline);
        rest = after;
    }
    push_text(&mut found, rest);
    found
}

fn push_text(found: &mut Vec<Inline>, words: &str) {
    if !words.is_empty() {
        found.push(Inline::Text(plain(words)));
    }
}

fn special(tail: &str) -> (Inline, &str) {
    if let Some(rest) = tail.strip_prefix('\n') {
        return (Inline::Break(origin()), rest);
    }
    if let Some((bold, rest)) = tail.strip_prefix('*').and_then(|rest| rest.split_once('*')) {
        return (Inline::Text(Text { bold: true, ..plain(bold) }), rest);
    }
    let (text, rest) = tail[1..].split_once("](").expect("[text](anchor)");
    let (target, rest) = rest.split_once(')').expect("[text](anchor)");
    (Inline::Reference { target: Anchor::clause(target.to_owned()), text: plain(text) }, rest)
}

/// A paragraph.
pub fn paragraph(style: &str, words: &str) -> Paragraph {
    Paragraph {
        style: style.to_owned(),
        role: Role::Body,
        content: inlines(words),
        keep_next: false,
        anchor: None,
    }
}

/// A paragraph as a block.
pub fn block(style: &str, words: &str) -> Block {
    Block::Paragraph(paragraph(style, words))
}

/// An anchor.
pub fn anchor(name: &str) -> Option<Anchor> {
    Some(Anchor::clause(name.to_owned()))
}

/// An item: its label, its words, and what follows them.
pub fn item(label: &str, words: &str, rest: Vec<Block>) -> Item {
    let blocks = std::iter::once(block("clause", words)).chain(rest).collect();
    Item { label: label.to_owned(), anchor: None, blocks }
}

/// An item with a name.
pub fn named(name: &str, item: Item) -> Item {
    Item { anchor: anchor(name), ..item }
}

/// A list.
pub fn list(marker: Marker, level: u8, items: Vec<Item>) -> List {
    List { marker, level, sequence: 1, continued: false, items }
}

/// A list as a block.
pub fn list_block(marker: Marker, level: u8, items: Vec<Item>) -> Block {
    Block::List(list(marker, level, items))
}

/// A list that goes on counting.
pub fn continued(list: List) -> Block {
    Block::List(List { continued: true, ..list })
}

/// A cell.
pub fn cell(words: &str, align: CellAlign) -> Cell {
    Cell { content: vec![paragraph("cell", words)], columns: 1, rows: 1, align, row_header: false }
}

/// A row of figures behind a name.
pub fn figures(name: &str, values: &[&str]) -> Row {
    let name = Cell { row_header: true, ..cell(name, CellAlign::Start) };
    Row {
        cells: std::iter::once(name)
            .chain(values.iter().map(|value| cell(value, CellAlign::Decimal)))
            .collect(),
    }
}

fn style(title: &str) -> ParagraphStyle {
    ParagraphStyle { title: title.to_owned(), ..ParagraphStyle::PLAIN }
}

/// The style sheet of an official document.
pub fn styles() -> StyleSheet {
    let body = ParagraphStyle {
        align: Align::Justify,
        first_indent: Length::mm(12.5),
        line_spacing: 1.5,
        ..style("Текст документа")
    };
    let bold = Face { bold: true, italic: false };
    let centered = ParagraphStyle { align: Align::Center, ..style("") };
    let titled =
        |title: &str, style: &ParagraphStyle| ParagraphStyle { title: title.to_owned(), ..style.clone() };
    let paragraphs: BTreeMap<String, ParagraphStyle> = [
        ("text", body.clone()),
        ("clause", titled("Пункт", &body)),
        ("addressee", ParagraphStyle { face: bold, keep_next: true, ..titled("Адресат", &body) }),
        ("deadline", ParagraphStyle { align: Align::Right, keep_previous: true, ..style("Срок") }),
        ("organisation", ParagraphStyle { space_after: Length(12.0), ..titled("Организация", &centered) }),
        (
            "kind",
            ParagraphStyle {
                face: bold,
                capitals: true,
                letter_spacing: Length(2.0),
                ..titled("Вид документа", &centered)
            },
        ),
        (
            "title",
            ParagraphStyle {
                face: bold,
                space_after: Length(14.0),
                ..titled("Заголовок документа", &centered)
            },
        ),
        (
            "heading",
            ParagraphStyle {
                face: bold,
                keep_next: true,
                space_before: Length(14.0),
                ..titled("Раздел", &centered)
            },
        ),
        ("appendix", ParagraphStyle { align: Align::Right, keep_next: true, ..style("Гриф приложения") }),
        (
            "caption",
            ParagraphStyle {
                keep_next: true, space_before: Length(12.0), ..style("Название таблицы")
            },
        ),
        ("cell", ParagraphStyle { size: Length(12.0), ..style("Ячейка таблицы") }),
        ("signature", style("Подпись")),
        ("number", titled("Номер страницы", &centered)),
        ("note", ParagraphStyle { size: Length(10.0), ..style("Исполнитель") }),
    ]
    .into_iter()
    .map(|(name, style)| (name.to_owned(), style))
    .collect();
    let table = TableStyle {
        title: "Таблица документа".to_owned(),
        rules: TableRule::All,
        rule_width: Length(0.5),
        rule_color: Color::BLACK,
        head_fill: None,
        padding_x: Length(5.4),
        padding_y: Length(2.0),
        ending: false,
    };
    StyleSheet {
        page: page(),
        font: "Tinos".to_owned(),
        docx_font: DocxFont::Embedded,
        accent: [0; 3],
        emblem: None,
        frames: BTreeMap::new(),
        paragraphs,
        tables: [("table".to_owned(), table)].into(),
    }
}

fn page() -> Page {
    let margins = Margins {
        left: Length::mm(30.0),
        right: Length::mm(10.0),
        top: Length::mm(20.0),
        bottom: Length::mm(20.0),
    };
    let numbers = Numbers { from: 2, distance: Length::mm(10.0), style: "number".to_owned() };
    Page { width: Length::mm(210.0), height: Length::mm(297.0), margins, numbers: Some(numbers) }
}

/// A document of one section.
pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Резолюция августовской конференции".to_owned(),
        author: "Управление образования".to_owned(),
        subject: "Итоги <2017> & задачи".to_owned(),
        language: "ru-RU",
        date: NaiveDate::from_ymd_opt(2017, 8, 28).expect("a date"),
        styles: Arc::new(styles()),
        sections: vec![Section::of(blocks)],
        per_page: None,
        figures: Vec::new(),
    }
}

const LONG: &str = "Обеспечить реализацию мер по\u{a0}повышению доли выпускников, выбравших предметы \
    естественно-научного цикла, включая биологию, химию и\u{a0}физику, с\u{a0}учётом результатов единого \
    государственного экзамена и\u{a0}предложений родительской общественности города.";

/// A resolution with everything that the genre has.
pub fn resolution() -> Document {
    let mut blocks = head();
    blocks.extend(preamble());
    blocks.push(clauses());
    blocks.push(data_table());
    blocks.push(block("text", "По приложению [1](app_1) доложить, см. таблицу [1](tab_net)."));
    blocks.push(signatures());
    blocks.push(Block::PageBreak);
    blocks.extend(appendix());
    let heading = Paragraph { role: Role::Heading(1), ..paragraph("heading", "Сводные данные") };
    let wide = vec![Block::Paragraph(heading), wide_table()];
    let mut document = document(blocks);
    document.sections.push(Section { landscape: true, ..Section::of(wide) });
    document.sections.push(Section::of(vec![block("note", "Исполнитель: Вымыслова\u{a0}А.А.")]));
    document
}

fn head() -> Vec<Block> {
    let title = Paragraph {
        role: Role::Title,
        ..paragraph("title", "августовской конференции\nпедагогических работников")
    };
    let section = Paragraph { role: Role::Heading(1), ..paragraph("heading", "Итоги года") };
    vec![
        block("organisation", "Управление образования администрации Вымышленного района"),
        block("kind", "Резолюция"),
        Block::Paragraph(title),
        Block::Paragraph(section),
    ]
}

fn preamble() -> Vec<Block> {
    let grounds = vec![item("–", "Федеральный закон;", vec![]), item("–", "устав района.", vec![])];
    vec![
        block("text", "Заслушав и\u{a0}обсудив доклад, участники конференции (315\u{a0}человек) *РЕШИЛИ*:"),
        list_block(Marker::Dash, 0, grounds),
    ]
}

fn clauses() -> Block {
    let letters = [
        "а", "б", "в", "г", "д", "е", "ж", "и", "к", "л", "м", "н", "п", "р", "с", "т", "у", "ф", "х", "ц",
        "ш", "щ", "э", "ю", "я",
    ];
    let lettered = letters.map(|letter| item(&format!("{letter})"), "подпункт;", vec![])).into();
    let bullets = vec![item("·", "первое,", vec![]), item("·", "второе.", vec![])];
    let hyphens = vec![item("-", "Первое предложение.", vec![]), item("-", "Второе предложение.", vec![])];
    let deep =
        vec![item("2.2.1.", "Третий уровень.", vec![]), named("p_deep", item("2.2.2.", "Ещё раз.", vec![]))];
    let groups = vec![
        item(
            "1.",
            "Управлению образования:",
            vec![list_block(
                Marker::Decimal,
                1,
                vec![
                    named("p_first", item("1.1.", LONG, vec![block("deadline", "Срок: до\u{a0}01.12.2018")])),
                    item(
                        "1.2.",
                        "Слова с\u{a0}неразрывным дефисом: 1\u{2011}й.",
                        vec![
                            block("clause", "Второй абзац того же пункта."),
                            list_block(
                                Marker::Parenthesis,
                                2,
                                vec![item("1)", "раз;", vec![]), item("2)", "два.", vec![])],
                            ),
                            block("clause", "Текст после подпунктов."),
                        ],
                    ),
                ],
            )],
        ),
        item(
            "2.",
            "Руководителям школ, см.\u{a0}пункты [1.1](p_first) и\u{a0}[2.2.2](p_deep):",
            vec![list_block(
                Marker::Decimal,
                1,
                vec![
                    item("2.1.", "С точками:", vec![list_block(Marker::Dot, 2, bullets)]),
                    item(
                        "2.2.",
                        "С дефисами:",
                        vec![list_block(Marker::Hyphen, 2, hyphens), list_block(Marker::Decimal, 2, deep)],
                    ),
                    item("2.3.", "С буквами:", vec![list_block(Marker::Letter, 2, lettered)]),
                ],
            )],
        ),
        item("3.", "Контроль оставить за собой.", vec![]),
    ];
    list_block(Marker::Decimal, 0, groups)
}

/// A table of figures with merged header cells, longer than a page.
pub fn data_table() -> Block {
    let head = |words: &str, columns, rows| Cell { columns, rows, ..cell(words, CellAlign::Center) };
    let mut rows = vec![
        Row { cells: vec![head("Школа", 1, 2), head("Учеников, чел.", 2, 1)] },
        Row { cells: vec![head("2016", 1, 1), head("2017", 1, 1)] },
    ];
    rows.push(figures("Школа №\u{a0}1", &["1\u{a0}025,5", "987"]));
    rows.push(figures("Ҕ, Ҥ, Ө, Һ, Ү — сахалыы оскуола", &["12,75", "н/д"]));
    for number in 2..40 {
        rows.push(figures(&format!("Школа №\u{a0}{number}"), &["−3,1", "–"]));
    }
    Block::Table(Table {
        caption: Some(Paragraph {
            role: Role::Caption, ..paragraph("caption", "Таблица 1 – Сеть школ")
        }),
        unit: None,
        continuation: Some(paragraph("caption", "Продолжение таблицы 1")),
        ending: None,
        anchor: anchor("tab_net"),
        written: None,
        style: "table".to_owned(),
        columns: vec![Column { share: Some(0.5) }, Column { share: None }, Column { share: None }],
        header_rows: 2,
        of: None,
        rows,
    })
}

/// A signature.
pub fn signatures() -> Block {
    let position =
        vec![paragraph("signature", "Председатель конференции,\nначальник управления образования")];
    let name =
        vec![Paragraph { style: "appendix".into(), ..paragraph("appendix", "И.О.\u{a0}Выдумкин") }];
    Block::Columns(Columns {
        parts: vec![(0.6, position), (0.4, name)],
        bottom: true,
        keep_next: false,
        keep_lines_before: 3,
    })
}

fn appendix() -> Vec<Block> {
    let stamp = Paragraph {
        anchor: anchor("app_1"),
        ..paragraph("appendix", "Приложение №\u{a0}1\nк\u{a0}резолюции")
    };
    vec![Block::Paragraph(stamp), block("text", LONG), signatures()]
}

fn wide_table() -> Block {
    let rows = vec![figures("Всего", &["1", "2,5", "10,25"]), figures("Из них", &["100", "0", "0,5"])];
    let columns = vec![Column { share: None }; 4];
    let (caption, anchor) = (
        Some(Paragraph { role: Role::Caption, ..paragraph("caption", "Таблица 2 – Сводка") }),
        anchor("tab_wide"),
    );
    Block::Table(Table {
        caption,
        unit: None,
        continuation: None,
        ending: None,
        anchor,
        written: None,
        style: "table".to_owned(),
        columns,
        header_rows: 0,
        of: None,
        rows,
    })
}
