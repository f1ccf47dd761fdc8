//! The wording of everything the program says: one declaration holds both languages, so a
//! message without a translation does not compile.

use super::floor_boundary;
use std::fmt;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing needs to be done.
    Note,
    /// Probably not what was meant; the documents are written all the same.
    Warning,
    /// No document can be made of it.
    Error,
}

/// The language in which the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Language {
    /// Russian, where nothing says otherwise.
    #[default]
    Russian,
    /// English.
    English,
}

/// One kind of message. `{name}` in a text is replaced by the argument of that name.
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    /// Stable name, in lower-case words joined by `-`; users write it into their packs.
    pub code: &'static str,
    /// Its severity unless a pack says otherwise.
    pub severity: Severity,
    /// What is wrong, in Russian.
    pub ru: &'static str,
    /// What is wrong, in English.
    pub en: &'static str,
    /// What to write instead, in Russian; may be empty.
    pub hint_ru: &'static str,
    /// What to write instead, in English; may be empty.
    pub hint_en: &'static str,
}

/// Declares messages as statics and lists them in `ALL`.
///
/// ```ignore
/// messages! {
///     /// A key that nobody knows.
///     UNKNOWN_KEY = "unknown-key", Error,
///         ru: "неизвестный ключ `{key}`", en: "unknown key `{key}`",
///         hint_ru: "возможно, `{near}`?", hint_en: "perhaps `{near}`?";
/// }
/// ```
#[macro_export]
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $severity:ident,
        ru: $ru:literal, en: $en:literal, hint_ru: $hint_ru:literal, hint_en: $hint_en:literal;)*) => {
        $($(#[$doc])* pub static $name: $crate::source::Message = $crate::source::Message {
            code: $code, severity: $crate::source::Severity::$severity,
            ru: $ru, en: $en, hint_ru: $hint_ru, hint_en: $hint_en,
        };)*
        /// Every message of this room.
        pub static ALL: &[&$crate::source::Message] = &[$(&$name),*];
    };
}

/// What stands in the place of a `{name}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// The same in both languages, e.g. what the user wrote.
    Same(String),
    /// Russian and English.
    Both(String, String),
}

impl Arg {
    /// The words in `language`.
    pub fn in_language(&self, language: Language) -> &str {
        match (self, language) {
            (Arg::Same(text), _) => text,
            (Arg::Both(ru, _), Language::Russian) => ru,
            (Arg::Both(_, en), Language::English) => en,
        }
    }
}

/// The most bytes of an argument.
const LONGEST: usize = 2_000;

impl Arg {
    /// The same, not longer than [`LONGEST`].
    pub(super) fn cut(self) -> Arg {
        match self {
            Arg::Same(text) => Arg::Same(cut(text)),
            Arg::Both(ru, en) => Arg::Both(cut(ru), cut(en)),
        }
    }
}

fn cut(mut text: String) -> String {
    if text.len() > LONGEST {
        text.truncate(floor_boundary(&text, LONGEST));
        text.push('…');
        text.shrink_to_fit();
    }
    text
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Same(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Same(text)
    }
}

impl From<(String, String)> for Arg {
    fn from((ru, en): (String, String)) -> Arg {
        Arg::Both(ru, en)
    }
}

impl From<(&str, &str)> for Arg {
    fn from((ru, en): (&str, &str)) -> Arg {
        Arg::Both(ru.to_owned(), en.to_owned())
    }
}

impl Message {
    /// The message's text in `language`, arguments put in.
    pub fn text(&self, language: Language, args: &[(&'static str, Arg)]) -> String {
        fill(pick(language, self.ru, self.en), language, args)
    }

    /// The hint in `language`, arguments put in; empty where there is none.
    pub fn hint(&self, language: Language, args: &[(&'static str, Arg)]) -> String {
        fill(pick(language, self.hint_ru, self.hint_en), language, args)
    }
}

fn pick(language: Language, ru: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Russian => ru,
        Language::English => en,
    }
}

/// Puts arguments into `{name}`; `{{` and names nobody gave stay as they are, so that a
/// message can show a user's own `{{figure}}`.
fn fill(template: &str, language: Language, args: &[(&'static str, Arg)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let known = args
            .iter()
            .find(|(name, _)| rest[1..].strip_prefix(name).is_some_and(|after| after.starts_with('}')));
        match known {
            Some((name, arg)) => {
                out.push_str(arg.in_language(language));
                rest = &rest[name.len() + 2..];
            }
            None => {
                out.push('{');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_put_in_and_the_users_own_braces_stay() {
        let args = [("name", Arg::from("ученики")), ("word", Arg::from(("слово", "word")))];
        let filled = fill("{{{name}}} {word} {other}", Language::English, &args);
        assert_eq!(filled, "{{ученики}} word {other}");
    }
}
