//! A bar that shows how far a long work has come, on a terminal only.

use super::pick;
use crate::source::Language;
use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Work of less time needs no bar.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the bar is drawn.
const TICK: Duration = Duration::from_millis(100);
/// How wide the bar is.
const WIDTH: usize = 24;

/// Does a work of `total` steps; it calls what it is given after each.
pub fn with_progress<T>(total: usize, language: Language, work: impl FnOnce(&(dyn Fn() + Sync)) -> T) -> T {
    let done = AtomicUsize::new(0);
    let step = || {
        done.fetch_add(1, Ordering::Relaxed);
    };
    if !io::stderr().is_terminal() {
        return work(&step);
    }
    let (ended, end) = channel::<()>();
    thread::scope(|scope| {
        let done = &done;
        scope.spawn(move || {
            let (start, mut drawn) = (Instant::now(), false);
            while end.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                if start.elapsed() >= PATIENCE {
                    draw(&bar(done.load(Ordering::Relaxed), total, language));
                    drawn = true;
                }
            }
            if drawn {
                draw("");
            }
        });
        let result = work(&step);
        drop(ended);
        result
    })
}

/// Draws a line in the place of the one before.
fn draw(line: &str) {
    let _ = write!(io::stderr(), "\r\u{1b}[2K{line}");
    let _ = io::stderr().flush();
}

fn bar(done: usize, total: usize, language: Language) -> String {
    let full = done.min(total) * WIDTH / total.max(1);
    let (bar, rest) = ("█".repeat(full), "░".repeat(WIDTH - full));
    format!("{bar}{rest} {done} {} {total}", pick(language, "из", "of"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_from_left_to_right() {
        assert_eq!(bar(0, 4, Language::Russian), format!("{} 0 из 4", "░".repeat(24)));
        assert_eq!(bar(4, 4, Language::English), format!("{} 4 of 4", "█".repeat(24)));
        assert_eq!(bar(1, 2, Language::Russian).matches('█').count(), 12);
    }
}
