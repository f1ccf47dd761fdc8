//! Words of growth and decline, and whether a sentence takes them back.

use super::{Sentence, Token};
use std::cmp::Ordering;

/// Beginnings of verbs that say that something grew.
const UP: &[&str] = &[
    "вырос",
    "увелич",
    "возрос",
    "повыс",
    "повыша",
    "повышен",
    "прирос",
    "вырас",
    "возрас",
    "прибав",
    "подня",
    "подрос",
    "расшир",
    "взлет",
    "подскоч",
    "подорож",
    "удвои",
    "утрои",
    "нарос",
    "улучшил",
];
/// Beginnings of verbs that say that something fell.
const DOWN: &[&str] = &[
    "сниз",
    "снижа",
    "уменьш",
    "сократ",
    "сокраща",
    "сокращен",
    "снижен",
    "упал",
    "упад",
    "опустил",
    "понизил",
    "понижа",
    "просе",
    "сузил",
    "сужа",
    "убав",
    "подешев",
    "рухну",
    "обвал",
    "скатил",
    "ухудшил",
    "спал",
];
/// Whole verbs: their stems begin other words.
const UP_WHOLE: &[&str] = &["растет", "растут", "рос", "росла", "росло", "росли"];
const DOWN_WHOLE: &[&str] = &["падает", "падают", "падал", "падала", "падало", "падали"];
/// Tasks that say it; they are compared with their own «с 4,2 до 3,8» alone.
const RAISE: &[&str] = &["повысить", "увеличить", "поднять", "нарастить"];
const REDUCE: &[&str] = &["снизить", "уменьшить", "сократить"];
/// Nouns that say it.
const GROWTH: &[&str] = &[
    "рост",
    "ростом",
    "прирост",
    "приростом",
    "увеличение",
    "увеличением",
    "повышение",
    "повышением",
    "подъем",
    "расширение",
    "прибавление",
    "прибавлением",
    "улучшение",
];
const DECLINE: &[&str] = &[
    "снижение",
    "снижением",
    "сокращение",
    "сокращением",
    "уменьшение",
    "уменьшением",
    "падение",
    "падением",
    "спад",
    "понижение",
    "убыль",
    "убылью",
    "ухудшение",
];
/// Words of comparison.
pub const COMPARED: &[&str] = &[
    "больше",
    "меньше",
    "выше",
    "ниже",
    "шире",
    "дороже",
    "дешевле",
    "чаще",
    "реже",
    "лучше",
    "хуже",
    "короче",
    "длиннее",
];
const MORE: &[&str] = &["больше", "выше", "шире", "дороже", "чаще", "лучше", "длиннее"];

/// Which way a word of comparison points.
pub fn compared(word: &Token) -> Option<Ordering> {
    let up = word.is_any(MORE);
    word.is_any(COMPARED).then_some(if up { Ordering::Greater } else { Ordering::Less })
}

/// Whether it is a noun of growth or decline.
pub fn is_noun(token: &Token) -> bool {
    token.is_any(GROWTH) || token.is_any(DECLINE)
}

/// Whether it says what is to be, and not what was: «снизить», «повысить».
pub fn is_task(token: &Token) -> bool {
    token.is_any(RAISE) || token.is_any(REDUCE)
}

/// Whether it is a verb that states a change.
pub fn is_verb(token: &Token) -> bool {
    direction(token).is_some() && !is_noun(token) && !is_task(token)
}

/// Which way a verb or noun points; `None` for any other word.
pub fn direction(token: &Token) -> Option<Ordering> {
    if !token.is_word() {
        return None;
    }
    let verb = is_finite(&token.text);
    match () {
        () if verb && token.begins(UP) || token.is_any(UP_WHOLE) => Some(Ordering::Greater),
        () if verb && token.begins(DOWN) || token.is_any(DOWN_WHOLE) => Some(Ordering::Less),
        () if token.is_any(GROWTH) || token.is_any(RAISE) => Some(Ordering::Greater),
        () if token.is_any(DECLINE) || token.is_any(REDUCE) => Some(Ordering::Less),
        () => None,
    }
}

/// A form that states, and is no infinitive, participle or noun: «вырос», «увеличилось», «растут».
fn is_finite(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "л",
        "ла",
        "ло",
        "ли",
        "лся",
        "лась",
        "лось",
        "лись",
        "рос",
        "росла",
        "росло",
        "росли",
        "ится",
        "атся",
        "ется",
        "ются",
        "ятся",
        "ает",
        "ают",
        "тет",
        "тут",
        "ена",
        "ено",
        "ены",
        "щен",
        "жен",
        "шен",
        "чен",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Whether a sentence speaks of changes of changes, or takes a change back: «рост замедлился»,
/// «падение прекратилось», «прирост отрицательный».
pub fn is_taken_back(sentence: &Sentence) -> bool {
    const BACK: &[&str] =
        &["замедл", "прекрат", "останов", "приостанов", "отрицательн", "нулев", "перестал", "ускор"];
    sentence.tokens.iter().any(|token| token.begins(BACK))
}
