//! Slips of the hand: two digits that changed places, one digit that is another.

use rust_decimal::Decimal;

fn digits(value: Decimal, decimals: u32) -> Vec<u8> {
    let mut value = value.abs();
    value.rescale(decimals);
    value.mantissa().unsigned_abs().to_string().into_bytes()
}

/// By how much two numbers differ, without the zeros at the end: of a slip that is a digit, or nine
/// times a digit. Nearly all numbers are told apart by it.
fn difference(one: Decimal, other: Decimal) -> Option<u128> {
    let mut left = match one.scale() == other.scale() {
        true => one.abs().mantissa().abs_diff(other.abs().mantissa()),
        false => one.abs().checked_sub(other.abs())?.mantissa().unsigned_abs(),
    };
    while left != 0 && left.is_multiple_of(10) {
        left /= 10;
    }
    Some(left)
}

/// Whether two digits beside each other changed places: 387 for 378.
pub fn is_swap(one: Decimal, other: Decimal) -> bool {
    if difference(one, other).is_some_and(|left| !left.is_multiple_of(9) || left > 81) {
        return false;
    }
    let decimals = one.normalize().scale().max(other.normalize().scale());
    let (one, other) = (digits(one, decimals), digits(other, decimals));
    let Some(at) = one.iter().zip(&other).position(|(a, b)| a != b) else { return false };
    let swapped = one.get(at) == other.get(at + 1) && one.get(at + 1) == other.get(at);
    one.len() == other.len() && swapped && one.get(at + 2..) == other.get(at + 2..)
}

/// Whether one digit is another: 868 for 878.
pub fn is_one_digit(one: Decimal, other: Decimal) -> bool {
    if difference(one, other).is_some_and(|left| left > 9) {
        return false;
    }
    let decimals = one.normalize().scale().max(other.normalize().scale());
    let (one, other) = (digits(one, decimals), digits(other, decimals));
    one.len() == other.len() && one.iter().zip(&other).filter(|(a, b)| a != b).count() == 1
}

/// Whether one number is the other with a slip of the hand.
pub fn is_slip(one: Decimal, other: Decimal) -> bool {
    is_swap(one, other) || is_one_digit(one, other)
}

/// The only one of some numbers in which two digits that changed places make up for what their sum is
/// off, and the right number.
pub fn the_swapped(numbers: &[Decimal], off: Decimal) -> Option<(usize, Decimal)> {
    let right = |number: &Decimal| number.checked_sub(off);
    let mut found = numbers
        .iter()
        .enumerate()
        .filter_map(|(at, number)| Some((at, right(number).filter(|right| is_swap(*right, *number))?)));
    found.next().filter(|_| found.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_digit_or_two_that_changed_places() {
        let number = |text: &str| text.parse::<Decimal>().expect("a number");
        assert!(is_swap(number("387"), number("378")));
        assert!(is_swap(number("65.3"), number("63.5")));
        assert!(is_swap(number("27944.2"), number("27942.4")));
        assert!(!is_swap(number("387"), number("388")));
        assert!(is_one_digit(number("868"), number("878")));
        assert!(!is_slip(number("868"), number("886.5")));
        assert!(!is_slip(number("868"), number("8680")));
        let three = ["112", "29", "19"].map(number);
        assert_eq!(the_swapped(&three, number("-9")), Some((0, number("121"))));
        assert_eq!(the_swapped(&["12", "56"].map(number), number("-9")), None);
    }
}
