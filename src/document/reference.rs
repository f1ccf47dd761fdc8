//! References to clauses, tables, figures and appendices by their stable names.

use super::messages as say;
use super::numbering::{Targets, is_own_number};
use super::{Anchor, AnchorKind, Block, Inline, Paragraph, Section, Text};
use crate::pack::read::{advice, nearest};
use crate::source::{Finding, Findings, SourceId, SourceText};
use crate::text::Call;

/// The helpers that print a number, and of what.
const HELPERS: [(&str, &str, AnchorKind); 4] = [
    ("п", "clause", AnchorKind::Clause),
    ("табл", "table", AnchorKind::Table),
    ("рис", "figure", AnchorKind::Figure),
    ("прил", "appendix", AnchorKind::Appendix),
];

/// The anchor that `{{п имя}}` leads to: `None` if the call is something else, `Some(None)`
/// after a finding.
pub fn of_call(call: &Call, source: &SourceText, findings: &mut Findings) -> Option<Option<Anchor>> {
    let head = call.head();
    let (_, _, kind) = HELPERS.iter().find(|(ru, en, _)| head.text == *ru || head.text == *en)?;
    match call.arguments() {
        [name] => Some(Some(Anchor { kind: *kind, name: name.text.clone() })),
        _ => {
            let finding = Finding::new(&say::REFERENCE_NAMES).arg("helper", head.text.clone());
            findings.push(finding.at(source.span(call.range.clone())));
            Some(None)
        }
    }
}

/// The place in a caption where its own number is printed.
pub fn own_number(text: Text) -> Inline {
    Inline::Reference { target: Anchor::clause(""), text }
}

/// Prints a caption's own number.
pub fn set_own_number(inline: &mut Inline, number: &str) {
    if is_own_number(inline)
        && let Inline::Reference { text, .. } = inline
    {
        let mut text = text.clone();
        number.clone_into(&mut text.text);
        *inline = Inline::Text(text);
    }
}

/// What a reference to the only appendix prints where the word does not stand before it.
const APPENDIX: &str = "приложение";

/// Gives the references to an appendix without a number the word before them: of «(приложение
/// {{прил план}})» is left «(приложение)», and the word leads there.
fn take_words(paragraph: &mut Paragraph, targets: &Targets) {
    for at in 0..paragraph.content.len() {
        let (before, rest) = paragraph.content.split_at_mut(at);
        let Some(Inline::Reference { target, text }) = rest.first_mut() else { continue };
        if target.kind != AnchorKind::Appendix || targets.get(target).is_none_or(|number| !number.is_empty())
        {
            continue;
        }
        APPENDIX.clone_into(&mut text.text);
        let Some(Inline::Text(words)) = before.last_mut() else { continue };
        let trimmed = words.text.trim_end_matches([' ', '\u{a0}', '№']);
        let start = trimmed.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
        let start = (start..=trimmed.len()).find(|at| trimmed.is_char_boundary(*at)).unwrap_or(0);
        let word = trimmed.get(start..).unwrap_or_default();
        if word.to_lowercase().starts_with("приложени") {
            word.clone_into(&mut text.text);
            words.text.truncate(start);
        }
    }
}

/// What a reference is called where it stands alone, «({{прил сеть}})»: a number in brackets would
/// be that of nothing.
fn word_of(kind: AnchorKind) -> Option<&'static str> {
    match kind {
        AnchorKind::Appendix => Some(APPENDIX),
        AnchorKind::Table => Some("таблица"),
        AnchorKind::Figure => Some("рисунок"),
        AnchorKind::Clause => None,
    }
}

/// Whether nothing before an inline says what its number counts: it opens a bracket or follows
/// «см.».
fn stands_alone(before: &[Inline]) -> bool {
    let Some(Inline::Text(words)) = before.last() else { return false };
    words.text.ends_with('(') || words.text.trim_end_matches([' ', '\u{a0}']).ends_with("см.")
}

/// Prints the number of every reference; those that lead nowhere are findings. A text of another
/// document refers to what stands there: its number is printed and leads nowhere.
pub fn resolve(
    sections: &mut [Section],
    targets: &Targets,
    others: &[(SourceId, Targets)],
    findings: &mut Findings,
) {
    each_paragraph(sections, &mut |paragraph| {
        take_words(paragraph, targets);
        for at in 0..paragraph.content.len() {
            let (before, rest) = paragraph.content.split_at_mut(at);
            let Some(inline @ Inline::Reference { .. }) = rest.first_mut() else { continue };
            let Inline::Reference { target, text } = inline else { continue };
            let word = word_of(target.kind).filter(|_| stands_alone(before));
            let named = |number: &String| match word {
                Some(word) => format!("{word}\u{a0}{number}"),
                None => number.clone(),
            };
            if let Some(number) = number_in(others, target, text) {
                *inline = Inline::Text(Text { text: named(&number), ..text.clone() });
                continue;
            }
            match targets.get(target) {
                Some(_) if targets.is_shared(target) => findings.push(shared(target, text)),
                Some(number) if number.is_empty() => {}
                Some(number) => text.text = named(number),
                None if is_unshown(target, text, targets, others) => {}
                None => findings.push(lost(target, text, targets)),
            }
        }
    });
}

/// The number of a reference that another document's text makes.
fn number_in(others: &[(SourceId, Targets)], target: &Anchor, text: &Text) -> Option<String> {
    let source = text.origin.place.source();
    let (_, targets) = others.iter().find(|(file, _)| *file == source)?;
    targets.get(target).cloned()
}

fn shared(target: &Anchor, text: &Text) -> Finding {
    let name = target.name.as_str();
    let put = match target.kind {
        AnchorKind::Table => (
            format!("`таблица: {{ таблица: {name}, id: другое_имя }}`"),
            format!("`table: {{ table: {name}, id: other_name }}`"),
        ),
        AnchorKind::Figure => (
            format!("`диаграмма: {{ таблица: {name}, id: другое_имя }}`"),
            format!("`chart: {{ table: {name}, id: other_name }}`"),
        ),
        AnchorKind::Clause | AnchorKind::Appendix => ("`id: другое_имя`".into(), "`id: other_name`".into()),
    };
    let helper = HELPERS.iter().find(|(.., kind)| *kind == target.kind);
    let (ru, en) = helper.map_or(("п", "clause"), |(ru, en, _)| (*ru, *en));
    let call = (format!("`{{{{{ru} другое_имя}}}}`"), format!("`{{{{{en} other_name}}}}`"));
    let finding = Finding::new(&say::SHARED_NAME).arg("name", name).arg("put", put).arg("call", call);
    finding.at(text.origin.place.clone())
}

/// Whether what a reference leads to could not be shown, here or in the document of its text.
fn is_unshown(target: &Anchor, text: &Text, targets: &Targets, others: &[(SourceId, Targets)]) -> bool {
    let source = text.origin.place.source();
    let of_text = others.iter().filter(|(file, _)| *file == source).map(|(_, targets)| targets);
    of_text.chain([targets]).any(|targets| targets.is_unshown(target))
}

/// How many names a message lists.
const LISTED: usize = 12;

fn lost(target: &Anchor, text: &Text, targets: &Targets) -> Finding {
    let others = || targets.names(target.kind);
    // A long document has more names than anybody reads; one that is like it is always told.
    let listed = if nearest(&target.name, others()).is_some() { usize::MAX } else { LISTED };
    let known = advice(&target.name, || others().take(listed), ("", ""));
    let message = match (others().next(), target.kind) {
        (Some(_), _) => &say::LOST_REFERENCE,
        (None, AnchorKind::Table) => &say::NO_TABLE_TO_REFER_TO,
        (None, AnchorKind::Figure) => &say::NO_CHART_TO_REFER_TO,
        (None, AnchorKind::Appendix) => &say::NO_APPENDIX_TO_REFER_TO,
        (None, AnchorKind::Clause) => &say::NOTHING_TO_REFER_TO,
    };
    let finding = Finding::new(message).arg("name", target.name.as_str());
    finding.arg("known", known).at(text.origin.place.clone())
}

/// Calls `change` with every paragraph of the document, in its order.
pub fn each_paragraph(sections: &mut [Section], change: &mut impl FnMut(&mut Paragraph)) {
    for section in sections {
        section.stories_mut().for_each(|blocks| in_blocks(blocks, change));
        section.slide.iter_mut().flat_map(|slide| &mut slide.notes).for_each(&mut *change);
        section.footer.iter_mut().for_each(&mut *change);
    }
}

fn in_blocks(blocks: &mut [Block], change: &mut impl FnMut(&mut Paragraph)) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => change(paragraph),
            Block::List(list) => list.items.iter_mut().for_each(|item| in_blocks(&mut item.blocks, change)),
            Block::Aside(aside) => aside.content.iter_mut().for_each(&mut *change),
            Block::Columns(columns) => {
                columns.parts.iter_mut().flat_map(|(_, paragraphs)| paragraphs).for_each(&mut *change);
            }
            Block::Table(table) => {
                table
                    .caption
                    .iter_mut()
                    .chain(table.unit.as_deref_mut())
                    .chain(&mut table.continuation)
                    .chain(table.ending.as_deref_mut())
                    .for_each(&mut *change);
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.flat_map(|cell| &mut cell.content).for_each(&mut *change);
            }
            Block::Chart(chart) => chart.caption.iter_mut().for_each(&mut *change),
            Block::Picture(picture) => picture.caption.iter_mut().for_each(&mut *change),
            Block::PageBreak => {}
        }
    }
}
