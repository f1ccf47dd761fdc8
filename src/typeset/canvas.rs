//! Pages while they are drawn: runs, links, landmarks, page numbers.

use super::flow::{Landmark, Owner, Picture, PlacedLine, PlacedPiece, Reference};
use super::page::Geometry;
use super::pages::{Bookmark, Child, FrameBox, Item, Link, Mark, NodeId, Page, Pages, Run, TextRun};
use super::tree::Tree;

/// The pages that are drawn so far and the tree that grows with them.
pub(super) struct Canvas {
    tree: Tree,
    references: Vec<Reference>,
    left: f64,
    top: f64,
    geometries: Vec<Geometry>,
    out: Pages,
}

impl Canvas {
    pub fn new(tree: Tree, references: Vec<Reference>) -> Canvas {
        Canvas { tree, references, left: 0.0, top: 0.0, geometries: Vec::new(), out: Pages::default() }
    }

    /// Begins a page. Places are given from the upper left corner of its text.
    pub fn open_page(&mut self, geometry: Geometry) {
        let Geometry { width, height, left, top, .. } = geometry;
        (self.left, self.top) = (left, top);
        self.geometries.push(geometry);
        self.out.pages.push(Page { width: width as f32, height: height as f32, ..Page::default() });
    }

    /// Moves the origin of what is drawn next, from the page's upper left corner.
    pub fn move_to(&mut self, left: f64, top: f64) {
        (self.left, self.top) = (left, top);
    }

    /// Remembers a frame of the page.
    pub fn frame(&mut self, frame: FrameBox) {
        if let Some(page) = self.out.pages.last_mut() {
            page.frames.push(frame);
        }
    }

    /// How many pages there are.
    pub fn page_count(&self) -> usize {
        self.out.pages.len()
    }

    /// The geometry of a page, counted from 0.
    pub fn geometry(&self, page: usize) -> Option<Geometry> {
        self.geometries.get(page).copied()
    }

    /// The page that is drawn on, counted from 0.
    fn page(&self) -> usize {
        self.out.pages.len().saturating_sub(1)
    }

    /// Remembers what can be found at `top`.
    pub fn mark(&mut self, landmarks: &mut Vec<Landmark>, top: f64) {
        let (page, y) = (self.page(), (self.top + top) as f32);
        for landmark in landmarks.drain(..) {
            match landmark {
                Landmark::Anchor(anchor) => self.out.anchors.push((anchor, page, y)),
                Landmark::Heading(level, title) => self.out.outline.push(Bookmark { level, title, page, y }),
            }
        }
    }

    /// Draws a line whose upper edge is `top`.
    pub fn line(&mut self, line: PlacedLine, left: f64, top: f64) {
        let PlacedLine { pieces, baseline, height, origins } = line;
        let page = self.page();
        self.out.origins.extend(origins.into_iter().map(|origin| (origin, page)));
        for PlacedPiece { owner, run } in pieces {
            let run = self.placed(run, left, top + baseline);
            match owner {
                Owner::Node(node) => self.text(node, run),
                Owner::Reference(number) => self.link(number, run, (top, top + height)),
            }
        }
    }

    fn placed(&self, mut run: TextRun, left: f64, baseline: f64) -> TextRun {
        run.x += (self.left + left) as f32;
        run.y += (self.top + baseline) as f32;
        run
    }

    fn text(&mut self, node: NodeId, run: TextRun) {
        let page = self.page();
        if let Some(number) = self.item(Mark::Node(node), Item::Text(run)) {
            self.tree.push(node, Child::Run(page, number));
        }
    }

    /// Adds an item to the page's last run, if it has the same mark and is part of the text, or
    /// to a new one, whose number is given.
    fn item(&mut self, mark: Mark, item: Item) -> Option<usize> {
        let runs = &mut self.out.pages.last_mut()?.runs;
        match runs.last_mut() {
            Some(run) if run.mark == mark => {
                run.items.push(item);
                None
            }
            _ => {
                runs.push(Run { mark, items: vec![item] });
                Some(runs.len() - 1)
            }
        }
    }

    fn link(&mut self, number: usize, run: TextRun, (top, bottom): (f64, f64)) {
        let Some(reference) = self.references.get(number) else { return };
        let (node, parent) = (reference.node, reference.parent);
        let link = Link {
            page: self.page(),
            bounds: [run.x, (self.top + top) as f32, run.x + visible_width(&run), (self.top + bottom) as f32],
            target: reference.target.clone(),
            description: reference.description.clone(),
        };
        if self.tree.is_empty(node) {
            self.tree.push(parent, Child::Node(node));
        }
        self.text(node, run);
        self.tree.push(node, Child::Link(self.out.links.len()));
        self.out.links.push(link);
    }

    /// Draws a line that is not part of the text.
    pub fn repeated(&mut self, line: &PlacedLine, left: f64, top: f64) {
        for piece in &line.pieces {
            let run = self.placed(piece.run.clone(), left, top + line.baseline);
            self.item(Mark::Pagination, Item::Text(run));
        }
    }

    /// Draws a chart or a picture whose upper edge is `top`; its node learns where it stands.
    pub fn picture(&mut self, picture: Picture, top: f64) {
        let Picture { node, items, left, width, height, origin, .. } = picture;
        let (x, y) = ((self.left + left) as f32, (self.top + top) as f32);
        let page = self.page();
        self.out.origins.extend(origin.map(|origin| (origin, page)));
        self.tree.set_bounds(node, page, [x, y, x + width as f32, y + height as f32]);
        for item in items {
            if let Some(number) = self.item(Mark::Node(node), moved(item, x, y)) {
                self.tree.push(node, Child::Run(page, number));
            }
        }
    }

    /// Draws rules, placed from the upper left corner of the text.
    pub fn ornaments(&mut self, items: Vec<Item>) {
        let (x, y) = (self.left as f32, self.top as f32);
        for item in items {
            let placed = moved(item, x, y);
            self.item(Mark::Layout, placed);
        }
    }

    /// Draws a page number on a page that is finished; its line is placed on the page itself.
    pub fn number(&mut self, page: usize, line: PlacedLine, left: f64, top: f64) {
        let Some(page) = self.out.pages.get_mut(page) else { return };
        let items = line.pieces.into_iter().map(|PlacedPiece { mut run, .. }| {
            run.x += left as f32;
            run.y += (top + line.baseline) as f32;
            Item::Text(run)
        });
        page.runs.push(Run { mark: Mark::Pagination, items: items.collect() });
    }

    /// Says whether words stand far down at the foot of a page.
    pub fn say_sunk(&mut self, sunk: bool) {
        self.out.sunk |= sunk;
    }

    /// Says how far blocks with notes beside them were moved down.
    pub fn say_lowered(&mut self, lowered: impl Iterator<Item = f32>) {
        self.out.lowered.extend(lowered);
    }

    /// The finished pages.
    pub fn finish(mut self) -> Pages {
        self.out.tree = self.tree.into_nodes();
        self.out
    }
}

/// An item moved to the right and down.
fn moved(item: Item, x: f32, y: f32) -> Item {
    let point = |(left, top): (f32, f32)| (left + x, top + y);
    match item {
        Item::Line { from, to, width, color } => {
            Item::Line { from: point(from), to: point(to), width, color }
        }
        Item::Polygon { points, color } => {
            Item::Polygon { points: points.into_iter().map(point).collect(), color }
        }
        Item::Stroke { points, width, color, dash } => {
            Item::Stroke { points: points.into_iter().map(point).collect(), width, color, dash }
        }
        Item::Rectangle { x: left, y: top, width, height, color } => {
            Item::Rectangle { x: left + x, y: top + y, width, height, color }
        }
        Item::Picture { x: left, y: top, width, height, picture } => {
            Item::Picture { x: left + x, y: top + y, width, height, picture }
        }
        Item::Text(run) => Item::Text(TextRun { x: run.x + x, y: run.y + y, ..run }),
    }
}

fn visible_width(run: &TextRun) -> f32 {
    let spaces = run.text.len() - run.text.trim_end_matches(' ').len();
    let end = (run.text.len() - spaces) as u32;
    run.glyphs.iter().filter(|glyph| glyph.start < end).map(|glyph| glyph.advance).sum()
}
