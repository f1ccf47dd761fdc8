//! How many words a text takes to say.

use super::declension::Case;
use super::words::{Gender, integer};
use rust_decimal::Decimal;

/// The words that are spoken for a text.
///
/// A word with hyphens is one word, and so is an abbreviation (`ФГОС`). A figure is as many words
/// as it takes to say: `3 263` five («три тысячи двести шестьдесят три»), `58,4` five («пятьдесят
/// восемь целых четыре десятых»), `28.08.2017` seven; `%`, `№`, `§` and a sign before a figure are
/// one word each.
pub fn spoken_words(text: &str) -> usize {
    let (mut count, mut rest) = (0, text);
    while let Some(c) = rest.chars().next() {
        let (words, length) = match c {
            '0'..='9' => figure(rest),
            'а'..='я' | 'А'..='Я' => (1, word(rest)),
            c if c.is_alphabetic() => (1, word(rest)),
            '%' | '‰' | '№' | '§' | '°' | '=' | '×' => (1, c.len_utf8()),
            '+' | '−' | '±' => (usize::from(digit(&rest[c.len_utf8()..])), c.len_utf8()),
            _ => (0, c.len_utf8()),
        };
        count += words;
        rest = &rest[length..];
    }
    count
}

/// Minutes and seconds, as a clock shows them: `3:04`. Every time that is told is told so, from
/// the beginning or of a part, so that parts can be added up.
pub fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The length of a word with what hangs on it by hyphens.
fn word(text: &str) -> usize {
    // The small letters first: for others tables are searched.
    let inside = |c: char| {
        matches!(c, 'а'..='я' | '-' | '‑' | '’' | '\'' | '\u{ad}' | '\u{301}') || c.is_alphanumeric()
    };
    text.find(|c| !inside(c)).unwrap_or(text.len())
}

fn digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// The words and the length of a figure, with a suffix such as `-й`.
fn figure(text: &str) -> (usize, usize) {
    if let Some(found) = date(text) {
        return found;
    }
    let whole = whole(text);
    let mut words = said(&text[..whole]);
    let mut length = whole;
    if let Some(fraction) = text[whole..].strip_prefix(',').filter(|rest| digit(rest)) {
        let digits = digits(fraction);
        words += said(&fraction[..digits]) + 2;
        length += 1 + digits;
    }
    let suffix = text[length..].strip_prefix(['-', '‑']).filter(|rest| rest.starts_with(char::is_alphabetic));
    (words, suffix.map_or(length, |suffix| text.len() - suffix.len() + word(suffix)))
}

fn digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())
}

/// The length of a whole number with its groups of three digits.
fn whole(text: &str) -> usize {
    let mut length = digits(text);
    if length > 3 {
        return length;
    }
    while let Some(rest) = text[length..].strip_prefix([' ', '\u{a0}', '\u{202f}']) {
        if digits(rest) != 3 {
            break;
        }
        length = text.len() - rest.len() + 3;
    }
    length
}

/// The words of a whole number's digits; one for each three that are too many for a numeral.
fn said(text: &str) -> usize {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let number = digits.parse::<Decimal>().ok();
    let words = number.and_then(|number| integer(number, Gender::Masculine, Case::Nominative).ok());
    words.map_or(digits.len().div_ceil(3), |words| words.split_whitespace().count())
}

/// `28.08.2017`: the day, the month, the year and «года».
fn date(text: &str) -> Option<(usize, usize)> {
    let (day, rest) = text.split_once('.')?;
    let (month, rest) = rest.split_once('.')?;
    let year = &rest[..digits(rest)];
    let number = |text: &str, most: usize| (1..=most).contains(&text.len()) && digits(text) == text.len();
    if !number(day, 2) || !number(month, 2) || year.len() != 4 {
        return None;
    }
    Some((said(day) + 1 + said(year) + 1, day.len() + month.len() + year.len() + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_they_are_said() {
        let said = [
            ("Уважаемые коллеги!", 2),
            ("социально-экономический, по ФГОС", 3),
            ("24 школы", 3),
            ("3 263 человека", 6),
            ("38\u{a0}569\u{a0}440 рублей", 10),
            ("58,4 % – это больше", 8),
            ("до 28.08.2017", 8),
            ("в 10-х классах № 5", 5),
            ("1–4 классы", 3),
            ("+5 мест", 3),
            ("в 2017 году", 5),
            ("", 0),
            ("«…»", 0),
        ];
        for (text, words) in said {
            assert_eq!(spoken_words(text), words, "{text}");
        }
    }

    #[test]
    fn figures_too_long_for_numerals_still_take_time() {
        assert_eq!(spoken_words("1234567890123456789012345678901234567890"), 14);
    }
}
