//! Places that were left to be filled in: «[вписать]», «ХХХ», «______», «???», «…тыс.».

use super::{Both, Check, Field, FieldKind, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};
use std::ops::Range;

messages! {
    /// A place that nobody filled in.
    PLACEHOLDER = "placeholder", Warning,
        ru: "«{text}» – незаполненное место, оно попадёт в документ", en: "“{text}” is a place left to be filled in, and would be printed",
        hint_ru: "впишите то, что здесь должно стоять, или уберите", hint_en: "write what belongs here, or delete it";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "placeholder",
    severity: Severity::Warning,
    title: Both { ru: "Незаполненное место", en: "A place left to be filled in" },
    about: Both {
        ru: "Места, которые оставили, чтобы вписать потом: «[вписать]», «(указать)», «ХХХ», «______», «???», «… тыс.». Черта для подписи и даты, \
             вопрос в конце предложения, римское число перед названием события, пропуск в цитате («…») и пояснение в скобках – не пропуск.",
        en: "Places that were left to be filled in later. Rules for a signature or a date, a question mark, a Roman number, an \
             omission in a quotation and a remark in brackets are none.",
    },
    example: Both {
        ru: "Выделить … тыс. рублей → Выделить 250 тыс. рублей",
        en: "Выделить … тыс. рублей → Выделить 250 тыс. рублей",
    },
    source: Both { ru: "практика", en: "practice" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in &view.fields {
        for (start, words) in field.written_stretches() {
            for place in places(field, words) {
                let range = start + place.start..start + place.end;
                let finding = Finding::new(&PLACEHOLDER).arg("text", &words[place]);
                findings.push(finding.at(field.at(range)));
            }
        }
    }
}

fn places(field: &Field<'_>, words: &str) -> Vec<Range<usize>> {
    let mut found = bracketed(words);
    found.extend(crosses(words));
    found.extend(run_of(words, '?', 3));
    let for_hand = matches!(field.kind, FieldKind::Head | FieldKind::Signature) || is_written_by_hand(words);
    found.extend(run_of(words, '_', 3).into_iter().filter(|_| !for_hand));
    found.extend(left_number(words));
    found.extend(words.match_indices("TODO").map(|(at, mark)| at..at + mark.len()));
    found.sort_by_key(|place| place.start);
    found
}

/// What asks for something, in brackets: «[вписать]», «(указать дату)».
fn bracketed(words: &str) -> Vec<Range<usize>> {
    const ASKS: &[&str] = &[
        "впиш",
        "впис",
        "указ",
        "укаж",
        "вставит",
        "вставь",
        "дописат",
        "допиш",
        "заполнит",
        "уточнит",
        "подставит",
    ];
    let mut found = Vec::new();
    for (open, mark) in words.match_indices(['[', '(']) {
        let close = if mark == "[" { ']' } else { ')' };
        let Some(length) = words[open..].find(close) else { continue };
        let inner = words[open + 1..open + length].trim().to_lowercase();
        let short = inner.split_whitespace().count() <= 4;
        let first = inner.split_whitespace().next().unwrap_or_default();
        let asks = ASKS.iter().any(|stem| first.starts_with(stem))
            && (first.ends_with("ть") || first.ends_with("те"));
        if short && asks {
            found.push(open..open + length + 1);
        }
    }
    found
}

/// Three crosses or more, of either alphabet; a Roman thirty counts something that is named.
fn crosses(words: &str) -> Vec<Range<usize>> {
    let is_cross = |sign: char| matches!(sign, 'X' | 'Х' | 'x' | 'х');
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = words[at..].find(is_cross).map(|start| at + start) {
        let rest = words[start..].trim_start_matches(is_cross);
        let end = words.len() - rest.len();
        at = end;
        let run = &words[start..end];
        let alone = !words[..start].ends_with(|sign: char| sign.is_alphanumeric() || sign == '-')
            && !rest.starts_with(|sign: char| sign.is_alphanumeric() || sign == '-');
        let large = run.chars().all(char::is_uppercase);
        let roman = run == "XXX" || (run == "ХХХ" && names_an_event(rest));
        // «ХХ тыс. рублей»: two are a number where a unit follows.
        let next = rest.trim_start();
        let unit = ["тыс", "млн", "руб", "чел", "%"].iter().any(|unit| next.starts_with(unit));
        let least = if unit { 2 } else { 3 };
        if run.chars().count() >= least && alone && large && !(roman && names_an_event(rest)) {
            found.push(start..end);
        }
    }
    found
}

/// Whether words begin with what is counted by Roman numbers.
fn names_an_event(words: &str) -> bool {
    const EVENTS: &[&str] = &[
        "век",
        "столет",
        "олимп",
        "спартакиад",
        "съезд",
        "форум",
        "конференц",
        "фестивал",
        "конкурс",
        "чемпионат",
        "слет",
        "слёт",
        "юбил",
        "чтени",
        "международн",
        "всероссийск",
        "районн",
        "городск",
        "областн",
        "муниципальн",
        "летн",
        "зимн",
        "республиканск",
    ];
    let words = words.trim_start().to_lowercase();
    EVENTS.iter().any(|event| words.starts_with(event))
}

/// Runs of a sign that are at least so long.
fn run_of(words: &str, sign: char, least: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = words[at..].find(sign).map(|start| at + start) {
        let end = words.len() - words[start..].trim_start_matches(sign).len();
        if end - start >= least {
            found.push(start..end);
        }
        at = end;
    }
    found
}

/// Whether a text has rules on purpose: for a signature, a date, a number written by hand.
fn is_written_by_hand(words: &str) -> bool {
    const MARKS: &[&str] = &[
        "«_",
        "20_",
        "№ _",
        "№_",
        "/_",
        "_/",
        "/ _",
        "_ /",
        "подпис",
        "расшифровк",
        "_ г.",
        "_г.",
        "М.П.",
        "М. П.",
    ];
    MARKS.iter().any(|mark| words.contains(mark))
}

/// «…тыс. рублей», «… %», «... человек»: a number that was left out.
fn left_number(words: &str) -> Vec<Range<usize>> {
    const UNITS: &[&str] = &["тыс.", "тыс ", "млн", "млрд", "%", "руб", "чел", "процент", "га "];
    let mut found = Vec::new();
    for (at, dots) in words.match_indices('…').chain(words.match_indices("...")) {
        let behind = words[at + dots.len()..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let before = words[..at].chars().next_back();
        let open =
            before.is_none_or(|sign| sign.is_whitespace() || matches!(sign, '(' | '–' | '«' | '\u{a0}'));
        if let Some(unit) = UNITS.iter().find(|unit| behind.starts_with(**unit)).filter(|_| open) {
            found.push(at..words.len() - behind.len() + unit.trim_end().len());
        }
    }
    found
}
