//! Numbers by words: «шесть школ», «трое», «двадцать один».

use super::{Kind, Number, NumberRole, Sentence, Token};
use rust_decimal::Decimal;

/// Ones and teens: the nominative, and the genitive that stands behind «из».
const ONES: &[(&[&str], &[&str], i64)] = &[
    (&["один", "одна", "одно"], &[], 1),
    (&["два", "две", "двое"], &["двух", "двоих"], 2),
    (&["три", "трое"], &["трех", "троих"], 3),
    (&["четыре", "четверо"], &["четырех", "четверых"], 4),
    (&["пять", "пятеро"], &["пяти", "пятерых"], 5),
    (&["шесть", "шестеро"], &["шести", "шестерых"], 6),
    (&["семь", "семеро"], &["семи", "семерых"], 7),
    (&["восемь"], &["восьми"], 8),
    (&["девять"], &["девяти"], 9),
    (&["десять"], &["десяти"], 10),
    (&["одиннадцать"], &["одиннадцати"], 11),
    (&["двенадцать"], &["двенадцати"], 12),
    (&["тринадцать"], &["тринадцати"], 13),
    (&["четырнадцать"], &["четырнадцати"], 14),
    (&["пятнадцать"], &["пятнадцати"], 15),
    (&["шестнадцать"], &["шестнадцати"], 16),
    (&["семнадцать"], &["семнадцати"], 17),
    (&["восемнадцать"], &["восемнадцати"], 18),
    (&["девятнадцать"], &["девятнадцати"], 19),
];
const TENS: &[(&[&str], &[&str], i64)] = &[
    (&["двадцать"], &["двадцати"], 20),
    (&["тридцать"], &["тридцати"], 30),
    (&["сорок"], &["сорока"], 40),
    (&["пятьдесят"], &["пятидесяти"], 50),
    (&["шестьдесят"], &["шестидесяти"], 60),
    (&["семьдесят"], &["семидесяти"], 70),
    (&["восемьдесят"], &["восьмидесяти"], 80),
    (&["девяносто"], &["девяноста"], 90),
];

/// The sentence with numbers in place of its numerals; `None` where it has none. «Один из», «не один»
/// count nothing.
pub fn in_numbers(sentence: &Sentence) -> Option<Sentence> {
    // Most sentences have none, and are not copied.
    let mut tokens: Vec<Token> = Vec::new();
    let (mut at, mut found) =
        ((0..sentence.tokens.len()).find(|at| read(&sentence.tokens, *at).is_some())?, false);
    tokens.extend(sentence.tokens.get(..at)?.iter().cloned());
    while let Some(token) = sentence.tokens.get(at) {
        let Some((value, length)) = read(&sentence.tokens, at) else {
            tokens.push(token.clone());
            at += 1;
            continue;
        };
        let last = sentence.tokens.get(at + length - 1)?;
        let text = sentence.words(at..at + length);
        tokens.push(Token {
            kind: Kind::Number(amount(value)),
            text,
            range: token.range.start..last.range.end,
            ..token.clone()
        });
        (at, found) = (at + length, true);
    }
    found.then(|| Sentence::new(tokens, sentence.paragraph))
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
    let of = |list: &[(&[&str], &[&str], i64)], at: usize, genitive: bool| {
        let token = tokens.get(at).filter(|token| token.is_word() && token.bound.is_none())?;
        let says = |(plain, oblique, _): &&(&[&str], &[&str], i64)| {
            token.is_any(plain) || genitive && token.is_any(oblique)
        };
        list.iter().find(says).map(|(_, _, value)| *value)
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
