//! One task's deadline, said twice and differently.

use super::reading::days::{Day, conference, days, limits_task};
use super::{Both, Check, Field, FieldKind, NumberRole, Sentence, View};
use crate::messages;
use crate::russian::deadline::DeadlineValue;
use crate::russian::months;
use crate::source::{Finding, Findings, Severity};
use chrono::NaiveDate;
use rust_decimal::Decimal;

messages! {
    /// Two deadlines of one task.
    DEADLINE_TWICE = "deadline-twice", Warning,
        ru: "у поручения два разных срока: «{first}» и «{second}»", en: "the task has two different deadlines: “{first}” and “{second}”",
        hint_ru: "оставьте один; промежуточный срок назовите этапом", hint_en: "keep one; call a date on the way a stage";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "deadline-twice",
    severity: Severity::Warning,
    title: Both {
        ru: "Срок сказан дважды и по-разному", en: "A deadline said twice and differently"
    },
    about: Both {
        ru: "День, который назван в тексте поручения («до 1 октября 2018 года»), сравнивается с его сроком и с другими такими днями \
             того же предложения. Этапы («первый этап – до …»), периоды, даты документов и событий – не второй срок.",
        en: "A day that a task's text names («до 1 октября 2018 года») is compared with its deadline and with other such days \
             of the sentence. Stages, periods, dates of documents and of events are no second deadline.",
    },
    example: Both {
        ru: "Завершить до 01.01.2020 года …; срок: до 01.06.2020 → срок: до 01.01.2020",
        en: "Завершить до 01.01.2020 года …; срок: до 01.06.2020 → срок: до 01.01.2020",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let conference = conference(view);
    for field in view.fields.iter().filter(|field| field.kind == FieldKind::Clause) {
        field.sentences.iter().for_each(|sentence| of_sentence(field, sentence, conference, findings));
    }
}

fn of_sentence(
    field: &Field<'_>,
    sentence: &Sentence,
    conference: Option<NaiveDate>,
    findings: &mut Findings,
) {
    if sentence.tokens.iter().any(|token| token.begins(&["этап", "сначала", "промежуточн", "ежегодн"]))
    {
        return;
    }
    months(field, sentence, findings);
    let limits: Vec<Day> = days(sentence).into_iter().filter(|day| is_limit(sentence, day)).collect();
    let Some(first) = limits.first() else { return };
    let due = field.clause.and_then(|clause| clause.due.as_ref());
    if let Some((due, end)) = due.and_then(|due| Some((due, day_of(&due.deadline.value)?))) {
        // A day without a year is the first one behind the conference.
        let date = first.date.or_else(|| first.on_or_after(conference?));
        if date.is_some_and(|date| date != end) {
            findings.push(
                finding(field, sentence, first, &due.deadline.wording)
                    .at(due.text.whole())
                    .at(first.place(field, sentence)),
            );
        }
        return;
    }
    let other = limits
        .iter()
        .skip(1)
        .find(|day| day.date.is_some() && first.date.is_some() && day.date != first.date);
    if let Some(other) = other.filter(|other| same_thing(sentence, first, other)) {
        let from = other.until.unwrap_or(other.tokens.start);
        let second = field.written(sentence.tokens.get(from..other.tokens.end).unwrap_or_default());
        let finding = finding(field, sentence, first, second);
        findings.push(finding.at(other.place(field, sentence)).at(first.place(field, sentence)));
    }
}

/// «в ноябре 2018 года» under a deadline «декабрь 2018».
fn months(field: &Field<'_>, sentence: &Sentence, findings: &mut Findings) {
    let Some(due) = field.clause.and_then(|clause| clause.due.as_ref()) else { return };
    let DeadlineValue::Month { year, month } = due.deadline.value else { return };
    for at in 0..sentence.tokens.len() {
        let Some([within, name, number]) = sentence.tokens.get(at..at + 3) else { continue };
        let said =
            number.number().filter(|number| number.role == NumberRole::Year).map(|number| number.value);
        let other = months::number(&name.text).filter(|_| within.is_any(&["в"]) && name.is_word());
        let (Some(other), Some(said)) = (other, said) else { continue };
        if other != month || said != Decimal::from(year) {
            let tokens = sentence.tokens.get(at..at + 3).unwrap_or_default();
            let finding = Finding::new(&DEADLINE_TWICE)
                .arg("first", field.written(tokens))
                .arg("second", due.deadline.wording.as_str());
            return findings.push(finding.at(due.text.whole()).at(field.place_of(tokens)));
        }
    }
}

fn finding(field: &Field<'_>, sentence: &Sentence, first: &Day, second: &str) -> Finding {
    let from = first.until.unwrap_or(first.tokens.start);
    let first = field.written(sentence.tokens.get(from..first.tokens.end).unwrap_or_default());
    Finding::new(&DEADLINE_TWICE).arg("first", first).arg("second", second)
}

/// Whether a day limits the task: «до 1 октября», not «поданные до 1 октября», not «с … до …».
fn is_limit(sentence: &Sentence, day: &Day) -> bool {
    let limit = day
        .until
        .filter(|until| sentence.tokens.get(*until).is_some_and(|token| !token.is_any(&["к", "ко"])));
    limit.is_some_and(|until| limits_task(sentence, until) && !is_of_relative_clause(sentence, until))
        && !day.is_end_of_period(sentence)
        && !day.is_requisite(sentence)
}

/// «График ремонта, который завершится до 1 августа»: the day limits the repair, and not the task.
fn is_of_relative_clause(sentence: &Sentence, until: usize) -> bool {
    let before = sentence.tokens.get(..until).unwrap_or_default();
    let comma = before.iter().rposition(|token| token.is_sign(','));
    let clause = comma.and_then(|comma| before.get(comma + 1..)).unwrap_or_default();
    clause.iter().take(3).any(|token| token.begins(&["котор"]) || token.is_any(&["чтобы", "где", "когда"]))
}

/// The single day that a deadline names.
fn day_of(value: &DeadlineValue) -> Option<NaiveDate> {
    match value {
        DeadlineValue::Date(day) | DeadlineValue::Until(day) => Some(*day),
        _ => None,
    }
}

/// Whether two days of one sentence limit the same: what is said around the second was said
/// before it, as two words that stand in both parts show.
fn same_thing(sentence: &Sentence, first: &Day, second: &Day) -> bool {
    let middle = sentence.tokens.get(first.tokens.end..second.tokens.start).unwrap_or_default();
    let Some(comma) =
        middle.iter().position(|token| token.is_sign(',') || token.is_sign(';') || token.is_sign('('))
    else {
        return false;
    };
    let (one, two) = (middle.get(..comma).unwrap_or_default(), middle.get(comma..).unwrap_or_default());
    let long = |word: &str| word.chars().count() > 4;
    let stem = |word: &str| word.chars().take(5).collect::<String>();
    let said: Vec<String> = one
        .iter()
        .filter(|token| token.is_word() && long(&token.text))
        .map(|token| stem(&token.text))
        .collect();
    let again = two
        .iter()
        .filter(|token| token.is_word() && long(&token.text) && said.contains(&stem(&token.text)))
        .count();
    again >= 2 || two.iter().any(|token| token.is_any(&["срок", "сроком"]))
}
