//! Pages as text that a person can compare.

use avgust::typeset::{Child, Item, Kind, Mark, Node, NodeId, Pages, Run, TextRun};
use std::fmt::Write;

/// The structure tree, a node a line, and everything that is drawn.
pub fn dump(pages: &Pages) -> String {
    let mut out = String::new();
    node(pages, NodeId(0), 0, &mut out);
    for (number, page) in pages.pages.iter().enumerate() {
        writeln!(out, "\npage {} ({:.1} × {:.1})", number + 1, page.width, page.height).unwrap();
        page.runs.iter().for_each(|run| drawn(run, &mut out));
    }
    for bookmark in &pages.outline {
        let place = format!("page {} y {:.1}", bookmark.page + 1, bookmark.y);
        writeln!(out, "\noutline {} «{}» {place}", bookmark.level, bookmark.title).unwrap();
    }
    for (anchor, page, y) in &pages.anchors {
        writeln!(out, "anchor {} page {} y {y:.1}", anchor.name, page + 1).unwrap();
    }
    for link in &pages.links {
        let [left, upper, right, lower] = link.bounds;
        let bounds = format!("[{left:.1} {upper:.1} {right:.1} {lower:.1}]");
        writeln!(out, "link «{}» to {} page {} {bounds}", link.description, link.target.name, link.page + 1)
            .unwrap();
    }
    out
}

fn node(pages: &Pages, id: NodeId, depth: usize, out: &mut String) {
    let Node { kind, children, anchor } = &pages.tree[id.0 as usize];
    let name = anchor.as_ref().map(|anchor| format!(" #{}", anchor.name)).unwrap_or_default();
    writeln!(out, "{}{}{name}", "  ".repeat(depth), kind_name(kind)).unwrap();
    for child in children {
        let indent = "  ".repeat(depth + 1);
        match *child {
            Child::Node(child) => node(pages, child, depth + 1, out),
            Child::Run(page, run) => {
                let words = words(&pages.pages[page].runs[run]);
                writeln!(out, "{indent}page {}: «{words}»", page + 1).unwrap();
            }
            Child::Link(link) => writeln!(out, "{indent}to {}", pages.links[link].target.name).unwrap(),
        }
    }
}

fn kind_name(kind: &Kind) -> String {
    match kind {
        Kind::Heading(level, title) => format!("Heading {level} «{title}»"),
        Kind::List { ordered } => format!("List {}", if *ordered { "ordered" } else { "unordered" }),
        Kind::HeaderCell { scope, columns, rows } => format!("HeaderCell {scope:?} {columns}×{rows}"),
        Kind::DataCell { columns, rows } => format!("DataCell {columns}×{rows}"),
        Kind::Table { summary } if summary.is_empty() => "Table".into(),
        other => format!("{other:?}"),
    }
}

/// The words of a run.
pub fn words(run: &Run) -> String {
    run.items.iter().filter_map(text).map(|run| run.text.as_str()).collect()
}

pub fn text(item: &Item) -> Option<&TextRun> {
    match item {
        Item::Text(run) => Some(run),
        _ => None,
    }
}

fn drawn(run: &Run, out: &mut String) {
    let mark = match run.mark {
        Mark::Node(NodeId(node)) => format!("node {node}"),
        Mark::Pagination => "pagination".into(),
        Mark::Layout => "layout".into(),
    };
    writeln!(out, "  {mark}").unwrap();
    for item in &run.items {
        let line = match item {
            Item::Text(text) => {
                let width: f32 = text.glyphs.iter().map(|glyph| glyph.advance).sum();
                let face = [("", ""), ("", " italic"), (" bold", ""), (" bold", " italic")]
                    [2 * usize::from(text.face.bold) + usize::from(text.face.italic)];
                let TextRun { x, y, size, text, .. } = text;
                format!("{x:.1} {y:.1} +{width:.1} {size}{}{} «{text}»", face.0, face.1)
            }
            Item::Line { from, to, width, .. } => {
                format!("line {:.1} {:.1} – {:.1} {:.1} ({width})", from.0, from.1, to.0, to.1)
            }
            Item::Polygon { points, .. } => format!("area {}", corners(points)),
            Item::Stroke { points, width, dash, .. } => {
                let dash = dash.map_or(String::new(), |(dash, gap)| format!(" dashed {dash:.1} {gap:.1}"));
                format!("stroke {} ({width}){dash}", corners(points))
            }
            Item::Picture { x, y, width, height, .. } => {
                format!("picture {x:.1} {y:.1} {width:.1}×{height:.1}")
            }
            Item::Rectangle { x, y, width, height, .. } => {
                format!("box {x:.1} {y:.1} {width:.1}×{height:.1}")
            }
        };
        writeln!(out, "    {line}").unwrap();
    }
}

fn corners(points: &[(f32, f32)]) -> String {
    points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect::<Vec<_>>().join(" ")
}

/// The words of each line of each page, in the order in which they are drawn, artifacts left out.
pub fn page_lines(pages: &Pages) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    for page in &pages.pages {
        let mut lines: Vec<(f32, String)> = Vec::new();
        for run in page.runs.iter().filter(|run| matches!(run.mark, Mark::Node(_))) {
            for run in run.items.iter().filter_map(text) {
                match lines.last_mut() {
                    Some((y, line)) if *y == run.y => line.push_str(&run.text),
                    _ => lines.push((run.y, run.text.clone())),
                }
            }
        }
        out.push(lines.into_iter().map(|(_, line)| line.trim_end().to_owned()).collect());
    }
    out
}

/// The words of the structure tree in reading order.
pub fn tree_text(pages: &Pages) -> String {
    let mut out = String::new();
    collect(pages, NodeId(0), &mut out);
    out
}

fn collect(pages: &Pages, id: NodeId, out: &mut String) {
    for child in &pages.tree[id.0 as usize].children {
        match *child {
            Child::Node(child) => collect(pages, child, out),
            Child::Run(page, run) => out.push_str(&words(&pages.pages[page].runs[run])),
            Child::Link(_) => {}
        }
    }
}
