//! Whatever a pack holds, the program ends by itself with a clear message, and what an earlier
//! build wrote stays as it was.

#[path = "support/binary.rs"]
mod binary;

use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// A pack that `init` wrote and that was built once; every test changes a copy of it.
fn good() -> &'static Path {
    static GOOD: OnceLock<tempfile::TempDir> = OnceLock::new();
    let place = GOOD.get_or_init(|| {
        let place = tempfile::tempdir().expect("a folder");
        for words in [["init", "."], ["build", "."]] {
            let output = binary::avgust(place.path()).args(words).output().expect("it starts");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        place
    });
    place.path()
}

struct Pack {
    place: tempfile::TempDir,
}

/// What the program said and how it ended.
struct Said {
    status: i32,
    errors: String,
}

impl Pack {
    fn new() -> Pack {
        let place = tempfile::tempdir().expect("a folder");
        binary::copy(good(), place.path(), &[]);
        Pack { place }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("the file is there")
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Pack {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, bytes).expect("the file is written");
        self
    }

    /// Replaces words of a file that must be there.
    fn edit(&self, name: &str, from: &str, to: &str) -> &Pack {
        let text = self.read(name);
        assert!(text.contains(from), "{name} has no {from}");
        self.write(name, text.replacen(from, to, 1))
    }

    /// One document of a layout of the pack's own.
    fn layout(&self, body: &str) -> &Pack {
        self.write("pack.yaml", "конференция: {}\nдокументы: [справка.yaml]\n")
            .write("справка.yaml", "макет: справка\n")
            .write("макеты/справка/fields.yaml", "поля: []\n")
            .write("макеты/справка/layout.hbs", body)
    }

    fn out(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let files = fs::read_dir(self.path("out")).expect("an earlier build").flatten();
        files.map(|file| (file.path(), fs::read(file.path()).expect("a file"))).collect()
    }

    fn build(&self) -> Said {
        let output = binary::avgust(self.place.path()).arg("build").output().expect("it starts");
        let errors = String::from_utf8(output.stderr).expect("messages are UTF-8");
        assert!(!errors.contains("panicked"), "{errors}");
        Said { status: output.status.code().expect("it ends by itself"), errors }
    }

    /// The build must end so, say this, and leave the finished files alone.
    fn refused(&self, status: i32, code: &str) -> String {
        let before = self.out();
        let said = self.build();
        assert_eq!(said.status, status, "{}", said.errors);
        assert!(said.errors.contains(&format!("ошибка[{code}]")), "{code}:\n{}", said.errors);
        assert!(self.out() == before, "finished files were touched");
        said.errors
    }
}

#[test]
fn broken_yaml() {
    Pack::new().write("pack.yaml", "конференция: [\nдата: 1").refused(1, "bracket");
    Pack::new().write("резолюция.yaml", "вид: {{{{\n\t- a: *b\n'").refused(1, "text-starts-with-figure");
    let pack = Pack::new();
    pack.edit("резолюция.yaml", "{{ученики}}", "{{учники}}").write("программа.yaml", "вид: \"Программа\n");
    let errors = pack.refused(1, "quote-not-closed");
    assert!(errors.contains("ошибка[undefined-indicator]"), "one file does not hide the other:\n{errors}");
}

#[test]
fn billion_laughs() {
    let laughs = (1..12).fold("a0: &a0 [ха, ха]\n".to_owned(), |text, n| {
        let before = n - 1;
        format!("{text}a{n}: &a{n} [{}]\n", vec![format!("*a{before}"); 10].join(", "))
    });
    Pack::new().write("pack.yaml", laughs).refused(1, "alias-budget");
}

#[test]
fn nesting_without_end() {
    Pack::new().write("резолюция.yaml", "[".repeat(100_000)).refused(1, "too-deep");
    let nested: String = (0..150).map(|depth| format!("{}- пункты:\n", "  ".repeat(depth + 1))).collect();
    let text = format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n{nested}{}- конец\n", "  ".repeat(151));
    Pack::new().write("резолюция.yaml", text).refused(1, "too-deep");
    let text = format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n  - |\n    {}\n", "**".repeat(50_000));
    assert!(Pack::new().write("резолюция.yaml", text).build().status <= 1);
    let expression = format!("  глубоко: \"{}1\"\n", "-(".repeat(50_000));
    let pack = Pack::new();
    pack.edit("pack.yaml", "  доля_победителей:", &format!("{expression}  доля_победителей:"));
    pack.refused(1, "expression-too-deep");
}

#[test]
fn many_clauses() {
    let clauses: String = (0..10_000).map(|n| format!("  - Открыть школу № {n}.\n")).collect();
    let pack = Pack::new();
    pack.write("резолюция.yaml", format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n{clauses}"));
    let said = pack.build();
    assert_eq!(said.status, 0, "{}", said.errors);
}

#[test]
fn tables_that_nobody_prints() {
    let rows: String = (0..100_000).map(|n| format!("Школа № {n};{n};2\n")).collect();
    let pack = Pack::new();
    pack.write("данные/сеть.csv", format!("Организации;2024;2025\n{rows}"));
    let said = pack.refused(1, "table-too-long");
    assert!(said.contains("строк: 100000"), "{said}");
}

/// A book whose parts are small when packed and huge when unpacked.
fn bomb() -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let zeros = vec![b' '; 1 << 20];
    for name in ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"] {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("a name");
        for _ in 0..200 {
            writer.write_all(&zeros).expect("memory");
        }
    }
    writer.finish().expect("memory").into_inner()
}

#[test]
fn spreadsheets_that_are_none() {
    let with = |name: &str, bytes: Vec<u8>| {
        let pack = Pack::new();
        pack.write(name, bytes).edit("pack.yaml", "данные/сеть.csv", name);
        pack
    };
    with("бомба.xlsx", bomb()).refused(1, "spreadsheet-too-large");
    with("мусор.xlsx", vec![7; 4096]).refused(1, "spreadsheet-broken");
    with("мусор.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".repeat(99)).refused(1, "spreadsheet-broken");
    with("мусор.ods", b"PK\x03\x04".repeat(99)).refused(1, "spreadsheet-broken");
    with("пусто.csv", Vec::new()).refused(1, "table-empty");
    with("большой.csv", "Школы;5;7;12\n".repeat(3_000_000).into_bytes()).refused(1, "table-file-too-large");
    with("длинный.csv", "Школы;5;7;12\n".repeat(1_500_000).into_bytes()).refused(1, "table-too-many-cells");
    with("огромный.csv", "Школы;5;7;12\n".repeat(4_000_000).into_bytes()).refused(1, "file-too-large");
}

#[test]
fn a_word_document_is_no_spreadsheet() {
    let pack = Pack::new();
    fs::copy(pack.path("out/резолюция.docx"), pack.path("данные/сеть.xlsx")).expect("copied");
    pack.edit("pack.yaml", "данные/сеть.csv", "данные/сеть.xlsx");
    assert!(pack.refused(1, "spreadsheet-broken").contains("это документ Word, а не таблица"));
}

/// Where a pack can make the program work with the square of its size, that takes minutes and
/// gigabytes; what is written well takes a second.
#[cfg(target_os = "linux")]
mod growth {
    use super::{Duration, Instant, Pack, binary};
    use std::io::Write;
    use std::process::{Command, Stdio};

    const SLOWEST: Duration = Duration::from_secs(120);
    /// Kilobytes of address space.
    const MOST: usize = 1 << 20;

    impl Pack {
        /// Builds within bounds of memory and time; gives the exit status and the errors.
        fn bounded(&self, kilobytes: usize) -> (i32, String) {
            let start = Instant::now();
            let plain = binary::avgust(self.place.path());
            let mut command = Command::new("sh");
            command.current_dir(self.place.path()).env("NO_COLOR", "1").args([
                "-c",
                &format!("ulimit -v {kilobytes}; exec \"$0\" build --lang ru"),
                &plain.get_program().to_string_lossy(),
            ]);
            let output = command.stdin(Stdio::null()).output().expect("it starts");
            let errors = String::from_utf8_lossy(&output.stderr).into_owned();
            let end: String = errors.chars().take(2_000).collect();
            assert!(start.elapsed() < SLOWEST, "{:?}", start.elapsed());
            (output.status.code().unwrap_or_else(|| panic!("it ends by itself: {end}")), errors)
        }

        fn of_clause(text: &str) -> Pack {
            let pack = Pack::new();
            pack.write("резолюция.yaml", format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n  - |\n    {text}\n"));
            pack
        }

        fn of_indicators(lines: &str) -> Pack {
            let pack = Pack::new();
            pack.write("pack.yaml", format!("конференция: {{}}\nдокументы: [р.yaml]\nпоказатели:\n{lines}"));
            pack.write("р.yaml", "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - |\n    Принять {{s0}} дел.\n");
            pack
        }
    }

    #[test]
    fn braces_that_are_never_closed() {
        for unit in ["{{ а ", "{{«а ", "}} ", "\\{{ а }} ", "{{ученки}} "] {
            let (status, errors) = Pack::of_clause(&unit.repeat(20_000)).bounded(MOST);
            assert!(status <= 1 && !errors.contains("panicked"), "{unit}: {status}");
        }
        assert_eq!(Pack::of_clause(&format!("а{}б", " ".repeat(300_000))).bounded(MOST).0, 0);
    }

    #[test]
    fn chains_of_figures() {
        let numbers: String = (0..8_000).map(|n| format!("  x{n}: {n}\n")).collect();
        let sums: String = (1..8_000).map(|n| format!("  s{}: s{n} + x{n}\n", n - 1)).collect();
        let (status, errors) = Pack::of_indicators(&format!("{numbers}{sums}  s7999: x0\n")).bounded(MOST);
        assert_eq!(status, 0, "{errors}");
    }

    #[test]
    fn names_that_nobody_knows() {
        let lines: String = (0..8_000).map(|n| format!("  s{n}: незнакомый{n} + 1\n")).collect();
        let (status, errors) = Pack::of_indicators(&lines).bounded(MOST);
        assert!(status == 1 && errors.contains("indicator-unknown"), "{status}");
    }

    #[test]
    fn comments_on_one_line() {
        let pack = Pack::new();
        pack.edit("pack.yaml", "  - резолюция.yaml", "  - доклад.yaml")
            .write("доклад.yaml", "макет: report\nназвание: Отчёт\nтекст: доклад.md\n")
            .write("доклад.md", format!("Слова.\n\n{} конец.\n", "<!--x-->".repeat(100_000)));
        assert!(pack.bounded(MOST).0 <= 1);
    }

    #[test]
    fn tasks_that_are_alike() {
        let clauses = "  - { текст: Открыть., срок: до 01.12.2030 }\n".repeat(4_000);
        let pack = Pack::new();
        pack.edit("pack.yaml", "  - программа.yaml", "  - реестр.yaml")
            .write("реестр.yaml", "макет: register\n")
            .write("резолюция.yaml", format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n{clauses}"));
        let (status, errors) = pack.bounded(2 * MOST);
        assert_eq!(status, 0, "{errors}");
    }

    /// A picture of one dot whose colour profile is hundreds of megabytes when unpacked.
    fn profile_bomb() -> Vec<u8> {
        let packed = |bytes: usize| {
            let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
            let zeros = vec![0; 1 << 20];
            (0..bytes >> 20).for_each(|_| encoder.write_all(&zeros).expect("memory"));
            encoder.write_all(&[0; 4]).expect("memory");
            encoder.finish().expect("memory")
        };
        let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
        let mut chunk = |name: &[u8], data: &[u8]| {
            file.extend((data.len() as u32).to_be_bytes());
            let body = [name, data].concat();
            file.extend(&body);
            let mut sum = flate2::Crc::new();
            sum.update(&body);
            file.extend(sum.sum().to_be_bytes());
        };
        chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
        chunk(b"iCCP", &[b"a\0\0", packed(600 << 20).as_slice()].concat());
        chunk(b"zTXt", &[b"a\0\0", packed(600 << 20).as_slice()].concat());
        chunk(b"IDAT", &packed(0));
        chunk(b"IEND", &[]);
        file
    }

    #[test]
    fn pictures_that_hide_gigabytes() {
        let pack = Pack::new();
        let clause = "  - текст: Принять.\n    картинка: { файл: а.png, описание: Точка }\n";
        pack.write("а.png", profile_bomb())
            .write("резолюция.yaml", format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n{clause}"));
        let (status, errors) = pack.bounded(MOST / 2);
        assert_eq!(status, 0, "{errors}");
    }
}

#[test]
fn layouts_that_loop() {
    const P: &str = "<p style=\"body\">ещё</p>";
    let part = |body: String| {
        let pack = Pack::new();
        pack.layout("<document title=\"x\">{{> часть}}</document>").write("макеты/справка/часть.hbs", body);
        pack
    };
    part("{{> часть}}".to_owned()).refused(1, "partials-too-deep");
    part("{{> часть}}{{> часть}}".to_owned()).refused(1, "partials-too-deep");
    part(format!("{}{{{{> часть}}}}{{{{> часть}}}}", P.repeat(20_000))).refused(1, "too-many-elements");
    Pack::new()
        .layout(&format!("<document title=\"x\">{}</document>", P.repeat(150_001)))
        .refused(1, "document-too-long");
    let inline = "{{#*inline \"a\"}}{{> a}}{{/inline}}{{> a}}";
    Pack::new().layout(&format!("<document title=\"x\">{inline}</document>")).refused(1, "partials-too-deep");
}

#[test]
fn layouts_that_loop_and_write_nothing() {
    let loops = |count: usize| {
        let (open, close) = ("{{#each @root.body}}".repeat(count), "{{/each}}".repeat(count));
        let pack = Pack::new();
        pack.layout(&format!("<document title=\"x\"><p>{open}{close}x</p></document>"))
            .write("справка.yaml", "макет: справка\nтело: [а, б]\n")
            .write("макеты/справка/fields.yaml", "поля: [{ru: тело, en: body, тип: слово, несколько: да}]\n");
        pack
    };
    loops(40).refused(1, "too-many-steps");
    assert_eq!(loops(10).build().status, 0);
    // A long partial that is called often.
    let (long, pack) = ("{{#if body}}{{/if}}".repeat(300), loops(1));
    let calls = "{{#each @root.body}}".repeat(17) + "{{> часть}}" + &"{{/each}}".repeat(17);
    pack.write("макеты/справка/layout.hbs", format!("<document title=\"x\"><p>{calls}</p></document>"));
    pack.write("макеты/справка/часть.hbs", long).refused(1, "too-many-steps");
}

#[test]
fn layouts_that_nest() {
    let around = |open: &str, close: &str, count: usize| {
        let (open, close) = (open.repeat(count), close.repeat(count));
        let pack = Pack::new();
        let body = format!("<p style=\"body\">{open}x{close}</p>");
        pack.layout(&format!("<document title=\"x\">{body}</document>"));
        pack
    };
    around("<b>", "</b>", 100).refused(1, "too-nested");
    around("<b>", "</b>", 50_000).refused(1, "too-nested");
    around("<b>", "", 50_000).refused(1, "broken-markup");
    around("{{#if title}}", "", 20_000).refused(1, "broken-template");
    // Conditions are no elements: nested ones that are closed only cost time.
    assert!(around("{{#if title}}", "{{/if}}", 2_000).build().status <= 1);
    assert!(around("{{#if (eq ", ")}}x{{/if}}", 2_000).build().status <= 1);
}

#[test]
fn paths_that_leave_the_pack() {
    for path in ["../резолюция.yaml", "данные/../../резолюция.yaml", "/etc/passwd", "C:/резолюция.yaml"]
    {
        Pack::new()
            .edit("pack.yaml", "  - резолюция.yaml", &format!("  - {path}"))
            .refused(1, "path-leaves-pack");
        Pack::new().edit("pack.yaml", "данные/сеть.csv", path).refused(1, "path-leaves-pack");
    }
}

#[cfg(unix)]
#[test]
fn links_and_folders_in_the_place_of_files() {
    let outside = tempfile::tempdir().expect("a folder");
    fs::write(outside.path().join("чужой.csv"), "а;б\nв;1\n").expect("a file");
    let pack = Pack::new();
    std::os::unix::fs::symlink(outside.path().join("чужой.csv"), pack.path("ссылка.csv")).expect("a link");
    pack.edit("pack.yaml", "данные/сеть.csv", "ссылка.csv").refused(1, "path-leaves-pack");
    let pack = Pack::new();
    std::os::unix::fs::symlink("ссылка.yaml", pack.path("ссылка.yaml")).expect("a link");
    pack.edit("pack.yaml", "  - резолюция.yaml", "  - ссылка.yaml").refused(2, "file-unreadable");
    Pack::new().edit("pack.yaml", "  - резолюция.yaml", "  - данные").refused(1, "not-a-file");
    Pack::new().edit("pack.yaml", "  - резолюция.yaml", "  - \"\"").refused(1, "not-a-file");
    let pack = Pack::new();
    fs::remove_file(pack.path("pack.yaml")).expect("it is there");
    fs::create_dir(pack.path("pack.yaml")).expect("a folder");
    pack.refused(2, "no-pack");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let pack = Pack::new();
    let path = pack.path("резолюция.yaml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("it is ours");
    // The system's own user may read everything.
    if fs::read(&path).is_err() {
        pack.refused(2, "file-unreadable");
    }
}

#[test]
fn glyphs_that_no_font_has() {
    Pack::new().edit("резолюция.yaml", "РЕШИЛИ", "РЕШИЛИ 😀").refused(1, "missing-glyph");
    Pack::new().edit("резолюция.yaml", "вид: РЕЗОЛЮЦИЯ", "вид: 決議").refused(1, "missing-glyph");
    Pack::new()
        .edit("pack.yaml", "А. Б. Примерова", "А. Б. Приме\u{301}рова \u{fffff}")
        .refused(1, "missing-glyph");
}

#[test]
fn empty_files() {
    Pack::new().write("pack.yaml", "").refused(1, "wrong-shape");
    Pack::new().write("резолюция.yaml", "# ничего\n").refused(1, "wrong-shape");
    Pack::new().write("данные/показатели.csv", "").refused(1, "table-empty");
}

#[test]
fn other_encodings() {
    let garbage: Vec<u8> = (0..4096u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let text = Pack::new().read("резолюция.yaml");
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let (windows_1251, _, _) = encoding_rs::WINDOWS_1251.encode(&text);
    Pack::new().write("резолюция.yaml", garbage).refused(1, "not-text");
    let bom = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(Pack::new().write("резолюция.yaml", bom).build().status, 0);
    let said = Pack::new().write("резолюция.yaml", windows_1251).build();
    assert!(said.status == 0 && said.errors.contains("[windows-1251]"), "{}", said.errors);
    let said = Pack::new().write("резолюция.yaml", utf16).build();
    assert!(said.status == 0 || said.errors.contains("[not-text]"), "{}", said.errors);
}

#[test]
fn odd_names() {
    let named = |name: &str, code: &str| {
        Pack::new()
            .edit("резолюция.yaml", "вид: РЕЗ", &format!("имя_файла: {name}\nвид: РЕЗ"))
            .refused(1, code);
    };
    for name in ["../x", "/etc/x", "\"a\\0b\"", "'a\"b'", "CON", "..", "\"\"", "программа"] {
        named(name, if name == "программа" { "file-name-twice" } else { "bad-file-name" });
    }
    named(&"я".repeat(5000), "bad-file-name");
    Pack::new()
        .edit("pack.yaml", "  - резолюция.yaml", "  - \"ре\\0золюция.yaml\"")
        .refused(1, "file-missing");
    Pack::new().edit("pack.yaml", "  - резолюция.yaml", "  - pack.yaml").refused(1, "unknown-key");
    Pack::new().edit("pack.yaml", "  - резолюция.yaml", "  - программа.yaml").refused(1, "file-name-twice");
    Pack::new().edit("резолюция.yaml", "id: наставники", "id: \"a\\\"><b\"").refused(1, "bad-id");
    let quoted = Pack::new();
    quoted.edit("pack.yaml", "А. Б. Примерова", "\"<b>&amp; {{x}} ]]> \\\"\"");
    assert_eq!(quoted.build().status, 0, "words are words");
}

/// A change of a file's text: where (in per mille), what.
#[derive(Clone, Debug)]
enum Change {
    Delete(usize, usize),
    Repeat(usize, usize),
    Insert(usize, &'static str),
    Swap(usize, usize),
}

const TOKENS: &[&str] = &[
    "{{",
    "}}",
    "{{п ",
    "**",
    "*",
    "|",
    "- ",
    ": ",
    "\n",
    "\n  ",
    "\t",
    "#",
    " #",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!x ",
    "%",
    "\u{a0}",
    "\u{0}",
    "\u{feff}",
    "\r",
    "😀",
    ";",
    "\\",
    "9999999999999999999999999999",
    "пункты:",
    "срок: ",
    "таблица: ",
    "список: тире\n",
    "{{сравнить ученики}}",
    "{{доля ученики ученики}}",
    "<b>",
    "&amp;",
    "столбцы: [2025]\n",
    "@h0@",
    "альбомная: да\n",
    "приложения:\n  - план: да\n",
    "---\n",
    "...\n",
];

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (0..1000usize, 1..40usize).prop_map(|(at, length)| Change::Delete(at, length)),
        (0..1000usize, 1..200usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        (0..1000usize, proptest::sample::select(TOKENS)).prop_map(|(at, token)| Change::Insert(at, token)),
        (0..1000usize, 0..1000usize).prop_map(|(one, other)| Change::Swap(one, other)),
    ]
}

fn changed(text: &str, changes: &[Change]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for change in changes {
        let place = |at: usize| at * chars.len() / 1000;
        let end = |at: usize, length: usize| (place(at) + length).min(chars.len());
        match change {
            Change::Delete(at, length) => drop(chars.drain(place(*at)..end(*at, *length))),
            Change::Repeat(at, length) => {
                let part = chars[place(*at)..end(*at, *length)].to_vec();
                let at = place(*at);
                chars.splice(at..at, part);
            }
            Change::Insert(at, token) => {
                let at = place(*at);
                chars.splice(at..at, token.chars());
            }
            Change::Swap(one, other) => {
                let (one, other) = (place(*one), place(*other));
                if one < chars.len() && other < chars.len() {
                    chars.swap(one, other);
                }
            }
        }
    }
    chars.into_iter().collect()
}

const FILES: &[&str] =
    &["pack.yaml", "резолюция.yaml", "программа.yaml", "данные/показатели.csv", "данные/сеть.csv"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 64, ..ProptestConfig::default() })]
    #[test]
    fn no_slip_of_the_pen_ends_in_a_panic(
        file in proptest::sample::select(FILES),
        changes in proptest::collection::vec(change(), 1..5),
    ) {
        let pack = Pack::new();
        pack.write(file, changed(&pack.read(file), &changes));
        let before = pack.out();
        let said = pack.build();
        prop_assert!(said.status <= 1, "{}", said.errors);
        prop_assert!(said.status == 0 || pack.out() == before, "finished files were touched");
        prop_assert!(said.status == 0 || said.errors.contains("ошибка["), "{}", said.errors);
    }
}
