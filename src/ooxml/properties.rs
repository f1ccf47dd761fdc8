//! Document properties.

use super::{Package, Xml};
use chrono::NaiveDate;

const CORE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const CORE_RELATION: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const APP: &str = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
const APP_SPACE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

/// What libraries and file managers show of a document.
#[derive(Clone, Debug)]
pub struct Properties<'a> {
    /// Title.
    pub title: &'a str,
    /// Author; may be empty.
    pub author: &'a str,
    /// Subject; may be empty.
    pub subject: &'a str,
    /// Day of creation and of the last change.
    pub date: NaiveDate,
    /// Language of the content, e.g. `ru-RU`.
    pub language: &'a str,
}

impl Properties<'_> {
    /// Adds the two property parts to a package.
    pub fn add_to(&self, package: &mut Package) {
        package.part("docProps/core.xml", CORE, self.core());
        package.relate("", CORE_RELATION, "docProps/core.xml");
        let app = Xml::part("Properties", |xml| {
            xml.attribute("xmlns", APP_SPACE);
            xml.leaf("Application", "avgust");
        });
        package.part("docProps/app.xml", APP, app);
        package.relate("", "extended-properties", "docProps/app.xml");
    }

    fn core(&self) -> Vec<u8> {
        Xml::part("cp:coreProperties", |xml| {
            xml.attribute(
                "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            )
            .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
            .attribute("xmlns:dcterms", "http://purl.org/dc/terms/")
            .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
            for (name, value) in
                [("dc:title", self.title), ("dc:subject", self.subject), ("dc:creator", self.author)]
            {
                if !value.is_empty() {
                    xml.leaf(name, value);
                }
            }
            if !self.author.is_empty() {
                xml.leaf("cp:lastModifiedBy", self.author);
            }
            xml.leaf("cp:revision", "1");
            let date = format!("{}T00:00:00Z", self.date.format("%Y-%m-%d"));
            for name in ["dcterms:created", "dcterms:modified"] {
                xml.element(name, |xml| xml.attribute("xsi:type", "dcterms:W3CDTF").text(&date));
            }
            xml.leaf("dc:language", self.language);
        })
    }
}
