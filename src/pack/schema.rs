//! The JSON Schema of the input, made from the types that read it, for editors.

use super::facts::{Facts, IndicatorFacts, SheetFacts};
use super::read::Read;
use super::resolution::Resolution;
use super::shape::{Field, Name, Record, Shape};
use crate::russian::decimals::Decimals;
use crate::source::Language;
use serde_json::{Map, Value as Json, json};

/// The schema of `pack.yaml` and of every kind of document: a file fits if it fits one of them.
pub fn schema(documents: &[&Record], language: Language) -> Json {
    let mut schema = Schema { definitions: Map::new(), language };
    let mut kinds = vec![schema.record(&Facts::record()), schema.record(&Resolution::record())];
    kinds.extend(documents.iter().map(|record| schema.record(record)));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "avgust",
        "anyOf": kinds,
        "$defs": schema.definitions,
    })
}

struct Schema {
    definitions: Map<String, Json>,
    language: Language,
}

impl Schema {
    fn shape(&mut self, shape: &Shape) -> Json {
        match shape {
            Shape::Text | Shape::Lines | Shape::Word | Shape::Date | Shape::SchoolYear => scalar(),
            Shape::Expression => scalar(),
            Shape::Integer => json!({ "type": ["integer", "null"], "minimum": 0 }),
            Shape::Decimals => {
                json!({ "type": ["integer", "null"], "minimum": 0, "maximum": Decimals::MOST })
            }
            Shape::TableDecimals => {
                let one = self.shape(&Shape::Decimals);
                json!({ "anyOf": [one, { "type": "object", "additionalProperties": one }] })
            }
            Shape::Number => json!({ "type": ["number", "string", "null"] }),
            Shape::Boolean => json!({ "enum": ["да", "нет", "yes", "no", true, false, null] }),
            Shape::Deadline => json!({ "anyOf": [scalar(), { "type": "object" }] }),
            Shape::Choice(words) => choice(words),
            Shape::List(inner) => {
                let one = self.shape(inner);
                json!({ "anyOf": [{ "type": "array", "items": one }, one, { "type": "null" }] })
            }
            Shape::Named(inner) => self.named(inner),
            Shape::Record(record) => self.record(&record()),
            Shape::Fields(record) => self.record(record),
        }
    }

    /// Names of the user's own; among indicators `из` is a key of ours.
    fn named(&mut self, inner: &Shape) -> Json {
        let one = self.shape(inner);
        let mut json = json!({ "type": ["object", "null"], "additionalProperties": one });
        let of_indicators = matches!(inner, Shape::Record(record) if record().name.en == "indicator");
        if of_indicators {
            let sheets = self.shape(&Vec::<SheetFacts>::shape());
            let from = IndicatorFacts::FROM;
            json["properties"] = json!({ from.ru: sheets, from.en: sheets });
        }
        json
    }

    /// A reference to the record's definition, which is made at its first use.
    fn record(&mut self, record: &Record) -> Json {
        // A reference is a URI: letters other than Latin ones would have to be encoded in it.
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let name: String = record.name.en.chars().map(plain).collect();
        let name = format!("{name}-{}", record.fields.len());
        if !self.definitions.contains_key(&name) {
            self.definitions.insert(name.clone(), Json::Null);
            let definition = self.definition(record);
            self.definitions.insert(name.clone(), definition);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    fn definition(&mut self, record: &Record) -> Json {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for field in &record.fields {
            let shape = self.described(field);
            properties.insert(field.key.ru.to_string(), shape.clone());
            properties.insert(field.key.en.to_string(), shape);
            if field.required {
                required.push(either(&field.key));
            }
        }
        let title = record.name.in_language(self.language);
        let mut object = json!({ "title": title, "type": "object", "properties": properties, "additionalProperties": false });
        if !required.is_empty() {
            object["allOf"] = Json::Array(required);
        }
        match &record.short {
            Some(short) => json!({ "anyOf": [object, self.shape(short)] }),
            None => object,
        }
    }

    fn described(&mut self, field: &Field) -> Json {
        let mut json = self.shape(&field.shape);
        let about = field.about.in_language(self.language);
        if let Some(object) = json.as_object_mut()
            && !about.is_empty()
        {
            object.insert("description".to_owned(), Json::String(about.to_owned()));
        }
        json
    }
}

fn either(name: &Name) -> Json {
    if name.ru == name.en {
        return json!({ "required": [name.ru] });
    }
    json!({ "anyOf": [{ "required": [name.ru] }, { "required": [name.en] }] })
}

/// A scalar: YAML gives some texts, such as `2017` or `28.08`, other types.
fn scalar() -> Json {
    json!({ "type": ["string", "number", "boolean", "null"] })
}

fn choice(words: &[Name]) -> Json {
    let mut all: Vec<Json> = Vec::new();
    for word in words.iter().flat_map(|name| [&name.ru, &name.en]) {
        let json = Json::String(word.to_string());
        if !all.contains(&json) {
            all.push(json);
        }
    }
    // YAML takes `1.` for a number.
    all.push(json!(1));
    json!({ "enum": all })
}
