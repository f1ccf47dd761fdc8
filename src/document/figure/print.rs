//! One call that is being printed: its arguments, and what is said of wrong ones.

use super::helper::{self, Form, HELPERS, PLAIN};
use super::option::{CallOption, DECIMALS, Given};
use super::usage::written;
use super::{Figures, Refusal};
use crate::document::Like;
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
    /// The indicators whose values it shows.
    pub indicators: Vec<String>,
    /// The indicators whose previous values it shows.
    pub previous: Vec<String>,
    /// What it shows beside them.
    pub cells: Vec<Place>,
    /// What else decides how it is written.
    pub like: Like,
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
            Some(helper) if !(own && alone) => self.fitting(&helper.form, helper.print),
            _ if own || alone => self.fitting(&PLAIN, |print| print.plain()),
            _ => Err(self.no_helper()),
        }
    }

    /// Prints a call whose words and options are those that its first word takes. One mistake does
    /// not hide another: what is left without the words that do not fit is looked at too.
    fn fitting(
        &self,
        form: &Form,
        print: fn(&Print<'_, '_>) -> Result<Printed, Refusal>,
    ) -> Result<Printed, Refusal> {
        let mut refusal = self.misfits(form);
        if refusal.is_empty() {
            return print(self);
        }
        let most = self.arguments().get(form.most).map_or(usize::MAX, |extra| extra.range.start);
        let fits = |word: &&Argument| match Given::of(word) {
            Some(given) => self.misfit(given, form).is_empty(),
            None => word.range.start < most,
        };
        let left = || Call {
            words: self.call.words.iter().filter(fits).cloned().collect(),
            range: self.call.range.clone(),
        };
        let call = self.joined().unwrap_or_else(left);
        let further = print(&Print { call: &call, ..*self }).err().unwrap_or_default();
        let said: Vec<&str> = refusal.iter().map(|finding| finding.message.code).collect();
        let new: Refusal = further.into_iter().filter(|new| !said.contains(&new.message.code)).collect();
        refusal.extend(new);
        Err(refusal)
    }

    /// What is wrong with the number of the words and with the options.
    fn misfits(&self, form: &Form) -> Refusal {
        let given = self.call.arguments().iter().filter_map(Given::of);
        let mut refusal: Refusal = given.flat_map(|given| self.misfit(given, form)).collect();
        let arguments = self.arguments();
        let is_parted = self.call.arguments().iter().filter_map(Given::of).any(|given| given.name.is_empty());
        refusal.extend(match arguments.get(form.most) {
            // What stands around a lone `=` is the option.
            _ if is_parted => Vec::new(),
            _ if arguments.len() < form.least => self.usage(),
            Some(first) => self.extra(first),
            None => Vec::new(),
        });
        refusal
    }

    /// What is wrong with an option; nothing with one that the first word takes.
    fn misfit(&self, given: Given<'_>, form: &Form) -> Refusal {
        match form.options.iter().find(|option| option.is(given.name)) {
            None if given.name.is_empty() => self.parted_option(given, form),
            None => self.unknown_option(given, form),
            Some(option) if !option.takes.accepts(given.value) => self.bad_option(given, option),
            Some(_) => Vec::new(),
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
        vec![finding.arg("head", self.call.head().text.clone()).arg("known", known)]
    }

    /// An option with blanks around its `=`.
    fn parted_option(&self, given: Given<'_>, form: &Form) -> Refusal {
        let english = self.is_english();
        let examples = form
            .options
            .first()
            .map_or_else(String::new, |option| option.takes.examples(option.name(english), english));
        let why = ("вокруг `=` пробелов не бывает", "no blanks stand around `=`");
        let finding = self.finding(&say::BAD_OPTION, given.word).arg("text", given.word.text.clone());
        vec![finding.arg("expected", why).arg("examples", examples)]
    }

    fn bad_option(&self, given: Given<'_>, option: &CallOption) -> Refusal {
        let examples = option.takes.examples(given.name, self.is_english());
        let finding = self.finding(&say::BAD_OPTION, given.word).arg("text", given.word.text.clone());
        vec![finding.arg("expected", option.takes.expected()).arg("examples", examples)]
    }

    /// A word that nothing asks for.
    pub(super) fn extra(&self, extra: &Argument) -> Refusal {
        if let Some(joined) = self.joined() {
            let finding = self.whole(&say::FORMS_APART).arg("helper", self.call.head().text.clone());
            return vec![finding.arg("usage", written(&joined.words))];
        }
        let without = self.without(|word| Given::of(word).is_none() && word.range.start >= extra.range.start);
        let finding = self.finding(&say::EXTRA_ARGUMENT, extra).arg("word", extra.text.clone());
        vec![finding.arg("call", without)]
    }

    pub(super) fn finding(&self, message: &'static Message, at: &Argument) -> Finding {
        Finding::new(message).at(self.source.span(at.range.clone()))
    }

    pub(super) fn whole(&self, message: &'static Message) -> Finding {
        Finding::new(message).at(self.source.span(self.call.range.clone()))
    }

    pub(super) fn usage(&self) -> Refusal {
        let head = &self.call.head().text;
        let Some(helper) = helper::of_name(head) else { return Vec::new() };
        let usage = self.example(helper);
        let finding = self.whole(&say::HELPER_ARGUMENTS).arg("helper", head.clone());
        vec![finding.arg("usage", usage)]
    }

    pub(super) fn no_helper(&self) -> Refusal {
        let head = self.call.head();
        let asked = self.source.span(head.range.clone()).into();
        if self.underscored(head).is_some() || self.figures.indicators.unset(&head.text, asked).is_some() {
            return vec![self.undefined(head)];
        }
        let english = self.is_english();
        let names = || HELPERS.iter().map(move |helper| helper.name(english));
        let known = advice(&head.text, names, ("", ""));
        let finding =
            self.finding(&say::UNKNOWN_HELPER, head).arg("name", head.text.clone()).arg("known", known);
        vec![finding]
    }

    pub(super) fn indicator(&self, word: &Argument) -> Result<&Indicator, Refusal> {
        match self.figures.indicators.get(&word.text) {
            Some(indicator) => Ok(indicator),
            None if self.figures.indicators.has_failed(&word.text) => Err(Vec::new()),
            None => Err(vec![self.undefined(word)]),
        }
    }

    /// The name of an indicator that the words from `word` on make when `_` joins them: `горячее
    /// питание`; with the words as they are written.
    fn underscored(&self, word: &Argument) -> Option<(String, String)> {
        let words: Vec<&str> = self
            .call
            .words
            .iter()
            .filter(|other| other.range.start >= word.range.start && !other.quoted)
            .map(|other| other.text.as_str())
            .collect();
        (2..=words.len())
            .rev()
            .map(|count| (words[..count].join("_"), words[..count].join(" ")))
            .find(|(name, _)| self.figures.indicators.get(name).is_some())
    }

    /// What to say of a name nobody defined.
    pub(super) fn undefined(&self, word: &Argument) -> Finding {
        let asked = self.source.span(word.range.clone()).into();
        if let Some(finding) = self.figures.indicators.unset(&word.text, asked) {
            return finding;
        }
        if let Some((name, written)) = self.underscored(word) {
            let hint = (
                format!("в имени показателя нет пробелов: `{name}`"),
                format!("an indicator's name has no blanks: `{name}`"),
            );
            return self.finding(&say::UNDEFINED, word).arg("name", written).arg("known", hint);
        }
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
    pub(super) fn first(&self) -> (Result<&Indicator, Refusal>, Vec<&Argument>) {
        let mut arguments = self.arguments();
        if arguments.is_empty() {
            return (Err(self.usage()), arguments);
        }
        let first = arguments.remove(0);
        let indicator = self.indicator(first);
        if let Some((_, written)) = self.underscored(first).filter(|_| indicator.is_err()) {
            // The further words of the name are no arguments.
            arguments.drain(..written.matches(' ').count().min(arguments.len()));
        }
        (indicator, arguments)
    }

    /// The only indicator of the call.
    pub(super) fn only(&self) -> Result<&Indicator, Refusal> {
        self.first().0
    }

    /// What the only word behind an indicator says.
    pub(super) fn one_word<T>(
        &self,
        words: &[&Argument],
        read: impl Fn(&Argument) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        match words {
            [word] => read(word),
            _ => Err(self.usage()),
        }
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
            return Err(vec![finding.label(of.place.clone(), ("показатель", "the indicator"))]);
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
        let Some(helper) = helper::of_name(&self.call.head().text) else { return Vec::new() };
        let usage = self.example(helper);
        let finding = self.finding(&say::BAD_FORMS, word).arg("text", word.text.clone()).arg("why", why);
        vec![finding.arg("usage", usage)]
    }

    pub(super) fn too_large(&self) -> Refusal {
        let why = ("больше 28 цифр", "more than 28 digits");
        vec![self.whole(&say::TOO_LARGE).arg("why", why)]
    }

    pub(super) fn zero(&self, name: &str) -> Refusal {
        vec![self.whole(&say::DIVISION_BY_ZERO).arg("name", name)]
    }
}

/// Both of two results, or all that is wrong with either.
pub(super) fn both<A, B>(one: Result<A, Refusal>, two: Result<B, Refusal>) -> Result<(A, B), Refusal> {
    match (one, two) {
        (Ok(one), Ok(two)) => Ok((one, two)),
        (Err(mut one), Err(two)) => {
            one.extend(two);
            Err(one)
        }
        (Err(refusal), _) | (_, Err(refusal)) => Err(refusal),
    }
}

/// A printed text with the indicators that it shows.
pub(super) fn printed(text: String, indicators: &[&Indicator]) -> Printed {
    let indicators = indicators.iter().map(|indicator| indicator.name.clone()).collect();
    Printed { text, indicators, ..Printed::default() }
}
