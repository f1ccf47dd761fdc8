//! Several slides on one sheet of paper, to be handed out: what it is and of which day at the
//! head, lines for notes beside or beneath each slide, the page's number at the foot.

use super::FontRuler;
use super::pages::{Child, Glyph, Item, Kind, Mark, Page, Pages, Run, TextRun};
use crate::chart::{Ruler, Words};
use crate::document::Document;
use crate::russian::date::{DateForm, print};

/// A4, upright, in points.
const WIDTH: f32 = 595.276;
const HEIGHT: f32 = 841.89;
/// Around the slides, and between them.
const MARGIN: f32 = 40.0;
const GAP: f32 = 16.0;
/// The height of the head and of the foot.
const HEAD: f32 = 44.0;
const FOOT: f32 = 18.0;
/// The line around a slide, and the lines for notes.
const FRAME: [u8; 3] = [166; 3];
/// The words of the head and the foot.
const INK: [u8; 3] = [64; 3];
/// Sizes of the title and of the other words, pt.
const TITLE: f64 = 13.0;
const WORDS: f64 = 10.0;
/// From one line for notes to the next: wide enough for a hand.
const NOTES: f32 = 24.0;
/// Where three or more slides stand on a sheet, so wide a part of it is left for notes beside
/// them.
const BESIDE: f32 = 0.24;

/// Where a slide stands on its sheet: shift and scale.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    x: f32,
    y: f32,
    scale: f32,
}

/// The pages of a document's slides, `per_page` of them on each sheet, one under the other.
pub fn impose(pages: Pages, per_page: u16, document: &Document, ruler: &FontRuler<'_>) -> Pages {
    let count = usize::from(per_page.max(1));
    let mut out =
        Pages { tree: pages.tree, outline: pages.outline, tables: pages.tables, ..Pages::default() };
    let mut places: Vec<Place> = Vec::new();
    // The number of the first run of each slide on its sheet.
    let mut firsts: Vec<usize> = Vec::new();
    let sheets = pages.pages.len().div_ceil(count);
    for (at, slide) in pages.pages.into_iter().enumerate() {
        if at % count == 0 {
            let number = (sheets > 1).then_some(out.pages.len() + 1);
            let running = Run { mark: Mark::Pagination, items: running(document, number, ruler) };
            out.pages.push(Page { width: WIDTH, height: HEIGHT, runs: vec![running], ..Page::default() });
        }
        let place = place(slide.width, slide.height, at % count, count);
        places.push(place);
        let Some(sheet) = out.pages.last_mut() else { continue };
        sheet.runs.push(Run { mark: Mark::Layout, items: around(&slide, place, count, ruler) });
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
    out.origins = pages.origins.into_iter().map(|(origin, page)| (origin, page / count)).collect();
    out.sections = pages.sections.into_iter().map(|page| page / count).collect();
    out.links = pages.links;
    for link in &mut out.links {
        link.bounds = of(link.page).bounds(link.bounds);
        link.page /= count;
    }
    let anchors = pages.anchors.into_iter();
    out.anchors = anchors.map(|(name, page, y)| (name, page / count, of(page).point((0.0, y)).1)).collect();
    out
}

/// The height that each of `count` slides has on a sheet, with its notes.
fn share(count: usize) -> f32 {
    let count = count as f32;
    (HEIGHT - 2.0 * MARGIN - HEAD - FOOT - GAP * (count - 1.0)) / count
}

/// As large as the paper allows, at the upper left of its share.
fn place(width: f32, height: f32, at: usize, count: usize) -> Place {
    let across = (WIDTH - 2.0 * MARGIN) * if count > 2 { 1.0 - BESIDE } else { 1.0 };
    let scale = (across / width.max(1.0)).min(share(count) / height.max(1.0));
    Place { x: MARGIN, y: MARGIN + HEAD + at as f32 * (share(count) + GAP), scale }
}

/// The head: what is handed out, where and when; the foot: the page's number.
fn running(document: &Document, number: Option<usize>, ruler: &FontRuler<'_>) -> Vec<Item> {
    let right = WIDTH - MARGIN;
    let date = print(document.date, DateForm::Words);
    let subject = document.subject.trim();
    // A pack names its conference in the genitive, as a resolution needs it.
    let subject = match subject.chars().next() {
        None => date,
        Some(first) if first.is_lowercase() => format!("Материалы {subject}, {date}"),
        Some(_) => format!("{subject}, {date}"),
    };
    let mut items = vec![
        words(ruler, &document.title, (MARGIN, MARGIN + 10.0), TITLE, true),
        words(ruler, &subject, (MARGIN, MARGIN + 26.0), WORDS, false),
        rule((MARGIN, MARGIN + 33.0), (right, MARGIN + 33.0)),
    ];
    if let Some(number) = number {
        let text = number.to_string();
        let x = right - ruler.width(&text, WORDS, false) as f32;
        items.push(words(ruler, &text, (x, HEIGHT - MARGIN), WORDS, false));
    }
    items
}

/// Words from `x` on, smaller where they have no room.
fn words(ruler: &FontRuler<'_>, text: &str, (x, y): (f32, f32), size: f64, bold: bool) -> Item {
    let room = f64::from(WIDTH - MARGIN - x);
    let size = size * (room / ruler.width(text, size, bold).max(1.0)).min(1.0);
    let width = ruler.width(text, size, bold);
    let (x, y, text) = (f64::from(x), f64::from(y), text.to_owned());
    ruler.words(&Words { x, y, text, width, size, bold, color: INK })
}

fn rule(from: (f32, f32), to: (f32, f32)) -> Item {
    Item::Line { from, to, width: 0.5, color: FRAME }
}

/// The line around a slide, and lines for notes beside or beneath it.
fn around(slide: &Page, place: Place, count: usize, ruler: &FontRuler<'_>) -> Vec<Item> {
    let (right, bottom) = place.point((slide.width, slide.height));
    let end = place.y + share(count);
    let (from, top) = if count > 2 { (right + GAP, place.y) } else { (MARGIN, bottom + 4.0) };
    let mut items = outline(slide, place);
    items.push(words(ruler, "Заметки", (from, top + 9.0), 9.0, false));
    let first = top + 9.0 + if count > 2 { NOTES } else { 0.0 };
    let from_first = if count > 2 { from } else { from + 46.0 };
    let mut y = first;
    while y <= end {
        items.push(rule((if y > first { from } else { from_first }, y), (WIDTH - MARGIN, y)));
        y += NOTES;
    }
    items
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
