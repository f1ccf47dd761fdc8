//! An explanation for programs.

use super::{CellsKind, Change, Explanation, Node, Spot, Subject};
use crate::document::Within;
use crate::indicators::{Indicator, Quantity};
use crate::russian::decimals::Decimals;
use crate::source::{Language, Place, Sources};
use serde_json::{Value as Json, json};

/// The explanation; numbers are strings with a decimal point, so that no digit is lost.
pub fn to_json(explanation: &Explanation<'_>, sources: &Sources) -> Json {
    let dependents: Vec<&str> = explanation.dependents.iter().map(|one| one.name.as_str()).collect();
    let places: Vec<Json> = explanation.spots.iter().map(|spot| place(spot, sources)).collect();
    let name = explanation.subject.name(sources, Language::Russian);
    let mut json = json!({
        "version": 1,
        "name": name,
        "kind": kind(&explanation.subject),
        "dependents": dependents,
        "places": places,
    });
    if let Subject::Indicator(indicator) = explanation.subject {
        json["indicator"] = of_indicator(indicator, &explanation.cells, sources);
    }
    for (key, node) in [("from", &explanation.origin), ("previous_from", &explanation.previous)] {
        if let Some(node) = node {
            json[key] = tree(node, sources);
        }
    }
    json
}

fn kind(subject: &Subject<'_>) -> &'static str {
    match subject {
        Subject::Indicator(_) => "indicator",
        Subject::Table(..) => "table",
        Subject::Previous(_) => "previous",
        Subject::Cell(..) => "cell",
        Subject::Cells(cells) => match cells.kind {
            CellsKind::Row => "row",
            CellsKind::Column => "column",
            CellsKind::File => "file",
        },
    }
}

fn of_indicator(indicator: &Indicator, [cells, previous_cells]: &[Vec<Place>; 2], sources: &Sources) -> Json {
    let describe = |place| sources.describe(place, Language::Russian);
    json!({
        "title": indicator.title,
        "value": indicator.value.value.normalize().to_string(),
        "previous": indicator.previous.as_ref().map(|previous| previous.value.normalize().to_string()),
        "unit": indicator.unit().map(|unit| unit.written().to_owned()),
        "decimals": indicator.decimals.map(Decimals::get),
        "defined_at": describe(&indicator.place),
        "cells": cells.iter().map(describe).collect::<Vec<_>>(),
        "previous_cells": previous_cells.iter().map(describe).collect::<Vec<_>>(),
    })
}

fn tree(node: &Node, sources: &Sources) -> Json {
    let unit = |value: &Quantity| value.unit.as_ref().map(|unit| unit.written().to_owned());
    json!({
        "text": node.text,
        "value": node.value.as_ref().map(|value| value.value.normalize().to_string()),
        "unit": node.value.as_ref().and_then(unit),
        "at": node.place.as_ref().map(|place| sources.describe(place, Language::Russian)),
        "parts": node.parts.iter().map(|part| tree(part, sources)).collect::<Vec<_>>(),
    })
}

fn place(spot: &Spot<'_>, sources: &Sources) -> Json {
    let around = &spot.stand.around;
    json!({
        "document": spot.document,
        "page": spot.stand.page,
        "clause": around.clause.as_deref(),
        "table": around.table.as_deref(),
        "heading": around.heading.as_deref(),
        "in_table": around.within == Within::Table,
        "chart": matches!(around.within, Within::Chart(_)),
        "slide": around.slide,
        "expression": spot.stand.figure.as_ref().map(|figure| figure.expression.clone()),
        "printed": spot.stand.printed,
        "changes": match spot.change {
            Change::Value => "value",
            Change::Form => "form",
        },
        "at": sources.describe(&spot.stand.place, Language::Russian),
    })
}
