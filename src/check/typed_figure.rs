//! A number typed by hand that an indicator or a cell says too, or nearly says.

use super::phrases::{names, telling};
use super::{Both, Check, Field, Kind, Number, NumberRole, Sentence, Token, View};
use crate::indicators::Unit;
use crate::messages;
use crate::russian::decimals::Decimals;
use crate::russian::nouns;
use crate::source::{Finding, Findings, Place, Severity};
use crate::tables::{Table, Value};
use rust_decimal::Decimal;
use std::rc::Rc;

messages! {
    /// A number that nearly is a figure.
    NEARLY = "typed-figure", Warning,
        ru: "в тексте {typed}, а {what} – {known}", en: "the text says {typed}, but {what} is {known}",
        hint_ru: "поставьте число ссылкой, тогда оно не разойдётся: `{call}`", hint_en: "let the figure print itself, so that it cannot differ: `{call}`";
    /// A number that is a figure.
    TYPED = "typed-figure", Note,
        ru: "{typed} набрано рукой, а это {what}", en: "{typed} is typed by hand, but it is {what}",
        hint_ru: "поставьте число ссылкой: `{call}`", hint_en: "let the figure print itself: `{call}`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "typed-figure",
    severity: Severity::Warning,
    title: Both {
        ru: "Число набрано рукой, хотя оно есть в таблице",
        en: "A typed number that a table knows",
    },
    about: Both {
        ru: "Число в тексте, которое равно показателю или ячейке, лучше поставить ссылкой: после правки таблицы оно не \
             устареет (замечание). Если оно отличается не больше чем на один процент, а слова рядом называют этот показатель \
             или строку, это, скорее всего, описка (предупреждение). Годы, даты, номера, сроки, числа меньше ста без слов \
             показателя и приблизительные числа («около», «до») не проверяются.",
        en: "A number that equals an indicator or a cell is better printed by a call: it stays right when the table changes \
             (note). If it differs by one per cent at most and the words around name that indicator or row, it is probably a \
             slip (warning). Years, dates, numbers of schools and laws, numbers below a hundred without the indicator's words, \
             and approximate numbers are left alone.",
    },
    example: Both {
        ru: "В школах обучается 3 264 ученика (в таблице 3 263). → В школах обучается {{сколько ученики \"ученик|ученика|учеников\"}}.",
        en: "The schools have 3,264 pupils (the table has 3,263). → The schools have {{pupils}} pupils.",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

/// A figure that the pack knows.
struct Known<'a> {
    value: Decimal,
    decimals: Option<u32>,
    place: &'a Place,
    origin: Origin<'a>,
    /// The words that tell it from others: those of its title or of its row.
    words: Rc<[String]>,
}

/// Whose figure it is.
enum Origin<'a> {
    Indicator { name: &'a str, title: &'a str, previous: bool, unit: Option<&'a str> },
    Cell { table: &'a Table, row: usize, column: usize },
}

fn run(view: &View<'_>, findings: &mut Findings) {
    let mut known = known(view);
    if known.is_empty() {
        return;
    }
    known.sort_by_key(|one| one.value);
    for (field, sentence) in view.prose() {
        for (at, number) in sentence.amounts() {
            let typed = sentence.tokens.get(at).filter(|token| token.bound.is_none());
            if let Some(token) = typed {
                findings.list.extend(Look { field, sentence, at, token, number }.among(&known));
            }
        }
    }
}

fn known<'a>(view: &'a View<'_>) -> Vec<Known<'a>> {
    let mut known = Vec::new();
    for indicator in view.loaded.indicators.iter() {
        let title = indicator.title.as_deref().unwrap_or(&indicator.name);
        let words: Rc<[String]> = telling(title).into();
        let mut add = |value: Decimal, place: &'a Place, previous: bool| {
            let unit = indicator.unit().map(Unit::written);
            let origin = Origin::Indicator { name: &indicator.name, title, previous, unit };
            let words = Rc::clone(&words);
            known.push(Known {
                value: value.normalize(),
                decimals: indicator.decimals.map(Decimals::get),
                place,
                origin,
                words,
            });
        };
        add(indicator.value.value, &indicator.cell, false);
        if let Some(previous) = &indicator.previous {
            add(previous.value, indicator.previous_cell.as_ref().unwrap_or(&indicator.place), true);
        }
    }
    for table in view.loaded.tables.values() {
        for (row, head) in table.rows().iter().enumerate() {
            let words: Rc<[String]> = telling(&head.path.join(" ")).into();
            for column in table.header_columns()..table.columns().len() {
                if let Some(cell) = table.get(row, column)
                    && let Value::Number(number) = &cell.value
                {
                    let origin = Origin::Cell { table, row, column };
                    known.push(Known {
                        value: number.value.normalize(),
                        decimals: None,
                        place: &cell.place,
                        origin,
                        words: Rc::clone(&words),
                    });
                }
            }
        }
    }
    known
}

/// A number that is looked for.
struct Look<'v, 'a> {
    field: &'v Field<'a>,
    sentence: &'v Sentence,
    at: usize,
    token: &'v Token,
    number: &'v Number,
}

/// Words before a number that is no exact figure.
const ABOUT: &[&str] = &[
    "около",
    "почти",
    "более",
    "менее",
    "свыше",
    "примерно",
    "порядка",
    "до",
    "не",
    "минимум",
    "максимум",
    "ниже",
    "выше",
    "чем",
    "на",
    "с",
    "со",
    "от",
];

impl Look<'_, '_> {
    fn among(&self, known: &[Known<'_>]) -> Option<Finding> {
        let value = self.number.value;
        let percent = value.abs().checked_div(Decimal::ONE_HUNDRED)?;
        let (low, high) = (value.checked_sub(percent)?, value.checked_add(percent)?);
        let start = known.partition_point(|known| known.value < low);
        let near: Vec<&Known<'_>> =
            known.iter().skip(start).take_while(|known| known.value <= high).collect();
        let equal: Vec<&&Known<'_>> =
            near.iter().filter(|known| self.equals(known) && self.is_of_its_kind(known)).collect();
        // Three digits are equal by chance too often.
        let small = value < Decimal::ONE_THOUSAND;
        let named_equal = equal.iter().find(|known| self.is_named(known));
        if let Some(same) = named_equal.or(if small { None } else { equal.first() }) {
            return Some(self.finding(&TYPED, same));
        }
        if !equal.is_empty() || !self.is_exact() {
            return None;
        }
        let distance = |known: &Known<'_>| (known.value - value).abs();
        let swapped = known.iter().filter(|known| self.is_swapped(known));
        let close = near.into_iter().chain(swapped).filter(|known| {
            self.is_named(known)
                && self.is_of_its_kind(known)
                && !self.is_of_another_year(known)
                && !self.is_said_beside(known)
        });
        let nearest = close.min_by(|one, other| distance(one).cmp(&distance(other)))?;
        Some(self.finding(&NEARLY, nearest))
    }

    /// Whether the typed number is the figure, or the figure rounded as it is typed.
    fn equals(&self, known: &Known<'_>) -> bool {
        let value = self.number.value.normalize();
        known.value == value
            || known.decimals.is_some_and(|decimals| known.value.round_dp(decimals).normalize() == value)
            || (self.number.value.normalize().scale() < known.value.scale()
                && known.value.round_dp(self.number.decimals).normalize() == value)
    }

    /// Whether the number is meant exactly: not rounded itself, not «около», no aim.
    fn is_exact(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.sentence.tokens.get(at));
        // «С 67,1 до 68,9»: here «до» is no limit.
        let earlier = self.sentence.tokens.get(..self.at.saturating_sub(1)).unwrap_or_default();
        let from = earlier.windows(2).any(
            |pair| matches!(pair, [from, number] if from.is_any(&["с", "со"]) && number.amount().is_some()),
        );
        let to = before.is_some_and(|token| token.is_any(&["до"])) && from;
        let about = before.is_some_and(|token| token.is_any(ABOUT)) && !to;
        let digits = self.number.value.normalize().mantissa().unsigned_abs().to_string();
        let significant = digits.trim_end_matches('0').len();
        !about && significant >= 3 && self.number.scale == crate::russian::scale::Scale::One
            || (!about && significant >= 4)
    }

    fn is_named(&self, known: &Known<'_>) -> bool {
        names(&self.sentence.tokens, &known.words)
    }

    /// Whether what the number counts may be what the figure counts: people are no sections of a
    /// conference, roubles no people, shares no amounts.
    fn is_of_its_kind(&self, known: &Known<'_>) -> bool {
        let unit = match &known.origin {
            Origin::Indicator { unit, .. } => *unit,
            Origin::Cell { table, row, column } => {
                table.get(*row, *column).and_then(|cell| super::table_rows::unit(table, cell))
            }
        };
        let Some(unit) = unit.map(str::trim).filter(|unit| !unit.is_empty()) else { return true };
        let next = self.sentence.counted(self.at).and_then(|at| self.sentence.tokens.get(at));
        let money = next.is_some_and(|word| word.begins(&["руб", "копе"]));
        let counts = next.is_some_and(|word| !nouns::forms(&word.text).is_empty());
        if self.number.percent || unit == "%" {
            return unit == "%" && (self.number.percent || !counts);
        }
        if money != unit.contains("руб") && (money || counts) {
            return false;
        }
        let person = |word: &Token| {
            let mut nouns = nouns::forms(&word.text).iter().filter_map(|form| nouns::noun(*form)).peekable();
            nouns.peek().is_none() || nouns.any(|noun| noun.animate)
        };
        !unit.starts_with("чел") || next.is_none_or(person)
    }

    /// Whether two digits beside each other changed places: 387 for 378.
    fn is_swapped(&self, known: &Known<'_>) -> bool {
        let digits = |value: Decimal| value.normalize().mantissa().unsigned_abs().to_string().into_bytes();
        let (one, other) = (digits(self.number.value), digits(known.value));
        if one.len() != other.len()
            || one.len() < 3
            || self.number.value.normalize().scale() != known.value.scale()
        {
            return false;
        }
        let Some(at) = one.iter().zip(&other).position(|(a, b)| a != b) else { return false };
        let swapped = one.get(at) == other.get(at + 1) && one.get(at + 1) == other.get(at);
        swapped && one.get(at + 2..) == other.get(at + 2..)
    }

    /// Whether the sentence says the figure itself, and says it right.
    fn is_said_beside(&self, known: &Known<'_>) -> bool {
        self.sentence.amounts().any(|(at, number)| at != self.at && number.value.normalize() == known.value)
    }

    /// A cell of a year that the sentence does not speak of, where it names one.
    fn is_of_another_year(&self, known: &Known<'_>) -> bool {
        let Origin::Cell { table, column, .. } = &known.origin else { return false };
        let head = table.columns().get(*column).map(|head| head.path.join(" ")).unwrap_or_default();
        let years = || {
            self.sentence.tokens.iter().filter(|token| match &token.kind {
                Kind::Number(number) => number.role == NumberRole::Year,
                Kind::Years(..) => true,
                _ => false,
            })
        };
        let has_year = head.chars().filter(char::is_ascii_digit).count() >= 4;
        has_year && years().next().is_some() && !years().any(|year| head.contains(&year.text))
    }

    fn finding(&self, message: &'static crate::source::Message, known: &Known<'_>) -> Finding {
        let shown = crate::russian::number::format(
            known.value,
            &crate::russian::number::NumberStyle::default().with_decimals(known.decimals),
        );
        let (what, call) = described(&known.origin);
        Finding::new(message)
            .arg("typed", self.token.text.as_str())
            .arg("what", what)
            .arg("known", shown)
            .arg("call", call)
            .at(self.field.place(self.token))
            .label(known.place.clone(), ("вот это число", "this figure"))
    }
}

/// What the figure is called, and how a text prints it.
fn described(origin: &Origin<'_>) -> ((String, String), (String, String)) {
    match origin {
        Origin::Indicator { name, title, previous, .. } => {
            let what = match previous {
                false => (format!("показатель «{title}»"), format!("the indicator “{title}”")),
                true => {
                    (format!("прошлогодний показатель «{title}»"), format!("last year's indicator “{title}”"))
                }
            };
            let call = match previous {
                false => (format!("{{{{{name}}}}}"), format!("{{{{{name}}}}}")),
                true => (format!("{{{{прошлый {name}}}}}"), format!("{{{{previous {name}}}}}")),
            };
            (what, call)
        }
        Origin::Cell { table, row, column } => {
            let words = |heads: &[crate::tables::Head], at: usize| {
                heads.get(at).map(|head| head.path.join(" / ")).unwrap_or_default()
            };
            let (row, column) = (words(table.rows(), *row), words(table.columns(), *column));
            let name = &table.name;
            let what = (
                format!("ячейка таблицы «{name}»: {row}, {column}"),
                format!("the cell of the table “{name}”: {row}, {column}"),
            );
            let call = |helper: &str| format!("{{{{{helper} {name} \"{row}\" \"{column}\"}}}}");
            (what, (call("ячейка"), call("cell")))
        }
    }
}
