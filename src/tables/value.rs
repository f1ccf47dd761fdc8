//! What a cell holds: empty, «–», «н/д» and zero are four different things.

use crate::russian::typography::fold;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// An exact number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number as the sheet shows it; where `percent` is set, it counts percents (12,5 % is 12.5).
    pub value: Decimal,
    /// Whether it is shown with `%`.
    pub percent: bool,
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
        if text.chars().all(is_dash) {
            return Value::Dash;
        }
        if let Some(number) = Number::from_text(text) {
            return Value::Number(number);
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
    /// Reads a number as people type it: a decimal comma or point, groups of three digits
    /// parted by any space, a sign, `%`. A code such as `007` is not a number.
    pub fn from_text(text: &str) -> Option<Number> {
        let text = text.trim();
        let (text, percent) = match text.strip_suffix('%') {
            Some(rest) => (rest.trim_end(), true),
            None => (text, false),
        };
        let (digits, negative) = match text.chars().next() {
            Some(first) if is_dash(first) => (text[first.len_utf8()..].trim_start(), true),
            Some('+') => (text[1..].trim_start(), false),
            _ => (text, false),
        };
        let (whole, fraction) = split_decimal(digits)?;
        let whole = ungroup(&whole)?;
        let plain = if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") };
        let mut value = Decimal::from_str_exact(&plain).ok()?;
        value.set_sign_negative(negative && !value.is_zero());
        Some(Number { value, percent })
    }

    /// The exact number behind a spreadsheet's floating-point one: its shortest decimal at 15
    /// significant digits, which is what spreadsheets show. `None` where it is beyond what an
    /// exact decimal can hold, or not finite.
    pub fn from_float(float: f64, percent: bool) -> Option<Number> {
        if !float.is_finite() {
            return None;
        }
        let mut value = Decimal::from_scientific(&format!("{float:.14e}")).ok().or_else(|| tiny(float))?;
        if percent {
            value = value.checked_mul(Decimal::ONE_HUNDRED)?;
        }
        Some(Number { value: value.normalize(), percent })
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

/// Dashes and the real minus, all of which stand before negative numbers in real sheets.
pub(super) fn is_dash(character: char) -> bool {
    matches!(character, '-' | '–' | '—' | '−' | '‐' | '‑' | '‒' | '―')
}

/// Parts `digits` at the decimal mark; the fraction is digits only, the whole part may still
/// hold group marks.
fn split_decimal(digits: &str) -> Option<(String, String)> {
    let at = match (digits.rfind(','), digits.rfind('.')) {
        (Some(comma), Some(point)) => Some(comma.max(point)),
        (Some(mark), None) | (None, Some(mark)) => {
            let once = digits.matches([',', '.']).count() == 1;
            once.then_some(mark)
        }
        (None, None) => None,
    };
    let (whole, fraction) = match at {
        Some(at) => (&digits[..at], &digits[at + 1..]),
        None => (digits, ""),
    };
    let is_fraction = fraction.bytes().all(|byte| byte.is_ascii_digit());
    (is_fraction && (at.is_none() || !fraction.is_empty())).then(|| (whole.to_owned(), fraction.to_owned()))
}

/// Takes the group marks out of a whole number. All marks are the same kind, the first group
/// has one to three digits, each other one three: `12 34` and `1.2.2017` are not numbers.
fn ungroup(whole: &str) -> Option<String> {
    let kind = |character: char| if character.is_whitespace() { ' ' } else { character };
    let mut marks = whole.chars().filter(|character| !character.is_ascii_digit()).map(kind);
    let mark = marks.next();
    if marks.any(|other| Some(other) != mark) || mark.is_some_and(|mark| !" ,.'’".contains(mark)) {
        return None;
    }
    let groups: Vec<&str> = whole.split(|character: char| !character.is_ascii_digit()).collect();
    let (first, others) = groups.split_first()?;
    let grouped = others.iter().all(|group| group.len() == 3);
    let leading = first.len() > 1 && first.starts_with('0');
    let fits = others.is_empty() || first.len() <= 3;
    (!first.is_empty() && grouped && fits && !leading).then(|| groups.concat())
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
        Number::from_text(text).map(|number| number.text())
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let read = [
            ("0", "0"),
            ("1 234 567,50", "1234567,50"),
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
        for typed in ["", "007", "12 34", "1.2.2017", "5 чел.", "1,2,3", "1e5", "5,", ",5", "%", "-", "№ 5"]
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
        assert_eq!(read("0"), Value::Number(Number { value: Decimal::ZERO, percent: false }));
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
        let shown = |float| Number::from_float(float, false).map(|number| number.text());
        assert_eq!(shown(0.1).as_deref(), Some("0,1"));
        assert_eq!(shown(0.1 + 0.2).as_deref(), Some("0,3"));
        assert_eq!(shown(1234.0).as_deref(), Some("1234"));
        assert_eq!(shown(-0.0).as_deref(), Some("0"));
        assert_eq!(shown(1.0e-300).as_deref(), Some("0"));
        assert_eq!(shown(1.0e300), None);
        assert_eq!(shown(f64::NAN), None);
        let percent = Number::from_float(0.125, true).map(|number| number.text());
        assert_eq!(percent.as_deref(), Some("12,5%"));
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
            let read = Number::from_text(&typed).map(|number| number.value);
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
            prop_assert_eq!(Number::from_float(float, false).map(|number| number.value), Some(exact));
        }
    }
}
