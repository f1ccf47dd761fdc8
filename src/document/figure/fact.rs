//! Facts of the pack that are no indicators: cells, dates, school years, deadlines.

use super::Refusal;
use super::print::{Print, Printed};
use crate::document::Like;
use crate::document::messages as say;
use crate::document::table_numbers::{TableNumbers, is_year};
use crate::pack::read::{NO_TABLES, advice, nearest};
use crate::russian::decimals::Decimals;
use crate::russian::number;
use crate::source::{Finding, Place};
use crate::tables::{Cell, Number, Table, Value, Words};
use crate::text::Argument;

impl Print<'_, '_> {
    pub(super) fn cell(&self) -> Result<Printed, Refusal> {
        let arguments = self.arguments();
        let [name, row, column] = arguments.as_slice() else { return Err(self.usage()) };
        let Some(table) = self.figures.table(&name.text) else {
            if self.figures.is_unusable_table(&name.text) {
                return Err(Vec::new());
            }
            let known = advice(&name.text, || self.figures.table_names(), NO_TABLES);
            let finding = self.finding(&say::UNKNOWN_TABLE, name).arg("name", name.text.clone());
            return Err(vec![finding.arg("known", known)]);
        };
        let words = |word: &Argument| Words::new(word.text.clone(), self.source.span(word.range.clone()));
        let cell = table.cell(&words(row), &words(column)).map_err(|finding| vec![finding])?;
        let text = self.cell_text(table, cell)?;
        let like = Like::Table(table.name.clone());
        Ok(Printed { text, cells: vec![cell.place.clone()], like, ..Printed::default() })
    }

    pub(super) fn cell_text(&self, table: &Table, cell: &Cell) -> Result<String, Refusal> {
        let refuse = |finding: Finding| vec![finding.at(self.source.span(self.call.range.clone()))];
        match &cell.value {
            Value::Number(number) => Ok(self.number_of_cell(table, cell, number)),
            Value::Text | Value::Date(_) => cell.shown().map(str::to_owned).map_err(refuse),
            _ => cell.number().map(|_| String::new()).map_err(refuse),
        }
    }

    /// A number with the decimals that its table gives it, so that a cell reads alike in a sentence
    /// and in the table beside it.
    fn number_of_cell(&self, table: &Table, cell: &Cell, number: &Number) -> String {
        let decimals = TableNumbers::of(table, self.figures.number_style()).decimals(cell, number);
        let style = self.style(Decimals::new(decimals));
        match number.percent {
            _ if is_year(table, cell) => number.value.normalize().to_string(),
            true => number::format_percent(number.value, &style),
            false => number::format(number.value, &style),
        }
    }

    pub(super) fn date(&self) -> Result<Printed, Refusal> {
        match &self.figures.facts.conference.date {
            Some(date) => Ok(fact(date.printed(), Place::Text(date.span))),
            None => Err(self.no_fact("дата", "date")),
        }
    }

    pub(super) fn school_year(&self) -> Result<Printed, Refusal> {
        let Some(given) = &self.figures.facts.conference.school_year else {
            return Err(self.no_fact("учебный_год", "school_year"));
        };
        let year = match self.arguments().first().map(|word| word.text.as_str()) {
            None => given.year,
            Some("следующий" | "next") => given.year.next(),
            Some("прошлый" | "previous") => given.year.previous(),
            Some(other) => return Err(self.no_such_year(other)),
        };
        Ok(fact(year.print(given.form), Place::Text(given.span)))
    }

    /// A word behind `учебный_год` that is none of those it knows.
    fn no_such_year(&self, word: &str) -> Refusal {
        const WORDS: [(&str, &str); 2] = [("следующий", "next"), ("прошлый", "previous")];
        let name = |(ru, en): (&'static str, &'static str)| if self.is_english() { en } else { ru };
        let near = nearest(word, WORDS.into_iter().map(name)).unwrap_or_else(|| name(WORDS[0]).to_owned());
        let head = self.call.head().text.as_str();
        let finding = self.whole(&say::HELPER_ARGUMENTS).arg("helper", head);
        vec![finding.arg("usage", format!("{{{{{head} {near}}}}}"))]
    }

    pub(super) fn no_fact(&self, ru: &str, en: &str) -> Refusal {
        vec![self.whole(&say::NO_CONFERENCE_FACT).arg("key", (ru, en))]
    }

    pub(super) fn deadline(&self) -> Result<Printed, Refusal> {
        let arguments = self.arguments();
        let [name] = arguments.as_slice() else { return Err(self.usage()) };
        match self.figures.deadline(&name.text, self.source.source()) {
            Some((text, place)) => Ok(fact(text.clone(), place.clone())),
            None => {
                let names = || self.figures.deadlines.keys().copied();
                let none = (
                    "допишите нужному пункту `id:` и `срок:`",
                    "give the clause that is meant `id:` and `due:`",
                );
                let known = advice(&name.text, names, none);
                let finding = self.finding(&say::NO_DEADLINE, name).arg("name", name.text.clone());
                Err(vec![finding.arg("known", known)])
            }
        }
    }
}

/// A fact of the pack that is no figure.
fn fact(text: String, place: Place) -> Printed {
    Printed { text, cells: vec![place], ..Printed::default() }
}
