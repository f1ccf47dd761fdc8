//! Summary sheets as a layout sees them: slides with their parts, and where each part stands.

use super::data::Data;
use super::fields::Values;
use super::handle::{Handles, KeyPart, Target};
use crate::pack::facts::Facts;
use crate::pack::read::At;
use crate::pack::sheet::{KeyIndicator, Quote, SummarySheet};
use crate::source::Place;
use crate::text::{Lines, RichText};
use serde_json::{Value as Json, json};

/// More parts than these beside each other cannot be read from a distance.
const MOST_MAINS: usize = 3;

/// More figures than these in a row are too small to be seen.
const MOST_FIGURES: usize = 4;

/// A sheet with its place in a deck.
#[derive(Clone, Debug)]
pub struct SheetUse<'p> {
    /// The sheet; `None` for a cue of a report without one, which is a titled placeholder.
    pub sheet: Option<&'p SummarySheet>,
    /// What a placeholder is called, and where that is written.
    pub name: (String, Place),
    /// Its number.
    pub number: Option<usize>,
    /// What is spoken over it.
    pub spoken: Vec<&'p RichText>,
}

/// The data of a document of summary sheets.
pub fn sheets_data<'p>(
    facts: &'p Facts,
    title: Option<&'p Lines>,
    sheets: &[SheetUse<'p>],
    per_page: Option<&At<u32>>,
    values: &'p Values,
) -> (Json, Handles<'p>) {
    let mut data = Data::new(facts);
    let mut json = data.values(values);
    let first = sheets.iter().find_map(|used| used.sheet).map(|sheet| &sheet.title);
    json.insert("conference".to_owned(), data.conference());
    json.insert("title".to_owned(), data.lines(title.or(first)));
    json.insert("per_page".to_owned(), json!(per_page.map_or(2, |count| count.value.clamp(2, 3))));
    let slides: Vec<Json> = sheets.iter().flat_map(|used| data.slides(used)).collect();
    json.insert("slides".to_owned(), Json::Array(slides));
    (Json::Object(json), data.handles)
}

impl<'p> Data<'p> {
    /// The slides of a sheet: one, or several where it has too many parts.
    pub(super) fn slides(&mut self, used: &SheetUse<'p>) -> Vec<Json> {
        let mains = used.sheet.map_or_else(Vec::new, |sheet| self.mains(sheet));
        let keys = used.sheet.map_or(&[][..], |sheet| &sheet.indicators);
        let mut mains = mains.chunks(MOST_MAINS).map(<[Json]>::to_vec);
        let mut keys = keys.chunks(MOST_FIGURES);
        let mut slides = Vec::new();
        loop {
            let (some, group) = (keys.next(), mains.next());
            if some.is_none() && group.is_none() && !slides.is_empty() {
                return slides;
            }
            let slide = self.slide(used, slides.is_empty(), some.unwrap_or_default(), group.unwrap_or_default());
            slides.push(slide);
        }
    }

    fn slide(
        &mut self,
        used: &SheetUse<'p>,
        first: bool,
        keys: &'p [KeyIndicator],
        mut mains: Vec<Json>,
    ) -> Json {
        let count = mains.len();
        for (place, main) in mains.iter_mut().enumerate() {
            main["place"] = json!(format!("{count}-{}", place + 1));
        }
        let sheet = used.sheet;
        let indicators = self.key_indicators(keys);
        let title = match sheet {
            Some(sheet) => self.lines(Some(&sheet.title)),
            None => self.handle(Target::Words(used.name.0.clone(), used.name.1.clone())),
        };
        let number = used.number.map(|number| {
            let place = sheet.map_or_else(|| used.name.1.clone(), |sheet| Place::Text(sheet.span));
            self.handle(Target::Words(number.to_string(), place))
        });
        json!({
            "title": title,
            "number": number,
            "placeholder": sheet.is_none(),
            "continued": !first,
            "indicators": indicators,
            // Where the indicators stand: alone, in a column beside one part, in a row above.
            "figures": match (count, keys.len()) { (0, _) => "alone", (1, 0..=2) => "beside", _ => "above" },
            "mains": mains,
            "source": sheet.map_or(Json::Null, |sheet| self.source(sheet)),
            "note": sheet.and_then(|sheet| sheet.note.as_ref()).map_or(Json::Null, |note| self.text(note)),
            "spoken": match first {
                true => used.spoken.iter().map(|text| self.text(text)).collect(),
                false => json!([]),
            },
        })
    }

    fn key_indicators(&mut self, keys: &'p [KeyIndicator]) -> Json {
        let of = keys.len();
        let one = |(at, key): (usize, &'p KeyIndicator)| {
            json!({
                "part": at + 1,
                "of": of,
                "figure": self.handle(Target::Key(key, KeyPart::Figure)),
                "caption": self.handle(Target::Key(key, KeyPart::Caption)),
                "change": self.handle(Target::Key(key, KeyPart::Change)),
            })
        };
        keys.iter().enumerate().map(one).collect()
    }

    /// The parts of a sheet besides its indicators, in the order in which they stand.
    fn mains(&mut self, sheet: &'p SummarySheet) -> Vec<Json> {
        let mut mains = Vec::new();
        if let Some(table) = &sheet.table {
            let table = self.table(Some(table));
            mains.push(self.main("table", "table", table));
        }
        if !sheet.points.is_empty() {
            let points = self.texts(&sheet.points);
            mains.push(self.main("points", "points", points));
        }
        if let Some(quote) = &sheet.quote {
            let quote = self.quote(quote);
            mains.push(self.main("quote", "quote", quote));
        }
        mains
    }

    /// A part of a sheet: its kind, and its value under a key of its own; the others are empty.
    fn main(&self, kind: &str, key: &str, value: Json) -> Json {
        let mut main = json!({ "kind": kind, "place": Json::Null });
        for other in ["chart", "table", "points", "picture", "quote"] {
            main[other] = Json::Null;
        }
        main[key] = value;
        main
    }

    fn quote(&mut self, quote: &'p Quote) -> Json {
        json!({ "text": self.text(&quote.text), "author": self.lines(quote.author.as_ref()) })
    }

    /// What is said of the source: the author's words, or the title of the sheet's table.
    fn source(&mut self, sheet: &'p SummarySheet) -> Json {
        if sheet.source.is_some() {
            return self.lines(sheet.source.as_ref());
        }
        let Some(place) = &sheet.table else { return Json::Null };
        let own = self.facts.tables.get(&place.table.value).and_then(|table| table.title.as_ref());
        place.title.as_ref().or(own).map_or(Json::Null, |title| self.text(title))
    }
}
