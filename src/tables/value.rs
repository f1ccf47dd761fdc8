//! What a cell holds: empty, «–», «н/д» and zero are four different things.

use super::number_format::NumberFormat;
use crate::russian::number::{self, DecimalMark, NumberError};
use crate::russian::typography::fold;
use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

/// An exact number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number as the sheet shows it; where `percent` is set, it counts percents (12,5 % is 12.5).
    pub value: Decimal,
    /// Whether it is shown with `%`.
    pub percent: bool,
    /// How many digits after the comma the cell shows: by its number format, or as they were
    /// typed. `None` where nobody has chosen them: a format «General», or more than
    /// [`number::MOST_UNDECLARED`] in a text, which some program has computed.
    pub decimals: Option<u32>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, or spaces only.
    Empty,
    /// A dash, by which statistics say that the thing does not occur.
    Dash,
    /// «н/д», «нет данных» and their like: the figure exists, but is not known.
    NotAvailable,
    /// A number; zero is one.
    Number(Number),
    /// `1.234`, where nothing in its column shows whether the point begins a fraction.
    Ambiguous,
    /// A day.
    Date(NaiveDate),
    /// `TRUE` or `FALSE`.
    Boolean(bool),
    /// Words; they are in the cell's text.
    Text,
    /// A formula whose result the file does not store; the cell's text is the formula.
    Uncalculated,
    /// A formula that failed; the cell's text is what the sheet shows, e.g. `#ДЕЛ/0!`.
    Failed,
}

/// Ways to write that a figure is not known, folded.
const NOT_AVAILABLE: &[&str] = &[
    "н/д",
    "н.д.",
    "н.д",
    "нд",
    "н. д.",
    "нет данных",
    "нет сведений",
    "нет свед.",
    "данных нет",
    "данные отсутствуют",
    "n/a",
    "na",
    "n.a.",
    "no data",
    "not available",
    "…",
    "...",
];

/// What sheets show where a formula failed, folded: Excel in Russian and English, LibreOffice.
const FAILED: &[&str] = &[
    "#дел/0!",
    "#н/д",
    "#имя?",
    "#пусто!",
    "#число!",
    "#ссылка!",
    "#знач!",
    "#div/0!",
    "#n/a",
    "#name?",
    "#null!",
    "#num!",
    "#ref!",
    "#value!",
];

impl Value {
    /// Reads what somebody typed.
    pub fn from_text(text: &str) -> Value {
        let text = text.trim();
        if text.is_empty() {
            return Value::Empty;
        }
        if text.chars().all(number::is_dash) {
            return Value::Dash;
        }
        match number::parse(text) {
            Ok(typed) if !is_code(text) => return Value::Number(Number::typed(typed)),
            Err(NumberError::Ambiguous { .. }) => return Value::Ambiguous,
            _ => {}
        }
        if let Some(date) = date_from_text(text) {
            return Value::Date(date);
        }
        match fold(text).as_str() {
            "истина" | "true" => Value::Boolean(true),
            "ложь" | "false" => Value::Boolean(false),
            folded if NOT_AVAILABLE.contains(&folded) => Value::NotAvailable,
            folded if FAILED.contains(&folded) => Value::Failed,
            _ => Value::Text,
        }
    }
}

impl Number {
    /// A number that somebody typed in a column of a known decimal mark; `None` where it is none.
    pub fn with_mark(text: &str, mark: DecimalMark) -> Option<Number> {
        let typed = number::parse_with_mark(text, mark).ok()?;
        (!is_code(text.trim())).then(|| Number::typed(typed))
    }

    fn typed(typed: number::Typed) -> Number {
        let decimals = Some(typed.decimals).filter(|&decimals| decimals <= number::MOST_UNDECLARED);
        Number { value: typed.value, percent: typed.percent, decimals }
    }

    /// The exact number behind a spreadsheet's floating-point one: its shortest decimal at 15
    /// significant digits, which is what spreadsheets show. `None` where it is beyond what an
    /// exact decimal can hold, or not finite.
    pub(super) fn from_float(float: f64, format: &NumberFormat) -> Option<Number> {
        if !float.is_finite() {
            return None;
        }
        let mut value = Decimal::from_scientific(&format!("{float:.14e}")).ok().or_else(|| tiny(float))?;
        if format.percent {
            value = value.checked_mul(Decimal::ONE_HUNDRED)?;
        }
        let value = value.normalize();
        Some(Number { value, percent: format.percent, decimals: format.decimals(value) })
    }

    /// How many digits after the comma it is shown with, or has where nobody has chosen them.
    pub fn precision(&self) -> u32 {
        self.decimals.unwrap_or(self.value.normalize().scale())
    }

    /// The same with the decimals that its shown text has, `1 234,50` two of them.
    pub(super) fn shown_as(self, text: &str) -> Number {
        let decimals = shown_decimals(self.value, text);
        Number { decimals: decimals.filter(|&decimals| decimals <= number::MOST_UNDECLARED), ..self }
    }

    /// As a Russian sheet shows it: decimal comma, `%`, no grouping.
    pub fn text(&self) -> String {
        let digits = self.value.to_string().replace('.', ",");
        if self.percent { format!("{digits}%") } else { digits }
    }
}

/// A number with more decimals than fit: what remains beyond the 28th is noise of computing.
fn tiny(float: f64) -> Option<Decimal> {
    (float.abs() < 1.0).then(|| Decimal::from_str_exact(&format!("{float:.28}")).ok()).flatten()
}

/// How many decimals a text has that shows `value`; `None` where it shows something else. Which
/// of its marks is the decimal one is told by the value.
fn shown_decimals(value: Decimal, text: &str) -> Option<u32> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let after = text.rsplit_once([',', '.']).map_or("", |(_, after)| after);
    let fraction = after.chars().take_while(char::is_ascii_digit).count() as u32;
    let shows = |decimals: &u32| {
        let rounded = value.abs().round_dp_with_strategy(*decimals, RoundingStrategy::MidpointAwayFromZero);
        let shown = digits.parse().ok().map(|digits| Decimal::try_from_i128_with_scale(digits, *decimals));
        shown.is_some_and(|shown| shown == Ok(rounded))
    };
    [fraction, 0].into_iter().filter(|&decimals| decimals <= Decimal::MAX_SCALE).find(shows)
}

/// Whether digits are a code and no number: `007`.
fn is_code(text: &str) -> bool {
    let digits = text.trim_start_matches(|sign: char| number::is_dash(sign) || sign == '+').trim_start();
    digits.strip_prefix('0').is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()))
}

/// `28.08.2017` or `2017-08-28`, with a time of midnight at most.
fn date_from_text(text: &str) -> Option<NaiveDate> {
    let digits = |text: &str, length: usize| -> Option<u32> {
        (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| text.parse().ok())
            .flatten()
    };
    let parts: Vec<&str> = text.split('.').collect();
    if let [day, month, year] = parts[..] {
        let year = digits(year, 4)?;
        return NaiveDate::from_ymd_opt(year as i32, digits(month, 2)?, digits(day, 2)?);
    }
    let parts: Vec<&str> = text.split('-').collect();
    if let [year, month, day] = parts[..] {
        let year = digits(year, 4)?;
        return NaiveDate::from_ymd_opt(year as i32, digits(month, 2)?, digits(day, 2)?);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(text: &str) -> Option<String> {
        match Value::from_text(text) {
            Value::Number(number) => Some(number.text()),
            _ => None,
        }
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let read = [
            ("0", "0"),
            ("1 234 567,50", "1234567,5"),
            ("1\u{a0}234", "1234"),
            ("12\u{202f}345,6", "12345,6"),
            ("3.14", "3,14"),
            ("1,234.5", "1234,5"),
            ("1.234.567,8", "1234567,8"),
            ("1,234,567", "1234567"),
            ("-5", "-5"),
            ("−5", "-5"),
            ("– 5", "-5"),
            ("+7", "7"),
            ("12,5 %", "12,5%"),
            ("0,05", "0,05"),
        ];
        for (typed, shown) in read {
            assert_eq!(number(typed).as_deref(), Some(shown), "{typed}");
        }
        for typed in ["", "007", "12 34", "1.2.2017", "5 чел.", "1,2,3", "1e5", "5,", "%", "-", "№ 5", "-05"]
        {
            assert_eq!(number(typed), None, "{typed}");
        }
    }

    #[test]
    fn empty_dash_unknown_and_zero_differ() {
        let read = |text| Value::from_text(text);
        assert_eq!([read(""), read(" \n")], [Value::Empty, Value::Empty]);
        assert_eq!([read("–"), read(" - "), read("—")], [Value::Dash, Value::Dash, Value::Dash]);
        for text in ["н/д", "Н/Д", "н. д.", "нет данных", "n/a", "…"] {
            assert_eq!(read(text), Value::NotAvailable, "{text}");
        }
        let zero = Number { value: Decimal::ZERO, percent: false, decimals: Some(0) };
        assert_eq!(read("0"), Value::Number(zero));
        assert_eq!(read("1.234"), Value::Ambiguous);
        assert_eq!(read("Школы"), Value::Text);
        assert_eq!(read("ИСТИНА"), Value::Boolean(true));
        assert_eq!([read("#ДЕЛ/0!"), read("#N/A")], [Value::Failed, Value::Failed]);
    }

    #[test]
    fn days_are_read_in_both_usual_forms() {
        let day = NaiveDate::from_ymd_opt(2017, 8, 28).map(Value::Date);
        assert_eq!(Some(Value::from_text("28.08.2017")), day);
        assert_eq!(Some(Value::from_text("2017-08-28")), day);
        assert_eq!(Value::from_text("31.02.2017"), Value::Text);
        assert_eq!(Value::from_text("8.8.17"), Value::Text);
    }

    #[test]
    fn floats_become_the_decimals_that_sheets_show() {
        let shown = |float| Number::from_float(float, &NumberFormat::GENERAL).map(|number| number.text());
        assert_eq!(shown(0.1).as_deref(), Some("0,1"));
        assert_eq!(shown(0.1 + 0.2).as_deref(), Some("0,3"));
        assert_eq!(shown(1234.0).as_deref(), Some("1234"));
        assert_eq!(shown(-0.0).as_deref(), Some("0"));
        assert_eq!(shown(1.0e-300).as_deref(), Some("0"));
        assert_eq!(shown(1.0e300), None);
        assert_eq!(shown(f64::NAN), None);
        let percent = Number::from_float(0.125, &NumberFormat::parse("0%"));
        assert_eq!(
            percent.map(|number| (number.text(), number.decimals)),
            Some(("12,5%".to_owned(), Some(0)))
        );
    }

    #[test]
    fn a_number_knows_the_decimals_that_its_cell_shows() {
        let typed = |text| match Value::from_text(text) {
            Value::Number(number) => number.decimals,
            _ => None,
        };
        assert_eq!(["5", "5,00", "84,5 %", "1 024,50"].map(typed), [Some(0), Some(2), Some(1), Some(2)]);
        assert_eq!(typed("33,3333333333333"), None, "a program has computed it");
        let shown = |value: &str, text| shown_decimals(value.parse().unwrap_or_default(), text);
        assert_eq!(shown("95.5184566870710", "95,5%"), Some(1));
        assert_eq!(shown("-1234.5", "-1 234,50 ₽"), Some(2));
        assert_eq!(shown("1234", "1,234"), Some(0));
        assert_eq!(shown("1.234", "1,234"), Some(3));
        assert_eq!(shown("0.5", "1/2"), None);
        assert_eq!(shown("5", "пять"), None);
    }

    proptest! {
        #[test]
        fn any_amount_survives_being_typed(whole in -999_999_999_999i64..1_000_000_000_000, cents in 0u32..100) {
            let value = Decimal::from(whole.unsigned_abs()) + Decimal::new(i64::from(cents), 2);
            let mut typed = String::new();
            let digits = whole.unsigned_abs().to_string();
            for (index, digit) in digits.chars().enumerate() {
                if index > 0 && (digits.len() - index) % 3 == 0 {
                    typed.push('\u{a0}');
                }
                typed.push(digit);
            }
            let typed = format!("{}{typed},{cents:02}", if whole < 0 { "−" } else { "" });
            let read = match Value::from_text(&typed) {
                Value::Number(number) => Some(number.value),
                _ => None,
            };
            prop_assert_eq!(read, Some(if whole < 0 { -value } else { value }));
        }

        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,12}") {
            let _ = Value::from_text(&text);
        }

        #[test]
        fn a_typed_decimal_survives_the_float(thousandths in -1_000_000_000_000i64..1_000_000_000_000) {
            let exact = Decimal::new(thousandths, 3).normalize();
            let float: f64 = exact.to_string().parse().unwrap_or(f64::NAN);
            let read = Number::from_float(float, &NumberFormat::GENERAL).map(|number| number.value);
            prop_assert_eq!(read, Some(exact));
        }
    }
}
