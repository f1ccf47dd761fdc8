//! Those to whom tasks are given and those who act: in the dative before clauses, in the
//! nominative in tables of tasks.

use super::data::Data;
use super::handle::Target;
use crate::pack::facts::Organisation;
use crate::pack::task::Task;
use crate::russian::addressee;
use crate::russian::typography::{fold, one_line};
use crate::source::Place;
use crate::text::{Lines, RichText};
use serde_json::Value as Json;
use std::collections::BTreeSet;

impl<'p> Data<'p> {
    /// Addressees, one after another with commas between them.
    pub(super) fn addressees(&mut self, addressees: &'p [Lines], capital: bool) -> Json {
        let first = |at: usize| match at {
            0 if capital => First::Begins,
            0 => First::AsWritten,
            _ => First::AfterComma,
        };
        let one = |(at, lines): (usize, &'p Lines)| self.addressee(lines, first(at));
        addressees.iter().enumerate().map(one).collect()
    }

    /// An addressee in the dative.
    fn addressee(&mut self, lines: &'p Lines, first: First) -> Json {
        match self.facts.organisations.get(lines.0.plain()) {
            Some(Organisation { name, dative, .. }) => {
                let text = &dative.as_ref().unwrap_or(name).0;
                self.name(text, first, text)
            }
            None => match self.facts.people.get(lines.0.plain()) {
                Some(person) => self.words(person.dative.as_ref().unwrap_or(&person.name)),
                None => self.addressee_words(&lines.0, first),
            },
        }
    }

    /// An addressee in words of its own, without a colon at its end: the layout prints it.
    fn addressee_words(&mut self, text: &'p RichText, first: First) -> Json {
        let bare = text.plain().trim().strip_suffix(':').filter(|_| is_plain(text)).map(str::trim_end);
        match bare {
            Some(words) if first == First::AfterComma && names_many(words) => {
                self.words_at(small_first(words), text)
            }
            Some(words) => self.words_at(words.to_owned(), text),
            // What she typed at the beginning of a clause stays as she typed it.
            None if first == First::AfterComma => self.name(text, first, text),
            None => self.text(text),
        }
    }

    /// The name of an organisation as it goes where it stands; `dative` tells whether it names many.
    fn name(&mut self, text: &'p RichText, first: First, dative: &RichText) -> Json {
        let words = match first {
            First::Begins => capitalised(text),
            First::AfterComma if is_plain(text) && names_many(dative.plain()) => {
                Some(small_first(&one_line(text.plain())))
            }
            First::AfterComma | First::AsWritten => None,
        };
        match words {
            Some(words) => self.words_at(words, text),
            None => self.text(text),
        }
    }

    /// Those who act, in the nominative, one after another with commas between them.
    pub(super) fn responsible(&mut self, names: &'p [Lines]) -> Json {
        names.iter().enumerate().map(|(at, lines)| self.performer(at, lines)).collect()
    }

    /// The addressees of a task and those responsible for it, nobody twice.
    pub(super) fn performers(&mut self, task: &Task<'p>) -> Json {
        let mut seen = BTreeSet::new();
        let names = task.to.iter().chain(task.responsible);
        let names: Vec<&'p Lines> = names.filter(|lines| seen.insert(fold(lines.0.plain()))).collect();
        names.into_iter().enumerate().map(|(at, lines)| self.performer(at, lines)).collect()
    }

    fn performer(&mut self, at: usize, lines: &'p Lines) -> Json {
        let facts = self.facts;
        let first = if at > 0 { First::AfterComma } else { First::AsWritten };
        match facts.people.get(lines.0.plain()) {
            Some(person) => self.words(&person.name),
            None => match facts.organisations.get(lines.0.plain()) {
                Some(Organisation { name, dative, .. }) => {
                    self.name(&name.0, first, &dative.as_ref().unwrap_or(name).0)
                }
                None => match performer_words(&lines.0) {
                    Some(words) if first == First::AfterComma => self.words_at(small_first(&words), &lines.0),
                    Some(words) => self.words_at(words, &lines.0),
                    None => self.addressee_words(&lines.0, first),
                },
            },
        }
    }

    fn words_at(&mut self, words: String, text: &RichText) -> Json {
        self.handle(Target::Words(words, Place::Text(text.source.whole())))
    }
}

/// An addressee in words of its own, in the nominative; `None` where that is not sure.
pub fn performer_words(text: &RichText) -> Option<String> {
    let words = text.plain().trim();
    addressee::nominative(words.strip_suffix(':').unwrap_or(words)).filter(|_| is_plain(text))
}

/// Where a name stands in its line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    /// At the beginning of a clause: with a capital letter.
    Begins,
    /// As the pack writes it.
    AsWritten,
    /// After a comma: only proper names keep their capital letter.
    AfterComma,
}

/// Whether a name in the dative means many, «руководителям школ», and so is no proper name: its
/// first word is a plural.
fn names_many(dative: &str) -> bool {
    let first = dative.split_whitespace().next().unwrap_or_default().to_lowercase();
    ["ам", "ям", "ым", "им"].iter().any(|ending| first.ends_with(ending))
}

/// Plain words with a capital letter, where they have none.
fn capitalised(text: &RichText) -> Option<String> {
    let words = one_line(text.plain());
    let first = words.chars().next().filter(|first| first.is_lowercase())?;
    is_plain(text).then(|| first.to_uppercase().chain(words.chars().skip(1)).collect())
}

/// Words as they go on within a line: the first letter small, if it begins no abbreviation.
pub(super) fn small_first(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = words.chars();
    match rest.next() {
        Some(first) if rest.clone().next().is_none_or(|second| !second.is_uppercase()) => {
            first.to_lowercase().chain(rest).collect()
        }
        _ => words,
    }
}

/// Whether a text is words alone, without figures and emphasis.
fn is_plain(text: &RichText) -> bool {
    text.calls().next().is_none() && !text.plain().contains(['*', '\\'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plural_names_many_and_an_office_is_one() {
        for many in ["Руководителям школ", "заведующим садами", "Муниципальным организациям", "Учителям"]
        {
            assert!(names_many(many), "{many}");
        }
        for one in ["Управлению образования", "МБУ «Центр»", "Администрации района", "Отделу кадров"]
        {
            assert!(!names_many(one), "{one}");
        }
    }

    #[test]
    fn an_abbreviation_keeps_its_capitals() {
        assert_eq!(small_first("Руководителям школ"), "руководителям школ");
        assert_eq!(small_first("МБОУ «Школа № 1»"), "МБОУ «Школа № 1»");
    }
}
