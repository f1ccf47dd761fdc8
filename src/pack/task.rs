//! The tasks of a resolution: its clauses without clauses under them that say what is to be done,
//! with what the groups around them say of addressee, deadline and responsible person.

use super::moment::DeadlineValue;
use super::resolution::Clause;
use crate::text::{Lines, RichText};

/// A task with what is valid for it.
#[derive(Clone, Debug)]
pub struct Task<'p> {
    /// The clause.
    pub clause: &'p Clause,
    /// What the groups around it begin its sentence with: «Провести самообследование:».
    pub leads: Vec<&'p RichText>,
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

fn collect<'p>(clauses: &'p [Clause], around: Option<&Task<'p>>, found: &mut Vec<Task<'p>>) {
    for clause in clauses {
        let task = within(clause, around);
        if !clause.clauses.is_empty() {
            let leads = task.leads.iter().copied().chain(lead(clause)).collect();
            collect(&clause.clauses, Some(&Task { leads, ..task }), found);
        } else if task.due.is_some() || !task.to.is_empty() || !task.responsible.is_empty() {
            found.push(task);
        }
    }
}

/// The beginning of a sentence that a group's clauses end. One that only names addressees is
/// none: they are told beside the task.
fn lead(group: &Clause) -> Option<&RichText> {
    let text = group.text.as_ref().filter(|_| group.addressees.is_empty())?;
    text.plain().ends_with(':').then_some(text)
}

fn within<'p>(clause: &'p Clause, around: Option<&Task<'p>>) -> Task<'p> {
    let own = if clause.addressees.is_empty() { &clause.to } else { &clause.addressees };
    Task {
        clause,
        leads: around.map_or_else(Vec::new, |task| task.leads.clone()),
        to: if own.is_empty() { around.map_or(&[], |task| task.to) } else { own },
        due: clause.due.as_ref().or(around.and_then(|task| task.due)),
        responsible: match clause.responsible.is_empty() {
            true => around.map_or(&[], |task| task.responsible),
            false => &clause.responsible,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::read::{Read, Reader};
    use crate::pack::resolution::Resolution;
    use crate::source::{self, Findings, Sources};

    /// The tasks of clauses, each with the words around it.
    fn sentences(clauses: &str) -> Vec<String> {
        let yaml = format!("вид: РЕШЕНИЕ\nпункты:\n{clauses}");
        let mut sources = Sources::default();
        let source = sources.add_text("файл", yaml.as_str());
        let node = source::parse(source, &yaml, &mut Findings::default()).expect("YAML");
        let resolution = Resolution::read(&node, &mut Reader::new(&sources)).expect("a resolution");
        let words = |task: Task<'_>| {
            let texts = task.leads.iter().copied().chain(&task.clause.text);
            texts.map(RichText::plain).collect::<Vec<_>>().join(" ")
        };
        tasks(&resolution.clauses.0).into_iter().map(words).collect()
    }

    #[test]
    fn a_task_reads_as_a_whole_sentence() {
        let clauses = "\
- кому: школы
  срок: в течение года
  пункты:
    - текст: |
        Провести опрос по вопросам:
      пункты:
        - |
          питание;
        - |
          безопасность.
    - |
      Опубликовать итоги.
";
        let whole = [
            "Провести опрос по вопросам: питание;",
            "Провести опрос по вопросам: безопасность.",
            "Опубликовать итоги.",
        ];
        assert_eq!(sentences(clauses), whole);
    }

    #[test]
    fn words_that_name_the_addressee_or_end_a_sentence_are_not_said_again() {
        let clauses = "\
- текст: |
    Директорам школ:
  для: директорам школ
  пункты:
    - |
      Обновить сайты.
- текст: |
    Особое внимание – безопасности.
  срок: постоянно
  пункты:
    - |
      Проверить выходы.
";
        assert_eq!(sentences(clauses), ["Обновить сайты.", "Проверить выходы."]);
    }
}
