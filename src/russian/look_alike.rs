//! Letters of one alphabet in a word of another: the «o» that a Latin keyboard left in «шкoла».

/// Latin and Greek letters that look like a Russian one, with that letter.
const RUSSIAN: &[(char, char)] = &[
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('k', 'к'),
    ('m', 'м'),
    ('t', 'т'),
    ('b', 'в'),
    ('h', 'н'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('ë', 'ё'),
    ('Ë', 'Ё'),
    ('é', 'е'),
    ('á', 'а'),
    ('ó', 'о'),
    ('ο', 'о'),
    ('α', 'а'),
    ('ε', 'е'),
    ('ρ', 'р'),
    ('υ', 'у'),
    ('κ', 'к'),
    ('τ', 'т'),
    ('χ', 'х'),
    ('μ', 'м'),
    ('Α', 'А'),
    ('Β', 'В'),
    ('Ε', 'Е'),
    ('Η', 'Н'),
    ('Κ', 'К'),
    ('Μ', 'М'),
    ('Ο', 'О'),
    ('Ρ', 'Р'),
    ('Τ', 'Т'),
    ('Χ', 'Х'),
    ('Γ', 'Г'),
    ('Π', 'П'),
    ('Λ', 'Л'),
    ('Φ', 'Ф'),
    ('π', 'п'),
    ('φ', 'ф'),
    // Letters of phonetic and other Latin alphabets for those of Tatar, Bashkir, Yakut.
    ('ə', 'ә'),
    ('Ə', 'Ә'),
    ('ɵ', 'ө'),
    ('Ɵ', 'Ө'),
];

/// The Latin letters of Roman numerals, with the Cyrillic letters that are typed for them.
const ROMAN: &[(char, char)] = &[('I', 'І'), ('X', 'Х'), ('C', 'С'), ('M', 'М')];

/// What a word of mixed alphabets should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mixed {
    /// The word in one alphabet; `None` where a letter looks like none of it.
    pub right: Option<String>,
    /// The letters that do not belong to it, in order.
    pub foreign: Vec<char>,
}

/// Whether a letter is Cyrillic: Russian or of any language of the country, all alike.
pub fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}')
}

/// Whether a letter belongs to the Latin or the Greek alphabet.
fn is_foreign(c: char) -> bool {
    c.is_alphabetic() && matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{2af}' | '\u{370}'..='\u{3ff}')
}

/// Looks at one word without hyphens. A word with a foreign part of several letters of which one
/// looks like no Cyrillic letter («PROчтение», «Skillфест») is a name that was meant so.
pub fn mixed(word: &str) -> Option<Mixed> {
    let foreign: Vec<char> = word.chars().filter(|c| is_foreign(*c)).collect();
    if foreign.is_empty() || !word.chars().any(is_cyrillic) {
        return None;
    }
    if let Some(right) = roman(word) {
        let foreign = word.chars().filter(|c| is_cyrillic(*c)).collect();
        return Some(Mixed { right: Some(right), foreign });
    }
    let twin = |c: char| match is_foreign(c) {
        true => RUSSIAN.iter().find(|(foreign, _)| *foreign == c).map(|(_, russian)| *russian),
        false => Some(c),
    };
    let right: Option<String> = word.chars().map(twin).collect();
    // «h» stands for «н» in a Russian word and for «һ» in a Tatar one.
    let right = right.filter(|right| !foreign.contains(&'h') || right.chars().all(is_russian));
    (right.is_some() || foreign.len() == 1).then_some(Mixed { right, foreign })
}

fn is_russian(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё') || !c.is_alphabetic()
}

/// A Roman numeral of mixed letters, in Latin ones: «IХ» with a Cyrillic Х.
fn roman(word: &str) -> Option<String> {
    let latin = |c: char| match c {
        'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M' => Some(c),
        _ => ROMAN.iter().find(|(_, cyrillic)| *cyrillic == c).map(|(latin, _)| *latin),
    };
    let numeral: Option<String> = word.chars().map(latin).collect();
    let numeral = numeral?;
    (word.contains(['I', 'V', 'X', 'L', 'D']) && numeral.chars().all(|c| c != 'M')).then_some(numeral)
}

/// The Russian capital that a Latin one looks like: the initial «А» for a Latin A.
pub fn capital(letter: char) -> Option<char> {
    let found = RUSSIAN.iter().find(|(foreign, _)| *foreign == letter)?.1;
    (letter.is_ascii_uppercase() && found.is_uppercase()).then_some(found)
}

/// The Russian word that a single Latin letter was typed for: «c 1 сентября».
pub fn single(letter: char) -> Option<char> {
    const WORDS: &[(char, char)] = &[
        ('c', 'с'),
        ('o', 'о'),
        ('y', 'у'),
        ('a', 'а'),
        ('k', 'к'),
        ('C', 'С'),
        ('O', 'О'),
        ('K', 'К'),
        ('A', 'А'),
        ('B', 'В'),
        ('Y', 'У'),
    ];
    WORDS.iter().find(|(latin, _)| *latin == letter).map(|(_, russian)| *russian)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right(word: &str) -> Option<String> {
        mixed(word).and_then(|mixed| mixed.right)
    }

    #[test]
    fn look_alikes_are_found() {
        for (word, expected) in [
            ("шкoла", "школа"),
            ("Cлайд", "Слайд"),
            ("MБДОУ", "МБДОУ"),
            ("IХ", "IX"),
            ("XХI", "XXI"),
            ("татарчəсе", "татарчәсе"),
            ("рабοта", "работа"),
        ] {
            assert_eq!(right(word).as_deref(), Some(expected), "{word}");
        }
    }

    #[test]
    fn names_and_other_alphabets_stay_silent() {
        for word in [
            "PROчтение",
            "Skillфест",
            "школа",
            "school",
            "өҥкүс",
            "Ҕ",
            "әлифба",
            "XXI",
            "йӧз",
            "Коміын",
            "II",
        ] {
            assert_eq!(mixed(word), None, "{word}");
        }
        assert_eq!(mixed("dпринтера").map(|mixed| mixed.right), Some(None));
        assert_eq!(mixed("Шәhри").map(|mixed| mixed.right), Some(None));
    }
}
