//! Short ways to write documents down.

use avgust::document::{
    Align, Anchor, Block, Breaking, Cell, CellAlign, Color, Column, Document, DocxFont, Face, Inline, Item,
    Length, List, Margins, Marker, Numbers, Origin, Page, Paragraph, ParagraphStyle, Role, Row, Section,
    StyleSheet, Table, TableRule, TableStyle, Text,
};
use avgust::source::{Findings, Place, SourceId};
use avgust::typeset::{Fonts, Pages, typeset};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

pub fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(Fonts::embedded)
}

/// The pages of a document about which there is nothing to say.
pub fn pages(document: &Document) -> Pages {
    let mut findings = Findings::default();
    let pages = typeset(document, fonts(), &mut findings);
    assert_eq!(findings.list, []);
    pages
}

pub fn style() -> ParagraphStyle {
    ParagraphStyle {
        title: "Основной текст".into(),
        align: Align::Justify,
        first_indent: Length::mm(12.5),
        line_spacing: 1.5,
        ..ParagraphStyle::PLAIN
    }
}

/// The official page with a few styles.
pub fn sheet() -> StyleSheet {
    let flush =
        ParagraphStyle { align: Align::Left, first_indent: Length(0.0), line_spacing: 1.0, ..style() };
    let bold = Face { bold: true, italic: false };
    let heading = ParagraphStyle { face: bold, align: Align::Center, keep_next: true, ..flush.clone() };
    let styles = [
        ("body", style()),
        ("flush", flush.clone()),
        ("title", ParagraphStyle { capitals: true, ..heading.clone() }),
        ("heading", heading.clone()),
        ("deadline", ParagraphStyle { align: Align::Right, keep_previous: true, ..flush.clone() }),
        ("cell", ParagraphStyle { size: Length(12.0), ..flush.clone() }),
        ("optimum", ParagraphStyle { breaking: Breaking::Optimum, ..style() }),
    ];
    let ruled = TableStyle {
        title: "Таблица".into(),
        rules: TableRule::All,
        rule_width: Length(0.5),
        rule_color: Color::BLACK,
        head_fill: None,
        padding_x: Length(4.0),
        padding_y: Length(1.0),
        ending: false,
    };
    let (side, thin) = (Length::mm(20.0), Length::mm(10.0));
    StyleSheet {
        page: Page {
            width: Length::mm(210.0),
            height: Length::mm(297.0),
            margins: Margins { left: Length::mm(30.0), right: thin, top: side, bottom: side },
            numbers: Some(Numbers { from: 2, distance: thin, style: "flush".into() }),
        },
        font: "Tinos".into(),
        docx_font: DocxFont::Embedded,
        accent: [0; 3],
        emblem: None,
        frames: BTreeMap::new(),
        paragraphs: styles.map(|(name, style)| (name.to_owned(), style)).into(),
        tables: BTreeMap::from([("ruled".to_owned(), ruled)]),
    }
}

pub fn document(blocks: Vec<Block>) -> Document {
    with_sheet(sheet(), vec![Section::of(blocks)])
}

pub fn with_sheet(styles: StyleSheet, sections: Vec<Section>) -> Document {
    Document {
        title: "Документ".into(),
        author: String::new(),
        subject: String::new(),
        language: "ru-RU",
        date: chrono::NaiveDate::default(),
        styles: Arc::new(styles),
        sections,
        per_page: None,
        figures: Vec::new(),
    }
}

/// The same document on pages that hold `lines` lines of body text in a column `width` wide.
pub fn on_small_pages(mut document: Document, width: f32, lines: u16) -> Document {
    let mut styles = (*document.styles).clone();
    let page = &mut styles.page;
    let margins = page.margins;
    page.width = Length(width + margins.left.pt() + margins.right.pt());
    page.height = Length(24.15 * f32::from(lines) - 8.0 + margins.top.pt() + margins.bottom.pt());
    document.styles = Arc::new(styles);
    document
}

pub fn origin() -> Origin {
    Place::File(SourceId(0)).into()
}

pub fn text(words: &str) -> Text {
    Text { text: words.into(), bold: false, italic: false, origin: origin() }
}

pub fn plain(words: &str) -> Inline {
    Inline::Text(text(words))
}

pub fn bold(words: &str) -> Inline {
    Inline::Text(Text { bold: true, ..text(words) })
}

pub fn reference(target: &str, words: &str) -> Inline {
    Inline::Reference { target: Anchor::clause(target), text: text(words) }
}

pub fn of(style: &str, role: Role, content: Vec<Inline>) -> Paragraph {
    Paragraph { style: style.into(), role, content, keep_next: false, anchor: None }
}

pub fn paragraph(style: &str, words: &str) -> Paragraph {
    of(style, Role::Body, vec![plain(words)])
}

pub fn body(words: &str) -> Block {
    Block::Paragraph(paragraph("body", words))
}

/// A paragraph of `lines` lines that the author ends himself.
pub fn lines(style: &str, name: &str, lines: usize) -> Block {
    let mut content = Vec::new();
    for line in 1..=lines {
        content.push(plain(&format!("{name}{line}")));
        if line < lines {
            content.push(Inline::Break(origin()));
        }
    }
    Block::Paragraph(of(style, Role::Body, content))
}

pub fn item(label: &str, anchor: Option<&str>, blocks: Vec<Block>) -> Item {
    Item { label: label.into(), anchor: anchor.map(Anchor::clause), blocks }
}

pub fn list(marker: Marker, items: Vec<Item>) -> Block {
    Block::List(List { marker, level: 0, sequence: 0, continued: false, items })
}

pub fn cell(words: &str) -> Cell {
    let content = vec![paragraph("cell", words)];
    Cell { content, columns: 1, rows: 1, align: CellAlign::Start, row_header: false }
}

/// Rows of words; a cell that is written `3x2:words` covers three columns and two rows.
pub fn table(header_rows: usize, rows: &[&[&str]]) -> Table {
    let spans = |words: &str| match words.split_once(':') {
        Some((size, words)) => {
            let (columns, rows) = size.split_once('x').expect("a size is written 3x2");
            Cell {
                columns: columns.parse().expect("columns"),
                rows: rows.parse().expect("rows"),
                ..cell(words)
            }
        }
        None => cell(words),
    };
    let columns = rows.iter().map(|row| row.len()).max().unwrap_or_default();
    Table {
        caption: None,
        unit: None,
        of: None,
        continuation: None,
        ending: None,
        anchor: None,
        written: None,
        style: "ruled".into(),
        columns: vec![Column { share: None }; columns],
        header_rows,
        rows: rows.iter().map(|row| Row { cells: row.iter().map(|words| spans(words)).collect() }).collect(),
    }
}
