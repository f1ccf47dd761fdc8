//! The names of the months, in the cases that dates and deadlines need.

/// The cases in which documents name a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthCase {
    /// «сентябрь»
    Nominative,
    /// «сентября», after a day or «до»
    Genitive,
    /// «сентябрю», after «к»
    Dative,
    /// «сентябре», after «в»
    Prepositional,
}

const STEMS: [(&str, &str); 12] = [
    ("январ", "ь"),
    ("феврал", "ь"),
    ("март", ""),
    ("апрел", "ь"),
    ("ма", "й"),
    ("июн", "ь"),
    ("июл", "ь"),
    ("август", ""),
    ("сентябр", "ь"),
    ("октябр", "ь"),
    ("ноябр", "ь"),
    ("декабр", "ь"),
];

/// Endings after a hard stem (март, август) and after a soft one, by case.
const ENDINGS: [(&str, &str); 4] = [("", ""), ("а", "я"), ("у", "ю"), ("е", "е")];

/// The name of a month, 1 to 12; `None` for any other number.
pub fn name(month: u32, case: MonthCase) -> Option<String> {
    parts(month, case).map(|(stem, ending)| format!("{stem}{ending}"))
}

/// The stem of a month's name and its ending.
fn parts(month: u32, case: MonthCase) -> Option<(&'static str, &'static str)> {
    let (stem, soft) = STEMS.get(usize::try_from(month.checked_sub(1)?).ok()?)?;
    let (hard_ending, soft_ending) = ENDINGS.get(case as usize)?;
    let ending = match (case, soft.is_empty()) {
        (MonthCase::Nominative, _) => *soft,
        (_, true) => hard_ending,
        (_, false) => soft_ending,
    };
    Some((stem, ending))
}

/// Whether a word in small letters is the name of a month in a case.
fn is_name(word: &str, month: u32, case: MonthCase) -> bool {
    parts(month, case).is_some_and(|(stem, ending)| word.strip_prefix(stem) == Some(ending))
}

/// The month, 1 to 12, that a word names in any of the cases; letter case does not matter.
pub fn number(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    (1..=12).find(|&month| CASES.iter().any(|&case| is_name(&word, month, case)))
}

/// The month that a word names in the genitive («сентября»); letter case does not matter.
pub fn number_of_genitive(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    (1..=12).find(|&month| is_name(&word, month, MonthCase::Genitive))
}

const CASES: [MonthCase; 4] =
    [MonthCase::Nominative, MonthCase::Genitive, MonthCase::Dative, MonthCase::Prepositional];

/// The English name of a month, for messages; empty for a number that is none.
pub(super) fn english(month: u32) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    month.checked_sub(1).and_then(|index| NAMES.get(index as usize)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_of_soft_hard_and_short_stems() {
        let all = |month| CASES.map(|case| name(month, case).unwrap_or_default()).join(" ");
        assert_eq!(all(9), "сентябрь сентября сентябрю сентябре");
        assert_eq!(all(8), "август августа августу августе");
        assert_eq!(all(5), "май мая маю мае");
        assert_eq!((name(0, MonthCase::Genitive), name(13, MonthCase::Genitive)), (None, None));
    }

    #[test]
    fn a_name_leads_back_to_its_month() {
        for month in 1..=12 {
            for case in CASES {
                assert_eq!(name(month, case).and_then(|word| number(&word)), Some(month));
            }
        }
        assert_eq!(number("Сентября"), Some(9));
        assert_eq!((number("мартобря"), number_of_genitive("май")), (None, None));
    }
}
