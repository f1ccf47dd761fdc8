//! The command line: one file per command. Messages go to standard error, results to standard
//! output. Exit status: 0 done, 1 the pack has errors, 2 wrong use or a file that cannot be
//! read or written.

mod arguments;
mod build;
mod check;
mod correct;
mod diff;
mod explain;
mod init;
mod layouts;
mod progress;
mod schema;
mod sheet;
mod table;
mod times;

use crate::source::{Findings, Language, Sources, render};
use arguments::{Arguments, Command};
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Done.
    Done = 0,
    /// The pack has errors.
    Errors = 1,
    /// Wrong use, or a file that cannot be read or written.
    Failed = 2,
}

/// Runs the program with its arguments, the first of which is its own name.
pub fn run(arguments: impl Iterator<Item = std::ffi::OsString>) -> ExitCode {
    let arguments: Vec<_> = arguments.collect();
    let language = arguments::language(&arguments);
    let status = match Arguments::parse(arguments, language) {
        Ok(arguments) => run_command(&arguments, language),
        Err(refused) => refused.print(language),
    };
    ExitCode::from(status as u8)
}

fn run_command(arguments: &Arguments, language: Language) -> Status {
    match &arguments.command {
        Command::Build(build) => build::run(build, language),
        Command::Check(check) => check::run(check, language),
        Command::Explain { name, pack, json } => explain::run(name, pack, *json, language),
        Command::Init { folder, force, report } => init::run(folder, *force, *report, language),
        Command::Schema { pack } => schema::run(pack, language),
        Command::LayoutsList { pack } => layouts::list(pack, language),
        Command::LayoutsExport { name, folder } => layouts::export(name, folder, language),
    }
}

/// Prints to standard output; a reader that has gone away is no error.
fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

/// Says something on standard error.
fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Says the findings on standard error, coloured in a terminal.
fn say_findings(findings: &Findings, sources: &Sources, language: Language) {
    if !findings.list.is_empty() {
        let color =
            io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        say(&render(findings, sources, language, color));
    }
}

/// Prints JSON to standard output.
fn print_json(json: &serde_json::Value) {
    print(&format!("{}\n", serde_json::to_string_pretty(json).unwrap_or_default()));
}

/// Why the system refused to write.
fn why(error: &io::Error) -> (String, String) {
    let (ru, en) = match error.kind() {
        io::ErrorKind::PermissionDenied => ("нет прав на запись", "no permission to write"),
        io::ErrorKind::StorageFull => ("на диске нет места", "the disk is full"),
        io::ErrorKind::ReadOnlyFilesystem => ("диск доступен только для чтения", "the disk is read-only"),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            ("на этом месте стоит файл, а не папка", "a file stands there and no folder")
        }
        io::ErrorKind::IsADirectory => ("на этом месте стоит папка", "a folder stands there"),
        io::ErrorKind::NotFound => ("такого места нет", "there is no such place"),
        _ => return (error.to_string(), error.to_string()),
    };
    (ru.to_owned(), en.to_owned())
}

/// The text in the language.
fn pick<'t>(language: Language, ru: &'t str, en: &'t str) -> &'t str {
    match language {
        Language::Russian => ru,
        Language::English => en,
    }
}
