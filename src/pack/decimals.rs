//! How many decimals a pack asks for.

use super::messages as say;
use super::read::{At, Named, Read, Reader, Word};
use super::shape::Shape;
use crate::russian::decimals::Decimals;
use crate::source::{Finding, Node, Value};

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

/// How many decimals the numbers of a table are printed with, where somebody says it.
#[derive(Clone, Debug, Default)]
pub struct TableDecimals {
    /// Those of all columns.
    pub all: Option<At<Decimals>>,
    /// Those of some columns.
    pub columns: Vec<(Word, At<Decimals>)>,
}

impl Read for TableDecimals {
    fn shape() -> Shape {
        Shape::TableDecimals
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.value {
            Value::Map(_) => {
                let columns = Named::<At<Decimals>>::read(node, reader)?.0;
                Some(TableDecimals { all: None, columns })
            }
            Value::Scalar(_) => {
                let all = At::<Decimals>::read(node, reader)?;
                Some(TableDecimals { all: Some(all), columns: Vec::new() })
            }
            Value::Null => Some(TableDecimals::default()),
            _ => {
                reader.expected(node, &Self::shape());
                None
            }
        }
    }

    fn absent() -> Option<Self> {
        Some(TableDecimals::default())
    }
}
