//! `{ученики}` where `{{ученики}}` is meant.

use super::{Both, Check, View};
use crate::document::figure::helper;
use crate::messages;
use crate::source::{Finding, Findings, Severity};
use std::ops::Range;

messages! {
    /// One brace on each side.
    SINGLE_BRACES = "single-braces", Warning,
        ru: "`{{text}}` напечатается как есть: у показателя по две скобки с каждой стороны", en: "`{{text}}` is printed as it is: a figure has two braces on each side",
        hint_ru: "напишите `{right}`", hint_en: "write `{right}`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "single-braces",
    severity: Severity::Warning,
    title: Both {
        ru: "Показатель в одинарных скобках", en: "A figure in single braces"
    },
    about: Both {
        ru: "Имя показателя печатает его число только в двойных скобках: {{ученики}}. В одинарных оно останется словом. Замечаются имена \
             показателей комплекта и вспомогательные слова с ними; другие слова в фигурных скобках – дело текста. Исправляется само.",
        en: "The name of an indicator prints its figure in double braces only. In single ones it stays a word. Names of the pack's \
             indicators, and helpers with them, are noticed; other words in braces are the text's own. Can be corrected automatically.",
    },
    example: Both {
        ru: "{ученики} → {{ученики}}", en: "{ученики} → {{ученики}}"
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in &view.fields {
        for (start, words) in field.written_stretches().filter(|(_, words)| words.contains('{')) {
            for braces in single(words) {
                let inner = &words[braces.start + 1..braces.end - 1];
                if !is_figure(view, inner) {
                    continue;
                }
                let range = start + braces.start..start + braces.end;
                let right = format!("{{{{{}}}}}", inner.trim());
                let finding = Finding::new(&SINGLE_BRACES).arg("text", inner).arg("right", right.as_str());
                findings.push(field.mend(view, finding.at(field.at(range.clone())), range, &right));
            }
        }
    }
}

/// The bytes of each `{…}` that has one brace on either side.
fn single(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (open, _) in words.match_indices('{') {
        let doubled = words[..open].ends_with('{') || words[open + 1..].starts_with('{');
        let Some(length) = words[open + 1..].find(['{', '}']).filter(|_| !doubled) else { continue };
        let close = open + 1 + length;
        if words[close..].starts_with('}') && !words[close..].starts_with("}}") {
            found.push(open..close + 1);
        }
    }
    found
}

/// Whether words between braces are an indicator's name, perhaps behind a helper, or a helper that
/// needs no name.
fn is_figure(view: &View<'_>, inner: &str) -> bool {
    let is_known = |word: &str| view.loaded.indicators.get(word).is_some();
    let words: Vec<&str> = inner.split_whitespace().collect();
    match words.as_slice() {
        [name] => is_known(name) || (name.contains('_') && helper::of_name(name).is_some()),
        [head, name, ..] => is_known(name) && helper::of_name(head).is_some(),
        [] => false,
    }
}
