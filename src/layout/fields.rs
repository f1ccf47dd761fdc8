//! `fields.yaml`: the fields that a layout's documents have. A new kind of document is a folder
//! with a layout, a style sheet and this file, without a line of Rust.

use crate::pack::chart::ChartFacts;
use crate::pack::moment::{DateValue, DeadlineValue, SchoolYearValue};
use crate::pack::picture::PictureFacts;
use crate::pack::read::{At, Read, Reader, Word};
use crate::pack::register::Register;
use crate::pack::report::Report;
use crate::pack::resolution::{Resolution, TablePlace};
use crate::pack::shape::{Field, Name, Record, Shape};
use crate::pack::sheet::{Handout, SummarySheet};
use crate::record;
use crate::source::{Node, Span, Value as Yaml};
use crate::text::{Lines, RichText};
use std::sync::Arc;

record! {
    /// What a layout says of itself.
    pub struct LayoutFacts: "описание макета" / "layout description" {
        /// What its documents are called, in Russian.
        title_ru: Option<Word> = "название" / "title_ru", "Как называется документ." / "What the document is called in Russian.";
        /// What its documents are called, in English.
        title_en: Option<Word> = "название_en" / "title_en", "То же по-английски." / "What the document is called in English.";
        /// What its documents are, besides the fields: a resolution, or nothing else.
        base: Option<BaseWord> = "основа" / "base",
            "resolution, report, summary, handout или register – поля резолюции, доклада, листа, листов или листа контроля и эти; без неё – только эти." /
            "resolution, report, summary, handout or register: the fields of a resolution, a report, a sheet, sheets or a register and these; only these if not given.";
        /// The layout from which it takes partials and styles that it has not of its own.
        extends: Option<Word> = "на_основе" / "based_on",
            "Макет, у которого этот берёт части и стили, каких нет у него самого." /
            "The layout from which this one takes partials and styles that it has not of its own.";
        /// The forms in which its documents are written.
        formats: Vec<FormatWord> = "форматы" / "formats",
            "В каких форматах пишутся документы: pdf, docx, pptx, png, у листа контроля xlsx и ics; без них – pdf и docx." /
            "The formats of its documents: pdf, docx, pptx, png, a register's xlsx and ics; pdf and docx if not given.";
        /// The fields.
        fields: Vec<FieldFacts> = "поля" / "fields", "Поля документа." / "The document's fields.";
    }
}

impl LayoutFacts {
    /// What the documents are besides the layout's own fields.
    pub fn base(&self) -> Base {
        self.base.map_or(Base::Fields, |BaseWord(base)| base)
    }
}

/// A base as `fields.yaml` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BaseWord(pub Base);

const BASES: [(Name, Base); 5] = [
    (Name::new("резолюция", "resolution"), Base::Resolution),
    (Name::new("доклад", "report"), Base::Report),
    (Name::new("лист", "summary"), Base::Summary),
    (Name::new("листы", "handout"), Base::Handout),
    (Name::new("лист контроля", "register"), Base::Register),
];

impl Read for BaseWord {
    fn shape() -> Shape {
        Shape::Choice(BASES.iter().map(|(name, _)| name.clone()).collect())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let names: Vec<Name> = BASES.iter().map(|(name, _)| name.clone()).collect();
        reader.choice(node, &names).map(|index| BaseWord(BASES[index].1))
    }
}

/// What a layout's documents are besides the layout's own fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// Nothing else.
    Fields,
    /// Resolutions.
    Resolution,
    /// Reports: their full text, or what is made of it.
    Report,
    /// One summary sheet.
    Summary,
    /// Several summary sheets.
    Handout,
    /// Registers of tasks.
    Register,
}

/// A form of finished files, as `fields.yaml` and the command line name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatWord {
    /// Its word.
    pub word: &'static str,
    /// Where it stands.
    pub span: Span,
}

impl FormatWord {
    /// All that a layout may name.
    pub const WORDS: [&'static str; 6] = ["pdf", "docx", "pptx", "png", "xlsx", "ics"];

    fn names() -> Vec<Name> {
        Self::WORDS.iter().map(|word| Name::new(word, word)).collect()
    }
}

impl Read for FormatWord {
    fn shape() -> Shape {
        Shape::Choice(Self::names())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let index = reader.choice(node, &Self::names())?;
        Self::WORDS.get(index).map(|word| FormatWord { word, span: node.span })
    }
}

record! {
    /// A field as `fields.yaml` describes it.
    pub struct FieldFacts: "поле" / "field" {
        /// Its Russian key.
        ru: Word = "ru" / "ru", "Ключ по-русски." / "The key in Russian.";
        /// Its English key, by which the layout knows it.
        en: Word = "en" / "en", "Ключ по-английски; под ним поле знает макет." / "The key in English, by which the layout knows it.";
        /// Its type.
        kind: Option<FieldKind> = "тип" / "type",
            "текст, строки, слово, число, да_нет, дата, срок, учебный_год, выбор, таблица, диаграмма, картинка, записи." /
            "text, lines, word, number, yes_no, date, due, school_year, choice, table, chart, picture, records.";
        /// Whether it holds several values.
        many: Option<At<bool>> = "несколько" / "many", "да – список значений." / "yes: a list of values.";
        /// Whether it must be there.
        required: Option<At<bool>> = "обязательно" / "required", "да – без него нельзя." / "yes: it must be there.";
        /// What it is, in Russian.
        about_ru: Option<Word> = "что" / "about_ru", "Что это, одной фразой." / "What it is, in Russian.";
        /// What it is, in English.
        about_en: Option<Word> = "what" / "about_en", "То же по-английски." / "What it is, in English.";
        /// The words to choose from.
        words: Vec<Word> = "слова" / "words", "Слова для выбора." / "The words to choose from.";
        /// The fields of a record.
        fields: Vec<FieldFacts> = "поля" / "fields", "Поля записи." / "The fields of a record.";
    }
}

/// The type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Prose.
    Text,
    /// Prose whose line breaks are kept.
    Lines,
    /// Plain words.
    Word,
    /// A name from the pack's people, or words.
    Person,
    /// A whole number.
    Number,
    /// Yes or no.
    Boolean,
    /// A date.
    Date,
    /// A deadline.
    Deadline,
    /// A school year.
    SchoolYear,
    /// One of some words.
    Choice,
    /// A table of the pack.
    Table,
    /// A chart.
    Chart,
    /// A picture.
    Picture,
    /// Keys with values.
    Records,
}

const KINDS: [(Name, FieldKind); 14] = [
    (Name::new("текст", "text"), FieldKind::Text),
    (Name::new("строки", "lines"), FieldKind::Lines),
    (Name::new("слово", "word"), FieldKind::Word),
    (Name::new("человек", "person"), FieldKind::Person),
    (Name::new("число", "number"), FieldKind::Number),
    (Name::new("да_нет", "yes_no"), FieldKind::Boolean),
    (Name::new("дата", "date"), FieldKind::Date),
    (Name::new("срок", "due"), FieldKind::Deadline),
    (Name::new("учебный_год", "school_year"), FieldKind::SchoolYear),
    (Name::new("выбор", "choice"), FieldKind::Choice),
    (Name::new("таблица", "table"), FieldKind::Table),
    (Name::new("диаграмма", "chart"), FieldKind::Chart),
    (Name::new("картинка", "picture"), FieldKind::Picture),
    (Name::new("записи", "records"), FieldKind::Records),
];

impl Read for FieldKind {
    fn shape() -> Shape {
        Shape::Choice(KINDS.iter().map(|(name, _)| name.clone()).collect())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let names: Vec<Name> = KINDS.iter().map(|(name, _)| name.clone()).collect();
        reader.choice(node, &names).map(|index| KINDS[index].1)
    }
}

/// A value of a layout's own field.
#[derive(Clone, Debug)]
pub enum Value {
    /// Prose, with or without its line breaks.
    Text(RichText),
    /// A name from the pack's people, or words.
    Person(RichText),
    /// Plain words.
    Word(Word),
    /// A whole number.
    Number(At<u32>),
    /// Yes or no.
    Boolean(bool),
    /// A date.
    Date(DateValue),
    /// A deadline.
    Deadline(DeadlineValue),
    /// A school year.
    SchoolYear(SchoolYearValue),
    /// One of some words.
    Choice(String),
    /// A table of the pack.
    Table(TablePlace),
    /// A chart.
    Chart(ChartFacts),
    /// A picture.
    Picture(PictureFacts),
    /// Several values.
    List(Vec<Value>),
    /// Keys with values.
    Record(Values),
}

/// The values of a layout's own fields by their English names; `None` where nothing is written.
pub type Values = Vec<(String, Option<Value>)>;

/// The keys of a layout's documents.
pub fn fields_record(layout: &str, base: Base, fields: &[FieldFacts]) -> Record {
    let mut keys = match base {
        Base::Fields => common_fields(),
        Base::Resolution => Resolution::record().fields,
        Base::Report => Report::record().fields,
        Base::Summary => common_fields().into_iter().chain(SummarySheet::record().fields).collect(),
        Base::Handout => Handout::record().fields,
        Base::Register => Register::record().fields,
    };
    keys.extend(fields.iter().map(field));
    let (ru, en) = ("документ".to_owned(), layout.to_owned());
    Record { name: Name { ru: ru.into(), en: en.into() }, fields: keys, short: None }
}

/// The fields that every document has.
fn common_fields() -> Vec<Field> {
    let common = ["layout", "file_name"];
    Resolution::record().fields.into_iter().filter(|field| common.contains(&field.key.en.as_ref())).collect()
}

fn field(facts: &FieldFacts) -> Field {
    let about = |word: &Option<Word>| word.as_ref().map_or_else(String::new, |word| word.value.clone());
    Field {
        key: Name { ru: facts.ru.value.clone().into(), en: facts.en.value.clone().into() },
        shape: shape(facts),
        required: facts.required.as_ref().is_some_and(|at| at.value),
        about: Name { ru: about(&facts.about_ru).into(), en: about(&facts.about_en).into() },
    }
}

fn shape(facts: &FieldFacts) -> Shape {
    let single = match facts.kind.unwrap_or(FieldKind::Text) {
        FieldKind::Text => Shape::Text,
        FieldKind::Lines | FieldKind::Person => Shape::Lines,
        FieldKind::Word => Shape::Word,
        FieldKind::Number => Shape::Integer,
        FieldKind::Boolean => Shape::Boolean,
        FieldKind::Date => Shape::Date,
        FieldKind::Deadline => Shape::Deadline,
        FieldKind::SchoolYear => Shape::SchoolYear,
        FieldKind::Choice => Shape::Choice(choices(facts)),
        FieldKind::Table => TablePlace::shape(),
        FieldKind::Chart => ChartFacts::shape(),
        FieldKind::Picture => PictureFacts::shape(),
        FieldKind::Records => Shape::Fields(Arc::new(sub_record(facts))),
    };
    if is_many(facts) { Shape::List(Box::new(single)) } else { single }
}

fn is_many(facts: &FieldFacts) -> bool {
    facts.many.as_ref().map_or(facts.kind == Some(FieldKind::Records), |at| at.value)
}

fn choices(facts: &FieldFacts) -> Vec<Name> {
    let name = |word: &Word| Name { ru: word.value.clone().into(), en: word.value.clone().into() };
    facts.words.iter().map(name).collect()
}

fn sub_record(facts: &FieldFacts) -> Record {
    Record {
        name: Name { ru: facts.ru.value.clone().into(), en: facts.en.value.clone().into() },
        fields: facts.fields.iter().map(field).collect(),
        short: None,
    }
}

/// Reads the values of a layout's own fields from the nodes that a record gave for them.
pub fn read_values<'n>(
    fields: &[FieldFacts],
    nodes: impl Iterator<Item = Option<&'n Node>>,
    reader: &mut Reader<'_>,
) -> Values {
    fields
        .iter()
        .zip(nodes)
        .map(|(field, node)| {
            let value = node.and_then(|node| read_many(field, node, reader));
            // A layout runs over the values of such a field, be there none.
            let none = || is_many(field).then(|| Value::List(Vec::new()));
            (field.en.value.clone(), value.or_else(none))
        })
        .collect()
}

fn read_many(field: &FieldFacts, node: &Node, reader: &mut Reader<'_>) -> Option<Value> {
    match &node.value {
        Yaml::Null => None,
        Yaml::List(nodes) if is_many(field) => {
            Some(Value::List(nodes.iter().filter_map(|node| read_one(field, node, reader)).collect()))
        }
        _ if is_many(field) && reader.items_are_typed(node) => None,
        _ if is_many(field) => read_one(field, node, reader).map(|value| Value::List(vec![value])),
        _ => read_one(field, node, reader),
    }
}

fn read_one(field: &FieldFacts, node: &Node, reader: &mut Reader<'_>) -> Option<Value> {
    match field.kind.unwrap_or(FieldKind::Text) {
        FieldKind::Text => RichText::read(node, reader).map(Value::Text),
        FieldKind::Lines => Lines::read(node, reader).map(|lines| Value::Text(lines.0)),
        FieldKind::Person => Lines::read(node, reader).map(|lines| Value::Person(lines.0)),
        FieldKind::Word => Word::read(node, reader).map(Value::Word),
        FieldKind::Number => At::<u32>::read(node, reader).map(Value::Number),
        FieldKind::Boolean => At::<bool>::read(node, reader).map(|at| Value::Boolean(at.value)),
        FieldKind::Date => DateValue::read(node, reader).map(Value::Date),
        FieldKind::Deadline => DeadlineValue::read(node, reader).map(Value::Deadline),
        FieldKind::SchoolYear => SchoolYearValue::read(node, reader).map(Value::SchoolYear),
        FieldKind::Chart => ChartFacts::read(node, reader).map(Value::Chart),
        FieldKind::Picture => PictureFacts::read(node, reader).map(Value::Picture),
        FieldKind::Table => TablePlace::read(node, reader).map(Value::Table),
        FieldKind::Choice => {
            let words = choices(field);
            reader.choice(node, &words).map(|index| Value::Choice(words[index].en.to_string()))
        }
        FieldKind::Records => {
            let record = sub_record(field);
            let nodes = reader.record(node, &record)?;
            Some(Value::Record(read_values(&field.fields, nodes.into_iter(), reader)))
        }
    }
}
