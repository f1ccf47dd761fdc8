//! A signer who is not among the people of the pack.

use super::reading::names::{known, people};
use super::{Both, Check, View};
use crate::messages;
use crate::russian::look_alike;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A signer nobody knows.
    UNKNOWN_SIGNER = "unknown-signer", Warning,
        ru: "«{name}» подписывает документ, но в «людях» такого человека нет", en: "“{name}” signs the document, but is not among the `people`",
        hint_ru: "внесите человека в «люди» и назовите его в подписи коротким именем",
        hint_en: "add the person under `people` and sign with the short name";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "unknown-signer",
    severity: Severity::Warning,
    title: Both {
        ru: "Подписант не назван среди людей", en: "A signer is not among the people"
    },
    about: Both {
        ru: "Кто подписывает документ, должен быть в «людях» pack.yaml: под коротким именем или с теми же инициалами и фамилией. Так имя и должность \
             совпадут во всех документах. Подпись, у которой должность написана рядом, полна и без этого.",
        en: "Whoever signs a document should stand under `people` in pack.yaml, so that name and position are the same in all \
             documents. A signature that gives its position needs no such entry.",
    },
    example: Both {
        ru: "подписи: [{кто: М. Н. Громов}] → люди: {глава: {имя: М. Н. Громов}}; подписи: [глава]",
        en: "signatures: [{who: М. Н. Громов}] → people: {head: {name: М. Н. Громов}}; signatures: [head]",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let people = people(view);
    let resolutions = view.loaded.documents.iter().filter_map(|document| document.resolution());
    for signature in resolutions.flat_map(|resolution| &resolution.signatures) {
        let (name, place) = (signature.person.value.trim(), signature.person.span);
        // A Latin letter in a name is shown by `mixed-alphabet`.
        let mixed = name.split_whitespace().any(|word| look_alike::mixed(word).is_some());
        if view.loaded.facts.people.get(name).is_some() || signature.position.is_some() || mixed {
            continue;
        }
        let Some(signer) = known(name, place) else { continue };
        if !people.iter().any(|person| person.initials == signer.initials && person.stem == signer.stem) {
            findings.push(Finding::new(&UNKNOWN_SIGNER).arg("name", name).at(place));
        }
    }
}
