//! The attributes of markup as values.

use crate::document::markup::Tag;
use crate::document::vocabulary::AUTO;
use crate::document::{Anchor, AnchorKind, CellAlign, Column, Length, Marker, Role};
use crate::layout::{Handle, Printed};

/// The anchor that an element's attribute `anchor` gives it.
pub(super) fn anchor(tag: Tag<'_>, kind: AnchorKind) -> Option<Anchor> {
    tag.attribute("anchor").map(|name| Anchor { kind, name: name.to_owned() })
}

pub(super) fn only_handle(text: &str) -> Option<Handle> {
    match Handle::split(text).as_slice() {
        [Printed::Handle(handle)] => Some(*handle),
        _ => None,
    }
}

pub(super) fn role(name: Option<&str>) -> Role {
    match name {
        Some("title") => Role::Title,
        Some(other) => match other.strip_prefix("heading-").and_then(|level| level.parse().ok()) {
            Some(level) => Role::Heading(level),
            None => Role::Body,
        },
        None => Role::Body,
    }
}

pub(super) fn marker(name: Option<&str>) -> Marker {
    match name {
        Some("parenthesis") => Marker::Parenthesis,
        Some("letter") => Marker::Letter,
        Some("dash") => Marker::Dash,
        Some("hyphen") => Marker::Hyphen,
        Some("dot") => Marker::Dot,
        Some("bullet") => Marker::Bullet,
        Some("none") => Marker::None,
        _ => Marker::Decimal,
    }
}

pub(super) fn cell_align(name: Option<&str>) -> CellAlign {
    match name {
        Some("center") => CellAlign::Center,
        Some("end") => CellAlign::End,
        Some("decimal") => CellAlign::Decimal,
        _ => CellAlign::Start,
    }
}

/// A length that is written in millimetres.
pub(super) fn millimetres(text: Option<&str>) -> Option<Length> {
    let number: f32 = text?.trim().replace(',', ".").parse().ok()?;
    (number.is_finite() && (0.0..=1000.0).contains(&number)).then(|| Length::mm(number))
}

/// `widths="10 50 40"`: shares of the table's width.
pub(super) fn widths(text: Option<&str>) -> Vec<Column> {
    let text = text.unwrap_or("");
    let open = text.split_whitespace().any(|word| word == AUTO);
    let number = |word: &str| if word == AUTO { Some(0.0) } else { word.parse::<f32>().ok() };
    let shares: Vec<f32> = text.split_whitespace().filter_map(number).collect();
    // Beside columns whose content decides, a number is a hundredth of the table.
    let whole: f32 = if open { 100.0 } else { shares.iter().sum() };
    shares.iter().map(|share| Column { share: (*share > 0.0).then(|| share / whole) }).collect()
}
