//! A conference's name in a case in which documents cannot print it.

use super::{Both, Check, View};
use crate::messages;
use crate::russian::typography::fold;
use crate::source::{Finding, Findings, Severity};
use crate::text::Lines;
use std::ops::Range;

messages! {
    /// «на августовской конференции», «Августовская конференция» below «РЕЗОЛЮЦИЯ».
    CONFERENCE_NAME = "conference-name", Warning,
        ru: "название конференции печатается в родительном падеже: «{title} {name}»",
        en: "the conference's name is printed in the genitive: «{title} {name}»",
        hint_ru: "напишите название в родительном падеже: «августовской конференции …»; «на …» пишут в `событие` доклада",
        hint_en: "write the name in the genitive: «августовской конференции …»; «на …» belongs into the report's `occasion`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "conference-name",
    severity: Severity::Warning,
    title: Both {
        ru: "Название конференции не в родительном падеже",
        en: "The conference's name is not in the genitive",
    },
    about: Both {
        ru: "Под словами «РЕЗОЛЮЦИЯ» и «ЛИСТ КОНТРОЛЯ исполнения поручений» название из pack.yaml стоит в родительном падеже: «августовской \
             конференции …». «На августовской конференции» и «Августовская конференция» там не годятся. Смотрят, только если его так печатает \
             резолюция без своего `событие` или лист контроля без `заголовок`.",
        en: "Below «РЕЗОЛЮЦИЯ» and «ЛИСТ КОНТРОЛЯ исполнения поручений» the name from pack.yaml stands in the genitive. It is looked at \
             only where a resolution without an `occasion` or a register without a `heading` prints it so.",
    },
    example: Both {
        ru: "название: на августовской конференции → название: августовской конференции",
        en: "name: на августовской конференции → name: августовской конференции",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let Some(name) = &view.loaded.facts.conference.name else { return };
    let mut titles = view.loaded.documents.iter().filter_map(|document| {
        let resolution = document.resolution().filter(|resolution| resolution.occasion.is_none());
        let register = document.register().filter(|register| register.title.is_none());
        match (resolution, register) {
            (Some(resolution), _) => Some(resolution.kind.0.plain().to_owned()),
            (None, Some(_)) => Some("ЛИСТ КОНТРОЛЯ исполнения поручений".to_owned()),
            (None, None) => None,
        }
    });
    let (Some(title), Some(range)) = (titles.next(), wrong(name)) else { return };
    let shown = name.0.plain().lines().next().unwrap_or_default().trim().to_owned();
    let finding = Finding::new(&CONFERENCE_NAME).arg("title", title.trim().to_owned()).arg("name", shown);
    findings.push(finding.at(name.0.source.span(range)));
}

/// The words that show another case than the genitive: a preposition at the beginning, or what is
/// held in the nominative.
fn wrong(name: &Lines) -> Option<Range<usize>> {
    const PREPOSITIONS: [&str; 3] = ["на", "в", "во"];
    const NOMINATIVE: [&str; 12] = [
        "конференция",
        "совещание",
        "педсовет",
        "форум",
        "съезд",
        "собрание",
        "заседание",
        "семинар",
        "слет",
        "фестиваль",
        "коллегия",
        "чтения",
    ];
    let text = name.0.source.as_str();
    let words = text.split_whitespace().take(4).map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        (start..start + word.len(), fold(word.trim_matches(['«', '»', '"', ',', '.'])))
    });
    words.enumerate().find_map(|(at, (range, word))| {
        let is_wrong =
            (at == 0 && PREPOSITIONS.contains(&word.as_str())) || NOMINATIVE.contains(&word.as_str());
        is_wrong.then_some(range)
    })
}
