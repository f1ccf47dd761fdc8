//! Picture objects (ISO 32000-1, 8.9.5). JPEG data go in as they are; dots are written in the
//! colours of the output intent, with a mask where they are not wholly opaque. PDF/A-1 knows no
//! opacity (ISO 19005-1, 6.4), so there they lie on white.

use super::{File, name};
use crate::pdf::images::{self, Images};
use crate::picture::{Form, Picture, Pixels};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

impl File<'_> {
    /// Adds the pictures to the resources of all pages.
    pub(super) fn add_images(&mut self, pictures: &Images, resources: ObjectId) {
        if pictures.list.is_empty() {
            return;
        }
        let mut names = Dictionary::new();
        for (number, picture) in pictures.list.iter().enumerate() {
            names.set(images::name(number), self.add_image(picture));
        }
        if let Ok(resources) = self.pdf.get_dictionary_mut(resources) {
            resources.set("XObject", names);
        }
    }

    fn add_image(&mut self, picture: &Picture) -> ObjectId {
        match (picture.form, picture.pixels()) {
            (Form::Png, Some(pixels)) => self.add_pixels(pixels.into_owned()),
            _ => self.add_jpeg(picture),
        }
    }

    fn add_jpeg(&mut self, picture: &Picture) -> ObjectId {
        let mut image = image(picture.width as usize, picture.height as usize, picture.channels());
        image.set("Filter", name("DCTDecode"));
        self.pdf.add_object(Stream::new(image, picture.bytes.clone()).with_compression(false))
    }

    fn add_pixels(&mut self, pixels: Pixels) -> ObjectId {
        let pixels = if self.is_old() { pixels.on_white() } else { pixels };
        let mut image = image(pixels.width, pixels.height, pixels.channels);
        if let Some(opacity) = pixels.opacity {
            let mask = self::image(pixels.width, pixels.height, 1);
            image.set("SMask", self.add_stream(mask, opacity));
        }
        self.add_stream(image, pixels.colors)
    }
}

fn image(width: usize, height: usize, channels: usize) -> Dictionary {
    dictionary! {
        "Type" => name("XObject"),
        "Subtype" => name("Image"),
        "Width" => Object::Integer(width as i64),
        "Height" => Object::Integer(height as i64),
        "ColorSpace" => name(if channels == 1 { "DeviceGray" } else { "DeviceRGB" }),
        "BitsPerComponent" => 8,
    }
}
