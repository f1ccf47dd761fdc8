//! Shares of one whole that are taken from different numbers.

use super::reading::phrases::alike;
use super::{Both, Check, Field, Kind, NumberRole, Sentence, Token, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// Two bases of one whole.
    SHARE_BASE = "share-base", Warning,
        ru: "доли одного целого посчитаны от разных чисел: {one} и {other}", en: "shares of one whole are taken from different numbers: {one} and {other}",
        hint_ru: "проверьте, какое из чисел верно; если целые разные, назовите их по-разному",
        hint_en: "see which of the numbers is right; if the wholes differ, call them by different words";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "share-base",
    severity: Severity::Warning,
    title: Both {
        ru: "Доли одного целого от разных чисел",
        en: "Shares of one whole from different numbers",
    },
    about: Both {
        ru: "В одном предложении «42 из 146 выпускников города» и «19 из 164 выпускников города»: целое названо одними \
             словами, а числа разные. Разные слова, разные годы и часть уже названной части не проверяются.",
        en: "“42 of 146 graduates of the town” and “19 of 164 graduates of the town” in one sentence: the whole is called by \
             the same words, but the numbers differ. Different words, different years and a part of a part are left alone.",
    },
    example: Both {
        ru: "Готовы 180 из 250 кабинетов, ремонта требуют 69 из 230 кабинетов. → Готовы 180 из 250 кабинетов, ремонта требуют 70 из 250 кабинетов.",
        en: "180 of 250 rooms are ready, 69 of 230 rooms need repair. → 180 of 250 rooms are ready, 70 of 250 rooms need repair.",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.prose() {
        if sentence.amounts().nth(3).is_some() {
            look(field, sentence, findings);
        }
    }
}

/// «N из M слова»: the tokens of the whole and of the words behind it.
struct Base {
    at: usize,
    part: usize,
    words: (usize, usize),
}

fn look(field: &Field<'_>, sentence: &Sentence, findings: &mut Findings) {
    let tokens = &sentence.tokens;
    let years = tokens.iter().any(|token| match &token.kind {
        Kind::Number(number) => number.role == NumberRole::Year,
        Kind::Years(..) => true,
        _ => false,
    });
    if years {
        return;
    }
    let bases = bases(sentence);
    for pair in bases.windows(2) {
        let [one, other] = pair else { continue };
        let value = |at: usize| tokens.get(at).and_then(Token::number).map(|number| number.ones());
        let same = value(one.at) == value(other.at);
        let part_of_part = value(one.part) == value(other.at);
        if same || part_of_part || !same_words(sentence, one.words, other.words) {
            continue;
        }
        if let (Some(first), Some(second)) = (tokens.get(one.at), tokens.get(other.at)) {
            findings.push(
                Finding::new(&SHARE_BASE)
                    .arg("one", first.text.as_str())
                    .arg("other", second.text.as_str())
                    .at(field.place(second))
                    .label(field.place(first), ("а здесь другое", "but this one differs")),
            );
        }
    }
}

fn bases(sentence: &Sentence) -> Vec<Base> {
    let tokens = &sentence.tokens;
    let mut bases = Vec::new();
    for (at, number) in sentence.amounts() {
        let of = at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_any(&["из"]));
        let part = sentence.amounts().map(|(part, _)| part).rfind(|part| *part < at);
        let (true, Some(part), false) = (of && at >= 2, part, number.percent) else { continue };
        let beside =
            at - part <= 4 && tokens.get(part).and_then(Token::number).is_some_and(|part| !part.percent);
        let end = (at + 1..tokens.len()).find(|at| tokens.get(*at).is_none_or(|token| !token.is_word()));
        if beside {
            bases.push(Base { at, part, words: (at + 1, end.unwrap_or(tokens.len())) });
        }
    }
    bases
}

/// Whether the words behind two wholes are forms of the same.
fn same_words(sentence: &Sentence, one: (usize, usize), other: (usize, usize)) -> bool {
    let words = |range: (usize, usize)| sentence.tokens.get(range.0..range.1).unwrap_or_default();
    let (one, other) = (words(one), words(other));
    let pairs = one.iter().zip(other);
    !one.is_empty() && one.len() == other.len() && pairs.into_iter().all(|(a, b)| alike(&a.text, &b.text))
}
