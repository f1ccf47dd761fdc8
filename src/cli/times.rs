//! How long the reports of a pack take to say, part by part.

use crate::pack::report::{Part, Talk};
use crate::pipeline::{DocumentFile, Loaded};
use crate::russian::speech::clock;
use crate::source::Language;
use std::sync::Arc;

/// The time of each report of which a document was written.
pub fn times<'w>(loaded: &Loaded, written: impl Iterator<Item = &'w str>, language: Language) -> String {
    let written: Vec<&str> = written.collect();
    let is_written = |document: &&DocumentFile| written.contains(&document.name.as_str());
    let documents = loaded.documents.iter().filter(is_written);
    let mut talks: Vec<&Arc<Talk>> = documents.filter_map(|document| document.talk()).collect();
    talks.dedup_by(|one, other| Arc::ptr_eq(one, other));
    talks.into_iter().map(|talk| time(talk, language)).collect()
}

/// The whole, then each part on a line of its own.
fn time(talk: &Talk, language: Language) -> String {
    let mut titles = talk.titles.iter().map(String::as_str);
    let title = titles.next().unwrap_or_default();
    let (words, rate) = (talk.all_words(), talk.rate());
    let whole = clock(talk.seconds(words));
    let limit = talk.report.limit.as_ref().map(|limit| limit.value);
    let mut out = match (language, limit) {
        (Language::Russian, Some(limit)) => {
            format!("«{title}»: {whole} мин из {limit} (слов: {words}, в минуту: {rate})\n")
        }
        (Language::Russian, None) => format!("«{title}»: {whole} мин (слов: {words}, в минуту: {rate})\n"),
        (Language::English, Some(limit)) => {
            format!("“{title}”: {whole} of {limit} min ({words} words, {rate} a minute)\n")
        }
        (Language::English, None) => format!("“{title}”: {whole} min ({words} words, {rate} a minute)\n"),
    };
    let parts = talk.parts();
    if parts.len() > 1 {
        for part in &parts {
            let heading = part.heading.and_then(|_| titles.next());
            out.push_str(&part_line(part, heading, language));
        }
    }
    out
}

fn part_line(part: &Part<'_>, heading: Option<&str>, language: Language) -> String {
    let title = match (heading, language) {
        (Some(heading), _) => heading,
        (None, Language::Russian) => "вступление",
        (None, Language::English) => "introduction",
    };
    let unit = if language == Language::Russian { "мин" } else { "min" };
    format!("  {:>4} {unit}  {title}\n", clock(part.seconds))
}
