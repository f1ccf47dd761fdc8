//! Pages set by hand, so that the writer can be tried without the typesetter.

use avgust::document::{Anchor, Document, Face, Length, Margins, StyleSheet};
use avgust::typeset::{
    Bookmark, Child, Glyph, Item, Kind, Link, Mark, Node, NodeId, Page, Pages, Run, Scope, TextRun,
};
use chrono::NaiveDate;
use harfrust::{Buffer, Font, ShapeOptions, ShaperFont};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A4.
pub const WIDTH: f32 = 595.276;
/// A4.
pub const HEIGHT: f32 = 841.89;
/// The binding margin.
pub const LEFT: f32 = 85.04;
/// The width of the text.
pub const MEASURE: f32 = 467.7;
/// Regular.
pub const REGULAR: Face = Face { bold: false, italic: false };
/// Bold.
pub const BOLD: Face = Face { bold: true, italic: false };
/// Italic.
pub const ITALIC: Face = Face { bold: false, italic: true };
/// Both.
pub const BOLD_ITALIC: Face = Face { bold: true, italic: true };

/// The bytes of a face.
pub fn face_bytes(face: Face) -> &'static [u8] {
    match (face.bold, face.italic) {
        (false, false) => include_bytes!("../../fonts/Tinos-Regular.ttf"),
        (false, true) => include_bytes!("../../fonts/Tinos-Italic.ttf"),
        (true, false) => include_bytes!("../../fonts/Tinos-Bold.ttf"),
        (true, true) => include_bytes!("../../fonts/Tinos-BoldItalic.ttf"),
    }
}

/// A document of which only the metadata count.
pub fn document(title: &str) -> Document {
    let zero = Margins { left: Length(0.0), right: Length(0.0), top: Length(0.0), bottom: Length(0.0) };
    let page =
        avgust::document::Page { width: Length(WIDTH), height: Length(HEIGHT), margins: zero, numbers: None };
    let styles = StyleSheet {
        page,
        font: "Tinos".to_owned(),
        docx_font: avgust::document::DocxFont::Embedded,
        accent: [0; 3],
        emblem: None,
        frames: BTreeMap::new(),
        paragraphs: BTreeMap::new(),
        tables: BTreeMap::new(),
    };
    Document {
        title: title.to_owned(),
        author: "Управление образования г. Кедровска".to_owned(),
        subject: "Резолюция августовской конференции <2018> & приложения".to_owned(),
        language: "ru-RU",
        date: NaiveDate::from_ymd_opt(2018, 8, 28).expect("a date"),
        styles: Arc::new(styles),
        sections: Vec::new(),
        per_page: None,
        figures: Vec::new(),
    }
}

/// How the words of a paragraph are set.
#[derive(Clone, Copy)]
pub struct Setting {
    /// Left edge.
    pub x: f32,
    /// Width of the lines.
    pub measure: f32,
    /// The first line's indent.
    pub indent: f32,
    /// Size of the letters.
    pub size: f32,
    /// The face.
    pub face: Face,
    /// From margin to margin.
    pub justify: bool,
    /// As capitals in print.
    pub capitals: bool,
}

/// Ordinary text.
pub const BODY: Setting = Setting {
    x: LEFT,
    measure: MEASURE,
    indent: 35.4,
    size: 14.0,
    face: REGULAR,
    justify: true,
    capitals: false,
};

/// Sets pages from top to bottom.
pub struct Setter {
    /// What is there so far.
    pub pages: Pages,
    /// Where the next line goes.
    pub y: f32,
    fonts: [Font; 4],
}

impl Setter {
    /// An empty page and the root of the tree.
    pub fn new() -> Setter {
        let faces = [REGULAR, ITALIC, BOLD, BOLD_ITALIC];
        let mut pages = Pages::default();
        pages.tree.push(Node { kind: Kind::Document, children: Vec::new(), anchor: None });
        let fonts = faces.map(|face| Font::new(face_bytes(face), 0).expect("Tinos is sound"));
        let mut setter = Setter { pages, y: 0.0, fonts };
        setter.new_page();
        setter
    }

    /// Begins a page; all but the first carry their number.
    pub fn new_page(&mut self) {
        self.pages.pages.push(Page { width: WIDTH, height: HEIGHT, ..Page::default() });
        self.y = 56.7;
        let number = self.pages.pages.len().to_string();
        if number != "1" {
            let glyphs = self.shape(&number, 14.0, REGULAR, false);
            let run = TextRun {
                x: WIDTH / 2.0,
                y: 40.0,
                size: 14.0,
                face: REGULAR,
                color: [0; 3],
                text: number,
                glyphs,
            };
            self.draw(Mark::Pagination, vec![Item::Text(run)]);
        }
    }

    /// The page that is being filled.
    pub fn page(&self) -> usize {
        self.pages.pages.len() - 1
    }

    /// A node below `parent`.
    pub fn node(&mut self, parent: NodeId, kind: Kind) -> NodeId {
        let id = NodeId(self.pages.tree.len() as u32);
        self.pages.tree.push(Node { kind, children: Vec::new(), anchor: None });
        self.pages.tree[parent.0 as usize].children.push(Child::Node(id));
        id
    }

    /// Draws on the last page.
    pub fn draw(&mut self, mark: Mark, items: Vec<Item>) {
        let page = self.page();
        let run = self.pages.pages[page].runs.len();
        self.pages.pages[page].runs.push(Run { mark, items });
        if let Mark::Node(node) = mark {
            self.pages.tree[node.0 as usize].children.push(Child::Run(page, run));
        }
    }

    /// Words from `x` on, on the baseline `y`.
    pub fn words(&mut self, x: f32, y: f32, size: f32, face: Face, text: &str) -> (Item, f32) {
        let glyphs = self.shape(text, size, face, false);
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        (Item::Text(TextRun { x, y, size, face, color: [0; 3], text: text.to_owned(), glyphs }), width)
    }

    /// Shapes text as it would be in print.
    pub fn shape(&self, text: &str, size: f32, face: Face, capitals: bool) -> Vec<Glyph> {
        let font = &self.fonts[usize::from(face.bold) * 2 + usize::from(face.italic)];
        let mut buffer = Buffer::new();
        for (at, letter) in text.char_indices() {
            let shown = if capitals { letter.to_uppercase().next().unwrap_or(letter) } else { letter };
            buffer.push(u32::from(shown), at as u32);
        }
        buffer.guess_segment_properties();
        harfrust::shape(&ShaperFont::new(font), &mut buffer, ShapeOptions::default()).expect("shaped");
        let scale = |units: i32| units as f32 * size / 2048.0;
        let starts: Vec<u32> = buffer.glyph_infos().iter().map(|info| info.cluster).collect();
        let end = |start| starts.iter().copied().find(|&other| other > start).unwrap_or(text.len() as u32);
        let glyphs = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
        let glyph = |(info, place): (&harfrust::GlyphInfo, &harfrust::GlyphPosition)| Glyph {
            id: info.glyph_id as u16,
            advance: scale(place.x_advance),
            dx: scale(place.x_offset),
            dy: scale(place.y_offset),
            start: info.cluster,
            end: end(info.cluster),
        };
        glyphs.map(glyph).collect()
    }

    /// A paragraph: broken at spaces, and at soft hyphens where one helps.
    pub fn paragraph(&mut self, node: NodeId, setting: Setting, text: &str) {
        let lead = setting.size * 1.15;
        let lines = self.lines(setting, text);
        let (count, mut items) = (lines.len(), Vec::new());
        for (index, (text, glyphs)) in lines.into_iter().enumerate() {
            if self.y + lead > HEIGHT - 56.7 {
                self.draw(Mark::Node(node), std::mem::take(&mut items));
                self.new_page();
            }
            let indent = if index == 0 { setting.indent } else { 0.0 };
            let mut run = TextRun {
                x: setting.x + indent,
                y: self.y + setting.size * 0.89,
                size: setting.size,
                face: setting.face,
                color: [0; 3],
                text,
                glyphs,
            };
            if setting.justify && index + 1 < count {
                stretch(&mut run, setting.measure - indent);
            }
            items.push(Item::Text(run));
            self.y += lead;
        }
        self.draw(Mark::Node(node), items);
    }

    fn lines(&self, setting: Setting, text: &str) -> Vec<(String, Vec<Glyph>)> {
        let shape = |line: &str| self.shape(line, setting.size, setting.face, setting.capitals);
        let width = |line: &str| -> f32 {
            shape(&line.replace('\u{AD}', "")).iter().map(|glyph| glyph.advance).sum()
        };
        let (mut lines, mut line): (Vec<String>, String) = (Vec::new(), String::new());
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest
                .find([' ', '\u{AD}'])
                .map_or(rest.len(), |at| at + if rest[at..].starts_with(' ') { 1 } else { 2 });
            let (piece, after) = rest.split_at(end);
            let room = setting.measure - if lines.is_empty() { setting.indent } else { 0.0 };
            let tail = if piece.ends_with('\u{AD}') { "-" } else { "" };
            if !line.is_empty() && width(format!("{line}{}{tail}", piece.trim_end()).as_str()) > room {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(piece);
            rest = after;
        }
        lines.push(line);
        lines.into_iter().map(|line| self.line(setting, line)).collect()
    }

    /// A soft hyphen at the end is printed, those before it are not.
    fn line(&self, setting: Setting, text: String) -> (String, Vec<Glyph>) {
        let glyphs = self.shape(&text, setting.size, setting.face, setting.capitals);
        let mut glyphs: Vec<Glyph> =
            glyphs.into_iter().filter(|glyph| !text[glyph.start as usize..].starts_with('\u{AD}')).collect();
        if let Some(at) = text.len().checked_sub(2).filter(|_| text.ends_with('\u{AD}')) {
            let hyphen = self.shape("-", setting.size, setting.face, false).remove(0);
            glyphs.push(Glyph { start: at as u32, end: at as u32 + 2, ..hyphen });
        }
        (text, glyphs)
    }

    /// A heading with its entry in the outline.
    pub fn heading(&mut self, level: u8, text: &str) -> NodeId {
        let node = self.node(NodeId(0), Kind::Heading(level, text.to_owned()));
        let bookmark = Bookmark { level, title: text.to_owned(), page: self.page(), y: self.y };
        self.pages.outline.push(bookmark);
        let size = if level == 1 { 16.0 } else { 14.0 };
        let setting = Setting { face: BOLD, indent: 0.0, justify: false, capitals: level == 1, size, ..BODY };
        self.paragraph(node, setting, text);
        self.y += 8.0;
        node
    }

    /// A list whose items have labels.
    pub fn list(&mut self, parent: NodeId, ordered: bool, items: &[(&str, &str)]) -> Vec<NodeId> {
        let list = self.node(parent, Kind::List { ordered });
        items.iter().map(|(label, text)| self.item(list, label, text)).collect()
    }

    fn item(&mut self, list: NodeId, label: &str, text: &str) -> NodeId {
        let item = self.node(list, Kind::Item);
        let node = self.node(item, Kind::Label);
        let (words, _) = self.words(LEFT + 20.0, self.y + 12.5, 14.0, REGULAR, label);
        self.draw(Mark::Node(node), vec![words]);
        let body = self.node(item, Kind::Body);
        let node = self.node(body, Kind::Paragraph);
        self.paragraph(node, Setting { x: LEFT + 50.0, measure: MEASURE - 50.0, indent: 0.0, ..BODY }, text);
        body
    }

    /// A row of a table; cells are kind, column, text.
    pub fn row(&mut self, group: NodeId, height: f32, cells: &[(Kind, usize, &str)]) {
        const COLUMNS: [f32; 5] = [0.0, 150.0, 250.0, 350.0, MEASURE];
        let (row, top) = (self.node(group, Kind::Row), self.y);
        for (kind, column, text) in cells {
            let columns = match kind {
                Kind::HeaderCell { columns, .. } | Kind::DataCell { columns, .. } => usize::from(*columns),
                _ => 1,
            };
            let face = if matches!(kind, Kind::HeaderCell { .. }) { BOLD } else { REGULAR };
            let cell = self.node(row, kind.clone());
            self.y = top + 2.0;
            let (left, right) = (COLUMNS[*column], COLUMNS[column + columns]);
            let setting = Setting {
                x: LEFT + left + 4.0,
                measure: right - left - 8.0,
                indent: 0.0,
                size: 12.0,
                face,
                justify: false,
                capitals: false,
            };
            let paragraph = self.node(cell, Kind::Paragraph);
            if !text.is_empty() {
                self.paragraph(paragraph, setting, text);
            }
        }
        let rule = |from, to| Item::Line { from, to, width: 0.5, color: [0; 3] };
        let mut rules = vec![rule((LEFT, top + height), (LEFT + MEASURE, top + height))];
        rules.extend(COLUMNS.map(|x| rule((LEFT + x, top), (LEFT + x, top + height))));
        self.draw(Mark::Layout, rules);
        self.y = top + height;
    }

    /// A paragraph on one line in the middle of which a reference stands.
    pub fn reference(&mut self, words: [&str; 3], target: &str) {
        let paragraph = self.node(NodeId(0), Kind::Paragraph);
        let baseline = self.y + 12.5;
        let (before, width) = self.words(LEFT, baseline, 14.0, REGULAR, words[0]);
        self.draw(Mark::Node(paragraph), vec![before]);
        let node = self.node(paragraph, Kind::Link);
        let (inside, inside_width) = self.words(LEFT + width, baseline, 14.0, ITALIC, words[1]);
        self.draw(Mark::Node(node), vec![inside]);
        let link = Link {
            page: self.page(),
            bounds: [LEFT + width, self.y, LEFT + width + inside_width, self.y + 16.0],
            target: Anchor::clause(target.to_owned()),
            description: format!("Перейти к пункту {}", words[1]),
        };
        self.pages.tree[node.0 as usize].children.push(Child::Link(self.pages.links.len()));
        self.pages.links.push(link);
        let (after, _) = self.words(LEFT + width + inside_width, baseline, 14.0, BOLD_ITALIC, words[2]);
        self.draw(Mark::Node(paragraph), vec![after]);
        self.y += 24.0;
    }
}

fn stretch(run: &mut TextRun, measure: f32) {
    let is_space = |glyph: &&mut Glyph| run.text[glyph.start as usize..].starts_with(' ');
    let count = run.glyphs.len();
    let hangs = run.glyphs.last().is_some_and(|glyph| run.text[glyph.start as usize..].starts_with(' '));
    let inner = count - usize::from(hangs);
    let width: f32 = run.glyphs[..inner].iter().map(|glyph| glyph.advance).sum();
    let spaces: Vec<&mut Glyph> = run.glyphs[..inner].iter_mut().filter(is_space).collect();
    let share = (measure - width) / spaces.len().max(1) as f32;
    for glyph in spaces {
        glyph.advance += share;
    }
}

/// A header cell of a column.
pub fn column_header(columns: u16, rows: u16) -> Kind {
    Kind::HeaderCell { scope: Scope::Column, columns, rows }
}

/// A data cell.
pub fn data() -> Kind {
    Kind::DataCell { columns: 1, rows: 1 }
}

const TALK: &str = "Заслушав и обсудив доклад «Об итогах 2017/2018\u{A0}учебного года», участники конференции (347\u{A0}человек) \
отме\u{AD}чают, что доля выпуск\u{AD}ников, полу\u{AD}чивших атте\u{AD}стат, соста\u{AD}вила 98,6\u{A0}%, а сред\u{AD}ний балл \
ЕГЭ по рус\u{AD}скому языку вырос на 2,4\u{A0}пункта и до\u{AD}стиг 67,8. Вместе с тем сохра\u{AD}няется раз\u{AD}рыв между \
шко\u{AD}лами: в\u{A0}шести органи\u{AD}зациях (№\u{A0}3, №\u{A0}7, №\u{A0}12) пока\u{AD}затели каче\u{AD}ства обу\u{AD}ченности \
оста\u{AD}ются ниже средне\u{AD}муни\u{AD}ци\u{AD}паль\u{AD}ного уровня\u{A0}– 41,3\u{A0}% против 52,9\u{A0}%. ";

/// Everything at once: headings, a paragraph over two pages, lists in lists, a table with
/// merged header cells, a figure with a caption, a reference, four faces, marks over letters.
pub fn everything() -> Pages {
    let root = NodeId(0);
    let mut setter = Setter::new();
    let title = setter.heading(1, "Резолюция городской августовской конференции");
    setter.pages.tree[title.0 as usize].anchor = Some(Anchor::clause("title".to_owned()));
    setter.pages.anchors.push((Anchor::clause("title".to_owned()), 0, 56.7));
    let paragraph = setter.node(root, Kind::Paragraph);
    setter.paragraph(paragraph, BODY, &TALK.repeat(2));
    setter.heading(2, "1. Поручения");
    let bodies = setter.list(
        root,
        true,
        &[
            ("1.", "Управлению образования до\u{A0}1\u{A0}декабря:"),
            ("2.", "Руководителям школ по мере финан\u{AD}сирования."),
        ],
    );
    setter.list(bodies[0], false, &[("–", "открыть службы ранней помощи;"), ("–", "представить отчёт.")]);
    setter.list(bodies[1], true, &[("а)", "обновить учебники;"), ("б)", "закупить автобус.")]);
    setter.pages.anchors.push((Anchor::clause("second".to_owned()), 0, setter.y));
    let paragraph = setter.node(root, Kind::Paragraph);
    setter.paragraph(paragraph, Setting { measure: 330.0, ..BODY }, &TALK.repeat(3));
    setter.reference(["См. пункт ", "2", " насто\u{301}ящей резолюции: за\u{301}мок, Һаҥа күн"], "second");
    let empty = setter.node(root, Kind::Paragraph);
    setter.draw(Mark::Node(empty), Vec::new());
    table(&mut setter);
    figure(&mut setter);
    setter.pages
}

fn table(setter: &mut Setter) {
    setter.y += 6.0;
    let table =
        setter.node(NodeId(0), Kind::Table { summary: "Бюджет по учреждениям, тыс. руб.".to_owned() });
    let caption = setter.node(table, Kind::Caption);
    setter.paragraph(
        caption,
        Setting { indent: 0.0, justify: false, ..BODY },
        "Таблица 1 – Исполнение бюджета",
    );
    let rule =
        Item::Line { from: (LEFT, setter.y), to: (LEFT + MEASURE, setter.y), width: 0.5, color: [0; 3] };
    setter.draw(Mark::Layout, vec![rule]);
    let head = setter.node(table, Kind::TableHead);
    let merged = [
        (column_header(1, 2), 0, "Учреждение"),
        (column_header(2, 1), 1, "2017 год"),
        (column_header(1, 2), 3, "Примечание"),
    ];
    setter.row(head, 18.0, &merged);
    setter.row(head, 18.0, &[(column_header(1, 1), 1, "План"), (column_header(1, 1), 2, "Факт")]);
    let body = setter.node(table, Kind::TableBody);
    let row_header = Kind::HeaderCell { scope: Scope::Row, columns: 1, rows: 1 };
    setter.row(
        body,
        18.0,
        &[
            (row_header.clone(), 0, "Школа №\u{A0}3"),
            (data(), 1, "1\u{A0}250,5"),
            (data(), 2, "н/д"),
            (data(), 3, "–"),
        ],
    );
    setter.row(
        body,
        18.0,
        &[(row_header, 0, "Детский сад"), (data(), 1, "0"), (data(), 2, "12,0"), (data(), 3, "")],
    );
}

fn figure(setter: &mut Setter) {
    setter.y += 12.0;
    let (top, page) = (setter.y, setter.page());
    let kind = Kind::Figure {
        alt: "Столбцы: план 80, факт 60".to_owned(),
        page,
        bounds: [LEFT, top, LEFT + 200.0, top + 80.0],
    };
    let node = setter.node(NodeId(0), kind);
    let bar = |x: f32, height: f32, color| Item::Rectangle {
        x: LEFT + x,
        y: top + 80.0 - height,
        width: 50.0,
        height,
        color,
    };
    let (words, _) = setter.words(LEFT + 20.0, top + 74.0, 9.0, BOLD, "80");
    setter
        .draw(Mark::Node(node), vec![bar(10.0, 80.0, [31, 78, 121]), bar(80.0, 60.0, [192, 80, 77]), words]);
    setter.y = top + 90.0;
    let caption = setter.node(NodeId(0), Kind::Caption);
    setter.paragraph(caption, Setting { indent: 0.0, justify: false, ..BODY }, "Рисунок 1 – План и факт");
}
