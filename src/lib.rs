//! `avgust` turns one folder of facts into the document pack of an August education conference.
//!
//! The modules are the rooms of one pipeline, in the order in which the data passes them:
//! facts (`source`, `text`, `pack`, `tables`, `indicators`, `register`), the document (`layout`,
//! `document`, `typeset`), files (`pdf`, `png`, `ooxml`, `docx`, `pptx`, `xlsx`, `ics`, `output`).
//! `russian`, `style`, `chart`, `picture` and `deflate` serve all of them, `check` and `explain` look at
//! all, `pipeline` calls them one after another and `cli` runs it. A room knows only the rooms before it.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod chart;
pub mod check;
pub mod cli;
pub mod deflate;
pub mod document;
pub mod docx;
pub mod explain;
pub mod ics;
pub mod indicators;
pub mod layout;
pub mod ooxml;
pub mod output;
pub mod pack;
pub mod pdf;
pub mod picture;
pub mod pipeline;
pub mod png;
pub mod pptx;
pub mod register;
pub mod russian;
pub mod source;
pub mod style;
pub mod tables;
pub mod text;
pub mod typeset;
pub mod xlsx;
