//! The whole message of every code of the room that reads files, in both languages, and proof
//! that what the messages advise is right.

#[path = "support/golden.rs"]
mod golden;

use avgust::source::{
    Finding, Findings, Folder, Language, Node, Place, Scalar, Severity, SourceId, Sources, Span, Value,
    as_text_accident, cut_by_comment, messages, parse, render,
};
use proptest::prelude::*;
use std::path::Path;

/// What a reader of a pack does with a value in these tests: keys and items hold texts.
fn read_texts(node: &Node, text: &str, findings: &mut Findings) {
    match &node.value {
        Value::Map(entries) => entries.iter().for_each(|entry| match &entry.value.value {
            Value::List(_) if text[entry.value.span.range()].starts_with('-') => {
                read_texts(&entry.value, text, findings)
            }
            _ => read_text(&entry.value, text, findings),
        }),
        Value::List(items) => items.iter().for_each(|item| read_text(item, text, findings)),
        _ => {}
    }
}

fn read_text(node: &Node, text: &str, findings: &mut Findings) {
    let found = as_text_accident(node, text).or_else(|| cut_by_comment(node, text));
    findings.list.extend(found);
}

fn parsed(name: &str, text: &str, as_text: bool) -> (Sources, Findings, Option<Node>) {
    let mut sources = Sources::default();
    let source = sources.add_text(name, text);
    let mut findings = Findings::default();
    let node = parse(source, text, &mut findings);
    if let Some(node) = node.as_ref().filter(|_| as_text) {
        read_texts(node, text, &mut findings);
    }
    (sources, findings, node)
}

/// Russian, a line, English.
fn both(findings: &Findings, sources: &Sources) -> String {
    let page = |language| render(findings, sources, language, false);
    format!("{}----\n{}", page(Language::Russian), page(Language::English))
}

/// Every message with a file that earns it; the last column has the texts read as texts.
const YAML: &[(&str, &str, bool)] = &[
    ("text-starts-with-figure", "пункты:\n  - {{ученики}} учеников и их родители\n  - второй\n", false),
    ("missing-space.first", "вид:РЕЗОЛЮЦИЯ\nпункты:\n  - Открыть.\n", false),
    ("missing-space.item", "пункты:\n  - срок:до 1 декабря\n    текст: Открыть.\n", false),
    ("block-indent.item", "пункты:\n  - |\nОткрыть школу.\nИ вторую.\n  - |\n    Закрыть.\n", false),
    ("block-indent.key", "пункты:\n  - текст: >\n    Открыть школу.\n    срок: постоянно\n", false),
    ("text-starts-with-figure.alone", "тема: {{тема_года}}\nгод: 2018\n", false),
    ("expression-in-brackets", "п: { а: т[\"б\"; \"в, г\"] / 2, д: 1 }\n", false),
    ("figure-in-brackets", "люди: { кто: {{имя}}, что: 1 }\n", false),
    ("text-starts-with-emphasis", "пункты:\n  - **Важно:** открыть школу\n  - второй\n", false),
    ("text-with-colon", "преамбула: Участники решили: принять к сведению\nвид: РЕЗОЛЮЦИЯ\n", false),
    ("text-with-colon.item", "пункты:\n  - Рекомендовать: открыть школу\n  - второй\n", true),
    (
        "text-with-colon.lines",
        "доклад: Первое слово\n  и второе: третье\n  и последнее\nвид: РЕЗОЛЮЦИЯ\n",
        false,
    ),
    ("text-starts-with-dash", "текст: - открыть школу\nвид: РЕЗОЛЮЦИЯ\n", false),
    ("text-with-quotes", "тема: \"Школа\" и дом\nгод: 2018\n", false),
    ("quote-not-closed", "тема: \"Школа и дом\nгод: 2018\n", false),
    ("text-with-backslash", "файл: \"data\\Бюджет.xlsx\"\n", false),
    ("text-starts-with-sign", "рост: % выполнения плана\n", false),
    ("text-starts-with-sign.brackets", "пункты:\n  - [bookmark: _GoBack] Открыть школу\n  - второй\n", true),
    ("text-cut-by-comment", "пункты:\n  - Открыть школу #5 в этом году\n", true),
    ("text-cut-by-comment.lines", "тема: Школа # 5\n  и дом\nгод: 2018\n", false),
    ("tab-indent", "пункты:\n\t- первый\n\t- второй\n", false),
    ("indent-no-break", "люди:\n  иванов: 1\n\u{a0}\u{a0}петров: 2\n", false),
    ("block-indent", "текст: |\n    первая строка\n  вторая строка\nвид: РЕЗОЛЮЦИЯ\n", false),
    ("block-blank-line", "текст: |\n      \n  первая строка\nвид: РЕЗОЛЮЦИЯ\n", false),
    ("wrong-indent", "люди:\n  иванов: 1\n петров: 2\nвид: РЕЗОЛЮЦИЯ\n", false),
    ("wrong-indent.deeper", "люди:\n  иванов: 1\n    петров: 2\nвид: РЕЗОЛЮЦИЯ\n", false),
    ("key-in-text.item", "пункты:\n  - первый\n    срок: 2019\nвид: РЕЗОЛЮЦИЯ\n", false),
    ("key-in-text.block", "пункты:\n  - |\n    первый\n    и ещё\n  срок: 2019\nвид: РЕЗОЛЮЦИЯ\n", false),
    ("list-among-keys", "пункты:\n  - первый\nвид: РЕЗОЛЮЦИЯ\n- второй\n", false),
    ("block-indent.out", "текст: |\n  первая строка\nвторая строка\nтретья\nвид: РЕЗОЛЮЦИЯ\n", false),
    ("missing-space", "вид: РЕЗОЛЮЦИЯ\nсрок:2019\nместо: Кировск\n", false),
    ("missing-space.dash", "пункты:\n  - первый\n  -второй\n  - третий\n", false),
    ("text-starts-with-sign.bar", "пункты:\n  - | Открыть школу\n  - второй\n", false),
    (
        "block-indent.list",
        "преамбула: |\n    Первый абзац.\n  - |\n    Второй абзац.\nвид: РЕЗОЛЮЦИЯ\n",
        false,
    ),
    ("key-in-text.under", "пункты:\n  - Открыть школу\n  срок: постоянно\n  - второй\n", false),
    ("text-with-colon.key", "срок: Срок: до 01.11.2026\nгод: 2018\n", false),
    ("missing-space.block", "пункты:\n  -|\n    Рекомендовать: открыть школу\n  -|\n    Закрыть.\n", false),
    (
        "missing-space.below-text",
        "пункты:\n  - текст: |\n      Открыть школу.\n    срок:IV квартал\n  - второй\n",
        false,
    ),
    (
        "list-mark",
        "пункты:\n  – |\n    Рекомендовать: открыть школу\n  – |\n    Закрыть.\nгод: 2018\n",
        false,
    ),
    (
        "list-mark.key",
        "пункты:\n  – текст: |\n      Открыть школу.\n    срок: постоянно\n  – второй\n",
        false,
    ),
    (
        "list-mark.mixed",
        "пункты:\n  - |\n    Открыть школу.\n  – |\n    Закрыть.\n  - |\n    Перейти.\nгод: 2018\n",
        false,
    ),
    (
        "list-mark.star",
        "слайды:\n  кадры:\n    пункты:\n      * Школы\n      * Сады: {{сады}}\nгод: 2018\n",
        false,
    ),
    ("list-mark.number", "пункты:\n  1. Рекомендовать: открыть школу\n  2. Закрыть.\nгод: 2018\n", false),
    ("missing-space.no-break", "пункты:\n  -\u{a0}Рекомендовать: открыть\n  -\u{a0}закрыть\n", false),
    ("indent-no-break.item", "пункты:\n\u{a0}\u{a0}- Открыть школу\nгод: 2018\n", false),
    (
        "wrong-indent.text-and-key",
        "пункты:\n  - текст: |\n        Открыть школу.\n      срок: постоянно\n  - второй\n",
        false,
    ),
    (
        "wrong-indent.item-and-key",
        "пункты:\n  - |\n      Открыть школу.\n    срок: постоянно\n  - второй\n",
        false,
    ),
    (
        "key-in-text",
        "пункты:\n  - Открыть школу\n    и сад.\n    срок: постоянно\n    кому: школы\n  - второй\n",
        false,
    ),
    ("missing-colon", "вид: РЕЗОЛЮЦИЯ\nместо Кировск\nгод: 2018\n", false),
    ("bracket", "люди: {иванов: 1\nвид: РЕЗОЛЮЦИЯ\n", false),
    ("bad-character.block", "пункты:\n  - |\n    Первая\u{b}вторая\n", false),
    ("text-with-colon.comment", "пункты:\n  - Учесть: слово и дело # важно\n  - второй\n", true),
    ("bad-character", "вид: РЕЗО\u{1}ЛЮЦИЯ\n", false),
    ("directive", "%YAML 1.2\n---\nвид: РЕЗОЛЮЦИЯ\n", false),
    ("syntax", "люди: &иванов &петров 5\nвид: РЕЗОЛЮЦИЯ\n", false),
    ("duplicate-key", "вид: РЕЗОЛЮЦИЯ\nгод: 2018\nвид: РЕШЕНИЕ\n", false),
    ("odd-key", "? [вид, год]\n: 2018\nместо: Кировск\n", false),
    ("unknown-tag", "люди: { иванов: !note 5 }\n", false),
    ("unknown-alias", "люди: [*иванов, петров]\n", false),
    ("unused-anchor", "люди: [&иванов 5, петров]\n", false),
    ("second-document", "вид: РЕЗОЛЮЦИЯ\n---\nвид: РЕШЕНИЕ\n", false),
];

#[test]
fn every_message_about_yaml_reads_as_written_down() {
    for (name, text, as_text) in YAML {
        let (sources, findings, _) = parsed("резолюция.yaml", text, *as_text);
        let code = name.split('.').next().unwrap_or_default();
        let codes: Vec<_> = findings.list.iter().map(|finding| finding.message.code).collect();
        assert_eq!(codes, [code], "{name}: each mistake has one answer");
        golden::check(
            &format!("tests/source/{name}.txt"),
            &format!("{text}----\n{}", both(&findings, &sources)),
        );
    }
}

#[test]
fn every_limit_reads_as_written_down() {
    let deep = "[".repeat(200);
    let laughs = (1..9).fold("a0: &a0 [1, 1]\n".to_owned(), |text, n| {
        let before = n - 1;
        let aliases = vec![format!("*a{before}"); 9].join(", ");
        format!("{text}a{n}: &a{n} [{aliases}]\n")
    });
    let many = "- \n".repeat(300_001);
    for (code, text) in [("too-deep", deep), ("alias-budget", laughs), ("too-many-values", many)] {
        let (sources, findings, _) = parsed("pack.yaml", &text, false);
        golden::check(&format!("tests/source/{code}.txt"), &both(&findings, &sources));
    }
}

/// A folder with a pack in it.
fn pack() -> (tempfile::TempDir, Folder) {
    let dir = tempfile::tempdir().expect("a folder is made");
    let write = |name: &str, bytes: &[u8]| {
        let path = dir.path().join("pack").join(name);
        std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("the folder is made");
        std::fs::write(path, bytes).expect("the file is written");
    };
    write("pack.yaml", "файлы:\n  - ../чужой.csv\n".as_bytes());
    write("data/Бюджет.xlsx", b"PK");
    write("data/старый.csv", &[0xe8, 0xec, 0xff, b';', b'1', b'\n']);
    write("data/дос.txt", &[0xa8, 0xac, 0xef, b';', b'1', b'\n']);
    write("data/картинка.yaml", b"a: 1\n\xff\xd8\xff\xe0\x00\x10");
    write("data/большой.yaml", &vec![b' '; (16 << 20) + 1]);
    let folder = Folder::new(dir.path().join("pack"));
    (dir, folder)
}

/// What is found when `name` is asked for from line 2 of `pack.yaml`.
fn asked(folder: &Folder, name: &str) -> (Sources, Findings) {
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let text = format!("файлы:\n  - {name}\n");
    let source = sources.add_text("pack.yaml", text.as_str());
    let written = Place::Text(Span::new(source, text.len() - 1 - name.len(), text.len() - 1));
    folder.read_text(name, Some(written), &mut sources, &mut findings);
    (sources, findings)
}

#[test]
fn every_message_about_files_reads_as_written_down() {
    let (_dir, folder) = pack();
    let cases = [
        ("path-leaves-pack", "../чужой.csv"),
        ("file-missing", "data/Бюжет.xls"),
        ("file-missing.nothing-near", "совсем-другое-имя.bin"),
        ("not-a-file", "data"),
        ("file-too-large", "data/большой.yaml"),
        ("windows-1251", "data/старый.csv"),
        ("cp866", "data/дос.txt"),
        ("not-text", "data/картинка.yaml"),
    ];
    for (name, path) in cases {
        let (sources, findings) = asked(&folder, path);
        golden::check(&format!("tests/source/{name}.txt"), &both(&findings, &sources));
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_pack_is_not_followed() {
    let (dir, folder) = pack();
    std::fs::write(dir.path().join("secret.yaml"), "a: 1").expect("the file is written");
    std::os::unix::fs::symlink("../secret.yaml", folder.root().join("link.yaml")).expect("the link is made");
    let (_, findings) = asked(&folder, "link.yaml");
    assert_eq!(findings.list[0].message.code, "path-leaves-pack");
}

#[test]
fn names_are_found_in_any_case_and_composition() {
    let (_dir, folder) = pack();
    for name in ["DATA/СТАРЫЙ.CSV", "data\\старый.csv", "./data//стары\u{438}\u{306}.csv"] {
        let (sources, findings) = asked(&folder, name);
        assert!(!findings.has_errors(), "{name}");
        let names: Vec<_> = sources.iter().map(|(_, source)| source.name.to_string()).collect();
        assert_eq!(names, ["pack.yaml", "data/старый.csv"]);
    }
}

#[test]
fn the_unreadable_file_reads_as_written_down() {
    let mut sources = Sources::default();
    let source = sources.add_text("pack.yaml", "файл: data/a.csv\n");
    let finding = Finding::new(&messages::FILE_UNREADABLE)
        .arg("path", "data/a.csv")
        .arg("reason", ("нет прав на чтение", "no permission to read it"))
        .at(Span::new(source, 10, 20));
    golden::check("tests/source/file-unreadable.txt", &both(&Findings { list: vec![finding] }, &sources));
}

#[test]
fn every_code_has_its_message_written_down() {
    for message in messages::ALL {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/source/{}.txt", message.code));
        assert!(
            file.exists() || std::env::var_os("UPDATE_GOLDEN").is_some(),
            "{} has no golden file",
            message.code
        );
        let missing = [message.ru, message.en].iter().any(|text| text.is_empty());
        assert!(!missing && message.hint_ru.is_empty() == message.hint_en.is_empty(), "{}", message.code);
    }
}

/// A file in three parts, of which her lines are the second, and the text that they mean.
const REWRITTEN: &[(&str, &str, &str, &str)] = &[
    ("п:\n", "  - {{x}} детей", "  - б\n", "{{x}} детей"),
    ("п:\n", "  - {{сравнить x \"a|b\"}} и: {{y}} # 5", "  - б\n", "{{сравнить x \"a|b\"}} и: {{y}} # 5"),
    ("", "т: {{x}}", "б: 1\n", "{{x}}"),
    ("п:\n  - т: 1\n", "    с: {{x}} детей\n      и взрослых", "  - б\n", "{{x}} детей\nи взрослых"),
    ("п:\n", "  - Итог {{x}}: {{y}} тыс. рублей", "  - б\n", "Итог {{x}}: {{y}} тыс. рублей"),
    ("", "т: **важно** слово", "б: 1\n", "**важно** слово"),
    ("", "т: **важно**", "б: 1\n", "**важно**"),
    ("- а\n", "- *курсив* и - тире", "- б\n", "*курсив* и - тире"),
    ("п:\n", "  - - *курсив* и тире", "  - б\n", "*курсив* и тире"),
    ("", "т: слово: слово: ещё", "б: 1\n", "слово: слово: ещё"),
    ("", "т: «Школа»: дом", "б: 1\n", "«Школа»: дом"),
    ("п:\n", "  - т: слово: слово", "    с: 1\n", "слово: слово"),
    ("", "т: один\n  два три: четыре\n\n  пять", "б: 1\n", "один\nдва три: четыре\n\nпять"),
    ("", "т: - один", "б: 1\n", "- один"),
    ("", "т: \"Школа\" и дом", "б: 1\n", "\"Школа\" и дом"),
    ("", "т: 'it's'", "б: 1\n", "'it's'"),
    ("- а\n", "- \"Школа\", \"дом\": всё", "- б\n", "\"Школа\", \"дом\": всё"),
    ("", "т: \"Школа и дом", "б: 1\n", "\"Школа и дом"),
    ("", "т: \"data\\Бюджет.xlsx\"", "б: 1\n", "data\\Бюджет.xlsx"),
    ("", "т: % плана", "б: 1\n", "% плана"),
    ("", "т: @все", "б: 1\n", "@все"),
    ("", "т: `код`", "б: 1\n", "`код`"),
    ("", "т: > 5 человек", "б: 1\n", "> 5 человек"),
    ("", "т: | 5 человек", "б: 1\n", "5 человек"),
    ("", "т: !Важно слово", "б: 1\n", "!Важно слово"),
    ("", "т: ! слово", "б: 1\n", "! слово"),
    ("", "т: & слово", "б: 1\n", "& слово"),
    ("", "т: &слово дело", "б: 1\n", "&слово дело"),
    ("", "т: ? слово", "б: 1\n", "? слово"),
    ("- а\n", "- ? слово", "- б\n", "? слово"),
    ("", "т: [1] слово", "б: 1\n", "[1] слово"),
    ("", "т: {1} слово", "б: 1\n", "{1} слово"),
    ("", "т: ] слово", "б: 1\n", "] слово"),
    ("", "т: , слово", "б: 1\n", ", слово"),
    ("", "т: один # два\n  три", "б: 1\n", "один # два\nтри"),
    ("т:\n", "  **важно** слово", "б: 1\n", "**важно** слово"),
    ("п:\r\n", "  - {{x}} детей\r\n    и взрослых", "  - б\r\n", "{{x}} детей\nи взрослых"),
];

/// Every text of a tree, without white space at its ends.
fn texts(node: &Node, out: &mut Vec<String>) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(Scalar { text, .. }) => out.push(text.as_str().trim().to_owned()),
        Value::List(items) => items.iter().for_each(|item| texts(item, out)),
        Value::Map(entries) => entries.iter().for_each(|entry| texts(&entry.value, out)),
    }
}

#[test]
fn a_rewritten_line_means_what_she_typed_and_the_rest_is_read_all_the_same() {
    for (before, hers, after, words) in REWRITTEN {
        let (_, findings, node) = parsed("a.yaml", &format!("{before}{hers}\n{after}"), false);
        assert_eq!(findings.list.len(), 1, "{hers}: {findings:?}");
        let rewrite = findings.list[0].rewrite.as_deref().unwrap_or_default();
        let mut read = Vec::new();
        texts(node.as_ref().expect("there is a tree"), &mut read);
        assert!(read.contains(&(*words).to_owned()), "{hers}: the tree has {read:?}");
        assert!(read.len() > 1, "{hers}: the rest is missing from {read:?}");

        // Where her text stood below its key, the rewritten lines have the key too.
        let before = if before.ends_with("т:\n") { before.trim_end_matches("т:\n") } else { before };
        let (_, findings, node) = parsed("a.yaml", &format!("{before}{rewrite}\n{after}"), false);
        assert!(findings.list.is_empty(), "{hers}: {rewrite}\n{findings:?}");
        let mut read = Vec::new();
        texts(node.as_ref().expect("there is a tree"), &mut read);
        assert!(read.contains(&(*words).to_owned()), "{hers}: {rewrite}: the tree has {read:?}");
    }
}

#[test]
fn other_rewritten_lines_are_read_without_a_finding() {
    let cases = [
        ("п:\n", "\t- а", ""),
        ("л:\n  и: 1\n", "\u{a0}\u{a0}п: 2", "в: 3\n"),
        ("т: |\n    а\n", "  б\n  в", "в: 3\n"),
        ("т: |\n    а\n", "б", "в: 3\n"),
        ("л:\n  и: 1\n", " п: 2", "в: 3\n"),
        ("л:\n  и: 1\n", "    п: 2", "в: 3\n"),
        ("л: 1\n", "срок:2019", "в: 3\n"),
        ("п:\n  - а\n", "  -б", "  - в\n"),
    ];
    for (before, hers, after) in cases {
        let (_, findings, _) = parsed("a.yaml", &format!("{before}{hers}\n{after}"), false);
        assert_eq!(findings.list.len(), 1, "{hers}: {findings:?}");
        let rewrite = findings.list[0].rewrite.as_deref().unwrap_or_default();
        let (_, findings, _) = parsed("a.yaml", &format!("{before}{rewrite}\n{after}"), false);
        assert!(findings.list.is_empty(), "{hers}: {rewrite}\n{findings:?}");
    }
}

#[test]
fn text_that_parsed_as_something_else_is_rewritten_in_full() {
    let cases = [
        ("- а\n", "- Слово: слово", "- б\n", "Слово: слово"),
        ("- а\n", "- Слово: слово # 5\n  Другое: да", "- б\n", "Слово: слово # 5\nДругое: да"),
        ("", "т: # хэштег", "б: 1\n", "# хэштег"),
        ("", "- #хэштег", "- б\n", "#хэштег"),
        ("", "т: Школа #5", "б: 1\n", "Школа #5"),
        ("", "т: [bookmark: x]", "б: 1\n", "[bookmark: x]"),
    ];
    for (before, hers, after, words) in cases {
        let text = format!("{before}{hers}\n{after}");
        let (_, findings, _) = parsed("a.yaml", &text, true);
        assert_eq!(findings.list.len(), 1, "{hers}: {findings:?}");
        let rewrite = findings.list[0].rewrite.as_deref().unwrap_or_default();
        let (_, findings, node) = parsed("a.yaml", &format!("{before}{rewrite}\n{after}"), true);
        assert!(findings.list.is_empty(), "{hers}: {rewrite}\n{findings:?}");
        let mut read = Vec::new();
        texts(node.as_ref().expect("there is a tree"), &mut read);
        assert!(read.contains(&words.to_owned()), "{hers}: {rewrite}: the tree has {read:?}");
    }
}

#[test]
fn several_mistakes_in_one_file_are_all_answered() {
    let text = "вид: РЕЗОЛЮЦИЯ\nпреамбула: Решили: принять\nпункты:\n  - **раз** два\n  - три\n  -четыре\nсрок:2019\nгод: 2018\nгод: 2019\n";
    let (_, findings, node) = parsed("a.yaml", text, false);
    let codes: Vec<_> = findings.list.iter().map(|finding| finding.message.code).collect();
    assert_eq!(
        codes,
        ["text-with-colon", "text-starts-with-emphasis", "missing-space", "missing-space", "duplicate-key"]
    );
    let mut read = Vec::new();
    texts(node.as_ref().expect("there is a tree"), &mut read);
    assert_eq!(read, ["РЕЗОЛЮЦИЯ", "Решили: принять", "**раз** два", "три", "2018"]);
}

#[test]
fn findings_are_sorted_said_once_and_cut_after_a_hundred() {
    let mut sources = Sources::default();
    let source = sources.add_text("a.yaml", "слово\n".repeat(300));
    let at = |message, line: usize| {
        Finding::new(message).arg("key", "слово").at(Span::new(source, line * 11, line * 11 + 10))
    };
    let mut findings = Findings::default();
    (0..150).rev().for_each(|line| findings.push(at(&messages::TEXT_CUT_BY_COMMENT, line)));
    findings.push(at(&messages::SYNTAX, 200));
    findings.push(at(&messages::SYNTAX, 200));
    let text = render(&findings, &sources, Language::Russian, false);
    assert_eq!(text.matches("предупреждение[").count(), 99);
    assert_eq!(text.matches("ошибка[").count(), 1, "an error is shown before any warning, and once");
    assert!(text.ends_with("… и ещё замечаний: 51, из них ошибок: 0\n"), "{text}");
    assert!(text.find("a.yaml:1:1") < text.find("a.yaml:2:1"));
    let json = avgust::source::json(&findings, &sources, Language::English);
    assert_eq!(json["findings"].as_array().map(Vec::len), Some(151));
}

#[test]
fn long_lines_are_cut_and_control_characters_do_not_reach_the_terminal() {
    let mut sources = Sources::default();
    let text = format!("{}ЗДЕСЬ\u{1b}[31m{}", "слово ".repeat(200_000), " дело".repeat(200_000));
    let at = text.find("ЗДЕСЬ").expect("it is there");
    let source = sources.add_text("a.csv", text);
    let finding =
        Finding::new(&messages::MISSING_SPACE).arg("sign", "\u{1b}[2J").at(Span::new(source, at, at + 10));
    let shown = render(&Findings { list: vec![finding] }, &sources, Language::Russian, false);
    golden::check("tests/source/render.long-line.txt", &shown);
    assert!(!shown.contains('\u{1b}'));
}

#[test]
fn cells_and_far_places_are_shown() {
    let mut sources = Sources::default();
    let pack = sources
        .add_text("pack.yaml", "а: 1\r\n\tб: «два»\r\n".to_owned() + &"x: 1\r\n".repeat(50) + "в: 3\r\n");
    let sheet = sources.add_binary("data/statistics.xlsx");
    let cell =
        |row, column| avgust::source::CellPlace {
            source: sheet, sheet: Some("Бюджет".into()), row, column
        };
    let finding = Finding::new(&messages::SYNTAX)
        .at(cell(6, 2))
        .label(cell(8, 30), ("и здесь", "and here"))
        .label(Span::new(pack, 12, 20), ("отсюда", "from here"))
        .label(Span::new(pack, 322, 323), ("и отсюда", "and from here"))
        .label(sheet, ("весь файл", "the whole file"));
    let findings = Findings { list: vec![finding] };
    golden::check("tests/source/render.places.txt", &both(&findings, &sources));
    let json = avgust::source::json(&findings, &sources, Language::Russian);
    golden::check("tests/source/render.places.json", &format!("{json:#}\n"));
    golden::check("tests/source/render.color.txt", &render(&findings, &sources, Language::Russian, true));
}

#[test]
fn a_file_cut_anywhere_gives_findings_and_never_a_panic() {
    let text = "а: \"б\\n\"\nв:\n  - {г: [д, {{е}}]}\n  - |2-\n    ж\n   \n  - &з 'и''к'\n  - *з\n\tл: >\n  м\n? н\n--- !т\n% % @\n";
    for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
        for start in (0..end).step_by(7).filter(|&start| text.is_char_boundary(start)) {
            let (sources, findings, _) = parsed("a.yaml", &text[start..end], true);
            let shown = render(&findings, &sources, Language::Russian, false);
            assert_eq!(shown.is_empty(), findings.list.is_empty());
            assert!(findings.list.iter().all(|finding| finding.severity <= Severity::Error));
        }
    }
}

/// What YAML gives a meaning to, and some text, in any order.
fn soup() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n  - ",
        "а: ",
        "б:",
        ": ",
        "- ",
        "слово",
        " ",
        "\t",
        "{{",
        "}}",
        "{",
        "}",
        "[",
        "]",
        ",",
        "*",
        "**",
        "&а ",
        "*а",
        "!",
        "|",
        ">",
        "|\n",
        "\"",
        "'",
        "\\",
        "#",
        " # ",
        "%",
        "@",
        "`",
        "? ",
        "---\n",
        "...",
        "\r\n",
        "\u{a0}",
        "<<: ",
        "~",
        "null",
        "\u{feff}",
        "\u{0}",
        "5",
    ]);
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_gives_findings_with_places_inside_the_file(text in soup()) {
        let (sources, findings, node) = parsed("a.yaml", &text, true);
        for label in findings.list.iter().flat_map(|finding| &finding.labels) {
            let Place::Text(span) = &label.place else { panic!("YAML has no cells") };
            prop_assert!(text.get(span.range()).is_some(), "{:?} of {:?}", span, text);
        }
        prop_assert!(findings.has_errors() || node.is_some(), "{:?}", text);
        let shown = render(&findings, &sources, Language::English, false);
        prop_assert_eq!(shown.is_empty(), findings.list.is_empty());
        avgust::source::json(&findings, &sources, Language::English);
    }
}

#[test]
fn an_empty_file_is_nothing_and_no_error() {
    for text in ["", "\n\n", "# примечание\n", "---\n"] {
        let (_, findings, node) = parsed("a.yaml", text, false);
        assert!(findings.list.is_empty(), "{text:?}");
        assert!(matches!(node.map(|node| node.value), Some(Value::Null)), "{text:?}");
    }
}

#[test]
fn a_source_is_known_by_its_id() {
    let (sources, _, node) = parsed("a.yaml", "а: 1\n", false);
    assert_eq!(node.map(|node| node.span.source), Some(SourceId(0)));
    assert_eq!(&*sources.get(SourceId(0)).name, "a.yaml");
}
