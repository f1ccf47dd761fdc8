//! Puts every folder of `templates/` into the binary, so that a further kind of document is a
//! further folder and no line of Rust. Templates are compiled here, once for all builds of packs.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs, io};

/// The rooms of the program that know how templates are prepared, compiled and kept.
#[allow(dead_code)]
#[path = "src/layout"]
mod layout {
    pub mod pieces;
    pub mod template;
    #[path = "ready/write.rs"]
    pub mod write;
}

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=src/layout");
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("templates");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let mut table = String::from("pub static FILES: &[BuiltIn] = &[\n");
    for folder in names(&root)? {
        println!("cargo::rerun-if-changed=templates/{folder}");
        for name in names(&root.join(&folder))? {
            let path = root.join(&folder).join(&name);
            println!("cargo::rerun-if-changed=templates/{folder}/{name}");
            let compiled = Path::new(&out).join(format!("{folder}-{name}"));
            fs::write(&compiled, compile(&path, &name)?)?;
            writeln!(
                table,
                "    BuiltIn {{ layout: {folder:?}, name: {name:?}, text: include_str!({path:?}), \
                 compiled: include_bytes!({compiled:?}) }},"
            )
            .map_err(io::Error::other)?;
        }
    }
    table.push_str("];\n");
    fs::write(Path::new(&out).join("templates.rs"), table)
}

/// What a template is compiled to; nothing of other files.
fn compile(path: &Path, name: &str) -> io::Result<Vec<u8>> {
    let Some(stem) = name.strip_suffix(".hbs") else { return Ok(Vec::new()) };
    let prepared = layout::template::prepare(&fs::read_to_string(path)?, stem);
    let failed = |why: &str| io::Error::other(format!("{}: {why}", path.display()));
    let template = layout::pieces::compile(&prepared, stem).map_err(|error| failed(&error.to_string()))?;
    layout::write::write(&template).ok_or_else(|| failed("what it has cannot be kept"))
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
