//! What the outline of a report says of each part: its first sentence and its key figures.

use crate::indicators::Indicators;
use crate::pack::report::{Digest, KeyFigure, Part, Talk};
use crate::pack::speech::SpeechBlock;
use crate::russian::sentence;
use crate::source::{Findings, SourceText, Span};
use crate::text::{Call, RichText};

/// At most so many key figures stand in a part.
const MOST_FIGURES: usize = 4;

/// The digests of a report's parts in their order.
pub fn digests(talk: &Talk, indicators: &Indicators) -> Vec<Digest> {
    talk.parts()
        .iter()
        .map(|part| Digest { opening: opening(part), figures: figures(talk, part, indicators) })
        .collect()
}

/// The first sentence of a part that says something: «Уважаемые коллеги!» does not.
fn opening(part: &Part<'_>) -> Option<RichText> {
    let text = part.blocks.iter().flat_map(SpeechBlock::spoken).next()?;
    let words = text.source.as_str();
    let mut starts = vec![0];
    starts.extend(sentence::starts(words));
    starts.push(words.len());
    let sentences = starts.windows(2).filter_map(|pair| Some(pair.first().copied()?..pair.last().copied()?));
    let range = sentences.into_iter().find(|range| says_something(words[range.clone()].trim()))?;
    let sentence = text.source.slice(range).trimmed();
    // Emphasis may be cut in two; that was no mistake of whoever wrote it.
    Some(RichText::parse(sentence, false, &mut Findings::default()))
}

/// Neither a greeting, «Уважаемые коллеги, дорогие гости!», nor the number of a point, «1.», does.
fn says_something(sentence: &str) -> bool {
    let greets = ["Уважаем", "Дорог", "Добрый день"].iter().any(|start| sentence.starts_with(start));
    let calls_out = sentence.ends_with('!') && (greets || sentence.split_whitespace().count() <= 4);
    !calls_out && sentence.contains(char::is_alphabetic)
}

/// The figures of a part: first those that its sheets print big, then those that its text names.
fn figures(talk: &Talk, part: &Part<'_>, indicators: &Indicators) -> Vec<KeyFigure> {
    let mut names: Vec<(String, Span)> = Vec::new();
    for block in part.blocks {
        let SpeechBlock::Cue(cue) = block else { continue };
        for key in talk.sheet(cue).into_iter().flat_map(|sheet| &sheet.indicators) {
            let plain = key.figure.plain().to_owned();
            names.push((plain, key.figure.source.whole()));
            names.extend(named(&key.figure));
        }
    }
    names.extend(part.blocks.iter().flat_map(SpeechBlock::spoken).flat_map(named));
    let mut found: Vec<(&str, KeyFigure)> = Vec::new();
    for (name, span) in &names {
        let Some(indicator) = indicators.get(name) else { continue };
        let Some(title) = &indicator.title else { continue };
        if found.len() < MOST_FIGURES && !found.iter().any(|(known, _)| *known == indicator.name) {
            let call = SourceText::verbatim(format!("{{{{с_единицей {}}}}}", indicator.name), *span);
            let value = RichText::parse(call, false, &mut Findings::default());
            let (title, place) = (title.clone(), indicator.place.clone());
            found.push((&indicator.name, KeyFigure { title, place, value }));
        }
    }
    found.into_iter().map(|(_, figure)| figure).collect()
}

/// The names that the calls of a text may mean, with the calls' places.
fn named(text: &RichText) -> Vec<(String, Span)> {
    let names = |call: &Call| {
        let words = std::iter::once(call.head()).chain(call.arguments());
        let span = text.source.span(call.range.clone());
        words.map(|word| (word.text.clone(), span)).collect::<Vec<_>>()
    };
    text.calls().flat_map(names).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greetings_and_bare_numbers_say_nothing() {
        for nothing in ["Уважаемые коллеги, дорогие учителя и гости!", "Коллеги!", "1.", "2.1."]
        {
            assert!(!says_something(nothing), "{nothing}");
        }
        for something in ["Сеть сохранена.", "Дорого ли это?", "Мы построили школу, которую ждали!"]
        {
            assert!(says_something(something), "{something}");
        }
    }
}
