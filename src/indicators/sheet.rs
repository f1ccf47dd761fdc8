//! Indicators kept in a sheet: `имя | показатель | ед. | знаков | 2018 | 2017`, or in English
//! `name | what | unit | decimals | 2018 | 2017`. The columns are known by their words, in any
//! order; others are left alone.

use super::messages as say;
use super::{Definition, Figure, Unit};
use crate::russian::decimals::Decimals;
use crate::russian::typography::{begins_with, fold};
use crate::source::{Finding, Findings, Place};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A cell of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetCell {
    /// What it shows.
    pub text: String,
    /// Its number, where it is one; a cell shown with `%` counts percents.
    pub number: Option<Decimal>,
    /// Whether its figure cannot be read for a reason of the spreadsheet: a formula without its
    /// result. Who made the cell says so.
    pub unreadable: bool,
    /// Its address in the sheet: `C7`.
    pub address: String,
    /// Where it stands.
    pub place: Place,
}

/// Which column is which, by index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Columns {
    name: Option<usize>,
    title: Option<usize>,
    unit: Option<usize>,
    decimals: Option<usize>,
    value: Option<usize>,
    previous: Option<usize>,
}

/// The roles a heading may have, with its letters, folded.
const ROLES: [(Role, &[&str]); 6] = [
    (Role::Name, &["имя", "код", "обозначение", "name", "id"]),
    (Role::Title, &["показатель", "что", "наименование", "название", "what", "title", "indicator"]),
    (Role::Unit, &["ед", "едизм", "единица", "единицы", "единицаизмерения", "едизмерения", "unit"]),
    (Role::Decimals, &["знаков", "знаки", "знаковпослезапятой", "decimals", "digits"]),
    (
        Role::Value,
        &["этотгод", "текущийгод", "отчетныйгод", "отчетныйпериод", "значение", "thisyear", "value"],
    ),
    (
        Role::Previous,
        &[
            "прошлыйгод",
            "предыдущийгод",
            "прошлый",
            "прошлыйпериод",
            "предыдущийпериод",
            "аппг",
            "аналогичныйпериодпрошлогогода",
            "lastyear",
            "previous",
        ],
    ),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Name,
    Title,
    Unit,
    Decimals,
    Value,
    Previous,
}

/// What the rows of a sheet define.
#[derive(Debug, Default)]
pub struct Read {
    /// The indicators.
    pub definitions: Vec<Definition>,
    /// The names of rows that define none because of an error.
    pub lost: Vec<String>,
    /// The names of rows without a value, with the place of the empty cell.
    pub unset: Vec<(String, Place)>,
    /// The cells that a definition needs and that are [`unreadable`](SheetCell::unreadable), by
    /// row and column.
    pub unreadable: Vec<(usize, usize)>,
}

/// Why a row defines no indicator.
enum Refused {
    /// A finding.
    Finding(Box<Finding>),
    /// Its cells in these columns cannot be read.
    Unreadable(Vec<usize>),
    /// It has no value yet, which matters where a text asks for it; the note on it.
    Unset(Box<Finding>),
}

/// Reads the rows of a sheet as definitions. Of columns headed by years the latest holds the
/// value and the one before it the previous value. Rows without any text are skipped, and so is,
/// with a note, a row of totals without a name.
///
/// Findings: `indicators-column-missing`, `indicators-column-twice` (then there are no
/// definitions), `indicators-name-empty`, `indicators-value-empty`,
/// `indicators-value-not-number`, `indicators-decimals-invalid` (the row is left out),
/// `indicators-total-left-out`.
pub fn definitions(header: &[SheetCell], rows: &[Vec<SheetCell>]) -> (Read, Findings) {
    let (mut read, mut findings) = (Read::default(), Findings::default());
    let Some(columns) = columns(header, &mut findings) else { return (read, findings) };
    let name = |row: &Vec<SheetCell>| {
        columns.name.and_then(|column| row.get(column)).map_or("", |cell| cell.text.trim()).to_owned()
    };
    let last_named = rows.iter().rposition(|row| !name(row).is_empty());
    for (index, row) in rows.iter().enumerate() {
        if row.iter().all(|cell| cell.text.trim().is_empty()) {
            continue;
        }
        let below = last_named.filter(|&last| last < index).and_then(|last| range(header, rows.get(last)?));
        let name = name(row);
        if let Some(total) = total(row).filter(|_| name.is_empty()) {
            let note = Finding::new(&say::TOTAL_LEFT_OUT).arg("text", total.text.trim());
            findings.push(with_range(note, below, ("если нет", "if not")).at(total.place.clone()));
            continue;
        }
        match definition(row, &columns) {
            Ok(definition) => read.definitions.push(definition),
            Err(why) => {
                let finding = read.lose((index, &name), why);
                let asked = ("если это не показатель", "if it is no indicator");
                findings.list.extend(finding.map(|finding| with_range(finding, below, asked)));
            }
        }
    }
    (read, findings)
}

/// The cells from the header to a row: `A1:F11`.
fn range(header: &[SheetCell], row: &[SheetCell]) -> Option<String> {
    Some(format!("{}:{}", header.first()?.address, row.last()?.address))
}

/// The advice to leave out what stands below the last indicator, where something does.
fn with_range(finding: Finding, range: Option<String>, (ru, en): (&str, &str)) -> Finding {
    let advice = range.map(|range| {
        (
            format!("; {ru}, назовите сами показатели: `диапазон: {range}`"),
            format!("; {en}, name those that are: `range: {range}`"),
        )
    });
    let (ru, en) = advice.unwrap_or_default();
    finding.arg("or", (ru.as_str(), en.as_str()))
}

impl Read {
    /// Remembers that a row of a name defines nothing; the finding about it, if there is one.
    fn lose(&mut self, (row, name): (usize, &str), why: Refused) -> Option<Finding> {
        let is_set = !matches!(why, Refused::Unset(_));
        self.lost.extend(Some(name.to_owned()).filter(|name| is_set && !name.is_empty()));
        match why {
            Refused::Finding(finding) => Some(*finding),
            Refused::Unset(note) => {
                let place = note.labels.first().map(|label| label.place.clone());
                self.unset.extend(place.map(|place| (name.to_owned(), place)));
                Some(*note)
            }
            Refused::Unreadable(columns) => {
                self.unreadable.extend(columns.into_iter().map(|column| (row, column)));
                None
            }
        }
    }
}

/// The cell that makes a row one of totals: «Всего», «Итого показателей».
fn total(row: &[SheetCell]) -> Option<&SheetCell> {
    row.iter().find(|cell| begins_with(&fold(&cell.text), &["всего", "итого", "total"]))
}

fn columns(header: &[SheetCell], findings: &mut Findings) -> Option<Columns> {
    let mut columns = Columns::default();
    for (index, cell) in header.iter().enumerate() {
        let Some(role) = role(&cell.text) else { continue };
        if let Some(first) = columns.slot(role).replace(index) {
            let finding =
                Finding::new(&say::COLUMN_TWICE).arg("column", cell.text.trim()).at(cell.place.clone());
            let first = header.get(first).map(|cell| cell.place.clone());
            let also = ("и здесь", "and here");
            findings.push(first.into_iter().fold(finding, |finding, place| finding.label(place, also)));
            return None;
        }
    }
    years(header, &mut columns);
    let missing = match columns {
        Columns { name: None, .. } => ("имя", "name"),
        Columns { value: None, .. } => ("2018", "2018"),
        _ => return Some(columns),
    };
    let finding = Finding::new(&say::COLUMN_MISSING).arg("column", missing);
    findings.push(header.first().into_iter().fold(finding, |finding, cell| finding.at(cell.place.clone())));
    None
}

impl Columns {
    /// The columns that a definition needs.
    fn all(&self) -> impl Iterator<Item = usize> {
        [self.name, self.title, self.unit, self.decimals, self.value, self.previous].into_iter().flatten()
    }

    fn slot(&mut self, role: Role) -> &mut Option<usize> {
        match role {
            Role::Name => &mut self.name,
            Role::Title => &mut self.title,
            Role::Unit => &mut self.unit,
            Role::Decimals => &mut self.decimals,
            Role::Value => &mut self.value,
            Role::Previous => &mut self.previous,
        }
    }
}

fn role(heading: &str) -> Option<Role> {
    // «Ед. изм.», «Ед.изм», «ед. изм.:» are one heading.
    let letters: String = fold(heading).chars().filter(|sign| sign.is_alphanumeric()).collect();
    ROLES.iter().find(|(_, words)| words.contains(&letters.as_str())).map(|(role, _)| *role)
}

/// Gives the columns headed by years their roles, where no words did.
fn years(header: &[SheetCell], columns: &mut Columns) {
    let mut years: Vec<(u32, usize)> =
        header.iter().enumerate().filter_map(|(index, cell)| Some((year(&cell.text)?, index))).collect();
    years.sort_by(|one, other| other.cmp(one));
    let mut years = years.into_iter().map(|(_, index)| index);
    if columns.value.is_none() {
        columns.value = years.next();
    }
    if columns.previous.is_none() {
        columns.previous = years.next();
    }
}

/// The last year that a heading names: 2017 in «2016/2017 учебный год».
fn year(heading: &str) -> Option<u32> {
    let numbers = heading.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (1900..=2999).contains(year)).max()
}

fn definition(row: &[SheetCell], columns: &Columns) -> Result<Definition, Refused> {
    let cell = |column: Option<usize>| column.and_then(|index| row.get(index));
    let text = |column| cell(column).map_or("", |cell: &SheetCell| cell.text.trim());
    let anywhere = || row.iter().find(|cell| !cell.text.trim().is_empty()).map(|cell| cell.place.clone());
    let at = |finding: Finding, column| {
        let place = cell(column).map(|cell| cell.place.clone()).or_else(anywhere);
        place.into_iter().fold(finding, |finding, place| finding.at(place))
    };
    let name = text(columns.name);
    if name.is_empty() {
        return Err(at(Finding::new(&say::NAME_EMPTY), columns.name).into());
    }
    let unreadable = columns.all().filter(|&column| cell(Some(column)).is_some_and(|cell| cell.unreadable));
    let unreadable: Vec<usize> = unreadable.collect();
    if !unreadable.is_empty() {
        return Err(Refused::Unreadable(unreadable));
    }
    let empty = || at(Finding::new(&say::VALUE_EMPTY).arg("name", name), columns.value);
    let value = figure(cell(columns.value), name)?.ok_or_else(|| Refused::Unset(Box::new(empty())))?;
    Ok(Definition {
        name: name.to_owned(),
        place: cell(columns.name).or(row.first()).map(|cell| cell.place.clone()).ok_or_else(empty)?,
        title: Some(text(columns.title)).filter(|title| !title.is_empty()).map(str::to_owned),
        unit: Unit::parse(text(columns.unit))
            .or_else(|| text(columns.value).ends_with('%').then(Unit::percent)),
        decimals: decimals(cell(columns.decimals), name)?,
        value,
        previous: figure(cell(columns.previous), name)?,
    })
}

impl From<Finding> for Refused {
    fn from(finding: Finding) -> Refused {
        Refused::Finding(Box::new(finding))
    }
}

/// The number of a cell; `None` for an empty one, a dash and «н/д».
fn figure(cell: Option<&SheetCell>, name: &str) -> Result<Option<Figure>, Finding> {
    let Some(cell) = cell.filter(|cell| !is_nothing(&cell.text)) else { return Ok(None) };
    match cell.number {
        Some(value) => Ok(Some(Figure::Number { value, place: cell.place.clone() })),
        None => {
            let finding = Finding::new(&say::VALUE_NOT_NUMBER).arg("name", name);
            Err(finding.arg("text", cell.text.trim()).at(cell.place.clone()))
        }
    }
}

fn is_nothing(text: &str) -> bool {
    matches!(fold(text).as_str(), "" | "-" | "н/д" | "нет данных" | "n/a")
}

fn decimals(cell: Option<&SheetCell>, name: &str) -> Result<Option<Decimals>, Finding> {
    let Some(cell) = cell.filter(|cell| !is_nothing(&cell.text)) else { return Ok(None) };
    let whole = cell.number.filter(|value| value.fract().is_zero()).and_then(|value| value.to_u32());
    match whole.and_then(Decimals::new) {
        Some(decimals) => Ok(Some(decimals)),
        None => {
            let finding = Finding::new(&say::DECIMALS_INVALID).arg("name", name);
            Err(finding.arg("text", cell.text.trim()).at(cell.place.clone()))
        }
    }
}
