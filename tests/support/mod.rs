//! What the integration tests share.
#![allow(dead_code, reason = "each test file is a crate of its own and uses a part of this")]

pub mod documents;
pub mod docx_text;
pub mod golden;
pub mod pdf_text;
pub mod xml;
