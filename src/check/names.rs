//! The names of people in a text: initials and surname.

use super::{Field, Sentence, Token, View};
use crate::russian::surname;
use crate::source::Span;
use std::ops::Range;

/// A name in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The initials in their order, small.
    pub initials: String,
    /// The surname, its ending taken off.
    pub stem: String,
    /// How it is written.
    pub form: NameForm,
}

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NameForm {
    /// Whether the initials stand behind the surname.
    pub after: bool,
    /// Whether a space parts the initials.
    pub parted: bool,
    /// Whether a space parts initials and surname.
    pub spaced: bool,
}

/// The names of a sentence that have two initials.
pub(super) fn names(field: &Field<'_>, sentence: &Sentence) -> Vec<Name> {
    let tokens = sentence.tokens.as_slice();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let name = initials(field, tokens, at).and_then(|end| name(field, tokens, at..end));
        at = name.as_ref().map_or(at + 1, |name: &Name| name.tokens.end.max(at + 1));
        found.extend(name);
    }
    found
}

/// Whether a token is a capital letter alone.
fn is_initial(field: &Field<'_>, token: &Token) -> bool {
    token.is_word()
        && token.capital
        && token.bound.is_none()
        && field.slice(token.range.clone()).chars().count() == 1
}

/// The end of two initials with their full stops that begin at `at`.
fn initials(field: &Field<'_>, tokens: &[Token], at: usize) -> Option<usize> {
    let [one, dot, two, end] = tokens.get(at..at + 4)? else { return None };
    let both = is_initial(field, one) && is_initial(field, two);
    let dots = dot.is_sign('.') && end.is_sign('.') && !dot.spaced && !end.spaced;
    (both && dots).then_some(at + 4)
}

fn is_surname(field: &Field<'_>, token: &Token) -> bool {
    let written = field.slice(token.range.clone());
    token.is_word()
        && token.capital
        && token.bound.is_none()
        && written.chars().nth(1).is_some_and(char::is_lowercase)
}

fn name(field: &Field<'_>, tokens: &[Token], initials: Range<usize>) -> Option<Name> {
    let letters = |at: usize| tokens.get(at).map(|token| token.text.as_str()).unwrap_or_default();
    let text = format!("{}{}", letters(initials.start), letters(initials.start + 2));
    let parted = tokens.get(initials.start + 2).is_some_and(|token| token.spaced);
    let next = tokens.get(initials.end).filter(|token| is_surname(field, token));
    let before =
        initials.start.checked_sub(1).and_then(|at| tokens.get(at)).filter(|token| is_surname(field, token));
    let (surname, range, after, spaced) = match (next, before) {
        (Some(next), _) => (next, initials.start..initials.end + 1, false, next.spaced),
        (None, Some(before)) => {
            let spaced = tokens.get(initials.start).is_some_and(|token| token.spaced);
            (before, initials.start - 1..initials.end, true, spaced)
        }
        _ => return None,
    };
    let form = NameForm { after, parted, spaced };
    Some(Name { tokens: range, initials: text, stem: surname::stem(&surname.text), form })
}

/// A person of the pack.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// The initials in their order, small.
    pub initials: String,
    /// The surname, its ending taken off.
    pub stem: String,
    /// How it is written, where it is written with initials.
    pub form: Option<NameForm>,
    /// Where.
    pub place: Span,
    /// As it is written.
    pub written: String,
}

/// The people of the pack whose names are understood.
pub(super) fn people(view: &View<'_>) -> Vec<Known> {
    let people = view.loaded.facts.people.0.iter();
    people.filter_map(|(_, person)| known(&person.name.value, person.name.span)).collect()
}

/// Reads «А. Б. Ветрова», «Ветрова А. Б.», «Ветрова Анна Борисовна», «Анна Борисовна Ветрова».
pub(super) fn known(written: &str, place: Span) -> Option<Known> {
    let name = surname::read(written)?;
    let form = name.dotted.then(|| {
        let gap = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}');
        let text = written.trim();
        let dots: Vec<usize> = text.match_indices('.').map(|(at, _)| at).collect();
        let behind = |at: Option<&usize>| {
            at.is_some_and(|at| text.get(at + 1..).is_some_and(|rest| rest.starts_with(gap)))
        };
        let spaced = if name.after {
            text.contains(gap) && !text.split('.').next().unwrap_or_default().chars().all(char::is_alphabetic)
        } else {
            behind(dots.get(1))
        };
        NameForm { after: name.after, parted: behind(dots.first()), spaced }
    });
    Some(Known {
        initials: name.initials,
        stem: surname::stem(&name.surname),
        form,
        place,
        written: written.trim().to_owned(),
    })
}
