//! What rendering a layout may cost. Whoever writes without end is stopped by the size of what
//! was written; the helpers here stop a layout that works without end and writes nothing.

use super::messages as say;
use super::template::GUARD;
use crate::source::Message;
use handlebars::template::{Parameter, TemplateElement};
use handlebars::{
    BlockContext, BlockParams, Context, Handlebars, Helper, HelperDef, HelperResult, JsonValue, Output, Path,
    PathAndJson, RenderContext, RenderError, RenderErrorReason, Renderable, Template,
};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Partials call each other at most so deep.
pub const DEEPEST_PARTIAL: usize = 64;
/// At most so many calls of partials: a layout may call much and write nothing.
const MOST_CALLS: usize = 1_000_000;
/// At most so many parts of templates are rendered within loops and partials: some seconds.
const MOST_STEPS: usize = 10_000_000;

const TOO_DEEP: &str = "avgust: partials too deep";
const TOO_LONG: &str = "avgust: too many steps";

/// Registers `each` and the guard of partials, which count together.
pub fn register(engine: &mut Handlebars<'_>) {
    let steps = Steps::default();
    engine.register_helper("each", Box::new(Each { steps: steps.clone() }));
    engine.register_helper(GUARD, Box::new(Guard { steps, ..Guard::default() }));
}

/// The limit that stopped a layout, if it was one of these; `message` is the engine's.
pub fn exceeded(message: &str) -> Option<&'static Message> {
    let limits = [(TOO_DEEP, &say::PARTIALS_TOO_DEEP), (TOO_LONG, &say::TOO_MANY_STEPS)];
    limits.into_iter().find(|(sign, _)| message.contains(sign)).map(|(_, message)| message)
}

fn stop(sign: &str) -> RenderError {
    RenderErrorReason::Other(sign.to_owned()).into()
}

/// The steps of one document, shared by the helpers that take them.
#[derive(Clone, Default)]
struct Steps(Arc<AtomicUsize>);

impl Steps {
    /// Takes the steps of rendering a template so many times, before they are made.
    fn take(&self, template: &Template, times: usize) -> HelperResult {
        let cost = steps(template).saturating_add(1).saturating_mul(times).min(MOST_STEPS);
        match self.0.fetch_add(cost, Ordering::Relaxed) {
            before if before + cost >= MOST_STEPS => Err(stop(TOO_LONG)),
            _ => Ok(()),
        }
    }
}

/// The parts of a template; what stands in its loops and partials is counted when they run.
fn steps(template: &Template) -> usize {
    let part = |element: &TemplateElement| match element {
        TemplateElement::HelperBlock(block) => {
            let is_loop = matches!(&block.name, Parameter::Name(name) if name == "each");
            let inner = [&block.template, &block.inverse].into_iter().flatten().map(steps);
            if is_loop { 1 } else { inner.sum::<usize>() + 1 }
        }
        _ => 1,
    };
    template.elements.iter().map(part).sum()
}

/// Counts calls of partials, nested and in all.
#[derive(Default)]
struct Guard {
    depth: AtomicUsize,
    calls: AtomicUsize,
    steps: Steps,
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
        let Some(call) = helper.template() else { return Ok(()) };
        let called = partial(call);
        let template = called.and_then(|(name, _)| render.get_partial(name));
        if let Some(template) = template {
            self.steps.take(template, 1)?;
        }
        let depth = self.depth.fetch_add(1, Ordering::Relaxed);
        let calls = self.calls.fetch_add(1, Ordering::Relaxed);
        if depth >= DEEPEST_PARTIAL || calls >= MOST_CALLS {
            return Err(stop(TOO_DEEP));
        }
        let path = called.and_then(|(_, given)| path_of(given, helper, render));
        let result = match (template, path) {
            (Some(template), Some(path)) => in_place(template, path, engine, context, render, out),
            _ => call.render(engine, context, render, out),
        };
        self.depth.fetch_sub(1, Ordering::Relaxed);
        result
    }
}

/// The name of the partial that a guarded call names, and to how many values it is to be applied;
/// `None` for one that is called with a block.
fn partial(call: &Template) -> Option<(&str, usize)> {
    let TemplateElement::PartialExpression(partial) = call.elements.first()? else { return None };
    let given = partial.params.len() + partial.hash.len();
    match &partial.name {
        Parameter::Name(name) | Parameter::Path(Path::Relative((_, name))) => Some((name, given)),
        _ => None,
    }
}

/// Where in the data a partial begins that is given so many values; `None` where it begins with
/// something else, or is given more than its guard is.
fn path_of(given: usize, guard: &Helper<'_>, render: &RenderContext<'_, '_>) -> Option<Vec<String>> {
    match (guard.param(0), render.block()) {
        (Some(value), _) if given == 1 => value.context_path().cloned(),
        (None, Some(block)) if given == 0 && block.base_value().is_none() => Some(block.base_path().clone()),
        _ => None,
    }
}

/// Renders a partial where its data are. The engine gives each partial a copy of them, of which
/// all that it calls then makes copies of its own.
fn in_place<'reg: 'rc, 'rc>(
    template: &'rc Template,
    path: Vec<String>,
    engine: &'reg Handlebars<'reg>,
    context: &'rc Context,
    render: &mut RenderContext<'reg, 'rc>,
    out: &mut dyn Output,
) -> HelperResult {
    let mut block = BlockContext::new();
    if let Some(outer) = render.block() {
        block.local_variables_mut().clone_from(outer.local_variables());
    }
    *block.base_path_mut() = path;
    render.push_block(block);
    let result = template.render(engine, context, render, out);
    render.pop_block();
    result
}

/// `{{#each}}` as the engine has it, whose rounds are counted.
struct Each {
    steps: Steps,
}

impl HelperDef for Each {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        engine: &'reg Handlebars<'reg>,
        context: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let value = helper.param(0).ok_or(RenderErrorReason::ParamNotFoundForIndex("each", 0))?;
        let Some(body) = helper.template() else { return Ok(()) };
        let rounds: Vec<(JsonValue, &JsonValue)> = match value.value() {
            JsonValue::Array(list) => list.iter().enumerate().map(|(at, one)| (at.into(), one)).collect(),
            JsonValue::Object(keys) => keys.iter().map(|(key, one)| (key.as_str().into(), one)).collect(),
            _ if helper.inverse().is_none() => return Err(RenderError::strict_error(value.relative_path())),
            _ => Vec::new(),
        };
        if let (true, Some(otherwise)) = (rounds.is_empty(), helper.inverse()) {
            return otherwise.render(engine, context, render, out);
        }
        self.steps.take(body, rounds.len())?;
        render.push_block(BlockContext::new());
        for (at, (key, one)) in rounds.iter().enumerate() {
            if let Some(block) = render.block_mut() {
                block.set_local_var("first", (at == 0).into());
                block.set_local_var("last", (at + 1 == rounds.len()).into());
                block.set_local_var("index", at.into());
                block.set_local_var("key", key.clone());
                enter(block, value, key, one);
                name_values(block, helper, value.context_path().is_none().then_some(one), key)?;
            }
            body.render(engine, context, render, out)?;
        }
        render.pop_block();
        Ok(())
    }
}

/// Makes the value of a round what the block's names begin from: by its path where it has one.
fn enter(block: &mut BlockContext<'_>, value: &PathAndJson<'_>, key: &JsonValue, one: &JsonValue) {
    let key = key.as_str().map_or_else(|| key.to_string(), str::to_owned);
    match value.context_path() {
        Some(path) => *block.base_path_mut() = path.iter().cloned().chain([key]).collect(),
        None => block.set_base_value(one.clone()),
    }
}

/// `{{#each list as |value key|}}`: the round's value, which has a path unless it is given, and
/// its key under names of their own.
fn name_values<'rc>(
    block: &mut BlockContext<'rc>,
    helper: &Helper<'rc>,
    one: Option<&JsonValue>,
    key: &JsonValue,
) -> Result<(), RenderError> {
    let (value_name, key_name) = match helper.block_param_pair() {
        Some((value, key)) => (Some(value), Some(key)),
        None => (helper.block_param(), None),
    };
    let mut names = BlockParams::new();
    match (value_name, one) {
        (Some(name), Some(one)) => names.add_value(name, one.clone())?,
        (Some(name), None) => names.add_path(name, Vec::new())?,
        (None, _) => return Ok(()),
    }
    if let Some(name) = key_name {
        names.add_value(name, key.clone())?;
    }
    block.set_block_params(names);
    Ok(())
}
