//! What a YAML value may be: the one description from which reading, messages, the JSON Schema
//! and the commented pack of `init` are made.

use crate::source::Language;
use std::borrow::Cow;

/// A name in the two languages of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Russian.
    pub ru: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Name {
    /// A name known when the program was written.
    pub const fn new(ru: &'static str, en: &'static str) -> Name {
        Name { ru: Cow::Borrowed(ru), en: Cow::Borrowed(en) }
    }

    /// The name in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Russian => &self.ru,
            Language::English => &self.en,
        }
    }

    /// Whether somebody who wrote `word` meant this name.
    pub fn is(&self, word: &str) -> bool {
        word == self.ru || word == self.en
    }
}

/// What a value may be.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Prose: figures, emphasis, several paragraphs.
    Text,
    /// Prose whose line breaks are kept: a position, a theme.
    Lines,
    /// Words without figures: a name, a path.
    Word,
    /// A whole number.
    Integer,
    /// A number of decimals.
    Decimals,
    /// A number of decimals, or one for each of some columns.
    TableDecimals,
    /// A number of millimetres, points or a multiple.
    Number,
    /// `да` or `нет`.
    Boolean,
    /// A calendar date.
    Date,
    /// A deadline as it shall be printed.
    Deadline,
    /// A school year.
    SchoolYear,
    /// One of some words.
    Choice(Vec<Name>),
    /// A figure: a number or an expression.
    Expression,
    /// Several values; a single one may stand without the dash.
    List(Box<Shape>),
    /// Values under names that the user chooses.
    Named(Box<Shape>),
    /// Keys with values.
    Record(fn() -> Record),
    /// Keys with values, described by a layout's `fields.yaml`.
    Fields(std::sync::Arc<Record>),
}

/// A mapping with known keys.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its name in the schema, and what messages call it.
    pub name: Name,
    /// Its keys.
    pub fields: Vec<Field>,
    /// What may stand in its place: the short form.
    pub short: Option<Shape>,
}

/// A key of a record.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key.
    pub key: Name,
    /// What it holds.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// One sentence for the schema and for `init`.
    pub about: Name,
}

impl Record {
    /// The names of all keys in both languages.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().flat_map(|field| [field.key.ru.as_ref(), field.key.en.as_ref()])
    }

    /// The field that `word` names.
    pub fn field(&self, word: &str) -> Option<(usize, &Field)> {
        self.fields.iter().enumerate().find(|(_, field)| field.key.is(word))
    }
}

impl Shape {
    /// Whether it is written as one value, or may be: a text, a name, a date, a deadline, or a list of
    /// them.
    pub fn is_single(&self) -> bool {
        match self {
            Shape::Named(_) | Shape::Fields(_) => false,
            Shape::List(of) => of.is_single(),
            Shape::Record(record) => record().short.is_some(),
            _ => true,
        }
    }

    /// What the value is, for messages: «дата», «список».
    pub fn called(&self) -> (&'static str, &'static str) {
        match self {
            Shape::Text | Shape::Lines => ("текст", "text"),
            Shape::Word => ("слово или имя", "a word or a name"),
            Shape::Integer => ("целое число", "a whole number"),
            Shape::Decimals => ("целое число от 0 до 10", "a whole number from 0 to 10"),
            Shape::TableDecimals => (
                "целое число от 0 до 10 или такие числа по столбцам (`{ Охват: 1 }`)",
                "a whole number from 0 to 10, or such numbers by columns (`{ Share: 1 }`)",
            ),
            Shape::Number => ("число", "a number"),
            Shape::Boolean => ("«да» или «нет»", "`yes` or `no`"),
            Shape::Date => ("дата", "a date"),
            Shape::Deadline => ("срок", "a deadline"),
            Shape::SchoolYear => ("учебный год", "a school year"),
            Shape::Choice(_) => ("одно из слов", "one of some words"),
            Shape::Expression => ("число или выражение", "a number or an expression"),
            Shape::List(_) => ("список", "a list"),
            Shape::Named(_) => ("имена со значениями", "names with values"),
            Shape::Record(_) | Shape::Fields(_) => ("ключи со значениями", "keys with values"),
        }
    }
}
