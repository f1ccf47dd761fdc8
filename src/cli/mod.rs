//! The command line: one file per command. Messages go to standard error, results to standard
//! output. Exit status: 0 done, also with warnings; 1 the pack has errors; 2 wrong use or a file
//! that cannot be read or written.

mod arguments;
mod build;
mod check;
mod correct;
mod diff;
mod explain;
mod init;
mod layouts;
mod progress;
mod refused;
mod schema;
mod sheet;
mod streams;
mod table;
mod times;
mod writing;

use crate::output::messages::{ANOTHER_PACK, CANNOT_WRITE};
use crate::pipeline::messages::{
    NO_PACK, NO_SUCH_DOCUMENT, NO_SUCH_FORMAT, NOTHING_TO_EXPLAIN, SEVERAL_FIGURES,
};
use crate::pipeline::{is_pack, no_pack};
use crate::source::messages::FILE_UNREADABLE;
use crate::source::{Findings, Language, Message, Severity, Sources};
pub use arguments::command;
use arguments::{Arguments, Command};
use std::io;
use std::path::Path;
use std::process::ExitCode;
use streams::{print, print_json, say, say_findings};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Done, be there warnings or not.
    Done = 0,
    /// The pack has errors.
    Errors = 1,
    /// Wrong use, or a file that cannot be read or written.
    Failed = 2,
}

/// Errors that are no fault of a pack: wrong use, and files that the system does not give or take.
const FAILURES: [&Message; 8] = [
    &ANOTHER_PACK,
    &CANNOT_WRITE,
    &FILE_UNREADABLE,
    &NO_PACK,
    &NO_SUCH_DOCUMENT,
    &NO_SUCH_FORMAT,
    &NOTHING_TO_EXPLAIN,
    &SEVERAL_FIGURES,
];

impl Status {
    /// How a command ends that has found this.
    fn of(findings: &Findings) -> Status {
        let errors = || findings.list.iter().filter(|finding| finding.severity == Severity::Error);
        let is_failure = |code: &str| FAILURES.iter().any(|failure| failure.code == code);
        match errors().any(|error| is_failure(error.message.code)) {
            true => Status::Failed,
            false if errors().next().is_some() => Status::Errors,
            false => Status::Done,
        }
    }
}

/// Runs the program with its arguments, the first of which is its own name.
pub fn run(arguments: impl Iterator<Item = std::ffi::OsString>) -> ExitCode {
    let arguments: Vec<_> = arguments.collect();
    let language = arguments::language(&arguments);
    let status = match Arguments::parse(arguments, language) {
        Ok(arguments) => run_command(&arguments, language),
        Err(refused) => refused.print(language),
    };
    let status = match streams::unprinted() {
        Some(finding) => {
            say_findings(&Findings { list: vec![finding] }, &Sources::default(), language);
            Status::Failed
        }
        None => status,
    };
    ExitCode::from(status as u8)
}

fn run_command(arguments: &Arguments, language: Language) -> Status {
    match &arguments.command {
        Command::Build(build) => build::run(build, language),
        Command::Check(check) => check::run(check, language),
        Command::Explain { name, pack, json } => explain::run(name, pack, *json, language),
        Command::Init { folder, force, report } => init::run(folder, *force, *report, language),
        Command::Schema { pack } => schema::run(pack.as_deref(), language),
        Command::LayoutsList { pack } => layouts::list(pack.as_deref(), language),
        Command::LayoutsExport { name, folder } => layouts::export(name, folder, language),
    }
}

/// Why the system refused to write.
fn why(error: &io::Error) -> (String, String) {
    let (ru, en) = match error.kind() {
        io::ErrorKind::PermissionDenied => ("нет прав на запись", "no permission to write"),
        io::ErrorKind::StorageFull => ("на диске нет места", "the disk is full"),
        io::ErrorKind::ReadOnlyFilesystem => ("диск доступен только для чтения", "the disk is read-only"),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => (
            "на этом месте стоит файл или ссылка в никуда, а не папка",
            "a file or a broken link stands there and no folder",
        ),
        io::ErrorKind::IsADirectory => ("на этом месте стоит папка", "a folder stands there"),
        io::ErrorKind::NotFound => ("такого места нет", "there is no such place"),
        _ => return (error.to_string(), error.to_string()),
    };
    (ru.to_owned(), en.to_owned())
}

/// Says that the folder which a command names is no pack; `false` where it is one, or none is
/// named.
fn is_refused(pack: Option<&Path>, language: Language) -> bool {
    let Some(folder) = pack.filter(|folder| !is_pack(folder)) else { return false };
    say_findings(&Findings { list: vec![no_pack(folder)] }, &Sources::default(), language);
    true
}

/// The text in the language.
fn pick<'t>(language: Language, ru: &'t str, en: &'t str) -> &'t str {
    match language {
        Language::Russian => ru,
        Language::English => en,
    }
}
