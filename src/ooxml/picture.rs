//! Pictures in Office files: their parts and what shows them (ISO/IEC 29500-1, 20.2).

use super::{Package, RelationId, Xml};
use crate::picture::Picture;
use crate::source::sha256;

/// The namespace of pictures in drawings.
pub const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

impl Package {
    /// Adds a picture's file to a folder (`word`, `ppt`), unless it is there, and says that the
    /// part `from` shows it.
    pub fn relate_picture(&mut self, from: &str, folder: &str, picture: &Picture) -> RelationId {
        let hash = sha256(&picture.bytes);
        let extension = picture.form.extension();
        let name = format!("media/{}.{extension}", hash.get(..16).unwrap_or_default());
        self.picture(&format!("{folder}/{name}"), extension, picture.form.media_type(), &picture.bytes);
        let up = "../".repeat(from.matches('/').count().saturating_sub(1));
        self.relate(from, "image", &format!("{up}{name}"))
    }
}

/// The picture of a relationship, as large as what it stands in.
pub fn picture_fill(xml: &mut Xml, name: &str, relation: RelationId) {
    xml.element(name, |xml| {
        xml.element("a:blip", |xml| {
            xml.attribute("r:embed", relation);
        });
        xml.element("a:stretch", |xml| xml.empty("a:fillRect"));
    });
}

/// The outline of a picture.
pub fn rectangle(xml: &mut Xml) {
    xml.element("a:prstGeom", |xml| {
        xml.attribute("prst", "rect");
        xml.empty("a:avLst");
    });
}
