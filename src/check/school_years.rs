//! A school year whose years do not follow one another.

use super::{Both, Check, Kind, Sentence, Token, View};
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
    title: Both {
        ru: "Годы учебного года не идут подряд",
        en: "The years of a school year do not follow one another",
    },
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
        for at in 0..sentence.tokens.len() {
            let Some((first, second, end)) = years(&sentence.tokens, at) else { continue };
            let follows = second == first + 1 || (second < 100 && second == (first + 1) % 100);
            if !follows && is_one_school_year(sentence, end) {
                let tokens = sentence.tokens.get(at..end).unwrap_or_default();
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
