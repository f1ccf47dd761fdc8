//! Quotation marks: «ёлочки» outside, „лапки“ inside.

use super::{Both, Check, Field, View};
use crate::messages;
use crate::russian::typography::one_line;
use crate::source::{Finding, Findings, Severity};

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

/// An open quotation: where its mark stands in the field's text.
struct Open {
    at: usize,
    mark: char,
}

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in &view.fields {
        // A quotation may go on behind a figure and in the next line of the file.
        let (mut open, mut end): (Vec<Open>, usize) = (Vec::new(), 0);
        for (start, text) in field.written_stretches() {
            let new_paragraph = field.slice(end..start.max(end)).matches('\n').count() > 1;
            if new_paragraph {
                open.clear();
            }
            end = start + text.len();
            of_stretch(view, field, (start, text), &mut open, findings);
        }
    }
}

fn of_stretch(
    view: &View<'_>,
    field: &Field<'_>,
    (start, text): (usize, &str),
    open: &mut Vec<Open>,
    findings: &mut Findings,
) {
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '«' | '»' | '„' | '“' | '”' | '"'))
    {
        let innermost = open.last().map(|last| last.mark);
        let word_before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let here = Open { at: start + at, mark };
        match mark {
            '«' | '„' => open.push(here),
            '“' if innermost != Some('„') => open.push(here),
            '"' if innermost != Some('"') => {
                if !word_before {
                    open.push(here);
                }
            }
            _ => findings.list.extend(close(view, field, open, here)),
        }
    }
}

/// The quotation that ends with the mark `end`, if its marks are wrong.
fn close(view: &View<'_>, field: &Field<'_>, open: &mut Vec<Open>, end: Open) -> Option<Finding> {
    let last = open.pop()?;
    let inside = !open.is_empty();
    let right = match (last.mark, end.mark, inside) {
        ('«', '»', false) | ('„', '“', true) => return None,
        // A bracket of another pair is left to the author.
        ('«' | '„', '"', _) => return None,
        (_, _, false) => ('«', '»'),
        (_, _, true) => ('„', '“'),
    };
    let first = last.at..last.at + last.mark.len_utf8();
    let second = end.at..end.at + end.mark.len_utf8();
    let finding = Finding::new(&QUOTATION_MARKS)
        .arg("written", one_line(field.slice(last.at..second.end)))
        .arg("right", format!("{}{}{}", right.0, one_line(field.slice(first.end..end.at)), right.1))
        .at(field.at(last.at..second.end));
    let finding = field.mend(view, finding, first, &right.0.to_string());
    Some(field.mend(view, finding, second, &right.1.to_string()))
}
