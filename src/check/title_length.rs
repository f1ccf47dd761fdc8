//! A title of more than five lines.

use super::{Both, Check, FieldKind, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A title that takes too many lines.
    TITLE_LENGTH = "title-length", Note,
        ru: "заголовок займёт на листе около {lines} строк", en: "the title takes about {lines} lines of the page",
        hint_ru: "сократите его до пяти строк", hint_en: "shorten it to five lines";
}

/// The most lines a title may have.
const LINES: usize = 5;
/// Letters on a line of a page, 14 pt, margins of 30 and 10 mm.
const LETTERS: usize = 66;

/// The check.
pub(super) static CHECK: Check = Check {
    code: "title-length",
    severity: Severity::Note,
    title: Both {
        ru: "Заголовок длиннее пяти строк", en: "A title of more than five lines"
    },
    about: Both {
        ru: "Заголовок документа отвечает на вопрос «о чём?» и занимает не больше пяти строк. Длинная строка файла считается за столько \
             строк, сколько она займёт на листе. Название конференции под видом документа заголовком не считается.",
        en: "A document's title takes five lines at most. A long line of the file counts as the lines that it takes on the \
             page. The conference's name under the kind of document is no title.",
    },
    example: Both {
        ru: "Об итогах …, о задачах …, о кадрах …, о здоровье …, об экзаменах …, о лете … → Об итогах и задачах",
        en: "Об итогах …, о задачах …, о кадрах …, о здоровье …, об экзаменах …, о лете … → Об итогах и задачах",
    },
    source: Both {
        ru: "ГОСТ Р 7.0.97-2016, 5.17, и практика: 4–5 строк",
        en: "GOST R 7.0.97-2016, 5.17, and practice: 4 to 5 lines",
    },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in view.fields.iter().filter(|field| field.kind == FieldKind::Theme) {
        let text = field.source.as_str();
        let lines: usize =
            text.trim().lines().map(|line| line.trim().chars().count().div_ceil(LETTERS).max(1)).sum();
        if lines > LINES {
            let start = text.len() - text.trim_start().len();
            let first = text[start..].lines().next().unwrap_or_default().trim_end();
            let place = field.at(start..start + first.len());
            findings.push(Finding::new(&TITLE_LENGTH).arg("lines", lines.to_string()).at(place));
        }
    }
}
