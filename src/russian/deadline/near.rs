//! Known forms near to an unknown wording.

use super::grammar;
use super::token::folded;
use super::{Context, DeadlineValue, Explain};

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
    near.extend(written_out(wording, context));
    near.extend(mended(wording, context));
    let wanted = folded(wording);
    let known = forms(context);
    let mut forms: Vec<(f64, &str)> = known
        .iter()
        .map(|form| (strsim::normalized_damerau_levenshtein(&wanted, &folded(form)), form.as_str()))
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

/// The wording with its abbreviations written out, where that makes a deadline of it: «в теч. года».
fn written_out(wording: &str, context: &Context) -> Option<String> {
    const SHORT: [(&str, &str); 7] = [
        ("теч.", "течение"),
        ("уч.", "учебного"),
        ("кв.", "квартал"),
        ("пост.", "постоянно"),
        ("еженед.", "еженедельно"),
        ("ежекв.", "ежеквартально"),
        ("ежемес.", "ежемесячно"),
    ];
    let whole = |word: &str| {
        let long = SHORT.iter().find(|(short, _)| word.to_lowercase() == *short);
        long.map_or_else(|| word.to_owned(), |(_, long)| (*long).to_owned())
    };
    let written: String = wording.split_whitespace().map(whole).collect::<Vec<_>>().join(" ");
    let known = written != wording && matches!(grammar::read(&written, context), Ok(Some(_)));
    known.then_some(written)
}

/// Whether a wording means a day of the calendar once its misspelt words are put right.
pub(super) fn is_misspelt(wording: &str, context: &Context) -> bool {
    let means_a_day =
        |mended: &String| !matches!(grammar::read(mended, context), Ok(Some(DeadlineValue::Event { .. })));
    wording.len() <= LONGEST && mended(wording, context).as_ref().is_some_and(means_a_day)
}

/// The wording with its misspelt words put right, where that makes a deadline of it.
fn mended(wording: &str, context: &Context) -> Option<String> {
    let corrected = corrected(wording);
    let known = corrected != wording && matches!(grammar::read(&corrected, context), Ok(Some(_)));
    known.then_some(corrected)
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
    "незамедлительно", "немедленно", "включительно", "рабочих", "график", "графику", "планом", "плану",
];

/// The usual forms with the years that they have after a conference.
pub(super) fn forms(context: &Context) -> Vec<String> {
    FORMS.iter().map(|form| with_years(form, context)).collect()
}

/// `{9}` is the year of the next September, `{school}` the school year for which tasks are set.
fn with_years(form: &str, context: &Context) -> String {
    let mut pieces = form.split(['{', '}']);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    while let Some(name) = pieces.next() {
        let school = context.school_year;
        out += &match name.parse() {
            Ok(month) => context.year_of(month, 1).to_string(),
            Err(_) => format!("{}/{}", school.first(), school.second()),
        };
        out += pieces.next().unwrap_or_default();
    }
    out
}

/// The usual forms, as they are suggested; a test proves that each is known.
#[rustfmt::skip]
const FORMS: &[&str] = &[
    "до 01.09.{9}", "01.12.{12}", "до 15 сентября {9} года", "15 сентября {9} года", "сентябрь {9}",
    "с 1 по 30 октября {10}", "с 1 сентября по 30 октября {10}", "в течение года", "в течение {1} года",
    "в течение учебного года", "в течение {school} учебного года", "постоянно", "весь период",
    "ежегодно до 1 февраля", "ежегодно в сентябре", "{school} учебный год",
    "III квартал {9}", "IV квартал", "до конца IV квартала {12}", "I полугодие", "I полугодие {school} учебного года",
    "ежеквартально", "ежемесячно", "еженедельно", "ежедневно", "ежегодно", "ежемесячно до 5 числа",
    "1 раз в квартал", "1 раз в четверть", "не реже 1 раза в год", "сентябрь–октябрь", "сентябрь–октябрь {10}",
    "до начала учебного года", "до конца учебного года", "до конца года", "до конца {12} года",
    "к началу учебного года", "к 1 сентября", "не позднее 15.09.{9}", "по мере финансирования",
    "по мере необходимости", "по отдельному графику", "каждый понедельник", "осенние каникулы",
    "в течение месяца", "в недельный срок", "в течение 5 рабочих дней", "незамедлительно",
];

impl std::fmt::Display for super::DeadlineError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.explain().1)
    }
}
