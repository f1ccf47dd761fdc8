//! The options of a call: `знаков=1`, `род=ж`, `падеж=родительный`.

use crate::pack::read::join;
use crate::russian::decimals::Decimals;
use crate::russian::declension::{CASE_NAMES, Case};
use crate::russian::words::{GENDERS, Gender};
use crate::text::Argument;

/// An option that a call may have.
#[derive(Debug)]
pub struct CallOption {
    /// Its Russian name.
    pub ru: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// What it takes.
    pub takes: Takes,
}

/// What an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A number of decimals.
    Decimals,
    /// A gender.
    Gender,
    /// A case.
    Case,
}

/// How many decimals are printed.
pub static DECIMALS: CallOption = CallOption { ru: "знаков", en: "decimals", takes: Takes::Decimals };
/// The gender of what a number in words counts.
pub static GENDER: CallOption = CallOption { ru: "род", en: "gender", takes: Takes::Gender };
/// The case in which a number in words stands.
pub static CASE: CallOption = CallOption { ru: "падеж", en: "case", takes: Takes::Case };

impl CallOption {
    /// Whether it has this name.
    pub fn is(&self, name: &str) -> bool {
        name == self.ru || name == self.en
    }

    /// Its name in the language in which a call is written.
    pub fn name(&self, english: bool) -> &'static str {
        if english { self.en } else { self.ru }
    }
}

impl Takes {
    /// Whether a value is one that it takes.
    pub fn accepts(self, value: &str) -> bool {
        match self {
            Takes::Decimals => Decimals::parse(value).is_some(),
            Takes::Gender => Gender::parse(value).is_some(),
            Takes::Case => Case::parse(value).is_some(),
        }
    }

    /// Why a value is not taken, in both languages.
    pub fn expected(self) -> (&'static str, &'static str) {
        match self {
            Takes::Decimals => {
                ("знаков бывает от 0 до 10, цифрами", "decimals are a whole number from 0 to 10, in digits")
            }
            Takes::Gender => ("такого рода нет", "there is no such gender"),
            Takes::Case => ("такого падежа нет", "there is no such case"),
        }
    }

    /// Values to write in place of one that it does not take, for an option of this name.
    pub fn examples(self, name: &str, english: bool) -> String {
        let words = |names: &mut dyn Iterator<Item = (&str, &str)>| {
            let in_full = names.filter(|(ru, _)| ru.chars().count() > 1);
            let shown: Vec<String> =
                in_full.map(|(ru, en)| format!("{name}={}", if english { en } else { ru })).collect();
            join(shown.iter().map(String::as_str))
        };
        match self {
            Takes::Decimals => format!("`{name}=1`"),
            Takes::Gender => words(&mut GENDERS.iter().map(|(ru, en, _)| (*ru, *en))),
            Takes::Case => words(&mut CASE_NAMES.iter().map(|(ru, en, _)| (*ru, *en))),
        }
    }
}

/// An option as it is written in a call: its word, its name and its value.
#[derive(Clone, Copy, Debug)]
pub struct Given<'c> {
    /// The whole word.
    pub word: &'c Argument,
    /// What stands before `=`.
    pub name: &'c str,
    /// What stands behind it.
    pub value: &'c str,
}

impl<'c> Given<'c> {
    /// The option that a word is, if it is one: quoted words are none.
    pub fn of(word: &'c Argument) -> Option<Given<'c>> {
        let (name, value) = word.text.split_once('=').filter(|_| !word.quoted)?;
        Some(Given { word, name, value })
    }
}
