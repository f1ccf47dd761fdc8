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
        let (mut paragraph, mut end) = (Paragraph::default(), 0);
        for (start, text) in field.written_stretches() {
            let is_new = field.slice(end..start.max(end)).matches('\n').count() > 1;
            if is_new {
                std::mem::take(&mut paragraph).close(findings);
            }
            end = start + text.len();
            paragraph.read(view, field, start, text);
        }
        paragraph.close(findings);
    }
}

/// The quotations of a paragraph.
#[derive(Default)]
struct Paragraph {
    open: Vec<Open>,
    /// What is wrong, with where the quotation begins.
    found: Vec<(usize, Finding)>,
}

impl Paragraph {
    fn read(&mut self, view: &View<'_>, field: &Field<'_>, start: usize, text: &str) {
        let marks = text.char_indices().filter(|(_, c)| matches!(c, '«' | '»' | '„' | '“' | '”' | '"'));
        for (at, mark) in marks {
            let innermost = self.open.last().map(|last| last.mark);
            let word_before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
            // «"Школа "Росток" видна"»: behind a blank and before a word a straight mark opens another.
            let opens =
                text[..at].chars().next_back().is_some_and(|c| c.is_whitespace() || "(\"«„".contains(c))
                    && text[at + mark.len_utf8()..].starts_with(char::is_alphanumeric);
            let here = Open { at: start + at, mark };
            match mark {
                '«' | '„' => self.open.push(here),
                '“' if innermost != Some('„') => self.open.push(here),
                '"' if innermost == Some('"') && opens => self.open.push(here),
                '"' if innermost != Some('"') => {
                    if !word_before {
                        self.open.push(here);
                    }
                }
                _ => self.found.extend(close(view, field, &mut self.open, here)),
            }
        }
    }

    /// Says what is wrong. Behind a mark that stays open, which may be the outer one of «Школа
    /// «Росток», nobody knows which quotation stands within which.
    fn close(self, findings: &mut Findings) {
        let unknown = self.open.first().map_or(usize::MAX, |first| first.at);
        findings
            .list
            .extend(self.found.into_iter().filter(|(at, _)| *at < unknown).map(|(_, finding)| finding));
    }
}

/// The quotation that ends with the mark `end`, if its marks are wrong.
fn close(view: &View<'_>, field: &Field<'_>, open: &mut Vec<Open>, end: Open) -> Option<(usize, Finding)> {
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
    Some((last.at, field.mend(view, finding, second, &right.1.to_string())))
}
