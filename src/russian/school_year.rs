//! School years: `2016/2017`. A document keeps to one form.

use super::Explain;
use super::typography::one_line;
use chrono::NaiveDate;

/// A school year, from 1 September to 31 August.
///
/// Lessons end earlier, on a day that each school sets; what is to be done "within the school
/// year" is due by the end of August, when the next conference meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear {
    first: i32,
}

/// How the two years are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum SchoolYearForm {
    /// `2016/2017`
    #[default]
    Slash,
    /// `2016–2017`
    EnDash,
    /// `2016-2017`
    Hyphen,
}

/// Why a text is no school year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchoolYearError {
    /// It is in none of the forms.
    Unknown,
    /// The second year is not the one after the first; the year as it should be written.
    NotFollowing {
        /// The first year.
        first: i32,
        /// What was written as the second.
        second: i32,
    },
}

impl Explain for SchoolYearError {
    fn explain(&self) -> (String, String) {
        match self {
            SchoolYearError::Unknown => (
                "учебный год пишется как 2016/2017".to_owned(),
                "a school year is written as 2016/2017".to_owned(),
            ),
            SchoolYearError::NotFollowing { first, second } => {
                let right = format!("{first}/{}", first + 1);
                (
                    format!("за {first} следует {}, а не {second}: {right}", first + 1),
                    format!("{} follows {first}, not {second}: {right}", first + 1),
                )
            }
        }
    }
}

impl SchoolYear {
    /// The school year that begins in September of `first`; `None` outside 1900 to 9998.
    pub fn starting(first: i32) -> Option<SchoolYear> {
        (1900..=9998).contains(&first).then_some(SchoolYear { first })
    }

    /// The year in which it begins.
    pub fn first(self) -> i32 {
        self.first
    }

    /// The year in which it ends.
    pub fn second(self) -> i32 {
        self.first + 1
    }

    /// The one after it.
    #[must_use]
    pub fn next(self) -> SchoolYear {
        SchoolYear { first: (self.first + 1).min(9998) }
    }

    /// The one before it.
    #[must_use]
    pub fn previous(self) -> SchoolYear {
        SchoolYear { first: (self.first - 1).max(1900) }
    }

    /// 1 September.
    pub fn start(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.first, 9, 1).unwrap_or_default()
    }

    /// 31 August.
    pub fn end(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.second(), 8, 31).unwrap_or_default()
    }

    /// The two years in `form`.
    pub fn print(self, form: SchoolYearForm) -> String {
        let mark = match form {
            SchoolYearForm::Slash => '/',
            SchoolYearForm::EnDash => '–',
            SchoolYearForm::Hyphen => '-',
        };
        format!("{}{mark}{}", self.first, self.second())
    }
}

/// Reads `2016/2017`, `2016–2017`, `2016-2017`, `2016/17`, with spaces around the mark and
/// with «учебный год» in any case behind it.
pub fn parse(text: &str) -> Result<(SchoolYear, SchoolYearForm), SchoolYearError> {
    let text = without_words(text);
    let at = text.find(['/', '-', '–', '—', '−']).ok_or(SchoolYearError::Unknown)?;
    let form = match text[at..].chars().next() {
        Some('/') => SchoolYearForm::Slash,
        Some('-') => SchoolYearForm::Hyphen,
        _ => SchoolYearForm::EnDash,
    };
    let mark = text[at..].chars().next().map_or(1, char::len_utf8);
    let (first, second) = (text[..at].trim(), text[at + mark..].trim());
    let digits =
        |year: &str| year.chars().all(|c| c.is_ascii_digit()).then(|| year.parse::<i32>().ok()).flatten();
    let (Some(start), Some(end)) = (digits(first), digits(second)) else {
        return Err(SchoolYearError::Unknown);
    };
    let year = SchoolYear::starting(start).filter(|_| first.len() == 4).ok_or(SchoolYearError::Unknown)?;
    let end = match second.len() {
        2 => start - start % 100 + end + if end == 0 { 100 } else { 0 },
        4 => end,
        _ => return Err(SchoolYearError::Unknown),
    };
    if end != year.second() {
        return Err(SchoolYearError::NotFollowing { first: start, second: end });
    }
    Ok((year, form))
}

/// The text without «учебный год», «уч. г.» and the like behind it.
fn without_words(text: &str) -> String {
    let text = one_line(text).to_lowercase();
    let end = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    let (years, words) = text.split_at(end);
    let known = ["", "уч", "учебный", "учебного", "учебном", "учебному", "год", "года", "году", "г", "гг"];
    let all_known = words.split([' ', '.']).all(|word| known.contains(&word));
    if all_known { years.trim().to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_are_read() {
        let year = SchoolYear { first: 2016 };
        for (text, form) in [
            ("2016/2017", SchoolYearForm::Slash),
            ("2016/17", SchoolYearForm::Slash),
            ("2016 – 2017", SchoolYearForm::EnDash),
            ("2016-2017 учебный год", SchoolYearForm::Hyphen),
            ("2016/2017 уч. г.", SchoolYearForm::Slash),
        ] {
            assert_eq!(parse(text), Ok((year, form)), "{text}");
        }
        assert_eq!((year.next().print(SchoolYearForm::EnDash)).as_str(), "2017–2018");
        assert_eq!(year.previous().print(SchoolYearForm::Hyphen), "2015-2016");
        assert_eq!(
            (year.start().to_string(), year.end().to_string()),
            ("2016-09-01".into(), "2017-08-31".into())
        );
    }

    #[test]
    fn years_must_follow_on() {
        let said = |text| parse(text).map_err(|error| error.explain().0);
        assert_eq!(said("2016/2018"), Err("за 2016 следует 2017, а не 2018: 2016/2017".into()));
        for text in ["2016", "16/17", "2016/2017 классы", "2016/", "", "99999/2017"] {
            assert_eq!(said(text), Err("учебный год пишется как 2016/2017".into()), "{text}");
        }
        assert_eq!(parse("1999/00").map(|(year, _)| year.first()), Ok(1999));
    }

    proptest! {
        #[test]
        fn every_form_is_read_back(first in 1900i32..9998, index in 0usize..3) {
            let form = [SchoolYearForm::Slash, SchoolYearForm::EnDash, SchoolYearForm::Hyphen][index];
            let year = SchoolYear { first };
            prop_assert_eq!(parse(&year.print(form)), Ok((year, form)));
            prop_assert_eq!(year.next().previous().next(), year.next());
        }
    }
}
