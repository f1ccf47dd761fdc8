//! What a chart shows.

use super::Kind;
use crate::russian::NO_BREAK_SPACE;
use crate::russian::number::{self, NumberStyle, TrailingZeros};
use crate::source::Place;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Numbers by category and series.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// How they are shown.
    pub kind: Kind,
    /// What the chart is about, plain text; may be empty. It stands in the caption, not in the
    /// drawing.
    pub title: String,
    /// What the numbers belong to, along the axis of names: schools, years, parts of a whole.
    pub categories: Vec<Category>,
    /// The rows of numbers; parts of a whole have one.
    pub series: Vec<Series>,
    /// Whether each number is written beside what shows it, as far as there is room.
    pub labels: bool,
}

/// A name on the axis of names.
#[derive(Clone, Debug, PartialEq)]
pub struct Category {
    /// The name.
    pub name: String,
    /// Where it comes from.
    pub place: Place,
}

/// A row of numbers, one for each category.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its name; may be empty where there is only one.
    pub name: String,
    /// Where the name comes from.
    pub place: Place,
    /// The unit of its numbers as it is printed; empty for none.
    pub unit: String,
    /// How many decimals its numbers are printed with; `None` prints those they have.
    pub decimals: Option<u32>,
    /// How its numbers are written, decimals aside.
    pub style: NumberStyle,
    /// Whether it is the line among columns ([`Kind::ColumnsWithLine`]).
    pub line: bool,
    /// The numbers; `None` where there is none.
    pub values: Vec<Option<Datum>>,
}

/// A number.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// The number, counted in the series' unit.
    pub value: Decimal,
    /// Where it comes from: a cell, or the name of an indicator in the text.
    pub place: Place,
}

impl Series {
    /// Whether its unit is `%`, which stands behind every number.
    pub fn is_percent(&self) -> bool {
        self.unit == "%"
    }

    /// A number of this series as it is printed: «10 025», «45,5 %».
    pub fn printed(&self, value: Decimal) -> String {
        let style = NumberStyle { zeros: TrailingZeros::Keep, ..self.style }.with_decimals(self.decimals);
        if self.is_percent() { number::format_percent(value, &style) } else { number::format(value, &style) }
    }

    /// The number of a category for geometry; `None` where there is none.
    pub fn value(&self, category: usize) -> Option<f64> {
        self.values.get(category)?.as_ref()?.value.to_f64()
    }

    /// The number of a category as it is printed.
    pub fn label(&self, category: usize) -> Option<String> {
        self.values.get(category)?.as_ref().map(|datum| self.printed(datum.value))
    }
}

impl Chart {
    /// How its numbers are written where they belong to no series, decimals aside.
    pub fn style(&self) -> NumberStyle {
        self.series.first().map(|series| series.style).unwrap_or_default()
    }

    /// The unit that all series have in common; `None` where they differ.
    pub fn unit(&self) -> Option<&str> {
        let mut units = self.series.iter().map(|series| series.unit.as_str());
        let first = units.next()?;
        units.all(|unit| unit == first).then_some(first)
    }

    /// The sum of a part's numbers over all series, as it is printed; `None` where no category
    /// or several units are there.
    pub fn total(&self, category: usize) -> Option<String> {
        let first = self.series.first()?;
        let sum = self.sum(category)?;
        let decimals = self.series.iter().filter_map(|series| series.decimals).max().or(first.decimals);
        Some(Series { decimals, values: Vec::new(), ..first.clone() }.printed(sum))
    }

    /// The sum of a part's numbers over all series; `None` where there are none, or several units.
    pub fn sum(&self, category: usize) -> Option<Decimal> {
        self.unit()?;
        let values = || self.series.iter().filter_map(|series| series.values.get(category)?.as_ref());
        values().next()?;
        values().try_fold(Decimal::ZERO, |sum, datum| sum.checked_add(datum.value))
    }

    /// The sum of the first series; `None` where it overflows or is empty.
    pub fn whole(&self) -> Option<Decimal> {
        let values = self.series.first()?.values.iter().flatten();
        values.map(|datum| datum.value).try_fold(Decimal::ZERO, Decimal::checked_add)
    }

    /// A part of the whole in whole percents, as it is printed: «45 %». What is there is never
    /// «0 %», and what is not all never «100 %»: «менее 1 %», «более 99 %».
    pub fn share(&self, category: usize) -> Option<String> {
        let first = self.series.first()?;
        let value = first.values.get(category)?.as_ref()?.value;
        let percent = value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(self.whole()?)?;
        let printed = |percent| number::format_percent(percent, &first.style.with_decimals(Some(0)));
        let half = Decimal::new(5, 1);
        Some(if percent > Decimal::ZERO && percent < half {
            format!("менее{NO_BREAK_SPACE}{}", printed(Decimal::ONE))
        } else if percent < Decimal::ONE_HUNDRED && percent >= Decimal::ONE_HUNDRED - half {
            format!("более{NO_BREAK_SPACE}{}", printed(Decimal::from(99)))
        } else {
            printed(percent)
        })
    }

    /// The part of a series in its category in percents; `None` where there is none, or where one
    /// of the numbers is negative.
    pub fn part(&self, series: usize, category: usize) -> Option<Decimal> {
        let of = |series: &Series| series.values.get(category)?.as_ref().map(|datum| datum.value);
        let own = of(self.series.get(series)?)?;
        let mut values = self.series.iter().filter_map(of);
        let whole = values.try_fold(Decimal::ZERO, |sum, value| {
            sum.checked_add(value).filter(|_| !value.is_sign_negative() || value.is_zero())
        })?;
        own.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
    }

    /// What is written at a value of a chart of this kind: the number, or its part of a hundred
    /// where all wholes are equally long.
    pub fn written(&self, kind: Kind, series: usize, category: usize) -> Option<String> {
        let own = self.series.get(series)?;
        match kind {
            kind if kind.is_of_hundred() => {
                let part = self.part(series, category)?;
                Some(number::format_percent(part, &own.style.with_decimals(Some(0))))
            }
            _ => own.label(category),
        }
    }

    /// A part of the whole as a list names it: «Школы –» and «12 (40 %)»; without its number where
    /// numbers are not wanted.
    pub fn listed(&self, category: usize) -> (String, String) {
        let name = self.categories.get(category).map_or_else(String::new, |one| one.name.clone());
        let series = self.series.first().filter(|_| self.labels);
        let Some((series, label)) = series.and_then(|series| Some((series, series.label(category)?))) else {
            return (name, String::new());
        };
        let number = match self.share(category) {
            Some(share) if !series.is_percent() => format!("{label}{NO_BREAK_SPACE}({share})"),
            _ => label,
        };
        (format!("{name}{NO_BREAK_SPACE}–"), number)
    }

    /// A series' name with its unit: «Бюджет, млн руб.».
    pub fn named(&self, series: &Series) -> String {
        let unit = series.unit.replace(' ', "\u{a0}");
        match (series.name.is_empty(), unit.is_empty() || series.is_percent()) {
            (_, true) => series.name.clone(),
            (true, false) => unit,
            (false, false) => format!("{}, {unit}", series.name),
        }
    }

    /// A number with its unit: «45 %», «12 чел.».
    pub fn with_unit(&self, series: &Series, label: &str) -> String {
        if series.unit.is_empty() || series.is_percent() {
            return label.to_owned();
        }
        format!("{label}{NO_BREAK_SPACE}{}", series.unit.replace(' ', "\u{a0}"))
    }
}
