//! Parts side by side, such as a signature.

use super::builder::Builder;
use super::flow::{Body, Cost, Strip};
use super::measure::Stack;
use super::pages::NodeId;
use super::table::TableFlow;
use crate::document::{Columns, Paragraph};

impl<'a> Builder<'a> {
    /// Adds parts side by side.
    pub fn columns(&mut self, columns: &'a Columns, parent: NodeId) {
        let total: f32 = columns.parts.iter().map(|(share, _)| share.max(0.0)).sum();
        let (mut parts, mut left) = (Vec::new(), 0.0);
        for (share, paragraphs) in &columns.parts {
            let share = if total > 0.0 { share.max(0.0) / total } else { 1.0 / columns.parts.len() as f32 };
            let width = self.column * f64::from(share);
            parts.push((left, self.stack(paragraphs, parent, width)));
            left += width;
        }
        if columns.keep_lines_before > 0 {
            let kept = self.keep_before(usize::from(columns.keep_lines_before));
            self.kept.push(kept);
        }
        let room = |of: fn(&Stack) -> f64| parts.iter().map(|(_, stack)| of(stack)).fold(0.0, f64::max);
        let strip = Strip {
            body: Body::Row(self.flow.tables.len(), 0),
            before: room(|stack| stack.before),
            after: room(|stack| stack.after),
            cost: Cost::Free,
            starts: true,
            new_page: false,
            landmarks: Vec::new(),
            beside: Vec::new(),
            rule: None,
            at_foot: false,
            turn: None,
        };
        self.flow.tables.push(TableFlow::side_by_side(parts, columns.bottom));
        self.push(strip, columns.keep_lines_before > 0);
        self.keeps_next = columns.keep_next;
    }

    /// Paragraphs one under the other.
    pub(super) fn stack(&mut self, paragraphs: &'a [Paragraph], parent: NodeId, width: f64) -> Stack {
        let mut stack = Stack::default();
        for paragraph in paragraphs {
            let node = self.node(paragraph, parent);
            let prepared = self.prepare(paragraph, node, None);
            let lines = self.lines(&prepared, width, None);
            stack.push(prepared.style, self.fonts.metrics(prepared.style.face), lines);
        }
        stack
    }
}
