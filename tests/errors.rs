//! Every message of the program, as the binary prints it.
//!
//! `tests/errors/<code>[-variant]/` is the smallest pack that earns the message; beside it
//! `ru.txt` and `en.txt` hold the exit status and the whole standard error.
//! `UPDATE_GOLDEN=1 cargo test --test errors` writes them anew. Words of the command line other
//! than `build` stand in `arguments.txt`, one a line.

#[path = "support/binary.rs"]
mod binary;
#[path = "support/golden.rs"]
mod golden;
#[path = "support/messages.rs"]
mod messages;

use avgust::source::Language;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/errors")).expect("the cases are there");
    let mut cases: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    cases.sort();
    cases
}

/// What a case says in a language: the exit status, then the standard error.
fn said(case: &Path, language: &str) -> String {
    let place = tempfile::tempdir().expect("a folder");
    binary::copy(case, place.path(), &["ru.txt", "en.txt", "arguments.txt"]);
    let arguments = fs::read_to_string(case.join("arguments.txt")).unwrap_or("build".to_owned());
    let mut command = binary::avgust(place.path());
    command.args(arguments.lines()).args(["--lang", language]);
    let output = command.output().expect("the program starts");
    let errors = String::from_utf8(output.stderr).expect("messages are UTF-8");
    format!("exit status {}\n{errors}", output.status.code().expect("it ends by itself"))
}

#[test]
fn every_mistake_is_answered_as_written_down() {
    let cases = cases();
    let mut failed = Vec::new();
    for case in &cases {
        let name = case.file_name().expect("a name").to_string_lossy().into_owned();
        for language in ["ru", "en"] {
            let actual = said(case, language);
            let path = format!("tests/errors/{name}/{language}.txt");
            let same = std::panic::catch_unwind(|| golden::check(&path, &actual));
            let code = || messages::all().any(|message| actual.contains(&format!("[{}]", message.code)));
            if same.is_err() || !code() {
                failed.push(path);
            }
        }
    }
    assert!(cases.len() > 80, "the cases are there");
    assert_eq!(failed, Vec::<String>::new());
}

#[test]
fn each_case_says_the_code_that_its_folder_names() {
    for case in cases() {
        let name = case.file_name().expect("a name").to_string_lossy().into_owned();
        let said = fs::read_to_string(case.join("ru.txt")).unwrap_or_default();
        let named = messages::all()
            .any(|message| name.starts_with(message.code) && said.contains(&format!("[{}]", message.code)));
        assert!(named || name == "several-files", "{name}:\n{said}");
    }
}

/// What only the making of documents shows, and what is said of files alone.
const OF_FILES: [&str; 7] = [
    "edited-output",
    "held-open",
    "read-only-output",
    "withdrawn-output",
    "another-pack",
    "no-such-format",
    "lock-not-written",
];

#[test]
fn a_check_says_what_a_build_says() {
    let mut compared = 0;
    for case in cases().iter().filter(|case| !case.join("arguments.txt").exists()) {
        let place = tempfile::tempdir().expect("a folder");
        binary::copy(case, place.path(), &["ru.txt", "en.txt"]);
        let output =
            binary::avgust(place.path()).args(["check", "--lang", "ru"]).output().expect("it starts");
        let checked = codes(&String::from_utf8_lossy(&output.stderr));
        let built = codes(&fs::read_to_string(case.join("ru.txt")).unwrap_or_default());
        let of_documents = |code: &&String| !OF_FILES.contains(&code.as_str());
        let missing: Vec<&String> =
            built.iter().filter(of_documents).filter(|code| !checked.contains(*code)).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", case.display());
        compared += 1;
    }
    assert!(compared > 80, "{compared}");
}

/// Where a message says how to write a call, it must build when it is copied.
#[test]
fn a_call_that_is_advised_builds_when_it_is_copied() {
    const CODES: [&str; 5] =
        ["helper-arguments", "bad-forms", "wrong-direction", "extra-argument", "no-previous"];
    let advised = |case: &Path| {
        let said = fs::read_to_string(case.join("ru.txt")).expect("a golden");
        let (_, hint) = said.split_once("подсказка: ")?;
        let (_, call) = hint.split_once("`{{")?;
        Some(format!("{{{{{}}}}}", call.split_once("}}`")?.0))
    };
    let mut copied = 0;
    for case in cases() {
        let name = case.file_name().expect("a name").to_string_lossy().into_owned();
        let Some(call) = advised(&case).filter(|_| CODES.iter().any(|code| name.starts_with(code))) else {
            continue;
        };
        let place = tempfile::tempdir().expect("a folder");
        binary::copy(&case, place.path(), &["ru.txt", "en.txt", "arguments.txt"]);
        let file = place.path().join("резолюция.yaml");
        let text = fs::read_to_string(&file).expect("the document");
        let (before, rest) = text.split_once("{{").expect("a call");
        let (_, after) = rest.split_once("}}").expect("its end");
        fs::write(&file, format!("{before}{call}{after}")).expect("the advice is copied");
        let output = binary::avgust(place.path()).arg("build").output().expect("it starts");
        assert!(output.status.success(), "{name}: {call}\n{}", String::from_utf8_lossy(&output.stderr));
        copied += 1;
    }
    assert!(copied > 12, "{copied}");
}

/// Codes that no pack brings about through the program, and why.
const NOT_SEEN: &[(&str, &str)] = &[
    ("pdf-title-missing", "the layouts always write a title; tests/pdf.rs asks the room itself"),
    ("pdf-glyph-missing", "typesetting says `missing-glyph` first"),
    ("pdf-target-missing", "the document says `lost-reference` first"),
    ("pdf-face-unreadable", "the faces are in the binary"),
    ("pdf-codes-exhausted", "no face has 65,000 characters"),
    ("pdf-pages-inconsistent", "a fault of the program itself"),
    ("table-too-long", "ten thousand rows: tests/hostile.rs"),
    ("too-many-elements", "a million elements: tests/hostile.rs"),
    ("document-too-long", "150,000 paragraphs: tests/hostile.rs"),
    ("too-many-steps", "ten million steps: tests/hostile.rs"),
    ("read-only-output", "rights of files: tests/output.rs"),
    ("partly-written", "a disk that is full between two files: tests/output.rs"),
];

#[test]
fn every_code_is_covered_by_a_golden() {
    let mut covered: BTreeSet<String> = NOT_SEEN.iter().map(|(code, _)| (*code).to_owned()).collect();
    for case in cases() {
        covered.extend(codes(&fs::read_to_string(case.join("ru.txt")).unwrap_or_default()));
    }
    for entry in fs::read_dir(root().join("tests/source")).expect("goldens").flatten() {
        covered.extend(codes(&fs::read_to_string(entry.path()).unwrap_or_default()));
    }
    let tables = fs::read_to_string(root().join("tests/tables/messages.txt")).expect("goldens");
    covered.extend(tables.lines().filter(|line| !line.starts_with(' ')).map(str::to_owned));
    let missing: BTreeSet<&str> =
        messages::all().map(|message| message.code).filter(|code| !covered.contains(*code)).collect();
    assert_eq!(missing, BTreeSet::new(), "give each a folder in tests/errors");
}

/// The codes in a golden: `ошибка[code]:`.
fn codes(text: &str) -> Vec<String> {
    let code = |line: &str| {
        let (word, rest) = line.split_once('[')?;
        let word_is_level = ["ошибка", "предупреждение", "заметка"].contains(&word);
        word_is_level.then(|| rest.split(']').next().map(str::to_owned)).flatten()
    };
    text.lines().filter_map(code).collect()
}

/// The names in braces that a text is filled with.
fn placeholders(text: &str) -> BTreeSet<String> {
    let after = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase());
    after.map(|(name, _)| name.to_owned()).filter(|name| is_name(name)).collect()
}

#[test]
fn both_languages_are_filled_with_the_same() {
    // Figures of examples look like placeholders in English.
    const FIGURES: [&str; 1] = ["pupils"];
    for message in messages::all() {
        let of = |text: &str| -> BTreeSet<String> {
            placeholders(text).into_iter().filter(|name| !FIGURES.contains(&name.as_str())).collect()
        };
        assert_eq!(of(message.ru), of(message.en), "{}", message.code);
        assert_eq!(of(message.hint_ru), of(message.hint_en), "hint of {}", message.code);
    }
}

#[test]
fn messages_are_stable_words_in_both_languages() {
    for message in messages::all() {
        let is_kebab = message.code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        assert!(is_kebab && !message.code.is_empty(), "{}", message.code);
        for language in [Language::Russian, Language::English] {
            assert!(!message.text(language, &[]).is_empty(), "{}", message.code);
        }
        assert_eq!(message.hint_ru.is_empty(), message.hint_en.is_empty(), "{}", message.code);
        // One dash in everything the program says: the short one, with spaces.
        assert!(!message.ru.contains('—') && !message.hint_ru.contains('—'), "{}", message.code);
    }
}

/// What stands between backticks in a hint.
fn quoted(said: &str) -> Vec<String> {
    let hint = said.split("= подсказка: ").nth(1).or(said.split("= help: ").nth(1)).expect("a hint");
    hint.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn what_a_hint_about_a_deadline_says_can_be_copied() {
    let place = tempfile::tempdir().expect("a folder");
    let build = |due: &str, language: &str| {
        let pack = "конференция: { дата: 28.08.2025, учебный_год: 2024/2025 }\nдокументы: [резолюция.yaml]\n";
        let resolution =
            format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n  - текст: |\n      Открыть школу.\n    срок: {due}\n");
        fs::write(place.path().join("pack.yaml"), pack).expect("the pack");
        fs::write(place.path().join("резолюция.yaml"), resolution).expect("the resolution");
        let output =
            binary::avgust(place.path()).args(["build", "--lang", language]).output().expect("it starts");
        (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
    };
    let wordings = [
        "по возможности, но скоро",
        "как можно скорее: до холодов",
        "когда скажет «Заря»",
        "когда скажет \"Заря\", и 'Луна'",
        "в течении года",
        "ежемесечно",
        "до 31 декбря",
        "до начала учебнго года",
        "когда растает снег",
    ];
    for wording in wordings {
        for language in ["ru", "en"] {
            let (_, said) = build(&format!("|\n      {wording}"), language);
            assert!(said.contains("[unknown-deadline]"), "{wording}: {said}");
            assert!(!said.contains("2018") && !said.contains("2019"), "{said}");
            let forms = quoted(&said);
            assert!(forms.len() > 1, "{said}");
            for form in forms.iter().filter(|form| !["до", "until"].contains(&form.as_str())) {
                let (status, said) = build(form, language);
                assert!(status == Some(0) && !said.contains("deadline"), "{form}: {said}");
            }
        }
    }
}
