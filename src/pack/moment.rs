//! Dates, school years and deadlines as they are written in a pack.

use super::messages as say;
use super::read::{Read, Reader};
use super::shape::{Field, Name, Record, Shape};
use crate::russian::Explain;
use crate::russian::date::{self, DateError, DateForm, WrittenDate};
use crate::russian::deadline::{self, Context, Deadline, DeadlineError, YearKind};
use crate::russian::school_year::{self, SchoolYear, SchoolYearForm};
use crate::russian::typography::one_line;
use crate::source::{Finding, Node, SourceText, Span, Value};
use chrono::{Datelike, NaiveDate};

/// A date with the form in which it was written.
#[derive(Clone, Debug)]
pub struct DateValue {
    /// The date.
    pub written: WrittenDate,
    /// Where it stands.
    pub span: Span,
}

impl DateValue {
    /// As a document prints it: in the form in which it was written; a date as spreadsheets
    /// write it has no place in a Russian document and is printed in figures.
    pub fn printed(&self) -> String {
        let form = match self.written.form {
            DateForm::Iso => DateForm::Numeric,
            form => form,
        };
        date::print(self.written.date, form)
    }
}

impl Read for DateValue {
    fn shape() -> Shape {
        Shape::Date
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, &Shape::Date)?.as_str().trim();
        match date::parse(text) {
            Ok(written) => Some(DateValue { written, span: node.span }),
            Err(error) => {
                let message = match error {
                    DateError::Unknown => &say::NOT_DATE_WORDS,
                    _ => &say::NOT_A_DATE,
                };
                let finding = Finding::new(message).arg("text", text).arg("why", error.explain());
                reader.findings.push(finding.at(node.span));
                None
            }
        }
    }
}

/// A school year with the form in which it was written.
#[derive(Clone, Copy, Debug)]
pub struct SchoolYearValue {
    /// The school year.
    pub year: SchoolYear,
    /// How it was written.
    pub form: SchoolYearForm,
    /// Where it stands.
    pub span: Span,
}

impl SchoolYearValue {
    /// As a document prints it: in the form in which it was written.
    pub fn printed(&self) -> String {
        self.year.print(self.form)
    }
}

impl Read for SchoolYearValue {
    fn shape() -> Shape {
        Shape::SchoolYear
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, &Shape::SchoolYear)?.as_str().trim();
        match school_year::parse(text) {
            Ok((year, form)) => Some(SchoolYearValue { year, form, span: node.span }),
            Err(error) => {
                let finding =
                    Finding::new(&say::NOT_A_SCHOOL_YEAR).arg("text", text).arg("why", error.explain());
                reader.findings.push(finding.at(node.span));
                None
            }
        }
    }
}

/// A deadline: its wording, which is printed, and what it means.
#[derive(Clone, Debug)]
pub struct DeadlineValue {
    /// The wording with its place.
    pub text: SourceText,
    /// What it means.
    pub deadline: Deadline,
}

impl DeadlineValue {
    /// As a document prints it: as it was written, on one line.
    pub fn printed(&self) -> String {
        one_line(self.text.as_str())
    }
}

const TEXT: Name = Name::new("текст", "text");
const UNTIL: Name = Name::new("до", "until");

/// The long form: words of one's own with the day that they mean.
fn long_form() -> Record {
    let field = |key: Name, shape: Shape, required: bool, about: Name| Field { key, shape, required, about };
    Record {
        name: Name::new("срок", "deadline"),
        fields: vec![
            field(
                TEXT,
                Shape::Word,
                true,
                Name::new("Слова, как их печатать.", "The words as they are printed."),
            ),
            field(
                UNTIL,
                Shape::Date,
                false,
                Name::new("День, который они значат.", "The day that they mean."),
            ),
        ],
        short: Some(Shape::Word),
    }
}

impl Read for DeadlineValue {
    fn shape() -> Shape {
        Shape::Record(long_form)
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            return stated(node, reader);
        }
        let text = reader.prose(node, &Shape::Deadline)?.trimmed();
        if let Some(finding) = labelled(&text) {
            reader.findings.push(finding);
            return None;
        }
        let Some(context) = &reader.context else {
            let deadline = Deadline::stated(text.as_str(), None);
            return Some(DeadlineValue { text, deadline });
        };
        match deadline::parse(text.as_str(), context) {
            Ok(deadline) => Some(DeadlineValue { text, deadline }),
            Err(error) => {
                let finding = refused(&text, &error, context);
                reader.findings.push(finding);
                None
            }
        }
    }
}

/// A deadline in words of its own, with the day that it means.
fn stated(node: &Node, reader: &mut Reader<'_>) -> Option<DeadlineValue> {
    let values = reader.record(node, &long_form())?;
    let text = reader.prose(values.first().copied().flatten()?, &Shape::Word)?.trimmed();
    let until = match values.get(1).copied().flatten() {
        Some(node) => Some(DateValue::read(node, reader)?.written.date),
        None => None,
    };
    let deadline = Deadline::stated(text.as_str(), until);
    Some(DeadlineValue { text, deadline })
}

/// The words behind «Срок:», which documents print by themselves, and those words.
fn behind_label(text: &str) -> Option<(&str, &str)> {
    let (label, rest) = text.split_once(':')?;
    let known =
        matches!(label.trim().to_lowercase().as_str(), "срок" | "срок исполнения" | "due" | "deadline");
    (known && !rest.trim().is_empty()).then(|| (label.trim(), rest.trim()))
}

/// What to say of a deadline that begins with its own label, which the program prints by itself.
fn labelled(text: &SourceText) -> Option<Finding> {
    let words = one_line(text.as_str());
    let (label, rest) = behind_label(&words)?;
    let finding = Finding::new(&say::LABEL_IN_DEADLINE).arg("label", format!("{label}:"));
    Some(finding.arg("rest", rest).arg("text", words.as_str()).at(text.whole()))
}

fn refused(text: &SourceText, error: &DeadlineError, context: &Context) -> Finding {
    let near: Vec<String> = error.near().iter().map(|form| format!("`{form}`")).collect();
    let message = match error {
        DeadlineError::Unknown { near } if near.is_empty() => &say::DEADLINE_UNLIKE_ANY,
        DeadlineError::Unknown { .. } => &say::NOT_A_DEADLINE,
        DeadlineError::Empty => &say::DEADLINE_UNLIKE_ANY,
        DeadlineError::Date(DateError::ShortYear(_)) => &say::SHORT_YEAR,
        _ => &say::IMPOSSIBLE_DATE,
    };
    Finding::new(message)
        .arg("text", one_line(text.as_str()))
        .arg("near", near.join(", "))
        .arg("own", own_words(text, context))
        .arg("why", error.explain())
        .at(text.whole())
}

/// The long form of a wording as it can be copied into the file, in both languages: with the last
/// day of the year, which is after the conference; without a day where the pack has no date.
fn own_words(text: &SourceText, context: &Context) -> (String, String) {
    let words = quoted(&one_line(text.as_str()));
    if context.conference == NaiveDate::default() {
        return (format!("`{{текст: {words}}}`"), format!("`{{text: {words}}}`"));
    }
    let until = last_day(&words, context);
    let day = |form| date::print(until, form);
    (
        format!("`{{текст: {words}, до: {}}}`; `до` можно не писать", day(DateForm::Numeric)),
        format!("`{{text: {words}, until: {}}}`; `until` may be left out", day(DateForm::Iso)),
    )
}

/// The last day that words of one's own may mean: where they speak of a year, the end of what the
/// pack calls so; else the end of the calendar year, if that is after the conference.
fn last_day(words: &str, context: &Context) -> NaiveDate {
    let of_year = words
        .to_lowercase()
        .split(|sign: char| !sign.is_alphabetic())
        .any(|word| matches!(word, "год" | "года" | "году" | "г" | "year"));
    let school = of_year && context.year_means == YearKind::School;
    let year = context.conference.year() + i32::from(context.conference.ordinal() >= 365);
    let calendar = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(context.conference);
    if school { context.school_year.end() } else { calendar }
}

/// Words in the quotation marks of YAML.
fn quoted(words: &str) -> String {
    match words.contains(['"', '\\']) {
        true => format!("'{}'", words.replace('\'', "''")),
        false => format!("\"{words}\""),
    }
}

/// What deadlines are measured by, from what the pack says of its conference; a pack without a
/// date is measured by the first day of the calendar's epoch, and its years mean nothing.
pub fn context(date: Option<NaiveDate>, year: Option<SchoolYear>, means: YearKind) -> Option<Context> {
    let date = date.unwrap_or_default();
    let reported = year.or_else(|| SchoolYear::starting(date.year() - 1))?;
    Some(Context::after(date, reported, means))
}
