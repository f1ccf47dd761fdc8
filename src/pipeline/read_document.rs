//! Reading a document's file: its YAML as what its layout is based on.

use super::loaded::Sheets;
use crate::layout::{Base, Layout, Values, read_values};
use crate::pack::read::{self, Reader, Word};
use crate::pack::register::Register;
use crate::pack::report::Report;
use crate::pack::resolution::Resolution;
use crate::pack::sheet::{Handout, SummarySheet};
use crate::source::{Node, SourceId};
use std::sync::Arc;

/// A document's file that was read.
pub(super) struct Opened {
    pub source: SourceId,
    pub layout: Arc<Layout>,
    pub said: Said,
    pub values: Values,
    /// The name of the finished files.
    pub name: Option<Word>,
}

/// What a document's file says besides the fields of its layout.
pub(super) enum Said {
    Resolution(Box<Resolution>),
    Report(Box<Report>),
    Sheets(Sheets),
    Register(Register),
    Fields,
}

/// Reads a document's keys. All are read, so that all their errors are found; `None` if what
/// its layout is based on cannot be made of them.
pub(super) fn read_document(
    node: &Node,
    layout: &Arc<Layout>,
    source: SourceId,
    reader: &mut Reader<'_>,
) -> Option<Opened> {
    let mut nodes = reader.record(node, &layout.record)?.into_iter();
    let said = read_base(&mut nodes, node, layout.base, reader);
    let values = read_values(&layout.fields, nodes, reader);
    let (said, name) = said?;
    Some(Opened { source, layout: Arc::clone(layout), said, values, name })
}

/// What the layout's base asks for, and the name of the finished files.
fn read_base<'n>(
    nodes: &mut impl Iterator<Item = Option<&'n Node>>,
    node: &Node,
    base: Base,
    reader: &mut Reader<'_>,
) -> Option<(Said, Option<Word>)> {
    match base {
        Base::Resolution => {
            let resolution = Resolution::read_fields(nodes, node.span, reader)?;
            let name = resolution.file.clone();
            Some((Said::Resolution(Box::new(resolution)), name))
        }
        Base::Register => {
            let register = Register::read_fields(nodes, node.span, reader)?;
            let name = register.file.clone();
            Some((Said::Register(register), name))
        }
        Base::Report => {
            let report = Report::read_fields(nodes, node.span, reader)?;
            let name = report.file.clone();
            Some((Said::Report(Box::new(report)), name))
        }
        Base::Handout => {
            let Handout { title, sheets, per_page, file, .. } =
                Handout::read_fields(nodes, node.span, reader)?;
            Some((Said::Sheets(Sheets { title: Some(title), sheets, per_page }), file))
        }
        Base::Summary => {
            let name = own_name(nodes, reader);
            let sheet = SummarySheet::read_fields(nodes, node.span, reader)?;
            Some((Said::Sheets(Sheets { title: None, sheets: vec![sheet], per_page: None }), name))
        }
        Base::Fields => Some((Said::Fields, own_name(nodes, reader))),
    }
}

/// The fields that every document has come first: the layout, which is known, and the name.
fn own_name<'n>(nodes: &mut impl Iterator<Item = Option<&'n Node>>, reader: &mut Reader<'_>) -> Option<Word> {
    nodes.nth(1).flatten().and_then(|node| read::Read::read(node, reader))
}
