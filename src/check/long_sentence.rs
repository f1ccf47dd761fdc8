//! A sentence of more than sixty words.

use super::{Both, Check, View};
use crate::messages;
use crate::russian::plural;
use crate::source::{Finding, Findings, Severity};
use rust_decimal::Decimal;

messages! {
    /// A sentence that nobody reads to its end.
    LONG_SENTENCE = "long-sentence", Note,
        ru: "в предложении {words}", en: "the sentence has {words}",
        hint_ru: "разделите его на два или на список", hint_en: "make two of it, or a list";
}

/// The most words that a reader follows.
const WORDS: usize = 60;

/// The check.
pub(super) static CHECK: Check = Check {
    code: "long-sentence",
    severity: Severity::Note,
    title: Both {
        ru: "Слишком длинное предложение", en: "A sentence that is too long"
    },
    about: Both {
        ru: "Предложение длиннее шестидесяти слов не удержать ни слушателю, ни исполнителю. Точки сокращений предложение не кончают; пункты списка \
             считаются каждый отдельно.",
        en: "Nobody follows a sentence of more than sixty words. The full stop of an abbreviation ends no sentence; the items of \
             a list count one by one.",
    },
    example: Both {
        ru: "предложение в 75 слов → два предложения или список",
        en: "a sentence of 75 words → two sentences, or a list",
    },
    source: Both { ru: "практика", en: "practice" },
    messages: ALL,
    run,
};

/// «71 слово».
fn words_counted(count: usize) -> (String, String) {
    let word = plural::word(Decimal::from(count), "слово|слова|слов").unwrap_or_default();
    (format!("{count} {word}"), format!("{count} words"))
}

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.prose() {
        let words =
            sentence.tokens.iter().filter(|token| token.is_word() || token.number().is_some()).count();
        if words > WORDS {
            let finding = Finding::new(&LONG_SENTENCE).arg("words", words_counted(words));
            findings.push(finding.at(field.place_of(&sentence.tokens)));
        }
    }
}
