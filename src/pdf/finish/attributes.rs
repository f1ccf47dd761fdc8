//! Attributes of structure elements (ISO 32000-1, 14.8.5): what a role alone does not say.

use super::{File, name, number, text};
use crate::typeset::{Child, Item, Kind, Node, Pages, Scope};
use lopdf::{Dictionary, dictionary};

impl File<'_> {
    /// The attributes of a node's element; `None` where nothing is to be said.
    pub(super) fn attributes(&self, node: &Node) -> Option<Dictionary> {
        match &node.kind {
            Kind::List { ordered } => Some(dictionary! {
                "O" => name("List"),
                "ListNumbering" => name(numbering(*ordered, first_label(self.pages, node))),
            }),
            Kind::Table { summary } if !summary.is_empty() && !self.is_old() => {
                Some(dictionary! { "O" => name("Table"), "Summary" => text(summary) })
            }
            Kind::HeaderCell { scope, columns, rows } => {
                let scope = match scope {
                    Scope::Column => "Column",
                    Scope::Row => "Row",
                };
                let mut attributes =
                    spans(*columns, *rows).unwrap_or_else(|| dictionary! { "O" => name("Table") });
                attributes.set("Scope", name(scope));
                Some(attributes)
            }
            Kind::DataCell { columns, rows } => spans(*columns, *rows),
            Kind::Figure { page, bounds, .. } => Some(dictionary! {
                "O" => name("Layout"),
                "Placement" => name("Block"),
                "BBox" => self.rectangle(*page, *bounds),
                "Width" => number(bounds[2] - bounds[0]),
                "Height" => number(bounds[3] - bounds[1]),
            }),
            _ => None,
        }
    }
}

/// The first character of a list's first label.
fn first_label(pages: &Pages, list: &Node) -> Option<char> {
    let mut items = nodes_below(pages, list).flat_map(|item| nodes_below(pages, item));
    let label = items.find(|node| node.kind == Kind::Label)?;
    let run = label.children.iter().find_map(|child| match *child {
        Child::Run(page, run) => pages.pages.get(page)?.runs.get(run),
        _ => None,
    })?;
    run.items.iter().find_map(|item| match item {
        Item::Text(run) => run.text.chars().next(),
        _ => None,
    })
}

fn nodes_below<'a>(pages: &'a Pages, node: &'a Node) -> impl Iterator<Item = &'a Node> {
    node.children.iter().filter_map(|child| match child {
        Child::Node(id) => pages.tree.get(id.0 as usize),
        _ => None,
    })
}

/// How a list is numbered (ISO 32000-1, table 347). There is no word for Cyrillic letters:
/// they are letters in alphabetical order as the Latin ones are.
fn numbering(ordered: bool, label: Option<char>) -> &'static str {
    match label {
        Some('•' | '·' | '●') if !ordered => "Disc",
        Some(letter) if ordered && letter.is_uppercase() => "UpperAlpha",
        Some(letter) if ordered && letter.is_lowercase() => "LowerAlpha",
        _ if ordered => "Decimal",
        _ => "None",
    }
}

/// The attributes of a cell that covers several columns or rows.
fn spans(columns: u16, rows: u16) -> Option<Dictionary> {
    let mut attributes = dictionary! { "O" => name("Table") };
    if columns > 1 {
        attributes.set("ColSpan", i64::from(columns));
    }
    if rows > 1 {
        attributes.set("RowSpan", i64::from(rows));
    }
    (attributes.len() > 1).then_some(attributes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_numbered_as_their_labels_are() {
        let numberings = [(true, '2'), (true, 'а'), (true, 'А'), (false, '•'), (false, '–')];
        let names = numberings.map(|(ordered, label)| numbering(ordered, Some(label)));
        assert_eq!(names, ["Decimal", "LowerAlpha", "UpperAlpha", "Disc", "None"]);
    }
}
