//! `avgust check --report`: the page for the person who must decide.

#[path = "support/binary.rs"]
mod binary;
mod support;

use std::fs;
use std::path::Path;
use std::process::Output;
use support::{docx_text, golden, pdf_text};
use tempfile::TempDir;

const PACK: &str = "\
конференция:
  название: Августовской конференции педагогических работников
  тема: Школа сегодня
  дата: 28.08.2018
  место: г. Каменогорск
  учебный_год: 2017/2018
люди:
  председатель: { имя: А. Б. Ветрова, должность: Начальник управления образования }
организации:
  управление: { название: Управление образования, дательный: Управлению образования }
таблицы:
  сеть: { файл: данные/сеть.csv, название: Сеть образовательных организаций }
показатели:
  ученики: { значение: 3263, единица: чел. }
документы: [резолюция.yaml, доклад.yaml]
";
const RESOLUTION: &str = "\
вид: РЕЗОЛЮЦИЯ
преамбула:
  - |
    Участники конференции отмечают, что число учеников снизилось с 3 150 до {{ученики}} человек.
решили: РЕШИЛИ
пункты:
  - кому: управление
    пункты:
      - текст: |
          Провести смотр кабинетов во всех школах города.
        срок: до 01.07.2018
      - Открыть музей  \"Память\" в школе N 5.
  - таблица: сеть
    текст: Принять к сведению данные (таблица {{табл сеть}}).
подписи: [председатель]
";
const TABLE: &str = "Организации;2017;2018\nШколы;10;11\nДетские сады;20;22\nВсего;30;34\n";
const REPORT: &str = "макет: report\nназвание: Итоги учебного года\nтекст: доклад.md\n";
const SPEECH: &str = "# Кадры\n\nУважаемые коллеги! В школах работают 1 025 работника.\n";

fn pack() -> TempDir {
    let place = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(place.path().join(name), text).expect("a file");
    fs::create_dir(place.path().join("данные")).expect("a folder");
    write("pack.yaml", PACK);
    write("резолюция.yaml", RESOLUTION);
    write("данные/сеть.csv", TABLE);
    write("доклад.yaml", REPORT);
    write("доклад.md", SPEECH);
    place
}

fn check(place: &Path, words: &[&str]) -> Output {
    binary::avgust(place).args(words).output().expect("it starts")
}

/// The words of the page, which are the same in both files, with plain spaces.
fn page(place: &Path, name: &str) -> String {
    let read = |end: &str| fs::read(place.join(format!("out/{name}.{end}"))).expect("the file is there");
    let (pdf, docx) = (read("pdf"), read("docx"));
    let text = pdf_text::logical_text(&pdf);
    let word = docx_text::lines(&docx).iter().map(|line| line.replace('\n', " ") + "\n").collect::<String>();
    assert_eq!(text.trim_end(), word.trim_end(), "PDF and DOCX say different things");
    assert_eq!(pages(&pdf), 1, "{text}");
    text.replace('\u{a0}', " ")
}

fn pages(pdf: &[u8]) -> usize {
    lopdf::Document::load_mem(pdf).expect("a PDF").get_pages().len()
}

#[test]
fn it_names_what_must_be_decided_the_gravest_first() {
    let place = pack();
    let output = check(place.path(), &["check", "--report"]);
    assert_eq!(output.status.code(), Some(1), "there is an error");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("out/замечания.pdf") && said.contains("out/замечания.docx"), "{said}");
    golden::check("tests/golden/decisions.ru.txt", &page(place.path(), "замечания"));
}

#[test]
fn it_speaks_english_and_says_so_to_programs() {
    let place = pack();
    check(place.path(), &["--lang", "en", "check", "--report"]);
    golden::check("tests/golden/decisions.en.txt", &page(place.path(), "findings"));
    let pdf = fs::read(place.path().join("out/findings.pdf")).expect("the page");
    let catalog = pdf_text::TaggedPdf::read(&pdf);
    let language = catalog.catalog().get(b"Lang").and_then(lopdf::Object::as_str).expect("a language");
    assert_eq!(language, b"en-GB");
    let docx = fs::read(place.path().join("out/findings.docx")).expect("the page");
    assert!(docx_text::part(&docx, "word/styles.xml").contains("w:val=\"en-GB\""));
}

#[test]
fn what_has_no_room_is_counted() {
    let place = pack();
    let more: String = (1..=40).map(|count| format!("\nВ школах работают {count}5 работника.\n")).collect();
    fs::write(place.path().join("доклад.md"), format!("{SPEECH}{more}")).expect("a file");
    check(place.path(), &["check", "--report"]);
    let text = page(place.path(), "замечания");
    let rows = text.lines().filter(|line| line.parse::<usize>().is_ok_and(|number| number < 44)).count();
    let left = text.lines().find_map(|line| line.strip_prefix("И ещё ")).expect("what is left");
    let count: usize = left.split(' ').next().expect("a number").parse().expect("a number");
    assert!(left.ends_with(&format!("доклад – {count}.")), "{left}");
    // One error and two warnings besides those of the report, all before them.
    assert!(count > 15 && rows > 8, "{text}");
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
    assert!(at("снизилось") < at("до 01.07.2018"), "{text}");
}

#[test]
fn a_pack_with_nothing_to_decide_says_so() {
    let place = pack();
    let write = |name: &str, text: &str| fs::write(place.path().join(name), text).expect("a file");
    write("доклад.md", "# Кадры\n\nУважаемые коллеги! Учебный год завершён.\n");
    write("данные/сеть.csv", "Организации;2017;2018\nШколы;10;11\nДетские сады;20;22\nВсего;30;33\n");
    write("резолюция.yaml", &RESOLUTION.replace("снизилось", "выросло").replace("01.07.2018", "01.12.2018"));
    let output = check(place.path(), &["check", "--report"]);
    assert_eq!(output.status.code(), Some(0));
    let text = page(place.path(), "замечания");
    assert!(text.contains("Решать нечего"), "{text}");
    assert!(text.contains("Ошибок – 0, предупреждений – 0"), "{text}");
    assert!(text.contains("лишние и пропущенные пробелы"), "{text}");
}

#[test]
fn a_pack_that_does_not_read_whole_has_its_page_too() {
    let place = pack();
    fs::write(place.path().join("резолюция.yaml"), RESOLUTION.replace("подписи:", "подпись:"))
        .expect("a file");
    let output = check(place.path(), &["check", "--report"]);
    assert_eq!(output.status.code(), Some(1));
    let text = page(place.path(), "замечания");
    assert!(
        text.contains("резолюция.yaml, строка 15") && text.contains("Неизвестный ключ «подпись»"),
        "{text}"
    );
}

#[test]
fn without_a_pack_there_is_no_page() {
    let place = tempfile::tempdir().expect("a folder");
    let output = check(place.path(), &["check", "--report"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!place.path().join("out").exists());
}

#[test]
fn what_a_person_wrote_on_it_is_kept() {
    let place = pack();
    check(place.path(), &["check", "--report"]);
    fs::write(place.path().join("out/замечания.docx"), b"decided").expect("a file");
    let output = check(place.path(), &["check", "--report"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("замечания (ваши правки).docx"));
    let kept = fs::read(place.path().join("out/замечания (ваши правки).docx")).expect("hers");
    assert_eq!(kept, b"decided");
}

#[test]
fn an_office_keeps_a_layout_of_its_own() {
    let place = pack();
    let layout = place.path().join("макеты/findings");
    fs::create_dir_all(&layout).expect("a folder");
    fs::write(
        layout.join("layout.hbs"),
        "<document title=\"Лист\"><p style=\"body\">Всего: {{counts}}</p></document>",
    )
    .expect("a layout");
    check(place.path(), &["check", "--report"]);
    assert!(page(place.path(), "замечания").starts_with("Всего: Ошибок – 1"));
}

#[test]
fn a_diff_and_a_page_are_not_asked_for_together() {
    let place = pack();
    let output = check(place.path(), &["check", "--report", "--dry-run"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("вместе не указывают"), "{said}");
}

#[test]
fn the_sheet_has_what_pages_say_too() {
    let place = pack();
    let resolution = RESOLUTION.replace(
        "  - таблица: сеть\n",
        "  - диаграмма: { таблица: сеть, вид: столбцы, высота: 12 }\n    таблица: сеть\n",
    );
    fs::write(place.path().join("резолюция.yaml"), resolution).expect("a file");
    let built = binary::avgust(place.path()).args(["build", "--no-check"]).output().expect("it starts");
    let checked = binary::avgust(place.path()).args(["check", "--report"]).output().expect("it starts");
    for output in [built, checked] {
        let said =
            String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
        assert!(said.contains("[chart-too-small]"), "{said}");
    }
    let sheet = fs::read(place.path().join("out/замечания.pdf")).expect("the sheet");
    assert!(pdf_text::logical_text(&sheet).contains("Диаграмме тесно"));
}
