//! A report as a layout sees it: its blocks, its parts and its slides.

use super::data::Data;
use super::fields::Values;
use super::handle::{Handles, Target};
use super::sheet_data::Head;
use crate::pack::facts::Facts;
use crate::pack::report::{Digest, KeyFigure, Part, Slide, Speaker, Talk};
use crate::pack::speech::{SlideCue, SpeechBlock};
use crate::russian::speech::clock;
use crate::source::Place;
use crate::text::{Lines, RichText};
use serde_json::{Value as Json, json};

/// The data of a report with its layout's further fields. The four layouts of a report each show its
/// text in one of four ways: only what the layout asks for is made.
pub fn report_data<'p>(
    facts: &'p Facts,
    talk: &'p Talk,
    values: &'p Values,
    asks_for: &dyn Fn(&str) -> bool,
) -> (Json, Handles<'p>) {
    let mut data = Data::new(facts);
    let mut json = data.values(values);
    let conference = &facts.conference;
    let report = &talk.report;
    let minutes = clock(talk.seconds(talk.all_words()));
    let place = Place::Text(report.body.span);
    let fields = [
        ("conference", data.conference()),
        ("title", data.text(&report.title.0)),
        ("speaker", data.speaker(report.speaker.as_ref())),
        ("occasion", data.lines(report.occasion.as_ref().or(conference.name.as_ref()))),
        ("occasion_is_small", json!(begins_small(report.occasion.as_ref().or(conference.name.as_ref())))),
        ("date", data.date(conference.date.as_ref())),
        ("place", data.lines(conference.place.as_ref())),
        ("epigraph", data.epigraph(talk)),
        ("minutes", data.length(talk, minutes, &place)),
        ("words", data.length(talk, talk.all_words().to_string(), &place)),
        ("rate", data.said(talk.rate().to_string(), &place)),
        (
            "limit",
            match &report.limit {
                Some(limit) => data.said(limit.value.to_string(), &Place::Text(limit.span)),
                None => Json::Null,
            },
        ),
    ];
    json.extend(fields.map(|(key, value)| (key.to_owned(), value)));
    for (key, make) in TEXTS.into_iter().filter(|(key, _)| asks_for(key)) {
        json.insert(key.to_owned(), make(&mut data, talk));
    }
    (Json::Object(json), data.handles)
}

type Made = for<'p> fn(&mut Data<'p>, &'p Talk) -> Json;

/// The text of a report in the ways in which layouts show it.
const TEXTS: [(&str, Made); 4] = [
    ("blocks", |data, talk| data.blocks(talk)),
    ("parts", |data, talk| {
        let parts = talk.parts();
        parts.iter().zip(&talk.digests).map(|(part, digest)| data.part(talk, part, digest)).collect()
    }),
    ("slides", |data, talk| talk.slides().iter().map(|slide| data.slide(talk, slide)).collect()),
    ("deck", |data, talk| talk.slides().iter().flat_map(|slide| data.deck(talk, slide)).collect()),
];

impl<'p> Data<'p> {
    /// Words that the program makes of something at a place.
    fn said(&mut self, words: String, place: &Place) -> Json {
        self.handle(Target::Words(words, place.clone()))
    }

    /// A time or a count of words.
    fn length(&mut self, talk: &Talk, words: String, place: &Place) -> Json {
        self.handle(Target::Length(words, place.clone(), talk.speech.source))
    }

    fn speaker(&mut self, speaker: Option<&'p Speaker>) -> Json {
        let Some(speaker) = speaker else { return Json::Null };
        let person = self.facts.people.get(&speaker.person.value);
        let own = person.and_then(|person| person.position.as_ref());
        json!({
            "position": self.lines(speaker.position.as_ref().or(own)),
            "name": self.words(person.map_or(&speaker.person, |person| &person.name)),
        })
    }

    fn epigraph(&mut self, talk: &'p Talk) -> Json {
        let Some(epigraph) = &talk.report.epigraph else { return Json::Null };
        json!({ "text": self.text(&epigraph.text.0), "source": self.lines(epigraph.source.as_ref()) })
    }

    /// The blocks of the text: what each `is` says which of its other values are there.
    fn blocks(&mut self, talk: &'p Talk) -> Json {
        let parts = talk.parts();
        let mut headed = parts.iter().filter(|part| part.heading.is_some());
        let mut blocks = Vec::new();
        let before_last = before_last(&talk.speech.blocks);
        for (index, block) in talk.speech.blocks.iter().enumerate() {
            let mut json = json!({
                "is": "paragraph", "text": null, "role": null, "points": [], "author": null,
                "number": null, "clock": null, "minutes": null, "placeholder": false,
                "before_last": before_last == Some(index),
            });
            let place = |text: &RichText| Place::Text(text.source.whole());
            match block {
                SpeechBlock::Paragraph(text) => json["text"] = self.text(text),
                SpeechBlock::Heading(heading) => {
                    let seconds = headed.next().map_or(0, |part| part.seconds);
                    json["is"] = json!("heading");
                    json["text"] = self.text(&heading.text);
                    json["role"] = json!(format!("heading-{}", heading.level));
                    json["clock"] = self.length(talk, clock(talk.second(index)), &place(&heading.text));
                    json["minutes"] = self.length(talk, clock(seconds), &place(&heading.text));
                }
                SpeechBlock::Points(points) => {
                    json["is"] = json!("points");
                    json["points"] = points.iter().map(|point| self.text(point)).collect();
                }
                SpeechBlock::Quote(quote) => {
                    json["is"] = json!("quote");
                    json["text"] = self.text(&quote.text);
                    json["author"] = quote.author.as_ref().map_or(Json::Null, |text| self.text(text));
                }
                SpeechBlock::Cue(cue) => {
                    json["is"] = json!("cue");
                    json["text"] = self.slide_title(talk, cue);
                    json["placeholder"] = json!(talk.sheet(cue).is_none());
                    json["number"] = self.said(cue.number.to_string(), &Place::Text(cue.span));
                    json["clock"] = self.length(talk, clock(talk.second(index)), &Place::Text(cue.span));
                }
            }
            blocks.push(json);
        }
        Json::Array(blocks)
    }

    /// The title of a cue's slide: the sheet's, or that of a placeholder, which is the cue's own
    /// name, or the title of the section.
    fn slide_title(&mut self, talk: &'p Talk, cue: &'p SlideCue) -> Json {
        if let Some(sheet) = talk.sheet(cue) {
            return self.text(&sheet.title.0);
        }
        if let Some(name) = &cue.name {
            return self.said(sentence_case(&name.value), &Place::Text(name.span));
        }
        match talk.slides().iter().find(|slide| slide.number == cue.number).and_then(|slide| slide.section) {
            Some(section) => self.text(&section.text),
            None => self.said(format!("Слайд {}", cue.number), &Place::Text(cue.span)),
        }
    }

    fn slide(&mut self, talk: &'p Talk, slide: &Slide<'p>) -> Json {
        let place = slide.cue.map_or(Place::Text(talk.report.title.0.source.whole()), |cue| cue.span.into());
        json!({
            "number": self.said(slide.number.to_string(), &place),
            "is_title": slide.cue.is_none(),
            "title": match slide.cue {
                Some(cue) => self.slide_title(talk, cue),
                None => self.text(&talk.report.title.0),
            },
            "placeholder": slide.cue.is_some() && slide.sheet.is_none(),
            "clock": self.length(talk, clock(slide.second), &place),
            "spoken": slide.spoken.iter().map(|text| self.text(text)).collect::<Json>(),
        })
    }

    /// What is shown over a slide's part of the report: nothing for the title, which the layout
    /// makes of the report's own lines.
    fn deck(&mut self, talk: &'p Talk, slide: &Slide<'p>) -> Vec<Json> {
        let spoken = slide.spoken.iter().map(|text| self.text(text)).collect::<Json>();
        let Some(cue) = slide.cue else { return vec![json!({ "is_title": true, "spoken": spoken })] };
        let number = self.number(slide.number, cue.span.into());
        let head = Head { title: self.slide_title(talk, cue), number, spoken };
        let mut slides = self.slides(slide.sheet, head);
        slides.iter_mut().for_each(|slide| slide["is_title"] = json!(false));
        slides
    }

    fn part(&mut self, talk: &'p Talk, part: &Part<'p>, digest: &'p Digest) -> Json {
        let place = match (part.heading, part.blocks.first()) {
            (Some(heading), _) => Place::Text(heading.text.source.whole()),
            (None, _) => Place::File(talk.speech.source),
        };
        let cues = part.blocks.iter().filter_map(|block| match block {
            SpeechBlock::Cue(cue) => Some(cue.number),
            _ => None,
        });
        let slides = ranges(&cues.collect::<Vec<_>>());
        let theses = part.heading.map_or(&[][..], |heading| talk.theses(heading));
        json!({
            "title": part.heading.map_or(Json::Null, |heading| self.text(&heading.text)),
            "role": part.heading.map(|heading| format!("heading-{}", heading.level)),
            "opening": digest.opening.as_ref().map_or(Json::Null, |text| self.text(text)),
            "points": announced(part, digest).iter().map(|text| self.text(text)).collect::<Json>(),
            "figures": digest.figures.iter().map(|figure| self.key_figure(figure)).collect::<Json>(),
            "theses": theses.iter().map(|text| self.text(text)).collect::<Json>(),
            "minutes": self.length(talk, clock(part.seconds), &place),
            "several_slides": slides.contains(['–', ',']),
            "slides": if slides.is_empty() { Json::Null } else { self.said(slides, &place) },
        })
    }
}

impl<'p> Data<'p> {
    fn key_figure(&mut self, figure: &'p KeyFigure) -> Json {
        json!({ "title": self.said(figure.title.clone(), &figure.place), "value": self.text(&figure.value) })
    }
}

/// Whether words begin with a small letter: «на августовской конференции».
fn begins_small(words: Option<&Lines>) -> bool {
    words.is_some_and(|words| words.0.plain().starts_with(char::is_lowercase))
}

/// The points that the first sentence of a part announces: «Задач три:».
fn announced<'p>(part: &Part<'p>, digest: &Digest) -> &'p [RichText] {
    let announces = digest.opening.as_ref().is_some_and(|text| text.plain().ends_with(':'));
    let mut blocks = part.blocks.iter().skip_while(|block| !matches!(block, SpeechBlock::Paragraph(_)));
    match (announces, blocks.nth(1)) {
        (true, Some(SpeechBlock::Points(points))) => points,
        _ => &[],
    }
}

/// A name of a sheet as a title.
fn sentence_case(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Numbers as people list them: `2–4, 7`.
fn ranges(numbers: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let run = |&(first, last): &(usize, usize)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    };
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}

/// Which paragraph or list the last paragraph follows: a page with a line of farewell alone is
/// turned for nothing.
fn before_last(blocks: &[SpeechBlock]) -> Option<usize> {
    let (SpeechBlock::Paragraph(_), before) = blocks.split_last()? else { return None };
    let index = before.iter().rposition(|block| !matches!(block, SpeechBlock::Cue(_)))?;
    let spoken = matches!(before.get(index)?, SpeechBlock::Paragraph(_) | SpeechBlock::Points(_));
    spoken.then_some(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_slides_are_run_together() {
        assert_eq!(ranges(&[2, 3, 4, 7, 9, 10]), "2–4, 7, 9, 10");
        assert_eq!(ranges(&[]), "");
    }
}
