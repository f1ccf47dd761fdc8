//! The command line's words.

use super::pick;
use super::refused::Refused;
use crate::pack::facts::PdfProfile;
use crate::pipeline::{Format, is_pack};
use crate::source::Language;
use clap::builder::{PossibleValuesParser, StringValueParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command as Clap};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    /// The command.
    pub command: Command,
}

/// A command with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// `build`
    Build(Build),
    /// `check`
    Check(Check),
    /// `explain`
    Explain {
        /// What is asked about.
        name: String,
        /// The pack's folder.
        pack: PathBuf,
        /// As JSON.
        json: bool,
    },
    /// `init`
    Init {
        /// Where the pack is to be.
        folder: PathBuf,
        /// Whether what is missing is added to a folder that has files.
        force: bool,
        /// Whether the pack has a report with slides.
        report: bool,
    },
    /// `schema`
    Schema {
        /// The pack whose own layouts are included; those of this folder if not given.
        pack: Option<PathBuf>,
    },
    /// `layouts list`
    LayoutsList {
        /// The pack whose own layouts are included; those of this folder if not given.
        pack: Option<PathBuf>,
    },
    /// `layouts export`
    LayoutsExport {
        /// The layout.
        name: String,
        /// Where it is to be.
        folder: Option<PathBuf>,
    },
}

/// The arguments of `build`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Build {
    /// The pack's folder.
    pub pack: PathBuf,
    /// Where the files are to be; `out` in the pack if not given.
    pub out: Option<PathBuf>,
    /// Only these documents.
    pub only: Vec<String>,
    /// Only these formats.
    pub formats: Vec<Format>,
    /// The PDF standard, in place of the pack's.
    pub pdf_profile: Option<PdfProfile>,
    /// Findings as JSON on standard output.
    pub json: bool,
    /// Without the checks.
    pub no_check: bool,
}

/// The arguments of `check`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// The pack's folder.
    pub pack: PathBuf,
    /// How findings are told.
    pub told: Told,
    /// The check that is to be explained; empty for a list of all.
    pub explain: Option<String>,
    /// Whether safe corrections are written, or only shown.
    pub fix: Fixing,
    /// Whether the findings sheet for the person who decides is made.
    pub sheet: bool,
}

/// How findings are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Told {
    /// To a reader.
    #[default]
    Text,
    /// As JSON.
    Json,
    /// As SARIF.
    Sarif,
}

/// What is done with safe corrections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fixing {
    /// Nothing.
    #[default]
    No,
    /// They are shown as a diff.
    Shown,
    /// They are written.
    Written,
}

/// The language that the command line or the locale asks for; Russian where neither does.
pub fn language(arguments: &[OsString]) -> Language {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    let after = words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    match after.or(joined) {
        Some("en") => Language::English,
        Some(_) => Language::Russian,
        None => of_locale(),
    }
}

fn of_locale() -> Language {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
    if locale.to_lowercase().starts_with("en") { Language::English } else { Language::Russian }
}

impl Arguments {
    /// Reads the command line; without a command the pack in this folder is built. Where there is
    /// none, the help is what is left to show.
    pub fn parse(arguments: Vec<OsString>, language: Language) -> Result<Arguments, Refused> {
        let refused = |error: clap::Error| Refused::new(error, &arguments);
        let matches = command(language).try_get_matches_from(asked(&arguments)).map_err(refused)?;
        let command = match matches.subcommand() {
            Some(("check", matches)) => Command::Check(check(matches)),
            Some(("explain", matches)) => Command::Explain {
                name: matches.get_one::<String>("NAME").cloned().unwrap_or_default(),
                pack: pack(matches),
                json: matches.get_one::<String>("format").is_some_and(|format| format == "json"),
            },
            Some(("init", matches)) => Command::Init {
                folder: path(matches, "DIR").unwrap_or_default(),
                force: matches.get_flag("force"),
                report: matches.get_flag("report"),
            },
            Some(("schema", matches)) => Command::Schema { pack: path(matches, "PACK") },
            Some(("layouts", matches)) => match matches.subcommand() {
                Some(("export", matches)) => Command::LayoutsExport {
                    name: matches.get_one::<String>("NAME").cloned().unwrap_or_default(),
                    folder: path(matches, "DIR"),
                },
                Some((_, matches)) => Command::LayoutsList { pack: path(matches, "PACK") },
                None => Command::LayoutsList { pack: None },
            },
            Some((_, matches)) => Command::Build(build(matches)),
            None if !is_pack(Path::new(".")) => {
                let help = command(language).try_get_matches_from(["avgust", "--help"]);
                return Err(refused(help.err().unwrap_or_else(|| clap::Error::new(ErrorKind::DisplayHelp))));
            }
            None => Command::Build(Build { pack: PathBuf::from("."), ..Build::default() }),
        };
        Ok(Arguments { command })
    }
}

/// The words of a command line; `avgust help build` is `avgust build --help`.
fn asked(arguments: &[OsString]) -> Vec<OsString> {
    match arguments {
        [name, word, about @ ..] if word == "help" => {
            let words = std::iter::once(name).chain(about).cloned();
            words.chain([OsString::from("--help")]).collect()
        }
        _ => arguments.to_vec(),
    }
}

/// The format that a word of `--format` names, in capitals or with spaces around it too.
fn format_named(word: &str) -> Result<Format, String> {
    let word = word.trim().to_lowercase();
    Format::ALL.into_iter().find(|format| format.extension() == word).ok_or(word)
}

fn build(matches: &ArgMatches) -> Build {
    let words = |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned().collect();
    Build {
        pack: pack(matches),
        out: path(matches, "out"),
        only: words("only"),
        formats: matches.get_many::<Format>("format").into_iter().flatten().copied().collect(),
        pdf_profile: matches.get_one::<String>("pdf-profile").and_then(|word| PdfProfile::named(word)),
        json: matches.get_flag("json"),
        no_check: matches.get_flag("no-check"),
    }
}

fn check(matches: &ArgMatches) -> Check {
    Check {
        pack: pack(matches),
        told: match matches.get_one::<String>("format").map(String::as_str) {
            Some("json") => Told::Json,
            Some("sarif") => Told::Sarif,
            _ => Told::Text,
        },
        explain: matches.get_one::<String>("explain").cloned(),
        fix: match (matches.get_flag("dry-run"), matches.get_flag("fix")) {
            (true, _) => Fixing::Shown,
            (false, true) => Fixing::Written,
            (false, false) => Fixing::No,
        },
        sheet: matches.get_flag("sheet"),
    }
}

/// The pack's folder; this one if not given.
fn pack(matches: &ArgMatches) -> PathBuf {
    path(matches, "PACK").unwrap_or_else(|| PathBuf::from("."))
}

fn path(matches: &ArgMatches, name: &str) -> Option<PathBuf> {
    matches.get_one::<PathBuf>(name).cloned()
}

/// The whole command line in one language.
pub fn command(language: Language) -> Clap {
    let t = |ru: &'static str, en: &'static str| pick(language, ru, en);
    let lang = Arg::new("lang")
        .long("lang")
        .value_name(t("ЯЗЫК", "LANG"))
        .value_parser(PossibleValuesParser::new(["ru", "en"]))
        .hide_possible_values(true)
        .global(true)
        .help_heading(t("Параметры", "Options"))
        .help(t("язык сообщений: ru или en", "language of messages: ru or en"));
    Clap::new("avgust")
        .override_usage(t("avgust [ПАРАМЕТРЫ] [КОМАНДА]", "avgust [OPTIONS] [COMMAND]"))
        .version(env!("CARGO_PKG_VERSION"))
        .about(t(
            "Собирает документы августовской конференции из одной папки фактов",
            "Makes the documents of an August education conference from one folder of facts",
        ))
        .after_help(t(
            "Без команды собирается комплект в текущей папке; где его нет, печатается эта справка.\n\
             Код завершения: 0 – готово (и с предупреждениями), 1 – в комплекте есть ошибки,\n\
             2 – неверный вызов или файл не читается или не пишется.",
            "Without a command the pack in the current folder is built; where there is none, this help is shown.\n\
             Exit status: 0 done (also with warnings), 1 the pack has errors,\n\
             2 wrong use or a file that cannot be read or written.",
        ))
        .arg(lang)
        .subcommand(build_command(language))
        .subcommand(check_command(language))
        .subcommand(explain_command(language))
        .subcommand(init_command(language))
        .subcommand(
            Clap::new("schema")
                .override_usage(t("avgust schema [КОМПЛЕКТ]", "avgust schema [PACK]"))
                .about(t("Печатает JSON Schema файлов комплекта", "Prints the JSON Schema of a pack's files"))
                .arg(pack_arg(language)),
        )
        .subcommand(layouts_command(language))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help_flag(language))
        .arg(version_flag(language))
        .help_template(template(language))
        .subcommand_help_heading(t("Команды", "Commands"))
        .mut_subcommands(|sub| finished(sub, language))
}

/// A command with its help in the language, and the commands below it.
fn finished(command: Clap, language: Language) -> Clap {
    command
        .help_template(template(language))
        .disable_help_flag(true)
        .arg(help_flag(language))
        .mut_args(|arg| {
            let heading = match arg.is_positional() {
                true => pick(language, "Аргументы", "Arguments"),
                false => pick(language, "Параметры", "Options"),
            };
            arg.help_heading(heading)
        })
        .mut_subcommands(|below| finished(below, language))
}

fn template(language: Language) -> &'static str {
    match language {
        Language::Russian => "{about}\n\nВызов: {usage}\n\n{all-args}{after-help}\n",
        Language::English => "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}\n",
    }
}

fn help_flag(language: Language) -> Arg {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    help.help_heading(pick(language, "Параметры", "Options")).help(pick(language, "эта справка", "this help"))
}

fn version_flag(language: Language) -> Arg {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    version.help_heading(pick(language, "Параметры", "Options")).help(pick(
        language,
        "версия программы",
        "the program's version",
    ))
}

fn build_command(language: Language) -> Clap {
    let t = |ru: &'static str, en: &'static str| pick(language, ru, en);
    Clap::new("build")
        .override_usage(t("avgust build [ПАРАМЕТРЫ] [КОМПЛЕКТ]", "avgust build [OPTIONS] [PACK]"))
        .about(t("Собирает документы комплекта", "Builds the documents of a pack"))
        .arg(pack_arg(language))
        .arg(
            Arg::new("only")
                .long("only")
                .value_name(t("ДОКУМЕНТ", "DOCUMENT"))
                .action(ArgAction::Append)
                .help(t("только этот документ; можно несколько раз", "only this document; may be repeated")),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name(t("ФОРМАТ", "FORMAT"))
                .value_delimiter(',')
                .value_parser(StringValueParser::new().try_map(|word| format_named(&word)))
                .action(ArgAction::Append)
                .help(format!("{}: {}", t("только эти форматы", "only these formats"), formats())),
        )
        .arg(path_option(
            "out",
            t("ПАПКА", "DIR"),
            t(
                "куда писать; без него – out в папке комплекта",
                "where to write; `out` in the pack if not given",
            ),
        ))
        .arg(
            Arg::new("pdf-profile")
                .long("pdf-profile")
                .value_name(t("СТАНДАРТ", "STANDARD"))
                .ignore_case(true)
                .value_parser(PossibleValuesParser::new(["PDF/A-2a", "PDF/A-1a", "2a", "1a"]))
                .hide_possible_values(true)
                .help(t("стандарт PDF: PDF/A-2a или PDF/A-1a", "the PDF standard: PDF/A-2a or PDF/A-1a")),
        )
        .arg(
            Arg::new("json")
                .long("json")
                .action(ArgAction::SetTrue)
                .help(t("замечания в JSON на стандартный вывод", "findings as JSON on standard output")),
        )
        .arg(
            Arg::new("no-check")
                .long("no-check")
                .action(ArgAction::SetTrue)
                .help(t("собрать без проверок", "build without the checks")),
        )
}

fn check_command(language: Language) -> Clap {
    let t = |ru: &'static str, en: &'static str| pick(language, ru, en);
    Clap::new("check")
        .override_usage(t("avgust check [ПАРАМЕТРЫ] [КОМПЛЕКТ]", "avgust check [OPTIONS] [PACK]"))
        .about(t(
            "Проверяет комплект, как внимательный заместитель перед подписью",
            "Reads a pack as a careful deputy would before it is signed",
        ))
        .arg(pack_arg(language))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name(t("ФОРМАТ", "FORMAT"))
                .value_parser(PossibleValuesParser::new(["text", "json", "sarif"]))
                .hide_possible_values(true)
                .default_value("text")
                .hide_default_value(true)
                .help(t(
                    "как показать замечания: text, json, sarif",
                    "how findings are told: text, json, sarif",
                )),
        )
        .arg(
            Arg::new("explain")
                .long("explain")
                .value_name(t("КОД", "CODE"))
                .num_args(0..=1)
                .default_missing_value("")
                .help(t(
                    "объяснить проверку; без кода – список всех",
                    "explain a check; without a code, list them all",
                )),
        )
        .arg(Arg::new("fix").long("fix").action(ArgAction::SetTrue).help(t(
            "внести безопасные исправления (пробелы, кавычки, тире, вид чисел) в файлы комплекта",
            "write the safe corrections (spaces, quotation marks, dashes, forms of numbers) into the pack's files",
        )))
        .arg(Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue).help(t(
            "показать эти исправления построчно и ничего не записать",
            "show these corrections as a diff and write nothing",
        )))
        .arg(findings_sheet(t(
            "составить лист замечаний для того, кто решает: одна страница, PDF и DOCX, в папку out",
            "make a findings sheet for the person who decides: one page, PDF and DOCX, in the folder out",
        )))
}

/// `--sheet`; its first name, `--report`, means the head's report in `init`.
fn findings_sheet(help: &'static str) -> Arg {
    let sheet = Arg::new("sheet").long("sheet").alias("report").action(ArgAction::SetTrue);
    sheet.conflicts_with("dry-run").help(help)
}

/// The words of all formats.
fn formats() -> String {
    Format::ALL.map(Format::extension).join(", ")
}

fn explain_command(language: Language) -> Clap {
    let t = |ru: &'static str, en: &'static str| pick(language, ru, en);
    Clap::new("explain")
        .override_usage(t(
            "avgust explain [ПАРАМЕТРЫ] ИМЯ [КОМПЛЕКТ]",
            "avgust explain [OPTIONS] NAME [PACK]",
        ))
        .about(t(
            "Показывает, откуда число и где оно стоит во всех документах",
            "Tells where a figure comes from and where it stands in all documents",
        ))
        .arg(Arg::new("NAME").value_name(t("ИМЯ", "NAME")).required(true).help(t(
            "показатель, таблица, ячейка: «таблица / строка / столбец» или «книга.xlsx лист C7»",
            "an indicator, a table, a cell: “table / row / column” or “book.xlsx sheet C7”",
        )))
        .arg(pack_arg(language))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name(t("ФОРМАТ", "FORMAT"))
                .value_parser(PossibleValuesParser::new(["text", "json"]))
                .hide_possible_values(true)
                .help(t(
                    "text (так без него) или json – для программ",
                    "text (if not given) or json, for programs",
                )),
        )
}

fn init_command(language: Language) -> Clap {
    let t = |ru: &'static str, en: &'static str| pick(language, ru, en);
    Clap::new("init")
        .override_usage(t("avgust init [ПАРАМЕТРЫ] ПАПКА", "avgust init [OPTIONS] DIR"))
        .about(t("Пишет маленький комплект, с которого можно начать", "Writes a small pack to begin with"))
        .arg(
            path_arg("DIR", t("ПАПКА", "DIR"), t("папка нового комплекта", "the new pack's folder"))
                .required(true),
        )
        .arg(Arg::new("force").long("force").action(ArgAction::SetTrue).help(t(
            "дописать недостающее в папку, где уже есть файлы; ничего не заменяется",
            "add what is missing to a folder that has files; nothing is replaced",
        )))
        .arg(Arg::new("report").long("report").action(ArgAction::SetTrue).help(t(
            "добавить доклад: текст, экземпляр для выступления, тезисы и слайды",
            "add a report: its text, the speaker's copy, the outline and the slides",
        )))
}

fn layouts_command(language: Language) -> Clap {
    let t = |ru: &'static str, en: &'static str| pick(language, ru, en);
    Clap::new("layouts")
        .subcommand_help_heading(t("Команды", "Commands"))
        .override_usage(t("avgust layouts КОМАНДА", "avgust layouts COMMAND"))
        .about(t("Показывает и выгружает макеты", "Shows and exports layouts"))
        .subcommand_required(true)
        .subcommand(
            Clap::new("list")
                .override_usage(t("avgust layouts list [КОМПЛЕКТ]", "avgust layouts list [PACK]"))
                .about(t("Показывает макеты", "Shows the layouts"))
                .arg(pack_arg(language)),
        )
        .subcommand(
            Clap::new("export")
                .override_usage(t(
                    "avgust layouts export МАКЕТ [ПАПКА]",
                    "avgust layouts export LAYOUT [DIR]",
                ))
                .about(t("Выгружает макет, чтобы его изменить", "Exports a layout, to be changed"))
                .arg(
                    Arg::new("NAME")
                        .value_name(t("МАКЕТ", "LAYOUT"))
                        .required(true)
                        .help(t("макет", "the layout")),
                )
                .arg(path_arg(
                    "DIR",
                    t("ПАПКА", "DIR"),
                    t("куда; без неё – макеты/ИМЯ", "where; `templates/NAME` if not given"),
                )),
        )
}

fn pack_arg(language: Language) -> Arg {
    path_arg(
        "PACK",
        pick(language, "КОМПЛЕКТ", "PACK"),
        pick(language, "папка комплекта; без неё – текущая", "the pack's folder; this one if not given"),
    )
}

fn path_arg(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).value_name(value).value_parser(clap::value_parser!(PathBuf)).help(help)
}

fn path_option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).value_parser(clap::value_parser!(PathBuf)).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_whole_in_both_languages() {
        command(Language::Russian).debug_assert();
        command(Language::English).debug_assert();
    }
}
