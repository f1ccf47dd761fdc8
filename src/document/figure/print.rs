//! One call that is being printed: its arguments, and what is said of wrong ones.

use super::helper::{self, HELPERS};
use super::{Figures, Refusal};
use crate::document::messages as say;
use crate::indicators::{Indicator, Quantity};
use crate::pack::read::advice;
use crate::russian::Explain;
use crate::russian::number::{self, NumberStyle, TrailingZeros};
use crate::russian::plural::Forms;
use crate::source::{Finding, Message, Place, SourceText};
use crate::text::{Argument, Call};

/// What a call prints and rests on.
#[derive(Debug, Default)]
pub(super) struct Printed {
    /// What is printed.
    pub text: String,
    /// The indicators that it shows.
    pub indicators: Vec<String>,
    /// What these rest on.
    pub cells: Vec<Place>,
}

/// One call that is being printed.
pub(super) struct Print<'p, 'a> {
    pub figures: &'p Figures<'a>,
    pub call: &'p Call,
    pub source: &'p SourceText,
}

impl Print<'_, '_> {
    pub(super) fn run(&self) -> Result<Printed, Refusal> {
        let head = self.call.head();
        let known = helper::of_name(&head.text);
        // An indicator may have a helper's name; alone between the braces it is the indicator.
        let own = self.figures.indicators.get(&head.text);
        match (known, own) {
            (_, Some(_)) if self.arguments().is_empty() => self.plain(),
            (Some(_), None)
                if self.arguments().is_empty() && self.figures.indicators.has_failed(&head.text) =>
            {
                Err(None)
            }
            (Some(helper), _) => (helper.print)(self),
            (None, _) if self.arguments().is_empty() => self.plain(),
            (None, _) => Err(self.no_helper()),
        }
    }

    /// The arguments that are not options.
    pub(super) fn arguments(&self) -> Vec<&Argument> {
        self.call.arguments().iter().filter(|word| word.quoted || !word.text.contains('=')).collect()
    }

    pub(super) fn option(&self, ru: &str, en: &str) -> Option<&str> {
        let words = self.call.arguments().iter().filter(|word| !word.quoted);
        let mut pairs = words.filter_map(|word| word.text.split_once('='));
        pairs.find(|(name, _)| *name == ru || *name == en).map(|(_, value)| value)
    }

    pub(super) fn finding(&self, message: &'static Message, at: &Argument) -> Finding {
        Finding::new(message).at(self.source.span(at.range.clone()))
    }

    pub(super) fn whole(&self, message: &'static Message) -> Finding {
        Finding::new(message).at(self.source.span(self.call.range.clone()))
    }

    pub(super) fn usage(&self) -> Refusal {
        let head = &self.call.head().text;
        let helper = helper::of_name(head)?;
        Some(Box::new(
            self.whole(&say::HELPER_ARGUMENTS)
                .arg("helper", head.clone())
                .arg("usage", (helper.usage_ru, helper.usage_en)),
        ))
    }

    pub(super) fn no_helper(&self) -> Refusal {
        let head = self.call.head();
        let english = head.text.is_ascii();
        let names = || HELPERS.iter().map(move |helper| if english { helper.en } else { helper.ru });
        let known = advice(&head.text, names, ("", ""));
        let finding =
            self.finding(&say::UNKNOWN_HELPER, head).arg("name", head.text.clone()).arg("known", known);
        Some(Box::new(finding))
    }

    pub(super) fn indicator(&self, word: &Argument) -> Result<&Indicator, Refusal> {
        match self.figures.indicators.get(&word.text) {
            Some(indicator) => Ok(indicator),
            None if self.figures.indicators.has_failed(&word.text) => Err(None),
            None => Err(Some(Box::new(self.undefined(word)))),
        }
    }

    pub(super) fn undefined(&self, word: &Argument) -> Finding {
        let near = self.figures.indicators.near(&word.text);
        let hint = match near.first() {
            Some(near) => (
                format!("вы написали `{}`; возможно, `{near}`?", word.text),
                format!("you wrote `{}`; perhaps `{near}`?", word.text),
            ),
            None => (
                format!("допишите `{}` в `показатели:` или строкой в лист показателей", word.text),
                format!("add `{}` to `indicators:`, or as a row of the sheet of indicators", word.text),
            ),
        };
        self.finding(&say::UNDEFINED, word).arg("name", word.text.clone()).arg("known", hint)
    }

    /// The indicator that the first argument names, and the other arguments.
    pub(super) fn first(&self) -> Result<(&Indicator, Vec<&Argument>), Refusal> {
        let mut arguments = self.arguments();
        if arguments.is_empty() {
            return Err(self.usage());
        }
        let first = arguments.remove(0);
        Ok((self.indicator(first)?, arguments))
    }

    /// How a figure is written: with the decimals of the call, else of its indicator.
    pub(super) fn style(&self, decimals: Option<u32>) -> NumberStyle {
        let own = self.option("знаков", "decimals").and_then(|value| value.parse().ok());
        let style = NumberStyle { zeros: TrailingZeros::Keep, ..self.figures.number_style() };
        style.with_decimals(own.or(decimals))
    }

    /// A quantity in digits; per cent carry their sign, other units are the author's words.
    pub(super) fn digits(&self, quantity: &Quantity, of: &Indicator) -> Result<String, Refusal> {
        let style = self.style(of.decimals);
        if style.decimals.or_else(|| number::own_decimals(quantity.value)).is_none() {
            let finding = self.whole(&say::NO_DECIMALS).arg("name", of.name.clone());
            return Err(Some(Box::new(finding.label(of.place.clone(), ("показатель", "the indicator")))));
        }
        Ok(match quantity.is_percent() {
            true => number::format_percent(quantity.value, &style),
            false => number::format(quantity.value, &style),
        })
    }

    pub(super) fn forms(&self, word: &Argument) -> Result<Forms, Refusal> {
        Forms::parse(&word.text).map_err(|error| self.bad_words(word, error.explain()))
    }

    pub(super) fn bad_words(&self, word: &Argument, why: (String, String)) -> Refusal {
        let finding = self.finding(&say::BAD_FORMS, word).arg("text", word.text.clone()).arg("why", why);
        Some(Box::new(finding))
    }

    pub(super) fn too_large(&self) -> Refusal {
        let why = ("больше 28 цифр", "more than 28 digits");
        Some(Box::new(self.whole(&say::TOO_LARGE).arg("why", why)))
    }

    pub(super) fn zero(&self, name: &str) -> Refusal {
        Some(Box::new(self.whole(&say::DIVISION_BY_ZERO).arg("name", name)))
    }
}

/// A printed text with the indicators that it shows.
pub(super) fn printed(text: String, indicators: &[&Indicator]) -> Printed {
    let mut cells: Vec<Place> = Vec::new();
    for place in indicators.iter().flat_map(|indicator| &indicator.cells) {
        if !cells.contains(place) {
            cells.push(place.clone());
        }
    }
    Printed { text, indicators: indicators.iter().map(|indicator| indicator.name.clone()).collect(), cells }
}
