//! One person who signs a document twice.

use super::{Both, Check, View};
use crate::messages;
use crate::russian::typography::fold;
use crate::source::{Finding, Findings, Severity, Span};
use std::collections::BTreeMap;

messages! {
    /// The same signer again.
    REPEATED_SIGNER = "repeated-signer", Warning,
        ru: "«{name}» стоит в подписях второй раз", en: "“{name}” stands among the signatures a second time",
        hint_ru: "оставьте одну подпись или назовите другого человека", hint_en: "keep one signature, or name another person";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "repeated-signer",
    severity: Severity::Warning,
    title: Both {
        ru: "Один человек подписывает дважды", en: "One person signs twice"
    },
    about: Both {
        ru: "Человек подписывает документ один раз. Замечается одно и то же имя в подписях одного документа; в разных документах и \
             однофамильцы с другими инициалами – не ошибка.",
        en: "A person signs a document once. The same name among the signatures of one document is noticed; other documents, and \
             other initials, are no mistake.",
    },
    example: Both {
        ru: "подписи: [глава, глава] → подписи: [глава]",
        en: "signatures: [head, head] → signatures: [head]",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for resolution in view.loaded.documents.iter().filter_map(|document| document.resolution()) {
        let mut signed: BTreeMap<String, Span> = BTreeMap::new();
        for signature in &resolution.signatures {
            let word = signature.person.value.trim();
            let person = view.loaded.facts.people.get(word).map_or(word, |person| person.name.value.trim());
            match signed.get(&fold(person)) {
                Some(first) => {
                    let finding =
                        Finding::new(&REPEATED_SIGNER).arg("name", person).at(signature.person.span);
                    findings.push(finding.label(*first, ("первый раз – здесь", "first here")));
                }
                None => {
                    signed.insert(fold(person), signature.person.span);
                }
            }
        }
    }
}
