//! A resolution, decision or list of recommendations.

use super::chart::ChartFacts;
use super::decimals::TableDecimals;
use super::moment::{DateValue, DeadlineValue};
use super::picture::PictureFacts;
use super::read::{At, Read, Reader, Word};
use super::shape::{Name, Shape};
use crate::record;
use crate::source::Node;
use crate::text::{Lines, RichText};

record! {
    /// A resolution.
    pub struct Resolution: "документ" / "document" {
        /// The layout.
        layout: Option<Word> = "макет" / "layout",
            "Макет документа; без него – resolution." / "The document's layout; `resolution` if not given.";
        /// The name of the files.
        file: Option<Word> = "имя_файла" / "file_name",
            "Имя готовых файлов без окончания; без него – как у этого файла." /
            "The name of the finished files without extension; this file's name if not given.";
        /// The letterhead of this document.
        reference: Option<Word> = "образец" / "reference",
            "Бланк этого документа в DOCX; без него – бланк комплекта." /
            "This document's letterhead as DOCX; the pack's if not given.";
        /// РЕЗОЛЮЦИЯ, РЕШЕНИЕ, …
        kind: Lines = "вид" / "kind",
            "Вид документа: РЕЗОЛЮЦИЯ, РЕШЕНИЕ, РЕКОМЕНДАЦИИ." / "The kind of document.";
        /// Who issues it.
        organisation: Option<Lines> = "организация" / "organisation",
            "Кто издаёт документ; строка над видом. Имя из «организаций» или текст." /
            "Who issues the document: a name from `organisations`, or a text.";
        /// The occasion under the kind.
        occasion: Option<Lines> = "событие" / "occasion",
            "Строки под видом документа; без них – название конференции." /
            "The lines under the kind; the conference's name if not given.";
        /// The theme.
        theme: Option<Lines> = "тема" / "theme",
            "Заголовок документа; без него – тема конференции." / "The title; the conference's theme if not given.";
        /// The date.
        date: Option<DateValue> = "дата" / "date",
            "Дата документа; без неё – дата конференции." / "The date; the conference's if not given.";
        /// The number.
        number: Option<Lines> = "номер" / "number", "Номер документа." / "The document's number.";
        /// The place.
        place: Option<Lines> = "место" / "place",
            "Место издания; без него – место конференции." / "The place; the conference's if not given.";
        /// Order of the head's parts.
        heading: Vec<HeadingPart> = "заголовок" / "heading",
            "Порядок строк заголовка: организация, вид, событие, дата, номер, место, тема." /
            "The order of the heading: organisation, kind, occasion, date, number, place, theme.";
        /// Draft or adopted.
        status: Option<Status> = "статус" / "status",
            "проект – с пометой «ПРОЕКТ» и пустыми датой и номером; принято." /
            "draft: marked «ПРОЕКТ», date and number left blank; adopted.";
        /// The approval stamp.
        approval: Option<Approval> = "утверждение" / "approval",
            "Гриф утверждения в правом верхнем углу." / "The approval stamp at the upper right.";
        /// The preamble.
        preamble: Vec<RichText> = "преамбула" / "preamble",
            "Вступительный текст, абзац за абзацем." / "The introductory text, paragraph by paragraph.";
        /// The verb: РЕШИЛИ, РЕКОМЕНДУЮТ, …
        verb: Option<RichText> = "решили" / "verb",
            "Слово перед пунктами: РЕШИЛИ. Стоит в строке преамбулы, если она не закончена точкой." /
            "The verb before the clauses; it runs on in the preamble's line if that ends without a full stop.";
        /// How the clauses are marked.
        list: Option<Mark> = "список" / "list",
            "Знак пунктов: 1., 1), а), тире, дефис, точка, кружок, нет." /
            "The clauses' mark: 1., 1), а), dash, hyphen, dot, bullet, none.";
        /// How responsible persons are printed.
        responsible_form: Option<ResponsibleForm> = "ответственные" / "responsible_form",
            "Как печатать ответственных: строкой («Ответственный: …»), в скобках после текста, в тексте (уже сказано, второй раз не печатать)." /
            "How responsible persons are printed: line, brackets (behind the text), in text (said there already).";
        /// The clauses.
        clauses: Clauses = "пункты" / "clauses", "Пункты документа." / "The document's clauses.";
        /// The signatures.
        signatures: Vec<Signature> = "подписи" / "signatures",
            "Кто подписывает: имена из «людей», по одному на строке." /
            "Who signs: names from `people`, one a line.";
        /// The executor.
        executor: Option<Executor> = "исполнитель" / "executor",
            "Исполнитель и телефон: внизу слева на последнем листе." /
            "The executor and telephone: bottom left of the last sheet.";
        /// The appendices.
        appendices: Vec<Appendix> = "приложения" / "appendices",
            "Приложения: текст, таблица или план поручений." / "Appendices: text, table or the plan of tasks.";
    }
}

/// A part of a resolution's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingPart {
    /// Who issues it.
    Organisation,
    /// The kind.
    Kind,
    /// The occasion.
    Occasion,
    /// The date.
    Date,
    /// The number.
    Number,
    /// The place.
    Place,
    /// The theme.
    Theme,
}

impl HeadingPart {
    const WORDS: [Name; 7] = [
        Name::new("организация", "organisation"),
        Name::new("вид", "kind"),
        Name::new("событие", "occasion"),
        Name::new("дата", "date"),
        Name::new("номер", "number"),
        Name::new("место", "place"),
        Name::new("тема", "theme"),
    ];
    const ALL: [HeadingPart; 7] = [
        HeadingPart::Organisation,
        HeadingPart::Kind,
        HeadingPart::Occasion,
        HeadingPart::Date,
        HeadingPart::Number,
        HeadingPart::Place,
        HeadingPart::Theme,
    ];

    /// Its English name, which layouts use.
    pub fn name(self) -> &'static str {
        let index = Self::ALL.iter().position(|part| *part == self).unwrap_or(0);
        match &Self::WORDS[index].en {
            std::borrow::Cow::Borrowed(name) => name,
            std::borrow::Cow::Owned(_) => "",
        }
    }
}

impl Read for HeadingPart {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.to_vec())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        reader.choice(node, &Self::WORDS).map(|index| Self::ALL[index])
    }
}

/// Whether a document is a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Marked «ПРОЕКТ»; date and number are left blank.
    Draft,
    /// Says «Принята на … 28.08.2018».
    Adopted,
}

impl Status {
    const WORDS: [Name; 2] = [Name::new("проект", "draft"), Name::new("принято", "adopted")];
}

impl Read for Status {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.to_vec())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        reader.choice(node, &Self::WORDS).map(|index| [Status::Draft, Status::Adopted][index])
    }
}

record! {
    /// An approval stamp (GOST R 7.0.97-2016, 5.16): its lines as they are printed; or the person
    /// who approves; or the document by which it is approved.
    pub struct Approval: "гриф утверждения" / "approval", short Shape::Lines => Approval::short {
        /// Its lines.
        text: Option<Lines> = "текст" / "text",
            "Строки грифа целиком, как их печатать." / "The stamp's lines as they are printed.";
        /// The person who approves.
        person: Option<Word> = "кто" / "who",
            "Кто утверждает: имя из «людей» или инициалы и фамилия; печатается УТВЕРЖДАЮ." /
            "Who approves: a name from `people`, or initials and surname; prints УТВЕРЖДАЮ.";
        /// The position, if not the person's own.
        position: Option<Lines> = "должность" / "position",
            "Должность; без неё – из «людей»." / "The position; the person's own if not given.";
        /// The document by which it is approved.
        by: Option<Lines> = "чем" / "by",
            "Каким документом утверждено, в творительном падеже: решением коллегии; печатается УТВЕРЖДЕНА, по роду вида документа." /
            "The document by which it is approved, in the instrumental; prints УТВЕРЖДЕНА as the kind asks.";
        /// The date of approval.
        date: Option<DateValue> = "дата" / "date",
            "Дата утверждения; без неё остаётся место." / "The date of approval; room is left if not given.";
        /// The number of the document by which it is approved.
        number: Option<Lines> = "номер" / "number",
            "Номер документа, которым утверждено." / "The number of the document by which it is approved.";
    }
}

impl Approval {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<Approval> {
        let text = Some(Lines::read(node, reader)?);
        Some(Approval {
            text,
            person: None,
            position: None,
            by: None,
            date: None,
            number: None,
            span: node.span,
        })
    }
}

/// How responsible persons are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ResponsibleForm {
    /// «Ответственный: …» on a line of its own.
    #[default]
    Line,
    /// In brackets behind the text.
    Brackets,
    /// The author's text says it already.
    InText,
}

impl ResponsibleForm {
    const WORDS: [Name; 3] =
        [Name::new("строкой", "line"), Name::new("в скобках", "brackets"), Name::new("в тексте", "in text")];
    const ALL: [ResponsibleForm; 3] =
        [ResponsibleForm::Line, ResponsibleForm::Brackets, ResponsibleForm::InText];

    /// The word by which layouts name it.
    pub fn name(self) -> &'static str {
        match self {
            ResponsibleForm::Line => "line",
            ResponsibleForm::Brackets => "brackets",
            ResponsibleForm::InText => "text",
        }
    }
}

impl Read for ResponsibleForm {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.to_vec())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        reader.choice(node, &Self::WORDS).and_then(|index| Self::ALL.get(index).copied())
    }
}

/// Clauses one after another.
#[derive(Clone, Debug)]
pub struct Clauses(pub Vec<Clause>);

impl Read for Clauses {
    fn shape() -> Shape {
        Vec::<Clause>::shape()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        Vec::<Clause>::read(node, reader).map(Clauses)
    }
}

record! {
    /// A clause: a task, a statement, or a group of clauses.
    pub struct Clause: "пункт" / "clause", short Shape::Text => Clause::short {
        /// Its stable name.
        id: Option<Word> = "id" / "id",
            "Имя пункта для ссылок {{п имя}}: буквы, цифры и _." / "The clause's name for references {{clause name}}.";
        /// Its text.
        text: Option<RichText> = "текст" / "text", "Текст пункта." / "The clause's text.";
        /// To whom its tasks are given; printed as a heading.
        to: Vec<Addressee> = "кому" / "to",
            "Кому поручается: имена из «организаций» или слова в дательном падеже; печатаются перед пунктами." /
            "To whom: names from `organisations` or words in the dative; printed before the clauses.";
        /// To whom, where the text itself says it.
        addressees: Vec<Addressee> = "для" / "for",
            "Кому поручается, если это уже сказано в тексте: не печатается второй раз." /
            "To whom, where the text itself says so: not printed again.";
        /// Its deadline.
        due: Option<DeadlineValue> = "срок" / "due",
            "Срок, как его печатать: до 1 декабря 2025 года; у группы – для всех её поручений без своего." /
            "The deadline as it is printed; a group's is valid for its tasks without one of their own.";
        /// Who is responsible.
        responsible: Vec<Responsible> = "ответственный" / "responsible",
            "Ответственный: имя из «людей» или слова." / "Who is responsible: a name from `people`, or words.";
        /// How its children are marked.
        list: Option<Mark> = "список" / "list",
            "Знак вложенных пунктов: 1.1., 1), а), тире, дефис, точка, кружок, нет." /
            "The mark of its children: 1.1., 1), а), dash, hyphen, dot, bullet, none.";
        /// Whether its children count on.
        numbering: Option<Numbering> = "нумерация" / "numbering",
            "продолжить – вложенные пункты считаются дальше, а не с начала." /
            "continue: its children count on from the group before.";
        /// Its children.
        clauses: Vec<Clause> = "пункты" / "clauses", "Вложенные пункты." / "The clauses under it.";
        /// A table.
        table: Option<TablePlace> = "таблица" / "table",
            "Таблица внутри пункта: имя из «таблиц»." / "A table within the clause: a name from `tables`.";
        /// A chart.
        chart: Option<ChartFacts> = "диаграмма" / "chart",
            "Диаграмма внутри пункта: имя из «таблиц» или что и как показать." /
            "A chart within the clause: a name from `tables`, or what to show and how.";
        /// A picture.
        picture: Option<PictureFacts> = "картинка" / "picture",
            "Картинка внутри пункта: файл PNG или JPEG с описанием." /
            "A picture within the clause: a PNG or JPEG file with what is seen on it.";
        /// What stands after the children.
        after: Option<RichText> = "после" / "after",
            "Текст после вложенных пунктов." / "The text after the clauses under it.";
    }
}

impl Clause {
    /// A clause that is its text alone.
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<Clause> {
        let text = RichText::read(node, reader)?;
        Some(Clause {
            id: None,
            text: Some(text),
            to: Vec::new(),
            addressees: Vec::new(),
            due: None,
            responsible: Vec::new(),
            list: None,
            numbering: None,
            clauses: Vec::new(),
            table: None,
            chart: None,
            picture: None,
            after: None,
            span: node.span,
        })
    }
}

/// To whom a task is given: the name of an organisation in the pack, or words in the dative.
pub type Addressee = Lines;

/// Who is responsible: the name of a person in the pack, or words.
pub type Responsible = Lines;

/// How a list is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `1.`, `1.1.`, by depth.
    Decimal,
    /// `1)`.
    Parenthesis,
    /// `а)`.
    Letter,
    /// `–`.
    Dash,
    /// `-`.
    Hyphen,
    /// `·`.
    Dot,
    /// `•`.
    Bullet,
    /// Nothing.
    None,
}

impl Mark {
    const WORDS: [(Name, Mark); 11] = [
        (Name::new("1.", "1."), Mark::Decimal),
        (Name::new("1.1.", "1.1."), Mark::Decimal),
        (Name::new("1.1.1.", "1.1.1."), Mark::Decimal),
        (Name::new("1)", "1)"), Mark::Parenthesis),
        (Name::new("а)", "a)"), Mark::Letter),
        (Name::new("тире", "dash"), Mark::Dash),
        (Name::new("дефис", "hyphen"), Mark::Hyphen),
        (Name::new("точка", "dot"), Mark::Dot),
        (Name::new("кружок", "bullet"), Mark::Bullet),
        (Name::new("нет", "none"), Mark::None),
        (Name::new("номер", "decimal"), Mark::Decimal),
    ];

    /// The word by which layouts name it.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Decimal => "decimal",
            Mark::Parenthesis => "parenthesis",
            Mark::Letter => "letter",
            Mark::Dash => "dash",
            Mark::Hyphen => "hyphen",
            Mark::Dot => "dot",
            Mark::Bullet => "bullet",
            Mark::None => "none",
        }
    }
}

impl Read for Mark {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.iter().map(|(name, _)| name.clone()).collect())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let names = Self::WORDS.map(|(name, _)| name);
        reader.choice(node, &names).map(|index| Self::WORDS[index].1)
    }
}

/// Whether a group's tasks count on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// From where the last group ended.
    Continue,
    /// From the start.
    Restart,
}

impl Numbering {
    const WORDS: [Name; 2] = [Name::new("продолжить", "continue"), Name::new("сначала", "restart")];
}

impl Read for Numbering {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.to_vec())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        reader.choice(node, &Self::WORDS).map(|index| [Numbering::Continue, Numbering::Restart][index])
    }
}

record! {
    /// A table's place in a document.
    pub struct TablePlace: "место таблицы" / "table place", short Shape::Word => TablePlace::short {
        /// Its name for references.
        id: Option<Word> = "id" / "id",
            "Имя для ссылок {{табл имя}}; без него – имя таблицы." /
            "The name for references {{table name}}; the table's own name if not given.";
        /// The table.
        table: Word = "таблица" / "table", "Имя из «таблиц»." / "A name from `tables`.";
        /// Its caption.
        title: Option<RichText> = "название" / "title",
            "Название над таблицей; без него – название таблицы." / "The caption; the table's title if not given.";
        /// The columns to show.
        columns: Vec<Word> = "столбцы" / "columns",
            "Какие столбцы показать; без них – все." / "Which columns to show; all if not given.";
        /// The rows to show.
        rows: Vec<Word> = "строки" / "rows",
            "Какие строки показать; без них – все." / "Which rows to show; all if not given.";
        /// How many decimals are printed.
        decimals: TableDecimals = "знаков" / "decimals",
            "Сколько знаков после запятой печатать, во всех столбцах или по столбцам; без него – как показывает таблица." /
            "How many decimals are printed, in all columns or by columns; as the table shows them if not given.";
        /// Whether the table stands on pages on their side.
        landscape: Option<At<bool>> = "альбомная" / "landscape",
            "да – на листе, повёрнутом набок." / "yes: on a page turned on its side.";
    }
}

impl TablePlace {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<TablePlace> {
        let table = Word::read(node, reader)?;
        Some(TablePlace {
            id: None,
            table,
            title: None,
            columns: Vec::new(),
            rows: Vec::new(),
            decimals: TableDecimals::default(),
            landscape: None,
            span: node.span,
        })
    }
}

record! {
    /// A signature.
    pub struct Signature: "подпись" / "signature", short Shape::Word => Signature::short {
        /// A person of the pack, or a name.
        person: Word = "кто" / "who", "Имя из «людей» или инициалы и фамилия." / "A name from `people`, or initials and surname.";
        /// The position, if not the person's own.
        position: Option<Lines> = "должность" / "position",
            "Должность; без неё – из «людей»." / "The position; the person's own if not given.";
        /// Equal in rank with the signature before it.
        beside: Option<At<bool>> = "рядом" / "beside",
            "да – на одном уровне с предыдущей подписью (равные по должности)." /
            "yes: side by side with the signature before it (equal ranks).";
    }
}

impl Signature {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<Signature> {
        Word::read(node, reader).map(|person| Signature {
            person,
            position: None,
            beside: None,
            span: node.span,
        })
    }
}

record! {
    /// The executor (GOST R 7.0.97-2016, 5.25).
    pub struct Executor: "исполнитель" / "executor", short Shape::Lines => Executor::short {
        /// Its lines.
        text: Lines = "текст" / "text",
            "Имя полностью и телефон, строка за строкой." / "The full name and telephone, line by line.";
    }
}

impl Executor {
    fn short(node: &Node, reader: &mut Reader<'_>) -> Option<Executor> {
        Lines::read(node, reader).map(|text| Executor { text, span: node.span })
    }
}

record! {
    /// An appendix.
    pub struct Appendix: "приложение" / "appendix" {
        /// Its name for references.
        id: Option<Word> = "id" / "id",
            "Имя приложения для ссылок {{прил имя}}." / "The appendix's name for references {{appendix name}}.";
        /// Its title.
        title: Option<Lines> = "название" / "title", "Заголовок приложения." / "The appendix's title.";
        /// Its text.
        text: Vec<RichText> = "текст" / "text", "Текст приложения." / "The appendix's text.";
        /// A table.
        table: Option<TablePlace> = "таблица" / "table",
            "Таблица: имя из «таблиц»." / "A table: a name from `tables`.";
        /// A chart.
        chart: Option<ChartFacts> = "диаграмма" / "chart",
            "Диаграмма: имя из «таблиц» или что и как показать." /
            "A chart: a name from `tables`, or what to show and how.";
        /// A picture.
        picture: Option<PictureFacts> = "картинка" / "picture",
            "Картинка: файл PNG или JPEG с описанием." / "A picture: a PNG or JPEG file with what is seen on it.";
        /// The plan of tasks made from the clauses.
        plan: Option<At<bool>> = "план" / "plan",
            "да – план поручений: № / мероприятие / срок / ответственный." /
            "yes: the plan of tasks made from the clauses.";
    }
}
