//! Style sheets from YAML: page geometry and named paragraph styles.
//!
//! A paragraph style names the style it is `based_on` and says only what differs; a style
//! sheet that a pack brings says only what differs from the layout's own.

use super::messages as say;
use super::{
    Align, Breaking, DocxFont, Face, Length, Margins, Numbers, Page, ParagraphStyle, StyleSheet, TableRule,
    TableStyle,
};
use crate::pack::read::{At, Named, Read, Reader, Word};
use crate::pack::shape::{Name, Shape};
use crate::record;
use crate::source::{Finding, Findings, Node};
use std::collections::BTreeMap;

record! {
    /// A style sheet as it is written.
    pub struct StyleFacts: "стили" / "style sheet" {
        /// The page.
        page: Option<PageFacts> = "страница" / "page", "Размер и поля страницы." / "Size and margins of the page.";
        /// The text face.
        font: Option<Word> = "шрифт" / "font", "Гарнитура: Tinos." / "The text face: Tinos.";
        /// Which name Word files use for it.
        docx_font: Option<DocxFontWord> = "шрифт_docx" / "docx_font",
            "Имя шрифта в стилях Word: встроенный или Times New Roman." /
            "The face's name in Word's styles: embedded or Times New Roman.";
        /// The accent colour.
        accent: Option<ColorWord> = "акцент" / "accent",
            "Цвет диаграмм и слайдов: \"#1F4E79\"." / "The colour of charts and slides: \"#1F4E79\".";
        /// Paragraph styles.
        paragraphs: Named<ParagraphFacts> = "абзацы" / "paragraphs",
            "Стили абзацев под именами, которые пишет макет." / "Paragraph styles under the names that layouts use.";
        /// Table styles.
        tables: Named<TableStyleFacts> = "таблицы" / "tables", "Стили таблиц." / "Table styles.";
    }
}

record! {
    /// The page as it is written; lengths in millimetres.
    pub struct PageFacts: "страница" / "page" {
        /// Width.
        width: Option<Millimetres> = "ширина" / "width", "Ширина, мм." / "Width, mm.";
        /// Height.
        height: Option<Millimetres> = "высота" / "height", "Высота, мм." / "Height, mm.";
        /// Left margin.
        left: Option<Millimetres> = "слева" / "left", "Левое поле, мм." / "Left margin, mm.";
        /// Right margin.
        right: Option<Millimetres> = "справа" / "right", "Правое поле, мм." / "Right margin, mm.";
        /// Top margin.
        top: Option<Millimetres> = "сверху" / "top", "Верхнее поле, мм." / "Top margin, mm.";
        /// Bottom margin.
        bottom: Option<Millimetres> = "снизу" / "bottom", "Нижнее поле, мм." / "Bottom margin, mm.";
        /// First page with a number; 0 for no numbers.
        numbers_from: Option<At<u32>> = "номера_с" / "numbers_from",
            "С какой страницы стоит номер; 0 – без номеров." / "The first page with a number; 0 for none.";
        /// From the paper's edge to the number.
        number_distance: Option<Millimetres> = "до_номера" / "number_distance",
            "От края листа до номера страницы, мм." / "From the paper's edge to the page number, mm.";
    }
}

record! {
    /// A paragraph style as it is written.
    pub struct ParagraphFacts: "стиль абзаца" / "paragraph style" {
        /// The style it differs from.
        based_on: Option<Word> = "на_основе" / "based_on", "Стиль, от которого этот отличается." / "The style it differs from.";
        /// Its name in Word.
        title: Option<Word> = "название" / "title", "Имя стиля в Word." / "The style's name in Word.";
        /// Size, pt.
        size: Option<Number> = "кегль" / "size", "Кегль, пт." / "Size, pt.";
        /// Bold.
        bold: Option<At<bool>> = "полужирный" / "bold", "Полужирный." / "Bold.";
        /// Italic.
        italic: Option<At<bool>> = "курсив" / "italic", "Курсив." / "Italic.";
        /// Capitals.
        capitals: Option<At<bool>> = "прописные" / "capitals", "Все буквы прописные." / "All letters as capitals.";
        /// Letter spacing, pt.
        letter_spacing: Option<Number> = "разрядка" / "letter_spacing", "Разрядка, пт." / "Extra space after each letter, pt.";
        /// Alignment.
        align: Option<AlignWord> = "выравнивание" / "align",
            "слева, по центру, справа, по ширине." / "left, center, right, justify.";
        /// First line's indent, mm.
        first_indent: Option<Millimetres> = "красная_строка" / "first_indent", "Отступ первой строки, мм." / "First line's indent, mm.";
        /// Left indent, mm.
        left_indent: Option<Millimetres> = "отступ_слева" / "left_indent", "Отступ слева, мм." / "Left indent, mm.";
        /// Right indent, mm.
        right_indent: Option<Millimetres> = "отступ_справа" / "right_indent", "Отступ справа, мм." / "Right indent, mm.";
        /// Line spacing.
        line_spacing: Option<Number> = "интервал" / "line_spacing", "Межстрочный интервал: 1,5." / "Line spacing: 1.5.";
        /// Space before, pt.
        space_before: Option<Number> = "перед" / "space_before", "Место перед абзацем, пт." / "Space above, pt.";
        /// Space after, pt.
        space_after: Option<Number> = "после" / "space_after", "Место после абзаца, пт." / "Space below, pt.";
        /// Keep with the next.
        keep_next: Option<At<bool>> = "не_отрывать_от_следующего" / "keep_next",
            "Стоит на одной странице со следующим." / "Stays on the page of the next block.";
        /// Keep its lines together.
        keep_lines: Option<At<bool>> = "не_разрывать" / "keep_lines", "Не делится между страницами." / "Is never divided between pages.";
        /// Keep with the one before.
        keep_previous: Option<At<bool>> = "не_отрывать_от_предыдущего" / "keep_previous",
            "Стоит на одной странице с концом предыдущего." / "Stays on the page of the block before.";
        /// How lines are broken.
        breaking: Option<BreakingWord> = "переносы_строк" / "breaking",
            "word – строки как в Word; optimum – весь абзац сразу, с переносами." /
            "word: lines as in Word; optimum: the whole paragraph at once, hyphenated.";
    }
}

record! {
    /// A table style as it is written.
    pub struct TableStyleFacts: "стиль таблицы" / "table style" {
        /// Its name in Word.
        title: Option<Word> = "название" / "title", "Имя стиля в Word." / "The style's name in Word.";
        /// Whether it has rules.
        rules: Option<At<bool>> = "линейки" / "rules", "Линейки вокруг ячеек." / "Rules around the cells.";
        /// Thickness of the rules, pt.
        rule_width: Option<Number> = "толщина" / "rule_width", "Толщина линеек, пт." / "Thickness of the rules, pt.";
        /// Padding, mm.
        padding_x: Option<Millimetres> = "поля_по_бокам" / "padding_x", "От линейки до текста по бокам, мм." / "From a cell's side to its text, mm.";
        /// Padding, mm.
        padding_y: Option<Millimetres> = "поля_сверху" / "padding_y", "От линейки до текста сверху и снизу, мм." / "From a cell's top to its text, mm.";
    }
}

/// A number of points or a multiple, with a decimal comma or point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(pub f32);

impl Read for Number {
    fn shape() -> Shape {
        Shape::Number
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, &Shape::Number)?;
        match text.as_str().trim().replace(',', ".").parse::<f32>() {
            Ok(number) if number.is_finite() && number.abs() < 10_000.0 => Some(Number(number)),
            _ => {
                let finding =
                    Finding::new(&say::NOT_A_MEASURE).arg("text", text.as_str().trim()).at(node.span);
                reader.findings.push(finding);
                None
            }
        }
    }
}

/// A colour as it is written: `#` and six hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColorWord(pub [u8; 3]);

impl Read for ColorWord {
    fn shape() -> Shape {
        Shape::Word
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, &Shape::Word)?.as_str().trim();
        let color = color(text);
        if color.is_none() {
            reader.findings.push(Finding::new(&say::NOT_A_COLOR).arg("text", text).at(node.span));
        }
        color.map(ColorWord)
    }
}

fn color(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').unwrap_or(text);
    let plain = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| plain)?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

/// A length written in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Millimetres(pub Length);

impl Read for Millimetres {
    fn shape() -> Shape {
        Shape::Number
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        Number::read(node, reader).map(|number| Millimetres(Length::mm(number.0)))
    }
}

/// A word that stands for a value of type `T`.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident($value:ty): $($ru:literal / $en:literal => $is:expr),* $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name(pub $value);

        impl Read for $name {
            fn shape() -> Shape {
                Shape::Choice(vec![$(Name::new($ru, $en)),*])
            }

            fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
                let index = reader.choice(node, &[$(Name::new($ru, $en)),*])?;
                [$($is),*].get(index).copied().map($name)
            }
        }
    };
}

words! {
    /// Alignment as it is written.
    AlignWord(Align): "слева" / "left" => Align::Left, "по центру" / "center" => Align::Center,
        "справа" / "right" => Align::Right, "по ширине" / "justify" => Align::Justify,
}
words! {
    /// Breaking as it is written.
    BreakingWord(Breaking): "word" / "word" => Breaking::Word, "optimum" / "optimum" => Breaking::Optimum,
}
words! {
    /// The name of the face in Word files as it is written.
    DocxFontWord(DocxFont): "встроенный" / "embedded" => DocxFont::Embedded,
        "Times New Roman" / "Times New Roman" => DocxFont::TimesNewRoman,
}

/// A sheet of paper as the standard has it, with nothing on it.
fn blank() -> StyleSheet {
    StyleSheet {
        page: Page {
            width: Length::mm(210.0),
            height: Length::mm(297.0),
            margins: Margins {
                left: Length::mm(30.0),
                right: Length::mm(10.0),
                top: Length::mm(20.0),
                bottom: Length::mm(20.0),
            },
            numbers: None,
        },
        font: "Tinos".to_owned(),
        docx_font: DocxFont::Embedded,
        accent: [31, 78, 121],
        paragraphs: BTreeMap::new(),
        tables: BTreeMap::new(),
    }
}

fn plain(title: &str) -> ParagraphStyle {
    ParagraphStyle {
        title: title.to_owned(),
        size: Length(14.0),
        face: Face::default(),
        capitals: false,
        letter_spacing: Length(0.0),
        align: Align::Left,
        first_indent: Length(0.0),
        left_indent: Length(0.0),
        right_indent: Length(0.0),
        line_spacing: 1.0,
        space_before: Length(0.0),
        space_after: Length(0.0),
        keep_next: false,
        keep_lines: false,
        keep_previous: false,
        breaking: Breaking::Word,
    }
}

/// The style sheet that these sheets make, each saying what differs from those before it.
pub fn compose(sheets: &[StyleFacts], findings: &mut Findings) -> StyleSheet {
    let mut sheet = blank();
    for facts in sheets {
        if let Some(page) = &facts.page {
            set_page(&mut sheet.page, page);
        }
        if let Some(font) = &facts.font {
            sheet.font.clone_from(&font.value);
        }
        if let Some(word) = facts.docx_font {
            sheet.docx_font = word.0;
        }
        if let Some(accent) = facts.accent {
            sheet.accent = accent.0;
        }
        for (name, style) in &facts.paragraphs.0 {
            let base = base_of(&sheet, &name.value, style, findings);
            sheet.paragraphs.insert(name.value.clone(), differing(base, style));
        }
        for (name, style) in &facts.tables.0 {
            set_table(sheet.tables.entry(name.value.clone()).or_insert_with(|| ruled(&name.value)), style);
        }
    }
    sheet
}

/// What a style differs from: the style it names, itself in an earlier sheet, or plain text.
fn base_of(
    sheet: &StyleSheet,
    name: &str,
    style: &ParagraphFacts,
    findings: &mut Findings,
) -> ParagraphStyle {
    let own = sheet.paragraphs.get(name);
    let title = || own.map_or_else(|| name.to_owned(), |own| own.title.clone());
    let Some(base) = &style.based_on else {
        return own.cloned().unwrap_or_else(|| plain(name));
    };
    match sheet.paragraphs.get(&base.value) {
        Some(found) => ParagraphStyle { title: title(), ..found.clone() },
        None => {
            findings.push(Finding::new(&say::UNKNOWN_STYLE).arg("style", base.value.clone()).at(base.span));
            plain(&title())
        }
    }
}

fn set_page(page: &mut Page, facts: &PageFacts) {
    let set = |length: &mut Length, value: Option<Millimetres>| {
        if let Some(value) = value {
            *length = value.0;
        }
    };
    set(&mut page.width, facts.width);
    set(&mut page.height, facts.height);
    set(&mut page.margins.left, facts.left);
    set(&mut page.margins.right, facts.right);
    set(&mut page.margins.top, facts.top);
    set(&mut page.margins.bottom, facts.bottom);
    if let Some(from) = &facts.numbers_from {
        page.numbers = (from.value > 0).then(|| Numbers {
            from: from.value,
            distance: Length::mm(10.0),
            style: "page-number".to_owned(),
        });
    }
    if let (Some(numbers), Some(distance)) = (&mut page.numbers, facts.number_distance) {
        numbers.distance = distance.0;
    }
}

fn differing(base: ParagraphStyle, facts: &ParagraphFacts) -> ParagraphStyle {
    let flag = |value: &Option<At<bool>>, base: bool| value.as_ref().map_or(base, |at| at.value);
    let points = |value: Option<Number>, base: Length| value.map_or(base, |number| Length(number.0));
    let length = |value: Option<Millimetres>, base: Length| value.map_or(base, |mm| mm.0);
    ParagraphStyle {
        title: facts.title.as_ref().map_or(base.title, |title| title.value.clone()),
        size: points(facts.size, base.size),
        face: Face { bold: flag(&facts.bold, base.face.bold), italic: flag(&facts.italic, base.face.italic) },
        capitals: flag(&facts.capitals, base.capitals),
        letter_spacing: points(facts.letter_spacing, base.letter_spacing),
        align: facts.align.map_or(base.align, |word| word.0),
        first_indent: length(facts.first_indent, base.first_indent),
        left_indent: length(facts.left_indent, base.left_indent),
        right_indent: length(facts.right_indent, base.right_indent),
        line_spacing: facts.line_spacing.map_or(base.line_spacing, |number| number.0),
        space_before: points(facts.space_before, base.space_before),
        space_after: points(facts.space_after, base.space_after),
        keep_next: flag(&facts.keep_next, base.keep_next),
        keep_lines: flag(&facts.keep_lines, base.keep_lines),
        keep_previous: flag(&facts.keep_previous, base.keep_previous),
        breaking: facts.breaking.map_or(base.breaking, |word| word.0),
    }
}

fn ruled(title: &str) -> TableStyle {
    TableStyle {
        title: title.to_owned(),
        rules: TableRule::All,
        rule_width: Length(0.5),
        padding_x: Length::mm(1.9),
        padding_y: Length(0.0),
    }
}

fn set_table(style: &mut TableStyle, facts: &TableStyleFacts) {
    if let Some(title) = &facts.title {
        style.title.clone_from(&title.value);
    }
    if let Some(rules) = &facts.rules {
        style.rules = if rules.value { TableRule::All } else { TableRule::None };
    }
    if let Some(width) = facts.rule_width {
        style.rule_width = Length(width.0);
    }
    if let Some(padding) = facts.padding_x {
        style.padding_x = padding.0;
    }
    if let Some(padding) = facts.padding_y {
        style.padding_y = padding.0;
    }
}
