//! Checks explained: a line for a list, a page for one of them.

use super::Check;
use crate::russian::typography::one_line;
use crate::source::{Language, Severity};

/// Code and title on one line.
pub fn line(check: &Check, language: Language) -> String {
    format!("{:<22} {}\n", check.code, check.title.text(language))
}

/// What a check looks for, with its example and source.
pub fn page(check: &Check, language: Language) -> String {
    let russian = language == Language::Russian;
    let pick = |ru: &'static str, en: &'static str| if russian { ru } else { en };
    let mut page = format!(
        "{} [{}]\n{}: {}\n\n{}\n",
        check.title.text(language),
        check.code,
        pick("Важность", "Severity"),
        severity(check.severity, language),
        folded(check.about.text(language)),
    );
    if let Some((wrong, right)) = check.example.text(language).split_once('→') {
        page.push_str(&format!("\n{}: {}\n", pick("Замечание", "Found"), wrong.trim()));
        page.push_str(&format!("{}: {}\n", pick("Надо", "Better"), right.trim()));
    }
    let source = check.source.text(language);
    if !source.is_empty() {
        page.push_str(&format!("\n{}: {source}\n", pick("Основание", "Source")));
    }
    page
}

/// A severity as a pack writes it.
pub fn severity(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Russian) => "ошибка",
        (Severity::Warning, Language::Russian) => "предупреждение",
        (Severity::Note, Language::Russian) => "замечание",
        (Severity::Error, Language::English) => "error",
        (Severity::Warning, Language::English) => "warning",
        (Severity::Note, Language::English) => "note",
    }
}

/// Words with one blank between two.
fn folded(text: &str) -> String {
    one_line(text)
}

/// The same for a page of documentation.
pub fn markdown(check: &Check, language: Language) -> String {
    let pick = |ru: &'static str, en: &'static str| if language == Language::Russian { ru } else { en };
    let mut text = format!("\n## {}\n\n", check.code);
    text.push_str(&format!("**{}.** {}\n", check.title.text(language), folded(check.about.text(language))));
    if let Some((wrong, right)) = check.example.text(language).split_once('→') {
        text.push_str(&format!("\n- {}: {}\n", pick("замечание", "found"), wrong.trim()));
        text.push_str(&format!("- {}: {}\n", pick("надо", "better"), right.trim()));
    }
    let source = check.source.text(language);
    if !source.is_empty() {
        text.push_str(&format!("\n{}: {source}.\n", pick("Основание", "Source")));
    }
    text
}
