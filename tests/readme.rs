//! Every command that a README shows is run; it must succeed and print what the README shows.
//! Sizes may differ by a fifth, all else is compared.
//! `BLESS=1 cargo test --test readme -- --test-threads=1` rewrites
//! the outputs.

#[path = "support/docx_text.rs"]
#[allow(dead_code)]
mod docx_text;
#[path = "support/markdown.rs"]
#[allow(dead_code)]
mod markdown;

use avgust::source::Language;
use markdown::{Page, folded, root};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Programs that the README calls before there is an `avgust`.
const RUN: &str = "cargo run --release -- ";

#[test]
fn the_english_readme_tells_the_truth() {
    check("README.md", "en_US.UTF-8");
}

#[test]
fn the_russian_readme_tells_the_truth() {
    check("README.ru.md", "ru_RU.UTF-8");
}

/// The error that a README shows is the one that its reader gets.
#[test]
fn the_error_that_is_shown_is_the_real_one() {
    let russian = (
        "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - текст: |\n      Текст.\n    срокк: до 01.12.2025\n",
        "документы",
        "резолюция.yaml",
    );
    let english = (
        "kind: РЕЗОЛЮЦИЯ\nclauses:\n  - text: |\n      Текст.\n    deu: до 01.12.2025\n",
        "documents",
        "resolution.yaml",
    );
    for (name, language, (text, documents, file)) in
        [("README.ru.md", "ru", russian), ("README.md", "en", english)]
    {
        let place = tempfile::tempdir().expect("a folder");
        let conference = if language == "ru" { "конференция: {}" } else { "conference: {}" };
        let pack = format!("{conference}\n{documents}: [{file}]\n");
        fs::write(place.path().join("pack.yaml"), pack).expect("a file");
        fs::write(place.path().join(file), text).expect("a file");
        let mut command = Command::new(env!("CARGO_BIN_EXE_avgust"));
        let output =
            command.args(["build", "--lang", language]).current_dir(place.path()).env_clear().output();
        let output = output.expect("avgust starts");
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        let page = Page::read(name);
        let blocks = page.blocks();
        let block = blocks.iter().find(|block| block.body.contains("[unknown-key]")).expect("an error");
        page.settle(vec![(block.range.clone(), format!("{}\n", said.trim_end()))]);
    }
}

/// The sentence at the top is printed with the example's own figures.
#[test]
fn the_sentence_that_is_shown_is_the_real_one() {
    for name in ["README.ru.md", "README.md"] {
        let page = Page::read(name);
        let blocks = page.blocks();
        let [written, printed] = &blocks[..2] else { panic!("{name} begins with a sentence and its print") };
        let place = tempfile::tempdir().expect("a folder");
        copy(&root().join("examples/kamenogorsk"), place.path());
        let sentence: String = written.body.lines().map(|line| format!("    {line}\n")).collect();
        let text = format!("вид: Р\nпункты:\n  - |\n{sentence}");
        let pack = fs::read_to_string(place.path().join("pack.yaml")).expect("pack.yaml");
        let pack = pack.replace("- резолюция.yaml", "- readme.yaml").replace("  - реестр.yaml\n", "");
        fs::write(place.path().join("pack.yaml"), pack).expect("a file");
        fs::write(place.path().join("readme.yaml"), text).expect("a file");
        avgust(&["build", "--only", "readme", "--format", "docx"], place.path(), "ru_RU.UTF-8", name);
        let bytes = fs::read(place.path().join("out/readme.docx")).expect("a Word file");
        let lines = docx_text::lines(&bytes);
        let line = lines.iter().find_map(|line| line.strip_prefix("1. ")).expect("the clause");
        page.settle(vec![(printed.range.clone(), format!("{}\n", folded(line)))]);
    }
}

/// The tables of commands name every command and every option of the program.
#[test]
fn the_tables_of_commands_are_complete() {
    for name in ["README.md", "README.ru.md", "docs/guide.md", "docs/guide.ru.md"] {
        let text = Page::read(name).text;
        let (_, table) = text.split_once("| `avgust build [").expect("a table of commands");
        let end = table.find("\n## ").unwrap_or(table.len());
        let lacks = words_of(&avgust::cli::command(Language::English), "avgust")
            .into_iter()
            .filter(|(command, option)| {
                // Options stand in the rows of their command, those of all commands anywhere.
                let of_all = ["--lang", "--help", "--version"].contains(&option.as_str());
                let rows = format!("| `avgust build [{}", &table[..end]);
                let mut rows = rows.lines().filter(|row| of_all || row.contains(command));
                !rows.any(|row| row.contains(option.as_str()))
            })
            .collect::<Vec<_>>();
        assert_eq!(lacks, [], "{name}");
    }
    for name in ["README.md", "README.ru.md", "docs/guide.md", "docs/guide.ru.md"] {
        let text = Page::read(name).text;
        let formats = ["pdf", "docx", "pptx", "png", "xlsx", "ics"];
        let lacks: Vec<_> = formats
            .into_iter()
            .filter(|format| {
                !text.lines().any(|row| row.starts_with("| `avgust build") && row.contains(format))
            })
            .collect();
        assert_eq!(lacks, [""; 0], "{name}");
        assert!(text.contains("| `avgust` |"), "{name}");
    }
}

/// Each command with each of its long options, and with its own name.
fn words_of(command: &clap::Command, path: &str) -> Vec<(String, String)> {
    let mut words = vec![(path.to_owned(), path.to_owned())];
    let long = command.get_arguments().filter_map(|argument| argument.get_long());
    words.extend(long.map(|long| (path.to_owned(), format!("--{long}"))));
    for below in command.get_subcommands() {
        words.extend(words_of(below, &format!("{path} {}", below.get_name())));
    }
    words
}

/// Every example is named in both READMEs.
#[test]
fn every_example_is_linked() {
    for entry in fs::read_dir(root().join("examples")).expect("examples").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        for page in ["README.md", "README.ru.md"] {
            assert!(Page::read(page).text.contains(&format!("examples/{name}")), "{page} lacks {name}");
        }
    }
}

/// Runs the page's `console` blocks one after another in a folder that has the examples.
fn check(name: &str, locale: &str) {
    let place = tempfile::tempdir().expect("a folder");
    copy(&root().join("examples"), &place.path().join("examples"));
    let page = Page::read(name);
    let mut changes = Vec::new();
    let mut run_something = false;
    for block in page.blocks().into_iter().filter(|block| block.language == "console") {
        let mut real = String::new();
        let mut shown = String::new();
        let mut parts = block.body.split("$ ");
        assert_eq!(parts.next(), Some(""), "{name}:{}: a block begins with `$ `", block.line);
        for part in parts {
            let (command, output) = part.split_once('\n').unwrap_or((part, ""));
            let printed = match words(command) {
                Some(arguments) => {
                    run_something = true;
                    avgust(&arguments, place.path(), locale, name)
                }
                None => output.to_owned(),
            };
            // A command that shows nothing says nothing about its output.
            let printed = if output.trim().is_empty() { output.to_owned() } else { printed };
            let same = is_alike(&printed, output);
            real.push_str(&format!("$ {command}\n{}", if same { output } else { &printed }));
            shown.push_str(&format!("$ {command}\n{output}"));
        }
        assert_eq!(shown, block.body, "{name}:{}", block.line);
        changes.push((block.range, real));
    }
    assert!(run_something, "{name} shows no command");
    page.settle(changes);
}

/// The arguments of `avgust` in a command; `None` for a command of cargo's or git's own.
fn words(command: &str) -> Option<Vec<&str>> {
    let command = command.split(" #").next().unwrap_or(command).trim();
    let arguments = match (command.strip_prefix(RUN), command.strip_prefix("avgust")) {
        (Some(arguments), _) | (_, Some(arguments)) => arguments,
        _ => {
            let known = ["cargo test", "cargo install --path .", "git clone ", "cd "];
            assert!(known.iter().any(|known| command.starts_with(known)), "`{command}` is not run");
            return None;
        }
    };
    Some(arguments.split_whitespace().collect())
}

fn avgust(arguments: &[&str], folder: &Path, locale: &str, page: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avgust"));
    let command = command.args(arguments).current_dir(folder).env_clear().env("LC_ALL", locale);
    let Output { status, stdout, stderr } = command.output().expect("avgust starts");
    let said = String::from_utf8_lossy(&stderr);
    assert!(status.success(), "{page}: avgust {} ends with {status}:\n{said}", arguments.join(" "));
    assert_eq!(said, "", "{page}: avgust {}", arguments.join(" "));
    String::from_utf8(stdout).expect("UTF-8").replace('\\', "/")
}

/// Whether two outputs are the same but for the widths of columns and, a little, for the number
/// that ends a line: the size of a file.
fn is_alike(one: &str, other: &str) -> bool {
    let line = |(one, other): (&str, &str)| {
        let (one, other): (Vec<&str>, Vec<&str>) =
            (one.split_whitespace().collect(), other.split_whitespace().collect());
        let size = |words: &[&str]| words.last().and_then(|word| word.parse::<f64>().ok());
        match (size(&one), size(&other)) {
            (Some(one_size), Some(other_size)) => {
                one[..one.len() - 1] == other[..other.len() - 1]
                    && (one_size - other_size).abs() <= 0.2 * one_size
            }
            _ => one == other,
        }
    };
    let (one, other) = (one.trim_end(), other.trim_end());
    one.lines().count() == other.lines().count() && one.lines().zip(other.lines()).all(line)
}

/// Copies a folder without what was built in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    let entries = fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        match path.is_dir() {
            true if name == "out" => {}
            true => copy(&path, &to.join(name)),
            false => drop(fs::copy(&path, to.join(name)).expect("a file is copied")),
        }
    }
}
