//! `word/settings.xml`.

use super::WORD;
use crate::ooxml::Xml;

const WORD_URI: &str = "http://schemas.microsoft.com/office/word";

/// The part. Nothing is updated when the file is opened. Order of children: ISO/IEC 29500-1,
/// 17.15.1.78.
pub(super) fn settings_part(language: &str, embedded: bool, hyphens: bool, even_differs: bool) -> Vec<u8> {
    Xml::part("w:settings", |xml| {
        xml.attribute("xmlns:w", WORD);
        xml.with("w:zoom", "w:percent", 100);
        xml.flag("w:embedTrueTypeFonts", embedded);
        xml.flag("w:saveSubsetFonts", embedded);
        // 1.25 cm, the first line's indent.
        xml.val("w:defaultTabStop", 709);
        xml.flag("w:autoHyphenation", hyphens);
        xml.flag("w:evenAndOddHeaders", even_differs);
        xml.val("w:characterSpacingControl", "doNotCompress");
        xml.element("w:compat", |xml| {
            // Spaces after and before are added, as the pages have it; without this word
            // processors take the larger of the two.
            xml.flag("w:doNotUseHTMLParagraphAutoSpacing", true);
            for (name, value) in [
                ("compatibilityMode", 15),
                ("overrideTableStyleFontSizeAndJustification", 1),
                ("enableOpenTypeFeatures", 1),
                ("doNotFlipMirrorIndents", 1),
                ("differentiateMultirowTableHeaders", 1),
                ("useWord2013TrackBottomHyphenation", 0),
            ] {
                xml.element("w:compatSetting", |xml| {
                    xml.attribute("w:name", name).attribute("w:uri", WORD_URI).attribute("w:val", value);
                });
            }
        });
        xml.val("w:themeFontLang", language);
        xml.val("w:decimalSymbol", ",");
        xml.val("w:listSeparator", ";");
    })
}
