//! A figure beside its previous value, and the words for it: «на 107 человек больше»,
//! «на 3,4 % меньше», «не изменилось».

use super::number::{self, NumberStyle};
use super::plural::Forms;
use super::{Explain, NO_BREAK_SPACE};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Which way a figure went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It is greater than before.
    Greater,
    /// It is less than before.
    Less,
    /// It is as before.
    Equal,
}

/// What a figure and its previous value say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Which way it went.
    pub direction: Direction,
    /// By how much, never negative, in the figures' own unit.
    pub by: Decimal,
    /// By how many percent of the previous value, never negative; `None` where that is zero,
    /// because nothing is a percentage of it.
    pub percent: Option<Decimal>,
}

/// Compares exactly, before any rounding; `None` where the difference is too large for an
/// exact decimal.
pub fn compare(current: Decimal, previous: Decimal) -> Option<Comparison> {
    let direction = match current.cmp(&previous) {
        Ordering::Greater => Direction::Greater,
        Ordering::Less => Direction::Less,
        Ordering::Equal => Direction::Equal,
    };
    let by = current.checked_sub(previous)?.abs();
    let percent = by.checked_div(previous.abs()).and_then(|ratio| ratio.checked_mul(Decimal::ONE_HUNDRED));
    Some(Comparison { direction, by, percent })
}

/// The words for the three directions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectionWords {
    /// After «на 5»: больше.
    pub greater: String,
    /// After «на 5»: меньше.
    pub less: String,
    /// Alone: не изменилось.
    pub equal: String,
}

impl Default for DirectionWords {
    fn default() -> DirectionWords {
        DirectionWords {
            greater: "больше".into(), less: "меньше".into(), equal: "не изменилось".into()
        }
    }
}

/// Why a list of direction words is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirectionWordsError {
    /// It has not two or three words; how many it has.
    Count(usize),
    /// The word for «greater» says that something became less, or the other way round.
    Swapped,
}

impl Explain for DirectionWordsError {
    fn explain(&self) -> (String, String) {
        match self {
            DirectionWordsError::Count(count) => (
                format!(
                    "слов сравнения {count}, а нужно два или три, например `больше|меньше|не изменилось`"
                ),
                format!(
                    "{count} comparison words, but two or three are needed, e.g. `больше|меньше|не изменилось`"
                ),
            ),
            DirectionWordsError::Swapped => (
                "слова сравнения переставлены: сначала для роста, потом для снижения".to_owned(),
                "the comparison words are swapped: the one for growth comes first".to_owned(),
            ),
        }
    }
}

impl DirectionWords {
    /// Reads `выше|ниже` or `выше|ниже|на том же уровне`.
    pub fn parse(list: &str) -> Result<DirectionWords, DirectionWordsError> {
        let words: Vec<&str> = list.split('|').map(str::trim).filter(|word| !word.is_empty()).collect();
        let (greater, less, equal) = match words.as_slice() {
            [greater, less] => (greater, less, "не изменилось"),
            [greater, less, equal] => (greater, less, *equal),
            other => return Err(DirectionWordsError::Count(other.len())),
        };
        let swapped =
            direction_of(greater) == Some(Direction::Less) || direction_of(less) == Some(Direction::Greater);
        if swapped {
            return Err(DirectionWordsError::Swapped);
        }
        Ok(DirectionWords { greater: greater.to_string(), less: less.to_string(), equal: equal.into() })
    }

    fn of(&self, direction: Direction) -> &str {
        match direction {
            Direction::Greater => &self.greater,
            Direction::Less => &self.less,
            Direction::Equal => &self.equal,
        }
    }
}

impl Comparison {
    /// «на 107 человек больше»: the difference in the figure's unit. `noun` agrees with the
    /// number and stands in the accusative, as «на» asks.
    pub fn in_units(&self, style: &NumberStyle, noun: Option<&Forms>, words: &DirectionWords) -> String {
        let noun = |number| noun.map_or(String::new(), |forms| forms.after_by(number));
        self.wording(self.by, style, words, |number| {
            let noun = noun(number);
            let gap = if noun.is_empty() { "" } else { "\u{a0}" };
            format!("{}{gap}{noun}", number::format(number, style))
        })
    }

    /// «на 3,4 % меньше»; `None` where the previous value is zero and the figure changed.
    pub fn in_percent(&self, style: &NumberStyle, words: &DirectionWords) -> Option<String> {
        let percent = match (self.percent, self.direction) {
            (Some(percent), _) => percent,
            (None, Direction::Equal) => Decimal::ZERO,
            (None, _) => return None,
        };
        Some(self.wording(percent, style, words, |number| number::format_percent(number, style)))
    }

    /// A change that rounds to nothing is said as «менее чем на 0,1 % больше»: neither «0,0 %
    /// больше» nor «не изменилось» would be true.
    fn wording(
        &self,
        by: Decimal,
        style: &NumberStyle,
        words: &DirectionWords,
        show: impl Fn(Decimal) -> String,
    ) -> String {
        let word = words.of(self.direction);
        if self.direction == Direction::Equal {
            return word.to_owned();
        }
        match Amount::of(by, style) {
            Amount::Exactly(shown) => format!("на{NO_BREAK_SPACE}{} {word}", show(shown)),
            Amount::LessThan(least) => format!("менее чем на{NO_BREAK_SPACE}{} {word}", show(least)),
        }
    }
}

/// How much changed, as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So much, rounded.
    Exactly(Decimal),
    /// Something that rounds to nothing: less than the least that can be printed.
    LessThan(Decimal),
}

impl Amount {
    /// A change, never negative and not zero, as a style prints it.
    pub fn of(by: Decimal, style: &NumberStyle) -> Amount {
        let shown = number::rounded(by, style);
        match shown.is_zero() {
            true => Amount::LessThan(Decimal::new(1, style.decimals.unwrap_or(0).min(Decimal::MAX_SCALE))),
            false => Amount::Exactly(shown),
        }
    }
}

/// The direction that a word claims («выросло», «ниже», «сократилась»); `None` for a word
/// that claims none. Letter case, gender and number do not matter.
pub fn direction_of(word: &str) -> Option<Direction> {
    let word = word.trim().to_lowercase().replace('ё', "е");
    let claims = |list: &[&str]| list.iter().any(|stem| word.starts_with(stem));
    if claims(UNCHANGED) {
        Some(Direction::Equal)
    } else if claims(GREATER) {
        Some(Direction::Greater)
    } else if claims(LESS) {
        Some(Direction::Less)
    } else {
        None
    }
}

const UNCHANGED: &[&str] =
    &["не измен", "остал", "прежн", "столько же", "на том же", "на прежнем", "без измен"];
const GREATER: &[&str] = &[
    "больше",
    "более",
    "выше",
    "вырос",
    "возрос",
    "возраст",
    "рост",
    "прирост",
    "увелич",
    "повыс",
    "повыш",
    "прибав",
    "подня",
];
const LESS: &[&str] = &[
    "меньше",
    "менее",
    "ниже",
    "сниз",
    "сниж",
    "сократ",
    "сокращ",
    "уменьш",
    "упал",
    "убыл",
    "пониз",
    "пониж",
    "паден",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn between(current: &str, previous: &str) -> Comparison {
        let number = |text: &str| text.parse().unwrap_or_default();
        compare(number(current), number(previous)).unwrap_or(Comparison {
            direction: Direction::Equal,
            by: Decimal::MAX,
            percent: None,
        })
    }

    fn in_units(current: &str, previous: &str, noun: &str) -> String {
        let forms = Forms::parse(noun).ok();
        between(current, previous).in_units(
            &NumberStyle::default(),
            forms.as_ref(),
            &DirectionWords::default(),
        )
    }

    fn in_percent(current: &str, previous: &str, decimals: u32) -> Option<String> {
        let style = NumberStyle::default().with_decimals(Some(decimals));
        between(current, previous).in_percent(&style, &DirectionWords::default())
    }

    #[test]
    fn the_difference_is_put_into_words() {
        assert_eq!(in_units("3263", "3156", "человек|человека|человек"), "на\u{a0}107\u{a0}человек больше");
        assert_eq!(in_units("5", "6", "школа|школы|школ"), "на\u{a0}1\u{a0}школу меньше");
        assert_eq!(in_units("5", "5.0", "школа|школы|школ"), "не изменилось");
        assert_eq!(in_units("30000", "10000", ""), "на\u{a0}20\u{a0}000 больше");
    }

    #[test]
    fn percent_is_of_the_previous_value() {
        assert_eq!(in_percent("3263", "3156", 1).as_deref(), Some("на\u{a0}3,4\u{a0}% больше"));
        assert_eq!(in_percent("48.3", "50", 1).as_deref(), Some("на\u{a0}3,4\u{a0}% меньше"));
        assert_eq!(in_percent("-5", "-10", 0).as_deref(), Some("на\u{a0}50\u{a0}% больше"));
        assert_eq!(in_percent("5", "0", 0), None);
        assert_eq!(in_percent("0", "0", 0).as_deref(), Some("не изменилось"));
    }

    #[test]
    fn a_change_that_rounds_to_nothing_is_said_truly() {
        assert_eq!(in_percent("10001", "10000", 1).as_deref(), Some("менее чем на\u{a0}0,1\u{a0}% больше"));
    }

    #[test]
    fn words_claim_a_direction() {
        let claims = ["Выросло", "снизилась", "не изменился", "осталось", "больше", "составило"];
        let greater = Some(Direction::Greater);
        let (less, equal) = (Some(Direction::Less), Some(Direction::Equal));
        assert_eq!(claims.map(direction_of), [greater, less, equal, equal, greater, None]);
    }

    #[test]
    fn other_words_may_be_given_but_not_swapped() {
        let words = DirectionWords::parse("выше|ниже|на том же уровне");
        assert_eq!(words.map(|words| words.equal), Ok("на том же уровне".into()));
        assert_eq!(DirectionWords::parse("ниже|выше"), Err(DirectionWordsError::Swapped));
        assert_eq!(DirectionWords::parse("выше"), Err(DirectionWordsError::Count(1)));
    }
}
