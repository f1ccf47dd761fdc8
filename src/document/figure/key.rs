//! A figure that stands big on a sheet: the figure, its unit, its words, its change in a year.

use super::option::DECIMALS;
use super::print::Print;
use super::{Figures, Refusal, once_each};
use crate::document::{Figure, Like};
use crate::indicators::{Indicator, Indicators};
use crate::layout::KeyPart;
use crate::pack::sheet::{Change, KeyIndicator};
use crate::russian::NO_BREAK_SPACE;
use crate::russian::compare::{Amount, Direction, compare};
use crate::russian::decimals::Decimals;
use crate::russian::number::{self, NumberStyle};
use crate::source::{Place, SourceText};
use crate::text::{Argument, Call, RichText};
use rust_decimal::Decimal;

/// What a part of a key indicator prints.
#[derive(Debug)]
pub enum KeyText<'k> {
    /// A text of the pack.
    Text(&'k RichText),
    /// A figure with the place that asks for it.
    Figure(Figure, Place),
    /// Words with their place.
    Words(String, Place),
    /// Nothing.
    Nothing,
}

impl Figures<'_> {
    /// A part of a key indicator.
    ///
    /// # Errors
    /// Findings where the indicator is not there, or none where that was said already.
    pub fn key<'k>(&self, key: &'k KeyIndicator, part: KeyPart) -> Result<KeyText<'k>, Refusal> {
        let given = key.figure.calls().next();
        match (part, &key.caption) {
            (KeyPart::Figure, _) if given.is_some() => return Ok(KeyText::Text(&key.figure)),
            (KeyPart::Caption, Some(caption)) => return Ok(KeyText::Text(&caption.0)),
            _ => {}
        }
        let source = &key.figure.source;
        let call = given.cloned().unwrap_or_else(|| call_of_name(source));
        let Some(word) = call.words.iter().rev().find(|word| self.indicators.get(&word.text).is_some())
        else {
            // A text without an indicator of its own has no words and no change; a name must be one.
            return match (part, given) {
                (KeyPart::Figure, _) | (_, None) => self.print(&call, source).map(|_| KeyText::Nothing),
                _ => Ok(KeyText::Nothing),
            };
        };
        let print = Print { figures: self, call: &call, source };
        let indicator = print.indicator(word)?;
        let place = Place::Text(source.span(call.range.clone()));
        Ok(match part {
            KeyPart::Figure => KeyText::Figure(self.print(&call, source)?, place),
            KeyPart::Caption => {
                let unit = key.unit.as_ref().map(|unit| unit.0.plain().to_owned());
                // A text with a figure says its unit itself.
                let own = || given.map_or_else(|| unit_of(indicator), |_| String::new());
                let unit = unit.unwrap_or_else(own).replace(' ', "\u{a0}");
                let words = if unit.is_empty() {
                    title(indicator)
                } else {
                    format!("{},\u{a0}{unit}", title(indicator))
                };
                KeyText::Words(words, indicator.place.clone())
            }
            // What a text scales, such as {{млн …}}, changes by a part of itself.
            KeyPart::Change => match change(&print, indicator, key.change.or(given.map(|_| Change::Percent)))
            {
                Some(text) => KeyText::Figure(changed(self.indicators, indicator, text), place),
                None => KeyText::Nothing,
            },
        })
    }
}

/// A bare name as the call that prints it.
fn call_of_name(source: &SourceText) -> Call {
    let text = source.as_str();
    let name = text.trim();
    let start = text.len() - text.trim_start().len();
    let range = start..start + name.len();
    Call { range: range.clone(), words: vec![Argument { text: name.to_owned(), range, quoted: false }] }
}

/// An indicator in words; its name, if nobody gave any.
fn title(indicator: &Indicator) -> String {
    indicator.title.clone().unwrap_or_else(|| indicator.name.replace('_', " "))
}

/// The unit of the figure; per cent stand with it already.
fn unit_of(indicator: &Indicator) -> String {
    if indicator.value.is_percent() { String::new() } else { indicator.value.unit_written().to_owned() }
}

/// `▲ 107 за год`; `None` where last year is not known or the change is not wanted. It is rounded
/// as the indicator is, whatever the text beside it asks for, so that a change reads alike
/// everywhere; only where the indicator declares no decimals those of the text count.
fn change(print: &Print<'_, '_>, indicator: &Indicator, wanted: Option<Change>) -> Option<String> {
    let comparison = compare(indicator.value.value, indicator.previous.as_ref()?.value)?;
    let space = NO_BREAK_SPACE;
    let decimals = indicator.decimals.or_else(|| print.option(&DECIMALS).and_then(Decimals::parse));
    let own = print.figures.style(decimals);
    let by = match wanted {
        Some(Change::None) => return None,
        Some(Change::Percent) => {
            let style = print.figures.style(Some(Decimals::ONE));
            amount(comparison.percent?, &style, |by| number::format_percent(by, &style))
        }
        _ if indicator.value.is_percent() => {
            amount(comparison.by, &own, |by| format!("{}{space}п.{space}п.", number::format(by, &own)))
        }
        _ => amount(comparison.by, &own, |by| number::format(by, &own)),
    };
    Some(match comparison.direction {
        Direction::Greater => format!("▲{space}{by} за{space}год"),
        Direction::Less => format!("▼{space}{by} за{space}год"),
        Direction::Equal => format!("без{space}изменений за{space}год"),
    })
}

/// How much, or «менее 0,1 %» where that rounds to nothing.
fn amount(by: Decimal, style: &NumberStyle, show: impl Fn(Decimal) -> String) -> String {
    match Amount::of(by, style) {
        Amount::Exactly(shown) => show(shown),
        Amount::LessThan(least) => format!("менее{NO_BREAK_SPACE}{}", show(least)),
    }
}

/// The change as a figure, with the cells of both years.
fn changed(indicators: &Indicators, indicator: &Indicator, text: String) -> Figure {
    let cells = indicators.cells(indicator).into_iter().chain(indicators.previous_cells(indicator));
    Figure {
        expression: format!("изменение {}", indicator.name),
        indicators: vec![indicator.name.clone()],
        cells: once_each(cells),
        printed: text,
        like: Like::Alone,
    }
}
