//! Agreement of a word with a number: 1 ученик, 2 ученика, 5 учеников, 1,5 ученика.

use super::{Explain, nouns};
use rust_decimal::Decimal;

/// The forms of a word after 1, 2 and 5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    one: String,
    few: String,
    many: String,
    /// After a fraction: that after two, but for adjectives.
    fraction: String,
}

/// Why a list of forms is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormsError {
    /// A form is empty: `ученик||учеников`.
    EmptyForm,
    /// Not as many forms as are needed; how many there are.
    Count(usize),
}

impl Explain for FormsError {
    fn explain(&self) -> (String, String) {
        match self {
            FormsError::EmptyForm => {
                ("одна из форм слова пуста".to_owned(), "one of the word's forms is empty".to_owned())
            }
            FormsError::Count(count) => (
                format!("форм слова {count}, а нужно три: после 1, 2 и 5"),
                format!("three forms are needed, after 1, 2 and 5; here is {count}"),
            ),
        }
    }
}

impl Forms {
    /// Reads `ученик|ученика|учеников`. Two forms (`обучается|обучаются`) are the form after
    /// one and that after all other numbers; a single form never changes (`чел.`).
    pub fn parse(list: &str) -> Result<Forms, FormsError> {
        let forms: Vec<&str> = list.split('|').map(str::trim).collect();
        if forms.iter().any(|form| form.is_empty()) {
            return Err(FormsError::EmptyForm);
        }
        let (one, few, many) = match forms.as_slice() {
            [only] => (only, only, only),
            [one, other] => (one, other, other),
            [one, few, many] => (one, few, many),
            more => return Err(FormsError::Count(more.len())),
        };
        Ok(Forms {
            one: one.to_string(),
            few: few.to_string(),
            many: many.to_string(),
            fraction: few.to_string(),
        })
    }

    /// Reads the forms of a noun that is counted: three, or one of an abbreviation (`чел.`, `кг`).
    ///
    /// # Errors
    /// An empty form, or another number of them.
    pub fn counted(list: &str) -> Result<Forms, FormsError> {
        match list.split('|').count() {
            1 if !is_shortened(list.trim()) => Err(FormsError::Count(1)),
            2 => Err(FormsError::Count(2)),
            _ => Forms::parse(list),
        }
    }

    /// Reads the forms of a word that stands beside a number: three, or two (`работает|работают`).
    ///
    /// # Errors
    /// An empty form, or another number of them.
    pub fn changing(list: &str) -> Result<Forms, FormsError> {
        match list.split('|').count() {
            1 => Err(FormsError::Count(1)),
            _ => Forms::parse(list),
        }
    }

    /// The same with a form of its own after fractions: 1,5 процентного пункта.
    pub fn with_fraction(self, fraction: &str) -> Forms {
        Forms { fraction: fraction.to_owned(), ..self }
    }

    /// The form that agrees with `number`, as it is printed: round it first.
    pub fn after(&self, number: Decimal) -> &str {
        match Class::of(number) {
            Class::One => &self.one,
            Class::Few => &self.few,
            Class::Fraction => &self.fraction,
            Class::Many => &self.many,
        }
    }

    /// The form in «на 1 … больше», which stands in the accusative: школу, рубль, человека.
    /// For all other numbers it is that of [`after`](Forms::after).
    pub fn after_by(&self, number: Decimal) -> String {
        if Class::of(number) != Class::One {
            return self.after(number).to_owned();
        }
        let (noun, rest) = self.one.split_at(self.one.find([' ', '\u{a0}']).unwrap_or(self.one.len()));
        if let Some(accusative) = nouns::accusative(noun) {
            return format!("{accusative}{rest}");
        }
        match self.one.char_indices().next_back() {
            Some((end, 'а')) if self.few != self.one => format!("{}у", &self.one[..end]),
            Some((end, 'я')) if self.few != self.one && !self.one.ends_with("мя") => {
                format!("{}ю", &self.one[..end])
            }
            _ => self.one.clone(),
        }
    }

    /// The form after five, which also follows «тыс.», «млн» and «млрд».
    pub fn many(&self) -> &str {
        &self.many
    }
}

/// Whether a word is an abbreviation, which never changes: it has a full stop or no vowel.
pub(super) fn is_shortened(word: &str) -> bool {
    word.ends_with('.') || !word.to_lowercase().contains(['а', 'е', 'ё', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я'])
}

/// The word that agrees with `number`; see [`Forms::parse`] for `forms`.
pub fn word(number: Decimal, forms: &str) -> Result<String, FormsError> {
    Forms::parse(forms).map(|forms| forms.after(number).to_owned())
}

/// What a number asks of the word after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// 1, 21, 101, but not 11.
    One,
    /// 2 to 4, 22 to 24, but not 12 to 14.
    Few,
    /// All other whole numbers.
    Many,
    /// 1,5: the genitive singular, which is the form after 2.
    Fraction,
}

impl Class {
    /// The class of a number; its sign does not matter.
    pub fn of(number: Decimal) -> Class {
        if !number.fract().is_zero() {
            return Class::Fraction;
        }
        let hundred = number.trunc().abs() % Decimal::ONE_HUNDRED;
        let (ten, one) = (hundred / Decimal::TEN, hundred % Decimal::TEN);
        if ten.trunc() == Decimal::ONE {
            Class::Many
        } else if one == Decimal::ONE {
            Class::One
        } else if (Decimal::TWO..=Decimal::from(4)).contains(&one) {
            Class::Few
        } else {
            Class::Many
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn after(number: &str, forms: &str) -> String {
        word(number.parse().unwrap_or_default(), forms).unwrap_or_default()
    }

    #[test]
    fn an_adjective_takes_its_own_form_after_a_fraction() {
        let points = Forms::parse("процентный пункт|процентных пункта|процентных пунктов")
            .map(|forms| forms.with_fraction("процентного пункта"));
        let after = |number: &str| {
            let number: Decimal = number.parse().unwrap_or_default();
            points.as_ref().map(|forms| forms.after(number).to_owned()).unwrap_or_default()
        };
        assert_eq!(after("1.3"), "процентного пункта");
        assert_eq!(after("3"), "процентных пункта");
        assert_eq!(after("21"), "процентный пункт");
    }

    #[test]
    fn pupils_agree_with_their_number() {
        let pupils = "ученик|ученика|учеников";
        let expected = [
            ("0", "учеников"),
            ("1", "ученик"),
            ("2", "ученика"),
            ("4", "ученика"),
            ("5", "учеников"),
            ("11", "учеников"),
            ("12", "учеников"),
            ("14", "учеников"),
            ("21", "ученик"),
            ("111", "учеников"),
            ("1025", "учеников"),
            ("-2", "ученика"),
            ("1.5", "ученика"),
            ("5.0", "учеников"),
            ("79228162514264337593543950331", "ученик"),
        ];
        for (number, form) in expected {
            assert_eq!(after(number, pupils), form, "{number}");
        }
        assert_eq!(after("21", "человек|человека|человек"), "человек");
        assert_eq!(after("1.5", "человек|человека|человек"), "человека");
    }

    #[test]
    fn two_forms_and_one_form() {
        assert_eq!(
            ["1", "2", "5", "21", "1.5"].map(|n| after(n, "учится | учатся")),
            ["учится", "учатся", "учатся", "учится", "учатся"]
        );
        assert_eq!(after("5", "чел."), "чел.");
    }

    #[test]
    fn wrong_lists_say_why() {
        assert_eq!(Forms::parse("ученик||учеников"), Err(FormsError::EmptyForm));
        assert_eq!(Forms::parse(""), Err(FormsError::EmptyForm));
        assert_eq!(Forms::parse("а|б|в|г"), Err(FormsError::Count(4)));
    }

    #[test]
    fn a_difference_of_one_stands_in_the_accusative() {
        let by = |number: i64, forms| Forms::parse(forms).map(|forms| forms.after_by(number.into()));
        assert_eq!(by(21, "человек|человека|человек"), Ok("человека".into()));
        assert_eq!(by(1, "школа|школы|школ"), Ok("школу".into()));
        assert_eq!(by(1, "организация|организации|организаций"), Ok("организацию".into()));
        assert_eq!(by(1, "рубль|рубля|рублей"), Ok("рубль".into()));
        assert_eq!(by(1, "место|места|мест"), Ok("место".into()));
        assert_eq!(by(107, "человек|человека|человек"), Ok("человек".into()));
    }

    proptest! {
        #[test]
        fn only_the_last_two_digits_count(number in 0i64..1_000_000_000, hundreds in 0i64..1_000_000) {
            let class = Class::of(number.into());
            prop_assert_eq!(class, Class::of((number + hundreds * 100).into()));
            prop_assert_eq!(class, Class::of((-number).into()));
            let teen = (11..=14).contains(&(number % 100));
            prop_assert_eq!(class == Class::One, number % 10 == 1 && !teen);
            prop_assert_eq!(class == Class::Few, (2..=4).contains(&(number % 10)) && !teen);
        }
    }
}
