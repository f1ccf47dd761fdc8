//! What is said about words that are no command.

use super::{Status, print, say};
use crate::pipeline::{Format, pack_of, typed_path};
use crate::source::Language;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use std::path::Path;

/// A sentence in Russian and English.
type Both = (String, String);

/// So many words around a wrong one may be a folder's name without quotation marks.
const MOST_WORDS: usize = 12;

/// Words that are no command.
#[derive(Debug)]
pub struct Refused {
    error: clap::Error,
    words: Vec<String>,
}

impl Refused {
    /// What the parser has against the words of a command line, the first of which is the
    /// program's own name.
    pub fn new(error: clap::Error, arguments: &[OsString]) -> Refused {
        let words = arguments.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
        Refused { error, words }
    }

    /// Says what is wrong with the command line; help and version are no errors.
    pub fn print(&self, language: Language) -> Status {
        if matches!(self.error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
            print(&self.error.to_string());
            return Status::Done;
        }
        let (ru, en) = self.why();
        let texts = [
            (Language::Russian, format!("ошибка: {ru}\n\nСправка: avgust --help\n")),
            (Language::English, format!("error: {en}\n\nHelp: avgust --help\n")),
        ];
        // Who asks for a language that there is not may read neither of those that there are.
        let asks_for_another = self.argument() == "--lang";
        for (known, text) in &texts {
            if asks_for_another || *known == language {
                say(text);
            }
        }
        Status::Failed
    }

    fn context(&self, kind: ContextKind) -> String {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => text.clone(),
            Some(ContextValue::Strings(texts)) => texts.join(", "),
            _ => String::new(),
        }
    }

    /// The argument that is wrong, as it is written in the help.
    fn argument(&self) -> String {
        let argument = self.context(ContextKind::InvalidArg);
        // Its value's name may be in the other language.
        if argument.starts_with("--lang ") { "--lang".to_owned() } else { argument }
    }

    fn why(&self) -> Both {
        let argument = self.argument();
        match self.error.kind() {
            ErrorKind::InvalidSubcommand => self.no_command(),
            ErrorKind::UnknownArgument => self.no_argument(&argument),
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => self.no_value(&argument),
            ErrorKind::MissingRequiredArgument => {
                (format!("не хватает: {argument}"), format!("{argument} is missing"))
            }
            ErrorKind::MissingSubcommand => {
                let known = self.context(ContextKind::ValidSubcommand);
                (
                    format!("после команды нужно слово: {known}"),
                    format!("the command wants a word after it: {known}"),
                )
            }
            ErrorKind::ArgumentConflict => match self.context(ContextKind::PriorArg) {
                same if same == argument => {
                    (format!("«{same}» указано дважды"), format!("“{same}” is given twice"))
                }
                other => (
                    format!("«{argument}» и «{other}» вместе не указывают"),
                    format!("“{argument}” and “{other}” do not go together"),
                ),
            },
            _ => {
                ("командная строка непонятна".to_owned(), "the command line cannot be understood".to_owned())
            }
        }
    }

    /// A command that there is not: a misspelt one, or a pack.
    fn no_command(&self) -> Both {
        let word = self.context(ContextKind::InvalidSubcommand);
        let path = Path::new(&word);
        let folder = self.folder_in_words(&word).or_else(|| path.is_dir().then(|| self.words.clone()));
        let pack = || path.is_file().then(|| vec![pack_of(path).display().to_string()]);
        let near = match folder.or_else(pack) {
            Some(words) => perhaps(&typed("avgust build", &words)),
            None => self.similar(ContextKind::SuggestedSubcommand),
        };
        with((format!("нет команды «{word}»"), format!("there is no command “{word}”")), near)
    }

    /// A word or an option that the command does not take.
    fn no_argument(&self, word: &str) -> Both {
        if word.starts_with('-') {
            let wrong = (format!("нет параметра «{word}»"), format!("there is no option “{word}”"));
            return with(wrong, self.similar(ContextKind::SuggestedArg));
        }
        let command = self.folder_in_words(word).map(|words| format!(": {}", typed("avgust", &words)));
        let command = command.unwrap_or_default();
        let wrong = (format!("лишнее слово «{word}»"), format!("the word “{word}” is one too many"));
        let advice = (
            format!("имя папки с пробелами возьмите в кавычки{command}"),
            format!("put a folder's name with spaces in quotation marks{command}"),
        );
        with(wrong, Some(advice))
    }

    /// A value that the option does not have.
    fn no_value(&self, argument: &str) -> Both {
        let value = self.context(ContextKind::InvalidValue);
        if value.is_empty() {
            return (format!("после {argument} нужно значение"), format!("{argument} wants a value"));
        }
        let known = match self.context(ContextKind::ValidValue) {
            // Words of formats are read by a rule of our own.
            known if known.is_empty() => Format::ALL.map(Format::extension).join(", "),
            known => known,
        };
        let wrong = (
            format!("«{value}» не годится для {argument}; бывает: {known}"),
            format!("“{value}” is no value of {argument}; there are: {known}"),
        );
        let meant = format_of_program(&value).filter(|meant| known.contains(meant)).and_then(perhaps);
        with(wrong, meant.or_else(|| self.similar(ContextKind::SuggestedValue)))
    }

    /// What the parser thinks was meant.
    fn similar(&self, kind: ContextKind) -> Option<Both> {
        Some(self.context(kind))
            .filter(|near| !near.is_empty())
            .map(|near| (format!("возможно, «{near}»?"), format!("perhaps “{near}”?")))
    }

    /// The words with those in one that name a folder together with `word`.
    fn folder_in_words(&self, word: &str) -> Option<Vec<String>> {
        let at = self.words.iter().position(|known| known == word)?;
        let first = at.saturating_sub(MOST_WORDS);
        let ranges = (first..=at).flat_map(|from| (at + 1..=from + MOST_WORDS).map(move |to| from..to));
        let named = |range: &std::ops::Range<usize>| {
            let words = self.words.get(range.clone()).filter(|words| words.len() > 1);
            words.map(|words| words.join(" ")).filter(|name| Path::new(name).is_dir())
        };
        let (range, name) = ranges.into_iter().find_map(|range| named(&range).map(|name| (range, name)))?;
        let mut words = self.words.clone();
        words.splice(range, [name]);
        Some(words)
    }
}

fn perhaps(command: &str) -> Option<Both> {
    Some((format!("возможно, {command}"), format!("perhaps {command}")))
}

/// What is wrong, then what may have been meant.
fn with((ru, en): Both, meant: Option<Both>) -> Both {
    match meant {
        Some((meant_ru, meant_en)) => (format!("{ru}; {meant_ru}"), format!("{en}; {meant_en}")),
        None => (ru, en),
    }
}

/// A command line as it is to be typed.
fn typed(command: &str, words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| typed_path(Path::new(word))).collect();
    format!("{command} {}", words.join(" "))
}

/// The format that the word for a program or its old files stands for.
fn format_of_program(word: &str) -> Option<&'static str> {
    let format = match word.trim().to_lowercase().as_str() {
        "word" | "doc" | "ворд" => Format::Docx,
        "powerpoint" | "ppt" | "slides" | "слайды" => Format::Pptx,
        "excel" | "xls" | "эксель" => Format::Xlsx,
        "calendar" | "ical" | "календарь" => Format::Ics,
        "picture" | "jpg" | "jpeg" | "картинка" => Format::Png,
        _ => return None,
    };
    Some(format.extension())
}
