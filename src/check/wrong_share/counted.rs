//! The per cent beside a difference in numbers: «увеличилось на 251 человека (2,8 %)».

use super::WRONG_GROWTH;
use super::difference::Look;
use crate::check::reading::change::{Difference, counts_alike, names_their_count, plain};
use crate::check::reading::growth;
use crate::check::reading::known::Known;
use crate::check::reading::phrases::{alike, is_measure, names, rounds_to};
use crate::check::reading::share::{percent, show, show_declared, with_percent};
use crate::check::reading::slip::is_swap;
use crate::check::{Number, Sentence, Token};
use crate::source::{Finding, Place};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// What was before a change, by which its per cent is reckoned.
struct Base {
    before: Decimal,
    /// Where it stands, or what became of it.
    place: Place,
    label: (&'static str, &'static str),
    /// Whether the change is surely of it.
    sure: bool,
}

/// A number as the text would write it beside another one.
fn in_scale(value: Decimal, beside: &Number) -> String {
    show_declared(value.checked_div(beside.scale.factor()).unwrap_or(value), None)
}

/// A change that is told in numbers and in per cent.
struct Grown {
    by: Decimal,
    said: Number,
    direction: Option<Ordering>,
}

impl Grown {
    /// The per cent that the change is of what was.
    fn percent(&self, before: Decimal) -> Decimal {
        percent(self.by, before).unwrap_or_default()
    }

    /// What may have been, where it is `now`.
    fn before(&self, now: Decimal) -> impl Iterator<Item = Decimal> + use<> {
        let less = (self.direction != Some(Ordering::Less)).then(|| now.saturating_sub(self.by));
        let more = (self.direction != Some(Ordering::Greater)).then(|| now.saturating_add(self.by));
        less.into_iter().chain(more).filter(|before| *before > Decimal::ZERO)
    }

    /// Whether what is said follows; that it was reckoned by what is, is left alone.
    fn fits(&self, before: Decimal) -> bool {
        [before, before.saturating_add(self.by), before.saturating_sub(self.by)]
            .into_iter()
            .filter(|base| *base > Decimal::ZERO)
            .any(|base| rounds_to(self.percent(base), self.said.value, self.said.decimals))
    }
}

impl Look<'_, '_> {
    /// «Увеличилось на 251 человека (3,8 %) и составило 9 135»: what was is what is without the
    /// difference.
    pub(super) fn of_counted(&self, difference: &Difference, counted: &Difference) -> Option<Finding> {
        let (by, said) = (counted.number()?, difference.number()?);
        let grown = Grown { by: by.ones(), said, direction: self.direction_of(difference, counted) };
        let bases = self.known_bases(&by).into_iter().chain(self.told_bases(difference, counted, &grown));
        let bases: Vec<Base> = bases.collect();
        if bases.iter().any(|base| grown.fits(base.before)) {
            return None;
        }
        let slipped = |base: &Base| is_swap(grown.percent(base.before).round_dp(said.decimals), said.value);
        let base = bases.iter().find(|base| base.sure || slipped(base))?;
        let (place, part) =
            (with_percent(self.sentence, difference.at), self.sentence.tokens.get(counted.at)?);
        let finding = Finding::new(&WRONG_GROWTH)
            .arg("by", part.text.as_str())
            .arg("before", in_scale(base.before, &by))
            .arg("right", show(grown.percent(base.before), said.decimals))
            .arg("said", self.field.written(place))
            .at(self.field.place_of(place));
        let finding = finding.label(self.field.place(part), ("разница", "the difference"));
        Some(finding.label(base.place.clone(), base.label))
    }

    /// Which way a difference goes, as the word beside it or the verb before it says.
    fn direction_of(&self, difference: &Difference, counted: &Difference) -> Option<Ordering> {
        let tokens = &self.sentence.tokens;
        let word = counted.word.or(difference.word).and_then(|word| growth::compared(tokens.get(word)?));
        let verb = || tokens.get(..=counted.start)?.iter().rev().find_map(growth::direction);
        word.or_else(verb)
    }

    /// What figures were before they changed by just this much.
    fn known_bases(&self, by: &Number) -> Vec<Base> {
        let telling = by.value.normalize().mantissa().unsigned_abs() >= 100;
        let base = |known: &Known<'_>| {
            let (before, place) = known.previous()?;
            let changed = known.value.saturating_sub(before).abs() == by.value.normalize();
            let named = changed && names(&self.sentence.tokens, &known.words);
            let label = ("было", "before");
            (named || changed && telling).then(|| Base { before, place: place.clone(), label, sure: named })
        };
        self.view.known.iter().filter_map(base).collect()
    }

    /// What was, of the numbers that this sentence and the one before it tell.
    fn told_bases(&self, difference: &Difference, counted: &Difference, grown: &Grown) -> Vec<Base> {
        let own = plain(self.sentence, usize::MAX)
            .into_iter()
            .filter(|at| counts_alike(self.sentence, *at, counted.at) && !is_measure(self.sentence, *at));
        let own = own.map(|at| (self.sentence, at, self.is_linked(at, difference, counted)));
        let earlier = self.earlier.into_iter().flat_map(|earlier| {
            let told = plain(earlier, usize::MAX);
            let only = told.len() == 1;
            told.into_iter().map(move |at| (earlier, at, only && self.goes_on_about(earlier, at, counted)))
        });
        let now = own.chain(earlier).filter_map(|(sentence, at, sure)| {
            let token = sentence.tokens.get(at)?;
            let number = token.number().filter(|number| !number.percent && number.ones() > grown.by)?;
            Some((number.ones(), Place::Text(self.field.place(token)), sure))
        });
        let bases = now.flat_map(|(now, place, sure)| {
            let label = ("стало", "after");
            grown.before(now).map(move |before| Base { before, place: place.clone(), label, sure })
        });
        bases.collect()
    }

    /// Whether a number of the sentence is surely what became of the change: «9 135 детей, на 251
    /// больше», «9 135 детей, за год их число увеличилось на 251», «увеличилось на 251 и составило
    /// 9 135».
    fn is_linked(&self, at: usize, difference: &Difference, counted: &Difference) -> bool {
        let tokens = &self.sentence.tokens;
        let between = match at < counted.start {
            true => tokens.get(at + 1..counted.start),
            false => tokens.get(difference.at + 1..at),
        };
        let Some(between) = between.filter(|between| between.len() <= 8) else { return false };
        let apart = |token: &Token| token.amount().is_some_and(|number| !number.percent);
        if between.iter().any(apart) {
            return false;
        }
        let goes_on = between.iter().any(|token| token.is_any(&["он", "она", "оно", "они"]));
        if at < counted.start && (goes_on || names_their_count(between)) {
            return true;
        }
        let compares = counted.word.is_some() || difference.word.is_some();
        // «58 420 рублей, рост на 5 310».
        let grows = between.last().is_some_and(growth::is_noun)
            || tokens.get(counted.start).is_some_and(growth::is_noun);
        let amounts_to = |token: &Token| token.begins(&["состав", "достиг"]) || token.is_any(&["до"]);
        match at < counted.start {
            _ if between.iter().any(|token| token.is_sign(';')) => false,
            true => (compares || grows) && between.len() <= 4,
            false => between.iter().any(amounts_to),
        }
    }

    /// Whether this sentence speaks of what the number of the sentence before it counts.
    fn goes_on_about(&self, earlier: &Sentence, at: usize, counted: &Difference) -> bool {
        let before = self.sentence.tokens.get(..counted.start).unwrap_or_default();
        let noun = earlier.counted(at).and_then(|at| earlier.tokens.get(at));
        let again = noun
            .is_some_and(|noun| before.iter().any(|word| word.is_word() && alike(&word.text, &noun.text)));
        again || names_their_count(before)
    }
}
