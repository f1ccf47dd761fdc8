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
    /// it, in the other cases it agrees. «тысяча», «миллион» and zero govern it in every case:
    /// «двум миллионам рублей».
    fn after(&self, number: Decimal, case: Case) -> &'static str {
        let genitive = Case::Genitive as usize;
        match (Class::of(number), case) {
            _ if (number % Decimal::ONE_THOUSAND).is_zero() => self.plural[genitive],
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
    fn a_sum_stands_in_every_case() {
        let sum = |text: &str, case| roubles(text.parse().unwrap_or_default(), case).unwrap_or_default();
        let table = [
            ("2000000", Case::Genitive, "двух миллионов рублей"),
            ("2000000", Case::Dative, "двум миллионам рублей"),
            ("1000001", Case::Accusative, "один миллион один рубль"),
            ("2021", Case::Instrumental, "двумя тысячами двадцатью одним рублём"),
            ("2000.21", Case::Genitive, "двух тысяч рублей 21\u{a0}копейки"),
            ("5000", Case::Dative, "пяти тысячам рублей"),
            ("21004", Case::Prepositional, "двадцати одной тысяче четырёх рублях"),
        ];
        for (value, case, expected) in table {
            assert_eq!(sum(value, case), expected, "{value}");
        }
    }

    /// The numerals in six cases, as a grammar lists them: the first form is the nominative.
    const NUMERALS: &str = "\
        ноль ноля нолю ноль нолём ноле|один одного одному один одним одном|одна одной одной одну одной одной|\
        одно одного одному одно одним одном|два двух двум два двумя двух|две двух двум две двумя двух|\
        три трёх трём три тремя трёх|четыре четырёх четырём четыре четырьмя четырёх|\
        пять пяти пяти пять пятью пяти|шесть шести шести шесть шестью шести|семь семи семи семь семью семи|\
        восемь восьми восьми восемь восемью восьми|девять девяти девяти девять девятью девяти|\
        десять десяти десяти десять десятью десяти|сорок сорока сорока сорок сорока сорока|\
        пятьдесят пятидесяти пятидесяти пятьдесят пятьюдесятью пятидесяти|\
        шестьдесят шестидесяти шестидесяти шестьдесят шестьюдесятью шестидесяти|\
        семьдесят семидесяти семидесяти семьдесят семьюдесятью семидесяти|\
        восемьдесят восьмидесяти восьмидесяти восемьдесят восемьюдесятью восьмидесяти|\
        девяносто девяноста девяноста девяносто девяноста девяноста|сто ста ста сто ста ста|\
        двести двухсот двумстам двести двумястами двухстах|триста трёхсот трёмстам триста тремястами трёхстах|\
        четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах|\
        пятьсот пятисот пятистам пятьсот пятьюстами пятистах|\
        шестьсот шестисот шестистам шестьсот шестьюстами шестистах|\
        семьсот семисот семистам семьсот семьюстами семистах|\
        восемьсот восьмисот восьмистам восемьсот восемьюстами восьмистах|\
        девятьсот девятисот девятистам девятьсот девятьюстами девятистах";

    /// A numeral in a case. Those on «-дцать» are declined like «пять».
    fn declined(nominative: &str, case: Case) -> String {
        if let Some(stem) = nominative.strip_suffix("дцать") {
            let ending = ["ь", "и", "и", "ь", "ью", "и"][case as usize];
            return format!("{stem}дцат{ending}");
        }
        let mut rows = NUMERALS.split('|').map(|row| row.split_whitespace().collect::<Vec<_>>());
        let row = rows.find(|row| row.first() == Some(&nominative));
        row.map_or_else(|| format!("{nominative} is no numeral"), |row| row[case as usize].to_owned())
    }

    /// A noun on «тысяч-», «миллион-», … in a case behind a number that ends so.
    fn scaled(stem: &str, one: bool, few: bool, case: Case) -> String {
        let feminine = stem == "тысяч";
        let ending = match (case, one) {
            (Case::Nominative, true) => ["", "а"][usize::from(feminine)],
            (Case::Genitive, true) => ["а", "и"][usize::from(feminine)],
            (Case::Dative | Case::Prepositional, true) if feminine => "е",
            (Case::Dative, true) => "у",
            (Case::Accusative, true) => ["", "у"][usize::from(feminine)],
            (Case::Instrumental, true) => ["ом", "ей"][usize::from(feminine)],
            (Case::Prepositional, true) => "е",
            (Case::Nominative | Case::Accusative, false) if few => ["а", "и"][usize::from(feminine)],
            (Case::Nominative | Case::Accusative, false) => ["ов", ""][usize::from(feminine)],
            (Case::Genitive, false) => ["ов", ""][usize::from(feminine)],
            (Case::Dative, false) => "ам",
            (Case::Instrumental, false) => "ами",
            (Case::Prepositional, false) => "ах",
        };
        format!("{stem}{ending}")
    }

    proptest::proptest! {
        /// The words of a number in a case are those of its nominative, each declined: numerals by
        /// the table, «тысяча» and its like by the numeral before them.
        #[test]
        fn numbers_are_declined_word_by_word(
            value in proptest::prelude::prop_oneof![0i64..5000, 0i64..1_000_000_000_000_000],
            gender in 0usize..3,
            case in 0usize..6,
        ) {
            let gender = [Gender::Masculine, Gender::Feminine, Gender::Neuter][gender];
            let case = crate::russian::declension::CASES[case];
            let nominative = said(value, gender, Case::Nominative);
            let mut expected: Vec<String> = Vec::new();
            let mut before = "";
            for word in nominative.split(' ') {
                let stem = ["тысяч", "миллион", "миллиард", "триллион"]
                    .into_iter()
                    .filter(|stem| word.starts_with(stem))
                    .max_by_key(|stem| stem.len());
                let one = matches!(before, "один" | "одна");
                let few = matches!(before, "два" | "две" | "три" | "четыре");
                expected.push(match stem {
                    Some(stem) => scaled(stem, one, few, case),
                    None => declined(word, case),
                });
                before = word;
            }
            proptest::prop_assert_eq!(said(value, gender, case), expected.join(" "));
        }
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
