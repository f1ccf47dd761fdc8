//! How long each phase of a build takes, and what a whole run costs: `cargo bench -- [PACK…]`.
//!
//! Without arguments the examples are measured, or the pack that `init` writes if there are none.
//! The phases run many times in one process; the cold run starts the program anew each time.
//! A benchmark is no test: it never fails for being slow.

use avgust::document::Document;
use avgust::output::OutputFolder;
use avgust::pdf::{self, Profile};
use avgust::pipeline::{self, DocumentFile, Format};
use avgust::source::{Findings, Folder, Sources};
use avgust::typeset::{Fonts, Pages, fit_slides, typeset};
use avgust::{check, docx, pptx};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, io};

/// The program, built beside this benchmark.
const PROGRAM: &str = env!("CARGO_BIN_EXE_avgust");
/// The phases in their order.
const PHASES: [&str; 9] = ["load", "check", "fonts", "document", "typeset", "pdf", "docx", "pptx", "write"];
/// How often the phases run, and how often before that without being measured.
const RUNS: usize = 200;
const WARM_UP: usize = 10;
/// How often the program is started.
const STARTS: usize = 100;

fn main() -> io::Result<()> {
    let temporary = tempfile::tempdir()?;
    let mut packs: Vec<PathBuf> =
        env::args().skip(1).filter(|word| word != "--bench").map(PathBuf::from).collect();
    if packs.is_empty() {
        packs = examples(temporary.path())?;
    }
    println!("program: {} KB", fs::metadata(PROGRAM)?.len().div_ceil(1024));
    for pack in packs {
        println!("\n{}", pack.display());
        phases(&pack, temporary.path());
        cold(&pack, &temporary.path().join("cold"))?;
    }
    Ok(())
}

/// The folders of `examples/`, or else a pack written by `init`.
fn examples(temporary: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir("examples").into_iter().flatten() {
        found.push(entry?.path());
    }
    found.retain(|path| path.join("pack.yaml").is_file());
    found.sort();
    if found.is_empty() {
        let pack = temporary.join("init");
        Command::new(PROGRAM).arg("init").arg(&pack).stdout(Stdio::null()).status()?;
        found.push(pack);
    }
    Ok(found)
}

/// Runs all phases over and over and prints what each takes.
fn phases(pack: &Path, temporary: &Path) {
    let mut times: [Vec<Duration>; PHASES.len()] = Default::default();
    for run in 0..WARM_UP + RUNS {
        let Some(laps) = build(pack, &temporary.join("warm").join(run.to_string())) else {
            println!("  cannot be built: see `avgust build {}`", pack.display());
            return;
        };
        if run >= WARM_UP {
            times.iter_mut().zip(laps).for_each(|(times, lap)| times.push(lap));
        }
    }
    times.iter_mut().for_each(|times| times.sort());
    let medians = times.each_ref().map(|times| times[times.len() / 2]);
    let whole: Duration = medians.iter().sum();
    println!("  phase        min ms  median ms   share   ({RUNS} runs, one thread, all documents)");
    for ((name, times), median) in PHASES.iter().zip(&times).zip(medians) {
        let share = 100.0 * median.as_secs_f64() / whole.as_secs_f64();
        println!("  {name:<10} {:>8.3} {:>10.3} {share:>6.1} %", ms(times[0]), ms(median));
    }
    println!("  {:<10} {:>8} {:>10.3}", "together", "", ms(whole));
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Adds the time since the last lap to a phase.
struct Watch {
    laps: [Duration; PHASES.len()],
    last: Instant,
}

impl Watch {
    fn lap(&mut self, phase: &str) {
        let now = Instant::now();
        if let Some(at) = PHASES.iter().position(|name| *name == phase) {
            self.laps[at] += now - self.last;
        }
        self.last = now;
    }
}

/// One build, as the program does it, but on one thread; `None` if the pack has errors.
fn build(pack: &Path, out: &Path) -> Option<[Duration; PHASES.len()]> {
    let mut watch = Watch { laps: Default::default(), last: Instant::now() };
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let loaded = pipeline::load(&Folder::new(pack), &mut sources, &mut findings)?;
    watch.lap("load");
    check::check(&loaded, &sources, &mut findings);
    watch.lap("check");
    let fonts = Fonts::embedded();
    watch.lap("fonts");
    let mut files = Vec::new();
    for file in &loaded.documents {
        let document = pipeline::assembled(&loaded, file, &sources, &mut findings)?;
        watch.lap("document");
        let document = fit_slides(document, &fonts, &mut findings);
        let pages = typeset(&document, &fonts, &mut findings);
        watch.lap("typeset");
        files.extend(written(file, &document, &pages, &fonts, &mut watch));
    }
    if findings.has_errors() {
        return None;
    }
    let mut folder = OutputFolder::open(out, pack).ok()?;
    for (name, bytes) in &files {
        folder.write(name, bytes, Default::default(), &mut findings.list).ok()?;
    }
    folder.finish(&|_, _| false, &mut findings.list).ok()?;
    watch.lap("write");
    Some(watch.laps)
}

/// The files of a document that have pages.
fn written(
    file: &DocumentFile,
    document: &Document,
    pages: &Pages,
    fonts: &Fonts,
    watch: &mut Watch,
) -> Vec<(String, Vec<u8>)> {
    let own = fonts.family(&document.styles.font);
    let mut files = Vec::new();
    for format in [Format::Pdf, Format::Docx, Format::Pptx].into_iter().filter(|it| it.is_of(&file.layout)) {
        let bytes = match format {
            Format::Pdf => pdf::write(document, pages, &|face| own.bytes(face), Profile::default()).ok(),
            Format::Docx => Some(docx::write(document, &pipeline::measures(document, pages, own))),
            _ => Some(pptx::write(document, pages)),
        };
        watch.lap(format.extension());
        files.extend(bytes.map(|bytes| (format!("{}.{}", file.name, format.extension()), bytes)));
    }
    files
}

/// Starts the program many times and prints what one run costs.
fn cold(pack: &Path, out: &Path) -> io::Result<()> {
    let formats: Vec<&str> = Format::ALL.iter().map(|format| format.extension()).collect();
    println!("  cold, {} of all documents, {STARTS} runs", formats.join(" and "));
    let mut walls = Vec::new();
    for _ in 0..STARTS {
        let began = Instant::now();
        Command::new(PROGRAM).args(words(pack, out)).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        walls.push(began.elapsed());
        fs::remove_dir_all(out)?;
    }
    walls.sort();
    println!("  wall       {:>8.1} ms at least, {:.1} ms in the median", ms(walls[0]), ms(walls[STARTS / 2]));
    match processor_time(pack, out) {
        Some(seconds) => println!("  processor  {:>8.1} ms on average", 1000.0 * seconds / STARTS as f64),
        None => println!("  processor  not measured: there is no bash"),
    }
    match peak_memory(pack, out) {
        Some(kilobytes) => println!("  memory     {:>8.1} MB at most", f64::from(kilobytes) / 1024.0),
        None => println!("  memory     not measured: there is no /usr/bin/time"),
    }
    Ok(())
}

fn words(pack: &Path, out: &Path) -> [PathBuf; 4] {
    ["build".into(), pack.to_owned(), "--out".into(), out.to_owned()]
}

/// Seconds of all starts in user and kernel mode. Nothing in `std` tells them; the shell does,
/// to the millisecond, in the second line of `times`.
fn processor_time(pack: &Path, out: &Path) -> Option<f64> {
    let script = format!(r#"for _ in {{1..{STARTS}}}; do "$0" "$@" >/dev/null 2>&1; done; LC_ALL=C times"#,);
    let shell = Command::new("bash").args(["-c", &script, PROGRAM]).args(words(pack, out)).output().ok()?;
    let told = String::from_utf8(shell.stdout).ok()?;
    told.lines().nth(1)?.split(' ').map(seconds).sum()
}

/// `1m2.345s`
fn seconds(word: &str) -> Option<f64> {
    let (minutes, seconds) = word.strip_suffix('s')?.split_once('m')?;
    Some(60.0 * minutes.parse::<f64>().ok()? + seconds.parse::<f64>().ok()?)
}

/// The most memory that a run has had resident, in kilobytes, as GNU time tells it.
fn peak_memory(pack: &Path, out: &Path) -> Option<u32> {
    let told =
        Command::new("/usr/bin/time").args(["-f", "%M", PROGRAM]).args(words(pack, out)).output().ok()?;
    String::from_utf8(told.stderr).ok()?.lines().last()?.trim().parse().ok()
}
