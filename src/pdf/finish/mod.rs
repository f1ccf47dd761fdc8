//! All that a page description does not say: structure tree, metadata, output intent,
//! language, outline, links, fonts, identifiers.
//!
//! It works on the lopdf document that printpdf makes of the pages. Another engine behind
//! [`Pages`] would replace `content`; this folder asks of it only a page tree whose pages have
//! content streams with numbered marks.

mod attributes;
mod destinations;
mod fonts;
mod images;
mod links;
mod metadata;
mod outline;
mod output_intent;
mod structure;

pub(super) use structure::roles;

use super::Profile;
use super::content::Marks;
use super::font::EmbeddedFont;
use super::images::Images;
use crate::deflate;
use crate::document::Document;
use crate::typeset::Pages;
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io;

/// What stands in the place of the file's identifier until its content is known.
const NO_ID: [u8; 16] = [0xA5; 16];

/// A file in the making.
struct File<'a> {
    pdf: lopdf::Document,
    pages: &'a Pages,
    /// The page objects in order.
    page_ids: Vec<ObjectId>,
    profile: Profile,
    /// The language of the text and of every description (BCP 47).
    language: &'static str,
}

/// Completes the file and gives its bytes.
///
/// # Errors
/// Only if the file cannot be serialised.
pub(super) fn finish(
    pdf: lopdf::Document,
    document: &Document,
    pages: &Pages,
    roles: &[&'static str],
    marks: &[Marks],
    (fonts, images): (Vec<EmbeddedFont>, &Images),
    profile: Profile,
) -> io::Result<Vec<u8>> {
    let page_ids = pdf.page_iter().collect();
    let mut file = File { pdf, pages, page_ids, profile, language: document.language };
    file.drop_resources();
    let resources = file.add_fonts(fonts);
    file.add_images(images, resources)?;
    let links = file.add_links();
    let tree = file.add_structure(roles, marks, &links);
    file.complete_pages(resources, &links);
    let outline = file.add_outline();
    let destinations = file.add_destinations();
    let intent = file.add_output_intent();
    let metadata = file.add_metadata(document);
    file.complete_catalog(tree, outline, intent, metadata);
    file.name_destinations(destinations);
    file.compress()?;
    file.serialise()
}

impl File<'_> {
    /// Whether PDF 1.4 is written, which knows less.
    fn is_old(&self) -> bool {
        self.profile == Profile::A1a
    }

    /// Removes the resource dictionaries that every page has of its own.
    fn drop_resources(&mut self) {
        for &page in &self.page_ids {
            let resources = self.pdf.get_dictionary_mut(page).ok().and_then(|page| page.remove(b"Resources"));
            let Some(Object::Reference(id)) = resources else { continue };
            let Some(Object::Dictionary(resources)) = self.pdf.objects.remove(&id) else { continue };
            for (_, entry) in resources.iter() {
                if let Object::Reference(id) = entry {
                    self.pdf.objects.remove(id);
                }
            }
        }
    }

    fn complete_pages(&mut self, resources: ObjectId, links: &[ObjectId]) {
        let (is_old, by_page) = (self.is_old(), self.links_by_page(links));
        for (index, (&id, annotations)) in self.page_ids.iter().zip(by_page).enumerate() {
            let Ok(page) = self.pdf.get_dictionary_mut(id) else { continue };
            page.set("Resources", resources);
            page.set("StructParents", index as i64);
            page.remove(b"Annots");
            if !annotations.is_empty() {
                page.set("Annots", annotations);
            }
            if !is_old {
                // PDF/UA-1, 7.18.3: the order of the links is that of the structure.
                page.set("Tabs", name("S"));
            }
        }
    }

    fn complete_catalog(
        &mut self,
        tree: ObjectId,
        outline: Option<ObjectId>,
        intent: Object,
        metadata: ObjectId,
    ) {
        let language = self.language;
        self.pdf.version = if self.is_old() { "1.4" } else { "1.7" }.to_owned();
        let Ok(catalog) = self.pdf.catalog_mut() else { return };
        catalog.set("Metadata", metadata);
        catalog.set("OutputIntents", vec![intent]);
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
        catalog.set("StructTreeRoot", tree);
        catalog.set("Lang", Object::string_literal(language));
        catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
        if let Some(outline) = outline {
            catalog.set("Outlines", outline);
            catalog.set("PageMode", name("UseOutlines"));
        }
    }

    /// Deflates what is not deflated yet; the metadata stay legible, as PDF/A wants them.
    fn compress(&mut self) -> io::Result<()> {
        for object in self.pdf.objects.values_mut() {
            if let Object::Stream(stream) = object
                && stream.allows_compression
            {
                stream.set_content(deflate::zlib(&stream.content)?);
                stream.dict.set("Filter", name("FlateDecode"));
            }
        }
        Ok(())
    }

    /// Writes the file and puts a hash of it into the place of its identifier (ISO 32000-1,
    /// 14.4), so that equal content has equal identifiers and other content has others.
    fn serialise(mut self) -> io::Result<Vec<u8>> {
        let empty = Object::String(NO_ID.to_vec(), StringFormat::Hexadecimal);
        self.pdf.trailer.set("ID", vec![empty.clone(), empty]);
        // ISO 32000-1, 7.5.4: one cross-reference section without gaps; poppler insists on it.
        close_gaps(&mut self.pdf);
        let mut bytes = Vec::with_capacity(1 << 17);
        self.pdf.save_to(&mut bytes)?;
        let id = hex(Sha256::digest(&bytes).get(..NO_ID.len()).unwrap_or_default());
        let blank = hex(&NO_ID);
        for _ in 0..2 {
            if let Some(at) = bytes.windows(blank.len()).rposition(|window| window == blank.as_bytes()) {
                bytes[at..at + id.len()].copy_from_slice(id.as_bytes());
            }
        }
        Ok(bytes)
    }

    /// A place on a page: `[page /XYZ null top null]`.
    fn destination(&self, page: usize, y: f32) -> Object {
        let (Some(&id), Some(sheet)) = (self.page_ids.get(page), self.pages.pages.get(page)) else {
            return Object::Null;
        };
        let top = number(sheet.height - y);
        vec![id.into(), name("XYZ"), Object::Null, top, Object::Null].into()
    }

    /// Left, lower, right, upper edge from left, upper, right, lower edge.
    fn rectangle(&self, page: usize, [left, upper, right, lower]: [f32; 4]) -> Object {
        let height = self.pages.pages.get(page).map_or(0.0, |page| page.height);
        vec![number(left), number(height - lower), number(right), number(height - upper)].into()
    }

    fn add_stream(&mut self, dictionary: Dictionary, content: Vec<u8>) -> ObjectId {
        self.pdf.add_object(Stream::new(dictionary, content))
    }
}

/// Numbers the objects from one on, in the order that they have. lopdf's own way looks for each
/// reference in a list of all those before it: its cost grows with the square of the objects.
fn close_gaps(pdf: &mut lopdf::Document) {
    let old = std::mem::take(&mut pdf.objects);
    let numbers: HashMap<ObjectId, ObjectId> =
        old.keys().zip(1..).map(|(&id, number)| (id, (number, 0))).collect();
    pdf.max_id = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    pdf.objects = old.into_values().zip(1..).map(|(object, number)| ((number, 0), object)).collect();
    let trailer = pdf.trailer.iter_mut().map(|(_, object)| object);
    trailer.chain(pdf.objects.values_mut()).for_each(|object| refer_by(&numbers, object));
}

/// Gives every reference in an object its new number.
fn refer_by(numbers: &HashMap<ObjectId, ObjectId>, object: &mut Object) {
    let entries = match object {
        Object::Reference(id) => {
            *id = numbers.get(id).copied().unwrap_or(*id);
            return;
        }
        Object::Array(list) => return list.iter_mut().for_each(|object| refer_by(numbers, object)),
        Object::Dictionary(entries) => entries,
        Object::Stream(stream) => &mut stream.dict,
        _ => return,
    };
    entries.iter_mut().for_each(|(_, object)| refer_by(numbers, object));
}

/// A name object.
fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// A number, rounded as those of the pages are.
fn number(value: f32) -> Object {
    Object::Real(super::content::round(value))
}

/// A text string (ISO 32000-1, 7.9.2.2).
fn text(text: &str) -> Object {
    Object::String(utf16(text), StringFormat::Literal)
}

/// A text string's bytes: UTF-16, the byte order said first.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    bytes
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}
