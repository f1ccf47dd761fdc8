//! The axis of numbers.

/// From where to where an axis of numbers goes, and in which steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Its lower end.
    pub from: f64,
    /// Its upper end.
    pub to: f64,
    /// From one number to the next.
    pub step: f64,
    /// How many decimals its numbers need.
    pub decimals: u32,
}

/// The least share of the largest value that the smallest must have for an axis of lines to
/// begin above zero.
const NEAR: f64 = 0.5;

impl Axis {
    /// An axis for columns: with zero, in about `wanted` steps.
    pub fn with_zero(values: impl Iterator<Item = f64>, wanted: usize) -> Axis {
        let (low, high) =
            values.fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        Axis::around(low, high, wanted)
    }

    /// An axis for lines: it begins at zero unless all values lie far above it.
    pub fn for_lines(values: impl Iterator<Item = f64>, wanted: usize) -> Axis {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values {
            (low, high) = (low.min(value), high.max(value));
        }
        match (low.is_finite(), low > NEAR * high && low < high) {
            (false, _) => Axis::around(0.0, 1.0, wanted),
            // A line at the very bottom would look like zero.
            (true, true) => Axis::around((low - (high - low) / 2.0).max(0.0), high, wanted),
            (true, false) => Axis::around(low.min(0.0), high.max(0.0), wanted),
        }
    }

    /// The axis of parts of a hundred.
    pub fn percent() -> Axis {
        Axis { from: 0.0, to: 100.0, step: 25.0, decimals: 0 }
    }

    fn around(low: f64, high: f64, wanted: usize) -> Axis {
        let span = if high > low { high - low } else { 1.0 };
        let (step, decimals) = nice(span / wanted.max(1) as f64);
        let from = (low / step + 1e-9).floor() * step;
        let to = (high / step - 1e-9).ceil() * step;
        Axis { from, to: if to > from { to } else { from + step }, step, decimals }
    }

    /// The numbers of the axis, the least first.
    pub fn ticks(&self) -> Vec<f64> {
        let count = ((self.to - self.from) / self.step + 0.5) as usize;
        (0..=count.min(100)).map(|number| self.from + self.step * number as f64).collect()
    }

    /// Where a value stands between the ends, 0 to 1.
    pub fn part(&self, value: f64) -> f64 {
        (value - self.from) / (self.to - self.from)
    }
}

/// The least step of 1, 2, 2.5 or 5 times a power of ten that is not below `least`, and how many
/// decimals its multiples need.
fn nice(least: f64) -> (f64, u32) {
    let (mut power, mut exponent) = (1.0_f64, 0_i32);
    while power * 10.0 <= least && exponent < 28 {
        (power, exponent) = (power * 10.0, exponent + 1);
    }
    while power > least && exponent > -12 {
        (power, exponent) = (power / 10.0, exponent - 1);
    }
    let factor = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|factor| factor * power >= least * (1.0 - 1e-9));
    let factor = factor.unwrap_or(10.0);
    let own = if factor == 2.5 { 1 } else { 0 } - if factor == 10.0 { 1 } else { 0 };
    // Below one, 1/10^n is nearer to the decimal fraction than a chain of divisions.
    let step = if exponent < 0 { factor / 10.0_f64.powi(-exponent) } else { factor * power };
    (step, u32::try_from(own - exponent).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        let steps = [0.7, 1.0, 1.3, 2.2, 3.0, 7.0, 130.0, 0.03].map(nice);
        let expected = [(1.0, 0), (1.0, 0), (2.0, 0), (2.5, 1), (5.0, 0), (10.0, 0), (200.0, 0), (0.05, 2)];
        assert_eq!(steps, expected);
    }

    #[test]
    fn columns_begin_at_zero_and_lines_only_where_zero_is_near() {
        let axis = Axis::with_zero([980.0, 1043.0].into_iter(), 4);
        assert_eq!((axis.from, axis.to, axis.step), (0.0, 1500.0, 500.0));
        let axis = Axis::for_lines([980.0, 1043.0].into_iter(), 4);
        assert!(axis.from > 900.0 && axis.to >= 1043.0, "{axis:?}");
        let axis = Axis::for_lines([10.0, 43.0].into_iter(), 4);
        assert_eq!(axis.from, 0.0);
        let axis = Axis::with_zero([-12.0, 30.0].into_iter(), 4);
        assert_eq!((axis.from, axis.to), (-20.0, 40.0));
    }

    #[test]
    fn no_values_make_an_axis_all_the_same() {
        for axis in [Axis::with_zero([].into_iter(), 4), Axis::for_lines([].into_iter(), 4)] {
            assert!(axis.to > axis.from && axis.ticks().len() > 1);
        }
    }
}
