//! Computing an expression. All its parts are computed even where one fails, so that all that
//! is wrong with it is said at once.

use super::basis::{Bases, Basis};
use super::expression::{By, Expression, Function, Kind, Piece};
use super::facts::{CellAddress, Facts, Words};
use super::grammar::{SyntaxError, Wrong};
use super::indicator;
use super::messages as say;
use super::quantity::{Measure, Measured, Mismatch};
use super::{Quantity, Unit};
use crate::russian::Explain;
use crate::source::{Arg, Finding, Findings, SourceText};
use rust_decimal::Decimal;
use std::ops::Range;

/// What a name stands for.
pub(super) enum Known<'a> {
    /// A figure and the number under which what it rests on is kept.
    Value(&'a Quantity, usize),
    /// The indicator has no previous value.
    NoPrevious,
    /// It could not be computed, which has been said.
    Failed,
    /// No indicator has the name; those that are like it.
    Unknown(Vec<String>),
}

/// What names stand for: a name, and whether its previous value is meant.
pub(super) type Lookup<'a> = &'a dyn Fn(&str, bool) -> Known<'a>;

/// The computation of one expression.
pub(super) struct Evaluation<'a> {
    pub text: &'a SourceText,
    pub facts: &'a dyn Facts,
    pub lookup: Lookup<'a>,
    pub bases: Bases,
    pub findings: Findings,
}

impl<'a> Evaluation<'a> {
    pub fn new(text: &'a SourceText, facts: &'a dyn Facts, lookup: Lookup<'a>) -> Evaluation<'a> {
        Evaluation { text, facts, lookup, bases: Bases::default(), findings: Findings::default() }
    }

    /// The figure in the unit that its definition declares; `None` where findings say why, or
    /// where something that it needs has failed.
    pub fn declared(&mut self, expression: &Expression, unit: Option<&Unit>) -> Option<Quantity> {
        let measured = self.value(expression)?;
        if let (Some(range), true) = (expression.hundred(), unit.is_some_and(Unit::is_percent))
            && is_ratio(&measured.measure)
        {
            return self.say(Finding::new(&say::PERCENT_TWICE), range);
        }
        match measured.declared(unit) {
            Ok(quantity) => Some(quantity),
            Err(Mismatch::Units(units)) => {
                let (computed, declared) = *units;
                self.say(contradiction(&computed, &declared), &expression.range)
            }
            Err(other) => self.mismatch(other, &expression.range, &expression.range),
        }
    }

    pub fn value(&mut self, expression: &Expression) -> Option<Measured> {
        match &expression.kind {
            Kind::Number { value, percent } => Some(number(*value, *percent)),
            Kind::Name { name, previous } => self.name(name, *previous, &expression.range),
            Kind::Cell { table, first, by, second } => self.cell(table, first, *by, second),
            Kind::Negative(part) => self.value(part).map(Measured::negative),
            Kind::Sum(parts) => self.sum(parts),
            Kind::Product(parts) => self.product(parts),
            Kind::Call { function, arguments } => self.call(*function, arguments, &expression.range),
        }
    }

    fn name(&mut self, name: &str, previous: bool, range: &Range<usize>) -> Option<Measured> {
        match (self.lookup)(name, previous) {
            Known::Value(quantity, node) => {
                self.bases.add(Basis::Node(node));
                Some(Measured::of(quantity))
            }
            Known::Failed => None,
            Known::NoPrevious => self.say(Finding::new(&say::NO_PREVIOUS).arg("name", name), range),
            Known::Unknown(near) => {
                if let Some(place) = self.facts.unset(name) {
                    let asked = self.text.span(range.clone()).into();
                    self.findings.push(indicator::unset(name, asked, place));
                    return None;
                }
                let finding = Finding::new(&say::UNKNOWN_INDICATOR).arg("name", name);
                self.say(finding.arg("advice", perhaps(&near)), range)
            }
        }
    }

    fn cell(&mut self, table: &Piece, first: &Piece, by: By, second: &Piece) -> Option<Measured> {
        let (table, first, second) = (self.words(table), self.words(first), self.words(second));
        let address = match by {
            By::Words => CellAddress::Words { row: first, column: second },
            By::Address => CellAddress::Cell { cell: first, expect: second },
        };
        if self.facts.is_unusable(&table.text) {
            return None;
        }
        match self.facts.cell(&table, &address) {
            Ok(figure) => {
                self.bases.add(Basis::Place(figure.place.clone()));
                Some(Measured::of(&Quantity { value: figure.value, unit: figure.unit }))
            }
            Err(finding) => {
                self.findings.push(finding);
                None
            }
        }
    }

    pub fn words(&self, piece: &Piece) -> Words {
        Words { text: piece.text.clone(), place: self.text.span(piece.range.clone()).into() }
    }

    fn sum(&mut self, parts: &[(bool, Expression)]) -> Option<Measured> {
        self.fold(parts, |sum, minus, part| sum.plus(if minus { part.negative() } else { part }))
    }

    fn product(&mut self, parts: &[(bool, Expression)]) -> Option<Measured> {
        self.fold(parts, |product, over, part| if over { product.per(part) } else { product.times(part) })
    }

    /// Joins all parts from left to right.
    fn fold(
        &mut self,
        parts: &[(bool, Expression)],
        join: impl Fn(Measured, bool, Measured) -> Result<Measured, Mismatch>,
    ) -> Option<Measured> {
        let values: Vec<_> = parts.iter().map(|(_, part)| self.value(part)).collect();
        let (first, rest) = parts.split_first()?;
        let mut values = values.into_iter();
        let mut joined = values.next()??;
        let mut range = first.1.range.clone();
        for ((flag, part), value) in rest.iter().zip(values) {
            joined = match join(joined, *flag, value?) {
                Ok(joined) => joined,
                Err(mismatch) => return self.mismatch(mismatch, &range, &part.range),
            };
            range.end = part.range.end;
        }
        Some(joined)
    }

    fn call(
        &mut self,
        function: Function,
        arguments: &[Expression],
        range: &Range<usize>,
    ) -> Option<Measured> {
        if arguments.is_empty() {
            return self.say(Finding::new(&say::NO_ARGUMENTS), range);
        }
        let parts: Vec<_> = arguments.iter().map(|argument| (false, argument.clone())).collect();
        let sum = self.sum(&parts)?;
        match function {
            Function::Sum => Some(sum),
            Function::Mean => sum.divided(parts.len()).ok(),
        }
    }

    /// Reports why two numbers do not go together, at the second.
    fn mismatch<T>(&mut self, mismatch: Mismatch, first: &Range<usize>, second: &Range<usize>) -> Option<T> {
        let finding = match mismatch {
            Mismatch::Overflow => Finding::new(&say::OVERFLOW),
            Mismatch::ZeroDivision => {
                let divisor = self.text.as_str().get(second.clone()).unwrap_or_default();
                Finding::new(&say::ZERO_DIVISION).arg("divisor", divisor)
            }
            Mismatch::Units(units) => return self.units_differ(&units.0, &units.1, first, second),
            Mismatch::Missing(unit) => {
                Finding::new(&say::UNIT_MISSING).arg("unit", unit.written()).arg("advice", with_unit(&unit))
            }
        };
        self.say(finding, second)
    }

    fn units_differ<T>(
        &mut self,
        one: &Unit,
        other: &Unit,
        first: &Range<usize>,
        second: &Range<usize>,
    ) -> Option<T> {
        let (here, there) = (self.text.span(second.clone()), self.text.span(first.clone()));
        let finding = Finding::new(&say::UNITS_DIFFER).arg("one", named(one)).arg("other", named(other));
        self.findings.push(finding.label(here, named(other)).label(there, named(one)));
        None
    }

    /// Reports a finding at a range of the expression.
    fn say<T>(&mut self, finding: Finding, range: &Range<usize>) -> Option<T> {
        self.findings.push(finding.at(self.text.span(range.clone())));
        None
    }
}

fn number(value: Decimal, percent: bool) -> Measured {
    let measure = match percent {
        true => Measure::Stated(Unit::percent()),
        false => Measure::Unstated { quotient: false },
    };
    Measured { value, measure }
}

fn is_ratio(measure: &Measure) -> bool {
    match measure {
        Measure::Unstated { quotient } => *quotient,
        Measure::Stated(unit) => unit.counts_nothing() && unit.is_plain(),
    }
}

/// A figure in one unit that is declared in another.
pub(super) fn contradiction(computed: &Unit, declared: &Unit) -> Finding {
    let advice = match computed.written() {
        "" => Arg::Both(
            "уберите единицу; если это доля, напишите `единица: \"%\"`".to_owned(),
            "leave out the unit; for a share write `unit: \"%\"`".to_owned(),
        ),
        "%" => Arg::Both(
            "напишите `единица: \"%\"` или уберите её".to_owned(),
            "write `unit: \"%\"` or leave it out".to_owned(),
        ),
        written => Arg::Both(
            format!(
                "напишите `единица: {written}` или уберите её; если «{written}» неверно, исправьте единицу там, откуда число: в заголовке таблицы или у показателя"
            ),
            format!(
                "write `unit: {written}` or leave it out; if “{written}” is wrong, correct the unit where the figure comes from: in the table's header or at the indicator"
            ),
        ),
    };
    let finding = Finding::new(&say::UNIT_DECLARED).arg("computed", named(computed));
    finding.arg("declared", named(declared)).arg("advice", advice)
}

/// «тыс. руб.», or what to call a number that counts nothing.
fn named(unit: &Unit) -> Arg {
    match unit.written() {
        "" => ("отношение без единицы", "a ratio without a unit").into(),
        written => format!("«{written}»").into(),
    }
}

fn with_unit(unit: &Unit) -> Arg {
    match unit.is_percent() {
        true => {
            ("процент пишется со знаком, например `100 %`", "write a percentage with its sign, e.g. `100 %`")
                .into()
        }
        false => Arg::Both(
            format!("укажите единицу и у второго, например «{}»", unit.written()),
            format!("state the unit of the other too, e.g. `{}`", unit.written()),
        ),
    }
}

fn perhaps(near: &[String]) -> Arg {
    if near.is_empty() {
        return (
            "такого показателя нет; определите его или исправьте имя",
            "there is no such indicator; define it or correct the name",
        )
            .into();
    }
    let list = |or: &str| near.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(or);
    Arg::Both(format!("возможно, {}?", list(" или ")), format!("perhaps {}?", list(" or ")))
}

/// What is wrong with a text that is no expression, at its place.
pub(super) fn syntax_finding(text: &SourceText, error: SyntaxError) -> Finding {
    if let Some(finding) = sheet_formula(text) {
        return finding;
    }
    let range = match error.kind {
        Wrong::NoOperator | Wrong::NoValue => whole_word(text.as_str(), error.range),
        _ => error.range,
    };
    let part = text.as_str().get(range.clone()).unwrap_or_default();
    let found = || match part {
        "" => Arg::from(("конец выражения", "the end of the expression")),
        part => Arg::from(format!("`{part}`")),
    };
    let finding = match error.kind {
        Wrong::Empty => Finding::new(&say::EMPTY),
        Wrong::NoValue => Finding::new(&say::NO_VALUE).arg("found", found()),
        Wrong::NoOperator => Finding::new(&say::NO_OPERATOR).arg("found", found()),
        Wrong::Unclosed(closing) => Finding::new(&say::UNCLOSED).arg("closing", closing.to_string()),
        Wrong::TwoReadings => {
            let finding = Finding::new(&say::TWO_READINGS).arg("text", part);
            finding.arg("point", part.replace(',', ".")).arg("list", part.replace(',', "; "))
        }
        Wrong::TooDeep => Finding::new(&say::TOO_DEEP),
        Wrong::BadNumber(reason) => {
            let (ru, en) = reason.explain();
            Finding::new(&say::BAD_NUMBER).arg("text", part).arg("reason", Arg::Both(ru, en))
        }
        Wrong::UnknownFunction(name) => Finding::new(&say::UNKNOWN_FUNCTION).arg("name", name),
        Wrong::UnknownProperty(name) => Finding::new(&say::UNKNOWN_PROPERTY).arg("name", name),
        Wrong::NoColumn => Finding::new(&say::NO_COLUMN).arg("row", part),
        Wrong::NoExpectation => Finding::new(&say::NO_EXPECTATION).arg("cell", part),
    };
    finding.at(text.span(range))
}

/// What is said of a formula that was copied from a spreadsheet: `=Бюджет!F7`.
fn sheet_formula(text: &SourceText) -> Option<Finding> {
    let written = text.as_str().trim();
    let (sheet, address) = written.trim_start_matches('=').rsplit_once('!')?;
    let table = sheet.trim_matches(['\'', ' ']).to_lowercase().replace(' ', "_");
    let cell: String = address.replace('$', "").chars().take_while(char::is_ascii_alphanumeric).collect();
    let finding = Finding::new(&say::SHEET_FORMULA).arg("text", written).arg("table", table);
    (!cell.is_empty()).then(|| finding.arg("cell", cell).at(text.whole()))
}

/// A range that begins a word, with the rest of the word.
fn whole_word(text: &str, range: Range<usize>) -> Range<usize> {
    let rest = text.get(range.start..).unwrap_or_default();
    let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    range.start..range.end.max(range.start + word)
}
