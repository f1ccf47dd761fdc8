//! The same task given twice, nearly word for word.

use super::reading::lists::{List, addressees, lists};
use super::{Both, Check, View};
use crate::messages;
use crate::pack::resolution::{Addressee, Clause};
use crate::russian::near_duplicate::near_duplicates;
use crate::russian::typography::fold;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A task that was set before.
    REPEATED_TASK = "repeated-task", Warning,
        ru: "это поручение уже дано выше", en: "this task was set before",
        hint_ru: "оставьте одно или скажите, чем они различаются", hint_en: "keep one of them, or say how they differ";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "repeated-task",
    severity: Severity::Warning,
    title: Both { ru: "Поручение дано дважды", en: "A task set twice" },
    about: Both {
        ru: "Два поручения одного документа говорят одно и то же почти слово в слово: одно получается из другого перестановкой или \
             добавлением слов. Поручения, которые различаются словом или числом («учителей физики» и «учителей истории», 4 и 8 классы), и \
             поручения разным адресатам не повторы.",
        en: "Two tasks of one document say the same, nearly word for word: one is the other with words moved or added. Tasks \
             that differ by a word or a number, or are given to different addressees, are no repetition.",
    },
    example: Both {
        ru: "1.1. Обновить городской банк программ. 1.7. Обновить городской банк программ. → 1.1. Обновить городской банк программ.",
        en: "1.1. Обновить городской банк программ. 1.7. Обновить городской банк программ. → 1.1. Обновить городской банк программ.",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

/// A task with those to whom it is given.
struct Given<'a> {
    clause: &'a Clause,
    to: &'a [Addressee],
}

fn run(view: &View<'_>, findings: &mut Findings) {
    let lists = lists(view);
    for document in 0..view.loaded.documents.len() {
        let own = lists.iter().filter(|list| list.document == document);
        let mut tasks: Vec<Given<'_>> = own.flat_map(given).collect();
        tasks.sort_by_key(|task| task.clause.span.start);
        of_document(&tasks, findings);
    }
}

/// How many words make a task of a clause that has others under it.
const LEAST_WORDS: usize = 5;

fn given<'a>(list: &List<'a>) -> Vec<Given<'a>> {
    let to = list.to;
    let given = |clause: &'a Clause| Given {
        clause,
        to: if addressees(clause).is_empty() { to } else { addressees(clause) },
    };
    // A task with items under it is one too; «Обеспечить:» names none.
    let says = |clause: &&Clause| clause.clauses.is_empty() || words(clause).len() >= LEAST_WORDS;
    list.items.iter().filter(|clause| clause.text.is_some()).filter(says).map(given).collect()
}

fn of_document(tasks: &[Given<'_>], findings: &mut Findings) {
    let words: Vec<Vec<String>> = tasks.iter().map(|task| words(task.clause)).collect();
    let apart = |one: usize, two: usize| match (tasks.get(one), tasks.get(two)) {
        (Some(one), Some(two)) => have_nobody_in_common(one.to, two.to),
        _ => true,
    };
    for (later, earlier) in near_duplicates(&words, apart) {
        let place = |at: usize| Some(tasks.get(at)?.clause.text.as_ref()?.source.trimmed().whole());
        if let (Some(later), Some(earlier)) = (place(later), place(earlier)) {
            findings.push(Finding::new(&REPEATED_TASK).at(later).label(earlier, ("здесь", "here")));
        }
    }
}

fn words(clause: &Clause) -> Vec<String> {
    let text = clause.text.as_ref().map(|text| fold(text.plain())).unwrap_or_default();
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    text.split([' ', '-']).map(word).filter(|word| !word.is_empty()).collect()
}

fn have_nobody_in_common(one: &[Addressee], two: &[Addressee]) -> bool {
    let same = |one: &Addressee| two.iter().any(|two| fold(one.0.plain()) == fold(two.0.plain()));
    !one.is_empty() && !two.is_empty() && !one.iter().any(same)
}
