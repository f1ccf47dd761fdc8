//! What the checks see of a pack: every text field as sentences, with the figures it prints.

use super::fields;
use super::known::{self, Known};
use super::sentence::{Kind, NumberRole, Sentence, Token};
use super::sentences::Shown;
use crate::document::figure::{Figures, Tables};
use crate::indicators::Indicator;
use crate::pack::report::Talk;
use crate::pack::resolution::Clause;
use crate::pipeline::{DocumentFile, Loaded};
use crate::source::{Place, SourceText, Sources, Span};
use crate::text::{Call, Piece, RichText};
use rust_decimal::Decimal;
use std::ops::Range;

/// A pack as the checks see it.
#[derive(Debug)]
pub struct View<'a> {
    /// What was read: facts, tables, indicators, documents.
    pub loaded: &'a Loaded,
    /// The files.
    pub sources: &'a Sources,
    /// Every text of the pack, then of each document, in the order in which they are written.
    pub fields: Vec<Field<'a>>,
    /// Every figure of the pack, sorted by value.
    pub(in crate::check) known: Vec<Known<'a>>,
}

/// What a text field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// The name of the conference, as headings print it.
    Occasion,
    /// The theme of the conference or of a document: its title.
    Theme,
    /// Another line of a document's head: kind, organisation, number, place, approval stamp.
    Head,
    /// A paragraph of the preamble.
    Preamble,
    /// A clause.
    Clause,
    /// What stands after the clauses under a clause.
    After,
    /// To whom or by whom: an addressee, a responsible person, an organisation's name.
    Person,
    /// A deadline.
    Deadline,
    /// A position, an executor.
    Signature,
    /// The title of a table or an appendix.
    Caption,
    /// The text of an appendix.
    Appendix,
    /// A field of a layout's own.
    Own,
    /// A heading of a report.
    Heading,
    /// A paragraph of a report.
    Body,
    /// A text of a slide.
    Slide,
    /// A key figure of a slide, or what it is.
    KeyFigure,
    /// A quotation or an epigraph, and whose it is.
    Quote,
}

impl FieldKind {
    /// Whether it holds sentences that are read as a text, and not a name or a heading.
    pub fn is_prose(self) -> bool {
        use FieldKind::{After, Appendix, Body, Clause, Own, Preamble, Slide};
        matches!(self, Preamble | Clause | After | Appendix | Own | Body | Slide)
    }
}

/// A text field.
#[derive(Debug)]
pub struct Field<'a> {
    /// The document in which it stands; `None` for `pack.yaml`.
    pub document: Option<&'a DocumentFile>,
    /// What it is.
    pub kind: FieldKind,
    /// The clause whose text, addressee or deadline it is.
    pub clause: Option<&'a Clause>,
    /// The text as it was written, blanks and all.
    pub source: &'a SourceText,
    /// Its paragraphs of words and calls; `None` for a deadline, which has no calls.
    pub text: Option<&'a RichText>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// The figures that it prints.
    pub bound: Vec<Bound<'a>>,
}

/// A figure that a text prints.
#[derive(Debug)]
pub struct Bound<'a> {
    /// How it is called.
    pub call: &'a Call,
    /// What is printed.
    pub printed: String,
    /// The indicators that it shows, the first of which the call names first.
    pub indicators: Vec<&'a Indicator>,
    /// The cells that it prints.
    pub cells: Vec<Place>,
}

impl<'a> View<'a> {
    /// Reads all texts of a pack into sentences.
    pub fn new(loaded: &'a Loaded, sources: &'a Sources) -> View<'a> {
        let tables = Tables { tables: &loaded.tables, unusable: &loaded.unusable_tables };
        let mut reader =
            Reader { loaded, tables, figures: None, document: None, fields: Vec::new(), talks: Vec::new() };
        reader.document(None);
        fields::of_pack(&loaded.facts, &mut reader);
        for document in &loaded.documents {
            reader.document(Some(document));
            fields::of_document(document, &mut reader);
        }
        View { loaded, sources, fields: reader.fields, known: known::figures(loaded) }
    }

    /// Every sentence with its field.
    pub fn sentences(&self) -> impl Iterator<Item = (&Field<'a>, &Sentence)> {
        self.fields.iter().flat_map(|field| field.sentences.iter().map(move |sentence| (field, sentence)))
    }

    /// The known figures whose value lies between two, ends included.
    pub(in crate::check) fn known_between(
        &self,
        low: Decimal,
        high: Decimal,
    ) -> impl Iterator<Item = &Known<'a>> {
        let start = self.known.partition_point(|known| known.value < low);
        self.known.iter().skip(start).take_while(move |known| known.value <= high)
    }

    /// Every sentence of fields that hold prose, with the one before it in the same paragraph.
    pub(in crate::check) fn prose_in_turn(
        &self,
    ) -> impl Iterator<Item = (&Field<'a>, &Sentence, Option<&Sentence>)> {
        self.fields.iter().filter(|field| field.kind.is_prose()).flat_map(|field| {
            field.sentences.iter().enumerate().map(move |(at, sentence)| {
                let before = at.checked_sub(1).and_then(|at| field.sentences.get(at));
                (field, sentence, before.filter(|before| before.paragraph == sentence.paragraph))
            })
        })
    }

    /// Every sentence of fields that hold prose.
    pub fn prose(&self) -> impl Iterator<Item = (&Field<'a>, &Sentence)> {
        self.sentences().filter(|(field, _)| field.kind.is_prose())
    }
}

impl<'a> Field<'a> {
    /// The place of a token.
    pub fn place(&self, token: &Token) -> Span {
        self.source.span(token.range.clone())
    }

    /// The place from the first to the last of some tokens.
    pub fn place_of(&self, tokens: &[Token]) -> Span {
        let start = tokens.first().map_or(0, |token| token.range.start);
        let end = tokens.last().map_or(start, |token| token.range.end);
        self.source.span(start..end)
    }

    /// Some tokens as they were written.
    pub fn written(&self, tokens: &[Token]) -> &str {
        let start = tokens.first().map_or(0, |token| token.range.start);
        let end = tokens.last().map_or(start, |token| token.range.end);
        self.source.as_str().get(start..end).unwrap_or_default()
    }

    /// What is written at some bytes of the text.
    pub fn slice(&self, range: Range<usize>) -> &str {
        self.source.as_str().get(range).unwrap_or_default()
    }

    /// The figure that printed a token.
    pub fn figure(&self, token: &Token) -> Option<&Bound<'a>> {
        token.bound.and_then(|at| self.bound.get(at))
    }

    /// The words as they are written, calls and marks of emphasis left out: the text of each
    /// stretch with its bytes in the field's text. Checks of signs and blanks read these.
    pub fn stretches(&self) -> Vec<Range<usize>> {
        match self.text {
            None => std::iter::once(0..self.source.as_str().len()).collect(),
            Some(text) => text
                .paragraphs
                .iter()
                .flatten()
                .filter_map(|piece| match piece {
                    Piece::Words { range, .. } => Some(range.clone()),
                    _ => None,
                })
                .collect(),
        }
    }
}

/// Reads fields one after another.
pub struct Reader<'a> {
    loaded: &'a Loaded,
    tables: Tables<'a>,
    figures: Option<Figures<'a>>,
    document: Option<&'a DocumentFile>,
    fields: Vec<Field<'a>>,
    /// The reports that were read: several documents may be made of one.
    talks: Vec<*const Talk>,
}

impl<'a> Reader<'a> {
    /// Whether a report was not read yet.
    pub fn is_new(&mut self, talk: &Talk) -> bool {
        let place: *const Talk = talk;
        let is_new = !self.talks.contains(&place);
        self.talks.push(place);
        is_new
    }

    /// The fields that follow are a document's.
    fn document(&mut self, document: Option<&'a DocumentFile>) {
        let resolution = document.and_then(DocumentFile::resolution);
        let clauses = resolution.map_or(&[][..], |resolution| &resolution.clauses.0);
        let figures = Figures::new(&self.loaded.facts, self.tables, &self.loaded.indicators, clauses);
        self.figures = Some(figures);
        self.document = document;
    }

    /// A text with figures and emphasis.
    pub fn text(&mut self, kind: FieldKind, clause: Option<&'a Clause>, text: &'a RichText) {
        let mut field = Field {
            document: self.document,
            kind,
            clause,
            source: &text.source,
            text: Some(text),
            sentences: Vec::new(),
            bound: Vec::new(),
        };
        for (index, pieces) in text.paragraphs.iter().enumerate() {
            let mut shown = Shown::default();
            pieces.iter().for_each(|piece| self.piece(piece, &mut field, &mut shown));
            shown.sentences(index, &mut field.sentences);
        }
        let Field { sentences, bound, .. } = &mut field;
        sentences.iter_mut().for_each(|sentence| count_figures(sentence, bound));
        self.fields.push(field);
    }

    /// A text of words alone.
    pub fn words(&mut self, kind: FieldKind, clause: Option<&'a Clause>, source: &'a SourceText) {
        let mut shown = Shown::default();
        shown.words(source.as_str(), 0..source.as_str().len());
        let mut sentences = Vec::new();
        shown.sentences(0, &mut sentences);
        let document = self.document;
        self.fields.push(Field { document, kind, clause, source, text: None, sentences, bound: Vec::new() });
    }

    fn piece(&self, piece: &'a Piece, field: &mut Field<'a>, shown: &mut Shown) {
        match piece {
            Piece::Words { text, range, .. } => shown.words(text, range.clone()),
            Piece::Break { range } => shown.words(" ", range.clone()),
            Piece::Call { call, .. } => match self.printed(call, field.source) {
                Some(bound) => {
                    shown.figure(&bound.printed, call.range.clone(), field.bound.len());
                    field.bound.push(bound);
                }
                None => shown.reference(call.range.clone()),
            },
        }
    }

    fn printed(&self, call: &'a Call, source: &SourceText) -> Option<Bound<'a>> {
        let figure = self.figures.as_ref()?.print(call, source).ok()?;
        let named = figure.indicators.iter();
        let indicators = named.filter_map(|name| self.loaded.indicators.get(name)).collect();
        Some(Bound { call, printed: figure.printed, indicators, cells: figure.cells })
    }
}

/// What an indicator or a cell prints counts something, even where it looks like a year or a limit.
fn count_figures(sentence: &mut Sentence, bound: &[Bound<'_>]) {
    for token in &mut sentence.tokens {
        let figure = token.bound.and_then(|at| bound.get(at));
        let counts = figure.is_some_and(|figure| !figure.indicators.is_empty() || !figure.cells.is_empty());
        if let Kind::Number(number) = &mut token.kind
            && matches!(number.role, NumberRole::Year | NumberRole::Limit)
            && counts
        {
            number.role = NumberRole::Amount;
        }
    }
}
