//! The document as a column without end: strips of lines and rows with what binds them
//! together. `page` cuts it into pages.

use super::line::{Form, Line, LineRange, Piece, set};
use super::measure::LineMeasure;
use super::pages::{Item, NodeId, TextRun};
use super::passage::{Passage, Turn};
use super::story::{Story, Target};
use super::table::TableFlow;
use crate::chart::Drawing;
use crate::document::{Anchor, Origin};
use std::sync::Arc;

/// A section's content as one column.
#[derive(Default)]
pub(super) struct Flow {
    /// From top to bottom.
    pub strips: Vec<Strip>,
    /// The tables that the strips name.
    pub tables: Vec<TableFlow>,
    /// The passages that the strips name.
    pub passages: Vec<Passage>,
}

impl Flow {
    /// Height of a strip, or of what is left of it.
    pub fn height(&self, strip: &Strip) -> f64 {
        match &strip.body {
            Body::Line(line) => line.height,
            Body::Picture(picture) => picture.height,
            Body::Row(table, row) => self.tables.get(*table).map_or(0.0, |table| table.height(*row)),
        }
    }
}

/// What never is divided, if it fits on a page.
pub(super) struct Strip {
    /// What is drawn.
    pub body: Body,
    /// Room above, left out where text flows onto a new page.
    pub before: f64,
    /// Room below, left out at the bottom of a page.
    pub after: f64,
    /// What a page break before it costs.
    pub cost: Cost,
    /// Begins a block.
    pub starts: bool,
    /// Stands on a new page in any case.
    pub new_page: bool,
    /// What can be found here.
    pub landmarks: Vec<Landmark>,
    /// The lines of the notes that stand in the margin beside it.
    pub beside: Vec<BesideLine>,
    /// The length of the rule below it.
    pub rule: Option<f64>,
    /// Stands at the foot of the page, if nothing but its like follows there.
    pub at_foot: bool,
    /// Where the line stands in a passage whose sentences stay on one page.
    pub turn: Option<Turn>,
}

impl Strip {
    /// A strip without room above and below that begins nothing.
    pub fn new(body: Body, cost: Cost) -> Strip {
        Strip {
            body,
            before: 0.0,
            after: 0.0,
            cost,
            starts: false,
            new_page: false,
            landmarks: Vec::new(),
            beside: Vec::new(),
            rule: None,
            at_foot: false,
            turn: None,
        }
    }

    /// How far the notes beside it reach down from its upper edge.
    pub fn reach(&self) -> f64 {
        self.beside.iter().map(|note| note.top + note.line.height).fold(0.0, f64::max)
    }
}

/// Thickness of the rule below a paragraph.
pub(super) const RULE: f64 = 0.75;
/// From the letters' room to the rule below, as in Word.
pub(super) const RULE_SPACE: f64 = 1.0;

/// A line of a note in the margin.
pub(super) struct BesideLine {
    /// Left edge of the note, from that of the text: negative.
    pub left: f64,
    /// Upper edge of the line, from that of the strip.
    pub top: f64,
    /// The line.
    pub line: PlacedLine,
}

/// What a page break costs, the cheapest first. A page ends at its last break of the lowest
/// cost, so that what cannot be kept together is divided and never lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cost {
    /// Nothing.
    Free,
    /// Divides a block that belongs to another.
    Bound,
    /// Parts two blocks that belong together.
    Blocks,
    /// Leaves a single line alone, or divides what is to stay whole.
    Lines,
}

/// What a strip draws.
pub(super) enum Body {
    /// A line of a paragraph.
    Line(PlacedLine),
    /// A row: the table's and its own number.
    Row(usize, usize),
    /// A chart or a picture.
    Picture(Picture),
}

/// A chart or a picture, its items placed from its upper left corner.
#[derive(Default)]
pub(super) struct Picture {
    /// Its node, a figure.
    pub node: NodeId,
    /// What is drawn.
    pub items: Vec<Item>,
    /// From the left edge of its column.
    pub left: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The drawing of a chart; `None` for a picture.
    pub chart: Option<Arc<Drawing>>,
    /// Where it comes from.
    pub origin: Option<Origin>,
}

/// A line whose pieces know their nodes.
#[derive(Clone, Default)]
pub(super) struct PlacedLine {
    /// Placed from the left edge of the column.
    pub pieces: Vec<PlacedPiece>,
    /// From the line's upper edge to its baseline.
    pub baseline: f64,
    /// From the line's upper to its lower edge.
    pub height: f64,
    /// Where the inlines come from that begin on it.
    pub origins: Vec<Origin>,
}

/// Glyphs with the node they belong to.
#[derive(Clone)]
pub(super) struct PlacedPiece {
    /// What they belong to.
    pub owner: Owner,
    /// The glyphs.
    pub run: TextRun,
}

/// What glyphs belong to.
#[derive(Clone, Copy)]
pub(super) enum Owner {
    /// A node of the tree.
    Node(NodeId),
    /// A reference: an index into the document's references.
    Reference(usize),
}

/// A reference that leads to something in the document.
pub(super) struct Reference {
    /// Its own node.
    pub node: NodeId,
    /// The node that its node stands in.
    pub parent: NodeId,
    /// Where it leads.
    pub target: Anchor,
    /// What it says.
    pub description: String,
}

/// What can be found at a place.
#[derive(Clone, Debug)]
pub(super) enum Landmark {
    /// Something that can be referred to.
    Anchor(Anchor),
    /// A heading of the outline.
    Heading(u8, String),
}

/// The nodes of a paragraph's pieces.
#[derive(Clone)]
pub(super) struct Owners {
    /// The paragraph's own.
    pub own: NodeId,
    /// That of the label, where there is one.
    pub label: NodeId,
    /// Inlines that lead somewhere: their number and their reference.
    pub references: Vec<(usize, usize)>,
}

impl Owners {
    fn of(&self, target: Target) -> Owner {
        match target {
            Target::Own => Owner::Node(self.own),
            Target::Label => Owner::Node(self.label),
            Target::Reference(inline) => self
                .references
                .iter()
                .find(|(number, _)| *number == inline)
                .map_or(Owner::Node(self.own), |&(_, reference)| Owner::Reference(reference)),
        }
    }

    /// A line of a story, with the origins of the inlines that begin on it.
    pub fn line(
        &self,
        story: &Story,
        form: &Form,
        measure: LineMeasure,
        range: LineRange,
        number: usize,
    ) -> PlacedLine {
        let byte = |glyph: usize| story.atoms.get(glyph).map_or(usize::MAX, |atom| atom.start as usize);
        let bytes = if number == 0 { 0 } else { byte(range.first) }..byte(range.end);
        let begun = story.origins.iter().filter(|(start, _)| bytes.contains(start));
        let origins = begun.map(|(_, origin)| origin.clone()).collect();
        PlacedLine { origins, ..self.place(set(story, form, range, number), measure) }
    }

    /// Gives the pieces of a line their nodes.
    pub fn place(&self, line: Line, measure: LineMeasure) -> PlacedLine {
        let own = |Piece { target, run }| PlacedPiece { owner: self.of(target), run };
        let LineMeasure { baseline, height, .. } = measure;
        let pieces = line.pieces.into_iter().map(own).collect();
        PlacedLine { pieces, baseline, height, origins: Vec::new() }
    }
}
