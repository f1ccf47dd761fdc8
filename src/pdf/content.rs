//! What is drawn on a page, as printpdf's operations. This file and `row` are the only
//! ones that know them.

use super::Profile;
use super::codes::{Codes, slot};
use super::division::{Divisions, Place};
use super::font::EmbeddedFont;
use super::images::Images;
use super::reading::{Cluster, clusters};
use super::row::Row;
use crate::document::Face;
use crate::picture::Picture;
use crate::typeset::{Item, Mark, Page, Pages, TextRun};
use printpdf::{
    Color, CurTransMat, DictItem, FontId, Line, LineDashPattern, LinePoint, Op, PaintMode, PdfDocument,
    PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextMatrix,
    WindingOrder,
};
use std::collections::BTreeMap;

/// The numbers of a page's marked runs: `MCID` by index of the run, `None` for artifacts and
/// for runs that draw nothing.
pub(super) type Marks = Vec<Option<i64>>;

/// The pages before anything is said about them: content streams and a page tree, with the
/// numbers of the marked runs of each page.
pub(super) fn draw(
    pages: &Pages,
    roles: &[&'static str],
    codes: &Codes,
    (fonts, images): (&[EmbeddedFont], &Images),
    profile: Profile,
) -> (lopdf::Document, Vec<Marks>) {
    let mut document = PdfDocument::new("");
    let divisions = Divisions::find(pages);
    let mut widths: Widths = Default::default();
    for font in fonts {
        widths[slot(font.face)] = &font.widths;
    }
    let mut marks = Vec::with_capacity(pages.pages.len());
    for (index, page) in pages.pages.iter().enumerate() {
        let mut pen = Pen::new(index, page.height, (codes, &widths, &divisions), images);
        marks.push(pen.draw_page(page, roles, profile));
        let sheet = Rect::from_wh(Pt(round(page.width)), Pt(round(page.height)));
        document.pages.push(PdfPage {
            media_box: sheet.clone(),
            trim_box: sheet.clone(),
            crop_box: sheet,
            ops: pen.ops,
        });
    }
    // `secure` would leave out the operators of `show`, which printpdf has no name for.
    let options = PdfSaveOptions { secure: false, ..PdfSaveOptions::default() };
    (document.to_lopdf_document(&options, &mut Vec::new()), marks)
}

/// The name under which pages ask for a face.
pub(super) fn font_name(face: Face) -> String {
    format!("F{}", slot(face))
}

/// Rounded to a thousandth: far below what any printer shows, and short to write.
pub(super) fn round(value: f32) -> f32 {
    (nearest(f64::from(value) * 1000.0) as f64 / 1000.0) as f32
}

/// The nearest whole number, halves away from zero; cheaper than `f64::round`, which calls the
/// system's library on most machines.
pub(super) fn nearest(value: f64) -> i64 {
    (value + 0.5f64.copysign(value)) as i64
}

/// The width of each code, in thousandths of the size, by the face's slot.
type Widths<'a> = [&'a [f32]; 4];

/// Draws one page and remembers what is set, so that nothing is set twice.
struct Pen<'a> {
    ops: Vec<Op>,
    page: usize,
    height: f32,
    codes: &'a Codes<'a>,
    widths: &'a Widths<'a>,
    divisions: &'a Divisions,
    images: &'a Images,
    in_text: bool,
    font: Option<(Face, f32)>,
    fill: Option<[u8; 3]>,
    stroke: Option<[u8; 3]>,
    line_width: Option<f32>,
    dash: Option<(f32, f32)>,
}

impl<'a> Pen<'a> {
    fn new(
        page: usize,
        height: f32,
        (codes, widths, divisions): (&'a Codes<'a>, &'a Widths<'a>, &'a Divisions),
        images: &'a Images,
    ) -> Pen<'a> {
        Pen {
            ops: Vec::new(),
            page,
            height,
            codes,
            widths,
            divisions,
            images,
            in_text: false,
            font: None,
            fill: None,
            stroke: None,
            line_width: None,
            dash: None,
        }
    }

    fn draw_page(&mut self, page: &Page, roles: &[&'static str], profile: Profile) -> Marks {
        let (mut marks, mut next) = (Vec::with_capacity(page.runs.len()), 0);
        for (index, run) in page.runs.iter().enumerate() {
            if !run.items.iter().any(draws) {
                marks.push(None);
                continue;
            }
            let number = match run.mark {
                Mark::Node(_) => Some(next),
                Mark::Pagination | Mark::Layout => None,
            };
            next += i64::from(number.is_some());
            marks.push(number);
            self.ops.push(begin_mark(roles, run.mark, number, profile));
            for (at, item) in run.items.iter().enumerate().filter(|(_, item)| draws(item)) {
                self.draw_item(item, (self.page, index, at));
            }
            self.end_text();
            self.ops.push(Op::EndMarkedContent);
        }
        marks
    }

    fn draw_item(&mut self, item: &Item, place: Place) {
        match item {
            Item::Text(run) => self.draw_text(run, place),
            Item::Rectangle { x, y, width, height, color } => {
                self.end_text();
                self.set_fill(*color);
                self.ops.push(Op::DrawRectangle { rectangle: self.rectangle(*x, *y, *width, *height) });
            }
            Item::Polygon { points, color } => {
                self.end_text();
                self.set_fill(*color);
                let ring = PolygonRing { points: points.iter().map(|point| self.point(*point)).collect() };
                let polygon = Polygon {
                    rings: vec![ring],
                    mode: PaintMode::Fill,
                    winding_order: WindingOrder::NonZero,
                };
                self.ops.push(Op::DrawPolygon { polygon });
            }
            Item::Picture { x, y, width, height, picture } => {
                self.end_text();
                self.draw_picture(picture, [*x, *y, *width, *height]);
            }
            Item::Line { from, to, width, color } => self.stroke(&[*from, *to], *color, *width, None),
            Item::Stroke { points, width, color, dash } => self.stroke(points, *color, *width, *dash),
        }
    }

    /// A picture is one unit wide and high and is stretched over its rectangle (ISO 32000-1,
    /// 8.9.5.1).
    fn draw_picture(&mut self, picture: &Picture, [x, y, width, height]: [f32; 4]) {
        let Some(image) = self.images.name(picture) else { return };
        let stretched = [round(width), 0.0, 0.0, round(height), round(x), self.up(y + height)];
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(stretched) });
        self.ops.push(Op::Unknown { key: "Do".to_owned(), value: vec![name(&image)] });
        self.ops.push(Op::RestoreGraphicsState);
    }

    /// A line through points; one that ends where it begins is closed.
    fn stroke(&mut self, points: &[(f32, f32)], color: [u8; 3], width: f32, dash: Option<(f32, f32)>) {
        self.end_text();
        self.set_stroke(color, width);
        self.set_dash(dash);
        let is_closed = points.len() > 2 && points.first() == points.last();
        let kept = points.len() - usize::from(is_closed);
        let points = points.iter().take(kept).map(|point| self.point(*point)).collect();
        self.ops.push(Op::DrawLine { line: Line { points, is_closed } });
    }

    fn draw_text(&mut self, run: &TextRun, place: Place) {
        self.set_fill(run.color);
        if !self.in_text {
            self.in_text = true;
            self.ops.push(Op::StartTextSection);
        }
        if self.font != Some((run.face, run.size)) {
            self.font = Some((run.face, run.size));
            let font = PdfFontHandle::External(FontId(font_name(run.face)));
            self.ops.push(Op::SetFont { font, size: Pt(round(run.size)) });
        }
        let matrix = TextMatrix::Translate(Pt(round(run.x)), Pt(self.up(run.y)));
        self.ops.push(Op::SetTextMatrix { matrix });
        self.draw_glyphs(run, place);
    }

    fn draw_glyphs(&mut self, run: &TextRun, place: Place) {
        let mut row = Row::new(run);
        for cluster in clusters(run).filter(|cluster| !cluster.is_silent()) {
            row.replace(self.divisions.word(place, cluster.start), &mut self.ops);
            self.draw_cluster(run, &cluster, &mut row);
        }
        row.replace(None, &mut self.ops);
        row.show(&mut self.ops);
        row.set_rise(0.0, &mut self.ops);
    }

    fn draw_cluster(&mut self, run: &TextRun, cluster: &Cluster, row: &mut Row) {
        let own = cluster.actual_text().filter(|_| !row.is_replaced());
        if let Some(text) = &own {
            row.replace(Some(text), &mut self.ops);
        }
        let (codes, widths) = (self.codes.face(run.face), self.widths[slot(run.face)]);
        for (index, glyph) in cluster.glyphs.iter().enumerate() {
            row.set_rise(glyph.dy, &mut self.ops);
            let code = codes.code(glyph.id, &cluster.reading(index));
            let width = widths.get(usize::from(code)).copied().unwrap_or(0.0);
            row.push(code, width, glyph.dx, glyph.advance);
        }
        if own.is_some() {
            row.replace(None, &mut self.ops);
        }
    }

    fn end_text(&mut self) {
        if self.in_text {
            self.in_text = false;
            self.ops.push(Op::EndTextSection);
        }
    }

    fn set_fill(&mut self, color: [u8; 3]) {
        if self.fill.replace(color) != Some(color) {
            self.ops.push(Op::SetFillColor { col: rgb(color) });
        }
    }

    fn set_stroke(&mut self, color: [u8; 3], width: f32) {
        if self.stroke.replace(color) != Some(color) {
            self.ops.push(Op::SetOutlineColor { col: rgb(color) });
        }
        if self.line_width.replace(width) != Some(width) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(round(width)) });
        }
    }

    fn set_dash(&mut self, dash: Option<(f32, f32)>) {
        if std::mem::replace(&mut self.dash, dash) != dash {
            let dash = match dash {
                Some((dash, gap)) => LineDashPattern::new(0.0, &[round(dash), round(gap)]),
                None => LineDashPattern::solid(),
            };
            self.ops.push(Op::SetLineDashPattern { dash });
        }
    }

    /// Turns a distance from the upper edge of the page into one from its lower edge.
    fn up(&self, y: f32) -> f32 {
        round(self.height - y)
    }

    fn point(&self, (x, y): (f32, f32)) -> LinePoint {
        LinePoint { p: Point { x: Pt(round(x)), y: Pt(self.up(y)) }, bezier: false }
    }

    fn rectangle(&self, x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect {
            x: Pt(round(x)),
            y: Pt(self.up(y + height)),
            width: Pt(round(width)),
            height: Pt(round(height)),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        }
    }
}

/// Whether an item leaves anything on the page.
fn draws(item: &Item) -> bool {
    match item {
        Item::Text(run) => clusters(run).any(|cluster| !cluster.is_silent()),
        Item::Rectangle { .. }
        | Item::Line { .. }
        | Item::Polygon { .. }
        | Item::Stroke { .. }
        | Item::Picture { .. } => true,
    }
}

fn rgb(color: [u8; 3]) -> Color {
    let [r, g, b] = color.map(|part| round(f32::from(part) / 255.0));
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

fn begin_mark(roles: &[&'static str], mark: Mark, number: Option<i64>, profile: Profile) -> Op {
    let role = match mark {
        Mark::Node(id) => roles.get(id.0 as usize),
        Mark::Pagination | Mark::Layout => None,
    };
    match (role, number) {
        (Some(role), Some(number)) => begin(role, [("MCID", DictItem::Int(number))]),
        _ => begin_artifact(mark, profile),
    }
}

/// ISO 32000-1, 14.8.2.2.2; `Subtype` is younger than PDF 1.4.
fn begin_artifact(mark: Mark, profile: Profile) -> Op {
    match (mark, profile) {
        (Mark::Pagination, Profile::A2aUa1) => {
            begin("Artifact", [("Type", name("Pagination")), ("Subtype", name("Header"))])
        }
        (Mark::Pagination, Profile::A1a) => begin("Artifact", [("Type", name("Pagination"))]),
        _ => begin("Artifact", [("Type", name("Layout"))]),
    }
}

/// Begins marked content with properties.
pub(super) fn begin<const N: usize>(tag: &str, properties: [(&str, DictItem); N]) -> Op {
    let map: BTreeMap<_, _> = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } }
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}
