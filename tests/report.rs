//! A report: what is made of one text, how its pages turn and how long it takes.
//!
//! The documents of `tests/report/pack/` are kept as text beside it (`UPDATE_GOLDEN=1` rewrites
//! them); a long speech is read back from its finished PDF.

#[path = "support/binary.rs"]
mod binary;
mod support;

use avgust::russian::sentence;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use support::{docx_text, golden, pdf_text};

fn pack() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report/pack")
}

/// What the program prints and writes for a pack.
struct Built {
    printed: String,
    said: String,
    files: BTreeMap<String, Vec<u8>>,
}

fn build(folder: &Path, words: &[&str]) -> Built {
    let mut command = binary::avgust(folder);
    let output = command.args(["--lang", "ru", "build"]).args(words).output().expect("the program starts");
    let entries = fs::read_dir(folder.join("out")).into_iter().flatten().flatten();
    let file = |entry: fs::DirEntry| {
        (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("its bytes"))
    };
    Built {
        printed: String::from_utf8(output.stdout).expect("UTF-8"),
        said: String::from_utf8(output.stderr).expect("UTF-8"),
        files: entries.map(file).collect(),
    }
}

/// The pack in a folder of its own, its text and some lines of its YAML replaced.
fn copy(text: Option<&str>, more: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a folder");
    binary::copy(&pack(), place.path(), &[]);
    if let Some(text) = text {
        fs::write(place.path().join("доклад.md"), text).expect("the text");
    }
    let yaml = place.path().join("доклад.yaml");
    let written = fs::read_to_string(&yaml).expect("the report") + more;
    fs::write(yaml, written).expect("the report");
    place
}

const NAMES: [&str; 3] = ["доклад", "доклад – для выступления", "тезисы"];

#[test]
fn one_text_makes_the_report_the_speakers_copy_and_the_outline() {
    let place = copy(None, "выпуски: [доклад, для_выступления, тезисы]\n");
    let built = build(place.path(), &[]);
    assert_eq!(built.said, "");
    for name in NAMES {
        let pdf = pdf_text::logical_text(&built.files[&format!("{name}.pdf")]);
        let docx = docx_text::lines(&built.files[&format!("{name}.docx")]);
        let docx: Vec<String> = docx.iter().map(|line| line.replace('\n', " ")).collect();
        assert_eq!(pdf.lines().collect::<Vec<_>>(), docx, "{name}: PDF and DOCX say different things");
        golden::check(&format!("tests/report/{name}.txt"), &(pdf + "\n"));
    }
    let tree = pdf_text::TaggedPdf::read(&built.files["доклад.pdf"]).structure().sketch();
    assert_eq!(tree.matches("BlockQuote").count(), 2, "the epigraph and a quotation");
}

#[test]
fn one_of_its_documents_can_be_asked_for() {
    let names = |words: &[&str]| {
        let place = copy(None, "выпуски: [доклад, для_выступления, {что: тезисы, имя_файла: Тезисы-2017}]\n");
        let built = build(place.path(), words);
        let stems = built.files.keys().filter_map(|name| name.strip_suffix(".pdf").map(str::to_owned));
        stems.collect::<Vec<_>>()
    };
    assert_eq!(names(&["--only", "доклад"]), ["доклад"]);
    assert_eq!(names(&["--only", "тезисы"]), ["Тезисы-2017"]);
    assert_eq!(names(&["--only", "доклад.yaml"]), ["Тезисы-2017", "доклад – для выступления", "доклад"]);
}

#[test]
fn the_time_is_printed_part_by_part_and_an_overrun_is_said() {
    let place = copy(None, "");
    let printed = build(place.path(), &["--only", "доклад"]).printed;
    let words = |line: &str| {
        let (_, rest) = line.split_once("слов: ").expect("the words");
        rest.split(',').next().and_then(|word| word.parse::<u32>().ok()).expect("a number")
    };
    let whole = printed.lines().find(|line| line.contains("слов: ")).expect("the time");
    // The words of the four parts; «3 263» is said in five, «1 892» in five.
    assert_eq!(words(whole), 14 + 40 + 20 + 16, "{whole}");
    assert!(whole.contains("0:50 мин из 3"), "{whole}");
    assert!(printed.contains("вступление") && printed.contains("Кадры"), "{printed}");
    let place = copy(None, "слов_в_минуту: 20\n");
    let said = build(place.path(), &["--only", "доклад"]).said;
    assert!(said.contains("report-too-long") && said.contains("4:30 мин, а регламент – 3 мин"), "{said}");
}

/// Seconds of a time as it is printed.
fn seconds(time: &str) -> u32 {
    let (minutes, seconds) = time.split_once(':').expect("minutes and seconds");
    minutes.parse::<u32>().expect("minutes") * 60 + seconds.parse::<u32>().expect("seconds")
}

#[test]
fn every_place_tells_the_same_times_and_the_parts_add_up() {
    let text =
        "Коллеги!\n\nСлайд: контингент\n\n# Ученики\n\nВ школах {{ученики}} ученика.\n\n# Кадры\n\nСлово.\n";
    let place = copy(Some(text), "выпуски: [доклад, для_выступления, тезисы]\n");
    let built = build(place.path(), &[]);
    let printed = built.printed.lines();
    let whole =
        printed.clone().find_map(|line| line.split_once("»: ")?.1.split_once(" мин")).expect("the whole").0;
    let parts: Vec<&str> = printed
        .skip_while(|line| !line.contains("слов: "))
        .skip(1)
        .map_while(|line| Some(line.trim().split_once(" мин  ")?.0))
        .collect();
    assert_eq!(parts.len(), 3, "{}", built.printed);
    assert_eq!(parts.iter().map(|part| seconds(part)).sum::<u32>(), seconds(whole), "{parts:?} of {whole}");
    let outline = pdf_text::logical_text(&built.files["тезисы.pdf"]).replace('\u{a0}', " ");
    let told = outline.lines().filter_map(|line| line.strip_suffix(" мин"));
    let told: Vec<&str> = told.map(|line| line.rsplit(' ').next().unwrap_or(line)).collect();
    assert_eq!(told, parts, "{outline}");
    // The slide that is called just before «Ученики» is shown with it.
    assert!(outline.contains(&format!("Слайд 2 · {} мин", parts[1])), "{outline}");
    let copy = pdf_text::logical_text(&built.files["доклад – для выступления.pdf"]).replace('\u{a0}', " ");
    assert!(copy.contains(&format!("{whole} мин из 3")), "{copy}");
    assert!(copy.contains(&format!("{} мин", parts[2])), "{copy}");
    let report = pdf_text::logical_text(&built.files["доклад.pdf"]);
    let heading = report.find("Ученики\n").expect("the heading");
    assert!(report.find("Слайд\u{a0}2").is_some_and(|cue| cue > heading), "{report}");
}

#[test]
fn sections_are_optional_and_slides_are_numbered_from_the_title() {
    let place = copy(Some("Начнём.\n\nСлайд: контингент\n\nСлайд: кадры\n\nЗакончим.\n"), "");
    let built = build(place.path(), &["--only", "доклад.yaml"]);
    let lines = pdf_text::logical_text(&built.files["доклад.pdf"]);
    let cues: Vec<&str> = lines.lines().filter(|line| line.starts_with("Слайд")).collect();
    assert_eq!(
        cues,
        ["Слайд\u{a0}2. Учеников больше, чем год назад", "Слайд\u{a0}3. Молодых учителей стало больше"],
        "two cues back to back are two slides"
    );
    assert!(built.said.contains("thesis-without-section"), "{}", built.said);
}

#[test]
fn old_russian_text_with_windows_line_ends_is_read() {
    let place = copy(None, "");
    let path = place.path().join("доклад.md");
    let text = fs::read_to_string(&path).expect("the text").replace('\n', "\r\n");
    let before = build(place.path(), &["--only", "доклад"]).files["доклад.pdf"].clone();
    fs::write(&path, encoding_rs::WINDOWS_1251.encode(&text).0).expect("the text");
    let after = build(place.path(), &["--only", "доклад"]);
    assert!(after.said.contains("windows-1251"), "{}", after.said);
    let text = pdf_text::logical_text;
    assert_eq!(text(&before), text(&after.files["доклад.pdf"]));
}

/// A speech of many pages with sentences of many lengths.
fn long_speech() -> String {
    let sentences = [
        "Работа предстоит долгая.",
        "Что это значит для учителя?",
        "За год открыто семь групп для самых маленьких, и очереди в сады больше нет.",
        "Мы закончили ремонт в двух зданиях, начали третий и не сорвали ни одного урока.",
        "Это значит, что у него появилось время готовиться к урокам, а не к отчётам, которых год назад было втрое больше и которые никто в г. Каменогорске не читал до конца.",
        "Спасибо!",
    ];
    let mut speech = String::new();
    for paragraph in 0..40_usize {
        if paragraph % 4 == 1 {
            speech.push_str("Слайд: кадры\n\n");
        }
        let length = 2 + paragraph * 7 % 9;
        let words = (0..length).map(|at| sentences[(paragraph * 5 + at * at + at) % sentences.len()]);
        speech.push_str(&words.collect::<Vec<_>>().join(" "));
        speech.push_str("\n\n");
    }
    speech
}

/// A line of a page: its height above the page's lower edge, and its words.
type Line = (i64, String);

/// The lines of the text (or of its left margin) on each page, from top to bottom.
fn lines_of_pages(pdf: &[u8], margin: bool) -> Vec<Vec<Line>> {
    const LEFT: f32 = 58.0 * 72.0 / 25.4 - 1.0;
    let mut pages: Vec<BTreeMap<i64, Vec<(f32, String)>>> = Vec::new();
    let file = pdf_text::TaggedPdf::read(pdf);
    for shown in file.shown.iter().filter(|shown| !shown.artifact && (shown.x < LEFT) == margin) {
        if pages.len() <= shown.page {
            pages.resize(shown.page + 1, BTreeMap::new());
        }
        let line = pages[shown.page].entry(-(shown.y * 10.0).round() as i64).or_default();
        line.push((shown.x, shown.text.clone()));
    }
    let line = |(y, mut letters): (i64, Vec<(f32, String)>)| {
        letters.sort_by(|one, other| one.0.total_cmp(&other.0));
        (-y / 10, letters.into_iter().map(|(_, text)| text).collect::<String>().trim().to_owned())
    };
    pages.into_iter().map(|page| page.into_iter().map(line).collect()).collect()
}

#[test]
fn no_page_of_the_speakers_copy_turns_inside_a_sentence() {
    let place = copy(Some(&long_speech()), "");
    let built = build(place.path(), &["--only", "доклад – для", "--format", "pdf"]);
    let pdf = &built.files["доклад – для выступления.pdf"];
    let pages = lines_of_pages(pdf, false);
    assert!(pages.len() > 6, "{} pages", pages.len());
    let mut lowest = Vec::new();
    for page in &pages[..pages.len() - 1] {
        let (y, last) = page.last().expect("a line");
        assert!(sentence::is_whole(last), "a page ends with «{last}»");
        lowest.push(*y);
    }
    // The lower margin is 48 points; a page gives up less than its longest sentence, five lines.
    assert!(lowest.iter().all(|y| *y < 48 + 6 * 27), "pages end at {lowest:?}");
    let mean = lowest.iter().sum::<i64>() / lowest.len() as i64;
    assert!(mean < 48 + 3 * 27, "the pages are used well: {lowest:?}");
    // Nothing is lost or said twice where paragraphs are divided.
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let printed: String = pages.iter().flatten().map(|(_, line)| format!("{line} ")).collect();
    let printed = printed.replace('\u{a0}', " ");
    let speech: String =
        long_speech().lines().filter(|line| !line.starts_with("Слайд")).collect::<Vec<_>>().join(" ");
    let at = printed.find("Работа").min(printed.find("Что это")).expect("the speech");
    let start = words(&speech).len();
    let tail = words(&printed[at.min(printed.len())..]);
    assert_eq!(tail[tail.len().saturating_sub(start)..], words(&speech)[..]);
}

#[test]
fn notes_stand_in_the_margin_beside_their_paragraphs_and_never_on_each_other() {
    let place = copy(Some(&long_speech()), "");
    let built = build(place.path(), &["--only", "доклад – для", "--format", "pdf"]);
    let pdf = &built.files["доклад – для выступления.pdf"];
    let (texts, notes) = (lines_of_pages(pdf, false), lines_of_pages(pdf, true));
    let mut cues = 0;
    for (text, notes) in texts.iter().zip(&notes) {
        for pair in notes.windows(2) {
            assert!(pair[0].0 - pair[1].0 >= 9, "{pair:?} stand on each other");
        }
        for (y, note) in notes.iter().filter(|(_, note)| note.starts_with("Слайд")) {
            cues += 1;
            let beside = text.iter().find(|(line, _)| (line - y).abs() <= 1);
            assert!(beside.is_some(), "«{note}» stands beside no line");
        }
    }
    assert_eq!(cues, 10);
}

#[test]
fn a_farewell_of_one_line_does_not_stand_alone_on_the_last_page() {
    let mut alone = 0;
    for count in 8..26 {
        let text = format!("{}Спасибо за внимание!\n", "Работа продолжается.\n\n".repeat(count));
        let place = copy(Some(&text), "выпуски: [для_выступления]\n");
        let built = build(place.path(), &["--format", "pdf"]);
        let (_, pdf) = built.files.iter().find(|(name, _)| name.ends_with(".pdf")).expect("a PDF");
        let pages = lines_of_pages(pdf, false);
        let last = pages.last().expect("a page");
        assert!(last.len() > 1, "{count}: {} pages", pages.len());
        alone += usize::from(pages.len() > 1);
    }
    assert!(alone > 0);
}
