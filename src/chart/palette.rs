//! Fills derived from one colour: steps of lightness, and hatching where steps are many, so that
//! neighbours can be told apart in black and white.

use super::Color;

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill {
    /// The ground.
    pub color: Color,
    /// Whether oblique lines of the dark colour are drawn on it.
    pub hatched: bool,
    /// The dark colour: outline and hatching.
    pub dark: Color,
}

/// What marks the points of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marker {
    /// How many corners it has; 0 for a circle.
    pub corners: u8,
    /// Whether it is filled, or only outlined.
    pub filled: bool,
    /// Lengths of dash and gap of the line, as multiples of its thickness.
    pub dash: Option<(f64, f64)>,
    /// The line's colour.
    pub color: Color,
}

/// Lightness of the fills, 0–255, by how many there are.
const STEPS: [&[i32]; 6] = [
    &[95],
    &[80, 190],
    &[70, 140, 210],
    &[60, 115, 170, 220],
    &[55, 105, 150, 190, 226],
    &[50, 92, 130, 168, 202, 232],
];
/// The lines' lightness: all of them dark enough to be seen on white (contrast of 3:1).
const LINES: [i32; 4] = [60, 110, 85, 130];

/// Fills for `count` series, the darkest first. Where there are more than three, every second
/// one is hatched; more than six begin again.
pub fn fills(accent: Color, count: usize) -> Vec<Fill> {
    let steps = STEPS[count.clamp(1, STEPS.len()) - 1];
    let dark = shade(accent, 45);
    let fill = |number: usize| {
        let step = number % steps.len();
        let hatched = count > 3 && step % 2 == 1;
        Fill { color: shade(accent, steps[step]), hatched, dark }
    };
    (0..count).map(fill).collect()
}

/// Markers and dashes for `count` lines.
pub fn markers(accent: Color, count: usize) -> Vec<Marker> {
    const FORMS: [(u8, bool); 6] = [(0, true), (4, false), (3, true), (0, false), (4, true), (3, false)];
    const DASHES: [Option<(f64, f64)>; 4] = [None, Some((4.0, 2.0)), Some((1.5, 1.5)), Some((8.0, 2.5))];
    let marker = |number: usize| {
        let (corners, filled) = FORMS[number % FORMS.len()];
        let (dash, lightness) = (DASHES[number % DASHES.len()], LINES[number % LINES.len()]);
        Marker { corners, filled, dash, color: shade(accent, lightness) }
    };
    (0..count).map(marker).collect()
}

/// Black or white, whichever reads better on a colour: its contrast is at least 4.5:1.
pub fn readable_on(color: Color) -> Color {
    // Where both contrasts are equal (WCAG 2.1): luminance √(1.05 · 0.05) − 0.05.
    if luminance(color) > 0.179 { [0; 3] } else { [255; 3] }
}

/// Relative luminance (WCAG 2.1).
pub(super) fn luminance(color: Color) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = color.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// A colour's lightness on a grey printer, 0–255.
pub(super) fn lightness(color: Color) -> i32 {
    let [red, green, blue] = color.map(i32::from);
    (299 * red + 587 * green + 114 * blue) / 1000
}

/// The colour mixed with white or black until it has a lightness.
fn shade(color: Color, wanted: i32) -> Color {
    let own = lightness(color);
    let (toward, part, whole) =
        if wanted > own { (255, wanted - own, 255 - own) } else { (0, own - wanted, own) };
    let mix = |channel: u8| {
        let channel = i32::from(channel);
        let mixed = if whole == 0 { channel } else { channel + (toward - channel) * part / whole };
        u8::try_from(mixed.clamp(0, 255)).unwrap_or(0)
    };
    color.map(mix)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCENTS: [Color; 4] = [[31, 78, 121], [0, 0, 0], [196, 30, 58], [250, 220, 20]];

    fn contrast(one: Color, two: Color) -> f64 {
        let (one, two) = (luminance(one), luminance(two));
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    #[test]
    fn neighbours_differ_in_black_and_white() {
        for accent in ACCENTS {
            for count in 2..=6 {
                let fills = fills(accent, count);
                for pair in fills.windows(2) {
                    let step = lightness(pair[1].color) - lightness(pair[0].color);
                    assert!(step >= 28, "{accent:?} {count}: {pair:?}");
                    assert!(count <= 3 || pair[0].hatched != pair[1].hatched);
                }
            }
        }
    }

    #[test]
    fn words_read_well_on_every_fill() {
        for fill in ACCENTS.iter().flat_map(|&accent| (1..=6).flat_map(move |count| fills(accent, count))) {
            assert!(contrast(fill.color, readable_on(fill.color)) >= 4.5, "{fill:?}");
        }
    }

    #[test]
    fn lines_are_seen_on_white() {
        for marker in ACCENTS.iter().flat_map(|&accent| markers(accent, 6)) {
            assert!(contrast(marker.color, [255; 3]) >= 3.0, "{marker:?}");
        }
    }
}
