//! PNG (ISO/IEC 15948), every kind of it as dots of 8 bits.

use super::picture::{Fault, Head, MOST_DOTS};
use super::pixels::Pixels;
use png::{ColorType, Decoder, DecodingError, Limits, PixelDimensions, Reader, Transformations, Unit};
use std::io::{Cursor, ErrorKind};

/// What a file of this format begins with.
pub(super) const SIGNATURE: &[u8] = &[0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n'];
/// Where the width and the height stand: the header is the first chunk (5.6, 11.2.2).
const SIZE: std::ops::Range<usize> = 16..24;

/// The most bytes that the dots may take while they are unpacked: eight each.
const LARGEST: usize = MOST_DOTS as usize * 8;

/// Metres to the inch.
const INCH: f32 = 0.0254;

/// The size of a file, looked at before anything is made room for; its resolution comes with
/// its dots.
///
/// # Errors
/// The file ends before its size.
pub(super) fn head(bytes: &[u8]) -> Result<Head, Fault> {
    let size = bytes.get(SIZE).and_then(|size| Some((size.first_chunk()?, size.last_chunk()?)));
    let (width, height) = size.ok_or_else(Fault::cut)?;
    Ok(Head { width: u32::from_be_bytes(*width), height: u32::from_be_bytes(*height), resolution: None })
}

/// What the dots of a file are made of, and its resolution, dots to the inch. The file, whose
/// size was looked at, is read to its end; no dot is kept.
///
/// # Errors
/// What is wrong with it.
pub(super) fn look(bytes: &[u8]) -> Result<(Kind, Option<f32>), Fault> {
    looked_at(bytes).map_err(|error| match error {
        DecodingError::IoError(error) if error.kind() == ErrorKind::UnexpectedEof => Fault::cut(),
        _ => Fault::broken("данные повреждены", "its data are damaged"),
    })
}

fn looked_at(bytes: &[u8]) -> Result<(Kind, Option<f32>), DecodingError> {
    let mut reader = reader(bytes)?;
    while reader.next_row()?.is_some() {}
    reader.finish()?;
    Ok((kind(reader.output_color_type().0), reader.info().pixel_dims.and_then(resolution)))
}

/// The dots of a file that was [looked at](look).
///
/// # Errors
/// It is damaged.
pub(super) fn pixels(bytes: &[u8]) -> Result<Pixels, DecodingError> {
    let mut reader = reader(bytes)?;
    let mut dots = vec![0; reader.output_buffer_size().ok_or(DecodingError::LimitsExceeded)?];
    let frame = reader.next_frame(&mut dots)?;
    let Kind { channels, clear } = kind(frame.color_type);
    let opacity = clear.then(|| take_opacity(&mut dots, channels));
    let (width, height) = (frame.width as usize, frame.height as usize);
    Ok(Pixels { width, height, channels, colors: dots, opacity })
}

fn reader(bytes: &[u8]) -> Result<Reader<Cursor<&[u8]>>, DecodingError> {
    // How many dots there may be was looked at; a line of them may need as many bytes again.
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: LARGEST });
    // Nothing is taken from these, and packed they may hide gigabytes.
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_ignore_text_chunk(true);
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.read_info()
}

/// What dots are made of.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    /// Of how many colours: 1 (grey) or 3.
    pub channels: usize,
    /// Whether each has its opacity.
    clear: bool,
}

fn kind(color: ColorType) -> Kind {
    let (channels, clear) = match color {
        ColorType::Grayscale | ColorType::Indexed => (1, false),
        ColorType::GrayscaleAlpha => (1, true),
        ColorType::Rgb => (3, false),
        ColorType::Rgba => (3, true),
    };
    Kind { channels, clear }
}

/// Takes the opacity of each dot, which stands after its colours, and leaves the colours.
fn take_opacity(dots: &mut Vec<u8>, channels: usize) -> Vec<u8> {
    let opacity: Vec<u8> = dots.iter().skip(channels).step_by(channels + 1).copied().collect();
    let mut colors = channels;
    dots.retain(|_| match colors {
        0 => {
            colors = channels;
            false
        }
        _ => {
            colors -= 1;
            true
        }
    });
    opacity
}

/// Dots to the inch (11.3.4.3).
fn resolution(dots: PixelDimensions) -> Option<f32> {
    (dots.unit == Unit::Meter).then_some(dots.xppu as f32 * INCH)
}
