//! How long a report takes to say: its words as they are printed, figures included.

use crate::document::figure::Figures;
use crate::pack::report::Talk;
use crate::pack::speech::{Speech, SpeechBlock};
use crate::russian::speech::spoken_words;
use crate::russian::typography::one_line;
use crate::text::{Piece, RichText};

/// The words of each block of a speech.
pub fn words(speech: &Speech, figures: &Figures<'_>) -> Vec<usize> {
    let block = |block: &SpeechBlock| {
        block.spoken().into_iter().map(|text| spoken_words(&printed(text, figures))).sum()
    };
    speech.blocks.iter().map(block).collect()
}

/// The title of a report and then its headings, as they are printed, on one line each.
pub fn titles(talk: &Talk, figures: &Figures<'_>) -> Vec<String> {
    let headings = talk.speech.blocks.iter().filter_map(|block| match block {
        SpeechBlock::Heading(heading) => Some(&heading.text),
        _ => None,
    });
    let titles = std::iter::once(&talk.report.title.0).chain(headings);
    titles.map(|title| one_line(&printed(title, figures))).collect()
}

/// A text as it is printed; a figure that cannot be is said when the document is made.
fn printed(text: &RichText, figures: &Figures<'_>) -> String {
    let mut out = String::new();
    for paragraph in &text.paragraphs {
        for piece in paragraph {
            match piece {
                Piece::Words { text, .. } => out.push_str(text),
                Piece::Break { .. } => out.push(' '),
                Piece::Call { call, .. } => match figures.print(call, &text.source) {
                    Ok(figure) => out.push_str(&figure.printed),
                    Err(_) => out.push('…'),
                },
            }
        }
        out.push('\n');
    }
    out
}
