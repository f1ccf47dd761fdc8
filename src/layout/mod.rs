//! Layouts: handlebars templates that write a strict XML vocabulary around opaque handles.
//!
//! A layout never sees a text, a figure or a cell, only [`Handle`]s, which it prints like any
//! value; `document` resolves them. That is why every inline of a document knows its origin.

mod data;
mod fields;
mod handle;
mod library;
mod limits;
pub mod messages;
mod mistakes;
mod performers;
mod pieces;
mod printed;
mod ready;
mod register;
mod render;
mod report;
mod sheet_data;
mod template;

pub use data::{Data, resolution_data, values_data};
pub use fields::{Base, FieldFacts, FormatWord, LayoutFacts, Value, Values, fields_record, read_values};
pub use handle::{Handle, Handles, KeyPart, Printed, Target};
pub use library::{BUILT_IN, BuiltIn, FOLDERS, Layout, Library, Summary, read_file};
pub use performers::performer_words;
pub use register::{register_data, register_rows};
pub use render::{Markup, line_place, render};
pub use report::report_data;
pub use sheet_data::sheets_data;
pub use template::LINE;
