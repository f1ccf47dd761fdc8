//! School years of one document in several forms.

use super::reading::variants::{Variant, document_of, rarer};
use super::school_years::years;
use super::{Both, Check, Field, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A school year unlike the others.
    SCHOOL_YEAR_FORMS = "school-year-forms", Note,
        ru: "учебный год «{written}» написан иначе, чем «{other}» в этом документе",
        en: "the school year “{written}” is written unlike “{other}” in this document",
        hint_ru: "пишите учебные годы документа в одном виде; `{{учебный_год}}` печатает его сама",
        hint_en: "write the school years of a document in one form; `{{school_year}}` prints it by itself";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "school-year-forms",
    severity: Severity::Note,
    title: Both {
        ru: "Учебные годы документа в разных видах",
        en: "School years of a document in several forms",
    },
    about: Both {
        ru: "2018/2019, 2018–2019 или 2018-2019 – один вид на документ, без пробелов. Сравниваются и годы, которые печатает программа. Показывается \
             тот вид, который встречается реже. Годы программ («на 2016–2020 годы») не сравниваются.",
        en: "2018/2019, 2018–2019 or 2018-2019: one form per document, without spaces. Years that the program prints count \
             too. The rarer form is shown.",
    },
    example: Both {
        ru: "2017/2018 … 2018-2019 → 2017/2018 … 2018/2019",
        en: "2017/2018 … 2018-2019 → 2017/2018 … 2018/2019",
    },
    source: Both { ru: "практика", en: "practice" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let all: Vec<Variant<'_, (char, bool, bool)>> =
        view.fields.iter().flat_map(|field| of_field(view, field)).collect();
    for unlike in rarer(&all) {
        let (rare, usual) = (unlike.rare, unlike.usual);
        if rare.written.starts_with('{') {
            continue;
        }
        let finding =
            Finding::new(&SCHOOL_YEAR_FORMS).arg("written", rare.written).arg("other", usual.written);
        findings.push(finding.at(rare.place).label(usual.place, unlike.label()));
    }
}

/// The school years of a field: the mark between the years, whether it has spaces, and whether
/// the second year is short.
fn of_field<'v>(view: &'v View<'_>, field: &'v Field<'_>) -> Vec<Variant<'v, (char, bool, bool)>> {
    let document = document_of(view, field);
    let mut found = Vec::new();
    for sentence in &field.sentences {
        for at in 0..sentence.tokens.len() {
            let Some((first, second, end)) = years(&sentence.tokens, at) else { continue };
            // «2018–2020 учебные годы» are several.
            if second >= 100 && second != first + 1 {
                continue;
            }
            let school = sentence.tokens.iter().skip(end).take(3).any(|next| next.begins(&["учебн"]));
            let tokens = sentence.tokens.get(at..end).unwrap_or_default();
            let mut printed = tokens.iter().flat_map(|token| token.text.chars());
            let mark = printed.find(|c| matches!(c, '/' | '-' | '–' | '—' | '−'));
            if let Some(mark) = mark.filter(|_| school) {
                let spaced = tokens.iter().skip(1).any(|token| token.spaced);
                let written = field.written(tokens);
                found.push(Variant {
                    document,
                    form: (mark, spaced, second < 100),
                    place: field.place_of(tokens),
                    written,
                });
            }
        }
    }
    found
}
