//! «N 5», «No 5», «#5», «№5» for «№ 5».

use super::{Both, Check, Field, Kind, Sentence, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// Another sign.
    NUMBER_SIGN = "number-sign", Note,
        ru: "«{written}»: номер пишут со знаком № и пробелом", en: "“{written}”: a number has the sign № and a space",
        hint_ru: "напишите «№ {number}»", hint_en: "write «№ {number}»";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "number-sign",
    severity: Severity::Note,
    title: Both { ru: "Знак номера", en: "The sign of a number" },
    about: Both {
        ru: "Перед номером ставят «№» и пробел. «N 210», «No 5», «#7» и «№5» исправляются сами. N в названии модели, переменная N, номера с \
             буквами («№ 14/3-N») не трогаются.",
        en: "«№» and a space stand before a number. «N 210», «No 5», «#7» and «№5» can be corrected automatically. N in the name \
             of a model, a variable, numbers with letters are left alone.",
    },
    example: Both {
        ru: "приказ от 11.05.2018 N 210 → приказ от 11.05.2018 № 210",
        en: "приказ от 11.05.2018 N 210 → приказ от 11.05.2018 № 210",
    },
    source: Both { ru: "ГОСТ Р 7.0.97-2016, 5.11", en: "GOST R 7.0.97-2016, 5.11" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.sentences() {
        for at in 0..sentence.tokens.len() {
            findings.list.extend(sign(view, field, sentence, at));
        }
    }
}

fn sign(view: &View<'_>, field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Finding> {
    if let Some(found) = glued_letter(view, field, sentence, at) {
        return Some(found);
    }
    let (sign, number) = (sentence.tokens.get(at)?, sentence.tokens.get(at + 1)?);
    if !number.text.starts_with(|c: char| c.is_ascii_digit())
        || sign.bound.is_some()
        || number.bound.is_some()
    {
        return None;
    }
    let written = field.written(std::slice::from_ref(sign));
    let latin = matches!(written, "N" | "No" | "Nо" | "Nr") && number.spaced && sign.spaced;
    let hash = sign.is_sign('#');
    let glued = sign.is_sign('№') && !number.spaced;
    if !(latin || hash || glued) {
        return None;
    }
    let both = sentence.tokens.get(at..at + 2)?;
    let finding = Finding::new(&NUMBER_SIGN)
        .arg("written", field.written(both))
        .arg("number", field.written(std::slice::from_ref(number)))
        .at(field.place_of(both));
    Some(field.mend(view, finding, sign.range.start..number.range.start, "№\u{a0}"))
}

/// «от 14.02.2024 N118», «приказ N15»: the letter and the number in one word, behind a document or its day.
fn glued_letter(view: &View<'_>, field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Finding> {
    const DOCUMENTS: &[&str] =
        &["приказ", "закон", "постановлен", "распоряжен", "письм", "решени", "протокол", "школ", "сад"];
    let token = sentence.tokens.get(at).filter(|token| token.is_word() && token.bound.is_none())?;
    let written = field.written(std::slice::from_ref(token));
    let digits = written.strip_prefix('N').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))?;
    let before = sentence.tokens.get(at.checked_sub(1)?)?;
    let named =
        before.begins(DOCUMENTS) || matches!(before.kind, Kind::Date(_)) || before.is_any(&["года", "г"]);
    let end = token.range.start + 1;
    let finding =
        Finding::new(&NUMBER_SIGN).arg("written", written).arg("number", digits).at(field.place(token));
    named.then(|| field.mend(view, finding, token.range.start..end, "№\u{a0}"))
}
