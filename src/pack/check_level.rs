//! How grave the findings of a check are in a pack.

use super::read::{Read, Reader};
use super::shape::{Name, Shape};
use crate::source::{Node, Severity};

/// What a pack says of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckLevel(
    /// The severity of its findings; `None` where the check is switched off.
    pub Option<Severity>,
);

impl CheckLevel {
    const WORDS: [(Name, CheckLevel); 4] = [
        (Name::new("нет", "off"), CheckLevel(None)),
        (Name::new("замечание", "note"), CheckLevel(Some(Severity::Note))),
        (Name::new("предупреждение", "warning"), CheckLevel(Some(Severity::Warning))),
        (Name::new("ошибка", "error"), CheckLevel(Some(Severity::Error))),
    ];
}

impl Read for CheckLevel {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.iter().map(|(name, _)| name.clone()).collect())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let names: Vec<Name> = Self::WORDS.iter().map(|(name, _)| name.clone()).collect();
        reader.choice(node, &names).map(|index| Self::WORDS[index].1)
    }
}
