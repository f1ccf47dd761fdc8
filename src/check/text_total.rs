//! «20 случаев, из них 18 … и 3 …»: parts that do not make their whole.

use super::phrases::in_brackets;
use super::{Both, Check, Field, Number, Sentence, Token, View};
use crate::messages;
use crate::russian::number::{self, NumberStyle};
use crate::source::{Finding, Findings, Severity};
use rust_decimal::Decimal;

messages! {
    /// Parts that do not make their whole.
    TEXT_TOTAL = "text-total", Warning,
        ru: "названо {total}, а части дают {sum}: {parts}", en: "{total} is announced, but the parts make {sum}: {parts}",
        hint_ru: "исправьте итог или части; если перечислено не всё, скажите это: «в их числе», «и другие»",
        hint_en: "correct the total or its parts; if they are not all, say so: “among them”, “and others”";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "text-total",
    severity: Severity::Warning,
    title: Both { ru: "Части не дают целого", en: "Parts that do not make their whole" },
    about: Both {
        ru: "Если после числа стоит двоеточие с перечнем частей, «из них» или «в том числе» с двумя и более частями, части \
             складываются. Примеры («в их числе»), числа прошлого года в скобках, доли, одна часть и пересекающиеся признаки \
             не проверяются.",
        en: "Where a colon with a list of parts, “of them” or “including” with two or more parts follows a number, the parts \
             are added up. Examples (“among them”), last year's numbers in brackets, shares, a single part and overlapping \
             features are left alone.",
    },
    example: Both {
        ru: "Зарегистрировано 20 случаев, из них 18 из семьи и 3 из приюта. → Зарегистрировано 20 случаев, из них 18 из семьи и 2 из приюта.",
        en: "20 cases were registered, of them 18 from families and 3 from homes. → 20 cases were registered, of them 18 from families and 2 from homes.",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.prose() {
        let count = sentence.amounts().count();
        if count >= 3 {
            findings.list.extend(look(field, sentence));
        }
    }
}

/// How the parts are announced.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Announced {
    Colon,
    OfThem,
}

/// Where the parts begin.
fn announced(sentence: &Sentence) -> Option<(usize, Announced)> {
    let tokens = &sentence.tokens;
    (1..tokens.len()).find_map(|at| {
        let two = tokens.get(at..at + 2)?;
        let [one, next] = two else { return None };
        if one.is_sign(':') && one.bound.is_none() {
            return Some((at + 1, Announced::Colon));
        }
        let of_them = one.is_any(&["из"]) && next.is_any(&["них"]);
        let including = one.is_any(&["том"]) && next.is_any(&["числе"]);
        let short = one.is_any(&["т"]) && tokens.get(at + 2).is_some_and(|token| token.is_any(&["ч"]));
        let end = if short { at + 4 } else { at + 2 };
        (of_them || including || short).then_some((end, Announced::OfThem))
    })
}

fn look(field: &Field<'_>, sentence: &Sentence) -> Option<Finding> {
    let tokens = &sentence.tokens;
    let (start, how) = announced(sentence)?;
    let is_count =
        |number: &Number| !number.percent && number.decimals == 0 || number.scale != Default::default();
    let outside = |at: usize| !in_brackets(sentence, at);
    let mut before = sentence.amounts().filter(|(at, _)| *at < start && outside(*at));
    let (total_at, total) = before.next_back().filter(|(_, number)| is_count(number))?;
    let near = tokens.get(total_at + 1..start)?;
    if near.iter().any(|token| token.is_sign('.') && token.spaced || token.is_sign(';')) {
        return None;
    }
    let inner: Vec<(usize, &Number)> =
        sentence.amounts().filter(|(at, _)| *at >= start && outside(*at)).collect();
    let parts: Vec<(usize, &Number)> = inner
        .iter()
        .copied()
        .filter(|(at, number)| is_part(sentence, *at, start) && is_count(number) && !number.percent)
        .collect();
    let open = tokens.iter().any(|token| token.begins(&["друг"]) || token.is_any(&["др", "прочие"]));
    if parts.len() < 2 || parts.len() != inner.len() || open {
        return None;
    }
    if parts.iter().any(|(_, number)| number.scale != total.scale) {
        return None;
    }
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, (_, number)| sum.checked_add(number.value))?;
    if sum == total.value || !is_meant(sentence, &parts, how, total.value, sum) {
        return None;
    }
    Some(finding(field, sentence, total_at, &parts, sum))
}

/// Whether the number begins a part: behind the announcement, a comma, «и» or «а также».
fn is_part(sentence: &Sentence, at: usize, start: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| sentence.tokens.get(at)) else { return false };
    at == start
        || before.is_sign(',')
        || before.is_sign(';')
        || before.is_any(&["и", "также", "ещё", "еще"])
        || before.is_dash()
}

/// Whether the parts are meant to be all: a list behind a colon; else parts told apart by a
/// preposition («18 из семьи»), or a sum that is off by a slip and no more.
fn is_meant(
    sentence: &Sentence,
    parts: &[(usize, &Number)],
    how: Announced,
    total: Decimal,
    sum: Decimal,
) -> bool {
    if how == Announced::Colon {
        return true;
    }
    let off = (sum - total).abs();
    let slip = off * Decimal::TEN <= total && sum > total;
    let plain = parts.iter().all(|(at, _)| {
        sentence
            .tokens
            .get(at + 1)
            .is_some_and(|token| token.is_any(PREPOSITIONS) || token.is_dash() || token.is_sign('('))
    });
    slip || (plain && (sum > total || off * Decimal::TEN <= total))
}

const PREPOSITIONS: &[&str] =
    &["из", "в", "во", "на", "за", "с", "со", "у", "от", "по", "к", "для", "до", "при"];

fn finding(
    field: &Field<'_>,
    sentence: &Sentence,
    total: usize,
    parts: &[(usize, &Number)],
    sum: Decimal,
) -> Finding {
    let token = |at: usize| sentence.tokens.get(at);
    let text = |at: usize| token(at).map(|token: &Token| token.text.clone()).unwrap_or_default();
    let shown: Vec<String> = parts.iter().map(|(at, _)| text(*at)).collect();
    let mut finding = Finding::new(&TEXT_TOTAL)
        .arg("total", text(total))
        .arg("sum", number::format(sum, &NumberStyle::default()))
        .arg("parts", shown.join(" + "));
    for at in std::iter::once(total).chain(parts.iter().map(|(at, _)| *at)) {
        if let Some(token) = token(at) {
            finding = finding.at(field.place(token));
        }
    }
    finding
}
