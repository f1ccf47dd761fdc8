//! Numbers as they are typed into a text: amounts, days, school years, numbers of clauses.

use super::sentence::{Kind, Number, NumberRole};
use super::sentences::{is_blank, word_length};
use crate::russian::scale::Scale;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// What the digits at the beginning of `text` are, and how long it is. A number that is `named`
/// (behind `№`) has no groups: «школа № 5 125 учеников».
pub fn read(text: &str, named: bool) -> (Kind, usize) {
    let sign = if text.starts_with('−') { '−'.len_utf8() } else { 0 };
    let whole = &text[sign..];
    let first = digits(whole);
    let after = &whole[first..];
    if let Some((kind, length)) = joined(whole, first) {
        return (kind, sign + length);
    }
    if after.starts_with(|c: char| c.is_alphanumeric() || c == '_') || hyphened(after) {
        return (Kind::Word, sign + word_length(whole));
    }
    let (end, grouped) = if named { (first, false) } else { groups(whole, first) };
    let (end, decimals) = fraction(whole, end);
    match value(&whole[..end], decimals, sign > 0) {
        Some(value) => {
            let number = Number {
                value,
                decimals,
                percent: false,
                scale: Scale::One,
                grouped,
                role: NumberRole::Amount,
            };
            (Kind::Number(number), sign + end)
        }
        None => (Kind::Word, sign + end),
    }
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// «9-х», «100-процентная»: a hyphen with a letter behind it.
fn hyphened(after: &str) -> bool {
    let mut chars = after.chars();
    matches!(chars.next(), Some('-' | '‑')) && chars.next().is_some_and(char::is_alphabetic)
}

/// Numbers joined by dots, slashes or colons, or two years by a dash.
fn joined(text: &str, first: usize) -> Option<(Kind, usize)> {
    let mark = text[first..].chars().next()?;
    let second = digits(&text[first + mark.len_utf8()..]);
    if second == 0 {
        return None;
    }
    let end = first + mark.len_utf8() + second;
    match mark {
        '.' => Some(dotted(text, first, end)),
        ':' => Some((Kind::Dotted, end)),
        '/' | '-' | '–' | '—' | '‑' => match years(&text[..first], &text[end - second..end]) {
            Some((one, two)) => Some((Kind::Years(one, two), end)),
            None if mark == '/' => Some((Kind::Word, end)),
            None => None,
        },
        _ => None,
    }
}

fn years(one: &str, two: &str) -> Option<(u32, u32)> {
    let first: u32 = one.parse().ok()?;
    let second: u32 = two.parse().ok()?;
    let year = |year: u32| (1900..2100).contains(&year);
    let fits = one.len() == 4 && year(first) && ((two.len() == 4 && year(second)) || two.len() == 2);
    fits.then_some((first, second))
}

/// A day, a decimal point before a unit, or a chain of numbers.
fn dotted(text: &str, first: usize, second_end: usize) -> (Kind, usize) {
    let mut end = second_end;
    let mut dots = 1;
    while text[end..].starts_with('.') && digits(&text[end + 1..]) > 0 {
        end += 1 + digits(&text[end + 1..]);
        dots += 1;
    }
    let parts: Vec<&str> = text[..end].split('.').collect();
    if let [day, month, year] = parts.as_slice()
        && day.len() <= 2
        && month.len() == 2
        && matches!(year.len(), 2 | 4)
    {
        return (Kind::Date(date(day, month, year)), end);
    }
    let behind = text[end..].trim_start_matches(is_blank);
    let measured = behind.starts_with('%')
        || ["процент", "тыс", "млн", "млрд", "руб"].iter().any(|unit| behind.starts_with(unit));
    if dots == 1 && measured {
        let decimals = (end - first - 1) as u32;
        if let Some(value) = value(&text[..end], decimals, false) {
            let number = Number {
                value,
                decimals,
                percent: false,
                scale: Scale::One,
                grouped: false,
                role: NumberRole::Amount,
            };
            return (Kind::Number(number), end);
        }
    }
    (Kind::Dotted, end)
}

fn date(day: &str, month: &str, year: &str) -> Option<NaiveDate> {
    let full: i32 = year.parse().ok()?;
    let full = if year.len() == 2 { 2000 + full } else { full };
    NaiveDate::from_ymd_opt(full, month.parse().ok()?, day.parse().ok()?)
}

/// Where the groups of three digits end, and whether there are any.
fn groups(text: &str, first: usize) -> (usize, bool) {
    if first > 3 || text.starts_with('0') {
        return (first, false);
    }
    let mut end = first;
    while let Some(gap) = text[end..].chars().next().filter(|c| is_blank(*c) && *c != '\n') {
        let group = digits(&text[end + gap.len_utf8()..]);
        let next = end + gap.len_utf8() + group;
        let glued =
            text[next..].starts_with(|c: char| c.is_alphanumeric() || c == '_') || hyphened(&text[next..]);
        let dotted = text[next..].starts_with(['.', '/', ':']) && digits(&text[next + 1..]) > 0;
        if group != 3 || glued || dotted {
            break;
        }
        end = next;
    }
    (end, end > first)
}

/// Where the fraction ends, and how many digits it has. «5,7,9» is a list.
fn fraction(text: &str, whole: usize) -> (usize, u32) {
    let Some(after) = text[whole..].strip_prefix(',') else { return (whole, 0) };
    let count = digits(after);
    let end = whole + 1 + count;
    let list = text[end..].starts_with(',') && digits(&text[end + 1..]) > 0;
    if count == 0 || list { (whole, 0) } else { (end, count as u32) }
}

fn value(text: &str, decimals: u32, negative: bool) -> Option<Decimal> {
    let plain: String = text.chars().filter(|c| c.is_ascii_digit()).collect();
    let units: i128 = plain.parse().ok().filter(|_| plain.len() <= 27 && decimals <= Decimal::MAX_SCALE)?;
    let value = Decimal::try_from_i128_with_scale(units, decimals).ok()?;
    Some(if negative { -value } else { value })
}
