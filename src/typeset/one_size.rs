//! What has one size on all slides: the figures on their cards.

use super::fonts::Fonts;
use super::sizes::{STEPS, scaled_styles, smallest_step};
use super::slide::{TOLERANCE, measured, room};
use crate::document::{Block, Document, Frame, Length, StyleSheet};
use std::sync::Arc;

/// So many of the steps a figure takes for the sake of its card's height: smaller, it would be no
/// larger than the words below it, and these are what is to be shortened.
const LOWERED: usize = 4;

/// What has one size on all slides is made as large as all of it can be.
pub(super) fn one_size(document: &mut Document, fonts: &Fonts) {
    let flagged = document.styles.paragraphs.iter().filter(|(_, style)| style.one_size);
    let names: Vec<(String, f32)> = flagged.map(|(name, style)| (name.clone(), style.size.pt())).collect();
    for (name, size) in names {
        let sheets = STEPS.map(|scale| {
            let mut sheet = StyleSheet::clone(&document.styles);
            if let Some(style) = sheet.paragraphs.get_mut(&name) {
                style.size = Length((size * scale).round());
            }
            sheet
        });
        let frames = document.sections.iter().flat_map(|section| &section.slide).flat_map(|one| &one.frames);
        let steps = frames.map(|frame| largest_step(document, fonts, &sheets, (frame, &name)));
        if let Some(sheet) = sheets.get(steps.max().unwrap_or(0)) {
            document.styles = Arc::new(sheet.clone());
        }
    }
}

/// The first step at which the paragraphs of a style fit a frame: their words its width and, beside
/// all else at its smallest, their lines its height. A frame that is too low at any size does not
/// make the figures of all others small.
fn largest_step(
    document: &Document,
    fonts: &Fonts,
    sheets: &[StyleSheet],
    (frame, name): (&Frame, &str),
) -> usize {
    let own = |block: &&Block| matches!(block, Block::Paragraph(paragraph) if paragraph.style == name);
    let Some(style) = document.styles.frames.get(&frame.name).map(|style| frame.styled(style)) else {
        return 0;
    };
    if !frame.blocks.iter().any(|block| own(&block)) {
        return 0;
    }
    let fonts = fonts.family(&document.styles.font);
    let is_whole = |sheet: &StyleSheet| {
        let mut blocks = frame.blocks.iter().filter(own).map(std::slice::from_ref);
        blocks.all(|block| !measured(document, fonts, (block, sheet), room(&style)).torn)
    };
    let is_low_enough = |sheet: &StyleSheet| {
        let smallest = scaled_styles(sheet, smallest_step(), style.smallest.pt());
        let room = room(&style);
        measured(document, fonts, (&frame.blocks, &smallest), room).height <= room.height + TOLERANCE
    };
    let last = sheets.len().saturating_sub(1);
    let fitting = sheets.iter().take(LOWERED).position(|sheet| is_whole(sheet) && is_low_enough(sheet));
    fitting.or_else(|| sheets.iter().position(is_whole)).unwrap_or(last)
}
