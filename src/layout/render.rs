//! From a layout and data to markup, within limits that no layout can exceed.

use super::handle::{Handle, Printed};
use super::library::Layout;
use super::limits;
use super::messages as say;
use super::pieces::Pieces;
use super::printed;
use crate::pack::read::join;
use crate::source::{Finding, Place, SourceId, Sources, Span};
use handlebars::{
    Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderError, RenderErrorReason,
    Template, TemplateErrorReason,
};
use std::io::{self, Write};

/// At most so many elements in one document.
pub const MOST_ELEMENTS: usize = 1_000_000;
/// At most so many bytes of markup.
const MOST_BYTES: usize = 256 << 20;

/// What a layout wrote.
#[derive(Clone, Debug)]
pub struct Markup {
    /// XML with handles.
    pub xml: String,
    /// The layout's files by the numbers that [`LINE`](super::template::LINE) gives them.
    pub files: Vec<SourceId>,
}

/// Writes a document's markup.
pub fn render(layout: &Layout, data: &serde_json::Value, sources: &Sources) -> Result<Markup, Finding> {
    let compiled =
        layout.compiled.get_or_init(|| compile(layout, sources)).as_ref().map_err(Finding::clone)?;
    let engine = engine(compiled);
    let mut output = Limited { pieces: &compiled.pieces, bytes: Vec::new(), elements: 0, full: false };
    match engine.render_to_write("layout", data, &mut output) {
        Ok(()) => {
            let xml = String::from_utf8(output.bytes).unwrap_or_default();
            match printed::unprintable(&xml, layout, sources) {
                Some(finding) => Err(finding),
                None => Ok(Markup { xml, files: layout.files() }),
            }
        }
        Err(error) => Err(refused(layout, sources, &error, output.full)),
    }
}

/// The templates of a layout as the engine has them.
#[derive(Clone, Debug, Default)]
pub(super) struct Compiled {
    templates: Vec<(String, Template)>,
    /// Their words and tags.
    pieces: Pieces,
}

/// Compiling reports errors of the templates.
fn compile(layout: &Layout, sources: &Sources) -> Result<Compiled, Finding> {
    let mut compiled = Compiled::default();
    for template in &layout.templates {
        let text = compiled.pieces.set_aside(&template.prepared);
        let read = Template::compile_with_name(text, template.name.clone()).map_err(|error| {
            let (line, _) = error.pos().unwrap_or((1, 1));
            let place = line_place(sources, template.source, line);
            Finding::new(&say::BROKEN_TEMPLATE).arg("why", why_unread(error.reason())).at(place)
        })?;
        compiled.templates.push((template.name.clone(), read));
    }
    Ok(compiled)
}

/// The engine with the layout and its partials; each document has its own, which counts its calls.
fn engine<'e>(compiled: &Compiled) -> Handlebars<'e> {
    let mut engine = Handlebars::new();
    engine.register_escape_fn(printed::printed);
    engine.set_strict_mode(true);
    limits::register(&mut engine);
    engine.register_helper("eq", Box::new(handlebars_eq));
    for (name, template) in &compiled.templates {
        engine.register_template(name, template.clone());
    }
    engine
}

/// `{{#if (eq a b)}}`: whether two values are the same.
fn handlebars_eq(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let same = match (helper.param(0), helper.param(1)) {
        (Some(a), Some(b)) if [a, b].iter().any(|value| is_handle(value.value())) => {
            return Err(RenderErrorReason::Other(COMPARED.to_owned()).into());
        }
        (Some(a), Some(b)) => a.value() == b.value(),
        _ => false,
    };
    // A subexpression is true unless it is empty.
    if same { out.write("true").map_err(RenderError::from) } else { Ok(()) }
}

/// What `eq` says of a text of the pack.
const COMPARED: &str = "avgust: a handle is compared";

fn is_handle(value: &serde_json::Value) -> bool {
    let pieces = value.as_str().map_or_else(Vec::new, Handle::split);
    pieces.iter().any(|piece| matches!(piece, Printed::Handle(_)))
}

fn refused(layout: &Layout, sources: &Sources, error: &RenderError, full: bool) -> Finding {
    let template = error.template_name.as_deref().and_then(|name| layout.template(name));
    let source = template.or(layout.templates.first()).map(|template| template.source);
    let place = match (source, error.line_no) {
        (Some(source), Some(line)) => line_place(sources, source, line),
        (Some(source), None) => Place::File(source),
        (None, _) => Place::File(SourceId(0)),
    };
    let message = error.to_string();
    if full {
        return Finding::new(&say::TOO_MANY_ELEMENTS).at(place);
    }
    if let Some(limit) = limits::exceeded(&message) {
        return Finding::new(limit).at(place);
    }
    if message.contains(COMPARED) {
        return Finding::new(&say::HANDLE_COMPARED).at(place);
    }
    match error.reason() {
        RenderErrorReason::PartialNotFound(name) => {
            let known = match layout.templates.get(1..) {
                Some([]) | None => ("ни одного".to_owned(), "none".to_owned()),
                Some(partials) => {
                    let known = join(partials.iter().map(|partial| partial.name.as_str()));
                    (known.clone(), known)
                }
            };
            let finding = Finding::new(&say::NO_PARTIAL).arg("name", name.as_str()).arg("known", known);
            finding.at(narrowed(place, name, sources))
        }
        RenderErrorReason::MissingVariable(Some(name)) => {
            let place = narrowed(place, name, sources);
            Finding::new(&say::LAYOUT_FAILED).arg("why", why_failed(error)).at(place)
        }
        _ => Finding::new(&say::LAYOUT_FAILED).arg("why", why_failed(error)).at(place),
    }
}

/// The mustache of a line in which a word stands; the line where there is none.
fn narrowed(place: Place, word: &str, sources: &Sources) -> Place {
    let Place::Text(span) = &place else { return place };
    let text = sources.get(span.source).text.as_deref().unwrap_or_default();
    let line = text.get(span.start as usize..span.end as usize).unwrap_or_default();
    let mustache = line.match_indices("{{").find_map(|(at, _)| {
        let length = super::template::mustache(&line[at..]);
        line[at..at + length].contains(word).then_some((at, length))
    });
    match mustache {
        Some((at, length)) => {
            let start = span.start as usize + at;
            Place::Text(Span::new(span.source, start, start + length))
        }
        None => place,
    }
}

/// What is wrong with a template; only what is rare is told in the engine's words.
fn why_unread(reason: &TemplateErrorReason) -> (String, String) {
    match reason {
        TemplateErrorReason::MismatchingClosedHelper(open, close)
        | TemplateErrorReason::MismatchingClosedDecorator(open, close) => (
            format!("открыт блок `{open}`, а закрыт `{close}`"),
            format!("the block `{open}` is opened, but `{close}` is closed"),
        ),
        TemplateErrorReason::InvalidSyntax(_) => {
            ("скобки или блоки не закрыты".to_owned(), "braces or blocks are not closed".to_owned())
        }
        other => quoted(&other.to_string()),
    }
}

/// Why a layout stopped; only what is rare is told in the engine's words.
fn why_failed(error: &RenderError) -> (String, String) {
    match error.reason() {
        RenderErrorReason::MissingVariable(Some(name)) => {
            (format!("нет поля `{name}`"), format!("there is no field `{name}`"))
        }
        RenderErrorReason::HelperNotFound(name) => {
            (format!("нет слова `{name}`"), format!("there is no helper `{name}`"))
        }
        other => quoted(&other.to_string()),
    }
}

/// The engine's own words, as a detail.
fn quoted(words: &str) -> (String, String) {
    (format!("«{}»", why(words)), format!("“{}”", why(words)))
}

/// Where a line of a template stands.
pub fn line_place(sources: &Sources, source: SourceId, line: usize) -> Place {
    let Some(text) = &sources.get(source).text else { return Place::File(source) };
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let whole = text[start..].lines().next().unwrap_or("");
    let shown = whole.trim_start();
    let indent = whole.len() - shown.len();
    Place::Text(Span::new(source, start + indent, start + indent + shown.trim_end().len()))
}

/// The engine's own words, on one line and without the paths and frames that mean nothing here.
fn why(message: &str) -> String {
    message.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("").to_owned()
}

/// Takes a layout's output until it is too much.
struct Limited<'p> {
    pieces: &'p Pieces,
    bytes: Vec<u8>,
    elements: usize,
    full: bool,
}

impl Write for Limited<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let from = self.bytes.len();
        self.pieces.put_back(bytes, &mut self.bytes);
        self.elements += self.bytes[from..].iter().filter(|byte| **byte == b'<').count();
        // An element has two tags at most.
        if self.elements > 2 * MOST_ELEMENTS || self.bytes.len() > MOST_BYTES {
            self.full = true;
            return Err(io::Error::other("too many elements"));
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
