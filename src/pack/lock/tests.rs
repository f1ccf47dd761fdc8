//! The lock as a file and as a promise: an edit of one clause changes no other name.

use super::*;
use crate::pack::read::Reader;
use crate::source::{self, Findings, Sources};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A resolution whose clauses are these texts; those that begin with blanks stand one level deeper.
fn resolution(texts: &[String]) -> Resolution {
    let mut yaml = "вид: РЕЗОЛЮЦИЯ\nпункты:\n".to_owned();
    let mut deeper = false;
    for text in texts {
        let inner = text.starts_with("  ");
        let indent = if inner { "      " } else { "  " };
        if inner && !deeper {
            yaml.push_str("    пункты:\n");
        }
        deeper = inner;
        yaml.push_str(&format!("{indent}- текст: |\n{indent}    {}\n", text.trim()));
    }
    read(&yaml, Resolution::read)
}

fn read<T>(yaml: &str, read: impl Fn(&Node, &mut Reader<'_>) -> Option<T>) -> T {
    let mut sources = Sources::default();
    let source = sources.add_text("файл", yaml);
    let mut findings = Findings::default();
    let node = source::parse(source, yaml, &mut findings).expect("YAML");
    let mut reader = Reader::new(&sources);
    let value = read(&node, &mut reader).expect("a value");
    findings.append(reader.findings);
    assert!(findings.list.is_empty(), "{yaml}\n{findings:?}");
    value
}

fn lock(text: &str) -> Lock {
    if text.is_empty() {
        Lock::default()
    } else {
        read(text, |node, reader| Some(Lock::read(node, text, reader)))
    }
}

use crate::pack::read::Read;

/// The names of clauses by their texts, and the file after a build.
fn build(texts: &[String], before: &str) -> (Vec<String>, String) {
    let mut resolution = resolution(texts);
    let mut lock = lock(before);
    lock.name("резолюция.yaml", &mut resolution);
    let mut names = Vec::new();
    collect(&resolution.clauses.0, &mut names);
    (names, lock.changed().unwrap_or_else(|| before.to_owned()))
}

fn collect(clauses: &[Clause], names: &mut Vec<String>) {
    for clause in clauses {
        names.push(clause.id.as_ref().expect("a name").value.clone());
        collect(&clause.clauses, names);
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

const FIRST: [&str; 4] = [
    "Признать работу системы удовлетворительной.",
    "Управлению образования:",
    "  обеспечить подвоз \"всех\" учеников;",
    "  открыть {{классы}} классов.",
];

#[test]
fn a_new_lock_says_what_its_names_mean() {
    let (names, file) = build(&owned(&FIRST), "");
    let expected = format!(
        "{HEADER}резолюция.yaml:\n  признать_работу_системы: \"Признать работу системы удовлетворительной.\"\n  \
         управлению_образования: \"Управлению образования:\"\n  \
         обеспечить_подвоз_всех: \"обеспечить подвоз \\\"всех\\\" учеников;\"\n  \
         открыть_классов: \"открыть {{{{классы}}}} классов.\"\n"
    );
    assert_eq!(file, expected);
    assert_eq!(names[3], "открыть_классов");
    assert_eq!(build(&owned(&FIRST), &file), (names, file.clone()), "a second build changes nothing");
}

#[test]
fn an_edited_clause_keeps_its_name_and_its_line() {
    let (names, file) = build(&owned(&FIRST), "");
    let mut texts = owned(&FIRST);
    texts[2] = "  обеспечить подвоз учеников и воспитанников;".to_owned();
    let (after, changed) = build(&texts, &file);
    assert_eq!(after, names);
    assert_eq!(
        changed,
        file.replace(
            "обеспечить подвоз \\\"всех\\\" учеников;",
            "обеспечить подвоз учеников и воспитанников;"
        )
    );
}

#[test]
fn what_a_person_wrote_in_the_lock_stays() {
    let (_, file) = build(&owned(&FIRST), "");
    let edited = file
        .replace("управлению_образования:", "# группа\r\n  уо:")
        .replace("открыть_классов: \"открыть", "классы: \"открыть")
        .replace('\n', "\r\n")
        .replace("\r\r\n", "\r\n");
    let mut texts = owned(&FIRST);
    texts.insert(1, "Поблагодарить учителей.".to_owned());
    let (names, changed) = build(&texts, &edited);
    assert_eq!(
        names,
        ["признать_работу_системы", "поблагодарить_учителей", "уо", "обеспечить_подвоз_всех", "классы"]
    );
    let line = "  поблагодарить_учителей: \"Поблагодарить учителей.\"\r\n";
    let at = edited.find("  # группа").expect("her line");
    assert_eq!(changed, format!("{}{line}{}", &edited[..at], &edited[at..]));
    // A clause that goes leaves its line, so that it comes back under its name.
    let (_, without) = build(&texts[1..], &changed);
    assert_eq!(without, changed);
    assert_eq!(build(&texts, &without).0, names);
}

#[test]
fn names_given_in_the_document_are_never_given_twice() {
    let (_, file) = build(&owned(&FIRST), "");
    let yaml = "вид: РЕШЕНИЕ\nпункты:\n  - { id: признать_работу_системы, текст: Иное. }\n  - |\n    Признать работу системы удовлетворительной.\n";
    let mut resolution = read(yaml, Resolution::read);
    lock(&file).name("резолюция.yaml", &mut resolution);
    let mut names = Vec::new();
    collect(&resolution.clauses.0, &mut names);
    assert_eq!(names, ["признать_работу_системы", "признать_работу_системы_2"]);
}

#[test]
fn entries_in_braces_and_of_other_documents_are_kept() {
    let before = "решение.yaml: { старое: \"Старое.\" }\nрезолюция.yaml: { работа: \"Признать работу.\" }\n";
    let (names, changed) = build(&owned(&["Признать работу.", "Открыть сад."]), before);
    assert_eq!(names, ["работа", "открыть_сад"]);
    assert_eq!(
        changed,
        "решение.yaml: { старое: \"Старое.\" }\nрезолюция.yaml: \n  работа: \"Признать работу.\"\n  открыть_сад: \"Открыть сад.\"\n"
    );
    assert_eq!(build(&owned(&["Признать работу.", "Открыть сад."]), &changed).0, names);
}

/// Texts as resolutions have them: few different words, the same groups again and again.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let word = prop_oneof![
        Just("обеспечить"),
        Just("школам"),
        Just("работу"),
        Just("детей"),
        Just("района"),
        Just("принять"),
        Just("открыть"),
        Just("классы"),
        Just("до"),
        Just("Руководителям"),
    ];
    let text = (prop::collection::vec(word, 1..7), prop::bool::ANY)
        .prop_map(|(words, inner)| format!("{}{}", if inner { "  " } else { "" }, words.join(" ")));
    prop::collection::vec(text, 1..14).prop_map(|mut texts| {
        texts[0] = texts[0].trim().to_owned();
        texts
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// One clause is inserted, deleted or reworded: every other one keeps its name.
    #[test]
    fn an_edit_of_one_clause_changes_no_other_name(
        texts in texts(), at in 0usize..14, edit in 0u8..3, words in "[а-я]{3,9}( [а-я]{3,9}){0,4}",
    ) {
        let at = at % texts.len();
        // Of clauses in the same words nobody can say which of them is gone or reworded.
        let same = texts.iter().filter(|text| text.trim() == texts[at].trim()).count();
        prop_assume!(edit == 0 || same == 1);
        let (names, file) = build(&texts, "");
        let (mut edited, mut expected) = (texts.clone(), names.clone());
        let inner = if at > 0 { "  " } else { "" };
        match edit {
            0 => {
                edited.insert(at, format!("{}новое {words}", if at > 0 && texts[at].starts_with("  ") { inner } else { "" }));
                expected.insert(at, String::new());
            }
            1 => {
                // A group that goes takes its first clause up with it, which is no matter here.
                edited.remove(at);
                expected.remove(at);
                if let Some(first) = edited.first_mut() { *first = first.trim().to_owned(); }
            }
            _ => {
                edited[at] = format!("{}{} {words}", if texts[at].starts_with("  ") { "  " } else { "" }, texts[at].trim());
            }
        }
        prop_assume!(!edited.is_empty());
        let (after, changed) = build(&edited, &file);
        for (place, (before, after)) in expected.iter().zip(&after).enumerate() {
            // Where clauses of one text stand side by side, nobody can say which one went.
            let told_apart = edit != 1 || texts.iter().filter(|text| text.trim() == texts[at].trim()).count() == 1;
            let edited_one = edit != 1 && place == at;
            prop_assert!(edited_one || !told_apart || before == after, "{place}: {before} became {after}\n{file}\n{changed}");
        }
        let mut count = BTreeMap::new();
        after.iter().for_each(|name| *count.entry(name).or_insert(0) += 1);
        prop_assert!(count.values().all(|count| *count == 1), "{after:?}");
        prop_assert_eq!(build(&edited, &changed), (after, changed.clone()), "a second build changes nothing");
    }
}
