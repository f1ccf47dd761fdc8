//! The options of a call: `знаков=1`, `род=ж`.

use crate::pack::read::join;
use crate::russian::decimals::Decimals;
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
}

/// How many decimals are printed.
pub static DECIMALS: CallOption = CallOption { ru: "знаков", en: "decimals", takes: Takes::Decimals };
/// The gender of what a number in words counts.
pub static GENDER: CallOption = CallOption { ru: "род", en: "gender", takes: Takes::Gender };

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
        }
    }

    /// Why a value is not taken, in both languages.
    pub fn expected(self) -> (&'static str, &'static str) {
        match self {
            Takes::Decimals => {
                ("знаков бывает от 0 до 10, цифрами", "decimals are a whole number from 0 to 10, in digits")
            }
            Takes::Gender => ("такого рода нет", "there is no such gender"),
        }
    }

    /// Values to write in place of one that it does not take, for an option of this name.
    pub fn examples(self, name: &str, english: bool) -> String {
        match self {
            Takes::Decimals => format!("`{name}=1`"),
            Takes::Gender => {
                let words = GENDERS.iter().filter(|(ru, _, _)| ru.chars().count() > 1);
                let shown: Vec<String> =
                    words.map(|(ru, en, _)| format!("{name}={}", if english { en } else { ru })).collect();
                join(shown.iter().map(String::as_str))
            }
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
