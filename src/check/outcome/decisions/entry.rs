//! A finding as the person who must decide reads it.

use super::position::Positions;
use super::writing::{Run, Writing, writings};
use crate::check::{View, of_code};
use crate::pipeline::Loaded;
use crate::source::{Finding, Findings, Language, Place, Severity, Sources, Span};

/// At most so many things are shown beside each other: more is not compared on paper.
const COMPARED: usize = 3;

/// A finding in plain words.
#[derive(Debug)]
pub(super) struct Entry {
    /// How grave it is.
    pub severity: Severity,
    /// What it is about, in a few words.
    pub kind: String,
    /// The document, or the file of the pack, in which it stands.
    pub document: String,
    /// Where it stands, the document named.
    pub position: String,
    /// What is written there, then what it is to be compared with.
    pub written: Vec<Compared>,
    /// What is wrong.
    pub message: String,
    /// What to write instead; may be empty.
    pub hint: String,
    /// Its place in a text, for the page's own record of where its words come from.
    pub span: Option<Span>,
}

/// What is written at a place.
#[derive(Debug)]
pub(super) struct Compared {
    /// Where, if elsewhere.
    pub position: Option<String>,
    /// The words.
    pub runs: Vec<Run>,
}

impl Entry {
    /// All findings, the gravest first, then in the order of the files.
    pub fn all(findings: &Findings, loaded: &Loaded, sources: &Sources, language: Language) -> Vec<Entry> {
        let view = View::new(loaded, sources);
        let positions = Positions::new(loaded, sources, language);
        let mut sorted = findings.sorted();
        sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        sorted.into_iter().map(|finding| Entry::of(finding, &view, &positions, language)).collect()
    }

    fn of(finding: &Finding, view: &View<'_>, positions: &Positions<'_>, language: Language) -> Entry {
        let place = finding.labels.first().map(|label| &label.place);
        let position = place.map(|place| positions.of(place, view)).unwrap_or_default();
        let kind = of_code(finding.message.code).map(|check| check.title.text(language));
        let places = finding.labels.iter().map(|label| &label.place);
        let written = writings(places, view).into_iter().take(COMPARED).enumerate();
        let compared = |(at, writing): (usize, Writing)| {
            let beside = (at > 0).then(|| positions.of(&writing.place, view));
            Compared { position: beside.map(|beside| beside.seen_from(&position)), runs: writing.runs() }
        };
        Entry {
            severity: finding.severity,
            kind: kind.map_or_else(|| finding.text(language), str::to_owned),
            written: written.map(compared).collect(),
            document: position.document,
            position: position.words,
            message: sentence(&finding.text(language), language),
            hint: sentence(&for_paper(&finding.hint(language)), language),
            span: place.and_then(|place| match place {
                Place::Text(span) => Some(*span),
                _ => None,
            }),
        }
    }
}

/// A hint without what only helps her who writes `{{…}}`, unless it says nothing else.
fn for_paper(hint: &str) -> String {
    let parts: Vec<&str> = hint.split("; ").filter(|part| !part.contains("{{")).collect();
    if parts.is_empty() { hint.to_owned() } else { parts.join("; ") }
}

/// A message as a sentence on paper: a capital letter, a full stop, marks of quotation for those
/// of code.
fn sentence(text: &str, language: Language) -> String {
    let marks = match language {
        Language::Russian => ["«", "»"],
        Language::English => ["“", "”"],
    };
    let mut out = String::with_capacity(text.len() + 1);
    for (at, part) in text.split('`').enumerate() {
        if at > 0 {
            out.push_str(marks[(at + 1) % 2]);
        }
        out.push_str(part);
    }
    let out = super::position::capital(&out);
    if out.is_empty() || out.ends_with(['.', '!', '?', '…']) { out } else { out + "." }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_a_sentence_on_paper() {
        assert_eq!(sentence("напишите `{{ученики}}`", Language::Russian), "Напишите «{{ученики}}».");
        assert_eq!(sentence("write `A`?", Language::English), "Write “A”?");
        assert_eq!(sentence("", Language::Russian), "");
    }

    #[test]
    fn what_helps_only_the_author_is_left_out() {
        assert_eq!(for_paper("исправьте слово; само: `{{сравнить имя}}`"), "исправьте слово");
        assert_eq!(for_paper("напишите `{{ученики}}`"), "напишите `{{ученики}}`");
    }
}
