//! Items of one list that end in different marks.

use super::lists::{Texts, lists, points};
use super::{Both, Check, Field, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity, SourceText};
use crate::text::Piece;
use std::ops::Range;

messages! {
    /// An item that ends as no other.
    LIST_PUNCTUATION = "list-punctuation", Note,
        ru: "пункт кончается иначе, чем остальные в этом списке: здесь {here}, там {others}",
        en: "the item ends unlike the others of its list: {here} here, {others} there",
        hint_ru: "закончите пункты списка одинаково; последний – точкой", hint_en: "end the items of a list alike, the last one with a full stop";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "list-punctuation",
    severity: Severity::Note,
    title: Both {
        ru: "Пункты одного списка кончаются по-разному", en: "Items of one list end differently"
    },
    about: Both {
        ru: "Пункты одного списка кончаются одним знаком: точкой, точкой с запятой, запятой или ничем; последний может кончаться точкой. \
             Смотрят на то, что печатается: число «5 тыс. руб.» кончает пункт точкой. Пункты, за которыми идёт свой список, не сравниваются.",
        en: "The items of one list end with one mark; the last may end with a full stop. What is printed counts: a figure «5 тыс. руб.» ends its item with a full stop. \
             Items with a list under them are not compared.",
    },
    example: Both {
        ru: "– открытые уроки; – встречи с родителями – выставку книг. → – открытые уроки; – встречи с родителями; – выставку книг.",
        en: "– открытые уроки; – встречи с родителями – выставку книг. → – открытые уроки; – встречи с родителями; – выставку книг.",
    },
    source: Both {
        ru: "нормы русской пунктуации", en: "the rules of Russian punctuation"
    },
    messages: ALL,
    run,
};

/// How an item ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// A full stop, or a mark that ends a sentence as well.
    Stop,
    Semicolon,
    Comma,
    Nothing,
}

impl End {
    /// How a text ends as it is printed: a figure may end with «руб.».
    fn of_printed(field: &Field<'_>) -> Option<End> {
        let pieces = field.text?.paragraphs.last()?;
        let printed = |piece: &Piece| match piece {
            Piece::Words { text, .. } => Some(text.clone()).filter(|text| !text.trim().is_empty()),
            Piece::Break { .. } => None,
            Piece::Call { call, .. } => {
                let bound = field.bound.iter().find(|bound| bound.call.range == call.range);
                // A reference prints a number.
                Some(bound.map_or_else(|| "1".to_owned(), |bound| bound.printed.clone()))
            }
        };
        End::of(&pieces.iter().rev().find_map(printed)?)
    }

    fn of(text: &str) -> Option<End> {
        match text.trim_end_matches([' ', '\u{a0}', '\n', '\t', '*']).chars().next_back()? {
            '.' | '!' | '?' | '…' => Some(End::Stop),
            ';' => Some(End::Semicolon),
            ',' => Some(End::Comma),
            ':' => None,
            _ => Some(End::Nothing),
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            End::Stop => ("точка", "a full stop"),
            End::Semicolon => ("точка с запятой", "a semicolon"),
            End::Comma => ("запятая", "a comma"),
            End::Nothing => ("нет знака", "no mark"),
        }
    }

    /// Whether the last item of a list may end so, if the others end as `self`.
    fn allows_last(self, last: End) -> bool {
        match self {
            End::Stop => last == End::Stop,
            End::Semicolon => matches!(last, End::Stop | End::Semicolon),
            End::Comma => last != End::Nothing,
            End::Nothing => matches!(last, End::Nothing | End::Stop),
        }
    }
}

fn run(view: &View<'_>, findings: &mut Findings) {
    let texts = Texts::new(view);
    for list in lists(view) {
        let fields: Vec<&Field<'_>> = list.leaves().filter_map(|clause| texts.of(clause)).collect();
        of_list(&fields, list.items.len(), findings);
    }
    for points in points(view) {
        let fields: Vec<&Field<'_>> = points.iter().filter_map(|point| texts.of_point(point)).collect();
        of_list(&fields, points.len(), findings);
    }
}

/// The items that differ; `all` counts those with lists of their own too.
fn of_list(fields: &[&Field<'_>], all: usize, findings: &mut Findings) {
    let ends: Vec<(&SourceText, End)> =
        fields.iter().filter_map(|field| Some((field.source, End::of_printed(field)?))).collect();
    // In a list whose last item is a list itself, every item stands before the last.
    let body = if ends.len() == all { ends.len().saturating_sub(1) } else { ends.len() };
    let Some(usual) = most(ends.get(..body).unwrap_or_default()) else { return };
    for (at, (text, end)) in ends.iter().enumerate() {
        let right = if at < body { *end == usual } else { usual.allows_last(*end) };
        if !right {
            let place = text.span(last_word(text.as_str()));
            let finding =
                Finding::new(&LIST_PUNCTUATION).arg("here", end.words()).arg("others", usual.words());
            findings.push(finding.at(place));
        }
    }
}

/// How most items end; of equally many the first.
fn most(items: &[(&SourceText, End)]) -> Option<End> {
    let count = |end: End| items.iter().filter(|(_, other)| *other == end).count();
    let kinds = items.iter().map(|(_, end)| *end);
    kinds.rev().max_by_key(|end| count(*end))
}

/// The bytes of the last word with its mark.
fn last_word(text: &str) -> Range<usize> {
    let end = text.trim_end().len();
    let body = &text[..end];
    let start = body
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + body[at..].chars().next().map_or(1, char::len_utf8));
    start..end
}
