//! Numbers as Russian documents write them, and as people type them.
//!
//! Rules: decimal comma; digits in groups of three with a no-break space from 10 000 up, by
//! option from 1 000 up; U+2212 as the minus; `%` after a no-break space (ГОСТ 8.417), glued
//! by option.

use super::{Explain, NO_BREAK_SPACE};
use rust_decimal::{Decimal, RoundingStrategy};
use std::str::FromStr;

/// From which number digits stand in groups of three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Grouping {
    /// «1025», «10 025».
    #[default]
    FromTenThousand,
    /// «1 025», «10 025».
    FromThousand,
}

/// What happens to zeros at the end of a fraction that was rounded to declared decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum TrailingZeros {
    /// «5,0»: the precision stays visible, and columns stay aligned.
    #[default]
    Keep,
    /// «5».
    Trim,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct NumberStyle {
    /// Groups of three digits.
    pub grouping: Grouping,
    /// Digits after the comma, rounded half away from zero; `None` writes the exact number
    /// without trailing zeros (a quotient then has up to 28 digits).
    pub decimals: Option<u32>,
    /// Zeros at the end of a rounded fraction.
    pub zeros: TrailingZeros,
    /// «5%» in place of «5 %».
    pub glued_percent: bool,
}

impl NumberStyle {
    /// The same with other decimals.
    #[must_use]
    pub fn with_decimals(self, decimals: Option<u32>) -> NumberStyle {
        NumberStyle { decimals, ..self }
    }
}

/// The most decimals that are printed where nobody says how many. A number with more of them was
/// computed, and somebody must say.
pub const MOST_UNDECLARED: u32 = 4;

/// The decimals with which a number is printed where nobody says how many: its own, or `None`
/// where these are more than [`MOST_UNDECLARED`].
pub fn own_decimals(value: Decimal) -> Option<u32> {
    let own = value.normalize().scale();
    (own <= MOST_UNDECLARED).then_some(own)
}

/// `value` rounded as [`format`] prints it, half away from zero; never a negative zero.
pub fn rounded(value: Decimal, style: &NumberStyle) -> Decimal {
    let rounded = match style.decimals {
        Some(decimals) => value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero),
        None => value.normalize(),
    };
    if rounded.is_zero() { Decimal::ZERO } else { rounded }
}

/// `value` in digits: «−12 345,60».
pub fn format(value: Decimal, style: &NumberStyle) -> String {
    let rounded = rounded(value, style);
    let digits = rounded.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits.as_str(), ""));
    let mut out = String::new();
    if rounded.is_sign_negative() {
        out.push('−');
    }
    push_grouped(&mut out, whole, style.grouping);
    push_fraction(&mut out, fraction, style);
    out
}

/// `value`, already in percent, with its sign: «5 %».
pub fn format_percent(value: Decimal, style: &NumberStyle) -> String {
    let mut out = format(value, style);
    if !style.glued_percent {
        out.push(NO_BREAK_SPACE);
    }
    out.push('%');
    out
}

fn push_grouped(out: &mut String, whole: &str, grouping: Grouping) {
    let smallest = match grouping {
        Grouping::FromTenThousand => 5,
        Grouping::FromThousand => 4,
    };
    for (index, digit) in whole.chars().enumerate() {
        if whole.len() >= smallest && index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(NO_BREAK_SPACE);
        }
        out.push(digit);
    }
}

fn push_fraction(out: &mut String, fraction: &str, style: &NumberStyle) {
    let mut fraction = fraction.trim_end_matches('0').to_owned();
    if let (Some(decimals), TrailingZeros::Keep) = (style.decimals, style.zeros) {
        let missing = (decimals.min(Decimal::MAX_SCALE) as usize).saturating_sub(fraction.len());
        fraction.extend(std::iter::repeat_n('0', missing));
    }
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(&fraction);
    }
}

/// How numbers are written that stand together, in a table or a chart: where one of them is long
/// enough for groups of three digits, the thousands of all stand in groups.
pub fn style_together(style: NumberStyle, values: impl IntoIterator<Item = Decimal>) -> NumberStyle {
    let long = |value: Decimal| value.abs() >= Decimal::from(10_000);
    match values.into_iter().any(long) {
        true => NumberStyle { grouping: Grouping::FromThousand, ..style },
        false => style,
    }
}

/// A number that somebody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The number; with [`percent`](Typed::percent) it counts hundredths: `5 %` gives 5.
    pub value: Decimal,
    /// Whether `%` stood behind it.
    pub percent: bool,
    /// How many digits stood behind its decimal mark: `5,00` has two.
    pub decimals: u32,
}

/// The character that parts whole from fraction, where a file is known to use one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// `775 471,5`
    Comma,
    /// `775,471.5`
    Point,
}

/// Why a text is no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing, or only spaces.
    Empty,
    /// Something else than digits, spaces, a sign, a comma or point and `%`.
    NotANumber,
    /// Digits parted by spaces or marks, but not in threes: `12 34`.
    Groups,
    /// A number with two readings; how to write each of them.
    Ambiguous {
        /// Written as a fraction: `1,234`.
        fraction: String,
        /// Written as a whole number: `1234`.
        whole: String,
    },
    /// More digits than an exact decimal holds (28).
    TooLong,
}

impl Explain for NumberError {
    fn explain(&self) -> (String, String) {
        let (ru, en) = match self {
            NumberError::Empty => ("здесь пусто", "nothing is written here"),
            NumberError::NotANumber => ("это не число", "this is not a number"),
            NumberError::Groups => ("цифры разделены не по три", "the digits are not in groups of three"),
            NumberError::TooLong => ("в числе больше 28 цифр", "the number has more than 28 digits"),
            NumberError::Ambiguous { fraction, whole } => {
                return (
                    format!("число читается двояко: дробь «{fraction}» или целое «{whole}»"),
                    format!("the number has two readings: the fraction `{fraction}` or the whole `{whole}`"),
                );
            }
        };
        (ru.to_owned(), en.to_owned())
    }
}

/// Reads a number as people type it: `3 263` (any space), `775 471,5`, `1 234.5`, `1.234.567`,
/// `1,234.5`, `-5`, `−5`, `5 %`.
///
/// It is read with either mark. Where both readings are numbers, a comma is the decimal comma; a
/// point with exactly three digits after it and one to three before it (`1.234`) could be either
/// and is refused as [`NumberError::Ambiguous`]. What a column shows elsewhere decides such a
/// number: [`shown_mark`] and [`parse_with_mark`].
///
/// # Errors
/// Why the text is no number; of two reasons, that it is not written in digits at all.
pub fn parse(text: &str) -> Result<Typed, NumberError> {
    match (parse_with_mark(text, DecimalMark::Comma), parse_with_mark(text, DecimalMark::Point)) {
        (Ok(comma), Ok(point)) if comma.value != point.value && !text.contains(',') => {
            let digits = text.trim().trim_end_matches('%').trim_end();
            let (_, digits) = sign(digits);
            Err(NumberError::Ambiguous { fraction: digits.replace('.', ","), whole: digits.replace('.', "") })
        }
        (Ok(typed), _) | (_, Ok(typed)) => Ok(typed),
        (Err(NumberError::Groups), Err(other)) | (Err(other), _) => Err(other),
    }
}

/// The decimal mark that a number shows beyond doubt: the comma of `12,5` and `1.234.567`, the
/// point of `12.5` and `0.125`; `None` for `1.234`, for whole numbers and for other words.
pub fn shown_mark(text: &str) -> Option<DecimalMark> {
    match (parse_with_mark(text, DecimalMark::Comma), parse_with_mark(text, DecimalMark::Point)) {
        (Ok(_), Err(_)) => Some(DecimalMark::Comma),
        (Err(_), Ok(_)) => Some(DecimalMark::Point),
        _ => None,
    }
}

/// Reads a number whose decimal mark is known; the other mark parts thousands.
///
/// # Errors
/// Why the text is no number; it is never ambiguous.
pub fn parse_with_mark(text: &str, mark: DecimalMark) -> Result<Typed, NumberError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    let (text, percent) = match text.strip_suffix('%') {
        Some(before) => (before.trim_end(), true),
        None => (text, false),
    };
    let (negative, text) = sign(text);
    if text.is_empty() || !text.chars().all(|c| c.is_ascii_digit() || is_space(c) || matches!(c, ',' | '.')) {
        return Err(NumberError::NotANumber);
    }
    let (whole, fraction) = split(text, mark)?;
    let value = decimal(&ungrouped(whole)?, fraction)?;
    let value = if negative && !value.is_zero() { -value } else { value };
    Ok(Typed { value, percent, decimals: fraction.len() as u32 })
}

/// The sign and what follows: people type a hyphen, a minus or (Word's doing) a dash.
fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix(is_dash) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text).trim_start()),
    }
}

/// Dashes and the real minus, all of which stand before negative numbers in real sheets.
pub fn is_dash(character: char) -> bool {
    matches!(character, '-' | '–' | '—' | '−' | '‐' | '‑' | '‒' | '―')
}

/// The spaces that part thousands: typed, no-break, thin, narrow no-break, figure space.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2007}')
}

/// Whole and fraction, parted at the decimal mark.
fn split(text: &str, mark: DecimalMark) -> Result<(&str, &str), NumberError> {
    let mark = match mark {
        DecimalMark::Comma => ',',
        DecimalMark::Point => '.',
    };
    let Some((whole, fraction)) = text.rsplit_once(mark) else { return Ok((text, "")) };
    match fraction.chars().all(|c| c.is_ascii_digit()) && !whole.contains(mark) {
        _ if fraction.is_empty() => Err(NumberError::NotANumber),
        false => Err(NumberError::Groups),
        true => Ok((whole, fraction)),
    }
}

/// The digits of a whole number without what parts its thousands.
fn ungrouped(whole: &str) -> Result<String, NumberError> {
    let mut parts = whole.split(|c: char| !c.is_ascii_digit());
    let mut digits = parts.next().unwrap_or_default().to_owned();
    let mut separators = whole.chars().filter(|c| !c.is_ascii_digit());
    let first = separators.next();
    if first.is_some_and(|first| separators.any(|other| kind(other) != kind(first))) {
        return Err(NumberError::Groups);
    }
    if first.is_some() && (!(1..=3).contains(&digits.len()) || digits.starts_with('0')) {
        return Err(NumberError::Groups);
    }
    for part in parts {
        if part.len() != 3 {
            return Err(NumberError::Groups);
        }
        digits.push_str(part);
    }
    Ok(digits)
}

fn kind(separator: char) -> char {
    if is_space(separator) { ' ' } else { separator }
}

fn decimal(whole: &str, fraction: &str) -> Result<Decimal, NumberError> {
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = fraction.trim_end_matches('0');
    let digits = if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") };
    Decimal::from_str_exact(&digits).map_err(|_| NumberError::TooLong)
}

impl FromStr for Typed {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Typed, NumberError> {
        parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap_or_default()
    }

    fn shown(value: &str, style: NumberStyle) -> String {
        format(decimal(value), &style).replace(NO_BREAK_SPACE, "_")
    }

    #[test]
    fn groups_begin_at_the_threshold_of_the_style() {
        let late = NumberStyle::default();
        let early = NumberStyle { grouping: Grouping::FromThousand, ..late };
        assert_eq!(
            ["999", "1025", "10025", "38569440"].map(|n| shown(n, late)),
            ["999", "1025", "10_025", "38_569_440"]
        );
        assert_eq!(["999", "1025", "-804782.5"].map(|n| shown(n, early)), ["999", "1_025", "−804_782,5"]);
    }

    #[test]
    fn numbers_that_stand_together_are_grouped_alike() {
        let grouping =
            |values: [&str; 2]| style_together(NumberStyle::default(), values.map(decimal)).grouping;
        assert_eq!(grouping(["2650", "-10000"]), Grouping::FromThousand);
        assert_eq!(grouping(["2650", "9999.9"]), Grouping::FromTenThousand);
    }

    #[test]
    fn a_number_with_endless_digits_has_no_decimals_of_its_own() {
        assert_eq!(
            ["5.00", "1.25", "0.1234"].map(|value| own_decimals(decimal(value))),
            [Some(0), Some(2), Some(4)]
        );
        assert_eq!(own_decimals(decimal("33.33333")), None);
    }

    #[test]
    fn rounding_is_half_away_from_zero_and_may_reach_the_threshold() {
        let one = NumberStyle::default().with_decimals(Some(1));
        assert_eq!(
            ["0.25", "-0.25", "0.24", "9999.96", "-0.04", "5"].map(|n| shown(n, one)),
            ["0,3", "−0,3", "0,2", "10_000,0", "0,0", "5,0"]
        );
        let trimmed = NumberStyle { zeros: TrailingZeros::Trim, ..one };
        assert_eq!(["5", "5.04", "5.15"].map(|n| shown(n, trimmed)), ["5", "5", "5,2"]);
        assert_eq!(shown("2.50", NumberStyle::default()), "2,5");
    }

    #[test]
    fn percent_stands_after_a_no_break_space_or_glued() {
        let style = NumberStyle::default();
        assert_eq!(format_percent(decimal("3.4"), &style), "3,4\u{a0}%");
        assert_eq!(format_percent(decimal("3.4"), &NumberStyle { glued_percent: true, ..style }), "3,4%");
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let cases = [
            ("3 263", "3263"),
            ("3\u{a0}263", "3263"),
            ("38\u{2009}569\u{202f}440", "38569440"),
            (" 775 471,5 ", "775471.5"),
            ("1 234.5", "1234.5"),
            ("1 234.567", "1234.567"),
            ("1.234.567", "1234567"),
            ("1,234,567", "1234567"),
            ("1,234.5", "1234.5"),
            ("1.234,5", "1234.5"),
            ("1,234", "1.234"),
            ("0.125", "0.125"),
            ("1234.567", "1234.567"),
            ("−5", "-5"),
            ("-5", "-5"),
            ("– 5", "-5"),
            ("—5", "-5"),
            ("+5", "5"),
            (",5", "0.5"),
            ("007", "7"),
            ("-0", "0"),
        ];
        for (typed, value) in cases {
            let read = parse(typed).map(|typed| (typed.value, typed.percent));
            assert_eq!(read, Ok((decimal(value), false)), "{typed}");
        }
        assert_eq!(parse("5 %"), Ok(Typed { value: decimal("5"), percent: true, decimals: 0 }));
        assert_eq!(parse("47,30%"), Ok(Typed { value: decimal("47.3"), percent: true, decimals: 2 }));
    }

    #[test]
    fn what_is_no_number_says_why() {
        let ambiguous = NumberError::Ambiguous { fraction: "1,234".into(), whole: "1234".into() };
        let cases = [
            ("", NumberError::Empty),
            (" \u{a0}", NumberError::Empty),
            ("%", NumberError::NotANumber),
            ("-", NumberError::NotANumber),
            ("+", NumberError::NotANumber),
            (".", NumberError::NotANumber),
            ("н/д", NumberError::NotANumber),
            ("5 чел.", NumberError::NotANumber),
            ("5,", NumberError::NotANumber),
            ("1e5", NumberError::NotANumber),
            ("28.08.2018", NumberError::Groups),
            ("12 34", NumberError::Groups),
            ("1 234 56", NumberError::Groups),
            ("1 234,567,890", NumberError::Groups),
            ("1,5 0", NumberError::Groups),
            ("1.234", ambiguous),
            ("99999999999999999999999999999999", NumberError::TooLong),
        ];
        for (typed, error) in cases {
            assert_eq!(parse(typed), Err(error), "{typed}");
        }
    }

    #[test]
    fn a_known_mark_leaves_no_doubt() {
        let value = |text, mark| parse_with_mark(text, mark).map(|typed| typed.value);
        assert_eq!(value("1.234", DecimalMark::Point), Ok(decimal("1.234")));
        assert_eq!(value("1,234", DecimalMark::Point), Ok(decimal("1234")));
        assert_eq!(value("1.234", DecimalMark::Comma), Ok(decimal("1234")));
        assert_eq!(value("1.23", DecimalMark::Comma), Err(NumberError::Groups));
        assert_eq!(value("1.234.567", DecimalMark::Point), Err(NumberError::Groups));
        assert_eq!(value("0.125", DecimalMark::Comma), Err(NumberError::Groups));
    }

    #[test]
    fn a_number_shows_its_mark_or_leaves_it_open() {
        for text in ["12,5", "1.234,5", "1.234.567", "0,125", "1234,567", "5,0 %"] {
            assert_eq!(shown_mark(text), Some(DecimalMark::Comma), "{text}");
        }
        for text in ["12.5", "1,234.5", "1,234,567", "0.125", "1 234.567", "-5.0"] {
            assert_eq!(shown_mark(text), Some(DecimalMark::Point), "{text}");
        }
        for text in ["1.234", "1,234", "1234", "", "н/д", "28.08.2017"] {
            assert_eq!(shown_mark(text), None, "{text}");
        }
    }

    #[test]
    fn the_error_explains_both_readings() {
        let said = parse("1.234").map_err(|error| error.explain().0);
        assert_eq!(said, Err("число читается двояко: дробь «1,234» или целое «1234»".to_owned()));
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(mantissa in any::<i64>(), scale in 0u32..15, early in any::<bool>()) {
            let value = Decimal::new(mantissa, scale);
            let grouping = if early { Grouping::FromThousand } else { Grouping::FromTenThousand };
            let style = NumberStyle { grouping, ..NumberStyle::default() };
            prop_assert_eq!(parse(&format(value, &style)).map(|typed| typed.value), Ok(value));
            let percent = parse(&format_percent(value, &style)).map(|typed| (typed.value, typed.percent));
            prop_assert_eq!(percent, Ok((value, true)));
        }

        #[test]
        fn rounded_numbers_are_printed_with_their_decimals(mantissa in any::<i64>(), decimals in 0u32..6) {
            let style = NumberStyle::default().with_decimals(Some(decimals));
            let value = Decimal::new(mantissa, 4);
            let printed = format(value, &style);
            prop_assert_eq!(printed.split_once(',').map_or(0, |(_, f)| f.len()), decimals as usize);
            prop_assert_eq!(parse(&printed).map(|typed| typed.value), Ok(rounded(value, &style)));
        }

        #[test]
        fn no_text_makes_it_panic(text in "[-−–+0-9., \u{a0}%а]{0,12}") {
            let _ = parse(&text);
            let _ = parse_with_mark(&text, DecimalMark::Comma);
            let _ = parse_with_mark(&text, DecimalMark::Point);
        }
    }
}
