//! What stands in a paragraph: the layout's words, and what its handles stand for.

use super::Assembler;
use super::attributes::only_handle;
use crate::document::figure::KeyText;
use crate::document::markup::Tag;
use crate::document::{
    Anchor, AnchorKind, Figure, FigureId, Inline, Like, Origin, Text, data_table, reference, spaces,
};
use crate::layout::messages as say;
use crate::layout::{Handle, KeyPart, Printed, Target};
use crate::pack::sheet::KeyIndicator;
use crate::russian::sentence::final_mark;
use crate::russian::typography::one_line;
use crate::source::{Finding, Place, SourceId};
use crate::text::{Call, Piece, RichText};
use roxmltree::Node;

/// What a time is called in lists of figures.
const LENGTH: &str = "время доклада";

/// The emphasis around a piece.
#[derive(Clone, Copy, Default)]
pub(super) struct Emphasis {
    bold: bool,
    italic: bool,
}

impl Assembler<'_, '_> {
    /// The inlines of an element, paragraph by paragraph.
    pub(super) fn inlines(&mut self, tag: Tag<'_>) -> Vec<Vec<Inline>> {
        let mut content = vec![Vec::new()];
        self.collect(tag, Emphasis::default(), &mut content);
        for paragraph in &mut content {
            spaces::trim(paragraph);
            spaces::one_stop(paragraph);
        }
        content.retain(|paragraph| !paragraph.is_empty());
        if content.is_empty() {
            content.push(Vec::new());
        }
        content
    }

    pub(super) fn collect(&mut self, tag: Tag<'_>, emphasis: Emphasis, content: &mut Vec<Vec<Inline>>) {
        for node in tag.node.children() {
            if node.is_text() {
                self.words(node, emphasis, content);
            } else if node.is_element()
                && let Some(child) = tag.child(node, &self.lines, self.findings)
            {
                self.inline(child, emphasis, content);
            }
        }
    }

    pub(super) fn inline(&mut self, tag: Tag<'_>, emphasis: Emphasis, content: &mut Vec<Vec<Inline>>) {
        let origin = Origin::from(self.lines.place(tag.node));
        let inline = match tag.element.name {
            "b" => return self.collect(tag, Emphasis { bold: true, ..emphasis }, content),
            "i" => return self.collect(tag, Emphasis { italic: true, ..emphasis }, content),
            "before-end" => {
                let mark = detach_mark(content);
                self.collect(tag, emphasis, content);
                return mark.into_iter().for_each(|mark| push(content, mark));
            }
            "br" => Inline::Break(origin),
            "unit" => {
                if self.is_unit_unsaid(tag) {
                    self.collect(tag, emphasis, content);
                }
                return;
            }
            "number" => reference::own_number(text_of(String::new(), emphasis, origin)),
            _ => {
                let name = tag.attribute("to").unwrap_or("").to_owned();
                let target = Anchor { kind: AnchorKind::of_word(tag.attribute("kind")), name };
                Inline::Reference { target, text: text_of(String::new(), emphasis, origin) }
            }
        };
        push(content, inline);
    }

    /// Whether the table that an element names has a unit that its own words do not say.
    fn is_unit_unsaid(&self, tag: Tag<'_>) -> bool {
        let handle = tag.attribute("of").and_then(only_handle);
        match handle.and_then(|handle| self.parts.handles.get(handle)) {
            Some(Target::Table(wanted)) => data_table::is_unit_unsaid(wanted, self.parts.figures),
            _ => false,
        }
    }

    pub(super) fn words(&mut self, node: Node<'_, '_>, emphasis: Emphasis, content: &mut Vec<Vec<Inline>>) {
        let place = self.lines.place(node);
        for printed in Handle::split(node.text().unwrap_or("")) {
            match printed {
                Printed::Words(words) => {
                    let text = spaces::folded(words);
                    push(content, Inline::Text(text_of(text, emphasis, Origin::from(place.clone()))));
                }
                Printed::Handle(handle) => self.handle(handle, &place, emphasis, content),
            }
        }
    }

    pub(super) fn handle(
        &mut self,
        handle: Handle,
        at: &Place,
        emphasis: Emphasis,
        content: &mut Vec<Vec<Inline>>,
    ) {
        let words = |text: String, place: Place| Inline::Text(text_of(text, emphasis, Origin::from(place)));
        match self.parts.handles.get(handle) {
            Some(Target::Text(text)) => self.rich_text(text, emphasis, content),
            Some(Target::Sentence(text)) => {
                self.rich_text(text, emphasis, content);
                end_sentence(content);
            }
            Some(Target::Words(text, place)) => push(content, words(text.clone(), place.clone())),
            Some(Target::Length(text, place, of)) => {
                let figure = self.length(text, place, *of);
                push(content, Inline::Text(text_of(text.clone(), emphasis, figure)));
            }
            Some(Target::Date(date)) => push(content, words(date.printed(), date.span.into())),
            Some(Target::Deadline(due)) => push(content, words(due.printed(), due.text.whole().into())),
            Some(Target::Key(key, part)) => self.key(key, *part, emphasis, content),
            Some(Target::Table(_) | Target::Chart(_) | Target::Picture(_)) | None => {
                self.findings.push(Finding::new(&say::NOT_PRINTABLE).at(at.clone()));
            }
        }
    }

    /// A figure that follows from the length of a text: any figure in that text may change it.
    fn length(&mut self, printed: &str, place: &Place, of: SourceId) -> Origin {
        let id = FigureId(self.figures.len() as u32);
        self.figures.push(Figure {
            expression: LENGTH.to_owned(),
            indicators: Vec::new(),
            cells: Vec::new(),
            printed: printed.to_owned(),
            like: Like::Text(of),
        });
        Origin { place: place.clone(), figure: Some(id) }
    }

    /// A part of a figure that stands big on a sheet.
    fn key(&mut self, key: &KeyIndicator, part: KeyPart, around: Emphasis, content: &mut Vec<Vec<Inline>>) {
        let printed = match self.parts.figures.key(key, part) {
            Ok(KeyText::Text(text)) => return self.rich_text(text, around, content),
            Ok(KeyText::Figure(figure, place)) => {
                let id = FigureId(self.figures.len() as u32);
                let text = figure.printed.clone();
                self.figures.push(figure);
                text_of(text, around, Origin { place, figure: Some(id) })
            }
            Ok(KeyText::Words(words, place)) => text_of(words, around, Origin::from(place)),
            Ok(KeyText::Nothing) => return,
            Err(refusal) => return self.findings.list.extend(refusal),
        };
        push(content, Inline::Text(printed));
    }

    pub(super) fn rich_text(&mut self, text: &RichText, emphasis: Emphasis, content: &mut Vec<Vec<Inline>>) {
        for (index, paragraph) in text.paragraphs.iter().enumerate() {
            if index > 0 {
                content.push(Vec::new());
            }
            for piece in paragraph {
                if let Some(inline) = self.piece(text, piece, emphasis) {
                    push(content, inline);
                }
            }
        }
    }

    pub(super) fn piece(&mut self, text: &RichText, piece: &Piece, around: Emphasis) -> Option<Inline> {
        let within = |bold: bool, italic: bool| Emphasis {
            bold: around.bold || bold,
            italic: around.italic || italic,
        };
        let origin =
            |range: &std::ops::Range<usize>| Origin::from(Place::Text(text.source.span(range.clone())));
        match piece {
            Piece::Words { text, range, bold, italic } => {
                Some(Inline::Text(text_of(text.clone(), within(*bold, *italic), origin(range))))
            }
            Piece::Break { range } => Some(Inline::Break(origin(range))),
            Piece::Call { call, bold, italic } => {
                self.call(text, call, within(*bold, *italic), origin(&call.range))
            }
        }
    }

    pub(super) fn call(
        &mut self,
        text: &RichText,
        call: &Call,
        emphasis: Emphasis,
        origin: Origin,
    ) -> Option<Inline> {
        if let Some(reference) = reference::of_call(call, &text.source, self.findings) {
            let text = text_of(String::new(), emphasis, origin);
            return reference.map(|target| Inline::Reference { target, text });
        }
        let figure = match self.parts.figures.print(call, &text.source) {
            Ok(figure) => figure,
            Err(refusal) => {
                self.findings.list.extend(refusal);
                return None;
            }
        };
        let printed = figure.printed.clone();
        let id = FigureId(self.figures.len() as u32);
        self.figures.push(figure);
        Some(Inline::Text(text_of(printed, emphasis, Origin { figure: Some(id), ..origin })))
    }

    /// An attribute's words with its handles resolved, without emphasis.
    pub(super) fn plain(&mut self, tag: Tag<'_>, name: &str) -> String {
        let mut content = vec![Vec::new()];
        let place = self.lines.place(tag.node);
        for printed in Handle::split(tag.attribute(name).unwrap_or("")) {
            match printed {
                Printed::Words(words) => {
                    let inline = text_of(words.to_owned(), Emphasis::default(), Origin::from(place.clone()));
                    push(&mut content, Inline::Text(inline));
                }
                Printed::Handle(handle) => self.handle(handle, &place, Emphasis::default(), &mut content),
            }
        }
        let words: Vec<String> =
            content.iter().map(|paragraph| paragraph.iter().map(Inline::plain).collect()).collect();
        one_line(&words.join(" "))
    }
}

/// Makes a full stop of the comma or the semicolon that ends what stands there so far.
fn end_sentence(content: &mut [Vec<Inline>]) {
    let Some(Inline::Text(last)) = content.last_mut().and_then(|content| content.last_mut()) else { return };
    let words = last.text.trim_end();
    if words.ends_with([';', ',']) {
        last.text.truncate(words.len() - 1);
        last.text.push('.');
    }
}

/// Takes off the punctuation that ends what stands there so far.
fn detach_mark(content: &mut [Vec<Inline>]) -> Option<Inline> {
    let Some(Inline::Text(last)) = content.last_mut().and_then(|content| content.last_mut()) else {
        return None;
    };
    let mark = final_mark(&last.text)?;
    let words = last.text.trim_end();
    last.text.truncate(words.len() - mark.len_utf8());
    Some(Inline::Text(Text { text: mark.to_string(), ..last.clone() }))
}

fn push(content: &mut [Vec<Inline>], inline: Inline) {
    if let Some(last) = content.last_mut()
        && !matches!(&inline, Inline::Text(text) if text.text.is_empty())
    {
        last.push(inline);
    }
}

fn text_of(text: String, emphasis: Emphasis, origin: Origin) -> Text {
    Text { text, bold: emphasis.bold, italic: emphasis.italic, origin }
}
