//! Clauses that are all numbered by hand while the program numbers them too.

use super::reading::lists::Texts;
use super::{Both, Check, Field, View};
use crate::messages;
use crate::pack::resolution::{Clause, Mark};
use crate::source::{Finding, Findings, Severity};

messages! {
    /// «1. 1. Признать»
    NUMBERED_TWICE = "numbered-twice", Warning,
        ru: "номера пунктов набраны рукой (пунктов: {count}), а программа ставит свои: выйдет «1. {number} …»", en: "the clauses are numbered by hand (clauses: {count}), and the program numbers them too: «1. {number} …»",
        hint_ru: "уберите номера из текста; если нужны именно ваши, напишите `список: нет`",
        hint_en: "delete the numbers; if you need your own, write `list: none`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "numbered-twice",
    severity: Severity::Warning,
    title: Both { ru: "Пункты пронумерованы дважды", en: "Clauses numbered twice" },
    about: Both {
        ru: "Пункты нумерует программа. Если номера («1.», «1)», «2.1.») набраны ещё и в тексте каждого или почти каждого пункта списка, в \
             документе встанут два номера. У списков без номеров (`список: нет`, тире, кружок) набранный номер – единственный, его замечания \
             – дело проверки typed-number. Даты и количества в начале пункта – не номера.",
        en: "The program numbers clauses. If numbers are typed into the text of most clauses of a list too, the document has two. In \
             lists without numbers a typed number is the only one. Dates and amounts at the beginning are no numbers.",
    },
    example: Both {
        ru: "1. Признать работу → Признать работу", en: "1. Признать работу → Признать работу"
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let texts = Texts::new(view);
    for resolution in view.loaded.documents.iter().filter_map(|document| document.resolution()) {
        look(&texts, &resolution.clauses.0, resolution.list, findings);
    }
}

fn look(texts: &Texts<'_, '_>, clauses: &[Clause], mark: Option<Mark>, findings: &mut Findings) {
    let counted = matches!(mark, None | Some(Mark::Decimal | Mark::Parenthesis | Mark::Letter));
    let numbered: Vec<(&Field<'_>, &str)> = clauses
        .iter()
        .filter_map(|clause| texts.of(clause))
        .filter_map(|field| Some((field, number(field.source.as_str())?)))
        .collect();
    if let Some((field, number)) = numbered.first().filter(|_| counted && numbered.len() * 2 >= clauses.len())
    {
        let start = field.source.as_str().len() - field.source.as_str().trim_start().len();
        let finding =
            Finding::new(&NUMBERED_TWICE).arg("number", *number).arg("count", numbered.len().to_string());
        findings.push(finding.at(field.at(start..start + number.len())));
    }
    clauses.iter().for_each(|clause| look(texts, &clause.clauses, clause.list, findings));
}

/// The typed number with which a text begins: `1.`, `2)`, `1.1.`, `1.1` before a capital letter.
fn number(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let rest = text.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.');
    let digits = &text[..text.len() - rest.len()];
    let bracket = rest.starts_with(')');
    let end = digits.len() + usize::from(bracket);
    let parts: Vec<&str> = digits.strip_suffix('.').unwrap_or(digits).split('.').collect();
    let behind = text[end..].trim_start();
    let short = parts.len() <= 3 && parts.iter().all(|part| (1..=2).contains(&part.len()));
    let blank = behind.len() < text.len() - end;
    let marked = bracket || digits.ends_with('.');
    let begins = behind.starts_with(char::is_uppercase) && parts.len() > 1;
    (short && blank && behind.starts_with(char::is_alphabetic) && (marked || begins)).then(|| &text[..end])
}
