//! Passages whose sentences stay on one page: whoever reads aloud turns the page between two of
//! them.
//!
//! Their lines are broken like those of any paragraph. Where a page ends within one, its last
//! sentence that fits ends there, and what is left of the passage is broken anew for the next.

use super::flow::{Body, Cost, Flow, Owners, Strip};
use super::line::{Form, LineRange, Room, greedy_in};
use super::measure::LineMeasure;
use super::story::Story;
use crate::russian::sentence;

/// A paragraph whose lines may have to be broken anew.
pub(super) struct Passage {
    pub story: Story,
    pub form: Form,
    pub measure: LineMeasure,
    pub owners: Owners,
    /// The glyphs with which its sentences begin, the first one's left out.
    sentences: Vec<usize>,
    /// The room below its last line.
    after: f64,
}

/// The place of a line in its passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    /// An index into [`Flow::passages`].
    pub passage: usize,
    /// Its glyphs.
    pub range: LineRange,
    /// How many lines of the paragraph stand before it.
    pub number: usize,
}

impl Passage {
    /// A paragraph that was told, with the room below its last line.
    pub fn new(story: Story, form: Form, measure: LineMeasure, owners: Owners, after: f64) -> Passage {
        let starts = sentence::starts(&story.text).into_iter().filter(|at| *at > story.label);
        let glyph = |at: usize| {
            story
                .segments
                .iter()
                .map(|segment| segment.first)
                .find(|first| story.atoms.get(*first).is_some_and(|atom| atom.start as usize == at))
        };
        let sentences = starts.filter_map(glyph).collect();
        Passage { story, form, measure, owners, sentences, after }
    }

    /// The last sentence that begins within a line or right after it and may begin a page: no line
    /// stands alone, before it or after.
    fn begins_in(&self, turn: Turn) -> Option<usize> {
        let inside = |glyph: &usize| *glyph > turn.range.first && *glyph <= turn.range.end;
        let long = |glyph: &usize| turn.number > 0 && self.rest_ranges(*glyph).len() > 1;
        self.sentences.iter().copied().filter(inside).rfind(long)
    }

    /// A line set from some glyphs.
    fn strip(&self, turn: Turn, last: bool) -> Strip {
        let line = self.owners.line(&self.story, &self.form, self.measure, turn.range, turn.number);
        let mut strip = Strip::new(Body::Line(line), Cost::Lines);
        strip.after = self.measure.below + if last { self.after } else { 0.0 };
        strip.turn = Some(turn);
        strip
    }

    /// The lines of what is left of the passage from a glyph on.
    fn rest_ranges(&self, from: usize) -> Vec<LineRange> {
        let first = self.story.segments.partition_point(|segment| segment.first < from);
        let segments = self.story.segments.get(first..).unwrap_or_default();
        let room = Room { first_indent: self.form.room.indent, ..self.form.room };
        greedy_in(&self.story, segments, &room)
    }

    /// What is left of the passage from a glyph on, in new lines.
    fn rest(&self, from: usize, passage: usize, number: usize) -> Vec<Strip> {
        let ranges = self.rest_ranges(from);
        let count = ranges.len();
        let strip = |(index, range): (usize, LineRange)| {
            // A line is never the first of its paragraph here, so it has no first indent.
            let turn = Turn { passage, range, number: number + 1 + index };
            self.strip(turn, index + 1 == count)
        };
        ranges.into_iter().enumerate().map(strip).collect()
    }
}

/// Where the page that begins with strip `first` would end before strip `end` because strip `over` does not fit: divides the
/// passage between the two after the last sentence that fits whole. Gives the page's new end.
pub(super) fn divide(flow: &mut Flow, (first, end): (usize, usize), over: usize) -> Option<usize> {
    // Where the passage began the page, the page would end between any two of its lines.
    let begun = flow.strips.get(over).and_then(|strip| strip.turn).filter(|turn| turn.number > 0);
    let from = if begun.is_some() { first } else { end.max(first) };
    let (at, turn, glyph) = (from..over).rev().find_map(|at| {
        let turn = flow.strips.get(at)?.turn?;
        if begun.is_some_and(|begun| begun.passage != turn.passage) {
            return None;
        }
        let passage = flow.passages.get(turn.passage)?;
        // The end of the whole passage is a place between blocks, which has a cost of its own.
        let glyph = passage.begins_in(turn)?;
        Some((at, turn, glyph))
    })?;
    let passage = flow.passages.get(turn.passage)?;
    let kept =
        passage.strip(Turn { range: LineRange { end: glyph, last: true, ..turn.range }, ..turn }, false);
    let rest = passage.rest(glyph, turn.passage, turn.number);
    let same = |strip: &Strip| strip.turn.is_some_and(|other| other.passage == turn.passage);
    let last = at + flow.strips.get(at..)?.iter().take_while(|strip| same(strip)).count();
    flow.strips.splice(at + 1..last, rest);
    if let (Some(strip), Body::Line(line)) = (flow.strips.get_mut(at), kept.body) {
        strip.body = Body::Line(line);
    }
    Some(at + 1)
}
