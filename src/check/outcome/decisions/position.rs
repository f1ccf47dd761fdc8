//! Where something stands, in the words of her who reads the paper: document and clause, table
//! and cell.

use crate::check::{FieldKind, View};
use crate::document::{Around, Document};
use crate::pipeline::{DocumentFile, Loaded, assembled};
use crate::source::{Findings, Language, Place, Sources, Span};
use crate::tables::Table;

/// At most so many characters of a heading or a table's title are named.
const LONGEST: usize = 60;

/// A place in words.
#[derive(Clone, Debug, Default)]
pub(super) struct Position {
    /// The document or the table alone.
    pub document: String,
    /// All of it.
    pub words: String,
    /// Row and column of a cell alone.
    heads: Option<String>,
}

impl Position {
    /// As it is named beside another: the table is not named twice.
    pub fn seen_from(self, other: &Position) -> String {
        match self.heads {
            Some(heads) if self.document == other.document => heads,
            _ => self.words,
        }
    }
}

/// The documents of a pack as they are printed, to find places in.
pub(super) struct Positions<'l> {
    loaded: &'l Loaded,
    sources: &'l Sources,
    language: Language,
    documents: Vec<(&'l DocumentFile, Document)>,
}

impl<'l> Positions<'l> {
    /// Assembles the documents; what is wrong with them was said before.
    pub fn new(loaded: &'l Loaded, sources: &'l Sources, language: Language) -> Positions<'l> {
        let mut said = Findings::default();
        let made =
            |document: &'l DocumentFile| Some((document, assembled(loaded, document, sources, &mut said)?));
        let documents = loaded.documents.iter().filter_map(made).collect();
        Positions { loaded, sources, language, documents }
    }

    /// Where a place is.
    pub fn of(&self, place: &Place, view: &View<'_>) -> Position {
        if let Some(position) = self.cell(place) {
            return position;
        }
        let found = match place {
            Place::Text(span) => self.printed(*span, view),
            _ => None,
        };
        found.unwrap_or_else(|| self.file(place))
    }

    fn pick(&self, ru: &'static str, en: &'static str) -> &'static str {
        if self.language == Language::Russian { ru } else { en }
    }

    /// A cell of a table of statistics.
    fn cell(&self, place: &Place) -> Option<Position> {
        let cells = |table: &'l Table| {
            table.grid().cells().find(|cell| cell.place == *place && !cell.text.is_empty())
        };
        let (table, cell) = self.loaded.tables.values().find_map(|table| Some((table, cells(table)?)))?;
        let name = cut(table.title.as_deref().unwrap_or(&table.name));
        let path = &self.sources.get(place.source()).name;
        let file = path.rsplit('/').next().unwrap_or(path);
        let document = format!("{} {}", self.pick("таблица", "table"), self.quoted(&name));
        let heads = table.heads_of(cell).map(|(row, column)| [row, column].map(|head| cut(&head.words())));
        let named = heads.as_ref().map_or_else(String::new, |heads| {
            let [row, column] = [0, 1].map(|at| self.quoted(&heads[at]));
            format!(", {} {row}, {} {column}", self.pick("строка", "row"), self.pick("столбец", "column"))
        });
        let words = format!("{}{named} ({file}, {})", capital(&document), cell.address());
        Some(Position { document, words, heads: heads.map(|heads| heads.join(", ")) })
    }

    /// A text that a document prints: that document first whose own file it stands in.
    fn printed(&self, span: Span, view: &View<'_>) -> Option<Position> {
        let own = |(document, _): &&(&DocumentFile, Document)| {
            let talk = document.talk().map(|talk| talk.speech.source);
            document.source == span.source || talk == Some(span.source)
        };
        // What its own document does not print is named by file and line.
        let is_own = self.documents.iter().any(|document| own(&document));
        let mut documents = self.documents.iter().filter(|document| !is_own || own(document));
        let (name, around) =
            documents.find_map(|(file, made)| Some((file.name.as_str(), around(made, span)?)))?;
        let words = match self.within(&around).or_else(|| self.part(span, view).map(str::to_owned)) {
            Some(within) => format!("{}, {within}", capital(name)),
            None => capital(name),
        };
        Some(Position { document: name.to_owned(), words, heads: None })
    }

    /// The clause, the table, the slide or the section.
    fn within(&self, around: &Around) -> Option<String> {
        let named = |word: &str, name: &str| format!("{word} {}", self.quoted(&cut(name)));
        let clause =
            around.clause.as_ref().map(|clause| format!("{}\u{a0}{clause}", self.pick("пункт", "clause")));
        let table = around.table.as_ref().filter(|table| !table.is_empty()).map(|table| cut(table));
        let heading = around.heading.as_ref().map(|heading| match around.slide {
            true => named(self.pick("слайд", "slide"), heading),
            false => named(self.pick("раздел", "section"), heading),
        });
        clause.or(table).or(heading)
    }

    /// The part of a document that has no number.
    fn part(&self, span: Span, view: &View<'_>) -> Option<&'static str> {
        let (field, _) = super::writing::field_of(span, view)?;
        match field.kind {
            FieldKind::Preamble => Some(self.pick("преамбула", "preamble")),
            FieldKind::Theme => Some(self.pick("тема", "theme")),
            FieldKind::Occasion | FieldKind::Head => Some(self.pick("шапка", "head")),
            FieldKind::Signature => Some(self.pick("подпись", "signature")),
            FieldKind::Appendix => Some(self.pick("приложение", "appendix")),
            _ => None,
        }
    }

    /// A place that no document prints: the file, and the line.
    fn file(&self, place: &Place) -> Position {
        let name = self.sources.get(place.source()).name.to_string();
        let words = match place {
            Place::Text(span) => {
                let text = self.sources.get(span.source).text.as_deref().unwrap_or_default();
                let before = text.get(..span.start as usize).unwrap_or_default();
                let line = before.matches('\n').count() + 1;
                format!("{name}, {}\u{a0}{line}", self.pick("строка", "line"))
            }
            _ => self.sources.describe(place, self.language),
        };
        Position { document: name, words, heads: None }
    }

    fn quoted(&self, name: &str) -> String {
        match self.language {
            Language::Russian => format!("«{}»", name.trim_matches(['«', '»'])),
            Language::English => format!("“{name}”"),
        }
    }
}

/// What stands around a text in a document: around the shortest of what holds its first byte.
fn around(document: &Document, span: Span) -> Option<Around> {
    let holds = |place: &Place| match place {
        Place::Text(own) if own.source == span.source => {
            (own.start <= span.start && span.start < own.end).then_some(own.end - own.start)
        }
        _ => None,
    };
    let standings = document.standings();
    let found = standings.iter().filter_map(|standing| Some((holds(&standing.origin.place)?, standing)));
    found.min_by_key(|(length, _)| *length).map(|(_, standing)| standing.around.clone())
}

/// The beginning of a title.
fn cut(title: &str) -> String {
    match title.char_indices().nth(LONGEST) {
        Some((end, _)) => {
            let end = title[..end].rfind(' ').unwrap_or(end);
            format!("{}…", title[..end].trim_end_matches([',', ' ', '–']))
        }
        None => title.to_owned(),
    }
}

/// With a capital letter.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// With a small letter, where it begins a plain word and no abbreviation.
pub(super) fn small(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || (first == 'A' && second == ' ') => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}
