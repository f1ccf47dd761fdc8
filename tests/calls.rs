//! What calls print, as both files of a small pack show it: full stops, changes of key figures,
//! references, dates.

mod support;

#[path = "support/binary.rs"]
mod binary;

use std::fs;
use std::process::Output;
use support::{docx_text, pdf_text};

/// A built pack of one resolution.
struct Built {
    place: tempfile::TempDir,
    output: Output,
}

fn build(pack: &str, document: &str) -> Built {
    let place = tempfile::tempdir().expect("a folder");
    fs::write(place.path().join("pack.yaml"), format!("{pack}документы: [р.yaml]\n")).expect("written");
    fs::write(place.path().join("р.yaml"), document).expect("written");
    let output = binary::avgust(place.path()).args(["build", "--no-check"]).output().expect("it starts");
    Built { place, output }
}

impl Built {
    fn errors(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).into_owned()
    }

    fn file(&self, name: &str) -> Vec<u8> {
        assert!(self.output.status.success(), "{}", self.errors());
        fs::read(self.place.path().join("out").join(name)).expect("written")
    }

    /// The lines of the document, which both files must say.
    fn lines(&self) -> Vec<String> {
        let lines = docx_text::lines(&self.file("р.docx"));
        let pdf = pdf_text::logical_text(&self.file("р.pdf"));
        assert_eq!(pdf.replace('\n', " "), lines.join(" "));
        lines.iter().map(|line| line.replace('\u{a0}', " ")).collect()
    }
}

/// The clauses of a resolution over a pack.
fn clauses(pack: &str, texts: &[&str]) -> Vec<String> {
    let clauses: String = texts.iter().map(|text| format!("  - |\n    {text}\n")).collect();
    let lines = build(pack, &format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n{clauses}")).lines();
    lines[lines.len() - texts.len()..].to_vec()
}

#[test]
fn a_figure_that_ends_with_a_full_stop_ends_the_sentence() {
    let pack = "конференция: { дата: 28.08.2025 г., учебный_год: 2024/2025 }\n\
                показатели:\n  расходы: { значение: 1500.5, единица: тыс. руб. }\n";
    let texts = [
        "Составили {{с_единицей расходы}}.",
        "Составили **{{с_единицей расходы}}**.",
        "Составили {{тыс расходы}}. Выделить {{с_единицей расходы}}...",
        "Собраться {{дата}}.",
        "Выделить {{с_единицей расходы}}; собраться {{дата}}, и т. д.",
    ];
    assert_eq!(
        clauses(pack, &texts),
        [
            "1. Составили 1500,5 тыс. руб.",
            "2. Составили 1500,5 тыс. руб.",
            "3. Составили 1500,5 тыс. Выделить 1500,5 тыс. руб....",
            "4. Собраться 28.08.2025 г.",
            "5. Выделить 1500,5 тыс. руб.; собраться 28.08.2025 г., и т. д.",
        ]
    );
}

#[test]
fn a_sentence_keeps_its_stop_behind_the_responsible_person() {
    let pack = "конференция: { дата: 28.08.2025 }\n\
                люди:\n  методист: { имя: К. Д. Орехов, должность: Методист }\n\
                показатели:\n  расходы: { значение: 1500.5, единица: тыс. руб. }\n";
    let document = "вид: РЕЗОЛЮЦИЯ\nответственные: в скобках\nпункты:\n  - текст: |\n      \
                    Выделить {{с_единицей расходы}}.\n    ответственный: методист\n";
    let lines = build(pack, document).lines();
    assert!(lines.last().expect("a clause").ends_with("тыс. руб. (К. Д. Орехов)."), "{lines:?}");
}

#[test]
fn dates_keep_the_words_in_which_they_were_written() {
    for date in ["«28» августа 2025 года", "«28» августа 2025 г.", "«28» августа 2025"]
    {
        let pack = format!("конференция: {{ дата: {date} }}\n");
        assert_eq!(clauses(&pack, &["Собраться {{дата}} утром."]), [format!("1. Собраться {date} утром.")]);
    }
}

#[test]
fn a_clause_and_a_table_of_one_name_are_two_things() {
    let pack = "конференция: { дата: 28.08.2025 }\nтаблицы:\n  сеть:\n    данные:\n      \
                - [Сеть, 2024, 2025]\n      - [Школы, 13, 12]\n";
    let document = "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - Открыть школу.\n  - id: табл_сеть\n    текст: Открыть сад.\n  \
                    - id: сеть\n    текст: См. {{п табл_сеть}}, {{п сеть}}, {{табл сеть}}, {{рис сеть}}.\n    \
                    таблица: сеть\n    диаграмма: сеть\n";
    let built = build(pack, document);
    assert!(built.lines().iter().any(|line| line == "3. См. 2, 3, 1, 1."), "{:?}", built.lines());
    let word = docx_text::part(&built.file("р.docx"), "word/document.xml");
    for name in ["табл_сеть", "сеть", "табл_сеть_2", "рис_сеть"] {
        assert!(word.contains(&format!("w:name=\"{name}\"")), "{name}");
    }
}

#[test]
fn a_key_figure_changes_alike_whatever_text_asks_for_it() {
    let pack = "конференция: { дата: 28.08.2025 }\nпоказатели:\n  \
                бюджет: { значение: 1109900, прошлый: 1000000, единица: тыс. руб., знаков: 1, показатель: Бюджет }\n  \
                ученики: { значение: 10000.4, прошлый: 9999, знаков: 1, показатель: Ученики }\n  \
                охват: { значение: 100.4, прошлый: 100.3, знаков: 0, показатель: Охват }\n  \
                школы: { значение: 12, прошлый: 12, показатель: Школы }\n";
    let document = "макет: summary\nзаголовок: Итоги\nпоказатели:\n  \
                    - { показатель: \"{{млрд бюджет знаков=2}}\", изменение: процентом }\n  \
                    - { показатель: бюджет, изменение: процентом }\n  \
                    - { показатель: ученики, изменение: процентом }\n  \
                    - { показатель: охват, изменение: числом }\n  \
                    - { показатель: школы, изменение: числом }\n";
    let pdf = pdf_text::logical_text(&build(pack, document).file("р.pdf")).replace('\u{a0}', " ");
    let changes: Vec<&str> = pdf.lines().filter(|line| line.ends_with("за год")).collect();
    assert_eq!(
        changes,
        [
            "▲ 11,0 % за год",
            "▲ 11,0 % за год",
            "▲ менее 0,1 % за год",
            "▲ менее 1 за год",
            "без изменений за год",
        ]
    );
}
