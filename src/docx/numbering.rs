//! Numbers that Word computes: which numbering each item of a list takes part in.
//!
//! [`Item::label`](crate::document::Item::label) is the truth. Each item is placed so that
//! Word's own counting gives exactly that label:
//!
//! * the decimal lists of one `sequence` share one multilevel numbering (`w:abstractNum` with
//!   nine levels, `w:ilvl` is the list's level), so that everything renumbers when a clause is
//!   inserted;
//! * each `1)` or `а)` list has a numbering of its own;
//! * a jump is a further `w:num` on the same `w:abstractNum` with a `w:startOverride`. A list
//!   that goes on through unnumbered groups (`continued`) needs none; one that goes on under
//!   the next number of the level above does, as LibreOffice does not know `w:lvlRestart` 0.
//!   Russian letters jump by themselves: Word's `russianLower` has з, о, ч and ы, official
//!   lists have not;
//! * dashes and bullets of one kind share one numbering;
//! * a label that fits none of these is spelled in `w:lvlText`, only its last number counts.

use crate::document::{Length, List, Marker, ParagraphStyle};
use std::collections::BTreeMap;

/// Word has nine levels in a numbering.
const LEVELS: usize = 9;

/// The letters of `russianLower` in Word (ISO/IEC 29500-1, 17.18.59) and LibreOffice.
const LETTERS: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";

/// An item's place in a numbering: `w:numId` and `w:ilvl`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// `w:numId`, from 1.
    pub num: usize,
    /// `w:ilvl`, from 0.
    pub level: usize,
}

/// Left, right and first line's indent of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(super) struct Indents {
    /// All lines at the left.
    pub left: Length,
    /// All lines at the right.
    pub right: Length,
    /// The first line.
    pub first: Length,
}

impl From<&ParagraphStyle> for Indents {
    fn from(style: &ParagraphStyle) -> Indents {
        Indents { left: style.left_indent, right: style.right_indent, first: style.first_indent }
    }
}

/// A `w:abstractNum`.
#[derive(Debug)]
pub(super) struct Scheme {
    /// Its levels: one, or nine.
    pub levels: Vec<Level>,
}

/// A `w:lvl`.
#[derive(Clone, Debug)]
pub(super) struct Level {
    /// `w:numFmt`.
    pub format: &'static str,
    /// `w:start`.
    pub start: u32,
    /// `w:lvlText`: `%1.%2.`
    pub text: String,
    /// Where the paragraphs stand; known once the first item has been placed.
    pub indents: Option<Indents>,
}

/// A `w:num`.
#[derive(Debug)]
pub(super) struct Num {
    /// An index into [`Numbering::schemes`].
    pub scheme: usize,
    /// The level that starts elsewhere, and where.
    pub start: Option<(usize, u32)>,
}

/// All numberings of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The `w:abstractNum`s.
    pub schemes: Vec<Scheme>,
    /// The `w:num`s; `w:numId` is the index + 1.
    pub nums: Vec<Num>,
    sequences: BTreeMap<u32, Sequence>,
    /// Dashes and bullets by mark.
    marks: BTreeMap<String, usize>,
    /// The last `1)` or `а)` list of each sequence, for lists that continue it.
    counted: BTreeMap<(bool, u32), Counted>,
}

/// The decimal lists of one sequence.
#[derive(Debug)]
struct Sequence {
    scheme: usize,
    num: usize,
    /// The last number of each level; none where the level starts anew.
    counters: [Option<u32>; LEVELS],
}

/// A `1)` or `а)` list, or one with labels that are spelled.
#[derive(Clone, Debug)]
struct Counted {
    scheme: usize,
    num: usize,
    before: String,
    after: String,
    last: u32,
}

/// A list whose items are being placed.
#[derive(Debug)]
pub(super) struct Open {
    marker: Marker,
    sequence: u32,
    level: usize,
    /// Where this list does not take the number of its sequence.
    num: Option<usize>,
    counted: Option<Counted>,
    spelled: Option<Counted>,
}

impl Numbering {
    /// Begins a list.
    pub fn open(&self, list: &List) -> Open {
        let key = (list.marker == Marker::Letter, list.sequence);
        let counted = self.counted.get(&key).filter(|_| list.continued).cloned();
        let (marker, sequence, level) = (list.marker, list.sequence, usize::from(list.level));
        Open { marker, sequence, level, num: None, counted, spelled: None }
    }

    /// Places the next item of a list; `indents` are those of its first paragraph's style.
    /// Nothing where the item has no label, or one with a `%`, which stands for a number in
    /// Word's level texts and cannot be escaped there.
    pub fn place(&mut self, open: &mut Open, label: &str, indents: Indents) -> Option<Number> {
        let number = match open.marker {
            _ if label.is_empty() || label.contains('%') => None,
            Marker::None => None,
            Marker::Decimal => self.decimal(open, label).or_else(|| self.spell(open, label)),
            Marker::Parenthesis => self.count(open, label, "decimal").or_else(|| self.spell(open, label)),
            Marker::Letter => self.count(open, label, "russianLower").or_else(|| self.spell(open, label)),
            Marker::Dash | Marker::Hyphen | Marker::Dot | Marker::Bullet => Some(self.mark(label)),
        }?;
        self.level_mut(number)?.indents.get_or_insert(indents);
        Some(number)
    }

    /// Where the numbering sets the paragraphs of a level.
    pub fn indents(&self, number: Number) -> Option<Indents> {
        let scheme = self.schemes.get(self.nums.get(number.num.checked_sub(1)?)?.scheme)?;
        scheme.levels.get(number.level)?.indents
    }

    fn level_mut(&mut self, number: Number) -> Option<&mut Level> {
        let scheme = self.nums.get(number.num.checked_sub(1)?)?.scheme;
        self.schemes.get_mut(scheme)?.levels.get_mut(number.level)
    }

    fn add_scheme(&mut self, levels: Vec<Level>) -> (usize, usize) {
        self.schemes.push(Scheme { levels });
        let scheme = self.schemes.len() - 1;
        (scheme, self.add_num(scheme, None))
    }

    fn add_num(&mut self, scheme: usize, start: Option<(usize, u32)>) -> usize {
        self.nums.push(Num { scheme, start });
        self.nums.len()
    }

    /// `2.1.`: the multilevel numbering of the list's sequence.
    fn decimal(&mut self, open: &mut Open, label: &str) -> Option<Number> {
        let (numbers, tail) = decimal_label(label)?;
        let level = open.level;
        if level >= LEVELS || numbers.len() != level + 1 {
            return None;
        }
        if !self.sequences.contains_key(&open.sequence) {
            let sequence = self.add_sequence();
            self.sequences.insert(open.sequence, sequence);
        }
        let sequence = self.sequences.get_mut(&open.sequence)?;
        let above =
            numbers.iter().zip(&sequence.counters).take(level).all(|(n, counter)| *counter == Some(*n));
        let plan = self.schemes.get_mut(sequence.scheme)?.levels.get_mut(level)?;
        if plan.indents.is_none() {
            plan.text = decimal_text(level, tail);
        }
        if !above || plan.text != decimal_text(level, tail) {
            return None;
        }
        let number = *numbers.last()?;
        let natural = sequence.counters[level].map_or(1, |last| last.saturating_add(1));
        sequence.counters[level + 1..].fill(None);
        sequence.counters[level] = Some(number);
        if number != natural {
            let scheme = sequence.scheme;
            let num = self.add_num(scheme, Some((level, number)));
            self.restart(open, num);
        }
        let num = open.num.or_else(|| self.sequences.get(&open.sequence).map(|sequence| sequence.num))?;
        Some(Number { num, level })
    }

    /// A level that starts elsewhere. At the top, all that follows goes with the new `w:num`;
    /// deeper only this list does, because Word would take the new start again each time when
    /// the level above moves on (ISO/IEC 29500-1, 17.9.26).
    fn restart(&mut self, open: &mut Open, num: usize) {
        match self.sequences.get_mut(&open.sequence) {
            Some(sequence) if open.level == 0 => sequence.num = num,
            _ => open.num = Some(num),
        }
    }

    fn add_sequence(&mut self) -> Sequence {
        let level =
            |at: usize| Level { format: "decimal", start: 1, text: decimal_text(at, "."), indents: None };
        let levels = (0..LEVELS).map(level).collect();
        let (scheme, num) = self.add_scheme(levels);
        Sequence { scheme, num, counters: [None; LEVELS] }
    }

    /// `1)` and `а)`: a numbering of the list's own.
    fn count(&mut self, open: &mut Open, label: &str, format: &'static str) -> Option<Number> {
        let (before, number, after) = match format {
            "decimal" => last_number(label).filter(|(before, ..)| before.is_empty())?,
            _ => letter_label(label)?,
        };
        let counted = self.step(open.counted.take(), format, (before, number, after));
        self.counted.insert((open.marker == Marker::Letter, open.sequence), counted.clone());
        let num = counted.num;
        open.counted = Some(counted);
        Some(Number { num, level: 0 })
    }

    /// A label that is not of the list's kind: its words are spelled, its last number counts.
    fn spell(&mut self, open: &mut Open, label: &str) -> Option<Number> {
        let Some(parts) = last_number(label) else {
            return Some(self.mark(label));
        };
        let spelled = self.step(open.spelled.take(), "decimal", parts);
        let num = spelled.num;
        open.spelled = Some(spelled);
        Some(Number { num, level: 0 })
    }

    /// The next number of a list with one level.
    fn step(&mut self, last: Option<Counted>, format: &'static str, label: (&str, u32, &str)) -> Counted {
        let (before, number, after) = label;
        match last {
            Some(list) if list.before == before && list.after == after => {
                let natural = list.last.checked_add(1) == Some(number);
                let num = if natural { list.num } else { self.add_num(list.scheme, Some((0, number))) };
                Counted { num, last: number, ..list }
            }
            _ => {
                let text = format!("{before}%1{after}");
                let (scheme, num) = self.add_scheme(vec![single(format, number, text)]);
                Counted { scheme, num, before: before.to_owned(), after: after.to_owned(), last: number }
            }
        }
    }

    /// A dash, a bullet or another mark that does not count.
    fn mark(&mut self, label: &str) -> Number {
        let known = self.marks.get(label).copied();
        let num = known.unwrap_or_else(|| {
            let format = if label.chars().count() == 1 { "bullet" } else { "none" };
            let (_, num) = self.add_scheme(vec![single(format, 1, label.to_owned())]);
            self.marks.insert(label.to_owned(), num);
            num
        });
        Number { num, level: 0 }
    }
}

fn single(format: &'static str, start: u32, text: String) -> Level {
    Level { format, start, text, indents: None }
}

/// `%1.%2.` for the second level with a period behind.
fn decimal_text(level: usize, tail: &str) -> String {
    let numbers: Vec<_> = (1..=level + 1).map(|at| format!("%{at}")).collect();
    numbers.join(".") + tail
}

/// The numbers of `2.1.` and what stands behind them.
fn decimal_label(label: &str) -> Option<(Vec<u32>, &str)> {
    let end = label.rfind(|c: char| c.is_ascii_digit())? + 1;
    let numbers = label.get(..end)?.split('.').map(whole_number).collect::<Option<_>>()?;
    Some((numbers, label.get(end..)?))
}

/// The last number of a label, with what stands before and behind it.
fn last_number(label: &str) -> Option<(&str, u32, &str)> {
    let end = label.rfind(|c: char| c.is_ascii_digit())? + 1;
    let head = label.get(..end)?;
    let digits = head.chars().rev().take_while(char::is_ascii_digit).count();
    let start = end - digits;
    Some((label.get(..start)?, whole_number(label.get(start..end)?)?, label.get(end..)?))
}

/// A number as Word would print it: no leading zero, within Word's range.
fn whole_number(digits: &str) -> Option<u32> {
    let plain = !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|n| plain && *n <= 32_767)
}

/// The number of the letter that begins a label.
fn letter_label(label: &str) -> Option<(&str, u32, &str)> {
    let letter = label.chars().next()?;
    let after = label.get(letter.len_utf8()..)?;
    let at = LETTERS.chars().position(|other| other == letter)?;
    let alone = !after.starts_with(char::is_alphanumeric);
    Some(("", u32::try_from(at).ok()? + 1, after)).filter(|_| alone)
}
