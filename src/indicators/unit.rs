//! Units of measurement, as far as figures are computed with them.

use crate::russian::scale::Scale;
use crate::russian::typography::fold;
use crate::russian::unit::canonical;
use rust_decimal::Decimal;

/// A unit: what is counted, and in which power of ten.
///
/// `тыс. руб.` counts roubles in thousands, `%` counts nothing in hundredths, `руб./чел.`
/// counts roubles per person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    written: String,
    power: i32,
    above: Vec<String>,
    below: Vec<String>,
    /// A quotient of figures without units: it may be a ratio, nobody knows.
    loose: bool,
}

/// What is never counted in pieces.
const MEASURES: &[&str] = &[
    "руб.",
    "коп.",
    "чел.",
    "балл",
    "м",
    "м²",
    "м³",
    "км",
    "га",
    "т",
    "кг",
    "л",
    "гкал",
    "квт·ч",
    "лет",
    "ч",
];

impl Unit {
    /// Reads a unit as people write it: `тыс. руб.`, `млн рублей`, `тыс.руб.`, `%`, `чел.`,
    /// `руб. на ученика`, or any other word. `None` for nothing and for a dash.
    pub fn parse(text: &str) -> Option<Unit> {
        let written = text.trim().trim_start_matches("в ").to_owned();
        let folded = fold(&written);
        if folded.is_empty() || folded == "-" {
            return None;
        }
        if folded == "%" || folded.starts_with("процент") || folded == "percent" {
            return Some(Unit { written, power: -2, above: Vec::new(), below: Vec::new(), loose: false });
        }
        let (above, below) = match folded.split_once('/').or_else(|| folded.split_once(" на ")) {
            Some((above, below)) => (above, Some(below)),
            None => (folded.as_str(), None),
        };
        let (mut power, above) = scaled(above);
        let (power_below, below) = below.map(scaled).unwrap_or_default();
        power -= power_below;
        Some(Unit { written, power, above, below, loose: false })
    }

    /// The unit of a quotient of equal units.
    pub fn ratio() -> Unit {
        Unit { written: String::new(), power: 0, above: Vec::new(), below: Vec::new(), loose: false }
    }

    /// What a quotient of figures without units is called, so that `%` may still be declared.
    pub(super) fn loose_ratio() -> Unit {
        Unit { loose: true, ..Unit::ratio() }
    }

    /// Whether it is such a quotient.
    pub(super) fn is_loose(&self) -> bool {
        self.loose
    }

    /// The unit `%`.
    pub fn percent() -> Unit {
        Unit { written: "%".to_owned(), power: -2, ..Unit::ratio() }
    }

    /// As it is printed; empty for a ratio.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Whether it is `%`.
    pub fn is_percent(&self) -> bool {
        self.power == -2 && self.counts_nothing()
    }

    /// Whether it counts in ones: `чел.`, but not `тыс. чел.` or `%`.
    pub fn is_plain(&self) -> bool {
        self.power == 0
    }

    /// Whether it is a ratio or `%`.
    pub fn counts_nothing(&self) -> bool {
        self.above.is_empty() && self.below.is_empty()
    }

    /// Whether both are one unit, however it is written: `тыс. руб.` and `тыс.рублей`.
    pub fn is(&self, other: &Unit) -> bool {
        self.power == other.power && self.same_kind(other)
    }

    /// What all ways to write the unit have in common.
    pub fn standard(&self) -> String {
        format!("{} {}/{}", self.power, self.above.join("·"), self.below.join("·"))
    }

    /// Whether figures in both can be added: `руб.` and `млн руб.`, but not `руб.` and `чел.`
    pub fn same_kind(&self, other: &Unit) -> bool {
        self.above == other.above && self.below == other.below
    }

    /// Whether a figure computed in `computed` can be declared in this unit: it is of the same
    /// kind, or leaves out "per": `руб./чел.` may be declared as `руб.` (на одного человека), or
    /// says what a bare `ед.` counts: `школ`.
    pub(super) fn may_declare(&self, computed: &Unit) -> bool {
        let names_pieces = || {
            matches!(computed.above.as_slice(), [counted] if counted == "ед." || counted == "шт.")
                && matches!(self.above.as_slice(), [counted] if !MEASURES.contains(&counted.as_str()))
                && self.below == computed.below
        };
        self.same_kind(computed) || (!self.above.is_empty() && self.above == computed.above) || names_pieces()
    }

    /// A number in this unit, converted to another of its kind; `None` on overflow.
    pub(super) fn convert(&self, value: Decimal, to: &Unit) -> Option<Decimal> {
        shift(value, self.power.checked_sub(to.power)?)
    }

    /// A number in this unit, in ones of it; `None` on overflow.
    pub(super) fn in_ones(&self, value: Decimal) -> Option<Decimal> {
        shift(value, self.power)
    }

    /// The unit of a product, and the power of ten by which the number is to be multiplied.
    pub(super) fn times(&self, other: &Unit) -> (Unit, i32) {
        let all = |one: &[String], two: &[String]| [one, two].concat();
        built(self.power + other.power, all(&self.above, &other.above), all(&self.below, &other.below))
    }

    /// The unit of a quotient, and the power of ten by which the number is to be multiplied.
    pub(super) fn per(&self, other: &Unit) -> (Unit, i32) {
        let all = |one: &[String], two: &[String]| [one, two].concat();
        built(self.power - other.power, all(&self.above, &other.below), all(&self.below, &other.above))
    }
}

/// Multiplies by a power of ten; `None` on overflow.
pub(super) fn shift(value: Decimal, power: i32) -> Option<Decimal> {
    let ten = Decimal::from_i128_with_scale(10i128.checked_pow(power.unsigned_abs())?, 0);
    if power < 0 { value.checked_div(ten) } else { value.checked_mul(ten) }
}

/// The scale at the beginning of a unit, as a power of ten, and what is counted.
fn scaled(folded: &str) -> (i32, Vec<String>) {
    let spaced = folded.replace('.', ". ");
    let mut words: Vec<&str> = spaced.split_whitespace().collect();
    let power = match words.first().and_then(|word| Scale::parse(word)) {
        Some(scale) => {
            words.remove(0);
            3 * scale as i32
        }
        None => 0,
    };
    let words: Vec<&str> = words.iter().map(|word| word.trim_end_matches('.')).collect();
    let counted = words.join(" ");
    let counted = printed(canonical(&counted));
    (power, if counted.is_empty() { Vec::new() } else { vec![counted] })
}

/// What is counted, as it is printed: abbreviations have their point.
fn printed(counted: &str) -> String {
    match counted {
        "руб" | "коп" | "чел" | "шт" | "ед" => format!("{counted}."),
        _ => counted.to_owned(),
    }
}

/// Cancels what stands above and below, and takes a power that no scale names to the number.
fn built(power: i32, mut above: Vec<String>, mut below: Vec<String>) -> (Unit, i32) {
    above.retain(|counted| match below.iter().position(|other| other == counted) {
        Some(at) => {
            below.remove(at);
            false
        }
        None => true,
    });
    above.sort();
    below.sort();
    let scale = match power {
        3 => "тыс. ",
        6 => "млн ",
        9 => "млрд ",
        12 => "трлн ",
        _ => "",
    };
    let kept = if scale.is_empty() || above.is_empty() { 0 } else { power };
    let scale = if kept == 0 { "" } else { scale };
    let mut written = format!("{scale}{}", above.join("·"));
    if !below.is_empty() {
        written.push('/');
        written.push_str(&below.join("·"));
    }
    (Unit { written, power: kept, above, below, loose: false }, power - kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(text: &str) -> Unit {
        Unit::parse(text).unwrap_or_else(Unit::ratio)
    }

    #[test]
    fn units_are_read_as_people_write_them() {
        for other in ["тыс.руб.", "тыс. рублей", "ТЫС. РУБ", "в тыс. руб.", "тысяч рублей"]
        {
            assert!(unit("тыс. руб.").same_kind(&unit(other)), "{other}");
            assert_eq!(unit(other).power, 3, "{other}");
            assert!(unit(other).is(&unit("тыс. руб.")) && !unit(other).is(&unit("руб.")), "{other}");
            assert_eq!(unit(other).standard(), unit("тыс. руб.").standard(), "{other}");
        }
        assert!(unit("чел.").same_kind(&unit("человек")));
        assert!(!unit("чел.").same_kind(&unit("руб.")));
        assert!(unit("посещений").same_kind(&unit("Посещений")));
        assert!(unit("%").is_percent());
        assert_eq!((Unit::parse(""), Unit::parse(" – ")), (None, None));
        assert_eq!(unit("руб. на ученика").above, ["руб."]);
    }

    #[test]
    fn scales_convert_exactly() {
        let (thousand, one) = (unit("тыс. руб."), unit("руб."));
        assert_eq!(thousand.convert(Decimal::new(7754715, 1), &one), Some(775_471_500.into()));
        assert_eq!(one.convert(500.into(), &thousand), Some(Decimal::new(5, 1)));
        assert_eq!(Unit::ratio().convert(Decimal::new(58, 2), &unit("%")), Some(58.into()));
        assert_eq!(thousand.convert(Decimal::MAX, &one), None);
    }

    #[test]
    fn products_and_quotients_cancel() {
        let (per_head, left) = unit("тыс. руб.").per(&unit("чел."));
        assert_eq!((per_head.written(), left), ("тыс. руб./чел.", 0));
        assert_eq!(per_head.times(&unit("чел.")), (unit("тыс. руб."), 0));
        assert_eq!(unit("руб.").per(&unit("тыс. руб.")), (Unit::ratio(), -3));
    }
}
