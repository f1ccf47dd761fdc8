//! From the parser's events to a tree of [`Node`]s.

use super::messages::{ALIAS_BUDGET, DUPLICATE_KEY, INDENT_NO_BREAK, SECOND_DOCUMENT, TOO_DEEP, TOO_MANY};
use super::{
    Entry, Finding, Findings, Node, Scalar, ScalarStyle, SourceId, SourceText, Span, Value, marker, owner,
    scalar,
};
use granit_parser::{ErrorKind, Event, Parser, StructureStyle};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// Deepest nesting of lists and maps.
const DEPTH: usize = 64;
/// Most values in one file: some 60 MB of memory.
const VALUES: usize = 300_000;
/// Most values, and most bytes of text, that aliases may bring.
const ALIAS_VALUES: usize = 100_000;
const ALIAS_BYTES: usize = 16 << 20;
/// Most findings about keys; a file with more is not a pack's.
const FINDINGS: usize = 1000;

/// Why the tree could not be finished.
pub(super) enum Fault {
    /// The file is not YAML at this byte; `bracket` is the outermost one that stands open.
    Syntax { kind: ErrorKind, at: usize, bracket: Option<usize> },
    /// It is YAML, but of a kind that only an accident brings into a pack.
    Suspect { what: Suspect, range: Range<usize> },
    /// A limit was reached; nothing more is read.
    Limit(Finding),
}

/// What YAML has and a pack does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suspect {
    /// A list, a map or an alias as a key, or a key after `?`.
    Key,
    /// A key that is an item begun with a typed mark: `– текст: …`.
    Item,
    /// An alias of what has no anchor.
    Alias,
    /// A tag.
    Tag,
    /// An anchor that no alias uses, so that its name is lost.
    Anchor,
}

/// Stretches that were overwritten with letters so that the rest could be parsed, by where they
/// begin, and the text that is meant there.
pub(super) type Overwritten = BTreeMap<usize, SourceText>;

/// Reads `parsed`, which is `text` with some stretches overwritten; every place is one of `text`.
/// Gives what could be read, and why it is not all.
pub(super) fn read(
    source: SourceId,
    text: &str,
    parsed: &str,
    overwritten: &Overwritten,
    findings: &mut Findings,
) -> (Option<Node>, Option<Fault>) {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        emit_comments: false,
        disallow_directives: true,
        block_scalar_eof_without_line_feed: true,
        flow_nesting_limit: DEPTH + 1,
        block_nesting_limit: DEPTH + 1,
    };
    let mut builder = Builder::new(source, text, overwritten, findings);
    for next in Parser::new_from_str_with_options(parsed, options) {
        let step = match next {
            Ok((event, span)) => builder.event(event, span),
            Err(error) => Err(builder.syntax(&error)),
        };
        match step {
            Ok(true) => {}
            Ok(false) => break,
            Err(fault) => return (builder.close_all(), Some(fault)),
        }
    }
    let unused = builder.unused_anchor();
    (builder.close_all(), unused)
}

struct Builder<'a> {
    source: SourceId,
    text: &'a str,
    overwritten: &'a Overwritten,
    findings: &'a mut Findings,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    /// One past the last byte of the last event that has one.
    last_end: usize,
    values: usize,
    alias_values: usize,
    alias_bytes: usize,
    anchors: BTreeMap<usize, Anchor>,
}

/// A name that a value was given with `&`.
#[derive(Default)]
struct Anchor {
    range: Range<usize>,
    node: Option<Node>,
    used: bool,
}

/// A list or a map whose end was not seen yet.
struct Open {
    start: usize,
    anchor: usize,
    flow: bool,
    items: Items,
}

enum Items {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, seen: HashMap<String, usize>, key: Option<Key> },
}

/// A key that waits for its value; the value of one that was there before is dropped.
struct Key {
    text: SourceText,
    repeated: bool,
}

type Step = Result<bool, Fault>;

impl<'a> Builder<'a> {
    fn new(
        source: SourceId,
        text: &'a str,
        overwritten: &'a Overwritten,
        findings: &'a mut Findings,
    ) -> Builder<'a> {
        Builder {
            source,
            text,
            overwritten,
            findings,
            open: Vec::new(),
            root: None,
            documents: 0,
            last_end: 0,
            values: 0,
            alias_values: 0,
            alias_bytes: 0,
            anchors: BTreeMap::new(),
        }
    }

    /// Takes one event; false where nothing more is to be read.
    fn event(&mut self, event: Event<'_>, span: granit_parser::Span) -> Step {
        let range = self.range(&span);
        if let (Some(tag), Some(place)) = (event.tag(), span.tag_span())
            && !tag.is_yaml_core_schema()
        {
            return Err(Fault::Suspect { what: Suspect::Tag, range: self.range(&place) });
        }
        match event {
            Event::DocumentStart(..) => return self.document(range),
            Event::Scalar(value, style, anchor, _) => self.scalar(&value, style, anchor, range.clone())?,
            Event::SequenceStart(style, anchor, _) => {
                self.start(range.start, anchor, style, Items::List(Vec::new()))?
            }
            Event::MappingStart(style, anchor, _) => {
                let items = Items::Map { entries: Vec::new(), seen: HashMap::new(), key: None };
                self.start(range.start, anchor, style, items)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(range.end)?,
            Event::Alias(anchor) => self.alias(anchor, range.clone())?,
            Event::UnresolvedAlias(_) => return Err(Fault::Suspect { what: Suspect::Alias, range }),
            Event::Anchor(anchor, _) => self.anchors.entry(anchor).or_default().range = range.clone(),
            _ => {}
        }
        self.last_end = self.last_end.max(range.end);
        Ok(true)
    }

    fn range(&self, span: &granit_parser::Span) -> Range<usize> {
        let range = span.byte_range().unwrap_or(0..0);
        range.start..range.end.max(range.start)
    }

    fn syntax(&self, error: &granit_parser::ScanError) -> Fault {
        let at = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
        if *error.kind() == ErrorKind::RecursionLimitExceeded {
            return Fault::Limit(self.limit(&TOO_DEEP, at).arg("limit", DEPTH.to_string()));
        }
        let bracket = self.open.iter().find(|open| open.flow).map(|open| open.start);
        Fault::Syntax { kind: error.kind().clone(), at, bracket }
    }

    fn limit(&self, message: &'static super::Message, at: usize) -> Finding {
        Finding::new(message).at(Span::new(self.source, at, at))
    }

    fn document(&mut self, range: Range<usize>) -> Step {
        self.documents += 1;
        if self.documents > 1 {
            let place = Span::new(self.source, range.start, range.end);
            self.findings.push(Finding::new(&SECOND_DOCUMENT).at(place));
            return Ok(false);
        }
        Ok(true)
    }

    fn scalar(
        &mut self,
        value: &str,
        style: granit_parser::ScalarStyle,
        anchor: usize,
        range: Range<usize>,
    ) -> Result<(), Fault> {
        let node = match self.overwritten.get(&range.start) {
            Some(meant) => self.overwritten_node(meant.clone()),
            None => self.scalar_node(value, style, range.clone()),
        };
        if self.waits_for_key() {
            return self.key(node, range.start);
        }
        self.add(node, anchor)
    }

    fn overwritten_node(&self, meant: SourceText) -> Node {
        let scalar = Scalar { text: meant, style: ScalarStyle::Plain };
        Node { span: scalar.text.whole(), value: Value::Scalar(scalar), comment: None }
    }

    fn scalar_node(&self, value: &str, style: granit_parser::ScalarStyle, range: Range<usize>) -> Node {
        let raw = self.text.get(range.clone()).unwrap_or_default();
        let plain = style == granit_parser::ScalarStyle::Plain;
        if plain && matches!(raw, "" | "~" | "null" | "Null" | "NULL") {
            let comment =
                if raw.is_empty() { self.comment_near(range.start) } else { self.comment(range.end) };
            return Node { span: self.after_colon(range), value: Value::Null, comment };
        }
        let (kind, range, content) = match style {
            granit_parser::ScalarStyle::Plain => (ScalarStyle::Plain, range.clone(), range),
            granit_parser::ScalarStyle::Literal | granit_parser::ScalarStyle::Folded => {
                let (whole, content) = self.block(range);
                (ScalarStyle::Block, whole, content)
            }
            _ => (ScalarStyle::Quoted, range.clone(), range),
        };
        let text = scalar::located(self.source, self.text, content, style, value);
        let style = kind;
        let comment = if style == ScalarStyle::Block { None } else { self.comment(range.end) };
        Node { span: self.span(range), value: Value::Scalar(Scalar { text, style }), comment }
    }

    /// The place of a value that was left out is after the colon; the parser has it before.
    fn after_colon(&self, range: Range<usize>) -> Span {
        let before = range.is_empty() && self.text[range.start..].starts_with(':');
        let colon = if before { 1 } else { 0 };
        self.span(range.start + colon..range.end + colon)
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range.start, range.end)
    }

    /// A block from its header to its last letter, and its lines; the parser gives a part of them.
    fn block(&self, given: Range<usize>) -> (Range<usize>, Range<usize>) {
        let from = self.last_end.min(given.start);
        let header = block_header(&self.text[from..given.end]).map_or(given.start, |at| from + at);
        let line =
            self.text[header..given.end].find(['\n', '\r']).map_or(given.end, |length| header + length);
        let break_length = if self.text[line..].starts_with("\r\n") { 2 } else { 1 };
        let end = header + self.text[header..given.end].trim_end().len();
        (header..end.max(header), (line + break_length).min(given.end)..given.end)
    }

    /// The comment that follows the byte `end` on its line.
    fn comment(&self, end: usize) -> Option<Span> {
        let rest = &self.text[end..];
        let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        (blank > 0 && rest[blank..].starts_with('#')).then(|| self.comment_at(end + blank))
    }

    fn comment_at(&self, start: usize) -> Span {
        let length = self.text[start..].find(['\n', '\r']).unwrap_or(self.text.len() - start);
        self.span(start..start + self.text[start..start + length].trim_end().len())
    }

    /// The comment on the line where a value was left out; the parser may place the missing
    /// value before the comment or after it.
    fn comment_near(&self, at: usize) -> Option<Span> {
        let from = self.last_end.min(at);
        let mut blank_before = false;
        for (offset, char) in self.text[from..].char_indices() {
            match char {
                '\n' | '\r' if from + offset >= at => return None,
                '#' if blank_before && self.on_line_of(from + offset, at) => {
                    return Some(self.comment_at(from + offset));
                }
                ' ' | '\t' => blank_before = true,
                ':' | '-' | '?' | '\n' | '\r' => blank_before = false,
                _ => return None,
            }
        }
        None
    }

    /// Whether no line ends between the two bytes.
    fn on_line_of(&self, one: usize, other: usize) -> bool {
        !self.text[one.min(other)..one.max(other)].contains('\n')
    }

    /// Whether the innermost collection is a map that has no key yet.
    fn waits_for_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { items: Items::Map { key: None, .. }, .. }))
    }

    fn key(&mut self, node: Node, at: usize) -> Result<(), Fault> {
        let text = match node.value {
            Value::Scalar(scalar) => scalar.text,
            _ => SourceText::verbatim(self.text.get(node.span.range()).unwrap_or_default(), node.span),
        };
        if let Some(mark) = self.question_mark(at) {
            return Err(Fault::Suspect { what: Suspect::Key, range: mark..mark + 1 });
        }
        let own_line = self.text[owner::line_start(self.text, at)..at].trim().is_empty();
        if own_line && marker::begins_item(text.as_str()) {
            return Err(Fault::Suspect { what: Suspect::Item, range: text.whole().range() });
        }
        self.no_break(&text);
        let first = match self.open.last() {
            Some(Open { items: Items::Map { entries, seen, .. }, .. }) => {
                seen.get(text.as_str()).and_then(|&index| entries.get(index)).map(|entry| entry.key.whole())
            }
            _ => return Ok(()),
        };
        if let Some(first) = first {
            let finding = Finding::new(&DUPLICATE_KEY).arg("key", text.as_str()).at(text.whole());
            self.say(finding.label(first, ("здесь впервые", "first here")));
        }
        if let Some(Open { items: Items::Map { entries, seen, key }, .. }) = self.open.last_mut() {
            if first.is_none() {
                seen.insert(text.as_str().to_owned(), entries.len());
            }
            *key = Some(Key { text, repeated: first.is_some() });
        }
        Ok(())
    }

    /// A key that begins with no-break spaces, which were to be its indentation.
    fn no_break(&mut self, key: &SourceText) {
        let words = key.as_str().trim_start_matches(is_odd_space);
        let odd = &key.as_str()[..key.as_str().len() - words.len()];
        if odd.is_empty() {
            return;
        }
        let line = self.line(key.whole().start as usize);
        let rewrite = line.replacen(odd, &" ".repeat(odd.chars().count()), 1);
        self.say(Finding::new(&INDENT_NO_BREAK).at(key.span(0..odd.len())).rewrite(rewrite));
    }

    fn say(&mut self, finding: Finding) {
        if self.findings.list.len() < FINDINGS {
            self.findings.push(finding);
        }
    }

    /// The line that holds the byte `at`.
    fn line(&self, at: usize) -> &'a str {
        let text = self.text;
        text[owner::line_start(text, at)..owner::line_end(text, at)].trim_end()
    }

    /// The `?` before a key, by which YAML allows anything to be one.
    fn question_mark(&self, at: usize) -> Option<usize> {
        let start = self.open.last().map_or(0, |open| open.start).max(self.last_end.min(at));
        let gap = self.text.get(start..at)?.trim_end();
        gap.ends_with('?').then(|| start + gap.len() - 1)
    }

    fn start(
        &mut self,
        start: usize,
        anchor: usize,
        style: StructureStyle,
        items: Items,
    ) -> Result<(), Fault> {
        if self.waits_for_key() {
            let start = self.open.last().map_or(start, |open| open.start);
            let first = self.text.get(start..).and_then(|rest| rest.chars().next());
            let end = start + first.map_or(1, char::len_utf8);
            return Err(Fault::Suspect { what: Suspect::Key, range: start..end });
        }
        if self.open.len() >= DEPTH {
            return Err(Fault::Limit(self.limit(&TOO_DEEP, start).arg("limit", DEPTH.to_string())));
        }
        self.open.push(Open { start, anchor, flow: style == StructureStyle::Flow, items });
        Ok(())
    }

    fn end(&mut self, end: usize) -> Result<(), Fault> {
        match self.open.pop() {
            Some(open) => {
                let anchor = open.anchor;
                let node = self.closed(open, end);
                self.add(node, anchor)
            }
            None => Ok(()),
        }
    }

    /// A block ends with its last value, for the parser says its end only at what follows it.
    fn closed(&self, open: Open, end: usize) -> Node {
        let Open { start, flow, items, .. } = open;
        let (value, last) = match items {
            Items::List(list) => {
                let last = list.last().map(|node| node.span.end);
                (Value::List(list), last)
            }
            Items::Map { mut entries, key, .. } => {
                entries.extend(key.filter(|key| !key.repeated).map(|key| missing_value(key.text)));
                let last = entries.last().map(|entry| entry.value.span.end.max(entry.key.whole().end));
                (Value::Map(entries), last)
            }
        };
        let end = if flow { end } else { last.map_or(start, |last| last as usize) };
        Node { span: self.span(start..end.max(start)), value, comment: None }
    }

    /// Puts a finished value where it belongs.
    fn add(&mut self, node: Node, anchor: usize) -> Result<(), Fault> {
        self.values += 1;
        if self.values > VALUES {
            let at = node.span.start as usize;
            return Err(Fault::Limit(self.limit(&TOO_MANY, at).arg("limit", "300 000")));
        }
        if anchor != 0 {
            self.charge(&node, node.span)?;
            self.anchors.entry(anchor).or_default().node = Some(node.clone());
        }
        match self.open.last_mut().map(|open| &mut open.items) {
            None => self.root = Some(node),
            Some(Items::List(list)) => list.push(node),
            Some(Items::Map { entries, key, .. }) => {
                let key = key.take().filter(|key| !key.repeated);
                entries.extend(key.map(|key| Entry { key: key.text, value: node }));
            }
        }
        Ok(())
    }

    fn alias(&mut self, anchor: usize, range: Range<usize>) -> Result<(), Fault> {
        if self.waits_for_key() {
            return Err(Fault::Suspect { what: Suspect::Key, range });
        }
        let span = self.span(range.clone());
        let known = self.anchors.get_mut(&anchor).and_then(|anchor| {
            anchor.used = true;
            anchor.node.clone()
        });
        // Without a node the alias stands inside of what it names.
        let Some(node) = known else {
            return Err(Fault::Suspect { what: Suspect::Alias, range });
        };
        self.charge(&node, span)?;
        if depth(&node) + self.open.len() > DEPTH {
            return Err(Fault::Limit(self.limit(&TOO_DEEP, range.start).arg("limit", DEPTH.to_string())));
        }
        self.add(node, 0)
    }

    /// Counts a copy of `node` against what aliases may bring.
    fn charge(&mut self, node: &Node, place: Span) -> Result<(), Fault> {
        let (values, bytes) = weight(node);
        self.alias_values += values;
        self.alias_bytes += bytes;
        match self.alias_values > ALIAS_VALUES || self.alias_bytes > ALIAS_BYTES {
            true => Err(Fault::Limit(Finding::new(&ALIAS_BUDGET).at(place))),
            false => Ok(()),
        }
    }

    fn unused_anchor(&self) -> Option<Fault> {
        let unused = self.anchors.values().find(|anchor| !anchor.used)?;
        Some(Fault::Suspect { what: Suspect::Anchor, range: unused.range.clone() })
    }

    /// The tree as far as it was read.
    fn close_all(mut self) -> Option<Node> {
        while let Some(open) = self.open.pop() {
            let node = self.closed(open, self.last_end);
            if self.add(node, 0).is_err() {
                return self.root;
            }
        }
        self.root
    }
}

/// An entry that ends after its key.
fn missing_value(key: SourceText) -> Entry {
    let end = Span { start: key.whole().end, ..key.whole() };
    Entry { key, value: Node { span: end, value: Value::Null, comment: None } }
}

/// White space that YAML does not take for indentation: no-break spaces and their like.
pub(super) fn is_odd_space(char: char) -> bool {
    char.is_whitespace() && !char.is_ascii() || char == '\u{feff}'
}

/// Values and bytes of text in a node and all that it holds.
fn weight(node: &Node) -> (usize, usize) {
    let sum = |parts: &mut dyn Iterator<Item = (usize, usize)>| {
        parts.fold((1, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1))
    };
    match &node.value {
        Value::Null => (1, 0),
        Value::Scalar(scalar) => (1, scalar.text.as_str().len()),
        Value::List(list) => sum(&mut list.iter().map(weight)),
        Value::Map(entries) => sum(&mut entries.iter().map(|entry| {
            let (values, bytes) = weight(&entry.value);
            (values, bytes + entry.key.as_str().len())
        })),
    }
}

fn depth(node: &Node) -> usize {
    match &node.value {
        Value::Null | Value::Scalar(_) => 0,
        Value::List(list) => 1 + list.iter().map(depth).max().unwrap_or(0),
        Value::Map(entries) => 1 + entries.iter().map(|entry| depth(&entry.value)).max().unwrap_or(0),
    }
}

/// Where the `|` or `>` stands in what lies between the value before a block and its end:
/// after the colon or dash, comments, and a tag or an anchor.
fn block_header(gap: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = &gap[at..];
        let word = rest.find(['|', '>', '#', '&', '!'])?;
        at += word;
        match gap.as_bytes()[at] {
            b'|' | b'>' => return Some(at),
            b'#' => at += gap[at..].find(['\n', '\r'])?,
            _ => at += gap[at..].find(char::is_whitespace)?,
        }
    }
}
