//! Whether a sentence speaks of something else than the pack's figures: of another year or place, of a
//! plan, of a part of those who are counted. The words are closed lists, which the check's page names.

use super::days::conference;
use super::phrases::alike;
use super::{Kind, NumberRole, Sentence, Token, View};

/// Other places.
const PLACES: &[&str] = &["соседн", "област", "регион", "республик", "стран", "росси", "федерац", "гимнази"];
/// Forms of such words that begin as others do.
const PLACE_FORMS: &[&str] = &["лицей", "лицея", "лицее", "лицею", "край", "края", "краю"];
/// What is not yet, or only should be.
const PLANS: &[&str] = &[
    "план",
    "прогноз",
    "ожида",
    "смет",
    "норматив",
    "норм",
    "положен",
    "должн",
    "цель",
    "предполаг",
    "намеч",
    "потребу",
    "понадоб",
    "заявлен",
];
const FUTURE: &[&str] =
    &["будет", "будут", "останется", "останутся", "составит", "достигнет", "примет", "примут"];
/// A part of those who are counted, or more than they.
const PARTS: &[&str] =
    &["кроме", "исключ", "вместе", "девуш", "юнош", "девоч", "мальчик", "женщин", "мужчин", "сельск"];
const PART_FORMS: &[&str] =
    &["без", "минус", "смен", "смене", "смену", "смены", "учетом", "включая", "среднем"];

/// Whether the words around the number at `at` lead away from the figure whose title has these words.
pub fn leads_away(sentence: &Sentence, at: usize, title: &[&[String]]) -> bool {
    let (start, end) = clause(sentence, at);
    let own = |token: &Token| title.iter().any(|words| words.iter().any(|word| alike(&token.text, word)));
    let away = |token: &Token| {
        token.is_sign('№')
            || token.begins(PLACES)
            || token.begins(PLANS)
            || token.begins(PARTS)
            || token.is_any(PLACE_FORMS)
            || token.is_any(FUTURE)
            || token.is_any(PART_FORMS)
    };
    let said = sentence.tokens.get(start..end).unwrap_or_default();
    // «Средняя цифра за три года»; a mean mark is a figure of its own.
    let mean = said.windows(2).any(|two| {
        matches!(two, [mean, of] if mean.begins(&["средн"]) && of.begins(&["цифр", "число", "значен", "показател"]))
    });
    mean || said.iter().any(|token| away(token) && !own(token)) || is_part_of_another(sentence, at)
}

/// The tokens between the semicolons around a number.
fn clause(sentence: &Sentence, at: usize) -> (usize, usize) {
    let apart = |token: &Token| token.is_sign(';');
    let start = sentence.tokens.iter().take(at).rposition(apart).map_or(0, |at| at + 1);
    let behind = sentence.tokens.iter().skip(at).position(apart);
    (start, behind.map_or(sentence.tokens.len(), |behind| at + behind))
}

/// «Из 3 057 воспитанников 3 049 привиты»: the second number is a part of the first.
fn is_part_of_another(sentence: &Sentence, at: usize) -> bool {
    let tokens = sentence.tokens.get(..at).unwrap_or_default();
    tokens
        .windows(2)
        .any(|pair| matches!(pair, [of, whole] if of.is_any(&["из"]) && whole.amount().is_some()))
}

/// Whether a sentence names years, and none of them is the year that the pack reports on; of last
/// year's figures the one before.
pub fn is_of_another_year(view: &View<'_>, sentence: &Sentence, previous: bool) -> bool {
    let school = view.loaded.facts.conference.school_year.as_ref().map(|year| year.year.first());
    let day = conference(view).map(|day| chrono::Datelike::year(&day));
    let back = i32::from(previous);
    let reported: Vec<i32> =
        school.iter().flat_map(|first| [*first, *first + 1]).chain(day).map(|year| year - back).collect();
    let mut named = sentence.tokens.iter().filter_map(|token| match &token.kind {
        Kind::Number(number) if number.role == NumberRole::Year => token.text.parse::<i32>().ok(),
        Kind::Years(first, _) => i32::try_from(*first).ok(),
        _ => None,
    });
    let mut any = false;
    let same = named.any(|year| {
        any = true;
        reported.contains(&year)
    });
    any && !same && !reported.is_empty()
}
