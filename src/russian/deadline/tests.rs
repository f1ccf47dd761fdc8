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

/// A deadline is printed as it is typed: the form of machines is no form of a document.
#[test]
fn a_day_as_machines_write_it_is_answered_with_the_printed_form() {
    let near = vec!["до 1 декабря 2018 года".to_owned(), "до 01.12.2018".to_owned()];
    assert_eq!(read("2018-12-01"), Err(DeadlineError::Unknown { near }));
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
    let until_day = Some(UntilDay { day: 5, after: true });
    let fifth = Value::Periodic { times: 1, every: Period::Month, until_day, within: None };
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
    reads(
        Value::Event { until: None },
        &[
            "по мере финансирования",
            "По мере поступления  средств",
            "при наличии финансирования",
            "по мере необходимости",
            "по отдельному графику",
            "по отдельному плану",
            "по плану",
            "по плану управления образования",
            "согласно плану-графику",
            "в соответствии с планом работы на 2018/2019 учебный год",
            "по графику, утверждённому приказом",
            "по согласованию",
            "по итогам четверти",
            "по итогам I и II полугодий",
            "по результатам мониторинга",
            "по окончании учебного года",
            "по завершении ремонта",
            "осенние каникулы",
            "в период осенних каникул",
            "в дни осенних и весенних каникул",
            "на осенних каникулах",
            "в каникулярное время",
            "летний период",
            "в летний период 2019 года",
            "к началу отопительного сезона",
            "до начала отопительного сезона 2018/2019 года",
            "в отопительный сезон",
            "к августовскому совещанию 2019 года",
            "до августовской конференции 2019 года",
            "ко Дню учителя",
            "к 75-летию района",
            "I четверть",
            "в течение 1 четверти",
            "до конца II четверти",
            "до начала экзаменов",
            "не позднее чем за 10 дней до начала смены",
            "за 3 дня до проведения олимпиады",
            "в день обращения",
            "после утверждения бюджета",
            "со дня вступления в силу",
            "в течение 5 дней со дня получения заявления",
            "в трёхдневный срок после поступления обращения",
            "в установленные сроки",
            "в сроки, установленные законодательством",
            "в кратчайшие сроки",
            "в рабочем порядке",
            "в установленном порядке",
            "во время приёмной кампании",
            "до полного устранения нарушений",
            "до особого распоряжения",
            "один раз в два года",
            "каждые две недели",
        ],
    );
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
    assert_eq!(
        near("до начала учебнго года"),
        Err("до начала учебного года | к началу учебного года | до конца учебного года".into())
    );
    assert_eq!(near("по возможности, но скоро"), Err(String::new()));
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
    assert_eq!(said("по возможности"), Err("такая форма срока неизвестна".into()));
    assert_eq!(said("  "), Err("срок пуст".into()));
}

#[test]
fn every_suggested_form_is_known() {
    for year in [2018, 2025, 2099] {
        let reported = SchoolYear::starting(year - 1).unwrap();
        for conference in [ymd(year, 1, 10), ymd(year, 8, 28), ymd(year, 12, 31)] {
            let context = Context::after(conference, reported, YearKind::School);
            for form in examples(&context) {
                let read = parse(&form, &context);
                assert!(read.is_ok(), "{form}");
                assert!(read.unwrap().end().is_none_or(|end| end >= conference), "{form} after {conference}");
            }
        }
    }
}

#[test]
fn official_words_around_a_day_change_nothing() {
    reads(
        Value::Until(ymd(2018, 12, 1)),
        &[
            "до 1 декабря 2018 года включительно",
            "до 01.12.2018 (включительно)",
            "по 1 декабря включительно",
            "до 1 декабря текущего года",
            "до 1 декабря с. г.",
            "до 1 декабря т.г.",
            "по отдельному графику, но не позднее 1 декабря 2018 года",
            "по мере готовности, не позднее 01.12.2018",
            "до 1 декабря 2018 года по согласованию",
        ],
    );
    reads(Value::Until(ymd(2019, 2, 1)), &["до 1 февраля следующего года", "не позднее 1 февраля"]);
    reads(Value::Until(ymd(2018, 9, 30)), &["до сентября 2018 года включительно"]);
    reads(Value::Until(ymd(2018, 10, 15)), &["до середины октября", "к середине октября 2018"]);
    reads(Value::Until(ymd(2018, 8, 31)), &["к новому учебному году", "до нового учебного года"]);
    reads(
        Value::Until(ymd(2018, 12, 31)),
        &["до Нового года", "до конца календарного года", "к концу текущего года"],
    );
    reads(Value::Date(ymd(2018, 9, 1)), &["на 1 сентября", "по состоянию на 01.09.2018"]);
    reads(
        Value::Range(ymd(2018, 10, 1), ymd(2018, 10, 30)),
        &["с 1 по 30 октября 2018 года включительно", "в период с 1 по 30 октября 2018 г."],
    );
}

#[test]
fn periods_as_they_are_typed() {
    reads(
        Value::Quarter { year: 2018, quarter: 4 },
        &[
            "4 квартал 2018 г.",
            "в 4 квартале",
            "в течение 4 квартала 2018 года",
            "четвёртый квартал",
            "IV квартал текущего года",
        ],
    );
    reads(Value::Quarter { year: 2019, quarter: 1 }, &["1 квартал", "I квартал следующего года"]);
    reads(Value::Range(ymd(2018, 7, 1), ymd(2018, 12, 31)), &["3-4 квартал 2018", "3–4 кварталы"]);
    let half = |half| Value::HalfYear { year: Year::School(school()), half };
    reads(half(1), &["1 полугодие", "в 1 полугодии 2018/19 учебного года", "первая половина учебного года"]);
    reads(half(2), &["2 полугодие", "вторая половина года"]);
    reads(
        Value::Year(Year::School(school())),
        &[
            "в текущем учебном году",
            "в новом учебном году",
            "в предстоящем учебном году",
            "в течение нового учебного года",
            "на протяжении учебного года",
            "на протяжении всего учебного года",
            "в 2018-2019 уч. году",
            "постоянно в течение учебного года",
            "систематически, в течение года",
            "в течение года, по отдельному графику",
            "в течение учебного года по мере необходимости",
            "по плану, в течение года",
        ],
    );
    reads(Value::Range(ymd(2018, 9, 1), ymd(2018, 11, 30)), &["осень 2018 года", "осенью", "осень"]);
    reads(Value::Range(ymd(2019, 6, 1), ymd(2019, 8, 31)), &["летом 2019 года"]);
    reads(
        Value::Range(ymd(2018, 9, 1), ymd(2018, 9, 10)),
        &["начало сентября", "в начале сентября 2018", "1 декада сентября"],
    );
    reads(Value::Range(ymd(2018, 10, 16), ymd(2018, 10, 31)), &["вторая половина октября"]);
    reads(Value::Range(ymd(2018, 9, 8), ymd(2018, 9, 14)), &["вторая неделя сентября"]);
    reads(
        Value::Range(ymd(2018, 9, 1), ymd(2019, 5, 31)),
        &[
            "сентябрь – май",
            "сентябрь 2018 г. – май 2019 г.",
            "сентябрь – май 2018/2019 учебного года",
            "с сентября 2018 по май 2019",
        ],
    );
    reads(
        Value::Month { year: 2018, month: 9 },
        &["сентябрь с.г.", "в сентябре текущего года", "сентябрь 2018/2019 учебного года"],
    );
    reads(
        Value::Ongoing { from: Some(ymd(2018, 9, 1)) },
        &[
            "с 1 сентября 2018 г. постоянно",
            "постоянно, начиная с 01.09.2018",
            "с 01.09.2018, далее постоянно",
        ],
    );
}

#[test]
fn days_are_counted_from_the_conference() {
    // 28 August 2018 is a Tuesday; the fifth working day after it is the next Tuesday.
    reads(
        Value::Range(ymd(2018, 8, 28), ymd(2018, 9, 4)),
        &["в течение 5 рабочих дней", "в течение пяти рабочих дней со дня подписания"],
    );
    reads(
        Value::Until(ymd(2018, 9, 4)),
        &["не позднее 5 рабочих дней", "не позднее 5 рабочих дней со дня принятия резолюции"],
    );
    reads(
        Value::Range(ymd(2018, 8, 28), ymd(2018, 8, 31)),
        &[
            "в трёхдневный срок",
            "в 3-дневный срок",
            "в 3-х дневный срок",
            "в течение 3-х дней",
            "в течение трёх календарных дней",
        ],
    );
    reads(
        Value::Range(ymd(2018, 8, 28), ymd(2018, 9, 28)),
        &[
            "в течение месяца",
            "в месячный срок со дня подписания",
            "в течение одного месяца",
            "в срок не более месяца",
            "в ближайший месяц",
        ],
    );
    reads(
        Value::Range(ymd(2018, 8, 28), ymd(2019, 2, 28)),
        &["в шестимесячный срок", "в течение 2 кварталов", "в течение полугода"],
    );
    reads(Value::Range(ymd(2018, 8, 28), ymd(2021, 8, 28)), &["в течение трёх лет"]);
    reads(
        Value::Until(ymd(2018, 9, 28)),
        &["через месяц", "не позднее чем через месяц", "не позднее месяца после конференции"],
    );
}

#[test]
fn what_returns_as_it_is_typed() {
    let plain = |times, every| Value::Periodic { times, every, until_day: None, within: None };
    reads(
        plain(1, Period::Term),
        &[
            "не реже одного раза в четверть",
            "1 раз в четверть",
            "каждую четверть",
            "раз в триместр",
            "по четвертям",
        ],
    );
    reads(
        plain(1, Period::Quarter),
        &[
            "не реже одного раза в квартал",
            "не реже чем раз в квартал",
            "1 раз в три месяца",
            "поквартально",
            "ежеквартально, далее",
        ],
    );
    let tenth = |after| {
        let until_day = Some(UntilDay { day: 10, after });
        Value::Periodic { times: 1, every: Period::Quarter, until_day, within: None }
    };
    reads(
        tenth(true),
        &[
            "ежеквартально, до 10 числа",
            "ежеквартально до 10-го числа месяца, следующего за отчётным кварталом",
            "до 10 числа ежеквартально",
        ],
    );
    reads(tenth(false), &["ежеквартально до 10 числа последнего месяца квартала"]);
    reads(plain(2, Period::Year), &["не менее 2-х раз в год", "не реже двух раз в учебный год"]);
    reads(
        plain(1, Period::Week),
        &[
            "каждый понедельник",
            "по понедельникам",
            "каждую среду",
            "еженедельно по пятницам",
            "еженедельно, каждую пятницу",
        ],
    );
    reads(plain(2, Period::Week), &["по вторникам и четвергам"]);
    reads(
        plain(1, Period::Month),
        &[
            "последняя пятница каждого месяца",
            "каждый второй вторник месяца",
            "ежемесячно, в последний день месяца",
            "ежемесячно до конца месяца",
            "каждый месяц",
        ],
    );
    reads(plain(1, Period::Year), &["каждый год", "ежегодно до конца учебного года"]);
    reads(
        Value::Yearly { day: 1, month: 9 },
        &[
            "до 1 сентября 2018 г. и далее ежегодно",
            "до 1 сентября, далее – ежегодно",
            "ежегодно к 1 сентября",
            "до 01.09.2018, ежегодно",
        ],
    );
    reads(
        Value::Yearly { day: 30, month: 9 },
        &[
            "август–сентябрь ежегодно",
            "ежегодно, в сентябре",
            "сентябрь, ежегодно",
            "в III квартале ежегодно",
            "в сентябре каждого года",
        ],
    );
    reads(Value::Yearly { day: 31, month: 8 }, &["ежегодно к началу учебного года"]);
    let days = [(1, 6), (1, 12)].map(|(day, month)| Value::Yearly { day, month });
    reads(
        Value::Several(days.into()),
        &["ежегодно до 1 июня и до 1 декабря", "2 раза в год: до 1 июня, до 1 декабря"],
    );
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
    fn a_period_never_ends_before_it_begins(index in 0usize..40, days in 720_000i32..760_000, calendar in any::<bool>()) {
        let conference = NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default();
        let reported = SchoolYear::starting(conference.year() - 1);
        prop_assert!(reported.is_some());
        let kind = if calendar { YearKind::Calendar } else { YearKind::School };
        let Some(reported) = reported else { return Ok(()) };
        let context = Context::after(conference, reported, kind);
        let form = examples(&context).swap_remove(index);
        let Ok(deadline) = parse(&form, &context) else { return Err(TestCaseError::fail(form)) };
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
