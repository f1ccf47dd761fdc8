//! The checks, tried on short cases: `tests/check/<code>/<name>.case`.
//!
//! A case is a text with sections `=== name`; [`case`] says what they mean. Every mismatch is
//! printed; precision and recall of each check come from all cases together and stand in
//! `docs/checks.md`. A case that is not met is listed in `tests/check/not-met.txt`: any other
//! mismatch is a regression. `UPDATE_GOLDEN=1 cargo test --test check` rewrites pages and list.

#[path = "support/case.rs"]
mod case;
#[path = "support/golden.rs"]
mod golden;

use avgust::check::{self, CHECKS, Check, explain};
use avgust::source::{Language, Message, Severity};
use case::{Case, Line};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The least precision and recall that a check may have.
const PRECISION: f64 = 0.95;
const RECALL: f64 = 0.9;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check")
}

/// Every case, by folder and name.
fn cases() -> Vec<Case> {
    let mut paths = Vec::new();
    for folder in fs::read_dir(folder()).expect("cases").flatten().filter(|entry| entry.path().is_dir()) {
        paths.extend(fs::read_dir(folder.path()).expect("a folder").flatten().map(|entry| entry.path()));
    }
    paths.retain(|path| path.extension().is_some_and(|end| end == "case"));
    paths.sort();
    paths.iter().map(|path| Case::read(path)).collect()
}

/// What was expected and what was found in a case, without what both have.
struct Outcome {
    name: String,
    met: Vec<Line>,
    missed: Vec<Line>,
    wrong: Vec<Line>,
    broken: Option<String>,
}

impl Outcome {
    fn of(case: &Case) -> Outcome {
        let (found, broken) = match case.found() {
            Ok(found) => (found, None),
            Err(said) => (Vec::new(), Some(said)),
        };
        let (mut missed, mut wrong, mut met) = (case.expected.clone(), Vec::new(), Vec::new());
        for line in found {
            match missed.iter().position(|expected| *expected == line) {
                Some(at) => met.push(missed.remove(at)),
                None => wrong.push(line),
            }
        }
        Outcome { name: case.name.clone(), met, missed, wrong, broken }
    }

    fn is_met(&self) -> bool {
        self.missed.is_empty() && self.wrong.is_empty() && self.broken.is_none()
    }

    fn say(&self) -> String {
        let all = |lines: &[Line]| match lines {
            [] => "нет".to_owned(),
            lines => lines.iter().map(Line::to_string).collect::<Vec<_>>().join(", "),
        };
        match &self.broken {
            Some(said) => format!("{}: cannot be read:\n{said}", self.name),
            None => format!("{}: expected {}, found {}", self.name, all(&self.missed), all(&self.wrong)),
        }
    }
}

/// How often a check was right, cried wolf, and kept silent where it should not.
#[derive(Default)]
struct Score {
    cases: usize,
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn precision(&self) -> f64 {
        ratio(self.right, self.right + self.wrong)
    }

    fn recall(&self) -> f64 {
        ratio(self.right, self.right + self.missed)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

fn scores(outcomes: &[Outcome]) -> BTreeMap<String, Score> {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for outcome in outcomes {
        let own = outcome.name.split('/').next().unwrap_or_default().to_owned();
        scores.entry(own).or_default().cases += 1;
        for (lines, count) in [
            (&outcome.met, (|score| &mut score.right) as fn(&mut Score) -> &mut usize),
            (&outcome.wrong, |score| &mut score.wrong),
            (&outcome.missed, |score| &mut score.missed),
        ] {
            lines.iter().for_each(|line| *count(scores.entry(line.code.clone()).or_default()) += 1);
        }
    }
    scores
}

#[test]
fn cases_are_met_and_the_pages_show_their_figures() {
    let outcomes: Vec<Outcome> = cases().iter().map(Outcome::of).collect();
    let failing: Vec<&Outcome> = outcomes.iter().filter(|outcome| !outcome.is_met()).collect();
    for outcome in &failing {
        println!("{}", outcome.say());
    }
    println!("{} cases, {} not met", outcomes.len(), failing.len());
    let scores = scores(&outcomes);
    let mut low = Vec::new();
    for check in CHECKS {
        let Some(score) = scores.get(check.code) else { continue };
        if score.precision() < PRECISION || score.recall() < RECALL {
            low.push(format!("{}: {:.2} / {:.2}", check.code, score.precision(), score.recall()));
        }
    }
    let names: String = failing.iter().map(|outcome| format!("{}\n", outcome.name)).collect();
    golden::check("tests/check/not-met.txt", &names);
    golden::check("docs/checks.ru.md", &page(&scores, Language::Russian));
    golden::check("docs/checks.md", &page(&scores, Language::English));
    assert_eq!(low, Vec::<String>::new(), "below {PRECISION} precision or {RECALL} recall");
}

/// The page of all checks.
fn page(scores: &BTreeMap<String, Score>, language: Language) -> String {
    let russian = language == Language::Russian;
    let pick = |ru: &'static str, en: &'static str| if russian { ru } else { en };
    let mut page = pick(include_str!("check/head.ru.md"), include_str!("check/head.md")).to_owned();
    let mut checks: Vec<&&Check> = CHECKS.iter().collect();
    checks.sort_by_key(|check| check.code);
    for check in &checks {
        let score = scores.get(check.code);
        let figures = score.filter(|score| score.right + score.wrong + score.missed > 0).map_or_else(
            || "– | – | 0".to_owned(),
            |score| {
                let [precision, recall] = [score.precision(), score.recall()].map(|share| {
                    let text = format!("{share:.2}");
                    if russian { text.replace('.', ",") } else { text }
                });
                format!("{precision} | {recall} | {}", score.cases)
            },
        );
        let severity = explain::severity(check.severity, language);
        let title = check.title.text(language);
        writeln!(page, "| [`{0}`](#{0}) | {title} | {severity} | {figures} |", check.code).expect("written");
    }
    for check in checks {
        page.push_str(&explain::markdown(check, language));
    }
    page
}

#[test]
fn every_case_is_of_a_check() {
    let known: BTreeSet<&str> = CHECKS.iter().map(|check| check.code).collect();
    let is_known = |code: &str| code == "real" || known.contains(code);
    let unknown: BTreeSet<String> = cases()
        .iter()
        .flat_map(|case| {
            let own = case.name.split('/').next().unwrap_or_default().to_owned();
            case.expected.iter().map(|line| line.code.clone()).chain([own])
        })
        .filter(|code| !is_known(code))
        .collect();
    println!("no check yet: {unknown:?}");
}

#[test]
fn every_check_is_explained_in_both_languages() {
    let mut codes = BTreeSet::new();
    for check in CHECKS {
        assert!(codes.insert(check.code), "{} stands twice", check.code);
        for text in [&check.title, &check.about, &check.example] {
            assert!(!text.ru.is_empty() && !text.en.is_empty(), "{}", check.code);
        }
        assert_eq!(check.source.ru.is_empty(), check.source.en.is_empty(), "{}", check.code);
        assert!(check.example.ru.contains('→') && check.example.en.contains('→'), "{}", check.code);
        assert!(!check.messages.is_empty(), "{}", check.code);
        let gravest = check.messages.iter().map(|message| message.severity).max();
        assert_eq!(gravest, Some(check.severity), "{}: the gravest severity", check.code);
        check.messages.iter().for_each(|message| is_of(message, check));
    }
}

fn is_of(message: &Message, check: &Check) {
    assert_eq!(message.code, check.code);
    for language in [Language::Russian, Language::English] {
        assert!(!message.text(language, &[]).is_empty() && !message.hint(language, &[]).is_empty());
    }
    assert_eq!(names(message.ru), names(message.en), "{}", check.code);
    assert_eq!(names(message.hint_ru), names(message.hint_en), "{}", check.code);
}

/// The names in braces that a message is filled with; `{{…}}` is a user's figure.
fn names(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in text.match_indices('{') {
        let single = !text[..at].ends_with('{') && !text[at + 1..].starts_with('{');
        if let Some(end) = text[at..].find('}').filter(|_| single) {
            names.insert(text[at + 1..at + end].to_owned());
        }
    }
    names
}

#[test]
fn the_codes_of_checks_are_no_codes_of_rooms() {
    assert!(check::messages::ALL.iter().all(|message| check::of_code(message.code).is_none()));
    assert!(CHECKS.iter().any(|check| check.severity == Severity::Error));
}
