//! A letter of another alphabet inside a word.

use super::{Both, Check, Field, View};
use crate::messages;
use crate::russian::{look_alike, nouns};
use crate::source::{Finding, Findings, Severity};
use crate::tables::Cell;
use std::ops::Range;

messages! {
    /// Two alphabets in one word.
    MIXED_ALPHABET = "mixed-alphabet", Warning,
        ru: "в слове «{word}» буквы другого алфавита: {letters}", en: "the word “{word}” has letters of another alphabet: {letters}",
        hint_ru: "наберите слово заново: его не найдёт поиск и не прочтёт программа экранного доступа",
        hint_en: "type the word anew: neither search nor a screen reader will know it";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "mixed-alphabet",
    severity: Severity::Warning,
    title: Both {
        ru: "Буква другого алфавита внутри слова",
        en: "A letter of another alphabet inside a word",
    },
    about: Both {
        ru: "Латинская или греческая буква внутри русского слова («шкoла» с латинской o), отдельная латинская буква на месте предлога («c 1 сентября») или инициала, \
             римская цифра из букв двух алфавитов. Где замена однозначна, исправляется само. Латинские слова, части через дефис (IT-класс), \
             названия с латинской частью из нескольких букв (PROчтение) и буквы языков России (Ҕ, Ҥ, Ө, Һ, Ү, Ә, Җ, ӧ, і) – обычный текст.",
        en: "A Latin or Greek letter inside a Russian word, a Latin letter in place of a preposition or an initial, a Roman numeral of two \
             alphabets. Where there is one right word it can be corrected automatically. Latin words, parts behind a hyphen, \
             names with a Latin part of several letters, and the letters of the country's other languages are ordinary text.",
    },
    example: Both {
        ru: "опыт шкoлы № 7 (латинская o) → опыт школы № 7",
        en: "опыт шкoлы № 7 (a Latin o) → опыт школы № 7",
    },
    source: Both {
        ru: "поиск, PDF/UA: текст читается как написан",
        en: "search; PDF/UA: a text is read as it is written",
    },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for field in &view.fields {
        for (start, text) in field.written_stretches() {
            // Most texts have no letter of another alphabet at all.
            if text.chars().any(is_foreign) {
                of_stretch(view, field, start, text, findings);
            }
        }
    }
    names(view, findings);
    let cells = view.loaded.tables.values().flat_map(|table| table.grid().cells());
    for cell in
        cells.filter(|cell| !cell.text.is_ascii() && cell.text.chars().any(|c| c.is_ascii_alphabetic()))
    {
        of_cell(cell, findings);
    }
}

/// The names of signers and speakers, which are keys of people and no texts.
fn names(view: &View<'_>, findings: &mut Findings) {
    let documents = || view.loaded.documents.iter();
    let signers = documents().filter_map(|document| document.resolution());
    let signers = signers.flat_map(|resolution| &resolution.signatures).map(|signature| &signature.person);
    let speakers = documents().filter_map(|document| document.talk());
    let speakers = speakers.filter_map(|talk| talk.report.speaker.as_ref()).map(|speaker| &speaker.person);
    for name in signers.chain(speakers) {
        for range in words(&name.value) {
            let word = &name.value[range];
            if let Some(mixed) = look_alike::mixed(word) {
                findings.push(said(word, &mixed.foreign).at(name.span));
            }
        }
    }
}

/// A letter that is no Russian one.
fn is_foreign(c: char) -> bool {
    let plain = matches!(c, ' ' | 'а'..='я' | 'А'..='Я' | ',' | '.' | '0'..='9');
    !plain && (c == 'і' || (c.is_alphabetic() && !look_alike::is_cyrillic(c)))
}

/// The words of a table's cells, where letters of two alphabets stand in one.
fn of_cell(cell: &Cell, findings: &mut Findings) {
    for range in words(&cell.text) {
        let word = &cell.text[range.clone()];
        let mixed = look_alike::mixed(word).filter(|_| !is_address(&cell.text, &range));
        if let Some(mixed) = mixed {
            findings.push(said(word, &mixed.foreign).at(cell.place.clone()));
        }
    }
}

fn said(word: &str, foreign: &[char]) -> Finding {
    let letters: Vec<String> = foreign.iter().map(|c| format!("«{c}»")).collect();
    Finding::new(&MIXED_ALPHABET).arg("word", word).arg("letters", letters.join(", "))
}

fn of_stretch(view: &View<'_>, field: &Field<'_>, start: usize, text: &str, findings: &mut Findings) {
    let words = words(text);
    for (index, range) in words.iter().enumerate() {
        let word = &text[range.clone()];
        if is_address(text, range) {
            continue;
        }
        let right = match look_alike::mixed(word) {
            Some(mixed) => Some((mixed.right, mixed.foreign)),
            None => single(text, &words, index)
                .or_else(|| initial(text, &words, index))
                .or_else(|| ukrainian(word)),
        };
        let Some((right, foreign)) = right else { continue };
        let place = start + range.start..start + range.end;
        let finding = said(word, &foreign).at(field.at(place.clone()));
        findings.push(match right {
            Some(right) => field.mend(view, finding, place, &right),
            None => finding,
        });
    }
}

/// The runs of letters, digits and marks on letters.
fn words(text: &str) -> Vec<Range<usize>> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}');
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| inside(*c)) {
        match found.last_mut() {
            Some(last) if last.end == at => last.end = at + c.len_utf8(),
            _ => found.push(at..at + c.len_utf8()),
        }
    }
    found
}

/// Whether a word is part of an address: of mail, of a site, a file's path.
fn is_address(text: &str, word: &Range<usize>) -> bool {
    let start = text[..word.start].rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let end = text[word.end..].find(char::is_whitespace).map_or(text.len(), |at| word.end + at);
    let whole = text.get(start..end).unwrap_or_default();
    whole.contains(['@', '/', '\\', '_']) || whole.contains("www.")
}

type Right = (Option<String>, Vec<char>);

/// «учітелей»: the letter і, which many languages have, in what is else a known Russian word.
fn ukrainian(word: &str) -> Option<Right> {
    let right = word.contains('і').then(|| word.replace('і', "и"))?;
    (!nouns::forms(&right).is_empty()).then(|| (Some(right), vec!['і']))
}

/// A Latin initial of a Russian name: «A. Б. Ветрова».
fn initial(text: &str, words: &[Range<usize>], index: usize) -> Option<Right> {
    let word = words.get(index)?;
    let mut letters = text[word.clone()].chars();
    let letter = letters.next().filter(|_| letters.as_str().is_empty())?;
    let russian = look_alike::capital(letter)?;
    let next = words.get(index + 1)?;
    let dotted = |range: Range<usize>| matches!(&text[range], "." | ". " | ".\u{a0}" | ".\u{202f}");
    let after = &text[next.clone()];
    let russian_name = after.starts_with(|c: char| look_alike::is_cyrillic(c) && c.is_uppercase());
    // One initial alone may be a sentence's end: «вариант A. Школы». A second letter shows a name.
    let other = after.chars().nth(1).is_none()
        || index.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|before| {
            text[before.clone()].chars().nth(1).is_none() && dotted(before.end..word.start)
        });
    let fits = dotted(word.end..next.start) && russian_name && other;
    fits.then(|| (Some(russian.to_string()), vec![letter]))
}

/// A Latin letter alone between Russian words.
fn single(text: &str, words: &[Range<usize>], index: usize) -> Option<Right> {
    let word = words.get(index)?;
    let mut letters = text[word.clone()].chars();
    let letter = letters.next().filter(|_| letters.as_str().is_empty())?;
    let russian = look_alike::single(letter)?;
    let next = words.get(index + 1)?;
    let spaced = &text[word.end..next.start];
    let before = text[..word.start].trim_end();
    // A capital letter alone begins a sentence, or it is the name of something: «вариант A».
    let begins = before.is_empty() || before.ends_with(['.', '!', '?']);
    let after = text[next.clone()].chars().next()?;
    let follows = look_alike::is_cyrillic(after) || (after.is_ascii_digit() && matches!(letter, 'c' | 'C'));
    // At the beginning of a line «o» is Word's hollow bullet.
    let line = text[..word.start].trim_end_matches([' ', '\t']);
    let is_bullet = letter == 'o' && (begins || before.ends_with([':', ';', ',']));
    if is_bullet && (line.is_empty() || line.ends_with('\n')) {
        return None;
    }
    let between = text[..word.start].ends_with(|c: char| c.is_whitespace()) || word.start == 0;
    let fits = between && matches!(spaced, " " | "\u{a0}") && follows && (letter.is_lowercase() || begins);
    fits.then(|| (Some(russian.to_string()), vec![letter]))
}
