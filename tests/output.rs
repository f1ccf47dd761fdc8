//! What a build leaves in the folder of finished files, whatever happens on the way.

#[path = "support/binary.rs"]
mod binary;

use serde_json::Value as Json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use tempfile::TempDir;

fn run(place: &Path, words: &[&str]) -> Output {
    binary::avgust(place).args(words).args(["--lang", "ru"]).output().expect("it starts")
}

/// How a command ended and what it said.
fn told(place: &Path, words: &[&str]) -> (i32, String) {
    let output = run(place, words);
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    (output.status.code().expect("it ends by itself"), said)
}

fn done() -> (i32, String) {
    (0, String::new())
}

/// A folder with packs of `init`.
fn packs(names: &[&str]) -> TempDir {
    let place = tempfile::tempdir().expect("a folder");
    for name in names {
        assert_eq!(told(place.path(), &["init", name]), done());
    }
    place
}

fn edit(path: PathBuf, from: &str, to: &str) {
    let text = fs::read_to_string(&path).expect("the file is there");
    assert!(text.contains(from), "{} has no {from}", path.display());
    fs::write(path, text.replacen(from, to, 1)).expect("written");
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The names that the manifest lists under a key.
fn listed(folder: &Path, key: &str) -> Vec<String> {
    let text = fs::read_to_string(folder.join("manifest.json")).expect("a manifest");
    let json: Json = serde_json::from_str(&text).expect("JSON");
    let files = json[key].as_array().cloned().unwrap_or_default();
    files.iter().map(|file| file["file"].as_str().expect("a name").to_owned()).collect()
}

const WITHOUT: &str = "  - программа.yaml\n";

#[test]
fn builds_of_one_pack_at_once_all_end_well() {
    let place = packs(&["комплект"]);
    let out = place.path().join("комплект/out");
    let resolution = place.path().join("комплект/резолюция.yaml");
    for (from, to) in [("РЕШИЛИ", "РЕКОМЕНДУЮТ"), ("РЕКОМЕНДУЮТ", "РЕШИЛИ")]
    {
        edit(resolution.clone(), from, to);
        let build = || {
            let mut command = binary::avgust(place.path());
            command.args(["build", "комплект"]).stdout(Stdio::null()).stderr(Stdio::piped());
            command.spawn().expect("it starts")
        };
        let builds: Vec<_> = (0..6).map(|_| build()).collect();
        for build in builds {
            let output = build.wait_with_output().expect("it ends");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        let known = ["manifest.json", "программа.docx", "программа.pdf", "резолюция.docx", "резолюция.pdf"];
        assert_eq!(names(&out), known);
    }
}

#[test]
fn two_packs_in_one_folder_do_not_overwrite_each_other() {
    let place = packs(&["а", "б"]);
    let build = |pack: &str| told(place.path(), &["build", pack, "--out", "готово"]);
    assert_eq!(build("а"), done());
    let before = fs::read(place.path().join("готово/резолюция.pdf")).expect("a file");
    edit(place.path().join("б/резолюция.yaml"), "РЕШИЛИ", "РЕКОМЕНДУЮТ");
    let refused = "ошибка[another-pack]: файл «резолюция.pdf» в этой папке сделан из другого комплекта: ../а\n \
                   = подсказка: дайте каждому комплекту свою папку: `--out ПАПКА`\n";
    assert_eq!(build("б"), (2, refused.to_owned()));
    assert!(fs::read(place.path().join("готово/резолюция.pdf")).expect("a file") == before);
    // Documents of other names may stand side by side, and neither pack withdraws the other's.
    edit(place.path().join("б/резолюция.yaml"), "вид:", "имя_файла: Решение\nвид:");
    edit(place.path().join("б/pack.yaml"), WITHOUT, "");
    assert_eq!(build("б"), done());
    assert_eq!(build("а"), done());
    assert_eq!(listed(&place.path().join("готово"), "files").len(), 6);
}

#[test]
fn a_document_that_is_made_no_more_goes_away() {
    let place = packs(&["к"]);
    let out = place.path().join("к/out");
    assert_eq!(told(place.path(), &["build", "к"]), done());
    fs::write(out.join("программа.docx"), "её правки").expect("written");
    edit(place.path().join("к/pack.yaml"), WITHOUT, "");
    // A build of a part knows nothing of the rest.
    assert_eq!(told(place.path(), &["build", "к", "--format", "pdf"]), done());
    assert!(out.join("программа.pdf").exists());
    // Notes come first, so that what is graver is still in sight.
    let said = "заметка[withdrawn-output]: файл «программа.pdf» больше не собирается из этого комплекта; он удалён\n \
                = подсказка: чтобы он появился снова, верните его документ в `документы:`\n\n\
                предупреждение[withdrawn-output]: файл «программа.docx» больше не собирается из этого комплекта, \
                а изменили его не мы; он сохранён как «программа (ваши правки).docx»\n \
                = подсказка: если он не нужен, удалите его\n";
    assert_eq!(told(place.path(), &["build", "к"]), (0, said.to_owned()));
    let left = ["manifest.json", "программа (ваши правки).docx", "резолюция.docx", "резолюция.pdf"];
    assert_eq!(names(&out), left);
    assert_eq!(fs::read(out.join(left[1])).expect("kept"), "её правки".as_bytes());
    assert_eq!(listed(&out, "files"), left[2..]);
    assert_eq!(told(place.path(), &["build", "к"]), done(), "it is said once");
}

#[test]
fn a_withdrawn_document_that_is_open_stays_until_it_is_closed() {
    let place = packs(&["к"]);
    let out = place.path().join("к/out");
    assert_eq!(told(place.path(), &["build", "к"]), done());
    edit(place.path().join("к/pack.yaml"), WITHOUT, "");
    fs::write(out.join(".~lock.программа.docx#"), "").expect("a lock");
    let said = told(place.path(), &["build", "к"]).1;
    let stays = "предупреждение[withdrawn-output]: файл «программа.docx» больше не собирается из этого комплекта, \
                 но открыт в редакторе или закрыт от записи; он остался в папке\n \
                 = подсказка: не публикуйте его: числа в нём старые\n";
    assert!(said.contains(stays), "{said}");
    fs::remove_file(out.join(".~lock.программа.docx#")).expect("it is closed");
    assert!(told(place.path(), &["build", "к"]).1.contains("«программа.docx»"));
    assert!(!out.join("программа.docx").exists());
}

#[test]
fn pictures_stay_until_they_are_asked_for_again() {
    let place = packs(&["к"]);
    let out = place.path().join("к/out");
    assert_eq!(told(place.path(), &["build", "к", "--format", "png"]), done());
    let pictures = ["резолюция-1.png", "резолюция-2.png"];
    assert_eq!(told(place.path(), &["build", "к"]), done());
    assert!(pictures.iter().all(|name| out.join(name).exists()), "{:?}", names(&out));
    // The document has one page now: the picture of the second goes.
    let short = "вид: РЕЗОЛЮЦИЯ\nпункты:\n  - |\n    Открыть школу.\n";
    fs::write(place.path().join("к/резолюция.yaml"), short).expect("written");
    assert_eq!(told(place.path(), &["build", "к", "--format", "png", "--no-check"]).0, 0);
    let left: Vec<String> = names(&out).into_iter().filter(|name| name.ends_with(".png")).collect();
    assert_eq!(left, ["программа.png", "резолюция.png"]);
}

#[test]
fn the_sheet_of_findings_is_no_document_and_goes_when_all_is_mended() {
    let place = packs(&["к"]);
    let out = place.path().join("к/out");
    edit(place.path().join("к/pack.yaml"), "показатели:", "показателии:");
    assert_eq!(told(place.path(), &["check", "к", "--report"]).0, 1);
    assert_eq!(listed(&out, "files"), Vec::<String>::new());
    assert_eq!(listed(&out, "working_papers"), ["замечания.docx", "замечания.pdf"]);
    edit(place.path().join("к/pack.yaml"), "показателии:", "показатели:");
    let (status, said) = told(place.path(), &["build", "к"]);
    assert_eq!(status, 0);
    assert!(
        said.contains("заметка[withdrawn-output]: лист замечаний «замечания.pdf» устарел и удалён\n"),
        "{said}"
    );
    assert!(!names(&out).iter().any(|name| name.starts_with("замечания")), "{:?}", names(&out));
    assert_eq!(listed(&out, "working_papers"), Vec::<String>::new());
}

/// A resolution with as many notes as it has clauses.
fn with_notes(place: &Path, clauses: &[&str]) {
    let clauses: String = clauses.iter().map(|text| format!("  - |\n    {text}\n")).collect();
    fs::write(place.join("к/резолюция.yaml"), format!("вид: РЕЗОЛЮЦИЯ\nпункты:\n{clauses}"))
        .expect("written");
}

#[test]
fn a_sheet_of_findings_that_is_still_true_stays() {
    let place = packs(&["к"]);
    let out = place.path().join("к/out");
    with_notes(place.path(), &["Открыть  школу."]);
    assert_eq!(told(place.path(), &["check", "к", "--sheet"]).0, 0);
    assert_eq!(told(place.path(), &["build", "к"]).0, 0);
    assert_eq!(listed(&out, "working_papers"), ["замечания.docx", "замечания.pdf"]);
    with_notes(place.path(), &["Открыть школу."]);
    assert!(told(place.path(), &["build", "к"]).1.contains("«замечания.pdf» устарел"));
    assert_eq!(listed(&out, "working_papers"), Vec::<String>::new());
}

#[test]
fn notes_of_one_kind_are_joined_and_errors_come_last() {
    let place = packs(&["к"]);
    with_notes(place.path(), &["Открыть  школу.", "Открыть  сад.", "Открыть {{нет_такого}}."]);
    let (status, said) = told(place.path(), &["build", "к"]);
    assert_eq!(status, 1);
    let joined = " = и ещё 1 такая же: резолюция.yaml:6:5\n";
    assert_eq!(said.matches("[double-space]").count(), 1, "{said}");
    let at = |words: &str| said.find(words).unwrap_or_else(|| panic!("{words}: {said}"));
    assert!(at(joined) < at("ошибка["), "{said}");
    assert!(said.ends_with("Ещё замечаний: 1; все: avgust check к\n"), "{said}");
}

#[test]
fn names_of_pictures_are_compared_before_anything_is_written() {
    let place = packs(&["к"]);
    edit(place.path().join("к/резолюция.yaml"), "вид:", "имя_файла: х\nвид:");
    edit(place.path().join("к/программа.yaml"), "макет:", "имя_файла: х-1\nмакет:");
    let said = "ошибка[file-name-twice]: два файла хотят называться «х-1.png»\n--> программа.yaml\n \
                = подсказка: дайте одному из документов другое `имя_файла:`\n";
    let (status, all) = told(place.path(), &["build", "к", "--format", "png"]);
    assert_eq!((status, all.as_str()), (1, said));
    assert!(!place.path().join("к/out").exists());
}

/// What only Unix has: rights of files and devices that are full.
#[cfg(unix)]
mod unix {
    use super::*;
    use std::fs::{File, Permissions};
    use std::os::unix::fs::PermissionsExt;

    fn rights(path: PathBuf) -> u32 {
        fs::metadata(path).expect("the file is there").permissions().mode() & 0o777
    }

    fn allow(path: PathBuf, mode: u32) {
        fs::set_permissions(path, Permissions::from_mode(mode)).expect("rights are set");
    }

    #[test]
    fn a_full_standard_output_is_a_failure_of_every_command() {
        let Ok(full) = File::options().write(true).open("/dev/full") else { return };
        let place = packs(&["к"]);
        let said = "ошибка[cannot-write]: не удалось записать «стандартный вывод»: на диске нет места\n \
                    = подсказка: проверьте, есть ли место на диске и разрешено ли писать в папку\n";
        let commands: [&[&str]; 11] = [
            &["build", "к"],
            &["build", "к", "--json"],
            &["check", "к"],
            &["check", "к", "--format", "json"],
            &["check", "--explain", "direction"],
            &["explain", "ученики", "к"],
            &["init", "новый"],
            &["schema"],
            &["layouts", "list"],
            &["--help"],
            &["--version"],
        ];
        for words in commands {
            let mut command = binary::avgust(place.path());
            command.args(words).args(["--lang", "ru"]).stdout(full.try_clone().expect("a device"));
            let output = command.output().expect("it starts");
            let told = String::from_utf8(output.stderr).expect("UTF-8");
            assert_eq!((output.status.code(), told.as_str()), (Some(2), said), "{words:?}");
        }
    }

    #[test]
    fn a_reader_that_has_gone_away_is_no_failure() {
        let place = packs(&["к"]);
        let mut command = binary::avgust(place.path());
        let mut schema =
            command.arg("schema").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        drop(schema.stdout.take());
        let output = schema.wait_with_output().expect("it ends");
        assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
    }

    #[test]
    fn rights_are_those_of_any_new_file_and_stay_where_one_is_replaced() {
        let place = packs(&["к"]);
        let out = place.path().join("к/out");
        let build = |umask: &str| {
            let script = format!("umask {umask}; \"$0\" build к");
            let status = std::process::Command::new("sh")
                .args(["-c", &script, env!("CARGO_BIN_EXE_avgust")])
                .current_dir(place.path())
                .stdout(Stdio::null())
                .status();
            assert!(status.expect("a shell").success());
        };
        build("077");
        for name in ["резолюция.pdf", "manifest.json"] {
            assert_eq!(rights(out.join(name)), 0o600, "{name}");
        }
        allow(out.join("резолюция.pdf"), 0o640);
        edit(place.path().join("к/резолюция.yaml"), "РЕШИЛИ", "РЕКОМЕНДУЮТ");
        fs::remove_file(out.join("резолюция.docx")).expect("it was there");
        build("002");
        assert_eq!(rights(out.join("резолюция.pdf")), 0o640);
        assert_eq!(rights(out.join("резолюция.docx")), 0o664);
    }

    #[test]
    fn a_file_that_is_closed_to_writing_is_left_alone() {
        let place = packs(&["к"]);
        let out = place.path().join("к/out");
        assert_eq!(told(place.path(), &["build", "к"]), done());
        let signed = fs::read(out.join("резолюция.docx")).expect("a file");
        allow(out.join("резолюция.docx"), 0o444);
        edit(place.path().join("к/резолюция.yaml"), "РЕШИЛИ", "РЕКОМЕНДУЮТ");
        let said = "предупреждение[read-only-output]: файл «резолюция.docx» закрыт от записи; новый записан как \
                    «резолюция (новая).docx»\n = подсказка: разрешите запись в этот файл или переименуйте его, \
                    если он нужен таким, и соберите ещё раз\n";
        assert_eq!(told(place.path(), &["build", "к"]), (0, said.to_owned()));
        assert!(fs::read(out.join("резолюция.docx")).expect("a file") == signed);
        assert!(out.join("резолюция (новая).docx").exists());
    }

    /// A process may write files of so many blocks of 512 bytes: as good as a disk that is full.
    fn within(place: &Path, blocks: usize, words: &str) -> (i32, String) {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; \"$0\" {words} --lang ru");
        let output = std::process::Command::new("sh")
            .args(["-c", &script, env!("CARGO_BIN_EXE_avgust")])
            .current_dir(place)
            .output()
            .expect("a shell");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        (output.status.code().expect("it ends by itself"), said)
    }

    #[test]
    fn a_build_that_stops_midway_says_which_files_are_new() {
        let place = packs(&["к"]);
        assert_eq!(told(place.path(), &["build", "к"]), done());
        edit(place.path().join("к/резолюция.yaml"), "РЕШИЛИ", "РЕКОМЕНДУЮТ");
        let (status, said) = within(place.path(), 200, "build к");
        assert_eq!(status, 2, "{said}");
        let partly = "предупреждение[partly-written]: записаны не все файлы: новые – `резолюция.pdf`; прежние или не \
                      записаны – `резолюция.docx`, `программа.pdf`, `программа.docx`\n \
                      = подсказка: пока сборка не пройдёт до конца, не отправляйте эти файлы\n";
        assert!(said.contains(partly) && said.contains("ошибка[cannot-write]"), "{said}");
        assert_eq!(told(place.path(), &["build", "к"]), done(), "the next build mends it");
    }

    #[test]
    fn init_that_fails_leaves_nothing_in_the_way() {
        let place = packs(&[]);
        let (status, said) = within(place.path(), 20, "init к");
        assert_eq!(status, 2, "{said}");
        assert_eq!(names(&place.path().join("к")), Vec::<String>::new());
        assert_eq!(told(place.path(), &["init", "к"]), done());
    }
}
