//! Expressions as trees. Sums and products keep all their parts in one list, so that a tree is
//! only as deep as its brackets.

use rust_decimal::Decimal;
use std::ops::Range;

/// An expression and its bytes in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expression {
    pub range: Range<usize>,
    pub kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `3,5`, `5 %`
    Number {
        value: Decimal,
        percent: bool,
    },
    /// `ученики`, `ученики.прошлый`
    Name {
        name: String,
        previous: bool,
    },
    /// `бюджет[Школы; 2017]`, `бюджет[D7 = Школы]`
    Cell {
        table: Piece,
        first: Piece,
        by: By,
        second: Piece,
    },
    /// Parts that are added, or taken away (`true`).
    Sum(Vec<(bool, Expression)>),
    /// Parts by which is multiplied, or divided (`true`).
    Product(Vec<(bool, Expression)>),
    Negative(Box<Expression>),
    Call {
        function: Function,
        arguments: Vec<Expression>,
    },
}

/// How a cell is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// Row, then column.
    Words,
    /// Address, then expected words.
    Address,
}

/// Words and their bytes in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub range: Range<usize>,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    Sum,
    Mean,
}

impl Expression {
    /// The names it uses, in order, each with its place; `true` for a previous value.
    pub fn names(&self) -> Vec<(&str, bool, Range<usize>)> {
        let mut names = Vec::new();
        self.visit(&mut |part| {
            if let Kind::Name { name, previous } = &part.kind {
                names.push((name.as_str(), *previous, part.range.clone()));
            }
        });
        names
    }

    /// Whether it names a cell.
    pub fn has_cells(&self) -> bool {
        let mut found = false;
        self.visit(&mut |part| found |= matches!(part.kind, Kind::Cell { .. }));
        found
    }

    /// Whether it multiplies by 100 on its outside.
    pub fn hundred(&self) -> Option<&Range<usize>> {
        let Kind::Product(parts) = &self.kind else { return None };
        let hundred = |part: &&(bool, Expression)| matches!(&part.1.kind, Kind::Number { value, percent: false } if *value == Decimal::ONE_HUNDRED);
        parts.iter().filter(|(divided, _)| !divided).find(hundred).map(|(_, part)| &part.range)
    }

    fn visit<'e>(&'e self, look: &mut impl FnMut(&'e Expression)) {
        look(self);
        match &self.kind {
            Kind::Sum(parts) | Kind::Product(parts) => parts.iter().for_each(|(_, part)| part.visit(look)),
            Kind::Call { arguments, .. } => arguments.iter().for_each(|part| part.visit(look)),
            Kind::Negative(part) => part.visit(look),
            Kind::Number { .. } | Kind::Name { .. } | Kind::Cell { .. } => {}
        }
    }
}
