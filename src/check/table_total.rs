//! «Всего» and «Итого» that are not the sum of their rows or columns.

use super::table_rows::{is_grand, is_rate, is_total, is_within, number, opens_parts, slack, words};
use super::{Both, Check, View};
use crate::messages;
use crate::russian::number::{self as digits, NumberStyle};
use crate::source::{Finding, Findings, Severity};
use crate::tables::Table;
use rust_decimal::Decimal;

messages! {
    /// A total that is not the sum.
    TABLE_TOTAL = "table-total", Warning,
        ru: "«{head}» – {total}, а сумма частей {sum}", en: "“{head}” is {total}, but its parts make {sum}",
        hint_ru: "проверьте слагаемые и итог; если здесь складывать нельзя, снимите замечание с причиной",
        hint_en: "see the parts and the total; if nothing is to be added here, silence the finding with a reason";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "table-total",
    severity: Severity::Warning,
    title: Both {
        ru: "Итог таблицы не равен сумме", en: "A table's total is not the sum"
    },
    about: Both {
        ru: "Строки и столбцы «Всего» и «Итого» складываются из своих частей; подытоги не считаются дважды, «в том числе» \
             и «из них» расписывают строку над собой. Округление допустимо. Доли, средние и баллы не складываются, и не \
             складывается ничего, где одна из ячеек пуста или неизвестна.",
        en: "Rows and columns called “Всего” and “Итого” (total) are added up; subtotals are not counted twice, “в том числе” \
             (including) details the row above. Rounding is tolerated. Shares, averages and marks are not added, nor is \
             anything with an empty or unknown cell.",
    },
    example: Both {
        ru: "Сады 301 250, школы 398 110, всего 699 960. → Сады 301 250, школы 398 110, всего 699 360.",
        en: "Nurseries 301,250, schools 398,110, total 699,960. → Nurseries 301,250, schools 398,110, total 699,360.",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for table in view.loaded.tables.values() {
        let look = Look { table };
        look.rows(findings);
        look.columns(findings);
        look.within(findings);
        look.first(findings);
    }
}

struct Look<'v> {
    table: &'v Table,
}

/// A cell by row and column.
type Cell = (usize, usize);

impl Look<'_> {
    fn number(&self, cell: Cell) -> Option<Decimal> {
        number(self.table, cell.0, cell.1)
    }

    fn data_columns(&self) -> impl Iterator<Item = usize> {
        self.table.header_columns()..self.table.columns().len()
    }

    /// The rows that a total row adds up.
    fn parts(&self, total: usize) -> Vec<usize> {
        let rows = self.table.rows();
        let heads = || rows.iter().enumerate().take(total);
        let plain = self.plain_rows(total);
        let subtotals: Vec<usize> = heads().filter(|(_, head)| is_total(head)).map(|(at, _)| at).collect();
        match (rows.get(total).is_some_and(is_grand), subtotals.last()) {
            (true, Some(last)) => {
                subtotals.iter().copied().chain(plain.into_iter().filter(|row| row > last)).collect()
            }
            (false, Some(last)) => plain.into_iter().filter(|row| row > last).collect(),
            (_, None) => plain,
        }
    }

    /// The rows before `end` that are no totals and no parts of another row.
    fn plain_rows(&self, end: usize) -> Vec<usize> {
        let mut plain = Vec::new();
        let mut skip_to = 0;
        for (at, head) in self.table.rows().iter().enumerate().take(end) {
            if at < skip_to || is_total(head) || is_within(head) {
                continue;
            }
            if opens_parts(head) {
                skip_to = at + 1 + self.opened(at).unwrap_or(0);
            }
            plain.push(at);
        }
        plain
    }

    /// How many of the rows below `at` are its parts: as many as make it up in some column, else
    /// all up to the next total.
    fn opened(&self, at: usize) -> Option<usize> {
        let rows = self.table.rows();
        let most = rows.iter().skip(at + 1).take_while(|head| !is_total(head) && !opens_parts(head)).count();
        let fits = |count: usize, column: usize| {
            let cells: Vec<Cell> = (at + 1..=at + count).map(|row| (row, column)).collect();
            self.number((at, column)).is_some_and(|own| {
                self.sum(&cells).is_some_and(|sum| (sum - own).abs() <= slack(self.table, &cells))
            })
        };
        let found = (1..=most).find(|count| self.data_columns().any(|column| fits(*count, column)));
        found.or((most > 0).then_some(most))
    }

    fn sum(&self, cells: &[Cell]) -> Option<Decimal> {
        cells.iter().try_fold(Decimal::ZERO, |sum, cell| sum.checked_add(self.number(*cell)?))
    }

    fn rows(&self, findings: &mut Findings) {
        let rows = self.table.rows();
        for (total, head) in
            rows.iter().enumerate().filter(|(at, head)| *at > 0 && is_total(head) && !is_rate(head))
        {
            let parts = self.parts(total);
            let units = parts
                .iter()
                .filter_map(|row| rows.get(*row))
                .any(|part| part.unit != head.unit || is_rate(part));
            if parts.len() < 2 || units {
                continue;
            }
            for column in
                self.data_columns().filter(|column| !self.table.columns().get(*column).is_none_or(is_rate))
            {
                let cells: Vec<Cell> = parts.iter().map(|row| (*row, column)).collect();
                self.compare((total, column), &cells, &head.path.join(" "), findings);
            }
        }
    }

    /// A total above its parts: the rows below make it up in one column, so they should in all.
    fn first(&self, findings: &mut Findings) {
        let rows = self.table.rows();
        let Some(head) = rows.first().filter(|head| is_total(head) && !is_rate(head)) else { return };
        let parts: Vec<usize> =
            (1..rows.len()).take_while(|at| rows.get(*at).is_some_and(|head| !is_total(head))).collect();
        let strange = |row: &usize| {
            rows.get(*row).is_none_or(|part| is_within(part) || is_rate(part) || part.unit != head.unit)
        };
        if parts.len() < 2 || parts.iter().any(strange) {
            return;
        }
        let cells = |column: usize| -> Vec<Cell> { parts.iter().map(|row| (*row, column)).collect() };
        let fits = |column: usize| {
            let off =
                self.sum(&cells(column)).zip(self.number((0, column))).map(|(sum, own)| (sum - own).abs());
            off.is_some_and(|off| off <= slack(self.table, &cells(column)))
        };
        if self.data_columns().any(fits) {
            for column in
                self.data_columns().filter(|column| !self.table.columns().get(*column).is_none_or(is_rate))
            {
                self.compare((0, column), &cells(column), &head.path.join(" "), findings);
            }
        }
    }

    /// Columns «Итого» beside the columns that they add up.
    fn columns(&self, findings: &mut Findings) {
        let heads = self.table.columns();
        let totals: Vec<usize> =
            self.data_columns().filter(|at| heads.get(*at).is_some_and(is_total)).collect();
        let mut start = self.table.header_columns();
        for total in totals {
            let Some(head) = heads.get(total) else { continue };
            let parts: Vec<usize> =
                (start..total).filter(|at| heads.get(*at).is_some_and(|part| !is_within(part))).collect();
            start = total + 1;
            let mixed = parts
                .iter()
                .filter_map(|at| heads.get(*at))
                .any(|part| part.unit != head.unit || is_rate(part));
            if parts.len() < 2 || mixed || is_rate(head) {
                continue;
            }
            for row in 0..self.table.rows().len() {
                if self.table.rows().get(row).is_some_and(is_rate) {
                    continue;
                }
                let cells: Vec<Cell> = parts.iter().map(|column| (row, *column)).collect();
                self.compare((row, total), &cells, &head.path.join(" "), findings);
            }
        }
    }

    /// Rows with parts below them: «…, в том числе:», and two or more rows «в том числе …».
    fn within(&self, findings: &mut Findings) {
        let rows = self.table.rows();
        for (at, head) in rows.iter().enumerate().filter(|(_, head)| !is_rate(head)) {
            let below = rows.iter().skip(at + 1);
            let opened = opens_parts(head);
            let count = match opened {
                true => self.opened(at).unwrap_or(0),
                false if is_within(head) => 0,
                false => below.take_while(|part| is_within(part) && words(part).starts_with("в т")).count(),
            };
            if count < 2
                || rows.iter().skip(at + 1).take(count).any(|part| part.unit != head.unit || is_rate(part))
            {
                continue;
            }
            for column in
                self.data_columns().filter(|column| !self.table.columns().get(*column).is_none_or(is_rate))
            {
                let cells: Vec<Cell> = (at + 1..=at + count).map(|row| (row, column)).collect();
                let more =
                    self.sum(&cells).zip(self.number((at, column))).is_some_and(|(sum, own)| sum > own);
                // All that begin «в том числе» are parts: off by a few per cent is a slip, by more a choice.
                let near = self.sum(&cells).zip(self.number((at, column))).is_some_and(|(sum, own)| {
                    count >= 3 && (sum - own).abs() * Decimal::from(20) <= own.abs()
                });
                if opened || more || near {
                    self.compare((at, column), &cells, &head.path.join(" "), findings);
                }
            }
        }
    }

    fn compare(&self, total: Cell, parts: &[Cell], head: &str, findings: &mut Findings) {
        let (Some(said), Some(sum)) = (self.number(total), self.sum(parts)) else { return };
        // Who takes part twice is counted once.
        let participants = head.to_lowercase().contains("участник") && said < sum;
        if (sum - said).abs() <= slack(self.table, parts) || self.is_average(said, parts) || participants {
            return;
        }
        let Some(cell) = self.table.get(total.0, total.1) else { return };
        let mut finding = Finding::new(&TABLE_TOTAL)
            .arg("head", head)
            .arg("total", cell.text.trim())
            .arg("sum", digits::format(sum, &NumberStyle::default()))
            .at(cell.place.clone());
        let ends = [parts.first(), parts.last()].into_iter().flatten();
        for (row, column) in ends {
            if let Some(cell) = self.table.get(*row, *column) {
                finding = finding.label(cell.place.clone(), ("слагаемое", "a part"));
            }
        }
        findings.push(finding);
    }

    /// Whether a total looks like the mean of its parts.
    fn is_average(&self, said: Decimal, parts: &[Cell]) -> bool {
        let values: Vec<Decimal> = parts.iter().filter_map(|cell| self.number(*cell)).collect();
        let (Some(least), Some(most)) = (values.iter().min(), values.iter().max()) else { return false };
        let mean = values.iter().sum::<Decimal>().checked_div(Decimal::from(values.len() as u64));
        let close = mean.is_some_and(|mean| (mean - said).abs() * Decimal::from(10) <= mean.abs());
        values.len() >= 2 && said >= *least && said <= *most && close
    }
}
