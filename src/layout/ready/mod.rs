//! Compiled templates that the program carries as bytes.
//!
//! Handlebars' grammar takes longer for a layout than all else that is done with it, and the
//! layouts of the program never change: they are compiled with the program. Their elements have
//! no lines; where one fails, the layout is compiled anew to say which. Nor is kept before which
//! elements an indented partial is to be indented: prepared templates have no indents.

#[cfg(test)]
mod write;

use handlebars::template::{
    BlockParam, DecoratorTemplate, DecoratorTemplateBuilder, HelperTemplate, HelperTemplateBuilder,
    Parameter, Subexpression, SubexpressionBuilder, TemplateElement,
};
use handlebars::{Path, PathSeg, Template};
use std::collections::HashMap;

/// The template that bytes hold; `None` if they hold none.
pub fn read(bytes: &[u8]) -> Option<Template> {
    let name = || Parameter::Name(String::new());
    let helper = HelperTemplateBuilder::default()
        .name(name())
        .params(Vec::new())
        .hash(HashMap::new())
        .block(false)
        .chain(false)
        .indent_before_write(false)
        .build();
    let decorator = DecoratorTemplateBuilder::default()
        .name(name())
        .params(Vec::new())
        .hash(HashMap::new())
        .indent_before_write(false)
        .build();
    Reader { rest: bytes, helper: helper.ok()?, decorator: decorator.ok()? }.template()
}

/// What is left to read, and the empty forms of what only handlebars can make.
struct Reader<'b> {
    rest: &'b [u8],
    helper: HelperTemplate,
    decorator: DecoratorTemplate,
}

impl Reader<'_> {
    fn template(&mut self) -> Option<Template> {
        let mut template = Template::default();
        template.elements = self.list(Self::element)?;
        Some(template)
    }

    fn element(&mut self) -> Option<TemplateElement> {
        Some(match self.tag()? {
            0 => TemplateElement::RawString(self.text()?),
            1 => TemplateElement::HtmlExpression(self.helper()?),
            2 => TemplateElement::Expression(self.helper()?),
            3 => TemplateElement::HelperBlock(self.helper()?),
            4 => TemplateElement::DecoratorExpression(self.decorator()?),
            5 => TemplateElement::DecoratorBlock(self.decorator()?),
            6 => TemplateElement::PartialExpression(self.decorator()?),
            7 => TemplateElement::PartialBlock(self.decorator()?),
            8 => TemplateElement::Comment(self.text()?),
            _ => return None,
        })
    }

    fn helper(&mut self) -> Option<Box<HelperTemplate>> {
        let mut helper = Box::new(self.helper.clone());
        (helper.name, helper.params, helper.hash) = self.call()?;
        helper.block_param = match self.number()? {
            0 => None,
            1 => Some(BlockParam::Single(self.parameter()?)),
            2 => Some(BlockParam::Pair((self.parameter()?, self.parameter()?))),
            _ => return None,
        };
        helper.template = self.list(Self::template)?.pop();
        helper.inverse = self.list(Self::template)?.pop();
        let flags = self.number()?;
        (helper.block, helper.chain) = (flags & 1 == 1, flags & 2 == 2);
        Some(helper)
    }

    fn decorator(&mut self) -> Option<Box<DecoratorTemplate>> {
        let mut decorator = Box::new(self.decorator.clone());
        (decorator.name, decorator.params, decorator.hash) = self.call()?;
        decorator.template = self.list(Self::template)?.pop();
        Some(decorator)
    }

    fn call(&mut self) -> Option<(Parameter, Vec<Parameter>, HashMap<String, Parameter>)> {
        let (name, parameters) = (self.parameter()?, self.list(Self::parameter)?);
        let named = self.list(|reader| Some((reader.text()?, reader.parameter()?)))?;
        Some((name, parameters, named.into_iter().collect()))
    }

    fn parameter(&mut self) -> Option<Parameter> {
        Some(match self.tag()? {
            0 => Parameter::Name(self.text()?),
            1 => Parameter::Path(self.path()?),
            2 => Parameter::Literal(serde_json::from_str(&self.text()?).ok()?),
            3 => Parameter::Subexpression(self.subexpression()?),
            _ => return None,
        })
    }

    fn subexpression(&mut self) -> Option<Subexpression> {
        let element = Box::new(self.element()?);
        SubexpressionBuilder::default().element(element).build().ok()
    }

    fn path(&mut self) -> Option<Path> {
        let (tag, raw) = (self.tag()?, self.text()?);
        match tag {
            0 => Some(Path::Relative((self.list(|reader| reader.text().map(PathSeg::Named))?, raw))),
            1 => Path::parse(&raw).ok(),
            2 => Some(Path::Local((self.number()?, self.text()?, raw))),
            _ => None,
        }
    }

    fn list<T>(&mut self, one: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        (0..count).map(|_| one(self)).collect()
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(std::str::from_utf8(text).ok()?.to_owned())
    }

    fn tag(&mut self) -> Option<u8> {
        let (tag, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*tag)
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..u32::BITS).step_by(7) {
            let byte = self.tag()?;
            number |= usize::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::BUILT_IN;
    use super::super::pieces::compile;
    use super::super::template::prepare;
    use super::write::write;
    use super::*;

    fn compiled(text: &str) -> Template {
        compile(&prepare(text, "name"), "name").unwrap()
    }

    #[test]
    fn the_layouts_of_the_program_are_carried_as_handlebars_compiles_them() {
        for file in BUILT_IN.iter().filter(|file| file.name.ends_with(".hbs")) {
            let stem = file.name.trim_end_matches(".hbs");
            let expected = compile(&prepare(file.text, stem), stem).unwrap();
            assert_eq!(
                write(&read(file.compiled).unwrap()),
                write(&expected),
                "{}/{}",
                file.layout,
                file.name
            );
        }
    }

    #[test]
    fn every_form_of_a_template_comes_back() {
        let texts = [
            "",
            "слова",
            "{{a}} {{{a.b}}} {{../a}} {{this}} {{@index}} {{@root.a}} {{a.[0]}}",
            "{{#if a}}1{{else if b}}2{{else}}3{{/if}}",
            "{{#each list as |item at|}}{{item}}{{at}}{{/each}}{{#each list as |item|}}{{item}}{{/each}}",
            "{{#if (eq a \"b\")}}{{> part x=1}} y {{> part y=\"два\"}}{{> part z=null}}{{> part w=a.b}}{{/if}}",
            "{{#> part}}block{{/part}}{{#*inline \"own\"}}words{{/inline}}{{~a~}}",
        ];
        for text in texts {
            let template = compiled(text);
            let back = read(&write(&template).unwrap()).unwrap();
            assert_eq!(format!("{:?}", back.elements), plain(&template), "{text}");
        }
    }

    /// A template's elements in words, without what is not kept.
    fn plain(template: &Template) -> String {
        let mut words =
            format!("{:?}", template.elements).replace("before_write: true", "before_write: false");
        while let Some(at) = words.find("mapping: [T") {
            let end = at + words[at..].find(']').unwrap();
            words.replace_range(at + 10..end, "");
        }
        words
    }

    #[test]
    fn a_partial_that_would_be_indented_is_not_kept() {
        assert_eq!(write(&compile("<p>\n  {{> part}}\n</p>", "name").unwrap()), None);
    }

    #[test]
    fn bytes_that_are_no_template_are_refused() {
        let whole = write(&compiled("{{#each list}}{{> part x=(eq a 1)}}{{/each}}")).unwrap();
        for end in 0..whole.len() {
            assert!(read(&whole[..end]).is_none(), "{end}");
        }
        assert!(read(&[0xFF; 9]).is_none());
    }
}
