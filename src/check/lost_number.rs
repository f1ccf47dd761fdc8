//! A number typed by hand that refers to a clause, a table, a figure, an appendix or a slide that is
//! not there.

use super::reading::phrases::in_brackets;
use super::reading::words::{past, past_plural};
use super::{Both, Check, Field, Kind, NumberRole, Sentence, Token, View};
use crate::messages;
use crate::pack::report::Talk;
use crate::pack::resolution::{Appendix, Clause, Mark, Resolution};
use crate::pack::speech::SpeechBlock;
use crate::russian::verbal::is_infinitive;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// «(таблица 7)» where there are two tables.
    LOST_NUMBER = "lost-number", Warning,
        ru: "«{written}», а {there}", en: "“{written}”, but {there}",
        hint_ru: "исправьте номер; номер, который не собьётся, печатает `{call}`",
        hint_en: "correct the number; one that never goes wrong is printed by `{call}`";
    /// «на слайде 14» of nine.
    LOST_SLIDE = "lost-number", Warning,
        ru: "«{written}», а {there}", en: "“{written}”, but {there}",
        hint_ru: "исправьте номер: слайды считаются с титульного", hint_en: "correct the number: slides are counted from the title's";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "lost-number",
    severity: Severity::Warning,
    title: Both {
        ru: "Номера, на который ссылаются, нет", en: "A number that leads nowhere"
    },
    about: Both {
        ru: "Номер таблицы, рисунка, приложения, слайда или пункта, набранный рукой («таблица 7», «на рисунке 2», «приложение № 6», «на слайде \
             14», «пункт 9.4 настоящего решения», «пункт 12 резолюции», «пунктов 1–9»), больше, чем их есть в документе. Пункты, таблицы и приложения \
             законов, приказов и других документов не сверяются; у документа без приложений они могут быть отдельными файлами.",
        en: "The number of a table, figure, appendix, slide or clause that was typed by hand is greater than there are in the document. \
             Those of laws, orders and other documents are left alone; the appendices of a document without any may be files of their own.",
    },
    example: Both {
        ru: "Принять к сведению данные (таблица 7). → Принять к сведению данные (таблица {{табл сеть}}).",
        en: "Принять к сведению данные (таблица 7). → Принять к сведению данные (таблица {{table network}}).",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.prose() {
        for at in 0..sentence.tokens.len() {
            findings.list.extend(look(view, field, sentence, at).or_else(|| several(field, sentence, at)));
        }
    }
}

fn look(view: &View<'_>, field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Finding> {
    let word = sentence.tokens.get(at).filter(|token| token.bound.is_none())?;
    // «приложение № 6»
    // «п. 1.7 решения» as «пункт 1.7 решения»; «(см. п. 2)» may speak of anything.
    let dotted = sentence.tokens.get(at + 1).is_some_and(|token| token.is_sign('.'));
    let short = word.is_any(&["п"]) && sentence.tokens.get(at + 3).is_some_and(Token::is_word) && dotted;
    // «(см. табл. 4)».
    let shortened = dotted && word.is_any(&["табл", "рис"]);
    let sign = short || shortened || sentence.tokens.get(at + 1).is_some_and(|token| token.is_sign('№'));
    let end = at + 1 + usize::from(sign);
    let number = sentence.tokens.get(end).filter(|token| token.bound.is_none())?;
    let document = field.document?;
    let there = match document.resolution() {
        Some(resolution) if word.is_any(TABLE) => {
            no_such(&TABLES, tables(resolution), sentence, (end, number))?
        }
        Some(resolution) if word.is_any(FIGURE) => {
            no_such(&FIGURES, figures(resolution), sentence, (end, number))?
        }
        Some(resolution) if word.is_any(APPENDIX) => no_appendix(resolution, sentence, (end, number))?,
        Some(resolution) if word.is_any(CLAUSE) || short => no_clause(resolution, sentence, end, number)?,
        None if word.is_any(SLIDE) => no_slide(document.talk()?, number)?,
        None if word.is_any(CLAUSE) || short => no_clause_of_resolution(view, sentence, end, number)?,
        None if word.is_any(TABLE) || word.is_any(FIGURE) => {
            let (what, count) = shown(document.talk()?, word.is_any(TABLE));
            no_such(what, count, sentence, (end, number))?
        }
        _ => return None,
    };
    let tokens = sentence.tokens.get(at..=end)?;
    let call = call(word);
    let message = if call.is_some() { &LOST_NUMBER } else { &LOST_SLIDE };
    let finding = Finding::new(message).arg("written", field.written(tokens)).arg("there", there);
    let finding = finding.at(field.place(number));
    Some(match call {
        Some(call) => finding.arg("call", call),
        None => finding,
    })
}

/// «Пункты 1–4», «пунктам 2 и 5»: the first of several clauses that is not there.
fn several(field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Finding> {
    let tokens = &sentence.tokens;
    let word = tokens.get(at).filter(|token| token.bound.is_none() && token.is_any(CLAUSES))?;
    let resolution = field.document?.resolution()?;
    let is_clause =
        |token: &Token| matches!(token.kind, Kind::Number(_) | Kind::Dotted) && token.bound.is_none();
    let joins = |token: &Token| token.is_sign(',') || token.is_any(&["и"]) || token.is_dash();
    let listed = tokens.get(at + 1..)?.iter().take_while(|token| is_clause(token) || joins(token)).count();
    let list = tokens.get(at + 1..at + 1 + listed)?;
    let last = at + 1 + list.iter().rposition(is_clause)?;
    let lost = list
        .iter()
        .filter(|token| is_clause(token))
        .find_map(|number| Some((number, no_clause(resolution, sentence, last, number)?)));
    let (number, there) = lost?;
    let finding = Finding::new(&LOST_NUMBER)
        .arg("written", format!("{} … {}", field.written(std::slice::from_ref(word)), number.text))
        .arg("there", there)
        .at(field.place(number));
    Some(finding.arg("call", call(word)?))
}

const TABLE: &[&str] = &["табл", "таблица", "таблицы", "таблице", "таблицу", "таблицей"];
const FIGURE: &[&str] = &["рис", "рисунок", "рисунка", "рисунке", "рисунку", "рисунком"];
const APPENDIX: &[&str] = &["приложение", "приложения", "приложении", "приложению", "приложением"];
const CLAUSE: &[&str] = &[
    "пункт",
    "пункта",
    "пункту",
    "пункте",
    "пунктом",
    "подпункт",
    "подпункта",
    "подпункту",
    "подпункте",
    "подпунктом",
];
const CLAUSES: &[&str] = &["пункты", "пунктов", "пунктам", "пунктах", "пунктами"];
const SLIDE: &[&str] = &["слайд", "слайда", "слайду", "слайде", "слайдом"];

/// What prints such a number by itself, in both languages; slides have none.
fn call(word: &Token) -> Option<(&'static str, &'static str)> {
    match () {
        () if word.is_any(TABLE) => Some(("{{табл имя}}", "{{table name}}")),
        () if word.is_any(FIGURE) => Some(("{{рис имя}}", "{{figure name}}")),
        () if word.is_any(APPENDIX) => Some(("{{прил имя}}", "{{appendix name}}")),
        () if word.is_any(CLAUSE) || word.is_any(CLAUSES) || word.is_any(&["п"]) => {
            Some(("{{п имя}}", "{{clause name}}"))
        }
        () => None,
    }
}

/// What there is, in both languages.
type There = (String, String);

fn whole(number: &Token) -> Option<usize> {
    number.number().filter(|known| known.decimals == 0)?;
    number.text.parse().ok()
}

/// What is counted, in both languages.
type Counted = (&'static str, &'static str);
const TABLES: Counted = ("таблиц", "tables");
const FIGURES: Counted = ("рисунков", "figures");
const APPENDICES: Counted = ("приложений", "appendices");

fn there_are(what: &Counted, count: usize) -> There {
    match count {
        0 => (format!("{} в документе нет", what.0), format!("the document has no {}", what.1)),
        _ => (format!("{} в документе {count}", what.0), format!("the document has {count} {}", what.1)),
    }
}

fn tables(resolution: &Resolution) -> usize {
    let own = clauses(&resolution.clauses.0).filter(|clause| clause.table.is_some()).count();
    own + resolution.appendices.iter().filter(|appendix| appendix.table.is_some()).count()
}

fn figures(resolution: &Resolution) -> usize {
    let of_clause =
        |clause: &Clause| usize::from(clause.chart.is_some()) + usize::from(clause.picture.is_some());
    let of_appendix =
        |appendix: &Appendix| usize::from(appendix.chart.is_some()) + usize::from(appendix.picture.is_some());
    let own: usize = clauses(&resolution.clauses.0).map(of_clause).sum();
    own + resolution.appendices.iter().map(of_appendix).sum::<usize>()
}

/// «(таблица 7)», «на рисунке 2», where there are `count` of them; not «таблица 3 приложения к
/// приказу».
fn no_such(
    what: &Counted,
    count: usize,
    sentence: &Sentence,
    (at, number): (usize, &Token),
) -> Option<There> {
    let next = sentence.tokens.get(at + 1);
    let closed = next.is_none_or(|next| {
        !next.is_word() || next.is_any(&["и", "видно"]) || past(next).is_some() || past_plural(next)
    });
    let lost = whole(number).is_some_and(|number| number > count);
    (lost && closed && !names_another(sentence)).then(|| there_are(what, count))
}

/// «(приложение № 6)» of three; where the document has none, they may be files of their own.
fn no_appendix(resolution: &Resolution, sentence: &Sentence, (at, number): (usize, &Token)) -> Option<There> {
    let count = resolution.appendices.len();
    let next = sentence.tokens.get(at + 1);
    let closed = next.is_none_or(|next| !next.is_word() || next.is_any(&["и"]));
    let own = next.is_some_and(|next| next.is_any(&["к"]))
        && sentence.tokens.get(at + 2).is_some_and(|word| word.begins(&["настоящ"]));
    let lost = whole(number).is_some_and(|number| number > count);
    let here = own || (closed && !names_another(sentence));
    (lost && count > 0 && here).then(|| there_are(&APPENDICES, count))
}

/// Whether a sentence names a document or a book whose tables and clauses may be meant.
fn names_another(sentence: &Sentence) -> bool {
    const OTHERS: &[&str] = &[
        "закон",
        "приказ",
        "положени",
        "порядк",
        "кодекс",
        "стандарт",
        "устав",
        "правил",
        "письм",
        "санпин",
        "методик",
        "сборник",
        "отчет",
        "справк",
        "постановлени",
        "распоряжени",
        "учебник",
        "пособи",
        "указани",
    ];
    sentence.tokens.iter().any(|token| token.begins(OTHERS))
}

/// The tables or the figures of a report's slides.
fn shown(talk: &Talk, of_tables: bool) -> (&'static Counted, usize) {
    let sheets = talk.report.slides.0.iter().map(|(_, sheet)| sheet);
    match of_tables {
        true => (&TABLES, sheets.filter(|sheet| sheet.table.is_some()).count()),
        false => (&FIGURES, sheets.filter(|sheet| sheet.chart.is_some() || sheet.picture.is_some()).count()),
    }
}

/// «в пункте 2.7 резолюции», said in a report, of the only resolution of the pack.
fn no_clause_of_resolution(view: &View<'_>, sentence: &Sentence, at: usize, number: &Token) -> Option<There> {
    let mut resolutions = view.loaded.documents.iter().filter_map(|document| document.resolution());
    let (Some(resolution), None) = (resolutions.next(), resolutions.next()) else { return None };
    is_own_kind(resolution, sentence.tokens.get(at + 1))
        .then(|| no_clause(resolution, sentence, at, number))?
}

fn no_slide(talk: &Talk, number: &Token) -> Option<There> {
    let cues = talk.speech.blocks.iter().filter(|block| matches!(block, SpeechBlock::Cue(_))).count();
    let lost = whole(number).is_some_and(|number| number > cues + 1);
    (lost && cues > 0).then(|| (format!("слайдов {}", cues + 1), format!("there are {} slides", cues + 1)))
}

fn no_clause(resolution: &Resolution, sentence: &Sentence, at: usize, number: &Token) -> Option<There> {
    let parts: Vec<usize> = match &number.kind {
        Kind::Dotted => number.text.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?,
        _ => vec![whole(number)?],
    };
    let lost = number.text.as_str();
    (is_of_this(resolution, sentence, at) && has_no(resolution, &parts))
        .then(|| (format!("пункта {lost} в документе нет"), format!("the document has no clause {lost}")))
}

/// Whether a document has no clause of a number, level by level.
fn has_no(resolution: &Resolution, parts: &[usize]) -> bool {
    let (mut list, mut mark) = (resolution.clauses.0.as_slice(), resolution.list);
    // Where numbers go on through the groups, none is greater than there are clauses.
    if clauses(list).any(|clause| clause.numbering.is_some()) {
        return matches!(parts, [one] if *one > greatest(list));
    }
    for part in parts {
        if !matches!(mark, None | Some(Mark::Decimal)) {
            return false;
        }
        let Some(clause) = part.checked_sub(1).and_then(|at| list.get(at)) else { return true };
        (list, mark) = (&clause.clauses, clause.list);
    }
    false
}

/// The greatest number that clauses may have where they count on from group to group.
fn greatest(list: &[Clause]) -> usize {
    let together = list.iter().map(|clause| clause.clauses.len()).sum();
    let below = list.iter().map(|clause| greatest(&clause.clauses)).max().unwrap_or(0);
    list.len().max(together).max(below)
}

/// «Пункт 9.4 настоящего решения», «пункт 9 резолюции» in a resolution; in brackets alone, where no
/// other document is named.
fn is_of_this(resolution: &Resolution, sentence: &Sentence, at: usize) -> bool {
    let next = sentence.tokens.get(at + 1);
    if next.is_some_and(|next| next.begins(&["настоящ"])) {
        return true;
    }
    // «К пунктам 4) и 7)» closes no bracket.
    let alone = next.is_some_and(|next| next.is_sign(')'))
        && in_brackets(sentence, at)
        && !sentence.tokens.iter().any(|token| token.begins(&["план", "программ"]));
    // «решения конференции 2017 года», «решения от 28.08.2017»: last year's.
    let dated = sentence.tokens.iter().any(|token| {
        matches!(token.kind, Kind::Date(_))
            || token.number().is_some_and(|number| number.role == NumberRole::Year)
    });
    let ends = sentence.tokens.get(at + 2).is_none_or(|token| !token.is_word() || token.is_any(&["и"]));
    !names_another(sentence)
        && (alone
            || (is_own_kind(resolution, next) && ends && !dated)
            || (!dated && says_no_whose(next) && !names_papers(sentence)))
}

/// «За исполнением пункта 5 возложить», «в соответствии с пунктом 7 провести», «пункта 5.»: nothing
/// behind the number says whose clause it is.
fn says_no_whose(next: Option<&Token>) -> bool {
    next.is_none_or(|next| {
        ".,;:".chars().any(|sign| next.is_sign(sign))
            || is_infinitive(&next.text)
            || past(next).is_some()
            || past_plural(next)
    })
}

/// Whether a sentence names any paper whose clauses may be meant.
fn names_papers(sentence: &Sentence) -> bool {
    const PAPERS: &[&str] = &[
        "план",
        "программ",
        "протокол",
        "договор",
        "соглашени",
        "решени",
        "резолюци",
        "рекомендаци",
        "перечн",
        "перечен",
        "инструкци",
        "регламент",
        "концепци",
        "стратеги",
        "поручени",
        "приложени",
        "повестк",
        "анкет",
        "паспорт",
        "контракт",
        "карт",
        "услови",
        "предписани",
        "акт",
        "смет",
        "доклад",
        "отчет",
        "форм",
    ];
    sentence.tokens.iter().any(|token| token.begins(PAPERS))
}

/// Whether a word is the document's own kind: «резолюции» in a resolution.
fn is_own_kind(resolution: &Resolution, word: Option<&Token>) -> bool {
    let kind = resolution.kind.0.plain().to_lowercase();
    let stem: String = kind.chars().take(6).collect();
    stem.chars().count() > 4 && word.is_some_and(|word| word.begins(&[stem.as_str()]))
}

/// The clauses of a list with those under them.
fn clauses(list: &[Clause]) -> Box<dyn Iterator<Item = &Clause> + '_> {
    Box::new(list.iter().flat_map(|clause| std::iter::once(clause).chain(clauses(&clause.clauses))))
}
