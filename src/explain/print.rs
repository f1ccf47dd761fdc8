//! An explanation as it is read.

use super::{CellsKind, Change, Explanation, Node, Spot, Subject};
use crate::document::{Like, Within};
use crate::indicators::{Indicator, Quantity};
use crate::pipeline::Stand;
use crate::russian::typography::one_line;
use crate::source::{Language, Sources};
use std::fmt::Write;

/// The explanation in words, lines of at most one fact.
pub fn to_text(explanation: &Explanation<'_>, sources: &Sources, language: Language) -> String {
    let mut text = Text { out: String::new(), sources, language };
    text.subject(&explanation.subject);
    if let Some(origin) = &explanation.origin {
        text.head("откуда", "where it comes from");
        text.tree(origin, 1);
    }
    if let Some(previous) = &explanation.previous {
        text.head("год назад", "a year before");
        text.tree(previous, 1);
    }
    text.dependents(explanation);
    let of = |change: Change| -> Vec<Spot<'_>> {
        explanation.spots.iter().filter(|spot| spot.change == change).copied().collect()
    };
    text.head("где стоит", "where it stands");
    text.spots(&of(Change::Value));
    let forms = of(Change::Form);
    if !forms.is_empty() {
        text.head(
            "где может измениться только вид: знаки после запятой и группы цифр в таблице, время доклада",
            "where only the form may change: decimals and groups of digits in a table, times of a report",
        );
        text.spots(&forms);
    }
    text.out
}

struct Text<'a> {
    out: String,
    sources: &'a Sources,
    language: Language,
}

impl Text<'_> {
    fn pick<'t>(&self, ru: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Russian => ru,
            Language::English => en,
        }
    }

    fn line(&mut self, line: &str) {
        // Writing to a string does not fail.
        let _ = writeln!(self.out, "{}", line.trim_end());
    }

    fn head(&mut self, ru: &str, en: &str) {
        let head = format!("\n{}", self.pick(ru, en));
        self.line(&head);
    }

    fn subject(&mut self, subject: &Subject<'_>) {
        let name = subject.name(self.sources, self.language);
        match subject {
            Subject::Indicator(indicator) => self.indicator(indicator),
            Subject::Table(_, table) => {
                let count = table.grid().cells().count();
                let line = format!("{name} – {} {count}", self.pick("таблица; ячеек:", "a table; cells:"));
                self.line(&line);
            }
            Subject::Previous(indicator) => {
                let value = indicator.previous.as_ref().map(quantity).unwrap_or_default();
                self.line(&format!("{name} = {value}"));
            }
            Subject::Cells(cells) => {
                let kind = match cells.kind {
                    CellsKind::Row => self.pick("строка; ячеек:", "a row; cells:"),
                    CellsKind::Column => self.pick("столбец; ячеек:", "a column; cells:"),
                    CellsKind::File => self.pick("файл; ячеек:", "a file; cells:"),
                };
                let line = format!("{name} – {kind} {}", cells.cells.len());
                self.line(&line);
            }
            Subject::Cell(place, table) => {
                self.line(&name);
                let Some((table_name, table)) = table else { return };
                let Some(cell) = table.grid().cells().find(|cell| cell.place == *place) else { return };
                let heads = table.heads_of(cell).map(|(row, column)| {
                    format!(" / {} / {}", row.path.join(" / "), column.path.join(" / "))
                });
                let line = format!("  {table_name}{}: {}", heads.unwrap_or_default(), cell.text.trim());
                self.line(&line);
            }
        }
    }

    fn indicator(&mut self, indicator: &Indicator) {
        let title = indicator.title.as_ref().map_or(String::new(), |title| format!(" – {title}"));
        self.line(&format!("{}{title}", indicator.name));
        let decimals = match indicator.decimals {
            Some(decimals) => decimals.get().to_string(),
            None => self.pick("не объявлено", "not declared").to_owned(),
        };
        let facts = [
            (self.pick("значение", "value"), quantity(&indicator.value)),
            (self.pick("знаков при печати", "decimals printed"), decimals),
            (self.pick("определён", "defined"), self.sources.describe(&indicator.place, self.language)),
        ];
        let width = facts.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        for (name, value) in facts {
            self.line(&format!("  {name:width$}  {value}"));
        }
    }

    fn tree(&mut self, node: &Node, depth: usize) {
        let value = node.value.as_ref().map_or(String::new(), |value| format!(" = {}", quantity(value)));
        let place = node
            .place
            .as_ref()
            .map_or(String::new(), |place| format!("   [{}]", self.sources.describe(place, self.language)));
        let text = one_line(&node.text);
        // A number stands for itself.
        let value = if value == format!(" = {text}") { String::new() } else { value };
        self.line(&format!("{}{text}{value}{place}", "  ".repeat(depth)));
        node.parts.iter().for_each(|part| self.tree(part, depth + 1));
    }

    fn dependents(&mut self, explanation: &Explanation<'_>) {
        if explanation.dependents.is_empty() {
            return;
        }
        match explanation.subject {
            Subject::Indicator(_) => self.head("от него зависят", "what rests on it"),
            _ => self.head("какие показатели изменятся", "which indicators would change"),
        }
        for one in &explanation.dependents {
            self.line(&format!("  {} = {}", one.name, quantity(&one.value)));
        }
    }

    fn spots(&mut self, spots: &[Spot<'_>]) {
        if spots.is_empty() {
            let none = format!("  {}", self.pick("ни в одном документе", "in no document"));
            return self.line(&none);
        }
        let rows = self.rows(spots);
        let width =
            |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max();
        for row in &rows {
            let cells: Vec<String> = row
                .iter()
                .enumerate()
                .filter(|(at, _)| width(*at) != Some(0))
                .map(|(at, cell)| format!("{cell:width$}", width = width(at).unwrap_or(0)))
                .collect();
            self.line(&format!("  {}", cells.join("  ")));
        }
    }

    /// The rows of the list; the cells of one printed table are told of in one row, and so are the
    /// times of one document.
    fn rows(&self, spots: &[Spot<'_>]) -> Vec<[String; 5]> {
        let mut rows: Vec<([String; 5], Option<Counted>, usize)> = Vec::new();
        for spot in spots {
            let (row, counted) = (self.row(spot), Counted::of(spot));
            match rows.last_mut() {
                Some((last, Some(Counted::Cells), count))
                    if counted == Some(Counted::Cells) && last[..3] == row[..3] =>
                {
                    *count += 1;
                    last[3] = format!("{} {count}", self.pick("ячеек:", "cells:"));
                    last[4] = String::new();
                }
                Some((last, Some(Counted::Times), count))
                    if counted == Some(Counted::Times) && last[0] == row[0] =>
                {
                    *count += 1;
                    last[1] = String::new();
                    last[2] = self.pick("время доклада", "times of the report").to_owned();
                    last[3] = format!("{} {count}", self.pick("мест:", "places:"));
                    last[4] = String::new();
                }
                _ => rows.push((row, counted, 1)),
            }
        }
        rows.into_iter().map(|(row, ..)| row).collect()
    }

    /// The table or the chart that a place is a part of, by its caption where it has one.
    fn table(&self, stand: &Stand) -> Option<String> {
        let (kind, is_named) = match stand.around.within {
            Within::Text => return stand.around.table.as_deref().map(short),
            Within::Table => (self.pick("таблица", "table"), true),
            Within::Chart(_) | Within::ChartPart(_) => (self.pick("диаграмма", "chart"), false),
        };
        Some(match stand.around.table.as_deref() {
            Some(caption) if is_named => short(caption),
            Some(caption) => format!("{kind} «{}»", short(caption)),
            None => kind.to_owned(),
        })
    }

    /// Document, page, what stands around, what is printed, where that is written.
    fn row(&self, spot: &Spot<'_>) -> [String; 5] {
        let stand = spot.stand;
        let sheet =
            if stand.around.slide { self.pick("слайд", "slide") } else { self.pick("стр.", "p.") };
        let page = stand.page.map_or(String::new(), |page| format!("{sheet} {page}"));
        let clause =
            stand.around.clause.as_deref().map(|clause| format!("{} {clause}", self.pick("п.", "clause")));
        let table = self.table(stand);
        let heading = stand.around.heading.as_deref().map(|heading| format!("«{}»", short(heading)));
        // On a slide the heading says more than the clause of a text would.
        let first = clause.or(heading.filter(|_| stand.around.slide || table.is_none()));
        let around = [first, table].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let printed = one_line(&stand.printed);
        let place = self.sources.describe(&stand.place, self.language);
        [spot.document.to_owned(), page, around, format!("«{}»", short(&printed)), place]
    }
}

/// What is told of in one row, several of them beside each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    Cells,
    Times,
}

impl Counted {
    fn of(spot: &Spot<'_>) -> Option<Counted> {
        match (&spot.stand.figure, spot.stand.around.within) {
            (Some(figure), _) => matches!(figure.like, Like::Text(_)).then_some(Counted::Times),
            (None, within) => (within == Within::Table).then_some(Counted::Cells),
        }
    }
}

/// At most 48 characters of a text.
fn short(text: &str) -> String {
    match text.char_indices().nth(48) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// A number with all its digits, and its unit.
pub(super) fn quantity(quantity: &Quantity) -> String {
    let digits = quantity.value.normalize().to_string().replace('.', ",");
    match quantity.unit.as_ref().map(|unit| unit.written()) {
        Some(unit) if !unit.is_empty() => format!("{digits} {unit}"),
        _ => digits,
    }
}
