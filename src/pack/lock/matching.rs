//! Which clause is which entry of the lock: the same text first, wherever it stands; then the
//! neighbours of what was found; then the most similar text, above all in the same place.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How similar a reworded clause is at least, between the same neighbours and elsewhere.
const HERE: f64 = 0.3;
const ELSEWHERE: f64 = 0.75;
/// Most pairs whose words are compared.
const COMPARED: usize = 250_000;

/// The entry of each text.
pub(super) fn pair(texts: &[String], entries: &[&str]) -> Vec<Option<usize>> {
    if texts.iter().eq(entries) {
        return (0..texts.len()).map(Some).collect();
    }
    let new: Vec<String> = texts.iter().map(|text| key(text)).collect();
    let old: Vec<String> = entries.iter().map(|text| key(text)).collect();
    let mut pairs =
        Pairs { new: &new, old: &old, of_new: vec![None; new.len()], of_old: vec![None; old.len()] };
    pairs.ends();
    pairs.unique();
    pairs.neighbours();
    pairs.repeated();
    pairs.similar();
    pairs.of_new
}

/// A text as it is compared: its words without signs and capitals.
fn key(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase().replace('ё', "е")
}

struct Pairs<'a> {
    new: &'a [String],
    old: &'a [String],
    of_new: Vec<Option<usize>>,
    of_old: Vec<Option<usize>>,
}

impl Pairs<'_> {
    fn join(&mut self, new: usize, old: usize) {
        self.of_new[new] = Some(old);
        self.of_old[old] = Some(new);
    }

    fn is_free(&self, new: usize, old: usize) -> bool {
        self.of_new.get(new) == Some(&None) && self.of_old.get(old) == Some(&None)
    }

    /// What stands unchanged before and after the place of an edit.
    fn ends(&mut self) {
        let shorter = self.new.len().min(self.old.len());
        let same = |(new, old): &(&String, &String)| new == old;
        let head = self.new.iter().zip(self.old).take_while(same).count();
        let tail =
            self.new.iter().rev().zip(self.old.iter().rev()).take(shorter - head).take_while(same).count();
        (0..head).for_each(|at| self.join(at, at));
        (1..=tail).for_each(|at| self.join(self.new.len() - at, self.old.len() - at));
    }

    /// Texts that stand only once in what is left on both sides, moved or not.
    fn unique(&mut self) {
        let count = |keys: &[String], pairs: &[Option<usize>]| {
            let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for (at, key) in keys.iter().enumerate().filter(|(at, _)| pairs[*at].is_none()) {
                places.entry(key.clone()).or_default().push(at);
            }
            places
        };
        let (new, old) = (count(self.new, &self.of_new), count(self.old, &self.of_old));
        for (key, places) in new {
            if let ([new], Some([old])) = (places.as_slice(), old.get(&key).map(Vec::as_slice)) {
                self.join(*new, *old);
            }
        }
    }

    /// Equal texts beside what was found.
    fn neighbours(&mut self) {
        for new in 1..self.new.len() {
            let old = self.of_new[new - 1].map(|old| old + 1);
            self.join_equal(new, old);
        }
        for new in (1..self.new.len()).rev() {
            let old = self.of_new[new].and_then(|old| old.checked_sub(1));
            self.join_equal(new - 1, old);
        }
    }

    fn join_equal(&mut self, new: usize, old: Option<usize>) {
        if let Some(old) = old.filter(|old| self.is_free(new, *old) && self.new[new] == self.old[*old]) {
            self.join(new, old);
        }
    }

    /// Equal texts that are left, in their order.
    fn repeated(&mut self) {
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for old in (0..self.old.len()).rev().filter(|old| self.of_old[*old].is_none()) {
            places.entry(&self.old[old]).or_default().push(old);
        }
        let free: Vec<usize> = (0..self.new.len()).filter(|new| self.of_new[*new].is_none()).collect();
        for new in free {
            if let Some(old) = places.get_mut(self.new[new].as_str()).and_then(Vec::pop) {
                self.join(new, old);
            }
        }
    }

    /// Reworded texts: the most similar pairs first.
    fn similar(&mut self) {
        let new: Vec<usize> = (0..self.new.len()).filter(|at| self.of_new[*at].is_none()).collect();
        let old: Vec<usize> = (0..self.old.len()).filter(|at| self.of_old[*at].is_none()).collect();
        if new.len().saturating_mul(old.len()) > COMPARED {
            return;
        }
        let stems_of = |keys: &[String], places: &[usize]| -> Vec<Vec<String>> {
            places.iter().map(|at| stems(&keys[*at])).collect()
        };
        let (new_stems, old_stems) = (stems_of(self.new, &new), stems_of(self.old, &old));
        let mut found = Vec::new();
        for (new_at, new_words) in new.iter().zip(&new_stems) {
            let room = self.room(*new_at);
            for (old_at, old_words) in old.iter().zip(&old_stems) {
                let here = room.contains(old_at);
                let like = similarity(new_words, old_words);
                if like >= if here { HERE } else { ELSEWHERE } {
                    found.push((Reverse((like * 1000.0) as u32 + u32::from(here) * 250), *new_at, *old_at));
                }
            }
        }
        found.sort();
        for (_, new, old) in found {
            if self.is_free(new, old) {
                self.join(new, old);
            }
        }
    }

    /// The entries between those of the clauses before and after.
    fn room(&self, new: usize) -> std::ops::Range<usize> {
        let before = self.of_new[..new].iter().rev().flatten().next().map_or(0, |old| old + 1);
        let after = self.of_new[new..].iter().flatten().next().copied().unwrap_or(self.old.len());
        before..after
    }
}

/// The words without their endings, in order.
fn stems(key: &str) -> Vec<String> {
    let mut stems: Vec<String> = key.split(' ').map(|word| word.chars().take(5).collect()).collect();
    stems.sort();
    stems
}

/// The share of words that two texts have in common, from 0 to 1.
fn similarity(a: &[String], b: &[String]) -> f64 {
    let (mut at_a, mut at_b, mut common) = (0, 0, 0);
    while let (Some(word_a), Some(word_b)) = (a.get(at_a), b.get(at_b)) {
        match word_a.cmp(word_b) {
            std::cmp::Ordering::Less => at_a += 1,
            std::cmp::Ordering::Greater => at_b += 1,
            std::cmp::Ordering::Equal => (at_a, at_b, common) = (at_a + 1, at_b + 1, common + 1),
        }
    }
    2.0 * f64::from(common) / (a.len() + b.len()).max(1) as f64
}
