//! Every form, read in the context of a conference on 28.08.2018 that reports on 2017/2018.

use super::DeadlineValue as Value;
use super::*;
use proptest::prelude::*;

fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    date::day(year, month, day).unwrap_or_default()
}

fn context(year_means: YearKind) -> Context {
    Context::after(ymd(2018, 8, 28), SchoolYear::starting(2017).unwrap(), year_means)
}

fn read(text: &str) -> Result<Value, DeadlineError> {
    parse(text, &context(YearKind::School)).map(|deadline| deadline.value)
}

fn reads(value: Value, texts: &[&str]) {
    for text in texts {
        assert_eq!(read(text), Ok(value.clone()), "{text}");
    }
}

fn school() -> SchoolYear {
    context(YearKind::School).school_year
}

#[test]
fn a_day() {
    reads(
        Value::Date(ymd(2018, 12, 1)),
        &[
            "01.12.2018",
            "1.12.2018 г.",
            "01.12.2018г.",
            "2018-12-01",
            "1 декабря 2018 года",
            "«1» декабря 2018\u{a0}г.",
            "1 декабря",
            "01.12",
            "Срок: 01.12.2018.",
            "срок исполнения – 1 дек. 2018",
        ],
    );
    reads(Value::Date(ymd(2019, 6, 15)), &["15 июня", "15.06"]);
}

#[test]
fn a_last_day() {
    reads(
        Value::Until(ymd(2019, 9, 1)),
        &[
            "до 01.09.2019",
            "До 1 сентября 2019 года",
            "к 1 сентября 2019",
            "не позднее 01.09.2019 г.",
            "не позже 1 сентября 2019 г.",
            "в срок до 01.09.2019",
            "Срок — до 01.09.2019",
            "до 1-го сентября 2019",
        ],
    );
    reads(Value::Until(ymd(2018, 9, 1)), &["к 1 сентября", "до 01.09"]);
    reads(
        Value::Until(ymd(2018, 8, 31)),
        &[
            "до начала учебного года",
            "до начала нового учебного года",
            "к началу 2018/2019 учебного года",
            "до сентября 2018 года",
            "к сентябрю",
            "до начала сентября",
            "до конца августа",
        ],
    );
    reads(
        Value::Until(ymd(2018, 12, 31)),
        &[
            "до конца 2018 года",
            "в конце 2018 года",
            "конец декабря 2018",
            "не позднее декабря",
            "до 2019 года",
            "до конца IV квартала 2018 года",
            "до конца I полугодия",
            "до конца текущего года",
        ],
    );
    reads(Value::Until(ymd(2019, 8, 31)), &["до конца учебного года", "до конца года"]);
    reads(Value::Until(ymd(2018, 8, 28)), &["незамедлительно"]);
}

#[test]
fn a_range() {
    reads(
        Value::Range(ymd(2018, 10, 1), ymd(2018, 10, 30)),
        &[
            "с 1 по 30 октября 2018",
            "с 1 по 30 октября",
            "1–30 октября 2018 г.",
            "01.10.2018–30.10.2018",
            "01.10.2018 - 30.10.2018",
            "с 01.10 по 30.10.2018",
            "с 1 октября по 30 октября 2018 года",
        ],
    );
    reads(
        Value::Range(ymd(2018, 9, 1), ymd(2018, 10, 31)),
        &[
            "сентябрь–октябрь 2018",
            "Сентябрь - октябрь 2018 года",
            "сентябрь—октябрь",
            "с сентября по октябрь 2018",
            "в сентябре-октябре 2018 г.",
            "сентябрь 2018–октябрь 2018",
        ],
    );
    reads(Value::Range(ymd(2018, 11, 1), ymd(2019, 2, 28)), &["ноябрь–февраль", "ноябрь–февраль 2019"]);
    reads(
        Value::Range(ymd(2018, 1, 1), ymd(2020, 12, 31)),
        &["2018–2020 годы", "2018-2020 гг.", "с 2018 по 2020 год", "в течение 2018–2020 годов"],
    );
    reads(Value::Range(ymd(2018, 7, 1), ymd(2018, 12, 31)), &["III–IV квартал 2018", "ІІІ - IV кварталы"]);
    reads(
        Value::Range(ymd(2018, 10, 11), ymd(2018, 10, 20)),
        &["II декада октября", "вторая декада октября 2018"],
    );
    reads(Value::Range(ymd(2018, 8, 28), ymd(2018, 9, 28)), &["в течение месяца", "в месячный срок"]);
    reads(Value::Range(ymd(2018, 8, 28), ymd(2018, 9, 7)), &["в течение 10 дней", "в 10-дневный срок"]);
    reads(Value::Range(ymd(2018, 8, 28), ymd(2018, 9, 11)), &["в течение двух недель"]);
}

#[test]
fn august_september_begins_in_the_month_of_the_conference() {
    reads(Value::Range(ymd(2018, 8, 1), ymd(2018, 9, 30)), &["август–сентябрь", "Август – сентябрь"]);
}

#[test]
fn months_quarters_halves_and_years() {
    reads(
        Value::Month { year: 2018, month: 9 },
        &["сентябрь 2018", "Сентябрь", "в сентябре 2018 года", "в течение сентября 2018", "сент. 2018 г."],
    );
    reads(Value::Month { year: 2019, month: 5 }, &["май", "май 2019 г."]);
    reads(
        Value::Quarter { year: 2018, quarter: 3 },
        &[
            "III квартал 2018",
            "III квартал",
            "ІІІ квартал 2018 года",
            "Ш квартал 2018",
            "3-й квартал 2018 г.",
            "в третьем квартале",
            "в течение III квартала 2018 г.",
        ],
    );
    reads(Value::Quarter { year: 2019, quarter: 1 }, &["I квартал"]);
    reads(Value::Quarter { year: 2018, quarter: 4 }, &["IV квартал", "ІV квартал 2018"]);
    let half = |half| Value::HalfYear { year: Year::School(school()), half };
    reads(
        half(1),
        &[
            "I полугодие",
            "1-е полугодие",
            "первое полугодие",
            "в I полугодии учебного года",
            "I полугодие 2018/2019 учебного года",
            "I полугодие 2018–2019 учебного года",
        ],
    );
    reads(half(2), &["II полугодие", "ІІ полугодие", "П полугодие"]);
    reads(Value::HalfYear { year: Year::Calendar(2019), half: 1 }, &["I полугодие 2019 года"]);
    reads(
        Value::Year(Year::School(school())),
        &[
            "в течение года",
            "в течение учебного года",
            "в течение всего учебного года",
            "2018/2019 учебный год",
            "в течение 2018-2019 уч. г.",
            "весь учебный год",
        ],
    );
    reads(Value::Year(Year::Calendar(2019)), &["в течение 2019 года", "2019 год", "в 2019 г."]);
    reads(Value::Year(Year::Calendar(2018)), &["в течение календарного года", "в течение текущего года"]);
}

#[test]
fn the_pack_says_which_year_is_meant() {
    let calendar = context(YearKind::Calendar);
    let value = |text| parse(text, &calendar).map(|deadline| deadline.value);
    assert_eq!(value("в течение года"), Ok(Value::Year(Year::Calendar(2018))));
    assert_eq!(value("I полугодие"), Ok(Value::HalfYear { year: Year::Calendar(2019), half: 1 }));
    assert_eq!(value("в течение учебного года"), Ok(Value::Year(Year::School(school()))));
}

#[test]
fn what_never_ends_or_returns() {
    reads(
        Value::Ongoing { from: None },
        &[
            "постоянно",
            "Постоянно",
            "систематически",
            "весь период",
            "в течение всего периода",
            "на постоянной основе",
        ],
    );
    reads(
        Value::Ongoing { from: Some(ymd(2018, 9, 1)) },
        &["с 01.09.2018", "с 1 сентября", "начиная с сентября 2018", "с начала учебного года"],
    );
    let plain = |times, every| Value::Periodic { times, every, until_day: None, within: None };
    reads(plain(1, Period::Week), &["еженедельно", "раз в неделю", "каждую неделю"]);
    reads(plain(1, Period::Month), &["ежемесячно", "1 раз в месяц"]);
    reads(plain(1, Period::Quarter), &["ежеквартально", "1 раз в квартал", "не реже одного раза в квартал"]);
    reads(plain(2, Period::Year), &["2 раза в год", "дважды в год", "не реже двух раз в год"]);
    reads(plain(1, Period::HalfYear), &["раз в полугодие", "1 раз в полгода"]);
    reads(plain(1, Period::Year), &["ежегодно"]);
    let fifth = Value::Periodic { times: 1, every: Period::Month, until_day: Some(5), within: None };
    reads(
        fifth,
        &[
            "ежемесячно до 5 числа",
            "ежемесячно, до 5-го числа",
            "до 5 числа каждого месяца",
            "ежемесячно до 5 числа месяца, следующего за отчётным",
        ],
    );
    let within = Some((ymd(2019, 1, 1), ymd(2019, 12, 31)));
    reads(
        Value::Periodic { times: 1, every: Period::Month, until_day: None, within },
        &["ежемесячно в течение 2019 года", "ежемесячно, 2019 год"],
    );
    reads(
        Value::Yearly { day: 1, month: 2 },
        &[
            "ежегодно до 1 февраля",
            "ежегодно, до 01.02",
            "до 1 февраля ежегодно",
            "до 1 февраля каждого года",
            "ежегодно не позднее 1 февраля",
        ],
    );
    reads(Value::Yearly { day: 28, month: 2 }, &["ежегодно в феврале", "ежегодно, февраль"]);
}

#[test]
fn events_and_lists() {
    let event = |text: &str| Value::Event { text: text.into(), until: None };
    reads(event("по мере финансирования"), &["по мере финансирования"]);
    reads(event("По мере поступления  средств"), &["По мере поступления  средств"]);
    reads(event("при наличии финансирования"), &["при наличии финансирования"]);
    let months = [(2018, 9), (2018, 12), (2019, 5)].map(|(year, month)| Value::Month { year, month });
    reads(Value::Several(months.into()), &["сентябрь, декабрь, май 2019", "сентябрь, декабрь и май"]);
    let quarters = [1, 3].map(|quarter| Value::Quarter { year: 2019, quarter });
    reads(Value::Several(quarters.into()), &["I и III квартал 2019"]);
}

#[test]
fn the_wording_is_kept_and_the_days_are_known() {
    let deadline = parse(" до 15 сентября  2017 года ", &context(YearKind::School));
    let known = deadline.map(|deadline| (deadline.wording.clone(), deadline.start(), deadline.end()));
    assert_eq!(known, Ok(("до 15 сентября  2017 года".into(), None, Some(ymd(2017, 9, 15)))));
    let days = |text| read(text).map(|value| (value.start(), value.end()));
    let both = |from, to| Ok((Some(from), Some(to)));
    assert_eq!(days("III квартал 2018"), both(ymd(2018, 7, 1), ymd(2018, 9, 30)));
    assert_eq!(days("I полугодие"), both(ymd(2018, 9, 1), ymd(2018, 12, 31)));
    assert_eq!(days("в течение года"), both(ymd(2018, 9, 1), ymd(2019, 8, 31)));
    assert_eq!(days("сентябрь, май 2019"), both(ymd(2018, 9, 1), ymd(2019, 5, 31)));
    assert_eq!(days("постоянно"), Ok((None, None)));
    let stated = Deadline::stated(" по мере финансирования", Some(ymd(2019, 12, 31)));
    assert_eq!((stated.wording.as_str(), stated.end()), ("по мере финансирования", Some(ymd(2019, 12, 31))));
}

#[test]
fn unknown_wordings_are_answered_with_near_forms() {
    let near = |text| read(text).map_err(|error| error.near().join(" | "));
    assert_eq!(near("в течении года"), Err("в течение года".into()));
    assert_eq!(near("до 31 декбря 2018"), Err("до 31 декабря 2018".into()));
    assert_eq!(near("ежекварталино"), Err("ежеквартально".into()));
    assert_eq!(near("по отдельному плану"), Err(String::new()));
    assert_eq!(near("к 2020 году"), Err(String::new()));
    assert_eq!(near("когда-нибудь"), Err(String::new()));
    assert_eq!(near("V квартал"), Err("IV квартал".into()));
}

#[test]
fn wrong_days_are_explained() {
    let said = |text| read(text).map_err(|error| error.explain().0);
    assert_eq!(said("до 31 июня 2018 года"), Err("31 июня: в июне 30 дней".into()));
    assert_eq!(said("до 31 июня"), Err("31 июня: в июне 30 дней".into()));
    assert_eq!(said("29 февраля"), Err("29 февраля: в феврале 2019 года 28 дней".into()));
    assert_eq!(said("до 01.13.2018"), Err("месяца с номером 13 нет".into()));
    assert_eq!(said("до 01.09.18"), Err("год нужен полностью: 01.09.2018".into()));
    assert_eq!(said("2018/2020 учебный год"), Err("за 2018 следует 2019, а не 2020: 2018/2019".into()));
    assert_eq!(
        said("с 30 по 1 октября 2018"),
        Err("срок кончается (01.10.2018) раньше, чем начинается (30.10.2018)".into())
    );
    assert_eq!(said("по плану"), Err("такая форма срока неизвестна".into()));
    assert_eq!(said("  "), Err("срок пуст".into()));
}

#[test]
fn every_suggested_form_is_known() {
    for form in near::FORMS {
        assert!(read(form).is_ok(), "{form}");
    }
}

proptest! {
    #[test]
    fn any_date_in_any_form_is_a_deadline(days in 693_600i32..1_000_000, index in 0usize..8) {
        use date::DateForm::*;
        let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default();
        let form = [Numeric, NumericGlued, NumericAbbreviated, NumericYear, WordsBare, Words, WordsYear, Quoted][index];
        let written = date::print(day, form);
        prop_assert_eq!(read(&written), Ok(Value::Date(day)));
        prop_assert_eq!(read(&format!("до {written}")), Ok(Value::Until(day)));
        prop_assert_eq!(read(&format!("НЕ ПОЗДНЕЕ\n{written}")), Ok(Value::Until(day)));
    }

    #[test]
    fn a_period_never_ends_before_it_begins(index in 0usize..near::FORMS.len(), days in 720_000i32..760_000, calendar in any::<bool>()) {
        let conference = NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default();
        let reported = SchoolYear::starting(conference.year() - 1);
        prop_assert!(reported.is_some());
        let kind = if calendar { YearKind::Calendar } else { YearKind::School };
        let Some(reported) = reported else { return Ok(()) };
        let deadline = parse(near::FORMS[index], &Context::after(conference, reported, kind));
        let Ok(deadline) = deadline else { return Err(TestCaseError::fail(near::FORMS[index])) };
        if let (Some(start), Some(end)) = (deadline.start(), deadline.end()) {
            prop_assert!(start <= end);
        }
    }

    #[test]
    fn no_text_makes_it_panic(words in proptest::collection::vec(
        prop_oneof![
            Just("до"), Just("с"), Just("по"), Just("в"), Just("течение"), Just("года"), Just("учебного"),
            Just("III"), Just("квартал"), Just("полугодие"), Just("–"), Just(","), Just("31"), Just("февраля"),
            Just("2018"), Just("2018/2019"), Just("9999"), Just("ежегодно"), Just("раз"), Just("99.99"), Just("4294967295"),
            Just("месяцев"), Just("числа"), Just("начала"), Just("месяцев"), Just("не"), Just("позднее")
        ], 0..7)) {
        let _ = read(&words.join(" ")).map_err(|error| error.explain());
    }

    #[test]
    fn nor_does_any_other_text(text in any::<String>()) {
        let _ = read(&text);
    }
}
