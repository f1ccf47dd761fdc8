//! A unit, a word of comparison or a noun that a figure prints and that is typed beside it again.

use super::{Both, Bound, Check, Field, Token, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// «97,8 % %»
    DOUBLED_BEHIND = "doubled-unit", Warning,
        ru: "`{call}` печатает «{printed}», и «{typed}» за ним – второй раз то же", en: "`{call}` prints “{printed}”; “{typed}” behind it says the same again",
        hint_ru: "сотрите «{typed}» после `{call}`", hint_en: "delete “{typed}” behind `{call}`";
    /// «больше на 107 больше»
    DOUBLED_BEFORE = "doubled-unit", Warning,
        ru: "`{call}` печатает «{printed}», и «{typed}» перед ним – второй раз то же", en: "`{call}` prints “{printed}”; “{typed}” before it says the same again",
        hint_ru: "сотрите «{typed}» перед `{call}`", hint_en: "delete “{typed}” before `{call}`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "doubled-unit",
    severity: Severity::Warning,
    title: Both {
        ru: "Слово числа набрано второй раз", en: "A figure's word typed a second time"
    },
    about: Both {
        ru: "Показатель печатает вместе с числом знак процента, «тыс. руб.», «млн», «на 5 больше», «12 учеников» – смотря как он записан. Если то же \
             слово набрано рядом в тексте, в документе оно встанет дважды: «97,8 % %», «1,2 млн тыс. рублей», «на 5 больше больше». «1,2 млн \
             рублей» и слова за запятой или в следующем предложении – не повтор.",
        en: "A figure prints its per cent sign, «тыс. руб.», «млн», «на 5 больше», «12 учеников» with its number, as it is called. If \
             the same is typed beside it, the document says it twice. A noun behind a scale, and words behind a comma or in the \
             next sentence, are no repetition.",
    },
    example: Both {
        ru: "{{питание}} процентов → {{питание}}", en: "{{питание}} процентов → {{питание}}"
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

/// What a word beside a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Percent,
    Scale,
    Rubles,
    People,
    Pieces,
    /// «больше», «меньше».
    Direction,
}

impl Says {
    fn of(token: &Token) -> Option<Says> {
        if token.is_sign('%') {
            return Some(Says::Percent);
        }
        let word = token.is_word().then_some(token.text.as_str())?;
        match word {
            "процент" | "процента" | "процентов" => Some(Says::Percent),
            "тыс" | "млн" | "млрд" | "тысяча" | "тысячи" | "тысяч" => {
                Some(Says::Scale)
            }
            "миллион" | "миллиона" | "миллионов" | "миллиард" | "миллиарда" | "миллиардов" => {
                Some(Says::Scale)
            }
            "руб" | "рубль" | "рубля" | "рублей" => Some(Says::Rubles),
            "чел" | "человек" | "человека" => Some(Says::People),
            "ед" | "единица" | "единицы" | "единиц" | "шт" | "штук" | "штуки" => {
                Some(Says::Pieces)
            }
            "больше" | "меньше" | "выше" | "ниже" => Some(Says::Direction),
            _ => None,
        }
    }

    /// Whether `next` cannot follow it: «млн рублей» can, «млн тыс.» and «руб. тыс.» cannot.
    fn is_repeated_by(self, next: Says) -> bool {
        self == next || (self, next) == (Says::Rubles, Says::Scale)
    }
}

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.sentences() {
        let tokens = sentence.tokens.as_slice();
        for at in 1..tokens.len() {
            findings.list.extend(behind(field, tokens, at));
            findings.list.extend(before(field, tokens, at));
        }
    }
}

/// The figure that printed the token before the one at `at`, if that one was typed.
fn met<'f, 'a>(field: &'f Field<'a>, printed: &Token, typed: &Token) -> Option<&'f Bound<'a>> {
    let bound = field.figure(printed)?;
    (typed.bound.is_none() && !typed.capital).then_some(bound)
}

fn behind(field: &Field<'_>, tokens: &[Token], at: usize) -> Option<Finding> {
    let typed = tokens.get(at)?;
    let bound = met(field, tokens.get(at - 1)?, typed)?;
    let figure = tokens[..at].iter().rev().take_while(|token| token.bound.is_some());
    let last = figure.into_iter().find(|token| !token.is_sign('.'))?;
    let says = Says::of(last);
    let length = match (says, Says::of(typed)) {
        (Some(printed), Some(next)) if printed.is_repeated_by(next) => repeated(tokens, at, printed),
        _ if forms(bound).any(|form| form == typed.text) && typed.is_word() => 1,
        _ => return None,
    };
    finding(&DOUBLED_BEHIND, field, bound, tokens.get(at..at + length)?)
}

/// How many typed tokens from `at` on say what the figure says: «тыс. рублей» behind «тыс. руб.».
fn repeated(tokens: &[Token], at: usize, printed: Says) -> usize {
    let says = |index: usize| tokens.get(index).filter(|token| token.bound.is_none()).and_then(Says::of);
    let stop = |index: usize| tokens.get(index).is_some_and(|token| token.is_sign('.'));
    let short =
        usize::from(stop(at + 1) && tokens.get(at).is_some_and(|token| token.text.chars().count() <= 4));
    match printed == Says::Rubles
        && says(at) == Some(Says::Scale)
        && says(at + 1 + short) == Some(Says::Rubles)
    {
        true => 2 + short,
        false => 1 + short,
    }
}

fn before(field: &Field<'_>, tokens: &[Token], at: usize) -> Option<Finding> {
    let typed = tokens.get(at - 1)?;
    let bound = met(field, tokens.get(at)?, typed)?;
    let figure = tokens[at..].iter().take_while(|token| token.bound == tokens[at].bound);
    let directed = Says::of(figure.last()?) == Some(Says::Direction);
    (directed && Says::of(typed) == Some(Says::Direction)).then_some(())?;
    finding(&DOUBLED_BEFORE, field, bound, std::slice::from_ref(typed))
}

/// The forms of the noun that a call prints behind its number.
fn forms<'b>(bound: &'b Bound<'_>) -> impl Iterator<Item = String> + use<'b> {
    let noun =
        bound.call.arguments().iter().filter(|argument| argument.quoted && argument.text.contains('|'));
    noun.flat_map(|noun| noun.text.split('|')).map(|form| form.trim().to_lowercase().replace('ё', "е"))
}

fn finding(
    message: &'static crate::source::Message,
    field: &Field<'_>,
    bound: &Bound<'_>,
    typed: &[Token],
) -> Option<Finding> {
    let written = field.written(typed);
    let finding = Finding::new(message)
        .arg("call", format!("{{{{{}}}}}", bound.call.expression()))
        .arg("printed", bound.printed.as_str())
        .arg("typed", written);
    (!written.is_empty()).then(|| finding.at(field.place_of(typed)))
}
