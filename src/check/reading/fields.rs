//! Where texts stand in a pack.

use super::view::{FieldKind, Reader};
use crate::layout::{Value, Values};
use crate::pack::facts::Facts;
use crate::pack::report::Report;
use crate::pack::resolution::{Appendix, Clause, Resolution, TablePlace};
use crate::pack::sheet::SummarySheet;
use crate::pack::speech::SpeechBlock;
use crate::pipeline::DocumentFile;
use crate::text::{Lines, RichText};

/// The texts of `pack.yaml`.
pub fn of_pack<'a>(facts: &'a Facts, reader: &mut Reader<'a>) {
    let conference = &facts.conference;
    lines(reader, FieldKind::Occasion, &conference.name);
    lines(reader, FieldKind::Theme, &conference.theme);
    lines(reader, FieldKind::Head, &conference.place);
    for (_, organisation) in &facts.organisations.0 {
        reader.text(FieldKind::Person, None, &organisation.name.0);
        lines(reader, FieldKind::Person, &organisation.dative);
    }
    for (_, person) in &facts.people.0 {
        lines(reader, FieldKind::Signature, &person.position);
    }
    for (_, table) in &facts.tables.0 {
        if let Some(title) = &table.title {
            reader.text(FieldKind::Caption, None, title);
        }
    }
}

/// The texts of a document.
pub fn of_document<'a>(document: &'a DocumentFile, reader: &mut Reader<'a>) {
    if let Some(resolution) = document.resolution() {
        of_resolution(resolution, reader);
    }
    if let Some(talk) = document.talk().filter(|talk| reader.is_new(talk)) {
        of_report(&talk.report, reader);
        talk.speech.blocks.iter().for_each(|block| of_block(block, reader));
    }
    if let Some(sheets) = document.sheets() {
        lines(reader, FieldKind::Heading, &sheets.title);
        sheets.sheets.iter().for_each(|sheet| of_sheet(sheet, reader));
    }
    of_values(&document.values, reader);
}

fn of_report<'a>(report: &'a Report, reader: &mut Reader<'a>) {
    reader.text(FieldKind::Theme, None, &report.title.0);
    if let Some(speaker) = &report.speaker {
        lines(reader, FieldKind::Signature, &speaker.position);
    }
    lines(reader, FieldKind::Occasion, &report.occasion);
    if let Some(epigraph) = &report.epigraph {
        reader.text(FieldKind::Quote, None, &epigraph.text.0);
        lines(reader, FieldKind::Quote, &epigraph.source);
    }
    texts(reader, FieldKind::Body, report.theses.0.iter().flat_map(|(_, theses)| theses));
    report.slides.0.iter().for_each(|(_, sheet)| of_sheet(sheet, reader));
}

fn of_block<'a>(block: &'a SpeechBlock, reader: &mut Reader<'a>) {
    match block {
        SpeechBlock::Heading(heading) => reader.text(FieldKind::Heading, None, &heading.text),
        SpeechBlock::Paragraph(text) => reader.text(FieldKind::Body, None, text),
        SpeechBlock::Points(points) => texts(reader, FieldKind::Body, points),
        SpeechBlock::Quote(quote) => {
            reader.text(FieldKind::Quote, None, &quote.text);
            texts(reader, FieldKind::Quote, &quote.author);
        }
        SpeechBlock::Cue(_) => {}
    }
}

fn of_sheet<'a>(sheet: &'a SummarySheet, reader: &mut Reader<'a>) {
    reader.text(FieldKind::Heading, None, &sheet.title.0);
    for figure in &sheet.indicators {
        reader.text(FieldKind::KeyFigure, None, &figure.figure);
        lines(reader, FieldKind::KeyFigure, &figure.caption);
    }
    sheet.table.iter().for_each(|table| of_table(table, reader));
    texts(reader, FieldKind::Slide, sheet.chart.iter().flat_map(|chart| &chart.title));
    texts(reader, FieldKind::Slide, sheet.picture.iter().flat_map(|picture| &picture.caption));
    texts(reader, FieldKind::Slide, &sheet.points);
    if let Some(quote) = &sheet.quote {
        reader.text(FieldKind::Quote, None, &quote.text);
        lines(reader, FieldKind::Quote, &quote.author);
    }
    lines(reader, FieldKind::Slide, &sheet.source);
    texts(reader, FieldKind::Slide, &sheet.note);
}

fn texts<'a>(reader: &mut Reader<'a>, kind: FieldKind, texts: impl IntoIterator<Item = &'a RichText>) {
    texts.into_iter().for_each(|text| reader.text(kind, None, text));
}

fn lines<'a>(reader: &mut Reader<'a>, kind: FieldKind, lines: &'a Option<Lines>) {
    if let Some(lines) = lines {
        reader.text(kind, None, &lines.0);
    }
}

fn of_resolution<'a>(resolution: &'a Resolution, reader: &mut Reader<'a>) {
    reader.text(FieldKind::Head, None, &resolution.kind.0);
    lines(reader, FieldKind::Head, &resolution.organisation);
    lines(reader, FieldKind::Occasion, &resolution.occasion);
    lines(reader, FieldKind::Theme, &resolution.theme);
    lines(reader, FieldKind::Head, &resolution.number);
    lines(reader, FieldKind::Head, &resolution.place);
    if let Some(approval) = &resolution.approval {
        for lines in
            [&approval.text, &approval.position, &approval.by, &approval.number].into_iter().flatten()
        {
            reader.text(FieldKind::Head, None, &lines.0);
        }
    }
    resolution.preamble.iter().for_each(|text| reader.text(FieldKind::Preamble, None, text));
    resolution.verb.iter().for_each(|text| reader.text(FieldKind::Head, None, text));
    resolution.clauses.0.iter().for_each(|clause| of_clause(clause, reader));
    resolution
        .signatures
        .iter()
        .for_each(|signature| lines(reader, FieldKind::Signature, &signature.position));
    if let Some(executor) = &resolution.executor {
        reader.text(FieldKind::Signature, None, &executor.text.0);
    }
    resolution.appendices.iter().for_each(|appendix| of_appendix(appendix, reader));
}

fn of_clause<'a>(clause: &'a Clause, reader: &mut Reader<'a>) {
    let of = Some(clause);
    for person in clause.to.iter().chain(&clause.addressees) {
        reader.text(FieldKind::Person, of, &person.0);
    }
    clause.text.iter().for_each(|text| reader.text(FieldKind::Clause, of, text));
    clause.due.iter().for_each(|due| reader.words(FieldKind::Deadline, of, &due.text));
    clause.responsible.iter().for_each(|person| reader.text(FieldKind::Person, of, &person.0));
    clause.clauses.iter().for_each(|clause| of_clause(clause, reader));
    clause.table.iter().for_each(|table| of_table(table, reader));
    clause.after.iter().for_each(|text| reader.text(FieldKind::After, of, text));
}

fn of_table<'a>(table: &'a TablePlace, reader: &mut Reader<'a>) {
    table.title.iter().for_each(|title| reader.text(FieldKind::Caption, None, title));
}

fn of_appendix<'a>(appendix: &'a Appendix, reader: &mut Reader<'a>) {
    lines(reader, FieldKind::Caption, &appendix.title);
    appendix.text.iter().for_each(|text| reader.text(FieldKind::Appendix, None, text));
    let caption = appendix.picture.as_ref().and_then(|picture| picture.caption.as_ref());
    caption.into_iter().for_each(|caption| reader.text(FieldKind::Appendix, None, caption));
    appendix.table.iter().for_each(|table| of_table(table, reader));
}

fn of_values<'a>(values: &'a Values, reader: &mut Reader<'a>) {
    values.iter().filter_map(|(_, value)| value.as_ref()).for_each(|value| of_value(value, reader));
}

fn of_value<'a>(value: &'a Value, reader: &mut Reader<'a>) {
    match value {
        Value::Text(text) | Value::Person(text) => reader.text(FieldKind::Own, None, text),
        Value::Deadline(due) => reader.words(FieldKind::Deadline, None, &due.text),
        Value::Table(table) => of_table(table, reader),
        Value::List(values) => values.iter().for_each(|value| of_value(value, reader)),
        Value::Record(values) => of_values(values, reader),
        Value::Word(_) | Value::Number(_) | Value::Boolean(_) | Value::Date(_) => {}
        Value::Chart(chart) => {
            chart.title.iter().for_each(|title| reader.text(FieldKind::Own, None, title));
        }
        Value::Picture(picture) => {
            picture.caption.iter().for_each(|caption| reader.text(FieldKind::Own, None, caption));
        }
        Value::SchoolYear(_) | Value::Choice(_) => {}
    }
}
