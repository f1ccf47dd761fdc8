//! The JSON Schema of the input: it takes what `init` and the examples have, and not a slip of
//! the pen.

#[path = "support/binary.rs"]
mod binary;
#[path = "support/case.rs"]
#[allow(dead_code, reason = "the checks' own test reads the rest")]
mod case;

use avgust::pipeline::load;
use avgust::source::{Findings, Folder, Language, Node, ScalarStyle, Sources, Value as Yaml, parse};
use case::Case;
use serde_json::{Map, Value as Json, json};
use std::fs;
use std::path::{Path, PathBuf};

fn schema(language: &str) -> Json {
    let output =
        binary::avgust(Path::new(".")).args(["schema", "--lang", language]).output().expect("it starts");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// YAML as an editor's schema sees it: plain scalars are typed by YAML 1.2's core schema.
fn json_of(node: &Node) -> Json {
    match &node.value {
        Yaml::Null => Json::Null,
        Yaml::Scalar(scalar) if scalar.style == ScalarStyle::Plain => typed(scalar.text.as_str()),
        Yaml::Scalar(scalar) => json!(scalar.text.as_str()),
        Yaml::List(items) => items.iter().map(json_of).collect(),
        Yaml::Map(entries) => {
            let pair = |entry: &avgust::source::Entry| (entry.key.as_str().to_owned(), json_of(&entry.value));
            Json::Object(entries.iter().map(pair).collect::<Map<_, _>>())
        }
    }
}

fn typed(text: &str) -> Json {
    match text {
        "true" | "false" => json!(text == "true"),
        "null" | "~" | "" => Json::Null,
        _ => match (text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(number), _) => json!(number),
            (_, Ok(number)) if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') => json!(number),
            _ => json!(text),
        },
    }
}

fn json_file(text: &str) -> Json {
    let mut sources = Sources::default();
    let source = sources.add_text("файл.yaml", text);
    let mut findings = Findings::default();
    let node = parse(source, text, &mut findings).expect("YAML");
    assert!(findings.list.is_empty(), "{:?}", findings.list);
    json_of(&node)
}

/// The YAML files of a folder and those below it, results and layouts left out.
fn yaml_files(place: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(place).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && !["out", "макеты", "templates"].contains(&name.as_str()) {
            yaml_files(&path, found);
        } else if name.ends_with(".yaml") {
            found.push(path);
        }
    }
}

#[test]
fn the_schema_takes_what_init_and_the_examples_have() {
    for language in ["ru", "en"] {
        let schema = schema(language);
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let place = tempfile::tempdir().expect("a folder");
        let init =
            binary::avgust(place.path()).args(["init", ".", "--lang", language]).output().expect("it starts");
        assert!(init.status.success());
        let written = fs::read_to_string(place.path().join("avgust.schema.json")).expect("init writes it");
        assert_eq!(serde_json::from_str::<Json>(&written).expect("JSON"), schema, "init and schema agree");
        let mut files = Vec::new();
        yaml_files(place.path(), &mut files);
        assert_eq!(files.len(), 3);
        yaml_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"), &mut files);
        for file in files {
            let value = json_file(&fs::read_to_string(&file).expect("a file"));
            let errors: Vec<String> = validator
                .iter_errors(&value)
                .map(|error| format!("{} at {}", error, error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", file.display());
        }
    }
}

#[test]
fn the_schema_does_not_take_a_slip_of_the_pen() {
    let schema = schema("ru");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let takes = |text: &str| validator.is_valid(&json_file(text));
    assert!(takes("вид: РЕЗОЛЮЦИЯ\nпункты:\n  - Открыть школу.\n"));
    assert!(takes("kind: РЕЗОЛЮЦИЯ\nclauses:\n  - text: Открыть школу.\n    due: до 01.12.2025\n"));
    assert!(takes(
        "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - текст: Открыть.\n    срок: { текст: потом, до: 31.12.2019 }\n"
    ));
    assert!(takes("вид: РЕЗОЛЮЦИЯ\nсписок: 1.\nпункты: Открыть школу.\n"));
    for wrong in [
        "вид: РЕЗОЛЮЦИЯ\nпункт:\n  - Открыть школу.\n",
        "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - текст: Открыть школу.\n    срокк: до 01.12.2025\n",
        "вид: РЕЗОЛЮЦИЯ\n",
        "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - Рекомендовать: открыть школу\n",
        "вид: РЕЗОЛЮЦИЯ\nсписок: звёздочка\nпункты:\n  - Открыть школу.\n",
        "конференция:\n  датта: 28.08.2025\nдокументы: []\n",
        "конференция: {}\nлюди:\n  председатель: { должность: Начальник }\n",
        "конференция: {}\nтаблицы:\n  сеть: { файл: а.csv, строк_заголовка: две }\n",
        "макет: programme\nвид: ПРОГРАММА\nчасти:\n  - события:\n      - время: 10.00\n",
    ] {
        assert!(!takes(wrong), "{wrong}");
    }
}

/// What the schema says of a key is what `init` and the documentation say: one sentence each.
#[test]
fn every_key_of_the_schema_is_described() {
    for language in ["ru", "en"] {
        let schema = schema(language);
        let definitions = schema["$defs"].as_object().expect("definitions");
        assert!(definitions.len() > 10);
        for (name, definition) in definitions {
            let object = definition["anyOf"].as_array().map_or(definition, |any| &any[0]);
            for (key, property) in object["properties"].as_object().into_iter().flatten() {
                assert!(property["description"].is_string(), "{name}.{key}");
            }
        }
    }
}

/// What is printed for other programs keeps to `docs/findings.schema.json`, whatever was found.
#[test]
fn the_findings_of_all_cases_keep_to_their_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("docs/findings.schema.json")).expect("the schema");
    let schema = serde_json::from_str(&text).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let folders = fs::read_dir(root.join("tests/check")).expect("cases").flatten();
    let folders = folders.filter(|entry| entry.path().is_dir());
    let files = folders.flat_map(|entry| fs::read_dir(entry.path()).expect("a folder").flatten());
    let mut count = 0;
    for path in
        files.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "case"))
    {
        let place = tempfile::tempdir().expect("a folder");
        Case::read(&path).write(place.path());
        let (mut sources, mut findings) = (Sources::default(), Findings::default());
        let loaded = load(&Folder::new(place.path()), &mut sources, &mut findings);
        if let Some(loaded) = loaded.filter(|loaded| loaded.sound) {
            let found = avgust::check::check(&loaded, &sources, &mut findings);
            findings.append(found);
        }
        for language in [Language::Russian, Language::English] {
            let told = avgust::source::json(&findings, &sources, language);
            count += told["findings"].as_array().map_or(0, Vec::len);
            let errors: Vec<String> = validator
                .iter_errors(&told)
                .map(|error| format!("{error} at {}", error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
        }
    }
    assert!(count > 200, "only {count} findings were looked at");
    let slip =
        serde_json::json!({ "version": 1, "findings": [{ "code": "direction", "severity": "grave" }] });
    assert!(!validator.is_valid(&slip));
}
