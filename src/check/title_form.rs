//! A title that ends with a full stop.

use super::{Both, Check, FieldKind, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A mark behind a title.
    TITLE_FORM = "title-form", Note,
        ru: "после заголовка не ставят «{mark}»", en: "no “{mark}” stands behind a title",
        hint_ru: "уберите знак", hint_en: "remove the mark";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "title-form",
    severity: Severity::Note,
    title: Both {
        ru: "Заголовок кончается точкой", en: "A title ends with a full stop"
    },
    about: Both {
        ru: "Заголовок документа и тема конференции не кончаются точкой, запятой, двоеточием или точкой с запятой. Вопросительный знак, \
             многоточие и точка сокращения («гг.») остаются.",
        en: "The title of a document does not end with a full stop, comma, colon or semicolon. A question mark and the full \
             stop of an abbreviation stay.",
    },
    example: Both {
        ru: "Об итогах учебного года. → Об итогах учебного года",
        en: "Об итогах учебного года. → Об итогах учебного года",
    },
    source: Both { ru: "ГОСТ Р 7.0.97-2016, 5.17", en: "GOST R 7.0.97-2016, 5.17" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in view.fields.iter().filter(|field| field.kind == FieldKind::Theme) {
        let text = field.source.as_str().trim_end();
        let bare = text.trim_end_matches(['»', '"', '“', '”', '*']);
        let Some(mark) = bare.chars().next_back().filter(|mark| matches!(mark, '.' | ',' | ';' | ':')) else {
            continue;
        };
        let start = text
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let word =
            bare.get(start..).unwrap_or_default().trim_end_matches(mark).trim_start_matches(['«', '„', '"']);
        if bare.ends_with("..") || (mark == '.' && SHORTENED.contains(&word)) {
            continue;
        }
        let place = field.at(start..text.len());
        findings.push(Finding::new(&TITLE_FORM).arg("mark", mark.to_string()).at(place));
    }
}

/// Abbreviations that keep their full stop.
const SHORTENED: &[&str] = &["г", "гг", "др", "п", "пр", "т", "д", "руб", "тыс", "обл", "р-на"];
