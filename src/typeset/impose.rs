//! Several slides on one sheet of paper, to be handed out.

use super::pages::{Child, Glyph, Item, Kind, Mark, Page, Pages, Run, TextRun};

/// A4, upright, in points.
const WIDTH: f32 = 595.276;
const HEIGHT: f32 = 841.89;
/// Around the slides, and between them.
const MARGIN: f32 = 48.0;
const GAP: f32 = 26.0;
/// The line around a slide.
const FRAME: [u8; 3] = [166; 3];

/// Where a slide stands on its sheet: shift and scale.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    x: f32,
    y: f32,
    scale: f32,
}

/// The pages of slides, `per_page` of them on each sheet, one under the other.
pub fn impose(pages: Pages, per_page: u16) -> Pages {
    let count = usize::from(per_page.max(1));
    let mut out =
        Pages { tree: pages.tree, outline: pages.outline, tables: pages.tables, ..Pages::default() };
    let mut places: Vec<Place> = Vec::new();
    // The number of the first run of each slide on its sheet.
    let mut firsts: Vec<usize> = Vec::new();
    for (at, slide) in pages.pages.into_iter().enumerate() {
        if at % count == 0 {
            out.pages.push(Page { width: WIDTH, height: HEIGHT, ..Page::default() });
        }
        let place = place(slide.width, slide.height, at % count, count);
        places.push(place);
        let Some(sheet) = out.pages.last_mut() else { continue };
        sheet.runs.push(Run { mark: Mark::Layout, items: outline(&slide, place) });
        firsts.push(sheet.runs.len());
        sheet.runs.extend(slide.runs.into_iter().map(|run| Run {
            mark: run.mark,
            items: run.items.into_iter().map(|item| placed(item, place)).collect(),
        }));
    }
    let of = |page: usize| places.get(page).copied().unwrap_or(Place { x: 0.0, y: 0.0, scale: 1.0 });
    for node in &mut out.tree {
        for child in &mut node.children {
            if let Child::Run(page, run) = child {
                *run += firsts.get(*page).copied().unwrap_or_default();
                *page /= count;
            }
        }
        if let Kind::Figure { page, bounds, .. } = &mut node.kind {
            *bounds = of(*page).bounds(*bounds);
            *page /= count;
        }
    }
    for bookmark in &mut out.outline {
        bookmark.y = of(bookmark.page).point((0.0, bookmark.y)).1;
        bookmark.page /= count;
    }
    out.links = pages.links;
    for link in &mut out.links {
        link.bounds = of(link.page).bounds(link.bounds);
        link.page /= count;
    }
    let anchors = pages.anchors.into_iter();
    out.anchors = anchors.map(|(name, page, y)| (name, page / count, of(page).point((0.0, y)).1)).collect();
    out
}

/// As large as the paper allows, in the middle of its share of the height.
fn place(width: f32, height: f32, at: usize, count: usize) -> Place {
    let count = count as f32;
    let room = (HEIGHT - 2.0 * MARGIN - GAP * (count - 1.0)) / count;
    let scale = ((WIDTH - 2.0 * MARGIN) / width.max(1.0)).min(room / height.max(1.0));
    let x = (WIDTH - width * scale) / 2.0;
    let y = MARGIN + at as f32 * (room + GAP) + (room - height * scale) / 2.0;
    Place { x, y, scale }
}

impl Place {
    fn point(self, (x, y): (f32, f32)) -> (f32, f32) {
        (self.x + x * self.scale, self.y + y * self.scale)
    }

    fn bounds(self, [left, top, right, bottom]: [f32; 4]) -> [f32; 4] {
        let ((left, top), (right, bottom)) = (self.point((left, top)), self.point((right, bottom)));
        [left, top, right, bottom]
    }
}

fn outline(slide: &Page, place: Place) -> Vec<Item> {
    let corners = [(0.0, 0.0), (slide.width, 0.0), (slide.width, slide.height), (0.0, slide.height)];
    let corners = corners.map(|corner| place.point(corner));
    let next = corners.iter().cycle().skip(1);
    let side = |(from, to): (&(f32, f32), &(f32, f32))| Item::Line {
        from: *from,
        to: *to,
        width: 0.5,
        color: FRAME,
    };
    corners.iter().zip(next).map(side).collect()
}

fn placed(item: Item, place: Place) -> Item {
    let scale = place.scale;
    match item {
        Item::Text(run) => Item::Text(text(run, place)),
        Item::Rectangle { x, y, width, height, color } => {
            let (x, y) = place.point((x, y));
            Item::Rectangle { x, y, width: width * scale, height: height * scale, color }
        }
        Item::Picture { x, y, width, height, picture } => {
            let (x, y) = place.point((x, y));
            Item::Picture { x, y, width: width * scale, height: height * scale, picture }
        }
        Item::Line { from, to, width, color } => {
            Item::Line { from: place.point(from), to: place.point(to), width: width * scale, color }
        }
        Item::Polygon { points, color } => {
            Item::Polygon { points: points.into_iter().map(|point| place.point(point)).collect(), color }
        }
        Item::Stroke { points, width, color, dash } => Item::Stroke {
            points: points.into_iter().map(|point| place.point(point)).collect(),
            width: width * scale,
            color,
            dash: dash.map(|(dash, gap)| (dash * scale, gap * scale)),
        },
    }
}

fn text(run: TextRun, place: Place) -> TextRun {
    let (x, y) = place.point((run.x, run.y));
    let scale = place.scale;
    let smaller = |glyph: Glyph| Glyph {
        advance: glyph.advance * scale,
        dx: glyph.dx * scale,
        dy: glyph.dy * scale,
        ..glyph
    };
    let glyphs = run.glyphs.into_iter().map(smaller).collect();
    TextRun { x, y, size: run.size * scale, glyphs, ..run }
}
