//! What a number stands for: an amount, a year, a day, a name, an end of a range; and the unit that
//! it shares with its neighbour.

use super::limits::is_limit;
use super::sentence::{Kind, Number, NumberRole, Token};
use crate::russian::scale::Scale;
use rust_decimal::Decimal;

/// Gives each number its per cent, its scale and what it numbers.
pub fn understand(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let Some(number) = tokens.get(at).and_then(Token::number).copied() else { continue };
        let after = |skip: usize| tokens.get(at + skip);
        let mut known = number;
        if let Some(scale) = after(1).filter(|next| next.is_word()).and_then(|next| Scale::parse(&next.text))
        {
            known.scale = scale;
        }
        known.percent = after(1).is_some_and(|next| next.is_sign('%') || next.begins(&["процент"]));
        known.role = role(tokens, at, &known);
        if let Some(Kind::Number(slot)) = tokens.get_mut(at).map(|token| &mut token.kind) {
            *slot = known;
        }
    }
    share_units(tokens);
    share_scales(tokens);
}

/// Gives a number the per cent or the scale that is written once, behind the next number: «с 48 до
/// 45 тыс.», «54,3, 28,7 и 17,0 %». From the end, so that a list hands its unit down.
fn share_units(tokens: &mut [Token]) {
    let mut next: Option<(usize, bool)> = None;
    for at in (0..tokens.len()).rev() {
        let Some(number) = tokens.get(at).and_then(Token::amount).copied() else { continue };
        let mut listed = false;
        if let Some((later, in_list)) = next
            && let Some(other) = tokens.get(later).and_then(Token::number).copied()
            && number.scale == Scale::One
            && !number.percent
            && (other.percent || other.scale != Scale::One)
        {
            let link = tokens.get(at + 1..later).unwrap_or_default();
            listed = in_list && matches!(link, [comma] if comma.is_sign(',')) || is_and(link);
            let of = !other.percent && matches!(link, [of] if of.is_any(&["из"]));
            if (listed || of || is_link(link))
                && let Some(Kind::Number(slot)) = tokens.get_mut(at).map(|token| &mut token.kind)
            {
                slot.scale = other.scale;
                slot.percent = other.percent;
            }
        }
        next = Some((at, listed));
    }
}

/// Gives a bare number the scale that is written behind the number before it: «с 11 тысяч до 32, то
/// есть», «23 тысячи вместо 20».
fn share_scales(tokens: &mut [Token]) {
    let bare = |tokens: &[Token], at: usize| {
        tokens
            .get(at + 1)
            .is_none_or(|next| matches!(next.kind, Kind::Sign(',' | '.' | ';' | ')' | '(')) || next.is_dash())
    };
    for at in 0..tokens.len() {
        let Some(scale) = tokens
            .get(at)
            .and_then(Token::amount)
            .map(|number| number.scale)
            .filter(|scale| *scale != Scale::One)
        else {
            continue;
        };
        let Some(to) = (at + 2..tokens.len().min(at + 6))
            .find(|to| tokens.get(*to).is_some_and(|word| word.is_any(&["до", "вместо", "против"])))
        else {
            continue;
        };
        let unit = |token: &Token| {
            token.is_sign('.') || token.begins(&["тыс", "млн", "млрд", "миллион", "миллиард", "руб"])
        };
        let fits = tokens.get(at + 1..to).is_some_and(|link| link.iter().all(unit)) && bare(tokens, to + 1);
        if let Some(Kind::Number(slot)) = tokens.get_mut(to + 1).filter(|_| fits).map(|token| &mut token.kind)
            && slot.scale == Scale::One
            && !slot.percent
            && slot.role == NumberRole::Amount
        {
            slot.scale = scale;
        }
    }
}

fn is_and(link: &[Token]) -> bool {
    matches!(link, [and] if and.is_any(&["и"]))
}

/// Words that put a number right beside the one that it is compared with.
fn is_link(link: &[Token]) -> bool {
    match link {
        [word] => word.is_any(&["до", "против", "вместо"]),
        [comma, became] if comma.is_sign(',') => became.is_any(&["стало"]),
        [to, about] => to.is_any(&["до"]) && about.is_any(&["почти", "примерно", "около"]),
        [comma, and, became] if comma.is_sign(',') => and.is_any(&["а"]) && became.is_any(&["стало"]),
        _ => false,
    }
}

/// Words after which a number is a name.
const NAMED: &[&str] =
    &["ст", "п", "пп", "ч", "гл", "стр", "с", "рис", "табл", "прил", "тел", "каб", "ауд", "подп"];
/// Beginnings of such words.
const NAMED_STEMS: &[&str] = &[
    "стать",
    "пункт",
    "подпункт",
    "глав",
    "приложени",
    "таблиц",
    "рисун",
    "слайд",
    "страниц",
    "телефон",
    "кабинет",
    "аудитори",
    "номер",
    "приказ",
    "закон",
    "раздел",
    "абзац",
];

fn role(tokens: &[Token], at: usize, number: &Number) -> NumberRole {
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let after = tokens.get(at + 1);
    let numbered = before.is_some_and(|token| token.is_sign('№') || token.is_sign('§'));
    if numbered || is_named(tokens, at) || is_in_numbered_row(tokens, at) {
        return NumberRole::Name;
    }
    if is_range(tokens, at) || at.checked_sub(2).is_some_and(|at| is_range(tokens, at)) {
        return NumberRole::Range;
    }
    if is_telephone(tokens, at) {
        return NumberRole::Name;
    }
    let called = after.is_some_and(|token| token.begins(&["год"]) || token.is_any(&["г", "гг"]));
    let last_of = at.checked_sub(1).and_then(|at| tokens.get(at));
    let compared = last_of.is_some_and(|token| token.is_any(&["против", "вместо"])) && !called;
    if is_against(tokens, at) || compared || follows_year(tokens, at) {
        return NumberRole::Amount;
    }
    if after.is_some_and(|token| is_day_of(number, token)) {
        return NumberRole::Day;
    }
    if is_year(tokens, at, number) {
        return NumberRole::Year;
    }
    if is_limit(tokens, at, number) { NumberRole::Limit } else { NumberRole::Amount }
}

/// «№ 1, 2, 4 и 6»: what follows the first is numbered as it is, and counts nothing.
fn is_in_numbered_row(tokens: &[Token], at: usize) -> bool {
    let joins = |token: &Token| token.is_sign(',') || token.is_any(&["и", "или"]);
    // «18 в школе № 3 и 12 – в гимназии».
    if tokens.get(at + 1).is_some_and(|after| after.is_dash() || after.is_word() && !joins(after)) {
        return false;
    }
    let mut before = tokens.get(..at).unwrap_or_default();
    while let [earlier @ .., number, joint] = before
        && joins(joint)
        && number.number().is_some()
    {
        if earlier.last().is_some_and(|token| token.is_sign('№')) {
            return true;
        }
        before = earlier;
    }
    false
}

/// «312-54-10», «8 (815)»: numbers joined by hyphens or a code in brackets.
fn is_telephone(tokens: &[Token], at: usize) -> bool {
    let number =
        |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.number().is_some());
    let glued = |dash: Option<usize>| {
        let next = dash.and_then(|at| tokens.get(at + 1));
        dash.and_then(|at| tokens.get(at)).is_some_and(|token| token.is_sign('-') && !token.spaced)
            && next.is_some_and(|token| !token.spaced)
    };
    let code = at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_sign('('))
        && tokens.get(at + 1).is_some_and(|token| token.is_sign(')'))
        && at
            .checked_sub(2)
            .and_then(|at| tokens.get(at))
            .is_some_and(|token| matches!(token.text.as_str(), "7" | "8"));
    code || (glued(Some(at + 1)) && number(Some(at + 2)))
        || (glued(at.checked_sub(1)) && number(at.checked_sub(2)))
}

/// «1903 против 1952»: amounts that look like years.
fn is_against(tokens: &[Token], at: usize) -> bool {
    let number = |at: usize| tokens.get(at).is_some_and(|token| token.number().is_some());
    let against = |at: usize| tokens.get(at).is_some_and(|token| token.is_any(&["против", "вместо"]));
    against(at + 1) && number(at) && number(at + 2)
}

/// «Чем в 2025 году (1956)»: no year stands alone in brackets behind a year.
fn follows_year(tokens: &[Token], at: usize) -> bool {
    let bracketed = tokens.get(at + 1).is_some_and(|token| token.is_sign(')'))
        && at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_sign('('));
    let before = tokens.get(at.saturating_sub(4)..at.saturating_sub(1)).unwrap_or_default();
    let year = before.iter().any(|token| matches!(token.kind, Kind::Years(..)) || token.number().is_some());
    let called = before.last().is_some_and(|token| token.is_any(&["году", "год", "г"]) || token.is_sign('.'));
    bracketed && year && called
}

/// Whether a range begins with the number at `at`: «14-18 лет», «с 1 – 4 класс»; not «в 2016 – 31».
fn is_range(tokens: &[Token], at: usize) -> bool {
    let number = |at: usize| tokens.get(at).and_then(Token::number);
    let (Some(first), Some(dash), Some(second)) = (number(at), tokens.get(at + 1), number(at + 2)) else {
        return false;
    };
    let wide = dash.spaced || tokens.get(at + 2).is_some_and(|token| token.spaced);
    let ages =
        tokens.get(at + 3).is_some_and(|token| token.begins(&["лет", "класс", "год", "балл", "месяц"]));
    dash.is_dash() && first.value < second.value && (!wide || ages)
}

/// Whether a word before the number makes it a name: «ст. 5», «пункт 3», «школа 7».
fn is_named(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| tokens.get(at)) else { return false };
    if (before.begins(NAMED_STEMS) && !before.begins(&["законч"]))
        || before.is_any(&["часть", "части", "частью"])
    {
        return true;
    }
    let word = at.checked_sub(2).and_then(|at| tokens.get(at));
    before.is_sign('.') && word.is_some_and(|word| word.is_any(NAMED))
}

fn is_day_of(number: &Number, month: &Token) -> bool {
    month.is_word()
        && number.decimals == 0
        && number.value <= Decimal::from(31)
        && crate::russian::months::number_of_genitive(&month.text).is_some()
}

/// What a number of four digits counts, if it is no year.
const COUNTED: &[&str] = &[
    "руб",
    "рубл",
    "чел",
    "тыс",
    "млн",
    "млрд",
    "миллион",
    "тысяч",
    "процент",
    "учен",
    "учащ",
    "обуча",
    "воспитан",
    "дет",
    "ребен",
    "школ",
    "мест",
    "работник",
    "педагог",
    "учител",
    "участник",
    "выпускник",
    "студент",
    "семе",
    "час",
    "экземпляр",
    "книг",
    "учебник",
    "случа",
    "подрост",
    "несовершеннолет",
    "балл",
    "единиц",
    "посещен",
    "кв",
    "метр",
    "жител",
    "гражд",
    "родител",
    "молод",
    "человек",
    "компьютер",
];

fn is_year(tokens: &[Token], at: usize, number: &Number) -> bool {
    let after = tokens.get(at + 1);
    let in_range = number.value >= Decimal::from(1900) && number.value <= Decimal::from(2099);
    let plain = number.decimals == 0 && !number.grouped && number.scale == Scale::One && !number.percent;
    plain && in_range && !after.is_some_and(|token| token.begins(COUNTED) && !token.begins(&["год"]))
}
