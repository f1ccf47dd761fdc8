//! «Более 775 471»: an exact number behind a word that rounds.

use super::{Both, Check, Field, Number, Sentence, View};
use crate::messages;
use crate::russian::number::{self, NumberStyle};
use crate::source::{Finding, Findings, Severity};
use rust_decimal::Decimal;

messages! {
    /// An exact number behind «более».
    EXACT = "exact-after-over", Note,
        ru: "«{word}» перед точным числом {number}", en: "“{word}” before the exact number {number}",
        hint_ru: "уберите «{word}» или округлите число: `{word} {round}`", hint_en: "leave out “{word}”, or round the number: `{word} {round}`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "exact-after-over",
    severity: Severity::Note,
    title: Both {
        ru: "«Более» перед точным числом", en: "“Over” before an exact number"
    },
    about: Both {
        ru: "«Более», «свыше», «около», «почти», «примерно», «порядка» обещают круглое число; точное после них читается \
             как описка. Круглые числа, нормы («не более 25») и числа меньше ста не проверяются.",
        en: "“Over”, “about”, “almost” promise a round number; an exact one behind them reads like a slip. Round numbers, \
             limits (“not more than 25”) and numbers below a hundred are left alone.",
    },
    example: Both {
        ru: "Сумма затрат составила более 775 471 тыс. рублей. → Сумма затрат составила 775 471 тыс. рублей.",
        en: "The expenses were over 775,471 thousand. → The expenses were 775,471 thousand.",
    },
    source: Both { ru: "практика", en: "practice" },
    messages: ALL,
    run,
};

const WORDS: &[&str] = &["более", "свыше", "около", "почти", "примерно", "порядка", "приблизительно"];

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.prose() {
        for (at, number) in sentence.amounts() {
            findings.list.extend(look(field, sentence, at, number));
        }
    }
}

fn look(field: &Field<'_>, sentence: &Sentence, at: usize, number: &Number) -> Option<Finding> {
    let tokens = &sentence.tokens;
    let than = tokens.get(at.checked_sub(1)?)?.is_any(&["чем"]);
    let at_word = at.checked_sub(if than { 2 } else { 1 })?;
    // «Поступило больше 1 043 анкет»; «больше, чем 1 043» may be exact.
    let word = tokens.get(at_word).filter(|word| word.is_any(WORDS) || word.is_any(&["больше"]) && !than)?;
    let limit =
        at_word.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_any(&["не"]));
    if limit || !is_exact(number) {
        return None;
    }
    let place = tokens.get(at_word..=at)?;
    let finding =
        Finding::new(&EXACT).arg("word", word.text.as_str()).arg("number", tokens.get(at)?.text.as_str());
    let finding = finding.arg("round", round(number, &word.text)?);
    Some(finding.at(field.place_of(place)))
}

/// The number with two digits and noughts behind them: below it after «более», above it after
/// «почти», the nearest after «около».
fn round(number: &Number, word: &str) -> Option<String> {
    let whole = number.value.trunc();
    let digits = whole.mantissa().unsigned_abs().to_string().len() as u32;
    let unit = Decimal::from(10u64.checked_pow(digits.saturating_sub(2))?);
    let count = number.value.checked_div(unit)?;
    let count = match word {
        "более" | "свыше" | "больше" => count.floor(),
        "почти" => count.ceil(),
        _ => count.round(),
    };
    Some(number::format(count.checked_mul(unit)?, &NumberStyle::default()))
}

/// At least three digits that say something, and not on a ten.
fn is_exact(number: &Number) -> bool {
    if number.value < Decimal::ONE_HUNDRED {
        return false;
    }
    let digits = number.value.normalize().mantissa().unsigned_abs().to_string();
    let significant = digits.trim_end_matches('0').len();
    significant >= 4 || (significant >= 3 && !digits.ends_with(['0', '5']))
}
