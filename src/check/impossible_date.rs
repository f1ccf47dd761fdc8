//! A day that the calendar does not have.

use super::reading::days::{Day, days};
use super::{Both, Check, Field, FieldKind, Sentence, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

messages! {
    /// «31 июня»
    IMPOSSIBLE_DAY = "impossible-date", Error,
        ru: "такого дня нет: «{day}»", en: "there is no such day: “{day}”",
        hint_ru: "исправьте день, месяц или год", hint_en: "correct the day, the month or the year";
    /// «В субботу, 14 сентября 2018 года», which is a Friday.
    WEEKDAY = "impossible-date", Error,
        ru: "«{day}» – {right}, а не {written}", en: "“{day}” is a {right}, not a {written}",
        hint_ru: "исправьте день недели или дату", hint_en: "correct the weekday or the date";
    /// «С 20 по 10 ноября».
    REVERSED = "impossible-date", Error,
        ru: "срок кончается раньше, чем начинается: «{written}»", en: "the period ends before it begins: “{written}”",
        hint_ru: "исправьте первый или последний день", hint_en: "correct the first or the last day";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "impossible-date",
    severity: Severity::Error,
    title: Both {
        ru: "Дня, который назван, нет в календаре", en: "A day that the calendar does not have"
    },
    about: Both {
        ru: "31 июня, 29 февраля невисокосного года, 10.13.2018: в тексте, в датах и в сроках; другой день недели рядом с датой \
             («в субботу, 14 сентября 2018 года») и промежуток, который кончается раньше, чем начинается («с 20 по 10 ноября»). Номера пунктов («31.06») и \
             числа с точками датами не считаются.",
        en: "31 June, 29 February of a common year, 10.13.2018: in texts, dates and deadlines; another weekday beside a date, and a \
             period that ends before it begins.",
    },
    example: Both {
        ru: "к 31 июня 2019 года → к 30 июня 2019 года",
        en: "к 31 июня 2019 года → к 30 июня 2019 года",
    },
    source: Both { ru: "календарь", en: "the calendar" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    // A deadline is read with its days; one that the calendar does not have is said there.
    for (field, sentence) in view.sentences().filter(|(field, _)| field.kind != FieldKind::Deadline) {
        let days = days(sentence);
        for (index, day) in days.iter().enumerate() {
            if day.is_impossible() {
                let written = field.written(sentence.tokens.get(day.tokens.clone()).unwrap_or_default());
                let finding = Finding::new(&IMPOSSIBLE_DAY).arg("day", written);
                findings.push(finding.at(day.own_place(field, sentence)));
                continue;
            }
            let before = index.checked_sub(1).and_then(|index| days.get(index));
            findings.list.extend(weekday(view, field, sentence, day));
            findings.list.extend(reversed(field, sentence, before, day));
        }
    }
}

/// Weekdays from Monday on: their beginnings and names.
const WEEKDAYS: [(&str, &str, &str); 7] = [
    ("понедельник", "понедельник", "Monday"),
    ("вторник", "вторник", "Tuesday"),
    ("сред", "среда", "Wednesday"),
    ("четверг", "четверг", "Thursday"),
    ("пятниц", "пятница", "Friday"),
    ("суббот", "суббота", "Saturday"),
    ("воскресень", "воскресенье", "Sunday"),
];

/// «В субботу, 14 сентября 2018 года», «14 сентября (суббота)». Without a year it is wrong in the
/// conference's and in those beside it.
fn weekday(view: &View<'_>, field: &Field<'_>, sentence: &Sentence, day: &Day) -> Option<Finding> {
    let (at, said) = weekday_beside(sentence, day)?;
    let date = match day.date {
        Some(date) => date,
        None => {
            let (number, month) = day.day_month?;
            let year = view.loaded.facts.conference.date.as_ref()?.written.date.year();
            let mut dates = [year, year - 1, year + 1]
                .into_iter()
                .filter_map(|year| NaiveDate::from_ymd_opt(year, month, number));
            let first = dates.next()?;
            let fits = |date: NaiveDate| date.weekday().num_days_from_monday() as usize == said;
            if fits(first) || dates.any(fits) {
                return None;
            }
            first
        }
    };
    let is = date.weekday().num_days_from_monday() as usize;
    let ((_, ru, en), (_, said_ru, said_en)) = (WEEKDAYS.get(is)?, WEEKDAYS.get(said)?);
    let word = sentence.tokens.get(at)?;
    (is != said).then(|| {
        let shown = date.format("%d.%m.%Y").to_string();
        let finding = Finding::new(&WEEKDAY).arg("day", shown).arg("right", (*ru, *en));
        let finding = finding.arg("written", (*said_ru, *said_en)).at(field.place(word));
        finding.label(day.own_place(field, sentence), ("день", "the day"))
    })
}

/// The weekday right before or behind a day: its token and how many days it lies behind Monday.
fn weekday_beside(sentence: &Sentence, day: &Day) -> Option<(usize, usize)> {
    let tokens = &sentence.tokens;
    let of = |at: usize| {
        let token = tokens.get(at).filter(|token| token.is_word() && token.bound.is_none())?;
        let index = WEEKDAYS.iter().position(|(stem, ..)| token.text.starts_with(stem))?;
        // «Средний», «среда обитания» stand beside no day.
        (token.text.chars().count() <= WEEKDAYS.get(index)?.1.chars().count() + 1).then_some((at, index))
    };
    let skipped = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.is_sign(',') || token.is_sign('(') || token.is_any(&["в", "во"]))
    };
    let before = day.tokens.start.checked_sub(1);
    let before = before.map(|at| if skipped(at) { at.saturating_sub(1) } else { at });
    let behind = (day.tokens.end..day.tokens.end + 3).find(|at| !skipped(*at));
    before.and_then(of).or_else(|| behind.and_then(of))
}

/// «С 20 по 10 ноября», «с 10 ноября по 20 октября 2018 года».
fn reversed(field: &Field<'_>, sentence: &Sentence, before: Option<&Day>, day: &Day) -> Option<Finding> {
    let tokens = &sentence.tokens;
    let to =
        day.tokens.start.checked_sub(1).filter(|at| tokens.get(*at).is_some_and(|to| to.is_any(&["по"])))?;
    let (start, wrong) = match before.filter(|before| before.tokens.end == to) {
        Some(before) => (before.tokens.start, ends_first(before, day)),
        None => {
            let first = tokens.get(to.checked_sub(1)?)?.number().filter(|first| first.decimals == 0)?;
            let (last, _) = day.day_month?;
            (to - 1, first.value > Decimal::from(last) && first.value <= Decimal::from(31))
        }
    };
    let from =
        start.checked_sub(1).filter(|at| tokens.get(*at).is_some_and(|from| from.is_any(&["с", "со"])))?;
    let period = tokens.get(from..day.tokens.end)?;
    wrong.then(|| Finding::new(&REVERSED).arg("written", field.written(period)).at(field.place_of(period)))
}

/// Whether a period ends before it begins. A beginning without a year may lie in the year before, as a
/// school year's does; hardly eleven months before.
fn ends_first(first: &Day, last: &Day) -> bool {
    const LONG: i64 = 300;
    let Some(end) = last.date else {
        let month_day = |day: &Day| day.day_month.map(|(day, month)| (month, day));
        let both = month_day(first).zip(month_day(last));
        return both.is_some_and(|(first, last)| first.0 == last.0 && first.1 > last.1);
    };
    match first.date {
        Some(begin) => begin > end,
        None => first.day_month.is_some_and(|(day, month)| {
            let year_before = NaiveDate::from_ymd_opt(end.year() - 1, month, day);
            let long = year_before.is_some_and(|begin| (end - begin).num_days() > LONG);
            day != 1
                && long
                && NaiveDate::from_ymd_opt(end.year(), month, day).is_some_and(|begin| begin > end)
        }),
    }
}
