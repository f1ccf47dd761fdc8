//! Words that people write for a key: «адресат» for `кому`, «исполнитель» for `ответственный`.

use super::shape::{Field, Record};
use crate::russian::typography::fold;

/// Words of one meaning. A word that is no key of a record means the record's key that stands in
/// the same line; of several lines, the first that has one.
#[rustfmt::skip]
const MEANINGS: &[&[&str]] = &[
    &["кому", "to", "адресат", "адресаты", "адресату", "кому поручается", "addressee", "addressees"],
    &["срок", "due", "до", "сроки", "дата", "когда", "срок исполнения", "исполнить до", "deadline", "until"],
    &["дата", "date", "когда", "число", "день", "when", "day"],
    &["ответственный", "responsible", "ответственные", "отв", "исполнитель", "исполнители", "контроль", "контролер", "owner", "assignee"],
    &["текст", "text", "body", "поручение", "задача", "содержание", "task"],
    &["пункты", "clauses", "points", "подпункты", "поручения", "задачи", "решения", "решение", "items", "tasks", "children"],
    &["после", "after", "затем", "итог", "окончание"],
    &["вид", "kind", "тип", "документ", "вид документа", "вид диаграммы", "type"],
    &["событие", "occasion", "мероприятие", "конференция", "совещание", "event"],
    &["тема", "theme", "название", "наименование", "заголовок", "subject", "title", "topic"],
    &["название", "name", "title", "тема", "наименование", "имя", "заголовок", "caption"],
    &["заголовок", "title", "heading", "название", "тема", "наименование"],
    &["имя", "name", "фио", "ф.и.о", "человек", "инициалы"],
    &["кто", "who", "имя", "фио", "ф.и.о", "человек", "подписант", "person", "name"],
    &["должность", "position", "пост", "звание", "роль", "title", "job"],
    &["место", "place", "город", "где", "место проведения", "адрес", "city", "venue", "where"],
    &["номер", "number", "№", "ном", "no"],
    &["решили", "verb", "постановили", "рекомендуют", "решила", "resolved", "decided"],
    &["преамбула", "preamble", "вступление", "введение", "introduction", "intro"],
    &["подписи", "signatures", "подпись", "подписант", "подписанты", "подписал", "signed", "signers"],
    &["подпись", "caption", "название", "надпись", "title", "label"],
    &["исполнитель", "executor", "составитель", "составил", "контакт", "телефон", "contact"],
    &["утверждение", "approval", "гриф", "утверждаю", "утверждено"],
    &["организация", "organisation", "учреждение", "орган", "издатель", "organization"],
    &["организации", "organisations", "учреждения", "адресаты", "organizations"],
    &["люди", "people", "персоны", "участники", "сотрудники", "persons"],
    &["таблица", "table", "данные", "data"],
    &["диаграмма", "chart", "график", "рисунок", "figure", "graph"],
    &["картинка", "picture", "рисунок", "фото", "изображение", "image", "photo"],
    &["файл", "file", "путь", "книга", "источник", "path"],
    &["лист", "sheet", "страница", "вкладка"],
    &["листы", "sheets", "слайды", "slides"],
    &["слайды", "slides", "листы", "sheets"],
    &["строк_заголовка", "header_rows", "шапка", "заголовок", "строк шапки", "header"],
    &["единица", "unit", "ед", "ед.", "единица измерения", "units"],
    &["знаков", "decimals", "знаки", "округление", "точность", "digits", "precision"],
    &["показатели", "indicators", "показатель", "значения", "числа", "values"],
    &["порядок", "order", "сортировка", "сортировать", "sort"],
    &["документы", "documents", "резолюции", "файлы", "files"],
    &["докладчик", "speaker", "автор", "выступает", "кто"],
    &["регламент", "limit", "время", "минут", "time", "minutes"],
    &["дательный", "dative", "кому", "to"],
    &["альбомная", "landscape", "ориентация", "orientation"],
    &["напомнить_за", "remind_before", "напоминание", "напомнить", "reminder"],
];

/// The key of a record that a word means, if it is one of those that people write for it.
pub(super) fn meant<'r>(word: &str, record: &'r Record) -> Option<&'r Field> {
    let word = fold(&word.replace('_', " "));
    let word = word.trim_end_matches('.');
    let same = |known: &str| fold(&known.replace('_', " ")).trim_end_matches('.') == word;
    let meanings = MEANINGS.iter().filter(|words| words.iter().any(|known| same(known)));
    meanings
        .flat_map(|words| record.fields.iter().filter(|field| words.iter().any(|known| field.key.is(known))))
        .next()
}
