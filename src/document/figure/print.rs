//! One call that is being printed: its arguments, and what is said of wrong ones.

use super::helper::{self, Form, HELPERS, PLAIN};
use super::option::{CallOption, DECIMALS, Given};
use super::{Figures, Refusal};
use crate::document::messages as say;
use crate::indicators::{Indicator, Quantity};
use crate::pack::read::advice;
use crate::russian::Explain;
use crate::russian::decimals::Decimals;
use crate::russian::number::{self, NumberStyle};
use crate::russian::plural::{Forms, FormsError};
use crate::source::{Finding, Message, Place, SourceText};
use crate::text::{Argument, Call};

/// What a call prints and rests on.
#[derive(Debug, Default)]
pub(super) struct Printed {
    /// What is printed.
    pub text: String,
    /// The indicators that it shows.
    pub indicators: Vec<String>,
    /// What it shows beside them.
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
        let head = &self.call.head().text;
        let indicators = self.figures.indicators;
        let own = indicators.get(head).is_some() || indicators.has_failed(head);
        let alone = self.arguments().is_empty();
        match helper::of_name(head) {
            // An indicator may have a helper's name; alone between the braces it is the indicator.
            Some(helper) if !(own && alone) => {
                self.fits(&helper.form)?;
                (helper.print)(self)
            }
            _ if own || alone => {
                self.indicator(self.call.head())?;
                self.fits(&PLAIN)?;
                self.plain()
            }
            _ => Err(self.no_helper()),
        }
    }

    /// Whether the call has the words and options that its first word takes.
    fn fits(&self, form: &Form) -> Result<(), Refusal> {
        for given in self.call.arguments().iter().filter_map(Given::of) {
            match form.options.iter().find(|option| option.is(given.name)) {
                None if given.name.is_empty() => return Err(self.parted_option(given, form)),
                None => return Err(self.unknown_option(given, form)),
                Some(option) if !option.takes.accepts(given.value) => {
                    return Err(self.bad_option(given, option));
                }
                Some(_) => {}
            }
        }
        let arguments = self.arguments();
        match arguments.get(form.most) {
            _ if arguments.len() < form.least => Err(self.usage()),
            Some(first) => Err(self.extra(first)),
            None => Ok(()),
        }
    }

    /// The arguments that are not options.
    pub(super) fn arguments(&self) -> Vec<&Argument> {
        self.call.arguments().iter().filter(|word| Given::of(word).is_none()).collect()
    }

    /// What an option was given, if it was.
    pub(super) fn option(&self, option: &CallOption) -> Option<&str> {
        let mut given = self.call.arguments().iter().filter_map(Given::of);
        given.find(|given| option.is(given.name)).map(|given| given.value)
    }

    fn unknown_option(&self, given: Given<'_>, form: &Form) -> Refusal {
        let english = self.is_english();
        let names = || form.options.iter().map(move |option| option.name(english));
        let none = ("уберите её: здесь настроек нет", "leave it out: there are no options here");
        let known = advice(given.name, names, none);
        let finding = self.finding(&say::UNKNOWN_OPTION, given.word).arg("name", given.name);
        Some(Box::new(finding.arg("head", self.call.head().text.clone()).arg("known", known)))
    }

    /// An option with blanks around its `=`.
    fn parted_option(&self, given: Given<'_>, form: &Form) -> Refusal {
        let english = self.is_english();
        let mut options = form.options.iter();
        let examples = options.next().map(|option| option.takes.examples(option.name(english), english))?;
        let why = ("вокруг `=` пробелов не бывает", "no blanks stand around `=`");
        let finding = self.finding(&say::BAD_OPTION, given.word).arg("text", given.word.text.clone());
        Some(Box::new(finding.arg("expected", why).arg("examples", examples)))
    }

    fn bad_option(&self, given: Given<'_>, option: &CallOption) -> Refusal {
        let examples = option.takes.examples(given.name, self.is_english());
        let finding = self.finding(&say::BAD_OPTION, given.word).arg("text", given.word.text.clone());
        Some(Box::new(finding.arg("expected", option.takes.expected()).arg("examples", examples)))
    }

    /// A word that nothing asks for.
    pub(super) fn extra(&self, extra: &Argument) -> Refusal {
        let without = self.without(|word| Given::of(word).is_none() && word.range.start >= extra.range.start);
        let finding = self.finding(&say::EXTRA_ARGUMENT, extra).arg("word", extra.text.clone());
        Some(Box::new(finding.arg("call", without)))
    }

    pub(super) fn finding(&self, message: &'static Message, at: &Argument) -> Finding {
        Finding::new(message).at(self.source.span(at.range.clone()))
    }

    pub(super) fn whole(&self, message: &'static Message) -> Finding {
        Finding::new(message).at(self.source.span(self.call.range.clone()))
    }

    pub(super) fn usage(&self) -> Refusal {
        let head = &self.call.head().text;
        let usage = self.example(helper::of_name(head)?);
        let finding = self.whole(&say::HELPER_ARGUMENTS).arg("helper", head.clone());
        Some(Box::new(finding.arg("usage", usage)))
    }

    pub(super) fn no_helper(&self) -> Refusal {
        let head = self.call.head();
        let english = self.is_english();
        let names = || HELPERS.iter().map(move |helper| helper.name(english));
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
        let near = self.figures.near(&word.text);
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
    pub(super) fn style(&self, decimals: Option<Decimals>) -> NumberStyle {
        let own = self.option(&DECIMALS).and_then(Decimals::parse);
        self.figures.style(own.or(decimals))
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

    /// The forms of a word that `parse` reads.
    pub(super) fn forms(
        &self,
        word: &Argument,
        parse: fn(&str) -> Result<Forms, FormsError>,
    ) -> Result<Forms, Refusal> {
        parse(&word.text).map_err(|error| self.bad_words(word, error.explain()))
    }

    pub(super) fn bad_words(&self, word: &Argument, why: (String, String)) -> Refusal {
        let usage = self.example(helper::of_name(&self.call.head().text)?);
        let finding = self.finding(&say::BAD_FORMS, word).arg("text", word.text.clone()).arg("why", why);
        Some(Box::new(finding.arg("usage", usage)))
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
    let indicators = indicators.iter().map(|indicator| indicator.name.clone()).collect();
    Printed { text, indicators, cells: Vec::new() }
}
