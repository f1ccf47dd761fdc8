//! Charts as a pack describes them: from a table or from indicators.

use super::read::{At, Read, Reader, Word};
use super::shape::{Name, Shape};
use crate::chart::{Kind, Stacking};
use crate::record;
use crate::russian::decimals::Decimals;
use crate::source::Node;
use crate::style::Length;
use crate::text::RichText;

record! {
    /// A chart's place in a document.
    pub struct ChartFacts: "диаграмма" / "chart", short Shape::Word => ChartFacts::short {
        /// Its name for references.
        id: Option<Word> = "id" / "id",
            "Имя для ссылок {{рис имя}}; без него – имя таблицы." /
            "The name for references {{figure name}}; the table's name if not given.";
        /// How it shows the numbers.
        kind: Option<KindWord> = "вид" / "kind",
            "столбцы, столбцы с накоплением, столбцы 100 %, полосы, полосы с накоплением, полосы 100 %, линии, столбцы с линией, доли, круг." /
            "columns, stacked columns, percent columns, bars, stacked bars, percent bars, lines, columns with line, shares, pie.";
        /// The table.
        table: Option<Word> = "таблица" / "table", "Имя из «таблиц»." / "A name from `tables`.";
        /// The rows to show.
        rows: Vec<Word> = "строки" / "rows",
            "Какие строки таблицы показать; без них – все." / "Which rows of the table to show; all if not given.";
        /// The columns to show.
        columns: Vec<Word> = "столбцы" / "columns",
            "Какие столбцы таблицы показать; без них – все." / "Which columns of the table to show; all if not given.";
        /// What is one series: a column or a row.
        series: Option<SeriesWord> = "ряды" / "series",
            "Что считать рядом чисел: столбцы (если не сказано) или строки таблицы." /
            "What makes a series: the table's columns (if not given) or its rows.";
        /// The indicators.
        indicators: Vec<Word> = "показатели" / "indicators",
            "Показатели вместо таблицы: имена, по одному на строке." /
            "Indicators in place of a table: names, one a line.";
        /// Whether the indicators' previous values are shown too.
        previous: Option<At<bool>> = "с_прошлым" / "with_previous",
            "да – рядом и прошлые значения показателей." / "yes: the indicators' previous values beside them.";
        /// What the series of indicators are called.
        names: Vec<Word> = "имена_рядов" / "series_names",
            "Как назвать прошлые и нынешние значения: [2024, 2025]." /
            "What to call the previous and the present values: [2024, 2025].";
        /// The series that are lines among columns.
        lines: Vec<Word> = "линия" / "line",
            "Ряды, которые рисуются линией, когда вид – столбцы с линией; без них – последний." /
            "The series drawn as lines where the kind is columns with line; the last one if not given.";
        /// Its caption.
        title: Option<RichText> = "название" / "title",
            "Название под рисунком; без него – название таблицы." / "The caption; the table's title if not given.";
        /// The unit of all numbers.
        unit: Option<Word> = "единица" / "unit",
            "Единица чисел, если её не называет таблица." / "The unit of the numbers, where the table names none.";
        /// How many decimals are printed.
        decimals: Option<At<Decimals>> = "знаков" / "decimals",
            "Сколько знаков после запятой печатать." / "How many decimals are printed.";
        /// Whether numbers are written at the values.
        labels: Option<At<bool>> = "подписи" / "labels",
            "нет – без чисел у столбцов и точек, с осью." / "no: an axis in place of numbers at columns and points.";
        /// Its height.
        height: Option<Height> = "высота" / "height",
            "Высота рисунка, мм; без неё – сколько нужно." / "The height, mm; as much as is needed if not given.";
    }
}

impl ChartFacts {
    /// A chart that is its table alone.
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<ChartFacts> {
        let table = Word::read(node, reader)?;
        Some(ChartFacts {
            id: None,
            kind: None,
            table: Some(table),
            rows: Vec::new(),
            columns: Vec::new(),
            series: None,
            indicators: Vec::new(),
            previous: None,
            names: Vec::new(),
            lines: Vec::new(),
            title: None,
            unit: None,
            decimals: None,
            labels: None,
            height: None,
            span: node.span,
        })
    }

    /// The name by which references lead to it.
    pub fn name(&self) -> Option<&Word> {
        self.id.as_ref().or(self.table.as_ref()).or(self.indicators.first())
    }
}

/// A kind of chart as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindWord(pub Kind);

const KINDS: [(Name, Kind); 11] = [
    (Name::new("столбцы", "columns"), Kind::Columns(Stacking::Beside)),
    (Name::new("столбцы с накоплением", "stacked columns"), Kind::Columns(Stacking::Stacked)),
    (Name::new("столбцы 100 %", "percent columns"), Kind::Columns(Stacking::Percent)),
    (Name::new("полосы", "bars"), Kind::Bars(Stacking::Beside)),
    (Name::new("полосы с накоплением", "stacked bars"), Kind::Bars(Stacking::Stacked)),
    (Name::new("полосы 100 %", "percent bars"), Kind::Bars(Stacking::Percent)),
    (Name::new("линии", "lines"), Kind::Lines),
    (Name::new("столбцы с линией", "columns with line"), Kind::ColumnsWithLine),
    (Name::new("доли", "shares"), Kind::Doughnut),
    (Name::new("кольцо", "doughnut"), Kind::Doughnut),
    (Name::new("круг", "pie"), Kind::Pie),
];

impl Read for KindWord {
    fn shape() -> Shape {
        Shape::Choice(KINDS.iter().map(|(name, _)| name.clone()).collect())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let names: Vec<Name> = KINDS.iter().map(|(name, _)| name.clone()).collect();
        reader.choice(node, &names).map(|index| KindWord(KINDS[index].1))
    }
}

/// What makes a series of a chart's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesWord {
    /// A column of the table.
    Columns,
    /// A row of the table.
    Rows,
}

impl SeriesWord {
    const WORDS: [Name; 2] = [Name::new("столбцы", "columns"), Name::new("строки", "rows")];
}

impl Read for SeriesWord {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.to_vec())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        reader.choice(node, &Self::WORDS).map(|index| [SeriesWord::Columns, SeriesWord::Rows][index])
    }
}

/// A height in whole millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Height(pub Length);

impl Read for Height {
    fn shape() -> Shape {
        Shape::Integer
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        At::<u32>::read(node, reader).map(|at| Height(Length::mm(at.value.min(10_000) as f32)))
    }
}
