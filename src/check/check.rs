//! What a check is.

use super::View;
use crate::source::{Findings, Language, Message, Severity};

/// A text in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Both {
    /// In Russian.
    pub ru: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Both {
    /// The text in a language.
    pub fn text(&self, language: Language) -> &'static str {
        match language {
            Language::Russian => self.ru,
            Language::English => self.en,
        }
    }
}

/// A check: what a careful reader would notice, with its explanation.
#[derive(Debug)]
pub struct Check {
    /// Its code, which is that of its messages too; it never changes.
    pub code: &'static str,
    /// The gravest severity of its findings, unless the pack says otherwise.
    pub severity: Severity,
    /// What it looks for, in a few words.
    pub title: Both,
    /// What it finds, what it leaves alone, and why; whole sentences.
    pub about: Both,
    /// A text that it finds fault with, then `→` and how to write it.
    pub example: Both,
    /// The standard and clause, or the practice, that it rests on; empty where it is arithmetic.
    pub source: Both,
    /// Its messages.
    pub messages: &'static [&'static Message],
    /// Looks through a pack.
    pub run: fn(&View<'_>, &mut Findings),
}
