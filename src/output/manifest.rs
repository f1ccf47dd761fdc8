//! `manifest.json`: each file with its hash, what it was made from and the figures it shows;
//! working papers, which nobody publishes, stand apart with their hashes alone.

use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// The name of the manifest in the output folder.
pub const NAME: &str = "manifest.json";
/// The version of its form.
const VERSION: u32 = 1;

/// What was written, by file name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The files in the order of their names.
    pub products: BTreeMap<String, Product>,
}

/// A finished file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Product {
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub hash: String,
    /// The way from its folder to the pack that it is made of; empty where nobody knows.
    pub pack: String,
    /// Whether it is a working paper, and no document of the pack.
    pub working: bool,
    /// What a working paper tells, as a digest: it is out of date when that is other than what
    /// there is to tell.
    pub tells: String,
    /// The document's own file in the pack.
    pub document: String,
    /// Every file it was made from.
    pub ingredients: Vec<Ingredient>,
    /// Every figure it shows, in the order of the document.
    pub shown: Vec<Shown>,
}

/// A file that a product was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ingredient {
    /// Its name in the pack.
    pub name: String,
    /// SHA-256 of its bytes.
    pub hash: String,
}

/// A figure as a document shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What is written between the braces.
    pub expression: String,
    /// What is printed.
    pub printed: String,
    /// The indicators it names.
    pub indicators: Vec<String>,
    /// The cells and values that these rest on, e.g. `data.xlsx, лист «Сеть», C7`.
    pub cells: Vec<String>,
    /// Where it stands in the pack, e.g. `резолюция.yaml:12:9`.
    pub place: String,
    /// The page of the document, from 1.
    pub page: Option<usize>,
    /// The clause of the document, e.g. `2.1`.
    pub clause: Option<String>,
    /// The last heading above it.
    pub heading: Option<String>,
}

impl Manifest {
    /// The manifest as it is written.
    pub fn to_json(&self) -> String {
        let (working, files): (Vec<_>, Vec<_>) =
            self.products.iter().partition(|(_, product)| product.working);
        let files: Vec<Json> = files.into_iter().map(|(name, product)| product.to_json(name)).collect();
        let mut whole = json!({ "version": VERSION, "files": files });
        if !working.is_empty() {
            let paper = |(name, product): (&String, &Product)| json!({ "file": name, "sha256": product.hash, "pack": product.pack, "tells": product.tells });
            whole["working_papers"] = working.into_iter().map(paper).collect();
        }
        let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
        text.push('\n');
        text
    }

    /// What an earlier run wrote; a manifest that cannot be read counts as none, so that every
    /// file in the folder is taken for a person's own.
    pub fn parse(text: &str) -> Manifest {
        let json: Json = serde_json::from_str(text).unwrap_or(Json::Null);
        let list = |name: &str| json[name].as_array().map_or(&[][..], Vec::as_slice);
        let product = |file: &Json, working: bool| {
            Some((file["file"].as_str()?.to_owned(), Product { working, ..Product::parse(file)? }))
        };
        let files = list("files").iter().filter_map(|file| product(file, false));
        let papers = list("working_papers").iter().filter_map(|paper| product(paper, true));
        Manifest { products: files.chain(papers).collect() }
    }
}

/// A list of words; other values count as none.
fn words(json: &Json) -> Vec<String> {
    json.as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect()
}

impl Product {
    fn parse(file: &Json) -> Option<Product> {
        let word = |json: &Json| json.as_str().unwrap_or_default().to_owned();
        let list = |json: &Json| json.as_array().cloned().unwrap_or_default();
        let ingredient = |from: &Json| Ingredient { name: word(&from["file"]), hash: word(&from["sha256"]) };
        let shown = |figure: &Json| Shown {
            expression: word(&figure["expression"]),
            printed: word(&figure["printed"]),
            indicators: words(&figure["indicators"]),
            cells: words(&figure["cells"]),
            place: word(&figure["at"]),
            page: figure["page"].as_u64().and_then(|page| usize::try_from(page).ok()),
            clause: figure["clause"].as_str().map(str::to_owned),
            heading: figure["heading"].as_str().map(str::to_owned),
        };
        Some(Product {
            hash: file["sha256"].as_str()?.to_owned(),
            pack: word(&file["pack"]),
            working: false,
            tells: word(&file["tells"]),
            document: word(&file["document"]),
            ingredients: list(&file["made_from"]).iter().map(ingredient).collect(),
            shown: list(&file["figures"]).iter().map(shown).collect(),
        })
    }

    fn to_json(&self, name: &str) -> Json {
        let made_from: Vec<Json> =
            self.ingredients.iter().map(|from| json!({ "file": from.name, "sha256": from.hash })).collect();
        let figures: Vec<Json> = self.shown.iter().map(Shown::to_json).collect();
        json!({
            "file": name,
            "sha256": self.hash,
            "pack": self.pack,
            "document": self.document,
            "made_from": made_from,
            "figures": figures,
        })
    }
}

impl Shown {
    fn to_json(&self) -> Json {
        let mut json = json!({
            "expression": self.expression,
            "printed": self.printed,
            "indicators": self.indicators,
            "cells": self.cells,
            "at": self.place,
        });
        // What is not there is left out.
        let around = [
            ("page", self.page.map(Json::from)),
            ("clause", self.clause.clone().map(Json::from)),
            ("heading", self.heading.clone().map(Json::from)),
        ];
        for (name, value) in around {
            if let Some(value) = value {
                json[name] = value;
            }
        }
        json
    }
}
