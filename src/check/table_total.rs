//! «Всего» and «Итого» that are not the sum of their rows or columns.

use super::reading::periods::{self, Period, period};
use super::reading::row_sums::{Cell, Rows};
use super::reading::slip::{is_slip, the_swapped};
use super::reading::table_rows::{
    is_grand, is_rate, is_total, is_within, opens_parts, slack, starts_as_total, words,
};
use super::{Both, Check, View};
use crate::messages;
use crate::russian::number::{self as digits, NumberStyle};
use crate::russian::typography::fold;
use crate::source::{Finding, Findings, Severity};
use crate::tables::{Head, Table};
use rust_decimal::Decimal;

messages! {
    /// A total that is not the sum.
    TABLE_TOTAL = "table-total", Warning,
        ru: "«{head}» – {total}, а сумма частей {sum}", en: "“{head}” is {total}, but its parts make {sum}",
        hint_ru: "проверьте слагаемые и итог; если здесь складывать нельзя, снимите замечание с причиной",
        hint_en: "see the parts and the total; if nothing is to be added here, silence the finding with a reason";
    /// A row that was put in, while the total stayed.
    LEFT_OUT = "table-total", Warning,
        ru: "«{head}» не учитывает строку «{row}»: без неё сумма сходится", en: "“{head}” leaves out the row “{row}”: without it the sum is right",
        hint_ru: "прибавьте строку к итогу", hint_en: "add the row to the total";
    /// «Из них …» that is more than its whole.
    GREATER = "table-total", Warning,
        ru: "«{head}» – {part}, а это больше целого, {whole}", en: "“{head}” is {part}, which is more than the whole, {whole}",
        hint_ru: "исправьте часть или целое", hint_en: "correct the part or the whole";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "table-total",
    severity: Severity::Warning,
    title: Both {
        ru: "Итог таблицы не равен сумме", en: "A table's total is not the sum"
    },
    about: Both {
        ru: "Строки и столбцы «Всего», «Итого», «Школы, всего» складываются из своих частей. Какие строки складывает итог – над ним или под \
             ним, – показывают сами числа: верно то чтение, которое сходится в большинстве столбцов; не сходится ни одно – проверка \
             молчит (строки могут пересекаться). Столбец «За год» складывает кварталы, полугодия или месяцы. Подытоги не считаются дважды, «в том числе» и «из них» расписывают строку над \
             собой и не бывают больше неё. Итог, которому во всех столбцах недостаёт одной и той же строки, её не учёл. Округление допустимо. Доли, средние, цены, «на ученика» и баллы не складываются, не складывается и столбец, где итог лежит между слагаемыми или делит два других столбца, и не складывается ничего, где одна из ячеек пуста \
             или неизвестна.",
        en: "Rows and columns called “Всего”, “Итого” (total), “Школы, всего” are added up. The numbers themselves show which rows a \
             total adds, above it or below: the reading that holds in most columns; where none does, nothing is said, for rows may \
             overlap. A column “За год” (the year) adds quarters, halves or months. Subtotals are not counted twice, “в том числе” (including) details the row above and is never more. A total that lacks one and the same row in all columns left it out. Rounding is tolerated. \
             Shares, averages, prices, numbers per head and marks are not added, nor a column whose total lies among its parts or that \
             divides two others, nor anything with an empty or unknown cell.",
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
        let look = Look { table, rows: Rows::of(table) };
        look.rows(findings);
        look.columns(findings);
        look.within(findings);
        look.announced(findings);
        look.greater(findings);
        look.left_out(findings);
    }
}

struct Look<'v> {
    table: &'v Table,
    rows: Rows<'v>,
}

impl Look<'_> {
    fn rows(&self, findings: &mut Findings) {
        let rows = self.table.rows();
        for sum in self.rows.sums() {
            let Some(head) = rows.get(sum.total) else { continue };
            for column in self.rows.columns() {
                let cells: Vec<Cell> = sum.parts.iter().map(|row| (*row, *column)).collect();
                self.compare((sum.total, *column), &cells, &head.path.join(" "), findings);
            }
        }
    }

    /// Columns «Итого» and «За год» beside the columns that they add up.
    fn columns(&self, findings: &mut Findings) {
        let heads = self.table.columns();
        let mut start = self.table.header_columns();
        for (total, head) in heads.iter().enumerate().skip(start) {
            let (parts, sure) = match (is_total_column(head), period(head)) {
                (true, _) => (self.before(total, std::mem::replace(&mut start, total + 1)), true),
                (false, Some(period)) => (self.of_period(total, period), false),
                (false, None) => continue,
            };
            let mixed = parts
                .iter()
                .filter_map(|at| heads.get(*at))
                .any(|part| part.unit != head.unit || is_rate(part));
            let rows: Vec<(Cell, Vec<Cell>)> = self.sums_of(total, &parts);
            if parts.len() < 2 || mixed || is_rate_column(head) || !(sure || self.shows(&rows)) {
                continue;
            }
            let name = head.path.join(" ");
            rows.iter().for_each(|(total, cells)| self.compare(*total, cells, &name, findings));
        }
    }

    /// The columns from `start` that a total column adds up; of months, quarters and halves of a
    /// year only the finest.
    fn before(&self, total: usize, start: usize) -> Vec<usize> {
        let parts = self.group(total, start);
        let periods = self.periods(&parts);
        let whole = (periods.len() == parts.len()).then(|| periods::parts(&periods, Period::Year)).flatten();
        whole.unwrap_or(parts)
    }

    /// The columns before a column of a year or of half a one that make it up.
    fn of_period(&self, total: usize, period: Period) -> Vec<usize> {
        let periods = self.periods(&self.group(total, self.table.header_columns()));
        // «Год» behind two years of quarters is the last one's.
        let year = periods.iter().rposition(|(_, period)| *period == Period::Year).map_or(0, |at| at + 1);
        let own = periods.get(year..).unwrap_or_default();
        periods::parts(own, period).unwrap_or_default()
    }

    /// The columns between `start` and a total that stand under the same head and are parts.
    fn group(&self, total: usize, start: usize) -> Vec<usize> {
        let heads = self.table.columns();
        let group =
            heads.get(total).and_then(|head| head.path.split_last()).map_or(&[][..], |(_, group)| group);
        let is_part =
            |at: &usize| heads.get(*at).is_some_and(|part| !is_within(part) && part.path.starts_with(group));
        (start..total).filter(is_part).collect()
    }

    fn periods(&self, columns: &[usize]) -> Vec<(usize, Period)> {
        let head = |at: usize| self.table.columns().get(at);
        columns.iter().filter_map(|at| Some((*at, period(head(*at)?)?))).collect()
    }

    /// The cells of a total column, each with those that it adds up.
    fn sums_of(&self, total: usize, parts: &[usize]) -> Vec<(Cell, Vec<Cell>)> {
        let rows = self.table.rows().iter().enumerate().filter(|(_, head)| !is_rate(head));
        rows.map(|(row, _)| ((row, total), parts.iter().map(|column| (row, *column)).collect())).collect()
    }

    /// Whether the numbers show that a column adds up others: in half of the rows at least, or
    /// nearly in the only one. The pupils of a year are no sum of those of its quarters.
    fn shows(&self, rows: &[(Cell, Vec<Cell>)]) -> bool {
        let both = |(total, cells): &(Cell, Vec<Cell>)| {
            let both = self.rows.number(*total).zip(self.rows.sum(cells))?;
            Some((both, slack(self.table, cells)))
        };
        let known: Vec<_> = rows.iter().filter_map(both).filter(|((said, _), _)| !said.is_zero()).collect();
        let fits = known.iter().filter(|((said, sum), slack)| (sum - said).abs() <= *slack).count();
        match known.as_slice() {
            [((said, sum), _)] => (sum - said).abs() * Decimal::TEN <= said.abs(),
            _ => fits > 0 && fits * 2 >= known.len(),
        }
    }

    /// Rows with parts below them: «…, в том числе:», and two or more rows «в том числе …».
    fn within(&self, findings: &mut Findings) {
        let rows = self.table.rows();
        for (at, head) in rows.iter().enumerate().filter(|(_, head)| !is_rate(head)) {
            let below = rows.iter().skip(at + 1);
            let opened = opens_parts(head);
            let count = match opened {
                true => self.rows.opened(at),
                false if is_within(head) => 0,
                false => below.take_while(|part| is_within(part) && words(part).starts_with("в т")).count(),
            };
            if count < 2
                || rows.iter().skip(at + 1).take(count).any(|part| part.unit != head.unit || is_rate(part))
            {
                continue;
            }
            for column in self.rows.columns().iter().copied() {
                let cells: Vec<Cell> = (at + 1..=at + count).map(|row| (row, column)).collect();
                let both = || self.rows.sum(&cells).zip(self.rows.number((at, column)));
                let more = both().is_some_and(|(sum, own)| sum > own);
                // All that begin «в том числе» are parts: off by a few per cent is a slip, by more a choice.
                let near = both().is_some_and(|(sum, own)| {
                    count >= 3 && (sum - own).abs() * Decimal::from(20) <= own.abs()
                });
                if opened || more || near {
                    self.compare((at, column), &cells, &head.path.join(" "), findings);
                }
            }
        }
    }

    /// A row «в том числе:» of its own, without numbers, between a whole and its parts.
    fn announced(&self, findings: &mut Findings) {
        let rows = self.table.rows();
        let columns = self.rows.columns();
        for (at, _) in rows.iter().enumerate().filter(|(at, head)| *at > 0 && is_within(head)) {
            let bare = columns.iter().all(|column| self.rows.number((at, *column)).is_none());
            let Some(head) = rows.get(at - 1).filter(|head| bare && !is_rate(head)) else { continue };
            let most =
                rows.iter().skip(at + 1).take_while(|part| part.unit == head.unit && !is_rate(part)).count();
            // The numbers show how many rows are parts; where none do, it may be a choice of them.
            let Some(count) = self.rows.making_up(at - 1, at + 1, 2..=most) else { continue };
            for column in columns {
                let cells: Vec<Cell> = (at + 1..=at + count).map(|row| (row, *column)).collect();
                self.compare((at - 1, *column), &cells, &head.path.join(" "), findings);
            }
        }
    }

    /// «Из них …» that is more than what it is of, where it is not so in another column.
    fn greater(&self, findings: &mut Findings) {
        let rows = self.table.rows();
        for (at, head) in rows.iter().enumerate().filter(|(_, head)| is_within(head) && !is_rate(head)) {
            let whole = (0..at).rev().find(|row| rows.get(*row).is_some_and(|head| !is_within(head)));
            let Some(whole) = whole.filter(|row| rows.get(*row).is_some_and(|row| row.unit == head.unit))
            else {
                continue;
            };
            let both = |column: usize| self.rows.number((at, column)).zip(self.rows.number((whole, column)));
            let columns = || self.rows.columns().iter().copied();
            let less = columns().filter_map(both).any(|(part, whole)| part <= whole);
            let greater = columns().filter(|column| both(*column).is_some_and(|(part, whole)| part > whole));
            for column in greater.filter(|_| less) {
                let (Some(part), Some(all)) = (self.table.get(at, column), self.table.get(whole, column))
                else {
                    continue;
                };
                let finding = Finding::new(&GREATER)
                    .arg("head", head.path.join(" "))
                    .arg("part", part.text.trim())
                    .arg("whole", all.text.trim());
                findings
                    .push(finding.at(part.place.clone()).label(all.place.clone(), ("целое", "the whole")));
            }
        }
    }

    /// «Всего» that was right before a row was put in: in every column it lacks just that row.
    fn left_out(&self, findings: &mut Findings) {
        let rows = self.table.rows();
        let Some(total) = rows.iter().position(is_grand).filter(|total| total + 1 == rows.len()) else {
            return;
        };
        let head = |row: usize| rows.get(row);
        let parts: Vec<usize> =
            (0..total).filter(|row| head(*row).is_some_and(|head| !is_within(head))).collect();
        let plain = parts.iter().all(|row| head(*row).is_some_and(|head| !is_total(head) && !is_rate(head)));
        let Some(lacks) = self.lacks(total, &parts).filter(|_| plain) else { return };
        let is_lacking =
            |row: &usize| lacks.iter().all(|(column, off)| self.rows.number((*row, *column)) == Some(*off));
        let Some(row) = parts.iter().copied().find(is_lacking) else { return };
        let cell = |row: usize| self.table.get(row, lacks.first()?.0);
        if let (Some(said), Some(lacking), Some(name), Some(own)) =
            (cell(total), cell(row), head(total), head(row))
        {
            let finding =
                Finding::new(&LEFT_OUT).arg("head", name.path.join(" ")).arg("row", own.path.join(" "));
            findings.push(
                finding.at(said.place.clone()).label(lacking.place.clone(), ("эта строка", "this row")),
            );
        }
    }

    /// By how much the sum of the parts is greater than their total, column by column; `None` where a
    /// column is right or not known, or where there is one only.
    fn lacks(&self, total: usize, parts: &[usize]) -> Option<Vec<(usize, Decimal)>> {
        let off = |column: &usize| {
            let cells: Vec<Cell> = parts.iter().map(|row| (*row, *column)).collect();
            let off = self.rows.sum(&cells)?.checked_sub(self.rows.number((total, *column))?)?;
            (!off.is_zero()).then_some((*column, off))
        };
        let lacks: Option<Vec<_>> = self.rows.columns().iter().map(off).collect();
        lacks.filter(|lacks| lacks.len() > 1)
    }

    fn compare(&self, total: Cell, parts: &[Cell], head: &str, findings: &mut Findings) {
        let (Some(said), Some(sum)) = (self.rows.number(total), self.rows.sum(parts)) else { return };
        // Who takes part twice is counted once.
        let participants = head.to_lowercase().contains("участник") && said < sum;
        if (sum - said).abs() <= slack(self.table, parts) || self.is_average(said, parts) || participants {
            return;
        }
        if parts.iter().all(|part| part.1 == total.1) && self.is_quotient(total.1) {
            return;
        }
        let Some(cell) = self.table.get(total.0, total.1) else { return };
        let mut finding = Finding::new(&TABLE_TOTAL)
            .arg("head", head)
            .arg("total", cell.text.trim())
            .arg("sum", digits::format(sum, &NumberStyle::default()))
            .at(cell.place.clone());
        let values: Vec<Decimal> =
            parts.iter().map(|part| self.rows.number(*part).unwrap_or_default()).collect();
        let swapped = the_swapped(&values, sum.saturating_sub(said));
        let ends = [parts.first(), parts.last()].into_iter().flatten();
        let shown: Vec<(&Cell, (String, String))> =
            match swapped.and_then(|(at, right)| Some((parts.get(at)?, right))) {
                Some((part, right)) => vec![(part, perhaps(right))],
                None => ends.map(|part| (part, ("слагаемое".to_owned(), "a part".to_owned()))).collect(),
            };
        for ((row, column), words) in shown {
            if let Some(cell) = self.table.get(*row, *column) {
                finding = finding.label(cell.place.clone(), words);
            }
        }
        findings.push(finding);
    }

    /// Whether a total is no sum: it lies among its parts, as a mean or the greatest of them does, and
    /// none of the parts is nearly all; or its column divides two others. A slip of the sum is none.
    fn is_average(&self, said: Decimal, parts: &[Cell]) -> bool {
        let values: Vec<Decimal> = parts.iter().filter_map(|cell| self.rows.number(*cell)).collect();
        let (Some(least), Some(most)) = (values.iter().min(), values.iter().max()) else { return false };
        let sum = values.iter().sum::<Decimal>();
        let spread = *most * Decimal::from(4) <= sum * Decimal::from(3);
        let slip = said >= Decimal::TEN && is_slip(sum, said);
        values.len() >= 2 && said >= *least && said <= *most && spread && !slip
    }

    /// Whether each number of a column is the quotient of two others of its row: «учеников на
    /// педагога» beside pupils and teachers.
    fn is_quotient(&self, column: usize) -> bool {
        let others: Vec<usize> =
            self.rows.columns().iter().copied().filter(|other| *other != column).collect();
        let rows = 0..self.table.rows().len();
        let divides = |one: usize, two: usize| {
            let fits = |row: usize| {
                let said = self.rows.number((row, column))?;
                let right = self.rows.number((row, one))?.checked_div(self.rows.number((row, two))?)?;
                let unit = Decimal::new(1, said.scale().min(Decimal::MAX_SCALE));
                Some(said.saturating_sub(right).abs() <= unit)
            };
            let known: Vec<bool> = rows.clone().filter_map(fits).collect();
            known.len() >= 3 && known.iter().all(|fits| *fits)
        };
        others.len() <= 12
            && others.iter().any(|one| others.iter().any(|two| one != two && divides(*one, *two)))
    }
}

/// What a part is that two digits changed places in.
pub(super) fn perhaps(right: Decimal) -> (String, String) {
    let right = digits::format(right, &NumberStyle::default());
    (
        format!("здесь, похоже, переставлены цифры: {right}"),
        format!("two digits may have changed places here: {right}"),
    )
}

/// Whether a column holds shares or marks; «Год» is a year here.
fn is_rate_column(head: &Head) -> bool {
    is_rate(head) && period(head).is_none()
}

/// Whether a column is the total of those before it: the last line of its head says so.
fn is_total_column(head: &Head) -> bool {
    let last = head.path.last().map(|last| fold(last)).unwrap_or_default();
    starts_as_total(head) || ["всего", "итого"].contains(&last.as_str())
}
