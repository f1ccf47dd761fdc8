//! Numbers and sums in words: «тридцать восемь миллионов пятьсот шестьдесят девять тысяч
//! четыреста сорок рублей».

use super::Explain;
use super::declension::Case;
use super::plural::Class;
use rust_decimal::{Decimal, RoundingStrategy};

/// The gender of what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// один рубль
    Masculine,
    /// одна школа
    Feminine,
    /// одно место
    Neuter,
}

/// The genders as people name them: in full and by a letter, in Russian and in English.
pub const GENDERS: [(&str, &str, Gender); 6] = [
    ("мужской", "masculine", Gender::Masculine),
    ("женский", "feminine", Gender::Feminine),
    ("средний", "neuter", Gender::Neuter),
    ("м", "m", Gender::Masculine),
    ("ж", "f", Gender::Feminine),
    ("с", "n", Gender::Neuter),
];

impl Gender {
    /// The gender that a word names; `None` for any other word.
    pub fn parse(word: &str) -> Option<Gender> {
        GENDERS.iter().find(|(ru, en, _)| word == *ru || word == *en).map(|(_, _, gender)| *gender)
    }
}

/// Why a number is not put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsError {
    /// It is not less than 10¹⁵.
    TooLarge,
    /// It has a fraction.
    Fraction,
}

impl Explain for WordsError {
    fn explain(&self) -> (String, String) {
        let (ru, en) = match self {
            WordsError::TooLarge => {
                ("прописью пишутся числа меньше 10¹⁵", "only numbers below 10¹⁵ are put into words")
            }
            WordsError::Fraction => {
                ("прописью пишутся только целые числа", "only whole numbers are put into words")
            }
        };
        (ru.to_owned(), en.to_owned())
    }
}

/// Six cases of one numeral or noun.
type Cases = [&'static str; 6];

/// A noun with its singular and plural.
struct Noun {
    gender: Gender,
    singular: Cases,
    plural: Cases,
}

/// A whole number in words.
pub fn integer(value: Decimal, gender: Gender, case: Case) -> Result<String, WordsError> {
    let words = magnitude(value, gender, case)?;
    Ok(join(value, words))
}

/// A sum of roubles in words; kopecks, where there are any, stay in digits, as offices write
/// them: «пять рублей 50 копеек». Less than a kopeck is rounded half away from zero.
pub fn roubles(value: Decimal, case: Case) -> Result<String, WordsError> {
    let value = value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    let whole = value.trunc();
    let mut words = magnitude(whole, Gender::Masculine, case)?;
    words.push(ROUBLE.after(whole, case));
    let mut text = join(value, words);
    let kopecks = (value.fract().abs() * Decimal::ONE_HUNDRED).trunc();
    if !kopecks.is_zero() {
        text.push_str(&format!(" {kopecks:0>2}\u{a0}{}", KOPECK.after(kopecks, case)));
    }
    Ok(text)
}

fn join(value: Decimal, words: Vec<&'static str>) -> String {
    let minus = if value.is_sign_negative() && !value.is_zero() { "минус " } else { "" };
    format!("{minus}{}", words.join(" "))
}

/// The words of a number without its sign.
fn magnitude(value: Decimal, gender: Gender, case: Case) -> Result<Vec<&'static str>, WordsError> {
    if !value.fract().is_zero() {
        return Err(WordsError::Fraction);
    }
    let number = u64::try_from(value.abs()).map_err(|_| WordsError::TooLarge)?;
    if number >= 1_000_000_000_000_000 {
        return Err(WordsError::TooLarge);
    }
    if number == 0 {
        return Ok(vec![ZERO[case as usize]]);
    }
    let mut words = Vec::new();
    for (power, noun) in [(12, &TRILLION), (9, &MILLIARD), (6, &MILLION), (3, &THOUSAND)] {
        let group = number / 10u64.pow(power) % 1000;
        if group > 0 {
            group_words(group, noun.gender, case, &mut words);
            words.push(noun.after(group.into(), case));
        }
    }
    group_words(number % 1000, gender, case, &mut words);
    Ok(words)
}

/// The words of a number below 1000; nothing for zero.
fn group_words(group: u64, gender: Gender, case: Case, words: &mut Vec<&'static str>) {
    let case = case as usize;
    let mut push = |row: Option<&Cases>| words.extend(row.map(|row| row[case]));
    let (hundreds, rest) = ((group / 100) as usize, (group % 100) as usize);
    push(hundreds.checked_sub(1).and_then(|row| HUNDREDS.get(row)));
    if rest >= 20 {
        push(TENS.get(rest / 10 - 2));
    }
    let ones = if rest >= 20 { rest % 10 } else { rest };
    push(match (ones, gender) {
        (0, _) => None,
        (1, Gender::Feminine) => Some(&ONE_FEMININE),
        (1, Gender::Neuter) => Some(&ONE_NEUTER),
        (2, Gender::Feminine) => Some(&TWO_FEMININE),
        (row, _) => ONES.get(row - 1),
    });
}

impl Noun {
    /// The noun after a whole number: in the nominative and accusative the number governs
    /// it, in the other cases it agrees.
    fn after(&self, number: Decimal, case: Case) -> &'static str {
        let genitive = Case::Genitive as usize;
        match (Class::of(number), case) {
            (Class::One, _) => self.singular[case as usize],
            (Class::Few | Class::Fraction, Case::Nominative | Case::Accusative) => self.singular[genitive],
            (Class::Many, Case::Nominative | Case::Accusative) => self.plural[genitive],
            (_, _) => self.plural[case as usize],
        }
    }
}

const ZERO: Cases = ["ноль", "ноля", "нолю", "ноль", "нолём", "ноле"];
const ONE_FEMININE: Cases = ["одна", "одной", "одной", "одну", "одной", "одной"];
const ONE_NEUTER: Cases = ["одно", "одного", "одному", "одно", "одним", "одном"];
const TWO_FEMININE: Cases = ["две", "двух", "двум", "две", "двумя", "двух"];

#[rustfmt::skip]
const ONES: [Cases; 19] = [
    ["один", "одного", "одному", "один", "одним", "одном"],
    ["два", "двух", "двум", "два", "двумя", "двух"],
    ["три", "трёх", "трём", "три", "тремя", "трёх"],
    ["четыре", "четырёх", "четырём", "четыре", "четырьмя", "четырёх"],
    ["пять", "пяти", "пяти", "пять", "пятью", "пяти"],
    ["шесть", "шести", "шести", "шесть", "шестью", "шести"],
    ["семь", "семи", "семи", "семь", "семью", "семи"],
    ["восемь", "восьми", "восьми", "восемь", "восемью", "восьми"],
    ["девять", "девяти", "девяти", "девять", "девятью", "девяти"],
    ["десять", "десяти", "десяти", "десять", "десятью", "десяти"],
    ["одиннадцать", "одиннадцати", "одиннадцати", "одиннадцать", "одиннадцатью", "одиннадцати"],
    ["двенадцать", "двенадцати", "двенадцати", "двенадцать", "двенадцатью", "двенадцати"],
    ["тринадцать", "тринадцати", "тринадцати", "тринадцать", "тринадцатью", "тринадцати"],
    ["четырнадцать", "четырнадцати", "четырнадцати", "четырнадцать", "четырнадцатью", "четырнадцати"],
    ["пятнадцать", "пятнадцати", "пятнадцати", "пятнадцать", "пятнадцатью", "пятнадцати"],
    ["шестнадцать", "шестнадцати", "шестнадцати", "шестнадцать", "шестнадцатью", "шестнадцати"],
    ["семнадцать", "семнадцати", "семнадцати", "семнадцать", "семнадцатью", "семнадцати"],
    ["восемнадцать", "восемнадцати", "восемнадцати", "восемнадцать", "восемнадцатью", "восемнадцати"],
    ["девятнадцать", "девятнадцати", "девятнадцати", "девятнадцать", "девятнадцатью", "девятнадцати"],
];

#[rustfmt::skip]
const TENS: [Cases; 8] = [
    ["двадцать", "двадцати", "двадцати", "двадцать", "двадцатью", "двадцати"],
    ["тридцать", "тридцати", "тридцати", "тридцать", "тридцатью", "тридцати"],
    ["сорок", "сорока", "сорока", "сорок", "сорока", "сорока"],
    ["пятьдесят", "пятидесяти", "пятидесяти", "пятьдесят", "пятьюдесятью", "пятидесяти"],
    ["шестьдесят", "шестидесяти", "шестидесяти", "шестьдесят", "шестьюдесятью", "шестидесяти"],
    ["семьдесят", "семидесяти", "семидесяти", "семьдесят", "семьюдесятью", "семидесяти"],
    ["восемьдесят", "восьмидесяти", "восьмидесяти", "восемьдесят", "восемьюдесятью", "восьмидесяти"],
    ["девяносто", "девяноста", "девяноста", "девяносто", "девяноста", "девяноста"],
];

#[rustfmt::skip]
const HUNDREDS: [Cases; 9] = [
    ["сто", "ста", "ста", "сто", "ста", "ста"],
    ["двести", "двухсот", "двумстам", "двести", "двумястами", "двухстах"],
    ["триста", "трёхсот", "трёмстам", "триста", "тремястами", "трёхстах"],
    ["четыреста", "четырёхсот", "четырёмстам", "четыреста", "четырьмястами", "четырёхстах"],
    ["пятьсот", "пятисот", "пятистам", "пятьсот", "пятьюстами", "пятистах"],
    ["шестьсот", "шестисот", "шестистам", "шестьсот", "шестьюстами", "шестистах"],
    ["семьсот", "семисот", "семистам", "семьсот", "семьюстами", "семистах"],
    ["восемьсот", "восьмисот", "восьмистам", "восемьсот", "восемьюстами", "восьмистах"],
    ["девятьсот", "девятисот", "девятистам", "девятьсот", "девятьюстами", "девятистах"],
];

const THOUSAND: Noun = Noun {
    gender: Gender::Feminine,
    singular: ["тысяча", "тысячи", "тысяче", "тысячу", "тысячей", "тысяче"],
    plural: ["тысячи", "тысяч", "тысячам", "тысячи", "тысячами", "тысячах"],
};
const MILLION: Noun = Noun {
    gender: Gender::Masculine,
    singular: ["миллион", "миллиона", "миллиону", "миллион", "миллионом", "миллионе"],
    plural: ["миллионы", "миллионов", "миллионам", "миллионы", "миллионами", "миллионах"],
};
const MILLIARD: Noun = Noun {
    gender: Gender::Masculine,
    singular: ["миллиард", "миллиарда", "миллиарду", "миллиард", "миллиардом", "миллиарде"],
    plural: ["миллиарды", "миллиардов", "миллиардам", "миллиарды", "миллиардами", "миллиардах"],
};
const TRILLION: Noun = Noun {
    gender: Gender::Masculine,
    singular: ["триллион", "триллиона", "триллиону", "триллион", "триллионом", "триллионе"],
    plural: ["триллионы", "триллионов", "триллионам", "триллионы", "триллионами", "триллионах"],
};
const ROUBLE: Noun = Noun {
    gender: Gender::Masculine,
    singular: ["рубль", "рубля", "рублю", "рубль", "рублём", "рубле"],
    plural: ["рубли", "рублей", "рублям", "рубли", "рублями", "рублях"],
};
const KOPECK: Noun = Noun {
    gender: Gender::Feminine,
    singular: ["копейка", "копейки", "копейке", "копейку", "копейкой", "копейке"],
    plural: ["копейки", "копеек", "копейкам", "копейки", "копейками", "копейках"],
};

#[cfg(test)]
mod tests {
    use super::*;

    fn said(value: i64, gender: Gender, case: Case) -> String {
        integer(value.into(), gender, case).unwrap_or_default()
    }

    #[test]
    fn sums_of_roubles() {
        let sum = |text: &str| roubles(text.parse().unwrap_or_default(), Case::Nominative);
        let long =
            "тридцать восемь миллионов пятьсот шестьдесят девять тысяч четыреста сорок рублей".to_owned();
        assert_eq!(sum("38569440"), Ok(long));
        assert_eq!(sum("1"), Ok("один рубль".into()));
        assert_eq!(sum("0"), Ok("ноль рублей".into()));
        assert_eq!(sum("2000.5"), Ok("две тысячи рублей 50\u{a0}копеек".into()));
        assert_eq!(sum("21.01"), Ok("двадцать один рубль 01\u{a0}копейка".into()));
        assert_eq!(sum("-0.005"), Ok("минус ноль рублей 01\u{a0}копейка".into()));
        assert_eq!(sum("0.999"), Ok("один рубль".into()));
    }

    #[test]
    fn gender_and_case() {
        assert_eq!(said(1, Gender::Feminine, Case::Accusative), "одну");
        assert_eq!(said(22, Gender::Neuter, Case::Nominative), "двадцать два");
        assert_eq!(said(1_002, Gender::Feminine, Case::Nominative), "одна тысяча две");
        assert_eq!(said(2_500, Gender::Masculine, Case::Genitive), "двух тысяч пятисот");
        assert_eq!(said(5_000_000, Gender::Masculine, Case::Instrumental), "пятью миллионами");
        assert_eq!(said(111, Gender::Masculine, Case::Prepositional), "ста одиннадцати");
        assert_eq!(
            said(999_999_999_999_999, Gender::Masculine, Case::Nominative),
            "девятьсот девяносто девять триллионов девятьсот девяносто девять миллиардов \
             девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч \
             девятьсот девяносто девять"
        );
    }

    #[test]
    fn what_has_no_words() {
        let words = |value: Decimal| integer(value, Gender::Masculine, Case::Nominative);
        assert_eq!(words(Decimal::new(15, 1)), Err(WordsError::Fraction));
        assert_eq!(words(1_000_000_000_000_000i64.into()), Err(WordsError::TooLarge));
        assert_eq!(words(Decimal::MAX), Err(WordsError::TooLarge));
        assert_eq!(words((-5).into()), Ok("минус пять".into()));
    }
}
