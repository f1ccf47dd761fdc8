//! A figure beside another one, or beside its own previous value.

use super::Refusal;
use super::print::{Print, Printed, printed};
use crate::document::messages as say;
use crate::indicators::{Indicator, Quantity};
use crate::russian::Explain;
use crate::russian::appg::{AppgSpacing, appg};
use crate::russian::compare::{Comparison, Direction, DirectionWords, compare, direction_of};
use crate::russian::decimals::Decimals;
use crate::russian::number;
use crate::russian::plural::Forms;
use crate::text::Argument;
use rust_decimal::Decimal;

/// A figure beside the one that it is compared with.
struct Pair<'i> {
    indicator: &'i Indicator,
    other: Option<&'i Indicator>,
    comparison: Comparison,
    base: Decimal,
    words: Vec<Argument>,
}

impl Pair<'_> {
    pub(super) fn printed(&self, text: String) -> Printed {
        let indicators: Vec<&Indicator> = std::iter::once(self.indicator).chain(self.other).collect();
        printed(text, &indicators)
    }
}

impl Print<'_, '_> {
    /// What a figure is compared with: a second indicator, or its own previous value.
    fn base(&self, indicator: &Indicator, other: Option<&Indicator>) -> Result<Decimal, Refusal> {
        let quantity = match other {
            Some(other) => &other.value,
            None => match &indicator.previous {
                Some(previous) => previous,
                None => {
                    return Err(self.no_previous(indicator));
                }
            },
        };
        quantity.in_unit(indicator.unit()).ok_or_else(|| {
            let finding = self.whole(&say::UNLIKE_UNITS);
            let (a, b) = (indicator.value.unit_written(), quantity.unit_written());
            Some(Box::new(finding.arg("a", a).arg("b", b)))
        })
    }

    fn no_previous(&self, indicator: &Indicator) -> Refusal {
        let second = self.beside(indicator).map_or_else(Default::default, |call| {
            (
                format!(" или назовите второй, с которым сравнить: `{call}`"),
                format!(", or name a second one to compare it with: `{call}`"),
            )
        });
        let finding = self.whole(&say::NO_PREVIOUS).arg("name", indicator.name.clone());
        Some(Box::new(finding.arg("second", second)))
    }

    /// The figure and the one it is compared with, and the words that follow.
    fn pair(&self) -> Result<Pair<'_>, Refusal> {
        let (indicator, mut rest) = self.first()?;
        let mut other = None;
        if let Some(word) = rest.first()
            && !word.quoted
            && direction_of(&word.text).is_none()
        {
            other = Some(self.indicator(word)?);
            rest.remove(0);
        }
        let base = self.base(indicator, other)?;
        let comparison = compare(indicator.value.value, base).ok_or_else(|| self.too_large())?;
        let words = rest.into_iter().cloned().collect();
        Ok(Pair { indicator, other, comparison, base, words })
    }

    /// The same where no words follow.
    fn bare_pair(&self) -> Result<Pair<'_>, Refusal> {
        let pair = self.pair()?;
        match pair.words.first() {
            Some(word) => Err(self.extra(word)),
            None => Ok(pair),
        }
    }

    /// The words of a comparison: forms of the noun where one is `counted`, words for the
    /// directions, or the one word that the author expects.
    fn comparing(&self, pair: &Pair<'_>, counted: bool) -> Result<(Option<Forms>, DirectionWords), Refusal> {
        let (mut noun, mut words) = (None, None);
        for word in &pair.words {
            let first = word.text.split('|').next().unwrap_or("").trim();
            match (direction_of(first), word.text.contains('|')) {
                (Some(_), true) if words.is_none() => words = Some(self.directions(word)?),
                (Some(claimed), false) => self.agree(word, claimed, pair)?,
                (None, _) if counted && noun.is_none() => noun = Some(self.forms(word, Forms::counted)?),
                _ => return Err(self.extra(word)),
            }
        }
        Ok((noun.or_else(|| unit_forms(&pair.indicator.value)), words.unwrap_or_default()))
    }

    fn directions(&self, word: &Argument) -> Result<DirectionWords, Refusal> {
        DirectionWords::parse(&word.text).map_err(|error| self.bad_words(word, error.explain()))
    }

    /// A word that the author wrote must say what the figure says.
    fn agree(&self, word: &Argument, claimed: Direction, pair: &Pair<'_>) -> Result<(), Refusal> {
        let real = pair.comparison.direction;
        if real == claimed {
            return Ok(());
        }
        let change = match real {
            Direction::Greater => ("вырос", "rose"),
            Direction::Less => ("снизился", "fell"),
            Direction::Equal => ("не изменился", "did not change"),
        };
        let finding = self
            .finding(&say::WRONG_DIRECTION, word)
            .arg("word", word.text.clone())
            .arg("change", change)
            .arg("call", self.without(|other| other.range == word.range));
        Err(Some(Box::new(finding)))
    }

    pub(super) fn compare(&self) -> Result<Printed, Refusal> {
        let pair = self.pair()?;
        let (noun, words) = self.comparing(&pair, true)?;
        let style = self.style(pair.indicator.decimals);
        Ok(pair.printed(pair.comparison.in_units(&style, noun.as_ref(), &words)))
    }

    pub(super) fn compare_percent(&self) -> Result<Printed, Refusal> {
        let pair = self.pair()?;
        let (_, words) = self.comparing(&pair, false)?;
        match pair.comparison.in_percent(&self.style(Some(Decimals::ONE)), &words) {
            Some(text) => Ok(pair.printed(text)),
            None => Err(self.zero(&pair.indicator.name)),
        }
    }

    pub(super) fn direction(&self) -> Result<Printed, Refusal> {
        let pair = self.pair()?;
        let [word] = pair.words.as_slice() else { return Err(self.usage()) };
        let words = self.directions(word)?;
        let text = match pair.comparison.direction {
            Direction::Greater => words.greater,
            Direction::Less => words.less,
            Direction::Equal => words.equal,
        };
        Ok(pair.printed(text))
    }

    pub(super) fn difference(&self) -> Result<Printed, Refusal> {
        let pair = self.bare_pair()?;
        let text = number::format(pair.comparison.by, &self.style(pair.indicator.decimals));
        Ok(pair.printed(text))
    }

    pub(super) fn growth(&self) -> Result<Printed, Refusal> {
        let pair = self.bare_pair()?;
        match pair.comparison.percent {
            Some(percent) => {
                Ok(pair.printed(number::format_percent(percent, &self.style(Some(Decimals::ONE)))))
            }
            None => Err(self.zero(&pair.indicator.name)),
        }
    }

    pub(super) fn previous(&self) -> Result<Printed, Refusal> {
        let (indicator, _) = self.first()?;
        let base = self.base(indicator, None)?;
        let quantity = Quantity { value: base, unit: indicator.value.unit.clone() };
        Ok(printed(self.digits(&quantity, indicator)?, &[indicator]))
    }

    pub(super) fn share(&self) -> Result<Printed, Refusal> {
        let (part, rest) = self.first()?;
        let [whole] = rest.as_slice() else { return Err(self.usage()) };
        let whole = self.indicator(whole)?;
        let base = self.base(part, Some(whole))?;
        if base.is_zero() {
            return Err(self.zero(&whole.name));
        }
        let share = part.value.value.checked_mul(Decimal::ONE_HUNDRED).and_then(|v| v.checked_div(base));
        let share = share.ok_or_else(|| self.too_large())?;
        Ok(printed(number::format_percent(share, &self.style(Some(Decimals::ONE))), &[part, whole]))
    }

    pub(super) fn appg(&self) -> Result<Printed, Refusal> {
        let pair = self.bare_pair()?;
        let style = self.style(pair.indicator.decimals);
        let text = appg(pair.indicator.value.value, pair.base, &style, AppgSpacing::default());
        Ok(pair.printed(text))
    }
}

/// The noun of a unit after «на 5»: people and percentage points are words, other units are
/// abbreviations that do not change.
fn unit_forms(quantity: &Quantity) -> Option<Forms> {
    match quantity.unit_written() {
        "" => None,
        "чел." | "чел" => Forms::parse("человека|человека|человек").ok(),
        "%" => Forms::parse("процентный пункт|процентных пункта|процентных пунктов")
            .ok()
            .map(|forms| forms.with_fraction("процентного пункта")),
        other => Forms::parse(other).ok(),
    }
}
