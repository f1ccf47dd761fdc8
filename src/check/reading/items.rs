//! Items of a list that is typed inside one text: lines with dashes, «а) …; б) …».

use super::{Field, Kind, Token};
use crate::source::Span;
use std::ops::Range;

/// The lists that a text holds: for each the bytes of its items, their marks left out.
pub fn items(field: &Field<'_>) -> Vec<Vec<Range<usize>>> {
    let text = field.source.as_str();
    let mut found = if text.contains('\n') { dashed(text) } else { Vec::new() };
    found.extend(counted(field).into_iter().map(|marks| ranges(field, &marks)));
    found.retain(|items| items.len() > 1);
    found
}

/// Lines that begin with a dash behind a line that ends with a colon.
fn dashed(text: &str) -> Vec<Vec<Range<usize>>> {
    let (mut lists, mut own) = (Vec::new(), Vec::<Range<usize>>::new());
    let (mut at, mut opened) = (0, true);
    for line in text.split_inclusive('\n') {
        let (start, words) = (at, line.trim());
        at += line.len();
        let end = start + line.trim_end().len();
        let ended =
            own.last().and_then(|item| text.get(item.clone())).is_some_and(|item| item.ends_with(['.', '!']));
        if is_dashed(words) && (opened || !own.is_empty()) {
            own.push(end - words.len() + behind_dash(words)..end);
        } else if let Some(item) = own.last_mut().filter(|_| !words.is_empty() && !ended) {
            item.end = end;
        } else {
            lists.push(std::mem::take(&mut own));
        }
        opened = words.ends_with(':');
    }
    lists.push(own);
    lists
}

fn is_dashed(line: &str) -> bool {
    let rest = line.strip_prefix(['–', '—', '-', '•']);
    rest.is_some_and(|rest| rest.starts_with([' ', '\u{a0}', '\t']))
}

/// Where the words of a dashed line begin.
fn behind_dash(line: &str) -> usize {
    line.find(char::is_alphanumeric).unwrap_or(line.len())
}

/// The mark of an item within a text: «а)», «2)».
#[derive(Debug)]
pub struct Mark<'f> {
    /// Whether it counts with letters.
    pub is_letter: bool,
    /// Its number, or that of its letter.
    pub number: usize,
    /// Where it stands.
    pub place: Span,
    /// As it is written.
    pub written: &'f str,
    /// Its bytes in the text.
    range: Range<usize>,
    /// Whether a list may begin with it: on a line of its own, or behind a colon.
    begins: bool,
}

/// The marks of items within a text, in their order.
pub fn marks<'f>(field: &'f Field<'_>) -> Vec<Mark<'f>> {
    let mut found = Vec::new();
    if field.source.as_str().contains(')') {
        let mut before = None;
        for sentence in &field.sentences {
            found.extend(
                (1..sentence.tokens.len()).filter_map(|at| mark(field, &sentence.tokens, at, before)),
            );
            before = sentence.tokens.last();
        }
    }
    found
}

/// The mark whose bracket is the token at `at`; `earlier` ends the sentence before.
fn mark<'f>(field: &'f Field<'_>, tokens: &[Token], at: usize, earlier: Option<&Token>) -> Option<Mark<'f>> {
    tokens.get(at).filter(|token| token.is_sign(')') && !token.spaced)?;
    let marker = tokens.get(at - 1).filter(|token| token.bound.is_none())?;
    let letter = letter(marker);
    let number = letter.or_else(|| marker.number().and_then(|_| marker.text.parse().ok()))?;
    let pair = tokens.get(at - 1..=at)?;
    let (place, written) = (field.place_of(pair), field.written(pair));
    let range = marker.range.start..tokens.get(at)?.range.end;
    let before = at.checked_sub(2).and_then(|before| tokens.get(before));
    let gap = before.or(earlier).map_or(0, |token| token.range.end)..range.start;
    let own_line = gap.start == 0 || field.slice(gap).contains('\n');
    let stops = before.is_none_or(|token| matches!(token.kind, Kind::Sign(':' | ';' | ',' | '.')));
    let begins = own_line || before.is_some_and(|token| token.is_sign(':'));
    (own_line || stops).then_some(Mark { is_letter: letter.is_some(), number, place, written, range, begins })
}

/// The how many-eth letter of lists a word is: they leave out ё, й and the signs.
fn letter(token: &Token) -> Option<usize> {
    const LETTERS: &str = "абвгдежзиклмнопрстуфхцчшщэюя";
    let mut letters = token.text.chars();
    let letter = letters.next().filter(|_| token.is_word() && letters.as_str().is_empty())?;
    Some(LETTERS.chars().position(|one| one == letter)? + 1)
}

/// «а) … б) … в) …» and «1) … 2) …»: the bytes of each mark, list by list.
fn counted(field: &Field<'_>) -> Vec<Vec<Range<usize>>> {
    let (mut lists, mut own) = (Vec::new(), Vec::<Range<usize>>::new());
    let mut last: Option<(bool, usize)> = None;
    for mark in marks(field) {
        let follows = last == Some((mark.is_letter, mark.number.saturating_sub(1)));
        if mark.number == 1 && mark.begins {
            lists.push(std::mem::take(&mut own));
        } else if !follows || own.is_empty() {
            continue;
        }
        last = Some((mark.is_letter, mark.number));
        own.push(mark.range);
    }
    lists.push(own);
    lists
}

/// The items behind their marks: each up to the next mark, the last up to the end of its sentence.
fn ranges(field: &Field<'_>, marks: &[Range<usize>]) -> Vec<Range<usize>> {
    let text = field.source.as_str();
    let last = marks.last().map_or(0, |mark| mark.end);
    let sentence = field.sentences.iter().filter_map(|sentence| sentence.tokens.last());
    let end = sentence.map(|token| token.range.end).find(|end| *end > last).unwrap_or(text.len());
    let ends = marks.iter().skip(1).map(|mark| mark.start).chain([end]);
    let item = |(mark, end): (&Range<usize>, usize)| {
        let slice = text.get(mark.end..end).unwrap_or_default();
        let start = mark.end + slice.len() - slice.trim_start().len();
        start..(mark.end + slice.trim_end().len()).max(start)
    };
    marks.iter().zip(ends).map(item).collect()
}
