//! Files that are written whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// What the names of temporary files begin with.
pub const TEMPORARY: &str = ".avgust-tmp-";
/// So often a file is written again whose temporary one another run has cleared away.
const TRIES: usize = 20;

/// Writes a file so that at every moment either the old one or the new one is there, whole. One
/// that is replaced keeps its rights, a new one has those of any new file.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file);
    let rights = old.map(|about| about.permissions());
    for _ in 1..TRIES {
        match write_with(path, bytes, rights.as_ref()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && folder(path).is_dir() => {}
            result => return result,
        }
    }
    write_with(path, bytes, rights.as_ref())
}

/// Writes a file that is not there yet, with the folders on the way; `false` where it is.
///
/// # Errors
/// Where the system refuses; then nothing of the file is there.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    fs::create_dir_all(folder(path))?;
    if fs::symlink_metadata(path).is_ok() {
        return Ok(false);
    }
    match temporary(path, bytes)?.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(refused) => Err(refused.error),
    }
}

/// Writes a file of the pack itself that was read as `before` (empty if it was not there); not
/// where somebody changed it meanwhile. Says whether it was written.
///
/// # Errors
/// Where the system refuses to read or write; the old file is there then.
pub fn rewrite(path: &Path, before: &str, now: &str) -> io::Result<bool> {
    let there = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    let unmarked = there.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&there);
    // A file in another encoding is as it was read, too, but its bytes are not.
    let changed = std::str::from_utf8(unmarked).is_ok_and(|text| text != before);
    if !changed {
        write_whole(path, now.as_bytes())?;
    }
    Ok(!changed)
}

/// Replaces a person's own file that was read as `before`, its rights kept; not where somebody
/// changed it meanwhile. Says whether it was written. A file that is closed to writing stays.
///
/// # Errors
/// Where the system refuses to read or write; the old file is there then.
pub fn replace(path: &Path, before: &[u8], now: &[u8]) -> io::Result<bool> {
    // A link stays a link: what it leads to is written.
    let path = path.canonicalize()?;
    if fs::metadata(&path)?.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    if fs::read(&path)? != before {
        return Ok(false);
    }
    write_whole(&path, now).map(|()| true)
}

fn write_with(path: &Path, bytes: &[u8], rights: Option<&fs::Permissions>) -> io::Result<()> {
    let file = temporary(path, bytes)?;
    // Some drives know no rights and refuse to set any.
    if let Some(rights) = rights
        && file.as_file().metadata()?.permissions() != *rights
    {
        file.as_file().set_permissions(rights.clone())?;
    }
    file.persist(path).map(drop).map_err(|refused| refused.error)
}

/// A file beside `path` with its bytes, which goes away unless it is given a name.
fn temporary(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut named = tempfile::Builder::new();
    named.prefix(TEMPORARY);
    // Less what the user's umask takes away.
    #[cfg(unix)]
    named.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = named.tempfile_in(folder(path))?;
    file.write_all(bytes)?;
    Ok(file)
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
