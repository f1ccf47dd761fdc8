//! The difference of two texts, line by line, in the unified form that `patch` reads.

use std::fmt::Write;
use std::ops::Range;

/// Lines that are shown around a change.
const CONTEXT: usize = 3;

/// Lines of the old text, and those that stand in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hunk {
    old: Range<usize>,
    new: Range<usize>,
}

/// The difference of two texts of a file; empty where there is none.
pub fn unified(name: &str, old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let mut diff = String::new();
    for group in groups(hunks(&old, &new)) {
        if diff.is_empty() {
            diff = format!("--- {name}\n+++ {name}\n");
        }
        write_group(&group, &old, &new, &mut diff);
    }
    diff
}

/// The changes. After lines that differ the texts go on where they first agree again, with the
/// fewest lines left out: corrections join lines, if at all, one by one.
fn hunks(old: &[&str], new: &[&str]) -> Vec<Hunk> {
    let (mut at, mut there) = (0, 0);
    let mut hunks = Vec::new();
    while at < old.len() || there < new.len() {
        if at < old.len() && old.get(at) == new.get(there) {
            (at, there) = (at + 1, there + 1);
            continue;
        }
        let (gone, come) = agreement(&old[at..], &new[there..]);
        hunks.push(Hunk { old: at..at + gone, new: there..there + come });
        (at, there) = (at + gone, there + come);
    }
    hunks
}

/// How many lines of each text go by until they agree; as many of both where that will do.
fn agreement(old: &[&str], new: &[&str]) -> (usize, usize) {
    for sum in 1..old.len() + new.len() {
        let mut pairs: Vec<_> = (0..=sum).map(|gone| (gone, sum - gone)).collect();
        pairs.sort_by_key(|(gone, come)| gone.abs_diff(*come));
        let agree = |(gone, come): &(usize, usize)| {
            old.get(*gone).is_some_and(|line| !line.trim().is_empty() && new.get(*come) == Some(line))
        };
        if let Some(pair) = pairs.into_iter().find(agree) {
            return pair;
        }
    }
    (old.len(), new.len())
}

/// Changes whose surroundings meet are shown together.
fn groups(hunks: Vec<Hunk>) -> Vec<Vec<Hunk>> {
    let mut groups: Vec<Vec<Hunk>> = Vec::new();
    for hunk in hunks {
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|last| hunk.old.start - last.old.end <= 2 * CONTEXT) => {
                group.push(hunk);
            }
            _ => groups.push(vec![hunk]),
        }
    }
    groups
}

fn write_group(group: &[Hunk], old: &[&str], new: &[&str], diff: &mut String) {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return };
    let before = first.old.start.min(CONTEXT);
    let after = (old.len() - last.old.end).min(CONTEXT);
    let all = Hunk {
        old: first.old.start - before..last.old.end + after,
        new: first.new.start - before..last.new.end + after,
    };
    let _ = writeln!(diff, "@@ -{} +{} @@", range(&all.old), range(&all.new));
    let mut at = all.old.start;
    for hunk in group {
        lines(' ', &old[at..hunk.old.start], diff);
        lines('-', &old[hunk.old.clone()], diff);
        lines('+', &new[hunk.new.clone()], diff);
        at = hunk.old.end;
    }
    lines(' ', &old[at..all.old.end], diff);
}

/// `12,7`: the first line, counted from one, and how many there are.
fn range(lines: &Range<usize>) -> String {
    match lines.len() {
        0 => format!("{},0", lines.start),
        1 => (lines.start + 1).to_string(),
        count => format!("{},{count}", lines.start + 1),
    }
}

fn lines(sign: char, lines: &[&str], diff: &mut String) {
    for line in lines {
        diff.push(sign);
        diff.push_str(line);
        if !line.ends_with('\n') {
            diff.push_str("\n\\ No newline at end of file\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_has_no_difference() {
        assert_eq!(unified("а", "1\n2\n", "1\n2\n"), "");
    }

    #[test]
    fn a_line_is_shown_with_three_around_it() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let expected = "--- а.yaml\n+++ а.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+V\n 6\n 7\n 8\n";
        assert_eq!(unified("а.yaml", old, &old.replace('5', "V")), expected);
    }

    #[test]
    fn changes_far_apart_stand_apart_and_the_end_is_told() {
        let old: String = (1..=20).map(|line| format!("{line}\n")).collect();
        let new = format!("{}x", old.replacen("1\n", "I\n", 1));
        let expected = "--- а\n+++ а\n@@ -1,4 +1,4 @@\n-1\n+I\n 2\n 3\n 4\n@@ -18,3 +18,4 @@\n 18\n 19\n 20\n+x\n\\ No newline at end of file\n";
        assert_eq!(unified("а", &old, &new), expected);
    }

    #[test]
    fn joined_lines_do_not_upset_what_follows() {
        let expected = "--- а\n+++ а\n@@ -1,4 +1,3 @@\n один\n-А.\n-Петров\n+А. Петров\n конец\n";
        assert_eq!(unified("а", "один\nА.\nПетров\nконец\n", "один\nА. Петров\nконец\n"), expected);
    }
}
