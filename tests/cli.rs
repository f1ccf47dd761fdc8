//! The commands as users type them: what they print, what they write, how they end.

#[path = "support/binary.rs"]
mod binary;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::time::Duration;
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn run(place: &Path, words: &[&str]) -> Output {
    binary::avgust(place).args(words).output().expect("it starts")
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("it ends by itself")
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// A pack of `init`.
fn pack(language: &str) -> TempDir {
    let place = folder();
    let output = run(place.path(), &["init", ".", "--lang", language]);
    assert_eq!(status(&output), 0, "{}", said(&output));
    place
}

/// Every file below a folder with its bytes, by its path from there.
fn files(place: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![place.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).expect("a folder").flatten().map(|entry| entry.path()) {
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    let name = path.strip_prefix(place).expect("it is below").to_owned();
                    found.insert(name, fs::read(&path).expect("a file"));
                }
            }
        }
    }
    found
}

fn names(place: &Path) -> Vec<String> {
    files(place).keys().map(|path| path.to_string_lossy().into_owned()).collect()
}

#[test]
fn init_writes_a_pack_that_builds_without_findings() {
    for language in ["ru", "en"] {
        let place = pack(language);
        let output = run(place.path(), &["build", "--lang", language]);
        assert_eq!((status(&output), said(&output)), (0, String::new()), "{language}");
        assert_eq!(printed(&output).lines().count(), 6, "two documents in two formats, head and sum");
    }
}

#[test]
fn init_writes_a_report_where_one_is_wanted() {
    for (language, slides, name) in
        [("ru", "слайды.pptx", "доклад.yaml"), ("en", "slides.pptx", "report.yaml")]
    {
        let place = folder();
        let output = run(place.path(), &["init", ".", "--report", "--lang", language]);
        assert_eq!(status(&output), 0, "{}", said(&output));
        let output = run(place.path(), &["build", "--lang", language]);
        assert_eq!((status(&output), said(&output)), (0, String::new()), "{language}");
        let written = names(place.path());
        assert!(
            written.contains(&format!("out/{slides}")) && written.contains(&name.to_owned()),
            "{written:?}"
        );
        let old = pack(language);
        let added = run(old.path(), &["init", ".", "--report", "--force", "--lang", language]);
        assert!(printed(&added).ends_with(&format!("- {name}\n")), "{}", printed(&added));
    }
}

#[test]
fn init_leaves_a_folder_with_files_alone() {
    let place = folder();
    fs::write(place.path().join("pack.yaml"), "мой").expect("a file");
    let refused = run(place.path(), &["init", ".", "--lang", "ru"]);
    assert_eq!(status(&refused), 2);
    assert_eq!(
        said(&refused),
        "ошибка: в папке «.» уже есть файлы\n  выберите пустую папку или добавьте --force: недостающее допишется, ваше останется\n"
    );
    assert_eq!(names(place.path()), ["pack.yaml"]);
    let forced = run(place.path(), &["init", ".", "--force"]);
    assert_eq!(status(&forced), 0, "{}", said(&forced));
    assert_eq!(files(place.path())[Path::new("pack.yaml")], "мой".as_bytes());
    assert!(names(place.path()).contains(&"резолюция.yaml".to_owned()));
    assert!(!printed(&forced).contains("pack.yaml"), "it names only what it wrote");
    // What is added to a pack is in the pack's language, whatever the user's.
    let english = pack("en");
    fs::remove_file(english.path().join("programme.yaml")).expect("it was there");
    let added = run(english.path(), &["init", ".", "--force", "--lang", "ru"]);
    assert!(printed(&added).starts_with("./programme.yaml\nКомплект готов."), "{}", printed(&added));
    assert!(!names(english.path()).iter().any(|name| name.contains("программа")));
}

#[test]
fn init_makes_the_folders_on_the_way_and_says_what_to_do_next() {
    let place = folder();
    let output = run(place.path(), &["init", "год/2025", "--lang", "ru"]);
    assert_eq!(status(&output), 0);
    let printed = printed(&output);
    assert!(printed.contains("год/2025/pack.yaml\n"), "{printed}");
    assert!(printed.ends_with("Комплект готов. Соберите его: avgust build год/2025\n"), "{printed}");
    let file = place.path().join("файл");
    fs::write(&file, "").expect("a file");
    let output = run(place.path(), &["init", "файл", "--lang", "ru"]);
    assert_eq!(status(&output), 2);
    assert!(said(&output).starts_with("ошибка: не удалось записать в «файл»: "), "{}", said(&output));
    assert!(!said(&output).contains("os error"), "{}", said(&output));
}

/// The key of a line, if it has one: `- ключ: значение` and `ключ:` have.
fn key_of(line: &str) -> Option<&str> {
    let line = line.trim_start().trim_start_matches("- ");
    let key = line.split_once(':')?.0;
    key.chars().all(|c| c.is_alphanumeric() || c == '_').then_some(key).filter(|key| !key.is_empty())
}

#[test]
fn every_key_of_init_is_explained_before_its_first_use() {
    for language in ["ru", "en"] {
        let place = folder();
        assert_eq!(status(&run(place.path(), &["init", ".", "--report", "--lang", language])), 0);
        let texts: Vec<(PathBuf, Vec<u8>)> = files(place.path())
            .into_iter()
            .filter(|(path, _)| path.extension().is_some_and(|extension| extension == "yaml"))
            .collect();
        assert_eq!(texts.len(), 4);
        let mut unexplained = Vec::new();
        // Names of the pack's own are explained by the key above them.
        let mut known: Vec<String> = Vec::new();
        for (path, text) in texts {
            let text = String::from_utf8(text).expect("UTF-8");
            let lines: Vec<&str> = text.lines().collect();
            let mut block_indent = None;
            for (index, line) in lines.iter().enumerate() {
                let indent = line.len() - line.trim_start().len();
                if block_indent.is_some_and(|block| line.trim().is_empty() || indent > block) {
                    continue;
                }
                block_indent = line.trim_end().ends_with('|').then_some(indent);
                let Some(key) = key_of(line).filter(|_| !line.trim_start().starts_with('#')) else {
                    continue;
                };
                let above = index.checked_sub(1).map_or("", |above| lines[above].trim_start());
                let explained = above.starts_with('#') || above.starts_with("- #");
                if !explained && !known.iter().any(|known| known == key) {
                    unexplained.push(format!("{language} {}:{} {key}", path.display(), index + 1));
                }
                known.push(key.to_owned());
            }
        }
        let own = ["управление", "центр", "председатель", "сеть", "department", "centre", "chair", "network"];
        unexplained.retain(|line| !own.iter().any(|name| line.ends_with(&format!(" {name}"))));
        assert_eq!(unexplained, Vec::<String>::new());
    }
}

#[test]
fn a_build_says_what_it_wrote_and_a_second_one_what_stayed() {
    let place = pack("ru");
    let first = printed(&run(place.path(), &["build", "--lang", "ru"]));
    let lines: Vec<&str> = first.lines().collect();
    assert_eq!(lines[0], "Документ   Формат  Стр.   КБ", "{first}");
    assert!(lines[1].starts_with("резолюция  pdf        2  "), "{first}");
    assert_eq!(lines[5..], ["Файлов: 4, папка: ./out"], "{first}");
    assert!(!first.contains("без изменений"), "{first}");
    let before = files(place.path());
    let second = printed(&run(place.path(), &["build", "--lang", "ru"]));
    assert_eq!(second.lines().filter(|line| line.ends_with("  без изменений")).count(), 4, "{second}");
    assert!(files(place.path()) == before, "nothing was touched");
    assert!(before.contains_key(Path::new("out/manifest.json")));
}

#[test]
fn without_words_the_pack_in_the_folder_is_built() {
    let place = pack("ru");
    let output = run(place.path(), &[]);
    assert_eq!((status(&output), said(&output)), (0, String::new()));
    assert!(place.path().join("out/программа.docx").exists());
    let nowhere = folder();
    let output = run(nowhere.path(), &["--lang", "ru"]);
    assert_eq!((status(&output), said(&output)), (0, String::new()));
    assert!(printed(&output).contains("Вызов: avgust"), "{}", printed(&output));
}

#[test]
fn only_some_documents_formats_and_places() {
    let place = pack("ru");
    let build = |words: &[&str]| {
        let output = run(place.path(), &[&["build"], words].concat());
        (status(&output), said(&output))
    };
    let done = (0, String::new());
    assert_eq!(build(&["--only", "прог", "--format", "pdf", "--out", "а"]), done);
    assert_eq!(names(&place.path().join("а")), ["manifest.json", "программа.pdf"]);
    assert_eq!(
        build(&["--only", "резолюция.yaml", "--only", "программа", "--format", "docx", "--out", "б"]),
        done
    );
    assert_eq!(names(&place.path().join("б")), ["manifest.json", "программа.docx", "резолюция.docx"]);
    assert_eq!(build(&["--format", "pdf,docx", "--only", "Резолюция", "--out", "в/г"]), done);
    assert_eq!(names(&place.path().join("в/г")), ["manifest.json", "резолюция.docx", "резолюция.pdf"]);
    assert!(!place.path().join("out").exists());
}

#[test]
fn a_part_built_alone_keeps_the_rest_in_the_manifest() {
    let place = pack("ru");
    run(place.path(), &["build"]);
    let before = fs::read_to_string(place.path().join("out/manifest.json")).expect("a manifest");
    run(place.path(), &["build", "--only", "программа"]);
    let after = fs::read_to_string(place.path().join("out/manifest.json")).expect("a manifest");
    assert!(before.contains("made_from") && before.contains("резолюция.pdf"));
    assert_eq!(before, after);
}

#[test]
fn what_a_person_edited_is_kept_beside() {
    let place = pack("ru");
    run(place.path(), &["build"]);
    let out = place.path().join("out");
    fs::write(out.join("резолюция.docx"), "её правки").expect("a file");
    let output = run(place.path(), &["build", "--lang", "ru"]);
    assert_eq!(status(&output), 0);
    assert!(said(&output).contains("предупреждение[edited-output]"), "{}", said(&output));
    assert_eq!(fs::read(out.join("резолюция (ваши правки).docx")).expect("kept"), "её правки".as_bytes());
    assert!(fs::read(out.join("резолюция.docx")).expect("new").starts_with(b"PK"));
    let again = run(place.path(), &["build", "--lang", "ru"]);
    assert_eq!((status(&again), said(&again)), (0, String::new()), "it is said once");
}

#[test]
fn a_document_that_word_holds_open_is_written_beside() {
    let place = pack("ru");
    run(place.path(), &["build"]);
    let out = place.path().join("out");
    let old = fs::read(out.join("резолюция.docx")).expect("a file");
    fs::write(out.join("~$золюция.docx"), "").expect("a lock");
    let text = fs::read_to_string(place.path().join("резолюция.yaml")).expect("a file");
    fs::write(place.path().join("резолюция.yaml"), text.replace("РЕШИЛИ", "РЕКОМЕНДУЮТ")).expect("a file");
    let output = run(place.path(), &["build", "--lang", "ru"]);
    assert_eq!(status(&output), 0);
    assert!(said(&output).contains("предупреждение[held-open]"), "{}", said(&output));
    assert!(fs::read(out.join("резолюция.docx")).expect("old") == old);
    let beside = out.join("резолюция (новая).docx");
    let new = fs::read(&beside).expect("new");
    assert!(new != old);
    // Once it is closed the file itself is new, and nothing is left beside it.
    fs::remove_file(out.join("~$золюция.docx")).expect("the lock goes");
    assert_eq!(status(&run(place.path(), &["build"])), 0);
    assert!(fs::read(out.join("резолюция.docx")).expect("a file") == new);
    assert!(!beside.exists());
}

#[test]
fn a_build_with_errors_ends_in_their_number_and_leaves_the_files() {
    let place = pack("ru");
    assert_eq!(status(&run(place.path(), &["build"])), 0);
    let before = files(&place.path().join("out"));
    let path = place.path().join("резолюция.yaml");
    let text = fs::read_to_string(&path).expect("it is there");
    fs::write(&path, text.replace("срок: до 01.10.2025", "срокк: до 01.10.2025\n        cрок: нет"))
        .expect("written");
    let output = run(place.path(), &["build", "--lang", "ru"]);
    assert_eq!(status(&output), 1);
    assert_eq!(printed(&output), "Ошибок: 2. Документы не собраны, прежние файлы не тронуты.\n");
    assert_eq!(files(&place.path().join("out")), before);
}

#[test]
fn json_is_for_machines() {
    let place = pack("ru");
    let text = fs::read_to_string(place.path().join("резолюция.yaml")).expect("a file");
    fs::write(place.path().join("резолюция.yaml"), text.replace("подписи:", "подписии:")).expect("a file");
    let output = run(place.path(), &["build", "--json", "--lang", "ru"]);
    assert_eq!((status(&output), said(&output)), (1, String::new()));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["version"], 1);
    let finding = &json["findings"][0];
    assert_eq!(finding["code"], "unknown-key");
    assert_eq!(finding["hint"], "вы написали `подписии`; возможно, `подписи`?");
    assert_eq!(finding["places"][0]["file"], "резолюция.yaml");
    let line = text.lines().position(|line| line.starts_with("подписи:")).expect("the key") + 1;
    assert_eq!(finding["places"][0]["line"], line);
    let good = pack("ru");
    let output = run(good.path(), &["build", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((status(&output), json["findings"].as_array().map(Vec::len)), (0, Some(0)));
}

#[test]
fn wrong_words_are_answered_in_the_language_of_the_user() {
    let place = folder();
    let ru = |words: &[&str]| {
        let output = run(place.path(), &[words, &["--lang", "ru"]].concat());
        (status(&output), said(&output))
    };
    let help = "\n\nСправка: avgust --help\n";
    let error = |text: &str| (2, format!("ошибка: {text}{help}"));
    assert_eq!(ru(&["biuld"]), error("нет команды «biuld»; возможно, «build»?"));
    assert_eq!(ru(&["build", "--ouut", "x"]), error("нет параметра «--ouut»; возможно, «--out»?"));
    assert_eq!(ru(&["build", "--bogus"]), error("нет параметра «--bogus»"));
    let formats = "бывает: pdf, docx, pptx, png, xlsx, ics";
    let wrong = |value: &str| format!("«{value}» не годится для --format <ФОРМАТ>; {formats}");
    assert_eq!(ru(&["build", "--format", "odt"]), error(&wrong("odt")));
    assert_eq!(ru(&["build", "--format", "Word"]), error(&format!("{}; возможно, docx", wrong("Word"))));
    assert_eq!(ru(&["build", "--format", ""]), error("после --format <ФОРМАТ> нужно значение"));
    assert_eq!(ru(&["init"]), error("не хватает: <ПАПКА>"));
    let told = |words: &[&str]| {
        let output = run(place.path(), words);
        (status(&output), said(&output))
    };
    let en = |text: &str| (2, format!("error: {text}\n\nHelp: avgust --help\n"));
    assert_eq!(told(&["biuld", "--lang", "en"]), en("there is no command “biuld”; perhaps “build”?"));
    assert_eq!(told(&["build", "--bogus", "--lang", "en"]), en("there is no option “--bogus”"));
    let both = "ошибка: «de» не годится для --lang; бывает: ru, en\n\nСправка: avgust --help\n\
                error: “de” is no value of --lang; there are: ru, en\n\nHelp: avgust --help\n";
    assert_eq!(told(&["build", "--lang", "de"]), (2, both.to_owned()));
}

#[test]
fn a_folder_in_the_place_of_a_command_is_understood() {
    let place = folder();
    let path = place.path().join("решение коллегии 2025");
    assert_eq!(status(&run(place.path(), &["init", "решение коллегии 2025", "--lang", "ru"])), 0);
    assert_eq!(status(&run(place.path(), &["init", "к", "--lang", "ru"])), 0);
    let ru = |words: &[&str]| {
        let output = run(place.path(), words);
        let told = said(&output);
        let line = told.lines().next().unwrap_or_default().to_owned();
        assert_eq!(status(&output), 2, "{told}");
        line
    };
    assert_eq!(ru(&["к"]), "ошибка: нет команды «к»; возможно, avgust build к");
    assert_eq!(ru(&["к/pack.yaml"]), "ошибка: нет команды «к/pack.yaml»; возможно, avgust build к");
    assert_eq!(
        ru(&["решение", "коллегии", "2025"]),
        "ошибка: нет команды «решение»; возможно, avgust build \"решение коллегии 2025\""
    );
    assert_eq!(
        ru(&["check", "решение", "коллегии", "2025"]),
        "ошибка: лишнее слово «коллегии»; имя папки с пробелами возьмите в кавычки: \
         avgust check \"решение коллегии 2025\""
    );
    // A pack's folder is found from within it.
    let below = run(&path.join("данные"), &["build", "--lang", "ru"]);
    let above = "ошибка[no-pack]: в папке «.» нет файла pack.yaml: комплект папкой выше\n \
                 = подсказка: напишите: `avgust build ..`\n";
    assert_eq!((status(&below), said(&below).as_str()), (2, above));
}

#[test]
fn formats_are_read_as_they_are_written() {
    let place = pack("ru");
    let build = |formats: &str| {
        let output =
            run(place.path(), &["build", "--only", "программа", "--format", formats, "--out", formats]);
        assert_eq!((status(&output), said(&output)), (0, String::new()), "{formats}");
        names(&place.path().join(formats))
    };
    assert_eq!(build("PDF"), ["manifest.json", "программа.pdf"]);
    assert_eq!(build("pdf, Docx"), ["manifest.json", "программа.docx", "программа.pdf"]);
}

#[test]
fn only_a_file_is_all_that_is_made_of_it_and_nothing_else() {
    let place = pack("ru");
    let text = fs::read_to_string(place.path().join("программа.yaml")).expect("a file");
    fs::write(place.path().join("программа-зам.yaml"), text).expect("written");
    let facts = fs::read_to_string(place.path().join("pack.yaml")).expect("a file");
    let facts = facts.replace("  - программа.yaml\n", "  - программа.yaml\n  - программа-зам.yaml\n");
    fs::write(place.path().join("pack.yaml"), facts).expect("written");
    let output = run(place.path(), &["build", "--only", "программа.yaml", "--format", "pdf"]);
    assert_eq!((status(&output), said(&output)), (0, String::new()));
    assert_eq!(names(&place.path().join("out")), ["manifest.json", "программа.pdf"]);
}

#[test]
fn of_many_findings_the_errors_come_last_and_most_notes_are_left_to_check() {
    let place = pack("ru");
    let notes: String = (1..=15).map(|n| format!("  - |\n    Провести  конкурс номер {n}.\n")).collect();
    let text = format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n{notes}");
    fs::write(place.path().join("резолюция.yaml"), &text).expect("written");
    let output = run(place.path(), &["build", "--lang", "ru"]);
    assert_eq!(status(&output), 0, "{}", said(&output));
    let all = run(place.path(), &["check", "--lang", "ru"]);
    let count = said(&all).matches("заметка[").count();
    assert!(count >= 15, "{}", said(&all));
    // Notes of one kind are one, which names the places of the others.
    assert_eq!(said(&output).matches("заметка[").count(), 1);
    assert!(said(&output).contains(" = и ещё 14 таких же: резолюция.yaml:6:5; "), "{}", said(&output));
    let rest = format!("\nЕщё замечаний: {}; все: avgust check\n", count - 1);
    assert!(said(&output).ends_with(&rest), "{}", said(&output));
    let warnings = said(&output).matches("предупреждение[").count();
    let closing = format!("Предупреждений: {warnings}, замечаний: {count}.\n");
    assert!(printed(&output).ends_with(&closing), "{}", printed(&output));
    let json = run(place.path(), &["build", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(json["findings"].as_array().map(Vec::len), Some(count + warnings), "JSON is complete");
    // The error stands in the first clause and is said last.
    fs::write(place.path().join("резолюция.yaml"), text.replacen("Провести", "{{учники}} провели", 1))
        .expect("written");
    let said = said(&run(place.path(), &["check", "--lang", "ru"]));
    let last = said.rfind("заметка[").expect("notes");
    assert!(said.rfind("ошибка[undefined-indicator]").expect("an error") > last, "{said}");
}

#[test]
fn help_and_version_are_no_errors() {
    let place = folder();
    for language in ["ru", "en"] {
        for words in [
            vec!["--help"],
            vec!["help"],
            vec!["help", "layouts", "list"],
            vec!["build", "--help"],
            vec!["init", "-h"],
            vec!["layouts", "--help"],
        ] {
            let words = [words, vec!["--lang", language]].concat();
            let output = run(place.path(), &words);
            assert_eq!((status(&output), said(&output)), (0, String::new()), "{words:?}");
            let printed = printed(&output);
            let russian = printed.chars().any(|c| ('а'..='я').contains(&c));
            assert_eq!(russian, language == "ru", "{words:?}\n{printed}");
        }
    }
    let version = run(place.path(), &["--version"]);
    assert_eq!(printed(&version), format!("avgust {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_locale_chooses_the_language_and_lang_overrides() {
    let place = folder();
    let with = |variables: &[(&str, &str)], words: &[&str]| {
        let mut command = binary::avgust(place.path());
        command.args(words).envs(variables.iter().copied());
        said(&command.output().expect("it starts"))
    };
    assert!(with(&[], &["build"]).starts_with("ошибка"));
    assert!(with(&[("LANG", "en_US.UTF-8")], &["build"]).starts_with("error"));
    assert!(with(&[("LANG", "C.UTF-8")], &["build"]).starts_with("ошибка"));
    assert!(with(&[("LANG", "en_US.UTF-8"), ("LC_ALL", "ru_RU.UTF-8")], &["build"]).starts_with("ошибка"));
    assert!(with(&[("LANG", "ru_RU.UTF-8")], &["build", "--lang", "en"]).starts_with("error"));
}

#[test]
fn layouts_are_listed_exported_and_used_in_place_of_the_built_in_ones() {
    let place = pack("ru");
    let list = run(place.path(), &["layouts", "list", "--lang", "ru"]);
    let list = printed(&list);
    for line in [
        "programme – Программа",
        "    части / parts (список: ключи со значениями; обязательно): Части программы по порядку.",
        "        события / events (список: ключи со значениями; обязательно): Что за чем идёт.",
        "            время / time (слово или имя; обязательно): Время: 10.00–10.40.",
        "    порядок / order (по пунктам | по срокам | по адресатам): по пунктам, по срокам или по \
         адресатам (под именем каждого – его поручения).",
    ] {
        assert!(list.lines().any(|known| known == line), "{line}\n{list}");
    }
    let export = run(place.path(), &["layouts", "export", "Программа", "--lang", "ru"]);
    assert_eq!(status(&export), 0, "{}", said(&export));
    let layout = place.path().join("макеты/programme/layout.hbs");
    let own = fs::read_to_string(&layout).expect("it was exported").replace("Ведёт:", "Ведущий:");
    fs::write(&layout, &own).expect("a file");
    // A colleague with another language adds to the folder that is there.
    let again = run(place.path(), &["layouts", "export", "programme", "--lang", "en"]);
    assert!(
        printed(&again).contains("layout.hbs is there already and stays as it was"),
        "{}",
        printed(&again)
    );
    assert_eq!(fs::read_to_string(&layout).expect("it is there"), own);
    let output = run(place.path(), &["build"]);
    assert_eq!((status(&output), said(&output)), (0, String::new()));
}

#[test]
fn the_same_pack_makes_the_same_bytes_wherever_it_is_built() {
    let (one, other) = (pack("ru"), pack("ru"));
    run(one.path(), &["build"]);
    let elsewhere = folder();
    let path = other.path().to_str().expect("a path");
    let output = run(elsewhere.path(), &["build", path]);
    assert_eq!(status(&output), 0, "{}", said(&output));
    assert!(files(&one.path().join("out")) == files(&other.path().join("out")), "bytes differ");
}

#[test]
fn a_build_that_is_killed_leaves_whole_files() {
    let place = pack("ru");
    let out = place.path().join("out");
    run(place.path(), &["build"]);
    let resolution = place.path().join("резолюция.yaml");
    let one = fs::read_to_string(&resolution).expect("a file");
    let other = one.replace("РЕШИЛИ", "РЕКОМЕНДУЮТ");
    let results = |text: &str| {
        fs::write(&resolution, text).expect("a file");
        run(place.path(), &["build"]);
        let mut files = files(&out);
        files.remove(Path::new("manifest.json"));
        files
    };
    let known = [results(&other), results(&one)];
    for step in 0..30u32 {
        fs::write(&resolution, if step % 2 == 0 { &other } else { &one }).expect("a file");
        let mut build = binary::avgust(place.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        std::thread::sleep(Duration::from_millis(u64::from(step) * 7));
        // One that has ended already is as good.
        let _ = build.kill();
        build.wait().expect("it ends");
        for (name, expected) in &known[0] {
            let bytes = fs::read(out.join(name)).expect("a finished file never goes away");
            assert!(bytes == *expected || bytes == known[1][name], "{} is torn", name.display());
        }
    }
    let output = run(place.path(), &["build", "--lang", "ru"]);
    assert_eq!(status(&output), 0, "{}", said(&output));
    let left: Vec<String> = names(&out).into_iter().filter(|name| name.starts_with('.')).collect();
    assert_eq!(left, Vec::<String>::new(), "a later build clears away what a killed one left");
    assert!(!names(&out).iter().any(|name| name.contains("ваши правки")), "{:?}", names(&out));
}
