//! Cells of statistics as documents print them: in a table, in a chart of the same table, in a
//! sentence. The spreadsheets are those of `tests/tables/`, which LibreOffice saved.

#[path = "support/binary.rs"]
mod binary;
#[path = "support/docx_text.rs"]
#[allow(dead_code)]
mod docx_text;

use std::fs;
use std::path::Path;

/// A pack with a table from a file, and one clause.
struct Pack {
    folder: tempfile::TempDir,
    said: String,
}

impl Pack {
    /// Builds it; it must succeed.
    fn built(name: &str, file: &[u8], table: &str, clause: &str) -> Pack {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("written");
        write(name, file);
        let pack = format!(
            "конференция:\n  дата: 28.08.2025\nтаблицы:\n  охват: {{ файл: {name}, название: Охват{table} }}\n\
             документы: [резолюция.yaml]\n"
        );
        write("pack.yaml", pack.as_bytes());
        write("резолюция.yaml", format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n{clause}").as_bytes());
        let output = binary::avgust(folder.path()).arg("build").output().expect("it starts");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        Pack { folder, said }
    }

    fn csv(text: &str, table: &str, clause: &str) -> Pack {
        Pack::built("охват.csv", text.as_bytes(), table, clause)
    }

    fn docx(&self) -> Vec<u8> {
        fs::read(self.folder.path().join("out/резолюция.docx")).expect("a Word file")
    }

    /// The rows of the first table, cells parted by a bar; `_` shows a no-break space.
    fn rows(&self) -> Vec<String> {
        let paragraphs = docx_text::paragraphs(&self.docx());
        let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
        for paragraph in paragraphs {
            let Some(row) = paragraph.row else { continue };
            match rows.last_mut().filter(|(last, _)| *last == row) {
                Some((_, cells)) => cells.push(paragraph.text),
                None => rows.push((row, vec![paragraph.text])),
            }
        }
        rows.into_iter().map(|(_, cells)| cells.join("|").replace('\u{a0}', "_")).collect()
    }

    /// The numbers that are written at the values of the chart.
    fn chart(&self) -> String {
        docx_text::part(&self.docx(), "word/document.xml")
            .split("descr=\"")
            .filter_map(|rest| rest.split('"').next())
            .filter(|text| text.contains("Первая"))
            .collect::<String>()
            .replace('\u{a0}', "_")
    }
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables").join(name)).expect(name)
}

const TABLE: &str = "  - текст: Утвердить.\n    таблица: охват\n";

#[test]
fn cells_are_printed_as_their_spreadsheet_shows_them() {
    for name in ["shown.xlsx", "shown.xls", "shown.ods"] {
        let pack = Pack::built(name, &fixture(name), "", TABLE);
        assert_eq!(
            pack.rows()[1..],
            [
                "Первая|47|95,5_%|95,5|33,33|2_695,50|2_574,70",
                "Вторая|498|100,0_%|87,0|5,00|12_305,50|12_305,50"
            ],
            "{name}: whole numbers stay whole, those of one unit have equal decimals"
        );
        let note = "заметка[decimals-chosen]: не сказано, сколько знаков печатать у вычисленных чисел таблицы \
                    «охват» (ячеек: 1, первая – E2); E2 напечатана так: 33,33";
        assert!(pack.said.contains(note), "{name}: {}", pack.said);
    }
}

#[test]
fn what_the_pack_says_of_decimals_wins() {
    let clause =
        "  - текст: Утвердить.\n    таблица: { таблица: охват, знаков: { Средний балл: 1, Ученики: 0 } }\n";
    let pack = Pack::built("shown.xlsx", &fixture("shown.xlsx"), "", clause);
    assert_eq!(pack.rows()[1], "Первая|47|95,5_%|95,5|33,3|2_695,50|2_574,70");
    assert!(!pack.said.contains("decimals-chosen"), "{}", pack.said);
    let clause = "  - текст: Утвердить.\n    таблица: { таблица: охват, знаков: 0 }\n";
    let pack = Pack::built("shown.xlsx", &fixture("shown.xlsx"), "", clause);
    assert_eq!(pack.rows()[1], "Первая|47|96_%|96|33|2_696|2_575");
}

#[test]
fn a_sentence_prints_a_cell_as_the_spreadsheet_does() {
    let clause = "  - Охват {{ячейка охват \"Первая\" \"Исполнение\"}}, балл {{ячейка охват \"Первая\" \"Средний балл\"}}, \
                  план {{ячейка охват \"Первая\" \"План\"}}, точнее {{ячейка охват \"Первая\" \"План\" знаков=1}}.\n";
    let pack = Pack::built("shown.xlsx", &fixture("shown.xlsx"), "", clause);
    let lines = docx_text::lines(&pack.docx()).join("\n").replace('\u{a0}', "_");
    assert!(lines.contains("Охват 95,5_%, балл 33,33, план 2695,50, точнее 2695,5."), "{lines}");
}

#[test]
fn a_chart_writes_its_numbers_as_the_table_does() {
    let text = "Школа;2024, тыс. руб.;2025, тыс.руб.\nПервая;2650;1011,5\nВторая;12000;999,25\n";
    let pack = Pack::csv(
        text,
        "",
        "  - текст: Утвердить.\n    таблица: охват\n  - текст: Показать.\n    диаграмма: охват\n",
    );
    assert_eq!(pack.rows()[1..], ["Первая|2_650|1_011,50", "Вторая|12_000|999,25"]);
    let chart = pack.chart();
    assert!(chart.contains("2_650") && chart.contains("1_011,50"), "{chart}");
    assert!(
        chart.contains("2024") && !chart.contains("2025, тыс."),
        "the unit is no part of a name: {chart}"
    );
}

#[test]
fn years_in_a_column_are_never_grouped() {
    let text = "Школа;Год постройки;Расходы\nПервая;1985;12000\nВторая;2004;9000\n";
    let clause = "  - текст: |\n      Построена в {{ячейка охват \"Первая\" \"Год постройки\"}} году.\n    таблица: охват\n";
    let pack = Pack::csv(text, " }\nчисла: { группы: от 1000", clause);
    assert_eq!(pack.rows()[1..], ["Первая|1985|12_000", "Вторая|2004|9_000"]);
    let lines = docx_text::lines(&pack.docx()).join("\n").replace('\u{a0}', "_");
    assert!(lines.contains("Построена в_1985_году"), "{lines}");
}

#[test]
fn a_chart_of_indicators_groups_all_its_numbers() {
    let text = "имя;показатель;2025\nпервый;Первая;2650\nвторой;Вторая;12000\n";
    let pack = Pack::csv(
        text,
        " }\nпоказатели:\n  из: { файл: охват.csv",
        "  - текст: Показать.\n    диаграмма: { показатели: [первый, второй], название: Сеть }\n",
    );
    assert!(pack.chart().contains("2_650"), "{}", pack.chart());
}

#[test]
fn rows_with_units_of_their_own_have_decimals_of_their_own() {
    let text = "Показатель;2024;2025\nШколы, ед.;12;13\nОхват, %;95,5;96\nНаполняемость, чел.;12,25;12\nДети, чел.;1011;1020\n";
    let pack = Pack::csv(text, "", TABLE);
    assert_eq!(
        pack.rows()[1..],
        ["Школы, ед.|12|13", "Охват,_%|95,5|96,0", "Наполняемость, чел.|12,25|12,00", "Дети, чел.|1011|1020"]
    );
}

#[test]
fn a_number_of_a_clause_among_words_is_printed_as_it_stands() {
    let text = "Школа;Пункт\nПервая;1.234\nВторая;нет\n";
    assert_eq!(Pack::csv(text, "", TABLE).rows()[1..], ["Первая|1.234", "Вторая|нет"]);
}

#[test]
fn the_header_of_a_text_table_is_merged() {
    let text = "Организация;Ученики, чел.;;\n;2023;2024;2025\nПервая;1;2;3\n";
    let pack = Pack::csv(text, ", строк_заголовка: 2", TABLE);
    assert_eq!(pack.rows(), ["Организация|Ученики, чел.", "2023|2024|2025", "Первая|1|2|3"]);
    let document = docx_text::part(&pack.docx(), "word/document.xml");
    assert!(document.contains("<w:gridSpan w:val=\"3\"/>"), "the group spans its columns");
    assert!(document.contains("<w:vMerge w:val=\"restart\"/>"), "the name stands beside both rows");
}
