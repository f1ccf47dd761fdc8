//! Names that documents use: every one that looks like a name of the pack must be one.

use super::messages as say;
use super::{DocumentFile, register};
use crate::document::AnchorKind;
use crate::output::messages::{DOCUMENT_TWICE, NAME_TWICE};
use crate::pack::chart::ChartFacts;
use crate::pack::facts::Facts;
use crate::pack::lock::is_good_id;
use crate::pack::messages::BAD_ID;
use crate::pack::picture::PictureFacts;
use crate::pack::read::{Word, nearest};
use crate::pack::report::Talk;
use crate::pack::resolution::{Appendix, Clause, Resolution, TablePlace};
use crate::russian::typography::one_line;
use crate::source::{Finding, Findings, Sources, Span};
use crate::text::Lines;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Looks through all documents.
pub fn check(facts: &Facts, documents: &[DocumentFile], sources: &Sources, findings: &mut Findings) {
    find_twice(documents, findings);
    for register in documents.iter().filter_map(DocumentFile::register) {
        register::check(register, facts, documents, sources, findings);
    }
    let is_register = documents.iter().any(|document| document.register().is_some());
    for resolution in documents.iter().filter_map(DocumentFile::resolution) {
        let is_plan = |appendix: &Appendix| appendix.plan.as_ref().is_some_and(|plan| plan.value);
        if is_register || resolution.appendices.iter().any(is_plan) {
            register::check_addressees(resolution, facts, findings);
        }
    }
    let mut talks: Vec<&Arc<Talk>> = documents.iter().filter_map(DocumentFile::talk).collect();
    talks.dedup_by(|one, other| Arc::ptr_eq(one, other));
    for speaker in talks.iter().filter_map(|talk| talk.report.speaker.as_ref()) {
        Checker { facts, findings, ids: BTreeMap::new() }.person(&speaker.person);
    }
    for resolution in documents.iter().filter_map(DocumentFile::resolution) {
        let mut checker = Checker { facts, findings, ids: BTreeMap::new() };
        checker.resolution(resolution);
    }
}

/// Says which documents want the same files.
fn find_twice(documents: &[DocumentFile], findings: &mut Findings) {
    let mut names: BTreeMap<String, &DocumentFile> = BTreeMap::new();
    for document in documents {
        if let Some(first) = names.insert(document.name.to_lowercase(), document) {
            // A report makes several documents of one file.
            let same = first.source == document.source && first.talk().is_none();
            let finding = Finding::new(if same { &DOCUMENT_TWICE } else { &NAME_TWICE });
            findings.push(finding.arg("name", document.name.clone()).at(document.source));
        }
    }
}

struct Checker<'a> {
    facts: &'a Facts,
    findings: &'a mut Findings,
    ids: BTreeMap<(AnchorKind, String), Span>,
}

impl Checker<'_> {
    fn resolution(&mut self, resolution: &Resolution) {
        self.clauses(&resolution.clauses.0);
        if let Some(organisation) = &resolution.organisation {
            self.name(organisation);
        }
        for signature in &resolution.signatures {
            self.person(&signature.person);
        }
        for appendix in &resolution.appendices {
            self.id(AnchorKind::Appendix, appendix.id.as_ref());
            self.shown(appendix.table.as_ref(), appendix.chart.as_ref(), appendix.picture.as_ref());
        }
    }

    fn clauses(&mut self, clauses: &[Clause]) {
        for clause in clauses {
            self.id(AnchorKind::Clause, clause.id.as_ref());
            self.shown(clause.table.as_ref(), clause.chart.as_ref(), clause.picture.as_ref());
            let names = clause.to.iter().chain(&clause.addressees).chain(&clause.responsible);
            names.for_each(|name| self.name(name));
            // Those whom the text already names, `для`, are not printed above it.
            clause.to.iter().for_each(|name| self.dative(name));
            self.clauses(&clause.clauses);
        }
    }

    /// A single word that is nearly a name of the pack was meant to be it; other words are words.
    fn name(&mut self, lines: &Lines) {
        let word = lines.0.plain();
        let names = || self.facts.organisations.names().chain(self.facts.people.names());
        let parts: Vec<&str> = word.split([',', ';']).map(str::trim).collect();
        if parts.len() > 1 && parts.iter().any(|part| names().any(|name| name == *part)) {
            let finding = Finding::new(&say::NAMES_IN_A_ROW).arg("text", word).arg("list", parts.join(", "));
            self.findings.push(finding.at(lines.0.source.whole()));
            return;
        }
        if word.contains(char::is_whitespace) || names().any(|name| name == word) {
            return;
        }
        let like =
            |name: &str| strsim::normalized_damerau_levenshtein(&word.to_lowercase(), &name.to_lowercase());
        if let Some(near) =
            names().filter(|name| like(name) >= 0.7).max_by(|a, b| like(a).total_cmp(&like(b)))
        {
            let finding = Finding::new(&say::UNKNOWN_NAME).arg("name", word).arg("near", near);
            self.findings.push(finding.at(lines.0.source.whole()));
        }
    }

    /// An addressee stands in the dative. A name that begins with capitals alone, «МБУ …», has no
    /// other form.
    fn dative(&mut self, lines: &Lines) {
        let word = lines.0.plain();
        let (name, named, whole) = match (self.facts.organisations.get(word), self.facts.people.get(word)) {
            (Some(organisation), _) if organisation.dative.is_none() => {
                let text = &organisation.name.0;
                (text.plain(), text.source.whole(), organisation.span)
            }
            (None, Some(person)) if person.dative.is_none() => {
                (person.name.value.as_str(), person.name.span, person.span)
            }
            _ => return,
        };
        let name = one_line(name);
        let first = name.split_whitespace().next().unwrap_or_default();
        let letters = first.chars().filter(|sign| sign.is_alphabetic()).count();
        if letters < 2 || first.chars().any(char::is_lowercase) {
            let finding = Finding::new(&say::NO_DATIVE).arg("id", word).arg("name", name.as_str());
            let finding = finding.at(lines.0.source.whole());
            let finding = finding.label(named, ("допишите здесь", "add it here"));
            self.findings.push(finding.rewrite(with_dative(word, &name, named == whole)));
        }
    }

    /// A signature is a name of the pack, or initials and surname.
    fn person(&mut self, word: &Word) {
        let people = &self.facts.people;
        let known = people.get(&word.value).is_some() || people.has_failed(&word.value);
        if !known && !word.value.contains(['.', ' ', '\u{a0}']) {
            let message = match nearest(&word.value, people.names()) {
                Some(near) => Finding::new(&say::UNKNOWN_NAME).arg("near", near),
                None => Finding::new(&say::UNKNOWN_PERSON),
            };
            let finding = message.arg("name", word.value.clone());
            self.findings.push(finding.at(word.span));
        }
    }

    /// What a clause or an appendix shows.
    fn shown(
        &mut self,
        table: Option<&TablePlace>,
        chart: Option<&ChartFacts>,
        picture: Option<&PictureFacts>,
    ) {
        self.id(AnchorKind::Table, table.and_then(|table| table.id.as_ref()));
        self.id(AnchorKind::Figure, chart.and_then(|chart| chart.id.as_ref()));
        self.id(AnchorKind::Figure, picture.and_then(|picture| picture.id.as_ref()));
    }

    /// A name can be referred to and is its thing's alone; things of other kinds may have it too.
    fn id(&mut self, kind: AnchorKind, id: Option<&Word>) {
        let Some(id) = id else { return };
        let name = &id.value;
        if !is_good_id(name) {
            self.findings.push(Finding::new(&BAD_ID).arg("id", name.clone()).at(id.span));
        } else if let Some(first) = self.ids.insert((kind, name.clone()), id.span) {
            let finding = Finding::new(&say::ID_TWICE).arg("id", name.clone()).at(id.span);
            self.findings.push(finding.label(first, ("первый раз – здесь", "first here")));
        }
    }
}

/// How a dative is written, in the language of the name; a name that stands alone behind its `id`
/// gets a key as well.
fn with_dative(id: &str, name: &str, alone: bool) -> String {
    let [own, dative, whom] = match name.is_ascii() {
        true => ["name", "dative", "to whom?"],
        false => ["название", "дательный", "кому?"],
    };
    let dative = format!("    {dative}: {whom}");
    if alone { format!("  {id}:\n    {own}: {name}\n{dative}") } else { dative }
}
