//! What the checks of tables ask of rows and columns.

use crate::russian::typography::{begins_with, fold};
use crate::tables::{Cell, Head, Table, Value};
use rust_decimal::Decimal;

/// The words of a row or column, folded.
pub fn words(head: &Head) -> String {
    fold(&head.path.join(" "))
}

/// Whether a row or column is a total: «Всего», «Итого школ», «Школы, всего».
pub fn is_total(head: &Head) -> bool {
    starts_as_total(head) || {
        let words = words(head);
        let last = words.trim_end_matches(':').rsplit(|c: char| !c.is_alphanumeric()).next();
        matches!(last, Some("всего" | "итого"))
    }
}

/// Whether the name of a total says so at once, and not behind what it sums: «Всего», «Итого школ».
pub fn starts_as_total(head: &Head) -> bool {
    begins_with(&words(head), &["всего", "итого", "общий итог"])
}

/// Whether a total is the last of all, and no subtotal: «Всего», «Итого по городу».
pub fn is_grand(head: &Head) -> bool {
    let words = words(head);
    words.starts_with("всего") || words == "итого" || words.starts_with("итого по")
}

/// Whether a row is a part of the one above it: «в том числе отопление», «из них девочки».
pub fn is_within(head: &Head) -> bool {
    let words = words(head);
    ["в том числе", "в т. ч", "в т.ч", "из них", "из числа"].iter().any(|start| words.starts_with(start))
}

/// Whether the rows below are its parts: «Содержание зданий, в том числе:».
pub fn opens_parts(head: &Head) -> bool {
    let words = words(head);
    let words = words.trim_end_matches([':', ' ']);
    !is_within(head) && ["в том числе", "в т. ч.", "в т.ч."].iter().any(|end| words.ends_with(end))
}

/// Whether the numbers of a row or column are no amounts that add up: shares, averages, marks.
pub fn is_rate(head: &Head) -> bool {
    const RATES: [&str; 22] = [
        "%",
        "процент",
        "доля",
        "балл",
        "качеств",
        "успеваем",
        "охват",
        "на одного",
        "на 1 ",
        "на ученик",
        "на педагог",
        "на учител",
        "на ребен",
        "на воспитан",
        "на душу",
        "на человек",
        "наполняем",
        "цена",
        "коэффициент",
        "место",
        "рейтинг",
        "номер",
    ];
    let words = words(head);
    let unit = head.unit.as_deref().map(fold).unwrap_or_default();
    let rate = |text: &str| RATES.iter().any(|rate| text.contains(rate)) || is_mean(text);
    rate(&words) || rate(&unit) || words == "год" || words == "№"
}

/// Whether words name a mean: «в среднем», «среднегодовая», «средняя зарплата»; not «средняя
/// школа», which is the third of the three levels.
fn is_mean(text: &str) -> bool {
    const MEASURED: &[&str] = &[
        "арифм",
        "возраст",
        "выплат",
        "длительн",
        "доход",
        "зарплат",
        "заработн",
        "значен",
        "количеств",
        "нагрузк",
        "наполняем",
        "норматив",
        "отметк",
        "оценк",
        "пенси",
        "плата",
        "по",
        "показател",
        "посещаем",
        "продолжит",
        "размер",
        "расход",
        "результат",
        "срок",
        "стаж",
        "стипенди",
        "стоимост",
        "температур",
        "тестов",
        "уров",
        "цен",
        "числ",
    ];
    if !text.contains("средн") {
        return false;
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        let Some(ending) = word.strip_prefix("средн") else { continue };
        let compound = ["егод", "емес", "еспис", "ерай", "еобл", "екра", "ерос", "есут"];
        let measured = words.peek().is_some_and(|next| MEASURED.iter().any(|stem| next.starts_with(stem)));
        if ending == "ем" || measured || compound.iter().any(|start| ending.starts_with(start)) {
            return true;
        }
    }
    false
}

/// Whether a column holds nothing but per cent.
pub fn is_percent(table: &Table, column: usize) -> bool {
    let cells = (0..table.rows().len()).filter_map(|row| table.get(row, column));
    let mut numbers = cells.filter(|cell| matches!(cell.value, Value::Number(_))).peekable();
    let of_percent = |cell: &Cell| {
        table.unit_of(cell).is_some_and(|unit| unit.trim() == "%" || unit.starts_with("процент"))
            || table
                .columns()
                .get(column)
                .is_some_and(|head| head.path.iter().any(|words| words.contains('%')))
    };
    numbers.peek().is_some() && numbers.all(of_percent)
}

/// A number of a table; a dash counts as none of them, zero; `None` where nothing is known.
pub fn number(table: &Table, row: usize, column: usize) -> Option<Decimal> {
    match &table.get(row, column)?.value {
        Value::Number(number) if !number.percent => Some(number.value),
        Value::Dash => Some(Decimal::ZERO),
        _ => None,
    }
}

/// The unit of a cell; one that the head of the rows' names gives, «Расходы, тыс. руб.», is the table's.
pub fn unit<'t>(table: &'t Table, cell: &Cell) -> Option<&'t str> {
    let corner = || table.columns().first().filter(|_| table.header_columns() > 0)?.unit.as_deref();
    table.unit_of(cell).or_else(corner)
}

/// What rounding may take from a sum: nothing where all are whole and counted in ones.
pub fn slack(table: &Table, cells: &[(usize, usize)]) -> Decimal {
    let scale = cells
        .iter()
        .filter_map(|(row, column)| match &table.get(*row, *column)?.value {
            Value::Number(number) if !number.percent => Some(number.precision()),
            _ => None,
        })
        .max()
        .unwrap_or(0);
    let scaled = cells.first().and_then(|(row, column)| table.get(*row, *column)).is_some_and(|cell| {
        unit(table, cell)
            .map(fold)
            .is_some_and(|unit| ["тыс", "млн", "млрд"].iter().any(|start| unit.starts_with(start)))
    });
    if scale == 0 && !scaled {
        return Decimal::ZERO;
    }
    let half = Decimal::new(5, (scale + 1).min(Decimal::MAX_SCALE));
    half.checked_mul(Decimal::from(cells.len() as u64)).unwrap_or(half)
}

/// The year that a column's head names, and its other words.
pub fn year(head: &Head) -> Option<(u32, String)> {
    let words = words(head);
    let digits = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let year: u32 = parts.clone().find(|word| digits(word))?.parse().ok()?;
    let rest: Vec<&str> =
        parts.by_ref().filter(|word| !digits(word) && !word.starts_with("год") && *word != "г").collect();
    (1950..2100).contains(&year).then(|| (year, rest.join(" ")))
}
