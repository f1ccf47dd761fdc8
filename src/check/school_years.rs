//! A school year whose years do not follow one another.

use super::{Both, Check, Field, FieldKind, Kind, Sentence, Token, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// Two years that are no school year.
    SCHOOL_YEARS = "school-years", Warning,
        ru: "«{years}» – не учебный год: за {first} следует {next}", en: "“{years}” is no school year: {next} follows {first}",
        hint_ru: "напишите {first}/{next}", hint_en: "write {first}/{next}";
    /// What is reported on, or planned, is not the year that the pack names.
    OTHER_YEAR = "school-years", Warning,
        ru: "здесь {years}, а {what} – {right}", en: "here it is {years}, but {what} is {right}",
        hint_ru: "исправьте годы здесь или `конференция: учебный_год`", hint_en: "correct the years here or `conference: school_year`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "school-years",
    severity: Severity::Warning,
    title: Both {
        ru: "Годы учебного года не идут подряд",
        en: "The years of a school year do not follow one another",
    },
    about: Both {
        ru: "Учебный год – это два года подряд: 2018/2019, 2018–2019, 2018/19. Программы на годы («2016–2018 годы») и несколько \
             учебных годов во множественном числе («2015–2018 учебных годов») – не ошибка. Отчитываются о том учебном годе, который задан в \
             pack.yaml («Об итогах работы за …», «Признать работу в …»), задачи и планы ставят на следующий за ним. Прошлые годы \
             для сравнения и далёкие планы не проверяются.",
        en: "A school year is two years in a row. Programmes of several years and school years in the plural are no mistake. \
             Documents report on the school year that pack.yaml names, and set tasks and plans for the one behind it. Earlier \
             years for comparison and plans for far years are left alone.",
    },
    example: Both {
        ru: "на 2018/2020 учебный год → на 2018/2019 учебный год",
        en: "на 2018/2020 учебный год → на 2018/2019 учебный год",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let reported = view.loaded.facts.conference.school_year.as_ref();
    let reported = reported.and_then(|year| u32::try_from(year.year.first()).ok());
    for (field, sentence) in view.sentences() {
        let mut reported = reported;
        for at in 0..sentence.tokens.len() {
            let Some((first, second, end)) = years(&sentence.tokens, at) else { continue };
            let follows = second == first + 1 || (second < 100 && second == (first + 1) % 100);
            let tokens = sentence.tokens.get(at..end).unwrap_or_default();
            if follows && is_one_school_year(sentence, end) {
                let meant = Meant::of(field, sentence, at);
                let right = meant.and_then(|meant| Some((meant, meant.wrong(first, reported?)?)));
                if let Some((meant, right)) = right {
                    let finding = Finding::new(&OTHER_YEAR).arg("years", field.written(tokens));
                    let right = format!("{right}/{}", right + 1);
                    findings.push(
                        finding.arg("what", meant.words()).arg("right", right).at(field.place_of(tokens)),
                    );
                }
                reported = reported.or((meant == Some(Meant::Reported)).then_some(first));
            } else if !follows && is_one_school_year(sentence, end) {
                findings.push(
                    Finding::new(&SCHOOL_YEARS)
                        .arg("years", field.written(tokens))
                        .arg("first", first.to_string())
                        .arg("next", (first + 1).to_string())
                        .at(field.place_of(tokens)),
                );
            }
        }
    }
}

/// What a document says of a school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meant {
    /// «Об итогах работы за …», «Признать работу в …».
    Reported,
    /// «Задачи на …».
    Planned,
    /// «Определить задачами на …»: what is decided now.
    Decided,
    /// «Подготовить план на …» with a deadline of its own: any year to come.
    Dated,
}

impl Meant {
    /// What is said of the year at `at`; `None` where it is one of many.
    fn of(field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Meant> {
        const WORK: &[&str] = &["задач", "направлени", "приоритет", "график"];
        const PLANS: &[&str] = &["план", "плана", "плану", "планом", "планы", "планов"];
        let tokens = sentence.tokens.as_slice();
        let before = at.checked_sub(1).and_then(|before| tokens.get(before))?;
        // `{{учебный_год}}` prints what the pack says.
        if tokens.get(at).is_none_or(|token| token.bound.is_some() || token.kind == Kind::Reference) {
            return None;
        }
        let earlier = tokens.get(at.saturating_sub(14)..at)?;
        let begins = |stems: &[&str]| tokens.first().is_some_and(|token| token.begins(stems));
        let done = tokens.iter().any(|token| token.begins(&["выполнен", "отчет", "перспектив"]));
        let work = |token: &Token| token.begins(WORK) || token.is_any(PLANS);
        // «Подготовить план на 2025/2026 учебный год», due in May 2025: the deadline tells which year is next.
        let dated = field.clause.is_some_and(|clause| clause.due.is_some());
        if before.is_any(&["на"]) && earlier.iter().any(work) {
            if dated && tokens.iter().any(|token| token.is_any(PLANS)) {
                return Some(Meant::Dated);
            }
            let decides = begins(&["определить", "утвердить", "считать", "установить"]);
            return (!done).then_some(if decides { Meant::Decided } else { Meant::Planned });
        }
        // «считать 2018/2019 учебный год Годом чтения»
        if before.is_any(&["считать", "объявить"]) {
            return Some(Meant::Decided);
        }
        Meant::is_reported(field, tokens, at).then_some(Meant::Reported)
    }

    /// Whether the year at `at` is that of the report: «Обсудив итоги 2017/2018 учебного года»,
    /// «Итоги 2022/2023 учебного года считать успешными». One that is compared with is not.
    fn is_reported(field: &Field<'_>, tokens: &[Token], at: usize) -> bool {
        const COMPARES: &[&str] = &["сравн", "прошл", "предыдущ", "прежн"];
        const LOOKS_BACK: &[&str] = &["опираясь", "обсуд", "рассмотре", "заслуша", "подвод", "подвед"];
        const SUMS_UP: &[&str] = &["подвести", "одобрить", "утвердить", "итоги"];
        const MARKS: &[&str] =
            &["удовлетворит", "неудовлетворит", "хорош", "успешн", "результативн", "эффективн"];
        let earlier = &tokens[at.saturating_sub(14)..at];
        let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
        let results = |near: usize| earlier.iter().rev().take(near).any(|token| token.begins(&["итог"]));
        let after_in = |words: &[&str]| before(1).is_some_and(|token| token.is_any(words));
        if field.kind == FieldKind::Theme && (after_in(&["за"]) || results(2)) {
            return true;
        }
        if tokens.iter().any(|token| token.begins(COMPARES)) {
            return false;
        }
        let heard = earlier.iter().any(|token| token.is_any(&["об"]) || token.begins(LOOKS_BACK));
        let judges = tokens.iter().any(|token| token.is_any(&["признать", "считать"]));
        let judged = judges && after_in(&["за", "в"]) && tokens.iter().any(|token| token.begins(MARKS));
        let sums_up = [tokens.first(), before(2)].into_iter().flatten().any(|token| token.is_any(SUMS_UP));
        judged || (heard && results(4)) || ((sums_up || judges) && results(2))
    }

    /// The first year that should stand here, if it is not `first`.
    fn wrong(self, first: u32, reported: u32) -> Option<u32> {
        let next = reported + 1;
        match self {
            Meant::Reported => (first != reported).then_some(reported),
            Meant::Planned => (first > next).then_some(next),
            Meant::Decided => (first != next).then_some(next),
            Meant::Dated => (first < next).then_some(next),
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Meant::Reported => ("отчётный год", "the year reported on"),
            Meant::Planned | Meant::Decided | Meant::Dated => {
                ("следующий учебный год", "the next school year")
            }
        }
    }
}

/// Two years joined by a mark, with or without spaces, and the token behind them.
pub(super) fn years(tokens: &[Token], at: usize) -> Option<(u32, u32, usize)> {
    if let Kind::Years(first, second) = tokens.get(at)?.kind {
        return Some((first, second, at + 1));
    }
    let [one, mark, two] = tokens.get(at..at + 3)? else { return None };
    let joined = mark.is_dash() || mark.is_sign('/');
    let year = |token: &Token| {
        let plain = token.bound.is_none() && token.text.len() == 4 && token.number().is_some();
        token.text.parse().ok().filter(|year| plain && (1900..2100).contains(year))
    };
    joined.then_some(()).and_then(|()| Some((year(one)?, year(two)?, at + 3)))
}

/// Whether «учебный год» follows, in the singular or behind further years.
fn is_one_school_year(sentence: &Sentence, end: usize) -> bool {
    let mut rest = sentence.tokens.iter().skip(end);
    let mut next = rest.next();
    let mut several = false;
    while next.is_some_and(|token| {
        token.is_any(&["и"]) || token.is_sign(',') || matches!(token.kind, Kind::Years(..))
    }) {
        several = true;
        next = rest.next();
    }
    let school = next.is_some_and(|token| token.begins(&["учебн"]));
    let plural = next.is_some_and(|token| {
        token.is_any(&["учебных", "учебные", "учебными"])
            || (token.is_any(&["учебным"]) && !rest.next().is_some_and(|year| year.is_any(&["годом"])))
    });
    school && (several || !plural)
}
