//! Where a finished document shows what the pack knows: figures, and cells of tables.

use crate::document::{Around, Document, Figure, Like, Origin, Standing, Within};
use crate::output::Shown;
use crate::source::{Describer, Place};
use crate::typeset::Pages;
use std::collections::{HashMap, VecDeque};

/// A place of a document that shows a figure or a cell of a table.
#[derive(Clone, Debug)]
pub struct Stand {
    /// The `{{…}}` in the pack, or the cell itself.
    pub place: Place,
    /// The figure; `None` for a cell of a printed table and for a chart.
    pub figure: Option<Figure>,
    /// What is printed.
    pub printed: String,
    /// Clause, table, chart and heading around it.
    pub around: Around,
    /// Its page, from 1.
    pub page: Option<usize>,
}

/// The figures and cells of a document in its order.
pub fn stands(document: &Document, pages: &Pages) -> Vec<Stand> {
    // Looked up, never gone through: the order of the map says nothing.
    let mut found: HashMap<&Origin, VecDeque<usize>> = HashMap::new();
    for (origin, page) in &pages.origins {
        found.entry(origin).or_default().push_back(page + 1);
    }
    // What is said over a slide stands on no page; it belongs to that of its slide.
    let of_section = |around: &Around| pages.sections.get(around.section).map(|page| page + 1);
    let mut chart = None;
    let mut page = |standing: &Standing<'_>| {
        if matches!(standing.around.within, Within::ChartPart(_)) {
            return chart;
        }
        let own = found.get_mut(standing.origin).and_then(VecDeque::pop_front);
        let page = own.or_else(|| of_section(&standing.around).filter(|_| standing.around.slide));
        chart = page;
        page
    };
    let mut stands = Vec::new();
    for standing in document.standings() {
        let page = page(&standing);
        let figure = standing.origin.figure.and_then(|id| document.figures.get(id.0 as usize));
        if figure.is_some() || standing.around.within != Within::Text {
            stands.push(Stand {
                place: standing.origin.place.clone(),
                figure: figure.cloned(),
                printed: standing.text.into_owned(),
                around: standing.around,
                page,
            });
        }
    }
    stands
}

/// A figure as the manifest has it.
pub fn shown(stand: &Stand, places: &mut Describer<'_>) -> Option<Shown> {
    let figure = stand.figure.as_ref().filter(|figure| !matches!(figure.like, Like::Text(_)))?;
    let mut describe = |place: &Place| places.describe(place);
    Some(Shown {
        expression: figure.expression.clone(),
        printed: figure.printed.clone(),
        indicators: figure.indicators.clone(),
        cells: figure.cells.iter().map(&mut describe).collect(),
        place: describe(&stand.place),
        page: stand.page,
        clause: stand.around.clause.as_deref().map(str::to_owned),
        heading: stand.around.heading.as_deref().map(str::to_owned),
    })
}
