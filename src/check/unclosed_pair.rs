//! A quotation mark or a bracket without its pair.

use super::{Both, Check, Field, FieldKind, Kind, Token, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A mark that nothing closes.
    UNCLOSED = "unclosed-pair", Warning,
        ru: "знак {sign} ничем не закрыт", en: "nothing closes the mark {sign}",
        hint_ru: "поставьте {other} там, где кончаются эти слова, или уберите {sign}",
        hint_en: "put {other} where these words end, or leave {sign} out";
    /// A mark that nothing opens.
    UNOPENED = "unclosed-pair", Warning,
        ru: "знак {sign} закрывает то, что не открыто", en: "the mark {sign} closes what nothing opens",
        hint_ru: "поставьте {other} там, где начинаются эти слова, или уберите {sign}",
        hint_en: "put {other} where these words begin, or leave {sign} out";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "unclosed-pair",
    severity: Severity::Warning,
    title: Both {
        ru: "Кавычка или скобка без пары", en: "A quotation mark or a bracket without its pair"
    },
    about: Both {
        ru: "У каждой открытой кавычки «…» „…“ и скобки (…) […] в том же тексте есть закрывающая, и наоборот. Скобка после номера или \
             буквы перечня («1)», «а)») пары не имеет, а за названием внутри названия («МБОУ «Школа «Росток») хватает одной кавычки.",
        en: "Every opening quotation mark and bracket has its closing one in the same text, and the other way round. The bracket \
             behind the number or letter of an item has none, and one mark is enough behind a name within a name.",
    },
    example: Both {
        ru: "проект «Школа у моря во всех школах → проект «Школа у моря» во всех школах",
        en: "проект «Школа у моря во всех школах → проект «Школа у моря» во всех школах",
    },
    source: Both {
        ru: "нормы русской пунктуации", en: "the rules of Russian punctuation"
    },
    messages: ALL,
    run,
};

/// Each opening mark with those that close it.
const PAIRS: &[(char, &[char])] = &[('(', &[')']), ('[', &[']']), ('«', &['»']), ('„', &['“', '”'])];

/// A mark that waits for its pair.
struct Open<'s> {
    mark: char,
    token: &'s Token,
    /// Whether the same mark was opened and closed within it.
    holds_same: bool,
}

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in view.fields.iter().filter(|field| field.kind != FieldKind::Quote) {
        let mut open: Vec<Open<'_>> = Vec::new();
        for sentence in &field.sentences {
            for (at, token) in sentence.tokens.iter().enumerate() {
                let Kind::Sign(mark) = token.kind else { continue };
                let before = at.checked_sub(1).and_then(|before| sentence.tokens.get(before));
                sign(field, (mark, token, before), &mut open, findings);
            }
        }
        open.iter().filter(|left| !left.holds_same).for_each(|left| findings.push(unclosed(field, left)));
    }
}

/// Reads one sign.
fn sign<'s>(
    field: &Field<'_>,
    (mark, token, before): (char, &'s Token, Option<&Token>),
    open: &mut Vec<Open<'s>>,
    findings: &mut Findings,
) {
    if token.bound.is_some() {
        return;
    }
    if PAIRS.iter().any(|(opening, _)| *opening == mark) {
        return open.push(Open { mark, token, holds_same: false });
    }
    let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| closing.contains(&mark)) else { return };
    match open.iter().rposition(|one| one.mark == *opening) {
        Some(at) => {
            open.drain(at + 1..).filter(|left| !left.holds_same).for_each(|left| {
                findings.push(unclosed(field, &left));
            });
            open.truncate(at);
            if let Some(around) = open.last_mut().filter(|around| mark == '»' && around.mark == *opening) {
                around.holds_same = true;
            }
        }
        // “English marks” and the brackets of items open nothing here.
        None if matches!(mark, '“' | '”')
            || (mark == ')' && !token.spaced && before.is_some_and(is_item)) => {}
        None => findings.push(
            Finding::new(&UNOPENED)
                .arg("sign", mark.to_string())
                .arg("other", opening.to_string())
                .at(field.place(token)),
        ),
    }
}

fn unclosed(field: &Field<'_>, open: &Open<'_>) -> Finding {
    let closing =
        PAIRS.iter().find(|(opening, _)| *opening == open.mark).and_then(|(_, closing)| closing.first());
    Finding::new(&UNCLOSED)
        .arg("sign", open.mark.to_string())
        .arg("other", closing.copied().unwrap_or(')').to_string())
        .at(field.place(open.token))
}

/// Whether a token is the number or the letter of an item: «1)», «2.1)», «а)».
fn is_item(token: &Token) -> bool {
    matches!(token.kind, Kind::Number(_) | Kind::Dotted | Kind::Sign(_))
        || (token.is_word() && token.text.chars().count() <= 2)
}
