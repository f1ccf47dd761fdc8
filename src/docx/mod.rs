//! From a [`Document`](crate::document::Document) to a Word file.
