//! Word's units of length.

use crate::document::Length;

/// Twentieths of a point, the unit of indents, spaces and page sizes.
pub(super) fn twips(length: Length) -> i64 {
    whole(length, 20.0)
}

/// Half points, the unit of letter sizes.
pub(super) fn half_points(length: Length) -> i64 {
    whole(length, 2.0)
}

/// Eighths of a point, the unit of rules.
pub(super) fn eighth_points(length: Length) -> i64 {
    whole(length, 8.0)
}

/// A distance of lines in 240ths of a line, as `w:spacing` counts them.
pub(super) fn line_units(multiple: f32) -> i64 {
    whole(Length(multiple), 240.0)
}

/// Rounded; what is not a number becomes 0 (the cast does that).
fn whole(length: Length, per_point: f32) -> i64 {
    (f64::from(length.pt()) * f64::from(per_point)).round() as i64
}

/// A length in points as EMU, of which an inch has 914,400.
pub(super) fn emu(points: f64) -> i64 {
    (points * 12_700.0 + 0.5) as i64
}
