//! Puts every folder of `templates/` into the binary, so that a further kind of document is a
//! further folder and no line of Rust.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=templates");
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("templates");
    let mut table =
        String::from("/// Layout folder, file name, text.\npub static FILES: &[(&str, &str, &str)] = &[\n");
    for folder in names(&root)? {
        println!("cargo::rerun-if-changed=templates/{folder}");
        for file in names(&root.join(&folder))? {
            let path = root.join(&folder).join(&file);
            println!("cargo::rerun-if-changed=templates/{folder}/{file}");
            writeln!(table, "    ({folder:?}, {file:?}, include_str!({path:?})),")
                .map_err(io::Error::other)?;
        }
    }
    table.push_str("];\n");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("templates.rs"), table)
}

/// The names in a folder, sorted, so that the binary does not depend on the file system.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
