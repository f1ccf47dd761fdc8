//! What the checks take of a large pack: `cargo bench --bench checks -- [CLAUSES] [TABLES]`.
//!
//! The pack is made anew, always the same: 2,000 clauses with deadlines and figures and 50 tables of
//! 20 rows unless asked otherwise. A benchmark is no test: it never fails for being slow.

use avgust::check;
use avgust::pipeline::{assembled, load};
use avgust::source::{Findings, Folder, Sources};
use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs, io};

/// How often everything runs.
const RUNS: usize = 10;
/// The phases in their order.
const PHASES: [&str; 3] = ["load", "document", "check"];
/// Words of which clauses and rows are made.
const WORDS: [&str; 20] = [
    "школы",
    "города",
    "обеспечить",
    "анализ",
    "работы",
    "педагогов",
    "учащихся",
    "безопасность",
    "качества",
    "обучение",
    "родителей",
    "детей",
    "мероприятия",
    "развитие",
    "системы",
    "поддержка",
    "молодых",
    "специалистов",
    "контроль",
    "программы",
];

fn main() -> io::Result<()> {
    let mut counts = env::args().skip(1).filter_map(|word| word.parse().ok());
    let (clauses, tables) = (counts.next().unwrap_or(2000), counts.next().unwrap_or(50));
    let place = tempfile::tempdir()?;
    write_pack(place.path(), clauses, tables)?;
    let mut times: [Vec<Duration>; PHASES.len()] = Default::default();
    let mut found = 0;
    for _ in 0..RUNS {
        let (laps, count) = run(place.path()).ok_or_else(|| io::Error::other("the pack cannot be read"))?;
        times.iter_mut().zip(laps).for_each(|(times, lap)| times.push(lap));
        found = count;
    }
    println!("{clauses} clauses, {tables} tables: {found} findings; {RUNS} runs, one thread");
    for (name, times) in PHASES.iter().zip(&mut times) {
        times.sort();
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        println!(
            "  {name:<10} least {:>8.1} ms   median {:>8.1} ms",
            ms(times[0]),
            ms(times[times.len() / 2])
        );
    }
    Ok(())
}

/// What `avgust check` does, and how long each phase takes.
fn run(pack: &Path) -> Option<([Duration; PHASES.len()], usize)> {
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let start = Instant::now();
    let loaded = load(&Folder::new(pack), &mut sources, &mut findings).filter(|loaded| loaded.sound)?;
    let read = Instant::now();
    for document in &loaded.documents {
        assembled(&loaded, document, &sources, &mut findings);
    }
    let made = Instant::now();
    let found = check::check(&loaded, &sources, &mut findings);
    Some(([read - start, made - read, made.elapsed()], found.list.len()))
}

/// Numbers that look like chance and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| WORDS[self.below(WORDS.len() as u64) as usize]).collect();
        words.join(" ")
    }
}

fn write_pack(place: &Path, clauses: usize, tables: usize) -> io::Result<()> {
    let mut dice = Dice(2018);
    let mut named = String::new();
    for table in 0..tables {
        let _ = writeln!(named, "  т{table}: {{ файл: т{table}.csv, название: Таблица {table} }}");
        fs::write(place.join(format!("т{table}.csv")), rows(&mut dice))?;
    }
    let mut text = "вид: РЕЗОЛЮЦИЯ\nпункты:\n".to_owned();
    for clause in 0..clauses {
        let (words, number, part) = (dice.words(18), 1000 + dice.below(90_000), 2 + dice.below(8));
        let _ = writeln!(
            text,
            "  - текст: |\n      Провести в 2018 году {words}, {number} учащихся, на {part},5 % больше, чем в 2017 году."
        );
        let _ = writeln!(text, "    срок: до {}.11.2018", 10 + dice.below(19));
        let every = clauses.div_ceil(tables.max(1)).max(1);
        if clause % every == 0 && clause / every < tables {
            let _ = writeln!(text, "    таблица: т{}", clause / every);
        }
    }
    fs::write(place.join("резолюция.yaml"), text + "подписи: [председатель]\n")?;
    let facts = format!(
        "конференция:\n  название: Августовской конференции\n  тема: Школа сегодня\n  дата: 28.08.2018\n  \
         место: г. Каменогорск\n  учебный_год: 2017/2018\nлюди:\n  председатель: {{ имя: А. Б. Ветрова, \
         должность: Начальник }}\nтаблицы:\n{named}документы: [резолюция.yaml]\n"
    );
    fs::write(place.join("pack.yaml"), facts)
}

/// Twenty rows and their total.
fn rows(dice: &mut Dice) -> String {
    let mut text = "Показатель;2016;2017;2018\n".to_owned();
    let mut sums = [0; 3];
    for row in 0..20 {
        let numbers: [u64; 3] = std::array::from_fn(|_| 100 + dice.below(99_000));
        sums.iter_mut().zip(numbers).for_each(|(sum, number)| *sum += number);
        let [one, two, three] = numbers;
        let _ = writeln!(text, "{} {row};{one};{two};{three}", dice.words(2));
    }
    let [one, two, three] = sums;
    let _ = writeln!(text, "Всего;{one};{two};{three}");
    text
}
