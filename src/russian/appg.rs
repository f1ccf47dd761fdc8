//! «10 (АППГ – 16)»: a figure beside that of the same period of the year before
//! («аналогичный период прошлого года»).

use super::NO_BREAK_SPACE;
use super::number::{self, NumberStyle};
use rust_decimal::Decimal;

/// How the brackets are spaced; a document keeps to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum AppgSpacing {
    /// «10 (АППГ – 16)»
    #[default]
    Spaced,
    /// «10 (АППГ–16)»
    Glued,
}

/// Both figures in the АППГ form. No space in it breaks.
pub fn appg(current: Decimal, previous: Decimal, style: &NumberStyle, spacing: AppgSpacing) -> String {
    let dash = match spacing {
        AppgSpacing::Spaced => format!("{NO_BREAK_SPACE}–{NO_BREAK_SPACE}"),
        AppgSpacing::Glued => "–".to_owned(),
    };
    let (current, previous) = (number::format(current, style), number::format(previous, style));
    format!("{current}{NO_BREAK_SPACE}(АППГ{dash}{previous})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_spacings() {
        let show = |spacing| appg(10.into(), 16.into(), &NumberStyle::default(), spacing);
        assert_eq!(show(AppgSpacing::Spaced), "10\u{a0}(АППГ\u{a0}–\u{a0}16)");
        assert_eq!(show(AppgSpacing::Glued), "10\u{a0}(АППГ–16)");
    }
}
