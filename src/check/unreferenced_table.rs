//! A table that no text refers to.

use super::{Both, Check, Field, View};
use crate::messages;
use crate::pack::resolution::{Clause, TablePlace};
use crate::pipeline::DocumentFile;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A table that nobody refers to.
    UNREFERENCED_TABLE = "unreferenced-table", Note,
        ru: "на таблицу `{name}` текст не ссылается", en: "no text refers to the table `{name}`",
        hint_ru: "сошлитесь на неё: `(таблица {{табл {name}}})`", hint_en: "refer to it: `(таблица {{table {name}}})`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "unreferenced-table",
    severity: Severity::Note,
    title: Both { ru: "Таблица без ссылки", en: "A table without a reference" },
    about: Both {
        ru: "На каждую таблицу, которую печатает пункт, текст документа должен ссылаться: {{табл имя}} или словами. На таблицу \
             приложения ссылаются так же или через приложение ({{прил имя}}, «приложение № 2»); таблицы, из которых только берут числа, не печатаются.",
        en: "The text of a document must refer to each table that a clause prints. The table of an appendix is reached \
             so or through the appendix; tables that only lend their figures are not printed.",
    },
    example: Both {
        ru: "Признать работу удовлетворительной. (таблица: бюджет) → Принять к сведению данные о расходах (таблица {{табл бюджет}}).",
        en: "Признать работу удовлетворительной. (table: бюджет) → Принять к сведению данные о расходах (таблица {{table бюджет}}).",
    },
    source: Both { ru: "ГОСТ Р 2.105, практика", en: "GOST R 2.105, practice" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for document in &view.loaded.documents {
        let mut tables = Vec::new();
        if let Some(resolution) = document.resolution() {
            resolution.clauses.0.iter().for_each(|clause| collect(clause, &mut tables));
        }
        for (index, table) in tables.iter().enumerate() {
            if !is_referred_to(view, document, table, index + 1, tables.len()) {
                let name = table.table.value.as_str();
                findings.push(Finding::new(&UNREFERENCED_TABLE).arg("name", name).at(table.table.span));
            }
        }
        of_appendices(view, document, tables.len(), findings);
    }
}

/// The tables of appendices: a reference to the appendix leads to its table too.
fn of_appendices(view: &View<'_>, document: &DocumentFile, earlier: usize, findings: &mut Findings) {
    let appendices =
        document.resolution().into_iter().flat_map(|resolution| &resolution.appendices).collect::<Vec<_>>();
    let all = earlier + appendices.iter().filter(|appendix| appendix.table.is_some()).count();
    let mut number = earlier;
    for (index, appendix) in appendices.iter().enumerate() {
        let Some(table) = &appendix.table else { continue };
        number += 1;
        let own = |field: &&Field<'_>| field.document.is_some_and(|own| std::ptr::eq(own, document));
        let id: Vec<&str> = appendix.id.iter().map(|id| id.value.as_str()).collect();
        let leads = |field: &Field<'_>| {
            called(field, &["прил", "приложение", "appendix"], &id)
                || told(field, "приложени", index + 1, appendices.len())
        };
        if !is_referred_to(view, document, table, number, all) && !view.fields.iter().filter(own).any(leads) {
            let name = table.table.value.as_str();
            findings.push(Finding::new(&UNREFERENCED_TABLE).arg("name", name).at(table.table.span));
        }
    }
}

fn collect<'a>(clause: &'a Clause, tables: &mut Vec<&'a TablePlace>) {
    tables.extend(&clause.table);
    clause.clauses.iter().for_each(|clause| collect(clause, tables));
}

fn is_referred_to(
    view: &View<'_>,
    document: &DocumentFile,
    table: &TablePlace,
    number: usize,
    of: usize,
) -> bool {
    let own = |field: &&Field<'_>| field.document.is_some_and(|own| std::ptr::eq(own, document));
    let names: Vec<&str> =
        table.id.iter().map(|id| id.value.as_str()).chain([table.table.value.as_str()]).collect();
    view.fields.iter().filter(own).any(|field| {
        called(field, &["табл", "таблица", "table"], &names) || told(field, "таблиц", number, of)
    })
}

/// `{{табл имя}}`
fn called(field: &Field<'_>, helpers: &[&str], names: &[&str]) -> bool {
    field.text.is_some_and(|text| {
        text.calls().any(|call| {
            helpers.contains(&call.head().text.as_str())
                && call.arguments().first().is_some_and(|name| names.contains(&name.text.as_str()))
        })
    })
}

/// «в таблице 2», «приложение № 2»; where there is one alone, «в таблице».
fn told(field: &Field<'_>, stem: &str, number: usize, of: usize) -> bool {
    field.sentences.iter().any(|sentence| {
        let tables = sentence.tokens.iter().enumerate().filter(|(_, token)| token.begins(&[stem]));
        let mut tables = tables.filter(|_| field.kind.is_prose());
        tables.any(|(at, _)| {
            let sign = sentence.tokens.get(at + 1).is_some_and(|next| next.is_sign('№'));
            let next = sentence.tokens.get(at + 1 + usize::from(sign));
            let typed = next.is_some_and(|next| next.bound.is_none() && next.text == number.to_string());
            let called = next.is_some_and(|next| next.bound.is_some() || next.kind == super::Kind::Reference);
            typed || (of == 1 && !called)
        })
    })
}
