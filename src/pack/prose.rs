//! Text fields as they are read from YAML.

use super::read::{Read, Reader};
use super::shape::Shape;
use crate::source::Node;
use crate::text::{Lines, RichText};

impl Read for RichText {
    fn shape() -> Shape {
        Shape::Text
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.prose(node, &Shape::Text)?.clone();
        Some(RichText::parse(text, false, &mut reader.findings))
    }
}

impl Read for Lines {
    fn shape() -> Shape {
        Shape::Lines
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.prose(node, &Shape::Lines)?.clone();
        Some(Lines(RichText::parse(text, true, &mut reader.findings)))
    }
}
