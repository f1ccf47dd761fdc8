//! The title of a slide against the slide's own figures.

use super::said;
use crate::check::reading::growth;
use crate::check::reading::phrases::{names, telling};
use crate::check::reading::share::show_declared;
use crate::check::{Field, FieldKind, Sentence, View};
use crate::indicators::Indicator;
use crate::russian::decimals::Decimals;
use crate::source::{Finding, Findings};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Looks at every heading behind which key figures stand.
pub(super) fn look(view: &View<'_>, findings: &mut Findings) {
    for (at, field) in view.fields.iter().enumerate().filter(|(_, field)| field.kind == FieldKind::Heading) {
        let behind = view.fields.get(at + 1..).unwrap_or_default();
        let own = behind.iter().take_while(|field| field.kind == FieldKind::KeyFigure);
        let indicators: Vec<&Indicator> = own.flat_map(|field| figures(view, field)).collect();
        if let [sentence] = field.sentences.as_slice()
            && !indicators.is_empty()
        {
            findings.list.extend(title(field, sentence, &indicators));
        }
    }
}

/// The indicators of a key figure: a text that prints them, or the name of one.
fn figures<'v>(view: &'v View<'_>, field: &'v Field<'_>) -> impl Iterator<Item = &'v Indicator> {
    let printed = field.bound.iter().flat_map(|bound| bound.indicators.iter().copied());
    printed.chain(view.loaded.indicators.get(field.source.as_str().trim()))
}

/// «Учеников стало меньше» over an indicator that grew.
fn title(field: &Field<'_>, sentence: &Sentence, indicators: &[&Indicator]) -> Option<Finding> {
    let mut claims = sentence.tokens.iter().filter_map(|token| {
        let direction = growth::compared(token).or_else(|| growth::direction(token))?;
        (!growth::is_task(token)).then_some((token, direction))
    });
    let (word, direction) = claims.next()?;
    // In a rating a lesser number is a higher place.
    let rated = sentence.tokens.iter().any(|token| token.begins(&["мест", "рейтинг", "позици"]));
    let denied = rated || sentence.tokens.iter().any(|token| token.is_any(&["не", "без", "чем"]));
    if claims.next().is_some() || denied || growth::is_taken_back(sentence) {
        return None;
    }
    let changed = indicators.iter().filter_map(|indicator| Some((*indicator, change(indicator)?)));
    let changed: Vec<(&Indicator, Ordering)> = changed.collect();
    let named = |indicator: &Indicator| {
        let title = indicator.title.as_deref().unwrap_or(&indicator.name);
        names(&sentence.tokens, &telling(title)) || names(&sentence.tokens, &telling(&indicator.name))
    };
    let spoken: Vec<_> = changed.iter().filter(|(indicator, _)| named(indicator)).collect();
    // A title that names none of them speaks of all, and only where the change of all is known.
    let spoken = match spoken.is_empty() {
        true if changed.len() == indicators.len() => changed.iter().collect(),
        _ => spoken,
    };
    let (indicator, _) = spoken.first()?;
    // One that goes as the title says is what the title means.
    if spoken.iter().any(|(_, change)| *change == direction) {
        return None;
    }
    let text = |value: Decimal| show_declared(value, indicator.decimals.map(Decimals::get));
    let previous = indicator.previous.as_ref()?;
    let finding = said(field, word, &text(previous.value), &text(indicator.value.value));
    let cell = indicator.cell.clone();
    let was = indicator.previous_cell.clone().unwrap_or(indicator.place.clone());
    Some(finding.label(cell, ("стало", "after")).label(was, ("было", "before")))
}

fn change(indicator: &Indicator) -> Option<Ordering> {
    Some(indicator.value.value.cmp(&indicator.previous.as_ref()?.value))
}
