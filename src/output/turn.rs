//! Runs that write into one folder do so one after another.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// How often and how long a run waits for another: ten seconds in all.
const TRIES: usize = 400;
const PAUSE: Duration = Duration::from_millis(25);

/// Waits until no other run writes into the folder, and keeps others waiting until it is dropped.
/// `None` where the system cannot lock a folder, or another run takes too long: then the files
/// are whole all the same, as each is written whole.
pub fn take(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    for _ in 0..TRIES {
        match folder.try_lock() {
            Ok(()) => return Some(folder),
            Err(TryLockError::WouldBlock) => sleep(PAUSE),
            Err(TryLockError::Error(_)) => return None,
        }
    }
    None
}
