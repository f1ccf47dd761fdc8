//! Which days of a calendar a deadline takes.

use crate::russian::deadline::{DeadlineValue, Period};
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

/// The days of a deadline, reckoned from a day; none for what has no day.
pub(super) fn days(deadline: &DeadlineValue, from: NaiveDate) -> Vec<Days> {
    match deadline {
        DeadlineValue::Several(values) => values.iter().flat_map(|value| days(value, from)).collect(),
        DeadlineValue::Yearly { day, month } => yearly(*day, *month, from).into_iter().collect(),
        DeadlineValue::Periodic { every, until_day, within, .. } => {
            periodic(*every, *until_day, *within, from).into_iter().collect()
        }
        other => other.end().map(|end| once(other.start(), end)).into_iter().collect(),
    }
}

fn once(start: Option<NaiveDate>, last: NaiveDate) -> Days {
    let short = |first: &NaiveDate| (0..LONGEST).contains(&last.signed_duration_since(*first).num_days());
    Days { first: start.filter(short).unwrap_or(last), last, rule: None }
}

/// «ежегодно до 1 февраля»; 29 February returns where there is one.
fn yearly(day: u32, month: u32, from: NaiveDate) -> Option<Days> {
    let first = (from.year()..from.year() + 9)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|day| *day >= from)?;
    Some(Days { first, last: first, rule: Some("FREQ=YEARLY".to_owned()) })
}

/// «ежеквартально»: the last day of each period, or the day that is named; what returns more often
/// than each month, or on days that each school sets, has no place in a calendar.
fn periodic(
    every: Period,
    until_day: Option<u32>,
    within: Option<(NaiveDate, NaiveDate)>,
    from: NaiveDate,
) -> Option<Days> {
    let months = match every {
        Period::Month => 1,
        Period::Quarter => 3,
        Period::HalfYear => 6,
        Period::Day | Period::Week | Period::Term | Period::Year => return None,
    };
    let from = within.map_or(from, |(start, _)| start.max(from));
    let first = first_of(months, until_day, from)?;
    let interval = if months == 1 { String::new() } else { format!(";INTERVAL={months}") };
    let until = within.map_or(String::new(), |(_, end)| format!(";UNTIL={}", end.format("%Y%m%d")));
    if within.is_some_and(|(_, end)| first > end) {
        return None;
    }
    let rule = format!("FREQ=MONTHLY{interval};{}{until}", by_day(until_day));
    Some(Days { first, last: first, rule: Some(rule) })
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

/// The first day on or after `from` that ends a period of so many months, or has the day's number
/// in its last month (in each month, where the period is one).
fn first_of(months: u32, day: Option<u32>, from: NaiveDate) -> Option<NaiveDate> {
    let mut candidate = NaiveDate::from_ymd_opt(from.year(), from.month(), 1)?;
    for _ in 0..14 {
        let last = last_of_month(candidate)?;
        let wanted = day.map_or(last.day(), |day| day.clamp(1, last.day()));
        let found = last.with_day(wanted)?;
        if candidate.month().is_multiple_of(months) && found >= from {
            return Some(found);
        }
        candidate = last.succ_opt()?;
    }
    None
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

    fn shown(text: &str) -> Vec<String> {
        let conference = NaiveDate::from_ymd_opt(2017, 8, 28).unwrap();
        let reported = SchoolYear::starting(2016).unwrap();
        let context = Context::after(conference, reported, YearKind::School);
        let deadline = parse(text, &context).unwrap();
        let one =
            |days: &Days| format!("{} {} {}", days.first, days.last, days.rule.as_deref().unwrap_or("-"));
        days(&deadline.value, conference).iter().map(one).collect()
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
            ("ежеквартально", vec!["2017-09-30 2017-09-30 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"]),
            ("ежемесячно до 5 числа", vec!["2017-09-05 2017-09-05 FREQ=MONTHLY;BYMONTHDAY=5"]),
            ("ежегодно до 1 февраля", vec!["2018-02-01 2018-02-01 FREQ=YEARLY"]),
            ("декабрь 2018 и май 2019", vec!["2018-12-01 2018-12-31 -", "2019-05-01 2019-05-31 -"]),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn a_month_without_the_day_has_its_last_one() {
        assert_eq!(by_day(Some(31)), "BYMONTHDAY=28,29,30,31;BYSETPOS=-1");
        let february = NaiveDate::from_ymd_opt(2018, 2, 3).unwrap();
        assert_eq!(first_of(1, Some(30), february), NaiveDate::from_ymd_opt(2018, 2, 28));
    }
}
