//! A slide with more words than can be read while it is shown.

use super::{Both, Check, View};
use crate::messages;
use crate::pack::sheet::SummarySheet;
use crate::source::{Finding, Findings, Severity, Span};
use std::collections::BTreeSet;

messages! {
    /// A slide to be read, not seen.
    LONG_SLIDE = "long-slide", Note,
        ru: "на слайде `{name}` слов: {words}, пунктов: {points}", en: "the slide `{name}` has {words} words and {points} points",
        hint_ru: "оставьте до восьми коротких пунктов, остальное скажите", hint_en: "keep eight short points at most, and say the rest";
}

/// The most words of points, quotation and note together.
const WORDS: usize = 70;
/// The most points.
const POINTS: usize = 8;

/// The check.
pub(super) static CHECK: Check = Check {
    code: "long-slide",
    severity: Severity::Note,
    title: Both {
        ru: "На слайде слишком много слов", en: "A slide with too many words"
    },
    about: Both {
        ru: "Слайд видно, а не читают: на нём до восьми пунктов и до семидесяти слов в пунктах, цитате и примечании вместе. Числа, таблицы и \
             картинки не считаются.",
        en: "A slide is seen and not read: eight points at most, and seventy words in points, quotation and note together. Figures, \
             tables and pictures do not count.",
    },
    example: Both {
        ru: "двенадцать пунктов по десять слов → пять пунктов по пять слов",
        en: "twelve points of ten words → five points of five words",
    },
    source: Both { ru: "практика", en: "practice" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let mut seen: BTreeSet<Span> = BTreeSet::new();
    for talk in view.loaded.documents.iter().filter_map(|document| document.talk()) {
        for (name, sheet) in &talk.report.slides.0 {
            let words = words(sheet);
            // The documents of one report share its slides.
            if seen.insert(name.span) && (words > WORDS || sheet.points.len() > POINTS) {
                let finding = Finding::new(&LONG_SLIDE)
                    .arg("name", name.value.as_str())
                    .arg("words", words.to_string());
                findings.push(finding.arg("points", sheet.points.len().to_string()).at(name.span));
            }
        }
    }
}

fn words(sheet: &SummarySheet) -> usize {
    let points = sheet.points.iter().map(|point| point.plain());
    let quote = sheet.quote.iter().map(|quote| quote.text.plain());
    let note = sheet.note.iter().map(|note| note.plain());
    let letters = |word: &&str| word.chars().any(char::is_alphabetic);
    points.chain(quote).chain(note).map(|text| text.split_whitespace().filter(letters).count()).sum()
}
