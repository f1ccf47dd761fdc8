//! «3 смены по 40 человек, всего 140 детей»: so many times so much, and what it makes.

use super::{PRODUCT, is_count, number};
use crate::check::{Field, Sentence, Token};
use crate::russian::number::{self as digits, NumberStyle};
use crate::source::Finding;

/// The first product of a sentence that is not what is said.
pub(super) fn look(field: &Field<'_>, sentence: &Sentence) -> Option<Finding> {
    let tokens = &sentence.tokens;
    let by = tokens.iter().position(|token| token.is_any(&["по"]))?;
    let each = by + 1;
    let count = sentence.amounts().map(|(at, _)| at).rfind(|at| *at < by)?;
    let total = sentence.amounts().map(|(at, _)| at).find(|at| *at > each)?;
    let (times, one, said) = (number(sentence, count)?, number(sentence, each)?, number(sentence, total)?);
    // «3 смены по 40 человек», and right behind it «, всего 140», «– всего 140», «, итого 140».
    let counted = tokens.get(count + 1..by)?;
    let (mark, all) = match tokens.get(each + 1..total)? {
        [words @ .., mark, all] if words.len() <= 2 && words.iter().all(Token::is_word) => (mark, all),
        _ => return None,
    };
    let told = (mark.is_sign(',') || mark.is_sign(';') || mark.is_dash()) && all.is_any(&["всего", "итого"]);
    let noun = (1..=2).contains(&counted.len()) && counted.iter().all(Token::is_word);
    let plain = [times, one, said].iter().all(|number| is_count(number) && number.scale == one.scale);
    let right = times.value.checked_mul(one.value)?;
    let last = sentence.amounts().all(|(at, _)| [count, each, total].contains(&at));
    if !told || !noun || !plain || !last || right == said.value {
        return None;
    }
    let [times, one, said] = [tokens.get(count)?, tokens.get(each)?, tokens.get(total)?];
    let finding = Finding::new(&PRODUCT)
        .arg("count", times.text.as_str())
        .arg("each", one.text.as_str())
        .arg("right", digits::format(right, &NumberStyle::default()))
        .arg("total", said.text.as_str())
        .at(field.place(said));
    Some(finding.label(field.place_of(tokens.get(count..=each)?), ("отсюда", "from here")))
}
