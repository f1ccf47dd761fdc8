//! «Доля выросла до 21 %. Год назад она составляла 24 %»: a word and two numbers in two sentences.

use super::{DIRECTION, between, is_denied};
use crate::check::reading::change::{Carried, is_of_last_year};
use crate::check::reading::growth;
use crate::check::reading::phrases::alike;
use crate::check::{Field, Sentence, Token};
use crate::source::Finding;

/// A word that says the contrary of the only numbers of two sentences, the second of which tells what
/// was a year ago.
pub(super) fn look(field: &Field<'_>, earlier: Option<&Sentence>, sentence: &Sentence) -> Option<Finding> {
    let earlier = earlier?;
    sentence.amounts().next().and(earlier.amounts().next())?;
    let Carried { before, now, .. } = Carried::of(earlier, sentence, sentence.tokens.len())?;
    let told = std::ptr::eq(before.0, sentence)
        && is_of_last_year(sentence.tokens.get(..before.1)?, &earlier.tokens)
        && counts_the_same(sentence, before.1, earlier);
    let (old, new) = (before.0.tokens.get(before.1)?, now.0.tokens.get(now.1)?);
    let (was, is) = (old.number()?, new.number()?);
    if !told || was.percent != is.percent || was.scale != is.scale {
        return None;
    }
    let word = stated(sentence, before.1 + 1, sentence.tokens.len()).or_else(|| grown_to(earlier, now.1))?;
    let right = is.ones().cmp(&was.ones()) == growth::direction(word)?;
    (!right).then(|| between(&DIRECTION, field, word, [old, new]))
}

/// The only verb of growth or decline among some tokens.
fn stated(sentence: &Sentence, from: usize, to: usize) -> Option<&Token> {
    let tokens = &sentence.tokens;
    let verb = |at: &usize| {
        tokens.get(*at).is_some_and(|token| token.bound.is_none() && growth::is_verb(token))
            && !is_denied(tokens, *at)
    };
    let mut verbs = (from..to).filter(verb);
    let first = verbs.next()?;
    (verbs.next().is_none() && !growth::is_taken_back(sentence)).then(|| tokens.get(first)).flatten()
}

/// «Выросла до 21 %», «увеличилась и составила 21 %».
fn grown_to(sentence: &Sentence, number: usize) -> Option<&Token> {
    let near = sentence.tokens.get(number.saturating_sub(2)..number)?;
    let joined = near.iter().any(|token| token.is_any(&["до"]) || token.begins(&["состав", "достиг"]));
    stated(sentence, number.saturating_sub(5), number).filter(|_| joined)
}

/// Whether a number counts nothing, or what the sentence before names.
fn counts_the_same(sentence: &Sentence, at: usize, earlier: &Sentence) -> bool {
    let counted = sentence.counted(at).and_then(|at| sentence.tokens.get(at));
    counted.is_none_or(|word| {
        let mut words = earlier.tokens.iter().filter(|token| token.is_word());
        words.any(|other| alike(&other.text, &word.text))
    })
}
