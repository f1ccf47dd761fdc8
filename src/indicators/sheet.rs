//! Indicators kept in a sheet: `имя | показатель | ед. | знаков | 2018 | 2017`, or in English
//! `name | what | unit | decimals | 2018 | 2017`. The columns are known by their words, in any
//! order; others are left alone.

use super::messages as say;
use super::{Definition, Figure, Unit};
use crate::russian::decimals::Decimals;
use crate::russian::number;
use crate::russian::typography::fold;
use crate::source::{Finding, Findings, Language, Place};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A cell of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetCell {
    /// What it shows.
    pub text: String,
    /// Its number, where it is one; a cell shown with `%` counts percents.
    pub number: Option<Decimal>,
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
    (Role::Value, &["этотгод", "текущийгод", "отчетныйгод", "значение", "thisyear", "value"]),
    (Role::Previous, &["прошлыйгод", "предыдущийгод", "прошлый", "lastyear", "previous"]),
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

/// Reads the rows of a sheet as definitions. Of columns headed by years the latest holds the
/// value and the one before it the previous value. Rows without any text are skipped.
///
/// Findings: `indicators-column-missing`, `indicators-column-twice` (then there are no
/// definitions), `indicators-name-empty`, `indicators-value-empty`,
/// `indicators-value-not-number`, `indicators-decimals-invalid` (the row is left out).
pub fn definitions(header: &[SheetCell], rows: &[Vec<SheetCell>]) -> (Vec<Definition>, Findings) {
    let mut findings = Findings::default();
    let Some(columns) = columns(header, &mut findings) else { return (Vec::new(), findings) };
    let mut definitions = Vec::new();
    for row in rows.iter().filter(|row| row.iter().any(|cell| !cell.text.trim().is_empty())) {
        match definition(row, &columns) {
            Ok(definition) => definitions.push(definition),
            Err(finding) => findings.push(finding),
        }
    }
    (definitions, findings)
}

/// The name of the indicator that a finding about a row names.
pub fn row_name(finding: &Finding) -> Option<String> {
    let (_, name) = finding.args.iter().find(|(key, _)| *key == "name")?;
    Some(name.in_language(Language::Russian).to_owned())
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

fn definition(row: &[SheetCell], columns: &Columns) -> Result<Definition, Finding> {
    let cell = |column: Option<usize>| column.and_then(|index| row.get(index));
    let text = |column| cell(column).map_or("", |cell: &SheetCell| cell.text.trim());
    let anywhere = || row.iter().find(|cell| !cell.text.trim().is_empty()).map(|cell| cell.place.clone());
    let at = |finding: Finding, column| {
        let place = cell(column).map(|cell| cell.place.clone()).or_else(anywhere);
        place.into_iter().fold(finding, |finding, place| finding.at(place))
    };
    let name = text(columns.name);
    if name.is_empty() {
        return Err(at(Finding::new(&say::NAME_EMPTY), columns.name));
    }
    let empty = || at(Finding::new(&say::VALUE_EMPTY).arg("name", name), columns.value);
    let value = figure(cell(columns.value), name)?.ok_or_else(empty)?;
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

/// The number of a cell; `None` for an empty one, a dash and «н/д».
fn figure(cell: Option<&SheetCell>, name: &str) -> Result<Option<Figure>, Finding> {
    let Some(cell) = cell.filter(|cell| !is_nothing(&cell.text)) else { return Ok(None) };
    let typed = cell.number.or_else(|| number::parse(&cell.text).ok().map(|typed| typed.value));
    match typed {
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
    let typed = cell.number.or_else(|| number::parse(&cell.text).ok().map(|typed| typed.value));
    let whole = typed.filter(|value| value.fract().is_zero()).and_then(|value| value.to_u32());
    match whole.and_then(Decimals::new) {
        Some(decimals) => Ok(Some(decimals)),
        None => {
            let finding = Finding::new(&say::DECIMALS_INVALID).arg("name", name);
            Err(finding.arg("text", cell.text.trim()).at(cell.place.clone()))
        }
    }
}
