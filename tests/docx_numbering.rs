//! The number that Word computes is the label that the document says, whatever the scheme.

mod support;

use avgust::document::*;
use avgust::docx::{Measures, write};
use proptest::prelude::*;
use std::collections::BTreeMap;
use support::documents::{self, block, continued, item, list, list_block};
use support::docx_text::lines;

const LETTERS: &str = "абвгдежиклмнпрстуфхцшщэюя";

fn shown(blocks: Vec<Block>) -> Vec<String> {
    lines(&write(&documents::document(blocks), &Measures::default()))
}

fn items(labels: &[&str]) -> Vec<Item> {
    labels.iter().map(|label| item(label, "·", vec![])).collect()
}

#[track_caller]
fn assert_labels(blocks: Vec<Block>, labels: &[&str]) {
    let wanted: Vec<_> = labels.iter().map(|label| format!("{label} ·").trim_start().to_owned()).collect();
    assert_eq!(shown(blocks), wanted);
}

#[test]
fn tasks_run_on_through_unnumbered_groups() {
    let group = |labels: &[&str], first: bool| {
        let tasks = list(Marker::Decimal, 0, items(labels));
        let tasks = if first { Block::List(tasks) } else { continued(tasks) };
        item("", "·", vec![tasks])
    };
    let groups = vec![group(&["1.", "2."], true), group(&["3."], false), group(&["4.", "5."], false)];
    assert_labels(vec![list_block(Marker::None, 0, groups)], &["", "1.", "2.", "", "3.", "", "4.", "5."]);
}

#[test]
fn tasks_run_on_through_numbered_groups_at_a_lower_level() {
    let tasks = |labels: &[&str]| list(Marker::Decimal, 1, items(labels));
    let groups = vec![
        item("1.", "·", vec![Block::List(tasks(&["1.1.", "1.2."]))]),
        item("2.", "·", vec![continued(tasks(&["2.3.", "2.4."]))]),
        item("3.", "·", vec![Block::List(tasks(&["3.1."]))]),
    ];
    assert_labels(
        vec![list_block(Marker::Decimal, 0, groups)],
        &["1.", "1.1.", "1.2.", "2.", "2.3.", "2.4.", "3.", "3.1."],
    );
}

#[test]
fn a_list_may_begin_anew_within_its_sequence() {
    let first = list_block(Marker::Decimal, 0, items(&["1.", "2."]));
    let deep = list_block(Marker::Decimal, 1, items(&["1.1.", "1.2."]));
    let second = list_block(Marker::Decimal, 0, vec![item("1.", "·", vec![deep]), item("2.", "·", vec![])]);
    assert_labels(vec![first, second], &["1.", "2.", "1.", "1.1.", "1.2.", "2."]);
}

#[test]
fn official_letters_leave_out_what_word_counts() {
    let labels: Vec<String> = LETTERS.chars().map(|letter| format!("{letter})")).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    assert_labels(vec![list_block(Marker::Letter, 0, items(&labels))], &labels);
}

#[test]
fn a_list_within_a_list_of_its_kind_counts_by_itself() {
    let inner = list_block(Marker::Parenthesis, 1, items(&["1)", "2)", "3)"]));
    let outer = vec![item("1)", "·", vec![inner]), item("2)", "·", vec![])];
    let last = continued(list(Marker::Parenthesis, 0, items(&["3)"])));
    assert_labels(
        vec![list_block(Marker::Parenthesis, 0, outer), last],
        &["1)", "1)", "2)", "3)", "2)", "3)"],
    );
}

#[test]
fn labels_of_no_scheme_are_spelled() {
    let labels = ["5-1.", "5-2.", "5а.", "Первое", "01.", "3.1.", "1", "%1", "70000.", "п. 5%"];
    for marker in [Marker::Decimal, Marker::Parenthesis, Marker::Letter, Marker::Dash] {
        assert_labels(vec![list_block(marker, 0, items(&labels))], &labels);
    }
    // Levels that Word does not have, and one whose upper levels were never printed.
    assert_labels(vec![list_block(Marker::Decimal, 12, items(&["1.2.3.", "1.2.4."]))], &["1.2.3.", "1.2.4."]);
    assert_labels(vec![list_block(Marker::Decimal, 2, items(&["1.2.3.", "1.2.4."]))], &["1.2.3.", "1.2.4."]);
}

/// A list of a random document, its labels still open.
#[derive(Clone, Debug)]
struct Plan {
    marker: Marker,
    continued: bool,
    /// Where its first label leaves the count.
    jump: u32,
    items: Vec<Vec<Plan>>,
}

fn plan() -> impl Strategy<Value = Plan> {
    let marker = prop::sample::select(vec![
        Marker::Decimal,
        Marker::Decimal,
        Marker::Parenthesis,
        Marker::Letter,
        Marker::Dash,
        Marker::Hyphen,
        Marker::None,
    ]);
    let jump = prop::sample::select(vec![0, 0, 0, 0, 7]);
    let head = (marker, any::<bool>(), jump);
    let leaf = (head.clone(), 1..5usize).prop_map(|((marker, continued, jump), count)| Plan {
        marker,
        continued,
        jump,
        items: vec![vec![]; count],
    });
    leaf.prop_recursive(4, 40, 5, move |inner| {
        let items = prop::collection::vec(prop::collection::vec(inner, 0..3), 1..4);
        (head.clone(), items).prop_map(|((marker, continued, jump), items)| Plan {
            marker,
            continued,
            jump,
            items,
        })
    })
}

/// Labels a plan as the contract of `document::List` says.
#[derive(Default)]
struct Labels {
    decimal: Vec<u32>,
    last: BTreeMap<usize, u32>,
    sequence: u32,
}

impl Labels {
    fn list(&mut self, plan: &Plan) -> Block {
        let level = self.decimal.len();
        let decimal = plan.marker == Marker::Decimal;
        self.sequence += 1;
        let sequence = if decimal { 0 } else { self.sequence };
        let start = if decimal && plan.continued { self.last.get(&level).copied().unwrap_or(0) } else { 0 };
        let items = plan
            .items
            .iter()
            .zip(start + plan.jump + 1..)
            .map(|(inner, number)| self.item(plan, inner, number));
        let items = items.collect();
        Block::List(List {
            marker: plan.marker,
            level: level as u8,
            sequence,
            continued: plan.continued,
            items,
        })
    }

    fn item(&mut self, plan: &Plan, inner: &[Plan], number: u32) -> Item {
        let decimal = plan.marker == Marker::Decimal;
        if decimal {
            self.last.insert(self.decimal.len(), number);
            self.decimal.push(number);
        }
        let label = match plan.marker {
            Marker::Decimal => self.decimal.iter().map(|number| format!("{number}.")).collect(),
            Marker::Parenthesis => format!("{number})"),
            Marker::Letter => format!("{})", LETTERS.chars().nth(number as usize - 1).expect("a letter")),
            Marker::Dash => "–".to_owned(),
            Marker::Hyphen => "-".to_owned(),
            Marker::Dot => "·".to_owned(),
            Marker::Bullet => "•".to_owned(),
            Marker::None => String::new(),
        };
        let blocks =
            std::iter::once(block("clause", "·")).chain(inner.iter().map(|plan| self.list(plan))).collect();
        if decimal {
            self.decimal.pop();
        }
        Item { label, anchor: None, blocks }
    }
}

fn own_labels(blocks: &[Block], found: &mut Vec<String>) {
    for block in blocks {
        if let Block::List(list) = block {
            for item in &list.items {
                found.push(format!("{} ·", item.label).trim_start().to_owned());
                own_labels(&item.blocks, found);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn schemes_mix_from_branch_to_branch(plans in prop::collection::vec(plan(), 1..4)) {
        let mut labels = Labels::default();
        let blocks: Vec<Block> = plans.iter().map(|plan| labels.list(plan)).collect();
        let mut wanted = Vec::new();
        own_labels(&blocks, &mut wanted);
        prop_assert_eq!(shown(blocks), wanted);
    }
}
