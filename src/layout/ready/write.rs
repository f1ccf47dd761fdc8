//! Compiled templates as bytes, written while the program is built and by the tests.
//!
//! `build.rs` compiles this file too, so it knows handlebars and nothing of the program.

use handlebars::template::{
    BlockParam, DecoratorTemplate, HelperTemplate, Parameter, Subexpression, TemplateElement,
};
use handlebars::{Path, PathSeg, Template};
use std::collections::{BTreeMap, HashMap};

/// A template as bytes; `None` if it has what they have no form for.
pub fn write(template: &Template) -> Option<Vec<u8>> {
    let mut writer = Writer(Vec::new());
    writer.template(template)?;
    Some(writer.0)
}

struct Writer(Vec<u8>);

impl Writer {
    fn template(&mut self, template: &Template) -> Option<()> {
        self.list(&template.elements, Writer::element)
    }

    fn element(&mut self, element: &TemplateElement) -> Option<()> {
        match element {
            TemplateElement::RawString(text) => self.tagged(0).text(text),
            TemplateElement::HtmlExpression(helper) => self.tagged(1).helper(helper),
            TemplateElement::Expression(helper) => self.tagged(2).helper(helper),
            TemplateElement::HelperBlock(helper) => self.tagged(3).helper(helper),
            TemplateElement::DecoratorExpression(decorator) => self.tagged(4).decorator(decorator),
            TemplateElement::DecoratorBlock(decorator) => self.tagged(5).decorator(decorator),
            TemplateElement::PartialExpression(decorator) => self.tagged(6).decorator(decorator),
            TemplateElement::PartialBlock(decorator) => self.tagged(7).decorator(decorator),
            TemplateElement::Comment(text) => self.tagged(8).text(text),
            _ => None,
        }
    }

    fn helper(&mut self, helper: &HelperTemplate) -> Option<()> {
        self.call(&helper.name, &helper.params, &helper.hash)?;
        match &helper.block_param {
            None => self.number(0)?,
            Some(BlockParam::Single(one)) => self.tagged(1).parameter(one)?,
            Some(BlockParam::Pair((one, other))) => {
                self.tagged(2).parameter(one)?;
                self.parameter(other)?;
            }
            Some(_) => return None,
        }
        self.list(helper.template.as_slice(), Writer::template)?;
        self.list(helper.inverse.as_slice(), Writer::template)?;
        self.number(usize::from(helper.block) + 2 * usize::from(helper.chain))
    }

    fn decorator(&mut self, decorator: &DecoratorTemplate) -> Option<()> {
        self.call(&decorator.name, &decorator.params, &decorator.hash)?;
        if decorator.indent.is_some() {
            return None;
        }
        self.list(decorator.template.as_slice(), Writer::template)
    }

    /// What helpers and decorators are called with; named arguments in the order of their names.
    fn call(
        &mut self,
        name: &Parameter,
        parameters: &[Parameter],
        named: &HashMap<String, Parameter>,
    ) -> Option<()> {
        self.parameter(name)?;
        self.list(parameters, Writer::parameter)?;
        let named: Vec<_> = named.iter().collect::<BTreeMap<_, _>>().into_iter().collect();
        self.list(&named, |writer, (name, parameter)| {
            writer.text(name)?;
            writer.parameter(parameter)
        })
    }

    fn parameter(&mut self, parameter: &Parameter) -> Option<()> {
        match parameter {
            Parameter::Name(name) => self.tagged(0).text(name),
            Parameter::Path(path) => self.tagged(1).path(path),
            Parameter::Literal(value) => self.tagged(2).text(&value.to_string()),
            Parameter::Subexpression(Subexpression { element, .. }) => self.tagged(3).element(element),
            _ => None,
        }
    }

    /// A path of plain names in its parts; any other is parsed anew, since the engine keeps the
    /// names of its parts to itself.
    fn path(&mut self, path: &Path) -> Option<()> {
        match path {
            Path::Relative((parts, raw)) => {
                let names = parts.iter().map(|part| match part {
                    PathSeg::Named(name) => Some(name),
                    _ => None,
                });
                match names.collect::<Option<Vec<_>>>() {
                    Some(names) => {
                        self.tagged(0).text(raw)?;
                        self.list(&names, |writer, name| writer.text(name))
                    }
                    None => self.tagged(1).text(raw),
                }
            }
            Path::Local((level, name, raw)) => {
                self.tagged(2).text(raw)?;
                self.number(*level)?;
                self.text(name)
            }
        }
    }

    fn list<T>(&mut self, list: &[T], one: impl Fn(&mut Self, &T) -> Option<()>) -> Option<()> {
        self.number(list.len())?;
        list.iter().try_for_each(|item| one(self, item))
    }

    fn text(&mut self, text: &str) -> Option<()> {
        self.number(text.len())?;
        self.0.extend_from_slice(text.as_bytes());
        Some(())
    }

    fn tagged(&mut self, tag: u8) -> &mut Self {
        self.0.push(tag);
        self
    }

    /// Seven bits a byte, the lowest first; all bytes but the last have the high bit.
    fn number(&mut self, mut number: usize) -> Option<()> {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
        Some(())
    }
}
