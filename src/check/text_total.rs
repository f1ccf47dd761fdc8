//! «20 случаев, из них 18 … и 3 …»: parts that do not make their whole.

use super::phrases::{alike, in_brackets, is_measure};
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
        ru: "Если после числа стоит двоеточие с перечнем частей, «из них» или «в том числе» с двумя и более частями, или «из 20 случаев 18 на уроках, 2 на переменах», части \
             складываются. Примеры («в их числе»), числа прошлого года в скобках, доли, одна часть и пересекающиеся признаки \
             не проверяются.",
        en: "Where a colon with a list of parts, “of them” or “including” with two or more parts follows a number, or “of 20 cases 18 in lessons, 2 in breaks”, the parts \
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
    /// «Из 20 случаев 18 …, 2 …»: the total stands right behind «из».
    From,
}

/// Where the parts begin.
fn announced(sentence: &Sentence) -> Option<(usize, Announced)> {
    let tokens = &sentence.tokens;
    let total = tokens.get(1).filter(|number| number.amount().is_some_and(|number| !number.percent));
    if tokens.first().is_some_and(|first| first.is_any(&["из"])) && total.is_some() {
        return Some((2, Announced::From));
    }
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
    // «…, а также 9 садов»: what is named besides is no part.
    let besides = (start..tokens.len()).find(|at| {
        tokens.get(at + 1).is_some_and(|token| token.is_any(&["также"]))
            && tokens.get(*at).is_some_and(|token| token.is_any(&["а"]))
    });
    let end =
        besides.filter(|at| sentence.amounts().filter(|(part, _)| (start..*at).contains(part)).count() >= 2);
    let end = end.unwrap_or(tokens.len());
    let inner: Vec<(usize, &Number)> = sentence
        .amounts()
        .filter(|(at, _)| (start..end).contains(at) && outside(*at) && !is_age(sentence, *at))
        .collect();
    let parts: Vec<(usize, &Number)> = inner
        .iter()
        .copied()
        .filter(|(at, number)| {
            let first = how == Announced::From && inner.first().is_some_and(|(first, _)| first == at);
            (first || is_part(sentence, *at, start)) && is_count(number) && !number.percent
        })
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
        || before.begins(&["остальн"])
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
    let tokens = &sentence.tokens;
    let has = |stems: &[&str]| tokens.iter().any(|token| token.begins(stems));
    // «Остальные 10» and «61 мужчина и 316 женщин» leave nothing over.
    let closed = has(&["остальн"])
        || (has(&["мужчин"]) && has(&["женщин"]))
        || (has(&["мальчик", "юнош"]) && has(&["девоч", "девуш"]))
        || (has(&["городск"]) && has(&["сельск"]));
    if how == Announced::Colon || (closed && parts.len() >= 2) {
        return true;
    }
    if how == Announced::From {
        return of_one_kind(sentence, parts, total, sum);
    }
    let off = (sum - total).abs();
    // «31 ребёнок …, 42 ребёнка … и 31 ребёнок …»: one noun, and «и» before the last.
    let noun =
        |at: usize| sentence.counted(at).and_then(|at| tokens.get(at)).map(|token| token.text.as_str());
    let (first, last) = (parts.first().map(|(at, _)| *at), parts.last().map(|(at, _)| *at));
    let same = first
        .and_then(noun)
        .is_some_and(|one| parts.iter().all(|(at, _)| noun(*at).is_some_and(|other| alike(one, other))));
    let and = last.and_then(|at| tokens.get(at.checked_sub(1)?)).is_some_and(|token| token.is_any(&["и"]));
    let slip = off * Decimal::TEN <= total && (sum > total || (same && and && parts.len() >= 3));
    let plain = parts.iter().all(|(at, _)| {
        sentence
            .tokens
            .get(at + 1)
            .is_some_and(|token| token.is_any(PREPOSITIONS) || token.is_dash() || token.is_sign('('))
    });
    slip || (plain && (sum > total || off * Decimal::TEN <= total))
}

/// «Из 20 случаев 18 произошли на уроках, 2 – на переменах», «из 5,4 млн рублей 3,2 млн – …, 2,2
/// млн – …», «из 48 групп 6 компенсирующие, 42 …»: parts told apart by what cannot overlap. «Из 20
/// школ 18 имеют зал, 12 – бассейн» may.
fn of_one_kind(sentence: &Sentence, parts: &[(usize, &Number)], total: Decimal, sum: Decimal) -> bool {
    let tokens = &sentence.tokens;
    let slip = (sum - total).abs() * Decimal::TEN <= total * Decimal::TWO;
    let preposition = |at: usize| {
        let near = tokens.get(at + 1..(at + 4).min(tokens.len())).unwrap_or_default();
        near.iter().find(|token| token.is_any(PREPOSITIONS)).map(|token| token.text.as_str())
    };
    let first = parts.first().and_then(|(at, _)| preposition(*at));
    let alike = first.is_some() && parts.iter().all(|(at, _)| preposition(*at) == first);
    let adjective = |at: usize| {
        tokens.get(at + 1).is_some_and(|token| {
            token.is_word() && ["ие", "ые", "их", "ых"].iter().any(|ending| token.text.ends_with(ending))
        })
    };
    let adjectives = parts.iter().all(|(at, _)| adjective(*at));
    let money = parts.iter().all(|(_, number)| number.scale != Default::default());
    slip && ((sum > total && (alike || money)) || adjectives)
}

/// «До 3 лет», «от 2 до 3 лет»: an age is no part.
fn is_age(sentence: &Sentence, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| sentence.tokens.get(at));
    is_measure(sentence, at)
        || before.is_some_and(|token| token.is_any(&["от", "до", "старше", "младше", "с"]))
            && sentence.tokens.iter().skip(at).take(4).any(|token| token.is_any(&["лет", "года", "год"]))
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
