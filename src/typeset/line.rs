//! From a story to lines: greedy breaking as Word and LibreOffice do it, and setting.

use super::fonts::face_at;
use super::pages::{Glyph, TextRun};
use super::shape::{Atom, AtomKind};
use super::story::{Segment, Story, Target};
use crate::document::{Align, ParagraphStyle};

/// Widths that differ by less are equal: a fifth of a twip, the unit in which Word and
/// LibreOffice lay out.
pub(super) const TOLERANCE: f64 = 0.01;

/// A line, its pieces placed from the left edge of the paragraph's column and on baseline 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// From left to right.
    pub pieces: Vec<Piece>,
}

/// Glyphs of one face and target.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// What they belong to.
    pub target: Target,
    /// The glyphs.
    pub run: TextRun,
}

/// Which glyphs stand on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LineRange {
    /// The first glyph.
    pub first: usize,
    /// One past the last glyph.
    pub end: usize,
    /// Whether the paragraph or the author ends the line here.
    pub last: bool,
}

/// How lines are set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// Where they stand.
    pub room: Room,
    /// How they stand there.
    pub align: Align,
    /// Size of the letters.
    pub size: f32,
    /// Their colour.
    pub color: [u8; 3],
}

/// Room for the lines of a paragraph, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// From the column's left edge to the first line.
    pub first_indent: f64,
    /// From the column's left edge to the other lines.
    pub indent: f64,
    /// From the column's left edge to the right end of the lines.
    pub right: f64,
}

impl Room {
    /// The room that a style leaves in a column.
    pub fn new(style: &ParagraphStyle, column: f64) -> Room {
        let indent = f64::from(style.left_indent.pt());
        Room {
            first_indent: indent + f64::from(style.first_indent.pt()),
            indent,
            right: column - f64::from(style.right_indent.pt()),
        }
    }

    fn left(&self, line: usize) -> f64 {
        if line == 0 { self.first_indent } else { self.indent }
    }

    /// The width of a line, counted from 0.
    pub fn width(&self, line: usize) -> f64 {
        (self.right - self.left(line)).max(0.0)
    }
}

/// Breaks a story greedily: each line takes what it can hold.
pub(super) fn greedy(story: &Story, room: &Room) -> Vec<LineRange> {
    greedy_in(story, &story.segments, room)
}

/// The same for some segments of a story, as if they were all of it.
pub(super) fn greedy_in(story: &Story, segments: &[Segment], room: &Room) -> Vec<LineRange> {
    let mut lines = Vec::new();
    let (mut first, mut pen) = (segments.first().map_or(0, |segment| segment.first), 0.0);
    for &segment in segments {
        let (full, visible) = story.widths(segment);
        if segment.first > first && pen + visible + story.lean(segment) > room.width(lines.len()) + TOLERANCE
        {
            lines.push(LineRange { first, end: segment.first, last: false });
            (first, pen) = (segment.first, 0.0);
        }
        pen += full;
        if segment.first == first && visible > room.width(lines.len()) + TOLERANCE {
            (first, pen) = split(story, segment, room, &mut lines);
        }
        if segment.must {
            lines.push(LineRange { first, end: segment.end, last: true });
            (first, pen) = (segment.end, 0.0);
        }
    }
    lines
}

/// Divides a word that is longer than the line wherever the line is full. Gives the first glyph
/// of the word's last line and the pen's place after it.
fn split(story: &Story, word: Segment, room: &Room, lines: &mut Vec<LineRange>) -> (usize, f64) {
    let (mut first, mut pen) = (word.first, 0.0);
    let mut cluster = (word.first, 0.0);
    for (place, atom) in story.atoms.iter().enumerate().take(word.end).skip(word.first) {
        if place == word.first || !same_cluster(&story.atoms, place) {
            cluster = (place, pen);
        }
        let advance = story.advance(atom);
        let full = pen + advance > room.width(lines.len()) + TOLERANCE;
        if full && atom.kind == AtomKind::Letter && cluster.0 > first {
            lines.push(LineRange { first, end: cluster.0, last: false });
            first = cluster.0;
            pen -= cluster.1;
            cluster.1 = 0.0;
        }
        pen += advance;
    }
    (first, pen)
}

fn same_cluster(atoms: &[Atom], place: usize) -> bool {
    let before = place.checked_sub(1).and_then(|before| atoms.get(before));
    matches!((before, atoms.get(place)), (Some(before), Some(atom)) if before.start == atom.start)
}

/// Sets the glyphs of a line. `number` counts the paragraph's lines from 0.
pub(super) fn set(story: &Story, form: &Form, range: LineRange, number: usize) -> Line {
    let atoms = story.atoms.get(range.first..range.end).unwrap_or_default();
    let visible = atoms.iter().rposition(|atom| !hangs(atom)).map_or(0, |last| last + 1);
    let (shown, hanging) = atoms.split_at(visible);
    let width: f64 =
        shown.iter().enumerate().map(|(place, atom)| printed(story, atom, place + 1 == visible)).sum();
    let slack = form.room.width(number) - width;
    let spaces = shown.iter().filter(|atom| story.grows(atom)).count();
    // Only breaking by optimum makes lines whose spaces must shrink.
    let justified = form.align == Align::Justify && spaces > 0 && (slack < 0.0 || !range.last);
    let x = form.room.left(number)
        + match form.align {
            Align::Left | Align::Justify => 0.0,
            Align::Center => slack / 2.0,
            Align::Right => slack,
        };
    let mut setter =
        Setter { story, size: form.size, color: form.color, line: Line::default(), pen: x, cluster: None };
    for (place, atom) in shown.iter().enumerate() {
        let growth = if justified && story.grows(atom) { slack / spaces as f64 } else { 0.0 };
        setter.put(atom, printed(story, atom, place + 1 == visible) + growth, place + 1 == visible);
    }
    hanging.iter().for_each(|atom| setter.put(atom, story.advance(atom), false));
    setter.line
}

fn hangs(atom: &Atom) -> bool {
    matches!(atom.kind, AtomKind::Space | AtomKind::Newline)
}

/// How far the pen moves over a glyph; a soft hyphen counts at the end of a line only.
fn printed(story: &Story, atom: &Atom, last: bool) -> f64 {
    if last && atom.kind == AtomKind::SoftHyphen {
        return story.advance(&Atom { kind: AtomKind::Letter, ..*atom });
    }
    story.advance(atom)
}

struct Setter<'a> {
    story: &'a Story,
    size: f32,
    color: [u8; 3],
    line: Line,
    pen: f64,
    /// Where the cluster of the last glyph begins in the story.
    cluster: Option<u32>,
}

impl Setter<'_> {
    fn put(&mut self, atom: &Atom, advance: f64, last: bool) {
        let drawn = match atom.kind {
            AtomKind::Letter | AtomKind::Space => true,
            AtomKind::SoftHyphen => last,
            AtomKind::Newline => !self.ends_with_space(),
        };
        if drawn {
            self.draw(atom, advance);
        }
        self.pen += advance;
    }

    fn draw(&mut self, atom: &Atom, advance: f64) {
        let story = self.story;
        let same = self.cluster.replace(atom.start) == Some(atom.start);
        let (target, face) = (story.target(atom.start), usize::from(atom.face));
        let Some(run) = self.run(target, face) else { return };
        let before = run.glyphs.last().map_or(0, |glyph| glyph.start);
        let start = if same { before } else { run.text.len() as u32 };
        if !same {
            run.text.push_str(shown(story, atom));
        }
        let end = run.text.len() as u32;
        let (dx, dy) = (story.points(atom.dx) as f32, story.points(atom.dy) as f32);
        run.glyphs.push(Glyph { id: atom.glyph, advance: advance as f32, dx, dy, start, end });
    }

    /// The run that the next glyph goes into.
    fn run(&mut self, target: Target, face: usize) -> Option<&mut TextRun> {
        let face = face_at(face);
        let fits = |piece: &Piece| piece.target == target && piece.run.face == face;
        if !self.line.pieces.last().is_some_and(fits) {
            let run = TextRun {
                x: self.pen as f32,
                y: 0.0,
                size: self.size,
                face,
                color: self.color,
                text: String::new(),
                glyphs: Vec::new(),
            };
            self.line.pieces.push(Piece { target, run });
        }
        self.line.pieces.last_mut().map(|piece| &mut piece.run)
    }

    fn ends_with_space(&self) -> bool {
        self.line.pieces.last().is_some_and(|piece| piece.run.text.ends_with(' '))
    }
}

/// What a reader gets for a glyph: its source text; a space for a tab or the end of a line; a
/// soft hyphen, which is no part of the word, for a hyphen at the end of a line.
fn shown<'s>(story: &'s Story, atom: &Atom) -> &'s str {
    match atom.kind {
        AtomKind::Space | AtomKind::Newline => " ",
        AtomKind::SoftHyphen => "\u{ad}",
        AtomKind::Letter => story.text.get(atom.start as usize..atom.end as usize).unwrap_or_default(),
    }
}
