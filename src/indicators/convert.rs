//! A quantity in another unit.

use super::{Quantity, Unit};
use rust_decimal::Decimal;

impl Quantity {
    /// The number in `unit`; `None` where the two count different things. A number without a
    /// unit goes with any unit.
    pub fn in_unit(&self, unit: Option<&Unit>) -> Option<Decimal> {
        match (&self.unit, unit) {
            (Some(own), Some(unit)) if own.same_kind(unit) => own.convert(self.value, unit),
            (Some(_), Some(_)) => None,
            _ => Some(self.value),
        }
    }

    /// The number in ones: 5 тыс. руб. are 5000; `None` on overflow.
    pub fn in_ones(&self) -> Option<Decimal> {
        self.unit.as_ref().map_or(Some(self.value), |unit| unit.in_ones(self.value))
    }

    /// Whether it is printed with `%`.
    pub fn is_percent(&self) -> bool {
        self.unit.as_ref().is_some_and(Unit::is_percent)
    }

    /// Its unit as it is printed; empty where it has none.
    pub fn unit_written(&self) -> &str {
        self.unit.as_ref().map_or("", Unit::written)
    }

    /// Whether it is a sum of roubles.
    pub fn is_money(&self) -> bool {
        Unit::parse("руб.").zip(self.unit.as_ref()).is_some_and(|(roubles, own)| own.same_kind(&roubles))
    }
}
