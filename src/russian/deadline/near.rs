//! Known forms near to an unknown wording.

use super::grammar;
use super::token::folded;
use super::{Context, Explain};

/// At most this many suggestions.
const MOST: usize = 3;

/// A wording of more bytes is none of the forms, and comparing it costs the square of that.
const LONGEST: usize = 400;

/// How alike (0 to 1) a whole form must be to be worth suggesting.
const ALIKE: f64 = 0.72;

/// What was probably meant: first the wording with its misspelt words put right, where that is
/// a deadline, then the most similar of the usual forms.
pub(super) fn near(wording: &str, context: &Context) -> Vec<String> {
    let mut near: Vec<String> = Vec::new();
    if wording.len() > LONGEST {
        return near;
    }
    let corrected = corrected(wording);
    if corrected != wording && matches!(grammar::read(&corrected, context), Ok(Some(_))) {
        near.push(corrected);
    }
    let wanted = folded(wording);
    let mut forms: Vec<(f64, &str)> = FORMS
        .iter()
        .map(|&form| (strsim::normalized_damerau_levenshtein(&wanted, &folded(form)), form))
        .filter(|(alike, _)| *alike >= ALIKE)
        .collect();
    forms.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (_, form) in forms {
        if !near.iter().any(|known| known == form) {
            near.push(form.to_owned());
        }
    }
    near.truncate(MOST);
    near
}

/// The wording with each word of letters that nobody knows replaced by the nearest known one.
fn corrected(wording: &str) -> String {
    let mut out = String::with_capacity(wording.len());
    let mut rest = wording;
    while let Some(first) = rest.chars().next() {
        let letters = first.is_alphabetic();
        let end = rest.find(|c: char| c.is_alphabetic() != letters).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        out.push_str(if letters { known_word(piece).unwrap_or(piece) } else { piece });
        rest = after;
    }
    out
}

/// The known word nearest to a misspelt one; `None` for a known word and for short ones.
fn known_word(word: &str) -> Option<&'static str> {
    let length = word.chars().count();
    let folded = folded(word);
    if length < 4 || WORDS.contains(&folded.as_str()) {
        return None;
    }
    let most = if length < 6 { 1 } else { 2 };
    WORDS
        .iter()
        .map(|&known| (strsim::damerau_levenshtein(&folded, known), known))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// The words of the forms.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "январь", "января", "январе", "февраль", "февраля", "феврале", "март", "марта", "марте",
    "апрель", "апреля", "апреле", "июнь", "июня", "июне", "июль", "июля", "июле",
    "август", "августа", "августе", "сентябрь", "сентября", "сентябре", "октябрь", "октября", "октябре",
    "ноябрь", "ноября", "ноябре", "декабрь", "декабря", "декабре",
    "года", "году", "годы", "течение", "начала", "конца", "учебного", "учебный", "календарного",
    "квартал", "квартала", "квартале", "полугодие", "полугодия", "полугодии", "декада",
    "постоянно", "систематически", "регулярно", "ежедневно", "еженедельно", "ежемесячно", "ежеквартально",
    "ежегодно", "позднее", "мере", "финансирования", "необходимости", "период", "периода",
    "месяц", "месяца", "месяцев", "неделю", "недели", "недель", "дней", "числа", "каждого", "реже", "раза",
    "незамедлительно", "немедленно",
];

/// The usual forms, as they are suggested; a test proves that each is known.
#[rustfmt::skip]
pub(super) const FORMS: &[&str] = &[
    "до 01.09.2019", "01.12.2018", "до 15 сентября 2017 года", "15 сентября 2017 года", "сентябрь 2018",
    "с 1 по 30 октября 2018", "с 1 сентября по 30 октября 2018", "в течение года", "в течение 2019 года",
    "в течение учебного года", "в течение 2018/2019 учебного года", "постоянно", "весь период",
    "ежегодно до 1 февраля", "ежегодно в сентябре", "2018–2020 годы", "2018/2019 учебный год",
    "III квартал 2018", "IV квартал", "до конца III квартала 2018", "I полугодие", "I полугодие 2018/2019 учебного года",
    "ежеквартально", "ежемесячно", "еженедельно", "ежедневно", "ежегодно", "ежемесячно до 5 числа",
    "1 раз в квартал", "не реже 1 раза в год", "август–сентябрь", "сентябрь–октябрь 2018",
    "до начала учебного года", "до конца учебного года", "до конца года", "до конца 2018 года",
    "к началу учебного года", "к 1 сентября", "не позднее 15.09.2018", "по мере финансирования",
    "по мере необходимости", "в течение месяца", "в недельный срок", "незамедлительно",
];

impl std::fmt::Display for super::DeadlineError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.explain().1)
    }
}
