//! What Word, Excel and PowerPoint files share: package, XML, properties, native
//! charts, workbooks.
//!
//! ```text
//! [Content_Types].xml      what each part is
//! _rels/.rels              where the main part and the properties are
//! docProps/core.xml        title, author, subject, date
//! docProps/app.xml         the program that wrote it
//! word/document.xml        the main part …
//! word/_rels/document.xml.rels    … and the parts that it needs
//! ```
//! ([ISO/IEC 29500-2](https://www.iso.org/standard/77818.html), Open Packaging Conventions.)

mod archive;
mod chart;
mod chart_numbers;
mod chart_places;
mod package;
mod picture;
mod properties;
mod theme;
mod workbook;
mod xml;

pub use archive::Deflated;
pub use chart::NativeChart;
pub use package::{Package, RelationId};
pub use picture::{PICTURE, picture_fill, rectangle};
pub use properties::Properties;
pub use theme::{THEME_TYPE, theme, theme_with_accent};
pub use workbook::{Cell, Look, Value, WORKBOOK_TYPE, Workbook, Worksheet};
pub use xml::{Xml, escaped};

/// The namespace of charts, and the kind of a graphic that is one.
pub const CHART_SPACE: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/// A colour of red, green and blue as Office files have it: `1F4E79`.
pub fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}
