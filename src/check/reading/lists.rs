//! The lists of a pack: clauses one after another under one head; the points of a report and of
//! its slides.

use super::{Field, FieldKind, View};
use crate::pack::moment::DeadlineValue;
use crate::pack::resolution::{Addressee, Clause, Responsible};
use crate::pack::speech::SpeechBlock;
use crate::source::Span;
use crate::text::RichText;
use std::collections::{BTreeMap, BTreeSet};

/// Clauses under one head, with what is valid for them.
#[derive(Clone, Copy, Debug)]
pub struct List<'a> {
    /// The document: its index in the pack.
    pub document: usize,
    /// The clauses.
    pub items: &'a [Clause],
    /// To whom they are given, where they do not say.
    pub to: &'a [Addressee],
    /// Their deadline, where they have none of their own.
    pub due: Option<&'a DeadlineValue>,
    /// Who is responsible, where they do not say.
    pub responsible: &'a [Responsible],
}

impl<'a> List<'a> {
    /// The clauses without clauses under them.
    pub fn leaves(&self) -> impl Iterator<Item = &'a Clause> + use<'a> {
        self.items.iter().filter(|clause| clause.clauses.is_empty() && clause.text.is_some())
    }
}

/// All lists of all resolutions, each before those under it.
pub fn lists<'a>(view: &View<'a>) -> Vec<List<'a>> {
    let mut found = Vec::new();
    for (document, file) in view.loaded.documents.iter().enumerate() {
        if let Some(resolution) = file.resolution() {
            let items = resolution.clauses.0.as_slice();
            collect(List { document, items, to: &[], due: None, responsible: &[] }, &mut found);
        }
    }
    found
}

fn collect<'a>(list: List<'a>, found: &mut Vec<List<'a>>) {
    if list.items.is_empty() {
        return;
    }
    found.push(list);
    for clause in list.items {
        collect(under(list, clause), found);
    }
}

fn under<'a>(list: List<'a>, clause: &'a Clause) -> List<'a> {
    let own = addressees(clause);
    List {
        document: list.document,
        items: &clause.clauses,
        to: if own.is_empty() { list.to } else { own },
        due: clause.due.as_ref().or(list.due),
        responsible: if clause.responsible.is_empty() { list.responsible } else { &clause.responsible },
    }
}

/// To whom a clause itself is given.
pub fn addressees(clause: &Clause) -> &[Addressee] {
    if clause.addressees.is_empty() { &clause.to } else { &clause.addressees }
}

/// The points of reports, list by list, then those of slides and sheets.
pub fn points<'a>(view: &View<'a>) -> Vec<&'a [RichText]> {
    let mut found: Vec<&'a [RichText]> = Vec::new();
    for document in &view.loaded.documents {
        let blocks = document.talk().into_iter().flat_map(|talk| &talk.speech.blocks);
        found.extend(blocks.filter_map(|block| match block {
            SpeechBlock::Points(points) => Some(points.as_slice()),
            _ => None,
        }));
        let slides =
            document.talk().into_iter().flat_map(|talk| &talk.report.slides.0).map(|(_, sheet)| sheet);
        let sheets = document.sheets().into_iter().flat_map(|sheets| &sheets.sheets);
        found.extend(slides.chain(sheets).map(|sheet| sheet.points.as_slice()));
    }
    // Several documents are made of one report.
    let place = |points: &&[RichText]| points.first().map(|point| point.source.whole());
    let mut seen = BTreeSet::new();
    found.retain(|points| place(points).is_some_and(|place| seen.insert((place.source, place.start))));
    found
}

/// The fields of the texts of clauses and points, found by where they stand.
pub struct Texts<'v, 'a> {
    by_span: BTreeMap<(u32, u32), &'v Field<'a>>,
}

impl<'v, 'a> Texts<'v, 'a> {
    /// Finds them once.
    pub fn new(view: &'v View<'a>) -> Texts<'v, 'a> {
        let clauses = view.fields.iter().filter(|field| field.kind == FieldKind::Clause);
        let clauses = clauses.filter_map(|field| Some((key(field.clause?), field)));
        let points =
            view.fields.iter().filter(|field| matches!(field.kind, FieldKind::Body | FieldKind::Slide));
        let points = points.map(|field| (place(field.source.whole()), field));
        Texts { by_span: clauses.chain(points).collect() }
    }

    /// The field of a point.
    pub fn of_point(&self, point: &RichText) -> Option<&'v Field<'a>> {
        self.by_span.get(&place(point.source.whole())).copied()
    }

    /// The field of a clause's text.
    pub fn of(&self, clause: &Clause) -> Option<&'v Field<'a>> {
        self.by_span.get(&key(clause)).copied()
    }
}

fn key(clause: &Clause) -> (u32, u32) {
    place(clause.text.as_ref().map_or(clause.span, |text| text.source.whole()))
}

fn place(text: Span) -> (u32, u32) {
    (text.source.0, text.start)
}
