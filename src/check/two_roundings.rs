//! One indicator in two roundings in one document.

use super::reading::phrases::{alike, telling};
use super::{Both, Check, Field, Number, Sentence, Token, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};
use std::collections::BTreeMap;

messages! {
    /// Two roundings.
    ROUNDINGS = "two-roundings", Warning,
        ru: "одно и то же число напечатано как {one} и как {other}", en: "the same figure is printed as {one} and as {other}",
        hint_ru: "выберите одно округление для всего документа: `знаков` у показателя", hint_en: "choose one rounding for the document: `decimals` of the indicator";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "two-roundings",
    severity: Severity::Warning,
    title: Both {
        ru: "Одно число в двух округлениях", en: "One figure in two roundings"
    },
    about: Both {
        ru: "Один показатель в одном документе напечатан с разным числом знаков, или набранные рукой 41,6 % и 42 % названы одними \
             словами. Другие единицы (тысячи и миллионы), прошлый год и похожие доли разных показателей не проверяются.",
        en: "One indicator is printed with different decimals in one document, or typed 41.6 % and 42 % are called by the same \
             words. Other units (thousands and millions), last year and similar shares of different things are left alone.",
    },
    example: Both {
        ru: "Доля педагогов высшей категории – 41,6 %. … Доля педагогов высшей категории, равная 42 %, растёт. → … Доля педагогов высшей категории, равная 41,6 %, растёт.",
        en: "The share of the best teachers is 41.6 %. … The share of the best teachers, 42 %, grows. → … The share of the best teachers, 41.6 %, grows.",
    },
    source: Both { ru: "практика", en: "practice" },
    messages: ALL,
    run,
};

/// A number with its field and sentence.
type Place<'v, 'a> = (&'v Field<'a>, &'v Sentence, usize);

fn run(view: &View<'_>, findings: &mut Findings) {
    let mut printed: BTreeMap<(usize, String), (Place<'_, '_>, u32)> = BTreeMap::new();
    let mut typed: BTreeMap<(usize, String), Vec<Place<'_, '_>>> = BTreeMap::new();
    for (field, sentence) in view.prose() {
        let document = field.source.source().0 as usize;
        let mut last = None;
        for (at, number) in sentence.amounts() {
            let Some(token) = sentence.tokens.get(at) else { continue };
            let here = (field, sentence, at);
            match token.bound {
                Some(bound) if last == Some(bound) => {}
                Some(bound) => {
                    last = Some(bound);
                    let Some(key) = key(field, token) else { continue };
                    match printed.get(&(document, key.clone())) {
                        Some((first, decimals)) if *decimals != number.decimals => {
                            findings.list.extend(finding(*first, here));
                        }
                        Some(_) => {}
                        None => drop(printed.insert((document, key), (here, number.decimals))),
                    }
                }
                None if number.percent || number.decimals > 0 => {
                    let rounded = number.value.round_dp_with_strategy(0, ROUND).normalize().to_string();
                    typed.entry((document, rounded)).or_default().push(here);
                }
                None => {}
            }
        }
    }
    typed.values().filter(|places| places.len() > 1).for_each(|places| among(places, findings));
}

const ROUND: rust_decimal::RoundingStrategy = rust_decimal::RoundingStrategy::MidpointAwayFromZero;

/// What a call prints, its decimals left out.
fn key(field: &Field<'_>, token: &Token) -> Option<String> {
    let figure = field.figure(token)?;
    let name = figure.indicators.first()?;
    let is_decimals = |text: &str| text.starts_with("знаков=") || text.starts_with("decimals=");
    let words = figure.call.words.iter().filter(|word| !word.quoted && !is_decimals(&word.text));
    let head = &figure.call.head().text;
    // «Сколько» and the plain name print the same figure.
    let plain = ["сколько", "count", "с_единицей", "with_unit"].contains(&head.as_str());
    let words: Vec<&str> = words.map(|word| word.text.as_str()).skip(usize::from(plain)).collect();
    Some(format!("{}: {}", name.name, words.join(" ")))
}

fn number<'v>(place: Place<'v, '_>) -> Option<&'v Number> {
    place.1.tokens.get(place.2).and_then(Token::number)
}

/// Typed numbers of which one rounds to another and which are called by the same words.
fn among(places: &[Place<'_, '_>], findings: &mut Findings) {
    for (index, later) in places.iter().enumerate().skip(1) {
        let Some(number_later) = number(*later) else { continue };
        let same = places.iter().take(index).find(|earlier| {
            let other = number(**earlier);
            let differs = other.is_some_and(|other| {
                other.decimals != number_later.decimals
                    && other.percent == number_later.percent
                    && other.scale == number_later.scale
            });
            differs && same_words(**earlier, *later)
        });
        if let Some(earlier) = same {
            findings.list.extend(finding(*earlier, *later));
        }
    }
}

/// The telling words before a number, back to the number before it.
fn called(place: Place<'_, '_>) -> Vec<String> {
    const SAYING: &[&str] = &["составля", "состав", "равн", "достиг", "был", "стал"];
    let (_, sentence, at) = place;
    let before = sentence.tokens.get(..at).unwrap_or_default();
    let start = before.iter().rposition(|token| token.number().is_some()).map_or(0, |at| at + 1);
    let words = before
        .get(start..)
        .unwrap_or_default()
        .iter()
        .filter(|token| token.is_word() && !token.begins(SAYING));
    let words: Vec<&str> = words.map(|token| token.text.as_str()).collect();
    telling(&words.join(" "))
}

/// Whether the words before two numbers are forms of the same, three at least.
fn same_words(one: Place<'_, '_>, other: Place<'_, '_>) -> bool {
    let (one, other) = (called(one), called(other));
    one.len() >= 3 && one.len() == other.len() && one.iter().zip(&other).all(|(a, b)| alike(a, b))
}

fn finding(earlier: Place<'_, '_>, later: Place<'_, '_>) -> Option<Finding> {
    let written = |(_, sentence, at): Place<'_, '_>| {
        let sign = sentence.tokens.get(at + 1).is_some_and(|token| token.is_sign('%'));
        sentence.tokens.get(at..at + 1 + usize::from(sign)).map(<[Token]>::to_vec)
    };
    let (one, other) = (written(earlier)?, written(later)?);
    let shown =
        |tokens: &[Token]| tokens.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ");
    let finding = Finding::new(&ROUNDINGS).arg("one", shown(&one)).arg("other", shown(&other));
    Some(finding.at(later.0.place_of(&other)).label(earlier.0.place_of(&one), ("а здесь так", "but here so")))
}
