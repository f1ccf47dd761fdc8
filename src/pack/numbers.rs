//! How a pack writes its numbers.

use super::read::{Read, Reader};
use super::shape::{Name, Shape};
use crate::record;
use crate::russian::number::{Grouping, NumberStyle};
use crate::source::Node;

record! {
    /// How numbers are written.
    pub struct NumberFacts: "числа" / "numbers" {
        /// From which number digits stand in groups of three.
        groups: Option<Groups> = "группы" / "groups",
            "С какого числа цифры стоят группами по три: «от 10 000» (1025, 10 025; так и без ключа) или «от 1000» (1 025)." /
            "From which number digits stand in groups of three: `from 10 000` (as without the key) or `from 1000`.";
        /// How the per cent sign stands.
        percent: Option<PercentForm> = "процент" / "percent",
            "Знак процента: «с пробелом» (5 %; так и без ключа) или «слитно» (5%)." /
            "The per cent sign: `spaced` (as without the key) or `glued`.";
    }
}

impl NumberFacts {
    /// The style that this is.
    pub fn style(&self) -> NumberStyle {
        NumberStyle {
            grouping: self.groups.map_or_else(Grouping::default, |groups| groups.0),
            glued_percent: self.percent == Some(PercentForm::Glued),
            ..NumberStyle::default()
        }
    }
}

/// From which number digits stand in groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Groups(Grouping);

impl Groups {
    const WORDS: [(Name, Groups); 2] = [
        (Name::new("от 10 000", "from 10 000"), Groups(Grouping::FromTenThousand)),
        (Name::new("от 1000", "from 1000"), Groups(Grouping::FromThousand)),
    ];
}

impl Read for Groups {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.map(|(name, _)| name).to_vec())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let names = Self::WORDS.map(|(name, _)| name);
        reader.choice(node, &names).and_then(|index| Some(Self::WORDS.get(index)?.1))
    }
}

/// How the per cent sign stands behind its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PercentForm {
    /// «5 %», as ГОСТ 8.417 has it.
    Spaced,
    /// «5%».
    Glued,
}

impl PercentForm {
    const WORDS: [(Name, PercentForm); 2] = [
        (Name::new("с пробелом", "spaced"), PercentForm::Spaced),
        (Name::new("слитно", "glued"), PercentForm::Glued),
    ];
}

impl Read for PercentForm {
    fn shape() -> Shape {
        Shape::Choice(Self::WORDS.map(|(name, _)| name).to_vec())
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let names = Self::WORDS.map(|(name, _)| name);
        reader.choice(node, &names).and_then(|index| Some(Self::WORDS.get(index)?.1))
    }
}
