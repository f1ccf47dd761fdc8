//! Compiling a template with its words and tags set aside.
//!
//! Handlebars tries its whole grammar at each character between two mustaches and counts lines
//! and columns from the top for each of its elements. So each stretch of words and tags is one
//! private-use character while it compiles, and gets its words back in what was compiled.
//!
//! `build.rs` compiles this file too, for the layouts of the program.

use super::template::mustache;
use handlebars::template::TemplateElement;
use handlebars::{Template, TemplateError};

/// A prepared template as the engine has it.
pub fn compile(prepared: &str, name: &str) -> Result<Template, TemplateError> {
    let mut pieces = Pieces::default();
    let short = pieces.set_aside(prepared);
    let mut template = Template::compile_with_name(short, name.to_owned())?;
    pieces.put_back(&mut template);
    Ok(template)
}

/// The stretches of a template in their order.
#[derive(Default)]
struct Pieces {
    list: Vec<String>,
}

/// The first character that stands for a stretch (plane 15, private use).
const FIRST: u32 = 0xF_0000;
/// So many stretches have a character; what is over stays as it is.
const MOST: usize = 0xFFFE;

impl Pieces {
    /// A template with its words and tags set aside; lines and the blanks at their ends stay.
    fn set_aside(&mut self, template: &str) -> String {
        let mut out = String::with_capacity(template.len());
        let mut rest = template;
        while let Some(at) = rest.find("{{") {
            let (words, from) = rest.split_at(at);
            self.words(words, &mut out);
            let (mustache, after) = from.split_at(mustache(from));
            out.push_str(mustache);
            rest = after;
        }
        self.words(rest, &mut out);
        out
    }

    fn words(&mut self, words: &str, out: &mut String) {
        // A backslash says that the next braces are words: the engine must see it.
        if words.ends_with('\\') {
            return out.push_str(words);
        }
        for (index, line) in words.split('\n').enumerate() {
            if index > 0 {
                out.push('\n');
            }
            let shown = line.trim();
            let start = line.len() - line.trim_start().len();
            out.push_str(&line[..start]);
            match self.mark(shown) {
                Some(mark) => out.push(mark),
                None => out.push_str(shown),
            }
            out.push_str(&line[start + shown.len()..]);
        }
    }

    fn mark(&mut self, words: &str) -> Option<char> {
        let worth = words.len() > 1 && self.list.len() < MOST;
        let mark = char::from_u32(FIRST + self.list.len() as u32).filter(|_| worth)?;
        self.list.push(words.to_owned());
        Some(mark)
    }

    /// Gives all words of a compiled template their stretches back.
    fn put_back(&self, template: &mut Template) {
        for element in &mut template.elements {
            let blocks = match element {
                TemplateElement::RawString(words) => {
                    *words = self.with_pieces(words);
                    continue;
                }
                TemplateElement::HelperBlock(block) => [&mut block.template, &mut block.inverse],
                TemplateElement::DecoratorBlock(block) | TemplateElement::PartialBlock(block) => {
                    [&mut block.template, &mut None]
                }
                _ => continue,
            };
            blocks.into_iter().flatten().for_each(|block| self.put_back(block));
        }
    }

    fn with_pieces(&self, words: &str) -> String {
        let mut out = String::with_capacity(words.len());
        for character in words.chars() {
            match self.piece(character) {
                Some(piece) => out.push_str(piece),
                None => out.push(character),
            }
        }
        out
    }

    fn piece(&self, mark: char) -> Option<&str> {
        let index = (mark as u32).checked_sub(FIRST)?;
        self.list.get(index as usize).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_aside_comes_back() {
        let template = "<p a=\"1\">\n  Слово {{x}}, другое</p>\n\\{{no}} {{{y}}} z\u{f0000}";
        let mut pieces = Pieces::default();
        let short = pieces.set_aside(template);
        assert_eq!(short.matches('\n').count(), template.matches('\n').count());
        assert!(!short.contains("Слово"), "{short}");
        assert_eq!(pieces.with_pieces(&short), template);
    }

    #[test]
    fn a_compiled_template_has_its_words() {
        let text = "<p>\n  {{#if a}}да <b>{{else}}нет <i>{{/if}} \u{f0000} {{#each list}}<li>слово{{/each}}";
        let short = compile(text, "t").unwrap();
        let whole = Template::compile_with_name(text, "t".to_owned()).unwrap();
        assert_eq!(short.elements.len(), whole.elements.len());
        assert_eq!(format!("{short:?}").matches("слово").count(), 1);
        assert_eq!(format!("{short:?}").matches("да <b>").count(), 1);
    }

    #[test]
    fn a_mark_that_nobody_set_stays() {
        assert_eq!(Pieces::default().with_pieces("a\u{f0000}b\u{f1234}"), "a\u{f0000}b\u{f1234}");
    }
}
