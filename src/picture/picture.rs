//! A picture's file.

use super::{Pixels, jpeg, messages as say, png};
use crate::source::{Arg, Finding, Findings, Folder, Place, SourceId, Sources};
use std::borrow::Cow;
use std::sync::OnceLock;

/// More dots than these are not taken: 120 MB of colours.
pub(super) const MOST_DOTS: u64 = 40_000_000;
/// Dots to the inch of a picture that does not tell.
const USUAL_RESOLUTION: f32 = 96.0;
/// What is told of a picture's resolution outside of these bounds is not believed.
const RESOLUTIONS: std::ops::RangeInclusive<f32> = 20.0..=2400.0;

/// The format of a picture's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// PNG (ISO/IEC 15948).
    Png,
    /// JPEG (ITU-T T.81), grey or red, green and blue.
    Jpeg,
}

impl Form {
    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Form::Png => "png",
            Form::Jpeg => "jpeg",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Png => "image/png",
            Form::Jpeg => "image/jpeg",
        }
    }
}

/// A picture that can be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Its file.
    pub source: SourceId,
    /// The file's format.
    pub form: Form,
    /// Dots in a row; at least 1.
    pub width: u32,
    /// Rows; at least 1.
    pub height: u32,
    /// Dots to the inch, as the file tells or as screens have.
    pub resolution: f32,
    /// The file.
    pub bytes: Vec<u8>,
    /// Of how many colours a dot is made: 1 (grey) or 3.
    pub channels: usize,
    /// The dots of a PNG file, once somebody asked for them.
    pixels: OnceLock<Option<Pixels>>,
}

/// What the head of a file tells.
pub(super) struct Head {
    pub width: u32,
    pub height: u32,
    pub resolution: Option<f32>,
}

/// Why a file cannot be shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Fault {
    /// It is damaged: why, in both languages.
    Broken(&'static str, &'static str),
    /// It is made for a printing press.
    Colours,
    /// It is to be turned first.
    Turned,
    /// It has so many columns and rows.
    Large(u32, u32),
}

impl Fault {
    pub fn broken(ru: &'static str, en: &'static str) -> Fault {
        Fault::Broken(ru, en)
    }

    /// The file ends too early.
    pub fn cut() -> Fault {
        Fault::Broken("файл обрывается", "the file ends too early")
    }

    fn finding(self, file: &str) -> Finding {
        let finding = match self {
            Fault::Broken(ru, en) => Finding::new(&say::PICTURE_BROKEN).arg("why", (ru, en)),
            Fault::Colours => Finding::new(&say::PICTURE_COLOURS),
            Fault::Turned => Finding::new(&say::PICTURE_TURNED),
            Fault::Large(width, height) => {
                Finding::new(&say::PICTURE_LARGE).arg("size", format!("{width} × {height}"))
            }
        };
        finding.arg("file", file)
    }
}

impl Picture {
    /// Reads a picture of the pack; `written` is the place where the file's name stands. Where
    /// it cannot be shown, a finding says why and what to do.
    pub fn read(
        name: &str,
        written: &Place,
        folder: &Folder,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<Picture> {
        let (source, bytes) = folder.read_bytes(name, Some(written.clone()), sources, findings)?;
        let file = sources.get(source).name.to_string();
        Picture::parse(source, bytes, &file)
            .map_err(|finding| findings.push(finding.at(written.clone())))
            .ok()
    }

    /// A picture of a file's bytes; `name` is what messages call the file.
    ///
    /// # Errors
    /// A finding of [`super::messages`] without a place.
    pub fn parse(source: SourceId, bytes: Vec<u8>, name: &str) -> Result<Picture, Finding> {
        let form = if bytes.starts_with(png::SIGNATURE) {
            Form::Png
        } else if bytes.starts_with(jpeg::SIGNATURE) {
            Form::Jpeg
        } else {
            return Err(Finding::new(&say::PICTURE_FORMAT).arg("file", name).arg("what", kind_of(&bytes)));
        };
        sound(source, form, bytes).map_err(|fault| fault.finding(name))
    }

    /// The dots; `None` where the data of a JPEG file are damaged.
    pub fn pixels(&self) -> Option<Cow<'_, Pixels>> {
        match self.form {
            Form::Png => {
                let pixels = self.pixels.get_or_init(|| png::pixels(&self.bytes).ok());
                pixels.as_ref().map(Cow::Borrowed)
            }
            Form::Jpeg => jpeg::pixels(&self.bytes).map(Cow::Owned),
        }
    }

    /// Its width and height at its own resolution, pt.
    pub fn natural_size(&self) -> (f64, f64) {
        let points = |dots: u32| f64::from(dots) * 72.0 / f64::from(self.resolution);
        (points(self.width), points(self.height))
    }

    /// The largest width and height that it can have in a room, keeping its ratio; in the
    /// room's unit.
    pub fn fitted(&self, width: f64, height: f64) -> (f64, f64) {
        let (own_width, own_height) = (f64::from(self.width), f64::from(self.height));
        let scale = (width / own_width).min(height / own_height).max(0.0);
        (own_width * scale, own_height * scale)
    }
}

fn sound(source: SourceId, form: Form, bytes: Vec<u8>) -> Result<Picture, Fault> {
    let head = match form {
        Form::Png => png::head(&bytes)?,
        Form::Jpeg => jpeg::head(&bytes)?,
    };
    let Head { width, height, resolution } = head;
    if width == 0 || height == 0 {
        return Err(Fault::broken("в ней нет ни одной точки", "it has no dots"));
    }
    if u64::from(width) * u64::from(height) > MOST_DOTS {
        return Err(Fault::Large(width, height));
    }
    let (channels, told) = match form {
        Form::Png => png::look(&bytes).map(|(kind, told)| (kind.channels, told))?,
        Form::Jpeg => (jpeg::channels(&bytes), resolution),
    };
    let resolution = told.filter(|dots| RESOLUTIONS.contains(dots)).unwrap_or(USUAL_RESOLUTION);
    let pixels = OnceLock::new();
    Ok(Picture { source, form, width, height, resolution, bytes, channels, pixels })
}

/// What a file is that is no picture, by its first bytes.
fn kind_of(bytes: &[u8]) -> Arg {
    let same = |kind: &str| Arg::from((format!("это {kind}"), format!("it is {kind}")));
    match bytes {
        [] => ("файл пуст", "the file is empty").into(),
        [b'G', b'I', b'F', b'8', ..] => same("GIF"),
        [b'B', b'M', ..] => same("BMP"),
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => same("TIFF"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => same("WebP"),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => same("HEIC"),
        [b'%', b'P', b'D', b'F', ..] => same("PDF"),
        _ if starts_like_svg(bytes) => same("SVG"),
        _ => ("это не картинка", "it is no picture").into(),
    }
}

fn starts_like_svg(bytes: &[u8]) -> bool {
    let head = bytes.get(..512).unwrap_or(bytes);
    bytes.starts_with(b"<") && head.windows(4).any(|word| word == b"<svg" || word == b"svg:")
}
