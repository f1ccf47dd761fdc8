//! What a native chart shows and the workbook behind it, which «Изменить данные» opens.
//!
//! ```text
//! A            B …                       … and behind it
//! names        what is drawn             the table's numbers, where parts of a hundred are drawn
//! ```
//! What follows from the table's numbers – sums, parts of a hundred, a list's words – is a formula
//! there, so that an edited number changes it too.

use super::chart_places::Places;
use super::{Cell, Look as CellLook, Value, Workbook, Worksheet};
use crate::chart::{Chart, Datum, Kind, Series};
use crate::russian::number::{Grouping, NumberStyle};
use crate::source::column_letters;
use rust_decimal::Decimal;

/// The sheet that the numbers stand on.
pub(super) const SHEET: &str = "Данные";
/// What the sums of stacks are called.
const TOTALS: &str = "Всего";

/// A series as it is drawn.
pub(super) struct Column {
    /// Its name; never empty.
    pub name: String,
    /// Its numbers.
    pub values: Vec<Option<Decimal>>,
    /// The format of its numbers.
    pub format: String,
    cells: Vec<Cell>,
}

/// The numbers of a chart as a sheet has them.
pub(super) struct Numbers {
    /// The names of the categories.
    pub names: Vec<String>,
    /// The series; sums of stacks are the last.
    pub columns: Vec<Column>,
    /// The sum in a ring: the cell and its words.
    pub whole: Option<(String, String)>,
    name_cells: Vec<Cell>,
    /// What stands right of the series: the table's own numbers or names.
    behind: Vec<(String, Vec<Cell>)>,
}

impl Numbers {
    /// The numbers of a chart that is drawn as `kind`, its names in the lines of the drawing; with
    /// the sums of its stacks, or of its ring, where these are drawn.
    pub fn new(chart: &Chart, kind: Kind, places: &Places<'_>) -> Numbers {
        let totals = places.has_totals();
        let name = |at: usize| match kind.is_shares() {
            true => chart.axis_name(at),
            false => places.broken(at, &chart.axis_name(at)),
        };
        let names: Vec<String> = (0..chart.categories.len()).map(name).collect();
        let mut numbers = Numbers {
            name_cells: names.iter().cloned().map(text).collect(),
            columns: chart.series.iter().map(|series| plain(chart, series)).collect(),
            names,
            whole: None,
            behind: Vec::new(),
        };
        if kind.is_shares() {
            numbers.list(chart, totals && kind == Kind::Doughnut);
        } else if kind.is_of_hundred() {
            numbers.parts(chart);
        } else if totals {
            numbers.sums(chart);
        }
        numbers
    }

    /// Sums of stacks are one more series.
    fn sums(&mut self, chart: &Chart) {
        let Some(first) = chart.series.first() else { return };
        let last = column(chart.series.len());
        let categories = 0..chart.categories.len();
        let values: Vec<Option<Decimal>> = categories.map(|at| chart.sum(at)).collect();
        let cell = |(at, value): (usize, &Option<Decimal>)| match value {
            Some(value) => formula(format!("SUM(B{0}:{last}{0})", at + 2), Value::Number(*value)),
            None => Cell::default(),
        };
        let decimals = chart.series.iter().filter_map(|series| series.decimals).max();
        let format = format_of(first, decimals, &values);
        let cells = values.iter().enumerate().map(cell).collect();
        self.columns.push(Column { name: TOTALS.to_owned(), values, format, cells });
    }

    /// Parts of a hundred are drawn; the table's numbers, of which they are made, stand behind.
    fn parts(&mut self, chart: &Chart) {
        let count = chart.series.len();
        let (first, last) = (column(count + 1), column(2 * count));
        for (at, series) in chart.series.iter().enumerate() {
            let Some(own) = self.columns.get_mut(at) else { continue };
            let values: Vec<Option<Decimal>> =
                (0..chart.categories.len()).map(|category| chart.part(at, category)).collect();
            let percent = |(row, value): (usize, &Option<Decimal>)| match value {
                Some(value) => {
                    let of = column(count + 1 + at);
                    let whole = format!("SUM(${first}{row}:${last}{row})", row = row + 2);
                    formula(format!("{of}{}/{whole}*100", row + 2), Value::Number(value.round_dp(10)))
                }
                None => Cell::default(),
            };
            let cells = values.iter().enumerate().map(percent).collect();
            let raw = std::mem::replace(&mut own.cells, cells);
            let values = values.into_iter().map(|value| value.map(|value| value.round_dp(10)));
            (own.values, own.format) = (values.collect(), format!("0{}", percent_sign(series.style)));
            let unit = if series.unit.is_empty() { "числа таблицы" } else { &series.unit };
            self.behind.push((format!("{}, {unit}", own.name), raw));
        }
    }

    /// The names of parts with their numbers, as the list beside them has it.
    fn list(&mut self, chart: &Chart, whole: bool) {
        let Some(series) = chart.series.first().filter(|_| chart.labels) else { return };
        let last = chart.categories.len() + 1;
        let decimals = decimals(series);
        let fixed = |cell: &str| format!("FIXED({cell},{decimals},{cell}<{})", first_grouped(series.style));
        let percent = percent_sign(series.style).replace('"', "");
        let plain = std::mem::take(&mut self.name_cells);
        for (at, name) in self.names.iter_mut().enumerate() {
            let (listed, number) = chart.listed(at);
            let shown = if number.is_empty() { name.clone() } else { format!("{listed} {number}") };
            let row = at + 2;
            let own = format!("C{row}&\"\u{a0}– \"&{}", fixed(&format!("B{row}")));
            let share = format!("B{row}/SUM(B$2:B${last})");
            let tail = match series.is_percent() {
                true => format!("&\"{percent}\""),
                false => format!(
                    "&\"\u{a0}(\"&IF(AND({share}>0,{share}<0.005),\"менее\u{a0}1\",IF(AND({share}<1,{share}>=0.995),\
                     \"более\u{a0}99\",ROUND(100*{share},0)))&\"{percent})\""
                ),
            };
            self.name_cells.push(formula(format!("{own}{tail}"), Value::Text(shown.clone())));
            *name = shown;
        }
        self.behind.push(("Название".to_owned(), plain));
        if let Some(sum) = chart.whole().filter(|_| whole) {
            let unit = series.unit.replace(' ', "\u{a0}");
            let below = if unit.is_empty() { String::new() } else { format!("\n{unit}") };
            let words = format!("{}{below}", series.printed(sum));
            let tail = if unit.is_empty() { String::new() } else { format!("&CHAR(10)&\"{unit}\"") };
            let whole = fixed(&format!("SUM(B2:B{last})"));
            let mut cells = vec![formula(format!("{whole}{tail}"), Value::Text(words.clone()))];
            cells.resize(chart.categories.len().max(1), Cell::default());
            self.behind.push((TOTALS.to_owned(), cells));
            self.whole = Some(("$D$2".to_owned(), words));
        }
    }

    /// The workbook: names of series above, names of categories at the left.
    pub fn workbook(&self) -> Workbook {
        let widest = self.names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
        let mut widths = vec![(widest as f32 + 2.0).clamp(10.0, 60.0)];
        widths.extend(self.columns.iter().map(|_| 16.0));
        widths.extend(self.behind.iter().map(|_| 20.0));
        let heads = self.columns.iter().map(|one| &one.name).chain(self.behind.iter().map(|(name, _)| name));
        let mut rows = vec![std::iter::once(Cell::default()).chain(heads.cloned().map(text)).collect()];
        for (at, name) in self.name_cells.iter().enumerate() {
            let columns =
                self.columns.iter().map(|one| &one.cells).chain(self.behind.iter().map(|(_, cells)| cells));
            let cells = columns.map(|cells| cells.get(at).cloned().unwrap_or_default());
            rows.push(std::iter::once(name.clone()).chain(cells).collect());
        }
        let sheet = Worksheet { name: SHEET.to_owned(), widths, rows, ..Worksheet::default() };
        Workbook { sheets: vec![sheet] }
    }
}

/// A series as the table has it.
fn plain(chart: &Chart, series: &Series) -> Column {
    let values: Vec<Option<Decimal>> =
        (0..chart.categories.len()).map(|at| number(series.values.get(at))).collect();
    let cell = |value: &Option<Decimal>| match value {
        Some(value) => Cell { value: Value::Number(*value), look: CellLook::Plain },
        None => Cell::default(),
    };
    let cells = values.iter().map(cell).collect();
    Column {
        name: series_name(chart, series),
        format: format_of(series, series.decimals, &values),
        values,
        cells,
    }
}

fn number(datum: Option<&Option<Datum>>) -> Option<Decimal> {
    datum?.as_ref().map(|datum| datum.value)
}

fn text(text: String) -> Cell {
    Cell { value: Value::Text(text), look: CellLook::Plain }
}

fn formula(formula: String, result: Value) -> Cell {
    Cell { value: Value::Formula(formula, Box::new(result)), look: CellLook::Plain }
}

/// The letters of a column counted from 0.
pub(super) fn column(column: usize) -> String {
    column_letters(column as u32)
}

/// What a series is called in the workbook and the legend; never empty.
fn series_name(chart: &Chart, series: &Series) -> String {
    let name = match chart.unit() {
        Some(_) if chart.series.len() > 1 => series.name.clone(),
        _ => chart.named(series),
    };
    if name.is_empty() { "Значение".to_owned() } else { name }
}

/// How many decimals a series' numbers are written with.
fn decimals(series: &Series) -> u32 {
    let longest = series.values.iter().flatten().map(|datum| datum.value.normalize().scale()).max();
    series.decimals.or(longest).unwrap_or(0).min(28)
}

/// The least number whose digits are grouped.
fn first_grouped(style: NumberStyle) -> u32 {
    if style.grouping == Grouping::FromThousand { 1_000 } else { 10_000 }
}

fn percent_sign(style: NumberStyle) -> &'static str {
    if style.glued_percent { "\"%\"" } else { "\"\u{a0}%\"" }
}

/// The format of numbers as the drawing has them: a real minus, and groups of three parted by
/// no-break spaces on every system. The decimal sign is that of the reader's system: no format
/// can say it.
fn format_of(series: &Series, decimals: Option<u32>, values: &[Option<Decimal>]) -> String {
    let decimals = decimals.unwrap_or_else(|| self::decimals(series)).min(28);
    let tail = if decimals > 0 { format!(".{}", "0".repeat(decimals as usize)) } else { String::new() };
    let tail = format!("{tail}{}", if series.is_percent() { percent_sign(series.style) } else { "" });
    let numbers = || values.iter().flatten();
    let most = numbers().map(Decimal::abs).max().unwrap_or_default();
    let grouped = first_grouped(series.style);
    if numbers().any(|value| value.is_sign_negative() && !value.is_zero()) {
        // A format with conditions would lose the minus in LibreOffice.
        let whole = if most >= Decimal::from(grouped) { "#,##0" } else { "0" };
        return format!("{whole}{tail};\u{2212}{whole}{tail}");
    }
    grouping(most >= Decimal::from(1_000_000), (most >= Decimal::from(grouped)).then_some(grouped), &tail)
}

/// The format of an axis whose numbers reach from `from` to `to`.
pub(super) fn axis_format(
    decimals: u32,
    (from, to): (f64, f64),
    style: NumberStyle,
    percent: bool,
) -> String {
    let tail =
        if decimals > 0 { format!(".{}", "0".repeat(decimals.min(28) as usize)) } else { String::new() };
    let tail = format!("{tail}{}", if percent { percent_sign(style) } else { "" });
    let grouped = first_grouped(style);
    let most = to.abs().max(from.abs());
    if from < 0.0 {
        let whole = if most >= f64::from(grouped) { "#,##0" } else { "0" };
        return format!("{whole}{tail};\u{2212}{whole}{tail}");
    }
    grouping(most >= 1e6, (most >= f64::from(grouped)).then_some(grouped), &tail)
}

/// The format of an axis of parts, which go from 0 to 1.
pub(super) fn parts_format(style: NumberStyle) -> String {
    if style.glued_percent { "0%".to_owned() } else { "0\"\u{a0}\"%".to_owned() }
}

/// Digits in groups of three from a number on.
fn grouping(millions: bool, grouped: Option<u32>, tail: &str) -> String {
    const THOUSANDS: &str = "#\"\u{a0}\"##0";
    match grouped {
        None => format!("0{tail}"),
        Some(from) if millions => {
            format!("[>=1000000]#\"\u{a0}\"##0\"\u{a0}\"##0{tail};[>={from}]{THOUSANDS}{tail};0{tail}")
        }
        Some(from) => format!("[>={from}]{THOUSANDS}{tail};0{tail}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_group_digits_as_the_drawing_does() {
        assert_eq!(grouping(false, None, ".0"), "0.0");
        assert_eq!(grouping(false, Some(10_000), ""), "[>=10000]#\"\u{a0}\"##0;0");
        assert_eq!(axis_format(0, (-50.0, 50.0), NumberStyle::default(), false), "0;\u{2212}0");
        assert_eq!(axis_format(1, (0.0, 100.0), NumberStyle::default(), true), "0.0\"\u{a0}%\"");
    }
}
