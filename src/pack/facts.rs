//! `pack.yaml`: what all documents of a conference share.

use super::check_level::CheckLevel;
use super::letterhead::LetterheadFacts;
use super::moment::{DateValue, SchoolYearValue};
use super::numbers::NumberFacts;
use super::read::{At, Named, Read, Reader, Word};
use super::shape::{Name, Shape};
use crate::record;
use crate::russian::decimals::Decimals;
use crate::russian::number::NumberStyle;
use crate::source::{Node, SourceText, Span, Value};
use crate::text::{Lines, RichText};

record! {
    /// A conference's folder of facts.
    pub struct Facts: "комплект" / "pack" {
        /// The conference.
        conference: Conference = "конференция" / "conference",
            "Конференция, которой посвящён комплект." / "The conference that the pack is about.";
        /// The organisations by the names that the documents use.
        organisations: Named<Organisation> = "организации" / "organisations",
            "Организации под короткими именами, которыми их называют документы." /
            "Organisations under the short names that the documents use.";
        /// The people by the names that the documents use.
        people: Named<Person> = "люди" / "people",
            "Люди под короткими именами, которыми их называют документы." /
            "People under the short names that the documents use.";
        /// The tables of statistics.
        tables: Named<TableFacts> = "таблицы" / "tables",
            "Таблицы под короткими именами: файл CSV, XLSX, XLS, ODS или строки прямо здесь." /
            "Tables under short names: a CSV, XLSX, XLS or ODS file, or rows written here.";
        /// The named figures.
        indicators: IndicatorFacts = "показатели" / "indicators",
            "Показатели: лист таблицы («из») и числа или выражения под именами." /
            "Indicators: a sheet (`from`) and numbers or expressions under names.";
        /// The documents to make.
        documents: Vec<DocumentFacts> = "документы" / "documents",
            "Файлы документов, по одному на строке." / "The files of the documents, one a line.";
        /// How numbers are written.
        numbers: Option<NumberFacts> = "числа" / "numbers",
            "Как писать числа во всех документах: группы цифр и знак процента." /
            "How all documents write numbers: groups of digits and the per cent sign.";
        /// Abbreviations that the readers know.
        abbreviations: Vec<Word> = "сокращения" / "abbreviations",
            "Сокращения, которые ваши читатели знают без объяснения: [МСО, ЦДТ]." /
            "Abbreviations that your readers know without being told.";
        /// The office's own letterhead.
        reference: Option<Word> = "образец" / "reference",
            "Бланк организации в DOCX: его колонтитулы, рисунки и стили переходят в документы Word." /
            "The office's own letterhead as DOCX: its headers, footers, pictures and styles go into Word files.";
        /// The letterhead that the program prints itself.
        letterhead: Option<LetterheadFacts> = "бланк" / "letterhead",
            "Бланк первого листа: эмблема, шапка, подвал. В PDF; в Word – если нет образца." /
            "The first sheet's letterhead: emblem, header, footer. In PDF; in Word where no `reference` is named.";
        /// Which archive standard PDF files follow.
        pdf_profile: Option<PdfProfile> = "профиль_pdf" / "pdf_profile",
            "Стандарт PDF: PDF/A-2a (вместе с PDF/UA-1, так и без ключа) или PDF/A-1a." /
            "The PDF standard: PDF/A-2a (with PDF/UA-1, as without the key) or PDF/A-1a.";
        /// How grave the findings of checks are, by code.
        checks: Named<CheckLevel> = "проверки" / "checks",
            "Насколько важны замечания проверок, по кодам: нет, замечание, предупреждение, ошибка." /
            "How grave the findings of checks are, by code: off, note, warning, error.";
    }
}

impl Facts {
    /// How numbers are written, decimals aside.
    pub fn number_style(&self) -> NumberStyle {
        self.numbers.as_ref().map(NumberFacts::style).unwrap_or_default()
    }
}

/// The standard that PDF files follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PdfProfile {
    /// PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).
    #[default]
    A2a,
    /// PDF/A-1a (ISO 19005-1), which some archives still ask for.
    A1a,
}

impl PdfProfile {
    /// The words by which packs and the command line name it.
    pub const WORDS: [&'static str; 2] = ["PDF/A-2a", "PDF/A-1a"];
    const ALL: [PdfProfile; 2] = [PdfProfile::A2a, PdfProfile::A1a];

    /// The profile of a word, its `PDF/A-` left out or not; capitals make no difference.
    pub fn named(word: &str) -> Option<PdfProfile> {
        let word = word.to_lowercase();
        let same = |name: &str| {
            let name = name.to_lowercase();
            name == word || name.strip_prefix("pdf/a-") == Some(&word)
        };
        let at = Self::WORDS.iter().position(|name| same(name))?;
        Self::ALL.get(at).copied()
    }
}

impl Read for PdfProfile {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.map(|word| Name::new(word, word)).to_vec())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let names = Self::WORDS.map(|word| Name::new(word, word));
        reader.choice(node, &names).and_then(|index| Self::ALL.get(index).copied())
    }
}

record! {
    /// The conference.
    pub struct Conference: "конференция" / "conference" {
        /// Its name in the genitive, e.g. «августовской конференции …».
        name: Option<Lines> = "название" / "name",
            "Название, как оно стоит в заголовке резолюции: «конференции …» – в родительном падеже." /
            "The name as the resolution's heading says it: in the genitive.";
        /// Its theme.
        theme: Option<Lines> = "тема" / "theme", "Тема конференции." / "The theme of the conference.";
        /// Its day.
        date: Option<DateValue> = "дата" / "date",
            "День конференции: 28.08.2025." / "The day of the conference: 28.08.2025.";
        /// Its place.
        place: Option<Lines> = "место" / "place",
            "Населённый пункт: г. Кировск." / "The town or village.";
        /// The school year that is reported on.
        school_year: Option<SchoolYearValue> = "учебный_год" / "school_year",
            "Учебный год, о котором отчитываются: 2024/2025." / "The school year that is reported on: 2024/2025.";
        /// What «в течение года» means.
        year: Option<YearMeaning> = "год" / "year",
            "Что значит «в течение года»: учебный или календарный." /
            "What “within the year” means: school or calendar.";
    }
}

/// What «год» means in a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearMeaning {
    /// From September to August.
    School,
    /// From January to December.
    Calendar,
}

impl YearMeaning {
    const WORDS: [Name; 2] = [Name::new("учебный", "school"), Name::new("календарный", "calendar")];
}

impl Read for YearMeaning {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.to_vec())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        reader.choice(node, &Self::WORDS).map(|index| [YearMeaning::School, YearMeaning::Calendar][index])
    }
}

record! {
    /// An organisation.
    pub struct Organisation: "организация" / "organisation", short Shape::Lines => Organisation::short {
        /// Its name.
        name: Lines = "название" / "name",
            "Полное название: Управление образования." / "The full name.";
        /// Its name in the dative: to whom a task is given.
        dative: Option<Lines> = "дательный" / "dative",
            "Кому: Управлению образования." / "The name in the dative, as tasks are addressed.";
    }
}

impl Organisation {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<Organisation> {
        Lines::read(node, reader).map(|name| Organisation { name, dative: None, span: node.span })
    }
}

record! {
    /// A person.
    pub struct Person: "человек" / "person" {
        /// Initials and surname, or the full name.
        name: Word = "имя" / "name",
            "Инициалы и фамилия, как в подписи: А. Б. Иванова; или имя полностью." /
            "Initials and surname as in the signature, or the full name.";
        /// The position.
        position: Option<Lines> = "должность" / "position",
            "Должность, как в подписи." / "The position as in the signature.";
        /// The name in the dative.
        dative: Option<Word> = "дательный" / "dative",
            "Кому: Ивановой А. Б." / "The name in the dative.";
    }
}

record! {
    /// A table of statistics.
    pub struct TableFacts: "таблица" / "table", short Shape::Word => TableFacts::short {
        /// The file.
        file: Option<Word> = "файл" / "file",
            "Файл CSV, XLSX, XLS или ODS, путь от папки комплекта." /
            "A CSV, XLSX, XLS or ODS file, its path from the pack's folder.";
        /// The sheet.
        sheet: Option<Word> = "лист" / "sheet",
            "Лист книги; без него берётся первый." / "The sheet; the first one if not given.";
        /// The range of cells.
        range: Option<Word> = "диапазон" / "range",
            "Часть листа: A3:F20; без неё берётся весь." / "A part of the sheet: A3:F20.";
        /// How many rows are header rows.
        header_rows: Option<At<u32>> = "строк_заголовка" / "header_rows",
            "Сколько строк сверху занимает заголовок; обычно 1." / "How many rows the header takes; usually 1.";
        /// How many columns name the rows.
        header_columns: Option<At<u32>> = "столбцов_заголовка" / "header_columns",
            "Сколько столбцов слева называют строки; обычно 1." / "How many columns name the rows; usually 1.";
        /// Whether hidden rows and columns are read.
        hidden: Option<At<bool>> = "скрытые" / "hidden",
            "Читать ли скрытые строки и столбцы листа: да или нет." /
            "Whether the sheet's hidden rows and columns are read: yes or no.";
        /// The unit of all figures.
        unit: Option<Word> = "единица" / "unit",
            "Единица всех чисел таблицы: тыс. руб." / "The unit of all figures.";
        /// What the table is called in a document.
        title: Option<RichText> = "название" / "title",
            "Название таблицы в документе." / "The table's title in a document.";
        /// Short names for rows.
        rows: Named<AliasFacts> = "строки" / "rows",
            "Свои имена для строк: имя и слова, которыми строка названа в таблице." /
            "Names of your own for rows, each with the words that the table has.";
        /// Short names for columns.
        columns: Named<AliasFacts> = "столбцы" / "columns",
            "Свои имена для столбцов: имя и слова заголовка, «2025 / план» для двух строк." /
            "Names of your own for columns, each with the words of the header.";
        /// The rows themselves.
        data: Vec<Vec<InlineCell>> = "данные" / "data",
            "Строки таблицы прямо здесь, первая – заголовок: [Школа, 2024, 2025]." /
            "The table's rows written here, the first one is the header.";
    }
}

impl TableFacts {
    /// Its file alone.
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<TableFacts> {
        let file = Some(Word::read(node, reader)?);
        Some(TableFacts { file, ..TableFacts::none(node.span) })
    }

    /// A table of which nothing is said.
    pub fn none(span: Span) -> TableFacts {
        TableFacts {
            file: None,
            sheet: None,
            range: None,
            header_rows: None,
            header_columns: None,
            hidden: None,
            unit: None,
            title: None,
            rows: Named::default(),
            columns: Named::default(),
            data: Vec::new(),
            span,
        }
    }
}

record! {
    /// What a name of one's own stands for in a table.
    pub struct AliasFacts: "строка или столбец" / "row or column", short Shape::Word => AliasFacts::short {
        /// The words of the row or column.
        words: Option<Word> = "слова" / "words",
            "Слова, которыми строка или столбец названы в таблице, или их начало с «…»." /
            "The words that the table has for the row or column, or their beginning with `…`.";
        /// A cell of the row or column.
        cell: Option<Word> = "ячейка" / "cell",
            "Адрес ячейки, когда слова не различают двух строк: D7." /
            "A cell's address where words cannot tell two rows apart: D7.";
        /// What is expected there.
        expect: Option<Word> = "ожидается" / "expect",
            "Слова строки или столбца этой ячейки: сдвинутая таблица станет ошибкой, а не другим числом." /
            "The words of that cell's row or column: a shifted table becomes an error and never another figure.";
    }
}

impl AliasFacts {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<AliasFacts> {
        let words = Word::read(node, reader)?;
        Some(AliasFacts { words: Some(words), cell: None, expect: None, span: node.span })
    }
}

/// A cell of a table written in YAML; empty where nothing is written.
pub type InlineCell = At<Option<SourceText>>;

impl Read for InlineCell {
    fn shape() -> Shape {
        Shape::Word
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            Value::Null => Some(At { value: None, span: node.span }),
            _ => {
                let text = reader.scalar(node, &Shape::Word)?.clone();
                Some(At { value: Some(text), span: node.span })
            }
        }
    }
}

record! {
    /// A document of the pack.
    pub struct DocumentFacts: "документ" / "document", short Shape::Word => DocumentFacts::short {
        /// Its file.
        file: Word = "файл" / "file",
            "Файл документа: резолюция.yaml." / "The document's file.";
    }
}

impl DocumentFacts {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<DocumentFacts> {
        Word::read(node, reader).map(|file| DocumentFacts { file, span: node.span })
    }
}

/// The indicators: a sheet and entries of their own names.
#[derive(Clone, Debug, Default)]
pub struct IndicatorFacts {
    /// The sheets they are kept in.
    pub from: Vec<SheetFacts>,
    /// Those written in YAML.
    pub named: Named<IndicatorEntry>,
    /// Whether what is said of a sheet could not be read.
    pub lost_sheet: bool,
}

impl IndicatorFacts {
    /// The key under which the sheet stands among the indicators' own names.
    pub const FROM: Name = Name::new("из", "from");
}

impl Read for IndicatorFacts {
    fn shape() -> Shape {
        Shape::Named(Box::new(IndicatorEntry::shape()))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            let lost_sheet = !matches!(node.value, Value::Null);
            if lost_sheet {
                reader.expected(node, &Self::shape());
            }
            return Some(IndicatorFacts { lost_sheet, ..Self::default() });
        };
        let mut facts = IndicatorFacts::default();
        for entry in entries {
            if Self::FROM.is(entry.key.as_str()) {
                let before = reader.findings.list.len();
                facts.from.extend(Vec::<SheetFacts>::read(&entry.value, reader).unwrap_or_default());
                facts.lost_sheet |= reader.findings.list.len() > before;
                continue;
            }
            let key = At { value: entry.key.as_str().trim().to_owned(), span: entry.key.whole() };
            match IndicatorEntry::read(&entry.value, reader) {
                Some(value) => facts.named.0.push((key, value)),
                None => facts.named.1.push(key.value),
            }
        }
        Some(facts)
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

record! {
    /// A sheet of indicators.
    pub struct SheetFacts: "лист показателей" / "indicator sheet", short Shape::Word => SheetFacts::short {
        /// The file.
        file: Word = "файл" / "file",
            "Книга с показателями; столбцы: имя, показатель, единица, знаков, годы." /
            "The workbook; columns: name, what, unit, decimals, this year, last year.";
        /// The sheet.
        sheet: Option<Word> = "лист" / "sheet",
            "Лист книги; без него берётся первый." / "The sheet; the first one if not given.";
        /// The range of cells.
        range: Option<Word> = "диапазон" / "range",
            "Часть листа: A3:F20." / "A part of the sheet: A3:F20.";
    }
}

impl SheetFacts {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<SheetFacts> {
        Word::read(node, reader).map(|file| SheetFacts { file, sheet: None, range: None, span: node.span })
    }
}

record! {
    /// An indicator written in YAML.
    pub struct IndicatorEntry: "показатель" / "indicator", short Shape::Expression => IndicatorEntry::short {
        /// The figure: a number or an expression.
        value: Expression = "значение" / "value",
            "Число или выражение: по_фгос / ученики." / "A number or an expression: fgos / pupils.";
        /// What it is.
        title: Option<Word> = "показатель" / "title",
            "Что это за показатель, словами." / "What the indicator is, in words.";
        /// Its unit.
        unit: Option<Word> = "единица" / "unit", "Единица: чел., %, тыс. руб." / "The unit.";
        /// How many decimals are printed.
        decimals: Option<At<Decimals>> = "знаков" / "decimals",
            "Сколько знаков после запятой печатать." / "How many decimals are printed.";
        /// Last year's figure.
        previous: Option<Expression> = "прошлый" / "previous",
            "То же за прошлый год: число или выражение." / "Last year's figure: a number or an expression.";
    }
}

impl IndicatorEntry {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<IndicatorEntry> {
        let value = Expression::read(node, reader)?;
        Some(IndicatorEntry {
            value,
            title: None,
            unit: None,
            decimals: None,
            previous: None,
            span: node.span,
        })
    }
}

/// An expression as it was written.
#[derive(Clone, Debug)]
pub struct Expression(pub SourceText);

impl Read for Expression {
    fn shape() -> Shape {
        Shape::Expression
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        reader.prose(node, &Shape::Expression).cloned().map(Expression)
    }
}
