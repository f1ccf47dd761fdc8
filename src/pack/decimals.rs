//! How many decimals a pack asks for.

use super::messages as say;
use super::read::{At, Read, Reader};
use super::shape::Shape;
use crate::russian::decimals::Decimals;
use crate::source::{Finding, Node};

impl Read for At<Decimals> {
    fn shape() -> Shape {
        Shape::Decimals
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, &Shape::Decimals)?.as_str().trim();
        let value = Decimals::parse(text);
        if value.is_none() {
            reader.findings.push(Finding::new(&say::NOT_DECIMALS).arg("text", text).at(node.span));
        }
        value.map(|value| At { value, span: node.span })
    }
}
