//! Style sheets: page geometry and named styles, as the writers know them and as YAML says them.
//!
//! `sheet` is what `typeset` and the writers read; `facts` reads it from YAML, each sheet saying
//! only what differs from those before it.

mod facts;
pub mod messages;
mod sheet;

pub use facts::{StyleFacts, compose};
pub use sheet::{
    Align, Breaking, Color, DocxFont, Face, FrameStyle, Length, Margins, Numbers, Page, ParagraphStyle,
    Stand, StyleSheet, TableRule, TableStyle,
};
