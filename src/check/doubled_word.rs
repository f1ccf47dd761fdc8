//! One word typed twice in a row: «на на курсах».

use super::{Both, Check, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A word twice.
    DOUBLED_WORD = "doubled-word", Warning,
        ru: "слово «{word}» стоит два раза подряд", en: "the word “{word}” stands twice in a row",
        hint_ru: "оставьте одно", hint_en: "keep one";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "doubled-word",
    severity: Severity::Warning,
    title: Both { ru: "Слово набрано дважды", en: "A word typed twice" },
    about: Both {
        ru: "Одно и то же слово стоит два раза подряд, без знака между ними. Слова, которые повторяют нарочно («чуть чуть», «то то»), и \
             имена с прописной буквы пропускаются.",
        en: "The same word stands twice in a row with no sign between. Words that are repeated on purpose, and names in capitals, \
             are passed over.",
    },
    example: Both {
        ru: "обучены на на курсах → обучены на курсах",
        en: "обучены на на курсах → обучены на курсах",
    },
    source: Both { ru: "набор текста", en: "typesetting" },
    messages: ALL,
    run,
};

/// Words that may be said twice.
const REPEATED: &[&str] =
    &["очень", "чуть", "еле", "едва", "вот", "да", "нет", "так", "то", "что", "кто", "как", "было", "все"];

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.sentences() {
        for (at, pair) in sentence.tokens.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            let twice = first.is_word()
                && second.is_word()
                && first.text == second.text
                && second.spaced
                && !second.capital
                && first.bound.is_none()
                && second.bound.is_none();
            if !twice || REPEATED.contains(&second.text.as_str()) || second.text.starts_with(char::is_numeric)
            {
                continue;
            }
            // «с с. Покровка»: the second is an abbreviation.
            let short = second.text.chars().count() == 1;
            if short && sentence.tokens.get(at + 2).is_some_and(|next| next.is_sign('.')) {
                continue;
            }
            let finding =
                Finding::new(&DOUBLED_WORD).arg("word", field.written(std::slice::from_ref(second)));
            findings.push(finding.at(field.place_of(pair)));
        }
    }
}
