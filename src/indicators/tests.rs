//! Definitions resolved, and every message in full.

use super::sheet::{self, SheetCell};
use super::*;
use crate::russian::decimals::Decimals;
use crate::russian::number;
use crate::source::{
    CellPlace, Finding, Findings, Language, Message, Place, Severity, SourceId, SourceText, Span,
};
use proptest::prelude::*;
use rust_decimal::Decimal;

static NO_CELL: Message = Message {
    code: "row-not-found",
    severity: Severity::Error,
    ru: "нет строки «{row}»",
    en: "no row `{row}`",
    hint_ru: "",
    hint_en: "",
};

/// A table «бюджет» with two rows and an address.
struct Budget;

impl Facts for Budget {
    fn cell(&self, table: &Words, address: &CellAddress) -> Result<CellFigure, Finding> {
        let (value, unit, row) = match address {
            CellAddress::Words { row, column } => {
                match (table.text.as_str(), row.text.as_str(), column.text.as_str()) {
                    ("бюджет", "Общее образование…", "2017 / план") => {
                        (7754715, Some("тыс. руб."), 6)
                    }
                    ("бюджет", "Школы", "2017") => (5000, None, 7),
                    _ => {
                        return Err(Finding::new(&NO_CELL)
                            .arg("row", row.text.as_str())
                            .at(row.place.clone()));
                    }
                }
            }
            CellAddress::Cell { cell, expect }
                if (cell.text.as_str(), expect.text.as_str()) == ("D7", "Школы") =>
            {
                (5000, None, 7)
            }
            CellAddress::Cell { cell, .. } => {
                return Err(Finding::new(&NO_CELL).arg("row", cell.text.as_str()));
            }
        };
        Ok(CellFigure {
            value: Decimal::new(value, 1),
            unit: unit.and_then(Unit::parse),
            place: cell_place(row),
        })
    }
}

fn cell_place(row: u32) -> Place {
    CellPlace { source: SourceId(1), sheet: None, row, column: 3 }.into()
}

/// Each figure stands on a line of its own, as far as places go.
fn text(line: u32, expression: &str) -> SourceText {
    let start = line as usize * 1000;
    SourceText::verbatim(expression, Span::new(SourceId(0), start, start + expression.len()))
}

fn number(line: u32, value: &str) -> Figure {
    let place = Span::new(SourceId(0), line as usize * 1000 + 500, line as usize * 1000 + 510).into();
    Figure::Number { value: decimal(value), place }
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// `имя единица значение|прошлое`, the values numbers or expressions after `=`.
fn define(lines: &[(&str, &str, &str, &str)]) -> Vec<Definition> {
    let figure = |line: usize, written: &str| match written.strip_prefix('=') {
        Some(expression) => Figure::Expression(text(line as u32, expression)),
        None => number(line as u32, written),
    };
    let definition =
        |(line, &(name, unit, value, previous)): (usize, &(&str, &str, &str, &str))| Definition {
            name: name.into(),
            place: Span::new(SourceId(0), line * 1000 + 900, line * 1000 + 900 + name.len()).into(),
            title: None,
            unit: Unit::parse(unit),
            decimals: None,
            value: figure(line, value),
            previous: Some(previous)
                .filter(|previous| !previous.is_empty())
                .map(|previous| figure(line, previous)),
        };
    lines.iter().enumerate().map(definition).collect()
}

fn resolve(lines: &[(&str, &str, &str, &str)]) -> (Indicators, Findings) {
    Indicators::resolve(&define(lines), &Budget)
}

fn said(findings: &Findings) -> Vec<String> {
    findings
        .list
        .iter()
        .map(|one| {
            format!("{} [{}] {}", one.message.code, one.text(Language::Russian), one.hint(Language::Russian))
        })
        .collect()
}

/// The value and unit of the last of some indicators; nothing is reported.
fn last(lines: &[(&str, &str, &str, &str)]) -> String {
    let (indicators, findings) = resolve(lines);
    assert_eq!(said(&findings), Vec::<String>::new());
    let name = lines.last().unwrap().0;
    shown(&indicators.get(name).unwrap().value)
}

fn shown(quantity: &Quantity) -> String {
    let unit = quantity.unit.as_ref().map_or("-", |unit| unit.written());
    format!("{} {unit}", quantity.value.normalize())
}

/// What is said of a single expression among some figures, and the part that it points at.
fn wrong(expression: &str) -> (String, String) {
    let lines = [
        ("ученики", "чел.", "3263", "3156"),
        ("ноль", "чел.", "0", ""),
        ("бюджет_всего", "тыс. руб.", "775471.5", ""),
        ("доля", "%", "78", ""),
        ("школы", "", "7", ""),
    ];
    let (indicators, findings) = resolve(&lines);
    assert_eq!(said(&findings), Vec::<String>::new());
    let text = text(40, expression);
    let findings = indicators.compute(&text, &Budget).unwrap_err();
    let [finding] = findings.list.as_slice() else { panic!("{:?}", said(&findings)) };
    let place = finding.labels[0].place.clone();
    let within =
        (0..=expression.len()).flat_map(|start| (start..=expression.len()).map(move |end| start..end)).find(
            |range| expression.get(range.clone()).is_some() && Place::from(text.span(range.clone())) == place,
        );
    (said(&findings).remove(0), expression.get(within.unwrap()).unwrap().to_owned())
}

#[test]
fn arithmetic_is_exact_and_knows_its_precedence() {
    let compute = |expression| last(&[("х", "", &format!("={expression}"), "")]);
    assert_eq!(compute("1 + 2 * 3 - 4 / 8"), "6.5 ");
    assert_eq!(compute("(1 + 2) * 3"), "9 -");
    assert_eq!(compute("-(2 - 5) * −2"), "-6 -");
    assert_eq!(compute("0,1 + 0.2"), "0.3 -");
    assert_eq!(compute("38 569 440 - 1"), "38569439 -");
    assert_eq!(compute("1,234 × 2"), "2.468 -");
    assert_eq!(compute("1.234 · 2"), "2.468 -");
    assert_eq!(compute("10 - 2 - 3"), "5 -");
    assert_eq!(compute("сумма(1; 2; 3) + sum(4, 5)"), "15 -");
    assert_eq!(compute("среднее(1; 2)"), "1.5 -");
    assert_eq!(compute("mean((1,5 + 1); 2)"), "2.25 -");
    assert_eq!(compute("50 % * 10"), "5 -");
}

#[test]
fn a_share_of_equal_units_becomes_a_percentage() {
    let share = [
        ("ученики", "чел.", "3263", "3156"),
        ("по_фгос", "чел.", "1892", ""),
        ("доля", "%", "=по_фгос / ученики", ""),
    ];
    let (indicators, _) = resolve(&share);
    let value = indicators.get("доля").unwrap().value.value;
    assert_eq!(value.round_dp(4), decimal("57.9835"));
    assert_eq!(
        (value * decimal("3263")).round_dp(20),
        decimal("189200"),
        "nothing is rounded but the last digit"
    );
    assert_eq!(last(&[("а", "", "1", ""), ("б", "", "4", ""), ("в", "%", "=а / б", "")]), "25 %");
    assert_eq!(last(&[("в", "%", "=бюджет[Школы; 2017]", "")]), "500 %");
    assert_eq!(last(&[("а", "", "=1 / 4", ""), ("в", "%", "=а", "")]), "25 %");
    assert_eq!(
        last(&[("а", "руб.", "1", ""), ("б", "тыс. руб.", "1", ""), ("в", "%", "=а / б", "")]),
        "0.1 %"
    );
    assert_eq!(last(&[("а", "%", "78", ""), ("б", "%", "=100 % - а", "")]), "22 %");
}

#[test]
fn units_convert_and_cancel() {
    let sums = [("а", "тыс. руб.", "1.5", ""), ("б", "руб.", "500", "")];
    let with = |unit: &'static str, expression| last(&[sums[0], sums[1], ("в", unit, expression, "")]);
    assert_eq!(with("", "=а + б"), "2 тыс. руб.");
    assert_eq!(with("", "=б + а"), "2000 руб.");
    assert_eq!(with("млн руб.", "=а + б"), "0.002 млн руб.");
    assert_eq!(with("", "=а - б"), "1 тыс. руб.");
    assert_eq!(with("", "=сумма(а; б; а)"), "3.5 тыс. руб.");
    assert_eq!(with("", "=среднее(а; б)"), "1 тыс. руб.");
    assert_eq!(with("", "=а * 2"), "3 тыс. руб.");
    assert_eq!(with("", "=10 % * а"), "0.15 тыс. руб.");
    assert_eq!(with("", "=а / б"), "3 ");
    let per_head = [("а", "тыс. руб.", "10", ""), ("б", "чел.", "4", "")];
    let with =
        |unit: &'static str, expression| last(&[per_head[0], per_head[1], ("в", unit, expression, "")]);
    assert_eq!(with("", "=а / б"), "2.5 тыс. руб./чел.");
    assert_eq!(with("руб.", "=а / б"), "2500 руб.");
    assert_eq!(with("руб. на человека", "=а / б"), "2500 руб. на человека");
    assert_eq!(with("", "=а / б * б"), "10 тыс. руб.");
    assert_eq!(with("", "=б + 1"), "5 чел.");
}

#[test]
fn cells_are_read_by_words_and_by_address() {
    assert_eq!(
        last(&[("а", "", "=бюджет[«Общее образование…»; \"2017 / план\"]", "")]),
        "775471.5 тыс. руб."
    );
    assert_eq!(last(&[("а", "руб.", "=бюджет[ Общее образование… ; 2017 / план ]", "")]), "775471500 руб.");
    assert_eq!(last(&[("а", "чел.", "=бюджет [D7 = Школы] * 2", "")]), "1000 чел.");
}

#[test]
fn previous_values_are_given_named_or_follow() {
    let lines = [
        ("рост", "чел.", "=ученики - Ученики.Прошлый", ""),
        ("доля", "%", "=по_фгос / ученики", ""),
        ("ученики", "чел.", "3263", "3156"),
        ("по_фгос", "чел.", "1892", "1578"),
        ("бюджет_всего", "", "=бюджет[«Общее образование…»; 2017 / план]", "700000"),
        ("в_рублях", "", "=бюджет_всего", "=700000000 * рубль"),
        ("рубль", "руб.", "1", ""),
    ];
    let (indicators, findings) = resolve(&lines);
    assert_eq!(said(&findings), Vec::<String>::new());
    let previous = |name: &str| indicators.get(name).unwrap().previous.as_ref().map(shown);
    assert_eq!(shown(&indicators.get("рост").unwrap().value), "107 чел.");
    assert_eq!(previous("рост"), None);
    assert_eq!(previous("доля").as_deref(), Some("50 %"));
    assert_eq!(previous("бюджет_всего").as_deref(), Some("700000 тыс. руб."));
    assert_eq!(previous("в_рублях").as_deref(), Some("700000 тыс. руб."));
    assert_eq!(previous("УЧЕНИКИ").as_deref(), Some("3156 чел."));
}

#[test]
fn a_figure_knows_its_cells_and_names() {
    let lines = [
        ("всего", "", "=школы + сады + школы", ""),
        ("школы", "", "=бюджет[Школы; 2017] + бюджет[D7 = Школы]", ""),
        ("сады", "", "5", ""),
        ("сто", "", "=99 + 1", ""),
    ];
    let (indicators, _) = resolve(&lines);
    let all = indicators.get("всего").unwrap();
    assert_eq!(all.uses, ["школы", "сады"]);
    assert_eq!(indicators.cells(all), [cell_place(7), Span::new(SourceId(0), 2500, 2510).into()]);
    let hundred = indicators.get("сто").unwrap();
    assert_eq!(indicators.cells(hundred), [Place::from(Span::new(SourceId(0), 3000, 3006))]);
    let order: Vec<&str> = indicators.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(order, ["всего", "школы", "сады", "сто"]);
    let computed = indicators.compute(&text(9, "Сады * 2"), &Budget).unwrap();
    assert_eq!((shown(&computed.value), computed.uses), ("10 -".into(), vec!["Сады".into()]));
}

#[test]
fn syntax_errors_say_what_to_write() {
    let cases = [
        (
            "",
            "expression-empty [выражение пусто] напишите число, показатель или вычисление, например `по_фгос / ученики`",
            "",
        ),
        (
            "ученики +",
            "expression-no-value [здесь ожидается число, показатель или скобка, а стоит конец выражения] проверьте, не пропущено ли значение и не лишний ли знак",
            "",
        ),
        (
            "2 * / 3",
            "expression-no-value [здесь ожидается число, показатель или скобка, а стоит `/`] проверьте, не пропущено ли значение и не лишний ли знак",
            "/",
        ),
        (
            "доля фгос",
            "expression-no-operator [после значения ожидается знак действия, а стоит `фгос`] между значениями нужен `+`, `-`, `*` или `/`; имя показателя пишется слитно: `доля_фгос`",
            "фгос",
        ),
        ("(1 + 2", "expression-unclosed [не хватает `)`] закройте скобку или кавычку знаком `)`", ""),
        (
            "бюджет[«Школы; 2017]",
            "expression-unclosed [не хватает `»`] закройте скобку или кавычку знаком `»`",
            "«",
        ),
        (
            "sum(1,5)",
            "expression-comma-ambiguous [`1,5` читается двояко: одна дробь или два числа] дробь пишется здесь с точкой: `1.5`; два числа – через точку с запятой: `1; 5`",
            "1,5",
        ),
        (
            "1234 567 + 1",
            "expression-number-invalid [`1234 567`: цифры разделены не по три] число пишется как `38 569 440` или `3,5`",
            "1234 567",
        ),
        (
            "макс(1; 2)",
            "expression-unknown-function [неизвестная функция `макс`] есть `сумма(…)` и `среднее(…)`, по-английски `sum` и `mean`; после имени показателя скобки не пишутся",
            "макс",
        ),
        (
            "ученики.вчера",
            "expression-unknown-property [у показателя нет `.вчера`] есть `.прошлый` – значение за прошлый год",
            "вчера",
        ),
        (
            "бюджет[Школы]",
            "expression-cell-without-column [названа строка «Школы», но не столбец] столбец пишется после точки с запятой: `[Школы; 2025]`",
            "Школы",
        ),
        (
            "бюджет[D7]",
            "expression-cell-without-words [не сказано, что стоит в строке или столбце ячейки D7] напишите слова её строки или столбца: `[D7 = Школы]`; тогда вставленная строка станет ошибкой, а не другой цифрой",
            "D7",
        ),
        (
            "сумма()",
            "expression-without-arguments [в скобках функции пусто] перечислите значения через точку с запятой: `сумма(школы; сады)`",
            "сумма()",
        ),
    ];
    for (expression, message, part) in cases {
        assert_eq!(wrong(expression), (message.to_owned(), part.to_owned()), "{expression}");
    }
    let deep = format!("{}1{}", "(".repeat(65), ")".repeat(65));
    assert_eq!(
        wrong(&deep).0,
        "expression-too-deep [скобок внутри скобок больше 64] вынесите часть вычисления в отдельный показатель"
    );
    assert_eq!(last(&[("а", "", &format!("={}1{}", "(".repeat(64), ")".repeat(64)), "")]), "1 -");
}

#[test]
fn errors_of_meaning_say_what_to_write() {
    let cases = [
        (
            "учиники / 2",
            "indicator-unknown [неизвестный показатель `учиники`] возможно, `ученики`?",
            "учиники",
        ),
        (
            "педагоги",
            "indicator-unknown [неизвестный показатель `педагоги`] такого показателя нет; определите его или исправьте имя",
            "педагоги",
        ),
        (
            "доля.прошлый",
            "indicator-without-previous [у показателя `доля` нет прошлого значения] допишите у `доля` ключ `прошлый:` или столбец прошлого года в лист показателей",
            "доля.прошлый",
        ),
        (
            "бюджет_всего + ученики",
            "units-differ [нельзя сложить «тыс. руб.» и «чел.»] складываются величины одного рода, например руб. и тыс. руб.; проверьте единицы",
            "ученики",
        ),
        (
            "100 - доля",
            "unit-missing [одно слагаемое в «%», у другого единицы нет] процент пишется со знаком, например `100 %`",
            "доля",
        ),
        (
            "бюджет_всего + школы",
            "unit-missing [одно слагаемое в «тыс. руб.», у другого единицы нет] укажите единицу и у второго, например «тыс. руб.»",
            "школы",
        ),
        (
            "школы / (ученики - ученики)",
            "division-by-zero [деление на ноль: значение `(ученики - ученики)` равно нулю] проверьте, заполнена ли ячейка или значение, на которое делите",
            "(ученики - ученики)",
        ),
        (
            "школы / ноль",
            "division-by-zero [деление на ноль: значение `ноль` равно нулю] проверьте, заполнена ли ячейка или значение, на которое делите",
            "ноль",
        ),
        (
            "79228162514264337593543950335 * 2",
            "number-overflow [результат не помещается в 28 цифр] проверьте значения; большие суммы считайте в тыс. или млн",
            "2",
        ),
        ("бюджет[Лицеи; 2017]", "row-not-found [нет строки «Лицеи»] ", "Лицеи"),
    ];
    for (expression, message, part) in cases {
        assert_eq!(wrong(expression), (message.to_owned(), part.to_owned()), "{expression}");
    }
}

#[test]
fn errors_of_definitions_say_what_to_write() {
    let all = |lines: &[_]| said(&resolve(lines).1);
    assert_eq!(
        all(&[("а", "%", "=1 / 4 * 100", "")]),
        [
            "percent-twice [умножение на 100 здесь лишнее: единица «%» сама умножает отношение на 100] уберите умножение на 100"
        ]
    );
    assert_eq!(
        all(&[("а", "чел.", "5", ""), ("б", "руб.", "=а", "")]),
        [
            "unit-contradicts [вычислено: «чел.», а объявлено: «руб.»] напишите `единица: чел.` или уберите её; если «чел.» неверно, исправьте единицу там, откуда число: в заголовке таблицы или у показателя"
        ]
    );
    assert_eq!(
        all(&[("а", "чел.", "5", ""), ("б", "чел.", "=а / а", "")]),
        [
            "unit-contradicts [вычислено: отношение без единицы, а объявлено: «чел.»] уберите единицу; если это доля, напишите `единица: \"%\"`"
        ]
    );
    assert_eq!(
        all(&[("ученики", "", "5", ""), ("Ученики", "", "6", "")]),
        [
            "indicator-duplicate [показатель `Ученики` определён дважды] оставьте одно определение или дайте второму другое имя"
        ]
    );
    assert_eq!(
        all(&[("доля, фгос", "", "5", ""), ("2018", "", "6", ""), ("", "", "7", "")]),
        [
            "indicator-name-invalid [«доля, фгос» не может быть именем показателя] имя состоит из букв, цифр и `_` и начинается с буквы, например `доля_фгос`",
            "indicator-name-invalid [«2018» не может быть именем показателя] имя состоит из букв, цифр и `_` и начинается с буквы, например `п_2018`",
            "indicator-name-invalid [«» не может быть именем показателя] имя состоит из букв, цифр и `_` и начинается с буквы, например `ученики`",
        ]
    );
}

#[test]
fn a_cycle_is_said_once_with_its_chain() {
    let lines = [
        ("итог", "", "=а + 1", ""),
        ("а", "", "=б * 2", ""),
        ("б", "", "=в - 1", ""),
        ("в", "", "=а", ""),
        ("сам", "", "=сам + 1", ""),
        ("ряд", "", "=ряд.прошлый + 1", "5"),
    ];
    let (indicators, findings) = resolve(&lines);
    let hint = "одно из этих значений должно быть числом или браться из таблицы";
    assert_eq!(
        said(&findings),
        [
            format!("indicator-cycle [показатель определён через самого себя: а → б → в → а] {hint}"),
            format!("indicator-cycle [показатель определён через самого себя: сам → сам] {hint}"),
        ]
    );
    let places: Vec<_> = findings.list[0].labels.iter().map(|label| label.place.clone()).collect();
    let operand =
        |line: u32, expression: &str, name: &str| Place::from(text(line, expression).span(0..name.len()));
    assert_eq!(places, [operand(1, "б * 2", "б"), operand(2, "в - 1", "в"), operand(3, "а", "а")]);
    assert!(
        ["итог", "а", "сам"].iter().all(|name| indicators.has_failed(name) && indicators.get(name).is_none())
    );
    assert_eq!(shown(&indicators.get("ряд").unwrap().value), "6 -");
}

#[test]
fn all_errors_of_a_run_are_said_and_none_twice() {
    let lines = [
        ("а", "", "=нет1 + нет2", ""),
        ("б", "", "=а + 1", ""),
        ("в", "", "=1 +", ""),
        ("г", "", "=в * б", "=в.прошлый"),
        ("д", "", "5", ""),
    ];
    let (indicators, findings) = resolve(&lines);
    let codes: Vec<_> = findings.list.iter().map(|one| one.message.code).collect();
    assert_eq!(
        codes,
        ["expression-no-value", "indicator-unknown", "indicator-unknown", "indicator-without-previous"]
    );
    assert_eq!(indicators.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["д"]);
    assert_eq!(codes.len(), 4);
}

#[test]
fn a_long_chain_of_definitions_is_no_danger() {
    let names: Vec<String> = (0..3000).map(|at| format!("п{at}")).collect();
    let values: Vec<String> = (0..3000).map(|at| format!("=п{} + 1", at + 1)).collect();
    let mut lines: Vec<_> =
        names.iter().zip(&values).map(|(name, value)| (name.as_str(), "", value.as_str(), "")).collect();
    lines.push(("п3000", "", "0", ""));
    let (indicators, findings) = resolve(&lines);
    assert!(findings.list.is_empty());
    assert_eq!(indicators.get("п0").map(|one| one.value.value), Some(3000.into()));
}

#[test]
fn every_code_is_said_in_both_languages() {
    for message in MESSAGES {
        let names = |text: &str| {
            let mut names: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split('}').next())
                .map(str::to_owned)
                .collect();
            names.sort();
            names
        };
        assert!(!message.hint_ru.is_empty() && !message.hint_en.is_empty(), "{}", message.code);
        assert_eq!(names(message.ru), names(message.en), "{}", message.code);
        assert_eq!(names(message.hint_ru), names(message.hint_en), "{}", message.code);
    }
}

// ---- the sheet -----------------------------------------------------------------------------

fn row(line: u32, cells: &[&str]) -> Vec<SheetCell> {
    let cell = |(column, text): (usize, &&str)| SheetCell {
        text: (*text).to_owned(),
        number: number::parse(text).ok().map(|typed| typed.value),
        unreadable: text.starts_with('='),
        address: format!("{}{}", ["A", "B", "C", "D", "E", "F", "G"][column], line + 1),
        place: CellPlace { source: SourceId(2), sheet: None, row: line, column: column as u32 }.into(),
    };
    cells.iter().enumerate().map(cell).collect()
}

fn sheet(header: &[&str], rows: &[&[&str]]) -> (Vec<Definition>, Findings) {
    let rows: Vec<_> = rows.iter().enumerate().map(|(at, cells)| row(at as u32 + 1, cells)).collect();
    let (read, findings) = sheet::definitions(&row(0, header), &rows);
    (read.definitions, findings)
}

#[test]
fn the_year_before_is_known_by_the_words_of_official_reports() {
    for previous in ["АППГ", "Аналогичный период прошлого года", "Прошлый период"]
    {
        let (definitions, findings) =
            sheet(&["имя", "показатель", "Текущий год", previous], &[&["школы", "Школы", "33", "35"]]);
        assert!(findings.list.is_empty(), "{previous}: {findings:?}");
        assert!(definitions.iter().all(|one| one.previous.is_some()), "{previous}");
        assert_eq!(definitions.len(), 1, "{previous}");
    }
}

#[test]
fn a_sheet_gives_indicators_with_their_previous_values() {
    let (definitions, findings) = sheet(
        &["Имя", "Показатель", "Ед. изм.", "Знаков", "2016/2017 уч. год", "примечание", "2018 год"],
        &[
            &["ученики", "Обучается в школах", "чел.", "", "3156", "", "3 263"],
            &["", "", " ", "", "", "", ""],
            &["доля", "", "", "1", "–", "уточнить", "47,3 %"],
        ],
    );
    assert_eq!(said(&findings), Vec::<String>::new());
    let (indicators, findings) = Indicators::resolve(&definitions, &Budget);
    assert_eq!(said(&findings), Vec::<String>::new());
    let pupils = indicators.get("ученики").unwrap();
    assert_eq!(pupils.title.as_deref(), Some("Обучается в школах"));
    assert_eq!(pupils.previous.as_ref().map(shown).as_deref(), Some("3156 чел."));
    let place: Place = CellPlace { source: SourceId(2), sheet: None, row: 1, column: 6 }.into();
    assert_eq!(indicators.cells(pupils), [place]);
    let share = indicators.get("доля").unwrap();
    assert_eq!(
        (shown(&share.value), share.decimals.map(Decimals::get), share.previous.clone()),
        ("47.3 %".into(), Some(1), None)
    );
}

#[test]
fn columns_are_known_by_their_words_in_both_languages() {
    let (definitions, findings) = sheet(&["last year", "name", "this year"], &[&["5", "pupils", "6"]]);
    assert_eq!(said(&findings), Vec::<String>::new());
    let (indicators, _) = Indicators::resolve(&definitions, &Budget);
    let pupils = indicators.get("pupils").unwrap();
    assert_eq!(
        (shown(&pupils.value), pupils.previous.as_ref().map(shown)),
        ("6 -".into(), Some("5 -".into()))
    );
}

#[test]
fn a_row_of_totals_is_left_out() {
    let (definitions, findings) = sheet(
        &["показатель", "имя", "2018"],
        &[
            &["Школы", "школы", "5"],
            &["Всего школ", "все_школы", "7"],
            &["Всего показателей", "", "1"],
            &["Сверено", "", ""],
        ],
    );
    assert_eq!(definitions.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["школы", "все_школы"]);
    let note = "indicators-total-left-out [строка «Всего показателей» без имени – итог листа, а не показатель; она пропущена] если это показатель, впишите ему имя; если нет, назовите сами показатели: `диапазон: A1:C3`";
    let error = "indicators-name-empty [у показателя в этой строке нет имени] впишите в столбец «имя» слово, которым он называется в текстах, например `ученики`; если это не показатель, назовите сами показатели: `диапазон: A1:C3`";
    assert_eq!(said(&findings), [note, error]);
}

#[test]
fn a_formula_without_its_result_is_lost_and_said_by_who_read_the_cell() {
    let rows = [
        row(1, &["доля", "=B2/B3", "47", "=C2"]),
        row(2, &["школы", "5", "=B2", ""]),
        row(3, &["сады", "6", "", "=слова"]),
    ];
    let (read, findings) = sheet::definitions(&row(0, &["имя", "2018", "2017", "примечание"]), &rows);
    assert_eq!(findings.list, []);
    assert_eq!(read.lost, ["доля", "школы"]);
    assert_eq!(read.unreadable, [(0, 1), (1, 2)], "a remark is not needed");
    assert_eq!(read.definitions.len(), 1);
}

#[test]
fn what_a_sheet_lacks_is_said() {
    let header = ["имя", "ед.", "знаков", "2018", "2017"];
    let (definitions, findings) = sheet(
        &header,
        &[
            &["", "чел.", "", "5", "6"],
            &["ученики", "чел.", "", "около 5", "6"],
            &["сады", "", "", "н/д", ""],
            &["школы", "", "1,5", "5", ""],
            &["доля", "%", "1", "5", "шесть"],
            &["верно", "", "", "0", ""],
        ],
    );
    assert_eq!(definitions.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["верно"]);
    assert_eq!(
        said(&findings),
        [
            "indicators-name-empty [у показателя в этой строке нет имени] впишите в столбец «имя» слово, которым он называется в текстах, например `ученики`",
            "indicators-value-not-number [значение показателя `ученики` – не число: «около 5»] впишите одно число без слов; единица пишется в столбец «ед.»",
            "indicators-value-empty [у показателя `сады` нет значения: тексты его взять не могут] впишите число, когда оно будет; если показателя нет, сотрите строку",
            "indicators-decimals-invalid [«знаков» у показателя `школы` – не целое число от 0 до 10: «1,5»] впишите, сколько цифр печатать после запятой, например 1",
            "indicators-value-not-number [значение показателя `доля` – не число: «шесть»] впишите одно число без слов; единица пишется в столбец «ед.»",
        ]
    );
    let column = |at: usize| match &findings.list[at].labels[0].place {
        Place::Cell(cell) => cell.address(),
        other => panic!("{other:?}"),
    };
    assert_eq!([column(0), column(1), column(2), column(3), column(4)], ["A2", "D3", "D4", "C5", "E6"]);
    let hint = "назовите столбцы: имя | показатель | ед. | знаков | 2025 | 2024";
    assert_eq!(
        said(&sheet(&["показатель", "2018"], &[]).1),
        [format!("indicators-column-missing [в таблице показателей нет столбца «имя»] {hint}")]
    );
    assert_eq!(
        said(&sheet(&["имя", "показатель"], &[]).1),
        [format!("indicators-column-missing [в таблице показателей нет столбца «2018»] {hint}")]
    );
    assert_eq!(
        said(&sheet(&["имя", "Имя", "2018"], &[]).1),
        ["indicators-column-twice [столбец «Имя» есть дважды] оставьте один из них"]
    );
}

// ---- properties ----------------------------------------------------------------------------

proptest! {
    #[test]
    fn sums_agree_with_decimals(values in proptest::collection::vec(-1_000_000_000i64..1_000_000_000, 1..12)) {
        let decimals: Vec<Decimal> = values.iter().map(|&value| Decimal::new(value, 2)).collect();
        let joined: Vec<String> = decimals.iter().map(|value| format!("({value})").replace('.', ",")).collect();
        let sum: Decimal = decimals.iter().sum();
        for expression in [joined.join(" + "), format!("сумма({})", joined.join("; "))] {
            let (indicators, findings) = resolve(&[("х", "", &format!("={expression}"), "")]);
            prop_assert!(findings.list.is_empty());
            prop_assert_eq!(indicators.get("х").map(|one| one.value.value), Some(sum));
        }
    }

    #[test]
    fn adding_in_any_scale_is_exact(thousands in -1_000_000i64..1_000_000, ones in -1_000_000i64..1_000_000) {
        let (thousands, ones) = (thousands.to_string(), ones.to_string());
        let (indicators, _) =
            resolve(&[("т", "тыс. руб.", &thousands, ""), ("р", "руб.", &ones, ""), ("в", "руб.", "=т + р", "")]);
        let expected = decimal(&thousands) * Decimal::ONE_THOUSAND + decimal(&ones);
        prop_assert_eq!(indicators.get("в").map(|one| one.value.value), Some(expected));
    }

    #[test]
    fn no_expression_makes_it_panic(text_of in "[-+*/()\\[\\];,.=«»%а-в0-9 ]{0,40}") {
        let (indicators, _) = resolve(&[("а", "%", "1", ""), ("б", "тыс. руб.", "0", "")]);
        let text = text(0, &text_of);
        if let Err(findings) = indicators.compute(&text, &Budget) {
            prop_assert!(!findings.list.is_empty());
        }
    }
}
