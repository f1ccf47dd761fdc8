//! Items of one list that end in different marks.

use super::reading::items::items;
use super::reading::lists::{Texts, lists, points};
use super::{Both, Check, Field, View};
use crate::messages;
use crate::russian::verbal::beginning;
use crate::source::{Finding, Findings, Severity, SourceText, Span};
use crate::text::{Call, Piece};
use std::ops::Range;

messages! {
    /// An item that ends as no other.
    LIST_PUNCTUATION = "list-punctuation", Note,
        ru: "пункт кончается иначе, чем остальные в этом списке: здесь {here}, там {others}",
        en: "the item ends unlike the others of its list: {here} here, {others} there",
        hint_ru: "закончите пункты списка одинаково; последний – точкой", hint_en: "end the items of a list alike, the last one with a full stop";
    /// A capital letter among small ones, or the other way round.
    LIST_CAPITAL = "list-punctuation", Note,
        ru: "пункт начинается {here}, а остальные в этом списке – {others}",
        en: "the item begins with {here}, the others of its list with {others}",
        hint_ru: "напишите «{right}»", hint_en: "write «{right}»";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "list-punctuation",
    severity: Severity::Note,
    title: Both {
        ru: "Пункты одного списка кончаются по-разному", en: "Items of one list end differently"
    },
    about: Both {
        ru: "Пункты одного списка кончаются одним знаком: точкой, точкой с запятой, запятой или ничем; последний – точкой, если так кончаются другие \
             списки документа. Смотрят на то, что печатается: число «5 тыс. руб.» кончает пункт точкой. Начинаются они одинаково: с прописной или со строчной буквы (кроме имён). Пункты, за которыми идёт свой список, не сравниваются; список внутри одного текста (строки с тире, «а) …; б) …») – такой же список.",
        en: "The items of one list end with one mark, the last with a full stop, where other lists of the document do so. What is printed counts: a figure «5 тыс. руб.» ends its item with a full stop. They begin \
             alike, with capital or small letters, names excepted. Items with a list under them are \
             not compared; a list typed inside one text (lines with dashes, «а) …; б) …») is a list as well.",
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
            Piece::Call { call, .. } => Some(printed(field, call)),
        };
        End::of(&pieces.iter().rev().find_map(printed)?)
    }

    /// The same of an item within a text.
    fn of_item(field: &Field<'_>, item: &Range<usize>) -> Option<End> {
        let text = field.slice(item.clone()).trim_end();
        let end = item.start + text.len();
        let call = field.text?.calls().find(|call| call.range.end == end);
        call.map_or_else(|| End::of(text), |call| End::of(&printed(field, call)))
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

/// What a call prints; a reference prints a number.
fn printed(field: &Field<'_>, call: &Call) -> String {
    let bound = field.bound.iter().find(|bound| bound.call.range == call.range);
    bound.map_or_else(|| "1".to_owned(), |bound| bound.printed.clone())
}

fn run(view: &View<'_>, findings: &mut Findings) {
    let texts = Texts::new(view);
    let lists = lists(view);
    let mut ends: Vec<(usize, Ends)> = Vec::new();
    for list in &lists {
        let fields: Vec<&Field<'_>> = list.leaves().filter_map(|clause| texts.of(clause)).collect();
        first_letters(&fields, findings);
        let own = Ends::of(&fields, list.items.len(), Some(End::Nothing));
        own.look(findings);
        ends.push((list.document, own));
    }
    for document in 0..view.loaded.documents.len() {
        last_marks(ends.iter().filter(|(own, _)| *own == document).map(|(_, ends)| ends), findings);
    }
    for points in points(view) {
        let fields: Vec<&Field<'_>> = points.iter().filter_map(|point| texts.of_point(point)).collect();
        first_letters(&fields, findings);
        Ends::of(&fields, points.len(), None).look(findings);
    }
    for field in view.fields.iter().filter(|field| field.kind.is_prose()) {
        items(field).iter().for_each(|items| Ends::within(field, items).look(findings));
    }
}

/// How the items of a list end.
struct Ends {
    /// The last word of each item, and its end.
    items: Vec<(Span, End)>,
    /// How many of them stand before the last item of the list.
    body: usize,
    /// The end that is least to be expected: clauses have a mark, the points of slides need none.
    rarest: Option<End>,
}

impl Ends {
    /// The ends of some items; `all` counts those with lists of their own too.
    fn of(fields: &[&Field<'_>], all: usize, rarest: Option<End>) -> Ends {
        let end = |field: &&Field<'_>| {
            let text = field.source;
            Some((text.span(last_word(text.as_str(), 0..text.as_str().len())), End::of_printed(field)?))
        };
        Ends::new(fields.iter().filter_map(end).collect(), all, rarest)
    }

    /// The ends of items that are typed inside one text.
    fn within(field: &Field<'_>, items: &[Range<usize>]) -> Ends {
        let end = |item: &Range<usize>| {
            let word = last_word(field.source.as_str(), item.clone());
            Some((field.source.span(word), End::of_item(field, item)?))
        };
        Ends::new(items.iter().filter_map(end).collect(), items.len(), Some(End::Nothing))
    }

    fn new(items: Vec<(Span, End)>, all: usize, rarest: Option<End>) -> Ends {
        // In a list whose last item is a list itself, every item stands before the last.
        let body = if items.len() == all { items.len().saturating_sub(1) } else { items.len() };
        Ends { items, body, rarest }
    }

    /// How most items before the last end; of equally many the first, but for the rarest.
    fn usual(&self) -> Option<End> {
        let body = self.items.get(..self.body).unwrap_or_default();
        let count = |end: End| body.iter().filter(|(_, other)| *other == end).count();
        let kinds = body.iter().map(|(_, end)| *end);
        // Among clauses a semicolon is what is meant where one item has it and one has not.
        let meant = |end: End| self.rarest.is_some() && end == End::Semicolon;
        kinds.rev().max_by_key(|end| (count(*end), meant(*end), Some(*end) != self.rarest))
    }

    /// The items that differ.
    fn look(&self, findings: &mut Findings) {
        let Some(usual) = self.usual() else { return };
        for (at, (place, end)) in self.items.iter().enumerate() {
            let right = if at < self.body { *end == usual } else { usual.allows_last(*end) };
            if !right {
                findings.push(unlike(*place, *end, usual));
            }
        }
    }

    /// The last item of a list whose items end in semicolons, with how it ends.
    fn last_of_semicolons(&self) -> Option<(Span, End)> {
        self.items.get(self.body).copied().filter(|_| self.usual() == Some(End::Semicolon))
    }
}

fn unlike(place: Span, here: End, others: End) -> Finding {
    let finding = Finding::new(&LIST_PUNCTUATION).arg("here", here.words()).arg("others", others.words());
    finding.at(place)
}

/// A list that ends with a semicolon, where most lists of the document end with a full stop.
fn last_marks<'e>(lists: impl Iterator<Item = &'e Ends>, findings: &mut Findings) {
    let last: Vec<(Span, End)> = lists.filter_map(Ends::last_of_semicolons).collect();
    let stops = last.iter().filter(|(_, end)| *end == End::Stop).count();
    if stops * 2 > last.len() {
        let others = last.iter().filter(|(_, end)| *end == End::Semicolon);
        others.for_each(|(place, end)| findings.push(unlike(*place, *end, End::Stop)));
    }
}

/// The item whose first letter is a capital among small ones, and the other way round.
fn first_letters(fields: &[&Field<'_>], findings: &mut Findings) {
    let words = fields.iter().filter_map(|field| {
        let text = field.source;
        let start = text.as_str().find(|c: char| !c.is_whitespace() && c != '*')?;
        let rest = &text.as_str()[start..];
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        rest.starts_with(char::is_alphabetic).then(|| (text, start..start + end))
    });
    let words: Vec<(&SourceText, Range<usize>)> = words.collect();
    let is_capital = |(text, word): &&(&SourceText, Range<usize>)| {
        text.as_str()[word.clone()].starts_with(char::is_uppercase)
    };
    let (capital, small): (Vec<_>, Vec<_>) = words.iter().partition(is_capital);
    let (odd, right) = match (capital.as_slice(), small.as_slice()) {
        // A name keeps its capital: only what is known to begin an item is blamed.
        ([odd], [_, _, ..]) => (*odd, odd.0.as_str()[odd.1.clone()].to_lowercase()),
        ([_, _, ..], [odd]) => (*odd, capitalised(&odd.0.as_str()[odd.1.clone()])),
        _ => return,
    };
    let (text, word) = odd;
    let known = beginning(&text.as_str()[word.clone()].to_lowercase()).is_some();
    if known {
        let (big, little) = (("с прописной", "a capital"), ("со строчной", "a small letter"));
        let (here, others) = if capital.len() == 1 { (big, little) } else { (little, big) };
        let finding = Finding::new(&LIST_CAPITAL).arg("here", here).arg("others", others).arg("right", right);
        findings.push(finding.at(text.span(word.clone())));
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The bytes of the last word of an item with its mark.
fn last_word(text: &str, item: Range<usize>) -> Range<usize> {
    let body = text.get(item.clone()).unwrap_or_default().trim_end();
    let start = body
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + body[at..].chars().next().map_or(1, char::len_utf8));
    item.start + start..item.start + body.len()
}
