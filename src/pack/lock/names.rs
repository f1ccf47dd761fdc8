//! How a clause is named after its first text.

use std::collections::BTreeSet;

/// The longest name: with what bookmarks have before it, Word's 40 characters.
const LONGEST: usize = 34;
/// The longest name that the program makes, so that a number has room behind it.
const LONGEST_MADE: usize = 28;
/// How many words a name is made of.
const WORDS: usize = 4;
/// How much of a clause's text is kept.
const KEPT: usize = 160;

/// Whether a name can be referred to: it begins with a letter, has letters, digits and `_`, and
/// is not longer than 34 characters, so that it is a bookmark in Word.
pub fn is_good(name: &str) -> bool {
    name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || c == '_')
        && name.chars().count() <= LONGEST
}

/// A name as it is compared: Word does not tell capitals from small letters.
pub(super) fn same(name: &str) -> String {
    name.to_lowercase()
}

/// The beginning of a text, cut between words.
pub(super) fn shortened(words: &[&str]) -> String {
    let mut text = String::new();
    let mut length = 0;
    for word in words {
        length += word.chars().count() + 1;
        if length > KEPT && !text.is_empty() {
            text.push('…');
            break;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.extend(word.chars().take(KEPT));
    }
    text
}

/// A new name for a clause, which nothing else has.
pub(super) fn make(text: &str, taken: &mut BTreeSet<String>) -> String {
    let own = of_words(text);
    let name = match taken.contains(&same(&own)) {
        true => format!("{own}_{}", free_number(&same(&own), taken)),
        false => own,
    };
    taken.insert(same(&name));
    name
}

/// The first number under which a name is free, from two on. Where a great many clauses begin
/// alike, their numbers are not tried one by one.
fn free_number(own: &str, taken: &BTreeSet<String>) -> usize {
    let is_taken = |number: usize| taken.contains(&format!("{own}_{number}"));
    let (mut taken_at, mut free_at) = (1, 2);
    while is_taken(free_at) {
        (taken_at, free_at) = (free_at, free_at * 2);
    }
    while free_at - taken_at > 1 {
        let middle = taken_at.midpoint(free_at);
        if is_taken(middle) { taken_at = middle } else { free_at = middle }
    }
    free_at
}

/// The first words that say something: `признать_работу_системы`.
fn of_words(text: &str) -> String {
    let text = without_figures(text);
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let telling = words().filter(|word| word.chars().count() > 2 && word.starts_with(char::is_alphabetic));
    let any = words().filter(|word| word.starts_with(char::is_alphabetic));
    let chosen: Vec<&str> = if telling.clone().next().is_some() {
        telling.take(WORDS).collect()
    } else {
        any.take(WORDS).collect()
    };
    let mut name = String::new();
    for word in chosen {
        let word = word.to_lowercase();
        let length = name.chars().count() + 1 + word.chars().count();
        match name.is_empty() {
            true => name.extend(word.chars().take(LONGEST_MADE)),
            false if length <= LONGEST_MADE => name.extend(["_", &word]),
            false => break,
        }
    }
    match name.as_str() {
        "" => "пункт".to_owned(),
        name => name.to_owned(),
    }
}

/// A text without its `{{…}}`.
fn without_figures(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((head, tail)) = rest.split_once("{{") {
        out.push_str(head);
        out.push(' ');
        rest = tail.split_once("}}").map_or("", |(_, tail)| tail);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_of_the_first_words() {
        let mut taken = BTreeSet::new();
        let mut name = |text: &str| make(text, &mut taken);
        assert_eq!(name("Признать работу системы удовлетворительной."), "признать_работу_системы");
        assert_eq!(name("Признать работу системы отличной."), "признать_работу_системы_2");
        assert_eq!(name("{{ученики}} учеников – в школах"), "учеников_школах");
        assert_eq!(name("До 1"), "до");
        assert_eq!(name("«–» 12"), "пункт");
        assert_eq!(name("Табл_сеть дополнить"), "табл_сеть_дополнить");
    }

    #[test]
    fn clauses_that_begin_alike_are_numbered_in_their_order() {
        let mut taken = BTreeSet::new();
        let names: Vec<String> = (0..9).map(|_| make("Открыть школу", &mut taken)).collect();
        let expected: Vec<String> = std::iter::once("открыть_школу".to_owned())
            .chain((2..10).map(|number| format!("открыть_школу_{number}")))
            .collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn made_names_are_good_names() {
        let mut taken = BTreeSet::new();
        for text in ["Ҥ".repeat(200), "а б в г д".to_owned(), "№ 5-а: {{x".to_owned(), String::new()]
        {
            for _ in 0..20 {
                let name = make(&text, &mut taken);
                assert!(is_good(&name), "{name}");
            }
        }
    }
}
