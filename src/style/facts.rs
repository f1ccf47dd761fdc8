//! Style sheets from YAML: page geometry and named paragraph styles.
//!
//! A paragraph style names the style it is `based_on` and says only what differs; a style
//! sheet that a pack brings says only what differs from the layout's own.

use super::messages as say;
use super::{
    Align, Breaking, Color, DocxFont, Face, FrameStyle, Length, Margins, Numbers, Page, ParagraphStyle,
    Stand, StyleSheet, TableRule, TableStyle,
};
use crate::pack::read::{At, Named, Read, Reader, Word};
use crate::pack::shape::{Name, Shape};
use crate::record;
use crate::source::{Finding, Findings, Node, Span};
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
        accent: Option<ColorValue> = "акцент" / "accent",
            "Один цвет кроме чёрного и серых: 1F4E79." / "The one colour besides black and greys: 1F4E79.";
        /// The emblem.
        emblem: Option<Word> = "эмблема" / "emblem",
            "Герб или эмблема на каждом слайде: файл PNG или JPEG в папке комплекта." /
            "The coat of arms or emblem on every slide: a PNG or JPEG file in the pack's folder.";
        /// Places on slides.
        frames: Named<FrameFacts> = "рамки" / "frames",
            "Места на слайде под именами, которые пишет макет." / "Places on a slide under the names that layouts use.";
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
        width: Option<Paper> = "ширина" / "width", "Ширина, мм." / "Width, mm.";
        /// Height.
        height: Option<Paper> = "высота" / "height", "Высота, мм." / "Height, mm.";
        /// Left margin.
        left: Option<Margin> = "слева" / "left", "Левое поле, мм." / "Left margin, mm.";
        /// Right margin.
        right: Option<Margin> = "справа" / "right", "Правое поле, мм." / "Right margin, mm.";
        /// Top margin.
        top: Option<Margin> = "сверху" / "top", "Верхнее поле, мм." / "Top margin, mm.";
        /// Bottom margin.
        bottom: Option<Margin> = "снизу" / "bottom", "Нижнее поле, мм." / "Bottom margin, mm.";
        /// First page with a number; 0 for no numbers.
        numbers_from: Option<At<u32>> = "номера_с" / "numbers_from",
            "С какой страницы стоит номер; 0 – без номеров." / "The first page with a number; 0 for none.";
        /// From the paper's edge to the number.
        number_distance: Option<Millimetres> = "до_номера" / "number_distance",
            "От края листа до номера страницы, мм." / "From the paper's edge to the page number, mm.";
    }
}

record! {
    /// A place on a slide as it is written; lengths in millimetres.
    pub struct FrameFacts: "рамка" / "frame" {
        /// Its name in PowerPoint.
        title: Option<Word> = "название" / "title", "Имя рамки в PowerPoint." / "The frame's name in PowerPoint.";
        /// From the left edge.
        x: Option<Millimetres> = "слева" / "left", "От левого края слайда, мм." / "From the slide's left edge, mm.";
        /// From the upper edge.
        y: Option<Millimetres> = "сверху" / "top", "От верхнего края слайда, мм." / "From the slide's upper edge, mm.";
        /// Width.
        width: Option<Millimetres> = "ширина" / "width", "Ширина, мм." / "Width, mm.";
        /// Height.
        height: Option<Millimetres> = "высота" / "height", "Высота, мм." / "Height, mm.";
        /// From each edge to the content.
        padding: Option<Millimetres> = "поля" / "padding", "От края рамки до содержимого, мм." / "From the frame's edges to its content, mm.";
        /// Where the content stands.
        stand: Option<StandWord> = "стоит" / "stand", "вверху, посередине, внизу." / "top, middle, bottom.";
        /// What it is filled with.
        fill: Option<ColorValue> = "заливка" / "fill", "Цвет рамки: F2F5F9, акцент." / "The frame's colour: F2F5F9, accent.";
        /// Between its parts.
        gap: Option<Millimetres> = "промежуток" / "gap", "Между частями разделённой рамки, мм." / "Between the parts of a divided frame, mm.";
        /// Parts one under the other.
        stacked: Option<At<bool>> = "столбиком" / "stacked", "да – части стоят одна под другой." / "yes: its parts stand one under the other.";
        /// The smallest size.
        smallest: Option<Number> = "кегль_от" / "smallest", "Мельче этого кегля буквы не станут, пт; обычно 18." / "Letters are not set smaller than this, pt; usually 18.";
        /// Drawn always.
        always: Option<At<bool>> = "всегда" / "always", "да – заливка видна на каждом слайде." / "yes: its fill is seen on every slide.";
        /// Where it goes on.
        goes_on_in: Option<Word> = "продолжать_в" / "continue_in",
            "Рамка следующего слайда для того, что не уместилось; без неё уместиться должно всё." /
            "The frame of a further slide for what does not fit; all must fit if not given.";
        /// Lines of about one length.
        balanced: Option<At<bool>> = "ровно" / "balanced",
            "да – строки заголовка или цитаты примерно одной длины." /
            "yes: the lines of a heading or a quotation are about equally long.";
        /// Stands on continuations too.
        repeats: Option<At<bool>> = "повторять" / "repeat", "да – стоит и на продолжении слайда." / "yes: it stands on a slide's continuation too.";
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
        size: Option<LetterSize> = "кегль" / "size", "Кегль, пт." / "Size, pt.";
        /// Bold.
        bold: Option<At<bool>> = "полужирный" / "bold", "Полужирный." / "Bold.";
        /// Colour.
        color: Option<ColorValue> = "цвет" / "color", "Цвет букв: 333333, акцент." / "The letters' colour: 333333, accent.";
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
        /// A rule below.
        at_foot: Option<At<bool>> = "внизу_листа" / "at_foot", "Стоит внизу листа, если за ним на листе ничего нет." / "Stands at the foot of its page, if nothing follows it there.";
        rule_below: Option<At<bool>> = "черта_снизу" / "rule_below", "Черта под абзацем во всю ширину текста." / "A rule below, as wide as the text.";
        /// Keep with the next.
        keep_next: Option<At<bool>> = "не_отрывать_от_следующего" / "keep_next",
            "Стоит на одной странице со следующим." / "Stays on the page of the next block.";
        /// Keep its lines together.
        keep_lines: Option<At<bool>> = "не_разрывать" / "keep_lines", "Не делится между страницами." / "Is never divided between pages.";
        /// Keep with the one before.
        keep_previous: Option<At<bool>> = "не_отрывать_от_предыдущего" / "keep_previous",
            "Стоит на одной странице с концом предыдущего." / "Stays on the page of the block before.";
        /// Of one size on all slides.
        one_size: Option<At<bool>> = "один_кегль" / "one_size",
            "да – на всех слайдах один кегль, где бы на нём ни стояли другие буквы." /
            "yes: of one size on all slides, whatever is smaller beside it.";
        /// Pages end where its sentences do.
        by_sentences: Option<At<bool>> = "по_предложениям" / "by_sentences",
            "Страница кончается только концом предложения; в Word абзац не делится." /
            "Pages end only where sentences do; in Word the paragraph stays whole.";
        /// How lines are broken.
        breaking: Option<BreakingWord> = "переносы_строк" / "breaking",
            "word – строки как в Word; kerned – как на слайдах; optimum – весь абзац сразу, с переносами." /
            "word: lines as in Word; kerned: as on slides; optimum: the whole paragraph at once, hyphenated.";
    }
}

record! {
    /// A table style as it is written.
    pub struct TableStyleFacts: "стиль таблицы" / "table style" {
        /// Its name in Word.
        title: Option<Word> = "название" / "title", "Имя стиля в Word." / "The style's name in Word.";
        /// Whether it has rules.
        rules: Option<RulesWord> = "линейки" / "rules",
            "да – вокруг ячеек, между строками – над и под ними, нет." / "yes: around the cells; between rows; no.";
        /// Colour of the rules.
        rule_color: Option<ColorValue> = "цвет_линеек" / "rule_color", "Цвет линеек: A6A6A6." / "The rules' colour: A6A6A6.";
        /// Fill of the header.
        head_fill: Option<ColorValue> = "заливка_заголовка" / "head_fill", "Цвет строк заголовка: DCE6F1." / "The header rows' colour: DCE6F1.";
        /// Thickness of the rules, pt.
        rule_width: Option<Number> = "толщина" / "rule_width", "Толщина линеек, пт." / "Thickness of the rules, pt.";
        /// Padding, mm.
        padding_x: Option<Millimetres> = "поля_по_бокам" / "padding_x", "От линейки до текста по бокам, мм." / "From a cell's side to its text, mm.";
        /// Padding, mm.
        padding_y: Option<Millimetres> = "поля_сверху" / "padding_y", "От линейки до текста сверху и снизу, мм." / "From a cell's top to its text, mm.";
        /// Whether the last page says so.
        ending: Option<At<bool>> = "окончание" / "ending",
            "да – на последней странице таблицы «Окончание таблицы», а не «Продолжение»." /
            "yes: a table's last page says «Окончание таблицы» and not «Продолжение».";
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

/// A measure that must lie within limits.
macro_rules! within {
    ($(#[$doc:meta])* $name:ident: $from:literal to $to:literal $ru:literal / $en:literal, $length:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name {
            /// The length.
            pub length: Length,
            /// Where it stands.
            pub span: Span,
        }

        impl Read for $name {
            fn shape() -> Shape {
                Shape::Number
            }

            fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
                let text = reader.scalar(node, &Shape::Number)?.as_str().trim().to_owned();
                let number = text.replace(',', ".").parse::<f32>();
                match number {
                    Err(_) => {
                        let finding = Finding::new(&say::NOT_A_MEASURE).arg("text", text);
                        reader.findings.push(finding.at(node.span));
                        None
                    }
                    Ok(number) if ($from..=$to).contains(&number) => {
                        Some($name { length: $length(number), span: node.span })
                    }
                    Ok(_) => {
                        let finding = Finding::new(&say::OUT_OF_RANGE).arg("text", text);
                        let finding = finding.arg("from", $from.to_string()).arg("to", $to.to_string());
                        reader.findings.push(finding.arg("unit", ($ru, $en)).at(node.span));
                        None
                    }
                }
            }
        }
    };
}

within! {
    /// A side of a sheet of paper.
    Paper: 30.0 to 2000.0 "мм" / "mm", Length::mm
}
within! {
    /// A margin of a page.
    Margin: 0.0 to 1000.0 "мм" / "mm", Length::mm
}
within! {
    /// The size of letters.
    LetterSize: 1.0 to 400.0 "пт" / "pt", Length
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
    BreakingWord(Breaking): "word" / "word" => Breaking::Word, "kerned" / "kerned" => Breaking::Kerned, "optimum" / "optimum" => Breaking::Optimum,
}
words! {
    /// The name of the face in Word files as it is written.
    DocxFontWord(DocxFont): "встроенный" / "embedded" => DocxFont::Embedded,
        "Times New Roman" / "Times New Roman" => DocxFont::TimesNewRoman,
}

words! {
    /// Which rules a table has, as it is written.
    RulesWord(TableRule): "да" / "yes" => TableRule::All, "нет" / "no" => TableRule::None,
        "между строками" / "between rows" => TableRule::Level,
        "true" / "true" => TableRule::All, "false" / "false" => TableRule::None,
}
words! {
    /// Where content stands in a frame, as it is written.
    StandWord(Stand): "вверху" / "top" => Stand::Top, "посередине" / "middle" => Stand::Middle,
        "внизу" / "bottom" => Stand::Bottom,
}

/// A colour as it is written: six hexadecimal digits, or `акцент`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ColorValue(pub Color);

impl Read for ColorValue {
    fn shape() -> Shape {
        Shape::Word
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, &Shape::Word)?.as_str().trim().to_owned();
        if matches!(text.as_str(), "акцент" | "accent") {
            return Some(ColorValue(Color::Accent));
        }
        let digits = text.strip_prefix('#').unwrap_or(&text);
        let value = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 6);
        match value {
            Some(value) => {
                let [_, red, green, blue] = value.to_be_bytes();
                Some(ColorValue(Color::Rgb([red, green, blue])))
            }
            None => {
                reader.findings.push(Finding::new(&say::NOT_A_COLOR).arg("text", text).at(node.span));
                None
            }
        }
    }
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
        accent: [0x1f, 0x4e, 0x79],
        emblem: None,
        frames: BTreeMap::new(),
        paragraphs: BTreeMap::new(),
        tables: BTreeMap::new(),
    }
}

fn plain(title: &str) -> ParagraphStyle {
    ParagraphStyle { title: title.to_owned(), ..ParagraphStyle::PLAIN }
}

/// The style sheet that these sheets make, each saying what differs from those before it.
pub fn compose<'s>(sheets: impl IntoIterator<Item = &'s StyleFacts>, findings: &mut Findings) -> StyleSheet {
    let mut sheet = blank();
    for facts in sheets {
        if let Some(page) = &facts.page {
            set_page(&mut sheet.page, page);
            findings.list.extend(no_room(&sheet.page, page));
        }
        if let Some(font) = &facts.font {
            sheet.font.clone_from(&font.value);
        }
        if let Some(word) = facts.docx_font {
            sheet.docx_font = word.0;
        }
        if let Some(ColorValue(Color::Rgb(rgb))) = facts.accent {
            sheet.accent = rgb;
        }
        for (name, frame) in &facts.frames.0 {
            set_frame(
                sheet.frames.entry(name.value.clone()).or_insert_with(|| empty_frame(&name.value)),
                frame,
            );
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

/// Lines are at least so long, and columns of text so high: in millimetres.
const LEAST_ROOM: f32 = 20.0;

/// Says where a page has no room for text, at the measure that was written last.
fn no_room(page: &Page, facts: &PageFacts) -> Option<Finding> {
    let sides = [
        (
            page.text_width(false),
            [
                facts.width.map(|side| side.span),
                facts.right.map(|margin| margin.span),
                facts.left.map(|margin| margin.span),
            ],
        ),
        (
            page.text_width(true),
            [
                facts.height.map(|side| side.span),
                facts.bottom.map(|margin| margin.span),
                facts.top.map(|margin| margin.span),
            ],
        ),
    ];
    let (room, places) = sides.into_iter().find(|(room, _)| room.pt() < Length::mm(LEAST_ROOM).pt())?;
    let millimetres = (room.pt() / Length::mm(1.0).pt()).round().to_string();
    let finding = Finding::new(&say::NO_ROOM).arg("width", millimetres).arg("least", LEAST_ROOM.to_string());
    Some(finding.at(places.into_iter().flatten().max()?))
}

fn set_page(page: &mut Page, facts: &PageFacts) {
    let set = |length: &mut Length, value: Option<Margin>| {
        if let Some(value) = value {
            *length = value.length;
        }
    };
    page.width = facts.width.map_or(page.width, |side| side.length);
    page.height = facts.height.map_or(page.height, |side| side.length);
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
        size: facts.size.map_or(base.size, |size| size.length),
        face: Face { bold: flag(&facts.bold, base.face.bold), italic: flag(&facts.italic, base.face.italic) },
        color: facts.color.map_or(base.color, |value| value.0),
        capitals: flag(&facts.capitals, base.capitals),
        letter_spacing: points(facts.letter_spacing, base.letter_spacing),
        align: facts.align.map_or(base.align, |word| word.0),
        first_indent: length(facts.first_indent, base.first_indent),
        left_indent: length(facts.left_indent, base.left_indent),
        right_indent: length(facts.right_indent, base.right_indent),
        line_spacing: facts.line_spacing.map_or(base.line_spacing, |number| number.0),
        space_before: points(facts.space_before, base.space_before),
        space_after: points(facts.space_after, base.space_after),
        rule_below: flag(&facts.rule_below, base.rule_below),
        at_foot: flag(&facts.at_foot, base.at_foot),
        keep_next: flag(&facts.keep_next, base.keep_next),
        keep_lines: flag(&facts.keep_lines, base.keep_lines),
        keep_previous: flag(&facts.keep_previous, base.keep_previous),
        one_size: flag(&facts.one_size, base.one_size),
        by_sentences: flag(&facts.by_sentences, base.by_sentences),
        breaking: facts.breaking.map_or(base.breaking, |word| word.0),
    }
}

fn empty_frame(name: &str) -> FrameStyle {
    FrameStyle {
        title: name.to_owned(),
        x: Length(0.0),
        y: Length(0.0),
        width: Length::mm(100.0),
        height: Length::mm(50.0),
        padding: Length(0.0),
        stand: Stand::Top,
        fill: None,
        gap: Length::mm(8.0),
        stacked: false,
        smallest: Length(18.0),
        always: false,
        balanced: false,
        repeats: false,
        goes_on_in: None,
    }
}

fn set_frame(frame: &mut FrameStyle, facts: &FrameFacts) {
    if let Some(title) = &facts.title {
        frame.title.clone_from(&title.value);
    }
    let lengths = [
        (&mut frame.x, facts.x),
        (&mut frame.y, facts.y),
        (&mut frame.width, facts.width),
        (&mut frame.height, facts.height),
        (&mut frame.padding, facts.padding),
        (&mut frame.gap, facts.gap),
    ];
    for (length, value) in lengths {
        *length = value.map_or(*length, |mm| mm.0);
    }
    frame.stand = facts.stand.map_or(frame.stand, |word| word.0);
    frame.fill = facts.fill.map_or(frame.fill, |color| Some(color.0));
    frame.stacked = facts.stacked.as_ref().map_or(frame.stacked, |at| at.value);
    frame.smallest = facts.smallest.map_or(frame.smallest, |number| Length(number.0));
    if let Some(word) = &facts.goes_on_in {
        frame.goes_on_in = Some(word.value.clone());
    }
    frame.repeats = facts.repeats.as_ref().map_or(frame.repeats, |at| at.value);
    frame.balanced = facts.balanced.as_ref().map_or(frame.balanced, |at| at.value);
    frame.always = facts.always.as_ref().map_or(frame.always, |at| at.value);
}

fn ruled(title: &str) -> TableStyle {
    TableStyle {
        title: title.to_owned(),
        rules: TableRule::All,
        rule_width: Length(0.5),
        rule_color: Color::BLACK,
        head_fill: None,
        padding_x: Length::mm(1.9),
        padding_y: Length(0.0),
        ending: false,
    }
}

fn set_table(style: &mut TableStyle, facts: &TableStyleFacts) {
    if let Some(title) = &facts.title {
        style.title.clone_from(&title.value);
    }
    if let Some(color) = facts.rule_color {
        style.rule_color = color.0;
    }
    if let Some(color) = facts.head_fill {
        style.head_fill = Some(color.0);
    }
    if let Some(rules) = &facts.rules {
        style.rules = rules.0;
    }
    if let Some(ending) = &facts.ending {
        style.ending = ending.value;
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
