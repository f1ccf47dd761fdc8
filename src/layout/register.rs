//! The data of a register's layout.

use super::data::Data;
use super::fields::Values;
use super::handle::{Handles, Target};
use crate::pack::facts::Facts;
use crate::pack::register::{Column, Register};
use crate::register::{Entry, Group, Listed, columns, entries, groups};
use crate::source::Place;
use serde_json::{Value as Json, json};

/// The data of a register with its layout's further fields.
pub fn register_data<'p>(
    facts: &'p Facts,
    register: &'p Register,
    listed: &[Listed<'p>],
    values: &'p Values,
) -> (Json, Handles<'p>) {
    let mut data = Data::new(facts);
    let mut json = data.values(values);
    let entries = entries(listed);
    let columns: Vec<&str> =
        columns(register, &entries, listed.len()).into_iter().map(Column::name).collect();
    let groups = groups(entries, register.order.unwrap_or_default());
    json.insert("conference".to_owned(), data.conference());
    json.insert("title".to_owned(), data.lines(register.title.as_ref()));
    json.insert("date".to_owned(), data.date(register.date.as_ref().or(facts.conference.date.as_ref())));
    json.insert("columns".to_owned(), json!(columns));
    json.insert("span".to_owned(), json!(columns.len()));
    json.insert("groups".to_owned(), data.groups(&groups, listed));
    (Json::Object(json), data.handles)
}

/// The tasks as one list of rows, for those who need their words and no layout.
pub fn register_rows<'p>(
    facts: &'p Facts,
    listed: &[Listed<'p>],
    entries: &[Entry<'p>],
) -> (Vec<Json>, Handles<'p>) {
    let mut data = Data::new(facts);
    let rows = entries.iter().enumerate().map(|(index, entry)| data.entry(index, entry, listed)).collect();
    (rows, data.handles)
}

impl<'p> Data<'p> {
    fn groups(&mut self, groups: &[Group<'p>], listed: &[Listed<'p>]) -> Json {
        let several = groups.len() > 1 || groups.iter().any(|group| group.to.is_some());
        let mut number = 0;
        let mut found = Vec::new();
        for group in groups {
            let names = group.to.map_or(&[][..], std::slice::from_ref);
            let mut rows = Vec::new();
            for entry in &group.entries {
                rows.push(self.entry(number, entry, listed));
                number += 1;
            }
            found.push(json!({ "several": several, "to": self.responsible(names), "rows": rows }));
        }
        Json::Array(found)
    }

    fn entry(&mut self, index: usize, entry: &Entry<'p>, listed: &[Listed<'p>]) -> Json {
        let clause = entry.task.clause;
        let place = clause.text.as_ref().map_or(clause.span, |text| text.source.whole());
        let kind = listed.get(entry.source).map(|listed| &listed.resolution.kind);
        let number = self.handle(Target::Words((index + 1).to_string(), Place::Text(clause.span)));
        json!({
            "number": number,
            "clause": entry.clause.as_ref().map_or(Json::Null, |label| {
                self.handle(Target::Words(label.clone(), Place::Text(place)))
            }),
            "document": self.lines(kind),
            "task": self.task(&entry.task),
            // Here they are no addressees but those who act: in the nominative.
            "to": self.responsible(entry.to),
            "due": entry.task.due.map_or(Json::Null, |due| self.handle(Target::Deadline(due))),
            "responsible": self.responsible(entry.task.responsible),
        })
    }
}
