//! Slides: sections whose content stands in frames.

use super::{Block, Paragraph};
use crate::style::{FrameStyle, Length, Stand};

/// A slide.
#[derive(Clone, Debug, Default)]
pub struct Slide {
    /// What stands on it, in the order of reading.
    pub frames: Vec<Frame>,
    /// What is spoken over it.
    pub notes: Vec<Paragraph>,
    /// Goes on from the slide before it.
    pub continued: bool,
}

/// What stands in one frame of the style sheet's grid.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The frame's name in the style sheet.
    pub name: String,
    /// Which of `of` parts of the frame it is, from 1.
    pub part: u16,
    /// Into how many parts the frame is divided.
    pub of: u16,
    /// The content.
    pub blocks: Vec<Block>,
    /// By how much letters and distances are smaller than the style sheet says, so that the
    /// content fits: 1 is as it says.
    pub scale: f32,
    /// Room that is left free at its right, so that its lines are about equally long.
    pub trim: Length,
    /// Where its content stands, if not where the style sheet says.
    pub stand: Option<Stand>,
    /// The smallest size of its letters, if nothing fits in what the style sheet says.
    pub smallest: Option<Length>,
}

impl Frame {
    /// The frame as its style sheet has it: its own part, place of content, room and letters.
    pub fn styled(&self, style: &FrameStyle) -> FrameStyle {
        let style = style.part(self.part, self.of);
        FrameStyle {
            stand: self.stand.unwrap_or(style.stand),
            smallest: self.smallest.unwrap_or(style.smallest),
            ..style
        }
    }
}
