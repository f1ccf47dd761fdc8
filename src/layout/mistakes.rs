//! Mistakes in a layout that would be seen in a finished document only, or nowhere.

use super::fields::{Base, FieldFacts, FieldKind, LayoutFacts, fields_record};
use super::library::Template;
use super::messages as say;
use crate::pack::messages::{UNKNOWN_WORD, UNKNOWN_WORD_NEAR};
use crate::pack::read::{Word, join, nearest};
use crate::source::{Finding, Findings, SourceId, Sources, Span};
use std::collections::BTreeSet;

/// Names that every layout is given and no field can have.
const TAKEN: [&str; 1] = ["conference"];

/// Looks through what a layout says of itself and through its templates.
pub fn look(
    name: &str,
    facts: &LayoutFacts,
    templates: &[Template],
    sources: &Sources,
    findings: &mut Findings,
) {
    formats(facts, templates, sources, findings);
    let base = fields_record(name, facts.base(), &[]);
    let taken = base.names().map(str::to_owned).chain(TAKEN.map(str::to_owned)).collect();
    fields(&facts.fields, taken, findings);
    for template in templates {
        let text = sources.get(template.source).text.clone().unwrap_or_default();
        compared(template.source, &text, &facts.fields, findings);
    }
}

/// Formats in which the layout has nothing to write.
fn formats(facts: &LayoutFacts, templates: &[Template], sources: &Sources, findings: &mut Findings) {
    let has_slides = templates
        .iter()
        .filter_map(|template| sources.get(template.source).text.as_ref())
        .any(|text| text.contains("<slide"));
    for format in &facts.formats {
        let empty = match format.word {
            "pptx" => !has_slides,
            "xlsx" | "ics" => facts.base() != Base::Register,
            _ => false,
        };
        let message = if format.word == "pptx" { &say::NO_SLIDES } else { &say::NO_REGISTER };
        if empty {
            findings.push(Finding::new(message).arg("format", format.word).at(format.span));
        }
    }
}

/// Names of fields that nobody could tell apart, and choices without words.
fn fields(fields: &[FieldFacts], mut taken: BTreeSet<String>, findings: &mut Findings) {
    for field in fields {
        let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if !field.en.value.chars().all(good) || field.en.value.starts_with(|c: char| c.is_ascii_digit()) {
            let finding = Finding::new(&say::FIELD_NAME).arg("name", field.en.value.as_str());
            findings.push(finding.at(field.en.span));
        }
        let names: Vec<&Word> = match field.ru.value == field.en.value {
            true => vec![&field.en],
            false => vec![&field.ru, &field.en],
        };
        for name in names {
            if !taken.insert(name.value.clone()) {
                findings.push(Finding::new(&say::FIELD_TWICE).arg("name", name.value.as_str()).at(name.span));
            }
        }
        if field.kind == Some(FieldKind::Choice) && field.words.is_empty() {
            let finding = Finding::new(&say::CHOICE_WITHOUT_WORDS).arg("name", field.ru.value.as_str());
            findings.push(finding.at(field.ru.span));
        }
        self::fields(&field.fields, BTreeSet::new(), findings);
    }
}

/// `(eq tone "wram")`: words that none of the layout's choices has.
fn compared(source: SourceId, text: &str, fields: &[FieldFacts], findings: &mut Findings) {
    const CALL: &str = "(eq ";
    for (at, _) in text.match_indices(CALL) {
        let from = at + CALL.len();
        let Some((call, _)) = text[from..].split_once(')') else { continue };
        let Some((path, word)) = call.trim_start().split_once(char::is_whitespace) else { continue };
        let Some(word) = word.trim().strip_prefix('"').and_then(|word| word.strip_suffix('"')) else {
            continue;
        };
        let known = words(path.rsplit(['.', '/']).next().unwrap_or(path), fields);
        if known.is_empty() || known.contains(&word) {
            continue;
        }
        let finding = match nearest(word, known.iter().copied()) {
            Some(near) => Finding::new(&UNKNOWN_WORD_NEAR).arg("near", near),
            None => Finding::new(&UNKNOWN_WORD).arg("known", join(known.iter().copied())),
        };
        let start = from + call.find(&format!("\"{word}\"")).unwrap_or(0);
        findings.push(finding.arg("word", word).at(Span::new(source, start, start + word.len() + 2)));
    }
}

/// The words of all choices of a name.
fn words<'f>(name: &str, fields: &'f [FieldFacts]) -> Vec<&'f str> {
    let of_field = |field: &'f FieldFacts| {
        let own = field.en.value == name && field.kind == Some(FieldKind::Choice);
        let below = words(name, &field.fields);
        let own = field.words.iter().filter(move |_| own).map(|word| word.value.as_str());
        own.chain(below).collect::<Vec<_>>()
    };
    fields.iter().flat_map(of_field).collect()
}
