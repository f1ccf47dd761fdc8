//! JPEG (ITU-T T.81): the head is read here, the dots are left to `zune-jpeg`.

use super::exif::is_turned;
use super::picture::{Fault, Head};
use super::pixels::Pixels;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// What a file of this format begins with.
pub(super) const SIGNATURE: &[u8] = &[0xFF, 0xD8, 0xFF];

/// Centimetres to the inch.
const CENTIMETRES: f32 = 2.54;

/// Looks a file through up to its data.
///
/// # Errors
/// What is wrong with it.
pub(super) fn head(bytes: &[u8]) -> Result<Head, Fault> {
    let (mut at, mut frame, mut resolution) = (2, None, None);
    loop {
        let (marker, data) = segment(bytes, &mut at)?;
        match marker {
            0xE0 => resolution = density(data).or(resolution),
            0xE1 if is_turned(data) => return Err(Fault::Turned),
            // Baseline, extended and progressive (T.81, table B.1).
            0xC0..=0xC2 => frame = Some(size(data)?),
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                return Err(Fault::broken(
                    "сжатие, которого не знают ни Word, ни PDF",
                    "a compression that neither Word nor PDF knows",
                ));
            }
            0xDA => break,
            _ => {}
        }
    }
    if !bytes.windows(2).skip(at).any(|pair| pair == [0xFF, 0xD9]) {
        return Err(Fault::cut());
    }
    let (width, height) = frame.ok_or_else(Fault::cut)?;
    Ok(Head { width, height, resolution })
}

/// The next segment: its marker and its data. `at` goes on behind it.
fn segment<'b>(bytes: &'b [u8], at: &mut usize) -> Result<(u8, &'b [u8]), Fault> {
    let rest = bytes.get(*at..).unwrap_or_default();
    // Before a marker there may be any number of 0xFF.
    let fill = rest.iter().take_while(|byte| **byte == 0xFF).count();
    let (Some(marker), 1..) = (rest.get(fill), fill) else { return Err(Fault::cut()) };
    if matches!(marker, 0x01 | 0xD0..=0xD8) {
        *at += fill + 1;
        return Ok((*marker, &[]));
    }
    let (Some(high), Some(low)) = (rest.get(fill + 1), rest.get(fill + 2)) else { return Err(Fault::cut()) };
    let length = usize::from(u16::from_be_bytes([*high, *low]));
    let data = rest.get(fill + 3..fill + 1 + length).ok_or_else(Fault::cut)?;
    *at += fill + 1 + length;
    Ok((*marker, data))
}

/// Width and height of a frame whose colours can be shown (T.81, B.2.2).
fn size(data: &[u8]) -> Result<(u32, u32), Fault> {
    let [precision, above, height, left, width, colors, ..] = data else { return Err(Fault::cut()) };
    match (precision, colors) {
        (8, 1 | 3) => {}
        (8, 4) => return Err(Fault::Colours),
        _ => return Err(Fault::broken("цвета, которых не бывает", "colours that there are none of")),
    }
    let number = |high: &u8, low: &u8| u32::from(u16::from_be_bytes([*high, *low]));
    Ok((number(left, width), number(above, height)))
}

/// Dots to the inch that the segment JFIF tells (ITU-T T.871, 10.1).
fn density(data: &[u8]) -> Option<f32> {
    let [unit, high, low, ..] = data.strip_prefix(b"JFIF\0")?.get(2..)? else { return None };
    let dots = f32::from(u16::from_be_bytes([*high, *low]));
    match unit {
        1 => Some(dots),
        2 => Some(dots * CENTIMETRES),
        _ => None,
    }
}

/// The dots; `None` where the data are damaged.
pub(super) fn pixels(bytes: &[u8]) -> Option<Pixels> {
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let colors = decoder.decode().ok()?;
    let (width, height) = decoder.dimensions()?;
    (colors.len() == width * height * 3).then_some(Pixels {
        width,
        height,
        channels: 3,
        colors,
        opacity: None,
    })
}

/// Of how many colours a dot is made; 3 where the file does not say.
pub(super) fn channels(bytes: &[u8]) -> usize {
    let mut at = 2;
    while let Ok((marker, data)) = segment(bytes, &mut at) {
        match marker {
            0xC0..=0xC2 => return data.get(5).map_or(3, |colors| usize::from(*colors)),
            0xDA => break,
            _ => {}
        }
    }
    3
}
