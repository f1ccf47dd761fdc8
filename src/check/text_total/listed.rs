//! «В четырёх школах – № 1, 4 и 7»: how many are announced and how many are listed.

use super::LISTED;
use crate::check::reading::numerals::announced;
use crate::check::{Field, Sentence, Token};
use crate::russian::nouns;
use crate::source::Finding;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// So many at most are listed by name.
const MOST: usize = 30;
/// Words between the number and the mark: «пять городских проектов:».
const NEAR: usize = 4;

/// The first list of a sentence that is longer or shorter than announced.
pub(super) fn look(field: &Field<'_>, sentence: &Sentence) -> Option<Finding> {
    let tokens = &sentence.tokens;
    (0..tokens.len()).find_map(|at| {
        let told = count(tokens.get(at)?)?;
        let list = at + 1 + mark(tokens.get(at + 1..)?)? + 1;
        let listed = quoted(tokens.get(list..)?).or_else(|| numbered(tokens.get(list..)?))?;
        let total = tokens.get(at)?;
        (listed != told).then(|| {
            Finding::new(&LISTED)
                .arg("total", field.written(std::slice::from_ref(total)))
                .arg("count", listed.to_string())
                .at(field.place(total))
        })
    })
}

/// How many a token announces.
fn count(token: &Token) -> Option<usize> {
    if let Some(number) = token.amount().filter(|_| token.bound.is_none()) {
        let whole = number.decimals == 0 && !number.percent && number.value >= Decimal::TWO;
        return number.value.to_usize().filter(|count| whole && *count <= MOST);
    }
    announced(token)
}

/// The mark behind what is counted: a colon, a dash or a bracket.
fn mark(behind: &[Token]) -> Option<usize> {
    let counted = behind.iter().take_while(|token| token.is_word()).count();
    let said = behind.get(..counted)?;
    let opens = |token: &Token| token.is_sign(':') || token.is_sign('(') || token.is_dash();
    let things = said.iter().any(|token| !nouns::forms(&token.text).is_empty());
    (things && counted <= NEAR && behind.get(counted).is_some_and(opens)).then_some(counted)
}

/// «Старт», «Лидер» и «Росток»: how many, where nothing else stands between.
fn quoted(tokens: &[Token]) -> Option<usize> {
    let (mut at, mut count) = (0, 0);
    loop {
        tokens.get(at).filter(|token| token.is_sign('«'))?;
        let length = tokens.get(at..)?.iter().position(|token| token.is_sign('»'))?;
        (at, count) = (at + length + 1, count + 1);
        match tokens.get(at) {
            Some(next) if joins(next) => at += 1,
            end => return Some(count).filter(|count| *count > 1 && ends(end)),
        }
    }
}

/// № 1, 4 и № 7: how many, where nothing else stands between.
fn numbered(tokens: &[Token]) -> Option<usize> {
    let (mut at, mut count) = (0, 0);
    tokens.first().filter(|token| token.is_sign('№'))?;
    loop {
        at += usize::from(tokens.get(at).is_some_and(|token| token.is_sign('№')));
        tokens.get(at)?.number()?;
        (at, count) = (at + 1, count + 1);
        match tokens.get(at) {
            Some(next) if joins(next) && tokens.get(at + 1).is_some_and(goes_on) => at += 1,
            end => return Some(count).filter(|count| *count > 1 && ends(end)),
        }
    }
}

fn goes_on(token: &Token) -> bool {
    token.is_sign('№') || token.number().is_some()
}

fn joins(token: &Token) -> bool {
    token.is_sign(',') || token.is_sign(';') || token.is_any(&["и"])
}

/// Whether the list ends here, and does not go on in another way.
fn ends(next: Option<&Token>) -> bool {
    next.is_none_or(|token| token.is_sign('.') || token.is_sign(')') || token.is_dash())
}
