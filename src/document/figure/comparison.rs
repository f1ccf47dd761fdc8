//! A figure beside another one, or beside its own previous value.

use super::Refusal;
use super::print::{Print, Printed, both, printed};
use crate::document::messages as say;
use crate::indicators::{Indicator, Quantity};
use crate::russian::Explain;
use crate::russian::appg::{AppgSpacing, appg};
use crate::russian::compare::{Comparison, Direction, DirectionWords, compare, direction_of};
use crate::russian::decimals::Decimals;
use crate::russian::number;
use crate::russian::plural::Forms;
use crate::russian::unit;
use crate::text::Argument;
use rust_decimal::Decimal;

/// A figure beside the one that it is compared with.
struct Pair<'i> {
    indicator: &'i Indicator,
    other: Option<&'i Indicator>,
    comparison: Comparison,
    base: Decimal,
}

impl Pair<'_> {
    pub(super) fn printed(&self, text: String) -> Printed {
        let indicators: Vec<&Indicator> = std::iter::once(self.indicator).chain(self.other).collect();
        let own = self.other.is_none().then(|| self.indicator.name.clone());
        Printed { previous: own.into_iter().collect(), ..printed(text, &indicators) }
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
            vec![finding.arg("a", a).arg("b", b)]
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
        vec![finding.arg("second", second)]
    }

    /// The figure and the one it is compared with, and the words that follow.
    fn pair(&self) -> (Result<Pair<'_>, Refusal>, Vec<&Argument>) {
        let (indicator, mut words) = self.first();
        let named = words.first().filter(|word| !word.quoted && direction_of(&word.text).is_none());
        let other = named.map(|word| self.indicator(word)).transpose();
        if named.is_some() {
            words.remove(0);
        }
        let pair = both(indicator, other).and_then(|(indicator, other)| {
            let base = self.base(indicator, other)?;
            let comparison = compare(indicator.value.value, base).ok_or_else(|| self.too_large())?;
            Ok(Pair { indicator, other, comparison, base })
        });
        (pair, words)
    }

    /// The same where no words follow.
    fn bare_pair(&self) -> Result<Pair<'_>, Refusal> {
        let (pair, words) = self.pair();
        let bare = words.first().map_or(Ok(()), |word| Err(self.extra(word)));
        both(pair, bare).map(|(pair, ())| pair)
    }

    /// The figure, the one it is compared with, and the words of a comparison: forms of the noun
    /// where one is `counted`, words for the directions, or the one word that the author expects.
    fn comparing(&self, counted: bool) -> Result<(Pair<'_>, Option<Forms>, DirectionWords), Refusal> {
        let (pair, given) = self.pair();
        let (mut noun, mut words, mut refusal) = (Ok(None), Ok(None), Vec::new());
        for word in given {
            let first = word.text.split('|').next().unwrap_or("").trim();
            match (direction_of(first), word.text.contains('|')) {
                (Some(_), true) if matches!(words, Ok(None)) => words = self.directions(word).map(Some),
                (Some(claimed), false) => {
                    let agreed = pair.as_ref().map_or(Ok(()), |pair| self.agree(word, claimed, pair));
                    refusal.extend(agreed.err().unwrap_or_default());
                }
                (None, _) if counted && matches!(noun, Ok(None)) => {
                    noun = self.forms(word, Forms::counted).map(Some);
                }
                _ => refusal.extend(self.extra(word)),
            }
        }
        let words =
            if refusal.is_empty() { words } else { both(words, Err(refusal)).map(|(words, ())| words) };
        let (pair, (noun, words)) = both(pair, both(noun, words))?;
        let noun = match noun {
            None if counted => self.unit_forms(pair.indicator)?,
            noun => noun,
        };
        Ok((pair, noun, words.unwrap_or_default()))
    }

    /// The noun of a unit after «на 5».
    fn unit_forms(&self, indicator: &Indicator) -> Result<Option<Forms>, Refusal> {
        let unit = indicator.value.unit_written();
        let forms = match unit {
            "" => return Ok(None),
            "чел." | "чел" => Forms::parse("человек|человека|человек").ok(),
            "%" => Forms::parse("процентный пункт|процентных пункта|процентных пунктов")
                .ok()
                .map(|forms| forms.with_fraction("процентного пункта")),
            other => unit::forms(other),
        };
        if forms.is_none() {
            let call = self.call.words.iter().map(Argument::written).collect::<Vec<_>>().join(" ");
            let call = format!("{{{{{call} \"место|места|мест\"}}}}");
            let finding = self.whole(&say::UNIT_WITHOUT_FORMS).arg("unit", unit).arg("call", call);
            let finding = finding.label(indicator.place.clone(), ("показатель", "the indicator"));
            return Err(vec![finding]);
        }
        Ok(forms)
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
        Err(vec![finding])
    }

    pub(super) fn compare(&self) -> Result<Printed, Refusal> {
        let (pair, noun, words) = self.comparing(true)?;
        let style = self.style(pair.indicator.decimals);
        Ok(pair.printed(pair.comparison.in_units(&style, noun.as_ref(), &words)))
    }

    pub(super) fn compare_percent(&self) -> Result<Printed, Refusal> {
        let (pair, _, words) = self.comparing(false)?;
        match pair.comparison.in_percent(&self.style(Some(Decimals::ONE)), &words) {
            Some(text) => Ok(pair.printed(text)),
            None => Err(self.zero(&pair.indicator.name)),
        }
    }

    pub(super) fn direction(&self) -> Result<Printed, Refusal> {
        let (pair, words) = self.pair();
        let words = self.one_word(&words, |word| self.directions(word));
        let (pair, words) = both(pair, words)?;
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
        let indicator = self.only()?;
        let base = self.base(indicator, None)?;
        let quantity = Quantity { value: base, unit: indicator.value.unit.clone() };
        let text = self.digits(&quantity, indicator)?;
        Ok(Printed { text, previous: vec![indicator.name.clone()], ..Printed::default() })
    }

    pub(super) fn share(&self) -> Result<Printed, Refusal> {
        let (part, rest) = self.first();
        let (part, whole) = both(part, self.one_word(&rest, |word| self.indicator(word)))?;
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
