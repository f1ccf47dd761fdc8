//! A paragraph's words as glyphs, before they are broken into lines.

use super::breaks::{Break, breaks};
use super::fonts::{FaceMetrics, Fonts, face_at, face_index};
use super::hyphens::hyphens;
use super::measure::LineMeasure;
use super::messages;
use super::shape::{Atom, AtomKind, Letters, Shaper};
use crate::document::{Breaking, Face, Inline, Origin, ParagraphStyle};
use crate::russian::no_break::{bound_hyphens, is_fixed_space};
use crate::source::{Finding, Findings};

/// What a piece of a paragraph belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// The mark before an item.
    Label,
    /// The paragraph itself.
    Own,
    /// The reference that is the paragraph's inline of this number.
    Reference(usize),
}

/// A paragraph's words as glyphs.
pub(super) struct Story {
    /// The label with its space, then the words.
    pub text: String,
    /// The glyphs of `text` in order.
    pub atoms: Vec<Atom>,
    /// The glyphs between two places where a line may end.
    pub segments: Vec<Segment>,
    /// How many bytes of `text` the label takes, its space included.
    pub label: usize,
    /// Where each inline begins in `text`, and where it comes from.
    pub origins: Vec<(usize, Origin)>,
    spans: Vec<(usize, Target)>,
    scale: f64,
    letter_spacing: f64,
    lean: f64,
}

/// Glyphs that stay on one line, if they fit on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// The first glyph.
    pub first: usize,
    /// One past the last glyph.
    pub end: usize,
    /// Whether the line ends here in any case.
    pub must: bool,
}

/// Builds stories; knows where the document's glyphs come from.
pub(super) struct StoryTeller<'a, 'f> {
    /// Measures the faces.
    pub fonts: &'f Fonts,
    /// Shapes the words.
    pub shaper: &'a mut Shaper<'f>,
    /// Takes what is missing in the faces.
    pub findings: &'a mut Findings,
}

impl StoryTeller<'_, '_> {
    /// The words of a paragraph in `style`, after `label` and a space if there is one.
    pub fn tell(&mut self, style: &ParagraphStyle, label: &str, content: &[Inline]) -> Story {
        let mut story = Story::empty(style, self.fonts.metrics(style.face));
        if !label.is_empty() {
            story.push(self.shaper, &format!("{label} "), letters(style, style.face), Target::Label);
            story.label = story.text.len();
        }
        for (number, inline) in content.iter().enumerate() {
            let (face, target) = kind(style.face, number, inline);
            let first = story.atoms.len();
            story.origins.push((story.text.len(), inline.origin().clone()));
            story.push(self.shaper, inline.plain(), letters(style, face), target);
            self.report_missing(&story, first, inline.origin());
        }
        if style.breaking == Breaking::Optimum && !style.capitals {
            self.hyphenate(&mut story);
        }
        story.divide();
        story
    }

    /// Whether a face lacks a character of words that are set in it. Where one does, the shaper
    /// may still compose it.
    pub fn lacks(&mut self, style: &ParagraphStyle, content: &[Inline]) -> bool {
        content.iter().enumerate().any(|(number, inline)| {
            let (face, _) = kind(style.face, number, inline);
            self.shaper.lacks(inline.plain(), letters(style, face))
        })
    }

    /// Puts soft hyphens of no bytes where words may be hyphenated.
    fn hyphenate(&mut self, story: &mut Story) {
        let mut places = hyphens(&story.text, story.label).into_iter().peekable();
        let mut atoms = Vec::with_capacity(story.atoms.len());
        for atom in std::mem::take(&mut story.atoms) {
            while places.next_if(|&place| place < atom.start as usize).is_some() {}
            if places.next_if(|&place| place == atom.start as usize).is_some() {
                atoms.push(self.shaper.soft_hyphen(usize::from(atom.face), atom.start));
            }
            atoms.push(atom);
        }
        story.atoms = atoms;
    }

    /// Words that no user wrote.
    pub fn plain(&mut self, style: &ParagraphStyle, text: &str) -> Story {
        let mut story = Story::empty(style, self.fonts.metrics(style.face));
        story.push(self.shaper, text, letters(style, style.face), Target::Own);
        story.divide();
        story
    }

    /// Says once per inline which of its characters no face has.
    fn report_missing(&mut self, story: &Story, first: usize, origin: &Origin) {
        let mut said = Vec::new();
        for atom in story.atoms.iter().skip(first).filter(|atom| atom.glyph == 0) {
            let cluster = story.text.get(atom.start as usize..atom.end as usize).unwrap_or_default();
            let Some(character) = cluster.chars().next() else { continue };
            if !said.contains(&character) {
                said.push(character);
                let (ru, en) = match character {
                    '\u{f000}'..='\u{f0ff}' => {
                        (" (это знак списка из Word: напишите «–»)", " (a list's mark from Word: write «–»)")
                    }
                    _ => ("", ""),
                };
                self.findings.push(
                    Finding::new(&messages::MISSING_GLYPH)
                        .arg("bullet", (ru, en))
                        .arg("character", character.to_string())
                        .arg("code", format!("U+{:04X}", u32::from(character)))
                        .at(origin.place.clone()),
                );
            }
        }
    }
}

fn letters(style: &ParagraphStyle, face: Face) -> Letters {
    Letters { face: face_index(face), capitals: style.capitals, kerned: style.breaking != Breaking::Word }
}

fn kind(base: Face, number: usize, inline: &Inline) -> (Face, Target) {
    match inline {
        Inline::Text(text) => (with(base, text.bold, text.italic), Target::Own),
        Inline::Reference { text, .. } => (with(base, text.bold, text.italic), Target::Reference(number)),
        Inline::Break(_) => (base, Target::Own),
    }
}

fn with(base: Face, bold: bool, italic: bool) -> Face {
    Face { bold: base.bold || bold, italic: base.italic || italic }
}

impl Story {
    fn empty(style: &ParagraphStyle, metrics: FaceMetrics) -> Story {
        Story {
            text: String::new(),
            atoms: Vec::new(),
            segments: Vec::new(),
            label: 0,
            origins: Vec::new(),
            spans: Vec::new(),
            scale: f64::from(style.size.pt()) / f64::from(metrics.units_per_em),
            letter_spacing: f64::from(style.letter_spacing.pt()),
            lean: LineMeasure::new(style, metrics).height / 12.0,
        }
    }

    fn push(&mut self, shaper: &mut Shaper, text: &str, letters: Letters, target: Target) {
        shaper.shape(text, self.text.len(), letters, &mut self.atoms);
        self.text.push_str(text);
        self.spans.push((self.text.len(), target));
    }

    /// Finds the segments. A line never ends right after the label, nor after a hyphen that
    /// Russian does not part.
    fn divide(&mut self) {
        let mut first = 0;
        let bound = bound_hyphens(&self.text);
        let parted = |place: &Break| place.must || !bound.iter().any(|hyphen| hyphen + 1 == place.at);
        for Break { at, must } in breaks(&self.text).into_iter().filter(parted) {
            let mut end = first;
            while let Some(atom) = self.atoms.get(end).filter(|atom| (atom.start as usize) < at) {
                end += 1;
                if atom.kind == AtomKind::SoftHyphen && atom.start == atom.end {
                    self.segments.push(Segment { first, end, must: false });
                    first = end;
                }
            }
            if must || (end > first && at > self.label) {
                self.segments.push(Segment { first, end, must });
                first = end;
            }
        }
    }

    /// Widens the space after the label until the words begin `hang` points from the label's left
    /// edge, as a bullet stands before them; a label that is wider stays as it is.
    pub fn hang_label(&mut self, hang: f64) {
        let label = self.label;
        if label == 0 || hang <= 0.0 {
            return;
        }
        let own = |atom: &&Atom| (atom.end as usize) <= label;
        let width: f64 = self.atoms.iter().take_while(own).map(|atom| self.advance(atom)).sum();
        let units = ((hang - width) / self.scale) as i32;
        if let Some(space) = self.atoms.iter_mut().take_while(|atom| atom.end as usize <= label).last()
            && units > 0
        {
            space.advance += units;
        }
    }

    /// Whether a glyph takes its part of the room that is left in a justified line. A label's space
    /// does not, and no space of a number; other no-break spaces do, as in Word since 2013
    /// (compatibility mode 15).
    pub fn grows(&self, atom: &Atom) -> bool {
        let start = atom.start as usize;
        if start < self.label {
            return false;
        }
        let rest = || self.text.get(start..).unwrap_or_default();
        match atom.kind {
            AtomKind::Space => true,
            AtomKind::Letter => rest().starts_with('\u{a0}') && !is_fixed_space(&self.text, start),
            AtomKind::SoftHyphen | AtomKind::Newline => false,
        }
    }

    /// What the byte belongs to.
    pub fn target(&self, byte: u32) -> Target {
        let span = self.spans.partition_point(|&(end, _)| end <= byte as usize);
        self.spans.get(span).map_or(Target::Own, |&(_, target)| target)
    }

    /// A length of the face in points.
    pub fn points(&self, units: i32) -> f64 {
        f64::from(units) * self.scale
    }

    /// How far the pen moves over a glyph within a line.
    pub fn advance(&self, atom: &Atom) -> f64 {
        match atom.kind {
            AtomKind::Letter | AtomKind::Space => self.points(atom.advance) + self.letter_spacing,
            AtomKind::SoftHyphen | AtomKind::Newline => 0.0,
        }
    }

    /// Room that the last letter of a segment wants beside its width: LibreOffice keeps a twelfth
    /// of the line's height free behind a sloping letter.
    pub fn lean(&self, segment: Segment) -> f64 {
        let atoms = self.atoms.get(segment.first..segment.end).unwrap_or_default();
        let last = atoms.iter().rfind(|atom| atom.kind == AtomKind::Letter);
        if last.is_some_and(|atom| face_at(usize::from(atom.face)).italic) { self.lean } else { 0.0 }
    }

    /// How far the pen moves over a segment, and where it stands before the spaces at its end;
    /// the latter counts a soft hyphen there, as it is printed if the line ends.
    pub fn widths(&self, segment: Segment) -> (f64, f64) {
        let (mut pen, mut visible) = (0.0, 0.0);
        for atom in self.atoms.get(segment.first..segment.end).unwrap_or_default() {
            pen += self.advance(atom);
            match atom.kind {
                AtomKind::Letter => visible = pen,
                AtomKind::SoftHyphen => visible = pen + self.points(atom.advance) + self.letter_spacing,
                AtomKind::Space | AtomKind::Newline => {}
            }
        }
        (pen, visible)
    }

    /// The width of the widest segment and of the widest line if nothing but [`Segment::must`]
    /// ends one.
    pub fn extremes(&self) -> (f64, f64) {
        let (mut narrowest, mut widest, mut pen) = (0.0_f64, 0.0_f64, 0.0);
        for &segment in &self.segments {
            let (full, visible) = self.widths(segment);
            narrowest = narrowest.max(visible);
            widest = widest.max(pen + visible);
            pen = if segment.must { 0.0 } else { pen + full };
        }
        (narrowest, widest)
    }

    /// The width before and from a byte on, spaces at the end left out.
    pub fn divided_at(&self, byte: usize) -> (f64, f64) {
        let (mut before, mut pen, mut visible) = (0.0, 0.0, 0.0);
        for atom in &self.atoms {
            pen += self.advance(atom);
            if atom.kind == AtomKind::Letter {
                visible = pen;
                if (atom.start as usize) < byte {
                    before = pen;
                }
            }
        }
        (before, visible - before)
    }
}
