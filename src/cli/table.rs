//! The table that closes a build.

use super::pick;
use crate::russian::speech::clock;
use crate::source::Language;
use std::path::Path;
use std::time::Duration;

/// A file on the disk with what it is told of.
#[derive(Clone, Debug)]
pub struct Line {
    /// The document's name.
    pub document: String,
    /// The file's extension.
    pub format: &'static str,
    /// Whether its bytes are other than before.
    pub changed: bool,
    /// The file's name, where it was written beside one that is open or closed to writing.
    pub beside: Option<String>,
    /// Pages; `None` for what has none.
    pub pages: Option<usize>,
    /// How many seconds what is spoken takes.
    pub seconds: Option<u32>,
    /// Size.
    pub bytes: usize,
    /// How long the document took; told in its first line.
    pub took: Option<Duration>,
}

/// The lines in columns, those to the left of which nothing stands left out. Times are told where
/// somebody is watching only: what is piped is the same on every run.
pub fn table(lines: &[Line], folder: &Path, watched: Option<Duration>, language: Language) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let t = |ru: &'static str, en: &'static str| pick(language, ru, en).to_owned();
    let head = [
        t("Документ", "Document"),
        t("Формат", "Format"),
        t("Стр.", "Pages"),
        t("Мин.", "Min."),
        t("КБ", "KB"),
        t("Время", "Time"),
        String::new(),
    ];
    let row = |line: &Line| {
        [
            line.document.clone(),
            line.format.to_owned(),
            line.pages.map_or(String::new(), |pages| pages.to_string()),
            line.seconds.map_or(String::new(), clock),
            line.bytes.div_ceil(1024).to_string(),
            line.took.filter(|_| watched.is_some()).map_or(String::new(), |took| time(took, language)),
            match &line.beside {
                Some(name) => format!("→ {name}"),
                None if line.changed => String::new(),
                None => t("без изменений", "unchanged"),
            },
        ]
    };
    let rows: Vec<[String; 7]> = lines.iter().map(row).collect();
    let mut out = columns(&head, &rows);
    let took = watched.map_or(String::new(), |took| format!(", {}", time(took, language)));
    let (files, place) = (t("Файлов", "Files"), t("папка", "folder"));
    out.push_str(&format!("{files}: {}, {place}: {}{took}\n", lines.len(), folder.display()));
    out
}

/// Words stand at the left of their column, numbers at the right.
const WORDS: [bool; 7] = [true, true, false, false, false, false, true];

fn columns(head: &[String; 7], rows: &[[String; 7]]) -> String {
    let shown: Vec<usize> = (0..head.len())
        .filter(|at| rows.iter().any(|row| row.get(*at).is_some_and(|cell| !cell.is_empty())))
        .collect();
    let mut out = String::new();
    for row in std::iter::once(head).chain(rows) {
        let mut line = String::new();
        for at in &shown {
            let all = std::iter::once(head).chain(rows).filter_map(|row| row.get(*at));
            let width = all.map(|cell| cell.chars().count()).max().unwrap_or(0);
            let cell = row.get(*at).map_or("", String::as_str);
            let cell = match WORDS.get(*at) {
                Some(true) => format!("{cell:<width$}  "),
                _ => format!("{cell:>width$}  "),
            };
            line.push_str(&cell);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// «12 мс», «1,3 с».
fn time(took: Duration, language: Language) -> String {
    let milliseconds = took.as_millis();
    if milliseconds < 1000 {
        return format!("{milliseconds} {}", pick(language, "мс", "ms"));
    }
    let seconds = format!("{:.1}", took.as_secs_f64());
    match language {
        Language::Russian => format!("{} с", seconds.replace('.', ",")),
        Language::English => format!("{seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(document: &str, format: &'static str, pages: Option<usize>, changed: bool) -> Line {
        let took = Some(Duration::from_millis(1250));
        Line {
            document: document.to_owned(),
            format,
            changed,
            beside: None,
            pages,
            seconds: None,
            bytes: 60_000,
            took,
        }
    }

    #[test]
    fn columns_stand_one_under_the_other_and_empty_ones_are_left_out() {
        let lines = [line("резолюция", "pdf", Some(5), true), line("лист", "xlsx", None, false)];
        let table = table(&lines, Path::new("out"), None, Language::Russian);
        let expected = "Документ   Формат  Стр.  КБ\n\
                        резолюция  pdf        5  59\n\
                        лист       xlsx          59  без изменений\n\
                        Файлов: 2, папка: out\n";
        assert_eq!(table, expected);
    }

    #[test]
    fn times_are_told_to_those_who_watch() {
        let lines = [line("резолюция", "pdf", Some(5), true)];
        let watched = table(&lines, Path::new("out"), Some(Duration::from_millis(80)), Language::Russian);
        assert!(watched.contains("1,2 с") || watched.contains("1,3 с"), "{watched}");
        assert!(watched.ends_with("out, 80 мс\n"), "{watched}");
    }
}
