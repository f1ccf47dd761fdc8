//! A unit in the text that is not the unit of the figure.

use super::reading::phrases::{names, telling};
use super::reading::share::show_declared;
use super::{Both, Check, Field, Sentence, Token, View};
use crate::indicators::{Quantity, Unit};
use crate::messages;
use crate::russian::scale::Scale;
use crate::source::{Finding, Findings, Place, Severity};
use crate::tables::Value;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

messages! {
    /// Another unit.
    UNIT = "unit-mismatch", Warning,
        ru: "в тексте {number} {said}, а единица этого числа – {known}", en: "the text says {number} {said}, but the figure counts {known}",
        hint_ru: "исправьте единицу; с единицей показатель печатает `{{с_единицей имя}}`, переводит `{{млн имя}}`",
        hint_en: "correct the unit; `{{with_unit name}}` prints the figure's own, `{{millions name}}` converts";
    /// The same digits in another scale.
    SCALE = "unit-mismatch", Warning,
        ru: "в тексте {number} {said}, а это {known}: разница в тысячу раз", en: "the text says {number} {said}, but it is {known}: a thousand times off",
        hint_ru: "проверьте, тысячи это, миллионы или миллиарды; переводит `{{млн имя}}`", hint_en: "see whether thousands, millions or milliards are meant; `{{millions name}}` converts";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "unit-mismatch",
    severity: Severity::Warning,
    title: Both {
        ru: "Единица в тексте не та, что в таблице",
        en: "Another unit in the text than in the table",
    },
    about: Both {
        ru: "После показателя, посчитанного в тысячах рублей, стоит «рублей» или «млн», после числа людей – «%»; или набранное \
             рукой число равно ячейке таблицы, а единица другая. Сокращённые и полные слова – одно и то же; учеников и педагогов \
             считают в «чел.».",
        en: "Behind a figure in thousands of roubles stands “roubles” or “million”, behind a number of people “%”; or a typed \
             number equals a cell of another unit. Short and full words are the same; pupils and teachers are counted in persons.",
    },
    example: Both {
        ru: "На ремонт направлено {{ремонт}} рублей (единица – тыс. руб.). → На ремонт направлено {{ремонт}} тыс. рублей.",
        en: "{{repair}} roubles were spent (the unit is thousand roubles). → {{repair}} thousand roubles were spent.",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

/// The figures of tables and indicators that have a unit of money.
type Sums<'a> = BTreeMap<Decimal, Vec<(Unit, &'a Place, String)>>;

fn run(view: &View<'_>, findings: &mut Findings) {
    let sums = sums(view);
    for (field, sentence) in view.prose() {
        for (at, number) in sentence.amounts() {
            let Some(token) = sentence.tokens.get(at) else { continue };
            let found = match token.bound {
                Some(_) => bound(field, sentence, at).or_else(|| cell(view, field, sentence, at)),
                None => typed(field, sentence, at, number.value, &sums)
                    .or_else(|| another_scale(view, field, sentence, at))
                    .or_else(|| people(view, field, sentence, at)),
            };
            findings.list.extend(found);
        }
    }
}

fn is_money(unit: &Unit) -> bool {
    Unit::parse("руб.").is_some_and(|rouble| rouble.same_kind(unit))
}

/// Every known sum of money of at least a thousand, by its value.
fn sums<'a>(view: &'a View<'_>) -> Sums<'a> {
    let mut sums: Sums<'a> = BTreeMap::new();
    for indicator in view.loaded.indicators.iter() {
        if let Some(unit) = indicator.unit().filter(|unit| is_money(unit)) {
            let title = indicator.title.clone().unwrap_or_else(|| indicator.name.clone());
            let place = &indicator.cell;
            sums.entry(indicator.value.value.normalize()).or_default().push((unit.clone(), place, title));
        }
    }
    for table in view.loaded.tables.values() {
        for cell in table.grid().cells() {
            let Value::Number(number) = &cell.value else { continue };
            let unit = super::reading::table_rows::unit(table, cell).and_then(Unit::parse).filter(is_money);
            if let (Some(unit), Some((row, _))) = (unit, table.heads_of(cell)) {
                let entry = sums.entry(number.value.normalize()).or_default();
                entry.push((unit, &cell.place, row.path.join(" ")));
            }
        }
    }
    sums
}

/// The unit that stands behind a number: `%`, a scale, «рублей».
struct Said {
    end: usize,
    unit: Unit,
}

fn said(sentence: &Sentence, at: usize) -> Option<Said> {
    let tokens = &sentence.tokens;
    let own = tokens.get(at)?.bound;
    let mut end = at + 1;
    let first = tokens.get(end).filter(|token| token.bound.is_none() || token.bound != own)?;
    if first.is_sign('%') || first.begins(&["процент"]) && !first.begins(&["процентн"]) {
        return Some(Said { end: end + 1, unit: Unit::percent() });
    }
    let mut written = String::new();
    if first.is_word() && Scale::parse(&first.text).is_some() {
        written = first.text.clone();
        end += 1;
        if tokens.get(end).is_some_and(|token| token.is_sign('.')) {
            end += 1;
        }
    }
    match tokens.get(end) {
        Some(token) if token.begins(&["руб"]) => {
            end += 1;
            written.push_str(" руб.");
            if token.text == "руб" && tokens.get(end).is_some_and(|token| token.is_sign('.') && !token.spaced)
            {
                end += 1;
            }
        }
        _ => return None,
    }
    Some(Said { end, unit: Unit::parse(&written)? })
}

/// Whether two units are of one kind and one scale.
fn agree(one: &Unit, other: &Unit) -> bool {
    let quantity = Quantity { value: Decimal::ONE, unit: Some(one.clone()) };
    one.same_kind(other) && quantity.in_unit(Some(other)) == Some(Decimal::ONE)
}

/// A figure that prints itself with a unit of the author's behind it.
fn bound(field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Finding> {
    let token = sentence.tokens.get(at)?;
    let figure = field.figure(token)?;
    let alone = !figure.call.arguments().iter().any(|word| word.quoted || !word.text.contains('='));
    let indicator = figure.indicators.first().filter(|_| alone)?;
    let unit = indicator.unit()?;
    let said = said(sentence, at)?;
    let known = !unit.written().is_empty();
    let other_kind = !said.unit.same_kind(unit) && (is_money(&said.unit) || said.unit.is_percent());
    let differs = other_kind || !agree(&said.unit, unit);
    if !known || !differs || unit.is_percent() {
        return None;
    }
    finding(field, sentence, (at, &said), unit, &indicator.cell)
}

/// A cell that prints itself with a unit of the author's behind it.
fn cell(view: &View<'_>, field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Finding> {
    let figure = field.figure(sentence.tokens.get(at)?)?;
    let [place] = figure.cells.as_slice() else { return None };
    let known = view.known.iter().find(|known| known.place == place && figure.indicators.is_empty())?;
    let unit = known.unit.and_then(Unit::parse)?;
    let said = said(sentence, at)?;
    let other_kind = !said.unit.same_kind(&unit) && (is_money(&said.unit) || said.unit.is_percent());
    let differs = other_kind || (is_money(&unit) && !agree(&said.unit, &unit));
    let whole = figure.printed == sentence.tokens.get(at)?.text;
    (differs && whole && !unit.is_percent()).then(|| finding(field, sentence, (at, &said), &unit, place))?
}

/// «514,8 млрд руб.», where the sentence names a figure of 514,8 million: right but for a scale that
/// is a thousand times too large or too small.
fn another_scale(view: &View<'_>, field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Finding> {
    let number = sentence.tokens.get(at)?.number()?;
    let said = said(sentence, at).filter(|said| is_money(&said.unit))?;
    if number.scale == Scale::One || number.value.normalize().mantissa().unsigned_abs() < 100 {
        return None;
    }
    let slack = number.half().checked_mul(number.scale.factor())?;
    let equals = |ones: Decimal, slack: Decimal| {
        let of_money = |unit: &str| Unit::parse(unit).is_some_and(|unit| is_money(&unit));
        let known = view.known.iter().filter(move |known| known.ones().saturating_sub(ones).abs() <= slack);
        known.filter(move |known| known.unit.is_some_and(of_money) && names(&sentence.tokens, &known.words))
    };
    let thousand = Decimal::ONE_THOUSAND;
    if equals(number.ones(), slack).next().is_some() {
        return None;
    }
    let smaller = || equals(number.ones() / thousand, slack / thousand).next();
    let known = smaller()
        .or_else(|| equals(number.ones().saturating_mul(thousand), slack.saturating_mul(thousand)).next())?;
    let unit = sentence.tokens.get(at + 1..said.end)?;
    let shown = format!("{} {}", show_declared(known.value, known.decimals), known.unit?.trim());
    let finding = Finding::new(&SCALE)
        .arg("number", sentence.tokens.get(at)?.text.as_str())
        .arg("said", field.written(unit))
        .arg("known", shown)
        .at(field.place_of(unit));
    Some(finding.label(known.place.clone(), ("число отсюда", "the figure")))
}

/// A typed number that a table has in another unit of money.
fn typed(
    field: &Field<'_>,
    sentence: &Sentence,
    at: usize,
    value: Decimal,
    sums: &Sums<'_>,
) -> Option<Finding> {
    let same = sums.get(&value.normalize())?;
    let said = said(sentence, at).filter(|said| is_money(&said.unit))?;
    if same.iter().any(|(unit, ..)| agree(unit, &said.unit)) {
        return None;
    }
    let telling_digits = value >= Decimal::ONE_THOUSAND;
    let (unit, place, _) =
        same.iter().find(|(_, _, title)| telling_digits || names(&sentence.tokens, &telling(title)))?;
    finding(field, sentence, (at, &said), unit, place)
}

/// «97,2 человека», where the sentence names a share of 97,2 %: people come in no tenths.
fn people(view: &View<'_>, field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Finding> {
    let number = sentence.tokens.get(at)?.number().filter(|number| number.decimals > 0 && !number.percent)?;
    let person = sentence.tokens.get(at + 1).filter(|next| next.is_any(&["человек", "человека"]))?;
    let mut same = view.known_between(number.value, number.value);
    let known = same.find(|known| known.unit == Some("%") && names(&sentence.tokens, &known.words))?;
    let said = Said { end: at + 2, unit: Unit::parse(&person.text)? };
    finding(field, sentence, (at, &said), &Unit::percent(), known.place)
}

fn finding(
    field: &Field<'_>,
    sentence: &Sentence,
    (at, said): (usize, &Said),
    known: &Unit,
    place: &Place,
) -> Option<Finding> {
    let unit = sentence.tokens.get(at + 1..said.end)?;
    let number: &Token = sentence.tokens.get(at)?;
    let finding = Finding::new(&UNIT)
        .arg("number", number.text.as_str())
        .arg("said", field.written(unit))
        .arg("known", known.written())
        .at(field.place_of(unit));
    Some(finding.label(place.clone(), ("число отсюда", "the figure")))
}
