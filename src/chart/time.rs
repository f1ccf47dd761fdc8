//! Categories that are months or years: time goes from left to right.

use super::Chart;
use crate::russian::months::{self, MonthCase};
use crate::russian::school_year;

/// Months as calendars and tables shorten them (ГОСТ Р 7.0.12).
const SHORT: [&str; 12] =
    ["янв.", "фев.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."];
/// So many months have room for whole names.
const MOST_WHOLE: usize = 4;

impl Chart {
    /// Whether its categories are months, years or school years.
    pub fn is_over_time(&self) -> bool {
        self.categories.len() > 1 && self.categories.iter().all(|one| is_time(&one.name))
    }

    /// A category's name along the axis: as it is, or a month's usual short form where there are
    /// many months.
    pub fn axis_name(&self, category: usize) -> String {
        let name = self.categories.get(category).map_or("", |one| one.name.as_str());
        let many = self.categories.len() > MOST_WHOLE
            && self.categories.iter().all(|one| month(&one.name).is_some());
        let short = month(name).filter(|_| many).and_then(|at| SHORT.get(at));
        short.map_or_else(|| name.to_owned(), |short| (*short).to_owned())
    }
}

/// Whether words name a month, a year or a school year.
pub fn is_time(name: &str) -> bool {
    let name = name.trim();
    let year =
        |text: &str| text.len() == 4 && text.parse().is_ok_and(|year: u16| (1900..2200).contains(&year));
    let first = name.split_whitespace().next().unwrap_or("");
    month(name).is_some() || year(first) || school_year::parse(first).is_ok()
}

/// The month, from 0, that is called by its name alone.
fn month(name: &str) -> Option<usize> {
    let name = name.trim().to_lowercase();
    (1..=12).position(|at| months::name(at, MonthCase::Nominative).is_some_and(|own| own == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_years_are_time() {
        for name in ["Январь", "май", "2024", "2023/2024", "2024 год"] {
            assert!(is_time(name), "{name}");
        }
        for name in ["Школа № 1", "12", "Майский лицей", ""] {
            assert!(!is_time(name), "{name}");
        }
    }
}
