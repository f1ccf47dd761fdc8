//! A summary sheet: one slide, or one page of a handout.

use super::chart::ChartFacts;
use super::picture::PictureFacts;
use super::read::{At, Read, Reader, Word};
use super::resolution::TablePlace;
use super::shape::{Name, Shape};
use crate::record;
use crate::source::Node;
use crate::text::{Lines, RichText};

record! {
    /// One slide-ready page. Everything but the title may be left out.
    pub struct SummarySheet: "лист" / "sheet" {
        /// Its title.
        title: Lines = "заголовок" / "title", "Заголовок листа: одна мысль." / "The sheet's title: one thought.";
        /// The key indicators.
        indicators: Vec<KeyIndicator> = "показатели" / "indicators",
            "Главные числа листа, крупно: имена показателей; хорошо видно до четырёх." /
            "The sheet's key figures, printed big: names of indicators; up to four are seen well.";
        /// A short table.
        table: Option<TablePlace> = "таблица" / "table",
            "Короткая таблица: имя из «таблиц», строки и столбцы на выбор." /
            "A short table: a name from `tables`, with the rows and columns that are wanted.";
        /// A chart.
        chart: Option<ChartFacts> = "диаграмма" / "chart",
            "Диаграмма во всю часть листа: имя из «таблиц» или ключи диаграммы." /
            "A chart as large as its part of the sheet: a name from `tables`, or a chart's keys.";
        /// A picture.
        picture: Option<PictureFacts> = "картинка" / "picture",
            "Картинка: файл PNG или JPEG с описанием." / "A picture: a PNG or JPEG file with what is seen on it.";
        /// The points.
        points: Vec<RichText> = "пункты" / "points", "Пункты списком." / "Points, as a list.";
        /// A quotation.
        quote: Option<Quote> = "цитата" / "quote", "Цитата с автором." / "A quotation with its author.";
        /// Where the figures come from.
        source: Option<Lines> = "источник" / "source",
            "Откуда данные; без него – название таблицы или диаграммы листа." /
            "Where the figures come from; the title of the sheet's table or chart if not given.";
        /// A note.
        note: Option<RichText> = "примечание" / "note", "Примечание внизу листа." / "A note at the sheet's foot.";
    }
}

record! {
    /// A figure that is printed big.
    pub struct KeyIndicator: "главный показатель" / "key indicator", short Shape::Text => KeyIndicator::short {
        /// The figure: the name of an indicator, or a text with one.
        figure: RichText = "показатель" / "indicator",
            "Имя показателя, или текст с ним: {{млн расходы}}." /
            "The name of an indicator, or a text with one: {{millions expenses}}.";
        /// What it is.
        caption: Option<Lines> = "подпись" / "caption",
            "Что это за число; без неё – слова показателя." /
            "What the figure is; the indicator's own words if not given.";
        /// Its unit.
        unit: Option<Lines> = "единица" / "unit",
            "Единица в конце слов показателя; без неё – единица показателя." /
            "The unit behind the indicator's words; the indicator's own if not given.";
        /// How its change on the year before is shown.
        change: Option<Change> = "изменение" / "change",
            "Изменение за год: числом, процентом или нет; без него – числом, а у текста процентом, если прошлый год известен." /
            "The change on last year: number, percent or none; a number, of a text per cent, where last year is known.";
    }
}

impl KeyIndicator {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<KeyIndicator> {
        let figure = RichText::read(node, reader)?;
        Some(KeyIndicator { figure, caption: None, unit: None, change: None, span: node.span })
    }
}

/// How a figure's change on the year before is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// In the figure's own unit.
    Number,
    /// In per cent of last year's figure.
    Percent,
    /// Not at all.
    None,
}

impl Change {
    const WORDS: [Name; 3] =
        [Name::new("числом", "number"), Name::new("процентом", "percent"), Name::new("нет", "none")];
}

impl Read for Change {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.to_vec())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let index = reader.choice(node, &Self::WORDS)?;
        [Change::Number, Change::Percent, Change::None].get(index).copied()
    }
}

record! {
    /// A quotation.
    pub struct Quote: "цитата" / "quote", short Shape::Text => Quote::short {
        /// Its words.
        text: RichText = "текст" / "text", "Слова цитаты." / "The words of the quotation.";
        /// Who said it.
        author: Option<Lines> = "автор" / "author", "Чьи это слова." / "Whose words these are.";
    }
}

impl Quote {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<Quote> {
        RichText::read(node, reader).map(|text| Quote { text, author: None, span: node.span })
    }
}

record! {
    /// A document of several sheets on A4 pages.
    pub struct Handout: "раздаточный материал" / "handout" {
        /// The layout.
        layout: Option<Word> = "макет" / "layout", "Макет документа: handout." / "The document's layout: `handout`.";
        /// The name of the files.
        file: Option<Word> = "имя_файла" / "file_name",
            "Имя готовых файлов без окончания; без него – как у этого файла." /
            "The name of the finished files without extension; this file's name if not given.";
        /// The document's title.
        title: Lines = "заголовок" / "title", "Заголовок документа." / "The document's title.";
        /// The sheets in their order.
        sheets: Vec<SummarySheet> = "листы" / "sheets", "Листы по порядку." / "The sheets in their order.";
        /// How many sheets stand on a page.
        per_page: Option<At<u32>> = "на_странице" / "per_page",
            "Сколько листов на странице А4: 2 или 3; без него – 2." /
            "How many sheets stand on an A4 page: 2 or 3; 2 if not given.";
    }
}
