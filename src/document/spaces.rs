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
