//! Charts: what they show, how they are drawn, and what they say to those who do not see them.
//!
//! A [`Chart`] holds names and exact numbers with their places. [`draw`] makes of it and of a
//! [`Space`] a [`Drawing`]: areas, strokes and words, in points from the upper left corner, for
//! `typeset` to put on a page or a slide. A drawing also says in which [`Manner`] it shows the
//! chart (columns that had no room for their names lie down as bars), so that the native charts
//! of Office files, which `ooxml` writes, look alike. No file format and no layout is known here.
//!
//! What a chart keeps to: columns and bars begin at zero; a missing value is a gap; every word
//! stands whole, wrapped where it must be; words do not overlap; series differ in lightness and
//! in hatching, markers or dashes, so that they can be told apart in black and white.

mod alternative;
mod axis;
mod bars;
mod canvas;
#[allow(clippy::module_inception)]
mod chart;
mod columns;
mod combined;
mod draw;
mod drawing;
mod kind;
mod legend;
mod line_numbers;
mod lines;
mod look;
mod manner;
mod palette;
mod ruler;
mod shares;
mod stack;
mod time;

pub use alternative::alternative;
pub use axis::Axis;
pub use chart::{Category, Chart, Datum, Series};
pub use columns::has_totals;
pub use draw::{Space, draw};
pub use drawing::{Drawing, Form, Part, Shape, Words};
pub use kind::{Kind, Stacking};
pub use legend::unit_line;
pub use lines::BEFORE_NUMBER;
pub use look::{Color, Look};
pub use manner::Manner;
pub use palette::{Fill, Marker, fills, markers, readable_on};
pub use ruler::Ruler;
pub use time::is_time;

#[cfg(test)]
mod tests;
