//! An independent reader reads our Word files.

mod support;

use avgust::docx::{Measures, write};
use docx_rs::{DocumentChild, ParagraphChild};
use support::documents;

#[test]
fn paragraphs_numbering_bookmarks_and_tables_are_found() {
    let bytes = write(&documents::resolution(), &Measures::default());
    let docx = docx_rs::read_docx(&bytes).expect("a readable file");
    let (mut tables, mut numbered, mut bookmarks) = (0, 0, Vec::new());
    for child in &docx.document.children {
        match child {
            DocumentChild::Paragraph(paragraph) => {
                numbered += usize::from(paragraph.has_numbering);
                bookmarks.extend(paragraph.children.iter().filter_map(|child| match child {
                    ParagraphChild::BookmarkStart(start) => Some(start.name.clone()),
                    _ => None,
                }));
            }
            DocumentChild::Table(table) => tables += usize::from(!table.rows.is_empty()),
            _ => {}
        }
    }
    assert_eq!((tables, numbered), (4, 43));
    assert_eq!(bookmarks, ["p_first", "p_deep", "tab_net", "app_1", "tab_wide"]);
}
