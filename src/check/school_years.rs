//! A school year whose years do not follow one another.

use super::{Both, Check, Kind, Sentence, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// Two years that are no school year.
    SCHOOL_YEARS = "school-years", Warning,
        ru: "«{years}» – не учебный год: за {first} следует {next}", en: "“{years}” is no school year: {next} follows {first}",
        hint_ru: "напишите {first}/{next}", hint_en: "write {first}/{next}";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "school-years",
    severity: Severity::Warning,
    title: Both { ru: "Годы учебного года не идут подряд", en: "The years of a school year do not follow one another" },
    about: Both {
        ru: "Учебный год – это два года подряд: 2018/2019, 2018–2019, 2018/19. Программы на годы («2016–2018 годы») и несколько \
             учебных годов во множественном числе («2015–2018 учебных годов») – не ошибка.",
        en: "A school year is two years in a row. Programmes of several years and school years in the plural are no mistake.",
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
    for (field, sentence) in view.sentences() {
        for (at, token) in sentence.tokens.iter().enumerate() {
            let Kind::Years(first, second) = token.kind else { continue };
            let follows = second == first + 1 || (second < 100 && second == (first + 1) % 100);
            if !follows && is_one_school_year(sentence, at) {
                findings.push(
                    Finding::new(&SCHOOL_YEARS)
                        .arg("years", field.written(std::slice::from_ref(token)))
                        .arg("first", first.to_string())
                        .arg("next", (first + 1).to_string())
                        .at(field.place(token)),
                );
            }
        }
    }
}

/// Whether «учебный год» follows, in the singular or behind further years.
fn is_one_school_year(sentence: &Sentence, at: usize) -> bool {
    let mut rest = sentence.tokens.iter().skip(at + 1);
    let mut next = rest.next();
    let mut several = false;
    while next.is_some_and(|token| token.is_any(&["и"]) || token.is_sign(',') || matches!(token.kind, Kind::Years(..))) {
        several = true;
        next = rest.next();
    }
    let school = next.is_some_and(|token| token.begins(&["учебн"]));
    let plural = next.is_some_and(|token| token.is_any(&["учебных", "учебные", "учебным", "учебными"]));
    school && (several || !plural)
}
