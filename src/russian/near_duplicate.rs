//! Texts that are nearly the same, word for word.
//!
//! Each text is cut into shingles of three words. Texts that share a shingle are candidates; a
//! shingle that many texts share proves nothing and names none. So a thousand texts cost little
//! more than a thousand times one.

use std::collections::{BTreeMap, BTreeSet};

/// How many of a pair's shingles must be common, of a hundred.
const COMMON: usize = 75;
/// Texts that remember a shingle; more of them do not make a pair likelier.
const REMEMBERED: usize = 4;
/// Words that a text must have to be compared.
const SHORTEST: usize = 4;

/// For each text that nearly repeats an earlier one: its index and that of the earlier.
/// `words` are the texts' words, folded; `apart` says of two texts that they are two things
/// all the same.
pub fn near_duplicates(texts: &[Vec<String>], apart: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let mut seen: BTreeMap<[&str; 3], Vec<usize>> = BTreeMap::new();
    let sets: Vec<BTreeSet<[&str; 3]>> = texts.iter().map(|words| shingles(words)).collect();
    let mut found = Vec::new();
    for (index, set) in sets.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for shingle in set {
            for earlier in seen.get(shingle).map_or(&[][..], Vec::as_slice) {
                *shared.entry(*earlier).or_default() += 1;
            }
        }
        let like = |earlier: usize| {
            let Some(other) = sets.get(earlier) else { return false };
            let common = set.intersection(other).count();
            common * 100 >= COMMON * set.len().max(other.len()) && !apart(index, earlier)
        };
        // A pair with so much in common shares rare shingles too.
        let mut candidates: Vec<(usize, usize)> = shared.into_iter().collect();
        candidates.sort_by_key(|(earlier, count)| (std::cmp::Reverse(*count), *earlier));
        if let Some((earlier, _)) = candidates.into_iter().take(REMEMBERED).find(|(earlier, _)| like(*earlier)) {
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

/// The shingles of a text; none where it is too short to be compared.
fn shingles(words: &[String]) -> BTreeSet<[&str; 3]> {
    if words.len() < SHORTEST {
        return BTreeSet::new();
    }
    words
        .windows(3)
        .filter_map(|three| match three {
            [one, two, three] => Some([one.as_str(), two.as_str(), three.as_str()]),
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
            words("обеспечить условия для повышения квалификации педагогических работников школ нашего города"),
            words("обеспечить условия для занятий спортом в школах города"),
        ];
        assert_eq!(near_duplicates(&texts, |_, _| false), [(2, 0)]);
        assert_eq!(near_duplicates(&texts, |_, _| true), []);
    }
}
