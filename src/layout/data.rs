//! The facts as a layout sees them: the keys of the YAML in English, a handle in the place of
//! every text and figure, and plain words only where they decide the structure.

use super::fields::{Value, Values};
use super::handle::{Handles, Target};
use super::performers::small_first;
use crate::pack::chart::ChartFacts;
use crate::pack::facts::Facts;
use crate::pack::moment::DateValue;
use crate::pack::picture::PictureFacts;
use crate::pack::read::Word;
use crate::pack::resolution::{
    Appendix, Approval, Clause, HeadingPart, Mark, Numbering, Resolution, Signature, Status, TablePlace,
};
use crate::pack::task::{Task, tasks};
use crate::russian::kind::{dative, ending};
use crate::russian::typography::{fold, one_line};
use crate::source::Place;
use crate::text::{Lines, RichText};
use serde_json::{Map, Value as Json};

/// Makes a layout's data and remembers what its handles stand for.
#[derive(Debug)]
pub struct Data<'p> {
    pub(super) facts: &'p Facts,
    /// The handles made so far.
    pub handles: Handles<'p>,
}

/// The data of a document that has only its layout's own fields.
pub fn values_data<'p>(facts: &'p Facts, values: &'p Values) -> (Json, Handles<'p>) {
    let mut data = Data::new(facts);
    let mut json = data.values(values);
    json.insert("conference".to_owned(), data.conference());
    json.insert("letterhead".to_owned(), data.letterhead());
    (Json::Object(json), data.handles)
}

/// The data of a resolution with its layout's further fields.
pub fn resolution_data<'p>(
    facts: &'p Facts,
    resolution: &'p Resolution,
    values: &'p Values,
) -> (Json, Handles<'p>) {
    let mut data = Data::new(facts);
    let mut json = data.values(values);
    json.insert("conference".to_owned(), data.conference());
    json.insert("letterhead".to_owned(), data.letterhead());
    data.resolution(resolution, &mut json);
    (Json::Object(json), data.handles)
}

impl<'p> Data<'p> {
    /// No data yet.
    pub(super) fn new(facts: &'p Facts) -> Data<'p> {
        Data { facts, handles: Handles::default() }
    }

    pub(super) fn handle(&mut self, target: Target<'p>) -> Json {
        Json::String(self.handles.add(target).printed())
    }

    pub(super) fn words(&mut self, word: &Word) -> Json {
        self.handle(Target::Words(word.value.clone(), Place::Text(word.span)))
    }

    pub(super) fn text(&mut self, text: &'p RichText) -> Json {
        if text.is_empty() { Json::Null } else { self.handle(Target::Text(text)) }
    }

    pub(super) fn texts(&mut self, texts: &'p [RichText]) -> Json {
        texts.iter().map(|text| self.text(text)).collect()
    }

    pub(super) fn lines(&mut self, lines: Option<&'p Lines>) -> Json {
        lines.map_or(Json::Null, |lines| self.text(&lines.0))
    }

    /// Lines run together, for the middle of another line; lines with figures stay as they are.
    fn one_line(&mut self, lines: Option<&'p Lines>) -> Json {
        let Some(lines) = lines else { return Json::Null };
        if lines.0.calls().next().is_some() {
            return self.text(&lines.0);
        }
        let words = one_line(lines.0.plain());
        self.handle(Target::Words(words, Place::Text(lines.0.source.whole())))
    }

    pub(super) fn date(&mut self, date: Option<&'p DateValue>) -> Json {
        date.map_or(Json::Null, |date| self.handle(Target::Date(date)))
    }

    pub(super) fn conference(&mut self) -> Json {
        let conference = &self.facts.conference;
        record([
            ("name", self.lines(conference.name.as_ref())),
            ("theme", self.lines(conference.theme.as_ref())),
            ("date", self.date(conference.date.as_ref())),
            ("place", self.lines(conference.place.as_ref())),
        ])
    }

    fn letterhead(&mut self) -> Json {
        let Some(letterhead) = &self.facts.letterhead else { return Json::Null };
        record([
            ("emblem", self.picture(letterhead.emblem.as_ref())),
            ("header", self.lines(letterhead.header.as_ref())),
            ("footer", self.lines(letterhead.footer.as_ref())),
        ])
    }

    fn resolution(&mut self, resolution: &'p Resolution, json: &mut Map<String, Json>) {
        let conference = &self.facts.conference;
        let parts = self.heading(resolution);
        // The last line of the head has room below it; these styles have none of their own.
        let head_space = parts.last().is_none_or(|last| ["organisation", "kind", "occasion"].contains(last));
        let draft = resolution.status == Some(Status::Draft);
        let verb_colon =
            !resolution.verb.as_ref().is_some_and(|verb| verb.plain().ends_with([':', '.', ',']));
        let kind = self.text(&resolution.kind.0);
        let organisation = self.organisation(resolution.organisation.as_ref());
        let fields = [
            ("kind", kind),
            ("kind_dative", self.kind_dative(&resolution.kind)),
            ("organisation", organisation),
            ("occasion", self.lines(resolution.occasion.as_ref().or(conference.name.as_ref()))),
            ("occasion_line", self.one_line(resolution.occasion.as_ref().or(conference.name.as_ref()))),
            ("theme", self.lines(resolution.theme.as_ref().or(conference.theme.as_ref()))),
            ("date", self.date(resolution.date.as_ref().or(conference.date.as_ref()))),
            ("number", self.lines(resolution.number.as_ref())),
            ("place", self.lines(resolution.place.as_ref().or(conference.place.as_ref()))),
            ("heading", parts.into()),
            ("head_space", head_space.into()),
            ("draft", draft.into()),
            ("adopted", (resolution.status == Some(Status::Adopted)).into()),
            ("approval", self.approval(resolution.approval.as_ref())),
            ("ending", ending(resolution.kind.0.plain()).into()),
            ("responsible_form", resolution.responsible_form.unwrap_or_default().name().into()),
            ("verb_colon", verb_colon.into()),
            ("preamble", self.preamble(resolution)),
            ("verb", self.verb(resolution, false)),
            ("clauses", self.clauses(&resolution.clauses.0, resolution.list)),
            ("continued", false.into()),
            ("marker", resolution.list.unwrap_or(Mark::Decimal).name().into()),
            ("signatures", self.signatures(&resolution.signatures)),
            ("executor", self.lines(resolution.executor.as_ref().map(|executor| &executor.text))),
            ("appendices", self.appendices(resolution)),
        ];
        json.extend(fields.map(|(key, value)| (key.to_owned(), value)));
    }

    /// The lines of the head that there are, in their order.
    fn heading(&self, resolution: &Resolution) -> Vec<&'static str> {
        let conference = &self.facts.conference;
        let (draft, adopted) =
            (resolution.status == Some(Status::Draft), resolution.status == Some(Status::Adopted));
        let is_there = |part: &HeadingPart| match part {
            HeadingPart::Organisation => resolution.organisation.is_some(),
            HeadingPart::Kind => true,
            HeadingPart::Occasion => resolution.occasion.is_some() || conference.name.is_some(),
            HeadingPart::Date => {
                draft || (!adopted && (resolution.date.is_some() || conference.date.is_some()))
            }
            HeadingPart::Number => resolution.number.is_some(),
            HeadingPart::Place => resolution.place.is_some() || conference.place.is_some(),
            HeadingPart::Theme => resolution.theme.is_some() || conference.theme.is_some(),
        };
        let parts = heading(resolution).into_iter().filter(is_there).map(HeadingPart::name);
        parts.fold(Vec::new(), |mut lines, part| {
            // A number that follows the date stands in its line: «от 28 августа 2025 г. № 12/3».
            match lines.last_mut() {
                Some(last) if *last == "date" && part == "number" => *last = "date-number",
                _ => lines.push(part),
            }
            lines
        })
    }

    /// «резолюции» in «Приложение к резолюции»; null where the kind's dative is not known.
    fn kind_dative(&mut self, kind: &'p Lines) -> Json {
        let place = Place::Text(kind.0.source.whole());
        dative(kind.0.plain()).map_or(Json::Null, |word| self.handle(Target::Words(word, place)))
    }

    /// The preamble's paragraphs; the last one carries the verb if it is an unfinished sentence.
    fn preamble(&mut self, resolution: &'p Resolution) -> Json {
        let last = resolution.preamble.len();
        let mut paragraphs = Vec::new();
        for (index, text) in resolution.preamble.iter().enumerate() {
            let verb = if index + 1 == last { self.verb(resolution, true) } else { Json::Null };
            paragraphs.push(record([("text", self.text(text)), ("verb", verb)]));
        }
        Json::Array(paragraphs)
    }

    /// The verb where it stands: inside the preamble's unfinished sentence, or on its own line.
    fn verb(&mut self, resolution: &'p Resolution, inside: bool) -> Json {
        let unfinished = resolution.preamble.last().is_some_and(|text| {
            !text.plain().trim_end_matches(['*', '»', '"']).ends_with(['.', '!', '?', ':', ';'])
        });
        match &resolution.verb {
            Some(verb) if unfinished == inside => self.text(verb),
            _ => Json::Null,
        }
    }

    fn approval(&mut self, approval: Option<&'p Approval>) -> Json {
        let Some(approval) = approval else { return Json::Null };
        let person = approval.person.as_ref();
        let known = person.and_then(|person| self.facts.people.get(&person.value));
        let own = known.and_then(|known| known.position.as_ref());
        record([
            ("text", self.lines(approval.text.as_ref())),
            ("position", self.lines(approval.position.as_ref().or(own))),
            (
                "name",
                person.map_or(Json::Null, |person| self.words(known.map_or(person, |known| &known.name))),
            ),
            ("by", self.lines(approval.by.as_ref())),
            ("date", self.date(approval.date.as_ref())),
            ("number", self.lines(approval.number.as_ref())),
        ])
    }

    /// Clauses under the mark `mark`.
    fn clauses(&mut self, clauses: &'p [Clause], mark: Option<Mark>) -> Json {
        let capital = matches!(mark, None | Some(Mark::Decimal | Mark::Parenthesis | Mark::None));
        clauses.iter().map(|clause| self.clause(clause, capital)).collect()
    }

    /// A clause; `capital` says that its first word has a capital letter.
    fn clause(&mut self, clause: &'p Clause, capital: bool) -> Json {
        record([
            ("id", clause.id.as_ref().map(|id| id.value.clone()).into()),
            ("text", clause.text.as_ref().map_or(Json::Null, |text| self.text(text))),
            ("to", self.addressees(&clause.to, capital)),
            (
                "due",
                clause.due.as_ref().map_or(Json::Null, |due| {
                    // Where the text names addressee and deadline itself, neither is printed again.
                    if clause.addressees.is_empty() { self.handle(Target::Deadline(due)) } else { Json::Null }
                }),
            ),
            ("responsible", self.responsible(&clause.responsible)),
            ("several_responsible", (clause.responsible.len() > 1).into()),
            ("marker", clause.list.map(Mark::name).into()),
            ("continued", (clause.numbering == Some(Numbering::Continue)).into()),
            ("clauses", self.clauses(&clause.clauses, clause.list)),
            ("table", self.table(clause.table.as_ref())),
            ("chart", self.chart(clause.chart.as_ref())),
            ("picture", self.picture(clause.picture.as_ref())),
            ("after", clause.after.as_ref().map_or(Json::Null, |text| self.text(text))),
        ])
    }

    fn organisation(&mut self, lines: Option<&'p Lines>) -> Json {
        let Some(lines) = lines else { return Json::Null };
        match self.facts.organisations.get(lines.0.plain()) {
            Some(organisation) => self.text(&organisation.name.0),
            None => self.text(&lines.0),
        }
    }

    /// The signatures, those of equal rank together in one row.
    fn signatures(&mut self, signatures: &'p [Signature]) -> Json {
        let mut rows: Vec<Vec<Json>> = Vec::new();
        for signature in signatures {
            let json = self.signature(signature);
            let beside = signature.beside.as_ref().is_some_and(|at| at.value);
            match rows.last_mut() {
                Some(row) if beside => row.push(json),
                _ => rows.push(vec![json]),
            }
        }
        let row = |row: Vec<Json>| record([("several", (row.len() > 1).into()), ("signatures", row.into())]);
        rows.into_iter().map(row).collect()
    }

    fn signature(&mut self, signature: &'p Signature) -> Json {
        let person = self.facts.people.get(&signature.person.value);
        let own = person.and_then(|person| person.position.as_ref());
        record([
            ("position", self.lines(signature.position.as_ref().or(own))),
            ("name", self.words(person.map_or(&signature.person, |person| &person.name))),
        ])
    }

    fn appendices(&mut self, resolution: &'p Resolution) -> Json {
        let several = resolution.appendices.len() > 1;
        let one = |(index, appendix): (usize, &'p Appendix)| {
            let number = (index + 1).to_string();
            // A title that stands over the appendix is not said again below it.
            let title = appendix.title.as_ref().map(|title| fold(title.0.plain()));
            let repeats = |own: Option<&RichText>| own.is_some_and(|own| title == Some(fold(own.plain())));
            record([
                ("id", appendix.id.as_ref().map(|id| id.value.clone()).into()),
                ("several", several.into()),
                ("number", self.handle(Target::Words(number, Place::Text(appendix.span)))),
                ("title", self.lines(appendix.title.as_ref())),
                ("text", self.texts(&appendix.text)),
                (
                    "table",
                    untitled(
                        self.table(appendix.table.as_ref()),
                        repeats(self.table_title(appendix.table.as_ref())),
                    ),
                ),
                (
                    "chart",
                    untitled(
                        self.chart(appendix.chart.as_ref()),
                        repeats(self.title_of_chart(appendix.chart.as_ref())),
                    ),
                ),
                ("picture", self.picture(appendix.picture.as_ref())),
                ("landscape", appendix.table.as_ref().is_some_and(is_landscape).into()),
                (
                    "plan",
                    match appendix.plan.as_ref().is_some_and(|plan| plan.value) {
                        true => self.plan(&resolution.clauses.0),
                        false => Json::Array(Vec::new()),
                    },
                ),
            ])
        };
        resolution.appendices.iter().enumerate().map(one).collect()
    }

    /// The tasks of the clauses, one a row: number, text, deadline, who answers for it.
    fn plan(&mut self, clauses: &'p [Clause]) -> Json {
        let row = |(index, task): (usize, Task<'p>)| {
            let number = Target::Words((index + 1).to_string(), Place::Text(task.clause.span));
            record([
                ("number", self.handle(number)),
                ("text", self.task(&task)),
                ("due", task.due.map_or(Json::Null, |due| self.handle(Target::Deadline(due)))),
                ("responsible", self.responsible(task.responsible)),
                // Here they are no addressees but those who act: in the nominative.
                ("to", self.responsible(task.to)),
                ("performers", self.performers(&task)),
            ])
        };
        tasks(clauses).into_iter().enumerate().map(row).collect()
    }

    /// A task as a whole sentence, with the words that the groups around it begin it with.
    pub(super) fn task(&mut self, task: &Task<'p>) -> Json {
        let Some(text) = &task.clause.text else { return Json::Null };
        let mut words: Vec<Json> = task.leads.iter().map(|lead| self.text(lead)).collect();
        words.push(self.handle(Target::Sentence(text)));
        let words: Vec<&str> = words.iter().filter_map(Json::as_str).collect();
        Json::String(words.join(" "))
    }

    pub(super) fn table(&mut self, table: Option<&'p TablePlace>) -> Json {
        let title = self.table_title(table);
        let Some(table) = table else { return Json::Null };
        record([
            ("title", title.map_or(Json::Null, |title| self.text(title))),
            ("id", table.id.as_ref().unwrap_or(&table.table).value.clone().into()),
            ("of", self.handle(Target::Table(table))),
            ("unit", self.table_unit(table)),
            ("landscape", is_landscape(table).into()),
        ])
    }

    /// The unit that the pack gives all figures of a table.
    pub(super) fn table_unit(&mut self, table: &'p TablePlace) -> Json {
        let unit = self.facts.tables.get(&table.table.value).and_then(|facts| facts.unit.as_ref());
        unit.map_or(Json::Null, |unit| {
            self.handle(Target::Words(unit.value.replace(' ', "\u{a0}"), Place::Text(unit.span)))
        })
    }

    /// A table's title at its place, or its own.
    fn table_title(&self, table: Option<&'p TablePlace>) -> Option<&'p RichText> {
        let facts = self.facts;
        let own = facts.tables.get(&table?.table.value).and_then(|facts| facts.title.as_ref());
        table?.title.as_ref().or(own)
    }

    /// A chart: its title, its name and its handle.
    pub(super) fn chart(&mut self, chart: Option<&'p ChartFacts>) -> Json {
        let Some(chart) = chart else { return Json::Null };
        record([
            ("title", self.chart_title(Some(chart))),
            ("id", chart.name().map(|name| name.value.clone()).into()),
            ("of", self.handle(Target::Chart(chart))),
        ])
    }

    /// A picture: its caption, its name and its handle.
    pub(super) fn picture(&mut self, picture: Option<&'p PictureFacts>) -> Json {
        let Some(picture) = picture else { return Json::Null };
        record([
            ("title", picture.caption.as_ref().map_or(Json::Null, |caption| self.text(caption))),
            ("id", picture.id.as_ref().map(|name| name.value.clone()).into()),
            ("of", self.handle(Target::Picture(picture))),
        ])
    }

    /// A chart's own title, or that of its table.
    pub(super) fn chart_title(&mut self, chart: Option<&'p ChartFacts>) -> Json {
        self.title_of_chart(chart).map_or(Json::Null, |title| self.text(title))
    }

    fn title_of_chart(&self, chart: Option<&'p ChartFacts>) -> Option<&'p RichText> {
        let (facts, chart) = (self.facts, chart?);
        let table = chart.table.as_ref().and_then(|table| facts.tables.get(&table.value));
        chart.title.as_ref().or(table.and_then(|facts| facts.title.as_ref()))
    }

    pub(super) fn values(&mut self, values: &'p Values) -> Map<String, Json> {
        let one = |(name, value): &'p (String, Option<Value>)| {
            (name.clone(), value.as_ref().map_or(Json::Null, |value| self.value(value)))
        };
        values.iter().map(one).collect()
    }

    /// Somebody with the position, if the pack knows the name; else the words as they are.
    fn person(&mut self, text: &'p RichText) -> Json {
        let Some(person) = self.facts.people.get(text.plain().trim()) else { return self.text(text) };
        let position = person.position.as_ref().map(|position| small_first(position.0.plain()));
        let words = std::iter::once(person.name.value.clone()).chain(position).collect::<Vec<_>>();
        self.handle(Target::Words(words.join(", "), Place::Text(text.source.whole())))
    }

    fn value(&mut self, value: &'p Value) -> Json {
        match value {
            Value::Text(text) => self.text(text),
            Value::Person(text) => self.person(text),
            Value::Word(word) => self.words(word),
            Value::Number(number) => {
                self.handle(Target::Words(number.value.to_string(), Place::Text(number.span)))
            }
            Value::Boolean(yes) => Json::Bool(*yes),
            Value::Date(date) => self.handle(Target::Date(date)),
            Value::Deadline(due) => self.handle(Target::Deadline(due)),
            Value::SchoolYear(year) => self.handle(Target::Words(year.printed(), Place::Text(year.span))),
            Value::Choice(word) => Json::String(word.clone()),
            Value::Table(table) => self.table(Some(table)),
            Value::Chart(chart) => self.chart(Some(chart)),
            Value::Picture(picture) => self.picture(Some(picture)),
            Value::List(list) => list.iter().map(|value| self.value(value)).collect(),
            Value::Record(values) => Json::Object(self.values(values)),
        }
    }
}

/// A record of values, which it takes as they are: `json!` would copy each of them.
fn record<const COUNT: usize>(fields: [(&str, Json); COUNT]) -> Json {
    fields.into_iter().collect()
}

/// What stands under a caption, its title taken off where `repeats`.
fn untitled(mut captioned: Json, repeats: bool) -> Json {
    if repeats {
        captioned["title"] = Json::Null;
    }
    captioned
}

fn is_landscape(table: &TablePlace) -> bool {
    table.landscape.as_ref().is_some_and(|landscape| landscape.value)
}

/// The order of the head's parts: the one given, or that of the genre.
fn heading(resolution: &Resolution) -> Vec<HeadingPart> {
    if resolution.heading.is_empty() {
        use HeadingPart::{Date, Kind, Number, Occasion, Organisation, Place, Theme};
        vec![Organisation, Kind, Occasion, Date, Number, Place, Theme]
    } else {
        resolution.heading.clone()
    }
}
