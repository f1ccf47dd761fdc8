//! What word processors and web pages leave in a text that is pasted from them.

use super::{Both, Check, Field, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};
use std::ops::Range;

messages! {
    /// «[bookmark: _GoBack]»
    LEFTOVER = "leftovers", Warning,
        ru: "`{text}` – след другой программы, он попадёт в документ", en: "`{text}` was left by another program and would be printed",
        hint_ru: "удалите эти знаки", hint_en: "delete these characters";
    /// A soft hyphen, a letter of two parts.
    INVISIBLE = "leftovers", Warning,
        ru: "в слове «{text}» невидимый знак: {what}", en: "the word “{text}” has an invisible character: {what}",
        hint_ru: "наберите слово заново или исправьте командой `avgust check --fix`", hint_en: "type the word anew, or correct it with `avgust check --fix`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "leftovers",
    severity: Severity::Warning,
    title: Both {
        ru: "Следы текстового редактора", en: "Leftovers of a word processor"
    },
    about: Both {
        ru: "Закладки («_GoBack», «[bookmark: …]»), ошибки полей («Ошибка! Источник ссылки не найден.»), знаки веб-страниц («&nbsp;»), мягкие \
             переносы и знаки нулевой ширины внутри слов, «ё» и «й» из двух частей. Невидимое и «&nbsp;» исправляется само.",
        en: "Bookmarks, errors of fields, entities of web pages, soft hyphens and characters of no width inside words, ё and й made \
             of two parts. What is invisible, and «&nbsp;», can be corrected automatically.",
    },
    example: Both {
        ru: "[bookmark: _GoBack]Сохранить уровень → Сохранить уровень",
        en: "[bookmark: _GoBack]Сохранить уровень → Сохранить уровень",
    },
    source: Both { ru: "практика", en: "practice" },
    messages: ALL,
    run,
};

/// What is printed though nobody wrote it.
const MARKS: &[&str] = &[
    "_GoBack",
    TOC,
    REFERENCE,
    LINK,
    "{ HYPERLINK",
    "Error! Reference source not found",
    "Error! Bookmark not defined",
    "Ошибка! Источник ссылки не найден.",
    "Ошибка! Закладка не определена.",
    "&nbsp;",
    "&amp;",
    "&quot;",
    "&laquo;",
    "&raquo;",
    "&ndash;",
    "&mdash;",
    "&#160;",
    "&shy;",
    "<br>",
    "<br/>",
    "</p>",
    "</span>",
    "\u{fffd}",
];

/// What Word's own bookmarks begin with; digits follow.
const TOC: &str = "_Toc";
const REFERENCE: &str = "_Ref";
const LINK: &str = "_Hlk";

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in &view.fields {
        let text = field.source.as_str();
        if text.contains(['[', '_', '{', '!', '&', '<', '\u{fffd}']) {
            marks(view, field, text, findings);
        }
        if text.contains(is_invisible) {
            invisible(view, field, text, findings);
        }
    }
}

fn marks(view: &View<'_>, field: &Field<'_>, text: &str, findings: &mut Findings) {
    let bookmarks = text
        .match_indices("[bookmark:")
        .map(|(at, _)| at..text[at..].find(']').map_or(text.len(), |end| at + end + 1));
    let mut found: Vec<Range<usize>> = bookmarks.collect();
    for mark in MARKS {
        let places = text.match_indices(mark).filter_map(|(at, mark)| end(text, at, mark).map(|end| at..end));
        let new: Vec<_> = places
            .filter(|place| !found.iter().any(|other| other.start <= place.start && place.end <= other.end))
            .collect();
        found.extend(new);
    }
    found.sort_by_key(|place| place.start);
    for place in found {
        let written = &text[place.clone()];
        let finding = Finding::new(&LEFTOVER).arg("text", written).at(field.at(place.clone()));
        findings.push(match written {
            "&nbsp;" | "&#160;" => field.mend(view, finding, place, "\u{a0}"),
            _ => finding,
        });
    }
}

/// The end of a mark that begins at `at`; a bookmark of Word's ends with digits: `_Toc12345678`.
fn end(text: &str, at: usize, mark: &str) -> Option<usize> {
    let end = at + mark.len();
    if ![TOC, REFERENCE, LINK].contains(&mark) {
        return Some(end);
    }
    let digits = text.get(end..)?.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then_some(end + digits)
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{306}' | '\u{308}'
    )
}

fn invisible(view: &View<'_>, field: &Field<'_>, text: &str, findings: &mut Findings) {
    let mut end = 0;
    for (at, _) in text.match_indices(is_invisible) {
        if at < end {
            continue;
        }
        let inside = |c: char| c.is_alphanumeric() || is_invisible(c);
        let start = text[..at].len() - (text[..at].len() - text[..at].trim_end_matches(inside).len());
        end = text.len() - text[at..].trim_start_matches(inside).len();
        let word = &text[start..end];
        let Some((right, what)) = visible(word) else { continue };
        let finding =
            Finding::new(&INVISIBLE).arg("text", right.as_str()).arg("what", what).at(field.at(start..end));
        findings.push(field.mend(view, finding, start..end, &right));
    }
}

/// The word without what is not seen, and what that was; `None` where an accent stands on a
/// letter that has no sign of its own.
fn visible(word: &str) -> Option<(String, (&'static str, &'static str))> {
    let mut right = String::with_capacity(word.len());
    let mut what = ("знак нулевой ширины", "a character of no width");
    for c in word.chars() {
        let joined = match (right.chars().next_back(), c) {
            (Some('е'), '\u{308}') => Some('ё'),
            (Some('Е'), '\u{308}') => Some('Ё'),
            (Some('и'), '\u{306}') => Some('й'),
            (Some('И'), '\u{306}') => Some('Й'),
            (_, '\u{306}' | '\u{308}') => return None,
            _ => None,
        };
        match joined {
            Some(letter) => {
                right.pop();
                right.push(letter);
                what = ("буква из двух частей", "a letter of two parts");
            }
            None if c == '\u{ad}' => what = ("мягкий перенос", "a soft hyphen"),
            None if is_invisible(c) => {}
            None => right.push(c),
        }
    }
    Some((right, what))
}
