//! What the number format of a spreadsheet's cell shows of a number (ECMA-376 part 1, 18.8.31;
//! the codes of [MS-XLS] are the same).

use rust_decimal::{Decimal, RoundingStrategy};

/// How a number format shows numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NumberFormat {
    /// Whether it counts hundredths and shows `%`.
    pub percent: bool,
    /// The fewest and the most digits after the decimal mark; `None` where it rounds to none in
    /// particular: General, fractions, powers of ten.
    decimals: Option<(u8, u8)>,
}

impl NumberFormat {
    /// «General», which shows a number as it is.
    pub const GENERAL: NumberFormat = NumberFormat { percent: false, decimals: None };

    /// «Per cent» or «General», where only that is known.
    pub fn of_kind(percent: bool) -> NumberFormat {
        NumberFormat { percent, decimals: None }
    }

    /// Reads the code of a format. Of the sections that a code may have the first is that of
    /// ordinary numbers.
    pub fn parse(code: &str) -> NumberFormat {
        let section: String = signs(code).take_while(|&sign| sign != ';').collect();
        let percent = section.contains('%');
        if section.contains(['/', 'E', 'e']) || !section.contains(is_digit) {
            return NumberFormat { percent, decimals: None };
        }
        let fraction = section.split_once('.').map_or("", |(_, fraction)| fraction);
        let count = |digit: fn(char) -> bool| {
            let digits = fraction.chars().filter(|&sign| digit(sign)).count();
            digits.min(Decimal::MAX_SCALE as usize) as u8
        };
        NumberFormat { percent, decimals: Some((count(|sign| sign == '0'), count(is_digit))) }
    }

    /// How many decimals it shows of a number, per cents counted as such; `None` where it leaves
    /// that to the number.
    pub fn decimals(&self, value: Decimal) -> Option<u32> {
        let (least, most) = self.decimals?;
        let shown = value.round_dp_with_strategy(most.into(), RoundingStrategy::MidpointAwayFromZero);
        Some(shown.normalize().scale().max(least.into()))
    }
}

/// Whether a sign of a format stands for a digit.
fn is_digit(sign: char) -> bool {
    matches!(sign, '0' | '#' | '?')
}

/// The signs of a format that mean something: outside quotation marks, escapes and brackets.
pub(super) fn signs(code: &str) -> impl Iterator<Item = char> {
    let (mut closing, mut escaped) = (None, false);
    code.chars().filter(move |&sign| {
        match sign {
            _ if escaped => escaped = false,
            _ if closing.is_some() => closing = closing.filter(|&closing| closing != sign),
            '\\' | '_' | '*' => escaped = true,
            '"' => closing = Some('"'),
            '[' => closing = Some(']'),
            _ => return true,
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_formats_are_told_from_decoration() {
        for format in ["0%", "0.00%", "#,##0.0 %", "[Red]0%;-0%"] {
            assert!(NumberFormat::parse(format).percent, "{format}");
        }
        for format in ["General", "0\"%\"", "0\\%", "#,##0"] {
            assert!(!NumberFormat::parse(format).percent, "{format}");
        }
    }

    #[test]
    fn a_format_says_how_many_decimals_it_shows() {
        let shown = |format: &str, value: &str| {
            NumberFormat::parse(format).decimals(value.parse().unwrap_or_default())
        };
        let third = "33.3333333333333";
        assert_eq!(shown("0", third), Some(0));
        assert_eq!(shown("0.0%", third), Some(1));
        assert_eq!(shown("#,##0.00\" руб. 0.0000\"", third), Some(2));
        assert_eq!(shown("_-* #,##0.00\\ _₽_-;-* #,##0.00\\ _₽_-;_-* \"-\"??\\ _₽_-;_-@_-", third), Some(2));
        assert_eq!(["5", "5.25", third].map(|value| shown("0.0##", value)), [Some(1), Some(2), Some(3)]);
        assert_eq!(["5", "5.25"].map(|value| shown("0.##", value)), [Some(0), Some(2)]);
        for format in ["General", "", "@", "# ?/?", "0.00E+00"] {
            assert_eq!(shown(format, third), None, "{format}");
        }
    }
}
