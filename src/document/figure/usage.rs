//! How a call should be written, with names of this pack: what is advised can be copied.

use super::helper::{self, Helper};
use super::print::Print;
use crate::indicators::Indicator;
use crate::text::Argument;

impl Print<'_, '_> {
    /// The helper's example in the user's own words.
    pub(super) fn example(&self, helper: &Helper) -> String {
        let english = self.is_english();
        let example = match helper.example {
            "следующий" if english => "next",
            other => other,
        };
        let filled = match example.split_once('>') {
            Some((mark, rest)) => format!("{}{rest}", self.sample(mark.trim_start_matches('<'))),
            None => example.to_owned(),
        };
        format!("{{{{{} {filled}", helper.name(english)).trim_end().to_owned() + "}}"
    }

    /// Names of the pack for a mark of an example.
    fn sample(&self, mark: &str) -> String {
        let english = self.is_english();
        let either = |ru: &str, en: &str| if english { en.to_owned() } else { ru.to_owned() };
        let one = self.meant();
        match (mark, one) {
            ("cell", _) => self
                .sample_cell()
                .unwrap_or(either("бюджет \"строка\" \"столбец\"", "budget \"row\" \"column\"")),
            ("clause", _) => {
                let known = self.figures.deadlines.keys().next();
                known.map_or_else(|| either("имя_пункта", "clause_name"), |name| (*name).to_owned())
            }
            ("share", Some(one)) => {
                let whole = self.comparable(one, |other| !other.value.value.is_zero());
                let whole = self.second().or(whole);
                let whole =
                    whole.map_or_else(|| either("участники", "contestants"), |other| other.name.clone());
                format!("{} {whole}", one.name)
            }
            ("share", None) => either("победители участники", "winners contestants"),
            ("pair", Some(one)) => self.pair_of(one),
            (_, Some(one)) => one.name.clone(),
            (_, None) => either("ученики", "pupils"),
        }
    }

    /// An indicator that can be compared: by itself, where it has a previous value.
    fn pair_of(&self, one: &Indicator) -> String {
        match self.second().or_else(|| self.comparable(one, |_| one.previous.is_none())) {
            Some(other) => format!("{} {}", one.name, other.name),
            None => one.name.clone(),
        }
    }

    /// The first other indicator that can stand beside one and is `wanted`.
    pub(super) fn comparable(
        &self,
        one: &Indicator,
        wanted: impl Fn(&Indicator) -> bool,
    ) -> Option<&Indicator> {
        let fits = |other: &&Indicator| {
            other.name != one.name && other.value.in_unit(one.unit()).is_some() && wanted(other)
        };
        self.figures.indicators.iter().find(fits)
    }

    /// The indicator that the call names; where it names none, the pack's first one.
    fn meant(&self) -> Option<&Indicator> {
        let named = self.arguments().into_iter().find_map(|word| self.figures.indicators.get(&word.text));
        named.or_else(|| self.figures.indicators.iter().next())
    }

    /// The second indicator that the call names.
    fn second(&self) -> Option<&Indicator> {
        let arguments = self.arguments();
        let second = arguments.get(1).filter(|word| !word.quoted)?;
        self.figures.indicators.get(&second.text)
    }

    /// The first cell with a number of the table that the call names, else of the pack's first.
    fn sample_cell(&self) -> Option<String> {
        let named = self
            .arguments()
            .first()
            .and_then(|word| self.figures.table(&word.text).map(|table| (word.text.as_str(), table)));
        let first = || self.figures.table_names().find_map(|name| Some((name, self.figures.table(name)?)));
        let (name, table) = named.or_else(first)?;
        let places = (0..table.rows().len())
            .flat_map(|row| (table.header_columns()..table.columns().len()).map(move |column| (row, column)));
        let (row, column) = places
            .filter(|(row, column)| table.get(*row, *column).is_some_and(|cell| cell.number().is_ok()))
            .find_map(|(row, column)| Some((table.rows().get(row)?, table.columns().get(column)?)))?;
        Some(format!("{name} \"{}\" \"{}\"", row.words(), column.words()))
    }

    /// The call without some of its words.
    pub(super) fn without(&self, left_out: impl Fn(&Argument) -> bool) -> String {
        let words = self.call.words.iter().filter(|word| !left_out(word)).map(Argument::written);
        format!("{{{{{}}}}}", words.collect::<Vec<_>>().join(" "))
    }

    /// The call with another indicator behind the first, where a helper compares the two.
    pub(super) fn beside(&self, one: &Indicator) -> Option<String> {
        helper::of_name(&self.call.head().text).filter(|helper| helper.example.starts_with("<pair>"))?;
        let other = self.comparable(one, |_| true)?;
        let mut words: Vec<String> = self.call.words.iter().map(Argument::written).collect();
        words.insert(2.min(words.len()), other.name.clone());
        Some(format!("{{{{{}}}}}", words.join(" ")))
    }

    /// Whether the call is written in English.
    pub(super) fn is_english(&self) -> bool {
        self.call.head().text.is_ascii()
    }
}
