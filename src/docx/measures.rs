//! What `typeset` measured, so that both outputs agree.

use crate::typeset::TableMeasure;

/// Widths and lines that the document itself does not say.
#[derive(Clone, Debug, Default)]
pub struct Measures {
    /// The tables in the order of reading. One that is missing here, or has another number of
    /// columns, takes the shares of its columns.
    pub tables: Vec<TableMeasure>,
    /// Whether words stand at the foot of their page: in a frame of their own.
    pub sunk: bool,
    /// For each block with notes in the margin beside it, in the order of reading, how much room it
    /// has above so that they do not meet those above, pt.
    pub lowered: Vec<f32>,
    /// How many blocks before each signature stay on its page, in the order of reading; where that is
    /// missing, each paragraph counts as one line.
    pub kept: Vec<usize>,
    /// Where the first page with a number begins, if it is a later one than the second: the section, and
    /// how many blocks of it stand before; one past the last section if no page has one.
    pub numbered_from: Option<(usize, usize)>,
    /// The charts as the pages show them, in the order of reading; one that is missing here is
    /// left out.
    pub charts: Vec<super::ChartMeasure>,
}

impl Measures {
    /// A table with `count` columns, if it was measured.
    pub(super) fn of(&self, table: usize, count: usize) -> Option<&TableMeasure> {
        let measure = self.tables.get(table)?;
        let sound = |widths: &[f32]| widths.iter().all(|width| width.is_finite() && *width > 0.0);
        (measure.columns.len() == count && sound(&measure.columns)).then_some(measure)
    }
}
