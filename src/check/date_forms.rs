//! Dates of one document in several forms.

use super::days::{DayForm, days};
use super::variants::{Variant, document_of, rarer};
use super::{Both, Check, Field, FieldKind, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A date unlike the others.
    DATE_FORMS = "date-forms", Note,
        ru: "дата «{written}» написана иначе, чем «{other}» в этом документе",
        en: "the date “{written}” is written unlike “{other}” in this document",
        hint_ru: "пишите даты документа в одном виде", hint_en: "write the dates of a document in one form";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "date-forms",
    severity: Severity::Note,
    title: Both {
        ru: "Даты документа в разных видах", en: "Dates of a document in several forms"
    },
    about: Both {
        ru: "Даты в тексте одного документа пишут в одном виде: «28.08.2018» или «28 августа 2018 года» (без нуля перед числом). Показывается тот \
             вид, который встречается реже. Реквизиты законов («от 29.12.2012 № 273-ФЗ»), дни без года и сроки поручений не сравниваются.",
        en: "The dates in the text of one document are written in one form. The rarer form is shown. Dates of laws, days \
             without a year and deadlines are not compared.",
    },
    example: Both {
        ru: "12.09.2018 … 14 ноября 2018 года → 12.09.2018 … 14.11.2018",
        en: "12.09.2018 … 14 ноября 2018 года → 12.09.2018 … 14.11.2018",
    },
    source: Both {
        ru: "ГОСТ Р 7.0.97-2016, 5.10; единообразие – практика",
        en: "GOST R 7.0.97-2016, 5.10; one form: practice",
    },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let prose = view.fields.iter().filter(|field| field.kind.is_prose() && field.kind != FieldKind::Slide);
    let all: Vec<Variant<'_, (DayForm, bool)>> = prose.flat_map(|field| of_field(view, field)).collect();
    for (rare, usual) in rarer(&all) {
        let finding = Finding::new(&DATE_FORMS).arg("written", rare.written).arg("other", usual.written);
        findings.push(finding.at(rare.place).label(usual.place, ("так чаще", "more often")));
    }
}

/// The dates of a field with their form, and whether a zero stands before the day in words.
fn of_field<'v>(view: &'v View<'_>, field: &'v Field<'_>) -> Vec<Variant<'v, (DayForm, bool)>> {
    let document = document_of(view, field);
    let mut found = Vec::new();
    for sentence in &field.sentences {
        for day in days(sentence) {
            let tokens = sentence.tokens.get(day.tokens.clone()).unwrap_or_default();
            let bound = tokens.iter().any(|token| token.bound.is_some());
            if day.form == DayForm::WithoutYear
                || day.is_requisite(sentence)
                || day.is_impossible()
                || bound
                || (day.form == DayForm::Words && day.is_end_of_period(sentence))
            {
                continue;
            }
            let written = field.written(tokens);
            let zero = written.starts_with('0') && day.form >= DayForm::Words;
            found.push(Variant { document, form: (day.form, zero), place: field.place_of(tokens), written });
        }
    }
    found
}
