//! The command line; everything it does lives in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    avgust::cli::run(std::env::args_os())
}
