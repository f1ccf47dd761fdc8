//! Which days of a calendar a deadline takes.

use crate::russian::deadline::{DeadlineValue, Period, UntilDay, Year};
use chrono::{Datelike, Days as Count, NaiveDate};

/// A period of more days would fill the calendar's grid: only its last day is shown.
const LONGEST: i64 = 31;

/// Days of an event, both included, and how it returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Days {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// How it returns (RFC 5545, 3.3.10).
    pub rule: Option<String>,
}

/// What the days of a calendar are reckoned by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reckoned {
    /// The day from which on.
    pub from: NaiveDate,
    /// The year of the tasks, within which they return.
    pub year: Option<Year>,
}

/// The days of a deadline; none for what has no day.
pub(super) fn days(deadline: &DeadlineValue, reckoned: Reckoned) -> Vec<Days> {
    match deadline {
        DeadlineValue::Several(values) => values.iter().flat_map(|value| days(value, reckoned)).collect(),
        DeadlineValue::Yearly { day, month } => yearly(*day, *month, reckoned.from).into_iter().collect(),
        DeadlineValue::Periodic { every, until_day, within, .. } => {
            periodic(*every, *until_day, *within, reckoned)
        }
        other => other.end().map(|end| once(other.start(), end)).into_iter().collect(),
    }
}

fn once(start: Option<NaiveDate>, last: NaiveDate) -> Days {
    let short = |first: &NaiveDate| (0..LONGEST).contains(&last.signed_duration_since(*first).num_days());
    Days { first: start.filter(short).unwrap_or(last), last, rule: None }
}

/// «ежегодно до 1 февраля», which goes on beyond the year of the tasks; 29 February returns where there is one.
fn yearly(day: u32, month: u32, from: NaiveDate) -> Option<Days> {
    let first = (from.year()..from.year() + 9)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|day| *day >= from)?;
    Some(Days { first, last: first, rule: Some("FREQ=YEARLY".to_owned()) })
}

/// «ежеквартально»: the last day of each period, or the day that is named, up to the end of the
/// year; what returns more often than each month, or on days that each school sets, has no place in
/// a calendar.
fn periodic(
    every: Period,
    until_day: Option<UntilDay>,
    within: Option<(NaiveDate, NaiveDate)>,
    reckoned: Reckoned,
) -> Vec<Days> {
    let from = within.map_or(reckoned.from, |(start, _)| start.max(reckoned.from));
    let end = within.map(|(_, end)| end).or(reckoned.year.and_then(Year::days).map(|(_, end)| end));
    let months: Vec<u32> = match (every, reckoned.year) {
        (Period::Month, _) => (1..=12).collect(),
        (Period::Quarter, _) => vec![3, 6, 9, 12],
        (Period::HalfYear, Some(Year::School(_))) => vec![5, 12],
        (Period::HalfYear, _) => vec![6, 12],
        (Period::Day | Period::Week | Period::Term | Period::Year, _) => return Vec::new(),
    };
    let after = until_day.is_some_and(|until| until.after);
    let is_due = |month: u32| months.contains(&if after { (month + 10) % 12 + 1 } else { month });
    let due: Vec<NaiveDate> = due_days(from, until_day, is_due).collect();
    let (Some(&first), in_year) = (due.first(), |day: &&NaiveDate| end.is_none_or(|end| **day <= end)) else {
        return Vec::new();
    };
    match every {
        _ if !in_year(&&first) && within.is_some() => Vec::new(),
        _ if !in_year(&&first) => vec![once(None, first)],
        // The halves of a school year are not equally long.
        Period::HalfYear => due.iter().filter(in_year).map(|day| once(None, *day)).collect(),
        _ => {
            let interval = if every == Period::Quarter { ";INTERVAL=3" } else { "" };
            let until = end.map_or(String::new(), |end| format!(";UNTIL={}", end.format("%Y%m%d")));
            let by_day = by_day(until_day.map(|until| until.day));
            let rule = Some(format!("FREQ=MONTHLY{interval};{by_day}{until}"));
            vec![Days { first, last: first, rule }]
        }
    }
}

/// The rule's days of the month; a month that is too short has its last day instead.
fn by_day(day: Option<u32>) -> String {
    match day {
        None => "BYMONTHDAY=-1".to_owned(),
        Some(day @ ..=28) => format!("BYMONTHDAY={day}"),
        Some(day) => {
            let days: Vec<String> = (28..=day.min(31)).map(|day| day.to_string()).collect();
            format!("BYMONTHDAY={};BYSETPOS=-1", days.join(","))
        }
    }
}

/// The days within two years on or after `from` in the months that are due: the day that is named,
/// else the last one.
fn due_days(
    from: NaiveDate,
    until: Option<UntilDay>,
    is_due: impl Fn(u32) -> bool,
) -> impl Iterator<Item = NaiveDate> {
    let firsts = std::iter::successors(from.with_day(1), |first| last_of_month(*first)?.succ_opt());
    let days = firsts.take(24).filter(move |first| is_due(first.month())).filter_map(move |first| {
        let last = last_of_month(first)?;
        last.with_day(until.map_or(last.day(), |until| until.day.clamp(1, last.day())))
    });
    days.filter(move |day| *day >= from)
}

fn last_of_month(first: NaiveDate) -> Option<NaiveDate> {
    let next = first.checked_add_days(Count::new(32))?.with_day(1)?;
    next.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::russian::deadline::{Context, YearKind, parse};
    use crate::russian::school_year::SchoolYear;

    fn shown(text: &str, year: YearKind) -> Vec<String> {
        let conference = NaiveDate::from_ymd_opt(2017, 8, 28).unwrap();
        let reported = SchoolYear::starting(2016).unwrap();
        let context = Context::after(conference, reported, year);
        let deadline = parse(text, &context).unwrap();
        let one =
            |days: &Days| format!("{} {} {}", days.first, days.last, days.rule.as_deref().unwrap_or("-"));
        let reckoned = Reckoned { from: conference, year: Some(context.year()) };
        days(&deadline.value, reckoned).iter().map(one).collect()
    }

    #[test]
    fn a_deadline_takes_its_days() {
        let table = [
            ("до 15 сентября 2017 года", vec!["2017-09-15 2017-09-15 -"]),
            ("с 1 по 30 октября 2018", vec!["2018-10-01 2018-10-30 -"]),
            ("октябрь 2017", vec!["2017-10-01 2017-10-31 -"]),
            ("II квартал 2018 года", vec!["2018-06-30 2018-06-30 -"]),
            ("в течение учебного года", vec!["2018-08-31 2018-08-31 -"]),
            ("постоянно", vec![]),
            ("ежедневно", vec![]),
            ("раз в полугодие", vec!["2017-12-31 2017-12-31 -", "2018-05-31 2018-05-31 -"]),
            ("ежегодно до 1 февраля", vec!["2018-02-01 2018-02-01 FREQ=YEARLY"]),
            ("декабрь 2018 и май 2019", vec!["2018-12-01 2018-12-31 -", "2019-05-01 2019-05-31 -"]),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text, YearKind::School), expected, "{text}");
        }
    }

    #[test]
    fn what_returns_does_so_to_the_end_of_the_year_of_the_pack() {
        let table = [
            ("ежеквартально", "2017-09-30", ";INTERVAL=3;BYMONTHDAY=-1"),
            ("ежеквартально, до 10 числа", "2017-10-10", ";INTERVAL=3;BYMONTHDAY=10"),
            (
                "ежеквартально до 10 числа последнего месяца квартала",
                "2017-09-10",
                ";INTERVAL=3;BYMONTHDAY=10",
            ),
            ("ежемесячно до 5 числа", "2017-09-05", ";BYMONTHDAY=5"),
        ];
        for (kind, end) in [(YearKind::School, "20180831"), (YearKind::Calendar, "20171231")] {
            for (text, first, rule) in table {
                let expected = format!("{first} {first} FREQ=MONTHLY{rule};UNTIL={end}");
                assert_eq!(shown(text, kind), [expected], "{text}");
            }
        }
        let in_2019 = "2019-01-31 2019-01-31 FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20191231";
        assert_eq!(shown("ежемесячно в течение 2019 года", YearKind::School), [in_2019]);
        // The year is over: what is due next stands there once.
        let next = "2018-01-10 2018-01-10 -";
        let december = Reckoned {
            from: NaiveDate::from_ymd_opt(2017, 12, 30).unwrap(),
            year: Some(Year::Calendar(2017)),
        };
        let tenth = Some(UntilDay { day: 10, after: true });
        let days = periodic(Period::Quarter, tenth, None, december);
        assert_eq!(
            days.iter().map(|days| format!("{} {} -", days.first, days.last)).collect::<Vec<_>>(),
            [next]
        );
        assert!(days.iter().all(|days| days.rule.is_none()));
    }

    #[test]
    fn a_month_without_the_day_has_its_last_one() {
        assert_eq!(by_day(Some(31)), "BYMONTHDAY=28,29,30,31;BYSETPOS=-1");
        let february = NaiveDate::from_ymd_opt(2018, 2, 3).unwrap();
        let thirtieth = Some(UntilDay { day: 30, after: true });
        assert_eq!(due_days(february, thirtieth, |_| true).next(), NaiveDate::from_ymd_opt(2018, 2, 28));
    }
}
