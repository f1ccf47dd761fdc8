//! Why a folder is no pack, and which one was probably meant.

use super::load::is_pack;
use super::messages as say;
use crate::source::Finding;
use crate::source::messages::FILE_UNREADABLE;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// What is said where a folder has no main file.
pub fn no_pack(folder: &Path) -> Finding {
    let shown = folder.display().to_string();
    let finding = |message| Finding::new(message).arg("folder", shown.as_str());
    match fs::read_dir(folder) {
        _ if folder.is_file() => finding(&say::PACK_IS_A_FILE).arg("meant", typed_path(&pack_of(folder))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => finding(&say::NO_FOLDER),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Finding::new(&FILE_UNREADABLE)
            .arg("path", shown.as_str())
            .arg("reason", ("нет прав на чтение", "no permission to read it")),
        _ => match (with_second_ending(folder), above(folder)) {
            (Some(name), _) => finding(&say::PACK_WITH_SECOND_ENDING).arg("name", name),
            (None, Some(pack)) => finding(&say::PACK_ABOVE).arg("meant", typed_path(&pack)),
            (None, None) => finding(&say::NO_PACK),
        },
    }
}

/// The pack that a file is of; its folder where it is of none.
pub fn pack_of(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if is_pack(folder) { folder.to_owned() } else { above(folder).unwrap_or(folder.to_owned()) }
}

/// The nearest pack that a folder lies in, by a path that begins as the folder's does.
fn above(folder: &Path) -> Option<PathBuf> {
    const HIGHEST: usize = 8;
    let whole = folder.canonicalize().ok()?;
    let steps = whole.ancestors().skip(1).take(HIGHEST).position(is_pack)? + 1;
    let is_plain = folder.components().all(|part| matches!(part, Component::Normal(_)));
    let up = || std::iter::repeat_n("..", steps).collect::<PathBuf>();
    match folder.ancestors().nth(steps).filter(|_| is_plain) {
        Some(named) if named.as_os_str().is_empty() => Some(PathBuf::from(".")),
        Some(named) => Some(named.to_owned()),
        None if folder == Path::new(".") => Some(up()),
        None => Some(folder.join(up())),
    }
}

/// A main file to whose name an editor has added an ending: `pack.yaml.txt`.
fn with_second_ending(folder: &Path) -> Option<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| {
            let lower = name.to_lowercase();
            ["pack.yaml.", "pack.yml.", "комплект.yaml."].iter().any(|start| lower.starts_with(start))
        })
        .collect();
    names.sort();
    names.into_iter().next()
}

/// A path as it is typed in a command line: in quotation marks where it has spaces.
pub fn typed_path(path: &Path) -> String {
    let shown = path.display().to_string();
    if shown.contains(' ') { format!("\"{shown}\"") } else { shown }
}
