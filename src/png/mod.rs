//! Pages as pictures: PNG, 144 dots to the inch, so that a slide is 1920 × 1080.
//!
//! Letters are drawn from their outlines by exact area coverage (`raster`), without the system's
//! fonts: the same page gives the same bytes on every machine.

mod encode;
mod raster;
mod resample;

use crate::document::Face;
use crate::typeset::{Fonts, Item, Page, TextRun};
use raster::{Canvas, Path};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// Dots to the point.
const SCALE: f32 = 2.0;
/// No page is drawn larger than this, in dots: a style sheet may ask for any paper.
const MOST_DOTS: f32 = 8_000.0;

/// Draws a page; `fonts` are those in which it is set.
pub fn write(page: &Page, fonts: &Fonts) -> Vec<u8> {
    let scale = SCALE.min(MOST_DOTS / page.width.max(page.height).max(1.0));
    let dots = |length: f32| (length * scale).round().max(1.0) as usize;
    let mut canvas = Canvas::new(dots(page.width), dots(page.height));
    for item in page.runs.iter().flat_map(|run| &run.items) {
        draw(&mut canvas, item, fonts, scale);
    }
    encode::png(canvas.width, canvas.height, &canvas.pixels)
}

fn draw(canvas: &mut Canvas, item: &Item, fonts: &Fonts, scale: f32) {
    match item {
        Item::Text(run) => text(canvas, run, fonts, scale),
        Item::Rectangle { x, y, width, height, color } => {
            let (right, bottom) = (x + width, y + height);
            let corners = [(*x, *y), (right, *y), (right, bottom), (*x, bottom)];
            polygon(canvas, &corners, *color, scale);
        }
        Item::Polygon { points, color } => polygon(canvas, points, *color, scale),
        Item::Stroke { points, width, color, dash } => {
            for (from, to) in dashes(points, *dash) {
                line(canvas, from, to, *width, *color, scale);
            }
        }
        Item::Picture { x, y, width, height, picture } => {
            if let Some(pixels) = picture.pixels() {
                let edges = [*x, *y, x + width, y + height].map(|edge| edge * scale);
                resample::draw(canvas, &pixels, edges);
            }
        }
        Item::Line { from, to, width, color } => line(canvas, *from, *to, *width, *color, scale),
    }
}

fn polygon(canvas: &mut Canvas, points: &[(f32, f32)], color: [u8; 3], scale: f32) {
    let mut path = Path::default();
    path.polygon(points.iter().map(|(x, y)| (x * scale, y * scale)));
    canvas.fill(&path, color);
}

/// The straight pieces of a line through points that are drawn.
fn dashes(points: &[(f32, f32)], dash: Option<(f32, f32)>) -> Vec<((f32, f32), (f32, f32))> {
    let sides = points.iter().zip(points.iter().skip(1)).map(|(from, to)| (*from, *to));
    let Some((dash, gap)) = dash.filter(|(dash, gap)| *dash > 0.1 && *gap > 0.1) else {
        return sides.collect();
    };
    let (mut pieces, mut done) = (Vec::new(), 0.0_f32);
    for (from, to) in sides {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = (dx * dx + dy * dy).sqrt();
        let at = |place: f32| (from.0 + dx * place / length, from.1 + dy * place / length);
        let mut place = 0.0;
        while place < length {
            // Where in the pattern this place is, and how far its dash or gap still goes.
            let phase = (done + place) % (dash + gap);
            let drawn = phase < dash;
            let end = (place + if drawn { dash - phase } else { dash + gap - phase }.max(0.05)).min(length);
            if drawn {
                pieces.push((at(place), at(end)));
            }
            place = end;
        }
        done += length;
    }
    pieces
}

/// A straight line as the rectangle that it covers.
fn line(canvas: &mut Canvas, from: (f32, f32), to: (f32, f32), width: f32, color: [u8; 3], scale: f32) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = (dx * dx + dy * dy).sqrt();
    if length <= 0.0 {
        return;
    }
    // Finer lines than a dot are drawn a dot wide, so that they are seen.
    let half = (width.max(1.0 / scale)) / 2.0;
    let (across, along) = (-dy / length * half, dx / length * half);
    let corners = [
        (from.0 + across, from.1 + along),
        (to.0 + across, to.1 + along),
        (to.0 - across, to.1 - along),
        (from.0 - across, from.1 - along),
    ];
    polygon(canvas, &corners, color, scale);
}

fn text(canvas: &mut Canvas, run: &TextRun, fonts: &Fonts, scale: f32) {
    let Some(face) = Outlines::new(fonts, run.face) else { return };
    let size = run.size * scale / face.units;
    let mut pen = run.x;
    let mut path = Path::default();
    for glyph in &run.glyphs {
        let origin = ((pen + glyph.dx) * scale, (run.y - glyph.dy) * scale);
        face.draw(glyph.id, &mut Placed { path: &mut path, origin, size, at: (0.0, 0.0) });
        pen += glyph.advance;
    }
    canvas.fill(&path, run.color);
}

/// A face whose outlines are drawn.
struct Outlines<'f> {
    font: FontRef<'f>,
    units: f32,
}

impl<'f> Outlines<'f> {
    fn new(fonts: &'f Fonts, face: Face) -> Option<Outlines<'f>> {
        let font = FontRef::new(fonts.bytes(face)).ok()?;
        Some(Outlines { font, units: f32::from(fonts.metrics(face).units_per_em.max(1)) })
    }

    fn draw(&self, glyph: u16, pen: &mut Placed<'_>) {
        if let Some(outline) = self.font.outline_glyphs().get(GlyphId::new(u32::from(glyph))) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            // A glyph whose outline is broken leaves its place empty.
            let _ = outline.draw(settings, pen);
        }
    }
}

/// Puts an outline in font units onto the canvas.
struct Placed<'p> {
    path: &'p mut Path,
    origin: (f32, f32),
    size: f32,
    at: (f32, f32),
}

impl Placed<'_> {
    fn point(&self, x: f32, y: f32) -> (f32, f32) {
        (self.origin.0 + x * self.size, self.origin.1 - y * self.size)
    }
}

impl OutlinePen for Placed<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.point(x, y);
        self.path.move_to(self.at);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.at = self.point(x, y);
        self.path.line_to(self.at);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (control, end) = (self.point(cx, cy), self.point(x, y));
        self.path.curve(self.at, control, end);
        self.at = end;
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (one, two, end) = (self.point(ax, ay), self.point(bx, by), self.point(x, y));
        self.path.cubic(self.at, one, two, end);
        self.at = end;
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::{Mark, Run};

    fn page(items: Vec<Item>) -> Page {
        let run = Run { mark: Mark::Layout, items };
        Page { width: 20.0, height: 10.0, runs: vec![run], ..Page::default() }
    }

    #[test]
    fn a_picture_is_two_dots_to_the_point_and_the_same_each_time() {
        let red = [200, 0, 0];
        let filled = page(vec![Item::Rectangle { x: 5.0, y: 0.0, width: 10.0, height: 10.0, color: red }]);
        let fonts = Fonts::embedded();
        let bytes = write(&filled, &fonts);
        assert_eq!(bytes, write(&filled, &fonts));
        assert_eq!(&bytes[16..24], &[0, 0, 0, 40, 0, 0, 0, 20]);
        let mut canvas = Canvas::new(40, 20);
        filled.runs[0].items.iter().for_each(|item| draw(&mut canvas, item, &fonts, 2.0));
        let dot = |x: usize, y: usize| &canvas.pixels[(y * 40 + x) * 3..][..3];
        assert_eq!((dot(9, 5), dot(10, 5), dot(29, 19)), (&[255; 3][..], &red[..], &red[..]));
        assert_eq!(dot(30, 0), [255; 3]);
    }
}
