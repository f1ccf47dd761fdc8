//! Glyphs in a row, as the operators that show them.

use super::content::{begin, nearest, round};
use super::finish::utf16;
use crate::typeset::TextRun;
use printpdf::{DictItem, Op};

/// Glyphs on their way into one `TJ`, with the place where a reader's pen stands.
pub(super) struct Row {
    /// Thousandths of the letters' size per point.
    per_point: f64,
    /// Where the next glyph belongs.
    wanted: f64,
    /// Where the reader's pen is after what was shown.
    pen: f64,
    rise: f32,
    /// What is read in place of the glyphs.
    replacement: Option<String>,
    items: Vec<DictItem>,
    codes: Vec<u8>,
}

impl Row {
    /// Nothing yet, at the left end of a text.
    pub fn new(run: &TextRun) -> Row {
        let size = f64::from(round(run.size)).max(0.001);
        Row {
            per_point: 1000.0 / size,
            wanted: 0.0,
            pen: 0.0,
            rise: 0.0,
            replacement: None,
            items: Vec::new(),
            codes: Vec::new(),
        }
    }

    /// Adds a glyph. The pen is moved where the widths alone would not take it, in whole
    /// thousandths of the size: a few thousandths of a millimetre. What rounding leaves is made
    /// good at the next step, so a long line does not drift.
    pub fn push(&mut self, code: u16, width: f32, dx: f32, advance: f32) {
        let step = nearest(self.pen - (self.wanted + f64::from(dx) * self.per_point));
        if step != 0 {
            self.end_codes();
            self.items.push(DictItem::Int(step));
            self.pen -= step as f64;
        }
        self.codes.extend(code.to_be_bytes());
        self.pen += f64::from(width);
        self.wanted += f64::from(advance) * self.per_point;
    }

    /// Whether something else is read in place of the glyphs.
    pub fn is_replaced(&self) -> bool {
        self.replacement.is_some()
    }

    fn end_codes(&mut self) {
        if !self.codes.is_empty() {
            let data = std::mem::take(&mut self.codes);
            self.items.push(DictItem::String { data, literal: true });
        }
    }

    /// Shows what was added. printpdf's own operation writes each glyph as a string of its
    /// own, which triples the stream; one string for each unbroken row of glyphs is what
    /// readers expect.
    pub fn show(&mut self, ops: &mut Vec<Op>) {
        self.end_codes();
        if !self.items.is_empty() {
            let value = vec![DictItem::Array(std::mem::take(&mut self.items))];
            ops.push(Op::Unknown { key: "TJ".to_owned(), value });
        }
    }

    /// Says what is read in place of the glyphs that follow (ISO 32000-1, 14.9.4); with `None`
    /// they are read themselves.
    pub fn replace(&mut self, text: Option<&str>, ops: &mut Vec<Op>) {
        if text == self.replacement.as_deref() {
            return;
        }
        self.show(ops);
        if self.replacement.is_some() {
            ops.push(Op::EndMarkedContent);
        }
        if let Some(text) = text {
            ops.push(begin_actual_text(text));
        }
        self.replacement = text.map(str::to_owned);
    }

    /// Lifts the glyphs that follow above the baseline.
    pub fn set_rise(&mut self, rise: f32, ops: &mut Vec<Op>) {
        let rise = round(rise);
        if rise != self.rise {
            self.show(ops);
            self.rise = rise;
            ops.push(Op::SetLineOffset { multiplier: rise });
        }
    }
}

fn begin_actual_text(text: &str) -> Op {
    let data = utf16(text);
    begin("Span", [("ActualText", DictItem::String { data, literal: true })])
}
