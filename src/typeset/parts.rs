//! Parts side by side whose words are too wide for them, as in signatures and stamps.

use super::builder::{Builder, PLAIN};
use super::fonts::Fonts;
use super::widths::SLACK;
use crate::document::{Align, Columns, Document, Inline, Paragraph, Text};
use crate::source::Findings;

/// What a part keeps of the line's width for the sake of another.
const KEPT: f64 = 0.25;

/// Widens parts with words flush right, as names of those who sign, until their lines are whole,
/// and lets words flow anew where lines that their author broke do not fit. The document is
/// changed, so that every format sets the same.
pub(super) fn fit_parts(columns: &mut Columns, document: &Document, fonts: &Fonts, line: f64) {
    let mut ruler = Ruler { document, fonts };
    for part in 0..columns.parts.len() {
        widen(columns, part, &mut ruler, line);
    }
    for (share, content) in &mut columns.parts {
        let room = f64::from(*share) * line;
        let broken = content.iter().any(|one| has_breaks(one) && ruler.width(one) > room);
        if broken {
            content.iter_mut().for_each(flow_anew);
        }
    }
}

struct Ruler<'a> {
    document: &'a Document,
    fonts: &'a Fonts,
}

impl Ruler<'_> {
    /// The width of a paragraph's widest line if only its author breaks lines.
    fn width(&mut self, paragraph: &Paragraph) -> f64 {
        let mut unsaid = Findings::default();
        let sheet = &self.document.styles;
        let mut builder = Builder::new(self.document, self.fonts.family(&sheet.font), &mut unsaid);
        let style = sheet.paragraphs.get(&paragraph.style).unwrap_or(&PLAIN);
        builder.tell(style, "", &paragraph.content).extremes().1 + 2.0 * SLACK
    }

    /// The width that a part needs for its words flush right.
    fn needed(&mut self, content: &[Paragraph]) -> f64 {
        let styles = &self.document.styles.paragraphs;
        let right =
            |one: &&Paragraph| styles.get(&one.style).is_some_and(|style| style.align == Align::Right);
        content.iter().filter(right).map(|one| self.width(one)).fold(0.0, f64::max)
    }
}

/// Gives a part what it lacks, from the widest of the others.
fn widen(columns: &mut Columns, part: usize, ruler: &mut Ruler<'_>, line: f64) {
    let Some((share, content)) = columns.parts.get(part) else { return };
    let lacking = ruler.needed(content) / line - f64::from(*share);
    let others = columns.parts.iter().enumerate().filter(|(number, _)| *number != part);
    let widest = others.max_by(|(_, (a, _)), (_, (b, _))| a.total_cmp(b)).map(|(number, _)| number);
    let Some(giver) = widest.and_then(|number| columns.parts.get_mut(number)) else { return };
    let given = lacking.clamp(0.0, (f64::from(giver.0) - KEPT).max(0.0)) as f32;
    giver.0 -= given;
    if let Some((share, _)) = columns.parts.get_mut(part) {
        *share += given;
    }
}

fn has_breaks(paragraph: &Paragraph) -> bool {
    paragraph.content.iter().any(|inline| matches!(inline, Inline::Break(_)))
}

/// Puts spaces in the place of the author's line breaks.
fn flow_anew(paragraph: &mut Paragraph) {
    for inline in &mut paragraph.content {
        if let Inline::Break(origin) = inline {
            let (text, origin) = (" ".to_owned(), origin.clone());
            *inline = Inline::Text(Text { text, bold: false, italic: false, origin });
        }
    }
}
