//! From a layout and data to markup, within limits that no layout can exceed.

use super::library::{Layout, Template};
use super::messages as say;
use super::template::{GUARD, prepare};
use super::{pieces, ready};
use crate::source::{Finding, Place, SourceId, Sources, Span};
use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderError,
    RenderErrorReason, Renderable, TemplateErrorReason, no_escape,
};
use std::io::{self, Write};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// At most so many elements in one document.
pub const MOST_ELEMENTS: usize = 1_000_000;
/// Partials call each other at most so deep.
pub const DEEPEST_PARTIAL: usize = 64;
/// At most so many calls of partials: a layout may call much and write nothing.
const MOST_CALLS: usize = 1_000_000;
/// At most so many bytes of markup.
const MOST_BYTES: usize = 256 << 20;

/// What a layout wrote.
#[derive(Clone, Debug)]
pub struct Markup {
    /// XML with handles.
    pub xml: String,
    /// The layout's files by the names that [`LINE`](super::template::LINE) gives them.
    pub files: Vec<(String, SourceId)>,
}

/// Writes a document's markup.
pub fn render(layout: &Layout, data: &serde_json::Value, sources: &Sources) -> Result<Markup, Finding> {
    let engines = &layout.engines;
    let compiled = engines.quick.get_or_init(|| compile(layout, sources, true));
    let mut written = write(compiled.as_ref().map_err(Finding::clone)?, data);
    if written.is_err() && layout.templates.iter().any(|template| template.compiled.is_some()) {
        // What is compiled with the program cannot tell the line that failed.
        let compiled = engines.exact.get_or_init(|| compile(layout, sources, false));
        written = write(compiled.as_ref().map_err(Finding::clone)?, data);
    }
    match written {
        Ok(xml) => Ok(Markup { xml, files: layout.files() }),
        Err((error, full)) => Err(refused(layout, sources, &error, full)),
    }
}

/// Renders; an error says too whether the output was full.
fn write(compiled: &Compiled, data: &serde_json::Value) -> Result<String, (RenderError, bool)> {
    let mut output = Limited { bytes: Vec::new(), elements: 0, full: false };
    match engine(compiled).render_to_write("layout", data, &mut output) {
        Ok(()) => Ok(String::from_utf8(output.bytes).unwrap_or_default()),
        Err(error) => Err((error, output.full)),
    }
}

/// The templates of a layout as the engine has them, by name.
type Compiled = Vec<(String, handlebars::Template)>;

/// A layout's templates, compiled once for all its documents.
#[derive(Clone, Debug, Default)]
pub(super) struct Engines {
    /// Those of the program as they were compiled with it.
    quick: OnceLock<Result<Compiled, Finding>>,
    /// All compiled anew, to know their lines.
    exact: OnceLock<Result<Compiled, Finding>>,
}

/// Compiling reports errors of the templates.
fn compile(layout: &Layout, sources: &Sources, quick: bool) -> Result<Compiled, Finding> {
    let ready = |template: &Template| template.compiled.filter(|_| quick).and_then(ready::read);
    let one = |template: &Template| {
        let compiled = ready(template).map_or_else(|| compile_text(template, sources), Ok)?;
        Ok((template.name.clone(), compiled))
    };
    layout.templates.iter().map(one).collect()
}

fn compile_text(template: &Template, sources: &Sources) -> Result<handlebars::Template, Finding> {
    let text = sources.get(template.source).text.as_deref().unwrap_or_default();
    pieces::compile(&prepare(text, &template.name), &template.name).map_err(|error| {
        let (line, _) = error.pos().unwrap_or((1, 1));
        let place = line_place(sources, template.source, line);
        Finding::new(&say::BROKEN_TEMPLATE).arg("why", why_unread(error.reason())).at(place)
    })
}

/// The engine with the layout and its partials; each document has its own, which counts its calls.
fn engine<'e>(compiled: &Compiled) -> Handlebars<'e> {
    let mut engine = Handlebars::new();
    engine.register_escape_fn(no_escape);
    engine.set_strict_mode(true);
    engine.register_helper(GUARD, Box::new(Guard::default()));
    engine.register_helper("eq", Box::new(handlebars_eq));
    for (name, template) in compiled {
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
        (Some(a), Some(b)) => a.value() == b.value(),
        _ => false,
    };
    // A subexpression is true unless it is empty.
    if same { out.write("true").map_err(RenderError::from) } else { Ok(()) }
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
    if message.contains(TOO_DEEP) {
        return Finding::new(&say::PARTIALS_TOO_DEEP).at(place);
    }
    Finding::new(&say::LAYOUT_FAILED).arg("why", why_failed(error)).at(place)
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
        RenderErrorReason::PartialNotFound(name) => {
            (format!("нет файла `{name}.hbs`"), format!("there is no file `{name}.hbs`"))
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

const TOO_DEEP: &str = "avgust: partials too deep";

/// Counts calls of partials, nested and in all.
#[derive(Default)]
struct Guard {
    depth: AtomicUsize,
    calls: AtomicUsize,
}

impl HelperDef for Guard {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        engine: &'reg Handlebars<'reg>,
        context: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let depth = self.depth.fetch_add(1, Ordering::Relaxed);
        let calls = self.calls.fetch_add(1, Ordering::Relaxed);
        let result = if depth >= DEEPEST_PARTIAL || calls >= MOST_CALLS {
            Err(RenderErrorReason::Other(TOO_DEEP.to_owned()).into())
        } else {
            helper.template().map_or(Ok(()), |template| template.render(engine, context, render, out))
        };
        self.depth.fetch_sub(1, Ordering::Relaxed);
        result
    }
}

/// Takes a layout's output until it is too much.
struct Limited {
    bytes: Vec<u8>,
    elements: usize,
    full: bool,
}

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        self.elements += bytes.iter().filter(|byte| **byte == b'<').count();
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
