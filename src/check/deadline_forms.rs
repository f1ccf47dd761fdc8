//! Deadlines of one document in several forms.

use super::reading::days::{DayForm, days};
use super::reading::variants::{Variant, document_of, rarer};
use super::{Both, Check, Field, FieldKind, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A deadline unlike the others.
    DEADLINE_FORMS = "deadline-forms", Note,
        ru: "срок «{written}» написан иначе, чем «{other}» в этом документе",
        en: "the deadline “{written}” is written unlike “{other}” in this document",
        hint_ru: "пишите сроки-дни документа в одном виде", hint_en: "write the deadlines of a document in one form";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "deadline-forms",
    severity: Severity::Note,
    title: Both {
        ru: "Сроки документа в разных видах", en: "Deadlines of a document in several forms"
    },
    about: Both {
        ru: "Сроки, которые называют один день, пишут в документе в одном виде: «до 01.12.2018», или «01.12.2018», или «до 1 декабря 2018 года». \
             Периоды, кварталы, «постоянно» и «в течение года» не сравниваются.",
        en: "Deadlines that name one day are written in one form in a document. Periods, quarters and the like are not compared.",
    },
    example: Both {
        ru: "до 03.10.2018 … 14.11.2018 → до 03.10.2018 … до 14.11.2018",
        en: "до 03.10.2018 … 14.11.2018 → до 03.10.2018 … до 14.11.2018",
    },
    source: Both { ru: "практика", en: "practice" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let fields = view.fields.iter().filter(|field| field.kind == FieldKind::Deadline);
    let all: Vec<Variant<'_, (DayForm, bool)>> = fields.filter_map(|field| of_field(view, field)).collect();
    for unlike in rarer(&all) {
        let (rare, usual) = (unlike.rare, unlike.usual);
        let finding = Finding::new(&DEADLINE_FORMS).arg("written", rare.written).arg("other", usual.written);
        findings.push(finding.at(rare.place).label(usual.place, unlike.label()));
    }
}

/// The form of a deadline that is one day, and whether «до» stands before it.
fn of_field<'v>(view: &'v View<'_>, field: &'v Field<'_>) -> Option<Variant<'v, (DayForm, bool)>> {
    let sentence = field.sentences.first()?;
    let days = days(sentence);
    let [day] = days.as_slice() else { return None };
    let from = day.until.unwrap_or(day.tokens.start);
    let whole = from == 0 && day.tokens.end == sentence.tokens.len() && field.sentences.len() == 1;
    (whole && day.form != DayForm::WithoutYear).then(|| Variant {
        document: document_of(view, field),
        form: (day.form, day.until.is_some()),
        place: field.source.trimmed().whole(),
        written: field.source.as_str().trim(),
    })
}
