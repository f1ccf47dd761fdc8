//! `avgust check --sheet`: the findings sheet, written beside the documents.

use super::{pick, say_findings, why};
use crate::check::{decisions, told};
use crate::output::messages::CANNOT_WRITE;
use crate::output::{OutputFolder, Product};
use crate::pipeline::{Loaded, Made};
use crate::source::{Finding, Findings, Folder, Language, Sources};
use std::io;
use std::path::Path;

/// Makes the sheet and writes it; gives what is to be said at the end, or what kept it from being
/// written.
pub fn write(
    folder: &Folder,
    loaded: Option<Loaded>,
    sources: &mut Sources,
    findings: &Findings,
    language: Language,
) -> Result<String, String> {
    let Some(loaded) = loaded else { return Err(not_made(language)) };
    let mut said = Findings::default();
    let made = decisions(folder, loaded, sources, findings, language, &mut said);
    let place = folder.root().join("out");
    let written = made.map(|mut made| {
        made.product = Product { working: true, tells: told(findings), ..made.product };
        files(&made, &place, folder.root(), &mut said)
    });
    let result = match written {
        None => Err(not_made(language)),
        Some(Err(finding)) => {
            said.push(finding);
            Err(pick(language, "Лист замечаний не записан.\n", "The findings sheet was not written.\n")
                .to_owned())
        }
        Some(Ok(names)) => Ok(line(&names, language)),
    };
    say_findings(&said, sources, language);
    result
}

/// Writes the files; gives where they are.
fn files(made: &Made, place: &Path, pack: &Path, said: &mut Findings) -> Result<Vec<String>, Finding> {
    let failed = |name: &str| {
        let name = place.join(name).display().to_string();
        move |error: io::Error| Finding::new(&CANNOT_WRITE).arg("file", name).arg("why", why(&error))
    };
    let mut folder = OutputFolder::open(place, pack).map_err(failed(""))?;
    let mut names = Vec::new();
    for file in &made.files {
        let written = folder.write(&file.name, &file.bytes, made.product.clone(), &mut said.list);
        names.push(written.map_err(failed(&file.name))?.path.display().to_string());
    }
    // One that was made in the other language would tell of mended things.
    folder.finish(&|_, product| product.working, &mut said.list).map_err(failed("manifest.json"))?;
    Ok(names)
}

fn line(names: &[String], language: Language) -> String {
    let names = names.join(", ");
    match language {
        Language::Russian => format!("Лист замечаний: {names}\n"),
        Language::English => format!("Findings sheet: {names}\n"),
    }
}

fn not_made(language: Language) -> String {
    match language {
        Language::Russian => "Лист замечаний не составлен: сначала исправьте ошибки, названные выше.\n",
        Language::English => "No findings sheet was made: first mend the errors named above.\n",
    }
    .to_owned()
}
