//! The tasks of a resolution: its clauses without clauses under them that say what is to be done,
//! with what the groups around them say of addressee, deadline and responsible person.

use super::moment::DeadlineValue;
use super::resolution::Clause;
use crate::text::Lines;

/// A task with what is valid for it.
#[derive(Clone, Copy, Debug)]
pub struct Task<'p> {
    /// The clause.
    pub clause: &'p Clause,
    /// To whom it is given, by the clause or the nearest group.
    pub to: &'p [Lines],
    /// Its deadline, its own or the nearest group's.
    pub due: Option<&'p DeadlineValue>,
    /// Who is responsible, by the clause or the nearest group.
    pub responsible: &'p [Lines],
}

/// The tasks in their order. A clause without addressee, deadline and responsible person, such
/// as «признать работу удовлетворительной», is no task.
pub fn tasks(clauses: &[Clause]) -> Vec<Task<'_>> {
    let mut found = Vec::new();
    collect(clauses, None, &mut found);
    found
}

fn collect<'p>(clauses: &'p [Clause], around: Option<Task<'p>>, found: &mut Vec<Task<'p>>) {
    for clause in clauses {
        let task = within(clause, around);
        if !clause.clauses.is_empty() {
            collect(&clause.clauses, Some(task), found);
        } else if task.due.is_some() || !task.to.is_empty() || !task.responsible.is_empty() {
            found.push(task);
        }
    }
}

fn within<'p>(clause: &'p Clause, around: Option<Task<'p>>) -> Task<'p> {
    let own = if clause.addressees.is_empty() { &clause.to } else { &clause.addressees };
    Task {
        clause,
        to: if own.is_empty() { around.map_or(&[], |task| task.to) } else { own },
        due: clause.due.as_ref().or(around.and_then(|task| task.due)),
        responsible: match clause.responsible.is_empty() {
            true => around.map_or(&[], |task| task.responsible),
            false => &clause.responsible,
        },
    }
}
