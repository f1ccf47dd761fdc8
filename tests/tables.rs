//! Tables read from files that LibreOffice saved, and from files that nobody should have made.

use avgust::source::{Finding, Findings, Language, Place, SourceId, Sources, Span};
use avgust::tables::{Address, Alias, Spec, Table, TableFile, Value, Words};
use std::path::Path;

fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn pack() -> Place {
    Span::new(SourceId(99), 0, 10).into()
}

fn words(text: &str) -> Words {
    Words::new(text, pack())
}

fn spec(sheet: Option<&str>) -> Spec {
    Spec { sheet: sheet.map(words), ..Spec::new("бюджет", pack()) }
}

fn read(name: &str, bytes: Vec<u8>, spec: &Spec) -> (Option<Table>, Findings) {
    let mut findings = Findings::default();
    let mut sources = Sources::default();
    let source = sources.add_binary(name);
    let file = TableFile::open(source, bytes, &mut sources, &mut findings);
    let table = file.and_then(|mut file| file.table(spec, &mut findings));
    (table, findings)
}

fn codes(findings: &Findings) -> Vec<&'static str> {
    findings.list.iter().map(|finding| finding.message.code).collect()
}

/// A table of a fixture that must be readable.
fn table(name: &str, spec: &Spec) -> Table {
    let (table, findings) = read(name, fixture(name), spec);
    table.unwrap_or_else(|| panic!("{name}: {findings:?}"))
}

/// A figure as text, or the code of what stands in its way.
fn figure(table: &Table, row: &str, column: &str) -> String {
    let cell = match table.cell(&words(row), &words(column)) {
        Ok(cell) => cell,
        Err(finding) => return finding.message.code.to_owned(),
    };
    cell.number().map_or_else(|finding| finding.message.code.to_owned(), |number| number.text())
}

fn said(finding: &Finding, language: Language) -> String {
    format!("{}\n{}", finding.text(language), finding.hint(language))
}

#[test]
fn the_same_figures_come_from_each_format() {
    for name in ["statistics.xlsx", "statistics.xls", "statistics.ods", "budget.csv"] {
        let mut spec = spec(name.starts_with("stat").then_some("бюджет  2017"));
        if name == "budget.csv" {
            spec.range = Some(words("A2:G9"));
            spec.header_rows = Some(2);
        }
        let table = table(name, &spec);
        let expected = [
            ("Дошкольное образование", "2016 / план", "1200,5"),
            ("Дошкольное…", "2017 / факт, тыс. руб.", "1250,1"),
            ("общее образование (ШКОЛЫ)", "2017 / план", "11000"),
            ("Общее...", "2017/факт", "0"),
            ("Дополнительное образование", "2016 / план", "1024,5"),
            ("Дополнительное образование", "2016 / факт", "cell-not-available"),
            ("Дополнительное образование", "2017 / план", "0,1"),
            ("Дополнительное образование", "2017 / факт", "cell-dash"),
            ("Дополнительное образование", "Исполнение", "cell-empty"),
            ("Үөһээ Бүлүү улууһа", "2016 / факт", "34,25"),
            ("ҥ. ҕ. өлүөхүмэ…", "2016 / план", "-5"),
            ("ҥ. ҕ. өлүөхүмэ…", "Исполнение, %", "formula-failed"),
            ("Всего", "2017 / план", "12336,1"),
            ("Всего", "Принято", "cell-boolean-for-number"),
            ("Дошкольное образование", "Исполнение", "96,16%"),
            ("Всего", "план", "column-ambiguous"),
            ("Итого", "2017 / план", "row-not-found"),
        ];
        for (row, column, figure_or_code) in expected {
            assert_eq!(figure(&table, row, column), figure_or_code, "{name}: {row}, {column}");
        }
    }
}

#[test]
fn days_titles_units_and_places_are_read() {
    for name in ["statistics.xlsx", "statistics.xls", "statistics.ods"] {
        let table = table(name, &spec(Some("Бюджет 2017")));
        assert_eq!(table.title.as_deref(), Some("Расходы районного бюджета на образование"), "{name}");
        let heads: Vec<String> = table.columns().iter().map(|head| head.words()).collect();
        let expected = [
            "Наименование",
            "2016 / план, тыс. руб.",
            "2016 / факт, тыс. руб.",
            "2017 / план, тыс. руб.",
            "2017 / факт, тыс. руб.",
            "Исполнение, %",
            "Принято",
        ];
        assert_eq!(heads, expected, "{name}");
        let cell = table.cell(&words("Общее…"), &words("Принято")).expect("the cell is there");
        assert_eq!(cell.date().map(|date| date.to_string()), Ok("2017-08-28".to_owned()), "{name}");
        assert_eq!(cell.text, "28.08.2017", "{name}");
        let cell = table.cell(&words("Всего"), &words("2017 / план")).expect("the cell is there");
        assert_eq!(cell.address(), "D9");
        assert_eq!(table.unit_of(cell), Some("тыс. руб."), "{name}");
        match &cell.place {
            Place::Cell(place) => assert_eq!(place.sheet.as_deref(), Some("Бюджет 2017")),
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn truth_values_and_times_read_alike_in_each_format() {
    for name in ["said.xlsx", "said.xls", "said.ods"] {
        let table = table(name, &spec(None));
        let cell = |row: &str| table.cell(&words(row), &words("Значение")).expect("the cell is there");
        assert_eq!(cell("Правда").value, Value::Boolean(true), "{name}");
        let shown = ["Правда", "День", "Миг", "Время", "Секунды"].map(|row| cell(row).text.as_str());
        assert_eq!(shown, ["ИСТИНА", "01.09.2017", "01.09.2017 10:30", "10:30", "10:30:15"], "{name}");
    }
}

#[test]
fn a_hidden_sheet_is_not_the_first_one() {
    for name in ["uncalculated.xlsx", "statistics.ods"] {
        let table = table(name, &spec(None));
        assert_eq!(
            table.rows().first().map(|head| head.words()).as_deref(),
            Some("Дошкольное образование"),
            "{name}"
        );
    }
}

#[test]
fn a_sheet_of_indicators_is_read_by_its_columns() {
    for name in ["statistics.xlsx", "statistics.xls", "statistics.ods", "indicators-1251.csv"] {
        let table = table(name, &spec(name.starts_with("stat").then_some("Показатели")));
        assert_eq!(figure(&table, "ученики", "2017"), "1892", "{name}");
        assert_eq!(figure(&table, "охват", "2017"), "84,5%", "{name}");
        assert_eq!(figure(&table, "доля", "2017"), "12,25", "{name}");
        let what = table.cell(&words("доля"), &words("Показатель")).expect("the cell is there");
        assert_eq!(what.shown(), Ok("Доля «отличников», первая смена"), "{name}");
    }
}

#[test]
fn numbers_stored_as_text_are_noted_once() {
    for name in ["statistics.xlsx", "statistics.xls", "statistics.ods"] {
        let taken = Spec { hidden: Some(true), ..spec(Some("Бюджет 2017")) };
        let (_, findings) = read(name, fixture(name), &taken);
        assert_eq!(codes(&findings), ["numbers-stored-as-text"], "{name}");
        let ru = "в таблице «бюджет» числа сохранены как текст (ячеек: 2, первая – B6, «1 024,5»)\n\
                  они прочитаны как числа; в Excel их можно исправить командой «Преобразовать в число»";
        assert_eq!(said(&findings.list[0], Language::Russian), ru, "{name}");
    }
}

#[test]
fn a_formula_without_a_result_is_an_error_that_names_the_cell() {
    let table = table("uncalculated.xlsx", &spec(Some("Бюджет 2017")));
    let cell = table.cell(&words("Всего"), &words("2017 / план")).expect("the cell is there");
    let finding = cell.number().expect_err("there is no number");
    let ru = "в ячейке D9 формула `=SUM(D4:D8)`, но её результат в файле не сохранён\n\
              откройте файл в Excel или LibreOffice и сохраните: он пересчитает формулы";
    assert_eq!(said(&finding, Language::Russian), ru);
    assert_eq!(figure(&table, "Общее…", "2017 / план"), "11000");
}

#[test]
fn a_cell_of_a_text_table_shows_its_bytes() {
    let mut findings = Findings::default();
    let mut sources = Sources::default();
    let source = sources.add_binary("data/budget.csv");
    let mut file = TableFile::open(source, fixture("budget.csv"), &mut sources, &mut findings)
        .expect("the fixture is readable");
    let spec =
        Spec { range: Some(words("A2:G9")), header_rows: Some(2), ..Spec::new("бюджет", pack()) };
    let table = file.table(&spec, &mut findings).expect("the fixture is a table");
    let cell = table.cell(&words("Дополнительное…"), &words("2016 / план")).expect("the cell is there");
    let Place::Text(span) = &cell.place else { panic!("{:?}", cell.place) };
    let text = sources.get(span.source).text.clone().expect("text tables are kept");
    assert_eq!(&text[span.range()], "1 024,5");
    assert_eq!(cell.address(), "B6");
    assert_eq!(findings.list, []);
}

#[test]
fn a_range_cuts_the_sheet_and_its_cells_keep_their_addresses() {
    for name in ["statistics.xlsx", "statistics.xls", "statistics.ods"] {
        let spec = Spec { range: Some(words("A3:E7")), ..spec(Some("Бюджет 2017")) };
        let table = table(name, &spec);
        assert_eq!(table.rows().len(), 4, "{name}");
        assert_eq!(figure(&table, "Всего", "план"), "row-not-found", "{name}");
        let cell = table.cell_at(&words("D5"), &words("Общее…")).expect("the cell is there");
        assert_eq!(cell.text, "11000", "{name}");
    }
}

#[test]
fn an_inserted_row_is_an_error_and_never_another_figure() {
    let table = table("statistics.xlsx", &spec(Some("Бюджет 2017")));
    let found = table
        .find(&Address::Cell { cell: words("D5"), expect: words("Общее образование…") });
    assert_eq!(found.map(|cell| cell.text.clone()), Ok("11000".to_owned()));
    let finding =
        table.cell_at(&words("D5"), &words("Дошкольное образование")).expect_err("another row is there");
    let ru = "в D5 ожидается «Дошкольное образование», а там строка «Общее образование (школы)», столбец «2017 / план, тыс. руб.»\n\
              в таблицу, видимо, вставили строку или столбец: поправьте адрес";
    assert_eq!(said(&finding, Language::Russian), ru);
}

#[test]
fn two_matches_list_both_cells_and_the_alias_to_write() {
    let table = table("statistics.xlsx", &spec(Some("Бюджет 2017")));
    let finding = table.column(&words("план")).expect_err("there are two");
    let ru = "столбцов «план» в таблице «бюджет» несколько: B3 «2016 / план, тыс. руб.», D3 «2017 / план, тыс. руб.»\n\
              дайте нужному столбцу короткое имя и пишите его";
    assert_eq!(said(&finding, Language::Russian), ru);
    let rewrite = "столбцы:\n  план_1: \"2016 / план, тыс. руб.\"\n  план_2: \"2017 / план, тыс. руб.\"";
    assert_eq!(finding.rewrite.as_deref(), Some(rewrite));
    assert_eq!(finding.labels.len(), 3);
}

#[test]
fn a_short_name_stands_for_a_column() {
    let alias = Alias { name: words("план17"), words: words("2017 / план"), cell: None };
    let by_cell = Alias { name: words("факт16"), words: words("факт…"), cell: Some(words("C4")) };
    let table =
        table("statistics.xlsx", &Spec { columns: vec![alias, by_cell], ..spec(Some("Бюджет 2017")) });
    assert_eq!(figure(&table, "Всего", "план17"), "12336,1");
    assert_eq!(figure(&table, "Всего", "факт16"), "12504,9");
}

#[test]
fn a_missing_sheet_lists_those_there_are() {
    for name in ["statistics.xlsx", "statistics.xls", "statistics.ods"] {
        let (table, findings) = read(name, fixture(name), &spec(Some("Смета")));
        assert!(table.is_none());
        let ru = "в файле нет листа «Смета»\nв нём есть: «Черновик», «Бюджет 2017», «Показатели»";
        assert_eq!(
            findings.list.iter().map(|finding| said(finding, Language::Russian)).collect::<Vec<_>>(),
            [ru]
        );
    }
}

#[test]
fn an_empty_cell_is_not_zero() {
    let table = table("statistics.ods", &spec(Some("Бюджет 2017")));
    let cell = table.cell(&words("Общее…"), &words("2017 / факт")).expect("the cell is there");
    assert!(matches!(cell.value, Value::Number(number) if number.value.is_zero()));
    let cell = table.cell(&words("Всего"), &words("Исполнение")).expect("the cell is there");
    assert_eq!(cell.value, Value::Empty);
}

/// A sheet as offices keep it: titles, an empty row, a two-row header, row numbers, a note.
const OFFICE: &str = "Сведения о сети школ;;;;\n;;;;\n№ п/п;Школа;2024;2025;Всего\n1;Первая;10;12;22\n\
    2;Вторая;20;21;41\n;Итого;30;33;63\n;;;;\n* Без филиала;;;;\nИсп. Примеров;;;;\n";

#[test]
fn titles_row_numbers_and_notes_are_no_part_of_a_table() {
    let (table, findings) = read("сеть.csv", OFFICE.as_bytes().to_vec(), &spec(None));
    let table = table.expect("a table");
    assert_eq!(table.title.as_deref(), Some("Сведения о сети школ"));
    assert_eq!(figure(&table, "Вторая", "2025"), "21");
    assert_eq!(figure(&table, "Итого", "Всего"), "63");
    assert_eq!(table.rows().len(), 3);
    assert_eq!(codes(&findings), ["table-notes-left-out"]);
    assert!(said(&findings.list[0], Language::Russian).contains("A8 «* Без филиала», A9 «Исп. Примеров»"));
}

#[test]
fn what_a_pack_says_of_a_sheet_is_believed() {
    let range = Spec { range: Some(words("A3:E8")), ..spec(None) };
    let (table, findings) = read("сеть.csv", OFFICE.as_bytes().to_vec(), &range);
    assert_eq!(codes(&findings), Vec::<&str>::new());
    assert_eq!(table.expect("a table").rows().len(), 5);
    let numbered = Spec { header_columns: Some(1), ..spec(None) };
    let (table, _) = read("сеть.csv", OFFICE.as_bytes().to_vec(), &numbered);
    assert_eq!(figure(&table.expect("a table"), "2", "2025"), "21");
}

#[test]
fn a_row_that_only_looks_like_a_title_or_a_note_stays() {
    let text = ";2024;2025\nГородские;;\nПервая;1;2\n;;\nСельские;;\nВторая;3;4\nПрочие;;\n";
    let (table, findings) = read("сеть.csv", text.as_bytes().to_vec(), &spec(None));
    let table = table.expect("a table");
    assert_eq!(codes(&findings), Vec::<&str>::new());
    assert_eq!((table.rows().len(), table.title.clone()), (6, None));
    assert_eq!(figure(&table, "Вторая", "2025"), "4");
}

#[test]
fn hidden_rows_are_told_and_taken_or_left_as_the_pack_says() {
    for name in ["statistics.xlsx", "statistics.xls", "statistics.ods"] {
        let (table, findings) = read(name, fixture(name), &spec(Some("Бюджет 2017")));
        let ru = "в таблице «бюджет» есть скрытые строки 7: они прочитаны и будут напечатаны\n\
                  если они нужны, напишите у таблицы `скрытые: да`, если нет – `скрытые: нет`";
        let told = findings.list.iter().find(|finding| finding.message.code == "hidden-cells");
        assert_eq!(told.map(|told| said(told, Language::Russian)).as_deref(), Some(ru), "{name}");
        let left = Spec { hidden: Some(false), ..spec(Some("Бюджет 2017")) };
        let (without, findings) = read(name, fixture(name), &left);
        assert!(!codes(&findings).contains(&"hidden-cells"), "{name}");
        let rows = |table: Option<Table>| table.map(|table| table.rows().len());
        let hidden = without.as_ref().is_some_and(|table| table.data_cells().all(|cell| cell.row != 6));
        assert!(hidden, "{name}");
        assert_eq!(rows(without).map(|count| count + 1), rows(table), "{name}");
    }
}

#[test]
fn a_row_that_counts_the_columns_is_neither_words_nor_figures() {
    let rows = "Школа;Детей;Расходы, тыс. руб.\n1;2;3\nПервая;400;12000,5\nВторая;500;9000,0\n";
    let letters = rows.replace("\n1;2;3\n", "\nА;1;2 = 1 / 3\n");
    for text in [rows.to_owned(), letters] {
        let (table, findings) = read("сеть.csv", text.into_bytes(), &spec(None));
        let table = table.expect("a table");
        assert_eq!(codes(&findings), Vec::<&str>::new());
        assert_eq!((table.rows().len(), table.header_rows(), table.first_row()), (2, 0..1, 2));
        assert_eq!(figure(&table, "Вторая", "Расходы"), "9000");
    }
    // Told as a row of the header, and rows that are numbered themselves.
    let told = Spec { header_rows: Some(2), ..spec(None) };
    let (table, _) = read("сеть.csv", rows.as_bytes().to_vec(), &told);
    assert_eq!(figure(&table.expect("a table"), "Первая", "Детей"), "400");
    let grades = "Класс;Мальчиков;Девочек\n1;2;3\n2;5;4\n";
    let (table, _) = read("классы.csv", grades.as_bytes().to_vec(), &spec(None));
    assert_eq!(table.expect("a table").rows().len(), 2);
}

#[test]
fn a_footnote_right_below_a_table_and_a_line_to_sign_are_no_rows() {
    let text = "Школа;Детей\nПервая;400\nВсего;400\n* с учётом филиалов;\n;\nЭкономист;____\n";
    let (table, findings) = read("сеть.csv", text.as_bytes().to_vec(), &spec(None));
    assert_eq!(table.expect("a table").rows().len(), 2);
    assert_eq!(codes(&findings), ["table-notes-left-out"]);
    assert!(said(&findings.list[0], Language::Russian).contains("A4 «* с учётом филиалов», A6 «Экономист»"));
}

#[test]
fn another_table_below_an_empty_row_is_not_glued_to_the_first() {
    let text = "Школа;2024;2025\nПервая;10;12\nВторая;20;21\n;;\nЛагеря;Смен;Детей\nПервая;2;60\n";
    let (table, findings) = read("сеть.csv", text.as_bytes().to_vec(), &spec(None));
    assert_eq!(table.expect("a table").rows().len(), 2);
    let ru = "под таблицей «бюджет» после пустой строки начинается другая (A5:C6); она не вошла\n\
              назовите саму таблицу: `диапазон: A1:C3`; другую опишите отдельно: `диапазон: A5:C6`; \
              если это одна таблица, удалите пустую строку";
    assert_eq!(said(&findings.list[0], Language::Russian), ru);
    // Rows of the same table after an empty one stay.
    let one = "Школа;2024;2025\nПервая;10;12\n;;\nВторая;20;21\nВсего;30;33\n";
    let (table, findings) = read("сеть.csv", one.as_bytes().to_vec(), &spec(None));
    assert_eq!((table.expect("a table").rows().len(), codes(&findings).len()), (4, 0));
}

/// The decimals that a cell shows, if somebody chose them.
fn decimals(table: &Table, row: &str, column: &str) -> Option<u32> {
    table.cell(&words(row), &words(column)).ok()?.number().ok()?.decimals
}

#[test]
fn cells_know_the_decimals_that_their_format_shows() {
    for name in ["shown.xlsx", "shown.xls", "shown.ods"] {
        let table = table(name, &spec(Some("Исполнение")));
        let shown = |column| [decimals(&table, "Первая", column), decimals(&table, "Вторая", column)];
        assert_eq!(shown("Исполнение"), [Some(1), Some(1)], "{name}");
        assert_eq!(shown("Охват"), [Some(1), Some(1)], "{name}");
        assert_eq!(shown("План"), [Some(2), Some(2)], "{name}");
        assert_eq!(decimals(&table, "Первая", "Средний балл"), None, "{name}: nobody chose any");
        assert_eq!(figure(&table, "Первая", "Исполнение"), "95,518456687071%", "{name}: the figure is exact");
    }
}

#[test]
fn a_table_of_dos_is_read_with_a_note() {
    let (table, findings) = read("shown-866.csv", fixture("shown-866.csv"), &spec(None));
    let table = table.expect("a table");
    assert_eq!(codes(&findings), ["cp866"]);
    assert_eq!(figure(&table, "Вторая", "План"), "12305,5");
    assert_eq!(decimals(&table, "Вторая", "План"), Some(1), "as it is typed");
    assert_eq!(decimals(&table, "Первая", "Охват"), None, "a program computed it");
}

#[test]
fn the_decimal_mark_of_a_column_decides_what_a_point_means() {
    let read = |numbers: [&str; 3]| {
        let [first, second, third] = numbers;
        let text = format!("Школа;2025\nПервая;{first}\nВторая;{second}\nТретья;{third}\n");
        let (table, _) = read("сеть.csv", text.into_bytes(), &spec(None));
        let table = table.expect("a table");
        ["Первая", "Вторая", "Третья"].map(|row| figure(&table, row, "2025"))
    };
    let open = "number-ambiguous";
    assert_eq!(read(["1.234", "12,5", "5"]), ["1234", "12,5", "5"]);
    assert_eq!(read(["1.234", "12.5", "5"]), ["1,234", "12,5", "5"]);
    assert_eq!(read(["3.263", "1.234.567", "5"]), ["3263", "1234567", "5"]);
    assert_eq!(read(["1,234", "12.5", "5"]), ["1234", "12,5", "5"]);
    assert_eq!(read(["1.234", "1234", "5"]), [open, "1234", "5"]);
    assert_eq!(read(["1.234", "12.5", "12,5"]), [open, "12,5", "12,5"], "both are shown");
    assert_eq!(read(["1,234", "12,5", "007"]), ["1,234", "12,5", "cell-not-a-number"]);
}

#[test]
fn cells_of_one_cause_are_named_together() {
    let table = table("shown-uncalculated.xlsx", &spec(Some("Исполнение")));
    let found = avgust::tables::unreadable(table.data_cells());
    let ru = "в ячейке C2 формула `=G2/F2`, но её результат в файле не сохранён; так же в D2, E2, C3\n\
              откройте файл в Excel или LibreOffice и сохраните: он пересчитает формулы";
    assert_eq!(found.iter().map(|finding| said(finding, Language::Russian)).collect::<Vec<_>>(), [ru]);
    assert_eq!(found[0].labels.len(), 4);
}

#[test]
fn empty_cells_of_a_header_are_joined_as_a_spreadsheet_merges_them() {
    let text = "№ п/п;Школа;Ученики, чел.;;Всего\n;;2024;2025;\n1;Первая;10;12;22\n";
    let (table, findings) =
        read("сеть.csv", text.as_bytes().to_vec(), &Spec { header_rows: Some(2), ..spec(None) });
    let table = table.expect("a table");
    assert_eq!(codes(&findings), Vec::<&str>::new());
    let origin =
        |row, column| table.grid().origin(row, column).map(|cell| cell.address()).unwrap_or_default();
    assert_eq!([0, 1, 2, 3, 4].map(|column| origin(0, column)), ["A1", "B1", "C1", "C1", "E1"]);
    assert_eq!([0, 1, 2, 3, 4].map(|column| origin(1, column)), ["A1", "B1", "C2", "D2", "E1"]);
    assert_eq!(figure(&table, "Первая", "Ученики / 2025"), "12");
    assert_eq!(figure(&table, "Первая", "Всего"), "22");
}

#[test]
fn what_data_take_ends_above_the_notes() {
    let (table, _) = read("сеть.csv", OFFICE.as_bytes().to_vec(), &spec(None));
    let finding =
        table.expect("a table").cell_at(&words("Z99"), &words("Итого")).expect_err("it is not there");
    assert_eq!(finding.hint(Language::Russian), "её данные занимают C4:E6");
}
