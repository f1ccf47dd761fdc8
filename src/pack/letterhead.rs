//! An office's letterhead as a pack describes it.

use super::picture::PictureFacts;
use crate::record;
use crate::text::Lines;

record! {
    /// What stands on a document's first sheet above and below the text.
    pub struct LetterheadFacts: "бланк" / "letterhead" {
        /// The coat of arms or emblem.
        emblem: Option<PictureFacts> = "эмблема" / "emblem",
            "Герб или эмблема над шапкой: файл PNG или JPEG." /
            "The coat of arms or emblem above the header: a PNG or JPEG file.";
        /// The lines of the header.
        header: Option<Lines> = "шапка" / "header",
            "Строки шапки; под ней черта." / "The lines of the header, with a rule below.";
        /// The lines of the footer.
        footer: Option<Lines> = "подвал" / "footer",
            "Строки внизу первого листа: адрес, телефон." /
            "The lines at the foot of the first sheet: address, telephone.";
    }
}
