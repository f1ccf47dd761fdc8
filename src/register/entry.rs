//! The tasks of resolutions in the order of a register.

use crate::pack::register::{Column, Order, Register};
use crate::pack::resolution::Resolution;
use crate::pack::task::{Task, tasks};
use crate::russian::typography::fold;
use crate::text::{Lines, RichText};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A resolution whose tasks are listed.
#[derive(Clone, Debug)]
pub struct Listed<'p> {
    /// The resolution.
    pub resolution: &'p Resolution,
    /// The name of its file in the pack.
    pub file: String,
    /// The numbers of its clauses, as they are printed there, by the first byte of their text.
    pub clauses: BTreeMap<u32, String>,
}

/// A task as a register lists it.
#[derive(Clone, Debug)]
pub struct Entry<'p> {
    /// Which of the sources it comes from.
    pub source: usize,
    /// Its number among the tasks of that source, from 0.
    pub number: usize,
    /// The task with what is valid for it.
    pub task: Task<'p>,
    /// To whom it is given; where tasks stand under addressees, the one it stands under.
    pub to: &'p [Lines],
    /// The number of its clause without its last dot; `None` where it is not printed.
    pub clause: Option<String>,
}

/// Entries under one addressee, or all of them.
#[derive(Clone, Debug)]
pub struct Group<'p> {
    /// The addressee; `None` where tasks do not stand under addressees, or this one has none.
    pub to: Option<&'p Lines>,
    /// The tasks.
    pub entries: Vec<Entry<'p>>,
}

impl Entry<'_> {
    /// The last day on which it may be done, where the calendar knows it.
    pub fn end(&self) -> Option<NaiveDate> {
        self.task.due.and_then(|due| due.deadline.end())
    }
}

/// All tasks of the sources, in the order of their clauses.
pub fn entries<'p>(sources: &[Listed<'p>]) -> Vec<Entry<'p>> {
    let mut entries = Vec::new();
    for (source, listed) in sources.iter().enumerate() {
        let tasks = tasks(&listed.resolution.clauses.0).into_iter().enumerate();
        entries.extend(tasks.map(|(number, task)| Entry {
            source,
            number,
            to: task.to,
            clause: task.clause.text.as_ref().and_then(|text| listed.clause(text)),
            task,
        }));
    }
    entries
}

impl Listed<'_> {
    fn clause(&self, text: &RichText) -> Option<String> {
        self.clauses.get(&text.source.whole().start).cloned()
    }
}

/// The tasks in groups: one for each addressee in the order in which they come up, those without
/// one last; or all in one, by clauses or by deadlines.
pub fn groups<'p>(entries: Vec<Entry<'p>>, order: Order) -> Vec<Group<'p>> {
    match order {
        Order::Clauses => vec![Group { to: None, entries }],
        Order::Deadlines => vec![Group { to: None, entries: by_deadline(entries) }],
        Order::Addressees => by_addressee(entries),
    }
}

fn by_deadline(mut entries: Vec<Entry<'_>>) -> Vec<Entry<'_>> {
    // The sort is stable: what falls on one day keeps the order of the clauses.
    entries.sort_by_key(|entry| (entry.end().is_none(), entry.end()));
    entries
}

fn by_addressee(entries: Vec<Entry<'_>>) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut without = Vec::new();
    for entry in entries {
        if entry.to.is_empty() {
            without.push(entry);
            continue;
        }
        for to in entry.to {
            let place = *places.entry(fold(to.0.plain())).or_insert_with(|| {
                groups.push(Group { to: Some(to), entries: Vec::new() });
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(place) {
                group.entries.push(Entry { to: std::slice::from_ref(to), ..entry.clone() });
            }
        }
    }
    if !without.is_empty() {
        groups.push(Group { to: None, entries: without });
    }
    groups
}

/// The columns that a register prints: those it names; else all that say something.
pub fn columns(register: &Register, entries: &[Entry<'_>], sources: usize) -> Vec<Column> {
    if !register.columns.is_empty() {
        return register.columns.clone();
    }
    let by_addressee = register.order == Some(Order::Addressees);
    let says = |column: &Column| match column {
        Column::Clause => entries.iter().any(|entry| entry.clause.is_some()),
        Column::Document => sources > 1,
        // The name stands over the tasks.
        Column::Addressee => !by_addressee && entries.iter().any(|entry| !entry.to.is_empty()),
        Column::Responsible => entries.iter().any(|entry| !entry.task.responsible.is_empty()),
        Column::Number | Column::Task | Column::Due | Column::Mark => true,
    };
    use Column::{Addressee, Clause, Document, Due, Mark, Number, Responsible, Task};
    [Number, Clause, Document, Task, Addressee, Due, Responsible, Mark].into_iter().filter(says).collect()
}
