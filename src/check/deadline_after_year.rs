//! A deadline after the school year that the task speaks of.

use super::reading::days::{days, shown};
use super::{Both, Check, Field, FieldKind, Kind, Sentence, View};
use crate::messages;
use crate::russian::school_year::{SchoolYear, SchoolYearForm};
use crate::source::{Finding, Findings, Severity};
use chrono::NaiveDate;

messages! {
    /// A deadline behind the end of the year.
    DEADLINE_AFTER_YEAR = "deadline-after-year", Note,
        ru: "поручение говорит о {year} учебном годе, а срок «{deadline}» – после него ({end})",
        en: "the task speaks of the school year {year}, but its deadline “{deadline}” is after it ({end})",
        hint_ru: "проверьте год в тексте и в сроке", hint_en: "check the year in the text and in the deadline";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "deadline-after-year",
    severity: Severity::Note,
    title: Both {
        ru: "Срок позже учебного года, о котором поручение",
        en: "A deadline after the school year of the task",
    },
    about: Both {
        ru: "Если текст поручения называет учебный год, его срок должен кончаться не позже 31 августа этого года (последнего из \
             названных). Отчёты и итоги («по итогам …») подводят после года, они пропускаются; о готовности к году – до конца его сентября; без названного года долгий срок законен.",
        en: "If a task's text names a school year, its deadline should end by 31 August of that year (the last one named). \
             Reports on a year come after it and are passed over; those on getting ready for it end with its September.",
    },
    example: Both {
        ru: "Провести в 2018/2019 учебном году три семинара; срок: до 20.11.2019 → срок: до 24.05.2019",
        en: "Провести в 2018/2019 учебном году три семинара; срок: до 20.11.2019 → срок: до 24.05.2019",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in view.fields.iter().filter(|field| field.kind == FieldKind::Clause) {
        let Some(limit) = last_year(field) else { continue };
        let due = field.clause.and_then(|clause| clause.due.as_ref());
        if let Some(due) = due.filter(|due| due.deadline.end().is_some_and(|end| end > limit.1)) {
            findings.push(finding(limit, &due.deadline.wording).at(due.text.whole()));
        }
        field.sentences.iter().for_each(|sentence| of_sentence(field, sentence, limit, findings));
    }
}

fn finding((year, end): (SchoolYear, NaiveDate), deadline: &str) -> Finding {
    Finding::new(&DEADLINE_AFTER_YEAR)
        .arg("year", year.print(SchoolYearForm::Slash))
        .arg("deadline", deadline)
        .arg("end", shown(end))
}

fn of_sentence(
    field: &Field<'_>,
    sentence: &Sentence,
    limit: (SchoolYear, NaiveDate),
    findings: &mut Findings,
) {
    let late = |date: Option<NaiveDate>| date.is_some_and(|date| date > limit.1);
    for day in days(sentence).into_iter().filter(|day| day.until.is_some() && late(day.date)) {
        let from = day.until.unwrap_or(day.tokens.start);
        let written = field.written(sentence.tokens.get(from..day.tokens.end).unwrap_or_default());
        findings.push(finding(limit, written).at(day.place(field, sentence)));
    }
}

/// The last school year that a task is set for, and the day by which that asks for it; `None`
/// where it names none, or reports on one.
fn last_year(field: &Field<'_>) -> Option<(SchoolYear, NaiveDate)> {
    let tokens = || field.sentences.iter().flat_map(|sentence| &sentence.tokens);
    let ready = tokens().any(|token| token.begins(&["готовност"]));
    if !ready && tokens().any(|token| token.begins(&["итог", "отчет", "результат"])) {
        return None;
    }
    let school = tokens().any(|token| token.begins(&["учебн"]));
    let years = tokens().filter_map(|token| match token.kind {
        Kind::Years(first, second) if second == first + 1 || second == (first + 1) % 100 => Some(first),
        _ => None,
    });
    let first = i32::try_from(school.then(|| years.max()).flatten()?).ok()?;
    let year = SchoolYear::starting(first)?;
    // Who gets ready for a year is ready when it begins; reports follow within the month.
    let end = if ready { NaiveDate::from_ymd_opt(first, 9, 30)? } else { year.end() };
    Some((year, end))
}
