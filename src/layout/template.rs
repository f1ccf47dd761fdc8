//! What is done to a template before handlebars compiles it: every element learns its line, and
//! every call of a partial is counted.
//!
//! `build.rs` compiles this file too, for the layouts of the program.

/// The attribute by which an element of the markup knows the line that wrote it; short, because
/// the engine counts columns through the whole template for each of its parts.
pub const LINE: &str = "_";
/// The block helper that guards every call of a partial.
pub const GUARD: &str = "avgust-guard";

/// A template with `_="NAME:LINE"` in every start tag, a guard around every `{{> partial}}`, and
/// no indents: they would be folded anyway.
pub fn prepare(template: &str, name: &str) -> String {
    let name = escaped(name);
    let mut out = String::with_capacity(template.len() * 5 / 4);
    let mut rest = template;
    let mut line = 1;
    while let Some(at) = rest.find(['<', '{']) {
        let (before, from) = rest.split_at(at);
        line += before.matches('\n').count();
        push_unindented(&mut out, before);
        let taken = special(from, &mut out, &name, line);
        line += from[..taken].matches('\n').count();
        rest = &from[taken..];
    }
    push_unindented(&mut out, rest);
    out
}

/// A file's name as it may stand in an attribute, where braces would call something.
fn escaped(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '&' | '<' | '"' | '{' | '}' | '\\' => out.push_str(&format!("&#{};", character as u32)),
            _ => out.push(character),
        }
    }
    out
}

/// Copies text between tags and mustaches; its lines stay, their indents go.
fn push_unindented(out: &mut String, text: &str) {
    for (index, line) in text.split('\n').enumerate() {
        if index == 0 {
            out.push_str(line);
        } else {
            out.push('\n');
            out.push_str(line.trim_start_matches([' ', '\t']));
        }
    }
}

/// Copies the tag's name or the mustache at the beginning of `from`; gives its length there.
fn special(from: &str, out: &mut String, file: &str, line: usize) -> usize {
    if let Some(length) = comment(from) {
        return length;
    }
    if from.starts_with("{{") {
        let length = mustache(from);
        let mustache = &from[..length];
        match partial_call(mustache) {
            Some("") => out.push_str(&format!("{{{{#{GUARD}}}}}{mustache}{{{{/{GUARD}}}}}")),
            Some(path) => out.push_str(&format!("{{{{#{GUARD} {path}}}}}{mustache}{{{{/{GUARD}}}}}")),
            None => out.push_str(mustache),
        }
        return length;
    }
    let name = from[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(from.len() - 1);
    let starts_name = from[1..].starts_with(|c: char| c.is_ascii_alphabetic());
    if from.starts_with('<') && starts_name {
        out.push_str(&from[..=name]);
        out.push_str(&format!(" {LINE}=\"{file}:{line}\""));
        return name + 1;
    }
    out.push_str(&from[..1]);
    1
}

/// The length of a comment of handlebars or XML: comments are dropped, whatever stands in them.
fn comment(from: &str) -> Option<usize> {
    let end = if from.starts_with("{{!--") {
        "--}}"
    } else if from.starts_with("{{!") {
        "}}"
    } else if from.starts_with("<!--") {
        "-->"
    } else {
        return None;
    };
    Some(from.find(end).map_or(from.len(), |at| at + end.len()))
}

/// The length of `{{…}}` or `{{{…}}}`.
pub fn mustache(from: &str) -> usize {
    let end = if from.starts_with("{{{") { "}}}" } else { "}}" };
    from.find(end).map_or(from.len(), |at| at + end.len())
}

/// What a call of a partial gives it, if that is a path and nothing else, which the guard is given
/// too; `None` for what is no such call.
fn partial_call(mustache: &str) -> Option<&str> {
    let call = mustache.trim_start_matches(['{', '~']).strip_prefix('>')?;
    let (_, given) = call.trim_end_matches(['}', '~']).trim().split_once(' ').unwrap_or_default();
    let is_path = |c: char| c.is_alphanumeric() || matches!(c, '@' | '_' | '.' | '/');
    Some(Some(given.trim()).filter(|given| given.chars().all(is_path)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_breaks_no_attribute() {
        assert_eq!(prepare("<p>", "a\"{{b}}"), "<p _=\"a&#34;&#123;&#123;b&#125;&#125;:1\">");
    }

    #[test]
    fn a_guard_is_given_the_path_that_its_partial_is_given() {
        let guarded = |call: &str| prepare(call, "x").split_once("}}").map(|(guard, _)| guard.to_owned());
        let given = [
            ("{{> a b.c}}", " b.c"),
            ("{{>a ../b}}", " ../b"),
            ("{{> a @root.b}}", " @root.b"),
            ("{{~> a}}", ""),
        ];
        let not_given = [("{{> a b x=1}}", ""), ("{{> (b c) d}}", ""), ("{{> \"a b\" c}}", "")];
        for (call, path) in given.into_iter().chain(not_given) {
            assert_eq!(guarded(call), Some(format!("{{{{#{GUARD}{path}")), "{call}");
        }
    }

    #[test]
    fn elements_learn_their_line_and_partials_are_guarded() {
        let template = "<document>\n  {{!-- <p> --}}<p style=\"{{a}}\">{{> clause}}</p>\n</document>";
        let expected = "<document _=\"x:1\">\n<p _=\"x:2\" style=\"{{a}}\">\
            {{#avgust-guard}}{{> clause}}{{/avgust-guard}}</p>\n</document>";
        assert_eq!(prepare(template, "x"), expected);
    }
}
