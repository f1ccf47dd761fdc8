//! A hyphen for a dash, two kinds of dashes, a range with a hyphen or with spaces.

use super::reading::variants::document_of;
use super::reading::words::is_adjective;
use super::{Both, Check, Field, Kind, Sentence, Token, View};
use crate::messages;
use crate::russian::months;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A hyphen with spaces inside a compound adjective.
    COMPOUND = "dashes", Note,
        ru: "дефис с пробелами внутри сложного слова", en: "a hyphen with spaces inside a compound word",
        hint_ru: "уберите пробелы: «культурно-досуговый»; если это тире, поставьте тире", hint_en: "leave the spaces out; if a dash is meant, write a dash";
    /// A blank on one side of a hyphen.
    HALF_SPACED = "dashes", Note,
        ru: "пробел только с одной стороны дефиса", en: "a blank on one side of a hyphen",
        hint_ru: "уберите пробел: «учителя-новаторы»; если это тире, поставьте его с пробелами с двух сторон", hint_en: "leave the blank out; if a dash is meant, put blanks on both sides";
    /// A blank on one side of a dash.
    HALF_DASH = "dashes", Note,
        ru: "у тире пробел только с одной стороны", en: "a dash with a blank on one side",
        hint_ru: "поставьте пробелы с двух сторон: « – »", hint_en: "put blanks on both sides: « – »";
    /// A hyphen between words.
    HYPHEN_FOR_DASH = "dashes", Note,
        ru: "дефис вместо тире", en: "a hyphen in place of a dash",
        hint_ru: "поставьте тире: «–»", hint_en: "put a dash: «–»";
    /// A range with a wrong sign.
    RANGE_DASH = "dashes", Note,
        ru: "«{written}»: между числами промежутка ставят тире без пробелов", en: "“{written}”: a dash without spaces stands between the numbers of a range",
        hint_ru: "напишите «{right}»", hint_en: "write «{right}»";
    /// «Сентябрь-декабрь».
    MONTHS = "dashes", Note,
        ru: "между месяцами промежутка ставят тире, а здесь дефис", en: "a dash stands between the months of a period, not a hyphen",
        hint_ru: "напишите «{right}»", hint_en: "write «{right}»";
    /// Two kinds of dashes.
    OTHER_DASH = "dashes", Note,
        ru: "тире «{written}», а в документе чаще «{other}»", en: "the dash “{written}”, though “{other}” is more frequent in the document",
        hint_ru: "ставьте в документе одно тире", hint_en: "use one dash in a document";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "dashes",
    severity: Severity::Note,
    title: Both { ru: "Тире и дефисы", en: "Dashes and hyphens" },
    about: Both {
        ru: "Между словами ставят тире с пробелами, одно на весь документ (– или —), а дефис – только внутри слов; между числами промежутка – \
             тире без пробелов: 5–11 классы. Учебные годы, телефоны, номера и шифры пропускаются. Дефис вместо тире и промежутки исправляются сами.",
        en: "A dash with spaces stands between words, of one kind in a document; a hyphen only within words; a dash without \
             spaces in ranges. School years, telephones and numbers of laws are passed over. Hyphens and ranges can be corrected \
             automatically.",
    },
    example: Both {
        ru: "Наша задача - сохранить … в 5-11 классах → Наша задача – сохранить … в 5–11 классах",
        en: "Наша задача - сохранить … в 5-11 классах → Наша задача – сохранить … в 5–11 классах",
    },
    source: Both { ru: "русская типографика", en: "Russian typography" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let mut dashes = Vec::new();
    for (field, sentence) in view.prose() {
        for at in 0..sentence.tokens.len() {
            findings.list.extend(
                hyphen(view, field, sentence, at)
                    .or_else(|| half_spaced(view, field, sentence, at))
                    .or_else(|| range(view, field, sentence, at))
                    .or_else(|| of_months(view, field, sentence, at)),
            );
            if let Some(mark) = dash(&sentence.tokens, at) {
                dashes.push((document_of(view, field), mark, field, &sentence.tokens[at]));
            }
        }
    }
    two_kinds(view, &dashes, findings);
}

/// « - » between words.
fn hyphen(view: &View<'_>, field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Finding> {
    let token = sentence.tokens.get(at).filter(|token| token.is_sign('-') && token.spaced)?;
    let before = sentence.tokens.get(at.checked_sub(1)?)?;
    let double = sentence.tokens.get(at + 1).is_some_and(|next| next.is_sign('-') && !next.spaced);
    let end = at + 1 + usize::from(double);
    let after = sentence.tokens.get(end)?;
    if !after.spaced || is_amount(before) && is_amount(after) {
        return None;
    }
    let sign = sentence.tokens.get(at..end)?;
    // «a - b» is a formula.
    if [before, after].iter().all(|token| token.is_word() && token.text.len() == 1) {
        return None;
    }
    if is_compound(before, after) {
        return Some(Finding::new(&COMPOUND).at(field.place_of(sign)));
    }
    let finding = Finding::new(&HYPHEN_FOR_DASH).at(field.place_of(sign));
    Some(field.mend(view, finding, token.range.start..sign.last()?.range.end, "–"))
}

/// «Учителя- новаторы», «учителя -новаторы», «программа– основа»; «двух- и трёхразовое» is right.
fn half_spaced(view: &View<'_>, field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Finding> {
    let token = sentence.tokens.get(at).filter(|token| token.is_dash() && token.bound.is_none())?;
    let (before, after) = (sentence.tokens.get(at.checked_sub(1)?)?, sentence.tokens.get(at + 1)?);
    let words = [before, after].iter().all(|token| token.is_word() && token.bound.is_none());
    let long = before.text.chars().count() > 1 && after.text.chars().count() > 2;
    let hangs = after.is_any(&["или", "либо"]);
    let glued = |token: &Token| !token.spaced;
    if !words || !long || hangs || glued(token) == glued(after) {
        return None;
    }
    if token.is_sign('-') || token.is_sign('‑') {
        return Some(Finding::new(&HALF_SPACED).at(field.place(token)));
    }
    let finding = Finding::new(&HALF_DASH).at(field.place(token));
    let mark = field.slice(token.range.clone());
    Some(field.mend(view, finding, before.range.end..after.range.start, &format!(" {mark} ")))
}

/// «культурно - досуговых»: two halves of one adjective.
fn is_compound(first: &Token, second: &Token) -> bool {
    const HALVES: &[&str] = &["ско", "цко", "ично", "енно", "урно", "ьно", "ивно", "ево", "ово"];
    let half = first.is_word() && HALVES.iter().any(|end| first.text.ends_with(end));
    half && is_adjective(second) || is_particle(first, second) || is_foreign(first, second)
}

/// «кто - то», «кое - где», «по - новому», «Учителя - новаторы» is none.
fn is_particle(first: &Token, second: &Token) -> bool {
    const BEHIND: &[&str] = &["то", "либо", "нибудь", "ка", "таки"];
    (first.is_word() && second.is_any(BEHIND)) || (first.is_any(&["кое", "кой"]) && second.is_word())
}

/// «Wi - Fi», «e - mail»: two words of Latin letters.
fn is_foreign(first: &Token, second: &Token) -> bool {
    let latin = |token: &Token| token.is_word() && token.text.chars().all(|c| c.is_ascii_alphabetic());
    latin(first) && latin(second)
}

fn is_amount(token: &Token) -> bool {
    token.number().is_some() || matches!(token.kind, Kind::Date(_) | Kind::Dotted | Kind::Years(..))
}

/// «5-11 классах», «5 – 11 классах»
fn range(view: &View<'_>, field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Finding> {
    let tokens = sentence.tokens.get(at..at + 3)?;
    let [first, sign, second] = tokens else { return None };
    let (one, two) = (first.number()?, second.number()?);
    let further = sentence.tokens.get(at + 3).is_some_and(Token::is_dash)
        || at
            .checked_sub(1)
            .and_then(|at| sentence.tokens.get(at))
            .is_some_and(|before| before.is_dash() || before.is_sign('№'));
    let noun = sentence.tokens.get(at + 3).is_some_and(|next| {
        next.is_sign('%') || next.is_word() && next.text.chars().count() > 2 && next.spaced
    });
    let bound = tokens.iter().any(|token| token.bound.is_some());
    if !sign.is_dash() || one.value >= two.value || further || bound || !noun || !limits(sentence, at) {
        return None;
    }
    let right = format!("{}–{}", first.text, second.text);
    let written = field.written(tokens);
    if written == right {
        return None;
    }
    let finding =
        Finding::new(&RANGE_DASH).arg("written", written).arg("right", right).at(field.place_of(tokens));
    Some(field.mend(view, finding, first.range.end..second.range.start, "–"))
}

/// «сентябрь-декабрь»: two months, which one word holds.
fn of_months(view: &View<'_>, field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Finding> {
    let token = sentence.tokens.get(at).filter(|token| token.is_word() && token.bound.is_none())?;
    let (first, second) = token
        .text
        .split_once('-')
        .filter(|two| months::number(two.0).is_some() && months::number(two.1).is_some())?;
    let hyphen = token.range.start + field.slice(token.range.clone()).find('-')?;
    let finding = Finding::new(&MONTHS).arg("right", format!("{first}–{second}")).at(field.place(token));
    Some(field.mend(view, finding, hyphen..hyphen + 1, "–"))
}

/// Whether two numbers are a range of what follows, and not two figures: «18 – 2 человека».
fn limits(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.get(at + 3).is_some_and(|noun| {
        noun.is_sign('%')
            || noun.begins(&[
                "класс",
                "лет",
                "год",
                "курс",
                "балл",
                "месяц",
                "дн",
                "час",
                "человек",
                "раз",
                "минут",
                "процент",
                "групп",
                "место",
                "мест",
                "январ",
                "феврал",
                "март",
                "апрел",
                "ма",
                "июн",
                "июл",
                "август",
                "сентябр",
                "октябр",
                "ноябр",
                "декабр",
            ])
    }) && !at
        .checked_sub(1)
        .and_then(|at| sentence.tokens.get(at))
        .is_some_and(|before| before.is_any(&["кабинет", "телефон", "тел"]))
}

/// A dash between words: – or —.
fn dash(tokens: &[Token], at: usize) -> Option<char> {
    let token = tokens.get(at).filter(|token| token.spaced)?;
    let mark = ['–', '—'].into_iter().find(|mark| token.is_sign(*mark))?;
    tokens.get(at + 1).is_some_and(|next| next.spaced).then_some(mark)
}

fn two_kinds(view: &View<'_>, dashes: &[(usize, char, &Field<'_>, &Token)], findings: &mut Findings) {
    for document in 0..=view.loaded.documents.len() {
        let own = || dashes.iter().filter(move |(of, ..)| *of == document);
        let long = own().filter(|(_, mark, ..)| *mark == '—').count();
        let short = own().count() - long;
        let (rare, usual) = if long > short { ('–', '—') } else { ('—', '–') };
        if long == 0 || short == 0 {
            continue;
        }
        for (_, _, field, token) in own().filter(|(_, mark, ..)| *mark == rare) {
            let finding =
                Finding::new(&OTHER_DASH).arg("written", rare.to_string()).arg("other", usual.to_string());
            let finding = finding.at(field.place(token));
            findings.push(field.mend(view, finding, token.range.clone(), &usual.to_string()));
        }
    }
}
