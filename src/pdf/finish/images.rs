//! Picture objects (ISO 32000-1, 8.9.5). JPEG data go in as they are; dots are written in the
//! colours of the output intent, with a mask where they are not wholly opaque. PDF/A-1 knows no
//! opacity (ISO 19005-1, 6.4), so there they lie on white.

use super::{File, name};
use crate::deflate;
use crate::pdf::images::{self, Images};
use crate::picture::{Form, Picture, Pixels};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};
use std::io;

impl File<'_> {
    /// Adds the pictures to the resources of all pages.
    pub(super) fn add_images(&mut self, pictures: &Images, resources: ObjectId) -> io::Result<()> {
        if pictures.list.is_empty() {
            return Ok(());
        }
        let mut names = Dictionary::new();
        for (number, picture) in pictures.list.iter().enumerate() {
            names.set(images::name(number), self.add_image(picture)?);
        }
        if let Ok(resources) = self.pdf.get_dictionary_mut(resources) {
            resources.set("XObject", names);
        }
        Ok(())
    }

    fn add_image(&mut self, picture: &Picture) -> io::Result<ObjectId> {
        match (picture.form, picture.pixels()) {
            (Form::Png, Some(pixels)) if self.is_old() => self.add_pixels(&pixels.into_owned().on_white()),
            (Form::Png, Some(pixels)) => self.add_pixels(&pixels),
            _ => Ok(self.add_jpeg(picture)),
        }
    }

    fn add_jpeg(&mut self, picture: &Picture) -> ObjectId {
        let mut image = image(picture.width as usize, picture.height as usize, picture.channels);
        image.set("Filter", name("DCTDecode"));
        self.pdf.add_object(Stream::new(image, picture.bytes.clone()).with_compression(false))
    }

    fn add_pixels(&mut self, pixels: &Pixels) -> io::Result<ObjectId> {
        let mut image = image(pixels.width, pixels.height, pixels.channels);
        if let Some(opacity) = &pixels.opacity {
            let mask = self::image(pixels.width, pixels.height, 1);
            image.set("SMask", self.add_plane(mask, opacity)?);
        }
        self.add_plane(image, &pixels.colors)
    }

    /// Dots are deflated at once: they are large, and a copy of them would cost as much again.
    fn add_plane(&mut self, image: Dictionary, dots: &[u8]) -> io::Result<ObjectId> {
        let mut stream = Stream::new(image, deflate::zlib(dots)?).with_compression(false);
        stream.dict.set("Filter", name("FlateDecode"));
        Ok(self.pdf.add_object(stream))
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
