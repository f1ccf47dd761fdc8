//! The register of tasks as an Excel workbook: real dates, filters, ready to be printed.

use crate::ooxml::{Cell, Look, Properties, Value, Workbook, Worksheet};
use crate::register::{Row, Sheet};
use rust_decimal::Decimal;

/// A column: its header, its width in digits, and what a row puts into it.
type Column = (&'static str, f32, fn(usize, &Row) -> Cell);

/// Writes the workbook. Beside the wording of a deadline stands its last day as a date; where it
/// has none («постоянно»), the cell is empty.
pub fn write(sheet: &Sheet) -> Vec<u8> {
    let columns = columns(sheet);
    let mut rows = vec![title(sheet, columns.len()), columns.iter().map(|(name, ..)| head(name)).collect()];
    rows.extend(
        sheet
            .rows
            .iter()
            .enumerate()
            .map(|(number, row)| columns.iter().map(|(_, _, cell)| cell(number, row)).collect::<Vec<_>>()),
    );
    let worksheet = Worksheet {
        name: "Лист контроля".to_owned(),
        widths: columns.iter().map(|(_, width, _)| *width).collect(),
        rows,
        merged: vec![[0, 0, 0, columns.len() - 1]],
        frozen_rows: 2,
        title_rows: 1,
        filter: true,
        landscape: true,
    };
    let properties =
        Properties { title: &sheet.title, author: "", subject: "", date: sheet.date, language: "ru-RU" };
    Workbook { sheets: vec![worksheet] }.write(&properties)
}

/// The columns that say something. All of them together leave the letters legible on paper, where
/// the sheet is one page wide; a test reckons how large they are.
fn columns(sheet: &Sheet) -> Vec<Column> {
    let says = |words: fn(&Row) -> &String| sheet.rows.iter().any(|row| !words(row).is_empty());
    let all: [(bool, Column); 9] = [
        (true, ("№", 5.0, |number, _| Cell { value: number_of(number), look: Look::Middle })),
        (says(|row| &row.clause), ("Пункт", 8.0, |_, row| middle(&row.clause))),
        (sheet.several, ("Документ", 15.0, |_, row| words(&row.document))),
        (true, ("Поручение", 48.0, |_, row| words(&row.task))),
        (says(|row| &row.to), ("Адресат", 27.0, |_, row| words(&row.to))),
        (true, ("Срок", 18.0, |_, row| words(&row.due))),
        (true, ("Исполнить до", 12.5, |_, row| last_day(row))),
        (says(|row| &row.responsible), ("Ответственный", 20.0, |_, row| words(&row.responsible))),
        (true, ("Отметка об исполнении", 16.0, |_, _| words(""))),
    ];
    all.into_iter().filter(|(wanted, _)| *wanted).map(|(_, column)| column).collect()
}

fn title(sheet: &Sheet, columns: usize) -> Vec<Cell> {
    let mut row = vec![Cell { value: Value::Empty, look: Look::Title }; columns];
    if let Some(first) = row.first_mut() {
        first.value = Value::Text(sheet.title.clone());
    }
    row
}

fn head(name: &str) -> Cell {
    Cell { value: Value::Text(name.to_owned()), look: Look::Header }
}

fn number_of(index: usize) -> Value {
    Value::Number(Decimal::from(index as u64 + 1))
}

fn words(text: &str) -> Cell {
    Cell { value: text_of(text), look: Look::Words }
}

fn middle(text: &str) -> Cell {
    Cell { value: text_of(text), look: Look::Middle }
}

fn text_of(text: &str) -> Value {
    if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) }
}

fn last_day(row: &Row) -> Cell {
    Cell { value: row.end().map_or(Value::Empty, Value::Date), look: Look::Date }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn the_letters_of_a_printed_register_are_nine_points_and_more() {
        let words = || "слова".to_owned();
        let row = Row {
            uid: words(),
            clause: words(),
            document: words(),
            task: words(),
            to: words(),
            due: words(),
            responsible: words(),
            deadline: None,
        };
        let date = NaiveDate::from_ymd_opt(2025, 8, 28).unwrap_or_default();
        let sheet = Sheet { title: words(), date, year: None, remind: None, several: true, rows: vec![row] };
        let columns = columns(&sheet);
        assert_eq!(columns.len(), 9, "every column is there");
        // A digit of 11 points is 7 dots wide and a column has 5 more (ECMA-376, 18.3.1.13); the sheet
        // is A4 on its side without margins of 0.4 inches, at 96 dots an inch.
        let dots: f32 = columns.iter().map(|(_, width, _)| width * 7.0 + 5.0).sum();
        let page = (297.0 / 25.4 - 0.8) * 96.0;
        assert!(11.0 * page / dots >= 9.0, "{} points", 11.0 * page / dots);
    }
}
