//! The words that a text may write before an indicator: what may follow each, and how it is
//! written.

use super::Refusal;
use super::option::{CASE, CallOption, DECIMALS, GENDER};
use super::print::{Print, Printed};

/// A helper of texts.
#[derive(Debug)]
pub struct Helper {
    /// Its Russian name.
    pub ru: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// What may follow it.
    pub form: Form,
    /// What follows it in an example. [`usage`](super::usage) fills in names of the pack: `<one>`
    /// is an indicator, `<pair>` one with a previous value or two that can be compared, `<share>`
    /// a part and its whole, `<cell>` a table with a row and a column, `<clause>` a clause with a
    /// deadline, `<noun>` the forms of what is counted.
    pub(super) example: &'static str,
    pub(super) print: fn(&Print<'_, '_>) -> Result<Printed, Refusal>,
}

/// What may follow the first word of a call.
#[derive(Debug)]
pub struct Form {
    /// How many words at least, options aside.
    pub least: usize,
    /// How many words at most, options aside.
    pub most: usize,
    /// The options.
    pub options: &'static [&'static CallOption],
}

const ROUNDED: &[&CallOption] = &[&DECIMALS];

/// What may follow an indicator that stands alone.
pub(super) static PLAIN: Form = Form { least: 0, most: 0, options: ROUNDED };

/// All helpers.
pub static HELPERS: &[Helper] = &[
    Helper {
        ru: "слово",
        en: "word",
        form: Form { least: 2, most: 2, options: ROUNDED },
        example: "<one> <noun>",
        print: |print| print.word(),
    },
    Helper {
        ru: "сколько",
        en: "count",
        form: Form { least: 2, most: 2, options: ROUNDED },
        example: "<one> <noun>",
        print: |print| print.count(),
    },
    Helper {
        ru: "с_единицей",
        en: "with_unit",
        form: Form { least: 1, most: 1, options: ROUNDED },
        example: "<one>",
        print: |print| print.with_unit(),
    },
    Helper {
        ru: "прошлый",
        en: "previous",
        form: Form { least: 1, most: 1, options: ROUNDED },
        example: "<one>",
        print: |print| print.previous(),
    },
    Helper {
        ru: "сравнить",
        en: "compare",
        form: Form { least: 1, most: 4, options: ROUNDED },
        example: "<pair> <noun>",
        print: |print| print.compare(),
    },
    Helper {
        ru: "сравнить_процент",
        en: "compare_percent",
        form: Form { least: 1, most: 3, options: ROUNDED },
        example: "<pair>",
        print: |print| print.compare_percent(),
    },
    Helper {
        ru: "направление",
        en: "direction",
        form: Form { least: 2, most: 3, options: &[] },
        example: "<pair> \"выросло|снизилось|не изменилось\"",
        print: |print| print.direction(),
    },
    Helper {
        ru: "разница",
        en: "difference",
        form: Form { least: 1, most: 2, options: ROUNDED },
        example: "<pair>",
        print: |print| print.difference(),
    },
    Helper {
        ru: "прирост",
        en: "growth",
        form: Form { least: 1, most: 2, options: ROUNDED },
        example: "<pair>",
        print: |print| print.growth(),
    },
    Helper {
        ru: "доля",
        en: "share",
        form: Form { least: 2, most: 2, options: ROUNDED },
        example: "<share>",
        print: |print| print.share(),
    },
    Helper {
        ru: "тыс",
        en: "thousands",
        form: Form { least: 1, most: 1, options: ROUNDED },
        example: "<one>",
        print: |print| print.thousands(),
    },
    Helper {
        ru: "млн",
        en: "millions",
        form: Form { least: 1, most: 1, options: ROUNDED },
        example: "<one>",
        print: |print| print.millions(),
    },
    Helper {
        ru: "млрд",
        en: "billions",
        form: Form { least: 1, most: 1, options: ROUNDED },
        example: "<one>",
        print: |print| print.billions(),
    },
    Helper {
        ru: "прописью",
        en: "in_words",
        form: Form { least: 1, most: 1, options: &[&CASE, &GENDER] },
        example: "<one>",
        print: |print| print.in_words(),
    },
    Helper {
        ru: "аппг",
        en: "appg",
        form: Form { least: 1, most: 2, options: ROUNDED },
        example: "<pair>",
        print: |print| print.appg(),
    },
    Helper {
        ru: "ячейка",
        en: "cell",
        form: Form { least: 3, most: 3, options: ROUNDED },
        example: "<cell>",
        print: |print| print.cell(),
    },
    Helper {
        ru: "дата",
        en: "date",
        form: Form { least: 0, most: 0, options: &[] },
        example: "",
        print: |print| print.date(),
    },
    Helper {
        ru: "учебный_год",
        en: "school_year",
        form: Form { least: 0, most: 1, options: &[] },
        example: "следующий",
        print: |print| print.school_year(),
    },
    Helper {
        ru: "срок",
        en: "due",
        form: Form { least: 1, most: 1, options: &[] },
        example: "<clause>",
        print: |print| print.deadline(),
    },
];

impl Helper {
    /// Its name in the language in which a call is written.
    pub fn name(&self, english: bool) -> &'static str {
        if english { self.en } else { self.ru }
    }
}

/// The helper of a name.
pub(crate) fn of_name(name: &str) -> Option<&'static Helper> {
    HELPERS.iter().find(|helper| name == helper.ru || name == helper.en)
}
