//! The names of people in a text: initials and surname.

use super::{Field, Sentence, Token, View};
use crate::russian::{look_alike, surname};
use crate::source::Span;
use std::ops::Range;

/// A name in a sentence.
#[derive(Clone, Debug)]
pub struct Name {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The initials in their order, small.
    pub initials: String,
    /// The surname as it stands, in small letters.
    pub surname: String,
    /// The surname, its ending taken off.
    pub stem: String,
    /// How it is written.
    pub form: NameForm,
    /// Whether it is written with initials.
    pub is_dotted: bool,
}

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameForm {
    /// Whether the initials stand behind the surname.
    pub after: bool,
    /// Whether a space parts the initials.
    pub parted: bool,
    /// Whether a space parts initials and surname.
    pub spaced: bool,
}

impl NameForm {
    /// «А. Б. Ветрова», as the standard writes it.
    pub const STANDARD: NameForm = NameForm { after: false, parted: true, spaced: true };
}

/// The names of a sentence that have two initials.
pub fn names(field: &Field<'_>, sentence: &Sentence) -> Vec<Name> {
    let mut names = all_names(field, sentence);
    names.retain(|name| name.is_dotted && name.initials.chars().count() > 1);
    names
}

/// The names of a sentence: with initials, be it one alone, and in full.
pub fn all_names(field: &Field<'_>, sentence: &Sentence) -> Vec<Name> {
    let tokens = sentence.tokens.as_slice();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let name = match tokens.get(at).is_some_and(|token| token.is_word() && token.capital) {
            true => initials(field, tokens, at)
                .and_then(|(end, letters)| name(field, tokens, at..end, letters))
                .or_else(|| in_full(field, tokens, at)),
            false => None,
        };
        at = name.as_ref().map_or(at + 1, |name: &Name| name.tokens.end.max(at + 1));
        found.extend(name);
    }
    found
}

/// «Анна Борисовна Ветрова», «Ветровой Анне Борисовне»
fn in_full(field: &Field<'_>, tokens: &[Token], at: usize) -> Option<Name> {
    let words = tokens.get(at..at + 3)?;
    if !words.iter().all(|token| is_surname(field, token)) {
        return None;
    }
    let read = surname::read(&words.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" "))?;
    let form = NameForm { after: read.after, parted: true, spaced: true };
    let stem = surname::stem(&read.surname);
    Some(Name {
        tokens: at..at + 3,
        initials: read.initials,
        surname: read.surname,
        stem,
        form,
        is_dotted: false,
    })
}

/// The letter of an initial: a capital alone, be it a Latin one that looks like it.
pub fn initial(field: &Field<'_>, token: &Token) -> Option<char> {
    if !token.is_word() || !token.capital || token.bound.is_some() {
        return None;
    }
    let mut letters = field.slice(token.range.clone()).chars();
    let letter = letters.next().filter(|_| letters.as_str().is_empty())?;
    let russian = look_alike::capital(letter).unwrap_or(letter);
    russian.to_lowercase().next()
}

/// The end and the letters of the initials that begin at `at`, each with its full stop; «С.-М.» is
/// one of two letters.
fn initials(field: &Field<'_>, tokens: &[Token], at: usize) -> Option<(usize, String)> {
    let (mut end, mut letters) = (at, String::new());
    while letters.chars().count() < 3 {
        let hyphen =
            !letters.is_empty() && tokens.get(end).is_some_and(|token| token.is_sign('-') && !token.spaced);
        let start = end + usize::from(hyphen);
        let Some(letter) = tokens.get(start).and_then(|token| initial(field, token)) else { break };
        if !tokens.get(start + 1).is_some_and(|dot| dot.is_sign('.') && !dot.spaced) {
            break;
        }
        letters.push(letter);
        end = start + 2;
    }
    (!letters.is_empty()).then_some((end, letters))
}

fn is_surname(field: &Field<'_>, token: &Token) -> bool {
    let written = field.slice(token.range.clone());
    token.is_word()
        && token.capital
        && token.bound.is_none()
        && written.chars().nth(1).is_some_and(char::is_lowercase)
}

fn name(field: &Field<'_>, tokens: &[Token], initials: Range<usize>, letters: String) -> Option<Name> {
    let mut letters_behind = (initials.start + 2..initials.end).step_by(2);
    let parted = letters_behind.any(|at| tokens.get(at).is_some_and(|token| token.is_word() && token.spaced));
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
    let (surname, stem) = (surname.text.clone(), surname::stem(&surname.text));
    Some(Name { tokens: range, initials: letters, surname, stem, form, is_dotted: true })
}

/// A person of the pack.
#[derive(Clone, Debug)]
pub struct Known {
    /// The initials in their order, small.
    pub initials: String,
    /// The surname in small letters, without ё.
    pub surname: String,
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
pub fn people(view: &View<'_>) -> Vec<Known> {
    let people = view.loaded.facts.people.0.iter();
    people.filter_map(|(_, person)| known(&person.name.value, person.name.span)).collect()
}

/// Reads «А. Б. Ветрова», «Ветрова А. Б.», «Ветрова Анна Борисовна», «Анна Борисовна Ветрова».
pub fn known(written: &str, place: Span) -> Option<Known> {
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
            behind(dots.last())
        };
        // «С.-М. Х. Алиева»: the parts of one name are joined.
        let parted = dots.iter().rev().nth(1).or(dots.first());
        NameForm { after: name.after, parted: behind(parted), spaced }
    });
    Some(Known {
        initials: name.initials,
        stem: surname::stem(&name.surname),
        surname: name.surname,
        form,
        place,
        written: written.trim().to_owned(),
    })
}
