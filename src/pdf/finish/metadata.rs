//! What libraries and archives read: the Info dictionary and the same again as XMP.

use super::{File, name, text};
use crate::document::Document;
use crate::pdf::Profile;
use crate::russian::typography::one_line;
use lopdf::{Object, ObjectId, Stream, dictionary};
use std::fmt::Write as _;

/// The program that wrote the file.
const CREATOR: &str = concat!("avgust ", env!("CARGO_PKG_VERSION"));
/// What made it a PDF.
const PRODUCER: &str = "printpdf 0.12.8";

/// PDF/A knows the properties of PDF/UA only by this description (ISO 19005-2, 6.6.2.3).
const UA_SCHEMA: &str = r#"
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"#;

impl File<'_> {
    /// Writes both; gives the stream that the catalogue names.
    pub(super) fn add_metadata(&mut self, document: &Document) -> ObjectId {
        self.set_info(document);
        let xmp = xmp(document, self.profile);
        let dictionary = dictionary! { "Type" => name("Metadata"), "Subtype" => name("XML") };
        self.pdf.add_object(Stream::new(dictionary, xmp.into_bytes()).with_compression(false))
    }

    fn set_info(&mut self, document: &Document) {
        let date = Object::string_literal(document.date.format("D:%Y%m%d120000+00'00'").to_string());
        let mut info = dictionary! {
            "Title" => text(&plain(&document.title)),
            "Creator" => text(CREATOR),
            "Producer" => text(PRODUCER),
            "CreationDate" => date.clone(),
            "ModDate" => date,
        };
        for (key, value) in [("Author", plain(&document.author)), ("Subject", plain(&document.subject))] {
            if !value.is_empty() {
                info.set(key, text(&value));
            }
        }
        match self.pdf.trailer.get(b"Info").and_then(Object::as_reference) {
            Ok(id) => self.pdf.set_object(id, info),
            Err(_) => {
                let id = self.pdf.add_object(info);
                self.pdf.trailer.set("Info", id);
            }
        }
    }
}

fn xmp(document: &Document, profile: Profile) -> String {
    let (part, ua) = match profile {
        Profile::A2aUa1 => (2, true),
        Profile::A1a => (1, false),
    };
    // The time is not known and not wanted: noon is the same day nearly everywhere.
    let date = document.date.format("%Y-%m-%dT12:00:00+00:00");
    let mut xml = String::from(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n",
    );
    let _ = writeln!(xml, "<pdfaid:part>{part}</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>");
    if ua {
        xml.push_str("<pdfuaid:part>1</pdfuaid:part>\n");
    }
    push_property(&mut xml, "dc:title", "Alt", &document.title);
    push_property(&mut xml, "dc:creator", "Seq", &document.author);
    push_property(&mut xml, "dc:description", "Alt", &document.subject);
    push_property(&mut xml, "dc:language", "Bag", document.language);
    let _ = writeln!(xml, "<dc:format>application/pdf</dc:format>");
    let _ = writeln!(
        xml,
        "<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>\n<pdf:Producer>{PRODUCER}</pdf:Producer>"
    );
    let _ = writeln!(xml, "<xmp:CreateDate>{date}</xmp:CreateDate>\n<xmp:ModifyDate>{date}</xmp:ModifyDate>");
    xml.push_str("</rdf:Description>");
    if ua {
        xml.push_str(UA_SCHEMA);
    }
    xml.push_str("\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    xml
}

/// A property of one value in the container that its type asks for; nothing where it is empty.
fn push_property(xml: &mut String, property: &str, container: &str, value: &str) {
    let value = escape(&plain(value));
    if value.is_empty() {
        return;
    }
    let language = if container == "Alt" { " xml:lang=\"x-default\"" } else { "" };
    let _ = writeln!(
        xml,
        "<{property}><rdf:{container}><rdf:li{language}>{value}</rdf:li></rdf:{container}></{property}>"
    );
}

/// One line: blanks of all kinds folded to single spaces, other control characters and soft
/// hyphens left out, since XML may not carry the former and no title wants the latter.
fn plain(value: &str) -> String {
    let kept: String = value.chars().filter(|&letter| letter.is_whitespace() || is_printed(letter)).collect();
    one_line(&kept)
}

fn is_printed(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{AD}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

fn escape(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_plain_line() {
        assert_eq!(plain(" Итоги\u{A0}года \n\t2018\u{0} \u{AD}"), "Итоги года 2018");
    }

    #[test]
    fn empty_properties_are_not_written() {
        let mut xml = String::new();
        push_property(&mut xml, "dc:creator", "Seq", " ");
        assert_eq!(xml, "");
        push_property(&mut xml, "dc:title", "Alt", "«А & Б»");
        assert_eq!(
            xml,
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">«А &amp; Б»</rdf:li></rdf:Alt></dc:title>\n"
        );
    }
}
