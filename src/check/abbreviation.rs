//! An abbreviation that its document does not explain.

use super::reading::variants::document_of;
use super::{Both, Check, Field, Kind, Sentence, Token, View};
use crate::messages;
use crate::russian::abbreviations::{KNOWN, is_abbreviation, is_numeral, stem};
use crate::source::{Finding, Findings, Severity};
use std::collections::BTreeSet;

messages! {
    /// An abbreviation that nobody explains.
    ABBREVIATION = "abbreviation", Note,
        ru: "сокращение «{word}» не объяснено при первом упоминании", en: "the abbreviation “{word}” is not explained where it is first used",
        hint_ru: "напишите полностью и добавьте «(далее – {word})»; известное всем внесите в pack.yaml: `сокращения: [{word}]`",
        hint_en: "write it in full and add «(далее – {word})»; put a well-known one into pack.yaml: `abbreviations: [{word}]`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "abbreviation",
    severity: Severity::Note,
    title: Both {
        ru: "Сокращение не объяснено", en: "An abbreviation is not explained"
    },
    about: Both {
        ru: "Сокращение из прописных букв объясняют при первом упоминании: «муниципальная система образования (далее – МСО)» или «МСО (муниципальная \
             система образования)». Общеизвестные (РФ, ФГОС, МБОУ, ЕГЭ, ОГЭ, СМИ и другие) объяснять не нужно; свои вносят в pack.yaml под \
             `сокращения:`. Римские цифры, буквы классов, слова в кавычках и выделенные прописными не считаются.",
        en: "An abbreviation in capitals is explained where it is first used. Commonly known ones need no explanation; an office adds \
             its own in pack.yaml under `abbreviations:`. Roman numerals, letters of classes, words in quotation marks or emphasised by \
             capitals do not count.",
    },
    example: Both {
        ru: "участие МСО в проектах → участие муниципальной системы образования (далее – МСО) в проектах",
        en: "участие МСО в проектах → участие муниципальной системы образования (далее – МСО) в проектах",
    },
    source: Both { ru: "практика", en: "practice" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let known: BTreeSet<&str> = KNOWN
        .iter()
        .copied()
        .chain(view.loaded.facts.abbreviations.iter().map(|word| word.value.trim()))
        .collect();
    let mut seen: BTreeSet<(usize, &str)> = BTreeSet::new();
    for (field, sentence) in view.prose() {
        if is_shouted(field, sentence) {
            continue;
        }
        for (at, token) in sentence.tokens.iter().enumerate() {
            let Some(word) = abbreviation(field, token).filter(|word| !known.contains(word)) else {
                continue;
            };
            if in_quotes(&sentence.tokens, at)
                || is_initials(&sentence.tokens, at, word)
                || is_designation(&sentence.tokens, at, word)
            {
                continue;
            }
            let first = seen.insert((document_of(view, field), word));
            if first && !is_explained(&sentence.tokens, at) {
                findings.push(Finding::new(&ABBREVIATION).arg("word", word).at(field.place(token)));
            }
        }
    }
}

/// The letters of an abbreviation.
fn abbreviation<'f>(field: &'f Field<'_>, token: &Token) -> Option<&'f str> {
    if !token.is_word() || !token.capital || token.bound.is_some() {
        return None;
    }
    let written = field.slice(token.range.clone());
    let emphasis = [
        "НЕ", "ВСЕ", "ДЛЯ", "ЧТО", "ЭТО", "ПРИ", "ПО", "НА", "ОТ", "ИЗ", "ОБ", "КАК", "ИЛИ", "ГДЕ", "ВСЁ",
        "ДА", "НЕТ",
    ]
    .contains(&written);
    let word = stem(written);
    let short = word.chars().count() <= 5;
    (short && !emphasis && is_abbreviation(written) && !is_numeral(word)).then_some(word)
}

/// Whether a sentence is all in capitals, as headings are.
fn is_shouted(field: &Field<'_>, sentence: &Sentence) -> bool {
    let long = sentence.tokens.iter().filter(|token| token.is_word() && token.text.chars().count() > 3);
    let (mut all, mut capital) = (0, 0);
    for token in long {
        all += 1;
        capital += usize::from(!field.slice(token.range.clone()).contains(char::is_lowercase));
    }
    all > 1 && capital * 2 > all
}

fn in_quotes(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(|before| before.is_sign('«') || before.is_sign('„') || before.is_sign('"'))
}

/// «ЕА. Петрова», «ЕА Петрова»: another check speaks of it.
fn is_initials(tokens: &[Token], at: usize, word: &str) -> bool {
    let dot = tokens.get(at + 1).is_some_and(|next| next.is_sign('.'));
    let surname = tokens.get(at + 1 + usize::from(dot));
    word.chars().count() == 2 && surname.is_some_and(|next| next.is_word() && next.capital)
}

/// «СП 2.4.3648-20»: the designation of a document.
fn is_designation(tokens: &[Token], at: usize, word: &str) -> bool {
    let next = tokens.get(at + 1);
    let numbered = next.is_some_and(|next| matches!(next.kind, Kind::Dotted | Kind::Number(_)));
    numbered && matches!(word, "СП" | "ОСТ" | "ТУ" | "СН" | "РД" | "ПНСТ" | "СТО")
}

/// «(далее – МСО)», «(МСО)», «МСО (муниципальная система образования)»
fn is_explained(tokens: &[Token], at: usize) -> bool {
    let before = |steps: usize| at.checked_sub(steps).and_then(|at| tokens.get(at));
    let bracket = before(1).is_some_and(|token| token.is_sign('('));
    let further = before(1).is_some_and(|token| token.is_dash() || token.is_sign(':'))
        && before(2).is_some_and(|token| token.begins(&["дале"]));
    let words = tokens.get(at + 1).is_some_and(|next| next.is_sign('('))
        && tokens.get(at + 2..at + 4).is_some_and(|words| words.iter().all(Token::is_word));
    bracket || further || words || before(1).is_some_and(|token| token.begins(&["дале"]))
}
