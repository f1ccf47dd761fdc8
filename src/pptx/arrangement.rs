//! Which frames stand on a slide together: each such arrangement is a slide layout.

use crate::document::{Frame, Slide};

/// A frame as a placeholder: its name in the style sheet, its part, and of how many.
pub(super) type Place = (String, u16, u16);

/// The arrangements of a deck in the order in which they come up.
pub(super) struct Arrangements {
    /// The placeholders of each, in the order of reading.
    pub list: Vec<Vec<Place>>,
}

impl Arrangements {
    /// The arrangements of these slides; a deck without slides has one without places.
    pub fn new(slides: &[&Slide]) -> Arrangements {
        let mut list: Vec<Vec<Place>> = Vec::new();
        for slide in slides {
            let places = places(slide);
            if !list.contains(&places) {
                list.push(places);
            }
        }
        if list.is_empty() {
            list.push(Vec::new());
        }
        Arrangements { list }
    }

    /// The number of a slide's layout, from 1.
    pub fn of(&self, slide: &Slide) -> usize {
        let places = places(slide);
        self.list.iter().position(|known| *known == places).map_or(1, |at| at + 1)
    }
}

fn places(slide: &Slide) -> Vec<Place> {
    slide.frames.iter().map(place).collect()
}

fn place(frame: &Frame) -> Place {
    (frame.name.clone(), frame.part, frame.of)
}

/// What a frame's placeholder is: its type, if it has one, and its index.
pub(super) fn placeholder(name: &str, at: usize) -> (Option<&'static str>, Option<usize>) {
    match name {
        "title" | "cover-title" | "divider" => (Some("title"), None),
        // Content of any kind: text or a table.
        _ if name.starts_with("main") || name.starts_with("beside") || name.starts_with("above") => {
            (None, Some(10 + at))
        }
        _ => (Some("body"), Some(10 + at)),
    }
}
