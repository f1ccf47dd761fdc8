//! АППГ in one spacing: «10 (АППГ – 16)».

use super::{Both, Check, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};
use std::ops::Range;

messages! {
    /// Another spacing.
    APPG_SPACING = "appg-spacing", Note,
        ru: "«{written}»: знаки вокруг тире не те", en: "“{written}”: the dash or its spaces are wrong",
        hint_ru: "напишите «АППГ – {number}» или `{{аппг имя}}`", hint_en: "write «АППГ – {number}» or `{{appg name}}`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "appg-spacing",
    severity: Severity::Note,
    title: Both {
        ru: "АППГ набрано не в одном виде", en: "«АППГ» in another spacing"
    },
    about: Both {
        ru: "Показатель аналогичного периода прошлого года пишут в одном виде: «10 (АППГ – 16)», с тире и пробелами вокруг него. \
             Исправляется само.",
        en: "The figure of the same period of last year is written in one way: «10 (АППГ – 16)». Can be corrected automatically.",
    },
    example: Both {
        ru: "8 (АППГ-5) → 8 (АППГ – 5)", en: "8 (АППГ-5) → 8 (АППГ – 5)"
    },
    source: Both { ru: "практика", en: "practice" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in &view.fields {
        for (start, text) in field.written_stretches() {
            for (at, _) in text.match_indices("АППГ") {
                let Some((gap, end)) = gap(text, at + "АППГ".len()) else { continue };
                let joint = &text[gap.clone()];
                if matches!(joint, " – " | "\u{a0}– " | " –\u{a0}" | "\u{a0}–\u{a0}") {
                    continue;
                }
                let number = &text[gap.end..end];
                let finding =
                    Finding::new(&APPG_SPACING).arg("written", &text[at..end]).arg("number", number);
                let finding = finding.at(field.at(start + at..start + end));
                findings.push(field.mend(view, finding, start + gap.start..start + gap.end, "\u{a0}– "));
            }
        }
    }
}

/// What joins «АППГ» with the number behind it, and where the number ends.
fn gap(text: &str, from: usize) -> Option<(Range<usize>, usize)> {
    let rest = text.get(from..)?;
    let joint = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '-', '–', '—', '−', ':', '=']).len();
    let number = rest.get(joint..)?.bytes().take_while(u8::is_ascii_digit).count();
    (number > 0).then_some((from..from + joint, from + joint + number))
}
