//! Initials that lost a full stop: «ЕА. Петрова».

use super::names::{Known, people};
use super::{Both, Check, Field, Sentence, Token, View};
use crate::messages;
use crate::russian::abbreviations::KNOWN;
use crate::russian::surname;
use crate::source::{Finding, Findings, Severity};
use std::ops::Range;

messages! {
    /// Two initials that became one word.
    FUSED_INITIALS = "fused-initials", Warning,
        ru: "в «{written}» инициалы слились", en: "the initials of “{written}” have run together",
        hint_ru: "напишите «{right}»", hint_en: "write «{right}»";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "fused-initials",
    severity: Severity::Warning,
    title: Both { ru: "Слившиеся инициалы", en: "Initials that have run together" },
    about: Both {
        ru: "Две прописные буквы с одной точкой или без точек рядом с фамилией: «ЕА. Петрова», «Громову ТИ.», «ВС Громову». Сокращения (РФ, ДК, ЕГЭ) перед \
             именем или названием не считаются.",
        en: "Two capital letters with one full stop or none beside a surname. Abbreviations before a name are passed over.",
    },
    example: Both {
        ru: "рассказала ЕА. Петрова → рассказала Е. А. Петрова",
        en: "рассказала ЕА. Петрова → рассказала Е. А. Петрова",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let people = people(view);
    for field in &view.fields {
        // A full stop behind two letters may have ended the sentence: tokens of all are read.
        let tokens: Vec<Token> =
            field.sentences.iter().flat_map(|sentence: &Sentence| sentence.tokens.iter().cloned()).collect();
        for at in 0..tokens.len() {
            if let Some((range, right)) = fused(field, &tokens, at, &people) {
                let tokens = tokens.get(range).unwrap_or_default();
                let finding =
                    Finding::new(&FUSED_INITIALS).arg("written", field.written(tokens)).arg("right", right);
                findings.push(finding.at(field.place_of(tokens)));
            }
        }
    }
}

fn fused(field: &Field<'_>, tokens: &[Token], at: usize, people: &[Known]) -> Option<(Range<usize>, String)> {
    let token = tokens.get(at).filter(|token| token.is_word() && token.capital && token.bound.is_none())?;
    let written = field.slice(token.range.clone());
    let mut letters = written.chars();
    let (one, two) = (letters.next()?, letters.next()?);
    let pair = letters.as_str().is_empty() && one.is_uppercase() && two.is_uppercase();
    if !pair || !is_first_letter(one) || !is_first_letter(two) || is_of_body(field, tokens, at) {
        return None;
    }
    let dot = tokens.get(at + 1).is_some_and(|next| next.is_sign('.') && !next.spaced);
    let known = KNOWN.contains(&written) || NAMES.contains(&written);
    let is_person = |token: &Token| {
        let stem = surname::stem(&token.text);
        people.iter().any(|known| known.initials == written.to_lowercase() && known.stem == stem)
    };
    let surname = |at: usize| tokens.get(at).filter(|token| is_surname(field, token) || is_person(token));
    let initials = format!("{one}.\u{a0}{two}.");
    if let Some(next) = surname(at + 1 + usize::from(dot)) {
        // «ИП. Рощиной»: no abbreviation but those of a country or a body ends a sentence so.
        let abbreviation = match dot {
            // «ТВ. Сорокиной»: a sentence does not begin with a surname in such a case.
            true => {
                !is_oblique(next)
                    && !is_person(next)
                    && (NAMES.contains(&written) || (known && written != "ИП"))
            }
            false => known,
        };
        let name = field.slice(next.range.clone());
        return (!abbreviation).then(|| (at..at + 2 + usize::from(dot), format!("{initials}\u{a0}{name}")));
    }
    let before = at.checked_sub(1).filter(|before| surname(*before).is_some())?;
    let name = tokens.get(before).map(|token| field.slice(token.range.clone())).unwrap_or_default();
    (dot && !known).then(|| (before..at + 2, format!("{name}\u{a0}{initials}")))
}

/// Two letters that stand before names of things, and are not in the list of abbreviations.
const NAMES: &[&str] = &[
    "РФ", "ДК", "СК", "ФК", "ХК", "ТЦ", "БЦ", "ДС", "ДЦ", "ЦК", "ЦБ", "ЦТ", "ТД", "УК", "АО", "МК", "ПУ",
    "ТУ", "СТ", "ТВ", "ОУ", "ОО", "МО", "МУ", "ЛА", "МЦ", "ДО", "ПО", "ТО", "ЕС",
];

/// «КДН и ЗП»: the end of the name of a body.
fn is_of_body(field: &Field<'_>, tokens: &[Token], at: usize) -> bool {
    let [body, and] = tokens.get(at.saturating_sub(2)..at).unwrap_or_default() else { return false };
    let written = field.slice(body.range.clone());
    let capitals = written.chars().count() >= 2 && written.chars().all(char::is_uppercase);
    capitals && (and.is_any(&["и"]) || and.is_sign(','))
}

/// Whether a surname stands in a case that is no nominative.
fn is_oblique(surname: &Token) -> bool {
    ["овой", "евой", "иной", "ского", "цкого", "скому", "цкому", "ским", "цким", "овым", "евым", "иным"]
        .iter()
        .any(|ending| surname.text.ends_with(ending))
}

/// Letters with which Russian names begin.
fn is_first_letter(c: char) -> bool {
    matches!(c, 'А'..='Я') && !matches!(c, 'Ъ' | 'Ы' | 'Ь' | 'Й')
}

/// Whether a word has the form of a Russian surname, in any case.
fn is_surname(field: &Field<'_>, token: &Token) -> bool {
    const STEMS: &[&str] = &["ов", "ев", "ин", "ын", "ск", "цк"];
    const ENDINGS: &[&str] = &["", "а", "у", "ым", "ой", "е", "ий", "ого", "ому", "им", "ая", "ую"];
    let written = field.slice(token.range.clone());
    let shape = token.is_word()
        && token.capital
        && token.bound.is_none()
        && written.chars().nth(1).is_some_and(char::is_lowercase);
    let plain = token.text.replace('ё', "е");
    let ends = |stem: &str, ending: &str| {
        plain.strip_suffix(ending).is_some_and(|rest| rest.ends_with(stem) && rest.chars().count() >= 4)
    };
    shape
        && (STEMS.iter().any(|stem| ENDINGS.iter().any(|ending| ends(stem, ending)))
            || plain.ends_with("енко")
            || plain.ends_with("ук"))
}
