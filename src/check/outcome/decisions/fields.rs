//! The fields of the layout `findings`.

use super::entry::{Compared, Entry};
use crate::layout::{Value, Values};
use crate::pack::read::At;
use crate::russian::plural;
use crate::source::{Language, Severity, SourceId, Span};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// At most so many kinds of notes, or documents, are named.
const NAMED: usize = 6;

/// The fields of a page that shows the first `shown` entries.
pub(super) fn values(entries: &[Entry], shown: usize, language: Language) -> Values {
    let grave: Vec<&Entry> = entries.iter().filter(|entry| entry.severity > Severity::Note).collect();
    let (shown, rest) = grave.split_at(shown.min(grave.len()));
    let notes: Vec<&Entry> = entries.iter().filter(|entry| entry.severity == Severity::Note).collect();
    vec![
        ("english".to_owned(), Some(Value::Boolean(language == Language::English))),
        ("counts".to_owned(), Some(word(counts(entries, language), None))),
        ("groups".to_owned(), Some(Value::List(groups(shown, language)))),
        ("rest".to_owned(), left_over(rest, language).map(|text| word(text, None))),
        ("notes".to_owned(), small(&notes, language).map(|text| word(text, None))),
    ]
}

fn word(value: String, span: Option<Span>) -> Value {
    Value::Word(At { value, span: span.unwrap_or(Span::new(SourceId(0), 0, 0)) })
}

fn optional(value: &str, span: Option<Span>) -> Option<Value> {
    (!value.is_empty()).then(|| word(value.to_owned(), span))
}

fn counts(entries: &[Entry], language: Language) -> String {
    let count = |severity| entries.iter().filter(|entry| entry.severity == severity).count();
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note].map(count);
    match language {
        Language::Russian => {
            format!("Ошибок – {errors}, предупреждений – {warnings}, мелких замечаний – {notes}")
        }
        Language::English => format!("Errors: {errors}, warnings: {warnings}, notes: {notes}"),
    }
}

/// The entries under what they are.
fn groups(entries: &[&Entry], language: Language) -> Vec<Value> {
    let mut number = 0;
    let mut groups = Vec::new();
    for severity in [Severity::Error, Severity::Warning] {
        let mut rows = Vec::new();
        for entry in entries.iter().filter(|entry| entry.severity == severity) {
            number += 1;
            rows.push(row(number, entry));
        }
        if !rows.is_empty() {
            let title = word(title(severity, language).to_owned(), None);
            groups.push(record([("title", Some(title)), ("rows", Some(Value::List(rows)))]));
        }
    }
    groups
}

fn title(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Russian) => "Ошибки: с ними документы не собираются",
        (Severity::Error, Language::English) => "Errors: no document is made while they stand",
        (_, Language::Russian) => "Предупреждения: исправить или оставить, решает подписывающий",
        (_, Language::English) => "Warnings: mend or leave, as the signer decides",
    }
}

fn record<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    Value::Record(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn row(number: usize, entry: &Entry) -> Value {
    let written = entry.written.iter().map(|one| compared(one, entry.span)).collect();
    record([
        ("number", Some(word(number.to_string(), entry.span))),
        ("where", optional(&entry.position, entry.span)),
        ("written", Some(Value::List(written))),
        ("message", optional(&entry.message, entry.span)),
        ("hint", optional(&entry.hint, entry.span)),
    ])
}

fn compared(one: &Compared, span: Option<Span>) -> Value {
    let run = |(words, marked): &(String, bool)| {
        record([("text", optional(words, span)), ("marked", Some(Value::Boolean(*marked)))])
    };
    record([
        ("where", one.position.as_deref().and_then(|words| optional(words, span))),
        ("runs", Some(Value::List(one.runs.iter().map(run).collect()))),
    ])
}

/// «И ещё 12 замечаний: резолюция – 7, доклад – 5.»
fn left_over(entries: &[&Entry], language: Language) -> Option<String> {
    let list = tally(entries.iter().map(|entry| entry.document.as_str()), language)?;
    let count = entries.len();
    Some(match language {
        Language::Russian => format!("И ещё {}: {list}.", counted(count, "замечание|замечания|замечаний")),
        Language::English => format!("And {count} more: {list}."),
    })
}

/// «Мелких замечаний – 14: лишние пробелы – 9, …»
fn small(entries: &[&Entry], language: Language) -> Option<String> {
    let list = tally(entries.iter().map(|entry| entry.kind.as_str()), language)?;
    let count = entries.len();
    Some(match language {
        Language::Russian => format!(
            "Кроме того, {}: {list}.",
            counted(count, "мелкое замечание|мелких замечания|мелких замечаний")
        ),
        Language::English => {
            format!("Besides, {count} {}: {list}.", if count == 1 { "note" } else { "notes" })
        }
    })
}

/// A number with its word.
fn counted(count: usize, forms: &str) -> String {
    let word = plural::word(Decimal::from(count), forms).unwrap_or_default();
    format!("{count}\u{a0}{word}")
}

/// How often each name stands, the most frequent first; `None` where there is none.
fn tally<'n>(names: impl Iterator<Item = &'n str>, language: Language) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    names.for_each(|name| *counts.entry(name).or_default() += 1);
    let mut sorted: Vec<(&str, usize)> = counts.into_iter().collect();
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let others: usize = sorted.iter().skip(NAMED).map(|(_, count)| count).sum();
    let one = |(name, count): &(&str, usize)| format!("{} –\u{a0}{count}", super::position::small(name));
    let mut list: Vec<String> = sorted.iter().take(NAMED).map(one).collect();
    if others > 0 {
        let word = if language == Language::Russian { "прочее" } else { "others" };
        list.push(one(&(word, others)));
    }
    (!list.is_empty()).then(|| list.join(", "))
}
