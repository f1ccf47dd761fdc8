//! The command line; everything it does lives in the library.

use std::process::ExitCode;

/// A build makes many small things and forgets them at its end.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    avgust::cli::run(std::env::args_os())
}
