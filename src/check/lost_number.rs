//! A number typed by hand that refers to a clause, a table or a slide that is not there.

use super::{Both, Check, Field, Kind, Sentence, Token, View};
use crate::messages;
use crate::pack::report::Talk;
use crate::pack::resolution::{Clause, Mark, Resolution};
use crate::pack::speech::SpeechBlock;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// «(таблица 7)» where there are two tables.
    LOST_NUMBER = "lost-number", Warning,
        ru: "«{written}», а {there}", en: "“{written}”, but {there}",
        hint_ru: "исправьте номер; номер, который не собьётся, печатают `{{п имя}}` и `{{табл имя}}`",
        hint_en: "correct the number; one that never goes wrong is printed by `{{clause name}}` and `{{table name}}`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "lost-number",
    severity: Severity::Warning,
    title: Both {
        ru: "Номера, на который ссылаются, нет", en: "A number that leads nowhere"
    },
    about: Both {
        ru: "Номер таблицы, слайда или пункта, набранный рукой («таблица 7», «на слайде 14», «пункт 9.4 настоящего решения»), больше, чем \
             их есть в документе. Пункты законов, приказов и других документов, таблицы приложений не сверяются.",
        en: "The number of a table, slide or clause that was typed by hand is greater than there are in the document. Clauses of \
             laws, orders and other documents are left alone.",
    },
    example: Both {
        ru: "Принять к сведению данные (таблица 7). → Принять к сведению данные (таблица {{табл сеть}}).",
        en: "Принять к сведению данные (таблица 7). → Принять к сведению данные (таблица {{table network}}).",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.prose() {
        for at in 0..sentence.tokens.len() {
            findings.list.extend(look(field, sentence, at));
        }
    }
}

fn look(field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Finding> {
    let word = sentence.tokens.get(at).filter(|token| token.bound.is_none())?;
    let number = sentence.tokens.get(at + 1).filter(|token| token.bound.is_none())?;
    let document = field.document?;
    let there = match document.resolution() {
        Some(resolution) if word.is_any(TABLE) => no_table(resolution, sentence, at, number)?,
        Some(resolution) if word.is_any(CLAUSE) => no_clause(resolution, sentence, at, number)?,
        None if word.is_any(SLIDE) => no_slide(document.talk()?, number)?,
        _ => return None,
    };
    let tokens = sentence.tokens.get(at..at + 2)?;
    let finding = Finding::new(&LOST_NUMBER).arg("written", field.written(tokens)).arg("there", there);
    Some(finding.at(field.place(number)))
}

const TABLE: &[&str] = &["таблица", "таблицы", "таблице", "таблицу", "таблицей"];
const CLAUSE: &[&str] = &["пункт", "пункта", "пункту", "пункте", "пунктом"];
const SLIDE: &[&str] = &["слайд", "слайда", "слайду", "слайде", "слайдом"];

/// What there is, in both languages.
type There = (String, String);

fn whole(number: &Token) -> Option<usize> {
    number.number().filter(|known| known.decimals == 0)?;
    number.text.parse().ok()
}

fn no_table(resolution: &Resolution, sentence: &Sentence, at: usize, number: &Token) -> Option<There> {
    let own = clauses(&resolution.clauses.0).filter(|clause| clause.table.is_some()).count();
    let count = own + resolution.appendices.iter().filter(|appendix| appendix.table.is_some()).count();
    let closed = sentence.tokens.get(at + 2).is_none_or(|next| !next.is_word());
    let lost = whole(number).is_some_and(|number| number > count);
    (lost && closed && count > 0)
        .then(|| (format!("таблиц в документе {count}"), format!("the document has {count} tables")))
}

fn no_slide(talk: &Talk, number: &Token) -> Option<There> {
    let cues = talk.speech.blocks.iter().filter(|block| matches!(block, SpeechBlock::Cue(_))).count();
    let lost = whole(number).is_some_and(|number| number > cues + 1);
    (lost && cues > 0).then(|| (format!("слайдов {}", cues + 1), format!("there are {} slides", cues + 1)))
}

fn no_clause(resolution: &Resolution, sentence: &Sentence, at: usize, number: &Token) -> Option<There> {
    let parts: Vec<usize> = match &number.kind {
        Kind::Dotted => number.text.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?,
        _ => vec![whole(number)?],
    };
    if !is_of_this(sentence, at) || clauses(&resolution.clauses.0).any(|clause| clause.numbering.is_some()) {
        return None;
    }
    let (mut list, mut mark) = (resolution.clauses.0.as_slice(), resolution.list);
    for part in &parts {
        if !matches!(mark, None | Some(Mark::Decimal)) {
            return None;
        }
        let Some(clause) = part.checked_sub(1).and_then(|at| list.get(at)) else {
            let lost = number.text.as_str();
            return Some((
                format!("пункта {lost} в документе нет"),
                format!("the document has no clause {lost}"),
            ));
        };
        (list, mark) = (&clause.clauses, clause.list);
    }
    None
}

/// «Пункт 9.4 настоящего решения»; in brackets alone, where no other document is named.
fn is_of_this(sentence: &Sentence, at: usize) -> bool {
    const OTHERS: &[&str] =
        &["закон", "приказ", "положени", "порядк", "кодекс", "стандарт", "устав", "план", "программ"];
    let next = sentence.tokens.get(at + 2);
    let own = next.is_some_and(|next| next.begins(&["настоящ"]));
    let alone = next.is_some_and(|next| next.is_sign(')'))
        && !sentence.tokens.iter().any(|token| token.begins(OTHERS));
    own || alone
}

/// The clauses of a list with those under them.
fn clauses(list: &[Clause]) -> Box<dyn Iterator<Item = &Clause> + '_> {
    Box::new(list.iter().flat_map(|clause| std::iter::once(clause).chain(clauses(&clause.clauses))))
}
