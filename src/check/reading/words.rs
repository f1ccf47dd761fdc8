//! What kind of word a token is, as its ending tells: a verb of the past, an adjective, a participle.

use crate::check::Token;
use crate::russian::declension::Gender;
use crate::russian::nouns;

/// Words that end like verbs of the past and are none.
const NO_VERBS: &[&str] = &[
    "школа",
    "дела",
    "сила",
    "правила",
    "числа",
    "зала",
    "дало",
    "село",
    "дело",
    "число",
    "начало",
    "правило",
    "мало",
    "около",
    "тело",
    "материал",
    "потенциал",
    "филиал",
    "персонал",
    "зал",
    "отдел",
    "раздел",
    "балл",
    "капитал",
    "журнал",
    "квартал",
    "канал",
    "финал",
    "полуфинал",
    "сигнал",
    "идеал",
    "интервал",
    "стол",
    "пол",
    "стрела",
    "неделя",
    "предел",
    "пробел",
    "стиль",
    "жила",
    "начала",
    "села",
    "тела",
    "зеркало",
    "масло",
    "гол",
    "генерал",
    "предала",
    "спортзал",
    "читал",
    "одеяло",
    "угла",
    "стекла",
    "числе",
    "школ",
    "ансамбл",
    "протокол",
    "сериал",
    "мемориал",
    "музыкал",
    "арсенал",
    "портал",
    "провал",
    "перевал",
    "мала",
    "цела",
    "правил",
    "начал",
    "сил",
    "дел",
    "чисел",
    "сел",
    "тел",
    "узел",
    "угол",
    "тыл",
    "смел",
    "мил",
];

/// A verb of the past in the singular; `None` for all other words.
pub fn past(token: &Token) -> Option<Gender> {
    let word = token.text.trim_end_matches("ся").trim_end_matches("сь");
    if !token.is_word()
        || token.capital
        || token.text.chars().count() < 4
        || NO_VERBS.contains(&token.text.as_str())
    {
        return None;
    }
    let mut end = word.chars().rev();
    let gender = match (end.next(), end.next(), end.next()) {
        (Some('л'), Some(vowel), _) if is_vowel(vowel) => Gender::Masculine,
        (Some('а'), Some('л'), Some(before)) if is_vowel(before) || matches!(before, 'ш' | 'г') => {
            Gender::Feminine
        }
        (Some('о'), Some('л'), Some(before)) if is_vowel(before) || matches!(before, 'ш' | 'г') => {
            Gender::Neuter
        }
        _ => return None,
    };
    nouns::forms(&token.text).is_empty().then_some(gender)
}

/// Whether a word is a verb of the past in the plural.
pub fn past_plural(token: &Token) -> bool {
    let doers = || ["атели", "ители", "ятели"].iter().any(|ending| token.text.ends_with(ending));
    token.is_word()
        && ["али", "или", "ели", "яли", "ули", "шли", "ыли", "лись", "могли", "стигли", "несли", "везли"]
            .iter()
            .any(|ending| token.text.ends_with(ending))
        && token.text.len() > 6
        && !doers()
}

/// Whether a word says that something is still to be done or will be: «необходимо», «должны»,
/// «представит», «состоится».
pub fn is_ahead(token: &Token) -> bool {
    const DUTY: &[&str] = &[
        "необходимо",
        "нужно",
        "надо",
        "следует",
        "предстоит",
        "должен",
        "должна",
        "должно",
        "должны",
        "обязан",
        "обязана",
        "обязаны",
        "прошу",
        "просим",
        "поручаю",
        "планируем",
        "планирует",
        "планируют",
        "планируется",
        "намерены",
        "обязуемся",
        "будет",
        "будут",
        "будем",
    ];
    token.is_any(DUTY) || token.is_any(OTHERS) || token.is_word() && is_future(&token.text)
}

/// Verbs of the future that end as no others do.
const OTHERS: &[&str] =
    &["сдаст", "сдадут", "сдадим", "создаст", "создадут", "создадим", "состоится", "состоятся"];

/// «Представит», «проведём», «откроется»: a perfective verb, which has no present.
fn is_future(word: &str) -> bool {
    const FIRST: (&[&str], &[&str]) = (
        &["провед", "разработа", "внес", "введ", "пройд", "откро", "сформиру", "начн", "прим"],
        &["ет", "ут", "ют", "ем", "ется", "утся", "ются"],
    );
    const SECOND: (&[&str], &[&str]) = (
        &[
            "представ",
            "заверш",
            "подготов",
            "обеспеч",
            "направ",
            "утверд",
            "постро",
            "законч",
            "включ",
            "заключ",
            "выполн",
            "устран",
            "получ",
            "появ",
            "оформ",
        ],
        &["ит", "ят", "ат", "им", "ится", "ятся", "атся"],
    );
    [FIRST, SECOND].iter().any(|(stems, endings)| {
        stems.iter().any(|stem| word.strip_prefix(stem).is_some_and(|ending| endings.contains(&ending)))
    })
}

/// Another form of a verb of the past: of a gender, or the plural.
pub fn past_form(verb: &str, form: Option<Gender>) -> String {
    let plain = verb.strip_suffix("ся").or_else(|| verb.strip_suffix("сь"));
    let (word, reflexive) = (plain.unwrap_or(verb), plain.is_some());
    let stem = word.trim_end_matches(['а', 'о', 'и']);
    let stem = stem.strip_suffix("шел").map_or_else(|| stem.to_owned(), |start| format!("{start}шл"));
    let went = stem.strip_suffix("шл").filter(|_| form == Some(Gender::Masculine));
    let word = match (went, form) {
        (Some(start), _) => format!("{start}шёл"),
        (None, Some(Gender::Masculine)) => masculine(stem),
        (None, Some(Gender::Feminine)) => format!("{stem}а"),
        (None, Some(Gender::Neuter)) => format!("{stem}о"),
        (None, None) => format!("{stem}и"),
    };
    match (reflexive, word.ends_with('л')) {
        (false, _) => word,
        (true, true) => format!("{word}ся"),
        (true, false) => format!("{word}сь"),
    }
}

/// «провёл» of «провел», «помог» of «помогл»: behind a consonant the «л» falls away.
fn masculine(stem: String) -> String {
    match (stem.strip_suffix('л'), stem.strip_suffix("вел")) {
        (Some(short), _) if !short.ends_with(is_vowel) => short.to_owned(),
        (_, Some(start)) => format!("{start}вёл"),
        _ => stem,
    }
}

/// Whether a letter is a vowel.
pub fn is_vowel(c: char) -> bool {
    "аеиоуыюяэ".contains(c)
}

/// Whether a word between number and noun may be an adjective; a noun of the list is none.
pub fn is_adjective(token: &Token) -> bool {
    token.is_word()
        && !token.capital
        && ends_as_adjective(&token.text)
        && nouns::forms(&token.text).is_empty()
}

/// Whether a word in small letters has an ending of adjectives.
pub fn ends_as_adjective(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ых", "их", "ые", "ие", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ую", "юю", "ым", "им", "ыми",
        "ими", "ого", "его", "ому", "ему", "ом", "ем", "ихся", "иеся", "ийся",
    ];
    word.chars().count() > 3 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// «проведена», «открыты», «зарегистрирован»: what is said of something done.
pub fn is_short_participle(token: &Token) -> bool {
    const ENDINGS: &[&str] = &["ена", "ены", "ено", "ана", "аны", "ано", "ован", "ята", "яты", "ято"];
    // «Смены», «цены», «замены» and the like are too short.
    token.is_word()
        && token.text.chars().count() > 6
        && ENDINGS.iter().any(|ending| token.text.ends_with(ending))
        && nouns::forms(&token.text).is_empty()
}

/// «открыт», «выявлена», «зарегистрировано»: a short participle of this genre, whose subject may
/// follow. A closed list, for «план», «опыт» and «смена» end alike.
pub fn is_done(token: &Token) -> bool {
    const STEMS: &[&str] = &[
        "аттестован",
        "введен",
        "взят",
        "включен",
        "внедрен",
        "выдан",
        "выделен",
        "выявлен",
        "закрыт",
        "закуплен",
        "заключен",
        "занят",
        "запущен",
        "зарегистрирован",
        "зачислен",
        "издан",
        "изъят",
        "награжден",
        "направлен",
        "нарушен",
        "необходим",
        "нужен",
        "обеспечен",
        "оборудован",
        "обследован",
        "обучен",
        "объявлен",
        "оснащен",
        "открыт",
        "отмечен",
        "отремонтирован",
        "отчислен",
        "охвачен",
        "переведен",
        "подан",
        "подготовлен",
        "получен",
        "посажен",
        "построен",
        "привлечен",
        "принят",
        "приобретен",
        "проведен",
        "проверен",
        "разработан",
        "раскрыт",
        "рассмотрен",
        "реализован",
        "сдан",
        "собран",
        "совершен",
        "создан",
        "трудоустроен",
        "удостоен",
        "установлен",
        "устранен",
        "утвержден",
    ];
    let stem = token.text.strip_suffix(['а', 'о', 'ы']).unwrap_or(&token.text);
    token.is_word() && (STEMS.contains(&stem) || token.is_any(&["нужна", "нужно", "нужны"]))
}

/// «проведённого», «поданные», «действующим», «принятых»: an ending of adjectives behind what makes
/// a participle of a verb. «режим» and «обучением» are none.
pub fn is_participle(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ыми", "ими", "ого", "его", "ому", "ему", "ый", "ий", "ая", "ое", "ее", "ую", "ые", "ие", "ых", "их",
        "ым", "им",
    ];
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
    stem.is_some_and(|stem| {
        stem.chars().count() > 3
            && ["нн", "вш", "щ", "аем", "яем", "уем", "им", "ят", "ыт", "ут"]
                .iter()
                .any(|end| stem.ends_with(end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_of_the_past_takes_every_form() {
        let forms = |verb: &str| {
            use Gender::{Feminine, Masculine, Neuter};
            [Some(Masculine), Some(Feminine), Some(Neuter), None].map(|form| past_form(verb, form)).join(" ")
        };
        assert_eq!(forms("открыла"), "открыл открыла открыло открыли");
        assert_eq!(forms("обратилась"), "обратился обратилась обратилось обратились");
        assert_eq!(forms("провели"), "провёл провела провело провели");
        assert_eq!(forms("помогли"), "помог помогла помогло помогли");
        assert_eq!(forms("прошли"), "прошёл прошла прошло прошли");
        assert_eq!(forms("перешел"), "перешёл перешла перешло перешли");
    }
}
