//! The words, numbers and dates of a deadline.

use super::super::months;
use super::super::school_year::{self, SchoolYear};
use super::DeadlineError;
use crate::russian::date::{self, DateForm};
use crate::russian::typography::fold;
use chrono::NaiveDate;

/// One piece of a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A day of the calendar.
    Date(NaiveDate),
    /// A day of a month, without a year.
    Day { day: u32, month: u32 },
    /// A month, perhaps with its year.
    Month { month: u32, year: Option<i32> },
    /// A year.
    Year(i32),
    /// A school year.
    School(SchoolYear),
    /// Any other number.
    Number(u32),
    /// A number in Roman digits or as a word: «III», «первый»; or with an ending: «1-й».
    Ordinal(u32),
    /// `–`
    Dash,
    /// `,` or «и»
    And,
    /// A word, folded.
    Word(&'a str),
}

/// The text as [`tokens`] reads it.
pub(super) fn folded(text: &str) -> String {
    fold(text).replace('"', "")
}

/// The tokens of a folded deadline; dates are put together, «года», «г.» behind a year dropped.
/// `this_year` is the one that «текущего года» means.
pub(super) fn tokens(folded: &str, this_year: i32) -> Result<Vec<Token<'_>>, DeadlineError> {
    let mut rest = folded.trim_end_matches(['.', ';', ',']);
    let mut tokens: Vec<Token<'_>> = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            ' ' | '.' | ':' | '(' | ')' => (None, first.len_utf8()),
            '-' => (Some(Token::Dash), 1),
            ',' | ';' => (Some(Token::And), 1),
            '0'..='9' => number(rest)?,
            _ => word(rest),
        };
        rest = &rest[length..];
        tokens.extend(token);
    }
    let mut tokens = combined(numbered_years(tokens, this_year))?;
    number_periods(&mut tokens);
    Ok(tokens)
}

/// «текущего года», «с. г.», «следующего года» as years.
fn numbered_years(tokens: Vec<Token<'_>>, this_year: i32) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let after = match (out.last(), token) {
            (Some(Token::Word("с" | "т")), Token::Word("г")) => Some(0),
            (Some(Token::Word(which)), Token::Word("год" | "года" | "году" | "календарного")) => {
                years_after(which)
            }
            _ => None,
        };
        match (after, out.last(), token) {
            (Some(years), ..) => {
                out.pop();
                out.push(Token::Year(this_year.saturating_add(years)));
            }
            (None, Some(Token::Year(_)), Token::Word("календарного")) => {}
            (None, ..) => out.push(token),
        }
    }
    out
}

/// How many years after this one the words mean.
fn years_after(which: &str) -> Option<i32> {
    match which {
        "текущий" | "текущего" | "текущем" | "сего" | "этого" | "этом" | "нынешнего" => {
            Some(0)
        }
        "следующий" | "следующего" | "следующем" | "будущего" | "будущем" => {
            Some(1)
        }
        _ => None,
    }
}

/// «4 квартал», «1–2 декада»: a number before a period that counts is its ordinal.
fn number_periods(tokens: &mut [Token<'_>]) {
    for at in (0..tokens.len().saturating_sub(1)).rev() {
        let counts = match &tokens[at + 1..] {
            [Token::Word(noun), ..] => is_numbered(noun),
            [Token::Dash | Token::And, Token::Ordinal(_), ..] => true,
            _ => false,
        };
        if let (Token::Number(number), true) = (tokens[at], counts) {
            tokens[at] = Token::Ordinal(number);
        }
    }
}

fn is_numbered(noun: &str) -> bool {
    // «в течение 2 кварталов» counts them.
    ["квартал", "полугоди", "четверт", "триместр", "семестр", "декад", "половин"]
        .iter()
        .any(|stem| noun.starts_with(stem))
        && !matches!(noun, "кварталов" | "полугодий" | "четвертей" | "триместров" | "семестров")
}

type Piece<'a> = (Option<Token<'a>>, usize);

fn run(text: &str, keep: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !keep(c)).unwrap_or(text.len());
    &text[..end]
}

/// A date in digits, years, or a number.
fn number(text: &str) -> Result<Piece<'_>, DeadlineError> {
    if let Some(piece) = two_years(text)? {
        return Ok(piece);
    }
    let dotted = run(text, |c| c.is_ascii_digit() || c == '.');
    let parts: Vec<&str> = dotted.trim_end_matches('.').split('.').collect();
    if let [_, _, _] = parts.as_slice() {
        let body = dotted.trim_end_matches('.');
        let written = date::parse(body).map_err(DeadlineError::Date)?;
        return Ok((Some(Token::Date(written.date)), body.len()));
    }
    if let [day, month] = parts.as_slice()
        && let (Ok(day), Ok(month)) = (day.parse(), month.parse())
    {
        let body = dotted.trim_end_matches('.');
        return Ok((Some(day_of_year(day, month)?), body.len()));
    }
    let iso = run(text, |c| c.is_ascii_digit() || c == '-');
    if let Ok(written) = date::parse(iso) {
        // A deadline is printed as it is typed, and nobody prints a day like this.
        let near = [DateForm::WordsYear, DateForm::Numeric]
            .map(|form| format!("до {}", date::print(written.date, form).replace('\u{a0}', " ")));
        return Err(DeadlineError::Unknown { near: near.into() });
    }
    Ok(plain_number(text))
}

/// `2018/2019`; `2018-2019` only where «учебный» follows, otherwise these are calendar years.
fn two_years(text: &str) -> Result<Option<Piece<'_>>, DeadlineError> {
    let years = run(text, |c| c.is_ascii_digit() || matches!(c, '/' | '-'));
    let follows = text[years.len()..].trim_start().starts_with("уч");
    if years.matches(['/', '-']).count() != 1 || !(years.contains('/') || follows) {
        return Ok(None);
    }
    match school_year::parse(years) {
        Ok((year, _)) => Ok(Some((Some(Token::School(year)), years.len()))),
        Err(error @ school_year::SchoolYearError::NotFollowing { .. }) => {
            Err(DeadlineError::SchoolYear(error))
        }
        Err(_) => Ok(None),
    }
}

/// `2018`, `15`, `1-й`, `1-го`
fn plain_number(text: &str) -> Piece<'_> {
    let digits = run(text, |c| c.is_ascii_digit());
    let Ok(number) = digits.parse::<u32>() else {
        return (Some(Token::Word(digits)), digits.len());
    };
    let behind = &text[digits.len()..];
    let ending = behind.strip_prefix('-').map(|tail| run(tail, char::is_alphabetic)).unwrap_or_default();
    if ORDINAL_ENDINGS.contains(&ending) {
        return (Some(Token::Ordinal(number)), digits.len() + 1 + ending.len());
    }
    let token = match digits.len() {
        4 if (1900..=2999).contains(&number) => Token::Year(number as i32),
        _ => Token::Number(number),
    };
    (Some(token), digits.len())
}

const ORDINAL_ENDINGS: &[&str] =
    &["й", "ый", "ий", "го", "ого", "м", "ом", "е", "ое", "му", "х", "я", "ая", "ти", "ми", "ю", "ую"];

fn day_of_year<'a>(day: u32, month: u32) -> Result<Token<'a>, DeadlineError> {
    // A leap year, so that 29 February passes; the year is not known yet.
    date::day(2000, month, day).map_err(|error| DeadlineError::Date(error.in_any_year()))?;
    Ok(Token::Day { day, month })
}

fn word(text: &str) -> Piece<'_> {
    let word = run(text, |c| !matches!(c, ' ' | '.' | ',' | ';' | ':' | '(' | ')' | '-'));
    let token = match months::number(word).or_else(|| short_month(word)) {
        Some(month) => Token::Month { month, year: None },
        None if word == "и" => Token::And,
        None => match ordinal(word) {
            Some(number) => Token::Ordinal(number),
            None => Token::Word(word),
        },
    };
    (Some(token), word.len())
}

fn short_month(word: &str) -> Option<u32> {
    let short = ["янв", "фев", "мар", "апр", "", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];
    let longer = [("сент", 9), ("нояб", 11), ("февр", 2)];
    let found = short.iter().position(|&month| month == word).map(|index| index as u32 + 1);
    found.or_else(|| longer.iter().find(|(name, _)| *name == word).map(|&(_, month)| month))
}

/// Roman digits, also typed with Cyrillic letters that look alike, and words.
fn ordinal(word: &str) -> Option<u32> {
    let latin: String = word
        .chars()
        .map(|c| match c {
            'і' | 'ӏ' | 'l' | '|' => "i",
            'ш' => "iii",
            'п' => "ii",
            'у' | 'ѵ' => "v",
            'х' => "x",
            'ⅰ' => "i",
            'ⅱ' => "ii",
            'ⅲ' => "iii",
            'ⅳ' => "iv",
            'i' => "i",
            'v' => "v",
            'x' => "x",
            _ => "?",
        })
        .collect();
    let roman = ["i", "ii", "iii", "iv"].iter().position(|&digits| digits == latin);
    let spelled = ["перв", "втор", "трет", "четверт"]
        .iter()
        .position(|stem| word.strip_prefix(stem).is_some_and(|ending| SPELLED_ENDINGS.contains(&ending)));
    roman.or(spelled).map(|index| index as u32 + 1)
}

/// The endings of «первый», «второго», «третьей», «четвёртом»; «четвертей» has none of them.
#[rustfmt::skip]
const SPELLED_ENDINGS: &[&str] = &[
    "ый", "ой", "ий", "ая", "ья", "ое", "ье", "ые", "ьи", "ого", "ьего", "ому", "ьему", "ом", "ьем", "ой", "ьей", "ую", "ью", "ых",
];

/// Puts «15», «сентября», «2017», «года» together.
fn combined(tokens: Vec<Token<'_>>) -> Result<Vec<Token<'_>>, DeadlineError> {
    let mut out: Vec<Token<'_>> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let joined = match (out.last(), &token) {
            (Some(Token::Number(day)), Token::Month { month, .. }) => Some(day_of_year(*day, *month)?),
            (Some(Token::Ordinal(day)), Token::Month { month, .. }) => Some(day_of_year(*day, *month)?),
            (Some(Token::Day { day, month }), Token::Year(year)) => {
                Some(Token::Date(date::day(*year, *month, *day).map_err(DeadlineError::Date)?))
            }
            (Some(Token::Month { month, year: None }), Token::Year(year)) => {
                Some(Token::Month { month: *month, year: Some(*year) })
            }
            (Some(last), Token::Word(word)) if has_year(last) && year_word(word) => Some(*last),
            _ => None,
        };
        match joined {
            Some(joined) => {
                out.pop();
                out.push(joined);
            }
            None => out.push(token),
        }
    }
    Ok(out)
}

fn has_year(token: &Token<'_>) -> bool {
    matches!(token, Token::Date(_) | Token::Year(_) | Token::School(_) | Token::Month { year: Some(_), .. })
}

fn year_word(word: &str) -> bool {
    matches!(
        word,
        "г" | "гг"
            | "год"
            | "года"
            | "году"
            | "годы"
            | "годов"
            | "годах"
            | "уч"
            | "учебный"
            | "учебного"
            | "учебном"
            | "учебному"
    )
}
