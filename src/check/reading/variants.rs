//! One variant per document: dates, school years, deadlines, names are written in one form.

use super::{Field, View};
use crate::source::Span;
use std::collections::BTreeMap;

/// One way of writing something, at one place.
#[derive(Debug)]
pub struct Variant<'v, F> {
    /// The document: an index that is the same for all that is compared.
    pub document: usize,
    /// In which form.
    pub form: F,
    /// Where.
    pub place: Span,
    /// As it is written.
    pub written: &'v str,
}

/// The number of a field's document among those of the pack; texts of `pack.yaml` have one of
/// their own.
pub fn document_of(view: &View<'_>, field: &Field<'_>) -> usize {
    let documents = &view.loaded.documents;
    field
        .document
        .map_or(0, |own| documents.iter().position(|other| std::ptr::eq(own, other)).map_or(0, |at| at + 1))
}

/// A form that a document has beside another.
#[derive(Debug)]
pub struct Unlike<'a, 'v, F> {
    /// The first place of the form.
    pub rare: &'a Variant<'v, F>,
    /// The first place of the form that the document should have.
    pub usual: &'a Variant<'v, F>,
    /// Whether the document has `usual` more often.
    is_more_often: bool,
}

impl<F> Unlike<'_, '_, F> {
    /// What is said at the place of the usual form.
    pub fn label(&self) -> (&'static str, &'static str) {
        if self.is_more_often {
            ("так чаще", "more often")
        } else {
            ("а здесь так", "but so here")
        }
    }
}

/// For each document that has several forms: each rarer form, and the form that most have. Of forms
/// that are equally frequent the earliest wins.
pub fn rarer<'a, 'v, F: Ord + Copy>(all: &'a [Variant<'v, F>]) -> Vec<Unlike<'a, 'v, F>> {
    unlike(all, None)
}

/// The same, but where a document has the form `right` at all, every other form is the one to be
/// shown, however rare the right one is.
pub fn unlike<'a, 'v, F: Ord + Copy>(all: &'a [Variant<'v, F>], right: Option<F>) -> Vec<Unlike<'a, 'v, F>> {
    let mut documents: BTreeMap<usize, Vec<&'a Variant<'v, F>>> = BTreeMap::new();
    for variant in all {
        documents.entry(variant.document).or_default().push(variant);
    }
    documents.into_values().flat_map(|variants| unlike_in(&variants, right)).collect()
}

fn unlike_in<'a, 'v, F: Ord + Copy>(
    variants: &[&'a Variant<'v, F>],
    right: Option<F>,
) -> Vec<Unlike<'a, 'v, F>> {
    let mut forms: Vec<(F, usize, &'a Variant<'v, F>)> = Vec::new();
    for variant in variants {
        match forms.iter_mut().find(|(form, ..)| *form == variant.form) {
            Some((_, count, _)) => *count += 1,
            None => forms.push((variant.form, 1, variant)),
        }
    }
    let most = forms.iter().map(|(_, count, _)| *count).max().unwrap_or(0);
    let is_right = forms.iter().find(|(form, ..)| Some(*form) == right);
    let Some(&(form, often, usual)) = is_right.or_else(|| forms.iter().find(|(_, count, _)| *count == most))
    else {
        return Vec::new();
    };
    let others = forms.iter().filter(|(other, ..)| *other != form);
    others.map(|(_, count, rare)| Unlike { rare, usual, is_more_often: often > *count }).collect()
}
