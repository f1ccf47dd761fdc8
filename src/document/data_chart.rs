//! A chart made from the pack's tables or indicators.

use super::data_table::{chosen, find};
use super::figure::Figures;
use super::messages as say;
use super::table_numbers::{TableNumbers, own_decimals};
use super::{Figure, FigureId, Like, Origin, Text};
use crate::chart::{Category, Chart, Datum, Kind, Series, Stacking, is_time};
use crate::indicators::{Indicator, Unit};
use crate::pack::chart::{ChartFacts, SeriesWord};
use crate::pack::read::{Word, advice};
use crate::russian::number::{self, NumberStyle};
use crate::russian::typography::fold;
use crate::source::{Finding, Findings, Message, Place, Severity};
use crate::tables::{self, Head, Table, Value};

/// A circle with more parts cannot be read.
const MOST_PARTS: usize = 6;
/// More values than a page can show.
const MOST_VALUES: usize = 600;

/// A chart with its names and numbers as they are printed, and the figures it shows.
pub struct Made {
    /// The chart; its title is not known here.
    pub chart: Chart,
    /// Its names and numbers with their origins.
    pub texts: Vec<Text>,
    /// What the origins with figures refer to, counted from `first`.
    pub figures: Vec<Figure>,
}

/// Makes a chart; `None` after findings. `first` is how many figures the document has.
pub fn chart(
    wanted: &ChartFacts,
    figures: &Figures<'_>,
    first: usize,
    findings: &mut Findings,
) -> Option<Made> {
    let before = findings.list.len();
    let mut maker = Maker { wanted, figures, findings, shown: Vec::new(), units: Vec::new() };
    let chart = match (&wanted.table, wanted.indicators.is_empty()) {
        (Some(table), true) => maker.of_table(table),
        (None, false) => maker.of_indicators(),
        (Some(_), false) => maker.refuse(&say::CHART_OF_BOTH),
        (None, true) => maker.refuse(&say::CHART_OF_NOTHING),
    }?;
    maker.check(&chart);
    if maker.findings.list.iter().skip(before).any(|finding| finding.severity == Severity::Error) {
        return None;
    }
    let shown = maker.shown;
    let texts = texts(&chart, &shown, first);
    Some(Made { chart, texts, figures: shown.into_iter().map(|(figure, _)| figure).collect() })
}

/// Names and numbers with their origins.
fn texts(chart: &Chart, shown: &[(Figure, Place)], first: usize) -> Vec<Text> {
    let text =
        |text: &str, origin: Origin| Text { text: text.to_owned(), bold: false, italic: false, origin };
    let mut texts = Vec::new();
    texts.extend(chart.series.iter().map(|one| text(&one.name, one.place.clone().into())));
    texts.extend(chart.categories.iter().map(|one| text(&one.name, one.place.clone().into())));
    if shown.is_empty() {
        for series in &chart.series {
            let values = series.values.iter().flatten();
            texts.extend(values.map(|one| text(&series.printed(one.value), one.place.clone().into())));
        }
    }
    for (at, (figure, place)) in shown.iter().enumerate() {
        let figure_id = Some(FigureId((first + at) as u32));
        texts.push(text(&figure.printed, Origin { place: place.clone(), figure: figure_id }));
    }
    texts.retain(|text| !text.text.is_empty());
    texts
}

struct Maker<'a, 'f> {
    wanted: &'a ChartFacts,
    figures: &'a Figures<'a>,
    findings: &'f mut Findings,
    /// Figures of indicators with the place of their name.
    shown: Vec<(Figure, Place)>,
    /// The unit of each series' numbers, with the place of a number that has it.
    units: Vec<Option<(Unit, Place)>>,
}

impl<'a> Maker<'a, '_> {
    fn refuse<T>(&mut self, message: &'static Message) -> Option<T> {
        self.findings.push(Finding::new(message).at(self.wanted.span));
        None
    }

    fn kind(&self) -> Kind {
        self.wanted.kind.map_or(Kind::Columns(Stacking::Beside), |word| word.0)
    }

    fn labels(&self) -> bool {
        self.wanted.labels.as_ref().is_none_or(|at| at.value)
    }

    fn of_table(&mut self, name: &Word) -> Option<Chart> {
        let table = find(name, self.figures, self.findings)?;
        let before = self.findings.list.len();
        let all: Vec<usize> = (table.header_columns()..table.columns().len()).collect();
        // Remarks beside the figures are not meant.
        let numbers =
            all.into_iter().filter(|&column| !self.wanted.columns.is_empty() || table.is_figures(column));
        let numbers: Vec<usize> = numbers.collect();
        let columns = chosen(&self.wanted.columns, numbers, |words| table.column(words), self.findings);
        let rows = without_totals(table);
        let rows = chosen(&self.wanted.rows, rows, |words| table.row(words), self.findings);
        if self.findings.list.len() > before {
            return None;
        }
        let numbers = TableNumbers::of(table, self.figures.number_style());
        self.say(&numbers, table, (&rows, &columns))?;
        let by_rows = self.by_rows(table, &rows, &columns);
        let (series, categories) = if by_rows { (&rows, &columns) } else { (&columns, &rows) };
        let (series_heads, category_heads) =
            if by_rows { (table.rows(), table.columns()) } else { (table.columns(), table.rows()) };
        let names = categories.iter().filter_map(|at| category_heads.get(*at));
        let categories_made =
            names.map(|head| Category { name: head_name(head), place: head.place.clone() }).collect();
        let mut made = Vec::new();
        let outer = shared_levels(series.iter().filter_map(|at| series_heads.get(*at)));
        for at in series {
            let cells = categories.iter().map(|other| if by_rows { (*at, *other) } else { (*other, *at) });
            let head = series_heads.get(*at)?;
            made.push(self.series((table, &numbers), (head, outer), cells.collect()));
        }
        self.finished(categories_made, made)
    }

    /// What is to be said of the cells that are shown; `None` where some cannot be read.
    fn say(
        &mut self,
        numbers: &TableNumbers<'_>,
        table: &Table,
        (rows, columns): (&[usize], &[usize]),
    ) -> Option<()> {
        let at =
            |row: &usize| columns.iter().filter_map(|column| table.get(*row, *column)).collect::<Vec<_>>();
        let cells: Vec<&tables::Cell> = rows.iter().flat_map(at).collect();
        let unreadable = tables::unreadable(cells.iter().copied());
        let all_read = unreadable.is_empty();
        self.findings.list.extend(unreadable);
        let declared = self.wanted.decimals.is_some();
        self.findings.list.extend(numbers.chosen(&cells).filter(|_| !declared));
        all_read.then_some(())
    }

    /// Whether the rows are the series: said, or the only sensible way.
    fn by_rows(&self, table: &Table, rows: &[usize], columns: &[usize]) -> bool {
        let years = || {
            let names = columns.iter().filter_map(|at| table.columns().get(*at));
            columns.len() > 1
                && names.into_iter().all(|head| head.last().trim().starts_with(|c: char| c.is_ascii_digit()))
        };
        let times = || {
            let mut names = rows.iter().filter_map(|at| table.rows().get(*at));
            rows.len() > 1 && names.all(|head| is_time(head.last()))
        };
        match self.wanted.series {
            Some(word) => word == SeriesWord::Rows,
            None if rows.len() == 1 && columns.len() > 1 => true,
            // Months one under the other run from left to right.
            None => self.kind() == Kind::Lines && years() && !times(),
        }
    }

    fn series(
        &mut self,
        (table, numbers): (&Table, &TableNumbers<'_>),
        (head, outer): (&Head, usize),
        cells: Vec<(usize, usize)>,
    ) -> Series {
        let mut values = Vec::with_capacity(cells.len());
        let mut decimals = None;
        let (mut unit, mut bare): (Option<(Unit, Place)>, bool) = (None, false);
        for (row, column) in cells {
            let Some(cell) = table.get(row, column) else {
                values.push(None);
                continue;
            };
            let number = self.number(cell);
            values.push(number.map(|number| Datum { value: number.value, place: cell.place.clone() }));
            let Some(number) = number else { continue };
            // What another cell of the table shows is not seen here.
            let own = own_decimals(&number).unwrap_or_else(|| numbers.decimals(cell, &number));
            decimals = decimals.max(Some(own));
            let own = table.unit_of(cell).and_then(Unit::parse).map(|unit| (unit, cell.place.clone()));
            self.agree(&mut unit, own);
            bare |= table.unit_of(cell).is_none();
        }
        self.agree_with_bare(unit.as_ref().filter(|_| bare));
        self.units.push(unit);
        let asked = self.wanted.decimals.as_ref().map(|at| at.value.get());
        Series {
            name: inner_name(head, outer),
            place: head.place.clone(),
            unit: String::new(),
            decimals: asked.or(decimals),
            style: numbers.style(),
            line: false,
            values,
        }
    }

    /// The number of a cell; `None` where there is none to show, or after a finding.
    fn number(&mut self, cell: &tables::Cell) -> Option<tables::Number> {
        match &cell.value {
            Value::Empty | Value::Dash | Value::NotAvailable => None,
            _ => cell.number().map_err(|finding| self.findings.push(finding)).ok(),
        }
    }

    /// Numbers of one series have one unit; one without a unit goes with any that has no scale.
    fn agree(&mut self, unit: &mut Option<(Unit, Place)>, own: Option<(Unit, Place)>) {
        match (unit.as_ref(), own) {
            (None, own) => *unit = own,
            (Some(_), None) => {}
            (Some((one, _)), Some((two, place))) if !one.is(&two) => {
                let finding = Finding::new(&say::CHART_UNITS)
                    .arg("one", one.written().to_owned())
                    .arg("two", two.written().to_owned());
                self.findings.push(finding.at(place).at(self.wanted.span));
            }
            _ => {}
        }
    }

    /// Percents and thousands do not go with numbers without a unit.
    fn agree_with_bare(&mut self, unit: Option<&(Unit, Place)>) {
        if let Some((unit, place)) = unit.filter(|(unit, _)| !unit.is_plain() && self.wanted.unit.is_none()) {
            let finding =
                Finding::new(&say::CHART_UNITS).arg("one", "–").arg("two", unit.written().to_owned());
            self.findings.push(finding.at(place.clone()).at(self.wanted.span));
        }
    }

    fn of_indicators(&mut self) -> Option<Chart> {
        let before = self.findings.list.len();
        let wanted: &'a ChartFacts = self.wanted;
        let found: Vec<(&'a Word, &'a Indicator)> =
            wanted.indicators.iter().filter_map(|word| Some((word, self.indicator(word)?))).collect();
        if found.len() < self.wanted.indicators.len() || self.findings.list.len() > before {
            return None;
        }
        let with_previous = self.wanted.previous.as_ref().is_some_and(|at| at.value);
        let mut unit = None;
        for (word, indicator) in &found {
            let own = indicator.unit().filter(|unit| !unit.written().is_empty()).cloned();
            self.agree(&mut unit, own.map(|unit| (unit, word.span.into())));
        }
        let category = |(word, indicator): &(&Word, &Indicator)| Category {
            name: indicator.title.clone().unwrap_or_else(|| indicator.name.clone()),
            place: word.span.into(),
        };
        let categories = found.iter().map(category).collect();
        let decimals = self.decimals(&found);
        let style = self.style_of(&found, with_previous);
        let names = self.names(with_previous);
        let mut series = Vec::new();
        for (at, (name, place)) in names.into_iter().enumerate() {
            let previous = with_previous && at == 0;
            self.units.push(unit.clone());
            let blank = Series {
                name,
                place,
                unit: unit.as_ref().map(|(unit, _)| unit_words(unit)).unwrap_or_default(),
                decimals,
                style,
                line: false,
                values: Vec::new(),
            };
            let values =
                found.iter().map(|(word, indicator)| self.value(word, indicator, previous, &blank)).collect();
            series.push(Series { values, ..blank });
        }
        self.finished(categories, series)
    }

    fn indicator(&mut self, word: &Word) -> Option<&'a Indicator> {
        let indicators = self.figures.indicators();
        if let Some(found) = indicators.get(&word.value) {
            return Some(found);
        }
        if let Some(finding) = indicators.unset(&word.value, word.span.into()) {
            self.findings.push(finding);
        } else if !indicators.has_failed(&word.value) {
            let names = || indicators.iter().map(|indicator| indicator.name.as_str());
            let known = advice(&word.value, names, ("", ""));
            let finding = Finding::new(&say::UNDEFINED).arg("name", word.value.clone()).arg("known", known);
            self.findings.push(finding.at(word.span));
        }
        None
    }

    /// How many decimals the indicators are printed with: the most that one has declared.
    fn decimals(&mut self, found: &[(&Word, &Indicator)]) -> Option<u32> {
        if let Some(at) = &self.wanted.decimals {
            return Some(at.value.get());
        }
        let mut most = 0;
        for (word, indicator) in found {
            match indicator_decimals(indicator) {
                Some(decimals) => most = most.max(decimals),
                None => {
                    let finding = Finding::new(&say::NO_DECIMALS).arg("name", indicator.name.clone());
                    self.findings.push(finding.at(word.span));
                }
            }
        }
        Some(most)
    }

    /// How the indicators are written: with one long number all are grouped.
    fn style_of(&self, found: &[(&Word, &Indicator)], with_previous: bool) -> NumberStyle {
        let values = found.iter().flat_map(|(_, indicator)| {
            let previous = indicator.previous.as_ref().filter(|_| with_previous);
            [Some(&indicator.value), previous].into_iter().flatten()
        });
        number::style_together(self.figures.number_style(), values.map(|quantity| quantity.value))
    }

    /// The names of the series of indicators with their places.
    fn names(&self, with_previous: bool) -> Vec<(String, Place)> {
        let given = |at: usize| self.wanted.names.get(at).map(|word| (word.value.clone(), word.span.into()));
        let own = |text: &str| (text.to_owned(), Place::from(self.wanted.span));
        match with_previous {
            true => vec![
                given(0).unwrap_or_else(|| own("Прошлый год")),
                given(1).unwrap_or_else(|| own("Отчётный год")),
            ],
            false => vec![given(0).unwrap_or_else(|| own(""))],
        }
    }

    /// An indicator's number, registered as a figure of the document.
    fn value(
        &mut self,
        word: &Word,
        indicator: &Indicator,
        previous: bool,
        series: &Series,
    ) -> Option<Datum> {
        let indicators = self.figures.indicators();
        let (quantity, cells, tail) = match previous {
            true => (indicator.previous.as_ref()?, indicators.previous_cells(indicator), ".прошлый"),
            false => (&indicator.value, indicators.cells(indicator), ""),
        };
        self.shown.push((
            Figure {
                expression: format!("{}{tail}", word.value),
                indicators: vec![indicator.name.clone()],
                cells,
                printed: series.printed(quantity.value),
                like: Like::Alone,
            },
            word.span.into(),
        ));
        Some(Datum { value: quantity.value, place: word.span.into() })
    }

    /// Gives the series their units and lines. Of several ways to write one unit the first is
    /// printed.
    fn finished(&mut self, mut categories: Vec<Category>, mut series: Vec<Series>) -> Option<Chart> {
        let declared = self.wanted.unit.as_ref().and_then(|word| Unit::parse(&word.value));
        let mut written: Vec<&Unit> = Vec::new();
        for (one, unit) in series.iter_mut().zip(&self.units) {
            let Some(unit) = declared.as_ref().or(unit.as_ref().map(|(unit, _)| unit)) else { continue };
            let known = written.iter().find(|known| known.is(unit)).copied().unwrap_or(unit);
            written.push(known);
            one.unit = unit_words(known);
        }
        if self.kind() == Kind::ColumnsWithLine {
            let before = self.findings.list.len();
            self.choose_lines(&mut series);
            if self.findings.list.len() > before {
                return None;
            }
        }
        same_decimals(&mut series);
        leave_out_empty(&mut categories, &mut series);
        Some(Chart { kind: self.kind(), title: String::new(), categories, series, labels: self.labels() })
    }

    fn choose_lines(&mut self, series: &mut [Series]) {
        if let (true, Some(last)) = (self.wanted.lines.is_empty(), series.last_mut()) {
            last.line = true;
        }
        for word in &self.wanted.lines {
            let same = |one: &&mut Series| fold(&one.name) == fold(&word.value);
            match series.iter_mut().find(same) {
                Some(one) => one.line = true,
                None => {
                    let names = || series.iter().map(|one| one.name.as_str());
                    let known = advice(&word.value, names, ("", ""));
                    let finding = Finding::new(&say::CHART_SERIES).arg("name", word.value.clone());
                    self.findings.push(finding.arg("known", known).at(word.span));
                }
            }
        }
    }

    /// Says what a chart of this kind cannot show.
    fn check(&mut self, chart: &Chart) {
        let values = || chart.series.iter().flat_map(|series| series.values.iter().flatten());
        if values().next().is_none() {
            self.refuse::<()>(&say::CHART_EMPTY);
            return;
        }
        let count = values().count();
        if count > MOST_VALUES {
            let finding = Finding::new(&say::CHART_TOO_LARGE).arg("count", count.to_string());
            self.findings.push(finding.at(self.wanted.span));
        }
        if count == 1 {
            self.findings.push(Finding::new(&say::CHART_ONE_NUMBER).at(self.wanted.span));
        }
        self.check_units(chart);
        let parts = matches!(chart.kind, Kind::Columns(Stacking::Percent) | Kind::Bars(Stacking::Percent));
        if parts || chart.kind.is_shares() {
            self.check_signs(chart);
        }
        if chart.kind.is_shares() {
            self.check_shares(chart);
        }
        let lines = chart.series.iter().filter(|series| series.line).count();
        if chart.kind == Kind::ColumnsWithLine && (lines == 0 || lines == chart.series.len()) {
            self.refuse::<()>(&say::CHART_WITHOUT_LINE);
        }
    }

    /// One axis has one unit; a line among columns may have its own.
    fn check_units(&mut self, chart: &Chart) {
        for line in [false, true] {
            let combined = chart.kind == Kind::ColumnsWithLine;
            let own = || chart.series.iter().filter(|series| !combined || series.line == line);
            let Some(first) = own().find(|series| !series.unit.is_empty()) else { continue };
            let scaled = Unit::parse(&first.unit).is_some_and(|unit| !unit.is_plain());
            let differs = |series: &&Series| {
                if series.unit.is_empty() { scaled } else { series.unit != first.unit }
            };
            if let Some(other) = own().find(differs) {
                let nothing = |unit: &str| if unit.is_empty() { "–".to_owned() } else { unit.to_owned() };
                let finding = Finding::new(&say::CHART_UNITS)
                    .arg("one", nothing(&first.unit))
                    .arg("two", nothing(&other.unit));
                self.findings.push(finding.at(self.wanted.span));
                return;
            }
            if !combined {
                return;
            }
        }
    }

    fn check_signs(&mut self, chart: &Chart) {
        let values = chart.series.iter().flat_map(|series| series.values.iter().flatten());
        let negative = values.filter(|datum| datum.value.is_sign_negative() && !datum.value.is_zero());
        if let Some(datum) = negative.into_iter().next() {
            let finding = Finding::new(&say::CHART_NEGATIVE)
                .arg("value", number::format(datum.value, &NumberStyle::default()));
            self.findings.push(finding.at(datum.place.clone()).at(self.wanted.span));
        }
    }

    fn check_shares(&mut self, chart: &Chart) {
        let is_total = |category: &&Category| {
            ["всего", "итого"].iter().any(|word| fold(&category.name).starts_with(word))
        };
        if let Some(total) = chart.categories.iter().find(is_total).filter(|_| chart.categories.len() > 1) {
            let rows: Vec<String> = chart
                .categories
                .iter()
                .filter(|one| !is_total(one))
                .map(|one| format!("\"{}\"", one.name))
                .collect();
            let finding =
                Finding::new(&say::CHART_TOTAL).arg("name", total.name.as_str()).arg("rows", rows.join(", "));
            self.findings.push(finding.at(self.wanted.span));
            return;
        }
        let parts = chart.categories.len();
        if chart.series.len() != 1 {
            let finding = Finding::new(&say::CHART_ONE_SERIES).arg("count", chart.series.len().to_string());
            self.findings.push(finding.at(self.wanted.span));
        } else if parts > MOST_PARTS {
            let finding = Finding::new(&say::CHART_PARTS).arg("count", parts.to_string());
            self.findings.push(finding.at(self.wanted.span));
        } else if chart.whole().is_none_or(|whole| whole.is_zero()) {
            self.refuse::<()>(&say::CHART_EMPTY);
        }
    }
}

/// Numbers of one unit and kind have as many decimals as the longest of them.
fn same_decimals(series: &mut [Series]) {
    let known: Vec<(String, bool, Option<u32>)> =
        series.iter().map(|one| (one.unit.clone(), one.line, one.decimals)).collect();
    for one in series.iter_mut() {
        let alike = known.iter().filter(|(unit, line, _)| (unit, *line) == (&one.unit, one.line));
        one.decimals = alike.filter_map(|(_, _, own)| *own).max();
    }
}

/// Leaves out what has no number at all: «Приречная школа – –» would be an empty place. A time
/// without a number stays a gap between the times around it.
fn leave_out_empty(categories: &mut Vec<Category>, series: &mut [Series]) {
    if categories.iter().all(|category| is_time(&category.name)) {
        return;
    }
    let shown = |at: usize| series.iter().any(|one| one.values.get(at).is_some_and(Option::is_some));
    let shown: Vec<bool> = (0..categories.len()).map(shown).collect();
    let mut kept = shown.iter();
    categories.retain(|_| kept.next().is_none_or(|shown| *shown));
    for one in series {
        let mut kept = shown.iter();
        one.values.retain(|_| kept.next().is_none_or(|shown| *shown));
    }
}

/// A unit as charts print it.
fn unit_words(unit: &Unit) -> String {
    if unit.is_percent() { "%".to_owned() } else { unit.written().to_owned() }
}

/// The rows that a chart shows unless it names them: «Всего» among its own parts would make all
/// of them small. A total beside a single row stays.
fn without_totals(table: &Table) -> Vec<usize> {
    let all = 0..table.rows().len();
    let parts: Vec<usize> =
        all.clone().filter(|&at| table.rows().get(at).is_some_and(|head| !head.is_total())).collect();
    if parts.len() > 1 { parts } else { all.collect() }
}

/// The words of a row or column without its unit.
fn head_name(head: &Head) -> String {
    inner_name(head, 0)
}

/// The same without its outer levels.
fn inner_name(head: &Head, outer: usize) -> String {
    head.bare().into_iter().skip(outer).collect::<Vec<_>>().join(", ").replace("№ ", "№\u{a0}")
}

/// How many outer levels the heads have in common: «Русский язык / 2024» and «Русский язык /
/// 2025» are told apart by their years alone. One level of each stays.
fn shared_levels<'h>(heads: impl Iterator<Item = &'h Head>) -> usize {
    let paths: Vec<Vec<&str>> = heads.map(Head::bare).collect();
    let Some((first, others)) = paths.split_first().filter(|(_, others)| !others.is_empty()) else {
        return 0;
    };
    let least = paths.iter().map(Vec::len).min().unwrap_or_default();
    let shared = |level: &usize| others.iter().all(|path| path.get(*level) == first.get(*level));
    (0..least.saturating_sub(1)).take_while(shared).count()
}

/// The decimals that an indicator declares, or those that its number has, if they are few.
fn indicator_decimals(indicator: &Indicator) -> Option<u32> {
    let declared = indicator.decimals.map(|decimals| decimals.get());
    declared.or_else(|| number::own_decimals(indicator.value.value))
}
