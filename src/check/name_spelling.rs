//! One name in two spellings.

use super::reading::names::{all_names, known, people};
use super::{Both, Check, FieldKind, View};
use crate::messages;
use crate::russian::{look_alike, surname};
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
        ru: "Имена в тексте, с инициалами и полные, сравниваются друг с другом и с людьми комплекта, в любом падеже: фамилия с теми же инициалами \
             отличается буквой-двумя, инициалы переставлены или один из них другой, у человека комплекта остался один инициал. Супруги, «е» \
             вместо «ё», однофамильцы в одном предложении – не ошибка; двое, названные в «людях», – разные люди.",
        en: "The names in the texts, in full or with initials, are compared with each other and with the people of the pack, in any case: the \
             surname differs by a letter or two under the same initials, the initials are swapped or one of them is another, a person of the \
             pack has lost one. Spouses, е for ё, and namesakes within one sentence are no mistake; two named under `people` are two persons.",
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
    /// The surname as it first stands, in small letters.
    surname: String,
    /// The sentences where it stands, counted through the pack.
    sentences: Vec<usize>,
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
            surname: known.surname,
            sentences: Vec::new(),
            place: known.place,
            written: known.written,
        })
        .collect();
    let known = all.len();
    all.extend(typed(view));
    let fields = view.sentences().filter(|(field, _)| field.kind != FieldKind::Deadline);
    for (index, (field, sentence)) in fields.enumerate() {
        for name in all_names(field, sentence) {
            let same = |other: &&mut Spelling| {
                other.initials == name.initials
                    && other.stem == name.stem
                    && (!other.known || surname::may_be_form(&name.surname, &other.surname))
            };
            // «Пьеса Е. Шварца»: one initial says too little of those whom the pack does not know.
            let lone = name.is_dotted && name.initials.chars().count() == 1;
            if lone && !all.iter().take(known).any(|other| other.stem == name.stem) {
                continue;
            }
            match all.iter_mut().find(same) {
                Some(other) => {
                    other.count += 1;
                    other.sentences.push(index);
                }
                None => {
                    let tokens = sentence.tokens.get(name.tokens.clone()).unwrap_or_default();
                    let (place, written) = (field.place_of(tokens), field.written(tokens).to_owned());
                    all.push(Spelling {
                        initials: name.initials,
                        stem: name.stem,
                        count: 1,
                        known: false,
                        surname: name.surname,
                        sentences: vec![index],
                        place,
                        written,
                    });
                }
            }
        }
    }
    all
}

/// The names of signers and speakers who are not called by their short names.
fn typed<'v>(view: &'v View<'_>) -> impl Iterator<Item = Spelling> + use<'v> {
    let signers = view.loaded.documents.iter().filter_map(|document| document.resolution());
    let signers = signers.flat_map(|resolution| &resolution.signatures).map(|signature| &signature.person);
    let speakers = view.loaded.documents.iter().filter_map(|document| document.talk());
    let speakers = speakers.filter_map(|talk| talk.report.speaker.as_ref()).map(|speaker| &speaker.person);
    let people = &view.loaded.facts.people;
    let names = signers.chain(speakers).filter(|name| people.get(name.value.trim()).is_none());
    // A Latin letter in a name makes no other person: `mixed-alphabet` shows it.
    let mixed = |name: &str| name.split_whitespace().any(|word| look_alike::mixed(word).is_some());
    let names = names.filter(move |name| !mixed(&name.value));
    names.filter_map(|name| known(name.value.trim(), name.span)).map(|name| Spelling {
        initials: name.initials,
        surname: name.surname,
        stem: name.stem,
        count: 1,
        known: false,
        sentences: Vec::new(),
        place: name.place,
        written: name.written,
    })
}

/// Whether two spellings are probably one person; `two` is the more usual.
fn alike(one: &Spelling, two: &Spelling) -> bool {
    if one.initials == two.initials {
        // «А. Б. Ветров» for «А. Б. Ветрова»: no case of hers has that ending.
        let other_form = two.known && !surname::may_be_form(&one.surname, &two.surname);
        return if one.stem == two.stem { other_form } else { has_near_surname(one, two) };
    }
    // Who is named beside another in one sentence is another.
    let together = one.sentences.iter().any(|sentence| two.sentences.contains(sentence));
    if one.stem != two.stem || together || are_man_and_woman(&one.surname, &two.surname) {
        return false;
    }
    let (letters, others): (Vec<char>, Vec<char>) =
        (one.initials.chars().collect(), two.initials.chars().collect());
    let swapped = letters.iter().eq(others.iter().rev());
    let lost = two.known && letters.len() < others.len() && others.starts_with(&letters);
    let differ = letters.iter().zip(&others).filter(|(a, b)| a != b).count();
    let one_differs = letters.len() == others.len() && differ == 1;
    swapped || lost || (one_differs && (two.known || letters.first() == others.first()))
}

/// Whether a letter or two in the surnames differ.
fn has_near_surname(one: &Spelling, two: &Spelling) -> bool {
    let (long, other) = (one.stem.chars().count(), two.stem.chars().count());
    let shorter = long.min(other);
    let limit = if shorter >= 7 { 2 } else { 1 };
    let near = surname::distance(&one.stem, &two.stem, limit) <= limit
        || surname::distance(&surname::without_doubles(&one.stem), &surname::without_doubles(&two.stem), 1)
            <= 1;
    // «Шур» for «Щур»: so short a name is taken for another only if the pack knows that one.
    let long_enough = shorter >= 4 || (shorter == 3 && two.known && long == other);
    long_enough && near && !surname::fleeting(&one.stem, &two.stem)
}

/// Whether the endings show a woman and a man, who may be husband and wife.
fn are_man_and_woman(one: &str, two: &str) -> bool {
    let woman = |name: &str| name.ends_with("ой") || name.ends_with("ая") || name.ends_with("ую");
    let man = |name: &str| {
        ["ов", "ев", "ин", "ын", "ий", "ым", "им", "ом", "ого", "ому"]
            .iter()
            .any(|ending| name.ends_with(ending))
    };
    (woman(one) && man(two)) || (man(one) && woman(two))
}
