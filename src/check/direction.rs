//! «Вырос» over a figure that fell.

use super::{Both, Check, Field, Sentence, Token, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};
use rust_decimal::Decimal;
use std::cmp::Ordering;

messages! {
    /// A word says the contrary of two numbers.
    DIRECTION = "direction", Error,
        ru: "«{word}», а было {before}, стало {after}", en: "“{word}”, but it was {before} and is {after}",
        hint_ru: "исправьте слово или числа; слово, которое выбирается само: `{{сравнить имя}}`, `{{направление имя \"выросло|снизилось|не изменилось\"}}`",
        hint_en: "correct the word or the numbers; a word that chooses itself: `{{compare name}}`, `{{direction name \"…|…|…\"}}`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "direction",
    severity: Severity::Error,
    title: Both { ru: "Слово спорит с числами", en: "A word contradicts the numbers" },
    about: Both {
        ru: "Слова роста и снижения («вырос», «увеличилось», «больше», «снижение», «ниже» и их формы) \
             сверяются с числами того же предложения: «с 3 156 до 3 263», «3 263 против 3 156», \
             «10 (АППГ – 16)», «в 2016 году – 31, в 2017 году – 42», и с показателем, у которого известен прошлый год.",
        en: "Words of growth and decline are compared with the numbers of the same sentence: “from 3,156 to 3,263”, \
             “3,263 against 3,156”, “10 (same period last year: 16)”, “31 in 2016, 42 in 2017”, and with an indicator \
             whose previous value is known.",
    },
    example: Both {
        ru: "Численность учащихся выросла с 3 263 до 3 156 человек. → Численность учащихся снизилась с 3 263 до 3 156 человек.",
        en: "The number of pupils rose from 3,263 to 3,156. → The number of pupils fell from 3,263 to 3,156.",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.prose() {
        look(field, sentence, findings);
    }
}

/// Beginnings of words that say that something grew, or fell.
const UP: &[&str] = &["вырос", "увелич", "возрос", "повыс", "прирос", "выраст", "возраст"];
const DOWN: &[&str] = &["сниз", "сниж", "уменьш", "сократ", "сокращ", "упал"];

fn claim(token: &Token) -> Option<Ordering> {
    if token.bound.is_some() {
        return None;
    }
    match () {
        () if token.begins(UP) => Some(Ordering::Greater),
        () if token.begins(DOWN) => Some(Ordering::Less),
        () => None,
    }
}

/// «с 3 156 до 3 263» with the nearest word of direction before it.
fn look(field: &Field<'_>, sentence: &Sentence, findings: &mut Findings) {
    let tokens = &sentence.tokens;
    for (at, before, after) in from_to(sentence) {
        let word = tokens[..at].iter().rev().find_map(|token| Some((token, claim(token)?)));
        let Some((word, claimed)) = word else { continue };
        let (old, new) = (&tokens[before], &tokens[after]);
        let values = |token: &Token| token.number().map(super::Number::ones);
        let (Some(one), Some(two)) = (values(old), values(new)) else { continue };
        if two.cmp(&one) != claimed && one != Decimal::ZERO {
            findings.push(
                Finding::new(&DIRECTION)
                    .arg("word", field.written(std::slice::from_ref(word)))
                    .arg("before", old.text.as_str())
                    .arg("after", new.text.as_str())
                    .at(field.place(word))
                    .label(field.place(old), ("было", "before"))
                    .label(field.place(new), ("стало", "after")),
            );
        }
    }
}

/// The index of «с», of the first and of the second number of each «с 3 156 до 3 263».
fn from_to(sentence: &Sentence) -> Vec<(usize, usize, usize)> {
    let tokens = &sentence.tokens;
    let amounts: Vec<usize> = sentence.amounts().map(|(at, _)| at).collect();
    let pairs = amounts.windows(2).filter_map(|pair| {
        let [one, two] = pair else { return None };
        let from = one.checked_sub(1).filter(|at| tokens[*at].is_any(&["с", "со", "от"]))?;
        let to = two.checked_sub(1).filter(|at| tokens[*at].is_any(&["до"]))?;
        (to > *one).then_some((from, *one, *two))
    });
    pairs.collect()
}
