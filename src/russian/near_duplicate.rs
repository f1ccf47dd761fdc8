//! Texts that are nearly the same, word for word.
//!
//! Each text is cut into shingles of two words. Texts that share shingles are candidates; a
//! shingle that many texts share proves nothing and names none. So a thousand texts cost little
//! more than a thousand times one. Of two candidates the one must be the other with words moved
//! or added: a word that stands in place of another («физики», «истории») makes another text.

use std::collections::{BTreeMap, BTreeSet};

/// How many of a pair's words must be common, of a hundred.
const COMMON: usize = 80;
/// Words, cut as [`stem`] cuts them, that may be added without making another text.
const GENERAL: &[&str] = &[
    "в",
    "во",
    "на",
    "по",
    "школа",
    "школе",
    "школы",
    "школах",
    "школам",
    "города",
    "городе",
    "района",
    "районе",
    "округа",
    "округе",
    "каждой",
    "каждом",
    "всех",
    "нашего",
    "нашей",
    "также",
    "дальней",
    "организаци",
];
/// How many of them.
const GENERAL_MOST: usize = 4;
/// Texts that remember a shingle; more of them do not make a pair likelier.
const REMEMBERED: usize = 4;
/// Words that a text must have to be compared.
const SHORTEST: usize = 4;

/// For each text that nearly repeats an earlier one: its index and that of the earlier.
/// `words` are the texts' words, folded; `apart` says of two texts that they are two things
/// all the same.
pub fn near_duplicates(texts: &[Vec<String>], apart: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let mut seen: BTreeMap<[&str; 2], Vec<usize>> = BTreeMap::new();
    let sets: Vec<BTreeSet<[&str; 2]>> = texts.iter().map(|words| shingles(words)).collect();
    let mut found = Vec::new();
    for (index, set) in sets.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for shingle in set {
            for earlier in seen.get(shingle).map_or(&[][..], Vec::as_slice) {
                *shared.entry(*earlier).or_default() += 1;
            }
        }
        let like = |earlier: usize| {
            let (Some(one), Some(two)) = (texts.get(index), texts.get(earlier)) else { return false };
            same_words(one, two) && !apart(index, earlier)
        };
        // A pair with so much in common shares rare shingles too.
        let mut candidates: Vec<(usize, usize)> = shared.into_iter().collect();
        candidates.sort_by_key(|(earlier, count)| (std::cmp::Reverse(*count), *earlier));
        if let Some((earlier, _)) =
            candidates.into_iter().take(REMEMBERED).find(|(earlier, _)| like(*earlier))
        {
            found.push((index, earlier));
        }
        for shingle in set {
            let holders = seen.entry(*shingle).or_default();
            if holders.len() < REMEMBERED {
                holders.push(index);
            }
        }
    }
    found
}

/// Whether all words of the one are in the other, and few others.
fn same_words(one: &[String], two: &[String]) -> bool {
    let (short, long) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    let mut left: Vec<String> = long.iter().map(|word| stem(word)).collect();
    let within =
        short.iter().map(|word| stem(word)).all(|word| match left.iter().position(|other| *other == word) {
            Some(at) => {
                left.swap_remove(at);
                true
            }
            None => false,
        });
    // A number more is another task.
    let number = left.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()));
    // «в школах», «в каждой школе города» says nothing new of a task.
    let general = left.len() <= GENERAL_MOST && left.iter().all(|word| GENERAL.contains(&word.as_str()));
    within && !number && (general || short.len() * 100 >= COMMON * long.len())
}

/// A word without the ending of its case.
fn stem(word: &str) -> String {
    let length = word.chars().count();
    if length > 6 { word.chars().take(length - 2).collect() } else { word.to_owned() }
}

/// The shingles of a text; none where it is too short to be compared.
fn shingles(words: &[String]) -> BTreeSet<[&str; 2]> {
    if words.len() < SHORTEST {
        return BTreeSet::new();
    }
    words
        .windows(2)
        .filter_map(|pair| match pair {
            [one, two] => Some([one.as_str(), two.as_str()]),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_text_with_a_word_more_is_a_repetition() {
        let texts = [
            words("обеспечить условия для повышения квалификации педагогических работников школ города"),
            words("провести мониторинг питания во всех школах"),
            words(
                "обеспечить условия для повышения квалификации педагогических работников школ нашего города",
            ),
            words("обеспечить условия для занятий спортом в школах города"),
        ];
        assert_eq!(near_duplicates(&texts, |_, _| false), [(2, 0)]);
        assert_eq!(near_duplicates(&texts, |_, _| true), []);
    }
}
