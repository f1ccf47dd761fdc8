//! Where Russian words may be hyphenated.

use hypher::{Lang, hyphenate_bounded};

/// Letters that stay together at the beginning and at the end of a word (the rules of Russian
/// spelling and punctuation of 1956, § 117: no single letter is left or carried over).
const LEAST: usize = 2;

/// The bytes of `text`, from `from` on, before which a hyphen may be put. Abbreviations in
/// capitals and words in which the author has put soft hyphens are left alone.
pub(super) fn hyphens(text: &str, from: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = from;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length);
        if divisible(word) {
            let mut end = at;
            for syllable in hyphenate_bounded(word, Lang::Russian, LEAST, LEAST) {
                end += syllable.len();
                found.push(end);
            }
            found.pop();
        }
        at += length + after.chars().next().map_or(0, char::len_utf8);
    }
    found
}

fn in_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '\u{ad}' | '\u{301}')
}

fn divisible(word: &str) -> bool {
    let russian = |c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё');
    word.chars().all(russian)
        && word.chars().nth(2 * LEAST - 1).is_some()
        && !word.chars().nth(1).is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let mut out = text.to_owned();
        hyphens(text, 0).iter().rev().for_each(|&at| out.insert(at, '-'));
        out
    }

    #[test]
    fn russian_words_are_divided_between_syllables() {
        assert_eq!(shown("образование, муниципальный"), "об-ра-зо-ва-ние, му-ни-ци-паль-ный");
        assert_eq!(shown("съезд объявлен"), "съезд объ-яв-лен");
    }

    #[test]
    fn abbreviations_other_letters_and_the_authors_own_hyphens_are_left_alone() {
        for text in ["МБДОУ", "education", "обра\u{ad}зование", "2018года", "Аҕабыт", "", "мы"]
        {
            assert_eq!(shown(text), text);
        }
    }
}
