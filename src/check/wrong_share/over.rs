//! «Доля молодых учителей – 112 %», «104 % выпускников»: more than the whole.

use super::OVER;
use crate::check::reading::phrases::alike;
use crate::check::reading::share::{Of, Shares, with_percent};
use crate::check::reading::words::is_adjective;
use crate::check::{Field, Number, Sentence, Token};
use crate::russian::declension::Case;
use crate::russian::nouns;
use crate::source::Finding;
use rust_decimal::Decimal;

/// The shares of a sentence that are greater than their whole.
pub(super) fn look(field: &Field<'_>, sentence: &Sentence) -> Vec<Finding> {
    let over = sentence.amounts().filter(|(_, number)| number.percent && number.value > Decimal::ONE_HUNDRED);
    let shares = over.filter(|(at, _)| {
        let grows = at.checked_sub(1).and_then(|at| sentence.tokens.get(at));
        let grows = grows.is_some_and(|token| token.is_any(&["на", "в", "к"]));
        !grows && !is_of_plan(sentence) && (is_named_share(sentence, *at) || counts_things(sentence, *at))
    });
    let finding = |at: usize| {
        let said = with_percent(sentence, at);
        Finding::new(&OVER).arg("said", field.written(said)).at(field.place_of(said))
    };
    shares.map(|(at, _)| finding(at)).chain(parts(field, sentence)).collect()
}

/// «64 из 60 участников»: a part of what is less.
fn parts(field: &Field<'_>, sentence: &Sentence) -> Vec<Finding> {
    let greater = |of: &Of| {
        let number = |at: usize| sentence.tokens.get(at).and_then(Token::amount).map(Number::ones);
        number(of.part).zip(number(of.whole)).is_some_and(|(part, whole)| part > whole)
            && of.whole <= of.part + 3
            && counts_one(sentence, of)
    };
    let found = Shares::of(sentence).parts().into_iter().filter(greater);
    let token = |at: usize| sentence.tokens.get(at);
    found
        .filter_map(|of| {
            let said = sentence.tokens.get(of.part..=of.whole)?;
            let finding =
                Finding::new(&OVER).arg("said", field.written(said)).at(field.place(token(of.part)?));
            Some(finding.label(field.place(token(of.whole)?), ("целое", "the whole")))
        })
        .collect()
}

/// «24 класса из 11 параллелей» counts two things.
fn counts_one(sentence: &Sentence, of: &Of) -> bool {
    let own = sentence.tokens.get(of.part + 1..of.whole).unwrap_or_default().first();
    let counted = sentence.counted(of.whole).and_then(|at| sentence.tokens.get(at));
    own.is_none_or(|own| {
        own.is_any(&["из"]) || counted.is_some_and(|counted| alike(&own.text, &counted.text))
    })
}

/// A plan, last year or a norm may be exceeded.
fn is_of_plan(sentence: &Sentence) -> bool {
    let compared = |token: &Token| {
        token.begins(&["план", "прошл", "предыдущ", "уровн", "норм", "прогноз", "показател"])
            || token.is_any(&["аппг", "сравнению", "темп", "рост"])
    };
    sentence.tokens.iter().any(compared)
}

/// «Доля … составила 104 %»: nothing between that has a number or a part of a sentence of its own.
fn is_named_share(sentence: &Sentence, at: usize) -> bool {
    let before = sentence.tokens.get(at.saturating_sub(12)..at).unwrap_or_default();
    let Some(noun) = before.iter().rposition(is_share) else { return false };
    let between = before.get(noun + 1..).unwrap_or_default();
    let apart = |token: &Token| token.amount().is_some() || token.is_sign(',') || token.is_sign(';');
    !between.iter().any(apart)
}

/// «Доля», «удельный вес», «охват».
fn is_share(token: &Token) -> bool {
    token.is_any(&["доля", "долю", "доли", "долей", "вес", "охват", "охвата", "охватом"])
}

/// «104 % выпускников»: the noun behind is what is counted, in the genitive plural.
fn counts_things(sentence: &Sentence, at: usize) -> bool {
    let behind = sentence.tokens.iter().skip(at + with_percent(sentence, at).len());
    let mut behind = behind.skip_while(|token| {
        token.begins(&["процент"]) || token.is_any(&["всех", "наших"]) || is_adjective(token)
    });
    let genitive = |token: &Token| {
        let mut forms = nouns::forms(&token.text).iter();
        forms.any(|form| form.plural && form.case == Case::Genitive)
    };
    behind.next().is_some_and(genitive)
}
