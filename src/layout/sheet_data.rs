//! Summary sheets as a layout sees them: slides with their parts, and where each part stands.

use super::data::Data;
use super::fields::Values;
use super::handle::{Handles, KeyPart, Target};
use crate::pack::facts::Facts;
use crate::pack::sheet::{KeyIndicator, Quote, SummarySheet};
use crate::russian::typography;
use crate::source::Place;
use crate::text::Lines;
use serde_json::{Value as Json, json};

/// More parts than these beside each other cannot be read from a distance.
const MOST_MAINS: usize = 3;

/// More figures than these are too small to be seen: in one row above other parts, and alone in
/// two rows.
const MOST_ABOVE: usize = 4;
const MOST_ALONE: usize = 6;

/// The data of a document of summary sheets; several of them are numbered.
pub fn sheets_data<'p>(
    facts: &'p Facts,
    title: Option<&'p Lines>,
    sheets: &'p [SummarySheet],
    per_page: Option<u32>,
    values: &'p Values,
) -> (Json, Handles<'p>) {
    let mut data = Data::new(facts);
    let mut json = data.values(values);
    json.insert("conference".to_owned(), data.conference());
    json.insert("title".to_owned(), data.lines(title.or(sheets.first().map(|sheet| &sheet.title))));
    json.insert("per_page".to_owned(), json!(per_page.unwrap_or(2).clamp(2, 3)));
    let mut slides = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let number = (sheets.len() > 1).then(|| data.number(at + 1, Place::Text(sheet.span)));
        let head = Head { title: data.lines(Some(&sheet.title)), number: json!(number), spoken: json!([]) };
        slides.extend(data.slides(Some(sheet), head));
    }
    json.insert("slides".to_owned(), Json::Array(slides));
    (Json::Object(json), data.handles)
}

/// What a slide has besides its sheet.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// Its title.
    pub title: Json,
    /// Its number; null for none.
    pub number: Json,
    /// What is spoken over it.
    pub spoken: Json,
}

impl<'p> Data<'p> {
    /// A number that is printed.
    pub(super) fn number(&mut self, number: usize, place: Place) -> Json {
        self.handle(Target::Words(number.to_string(), place))
    }

    /// The slides of a sheet: one, or several where it has too many parts. Without a sheet it is
    /// a titled placeholder.
    pub(super) fn slides(&mut self, sheet: Option<&'p SummarySheet>, head: Head) -> Vec<Json> {
        let mains = sheet.map_or_else(Vec::new, |sheet| self.mains(sheet));
        let keys = sheet.map_or(&[][..], |sheet| &sheet.indicators);
        // Divided evenly, so that the figures of one sheet have one size.
        let most = if mains.is_empty() { MOST_ALONE } else { MOST_ABOVE };
        let slides_of_keys = keys.len().div_ceil(most).max(1);
        let mut keys = keys.chunks(keys.len().div_ceil(slides_of_keys).max(1));
        let mut mains = mains.chunks(MOST_MAINS).map(<[Json]>::to_vec);
        let mut slides = Vec::new();
        loop {
            let (some, group) = (keys.next(), mains.next());
            if some.is_none() && group.is_none() && !slides.is_empty() {
                return slides;
            }
            let parts = (some.unwrap_or_default(), group.unwrap_or_default());
            slides.push(self.slide_of(sheet, &head, slides.is_empty(), parts));
        }
    }

    fn slide_of(
        &mut self,
        sheet: Option<&'p SummarySheet>,
        head: &Head,
        first: bool,
        (keys, mut mains): (&'p [KeyIndicator], Vec<Json>),
    ) -> Json {
        let count = mains.len();
        let table = sheet.and_then(|sheet| sheet.table.as_ref());
        let division = division(&mains);
        for (place, main) in mains.iter_mut().enumerate() {
            main["place"] = json!(format!("{division}-{}", place + 1));
            main["alone"] = json!(count == 1 && keys.is_empty());
        }
        json!({
            "title": head.title,
            "number": head.number,
            "spoken": if first { head.spoken.clone() } else { json!([]) },
            "placeholder": sheet.is_none(),
            // A title alone is set large, as between the parts of a talk.
            "divider": sheet.is_some() && count == 0 && keys.is_empty(),
            "continued": !first,
            // Where the indicators stand: alone, in a column beside one part, in a row above.
            "indicators": match (count, keys.len()) {
                (0, 4..) => self.two_rows(keys),
                (0, count) => self.key_indicators(keys, ("alone", count)),
                (1, count @ 0..=2) => self.key_indicators(keys, ("beside", count)),
                (_, count) => self.key_indicators(keys, ("above", count)),
            },
            "main": if keys.is_empty() { "main" } else if keys.len() <= 2 && count == 1 { "beside" } else { "above" },
            "mains": mains,
            "source": sheet.map_or(Json::Null, |sheet| self.lines(sheet.source.as_ref())),
            "named": sheet.map_or(Json::Null, |sheet| self.named(sheet)),
            "table_of": table.map_or(Json::Null, |table| json!(self.handle(Target::Table(table)))),
            "table_unit": table.map_or(Json::Null, |table| self.table_unit(table)),
            "credit": self.credit(sheet),
            "note": sheet.and_then(|sheet| sheet.note.as_ref()).map_or(Json::Null, |note| self.text(note)),
        })
    }

    /// Four to six figures in two rows of equal cards, so that each is large.
    fn two_rows(&mut self, keys: &'p [KeyIndicator]) -> Json {
        let of = keys.len().div_ceil(2);
        let (upper, lower) = keys.split_at(of);
        let rows = [self.key_indicators(upper, ("upper", of)), self.key_indicators(lower, ("lower", of))];
        rows.into_iter().flat_map(|row| row.as_array().cloned().unwrap_or_default()).collect()
    }

    /// Figures in a place that is divided into `of` cards.
    fn key_indicators(&mut self, keys: &'p [KeyIndicator], (place, of): (&str, usize)) -> Json {
        let one = |(at, key): (usize, &'p KeyIndicator)| {
            json!({
                "part": at + 1,
                "of": of,
                "place": place,
                // Cards that share their height with others are low.
                "style": match (place, of) {
                    ("alone", _) => "figure-large",
                    ("beside", 1) => "figure",
                    _ => "figure-small",
                },
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
        if sheet.chart.is_some() {
            let chart = self.chart(sheet.chart.as_ref());
            mains.push(self.main("chart", "chart", chart));
        }
        if sheet.picture.is_some() {
            let picture = self.picture(sheet.picture.as_ref());
            mains.push(self.main("picture", "picture", picture));
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
        for other in ["table", "chart", "picture", "points", "quote"] {
            main[other] = Json::Null;
        }
        main[key] = value;
        main
    }

    fn quote(&mut self, quote: &'p Quote) -> Json {
        json!({
            "text": self.text(&quote.text),
            "author": self.lines(quote.author.as_ref()),
            // Its author typed the marks.
            "marked": quote.text.plain().trim_start().starts_with('«'),
        })
    }

    /// What is said of the picture.
    fn credit(&mut self, sheet: Option<&'p SummarySheet>) -> Json {
        let caption = sheet.and_then(|sheet| sheet.picture.as_ref()?.caption.as_ref());
        caption.map_or(Json::Null, |caption| self.text(caption))
    }

    /// The title of the sheet's table or chart where the author names no source, unless the sheet
    /// itself is called so.
    fn named(&mut self, sheet: &'p SummarySheet) -> Json {
        let (table, title) = match (&sheet.table, &sheet.chart) {
            _ if sheet.source.is_some() => return Json::Null,
            (Some(place), _) => (Some(&place.table), place.title.as_ref()),
            (None, Some(chart)) => (chart.table.as_ref(), chart.title.as_ref()),
            (None, None) => return Json::Null,
        };
        let own = table.and_then(|table| self.facts.tables.get(&table.value)?.title.as_ref());
        let heading = typography::fold(sheet.title.0.plain());
        let title = title.or(own).filter(|title| typography::fold(title.plain()) != heading);
        title.map_or(Json::Null, |title| self.text(title))
    }
}

/// How the parts of a slide share it: three or less equally, but a table or chart beside words has
/// more of the width, and a picture as much as its height lets it be wide.
fn division(mains: &[Json]) -> String {
    let kinds: Vec<&str> = mains.iter().filter_map(|main| main["kind"].as_str()).collect();
    match kinds.as_slice() {
        ["table" | "chart", "points" | "quote"] => "wide".to_owned(),
        ["picture", _] => "pictured".to_owned(),
        _ => mains.len().to_string(),
    }
}
