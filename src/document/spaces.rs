//! Spaces: those of the markup's own lay-out go, those that must not break do not.

use super::reference::each_paragraph;
use super::{Inline, Section};
use crate::russian;

/// The layout's own words with its line breaks and indents folded into single spaces.
pub fn folded(words: &str) -> String {
    let blank = |c: char| matches!(c, ' ' | '\n' | '\t' | '\r');
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if !blank(c) {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// Takes spaces off both ends of a paragraph and around its line breaks, and doubled ones where
/// the layout's words meet a text.
pub fn trim(content: &mut Vec<Inline>) {
    let mut after_space = true;
    for inline in content.iter_mut() {
        match inline {
            Inline::Text(text) => {
                if after_space {
                    text.text = text.text.trim_start_matches([' ', '\n', '\t']).to_owned();
                }
                if !text.text.is_empty() {
                    after_space = text.text.ends_with([' ', '\n', '\t']);
                }
            }
            Inline::Break(_) => after_space = true,
            Inline::Reference { .. } => after_space = false,
        }
    }
    let mut before_end = true;
    for inline in content.iter_mut().rev() {
        match inline {
            Inline::Text(text) if before_end => {
                text.text.truncate(text.text.trim_end_matches([' ', '\n', '\t']).len());
                before_end = text.text.is_empty();
            }
            Inline::Break(_) => before_end = true,
            _ => before_end = false,
        }
    }
    content.retain(|inline| !matches!(inline, Inline::Text(text) if text.text.is_empty()));
}

/// Leaves one full stop where a sentence's own meets that of a figure's last word, «5 тыс. руб.»;
/// likewise where a layout's words follow a text.
pub fn one_stop(content: &mut Vec<Inline>) {
    for at in 1..content.len() {
        let (before, rest) = content.split_at_mut(at);
        let (Some(Inline::Text(before)), Some(Inline::Text(after))) = (before.last(), rest.first_mut())
        else {
            continue;
        };
        let (one, other) = (&before.origin, &after.origin);
        let apart = one.figure.is_some() || one.place.source() != other.place.source();
        if apart && other.figure.is_none() && russian::sentence::repeats_stop(&before.text, &after.text) {
            after.text.remove(0);
        }
    }
    content.retain(|inline| !matches!(inline, Inline::Text(text) if text.text.is_empty()));
}

/// Puts no-break spaces where Russian typography wants them, across the borders of inlines.
pub fn no_break(sections: &mut [Section]) {
    each_paragraph(sections, &mut |paragraph| {
        let plain = paragraph.plain();
        let positions = russian::typography::no_break_positions(&plain);
        let mut positions = positions.into_iter().peekable();
        let mut start = 0;
        for inline in &mut paragraph.content {
            let end = start + inline.plain().len();
            let mut inside = Vec::new();
            while let Some(position) = positions.next_if(|position| *position < end) {
                inside.push(position - start);
            }
            if let Inline::Text(text) | Inline::Reference { text, .. } = inline {
                replace(&mut text.text, &inside);
            }
            start = end;
        }
    });
}

fn replace(text: &mut String, positions: &[usize]) {
    for position in positions.iter().rev() {
        text.replace_range(*position..position + 1, "\u{a0}");
    }
}

/// Addresses of the web that are shorter stay whole, in characters.
const SHORT_ADDRESS: usize = 24;

/// Lets long addresses of the web end a line behind their signs, so that no column grows as wide
/// as the longest of them: a zero-width space stands there, which Word and LibreOffice honour.
pub fn divide_addresses(sections: &mut [Section]) {
    each_paragraph(sections, &mut |paragraph| {
        for inline in &mut paragraph.content {
            if let Inline::Text(text) = inline
                && ["://", "www."].iter().any(|start| text.text.contains(start))
            {
                text.text = text.text.split_inclusive(char::is_whitespace).map(divided).collect();
            }
        }
    });
}

/// A word with zero-width spaces where it may be divided, if it is a long address.
fn divided(word: &str) -> String {
    let start = word.find("://").map(|at| at + 3).or_else(|| word.find("www."));
    let Some((before, address)) = start.and_then(|start| word.split_at_checked(start)) else {
        return word.to_owned();
    };
    if address.chars().count() < SHORT_ADDRESS {
        return word.to_owned();
    }
    let mut out = before.to_owned();
    let mut signs = address.chars().peekable();
    while let Some(sign) = signs.next() {
        out.push(sign);
        let ends = matches!(sign, '/' | '.' | '-' | '_' | '?' | '&' | '=' | '#');
        if ends && signs.peek().is_some_and(|next| next.is_alphanumeric()) {
            out.push('\u{200b}');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::divided;

    #[test]
    fn a_long_address_is_divided_behind_its_signs_and_a_short_one_is_not() {
        let shown = |word: &str| divided(word).replace('\u{200b}', "|");
        assert_eq!(
            shown("(https://forms.example.ru/d/e/1FAIpQL-abc_d/viewform?usp=sf&id=5),"),
            "(https://forms.|example.|ru/|d/|e/|1FAIpQL-|abc_|d/|viewform?|usp=|sf&|id=|5),"
        );
        assert_eq!(shown("www.edu.ru/a"), "www.edu.ru/a");
        assert_eq!(shown("http://edu.ru/a."), "http://edu.ru/a.");
        assert_eq!(shown("слово/слово-слово-слово-слово-слово"), "слово/слово-слово-слово-слово-слово");
    }
}
