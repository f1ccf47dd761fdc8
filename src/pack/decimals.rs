//! With how many decimals a table is printed.

use super::read::{At, Named, Read, Reader, Word};
use super::shape::Shape;
use crate::source::{Node, Value};

/// How many decimals the numbers of a table are printed with, where somebody says it.
#[derive(Clone, Debug, Default)]
pub struct TableDecimals {
    /// Those of all columns.
    pub all: Option<At<u32>>,
    /// Those of some columns.
    pub columns: Vec<(Word, At<u32>)>,
}

impl Read for TableDecimals {
    fn shape() -> Shape {
        Shape::Decimals
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.value {
            Value::Map(_) => {
                let columns = Named::<At<u32>>::read(node, reader)?.0;
                Some(TableDecimals { all: None, columns })
            }
            Value::Scalar(_) => {
                let all = At::<u32>::read(node, reader)?;
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
