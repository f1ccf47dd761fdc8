//! Days on which offices do not work: weekends and the public holidays of Russia.
//!
//! The Labour Code names the holidays by date (article 112). Which working days the Government
//! moves each year is not known here, so a day off may be a working day and the other way round:
//! what is said about it can only be a note.

use chrono::{Datelike, NaiveDate, Weekday};

/// Why a day is no working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOff {
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
    /// A public holiday: its name in Russian and in English.
    Holiday(&'static str, &'static str),
}

/// The holidays of the Labour Code, article 112: month, first and last day, name.
const HOLIDAYS: &[(u32, u32, u32, &str, &str)] = &[
    (1, 7, 7, "Рождество Христово", "Orthodox Christmas"),
    (1, 1, 8, "новогодние каникулы", "New Year holidays"),
    (2, 23, 23, "День защитника Отечества", "Defender of the Fatherland Day"),
    (3, 8, 8, "Международный женский день", "International Women’s Day"),
    (5, 1, 1, "Праздник Весны и Труда", "Spring and Labour Day"),
    (5, 9, 9, "День Победы", "Victory Day"),
    (6, 12, 12, "День России", "Russia Day"),
    (11, 4, 4, "День народного единства", "National Unity Day"),
];

/// Why `day` is no working day; `None` where it is one.
pub fn day_off(day: NaiveDate) -> Option<DayOff> {
    let holiday = HOLIDAYS
        .iter()
        .find(|(month, first, last, ..)| day.month() == *month && (*first..=*last).contains(&day.day()));
    match (holiday, day.weekday()) {
        (Some((_, _, _, ru, en)), _) => Some(DayOff::Holiday(ru, en)),
        (None, Weekday::Sat) => Some(DayOff::Saturday),
        (None, Weekday::Sun) => Some(DayOff::Sunday),
        _ => None,
    }
}

impl DayOff {
    /// Its name in Russian and in English.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            DayOff::Saturday => ("суббота", "a Saturday"),
            DayOff::Sunday => ("воскресенье", "a Sunday"),
            DayOff::Holiday(ru, en) => (ru, en),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_and_holidays_are_days_off() {
        let names = |year, month, day| {
            NaiveDate::from_ymd_opt(year, month, day).and_then(day_off).map(|off| off.names().0)
        };
        assert_eq!(names(2018, 9, 1), Some("суббота"));
        assert_eq!(names(2018, 9, 2), Some("воскресенье"));
        assert_eq!(names(2018, 9, 3), None);
        assert_eq!(names(2019, 1, 7), Some("Рождество Христово"));
        assert_eq!(names(2019, 1, 8), Some("новогодние каникулы"));
        assert_eq!(names(2019, 1, 9), None);
        assert_eq!(names(2018, 6, 12), Some("День России"));
    }
}
