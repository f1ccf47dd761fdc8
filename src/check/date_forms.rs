//! Dates of one document in several forms.

use super::reading::days::{DayForm, days};
use super::reading::variants::{Variant, document_of, rarer};
use super::{Both, Check, Field, FieldKind, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A date unlike the others.
    DATE_FORMS = "date-forms", Note,
        ru: "дата «{written}» написана иначе, чем «{other}» в этом документе",
        en: "the date “{written}” is written unlike “{other}” in this document",
        hint_ru: "пишите даты документа в одном виде", hint_en: "write the dates of a document in one form";
    /// «01 октября»
    ZERO_DAY = "date-forms", Note,
        ru: "перед числом в «{written}» лишний ноль", en: "a zero too many before the day in “{written}”",
        hint_ru: "напишите «{right}»; ноль ставят, когда месяц цифрами", hint_en: "write “{right}”; a zero stands where the month is in digits";
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
    let all: Vec<Variant<'_, DayForm>> = prose.flat_map(|field| of_field(view, field)).collect();
    for unlike in rarer(&all) {
        let (rare, usual) = (unlike.rare, unlike.usual);
        let finding = Finding::new(&DATE_FORMS).arg("written", rare.written).arg("other", usual.written);
        findings.push(finding.at(rare.place).label(usual.place, unlike.label()));
    }
    let fields =
        view.fields.iter().filter(|field| field.kind.is_prose() || field.kind == FieldKind::Deadline);
    fields.for_each(|field| zeros(view, field, findings));
}

/// «01 октября 2018 года»: a zero belongs to days in digits alone.
fn zeros(view: &View<'_>, field: &Field<'_>, findings: &mut Findings) {
    for sentence in
        field.sentences.iter().filter(|one| one.tokens.iter().any(|token| token.text.starts_with('0')))
    {
        for day in days(sentence).into_iter().filter(|day| day.form >= DayForm::Words) {
            let tokens = sentence.tokens.get(day.tokens.clone()).unwrap_or_default();
            let (Some(first), written) = (tokens.first(), field.written(tokens)) else { continue };
            if let Some(right) = written.strip_prefix('0').filter(|_| first.bound.is_none()) {
                let finding = Finding::new(&ZERO_DAY).arg("written", written).arg("right", right);
                let zero = first.range.start..first.range.start + 1;
                findings.push(field.mend(view, finding.at(field.place_of(tokens)), zero, ""));
            }
        }
    }
}

/// The dates of a field with their form.
fn of_field<'v>(view: &'v View<'_>, field: &'v Field<'_>) -> Vec<Variant<'v, DayForm>> {
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
            found.push(Variant { document, form: day.form, place: field.place_of(tokens), written });
        }
    }
    found
}
