//! Initials that lost a full stop: «ЕА. Петрова».

use super::reading::names::{Known, initial, people};
use super::{Both, Check, Field, Kind, Sentence, Token, View};
use crate::messages;
use crate::russian::abbreviations::KNOWN;
use crate::russian::surname;
use crate::source::{Finding, Findings, Severity};
use std::ops::Range;

messages! {
    /// Two initials that became one word, or lost or doubled a full stop.
    FUSED_INITIALS = "fused-initials", Warning,
        ru: "в «{written}» инициалы слились или точки не те", en: "the initials of “{written}” have run together, or their full stops are wrong",
        hint_ru: "напишите «{right}»", hint_en: "write «{right}»";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "fused-initials",
    severity: Severity::Warning,
    title: Both {
        ru: "Слившиеся инициалы, лишние и потерянные точки",
        en: "Initials that have run together, full stops too many or too few",
    },
    about: Both {
        ru: "Две прописные буквы с одной точкой или без точек рядом с фамилией: «ЕА. Петрова», «Громову ТИ.», «ВС Громову»; инициалы, у которых точки нет или она стоит дважды: «Е А. \
             Петрова», «Е. А.. Петрова». Сокращения (РФ, ДК, ЕГЭ) перед \
             именем или названием не считаются.",
        en: "Two capital letters with one full stop or none beside a surname; initials that lack a full stop or have two. Abbreviations before a name are passed over.",
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
    for field in view.fields.iter().filter(|field| field.sentences.iter().any(may_hold_initials)) {
        // A full stop behind two letters may have ended the sentence: tokens of all are read.
        let tokens: Vec<Token> =
            field.sentences.iter().flat_map(|sentence: &Sentence| sentence.tokens.iter().cloned()).collect();
        for at in 0..tokens.len() {
            let found = fused(field, &tokens, at, &people)
                .or_else(|| mistyped(field, &tokens, at, &people))
                .or_else(|| unended(field, &tokens, at));
            if let Some((range, right)) = found {
                let tokens = tokens.get(range).unwrap_or_default();
                let finding =
                    Finding::new(&FUSED_INITIALS).arg("written", field.written(tokens)).arg("right", right);
                findings.push(finding.at(field.place_of(tokens)));
            }
        }
    }
}

/// Whether a sentence has a capital letter or two that stand alone.
fn may_hold_initials(sentence: &Sentence) -> bool {
    sentence.tokens.iter().any(|token| token.capital && token.is_word() && token.text.len() <= 4)
}

/// «Ю Г. Носов», «Ю. Г Носов», «Ю. Г.. Носов»: initials with a full stop too few or too many.
fn mistyped(
    field: &Field<'_>,
    tokens: &[Token],
    at: usize,
    people: &[Known],
) -> Option<(Range<usize>, String)> {
    let letter = |at: usize| tokens.get(at).and_then(|token| initial(field, token));
    let dots = |at: usize| tokens.iter().skip(at).take_while(|token| token.is_sign('.')).count();
    let one = letter(at).filter(|_| at.checked_sub(1).is_none_or(|before| letter(before).is_none()))?;
    let (first, second_at) = (dots(at + 1), at + 1 + dots(at + 1));
    let two = letter(second_at)?;
    let (second, end) = (dots(second_at + 1), second_at + 1 + dots(second_at + 1));
    let surname = tokens.get(end).filter(|token| names_somebody(field, token))?;
    if (first, second) == (1, 1) || first > 2 || second > 2 || (first == 0 && second == 0) {
        return None;
    }
    let stem = surname::stem(&surname.text);
    let initials: String = [one, two].iter().collect();
    let known = people.iter().any(|known| known.initials == initials && known.stem == stem);
    // «О А. Гайдаре», «6 Б. Иванова учила»: a preposition, the letter of a class.
    let little = |letter: char| "авикосуя".contains(letter);
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let begins =
        before.is_none_or(|token| matches!(token.kind, Kind::Sign('.' | '!' | '?' | '–' | '—' | ':')));
    let class = before.is_some_and(|token| {
        token.number().is_some()
            || token.is_sign('»')
            || token.begins(&["класс", "букв", "литер", "вариант", "витамин"])
    });
    let other_word = (first == 0 && little(one) && begins) || (second == 0 && little(two)) || class;
    if other_word && !known {
        return None;
    }
    let name = field.slice(surname.range.clone());
    Some((at..end + 1, format!("{}.\u{a0}{}.\u{a0}{name}", capital(one), capital(two))))
}

/// «Сидорова М. А и», «Козлов П А, »: initials behind a surname without a full stop.
fn unended(field: &Field<'_>, tokens: &[Token], at: usize) -> Option<(Range<usize>, String)> {
    let surname = tokens.get(at).filter(|token| is_surname(field, token))?;
    let letter = |at: usize| tokens.get(at).and_then(|token| initial(field, token));
    let one = letter(at + 1)?;
    let dot = usize::from(tokens.get(at + 2).is_some_and(|token| token.is_sign('.')));
    let two = letter(at + 2 + dot)?;
    let end = at + 3 + dot;
    let ends = tokens.get(end).is_none_or(|next| {
        matches!(next.kind, Kind::Sign(',' | ';' | ')' | '–')) || next.is_word() && !next.capital
    });
    let name = field.slice(surname.range.clone());
    ends.then(|| (at..end, format!("{name}\u{a0}{}.\u{a0}{}.", capital(one), capital(two))))
}

fn capital(letter: char) -> String {
    letter.to_uppercase().to_string()
}

/// Whether a token is a capitalised word, as surnames are.
fn names_somebody(field: &Field<'_>, token: &Token) -> bool {
    let second = || field.slice(token.range.clone()).chars().nth(1).is_some_and(char::is_lowercase);
    token.is_word() && token.capital && token.bound.is_none() && second()
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
    let plain = token.text.replace('ё', "е");
    let ends = |stem: &str, ending: &str| {
        plain.strip_suffix(ending).is_some_and(|rest| rest.ends_with(stem) && rest.chars().count() >= 4)
    };
    names_somebody(field, token)
        && (STEMS.iter().any(|stem| ENDINGS.iter().any(|ending| ends(stem, ending)))
            || plain.ends_with("енко")
            || plain.ends_with("ук"))
}
