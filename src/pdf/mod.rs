//! From [`Pages`](crate::typeset::Pages) to a PDF file.
