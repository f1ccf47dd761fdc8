//! The numbers of clauses and tables, counted once when the document is whole.

use super::{Anchor, AnchorKind, Block, Inline, List, Marker, Paragraph, Section, Table};
use std::collections::{BTreeMap, BTreeSet};

/// What can be referred to, with the number that a reference prints.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    numbers: BTreeMap<Anchor, String>,
    /// Those that several things have: a reference would lead to any of them.
    shared: BTreeSet<Anchor>,
    /// Those of tables, charts and pictures that could not be shown, which was said.
    unshown: BTreeSet<Anchor>,
}

impl Targets {
    /// The number of an anchor.
    pub fn get(&self, anchor: &Anchor) -> Option<&String> {
        self.numbers.get(anchor)
    }

    /// Whether several things have it.
    pub fn is_shared(&self, anchor: &Anchor) -> bool {
        self.shared.contains(anchor)
    }

    /// Whether its thing could not be shown, which was said.
    pub fn is_unshown(&self, anchor: &Anchor) -> bool {
        self.unshown.contains(anchor)
    }

    /// The names of a kind.
    pub fn names(&self, kind: AnchorKind) -> impl Iterator<Item = &str> {
        self.numbers.keys().filter(move |anchor| anchor.kind == kind).map(|anchor| anchor.name.as_str())
    }

    /// Bookmarks and destinations are those of the first thing that has the name; so is the number.
    fn add(&mut self, anchor: &Anchor, number: String) {
        if self.numbers.contains_key(anchor) {
            self.shared.insert(anchor.clone());
        } else {
            self.numbers.insert(anchor.clone(), number);
        }
    }
}

/// The letters that mark items, without those that are easily mistaken (OFFICIAL practice:
/// ё, з, й, о, ч, ъ, ы, ь are left out).
const LETTERS: [&str; 25] = [
    "а", "б", "в", "г", "д", "е", "ж", "и", "к", "л", "м", "н", "п", "р", "с", "т", "у", "ф", "х", "ц", "ш",
    "щ", "э", "ю", "я",
];

/// Numbers everything in the document; gives what can be referred to. `unshown` are the anchors
/// of what should stand there and could not be shown.
pub fn number(sections: &mut [Section], unshown: BTreeSet<Anchor>) -> Targets {
    let targets = Targets { unshown, ..Targets::default() };
    let mut counter = Counter { targets, ..Counter::default() };
    for section in sections {
        section.stories_mut().for_each(|blocks| counter.blocks(blocks, &[]));
    }
    counter.targets
}

#[derive(Default)]
struct Counter {
    /// The last number of each sequence and level; decimal lists and others count apart.
    last: BTreeMap<(bool, u32, u8), usize>,
    tables: usize,
    figures: usize,
    targets: Targets,
}

impl Counter {
    fn blocks(&mut self, blocks: &mut [Block], path: &[usize]) {
        for block in blocks {
            match block {
                Block::List(list) => self.list(list, path),
                Block::Table(table) => self.table(table),
                Block::Chart(chart) => self.figure(&mut chart.caption, chart.anchor.as_ref()),
                Block::Picture(one) => self.figure(&mut one.caption, one.anchor.as_ref()),
                Block::Paragraph(paragraph) => {
                    if let Some(anchor) = &paragraph.anchor {
                        let number = heading_number(anchor, &paragraph.plain());
                        self.targets.add(anchor, number);
                    }
                }
                Block::Columns(_) | Block::Aside(_) | Block::PageBreak => {}
            }
        }
    }

    fn list(&mut self, list: &mut List, path: &[usize]) {
        let key = (list.marker == Marker::Decimal, list.sequence, list.level);
        let first = if list.continued { self.last.get(&key).copied().unwrap_or(0) } else { 0 };
        for (index, item) in list.items.iter_mut().enumerate() {
            let number = first + index + 1;
            let mut own = path.to_vec();
            if list.marker == Marker::Decimal {
                own.push(number);
            }
            self.last.insert(key, number);
            item.label = label(list.marker, number, &own);
            if let Some(anchor) = &item.anchor {
                self.targets.add(anchor, bare(&item.label));
            }
            self.blocks(&mut item.blocks, &own);
        }
    }

    /// Charts and pictures are counted together.
    fn figure(&mut self, caption: &mut Option<Paragraph>, anchor: Option<&Anchor>) {
        let Some(caption) = caption else { return };
        self.figures += 1;
        let number = self.figures.to_string();
        if let Some(anchor) = anchor {
            self.targets.add(anchor, number.clone());
        }
        for inline in &mut caption.content {
            super::reference::set_own_number(inline, &number);
        }
    }

    fn table(&mut self, table: &mut Table) {
        if table.caption.is_none() {
            return;
        }
        self.tables += 1;
        let number = self.tables.to_string();
        if let Some(anchor) = &table.anchor {
            self.targets.add(anchor, number.clone());
        }
        for paragraph in
            table.caption.iter_mut().chain(&mut table.continuation).chain(table.ending.as_deref_mut())
        {
            for inline in &mut paragraph.content {
                super::reference::set_own_number(inline, &number);
            }
        }
    }
}

/// The mark of an item, e.g. `2.1.`.
pub fn label(marker: Marker, number: usize, path: &[usize]) -> String {
    match marker {
        Marker::Decimal => path.iter().map(|number| format!("{number}.")).collect(),
        Marker::Parenthesis => format!("{number})"),
        Marker::Letter => format!("{})", letters(number)),
        Marker::Dash => "–".to_owned(),
        Marker::Hyphen => "-".to_owned(),
        Marker::Dot => "·".to_owned(),
        Marker::Bullet => "•".to_owned(),
        Marker::None => String::new(),
    }
}

/// а, б, … я, аа, бб, … as word processors go on.
fn letters(number: usize) -> String {
    let letter = LETTERS[(number - 1) % LETTERS.len()];
    letter.repeat((number - 1) / LETTERS.len() + 1)
}

/// A mark as a reference prints it: without its last dot or bracket.
fn bare(label: &str) -> String {
    label.trim_end_matches(['.', ')']).to_owned()
}

/// The number in a heading's first line, such as «Приложение № 2»; where there is none, nothing for
/// an appendix, which is the only one, and the whole heading for anything else.
fn heading_number(anchor: &Anchor, text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let digits: String =
        line.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    match digits.is_empty() {
        true if anchor.kind == AnchorKind::Appendix => String::new(),
        true => text.to_owned(),
        false => digits,
    }
}

/// Whether an inline is the number of its own table.
pub fn is_own_number(inline: &Inline) -> bool {
    matches!(inline, Inline::Reference { target, .. } if target.name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_leave_out_what_is_easily_mistaken() {
        let marks: Vec<String> = (1..=27).map(letters).collect();
        assert_eq!(marks[8..11], ["к", "л", "м"]);
        assert_eq!(marks[24..], ["я", "аа", "бб"]);
    }

    #[test]
    fn decimal_marks_carry_the_numbers_around_them() {
        assert_eq!(label(Marker::Decimal, 3, &[2, 1, 3]), "2.1.3.");
        assert_eq!(bare("2.1.3."), "2.1.3");
    }
}
