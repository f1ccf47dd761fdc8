//! Numbers by words: «шесть школ», «трое», «двадцать один».

use super::{Kind, Number, NumberRole, Sentence, Token};
use rust_decimal::Decimal;

/// A number by words.
struct Numeral {
    value: i64,
    plain: &'static [&'static str],
    /// Which stands behind «из».
    genitive: &'static [&'static str],
    /// Dative and instrumental.
    further: &'static [&'static str],
    /// «Трое», and its genitive.
    collective: &'static [&'static str],
    of_collective: &'static [&'static str],
}

const fn numeral(value: i64, forms: [&'static [&'static str]; 5]) -> Numeral {
    let [plain, genitive, further, collective, of_collective] = forms;
    Numeral { value, plain, genitive, further, collective, of_collective }
}

/// Ones and teens.
const ONES: &[Numeral] = &[
    numeral(1, [&["один", "одна", "одно"], &[], &[], &[], &[]]),
    numeral(2, [&["два", "две"], &["двух"], &["двум", "двумя"], &["двое"], &["двоих"]]),
    numeral(3, [&["три"], &["трех"], &["трем", "тремя"], &["трое"], &["троих"]]),
    numeral(4, [&["четыре"], &["четырех"], &["четырем", "четырьмя"], &["четверо"], &["четверых"]]),
    numeral(5, [&["пять"], &["пяти"], &["пятью"], &["пятеро"], &["пятерых"]]),
    numeral(6, [&["шесть"], &["шести"], &["шестью"], &["шестеро"], &["шестерых"]]),
    numeral(7, [&["семь"], &["семи"], &["семью"], &["семеро"], &["семерых"]]),
    numeral(8, [&["восемь"], &["восьми"], &["восемью"], &[], &[]]),
    numeral(9, [&["девять"], &["девяти"], &["девятью"], &[], &[]]),
    numeral(10, [&["десять"], &["десяти"], &["десятью"], &[], &[]]),
    numeral(11, [&["одиннадцать"], &["одиннадцати"], &["одиннадцатью"], &[], &[]]),
    numeral(12, [&["двенадцать"], &["двенадцати"], &["двенадцатью"], &[], &[]]),
    numeral(13, [&["тринадцать"], &["тринадцати"], &["тринадцатью"], &[], &[]]),
    numeral(14, [&["четырнадцать"], &["четырнадцати"], &["четырнадцатью"], &[], &[]]),
    numeral(15, [&["пятнадцать"], &["пятнадцати"], &["пятнадцатью"], &[], &[]]),
    numeral(16, [&["шестнадцать"], &["шестнадцати"], &["шестнадцатью"], &[], &[]]),
    numeral(17, [&["семнадцать"], &["семнадцати"], &["семнадцатью"], &[], &[]]),
    numeral(18, [&["восемнадцать"], &["восемнадцати"], &["восемнадцатью"], &[], &[]]),
    numeral(19, [&["девятнадцать"], &["девятнадцати"], &["девятнадцатью"], &[], &[]]),
];
const TENS: &[Numeral] = &[
    numeral(20, [&["двадцать"], &["двадцати"], &[], &[], &[]]),
    numeral(30, [&["тридцать"], &["тридцати"], &[], &[], &[]]),
    numeral(40, [&["сорок"], &["сорока"], &[], &[], &[]]),
    numeral(50, [&["пятьдесят"], &["пятидесяти"], &[], &[], &[]]),
    numeral(60, [&["шестьдесят"], &["шестидесяти"], &[], &[], &[]]),
    numeral(70, [&["семьдесят"], &["семидесяти"], &[], &[], &[]]),
    numeral(80, [&["восемьдесят"], &["восьмидесяти"], &[], &[], &[]]),
    numeral(90, [&["девяносто"], &["девяноста"], &[], &[], &[]]),
];

/// From two to ten, in whichever case a list is announced: «в трёх школах (…)».
pub fn announced(token: &Token) -> Option<usize> {
    let says = |numeral: &&Numeral| {
        [numeral.plain, numeral.genitive, numeral.further].iter().any(|forms| token.is_any(forms))
    };
    let value = ONES.iter().filter(|numeral| (2..=10).contains(&numeral.value)).find(says)?.value;
    usize::try_from(value).ok()
}

/// The sentence with numbers in place of its numerals; `None` where it has none. «Один из», «не один»
/// count nothing.
pub(super) fn in_numbers(sentence: &Sentence) -> Option<Sentence> {
    // Most sentences have none, and are not copied.
    let mut at = (0..sentence.tokens.len()).find(|at| read(&sentence.tokens, *at).is_some())?;
    let mut tokens = sentence.tokens.get(..at)?.to_vec();
    while let Some(token) = sentence.tokens.get(at) {
        let Some((value, length)) = read(&sentence.tokens, at) else {
            tokens.push(token.clone());
            at += 1;
            continue;
        };
        let last = sentence.tokens.get(at + length - 1)?;
        let (text, range) = (sentence.words(at..at + length), token.range.start..last.range.end);
        tokens.push(Token { kind: Kind::Number(amount(value)), text, range, ..token.clone() });
        at += length;
    }
    Some(Sentence::new(tokens, sentence.paragraph))
}

fn amount(value: i64) -> Number {
    Number {
        value: Decimal::from(value),
        decimals: 0,
        percent: false,
        scale: Default::default(),
        grouped: false,
        role: NumberRole::Amount,
    }
}

/// One look at two letters tells most words apart.
fn begins_as_numeral(token: &Token) -> bool {
    const BEGINNINGS: &[&str] = &["од", "дв", "де", "тр", "че", "пя", "ше", "се", "во", "со"];
    token.is_word() && token.text.get(..4).is_some_and(|two| BEGINNINGS.contains(&two))
}

/// The value of a numeral and how many words it has.
fn read(tokens: &[Token], at: usize) -> Option<(i64, usize)> {
    // «Учителя трёх школ» are not three.
    let of_them = |at: usize| {
        at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_any(&["из", "среди"]))
    };
    let of = |list: &[Numeral], at: usize, genitive: bool| {
        let token = tokens.get(at).filter(|token| token.is_word() && token.bound.is_none())?;
        let says = |numeral: &&Numeral| {
            token.is_any(numeral.plain)
                || token.is_any(numeral.collective)
                || genitive && (token.is_any(numeral.genitive) || token.is_any(numeral.of_collective))
        };
        list.iter().find(says).map(|numeral| numeral.value)
    };
    if !tokens.get(at).is_some_and(begins_as_numeral) {
        return None;
    }
    let near = |at: Option<usize>, words: &[&str]| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is_any(words))
    };
    if let Some(tens) = of(TENS, at, of_them(at)) {
        let ones = of(ONES, at + 1, of_them(at)).filter(|ones| *ones < 10);
        return Some((tens + ones.unwrap_or(0), 1 + usize::from(ones.is_some())));
    }
    let ones = of(ONES, at, of_them(at))?;
    // «Один из лучших», «ни один», «не один год», «в одно время».
    let no_count = ones == 1
        && (near(Some(at + 1), &["из"])
            || near(at.checked_sub(1), &["ни", "не", "из", "в", "на", "как", "еще"]));
    let unit = tokens.get(at + 1).is_some_and(|next| {
        next.is_any(&["раза", "раз", "пункта", "пунктов", "лет", "дня", "дней", "день", "часа", "часов"])
            || next.begins(&["год", "месяц", "недел", "минут", "процент", "сут"])
    });
    (!no_count && !unit).then_some((ones, 1))
}
