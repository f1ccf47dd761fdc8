//! The parts of a year that the heads of a table name: months, quarters, halves, the year itself.

use super::table_rows::words;
use crate::russian::months;
use crate::tables::Head;

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A month, from 1.
    Month(u32),
    /// A quarter, or a quarter of the school year, from 1.
    Quarter(u32),
    /// A half, from 1.
    Half(u32),
    /// «Год», «За год», «2025 год».
    Year,
}

/// The part of a year that a head names in its last line, and nothing else.
pub fn period(head: &Head) -> Option<Period> {
    let all = words(head);
    let last = head.path.last().map(|last| crate::russian::typography::fold(last)).unwrap_or_default();
    let of = |text: &str| read(&text.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>());
    of(&last).or_else(|| of(&all))
}

fn read(words: &[&str]) -> Option<Period> {
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let telling = words.iter().copied().filter(|word| !word.is_empty() && !is_year(word));
    let telling: Vec<&str> =
        telling.filter(|word| !matches!(*word, "г" | "за" | "й" | "ый" | "ое" | "е" | "я")).collect();
    match telling.as_slice() {
        ["год" | "года"] => Some(Period::Year),
        ["весь", "год"] | ["год", "всего" | "итого"] | ["всего" | "итого", "год"] => {
            Some(Period::Year)
        }
        [month] | [month, "года"] => self::month(month).map(Period::Month),
        [count, unit] | [count, unit, "года"] => {
            let count = ordinal(count)?;
            match () {
                () if unit.starts_with("кв") || unit.starts_with("четверт") => {
                    (count <= 4).then_some(Period::Quarter(count))
                }
                () if unit.starts_with("полугод") => (count <= 2).then_some(Period::Half(count)),
                () => None,
            }
        }
        _ => None,
    }
}

fn month(word: &str) -> Option<u32> {
    const SHORT: [&str; 12] =
        ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];
    let short = || SHORT.iter().position(|short| *short == word).and_then(|at| u32::try_from(at + 1).ok());
    months::number(word).or_else(short)
}

fn ordinal(word: &str) -> Option<u32> {
    // A Roman figure is typed in letters of either alphabet.
    let roman = word.replace('і', "i");
    match roman.as_str() {
        "i" | "1" | "1-й" | "1-е" | "первый" | "первая" | "первое" => Some(1),
        "ii" | "2" | "2-й" | "2-е" | "второй" | "вторая" | "второе" => Some(2),
        "iii" | "3" | "3-й" | "3-е" | "третий" | "третья" => Some(3),
        "iv" | "4" | "4-й" | "4-е" | "четвёртый" | "четвертый" | "четвертая" => {
            Some(4)
        }
        _ => None,
    }
}

/// Of the columns before a total, by their periods, those that it adds up: the finest that make up
/// the whole of it. `None` where they are no whole year, or no half where `of` is one.
pub fn parts(periods: &[(usize, Period)], of: Period) -> Option<Vec<usize>> {
    let pick = |wanted: &dyn Fn(&Period) -> bool, count: usize| {
        let found: Vec<usize> =
            periods.iter().filter(|(_, period)| wanted(period)).map(|(at, _)| *at).collect();
        (found.len() == count).then_some(found)
    };
    let is_month = |period: &Period| matches!(period, Period::Month(_));
    match of {
        Period::Half(half) => {
            pick(&|period| matches!(period, Period::Quarter(count) if count.div_ceil(2) == half), 2)
        }
        Period::Quarter(_) | Period::Month(_) => None,
        Period::Year => pick(&is_month, 12)
            .or_else(|| pick(&|period| matches!(period, Period::Quarter(_)), 4))
            .or_else(|| pick(&|period| matches!(period, Period::Half(_)), 2)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<Period> {
        read(&text.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>())
    }

    #[test]
    fn heads_name_parts_of_a_year() {
        assert_eq!(of("i кв."), Some(Period::Quarter(1)));
        assert_eq!(of("3 квартал 2025"), Some(Period::Quarter(3)));
        assert_eq!(of("ii полугодие"), Some(Period::Half(2)));
        assert_eq!(of("сентябрь"), Some(Period::Month(9)));
        assert_eq!(of("всего за год"), Some(Period::Year));
        assert_eq!(of("итого за 2025 год"), Some(Period::Year));
        assert_eq!(of("за год"), Some(Period::Year));
        assert_eq!(of("9 месяцев"), None);
        assert_eq!(of("полугодие"), None);
        assert_eq!(of("прошлый год"), None);
        assert_eq!(of("2025"), None);
    }

    #[test]
    fn a_year_adds_its_finest_parts() {
        let quarters = [1, 2, 3, 4].map(|count| (count as usize, Period::Quarter(count)));
        assert_eq!(parts(&quarters, Period::Year), Some(vec![1, 2, 3, 4]));
        assert_eq!(parts(&quarters[..3], Period::Year), None);
        assert_eq!(parts(&quarters, Period::Half(2)), Some(vec![3, 4]));
    }
}
