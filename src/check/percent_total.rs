//! Percentages of one whole that do not make a hundred.

use super::reading::phrases::{in_brackets, is_measure};
use super::reading::slip::{is_swap, the_swapped};
use super::reading::table_rows::is_percent;
use super::table_total::perhaps;
use super::{Both, Check, Field, Number, NumberRole, Sentence, Token, View};
use crate::messages;
use crate::russian::number::{self, NumberStyle};
use crate::source::{Finding, Findings, Severity};
use crate::tables::{Cell, Table, Value};
use rust_decimal::Decimal;

messages! {
    /// Percentages of a sentence.
    PERCENT_TOTAL = "percent-total", Warning,
        ru: "доли одного целого дают {sum} %, а не 100", en: "the shares of one whole make {sum} %, not 100",
        hint_ru: "проверьте доли: одна из них посчитана неверно или не названа", hint_en: "see the shares: one is wrong, or one is missing";
    /// Percentages of a column.
    COLUMN_TOTAL = "percent-total", Warning,
        ru: "доли столбца «{column}» дают {sum} %, а не 100", en: "the shares of the column “{column}” make {sum} %, not 100",
        hint_ru: "проверьте доли этого столбца: в частях целого они дают 100 %", hint_en: "see the shares of this column: those of one whole make 100 %";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "percent-total",
    severity: Severity::Warning,
    title: Both {
        ru: "Доли не дают ста процентов", en: "Shares that do not make a hundred per cent"
    },
    about: Both {
        ru: "В предложении доли складываются, если сказано, что названо всё («остальные», «распределены»), названы все отметки или обе смены («соответственно», «в процентах это») или до ста недостаёт перестановки двух цифр; в таблице – столбец \
             процентов, если соседний даёт 100 % или столбец назван долей. Отклонение на 1 от округления допустимо. Охваты, проценты роста и показатели \
             разных школ не складываются.",
        en: "Shares in a sentence are added where it says that they are all (“the rest”, “distributed”), all marks or both shifts are named (“respectively”), or two digits that changed places would make a hundred; in a table, a column of \
             per cent where its neighbour makes 100 % or its head says “share”. One per cent of rounding is tolerated. Coverage, growth and results of \
             different schools are not added.",
    },
    example: Both {
        ru: "Высшую категорию имеют 45 % педагогов, первую – 38 %, остальные 20 % категории не имеют. → Высшую категорию имеют 45 % педагогов, первую – 38 %, остальные 17 % категории не имеют.",
        en: "45 % have the highest grade, 38 % the first, the remaining 20 % none. → 45 % have the highest grade, 38 % the first, the remaining 17 % none.",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.prose() {
        findings.list.extend(look(field, sentence));
    }
    view.loaded.tables.values().for_each(|table| columns(table, findings));
}

fn look(field: &Field<'_>, sentence: &Sentence) -> Option<Finding> {
    let tokens = &sentence.tokens;
    let has = |stems: &[&str]| tokens.iter().any(|token| token.begins(stems));
    let shares: Vec<(usize, &Number)> =
        sentence.amounts().filter(|(at, number)| number.percent && !in_brackets(sentence, *at)).collect();
    if shares.len() < 2 {
        return None;
    }
    let shifts = has(&["смен"]) && has(&["перв"]) && has(&["втор"]);
    let marks = ["5", "4", "3", "2"].iter().all(|mark| is_quoted(sentence, mark));
    let told = has(&["остальн", "оставш", "распредел", "соответственно"]) || says_all(sentence);
    let whole = told
        || shifts
        || marks
        || is_of_two(sentence, &shares)
        || is_of_categories(sentence, &shares)
        || is_swapped(sentence, &shares)
        || is_nearly(sentence, &shares);
    if !whole {
        return None;
    }
    let grows = |at: usize| {
        at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_any(&["на"]))
    };
    if shares.iter().any(|(at, _)| grows(*at)) {
        return None;
    }
    let sum = shares.iter().try_fold(Decimal::ZERO, |sum, (_, number)| sum.checked_add(number.value))?;
    let halves: Decimal = shares.iter().map(|(_, number)| number.half()).sum();
    let off = sum.saturating_sub(Decimal::ONE_HUNDRED).abs();
    if off <= halves.min(Decimal::ONE) || off > Decimal::from(20) {
        return None;
    }
    let (last, _) = shares.last()?;
    let sign = tokens.get(last + 1).is_some_and(|token| token.is_sign('%') && token.bound.is_none());
    let mut finding = Finding::new(&PERCENT_TOTAL)
        .arg("sum", number::format(sum, &NumberStyle::default()))
        .at(field.place_of(tokens.get(*last..last + 1 + usize::from(sign))?));
    for (at, _) in shares.iter().take(shares.len() - 1) {
        finding = finding.at(field.place(tokens.get(*at)?));
    }
    Some(finding)
}

/// «В процентах это 27,9 %, 38,4 %, …».
fn says_all(sentence: &Sentence) -> bool {
    sentence.tokens.windows(3).any(|three| {
        matches!(three, [within, share, this] if within.is_any(&["в"])
            && share.is_any(&["процентах", "долях"]) && this.is_any(&["это"]))
    })
}

/// «Юноши составляют 48,3 %, девушки – 51,7 %».
fn is_of_two(sentence: &Sentence, shares: &[(usize, &Number)]) -> bool {
    const TWO: &[[&str; 2]] =
        &[["юноши", "девушки"], ["мальчики", "девочки"], ["мужчины", "женщины"], ["горожане", "сельские"]];
    let says = |word: &str| sentence.tokens.iter().any(|token| token.is_any(&[word]));
    let make_up = sentence.tokens.iter().any(|token| token.begins(&["составля"]));
    make_up && shares.len() == 2 && TWO.iter().any(|two| two.iter().all(|word| says(word)))
}

/// «Высшую категорию имеют 31 %, первую – 44 %, без категории – 35 %»: together more than all.
fn is_of_categories(sentence: &Sentence, shares: &[(usize, &Number)]) -> bool {
    let has = |stems: &[&str]| sentence.tokens.iter().any(|token| token.begins(stems));
    let without = sentence.tokens.iter().any(|token| token.is_any(&["без", "не"]));
    let sum = shares.iter().fold(Decimal::ZERO, |sum, (_, number)| sum.saturating_add(number.value));
    let categories = has(&["категори"]) && has(&["высш"]) && has(&["перв"]) && without;
    categories && shares.len() == 3 && sum > Decimal::ONE_HUNDRED
}

/// Three shares and more that make a hundred if two digits of one of them change places: «на
/// начальную школу приходится 38,8 %, на основную – 58,1 %, на среднюю – 9,4 %».
fn is_swapped(sentence: &Sentence, shares: &[(usize, &Number)]) -> bool {
    let all = sentence.amounts().count() == shares.len();
    let sum = shares.iter().fold(Decimal::ZERO, |sum, (_, number)| sum.saturating_add(number.value));
    let slips = |number: &Number| {
        let right = number.value.saturating_add(Decimal::ONE_HUNDRED).saturating_sub(sum);
        let near = |right: Decimal| right > Decimal::ZERO && is_swap(right, number.value);
        let unit = Decimal::new(1, number.decimals.min(Decimal::MAX_SCALE));
        number.decimals > 0
            && [right, right.saturating_add(unit), right.saturating_sub(unit)].into_iter().any(near)
    };
    all && shares.len() >= 3 && shares.iter().any(|(_, number)| slips(number))
}

/// Four shares and more that nearly make a hundred, and nothing else is counted but ages.
fn is_nearly(sentence: &Sentence, shares: &[(usize, &Number)]) -> bool {
    let bound = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| sentence.tokens.get(at));
        before.is_some_and(|token| token.is_any(&["от", "до", "с", "свыше", "старше", "более"]))
    };
    let age = |at: usize| is_measure(sentence, at) || bound(at);
    let counted = sentence.amounts().filter(|(at, number)| !number.percent && !age(*at));
    let sum = shares.iter().fold(Decimal::ZERO, |sum, (_, number)| sum.saturating_add(number.value));
    let off = sum.saturating_sub(Decimal::ONE_HUNDRED).abs();
    // Two ages part a whole by themselves.
    let limit = |token: &Token| token.number().is_some_and(|number| number.role == NumberRole::Limit);
    let limits = sentence.tokens.iter().filter(|token| limit(token)).count();
    let ages = limits + sentence.amounts().filter(|(at, number)| !number.percent && age(*at)).count() >= 2;
    // «По форме обучения: очно – 45 %, …» lists them all, and nobody goes two ways from school.
    let colon = shares.first().is_some_and(|(first, _)| {
        sentence
            .tokens
            .get(first.saturating_sub(4)..*first)
            .is_some_and(|near| near.iter().any(|token| token.is_sign(':')))
    });
    let ways = sentence.tokens.iter().any(|token| token.begins(&["поступил"]));
    let (least, most) = match () {
        () if leaves_nothing(sentence) => (3, 20),
        () if colon => (3, 15),
        () if ages || ways => (3, 10),
        () => (4, 3),
    };
    counted.count() == 0 && shares.len() >= least && off <= Decimal::from(most)
}

/// Whether a sentence names all that there may be: votes, marks, levels.
fn leaves_nothing(sentence: &Sentence) -> bool {
    const ALL: &[&[&str]] =
        &[&["против", "воздержал"], &["пятер", "четвер", "трой", "двой"], &["высок", "средн", "низк"]];
    let says = |stem: &&str| sentence.tokens.iter().any(|token| token.begins(&[stem]));
    ALL.iter().any(|all| all.iter().all(says))
}

/// «5»: a mark that pupils get.
fn is_quoted(sentence: &Sentence, mark: &str) -> bool {
    sentence.tokens.windows(3).any(|three| {
        matches!(three, [open, number, close] if open.is_sign('«') && number.text == mark && close.is_sign('»'))
    })
}

/// Columns of per cent, of which one makes a hundred and another does not.
fn columns(table: &Table, findings: &mut Findings) {
    let sums: Vec<(usize, Decimal, Decimal)> = (table.header_columns()..table.columns().len())
        .filter_map(|column| sum(table, column).map(|(sum, slack)| (column, sum, slack)))
        .collect();
    let off = |sum: Decimal| sum.saturating_sub(Decimal::ONE_HUNDRED).abs();
    let shown = sums.iter().any(|(_, sum, slack)| off(*sum) <= *slack);
    for (column, sum, slack) in sums {
        if off(sum) <= slack || off(sum) > Decimal::TEN {
            continue;
        }
        // A column that says that it holds shares needs no neighbour to prove it.
        let total = (0..table.rows().len())
            .filter(|row| table.rows().get(*row).is_some_and(super::reading::table_rows::is_total))
            .filter_map(|row| table.get(row, column))
            .any(|cell| matches!(&cell.value, Value::Number(number) if number.value == Decimal::ONE_HUNDRED));
        let of_shares = |head: &crate::tables::Head| {
            let words = super::reading::table_rows::words(head);
            ["доля", "удельный вес", "структура"].iter().any(|word| words.contains(word))
        };
        if let Some(head) = table.columns().get(column).filter(|head| shown || total || of_shares(head)) {
            let finding = Finding::new(&COLUMN_TOTAL)
                .arg("column", head.path.join(" / "))
                .arg("sum", number::format(sum, &NumberStyle::default()));
            let mut finding = finding.at(head.place.clone());
            if let Some((cell, right)) = swapped(table, column, sum) {
                finding = finding.label(cell.place.clone(), perhaps(right));
            }
            findings.push(finding);
        }
    }
}

/// The cell of a column of per cent in which two digits changed places, and its right number.
fn swapped(table: &Table, column: usize, sum: Decimal) -> Option<(&Cell, Decimal)> {
    let part = |row: &usize| !table.rows().get(*row).is_some_and(super::reading::table_rows::is_total);
    let number = |row: usize| match &table.get(row, column)?.value {
        Value::Number(number) => Some((row, number.value)),
        _ => None,
    };
    let (rows, values): (Vec<usize>, Vec<Decimal>) =
        (0..table.rows().len()).filter(part).filter_map(number).unzip();
    let (at, right) = the_swapped(&values, sum.checked_sub(Decimal::ONE_HUNDRED)?)?;
    Some((table.get(*rows.get(at)?, column)?, right))
}

/// The sum of a column of per cent and what rounding may take; `None` for any other column.
fn sum(table: &Table, column: usize) -> Option<(Decimal, Decimal)> {
    let of_percent = is_percent(table, column);
    let (mut sum, mut slack, mut rows) = (Decimal::ZERO, Decimal::ZERO, 0);
    for row in 0..table.rows().len() {
        if super::reading::table_rows::is_total(table.rows().get(row)?) {
            continue;
        }
        let cell = table.get(row, column)?;
        let Value::Number(number) = &cell.value else { return None };
        let share = number.value >= Decimal::ZERO && number.value <= Decimal::ONE_HUNDRED;
        if !share || !(number.percent || of_percent) {
            return None;
        }
        sum = sum.checked_add(number.value)?;
        slack += Decimal::new(5, (number.precision() + 1).min(Decimal::MAX_SCALE));
        rows += 1;
    }
    (rows >= 2).then_some((sum, slack.max(Decimal::new(1, 1)).min(Decimal::ONE)))
}
