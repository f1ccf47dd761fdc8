//! Reading typed values from YAML nodes: every error is collected, every value keeps its place.

use super::messages as say;
use super::shape::{Field, Name, Record, Shape};
use super::synonyms;
use crate::russian::deadline::Context;
use crate::source::{
    self, Arg, Finding, Findings, Language, Node, ScalarStyle, SourceText, Sources, Span, Value,
};

/// A type that can be read from YAML. The type is the schema: [`shape`](Read::shape) describes
/// what [`read`](Read::read) accepts.
pub trait Read: Sized {
    /// What it accepts.
    fn shape() -> Shape;
    /// The value, or `None` after a finding.
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self>;
    /// The value of a key that is not there; `None` makes the key required.
    fn absent() -> Option<Self> {
        None
    }
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// What reading needs besides the nodes.
pub struct Reader<'a> {
    /// The texts, for excerpts and rewrites.
    pub sources: &'a Sources,
    /// What is found on the way.
    pub findings: Findings,
    /// The language of the keys, as far as the file has shown it.
    pub language: Language,
    /// Whether the file, or another of its pack, has shown it.
    pub shown: bool,
    /// What deadlines are measured by.
    pub context: Option<Context>,
    /// Whether a part of the file could not be parsed: what is missing may stand in that part.
    pub broken: bool,
}

impl<'a> Reader<'a> {
    /// A reader that has found nothing yet.
    pub fn new(sources: &'a Sources) -> Reader<'a> {
        Reader {
            sources,
            findings: Findings::default(),
            language: Language::Russian,
            shown: false,
            context: None,
            broken: false,
        }
    }

    /// Notes that something else was expected here.
    pub fn expected(&mut self, node: &Node, shape: &Shape) {
        if self.broken && matches!(node.value, Value::Null) {
            return;
        }
        let called = match shape {
            Shape::Choice(words) => {
                let known = join(words.iter().map(|name| name.in_language(self.language)));
                (format!("одно из слов {known}"), format!("one of the words {known}"))
            }
            other => (other.called().0.to_owned(), other.called().1.to_owned()),
        };
        let (found_ru, found_en) = found(node);
        self.findings.push(
            Finding::new(&say::WRONG_SHAPE)
                .arg("expected", called)
                .arg("found", (found_ru, found_en))
                .at(node.span),
        );
    }

    /// Notes that keys were expected here.
    fn keys_expected(&mut self, node: &Node, record: &Record) {
        let text = self.sources.get(node.span.source).text.clone().unwrap_or_default();
        if let Some(finding) = source::glued_key(node, &text, |key| record.field(key).is_some()) {
            self.findings.push(finding);
            return;
        }
        let known = |language| join(record.fields.iter().map(|field| field.key.in_language(language)));
        let known = match self.shown {
            true => Arg::from(known(self.language)),
            // Whoever has written no key yet is told them in the language of the message.
            false => Arg::from((known(Language::Russian), known(Language::English))),
        };
        let (ru, en) = found(node);
        self.findings.push(
            Finding::new(&say::KEYS_EXPECTED)
                .arg("record", (record.name.ru.as_ref(), record.name.en.as_ref()))
                .arg("found", (ru, en))
                .arg("known", known)
                .at(node.span),
        );
    }

    /// The text of a scalar.
    pub fn scalar<'n>(&mut self, node: &'n Node, shape: &Shape) -> Option<&'n SourceText> {
        match &node.value {
            Value::Scalar(scalar) => Some(&scalar.text),
            _ => {
                self.expected(node, shape);
                None
            }
        }
    }

    /// The text of a prose field; the classic accidents of plain text are told apart here.
    pub fn prose<'n>(&mut self, node: &'n Node, shape: &Shape) -> Option<&'n SourceText> {
        let text = self.sources.get(node.span.source).text.clone().unwrap_or_default();
        if let Some(finding) = source::cut_by_comment(node, &text) {
            self.findings.push(finding);
        }
        match &node.value {
            Value::Scalar(scalar) => {
                self.findings.list.extend(source::plain_list(node, &text));
                Some(&scalar.text)
            }
            _ => {
                match source::as_text_accident(node, &text) {
                    Some(finding) => self.findings.push(finding),
                    None => self.expected(node, shape),
                }
                None
            }
        }
    }

    /// Whether the items of a list are begun with typed dashes, bullets or numbers, which is said.
    pub fn items_are_typed(&mut self, node: &Node) -> bool {
        if !matches!(node.value, Value::Scalar(_)) {
            return false;
        }
        let text = self.sources.get(node.span.source).text.as_deref().unwrap_or_default();
        let finding = source::typed_items(node, text);
        let typed = finding.is_some();
        self.findings.list.extend(finding);
        typed
    }

    /// The values of a record's keys, in the order of its fields; unknown, repeated and missing
    /// keys are findings. A required key may be missing in what is given.
    pub fn record<'n>(&mut self, node: &'n Node, record: &Record) -> Option<Vec<Option<&'n Node>>> {
        let Value::Map(entries) = &node.value else {
            if !(self.broken && matches!(node.value, Value::Null)) {
                self.keys_expected(node, record);
            }
            return None;
        };
        let language = self.language_of_keys(entries, record);
        if language.is_none() && self.is_text(node, entries, record) {
            return None;
        }
        self.language = language.unwrap_or_else(|| self.language_of_strangers(entries));
        self.shown = true;
        let mut found: Vec<Option<&'n Node>> = vec![None; record.fields.len()];
        let mut keys: Vec<Option<Span>> = vec![None; record.fields.len()];
        let mut meant = Vec::new();
        for entry in entries {
            let word = entry.key.as_str();
            match record.field(word) {
                Some((index, field)) => match keys[index] {
                    Some(first) => self.twice(field, first, entry.key.whole()),
                    None => {
                        keys[index] = Some(entry.key.whole());
                        found[index] = Some(&entry.value);
                        if matches!(field.shape, Shape::Text | Shape::Lines) {
                            self.keys_in_text(&entry.value, record);
                        }
                        self.left_empty(entry, field);
                    }
                },
                None => meant.extend(self.unknown_key(entry, language.is_some(), record)),
            }
        }
        for (field, node_of) in record.fields.iter().zip(&found) {
            // A key that is there with a slip of the pen is told once.
            let told = self.broken || meant.iter().any(|near| field.key.is(near));
            if field.required && node_of.is_none() && !told {
                self.missing(node, entries, field, record);
            }
        }
        // What is there is read all the same, so that its errors are found in this run too.
        Some(found)
    }

    /// Says of the last lines of a block of text that they are keys of its record: `срок: до 1 мая`,
    /// or «Срок: до 1 мая», as a document prints it and a paste from one brings it.
    pub fn keys_in_text(&mut self, node: &Node, record: &Record) {
        let text = self.sources.get(node.span.source).text.as_deref().unwrap_or_default();
        let is_key = |word: &str| {
            let small = word.to_lowercase();
            let (_, field) = record.field(&small)?;
            let printed = LABELS.contains(&field.key.en.as_ref());
            let name = if field.key.ru == small { &field.key.ru } else { &field.key.en };
            (small == word || printed).then_some(name.as_ref())
        };
        self.findings.list.extend(source::keys_in_text(node, text, is_key));
    }

    /// The language of the keys that are known here; `None` where none is.
    fn language_of_keys(&self, entries: &[source::Entry], record: &Record) -> Option<Language> {
        let known = entries.iter().filter_map(|entry| Some((entry, record.field(entry.key.as_str())?.1)));
        known.fold(None, |language, (entry, field)| {
            Some(language_of(entry.key.as_str(), &field.key, language.unwrap_or(self.language)))
        })
    }

    /// The language of keys of which none is known.
    fn language_of_strangers(&self, entries: &[source::Entry]) -> Language {
        match entries.iter().map(|entry| entry.key.as_str()).all(str::is_ascii) {
            true if !entries.is_empty() => Language::English,
            _ => self.language,
        }
    }

    /// Whether keys of which none is known are a text with a colon: `- Рекомендовать: открыть`.
    fn is_text(&mut self, node: &Node, entries: &[source::Entry], record: &Record) -> bool {
        let is_prose = matches!(record.short, Some(Shape::Text | Shape::Lines));
        let like = |entry: &source::Entry| {
            let word = entry.key.as_str();
            let is_word = word.starts_with(char::is_lowercase);
            nearest(word, record.names()).is_some() || (is_word && synonyms::meant(word, record).is_some())
        };
        if !is_prose || entries.iter().any(like) {
            return false;
        }
        let text = self.sources.get(node.span.source).text.clone().unwrap_or_default();
        let accident = source::as_text_accident(node, &text);
        let is_text = accident.is_some();
        self.findings.list.extend(accident);
        is_text
    }

    /// Says of a key that nothing stands behind it, where a single value would.
    fn left_empty(&mut self, entry: &source::Entry, field: &Field) {
        let empty = match &entry.value.value {
            Value::Null => true,
            // Quotation marks with nothing between say that nothing is meant.
            Value::Scalar(scalar) => {
                scalar.style != ScalarStyle::Quoted && scalar.text.as_str().trim().is_empty()
            }
            _ => false,
        };
        // A required key without its value is an error of its own.
        if empty && !field.required && !self.broken && field.shape.is_single() {
            let finding = Finding::new(&say::EMPTY_KEY).arg("key", entry.key.as_str());
            self.findings.push(finding.at(entry.key.whole()));
        }
    }

    fn twice(&mut self, field: &Field, first: Span, second: Span) {
        self.findings.push(
            Finding::new(&say::KEY_IN_BOTH_LANGUAGES)
                .arg("ru", field.key.ru.as_ref())
                .arg("en", field.key.en.as_ref())
                .at(second)
                .label(first, ("первый раз – здесь", "first here")),
        );
    }

    /// A key that is not there, shown at the first one that is.
    fn missing(&mut self, node: &Node, entries: &[source::Entry], field: &Field, record: &Record) {
        let place = entries.first().map_or(node.span, |entry| entry.key.whole());
        let about = |text: &str| text.trim_end_matches('.').to_owned();
        self.findings.push(
            Finding::new(&say::MISSING_KEY)
                .arg("key", field.key.in_language(self.language))
                .arg("record", (record.name.ru.as_ref(), record.name.en.as_ref()))
                .arg("about", (about(&field.about.ru), about(&field.about.en)))
                .at(place),
        );
    }

    /// Says that a key is unknown; gives the known one that it is like.
    fn unknown_key(&mut self, entry: &source::Entry, told: bool, record: &Record) -> Option<String> {
        let word = entry.key.as_str();
        let language = match told {
            true => self.language,
            false if word.is_ascii() => Language::English,
            false => Language::Russian,
        };
        let names = || record.fields.iter().map(|field| field.key.in_language(language));
        let near = synonyms::meant(word, record)
            .map(|field| field.key.in_language(language).to_owned())
            .or_else(|| nearest(word, names()).or_else(|| nearest(word, record.names())));
        if near.is_none() && self.is_text_key(entry, record) {
            return None;
        }
        let finding = match &near {
            Some(near) => Finding::new(&say::UNKNOWN_KEY_NEAR).arg("near", near.as_str()),
            None => Finding::new(&say::UNKNOWN_KEY).arg("known", join(names())),
        };
        self.findings.push(
            finding
                .arg("key", word)
                .arg("record", (record.name.ru.as_ref(), record.name.en.as_ref()))
                .at(entry.key.whole()),
        );
        near
    }

    /// Whether a key is the beginning of a text with a colon: `- Принять план. Таблица: …` above
    /// keys that are known.
    fn is_text_key(&mut self, entry: &source::Entry, record: &Record) -> bool {
        let words = entry.key.as_str().split_whitespace().count();
        let text_key = record.fields.iter().find(|field| field.key.is("text"));
        let Value::Scalar(value) = &entry.value.value else { return false };
        let Some(field) = text_key.filter(|_| words > 2) else { return false };
        let key = field.key.in_language(self.language);
        let text = self.sources.get(entry.value.span.source).text.clone().unwrap_or_default();
        let (start, end) = (
            entry.key.whole().range().start,
            entry.value.span.range().end.max(value.text.whole().range().end),
        );
        let before = text.get(..start).and_then(|text| text.rsplit('\n').next()).unwrap_or_default();
        let typed = text.get(start..end).unwrap_or_default();
        let indent = " ".repeat(before.chars().count() + 2);
        let finding = Finding::new(&say::KEY_IS_TEXT).arg("key", key).at(entry.key.whole());
        self.findings.push(finding.rewrite(format!("{before}{key}: |\n{indent}{typed}")));
        true
    }

    /// One of some words, by its index.
    pub fn choice(&mut self, node: &Node, words: &[Name]) -> Option<usize> {
        let text = self.scalar(node, &Shape::Choice(words.to_vec()))?;
        let word = text.as_str().trim().to_lowercase();
        let found =
            words.iter().position(|name| name.ru.to_lowercase() == word || name.en.to_lowercase() == word);
        if found.is_none() {
            let names = || words.iter().map(|name| name.in_language(self.language));
            let both = words.iter().flat_map(|name| [name.ru.as_ref(), name.en.as_ref()]);
            let finding = match nearest(&word, both) {
                Some(near) => Finding::new(&say::UNKNOWN_WORD_NEAR).arg("near", near),
                None => Finding::new(&say::UNKNOWN_WORD).arg("known", join(names())),
            };
            self.findings.push(finding.arg("word", text.as_str().trim()).at(node.span));
        }
        found
    }
}

/// Keys that a document prints as words of its own: «Срок: …», «Ответственный: …».
const LABELS: [&str; 2] = ["due", "responsible"];

/// Which language a key shows the file to be written in; a key that reads alike in both shows nothing.
fn language_of(word: &str, key: &Name, before: Language) -> Language {
    match (word == key.ru, word == key.en) {
        (true, false) => Language::Russian,
        (false, true) => Language::English,
        _ => before,
    }
}

fn found(node: &Node) -> (&'static str, &'static str) {
    match &node.value {
        Value::Null => ("ничего нет", "there is nothing"),
        Value::Scalar(scalar) if scalar.style == ScalarStyle::Block => ("стоит текст", "there is a text"),
        Value::Scalar(_) => ("стоит одно значение", "there is a single value"),
        Value::List(_) => ("стоит список", "there is a list"),
        Value::Map(_) => ("стоят ключи со значениями", "there are keys with values"),
    }
}

/// Words as they are listed in a message: `` `а`, `б`, `в` ``.
pub fn join<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// What to write for a name that nobody knows: the one like it, or those that there are.
/// `none` is said where there are none.
pub fn advice<'w, I: Iterator<Item = &'w str>>(
    word: &str,
    names: impl Fn() -> I,
    none: (&str, &str),
) -> (String, String) {
    if let Some(near) = nearest(word, names()) {
        return (format!("возможно, `{near}`?"), format!("perhaps `{near}`?"));
    }
    match join(names()) {
        known if known.is_empty() => (none.0.to_owned(), none.1.to_owned()),
        known => (format!("есть такие: {known}"), format!("there are: {known}")),
    }
}

/// What to write where a table is named and the pack has none.
pub const NO_TABLES: (&str, &str) = (
    "в комплекте пока нет таблиц: опишите её в `таблицы:`",
    "the pack has no tables yet: describe it in `tables:`",
);

/// The name most like `word`, if one is like it at all.
pub fn nearest<'w>(word: &str, names: impl Iterator<Item = &'w str>) -> Option<String> {
    let word = word.to_lowercase();
    names
        .map(|name| (strsim::normalized_damerau_levenshtein(&word, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name.to_owned())
}

impl<T: Read> Read for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            // A key that was left empty says nothing, which is told where the record is read.
            Value::Null => Some(None),
            _ => T::read(node, reader).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if reader.items_are_typed(node) {
            return Some(Vec::new());
        }
        match &node.value {
            Value::Null => Some(Vec::new()),
            Value::List(nodes) => Some(nodes.iter().filter_map(|node| T::read(node, reader)).collect()),
            Value::Scalar(scalar) if is_word(&T::shape()) && stands_in_lines(node, scalar, reader) => {
                Some(lines_of(node, reader).iter().filter_map(|line| T::read(line, reader)).collect())
            }
            _ => T::read(node, reader).map(|single| vec![single]),
        }
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

/// Whether a value is one word or name, which never takes several lines.
fn is_word(shape: &Shape) -> bool {
    match shape {
        Shape::Word => true,
        Shape::Record(record) => matches!(record().short, Some(Shape::Word)),
        _ => false,
    }
}

/// Whether a plain value goes on in the lines below.
fn stands_in_lines(node: &Node, scalar: &source::Scalar, reader: &Reader<'_>) -> bool {
    let text = reader.sources.get(node.span.source).text.as_deref();
    scalar.style == ScalarStyle::Plain
        && text.and_then(|text| text.get(node.span.range())).is_some_and(|typed| typed.contains('\n'))
}

/// The lines of a list without dashes, which is said, as the items that are meant.
fn lines_of(node: &Node, reader: &mut Reader<'_>) -> Vec<Node> {
    let text = reader.sources.get(node.span.source).text.clone().unwrap_or_default();
    let typed = text.get(node.span.range()).unwrap_or_default();
    let before = text.get(..node.span.range().start).unwrap_or_default();
    let indent = before.rsplit('\n').next().filter(|line| line.trim().is_empty()).unwrap_or("  ");
    let mut at = node.span.range().start;
    let (mut nodes, mut list) = (Vec::new(), Vec::new());
    for line in typed.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            let span = Span::new(node.span.source, start, start + words.len());
            let text = SourceText::verbatim(words, span);
            let value = Value::Scalar(source::Scalar { text, style: ScalarStyle::Plain });
            nodes.push(Node { span, value, comment: None });
            list.push(format!("{indent}- {words}"));
        }
        at += line.len();
    }
    reader.findings.push(Finding::new(&say::LIST_WITHOUT_DASHES).at(node.span).rewrite(list.join("\n")));
    nodes
}

/// Values under names that the user chose, in the order of the file; then the names whose
/// values could not be read, which was said.
#[derive(Clone, Debug)]
pub struct Named<T>(pub Vec<(At<String>, T)>, pub Vec<String>);

impl<T> Named<T> {
    /// The value under a name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(key, _)| key.value == name).map(|(_, value)| value)
    }

    /// Whether a value stands under the name that could not be read.
    pub fn has_failed(&self, name: &str) -> bool {
        self.1.iter().any(|failed| failed == name)
    }

    /// The names in the order of the file.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.value.as_str())
    }
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Named(Vec::new(), Vec::new())
    }
}

impl<T: Read> Read for Named<T> {
    fn shape() -> Shape {
        Shape::Named(Box::new(T::shape()))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.value {
            Value::Null => Some(Named::default()),
            Value::Map(entries) => {
                let mut named = Named::default();
                for entry in entries {
                    let key = At { value: entry.key.as_str().trim().to_owned(), span: entry.key.whole() };
                    match T::read(&entry.value, reader) {
                        Some(value) => named.0.push((key, value)),
                        None => named.1.push(key.value),
                    }
                }
                Some(named)
            }
            _ => {
                reader.expected(node, &Self::shape());
                None
            }
        }
    }

    fn absent() -> Option<Self> {
        Some(Named::default())
    }
}

/// A word or name: plain characters without figures or emphasis.
pub type Word = At<String>;

impl Read for Word {
    fn shape() -> Shape {
        Shape::Word
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, &Shape::Word)?;
        Some(At { value: text.as_str().trim().to_owned(), span: node.span })
    }
}

impl Read for At<u32> {
    fn shape() -> Shape {
        Shape::Integer
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, &Shape::Integer)?;
        match text.as_str().trim().parse() {
            Ok(value) => Some(At { value, span: node.span }),
            Err(_) => {
                reader
                    .findings
                    .push(Finding::new(&say::NOT_AN_INTEGER).arg("text", text.as_str().trim()).at(node.span));
                None
            }
        }
    }
}

impl Read for At<bool> {
    fn shape() -> Shape {
        Shape::Boolean
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        const WORDS: [Name; 4] = [
            Name::new("да", "yes"),
            Name::new("нет", "no"),
            Name::new("true", "true"),
            Name::new("false", "false"),
        ];
        let index = reader.choice(node, &WORDS)?;
        Some(At { value: index % 2 == 0, span: node.span })
    }
}

/// Declares a record: the struct, its keys in both languages, and how it is read.
///
/// ```ignore
/// record! {
///     /// A person.
///     pub struct Person: "человек" / "person" {
///         /// Name and initials.
///         name: Word = "имя" / "name", "Имя …" / "The name …";
///     }
/// }
/// ```
/// `short SHAPE via function` names what may stand in the record's place.
#[macro_export]
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $type:ident: $ru:literal / $en:literal $(, short $short:expr => $make:path)? {
            $($(#[$doc:meta])* $field:ident: $kind:ty = $fru:literal / $fen:literal, $aru:literal / $aen:literal;)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub struct $type {
            $($(#[$doc])* pub $field: $kind,)*
            /// Where it stands.
            pub span: $crate::source::Span,
        }

        impl $type {
            /// The record from the nodes of its keys, in their order.
            pub fn read_fields<'n>(
                values: &mut impl Iterator<Item = Option<&'n $crate::source::Node>>,
                span: $crate::source::Span,
                reader: &mut $crate::pack::read::Reader<'_>,
            ) -> Option<Self> {
                // A value that cannot be read counts as absent once that is said, so that the
                // errors of everything else are found in the same run.
                $(let $field = match values.next().flatten() {
                    Some(value) => <$kind as $crate::pack::read::Read>::read(value, reader)
                        .or_else(<$kind as $crate::pack::read::Read>::absent),
                    None => <$kind as $crate::pack::read::Read>::absent(),
                };)*
                Some($type { $($field: $field?,)* span })
            }

            /// The record's keys.
            pub fn record() -> $crate::pack::shape::Record {
                use $crate::pack::shape::{Field, Name, Record};
                #[allow(unused_mut, unused_assignments)]
                let mut short = None;
                $(short = Some($short);)?
                Record {
                    name: Name::new($ru, $en),
                    fields: vec![$(Field {
                        key: Name::new($fru, $fen),
                        shape: <$kind as $crate::pack::read::Read>::shape(),
                        required: <$kind as $crate::pack::read::Read>::absent().is_none(),
                        about: Name::new($aru, $aen),
                    }),*],
                    short,
                }
            }
        }

        impl $crate::pack::read::Read for $type {
            fn shape() -> $crate::pack::shape::Shape {
                $crate::pack::shape::Shape::Record(<$type>::record)
            }

            fn read(
                node: &$crate::source::Node,
                reader: &mut $crate::pack::read::Reader<'_>,
            ) -> Option<Self> {
                let record = <$type>::record();
                $(if !matches!(node.value, $crate::source::Value::Map(_)) {
                    reader.keys_in_text(node, &record);
                    return $make(node, reader);
                })?
                let mut values = reader.record(node, &record)?.into_iter();
                <$type>::read_fields(&mut values, node.span, reader)
            }
        }
    };
}
