//! `avgust check --fix` and `--dry-run`: what they write, what they leave, what they show.

#[path = "support/binary.rs"]
mod binary;
#[path = "support/case.rs"]
#[allow(dead_code, reason = "the checks' own test reads the rest")]
mod case;

use avgust::check::{self, Corrections};
use avgust::pipeline::{assembled, load};
use avgust::source::{Findings, Folder, Sources};
use case::Case;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

/// How many findings there are of each code, and of each the code with a correction.
fn counts(folder: &Folder) -> Option<(BTreeMap<&'static str, usize>, usize)> {
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let loaded = load(folder, &mut sources, &mut findings).filter(|loaded| loaded.sound)?;
    for document in &loaded.documents {
        assembled(&loaded, document, &sources, &mut findings);
    }
    let found = check::check(&loaded, &sources, &mut findings);
    let mut counts = BTreeMap::new();
    findings.list.iter().chain(&found.list).for_each(|one| *counts.entry(one.message.code).or_default() += 1);
    Some((counts, found.list.iter().filter(|one| !one.fixes.is_empty()).count()))
}

fn corrected(folder: Folder, corrections: &Corrections) -> Folder {
    corrections.files.iter().fold(folder, |folder, file| folder.with(file.path.clone(), file.after.clone()))
}

#[test]
fn every_correction_of_the_cases_is_made_once_and_brings_nothing_new() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check");
    let folders = fs::read_dir(folder).expect("cases").flatten().filter(|entry| entry.path().is_dir());
    let files = folders.flat_map(|entry| fs::read_dir(entry.path()).expect("a folder").flatten());
    let mut paths: Vec<PathBuf> = files.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "case"));
    paths.sort();
    let (mut made, mut wrong) = (0, Vec::new());
    for path in paths {
        let place = tempfile::tempdir().expect("a folder");
        Case::read(&path).write(place.path());
        let folder = Folder::new(place.path());
        let Some((before, fixable)) = counts(&folder).filter(|(_, fixable)| *fixable > 0) else { continue };
        let corrections = Corrections::of(&folder).expect("it is sound");
        let count: usize = corrections.files.iter().map(|file| file.count).sum();
        let folder = corrected(folder, &corrections);
        let (after, left) = counts(&folder).expect("it stays sound");
        let again = Corrections::of(&folder).expect("it is sound");
        let new: Vec<_> =
            after.iter().filter(|(code, count)| before.get(*code).unwrap_or(&0) < *count).collect();
        if left > 0 || !again.files.is_empty() || !new.is_empty() || count == 0 {
            wrong.push(format!("{path:?}: {fixable} to correct, {count} made, {left} left, new: {new:?}"));
        }
        made += count;
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(made >= 35, "only {made} corrections were tried");
}

const PACK: &str = "\
конференция:
  название: Августовской конференции педагогических работников
  тема: Школа сегодня
  дата: 28.08.2018
  место: г. Каменогорск
  учебный_год: 2017/2018
люди:
  председатель: { имя: А. Б. Ветрова, должность: Начальник управления образования }
документы: [резолюция.yaml]
";
const OLD: &str = "\
# Два  пробела в пояснении – не текст.
вид: РЕЗОЛЮЦИЯ
пункты:
  - Открыть  музей в школе.
  - 'Провести смотр  кабинетов.'
  - \"Собрать\\x20 родителей.\"
  - >-
    Создать совет
    наставников  города.
подписи: [председатель]
";

/// A way in which a program saves a text.
type Way = dyn Fn(&str) -> Vec<u8>;

fn new() -> String {
    OLD.replace("Открыть  ", "Открыть ").replace("смотр  ", "смотр ").replace("наставников  ", "наставников ")
}

fn pack(resolution: &[u8]) -> TempDir {
    let place = tempfile::tempdir().expect("a folder");
    fs::write(place.path().join("pack.yaml"), PACK).expect("a file");
    fs::write(place.path().join("резолюция.yaml"), resolution).expect("a file");
    place
}

fn run(place: &Path, words: &[&str]) -> Output {
    binary::avgust(place).arg("check").args(words).output().expect("it starts")
}

fn written(place: &TempDir) -> Vec<u8> {
    fs::read(place.path().join("резолюция.yaml")).expect("a file")
}

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_owned()).expect("UTF-8")
}

#[test]
fn only_the_places_in_question_change_in_any_encoding() {
    let windows = |text: &str| encoding_rs::WINDOWS_1251.encode(text).0.into_owned();
    let wide =
        |text: &str| format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let lines = |text: &str| text.replace('\n', "\r\n").into_bytes();
    let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
    let plain = |text: &str| text.as_bytes().to_owned();
    let ways: [&Way; 5] = [&plain, &lines, &marked, &windows, &wide];
    for (number, way) in ways.iter().enumerate() {
        let place = pack(&way(OLD));
        let output = run(place.path(), &["--fix", "--lang", "ru"]);
        assert!(utf8(&output.stdout).ends_with("Исправлено: 3 (резолюция.yaml – 3).\n"), "{output:?}");
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(written(&place), way(&new()), "way {number}");
        assert_eq!(fs::read(place.path().join("pack.yaml")).expect("a file"), PACK.as_bytes());
        let again = run(place.path(), &["--fix", "--lang", "en"]);
        assert!(utf8(&again.stdout).ends_with("There is nothing that can safely be corrected.\n"));
        assert_eq!(written(&place), way(&new()), "way {number}");
        assert_eq!(fs::read_dir(place.path()).expect("a folder").count(), 2, "nothing else is left there");
    }
}

#[test]
fn straight_quotation_marks_within_others_become_both_kinds() {
    let text =
        |name: &str| OLD.replace("Открыть  ", "Открыть ").replace("смотр  ", &format!("смотр {name} "));
    let place = pack(text("\"Клуб \"Маяк\" зовёт\"").as_bytes());
    let output = run(place.path(), &["--fix"]);
    let saved = utf8(&written(&place));
    assert!(saved.contains("смотр «Клуб „Маяк“ зовёт» "), "{saved}\n{output:?}");
}

#[test]
fn a_dry_run_shows_a_diff_and_writes_nothing() {
    let place = pack(OLD.as_bytes());
    for words in [&["--dry-run", "--lang", "ru"][..], &["--fix", "--dry-run", "--lang", "ru"]] {
        let output = run(place.path(), words);
        let expected = "\
--- резолюция.yaml
+++ резолюция.yaml
@@ -1,10 +1,10 @@
 # Два  пробела в пояснении – не текст.
 вид: РЕЗОЛЮЦИЯ
 пункты:
-  - Открыть  музей в школе.
-  - 'Провести смотр  кабинетов.'
+  - Открыть музей в школе.
+  - 'Провести смотр кабинетов.'
   - \"Собрать\\x20 родителей.\"
   - >-
     Создать совет
-    наставников  города.
+    наставников города.
 подписи: [председатель]
";
        assert_eq!(utf8(&output.stdout), expected);
        assert_eq!(
            utf8(&output.stderr),
            "Можно исправить: 3 (резолюция.yaml – 3). Ничего не записано; записать: avgust check --fix\n"
        );
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(written(&place), OLD.as_bytes());
    }
}

#[test]
fn the_text_of_a_report_is_corrected_too() {
    let old = "Уважаемые коллеги!\r\n\r\nНаша  задача - сохранить школы.\r\n\r\n<!-- не  печатается -->\r\n";
    let place = pack(OLD.as_bytes());
    let file = |name: &str| place.path().join(name);
    fs::write(file("pack.yaml"), PACK.replace("резолюция.yaml", "доклад.yaml")).expect("a file");
    fs::write(file("доклад.yaml"), "макет: report\nназвание: Итоги года\nтекст: доклад.md\n")
        .expect("a file");
    fs::write(file("доклад.md"), old).expect("a file");
    let output = run(place.path(), &["--fix", "--format", "json", "--lang", "en"]);
    assert!(utf8(&output.stderr).ends_with("Corrected: 2 (доклад.md – 2).\n"), "{output:?}");
    let new = old.replace("Наша  задача - ", "Наша задача – ");
    assert_eq!(utf8(&fs::read(file("доклад.md")).expect("a file")), new);
    assert_eq!(written(&place), OLD.as_bytes(), "what is no document of the pack is not touched");
}

#[test]
fn a_correction_that_would_make_other_yaml_is_left_out() {
    // Without the invisible sign the rest of the line would be a comment, the other a key.
    let old = "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - Открыть музей \u{200b}#1 города.\n  - Собрать  совет.\n";
    let place = pack(old.as_bytes());
    run(place.path(), &["--fix"]);
    assert_eq!(utf8(&written(&place)), old.replace("  совет", " совет"));
}

#[test]
fn a_pack_with_errors_and_a_silenced_place_are_left_alone() {
    let broken = OLD.replace("подписи", "подпеси");
    let place = pack(broken.as_bytes());
    let output = run(place.path(), &["--fix", "--lang", "ru"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(utf8(&output.stderr).contains("подпеси"));
    assert_eq!(written(&place), broken.as_bytes());
    let silenced = OLD.replace("  - Открыть", "  # проверено: double-space – так на вывеске\n  - Открыть");
    let place = pack(silenced.as_bytes());
    run(place.path(), &["--fix"]);
    assert!(utf8(&written(&place)).contains("Открыть  музей"));
    assert!(utf8(&written(&place)).contains("смотр кабинетов"));
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_rights_and_one_closed_to_writing_stays() {
    use std::os::unix::fs::PermissionsExt;
    let rights = |place: &TempDir, mode: u32| {
        let path = place.path().join("резолюция.yaml");
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("its rights are set");
    };
    let place = pack(OLD.as_bytes());
    rights(&place, 0o600);
    run(place.path(), &["--fix"]);
    assert_eq!(written(&place), new().as_bytes());
    let mode = fs::metadata(place.path().join("резолюция.yaml")).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let place = pack(OLD.as_bytes());
    rights(&place, 0o444);
    let output = run(place.path(), &["--fix", "--lang", "ru"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        utf8(&output.stderr).contains("ошибка: не удалось записать «резолюция.yaml»: нет прав на запись\n")
    );
    assert_eq!(written(&place), OLD.as_bytes());
}

/// Pieces of text as they are typed and as they are to be; the two are equal where nothing is wrong.
const PIECES: &[(&str, &str)] = &[
    ("В школах обучаются 3263 ученика", "В школах обучаются 3263 ученика"),
    ("затрачено 775471 тыс. рублей", "затрачено 775\u{a0}471 тыс. рублей"),
    ("это 38.6 % расходов", "это 38,6 % расходов"),
    ("охвачено 95% детей", "охвачено 95\u{a0}% детей"),
    ("выросло на 3.4%", "выросло на 3,4\u{a0}%"),
    ("ученики 1-ых и 5-ого классов", "ученики 1-х и 5-го классов"),
    ("ученики 9-х классов", "ученики 9-х классов"),
    ("индекс 184250, пункт 3.4 плана", "индекс 184250, пункт 3.4 плана"),
    ("приказ № 12345 от 01.09.2018", "приказ № 12345 от 01.09.2018"),
    ("получено 12500.5 тыс. рублей", "получено 12\u{a0}500,5 тыс. рублей"),
    ("учатся {{ученики}} человек", "учатся {{ученики}} человек"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// What is typed is mended piece by piece, every other byte stays; a second run finds nothing.
    #[test]
    fn forms_of_numbers_are_mended_once_and_nothing_else(chosen in prop::collection::vec(0..PIECES.len(), 1..6)) {
        let text = |right: bool| {
            let clause = |at: &usize| {
                let (typed, mended) = PIECES[*at];
                format!("  - {}.   # {typed}\n", if right { mended } else { typed })
            };
            let clauses: String = chosen.iter().map(clause).collect();
            format!("# 775471 тыс. и 5% в пояснении\r\nвид: РЕЗОЛЮЦИЯ\nпункты:\n{clauses}подписи: [председатель]\n")
        };
        let place = pack(text(false).as_bytes());
        let facts = format!("{PACK}показатели: {{ ученики: 12345 }}\n");
        fs::write(place.path().join("pack.yaml"), facts).expect("a file");
        let folder = Folder::new(place.path());
        let corrections = Corrections::of(&folder).expect("it is sound");
        let folder = corrected(folder, &corrections);
        let (_, bytes) = folder.file("резолюция.yaml").expect("it is there");
        prop_assert_eq!(utf8(&bytes), text(true));
        let (left, _) = counts(&folder).expect("it stays sound");
        prop_assert_eq!(left.get("number-forms"), None);
        prop_assert!(Corrections::of(&folder).expect("it is sound").files.is_empty());
    }
}
