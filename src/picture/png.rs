//! PNG (ISO/IEC 15948): chunks, filters, interlacing, and all kinds of colour down to 8 bits.

use super::picture::{Fault, Head};
use super::pixels::Pixels;
use flate2::read::ZlibDecoder;
use std::io::Read;

/// What a file of this format begins with.
pub(super) const SIGNATURE: &[u8] = &[0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n'];

/// Metres to the inch.
const INCH: f32 = 0.0254;

/// The seven passes of an interlaced file: first column and row, and their steps (8.2).
const PASSES: [[usize; 4]; 7] =
    [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]];
/// The one pass of any other file.
const WHOLE: [[usize; 4]; 1] = [[0, 0, 1, 1]];

/// The header (11.2.2).
#[derive(Clone, Copy)]
struct Header {
    width: usize,
    height: usize,
    depth: usize,
    kind: Kind,
    interlaced: bool,
}

/// What the samples of a dot are.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Grey,
    Colors,
    Palette,
    GreyAlpha,
    ColorsAlpha,
}

impl Kind {
    fn samples(self) -> usize {
        match self {
            Kind::Grey | Kind::Palette => 1,
            Kind::GreyAlpha => 2,
            Kind::Colors => 3,
            Kind::ColorsAlpha => 4,
        }
    }
}

/// The chunks that make up the picture.
#[derive(Default)]
struct Chunks<'b> {
    header: Option<Header>,
    palette: &'b [u8],
    transparency: &'b [u8],
    resolution: Option<f32>,
    data: Vec<&'b [u8]>,
    ended: bool,
}

/// Size and resolution of a file.
///
/// # Errors
/// What is wrong with it.
pub(super) fn head(bytes: &[u8]) -> Result<Head, Fault> {
    let chunks = chunks(bytes)?;
    let header = chunks.header.ok_or_else(Fault::cut)?;
    Ok(Head { width: header.width as u32, height: header.height as u32, resolution: chunks.resolution })
}

fn chunks(bytes: &[u8]) -> Result<Chunks<'_>, Fault> {
    let mut chunks = Chunks::default();
    let mut rest = bytes.get(SIGNATURE.len()..).unwrap_or_default();
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = u32::from_be_bytes(*length) as usize;
        let (Some(kind), Some(data)) = (after.get(..4), after.get(4..4_usize.saturating_add(length))) else {
            return Err(Fault::cut());
        };
        match kind {
            b"IHDR" => chunks.header = Some(header(data)?),
            b"PLTE" => chunks.palette = data,
            b"tRNS" => chunks.transparency = data,
            b"pHYs" => chunks.resolution = density(data),
            b"IDAT" => chunks.data.push(data),
            b"IEND" => chunks.ended = true,
            _ => {}
        }
        rest = after.get(length + 8..).unwrap_or_default();
    }
    if chunks.ended && !chunks.data.is_empty() { Ok(chunks) } else { Err(Fault::cut()) }
}

fn header(data: &[u8]) -> Result<Header, Fault> {
    let unknown = || Fault::broken("цвета, которых не бывает", "colours that there are none of");
    let (Some((width, rest)), _) = (data.split_first_chunk::<4>(), ()) else { return Err(Fault::cut()) };
    let Some((height, [depth, color, 0, 0, interlace, ..])) = rest.split_first_chunk::<4>() else {
        return Err(unknown());
    };
    let kind = match (color, depth) {
        (0, 1 | 2 | 4 | 8 | 16) => Kind::Grey,
        (2, 8 | 16) => Kind::Colors,
        (3, 1 | 2 | 4 | 8) => Kind::Palette,
        (4, 8 | 16) => Kind::GreyAlpha,
        (6, 8 | 16) => Kind::ColorsAlpha,
        _ => return Err(unknown()),
    };
    let number = |bytes: &[u8; 4]| u32::from_be_bytes(*bytes) as usize;
    let (width, height) = (number(width), number(height));
    Ok(Header { width, height, depth: usize::from(*depth), kind, interlaced: *interlace == 1 })
}

/// Dots to the inch (11.3.4.3).
fn density(data: &[u8]) -> Option<f32> {
    let (dots, rest) = data.split_first_chunk::<4>()?;
    (rest.get(4) == Some(&1)).then(|| u32::from_be_bytes(*dots) as f32 * INCH)
}

/// The dots of a file whose size was looked at.
///
/// # Errors
/// What is wrong with it.
pub(super) fn pixels(bytes: &[u8]) -> Result<Pixels, Fault> {
    let chunks = chunks(bytes)?;
    let header = chunks.header.ok_or_else(Fault::cut)?;
    let passes = if header.interlaced { &PASSES[..] } else { &WHOLE };
    let sizes: Vec<(usize, usize)> = passes.iter().map(|pass| pass_size(&header, pass)).collect();
    let bits = header.depth * header.kind.samples();
    let needed: usize = sizes.iter().map(|(width, height)| height * ((width * bits).div_ceil(8) + 1)).sum();
    let raw = inflated(&chunks.data, needed)?;
    let mut canvas = Canvas::new(&header, &chunks);
    let mut rest = raw.as_slice();
    for (pass, (width, height)) in passes.iter().zip(sizes) {
        let stride = (width * bits).div_ceil(8);
        let mut above = vec![0; stride];
        for row in 0..height {
            let (line, after) = rest.split_at_checked(stride + 1).ok_or_else(Fault::cut)?;
            let line = unfiltered(line, &above, bits.div_ceil(8))?;
            if header.interlaced || !canvas.put_row(&line, row) {
                (0..width).for_each(|column| canvas.put(&line, column, pass, row));
            }
            (above, rest) = (line, after);
        }
    }
    Ok(canvas.pixels)
}

/// Width and height of a pass; nothing where it is empty.
fn pass_size(header: &Header, [left, top, across, down]: &[usize; 4]) -> (usize, usize) {
    let width = header.width.saturating_sub(*left).div_ceil(*across);
    let height = header.height.saturating_sub(*top).div_ceil(*down);
    if width == 0 { (0, 0) } else { (width, height) }
}

/// The data, which must be as long as the header says. Nothing is allocated for bytes that the
/// file does not hold.
fn inflated(data: &[&[u8]], needed: usize) -> Result<Vec<u8>, Fault> {
    let data = data.concat();
    let mut raw = Vec::new();
    let read = ZlibDecoder::new(data.as_slice()).take(needed as u64).read_to_end(&mut raw);
    match read {
        Ok(length) if length == needed => Ok(raw),
        Ok(_) => Err(Fault::cut()),
        Err(_) => Err(Fault::broken("данные повреждены", "its data are damaged")),
    }
}

/// A row without its filter (9.2); `step` is how many bytes a dot has.
fn unfiltered(line: &[u8], above: &[u8], step: usize) -> Result<Vec<u8>, Fault> {
    let Some((filter, line)) = line.split_first() else { return Err(Fault::cut()) };
    let mut row = line.to_vec();
    for at in 0..row.len() {
        let before = |row: &[u8]| at.checked_sub(step).map_or(0, |at| row[at]);
        let (left, up, corner) = (before(&row), above[at], before(above));
        let predicted = match filter {
            0 => 0,
            1 => left,
            2 => up,
            3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
            4 => paeth(left, up, corner),
            _ => return Err(Fault::broken("данные повреждены", "its data are damaged")),
        };
        row[at] = row[at].wrapping_add(predicted);
    }
    Ok(row)
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, up, corner].map(i16::from);
    let away = |value: i16| (a + b - c - value).abs();
    if away(a) <= away(b) && away(a) <= away(c) {
        left
    } else if away(b) <= away(c) {
        up
    } else {
        corner
    }
}

/// The dots while they are read.
struct Canvas<'b> {
    pixels: Pixels,
    depth: usize,
    kind: Kind,
    palette: &'b [u8],
    transparency: &'b [u8],
}

impl<'b> Canvas<'b> {
    fn new(header: &Header, chunks: &Chunks<'b>) -> Canvas<'b> {
        let dots = header.width * header.height;
        let channels = if matches!(header.kind, Kind::Grey | Kind::GreyAlpha) { 1 } else { 3 };
        let alpha = matches!(header.kind, Kind::GreyAlpha | Kind::ColorsAlpha);
        let opacity = (alpha || !chunks.transparency.is_empty()).then(|| vec![255; dots]);
        let colors = vec![0; dots * channels];
        Canvas {
            pixels: Pixels { width: header.width, height: header.height, channels, colors, opacity },
            depth: header.depth,
            kind: header.kind,
            palette: chunks.palette,
            transparency: chunks.transparency,
        }
    }

    /// Puts a whole row whose samples are 8-bit colours already; false for other rows.
    fn put_row(&mut self, line: &[u8], row: usize) -> bool {
        let Pixels { width, channels, colors, opacity, .. } = &mut self.pixels;
        let Some(colors) = colors.get_mut(row * *width * *channels..(row + 1) * *width * *channels) else {
            return false;
        };
        if self.depth != 8 || self.kind == Kind::Palette || !self.transparency.is_empty() {
            return false;
        }
        match opacity.as_mut().and_then(|all| all.get_mut(row * *width..(row + 1) * *width)) {
            None => colors.copy_from_slice(line),
            Some(opacity) => {
                let dots = line.chunks_exact(*channels + 1);
                for ((dot, color), opaque) in dots.zip(colors.chunks_exact_mut(*channels)).zip(opacity) {
                    color.copy_from_slice(&dot[..*channels]);
                    *opaque = dot[*channels];
                }
            }
        }
        true
    }

    /// Puts the dot of a row where its pass has it.
    fn put(&mut self, line: &[u8], column: usize, [left, top, across, down]: &[usize; 4], row: usize) {
        let at = (top + row * down) * self.pixels.width + left + column * across;
        let mut samples = [0; 4];
        let count = self.kind.samples();
        for (number, sample) in samples.iter_mut().take(count).enumerate() {
            *sample = sample_at(line, column * count + number, self.depth);
        }
        let (colors, opacity) = self.color(samples);
        let channels = self.pixels.channels;
        if let Some(dot) = self.pixels.colors.get_mut(at * channels..(at + 1) * channels) {
            dot.copy_from_slice(&colors[..channels]);
        }
        if let Some(dot) = self.pixels.opacity.as_mut().and_then(|all| all.get_mut(at)) {
            *dot = opacity;
        }
    }

    /// Colours and opacity of a dot with these samples.
    fn color(&self, samples: [u16; 4]) -> ([u8; 3], u8) {
        let [one, two, three, four] = samples.map(|sample| eight_bits(sample, self.depth));
        // One colour may be meant to be clear (11.3.2.1).
        let clear = |count: usize| {
            let named = self.transparency.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            let same = self.transparency.len() == count * 2 && named.eq(samples.iter().copied().take(count));
            if same { 0 } else { 255 }
        };
        match self.kind {
            Kind::Grey => ([one; 3], clear(1)),
            Kind::GreyAlpha => ([one; 3], two),
            Kind::Colors => ([one, two, three], clear(3)),
            Kind::ColorsAlpha => ([one, two, three], four),
            Kind::Palette => {
                let index = usize::from(samples[0]);
                let own = self.palette.get(index * 3..index * 3 + 3).unwrap_or(&[0; 3]);
                ([own[0], own[1], own[2]], self.transparency.get(index).copied().unwrap_or(255))
            }
        }
    }
}

/// The sample of a number in a row.
fn sample_at(line: &[u8], number: usize, depth: usize) -> u16 {
    let byte = |at: usize| u16::from(line.get(at).copied().unwrap_or_default());
    match depth {
        16 => byte(number * 2) << 8 | byte(number * 2 + 1),
        8 => byte(number),
        _ => {
            let bit = number * depth;
            (byte(bit / 8) >> (8 - depth - bit % 8)) & ((1 << depth) - 1)
        }
    }
}

/// A sample of `depth` bits as one of 8 (13.12).
fn eight_bits(sample: u16, depth: usize) -> u8 {
    match depth {
        16 => (sample >> 8) as u8,
        8 => sample as u8,
        _ => (sample * 255 / ((1 << depth) - 1)) as u8,
    }
}
