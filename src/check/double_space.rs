//! Two spaces in a row.

use super::{Both, Check, Field, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// Spaces in a row.
    DOUBLE_SPACE = "double-space", Note,
        ru: "{count} подряд", en: "{count} in a row",
        hint_ru: "оставьте один", hint_en: "keep one";
    /// No space behind a full stop.
    NO_SPACE = "double-space", Note,
        ru: "нет пробела после точки", en: "no space after a full stop",
        hint_ru: "поставьте его", hint_en: "put one";
    /// A space before a sign that follows a word.
    SPACE_BEFORE = "double-space", Note,
        ru: "пробел перед знаком препинания", en: "a space before a mark of punctuation",
        hint_ru: "уберите его", hint_en: "leave it out";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "double-space",
    severity: Severity::Note,
    title: Both {
        ru: "Лишние и пропущенные пробелы", en: "Spaces too many or too few"
    },
    about: Both {
        ru: "Несколько пробелов подряд внутри строки, в том числе неразрывный рядом с обычным, которого не видно, пробел перед точкой или запятой, нет пробела после точки. Исправляется само. Перенос \
             строки файла – один пробел.",
        en: "Several spaces in a row within a line, a no-break space beside a plain one included, a space before a full stop or a comma, none after a full stop. Can be corrected \
             automatically. A line break of the file is one space.",
    },
    example: Both {
        ru: "школы города␣␣Каменогорска → школы города␣Каменогорска",
        en: "школы города␣␣Каменогорска → школы города␣Каменогорска",
    },
    source: Both { ru: "набор текста", en: "typesetting" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in &view.fields {
        for (start, text) in field.written_stretches() {
            of_stretch(view, field, start, text, findings);
            glued(view, field, start, text, findings);
        }
    }
}

/// «режиме.Деятельность»: a sentence that begins right behind a full stop.
fn glued(view: &View<'_>, field: &Field<'_>, start: usize, text: &str, findings: &mut Findings) {
    for (at, _) in text.match_indices('.') {
        let small = |c: char| matches!(c, 'а'..='я' | 'ё');
        let word = text[..at].len() - text[..at].trim_end_matches(small).len();
        let mut next = text[at + 1..].chars();
        let begins =
            next.next().is_some_and(|c| matches!(c, 'А'..='Я' | 'Ё')) && next.next().is_some_and(small);
        // A longer word is no abbreviation: «просп.Ленина».
        if text[at - word..at].chars().count() > 5 && begins {
            let end = at + 1 + word_after(&text[at + 1..]);
            let finding = Finding::new(&NO_SPACE).at(field.at(start + at - word..start + end));
            findings.push(field.mend(view, finding, start + at + 1..start + at + 1, " "));
        }
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\t')
}

fn of_stretch(view: &View<'_>, field: &Field<'_>, start: usize, text: &str, findings: &mut Findings) {
    let mut from = 0;
    while let Some(at) = text[from..].find(is_space).map(|at| from + at) {
        let gap = text[at..].len() - text[at..].trim_start_matches(is_space).len();
        from = at + gap;
        let count = text[at..at + gap].chars().count();
        let (before, after) = (word_before(&text[..at]), word_after(&text[at + gap..]));
        if before == 0 || after == 0 {
            continue;
        }
        if let Some(sign) = sign(&text[..at], &text[at + gap..]) {
            let place = field.at(start + at - before..start + at + gap + sign);
            let finding = Finding::new(&SPACE_BEFORE).at(place);
            // «биологии ,химии»: the space goes behind the comma.
            let behind = text[at + gap + sign..].starts_with(char::is_alphabetic);
            let (end, right) = if behind { (sign, ", ") } else { (0, "") };
            findings.push(field.mend(view, finding, start + at..start + at + gap + end, right));
            continue;
        }
        if count < 2 {
            continue;
        }
        let no_break = text[at..at + gap].contains('\u{a0}');
        let said = (format!("{count} пробела").replace("5 пробела", "5 пробелов"), format!("{count} spaces"));
        let finding = Finding::new(&DOUBLE_SPACE).arg("count", said);
        let finding = finding.at(field.at(start + at - before..start + at + gap + after));
        let one = if no_break { "\u{a0}" } else { " " };
        findings.push(field.mend(view, finding, start + at..start + at + gap, one));
    }
}

/// The length of a mark of punctuation that belongs to the word before the gap: «развивается .»
fn sign(before: &str, after: &str) -> Option<usize> {
    let sign = after.chars().next().filter(|c| matches!(c, '.' | ',' | ';' | '!' | '?'))?;
    let next = after[sign.len_utf8()..].chars().next();
    let ends = next.is_none_or(|c| c.is_whitespace() || c == '»' || (sign == ',' && c.is_alphabetic()));
    (ends && before.ends_with(|c: char| c.is_alphanumeric() || c == '»' || c == ')'))
        .then_some(sign.len_utf8())
}

/// The bytes of the word at the end of `text`.
fn word_before(text: &str) -> usize {
    text.len() - text.trim_end_matches(|c: char| !c.is_whitespace()).len()
}

/// The bytes of the word at the beginning of `text`.
fn word_after(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| !c.is_whitespace()).len()
}
