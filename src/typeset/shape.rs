//! From characters to glyphs.

use super::fonts::{FACES, Fonts, face_at};
use harfrust::{Buffer, Direction, Feature, Script, ShapeOptions, ShapePlan, ShaperFont, Tag, shape};
use std::collections::HashMap;
use std::sync::OnceLock;

/// A glyph in font units, with the bytes it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Atom {
    /// Its number in the face.
    pub glyph: u16,
    /// The face's place in the family.
    pub face: u8,
    /// How lines treat it.
    pub kind: AtomKind,
    /// How far the pen moves.
    pub advance: i32,
    /// Shift to the right.
    pub dx: i32,
    /// Shift upwards.
    pub dy: i32,
    /// First byte of the text that it stands for.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// How lines treat a glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AtomKind {
    /// It is printed as it is.
    Letter,
    /// It grows in justified lines and hangs at their ends.
    Space,
    /// It is printed at the end of a line only.
    SoftHyphen,
    /// The line ends after it.
    Newline,
}

/// Turns words into glyphs; knows every word that a shaper of these fonts met before it.
pub(super) struct Shaper<'f> {
    fonts: &'f Fonts,
    known: Known,
}

/// What shapers learnt of a family of faces. Slides are measured hundreds of times: who begins
/// finds it in [`Fonts`], who is dropped leaves it there.
#[derive(Default)]
pub(super) struct Known {
    /// Glyph and advance of plain characters by face, packed; see [`Shaper::plain`].
    plain: [Vec<u32>; FACES],
    /// Shaped words by face, without and with kerning. Looked up, never iterated.
    words: [[HashMap<String, Vec<Atom>>; 2]; FACES],
    plans: Vec<(PlanKey, ShapePlan)>,
}

type PlanKey = (usize, bool, Direction, Option<Script>);

/// How the letters of a piece of text are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letters {
    /// The face's place in the family.
    pub face: usize,
    /// Printed as capitals.
    pub capitals: bool,
    /// With kerning and ligatures.
    pub kerned: bool,
}

/// One past the last character that the table of plain characters holds.
const PLAIN_END: usize = 0x2300;
const UNKNOWN: u32 = u32::MAX;

impl<'f> Shaper<'f> {
    pub fn new(fonts: &'f Fonts) -> Shaper<'f> {
        Shaper { fonts, known: fonts.known() }
    }

    /// Appends the glyphs of `text`, whose first byte is byte `offset` of the paragraph.
    pub fn shape(&mut self, text: &str, offset: usize, style: Letters, out: &mut Vec<Atom>) {
        let mut rest = text;
        let mut offset = offset as u32;
        while let Some(character) = rest.chars().next() {
            let length = if is_single(character) {
                out.extend(self.single(character, style, offset));
                character.len_utf8()
            } else {
                rest.find(is_single).unwrap_or(rest.len())
            };
            let (piece, after) = rest.split_at(length);
            if !is_single(character) {
                self.word(piece, offset, style, out);
            }
            offset += length as u32;
            rest = after;
        }
    }

    /// Whether the face has no glyph of its own for a character of `text`.
    pub fn lacks(&mut self, text: &str, style: Letters) -> bool {
        let mut lacks = |character: char| self.lookup(character, style.face).0 == 0;
        text.chars().filter(|character| !is_single(*character)).any(|character| match style.capitals {
            true => character.to_uppercase().any(&mut lacks),
            false => lacks(character),
        })
    }

    /// The atom of a character that stands apart from words; `None` where it prints nothing.
    fn single(&mut self, character: char, style: Letters, start: u32) -> Option<Atom> {
        let (shown, kind) = match character {
            '\n' => (' ', AtomKind::Newline),
            '\u{ad}' => ('-', AtomKind::SoftHyphen),
            _ if prints_nothing(character) => return None,
            _ => (' ', AtomKind::Space),
        };
        let atom = self.plain(shown, style.face, start, start + character.len_utf8() as u32);
        Some(Atom { kind, ..atom })
    }

    /// A hyphen that is seen at the end of a line only and stands for no bytes of the text.
    pub fn soft_hyphen(&mut self, face: usize, at: u32) -> Atom {
        Atom { kind: AtomKind::SoftHyphen, ..self.plain('-', face, at, at) }
    }

    fn word(&mut self, word: &str, offset: u32, style: Letters, out: &mut Vec<Atom>) {
        if !style.kerned && word.chars().all(is_plain) {
            return self.plain_word(word, offset, style, out);
        }
        let first = out.len();
        if style.capitals {
            let (shown, source) = uppercase(word);
            self.shaped_word(&shown, style, out);
            for atom in out.iter_mut().skip(first) {
                (atom.start, atom.end) = source_range(&source, atom.start, atom.end);
            }
        } else {
            self.shaped_word(word, style, out);
        }
        for atom in out.iter_mut().skip(first) {
            atom.start += offset;
            atom.end += offset;
        }
    }

    /// Each character's own glyph: what shaping gives for letters that nothing combines with.
    fn plain_word(&mut self, word: &str, offset: u32, style: Letters, out: &mut Vec<Atom>) {
        for (at, character) in word.char_indices() {
            let (start, end) = (offset + at as u32, offset + (at + character.len_utf8()) as u32);
            if style.capitals {
                out.extend(
                    character.to_uppercase().map(|capital| self.plain(capital, style.face, start, end)),
                );
            } else {
                out.push(self.plain(character, style.face, start, end));
            }
        }
    }

    fn plain(&mut self, character: char, face: usize, start: u32, end: u32) -> Atom {
        let (glyph, advance) = self.lookup(character, face);
        let advance = i32::from(advance);
        Atom { glyph, face: face as u8, kind: AtomKind::Letter, advance, dx: 0, dy: 0, start, end }
    }

    /// Glyph and advance of a character, glyph 0 where the face has none.
    fn lookup(&mut self, character: char, face: usize) -> (u16, u16) {
        let table = &mut self.known.plain[face];
        table.resize(PLAIN_END, UNKNOWN);
        let slot = table.get_mut(character as usize);
        if let Some(&mut packed) = slot
            && packed != UNKNOWN
        {
            return ((packed >> 16) as u16, packed as u16);
        }
        let glyph = self.fonts.glyph(face_at(face), character).unwrap_or(0);
        let advance = self.fonts.advance(face_at(face), glyph);
        if let Some(packed) = self.known.plain[face].get_mut(character as usize) {
            *packed = u32::from(glyph) << 16 | u32::from(advance);
        }
        (glyph, advance)
    }

    fn shaped_word(&mut self, word: &str, style: Letters, out: &mut Vec<Atom>) {
        let kerned = usize::from(style.kerned);
        if let Some(known) = self.known.words[style.face][kerned].get(word) {
            return out.extend_from_slice(known);
        }
        let atoms = self.run(word, style.face, style.kerned);
        out.extend_from_slice(&atoms);
        self.known.words[style.face][kerned].insert(word.to_owned(), atoms);
    }

    fn run(&mut self, word: &str, face: usize, kerned: bool) -> Vec<Atom> {
        let Some(font) = self.fonts.font(face_at(face)) else { return Vec::new() };
        let shaper = ShaperFont::new(font);
        let mut buffer = Buffer::new();
        buffer.push_str(word);
        buffer.guess_segment_properties();
        let plan = plan(&mut self.known.plans, font, face, kerned, &buffer);
        let options = ShapeOptions::new().plan(plan).features(features(kerned));
        if shape(&shaper, &mut buffer, options).is_err() {
            return Vec::new();
        }
        atoms(&buffer, word.len() as u32, face)
    }
}

impl Drop for Shaper<'_> {
    fn drop(&mut self) {
        self.fonts.keep(std::mem::take(&mut self.known));
    }
}

/// The shaped glyphs, each with the bytes of its cluster.
fn atoms(buffer: &Buffer, length: u32, face: usize) -> Vec<Atom> {
    let infos = buffer.glyph_infos();
    let ends: Vec<u32> = cluster_ends(infos.iter().map(|info| info.cluster), length);
    let glyphs = infos.iter().zip(buffer.glyph_positions()).zip(ends);
    glyphs
        .map(|((info, position), end)| Atom {
            glyph: info.glyph_id as u16,
            face: face as u8,
            kind: AtomKind::Letter,
            advance: position.x_advance,
            dx: position.x_offset,
            dy: position.y_offset,
            start: info.cluster,
            end,
        })
        .collect()
}

/// For each glyph the byte where its cluster ends: where the next greater cluster begins.
fn cluster_ends(clusters: impl DoubleEndedIterator<Item = u32>, length: u32) -> Vec<u32> {
    let (mut end, mut cluster) = (length, None);
    let mut ends: Vec<u32> = clusters
        .rev()
        .map(|start| {
            if let Some(later) = cluster.replace(start)
                && later != start
            {
                end = later;
            }
            end
        })
        .collect();
    ends.reverse();
    ends
}

fn plan<'p>(
    plans: &'p mut Vec<(PlanKey, ShapePlan)>,
    font: &harfrust::Font,
    face: usize,
    kerned: bool,
    buffer: &Buffer,
) -> Option<&'p ShapePlan> {
    let key = (face, kerned, buffer.direction(), buffer.script());
    let place = plans.iter().position(|(known, _)| *known == key);
    let place = place.unwrap_or_else(|| {
        let plan = ShapePlan::new(font, buffer.direction(), buffer.script(), None, features(kerned));
        plans.push((key, plan));
        plans.len() - 1
    });
    plans.get(place).map(|(_, plan)| plan)
}

fn features(kerned: bool) -> &'static [Feature] {
    static PLAIN: OnceLock<[Feature; 4]> = OnceLock::new();
    let plain = || [b"kern", b"liga", b"clig", b"calt"].map(|tag| Feature::new(Tag::new(tag), 0, ..));
    if kerned { &[] } else { PLAIN.get_or_init(plain) }
}

/// Upper case, with the source byte at which each byte of it begins.
fn uppercase(word: &str) -> (String, Vec<(u32, u32)>) {
    let mut shown = String::with_capacity(word.len());
    let mut source = Vec::with_capacity(word.len());
    for (at, character) in word.char_indices() {
        let range = (at as u32, (at + character.len_utf8()) as u32);
        shown.extend(character.to_uppercase());
        source.resize(shown.len(), range);
    }
    (shown, source)
}

/// The source bytes behind a range of bytes of upper-case text.
fn source_range(source: &[(u32, u32)], start: u32, end: u32) -> (u32, u32) {
    let first = source.get(start as usize).map_or(0, |range| range.0);
    let last = source.get((end as usize).saturating_sub(1)).map_or(first, |range| range.1);
    (first, last)
}

/// Stands apart from words, so that a word's glyphs do not depend on what is beside it.
fn is_single(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\u{ad}') || prints_nothing(character)
}

/// Steers line breaking only; a face's glyph for it would be seen or would be extracted.
fn prints_nothing(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\r')
}

/// Its glyph never depends on its neighbours in a face without kerning and ligatures (proven
/// against the shaper by a test).
fn is_plain(character: char) -> bool {
    matches!(character,
        '!'..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}' | '\u{2045}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}'
        | '\u{2116}' | '\u{2122}' | '\u{2190}'..='\u{22ff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shaped(text: &str, style: Letters) -> Vec<Atom> {
        let fonts = Fonts::embedded();
        let mut out = Vec::new();
        Shaper::new(&fonts).shape(text, 0, style, &mut out);
        out
    }

    fn letters(face: usize) -> Letters {
        Letters { face, capitals: false, kerned: false }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn the_short_way_gives_what_the_shaper_gives(
            word in "[!-~\u{a0}-\u{ac}\u{ae}-\u{24f}\u{400}-\u{482}\u{48a}-\u{52f}\u{2010}-\u{2027}\u{2030}-\u{2043}№₽−×А-яЁё]{1,12}",
            face in 0..FACES,
        ) {
            let fonts = Fonts::embedded();
            let missing = |c: char| fonts.glyph(face_at(face), c).is_none();
            prop_assume!(!word.chars().any(missing));
            prop_assert_eq!(shaped(&word, letters(face)), Shaper::new(&fonts).run(&word, face, false));
        }
    }

    #[test]
    fn an_accent_stands_over_its_letter() {
        let atoms = shaped("за\u{301}мок", letters(0));
        let accent: Vec<_> = atoms.iter().filter(|atom| (atom.start, atom.end) == (2, 6)).collect();
        assert_eq!(accent.len(), 2, "the letter and its accent are one cluster");
        assert_eq!(accent.iter().map(|atom| atom.advance).sum::<i32>(), 909, "the accent takes no room");
    }

    #[test]
    fn capitals_keep_the_bytes_of_what_is_written() {
        let capitals = Letters { capitals: true, ..letters(1) };
        let ranges: Vec<_> = shaped("Öß\u{301}я", capitals).iter().map(|a| (a.start, a.end)).collect();
        let plain: Vec<_> = shaped("ßя", capitals).iter().map(|a| (a.start, a.end)).collect();
        assert_eq!(plain, [(0, 2), (0, 2), (2, 4)]);
        assert!(ranges.iter().all(|&(start, end)| start < end && end <= 8), "{ranges:?}");
    }

    #[test]
    fn characters_that_print_nothing_leave_no_glyph() {
        assert_eq!(shaped("а\u{2060}б\u{200b}", letters(0)).len(), 2);
    }
}
