//! From a layout and data to markup, within limits that no layout can exceed.

use super::handle::{Handle, Printed};
use super::library::{Layout, Template};
use super::limits;
use super::messages as say;
use super::printed;
use super::template::{LINE, prepare};
use super::{pieces, ready};
use crate::pack::read::join;
use crate::source::{Finding, Place, SourceId, Sources, Span};
use handlebars::{
    Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderError, RenderErrorReason,
    Renderable, TemplateErrorReason,
};
use std::io;
use std::sync::OnceLock;

/// At most so many elements in one document.
pub const MOST_ELEMENTS: usize = 1_000_000;
/// At most so many bytes of markup.
const MOST_BYTES: usize = 256 << 20;

/// What a layout wrote.
#[derive(Clone, Debug)]
pub struct Markup {
    /// XML with handles.
    pub xml: String,
    /// The layout's files by the names that [`LINE`] gives them.
    pub files: Vec<(String, SourceId)>,
}

impl Markup {
    /// The layout's line that a [`LINE`] attribute names; the layout itself where it names none.
    pub fn place(&self, line: Option<&str>, sources: &Sources) -> Place {
        let place = line.and_then(|line| {
            let (name, line) = line.rsplit_once(':')?;
            let (_, source) = self.files.iter().find(|(known, _)| known == name)?;
            Some(line_place(sources, *source, line.parse().ok()?))
        });
        place.unwrap_or_else(|| Place::File(self.files.first().map_or(SourceId(0), |(_, source)| *source)))
    }

    /// The layout's line of the last element that was begun in `written`, the markup's beginning.
    pub fn last_line(&self, written: &str, sources: &Sources) -> Place {
        let attribute = format!(" {LINE}=\"");
        let line = written.rsplit_once(&attribute).and_then(|(_, rest)| rest.split('"').next());
        self.place(line, sources)
    }
}

/// Writes a document's markup.
pub fn render(layout: &Layout, data: serde_json::Value, sources: &Sources) -> Result<Markup, Finding> {
    let (engines, data) = (&layout.engines, Context::from(data));
    let compiled = engines.quick.get_or_init(|| compile(layout, sources, true));
    let mut written = write(compiled.as_ref().map_err(Finding::clone)?, &data);
    if written.is_err() && layout.templates.iter().any(|template| template.compiled.is_some()) {
        // What is compiled with the program cannot tell the line that failed.
        let compiled = engines.exact.get_or_init(|| compile(layout, sources, false));
        written = write(compiled.as_ref().map_err(Finding::clone)?, &data);
    }
    let xml = written.map_err(|(error, full)| refused(layout, sources, &error, full))?;
    let markup = Markup { xml, files: layout.files() };
    match printed::unprintable(&markup, sources) {
        Some(finding) => Err(finding),
        None => Ok(markup),
    }
}

/// Renders; an error says too whether the output was full.
fn write(compiled: &Compiled, data: &Context) -> Result<String, (RenderError, bool)> {
    let (engine, mut output) = (engine(), Limited::default());
    let Some((_, layout)) = compiled.first() else { return Ok(String::new()) };
    let mut render = RenderContext::new(None);
    if let Some(block) = render.block_mut() {
        for (name, template) in compiled {
            block.set_local_partial(name.clone(), template);
        }
    }
    match layout.render(&engine, data, &mut render, &mut output) {
        Ok(()) => Ok(output.text),
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

/// The engine; each document has its own, which counts its calls.
fn engine<'e>() -> Handlebars<'e> {
    let mut engine = Handlebars::new();
    engine.register_escape_fn(printed::printed);
    engine.set_strict_mode(true);
    limits::register(&mut engine);
    engine.register_helper("eq", Box::new(handlebars_eq));
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
    let start = sources.get(source).line_start(line);
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
#[derive(Default)]
struct Limited {
    text: String,
    elements: usize,
    full: bool,
}

impl Output for Limited {
    fn write(&mut self, text: &str) -> io::Result<()> {
        self.text.push_str(text);
        self.elements += text.bytes().filter(|byte| *byte == b'<').count();
        // An element has two tags at most.
        if self.elements > 2 * MOST_ELEMENTS || self.text.len() > MOST_BYTES {
            self.full = true;
            return Err(io::Error::other("too many elements"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// What the engine prints of templates that nobody prepared.
    fn by_the_engine(templates: &[(&str, &str)], data: &serde_json::Value) -> String {
        let mut engine = engine();
        for (name, text) in templates {
            engine.register_template_string(name, *text).unwrap();
        }
        engine.render("layout", data).unwrap()
    }

    fn prepared(templates: &[(&str, &str)], data: serde_json::Value) -> String {
        let compile = |(name, text): &(&str, &str)| {
            ((*name).to_owned(), pieces::compile(&prepare(text, name), name).unwrap())
        };
        let compiled: Compiled = templates.iter().map(compile).collect();
        write(&compiled, &Context::from(data)).map_err(|(error, _)| error).unwrap()
    }

    #[test]
    fn a_partial_prints_in_place_what_it_prints_of_a_copy() {
        let one =
            |name: &str| json!({ "name": name, "inner": { "name": "inner", "list": [1, 2] }, "list": [3] });
        let data = json!({ "name": "root", "list": [one("a"), one("b")], "one": one("c"), "word": "w" });
        let templates = [
            (
                "layout",
                "{{#each list}}{{> part}}{{> part inner}}{{> part ../one}}{{> part this}}\
                 {{> given inner x=../word y=(eq name \"a\")}}{{> part @root.one}}{{/each}}\
                 {{> part one}}{{#each list as |item at|}}{{> part item}}{{at}}{{/each}}\
                 {{#with one}}{{> part inner}}{{/with}}{{#if one}}{{> part one.inner}}{{/if}}",
            ),
            (
                "part",
                "[{{name}} {{../name}} {{@root.name}} {{#each list}}{{> leaf}}{{@index}}{{/each}}{{> own}}]",
            ),
            ("given", "({{name}} {{x}}{{#if y}}!{{/if}} {{#each list}}{{> leaf}}{{/each}})"),
            ("leaf", "{{this}}{{#if @last}}.{{/if}}"),
            ("own", "{{#*inline \"local\"}}<{{name}}>{{/inline}}{{> local}}"),
        ];
        assert_eq!(prepared(&templates, data.clone()), by_the_engine(&templates, &data));
    }
}
