//! Items of one list that begin with infinitives and with nouns of action.

use super::reading::items::items;
use super::reading::lists::{List, Texts, lists, points};
use super::{Both, Check, Field, Kind, Token, View};
use crate::messages;
use crate::pack::resolution::Clause;
use crate::russian::verbal::{Beginning, beginning};
use crate::source::{Finding, Findings, Severity, Span};
use std::ops::Range;

messages! {
    /// An item that begins with another part of speech than the rest.
    MIXED_VERBS = "mixed-verbs", Note,
        ru: "«{word}» – {here}, а остальные пункты начинаются иначе: {others}",
        en: "“{word}” is {here}, but the other items begin with {others}",
        hint_ru: "начните пункты списка одинаково: «обеспечить …, провести …» или «обеспечение …, проведение …»",
        hint_en: "begin the items of a list alike, with infinitives or with nouns";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "mixed-verbs",
    severity: Severity::Note,
    title: Both {
        ru: "В одном списке глаголы и отглагольные существительные",
        en: "Infinitives and nouns of action in one list",
    },
    about: Both {
        ru: "Пункты одного списка начинаются одинаково: все с глагола («обеспечить») или все с существительного («обеспечение»). Сравниваются \
             только пункты, первое слово которых узнано; подпункты – отдельный список.",
        en: "The items of one list begin alike, all with an infinitive or all with a noun of action. Only items whose first \
             word is recognised are compared; the items under an item are a list of their own.",
    },
    example: Both {
        ru: "Расширить сеть пунктов. Развитие движения школьников. → Расширить сеть пунктов. Развивать движение школьников.",
        en: "Расширить сеть пунктов. Развитие движения школьников. → Расширить сеть пунктов. Развивать движение школьников.",
    },
    source: Both {
        ru: "практика: однородные пункты в одной форме", en: "practice: like items in like form"
    },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let texts = Texts::new(view);
    for list in lists(view).into_iter().filter(|list| !is_numbered_by_hand(&texts, list)) {
        let fields = list.items.iter().filter_map(|clause| texts.of(clause));
        of_list(&fields.filter_map(first_word).collect::<Vec<_>>(), findings);
    }
    for points in points(view) {
        let fields = points.iter().filter_map(|point| texts.of_point(point));
        of_list(&fields.filter_map(first_word).collect::<Vec<_>>(), findings);
    }
    for field in view.fields.iter().filter(|field| field.kind.is_prose()) {
        for items in items(field) {
            let words = items.into_iter().filter_map(|item| word_of(field, item));
            of_list(&words.collect::<Vec<_>>(), findings);
        }
    }
}

/// The items that begin unlike most.
fn of_list(items: &[(Beginning, String, Span)], findings: &mut Findings) {
    let verbs = items.iter().filter(|(beginning, ..)| *beginning == Beginning::Infinitive).count();
    let rarer = if verbs * 2 < items.len() || (verbs * 2 == items.len() && !starts_with_verb(items)) {
        Beginning::Infinitive
    } else {
        Beginning::VerbalNoun
    };
    for (_, word, place) in
        items.iter().filter(|(beginning, ..)| *beginning == rarer && verbs > 0 && verbs < items.len())
    {
        let (here, others) = match rarer {
            Beginning::Infinitive => (("глагол", "an infinitive"), ("с существительного", "nouns")),
            Beginning::VerbalNoun => (("существительное", "a noun"), ("с глагола", "infinitives")),
        };
        let finding =
            Finding::new(&MIXED_VERBS).arg("word", word.as_str()).arg("here", here).arg("others", others);
        findings.push(finding.at(*place));
    }
}

/// A flat text whose levels are told by typed numbers alone: «1.», «1.1.», «1.2.».
fn is_numbered_by_hand(texts: &Texts<'_, '_>, list: &List<'_>) -> bool {
    let typed = |clause: &&Clause| {
        let first = texts.of(clause).and_then(|field| field.sentences.first()?.tokens.first());
        first.is_some_and(|token| token.bound.is_none() && token.kind == Kind::Dotted)
    };
    list.items.iter().filter(typed).count() >= 2
}

fn starts_with_verb(items: &[(Beginning, String, Span)]) -> bool {
    items.first().is_some_and(|(beginning, ..)| *beginning == Beginning::Infinitive)
}

fn first_word(field: &Field<'_>) -> Option<(Beginning, String, Span)> {
    word_of(field, 0..usize::MAX)
}

/// The first word of an item, some bytes of a text.
fn word_of(field: &Field<'_>, item: Range<usize>) -> Option<(Beginning, String, Span)> {
    let tokens = field.sentences.iter().flat_map(|sentence| &sentence.tokens);
    let mut words = tokens.filter(|token| item.contains(&token.range.start));
    let word: &Token = words.find(|token| token.is_word())?;
    let written = field.written(std::slice::from_ref(word));
    let beginning = match beginning(written)? {
        // «Контроль за исполнением возложить на …»: the infinitive only stands later.
        Beginning::VerbalNoun if words.any(|token| token.is_any(RESOLVING)) => Beginning::Infinitive,
        beginning => beginning,
    };
    Some((beginning, written.to_owned(), field.place(word)))
}

/// Verbs that resolve something wherever they stand, and hang on no noun: «контроль оставляю за собой».
const RESOLVING: &[&str] = &[
    "возложить",
    "разместить",
    "опубликовать",
    "считать",
    "оставить",
    "поручить",
    "направить",
    "принять",
    "утвердить",
    "признать",
    "одобрить",
    "рекомендовать",
    "продолжить",
    "предложить",
    "довести",
    "оставляю",
    "возлагаю",
    "оставляем",
    "возлагается",
    "осуществляет",
];
