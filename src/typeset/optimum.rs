//! Breaking a paragraph as a whole, so that all of its lines look well together (D. E. Knuth,
//! M. F. Plass, «Breaking paragraphs into lines», 1981).

use super::line::{LineRange, Room, TOLERANCE, greedy};
use super::shape::AtomKind;
use super::story::{Segment, Story};

/// How far a space may grow and shrink in a line that looks well, as a part of itself. TeX lets
/// spaces grow by half; Russian words are long, and every other line would end with a hyphen.
const STRETCH: f64 = 1.0;
const SHRINK: f64 = 0.33;
/// Room that ragged lines are thought to have at their ends, as a part of the line.
const RAGGED: f64 = 0.1;
/// What a line that ends with a hyphen costs beside its badness, two one after the other, and
/// one before the last line. Measured on 400 lines of a report: a quarter ends with a hyphen,
/// three in a row hardly ever.
const HYPHEN: f64 = 200.0;
const TWO_HYPHENS: f64 = 60_000.0;
const LAST_AFTER_HYPHEN: f64 = 60_000.0;

/// Breaks a story. Lines of a justified paragraph may be wider than the room by what their
/// spaces can shrink. A paragraph with a word that no line can hold is broken greedily.
pub(super) fn optimum(story: &Story, room: &Room, justified: bool) -> Vec<LineRange> {
    let mut lines = Vec::new();
    for chunk in story.segments.split_inclusive(|segment| segment.must) {
        let Some(broken) = Chunk::new(story, chunk, room, justified, lines.is_empty()).lines() else {
            return greedy(story, room);
        };
        lines.extend(broken);
    }
    lines
}

/// What stands between two line breaks of the author's.
struct Chunk<'a> {
    segments: &'a [Segment],
    /// What the line up to a place holds; one more than segments.
    sums: Vec<Sum>,
    /// What a line that ends with a segment lacks of the sum after it.
    ends: Vec<Sum>,
    /// Whether a line that ends with a segment ends with a hyphen.
    hyphens: Vec<bool>,
    first_width: f64,
    width: f64,
    justified: bool,
}

/// Widths of a piece of a line and of its spaces.
#[derive(Clone, Copy, Default)]
struct Sum {
    width: f64,
    spaces: f64,
}

/// The best way to a place.
#[derive(Clone, Copy)]
struct Best {
    demerits: f64,
    /// Where the line that ends here begins.
    from: usize,
}

impl<'a> Chunk<'a> {
    fn new(story: &Story, segments: &'a [Segment], room: &Room, justified: bool, first: bool) -> Chunk<'a> {
        let width = room.width(1);
        let mut chunk = Chunk {
            segments,
            sums: vec![Sum::default()],
            ends: Vec::with_capacity(segments.len()),
            hyphens: Vec::with_capacity(segments.len()),
            first_width: if first { room.width(0) } else { width },
            width,
            justified,
        };
        let mut sum = Sum::default();
        for &segment in segments {
            let (full, visible) = story.widths(segment);
            let atoms = story.atoms.get(segment.first..segment.end).unwrap_or_default();
            let growing = |atom: &&super::shape::Atom| story.grows(atom);
            let spaces: f64 = atoms.iter().filter(growing).map(|atom| story.advance(atom)).sum();
            let trailing = atoms.iter().rev().take_while(|atom| atom.kind != AtomKind::Letter);
            let hanging: f64 = trailing.filter(growing).map(|atom| story.advance(atom)).sum();
            sum = Sum { width: sum.width + full, spaces: sum.spaces + spaces };
            chunk.sums.push(sum);
            chunk.ends.push(Sum { width: full - visible, spaces: hanging });
            chunk.hyphens.push(atoms.last().is_some_and(|atom| atom.kind == AtomKind::SoftHyphen));
        }
        chunk
    }

    /// The lines of the least demerits; `None` where some piece fits on no line.
    fn lines(&self) -> Option<Vec<LineRange>> {
        let count = self.segments.len();
        let mut best: Vec<Option<Best>> = vec![Some(Best { demerits: 0.0, from: 0 })];
        // The first place from which a line can still reach the place at hand.
        let mut open = 0;
        for end in 1..=count {
            while open < end && !self.line(open, end)?.fits() {
                open += 1;
            }
            let mut found: Option<Best> = None;
            for from in open..end {
                let Some(before) = best.get(from).copied().flatten() else { continue };
                let Some((own, extra)) = self.demerits(from, end) else { continue };
                // Lines that begin later are looser still.
                if found.is_some_and(|best| best.demerits < own) {
                    break;
                }
                let demerits = before.demerits + own + extra;
                if found.is_none_or(|best| demerits < best.demerits) {
                    found = Some(Best { demerits, from });
                }
            }
            best.push(found);
        }
        self.trace(&best)
    }

    fn trace(&self, best: &[Option<Best>]) -> Option<Vec<LineRange>> {
        let (mut lines, mut end) = (Vec::new(), self.segments.len());
        while end > 0 {
            let from = best.get(end).copied().flatten()?.from;
            let (first, last) = (self.segments.get(from)?, self.segments.get(end - 1)?);
            lines.push(LineRange { first: first.first, end: last.end, last: end == self.segments.len() });
            end = from;
        }
        lines.reverse();
        Some(lines)
    }

    fn line(&self, from: usize, end: usize) -> Option<LineFit> {
        let (before, after) = (self.sums.get(from)?, self.sums.get(end)?);
        let hanging = self.ends.get(end.checked_sub(1)?)?;
        let room = if from == 0 { self.first_width } else { self.width };
        let spaces = (after.spaces - before.spaces - hanging.spaces).max(0.0);
        Some(LineFit {
            slack: room - (after.width - before.width - hanging.width),
            stretch: if self.justified { spaces * STRETCH } else { self.width * RAGGED },
            shrink: if self.justified { spaces * SHRINK } else { 0.0 },
        })
    }

    /// How bad a line is in itself and beside its neighbours; `None` where it does not fit.
    fn demerits(&self, from: usize, end: usize) -> Option<(f64, f64)> {
        let line = self.line(from, end).filter(LineFit::fits)?;
        let last = end == self.segments.len();
        let ratio = match line.slack {
            slack if slack < 0.0 => slack / line.shrink.max(TOLERANCE),
            _ if last => 0.0,
            slack => slack / line.stretch.max(TOLERANCE),
        };
        let ratio = ratio.abs().min(100.0);
        let badness = 100.0 * ratio * ratio * ratio;
        let hyphen = |place: usize| self.hyphens.get(place).copied().unwrap_or_default();
        let before = from.checked_sub(1).is_some_and(hyphen);
        let here = hyphen(end - 1);
        let cost = 1.0 + badness + if here { HYPHEN } else { 0.0 };
        let extra = match (before, here, last) {
            (true, _, true) => LAST_AFTER_HYPHEN,
            (true, true, _) => TWO_HYPHENS,
            _ => 0.0,
        };
        Some((cost * cost, extra))
    }
}

/// What a line leaves of its room, and how far its spaces can help.
struct LineFit {
    slack: f64,
    stretch: f64,
    shrink: f64,
}

impl LineFit {
    fn fits(&self) -> bool {
        self.slack + self.shrink >= -TOLERANCE
    }
}
