//! Cases of checks: what they say, and what the checks find in them.

use avgust::check;
use avgust::pipeline::{Loaded, assembled, load};
use avgust::source::{Finding, Findings, Folder, Language, Place, Severity, Sources, render};
use std::fmt;
use std::fs;
use std::path::Path;

/// A case.
#[derive(Debug)]
pub struct Case {
    /// Folder and name: `direction/rose`.
    pub name: String,
    /// What is expected, in order.
    pub expected: Vec<Line>,
    sections: Vec<(String, String)>,
}

/// A finding as a case writes it: `code «excerpt»` or `code таблица ИМЯ B3 «excerpt»`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The check's code.
    pub code: String,
    /// What stands behind it.
    pub rest: String,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.rest)
    }
}

const CONFERENCE: &str = "  название: Августовской конференции педагогических работников
  тема: Школа сегодня
  дата: 28.08.2018
  место: г. Каменогорск
  учебный_год: 2017/2018
";
const PACK: &str = "\
люди:
  председатель: { имя: А. Б. Ветрова, должность: Начальник управления образования }
  секретарь: { имя: К. Д. Орехов, должность: Методист }
организации:
  управление: { название: Управление образования, дательный: Управлению образования }
  школы: { название: Общеобразовательные организации, дательный: Руководителям общеобразовательных организаций }
";

impl Case {
    /// Reads a case.
    pub fn read(path: &Path) -> Case {
        let text = fs::read_to_string(path).expect("a case").replace("\r\n", "\n");
        let folder = path.parent().and_then(Path::file_name).expect("a folder").to_string_lossy();
        let name = format!("{folder}/{}", path.file_stem().expect("a name").to_string_lossy());
        let mut sections: Vec<(String, String)> = Vec::new();
        for line in text.lines() {
            match line.strip_prefix("=== ") {
                Some(name) => sections.push((name.trim().to_owned(), String::new())),
                None => {
                    if let Some((_, body)) = sections.last_mut() {
                        body.push_str(line);
                        body.push('\n');
                    }
                }
            }
        }
        let mut case = Case { name, expected: Vec::new(), sections };
        case.expected = case.lines();
        case
    }

    fn section(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.sections.iter().filter(move |(own, _)| own == name).map(|(_, body)| body.as_str())
    }

    fn lines(&self) -> Vec<Line> {
        let expected = self.section("ожидается").unwrap_or_else(|| panic!("{}: nothing expected", self.name));
        let lines = expected.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "нет");
        let line = |line: &str| match line.split_once(' ') {
            Some((code, rest)) => Line { code: code.to_owned(), rest: rest.trim().to_owned() },
            None => panic!("{}: `{line}` says no place", self.name),
        };
        lines.map(line).collect()
    }

    /// The pack of the case, written into a folder.
    pub fn write(&self, folder: &Path) {
        let mut tables = String::new();
        for (name, body) in &self.sections {
            if let Some(name) = name.strip_prefix("таблица ") {
                fs::create_dir_all(folder.join("данные")).expect("a folder");
                fs::write(folder.join(format!("данные/{name}.csv")), body).expect("a table");
                tables.push_str(&format!("  {name}: {{ файл: данные/{name}.csv }}\n"));
            }
        }
        let extra = self.section("комплект").unwrap_or_default();
        let conference = replaced(CONFERENCE, self.section("конференция").unwrap_or_default(), "  ");
        let mut pack = format!("конференция:\n{conference}{}", replaced(PACK, extra, ""));
        if !tables.is_empty() && !extra.contains("таблицы:") {
            pack.push_str(&format!("таблицы:\n{tables}"));
        }
        if let Some(indicators) = self.section("показатели") {
            pack.push_str(&format!("показатели:\n{}", indented(indicators, "  ")));
        }
        let mut documents = "резолюция.yaml".to_owned();
        if self.has_report() {
            documents.push_str(", доклад.yaml");
            self.write_report(folder);
        }
        for (name, body) in &self.sections {
            if let Some(name) = name.strip_prefix("документ ") {
                fs::write(folder.join(format!("{name}.yaml")), body).expect("a document");
                documents.push_str(&format!(", {name}.yaml"));
            }
        }
        if let Some(events) = self.section("программа") {
            documents.push_str(", программа.yaml");
            let events = indented(events, "      ");
            let programme = format!("макет: programme\nвид: ПРОГРАММА\nчасти:\n  - события:\n{events}");
            fs::write(folder.join("программа.yaml"), programme).expect("the programme");
        }
        pack.push_str(&format!("документы: [{documents}]\n"));
        fs::write(folder.join("pack.yaml"), pack).expect("pack.yaml");
        fs::write(folder.join("резолюция.yaml"), self.resolution()).expect("the resolution");
    }

    fn has_report(&self) -> bool {
        self.section("доклад").is_some() || self.section("слайды").is_some()
    }

    fn write_report(&self, folder: &Path) {
        let body = self.section("доклад").unwrap_or("Уважаемые коллеги!\n");
        fs::write(folder.join("доклад.md"), body).expect("the report's text");
        let mut report = "макет: report\nназвание: Итоги учебного года\nтекст: доклад.md\n".to_owned();
        if let Some(slides) = self.section("слайды") {
            report.push_str(&format!("слайды:\n{}", indented(slides, "  ")));
        }
        fs::write(folder.join("доклад.yaml"), report).expect("the report");
    }

    fn resolution(&self) -> String {
        let clauses = match self.section("пункты") {
            Some(clauses) => indented(clauses, "  "),
            None => {
                let clause = |text: &str| format!("  - |\n{}", indented(text, "    "));
                let clauses: String = self.all("текст").map(clause).collect();
                if clauses.is_empty() {
                    "  - Принять к сведению доклад.\n".to_owned()
                } else {
                    clauses
                }
            }
        };
        let base = format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n{clauses}подписи: [председатель]\n");
        replaced(&base, self.section("резолюция").unwrap_or_default(), "")
    }

    /// What the checks find: errors and warnings of all, notes of the folder's own.
    pub fn found(&self) -> Result<Vec<Line>, String> {
        let place = tempfile::tempdir().expect("a folder");
        self.write(place.path());
        let (mut sources, mut findings) = (Sources::default(), Findings::default());
        let loaded = load(&Folder::new(place.path()), &mut sources, &mut findings);
        let Some(loaded) = loaded.filter(|loaded| loaded.sound) else {
            return Err(render(&findings, &sources, Language::Russian, false));
        };
        for document in &loaded.documents {
            assembled(&loaded, document, &sources, &mut findings);
        }
        if findings.has_errors() {
            return Err(render(&findings, &sources, Language::Russian, false));
        }
        let own = self.name.split('/').next().unwrap_or_default();
        let counts = |finding: &&Finding| {
            let code = finding.message.code;
            let silencing = code.starts_with("silence-");
            (check::is_check(finding) || silencing) && (finding.severity > Severity::Note || code == own)
        };
        let found = check::check(&loaded, &sources, &mut findings);
        let line = |finding: &Finding| Line {
            code: finding.message.code.to_owned(),
            rest: excerpt(finding, &loaded, &sources),
        };
        let mut lines: Vec<Line> = found.list.iter().filter(counts).map(line).collect();
        lines.dedup();
        Ok(lines)
    }
}

/// What stands under the first label: the first line of it; a cell with its table and address.
fn excerpt(finding: &Finding, loaded: &Loaded, sources: &Sources) -> String {
    let Some(place) = finding.labels.first().map(|label| &label.place) else { return String::new() };
    let cell = loaded.tables.iter().find_map(|(name, table)| {
        let cell = table.grid().cells().find(|cell| cell.place == *place && !cell.text.is_empty())?;
        Some(format!("таблица {name} {} «{}»", cell.address(), cell.text.trim()))
    });
    cell.unwrap_or_else(|| match place {
        Place::Text(span) => {
            let text = sources.get(span.source).text.as_deref().unwrap_or_default();
            let text = text.get(span.range()).unwrap_or_default();
            format!("«{}»", text.lines().next().unwrap_or_default())
        }
        _ => sources.describe(place, Language::Russian),
    })
}

/// Lines with an indent; empty ones stay empty.
fn indented(text: &str, indent: &str) -> String {
    let line =
        |line: &str| if line.trim().is_empty() { "\n".to_owned() } else { format!("{indent}{line}\n") };
    text.lines().map(line).collect()
}

/// The keys of a mapping, those of `instead` in place of its own of the same name.
fn replaced(base: &str, instead: &str, indent: &str) -> String {
    let given: Vec<String> = keys(instead).into_iter().map(|(key, _)| key).collect();
    let kept = keys(base).into_iter().filter(|(key, _)| !given.contains(key));
    let mut text: String = kept.map(|(_, lines)| lines).collect();
    let already =
        instead.lines().find(|line| !line.trim().is_empty()).is_none_or(|line| line.starts_with(indent));
    text.push_str(&if already { instead.to_owned() } else { indented(instead, indent) });
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// Each key of the outermost level with all its lines.
fn keys(text: &str) -> Vec<(String, String)> {
    let indent = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .map_or(0, |line| line.len() - line.trim_start().len());
    let mut keys: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let own =
            line.len() - line.trim_start().len() == indent && !line.trim_start().starts_with(['#', '-']);
        match line.trim_start().split_once(':') {
            Some((key, _)) if own => keys.push((key.to_owned(), format!("{line}\n"))),
            _ => {
                if let Some((_, lines)) = keys.last_mut() {
                    lines.push_str(line);
                    lines.push('\n');
                }
            }
        }
    }
    keys
}
