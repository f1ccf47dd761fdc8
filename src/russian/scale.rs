//! Thousands, millions and milliards: «38,6 млн», «775,5 тыс.».

use super::NO_BREAK_SPACE;
use super::number::{self, NumberStyle};
use rust_decimal::Decimal;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Scale {
    /// Ones.
    #[default]
    One,
    /// «тыс.»
    Thousand,
    /// «млн»
    Million,
    /// «млрд»
    Milliard,
    /// «трлн»
    Trillion,
}

const ALL: [Scale; 5] = [Scale::One, Scale::Thousand, Scale::Million, Scale::Milliard, Scale::Trillion];

impl Scale {
    /// How many ones it is.
    pub fn factor(self) -> Decimal {
        Decimal::from(10i64.pow(3 * self as u32))
    }

    /// «тыс.» with a period, «млн», «млрд» and «трлн» without; empty for ones.
    pub fn abbreviation(self) -> &'static str {
        ["", "тыс.", "млн", "млрд", "трлн"][self as usize]
    }

    /// The scale that a word names: `тыс`, `тыс.`, `млн.`, `миллионов`; not for ones.
    pub fn parse(word: &str) -> Option<Scale> {
        if !word.starts_with(['т', 'Т', 'м', 'М']) {
            return None;
        }
        let word = word.to_lowercase();
        let stem = word.trim_end_matches('.');
        let full =
            |stem: &str, word: &str| word.strip_prefix(stem).is_some_and(|end| end.chars().count() <= 2);
        match stem {
            "тыс" => Some(Scale::Thousand),
            "млн" => Some(Scale::Million),
            "млрд" => Some(Scale::Milliard),
            "трлн" => Some(Scale::Trillion),
            word if full("тысяч", word) => Some(Scale::Thousand),
            word if full("миллион", word) => Some(Scale::Million),
            word if full("миллиард", word) => Some(Scale::Milliard),
            word if full("триллион", word) => Some(Scale::Trillion),
            _ => None,
        }
    }

    /// The largest scale in which the number is at least one.
    pub fn fitting(value: Decimal) -> Scale {
        ALL.into_iter().rev().find(|scale| value.abs() >= scale.factor()).unwrap_or_default()
    }

    /// A number of ones counted in this scale.
    pub fn count(self, ones: Decimal) -> Decimal {
        ones.checked_div(self.factor()).unwrap_or_default()
    }

    /// A number of ones, printed in this scale: «38,6 млн».
    pub fn format(self, ones: Decimal, style: &NumberStyle) -> String {
        let mut out = number::format(self.count(ones), style);
        if self != Scale::One {
            out.push(NO_BREAK_SPACE);
            out.push_str(self.abbreviation());
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_counted_in_the_scale_that_fits() {
        let style = NumberStyle::default().with_decimals(Some(1));
        let show = |ones: i64| Scale::fitting(ones.into()).format(ones.into(), &style);
        assert_eq!(
            [999, 1000, 38_569_440, -1_250_000_000].map(show),
            ["999,0", "1,0\u{a0}тыс.", "38,6\u{a0}млн", "−1,3\u{a0}млрд"]
        );
        assert_eq!(Scale::fitting(Decimal::ZERO), Scale::One);
    }

    #[test]
    fn the_scale_is_read_from_words() {
        let words = ["тыс.", "ТЫС", "тысяч", "млн", "млн.", "миллионов", "млрд", "миллиарда", "трлн", "шт."];
        let (t, m, b) = (Some(Scale::Thousand), Some(Scale::Million), Some(Scale::Milliard));
        assert_eq!(words.map(Scale::parse), [t, t, t, m, m, m, b, b, Some(Scale::Trillion), None]);
        assert_eq!(Scale::parse("тысячелетие"), None);
    }
}
