//! A number together with its unit.

use super::Unit;
use rust_decimal::Decimal;

/// An exact number in a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The number, counted in `unit`; in percent where that is `%`.
    pub value: Decimal,
    /// The unit; `None` where nobody stated one. That of a ratio is written as nothing.
    pub unit: Option<Unit>,
}

/// What is known of the unit of a number in the middle of a computation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Nobody stated a unit; whether the number is a quotient of such numbers.
    Unstated { quotient: bool },
    /// The unit.
    Stated(Unit),
}

/// A number in the middle of a computation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Measured {
    pub value: Decimal,
    pub measure: Measure,
}

/// Why two numbers do not go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mismatch {
    /// A number has no room for the result.
    Overflow,
    /// Division by zero.
    ZeroDivision,
    /// Different kinds of units.
    Units(Box<(Unit, Unit)>),
    /// One of them has a unit with a scale or `%`, the other none.
    Missing(Box<Unit>),
}

impl Measured {
    pub fn of(quantity: &Quantity) -> Measured {
        let measure = match &quantity.unit {
            Some(unit) if unit.is_loose() => Measure::Unstated { quotient: true },
            Some(unit) => Measure::Stated(unit.clone()),
            None => Measure::Unstated { quotient: false },
        };
        Measured { value: quantity.value, measure }
    }

    pub fn negative(self) -> Measured {
        Measured { value: -self.value, ..self }
    }

    /// The sum, in the unit of the first.
    pub fn plus(self, other: Measured) -> Result<Measured, Mismatch> {
        use Measure::{Stated, Unstated};
        let (measure, added) = match (self.measure, other.measure) {
            (Unstated { quotient: one }, Unstated { quotient: two }) => {
                (Unstated { quotient: one || two }, Some(other.value))
            }
            (Stated(unit), Unstated { .. }) | (Unstated { .. }, Stated(unit)) if unit.is_plain() => {
                (Stated(unit), Some(other.value))
            }
            (Stated(unit), Unstated { .. }) | (Unstated { .. }, Stated(unit)) => {
                return Err(Mismatch::Missing(Box::new(unit)));
            }
            (Stated(one), Stated(two)) if one.same_kind(&two) => {
                let converted = two.convert(other.value, &one);
                (Stated(one), converted)
            }
            (Stated(one), Stated(two)) => return Err(Mismatch::Units(Box::new((one, two)))),
        };
        let value = added.and_then(|added| self.value.checked_add(added)).ok_or(Mismatch::Overflow)?;
        Ok(Measured { value, measure })
    }

    pub fn times(self, other: Measured) -> Result<Measured, Mismatch> {
        use Measure::{Stated, Unstated};
        let product = self.value.checked_mul(other.value).ok_or(Mismatch::Overflow)?;
        let (measure, power_of) = match (self.measure, other.measure) {
            (Unstated { quotient: one }, Unstated { quotient: two }) => {
                (Unstated { quotient: one || two }, None)
            }
            // «бюджет * 78 %» is a part of the budget.
            (measure, Stated(part)) | (Stated(part), measure) if part.is_percent() => (measure, Some(part)),
            (Stated(unit), Unstated { .. }) | (Unstated { .. }, Stated(unit)) => (Stated(unit), None),
            (Stated(one), Stated(two)) => {
                let (unit, power) = one.times(&two);
                return in_unit(product, unit, power);
            }
        };
        let value = match power_of {
            Some(part) => part.in_ones(product).ok_or(Mismatch::Overflow)?,
            None => product,
        };
        Ok(Measured { value, measure })
    }

    pub fn per(self, other: Measured) -> Result<Measured, Mismatch> {
        use Measure::{Stated, Unstated};
        if other.value.is_zero() {
            return Err(Mismatch::ZeroDivision);
        }
        let quotient = self.value.checked_div(other.value).ok_or(Mismatch::Overflow)?;
        match (self.measure, other.measure) {
            (Unstated { .. }, Unstated { .. }) => {
                Ok(Measured { value: quotient, measure: Unstated { quotient: true } })
            }
            (Stated(unit), Unstated { .. }) => Ok(Measured { value: quotient, measure: Stated(unit) }),
            (Unstated { .. }, Stated(unit)) if unit.is_plain() => {
                Ok(Measured { value: quotient, measure: Unstated { quotient: true } })
            }
            (Unstated { .. }, Stated(unit)) => {
                let (unit, power) = Unit::ratio().per(&unit);
                in_unit(quotient, unit, power)
            }
            (Stated(one), Stated(two)) => {
                let (unit, power) = one.per(&two);
                in_unit(quotient, unit, power)
            }
        }
    }

    /// `self / count`, in its own unit.
    pub fn divided(self, count: usize) -> Result<Measured, Mismatch> {
        let value = self.value.checked_div(Decimal::from(count as u64)).ok_or(Mismatch::ZeroDivision)?;
        Ok(Measured { value, ..self })
    }

    /// The number in the unit that its definition declares, or in its own.
    pub fn declared(self, unit: Option<&Unit>) -> Result<Quantity, Mismatch> {
        let value = match (unit, &self.measure) {
            (None, Measure::Stated(own)) => {
                return Ok(Quantity { value: self.value, unit: Some(own.clone()) });
            }
            (Some(unit), Measure::Stated(own)) if unit.may_declare(own) => own.convert(self.value, unit),
            (Some(unit), Measure::Stated(own)) => {
                return Err(Mismatch::Units(Box::new((own.clone(), unit.clone()))));
            }
            (Some(unit), Measure::Unstated { quotient: true }) if unit.is_percent() => {
                Unit::ratio().convert(self.value, unit)
            }
            (None, Measure::Unstated { quotient: true }) => {
                return Ok(Quantity { value: self.value, unit: Some(Unit::loose_ratio()) });
            }
            (_, Measure::Unstated { .. }) => Some(self.value),
        };
        Ok(Quantity { value: value.ok_or(Mismatch::Overflow)?, unit: unit.cloned() })
    }
}

fn in_unit(value: Decimal, unit: Unit, power: i32) -> Result<Measured, Mismatch> {
    let value = super::unit::shift(value, power).ok_or(Mismatch::Overflow)?;
    Ok(Measured { value, measure: Measure::Stated(unit) })
}
