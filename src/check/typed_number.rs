//! Numbers of clauses that were typed by hand: a lost dot, a number twice, a gap.

use super::reading::items::{Mark, marks};
use super::reading::lists::{Texts, lists};
use super::reading::variants::document_of;
use super::{Both, Check, Field, Kind, Sentence, Token, View};
use crate::messages;
use crate::pack::resolution::Clause;
use crate::source::{Finding, Findings, Severity, Span};
use std::collections::BTreeMap;

messages! {
    /// «2.1.2 создания» among «2.1.1.»
    NUMBER_WITHOUT_DOT = "typed-number", Warning,
        ru: "у номера «{number}» нет последней точки, а у соседних есть", en: "“{number}” lacks the last dot, which its neighbours have",
        hint_ru: "напишите «{number}.»; номера, которые программа ставит сама, не сбиваются",
        hint_en: "write “{number}.”; numbers that the program sets by itself never go wrong";
    /// A number twice.
    NUMBER_TWICE = "typed-number", Warning,
        ru: "номер «{number}» стоит второй раз подряд", en: "the number “{number}” stands twice in a row",
        hint_ru: "исправьте номер; номера, которые программа ставит сама, не сбиваются",
        hint_en: "correct the number; numbers that the program sets by itself never go wrong";
    /// A typed number among clauses that the program numbers.
    NUMBER_AMONG = "typed-number", Warning,
        ru: "номер «{number}» набран рукой, а пункты нумеруются сами", en: "the number “{number}” is typed, but clauses are numbered by the program",
        hint_ru: "уберите его: иначе в документе встанут два номера", hint_en: "leave it out: else the document has two numbers";
    /// A gap.
    NUMBER_GAP = "typed-number", Warning,
        ru: "перед номером «{number}» пропущен номер: выше – «{before}»", en: "a number is missing before “{number}”: above stands “{before}”",
        hint_ru: "исправьте номер; номера, которые программа ставит сама, не сбиваются",
        hint_en: "correct the number; numbers that the program sets by itself never go wrong";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "typed-number",
    severity: Severity::Warning,
    title: Both {
        ru: "Ошибка в номере, набранном рукой", en: "A mistake in a number typed by hand"
    },
    about: Both {
        ru: "Номера в начале пунктов и абзацев, набранные рукой (1., 1), 2.1.2.), сравниваются с соседними того же уровня: потерянная \
             последняя точка, номер дважды, пропущенный номер; номер в пункте, у соседей которого его нет. Так же читаются перечни внутри фразы: «1) …; 2) …», «а) …; б) …». Даты, количества и ссылки внутри фразы не номера.",
        en: "Numbers typed at the beginning of clauses and paragraphs are compared with those of the same level: a lost last \
             dot, a number twice, a gap; a number in a clause whose neighbours have none. So are the items within a sentence: «1) …; 2) …», «а) …; б) …». Dates, amounts and references within a sentence are no such numbers.",
    },
    example: Both {
        ru: "2.1.2 создания условий → 2.1.2. создания условий",
        en: "2.1.2 создания условий → 2.1.2. создания условий",
    },
    source: Both {
        ru: "практика: уровни 1., 1.1., 1.1.1. с точкой",
        en: "practice: levels 1., 1.1., 1.1.1., each with its dot",
    },
    messages: ALL,
    run,
};

/// A number at the beginning of a paragraph.
#[derive(Debug)]
struct Typed {
    document: usize,
    parts: Vec<u32>,
    /// `.`, `)` or nothing.
    mark: Option<char>,
    /// Whether a small letter follows a bare number: «2 заменить», «2 школы».
    small: bool,
    written: String,
    place: Span,
}

fn run(view: &View<'_>, findings: &mut Findings) {
    let mut all: Vec<Typed> = Vec::new();
    for field in view.fields.iter().filter(|field| field.kind.is_prose()) {
        let mut paragraph = None;
        for sentence in &field.sentences {
            if paragraph.replace(sentence.paragraph) != Some(sentence.paragraph) {
                all.extend(typed(view, field, sentence));
            }
        }
    }
    alone(view, &all, findings);
    view.fields.iter().filter(|field| field.kind.is_prose()).for_each(|field| inline(field, findings));
    for document in 0..=view.loaded.documents.len() {
        let own: Vec<&Typed> = all.iter().filter(|typed| typed.document == document).collect();
        // «2 Сада» is an amount where no neighbour is numbered.
        let first_level = own.iter().any(|typed| typed.parts.len() == 1 && typed.mark == Some('.'));
        let numbers = |at: usize, typed: &Typed| match typed.small {
            true => fills_gap(&own, at),
            false => typed.parts.len() > 1 || typed.mark.is_some() || first_level,
        };
        let kept = own.iter().enumerate().filter(|(at, typed)| numbers(*at, typed));
        let own: Vec<&Typed> = kept.map(|(_, typed)| *typed).collect();
        dots(&own, findings);
        order(&own, findings);
    }
}

/// «1. …», «2 заменить», «3. …»: what fills a gap between two numbers is one itself.
fn fills_gap(all: &[&Typed], at: usize) -> bool {
    let numbered = |at: usize, number: Option<u32>| {
        let one = all.get(at).filter(|one| one.mark == Some('.'));
        number.is_some_and(|number| one.is_some_and(|one| one.parts == [number]))
    };
    match (at.checked_sub(1), all.get(at).map(|typed| typed.parts.as_slice())) {
        (Some(before), Some(&[number])) => {
            numbered(before, number.checked_sub(1)) && numbered(at + 1, number.checked_add(1))
        }
        _ => false,
    }
}

/// Numbers typed into a few clauses of a list whose others have none.
fn alone(view: &View<'_>, all: &[Typed], findings: &mut Findings) {
    let texts = Texts::new(view);
    for list in lists(view) {
        let place = |clause: &Clause| texts.of(clause).map(|field| field.source.whole());
        let typed = |clause: &Clause| {
            let whole = place(clause)?;
            all.iter().find(|typed| typed.place.source == whole.source && typed.place.start == whole.start)
        };
        let found: Vec<&Typed> = list.items.iter().filter_map(typed).filter(|typed| !typed.small).collect();
        if found.len() * 2 < list.items.len() {
            for one in found {
                findings.push(Finding::new(&NUMBER_AMONG).arg("number", one.written.as_str()).at(one.place));
            }
        }
    }
}

/// «1) …; 2) …; 4) …», «а) …; б) …; б) …» within a text.
fn inline(field: &Field<'_>, findings: &mut Findings) {
    let mut last: Option<Mark<'_>> = None;
    for mark in marks(field) {
        let before = last.take().filter(|before| before.is_letter == mark.is_letter);
        findings.list.extend(before.as_ref().and_then(|before| behind(before, &mark)));
        last = (before.is_some() || mark.number == 1).then_some(mark);
    }
}

/// What is wrong with a mark behind the mark `before`.
fn behind(before: &Mark<'_>, mark: &Mark<'_>) -> Option<Finding> {
    let message = match mark.number.checked_sub(before.number)? {
        0 => &NUMBER_TWICE,
        1 => return None,
        _ => &NUMBER_GAP,
    };
    let finding = Finding::new(message).arg("number", mark.written).arg("before", before.written);
    Some(finding.at(mark.place).label(before.place, ("выше", "above")))
}

fn typed(view: &View<'_>, field: &Field<'_>, sentence: &Sentence) -> Option<Typed> {
    let (first, second) = (sentence.tokens.first()?, sentence.tokens.get(1));
    let mark = second.filter(|token| !token.spaced).and_then(mark);
    let parts = parts(first)?;
    // One number alone is an amount, unless a mark or a capital letter shows a number of the list.
    let begins = second.is_some_and(|token| token.is_word() && (token.capital || parts.len() > 1));
    let small = mark.is_none() && !begins;
    if small && !second.is_some_and(Token::is_word) {
        return None;
    }
    let tokens = sentence.tokens.get(..1 + usize::from(mark.is_some())).unwrap_or_default();
    let (document, written) = (document_of(view, field), field.written(tokens).to_owned());
    Some(Typed { document, parts, mark, small, written, place: field.place_of(tokens) })
}

fn mark(token: &Token) -> Option<char> {
    [')', '.'].into_iter().find(|mark| token.is_sign(*mark))
}

fn parts(token: &Token) -> Option<Vec<u32>> {
    if token.bound.is_some() {
        return None;
    }
    match &token.kind {
        Kind::Dotted => {
            token.text.split('.').map(|part| part.parse().ok().filter(|part| *part < 100)).collect()
        }
        Kind::Number(number) if number.decimals == 0 && !number.grouped => {
            token.text.parse().ok().filter(|part| *part < 100).map(|part| vec![part])
        }
        _ => None,
    }
}

fn dots(all: &[&Typed], findings: &mut Findings) {
    let with = all.iter().filter(|typed| typed.mark == Some('.')).count();
    let without: Vec<_> = all.iter().filter(|typed| typed.mark.is_none()).collect();
    if with > without.len() {
        for typed in without {
            let finding = Finding::new(&NUMBER_WITHOUT_DOT).arg("number", typed.written.as_str());
            findings.push(finding.at(typed.place));
        }
    }
}

fn order(all: &[&Typed], findings: &mut Findings) {
    let mut last: BTreeMap<(usize, bool), &Typed> = BTreeMap::new();
    for typed in all {
        let depth = typed.parts.len();
        let level = (depth, typed.mark == Some(')'));
        if let Some(before) = last.get(&level) {
            findings.list.extend(compared(before, typed));
        }
        last.retain(|(other, _), _| *other <= depth);
        last.insert(level, typed);
    }
}

fn compared(before: &Typed, typed: &Typed) -> Option<Finding> {
    let (last, head) = typed.parts.split_last()?;
    let (earlier, earlier_head) = before.parts.split_last()?;
    if head != earlier_head || *last < *earlier || *last == *earlier + 1 {
        return None;
    }
    let message = if last == earlier { &NUMBER_TWICE } else { &NUMBER_GAP };
    let finding =
        Finding::new(message).arg("number", typed.written.as_str()).arg("before", before.written.as_str());
    Some(finding.at(typed.place).label(before.place, ("выше", "above")))
}
