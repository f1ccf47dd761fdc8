//! What a PDF needs to know of a TrueType face: the tables that describe it as a whole.

/// A TrueType face whose tables are all there.
pub(super) struct FaceFile<'a> {
    /// The whole file.
    pub bytes: &'a [u8],
    /// What the font descriptor says of it.
    pub metrics: Metrics,
    advances: &'a [u8],
    long_metrics: usize,
}

/// Measures of a face, in thousandths of the size of its letters (ISO 32000-1, table 122).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Metrics {
    /// Its PostScript name.
    pub name: String,
    /// Left, lower, right and upper edge of all its glyphs together.
    pub bounds: [i64; 4],
    /// Above the baseline.
    pub ascent: i64,
    /// Below the baseline, negative.
    pub descent: i64,
    /// Height of the capitals.
    pub cap_height: i64,
    /// Slope in degrees, counter-clockwise.
    pub italic_angle: i64,
    /// 400 is regular, 700 is bold.
    pub weight: u16,
    units_per_em: u16,
}

impl<'a> FaceFile<'a> {
    /// Reads the tables; `None` where one is missing or cut short.
    pub fn read(bytes: &'a [u8]) -> Option<FaceFile<'a>> {
        let metrics = Metrics::read(bytes)?;
        let long_metrics = usize::from(u16_at(table(bytes, b"hhea")?, 34)?);
        let advances = table(bytes, b"hmtx")?;
        (long_metrics > 0 && advances.len() >= long_metrics * 4).then_some(FaceFile {
            bytes,
            metrics,
            advances,
            long_metrics,
        })
    }

    /// A glyph's width in thousandths of the size, rounded to a thousandth of those.
    pub fn width(&self, glyph: u16) -> f32 {
        let index = usize::from(glyph).min(self.long_metrics - 1);
        let units = f64::from(u16_at(self.advances, index * 4).unwrap_or(0));
        let exact = units * 1000.0 / f64::from(self.metrics.units_per_em);
        ((exact * 1000.0).round() / 1000.0) as f32
    }
}

impl Metrics {
    fn read(bytes: &[u8]) -> Option<Metrics> {
        let (head, hhea, post) = (table(bytes, b"head")?, table(bytes, b"hhea")?, table(bytes, b"post")?);
        let units_per_em = u16_at(head, 18).filter(|&units| units > 0)?;
        let scale = |units: i16| (f64::from(units) * 1000.0 / f64::from(units_per_em)).round() as i64;
        let os2 = table(bytes, b"OS/2").unwrap_or_default();
        let ascent = scale(i16_at(hhea, 4)?);
        Some(Metrics {
            name: postscript_name(table(bytes, b"name")?)?,
            bounds: [
                scale(i16_at(head, 36)?),
                scale(i16_at(head, 38)?),
                scale(i16_at(head, 40)?),
                scale(i16_at(head, 42)?),
            ],
            ascent,
            descent: scale(i16_at(hhea, 6)?),
            // The height of capitals stands in OS/2 from its version 2 on.
            cap_height: i16_at(os2, 88).filter(|&height| height > 0).map_or(ascent, scale),
            italic_angle: i64::from(i16_at(post, 4)?),
            weight: u16_at(os2, 4).unwrap_or(400),
            units_per_em,
        })
    }
}

/// How many glyphs a font program has (`maxp.numGlyphs`).
pub(super) fn glyph_count(program: &[u8]) -> Option<u16> {
    u16_at(table(program, b"maxp")?, 4)
}

/// The PostScript name for Windows, in ASCII.
fn postscript_name(name: &[u8]) -> Option<String> {
    const POSTSCRIPT: u16 = 6;
    const WINDOWS: u16 = 3;
    let storage = usize::from(u16_at(name, 4)?);
    let records = name.get(6..)?.as_chunks::<12>().0.iter().take(usize::from(u16_at(name, 2)?));
    let record = records.into_iter().find(|record| {
        u16_at(&record[..], 0) == Some(WINDOWS) && u16_at(&record[..], 6) == Some(POSTSCRIPT)
    })?;
    let start = storage + usize::from(u16_at(record, 10)?);
    let utf16 = name.get(start..start + usize::from(u16_at(record, 8)?))?;
    let text: String = utf16.as_chunks::<2>().0.iter().map(|unit| char::from(unit[1])).collect();
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    (!text.is_empty() && text.chars().all(allowed)).then_some(text)
}

fn table<'a>(bytes: &'a [u8], tag: &[u8; 4]) -> Option<&'a [u8]> {
    let count = usize::from(u16_at(bytes, 4)?);
    let records = bytes.get(12..)?.as_chunks::<16>().0;
    let record = records.iter().take(count).find(|record| record.starts_with(tag))?;
    let (start, length) = (u32_at(record, 8)? as usize, u32_at(record, 12)? as usize);
    bytes.get(start..start.checked_add(length)?)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn i16_at(bytes: &[u8], at: usize) -> Option<i16> {
    Some(i16::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGULAR: &[u8] = include_bytes!("../../fonts/Tinos-Regular.ttf");

    #[test]
    fn the_measures_of_tinos_are_those_of_times() {
        let face = FaceFile::read(REGULAR).expect("Tinos is sound");
        assert_eq!(face.metrics.name, "Tinos-Regular");
        assert_eq!((face.metrics.ascent, face.metrics.descent), (891, -216));
        assert_eq!((face.metrics.weight, face.metrics.italic_angle), (400, 0));
        // The space of Times New Roman is a quarter of its size.
        assert_eq!(face.width(3), 250.0);
    }

    #[test]
    fn a_face_cut_short_is_refused() {
        for length in [0, 3, 12, 200, 1000] {
            assert!(FaceFile::read(&REGULAR[..length]).is_none(), "{length} bytes");
        }
    }
}
