//! The program as users start it, in an environment that says nothing.
#![allow(dead_code, reason = "each test file is a crate of its own and uses a part of this")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// The program, to be started in a folder; no variable of the machine changes what it says.
pub fn avgust(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avgust"));
    command.current_dir(folder).env("NO_COLOR", "1");
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("LC_") || ["LANG", "LANGUAGE", "CI", "SOURCE_DATE_EPOCH"].contains(&name.as_str())
        {
            command.env_remove(name);
        }
    }
    command
}

/// Copies what is in a folder, some files left out.
pub fn copy(from: &Path, to: &Path, without: &[&str]) {
    fs::create_dir_all(to).expect("a folder is made");
    for entry in fs::read_dir(from).expect("the folder is there").flatten() {
        let name = entry.file_name();
        if without.iter().any(|left| name == *left) {
            continue;
        }
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to.join(&name), without),
            false => drop(fs::copy(entry.path(), to.join(&name)).expect("the file is copied")),
        }
    }
}
