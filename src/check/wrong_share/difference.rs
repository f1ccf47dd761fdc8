//! A stated difference that is not the one between its numbers.

use super::{WRONG_DIFFERENCE, WRONG_TIMES, slack};
use crate::check::reading::change::{Carried, Changes, Difference, Pair, Size, counts_alike, goes_on};
use crate::check::reading::growth;
use crate::check::reading::known::Known;
use crate::check::reading::phrases::{in_brackets, named_words, names, rounds_to};
use crate::check::reading::recent::{Recent, recent, year_compared};
use crate::check::reading::share::{show, show_declared, with_percent};
use crate::check::reading::slip::{is_slip, is_swap};
use crate::check::{Field, Number, Sentence, View};
use crate::russian::scale::Scale;
use crate::source::{Finding, Findings, Place};
use rust_decimal::Decimal;

/// Looks at the differences of a sentence; `earlier` is the sentence before it.
pub(super) fn look(
    view: &View<'_>,
    field: &Field<'_>,
    sentence: &Sentence,
    earlier: Option<&Sentence>,
    findings: &mut Findings,
) {
    let changes = sentence.changes();
    let look = Look { view, field, sentence, earlier, changes };
    // What a figure prints of itself is right.
    let typed = |at: usize| sentence.tokens.get(at).is_some_and(|token| token.bound.is_none());
    for difference in look.changes.differences.iter().filter(|difference| typed(difference.at)) {
        findings.list.extend(look.at(difference));
    }
}

/// A number of the comparison: its value and how it is shown.
#[derive(Clone)]
struct Side {
    number: Number,
    shown: String,
    place: Place,
}

/// What was and what is.
type Sides = [Side; 2];

pub(super) struct Look<'v, 'a> {
    pub view: &'v View<'a>,
    pub field: &'v Field<'a>,
    pub sentence: &'v Sentence,
    pub earlier: Option<&'v Sentence>,
    pub changes: &'v Changes,
}

impl Look<'_, '_> {
    fn at(&self, difference: &Difference) -> Option<Finding> {
        if let Some(pair) = self.changes.pair_of(self.sentence, difference) {
            return self.wrong(difference, &self.sides(difference, pair)?);
        }
        if difference.word.is_some()
            && let Some((sides, sure)) = self.of_last_year(difference)
        {
            let found = self.wrong(difference, &sides)?;
            return (sure || self.swapped(difference, &sides)).then_some(found);
        }
        if let Some((sides, sure)) = self.carried(difference) {
            let found = self.wrong(difference, &sides)?;
            return (sure || self.slipped(difference, &sides)).then_some(found);
        }
        match self.changes.counted(self.sentence, difference) {
            Some(counted) => self.of_counted(difference, counted),
            None => self.of_recent(difference).or_else(|| self.of_named(difference)),
        }
    }

    fn side(&self, sentence: &Sentence, at: usize) -> Option<Side> {
        let token = sentence.tokens.get(at)?;
        let place = Place::Text(self.field.place(token));
        Some(Side { number: *token.number()?, shown: token.text.clone(), place })
    }

    /// The numbers of a pair, if they count what the difference counts.
    fn sides(&self, difference: &Difference, pair: Pair) -> Option<Sides> {
        let of_another = |at: usize| at == difference.at || !counts_alike(self.sentence, at, difference.at);
        let percent = difference.number().is_none_or(|number| number.percent) || difference.points;
        if !percent && (of_another(pair.before) || of_another(pair.now)) {
            return None;
        }
        let mut sides = [self.side(self.sentence, pair.before)?, self.side(self.sentence, pair.now)?];
        // «На 2 млн рублей – с 5 до 3»: the unit is said once.
        let scale = difference.number().map(|number| number.scale).filter(|scale| *scale != Scale::One);
        if let Some(scale) = scale.filter(|_| {
            sides
                .iter()
                .all(|side| side.number.scale == Scale::One && side.number.value < Decimal::ONE_THOUSAND)
        }) {
            sides.iter_mut().for_each(|side| side.number.scale = scale);
        }
        Some(sides)
    }

    /// «{{ученики}} ученика, на 86 меньше, чем год назад»: a figure whose previous value is known.
    /// Whether it surely is that figure: three digits are equal by chance too often.
    fn of_last_year(&self, difference: &Difference) -> Option<(Sides, bool)> {
        year_compared(self.sentence, difference)?;
        let (at, _) = self.sentence.amounts().rfind(|(at, _)| *at < difference.start)?;
        if difference.start - at > 6 || !counts_alike(self.sentence, at, difference.at) {
            return None;
        }
        let recent = self.recent(difference);
        let own = |one: &&Recent<'_>| std::ptr::eq(one.now.0, self.sentence) && one.now.1 == at;
        let recent: Vec<&Recent<'_>> = recent.iter().filter(own).collect();
        let all: Vec<Sides> = recent.iter().filter_map(|one| self.sides_of(one)).collect();
        let fits = all.iter().find(|sides| self.right(difference, sides).is_none());
        let named = recent.iter().any(|one| names(&self.sentence.tokens, &one.figure.words));
        let token = self.sentence.tokens.get(at)?;
        let sure = token.bound.is_some() || token.number()?.value >= Decimal::ONE_THOUSAND || named;
        Some((fits.or(all.first())?.clone(), sure))
    }

    fn recent(&self, difference: &Difference) -> Vec<Recent<'_>> {
        recent((self.view, self.field), (self.sentence, self.earlier), difference)
    }

    /// What a figure was and what it is.
    fn sides_of(&self, recent: &Recent<'_>) -> Option<Sides> {
        let now = self.side(recent.now.0, recent.now.1)?;
        let decimals = now.number.decimals.max(recent.before.normalize().scale().min(3));
        let number = Number { value: recent.before, decimals, ..now.number };
        Some([Side { number, shown: show(recent.before, decimals), place: recent.place.clone() }, now])
    }

    /// «Школы посещают {{ученики}}. Это на 335 меньше, чем в 2022 году»: a slip of the difference of a
    /// figure that was just said, where it is that of no other. Two digits are near by chance, so
    /// there the figure must be the one said last, and the sentence tell the year.
    fn of_recent(&self, difference: &Difference) -> Option<Finding> {
        let said = difference.number()?;
        let recent = self.recent(difference);
        let all: Vec<(Sides, bool)> =
            recent.iter().filter_map(|one| Some((self.sides_of(one)?, one.last))).collect();
        if all.iter().any(|(sides, _)| self.right(difference, sides).is_none()) {
            return None;
        }
        let told = || {
            let noun = self.sentence.tokens.get(difference.start).is_some_and(growth::is_noun);
            noun || year_compared(self.sentence, difference).is_some()
        };
        let slip = |(sides, last): &&(Sides, bool)| {
            let near = self.right(difference, sides).is_some_and(|right| is_slip(right, said.value));
            self.slipped(difference, sides) || near && *last && said.value >= Decimal::TEN && told()
        };
        self.wrong(difference, &all.iter().find(slip)?.0)
    }

    /// «В посёлке учится 2 143 ребёнка, год назад было 2 118. Увеличение на 35»: the two numbers
    /// that stand before, and whether they surely are what is compared.
    fn carried(&self, difference: &Difference) -> Option<(Sides, bool)> {
        // «Прирост дали школа № 4 (плюс 23 ученика) и …»: what stands in brackets is of another thing.
        if in_brackets(self.sentence, difference.at) {
            return None;
        }
        let carried = Carried::of(self.earlier?, self.sentence, difference.start)?;
        let (before, now) = (carried.before, carried.now);
        let sides = [self.side(before.0, before.1)?, self.side(now.0, now.1)?];
        let [one, other] = &sides;
        let alike = one.number.percent == other.number.percent && one.number.scale == other.number.scale;
        let proven = self.changes.differences.iter().any(|other| {
            other.at != difference.at && other.number().is_some() && self.right(other, &sides).is_none()
        });
        alike.then_some((sides, carried.told && goes_on(self.sentence) || proven))
    }

    /// A growth that is a slip of that of an indicator or row which the sentence names: «рост числа
    /// волонтёров – 8,7 %», where it is 7,8.
    fn of_named(&self, difference: &Difference) -> Option<Finding> {
        let said = difference.number()?;
        let digits = said.value.normalize().mantissa().unsigned_abs();
        let alone = self.changes.pairs.is_empty() && digits >= 11 && said.percent && !difference.points;
        let near = self.sentence.tokens.get(difference.start.saturating_sub(6)..difference.at)?;
        if !alone || !near.iter().any(|token| growth::direction(token).is_some()) {
            return None;
        }
        let sides = |known: &&Known<'_>| {
            // «Расходы на образование» are more than «дошкольное образование»: most words must be said.
            let clearly = named_words(&self.sentence.tokens, &known.words) * 3 >= known.words.len() * 2;
            let (value, place) =
                known.previous().filter(|_| clearly && names(&self.sentence.tokens, &known.words))?;
            let of = |value: Decimal| Number { value, decimals: 0, percent: false, ..said };
            let side = |value: Decimal, place: &Place| Side {
                number: of(value),
                shown: show_declared(value, None),
                place: place.clone(),
            };
            Some([side(value, place), side(known.value, known.place)])
        };
        let all: Vec<Sides> = self.view.known.iter().filter_map(|known| sides(&known)).collect();
        if all.iter().any(|sides| self.right(difference, sides).is_none()) {
            return None;
        }
        let slipped = all.iter().find(|sides| self.slipped(difference, sides))?;
        self.wrong(difference, slipped)
    }

    /// Whether what is said is the right number with a slip of the hand.
    fn slipped(&self, difference: &Difference, sides: &Sides) -> bool {
        let Some((said, right)) = difference.number().zip(self.right(difference, sides)) else {
            return false;
        };
        let digits = said.value.normalize().mantissa().unsigned_abs();
        digits >= 11 && is_slip(right.round_dp(said.decimals), said.value) && (said.percent || digits >= 100)
    }

    fn swapped(&self, difference: &Difference, sides: &Sides) -> bool {
        let said = difference.number().zip(self.right(difference, sides));
        said.is_some_and(|(said, right)| is_swap(right.round_dp(said.decimals), said.value))
    }

    /// What should be said, in the scale and kind in which it is; `None` where it is said right.
    fn right(&self, difference: &Difference, [before, now]: &Sides) -> Option<Decimal> {
        let (before, now) = (&before.number, &now.number);
        match difference.size {
            Size::By(said) => by(&said, difference.points, before, now),
            Size::Times(times, decimals) => self.times(difference, (times, decimals), before, now),
            Size::Part(part) => {
                let change = now.ones().checked_sub(before.ones())?.abs().checked_div(before.ones().abs())?;
                let tolerance = part * Decimal::new(if self.is_about(difference) { 25 } else { 12 }, 2);
                (change.saturating_sub(part).abs() > tolerance).then_some(change)
            }
        }
    }

    fn times(
        &self,
        difference: &Difference,
        (times, decimals): (Decimal, u32),
        before: &Number,
        now: &Number,
    ) -> Option<Decimal> {
        let (one, other) = (before.ones().abs(), now.ones().abs());
        let ratio = one.max(other).checked_div(one.min(other))?;
        let half = Decimal::new(5, (decimals + 1).min(Decimal::MAX_SCALE));
        let loose = times.saturating_mul(Decimal::new(if self.is_about(difference) { 25 } else { 8 }, 2));
        let tolerance = if decimals > 0 && !self.is_about(difference) { half } else { loose };
        (ratio.saturating_sub(times).abs() > tolerance).then_some(ratio)
    }

    /// «Почти вдвое», «более чем на треть».
    fn is_about(&self, difference: &Difference) -> bool {
        let from = difference.start.saturating_sub(2);
        let near = self.sentence.tokens.get(from..difference.at).unwrap_or_default();
        near.iter().any(|token| {
            token.is_any(&["почти", "более", "менее", "около", "примерно", "чем", "свыше", "практически"])
        })
    }

    fn wrong(&self, difference: &Difference, sides: &Sides) -> Option<Finding> {
        let right = self.right(difference, sides)?;
        let place = match difference.size {
            Size::By(_) => with_percent(self.sentence, difference.at),
            _ => self.sentence.tokens.get(difference.at..=difference.at)?,
        };
        let [before, now] = sides;
        let (message, right) = match difference.size {
            Size::By(said) => {
                let unit = if said.percent && !difference.points { " %" } else { "" };
                let parts = before.number.decimals.max(now.number.decimals);
                let decimals = said.decimals.max(if unit.is_empty() { parts } else { 1 });
                let right = format!("{}{unit}", show(right, decimals));
                (&WRONG_DIFFERENCE, (right.clone(), right))
            }
            Size::Times(_, decimals) => {
                let rounded = right.round_dp(decimals.max(1)).normalize();
                let times = show(rounded, rounded.scale());
                let word =
                    if rounded.scale() == 0 && rounded >= Decimal::from(5) { "раз" } else { "раза" };
                (&WRONG_TIMES, (format!("в {times} {word}"), format!("{times} times")))
            }
            Size::Part(_) => {
                let percent = show(right.checked_mul(Decimal::ONE_HUNDRED)?, 1);
                (&WRONG_TIMES, (format!("{percent} %"), format!("by {percent} %")))
            }
        };
        let finding = Finding::new(message)
            .arg("before", before.shown.as_str())
            .arg("now", now.shown.as_str())
            .arg("right", right)
            .arg("said", self.field.written(place))
            .at(self.field.place_of(place));
        let finding = finding.label(before.place.clone(), ("было", "before"));
        Some(finding.label(now.place.clone(), ("стало", "after")))
    }
}

/// The right difference where `said` is none, in the scale of `said`.
fn by(said: &Number, points: bool, before: &Number, now: &Number) -> Option<Decimal> {
    let exact = now.ones().checked_sub(before.ones())?.abs();
    let slack = slack(before).checked_add(slack(now))?;
    let growth = exact.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before.ones().abs());
    let grown = growth.is_some_and(|growth| {
        let slack =
            slack.checked_mul(Decimal::ONE_HUNDRED).and_then(|slack| slack.checked_div(before.ones().abs()));
        rounds_to(growth, said.value, said.decimals)
            || growth.saturating_sub(said.value).abs()
                <= said.half().saturating_add(slack.unwrap_or_default())
    });
    // «С 41,3 до 44,8 млн, на 3,5»: a bare number has the scale of its pair.
    let bare = said.scale == Default::default() && said.ones() < now.scale.factor();
    let factor = if bare { now.scale.factor() } else { said.scale.factor() };
    let differs = exact.checked_div(factor)?;
    let fits = rounds_to(differs, said.value, said.decimals)
        || differs.saturating_sub(said.value).abs() <= slack.checked_div(factor)?;
    match (said.percent, now.percent) {
        (true, false) => growth.filter(|_| !grown),
        (true, true) => (!grown && !fits).then_some(differs),
        (false, true) if !points => None,
        (false, _) => (!fits).then_some(differs),
    }
}
