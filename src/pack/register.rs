//! A register of tasks (лист контроля): what resolutions ask of whom, by when.

use super::moment::DateValue;
use super::read::{At, Read, Reader, Word};
use super::shape::{Name, Shape};
use crate::record;
use crate::source::Node;
use crate::text::Lines;

record! {
    /// A register of tasks.
    pub struct Register: "лист контроля" / "register" {
        /// The layout.
        layout: Option<Word> = "макет" / "layout", "Макет: register." / "The layout: `register`.";
        /// The name of the files.
        file: Option<Word> = "имя_файла" / "file_name",
            "Имя готовых файлов без окончания; без него – как у этого файла." /
            "The name of the finished files without extension; this file's name if not given.";
        /// The title.
        title: Option<Lines> = "заголовок" / "heading",
            "Строки под словами «ЛИСТ КОНТРОЛЯ»; без них – «исполнения поручений» и название конференции." /
            "The lines under «ЛИСТ КОНТРОЛЯ»; the conference's name if not given.";
        /// The documents whose tasks it lists.
        documents: Vec<Word> = "документы" / "documents",
            "Чьи поручения собрать: файлы комплекта, например резолюция.yaml; без них – все резолюции." /
            "Whose tasks to list: files of the pack such as resolution.yaml; all resolutions if not given.";
        /// The order of the tasks.
        order: Option<Order> = "порядок" / "order",
            "по пунктам, по срокам или по адресатам (под именем каждого – его поручения)." /
            "clauses, deadlines, or addressees (under each name the tasks given to it).";
        /// The columns.
        columns: Vec<Column> = "столбцы" / "columns",
            "Столбцы по порядку: номер, пункт, документ, поручение, адресат, срок, ответственный, отметка." /
            "The columns in their order: number, clause, document, task, addressee, due, responsible, mark.";
        /// The date.
        date: Option<DateValue> = "дата" / "date",
            "Дата листа; без неё – дата конференции." / "The register's date; the conference's if not given.";
        /// How many days before its deadline a calendar reminds of a task.
        remind: Option<At<u32>> = "напомнить_за" / "remind_before",
            "За сколько дней до срока напомнит календарь; без него напоминаний нет." /
            "How many days before a deadline a calendar reminds of it; never if not given.";
    }
}

/// The order of the tasks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they stand in the resolution.
    #[default]
    Clauses,
    /// By their last days; those without a day come last.
    Deadlines,
    /// Under the names of those to whom they are given.
    Addressees,
}

impl Order {
    const WORDS: [(Name, Order); 3] = [
        (Name::new("по пунктам", "clauses"), Order::Clauses),
        (Name::new("по срокам", "deadlines"), Order::Deadlines),
        (Name::new("по адресатам", "addressees"), Order::Addressees),
    ];
}

impl Read for Order {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.iter().map(|(name, _)| name.clone()).collect())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let names = Self::WORDS.map(|(name, _)| name);
        let index = reader.choice(node, &names)?;
        Self::WORDS.get(index).map(|(_, order)| *order)
    }
}

/// A column of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The task's running number.
    Number,
    /// The number of its clause.
    Clause,
    /// The kind of the document that it stands in.
    Document,
    /// What is to be done.
    Task,
    /// Who is to do it.
    Addressee,
    /// By when.
    Due,
    /// Who answers for it.
    Responsible,
    /// Left empty: whether it was done.
    Mark,
}

impl Column {
    const WORDS: [(Name, Column); 8] = [
        (Name::new("номер", "number"), Column::Number),
        (Name::new("пункт", "clause"), Column::Clause),
        (Name::new("документ", "document"), Column::Document),
        (Name::new("поручение", "task"), Column::Task),
        (Name::new("адресат", "addressee"), Column::Addressee),
        (Name::new("срок", "due"), Column::Due),
        (Name::new("ответственный", "responsible"), Column::Responsible),
        (Name::new("отметка", "mark"), Column::Mark),
    ];

    /// Its English name, which layouts use.
    pub fn name(self) -> &'static str {
        match self {
            Column::Number => "number",
            Column::Clause => "clause",
            Column::Document => "document",
            Column::Task => "task",
            Column::Addressee => "addressee",
            Column::Due => "due",
            Column::Responsible => "responsible",
            Column::Mark => "mark",
        }
    }
}

impl Read for Column {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.iter().map(|(name, _)| name.clone()).collect())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let names = Self::WORDS.map(|(name, _)| name);
        let index = reader.choice(node, &names)?;
        Self::WORDS.get(index).map(|(_, column)| *column)
    }
}
