//! Quotation marks: «ёлочки» outside, „лапки“ inside.

use super::{Both, Check, Field, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};
use std::ops::Range;

messages! {
    /// A quotation in other marks.
    QUOTATION_MARKS = "quotation-marks", Note,
        ru: "кавычки в {written} не те", en: "the quotation marks of {written} are wrong",
        hint_ru: "напишите {right}", hint_en: "write {right}";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "quotation-marks",
    severity: Severity::Note,
    title: Both { ru: "Кавычки другого вида", en: "Quotation marks of another kind" },
    about: Both {
        ru: "Снаружи ставят «ёлочки», внутри – „лапки“. Прямые и английские кавычки и ёлочки внутри ёлочек исправляются сами; знак дюйма \
             (24\") – не кавычка.",
        en: "«Guillemets» stand outside, „low ones“ inside. Straight and English marks, and guillemets inside guillemets, can be \
             corrected automatically; the sign of inches is no quotation mark.",
    },
    example: Both {
        ru: "проект \"Читающий город\" → проект «Читающий город»",
        en: "проект \"Читающий город\" → проект «Читающий город»",
    },
    source: Both {
        ru: "русская типографика; ГОСТ Р 7.0.97 в примерах",
        en: "Russian typography; GOST R 7.0.97 in its examples",
    },
    messages: ALL,
    run,
};

/// An open quotation.
struct Open {
    at: usize,
    mark: char,
}

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in &view.fields {
        for (start, text) in field.written_stretches() {
            of_stretch(view, field, start, text, findings);
        }
    }
}

fn of_stretch(view: &View<'_>, field: &Field<'_>, start: usize, text: &str, findings: &mut Findings) {
    let mut open: Vec<Open> = Vec::new();
    for (at, c) in text.char_indices() {
        let before = text[..at].chars().next_back();
        match c {
            '«' | '„' => open.push(Open { at, mark: c }),
            '“' if open.last().is_some_and(|last| last.mark == '„') => {
                close(view, field, start, text, (&mut open, at, c), findings)
            }
            '“' => open.push(Open { at, mark: c }),
            '»' | '”' => close(view, field, start, text, (&mut open, at, c), findings),
            '"' if open.last().is_some_and(|last| last.mark == '"') => {
                close(view, field, start, text, (&mut open, at, c), findings)
            }
            '"' if before.is_none_or(|before| !before.is_alphanumeric()) => open.push(Open { at, mark: c }),
            _ => {}
        }
    }
}

fn close(
    view: &View<'_>,
    field: &Field<'_>,
    start: usize,
    text: &str,
    (open, at, mark): (&mut Vec<Open>, usize, char),
    findings: &mut Findings,
) {
    let Some(last) = open.pop() else { return };
    let inside = !open.is_empty();
    let right = match (last.mark, mark, inside) {
        ('«', '»', false) | ('„', '“', true) => return,
        // A bracket of another pair is left to the author.
        ('«' | '„', '"', _) => return,
        (_, _, false) => ('«', '»'),
        (_, _, true) => ('„', '“'),
    };
    let end = at + mark.len_utf8();
    let inner = &text[last.at + last.mark.len_utf8()..at];
    let finding = Finding::new(&QUOTATION_MARKS)
        .arg("written", text[last.at..end].lines().next().unwrap_or_default())
        .arg("right", format!("{}{}{}", right.0, inner.lines().next().unwrap_or_default(), right.1))
        .at(field.at(start + last.at..start + end));
    let first: Range<usize> = start + last.at..start + last.at + last.mark.len_utf8();
    let finding = field.mend(view, finding, first, &right.0.to_string());
    findings.push(field.mend(view, finding, start + at..start + end, &right.1.to_string()));
}
