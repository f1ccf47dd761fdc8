//! Where in a user's words the characters stand for which no face has a glyph.

use crate::source::{Finding, Findings, Label, Language, Place, Sources, Span};
use crate::typeset::messages::MISSING_GLYPH;

/// At most so many places of one character are marked.
const MARKED: usize = 20;

/// Marks the characters themselves: typesetting only knows the words among which they stand.
pub(super) fn show(findings: &mut Findings, sources: &Sources) {
    let missing = |finding: &&mut Finding| std::ptr::eq(finding.message, &MISSING_GLYPH);
    for finding in findings.list.iter_mut().filter(missing) {
        let places = places(finding, sources);
        if !places.is_empty() {
            finding.labels = places;
        }
    }
}

fn places(finding: &Finding, sources: &Sources) -> Vec<Label> {
    let character = finding.args.iter().find(|(name, _)| *name == "character");
    let (Some((_, character)), Some(Place::Text(span))) =
        (character, finding.labels.first().map(|label| &label.place))
    else {
        return Vec::new();
    };
    let text = sources.get(span.source).text.as_deref().unwrap_or_default();
    let written = text.get(span.range()).unwrap_or_default();
    let places = written.match_indices(character.in_language(Language::Russian)).map(|(at, found)| {
        let start = span.start as usize + at;
        Label { place: Place::Text(Span::new(span.source, start, start + found.len())), text: None }
    });
    places.take(MARKED).collect()
}
