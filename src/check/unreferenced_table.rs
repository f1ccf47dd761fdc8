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
             приложения ссылаются через приложение; таблицы, из которых только берут числа, не печатаются.",
        en: "The text of a document must refer to each table that a clause prints. The table of an appendix is reached \
             through the appendix; tables that only lend their figures are not printed.",
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
    view.fields.iter().filter(own).any(|field| called(field, &names) || told(field, number, of))
}

/// `{{табл имя}}`
fn called(field: &Field<'_>, names: &[&str]) -> bool {
    field.text.is_some_and(|text| {
        text.calls().any(|call| {
            matches!(call.head().text.as_str(), "табл" | "таблица" | "table")
                && call.arguments().first().is_some_and(|name| names.contains(&name.text.as_str()))
        })
    })
}

/// «в таблице 2»; where there is one table alone, «в таблице».
fn told(field: &Field<'_>, number: usize, of: usize) -> bool {
    field.sentences.iter().any(|sentence| {
        let tables = sentence.tokens.iter().enumerate().filter(|(_, token)| token.begins(&["таблиц"]));
        let mut tables = tables.filter(|_| field.kind.is_prose());
        tables.any(|(at, _)| {
            let next = sentence.tokens.get(at + 1);
            let typed = next.is_some_and(|next| next.bound.is_none() && next.text == number.to_string());
            let called = next.is_some_and(|next| next.bound.is_some() || next.kind == super::Kind::Reference);
            typed || (of == 1 && !called)
        })
    })
}
