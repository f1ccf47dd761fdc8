//! A share or difference that does not follow from the numbers of its own sentence.

use super::percent_column;
use super::phrases::{Difference, Pair, differences, in_brackets, is_measure, pairs, rounds_to};
use super::{Both, Check, Field, Number, Sentence, Token, View};
use crate::messages;
use crate::russian::number::{self, NumberStyle};
use crate::source::{Finding, Findings, Severity};
use rust_decimal::Decimal;

messages! {
    /// «18 из 20 (85 %)».
    WRONG_SHARE = "wrong-share", Warning,
        ru: "{part} из {whole} – это {right} %, а не {said}", en: "{part} of {whole} is {right} %, not {said}",
        hint_ru: "исправьте долю или числа; долю, которая считается сама, пишут так: `{{доля часть целое}}`",
        hint_en: "correct the share or the numbers; a share that computes itself: `{{share part whole}}`";
    /// «Более половины – 178 из 377».
    HALF = "wrong-share", Warning,
        ru: "«{word}», а {part} из {whole} – это {right} %", en: "“{word}”, but {part} of {whole} is {right} %",
        hint_ru: "исправьте слова или числа", hint_en: "correct the words or the numbers";
    /// «На 107 больше (3 263 против 3 150)».
    WRONG_DIFFERENCE = "wrong-share", Warning,
        ru: "между {before} и {now} разница {right}, а не {said}", en: "{before} and {now} differ by {right}, not {said}",
        hint_ru: "исправьте разницу или числа; разницу, которая считается сама, пишут так: `{{сравнить имя}}`",
        hint_en: "correct the difference or the numbers; one that computes itself: `{{compare name}}`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "wrong-share",
    severity: Severity::Warning,
    title: Both {
        ru: "Доля или разница не сходится", en: "A share or difference that does not follow"
    },
    about: Both {
        ru: "Доля («18 из 20 (85 %)», «из 40 кабинетов обновлены 14 (35 %)») и разница («на 107 больше: 3 263 против 3 150», \
             «с 400 до 460, то есть на 12 %») считаются заново по числам того же предложения. Округление в обе стороны \
             и отбрасывание последнего знака допустимы; процентные пункты не путаются с процентами.",
        en: "A share (“18 of 20 (85 %)”) and a difference (“107 more: 3,263 against 3,150”, “from 400 to 460, that is by 12 %”) \
             are computed again from the numbers of the same sentence. Rounding either way and cutting off are tolerated; \
             percentage points are no per cent.",
    },
    example: Both {
        ru: "Аттестацию прошли 18 из 20 педагогов (85 %). → Аттестацию прошли 18 из 20 педагогов (90 %).",
        en: "18 of 20 teachers (85 %) passed. → 18 of 20 teachers (90 %) passed.",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.prose() {
        if sentence.amounts().nth(1).is_some() {
            let look = Look { field, sentence };
            look.shares(findings);
            look.differences(findings);
            look.halves(findings);
        }
    }
    view.loaded.tables.values().for_each(|table| percent_column::look(table, findings));
}

struct Look<'v, 'a> {
    field: &'v Field<'a>,
    sentence: &'v Sentence,
}

impl Look<'_, '_> {
    fn number(&self, at: usize) -> Option<&Number> {
        self.sentence.tokens.get(at).and_then(Token::number)
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.sentence.tokens.get(at).is_some_and(|token| token.is_any(words))
    }

    /// Each per cent beside its part and its whole.
    fn shares(&self, findings: &mut Findings) {
        let amounts: Vec<usize> = self.sentence.amounts().map(|(at, _)| at).collect();
        let mut whole: Option<usize> = None;
        // «В 9 из 12 школ (75 %) …, в 7 (58,3 %) – …»: the whole is that of the share before.
        let mut carried: Option<usize> = None;
        for (index, &at) in amounts.iter().enumerate() {
            let Some(number) = self.number(at) else { continue };
            let of = at.checked_sub(1).is_some_and(|before| self.is(before, &["из"]));
            if of && !number.percent {
                let part = index.checked_sub(1).and_then(|one| amounts.get(one)).copied();
                let beside = part.filter(|part| self.is_beside(*part, at));
                match beside {
                    Some(part) => {
                        (whole, carried) = (None, Some(at));
                        if let Some(&share) = amounts.get(index + 1) {
                            self.share(part, at, share, findings);
                        }
                    }
                    None => whole = Some(at),
                }
            } else if let (Some(whole), true) = (whole, number.percent) {
                let part = index.checked_sub(1).and_then(|one| amounts.get(one)).copied();
                if let Some(part) = part.filter(|part| *part != whole && !in_brackets(self.sentence, *part)) {
                    self.share(part, whole, at, findings);
                }
            } else if let (Some(carried), true) = (carried, number.percent) {
                let part = index.checked_sub(1).and_then(|one| amounts.get(one)).copied();
                let alone =
                    part.filter(|part| *part > carried && part + 2 == at && in_brackets(self.sentence, at));
                if let Some(part) = alone {
                    self.share(part, carried, at, findings);
                }
            }
        }
        self.of_them(&amounts, findings);
    }

    /// «1 641 ребёнок, из них 402 ребёнка в возрасте до 3 лет (24,5 %)».
    fn of_them(&self, amounts: &[usize], findings: &mut Findings) {
        let tokens = &self.sentence.tokens;
        let of_them = tokens
            .windows(2)
            .position(|pair| matches!(pair, [one, two] if one.is_any(&["из"]) && two.is_any(&["них"])));
        let Some(of_them) = of_them else { return };
        let plain = |at: &usize| !is_measure(self.sentence, *at) && !in_brackets(self.sentence, *at);
        let whole = amounts.iter().copied().rfind(|at| *at < of_them && plain(at));
        let mut behind =
            amounts.iter().copied().filter(|at| *at > of_them && !is_measure(self.sentence, *at));
        if let (Some(whole), Some(part), Some(share)) = (whole, behind.next(), behind.next())
            && part == of_them + 2
            && in_brackets(self.sentence, share)
            && self.number(whole).is_some_and(|number| !number.percent)
        {
            self.share(part, whole, share, findings);
        }
    }

    /// «Более половины педагогов – 178 из 377».
    fn halves(&self, findings: &mut Findings) {
        let tokens = &self.sentence.tokens;
        let amounts: Vec<usize> = self.sentence.amounts().map(|(at, _)| at).collect();
        let beside = amounts.windows(2).find_map(|pair| match pair {
            [part, whole] if whole.checked_sub(1).is_some_and(|of| self.is(of, &["из"])) => {
                Some([part, whole])
            }
            _ => None,
        });
        let Some([part, whole]) = beside else { return };
        let of = whole.checked_sub(1).is_some_and(|before| self.is(before, &["из"]));
        let (Some(one), Some(all)) = (self.number(*part), self.number(*whole)) else { return };
        if !of || !self.is_beside(*part, *whole) || one.percent || all.percent {
            return;
        }
        let said = (0..*part).find_map(|at| {
            let half = self.is(at + 1, &["половины"]);
            let words = |more: bool| tokens.get(at..at + 2).map(|words| (more, words));
            match () {
                () if half && self.is(at, &["более", "больше"]) => words(true),
                () if half && self.is(at, &["менее", "меньше"]) => words(false),
                () if self.is(at, &["большинство"]) => {
                    tokens.get(at..=at).map(|words| (true, words))
                }
                () => None,
            }
        });
        let Some((more, words)) = said else { return };
        let Some(right) = percent(one.ones(), all.ones()) else { return };
        let half = Decimal::from(50);
        if (more && right > half) || (!more && right < half) {
            return;
        }
        let (Some(part), Some(whole)) = (tokens.get(*part), tokens.get(*whole)) else { return };
        let finding = Finding::new(&HALF)
            .arg("word", self.field.written(words))
            .arg("part", part.text.as_str())
            .arg("whole", whole.text.as_str())
            .arg("right", show(right, 1))
            .at(self.field.place(part));
        findings.push(finding.label(self.field.place(whole), ("целое", "the whole")));
    }

    /// Whether «из» stands right behind the part: «18 из», «18 педагогов из».
    fn is_beside(&self, part: usize, whole: usize) -> bool {
        let between = self.sentence.tokens.get(part + 1..whole).unwrap_or_default();
        let plain = between.iter().all(|token| token.is_word() || token.is_sign('.'));
        plain && between.len() <= 3 && self.number(part).is_some_and(|number| !number.percent)
    }

    fn share(&self, part: usize, whole: usize, share: usize, findings: &mut Findings) {
        let (Some(one), Some(all), Some(said)) = (self.number(part), self.number(whole), self.number(share))
        else {
            return;
        };
        if !said.percent || !self.is_apposed(part.max(whole), share) || all.ones().is_zero() {
            return;
        }
        let Some(right) = percent(one.ones(), all.ones()) else { return };
        if one.ones() > all.ones() || rounds_to(right, said.value, said.decimals) {
            return;
        }
        let (Some(part), Some(whole)) = (self.sentence.tokens.get(part), self.sentence.tokens.get(whole))
        else {
            return;
        };
        let place = self.with_percent(share);
        let finding = wrong([&part.text, &whole.text, self.field.written(place)], right, said.decimals)
            .at(self.field.place_of(place));
        let finding = finding.label(self.field.place(part), ("часть", "the part"));
        findings.push(finding.label(self.field.place(whole), ("целое", "the whole")));
    }

    /// Whether the share speaks of the numbers before it: in brackets, or after «или», «что составляет».
    fn is_apposed(&self, from: usize, share: usize) -> bool {
        let tokens = self.sentence.tokens.get(from + 1..share).unwrap_or_default();
        let joins = |token: &Token| {
            token.is_sign('(')
                || token.is_any(&["или", "есть", "это"])
                || token.begins(&["составля", "состави"])
        };
        let near = tokens.iter().rev().take(2).any(joins);
        near && !tokens.iter().any(|token| token.is_sign(';'))
    }

    /// The number with its `%`, if the sign stands behind it.
    fn with_percent(&self, at: usize) -> &[Token] {
        let sign =
            self.sentence.tokens.get(at + 1).is_some_and(|token| token.is_sign('%') && token.bound.is_none());
        let bound = self.sentence.tokens.get(at).is_some_and(|token| token.bound.is_some());
        self.sentence.tokens.get(at..at + 1 + usize::from(sign && !bound)).unwrap_or_default()
    }

    /// Each stated difference beside the pair of numbers that it is between.
    fn differences(&self, findings: &mut Findings) {
        // What a figure prints of itself is right.
        let own = |at: usize| self.sentence.tokens.get(at).is_some_and(|token| token.bound.is_some());
        let mut differences = differences(self.sentence);
        differences.retain(|difference| !own(difference.at));
        let pairs = pairs(self.sentence);
        let loose = if pairs.is_empty() { self.loose_pair(&differences) } else { None };
        let kind = |one: &Difference| self.number(one.at).map(|number| number.percent);
        for difference in &differences {
            let Some(pair) = loose.or_else(|| self.pair_of(difference, &pairs)) else { continue };
            let alone = differences.iter().filter(|other| kind(other) == kind(difference)).count() == 1;
            let stated = difference.word.is_some() || self.follows(difference, pair);
            if alone && stated && ![pair.before, pair.now].contains(&difference.at) {
                self.difference(difference, pair, findings);
            }
        }
    }

    /// The pair beside a difference: no other number stands between, but for other differences.
    fn pair_of(&self, difference: &Difference, pairs: &[Pair]) -> Option<Pair> {
        let others = |from: usize, to: usize| {
            self.sentence.amounts().any(|(at, _)| from < at && at < to && !self.is_difference(at))
        };
        let behind = pairs.iter().rev().find(|pair| pair.last() < difference.at);
        let before = pairs.iter().find(|pair| pair.first() > difference.at);
        let behind = behind.filter(|pair| !others(pair.last(), difference.at));
        let around = pairs.iter().find(|pair| pair.first() < difference.at && difference.at < pair.last());
        let before = before.filter(|pair| !others(difference.at, pair.first()));
        around.or(behind).or(before).copied()
    }

    fn is_difference(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, &["на"]))
    }

    /// «47 подростков, на 8 меньше, чем год назад (53)»: the only two other numbers.
    fn loose_pair(&self, differences: &[Difference]) -> Option<Pair> {
        let [difference] = differences else { return None };
        let word = difference.word?;
        let others: Vec<usize> =
            self.sentence.amounts().map(|(at, _)| at).filter(|at| *at != difference.at).collect();
        let [now, before] = others.as_slice() else { return None };
        let than = self.sentence.tokens.iter().any(|token| token.is_any(&["чем", "против"]));
        (than && *now < difference.at && *before > word && in_brackets(self.sentence, *before))
            .then_some(Pair { before: *before, now: *now })
    }

    /// «…, или на 12 %», «…, то есть на 12 %» behind «с 400 до 460»; or a verb of growth before it.
    fn follows(&self, difference: &Difference, pair: Pair) -> bool {
        let Some(on) = difference.at.checked_sub(1) else { return false };
        let before = self.sentence.tokens.get(on.saturating_sub(2)..on).unwrap_or_default();
        let joined = before.iter().any(|token| token.is_any(&["или", "есть", "е"]) || token.is_sign('('));
        // «Уменьшилось на 5, с 12 до 8», «выросла на 4,2 %: было 2 610, стало 2 720».
        let verb = before.last().is_some_and(changes);
        let mark = |token: &Token| token.is_sign(',') || token.is_sign(':') || token.is_sign('(');
        let between = self.sentence.tokens.get(difference.at + 1..pair.first()).unwrap_or_default();
        if verb && between.len() <= 5 && between.iter().any(mark) {
            return true;
        }
        joined && on > pair.first()
    }

    fn difference(&self, difference: &Difference, pair: Pair, findings: &mut Findings) {
        let number = |at: usize| self.number(at).copied();
        let (Some(before), Some(now), Some(said)) =
            (number(pair.before), number(pair.now), number(difference.at))
        else {
            return;
        };
        let Some(exact) = now.ones().checked_sub(before.ones()).map(|change| change.abs()) else { return };
        let growth = percent(exact, before.ones().abs());
        let as_growth = growth.is_some_and(|growth| rounds_to(growth, said.value, said.decimals));
        // Each of the two numbers may be rounded itself.
        let slack = before.half()
            * before.scale.factor()
            * Decimal::TWO
            * Decimal::from(u8::from(before.decimals > 0));
        let as_difference =
            rounds_to(exact, said.ones(), said.decimals) || (exact - said.ones()).abs() <= slack;
        let fits = match (said.percent, now.percent) {
            (true, false) => as_growth,
            (true, true) => as_growth || as_difference,
            (false, true) if !difference.points => true,
            (false, _) => as_difference,
        };
        let right = if said.percent && !now.percent { growth } else { Some(exact) };
        let (Some(right), false) = (right, fits) else { return };
        let tokens = &self.sentence.tokens;
        let (Some(old), Some(new)) = (tokens.get(pair.before), tokens.get(pair.now)) else { return };
        let place = self.with_percent(difference.at);
        let percent = if said.percent { " %" } else { "" };
        let finding = Finding::new(&WRONG_DIFFERENCE)
            .arg("before", old.text.as_str())
            .arg("now", new.text.as_str())
            .arg("right", format!("{}{percent}", show(right, said.decimals.max(u32::from(said.percent)))))
            .arg("said", self.field.written(place))
            .at(self.field.place_of(place));
        let finding = finding.label(self.field.place(old), ("было", "before"));
        findings.push(finding.label(self.field.place(new), ("стало", "after")));
    }
}

/// A verb that says that something grew or fell.
fn changes(token: &Token) -> bool {
    token.begins(&[
        "вырос",
        "увелич",
        "возрос",
        "повыс",
        "сниз",
        "уменьш",
        "сократ",
        "упал",
        "подня",
        "опусти",
    ])
}

/// A share that does not follow: its part, its whole and the share as they are written.
pub(super) fn wrong([part, whole, said]: [&str; 3], right: Decimal, decimals: u32) -> Finding {
    Finding::new(&WRONG_SHARE)
        .arg("part", part)
        .arg("whole", whole)
        .arg("right", show(right, decimals.max(1)))
        .arg("said", said)
}

/// A part of a whole in per cent.
pub(super) fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// A computed number, rounded, without trailing zeros.
fn show(value: Decimal, decimals: u32) -> String {
    let style = NumberStyle { zeros: number::TrailingZeros::Trim, ..NumberStyle::default() };
    number::format(value, &style.with_decimals(Some(decimals)))
}
