//! What is written at a place, with a few words around it.

use crate::check::{Field, FieldKind, View};
use crate::source::{Place, Span};
use crate::text::Piece;
use std::ops::Range;

/// Characters that are shown before and after, and at most of what is marked itself.
const BEFORE: usize = 45;
const AFTER: usize = 30;
const MARKED: usize = 160;

/// What is written, as a reader of the document sees it, and what is marked in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Writing {
    /// Where it stands.
    pub place: Place,
    /// The text: a paragraph, a line, a cell.
    text: String,
    /// What is marked, in order.
    marks: Vec<Range<usize>>,
}

/// A run of words; whether they are marked.
pub(super) type Run = (String, bool);

/// What is written at some places: what stands in one paragraph is marked in one writing.
pub(super) fn writings<'p>(places: impl Iterator<Item = &'p Place>, view: &View<'_>) -> Vec<Writing> {
    let mut all: Vec<Writing> = Vec::new();
    for writing in places.filter_map(|place| written(place, view)) {
        match all.iter_mut().find(|known| known.is_beside(&writing)) {
            Some(known) => known.marks.extend(writing.marks),
            None => all.push(writing),
        }
    }
    all
}

/// What is written at a place; `None` for a whole file.
fn written(place: &Place, view: &View<'_>) -> Option<Writing> {
    let tables = view.loaded.tables.values();
    let mut cells = tables.flat_map(|table| table.grid().cells());
    if let Some(cell) = cells.find(|cell| cell.place == *place && !cell.text.is_empty()) {
        let text = cell.text.trim().to_owned();
        let whole = 0..text.len();
        return Some(Writing { place: place.clone(), marks: Vec::from([whole]), text });
    }
    let Place::Text(span) = place else { return None };
    let (text, mark) = match field_of(*span, view) {
        Some((field, range)) => around(field, range),
        None => in_file(*span, view)?,
    };
    Some(Writing { place: place.clone(), text, marks: vec![mark] })
}

/// The text field in which a place lies, and the bytes of the field's text.
pub(super) fn field_of<'v, 'a>(span: Span, view: &'v View<'a>) -> Option<(&'v Field<'a>, Range<usize>)> {
    let holds = |field: &&Field<'_>| {
        let whole = field.source.whole();
        whole.source == span.source && whole.start <= span.start && span.end <= whole.end
    };
    let field = view.fields.iter().find(holds)?;
    let text = field.source.as_str();
    let starts = |at: usize, c: char| field.source.span(at..at + c.len_utf8()).start;
    let first = |from: u32| {
        let mut chars = text.char_indices();
        chars.find(|(at, c)| starts(*at, *c) >= from).map_or(text.len(), |(at, _)| at)
    };
    let start = first(span.start);
    Some((field, start..first(span.end).max(start)))
}

/// A text that no field holds, as it stands in its line of the file.
fn in_file(span: Span, view: &View<'_>) -> Option<(String, Range<usize>)> {
    let text = view.sources.get(span.source).text.as_deref()?;
    let start = text.get(..span.start as usize)?.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..)?.lines().next()?;
    let blank = line.len() - line.trim_start().len();
    let within = |at: u32| (at as usize).saturating_sub(start + blank);
    Some((line.trim_start().to_owned(), within(span.start)..within(span.end)))
}

/// The paragraph around a range, with its figures printed; a deadline with its task.
fn around(field: &Field<'_>, range: Range<usize>) -> (String, Range<usize>) {
    let paragraph = field.text.and_then(|text| {
        let holds = |pieces: &&Vec<Piece>| pieces.last().is_some_and(|last| range.start < range_of(last).end);
        text.paragraphs.iter().find(holds)
    });
    let Some(paragraph) = paragraph else {
        let task = match field.kind {
            FieldKind::Deadline => field.clause.and_then(|clause| clause.text.as_ref()),
            _ => None,
        };
        let task = task.map_or_else(String::new, |text| {
            format!("{} – ", first(text.plain().trim().trim_end_matches('.'), BEFORE - 5))
        });
        return (
            format!("{task}{}", field.source.as_str()),
            task.len() + range.start..task.len() + range.end,
        );
    };
    let mut shown = String::new();
    let mut marked: Option<Range<usize>> = None;
    for piece in paragraph {
        let at = shown.len();
        shown.push_str(&printed(field, piece));
        if let Some(here) = overlap(piece, &range, at..shown.len()) {
            marked = Some(marked.map_or(here.start, |before| before.start)..here.end);
        }
    }
    let whole = 0..shown.len();
    (shown, marked.unwrap_or(whole))
}

/// The part of a piece, which is shown at `shown`, that lies in `range`.
fn overlap(piece: &Piece, range: &Range<usize>, shown: Range<usize>) -> Option<Range<usize>> {
    let own = range_of(piece);
    let (start, end) = (own.start.max(range.start), own.end.min(range.end.max(range.start + 1)));
    let at = |byte: usize| (shown.start + byte - own.start).min(shown.end);
    match piece {
        _ if start >= end => None,
        Piece::Words { .. } => Some(at(start)..at(end)),
        _ => Some(shown),
    }
}

fn range_of(piece: &Piece) -> Range<usize> {
    match piece {
        Piece::Words { range, .. } | Piece::Break { range } => range.clone(),
        Piece::Call { call, .. } => call.range.clone(),
    }
}

fn printed(field: &Field<'_>, piece: &Piece) -> String {
    match piece {
        Piece::Words { text, .. } => text.clone(),
        Piece::Break { .. } => " ".to_owned(),
        Piece::Call { call, .. } => {
            let bound = field.bound.iter().find(|bound| bound.call.range == call.range);
            bound.map_or_else(|| "…".to_owned(), |bound| bound.printed.clone())
        }
    }
}

impl Writing {
    /// Whether another is of the same paragraph.
    fn is_beside(&self, other: &Writing) -> bool {
        let is_cell = |writing: &Writing| matches!(writing.place, Place::Cell(_));
        !is_cell(self) && self.place.source() == other.place.source() && self.text == other.text
    }

    /// What is marked, and the words around it as far as they fit.
    pub fn runs(&self) -> Vec<Run> {
        let mut marks: Vec<Range<usize>> = self.marks.iter().map(|mark| self.within(mark)).collect();
        marks.sort_by_key(|mark| (mark.start, mark.end));
        let Some(from) = marks.first().map(|mark| mark.start) else { return Vec::new() };
        let (mut runs, mut at) = (vec![(last(&self.text[..from]), false)], from);
        for mark in marks.iter().filter(|mark| mark.start - from <= MARKED) {
            if mark.start >= at {
                runs.push((self.text[at..mark.start].to_owned(), false));
                runs.push((first(&self.text[mark.clone()], MARKED), true));
                at = mark.end;
            }
        }
        runs.push((first(&self.text[at..], AFTER), false));
        runs.retain(|(words, _)| !words.is_empty());
        runs.into_iter().map(|(words, marked)| (words.replace(['\n', '\r', '\t'], " "), marked)).collect()
    }

    /// A range between characters.
    fn within(&self, mark: &Range<usize>) -> Range<usize> {
        let boundary = |at: usize| {
            (0..=at.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0)
        };
        let start = boundary(mark.start);
        start..boundary(mark.end).max(start)
    }
}

/// The end of a text, from the beginning of a word.
fn last(text: &str) -> String {
    match text.char_indices().rev().nth(BEFORE) {
        Some((from, _)) => {
            let tail = &text[from..];
            let tail = tail.split_once([' ', '\u{a0}']).map_or(tail, |(_, tail)| tail);
            format!("…{tail}")
        }
        None => text.trim_start().to_owned(),
    }
}

/// The beginning of a text, to the end of a word.
fn first(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((to, _)) => {
            let end = text[..to].rfind(' ').unwrap_or(to);
            format!("{}…", &text[..end])
        }
        None => text.trim_end().to_owned(),
    }
}
