//! How many digits stand after the comma of a printed figure.

/// Digits after the comma: a whole number from 0 to [`MOST`](Decimals::MOST).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimals(u32);

impl Decimals {
    /// More digits are a slip of the pen: no statistics have them.
    pub const MOST: u32 = 10;
    /// One digit, as shares and scaled figures have where nobody says otherwise.
    pub const ONE: Decimals = Decimals(1);

    /// So many digits; `None` for more than [`MOST`](Decimals::MOST).
    pub fn new(count: u32) -> Option<Decimals> {
        (count <= Self::MOST).then_some(Decimals(count))
    }

    /// Reads them as they are written, in digits alone; `None` for anything else.
    pub fn parse(text: &str) -> Option<Decimals> {
        text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit())).and_then(Self::new)
    }

    /// How many they are.
    pub fn get(self) -> u32 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_number_up_to_ten_counts_decimals() {
        assert_eq!(["0", "10"].map(|text| Decimals::parse(text).map(Decimals::get)), [Some(0), Some(10)]);
        for text in ["", "11", "99999999999", "-1", "+1", "1,5", "1.0", "два", "O"] {
            assert_eq!(Decimals::parse(text), None, "{text}");
        }
    }
}
