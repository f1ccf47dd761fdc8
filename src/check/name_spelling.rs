//! One name in two spellings.

use super::names::{names, people};
use super::{Both, Check, FieldKind, View};
use crate::messages;
use crate::russian::surname;
use crate::source::{Finding, Findings, Severity, Span};

messages! {
    /// A name that is like another.
    NAME_SPELLING = "name-spelling", Warning,
        ru: "«{written}» – не «{other}»?", en: "is “{written}” not “{other}”?",
        hint_ru: "проверьте фамилию и инициалы; если это разные люди, внесите обоих в «люди»",
        hint_en: "check surname and initials; two different persons both belong under `people`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "name-spelling",
    severity: Severity::Warning,
    title: Both { ru: "Одно имя в двух написаниях", en: "One name in two spellings" },
    about: Both {
        ru: "Инициалы и фамилии в тексте сравниваются друг с другом и с людьми комплекта, в любом падеже: фамилия с теми же инициалами отличается \
             буквой-двумя, инициалы переставлены, или у человека комплекта другое отчество. Однофамильцы, супруги, «е» вместо «ё» – не ошибка; \
             двое, названные в «людях», – разные люди.",
        en: "Initials and surnames in the texts are compared with each other and with the people of the pack, in any case: the \
             surname differs by a letter or two under the same initials, the initials are swapped, or a person of the pack has another \
             patronymic. Namesakes, spouses, and е for ё are no mistake; two named under `people` are two persons.",
    },
    example: Both {
        ru: "доклад А. Б. Витровой (в подписи А. Б. Ветрова) → доклад А. Б. Ветровой",
        en: "доклад А. Б. Витровой (signed А. Б. Ветрова) → доклад А. Б. Ветровой",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

/// A person as the pack spells the name, with how often it does.
struct Spelling {
    initials: String,
    stem: String,
    count: usize,
    known: bool,
    place: Span,
    written: String,
}

fn run(view: &View<'_>, findings: &mut Findings) {
    let all = spellings(view);
    for (at, spelling) in all.iter().enumerate() {
        let other = all.iter().enumerate().find(|(other_at, other)| {
            let weight = |spelling: &Spelling| (spelling.known, spelling.count);
            let usual =
                weight(other) > weight(spelling) || (weight(other) == weight(spelling) && *other_at < at);
            usual && !spelling.known && alike(spelling, other)
        });
        if let Some((_, other)) = other {
            let finding = Finding::new(&NAME_SPELLING)
                .arg("written", spelling.written.as_str())
                .arg("other", other.written.as_str());
            findings.push(finding.at(spelling.place).label(other.place, ("сравните", "compare")));
        }
    }
}

/// The people of the pack first, then the names of the texts in their order.
fn spellings(view: &View<'_>) -> Vec<Spelling> {
    let people = people(view).into_iter();
    let mut all: Vec<Spelling> = people
        .map(|known| Spelling {
            initials: known.initials,
            stem: known.stem,
            count: 1,
            known: true,
            place: known.place,
            written: known.written,
        })
        .collect();
    for (field, sentence) in view.sentences().filter(|(field, _)| field.kind != FieldKind::Deadline) {
        for name in names(field, sentence) {
            let same = |other: &&mut Spelling| other.initials == name.initials && other.stem == name.stem;
            match all.iter_mut().find(same) {
                Some(other) => other.count += 1,
                None => {
                    let tokens = sentence.tokens.get(name.tokens.clone()).unwrap_or_default();
                    let (place, written) = (field.place_of(tokens), field.written(tokens).to_owned());
                    all.push(Spelling {
                        initials: name.initials,
                        stem: name.stem,
                        count: 1,
                        known: false,
                        place,
                        written,
                    });
                }
            }
        }
    }
    all
}

/// Whether two spellings are probably one person.
fn alike(one: &Spelling, two: &Spelling) -> bool {
    let shorter = one.stem.chars().count().min(two.stem.chars().count());
    if one.initials == two.initials {
        let limit = if shorter >= 7 { 2 } else { 1 };
        let near = surname::distance(&one.stem, &two.stem, limit) <= limit
            || surname::distance(
                &surname::without_doubles(&one.stem),
                &surname::without_doubles(&two.stem),
                1,
            ) <= 1;
        return shorter >= 4 && near && !surname::fleeting(&one.stem, &two.stem);
    }
    if one.stem != two.stem {
        return false;
    }
    let swapped: String = one.initials.chars().rev().collect();
    let one_differs = one.initials.chars().zip(two.initials.chars()).filter(|(a, b)| a != b).count() == 1;
    swapped == two.initials
        || (two.known && one_differs && one.initials.chars().count() == two.initials.chars().count())
}
