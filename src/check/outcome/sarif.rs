//! Findings as SARIF 2.1.0, the form in which code hosts and editors take them.

use crate::check::of_code;
use crate::source::{self, Findings, Language, Sources};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// All findings as one run of a SARIF log, sorted as the terminal shows them. The first place of
/// a finding is its location, the others are related ones; a cell of a spreadsheet is a logical
/// location «лист!C7».
pub fn sarif(findings: &Findings, sources: &Sources, language: Language) -> Value {
    let told = source::json(findings, sources, language);
    let list = || told["findings"].as_array().into_iter().flatten();
    let codes: BTreeSet<&str> = list().filter_map(|finding| finding["code"].as_str()).collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(code, language)).collect();
    let driver = json!({ "name": "avgust", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "columnKind": "unicodeCodePoints",
            "results": list().map(|finding| result(finding, &codes)).collect::<Vec<_>>(),
        }],
    })
}

fn rule(code: &str, language: Language) -> Value {
    match of_code(code) {
        None => json!({ "id": code }),
        Some(check) => json!({
            "id": code,
            "shortDescription": { "text": check.title.text(language) },
            "fullDescription": { "text": check.about.text(language) },
        }),
    }
}

fn result(finding: &Value, codes: &BTreeSet<&str>) -> Value {
    let text = |name: &str| finding[name].as_str().unwrap_or_default();
    let message = match text("hint") {
        "" => text("message").to_owned(),
        hint => format!("{}. {hint}", text("message")),
    };
    let places: Vec<Value> = finding["places"].as_array().into_iter().flatten().map(location).collect();
    let (first, others) = places.split_at(places.len().min(1));
    json!({
        "ruleId": text("code"),
        "ruleIndex": codes.iter().position(|code| *code == text("code")),
        "level": text("severity"),
        "message": { "text": message },
        "locations": first,
        "relatedLocations": others,
    })
}

fn location(place: &Value) -> Value {
    let mut location = json!({
        "physicalLocation": { "artifactLocation": { "uri": uri(place["file"].as_str().unwrap_or_default()) } },
    });
    if place["line"].is_u64() {
        location["physicalLocation"]["region"] = json!({
            "startLine": place["line"], "startColumn": place["column"],
            "endLine": place["endLine"], "endColumn": place["endColumn"],
        });
    }
    if let Some(cell) = place["cell"].as_str() {
        let sheet = place["sheet"].as_str().map(|sheet| format!("{sheet}!")).unwrap_or_default();
        location["logicalLocations"] = json!([{ "fullyQualifiedName": format!("{sheet}{cell}") }]);
    }
    if let Some(text) = place["text"].as_str() {
        location["message"] = json!({ "text": text });
    }
    location
}

/// A file's name as a relative URI (RFC 3986): what is no letter, digit or `-._~/` is escaped.
fn uri(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    name.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
