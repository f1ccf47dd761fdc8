//! A sentence as a reader sees it: words, numbers, days and signs, each with its place.

use super::change::Changes;
use super::numerals::in_numbers;
use crate::russian::scale::Scale;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::cell::OnceCell;
use std::ops::Range;

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// As names are compared: small letters, е for ё, no soft hyphens. A number's digits as they stand.
    pub text: String,
    /// Its bytes in the field's text; those of the whole `{{…}}` where a figure printed it.
    pub range: Range<usize>,
    /// The figure that printed it: an index into [`Field::bound`](super::Field::bound).
    pub bound: Option<usize>,
    /// Whether a blank, of whatever width, stands before it.
    pub spaced: bool,
    /// Whether it begins with a capital letter.
    pub capital: bool,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A word, hyphens within it included: «социально-педагогический», «9-х», «100-процентная», «7а».
    Word,
    /// A number.
    Number(Number),
    /// A day in digits, `28.08.2018`; `None` where the calendar has no such day.
    Date(Option<NaiveDate>),
    /// Numbers joined by dots or colons: the number of a clause `2.1.3`, a time `10.00`.
    Dotted,
    /// Two years: `2017/2018`, `2017-2018`, `2017/18`; the first and the second as written.
    Years(u32, u32),
    /// `{{п имя}}` and whatever else prints no figure.
    Reference,
    /// A single character: punctuation, `№`, `%`.
    Sign(char),
}

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its value, not multiplied by the scale: 38,6 for «38,6 млн».
    pub value: Decimal,
    /// Digits after the comma.
    pub decimals: u32,
    /// Whether `%` or «процентов» follows.
    pub percent: bool,
    /// «тыс.», «млн» behind it.
    pub scale: Scale,
    /// Whether its digits stand in groups of three.
    pub grouped: bool,
    /// What it numbers.
    pub role: NumberRole,
}

/// What a number stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberRole {
    /// How many or how much.
    Amount,
    /// A calendar year.
    Year,
    /// A day before a month's name.
    Day,
    /// The number of a school, law, clause, order: after `№`, «ст.», «пункт» and their like.
    Name,
    /// One end of a range: «1–4 классы», «14-18 лет».
    Range,
    /// Where a group begins or ends: «моложе 35 лет», «3 и более», «выпускников 11 классов».
    Limit,
}

impl Number {
    /// Its value in ones: 38 600 000 for «38,6 млн».
    pub fn ones(&self) -> Decimal {
        self.value.checked_mul(self.scale.factor()).unwrap_or(self.value)
    }

    /// Whether it says how many or how much.
    pub fn is_amount(&self) -> bool {
        self.role == NumberRole::Amount
    }

    /// Half a unit of its last digit, in its own scale: what rounding may have taken.
    pub fn half(&self) -> Decimal {
        Decimal::new(5, (self.decimals + 1).min(Decimal::MAX_SCALE))
    }
}

impl Token {
    /// The number, if it is one.
    pub fn number(&self) -> Option<&Number> {
        match &self.kind {
            Kind::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The number, if it says how many or how much.
    pub fn amount(&self) -> Option<&Number> {
        self.number().filter(|number| number.is_amount())
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word)
    }

    /// Whether it is this sign.
    pub fn is_sign(&self, sign: char) -> bool {
        matches!(self.kind, Kind::Sign(own) if own == sign)
    }

    /// Whether it is a dash of any length or a hyphen.
    pub fn is_dash(&self) -> bool {
        matches!(self.kind, Kind::Sign('-' | '–' | '—' | '−' | '‑' | '‒' | '―'))
    }

    /// Whether it is a word that begins with one of the stems.
    pub fn begins(&self, stems: &[&str]) -> bool {
        self.is_word() && stems.iter().any(|stem| self.text.starts_with(stem))
    }

    /// Whether it is one of the words.
    pub fn is_any(&self, words: &[&str]) -> bool {
        self.is_word() && words.contains(&self.text.as_str())
    }
}

/// A sentence, or what stands in place of one: a heading, an item of a list.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// Its parts, in order.
    pub tokens: Vec<Token>,
    /// The paragraph of the field in which it stands, from zero.
    pub paragraph: usize,
    /// What it says of changes, read when a check first asks.
    changes: OnceCell<Changes>,
    /// The same with numbers in place of its numerals, likewise.
    numerals: OnceCell<Option<Box<Sentence>>>,
}

impl Sentence {
    /// A sentence of the paragraph.
    pub(super) fn new(tokens: Vec<Token>, paragraph: usize) -> Sentence {
        Sentence { tokens, paragraph, changes: OnceCell::new(), numerals: OnceCell::new() }
    }

    /// What it says of changes.
    pub(in crate::check) fn changes(&self) -> &Changes {
        self.changes.get_or_init(|| Changes::of(self))
    }

    /// The same with numbers in place of its numerals; `None` where it has none.
    pub(in crate::check) fn in_numbers(&self) -> Option<&Sentence> {
        self.numerals.get_or_init(|| in_numbers(self).map(Box::new)).as_deref()
    }

    /// The numbers that say how many or how much, with the index of their token.
    pub fn amounts(&self) -> impl DoubleEndedIterator<Item = (usize, &Number)> {
        self.tokens.iter().enumerate().filter_map(|(at, token)| Some((at, token.amount()?)))
    }

    /// The index of what the number at `at` counts: the first word behind it, its `%` and scale
    /// left out; `None` where a sign comes first.
    pub fn counted(&self, at: usize) -> Option<usize> {
        let behind = self.tokens.iter().enumerate().skip(at + 1);
        let mut scaled = false;
        for (index, token) in behind {
            match &token.kind {
                Kind::Word if !scaled && Scale::parse(&token.text).is_some() => scaled = true,
                Kind::Word => return Some(index),
                Kind::Sign('%') => {}
                Kind::Sign('.') if scaled => {}
                _ => return None,
            }
        }
        None
    }

    /// The words of some tokens, one blank between two.
    pub fn words(&self, range: Range<usize>) -> String {
        let tokens = self.tokens.get(range).unwrap_or_default();
        tokens.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}
