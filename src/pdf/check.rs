//! What must be true before a file is written: everything that is wrong is said at once.

use super::codes::{Codes, FACES, text_runs};
use super::face::FaceFile;
use super::messages;
use super::reading::clusters;
use crate::document::{Document, Face};
use crate::source::{Finding, Findings};
use crate::typeset::{Child, Kind, Mark, Pages};
use std::collections::BTreeSet;

/// Says what keeps these pages from becoming a conforming file.
pub(super) fn check(
    document: &Document,
    pages: &Pages,
    codes: &Codes,
    faces: &[Option<FaceFile>; 4],
) -> Findings {
    let mut findings = Findings::default();
    if document.title.trim().is_empty() {
        findings.push(Finding::new(&messages::TITLE_MISSING));
    }
    check_faces(codes, faces, &mut findings);
    check_glyphs(pages, &mut findings);
    check_tree(pages, &mut findings);
    check_figures(pages, &mut findings);
    check_links(pages, &mut findings);
    findings
}

/// A face in words.
pub(super) fn face_name(face: Face) -> (&'static str, &'static str) {
    match (face.bold, face.italic) {
        (false, false) => ("обычное начертание", "regular"),
        (false, true) => ("курсив", "italic"),
        (true, false) => ("полужирное начертание", "bold"),
        (true, true) => ("полужирный курсив", "bold italic"),
    }
}

fn check_faces(codes: &Codes, faces: &[Option<FaceFile>; 4], findings: &mut Findings) {
    for (face, file) in FACES.into_iter().zip(faces) {
        let count = codes.face(face).codes.len();
        if count > 0 && file.is_none() {
            findings.push(Finding::new(&messages::FACE_UNREADABLE).arg("face", face_name(face)));
        }
        if count >= usize::from(u16::MAX) {
            findings.push(Finding::new(&messages::CODES_EXHAUSTED).arg("face", face_name(face)));
        }
    }
}

fn check_glyphs(pages: &Pages, findings: &mut Findings) {
    for face in FACES {
        let mut missing = BTreeSet::new();
        for run in text_runs(pages).filter(|run| run.face == face) {
            if run.glyphs.iter().any(|glyph| glyph.id == 0) {
                let bare = clusters(run).filter(|cluster| cluster.glyphs.iter().any(|glyph| glyph.id == 0));
                missing.extend(bare.map(|cluster| cluster.reading(0).into_owned()));
            }
        }
        if !missing.is_empty() {
            let shown: Vec<_> = missing.iter().take(20).map(|text| name_of(text)).collect();
            let finding = Finding::new(&messages::GLYPH_MISSING).arg("face", face_name(face));
            findings.push(finding.arg("characters", shown.join(", ")));
        }
    }
}

/// A character with its number, since what no font has may not be seen in a message either.
fn name_of(text: &str) -> String {
    let numbers: Vec<_> = text.chars().map(|letter| format!("U+{:04X}", u32::from(letter))).collect();
    format!("«{text}» ({})", numbers.join(" "))
}

fn check_figures(pages: &Pages, findings: &mut Findings) {
    for node in &pages.tree {
        if let Kind::Figure { alt, page, .. } = &node.kind
            && alt.trim().is_empty()
        {
            findings.push(Finding::new(&messages::ALTERNATIVE_MISSING).arg("page", (page + 1).to_string()));
        }
    }
}

fn check_links(pages: &Pages, findings: &mut Findings) {
    let known: BTreeSet<_> = pages.anchors.iter().map(|(anchor, ..)| anchor).collect();
    for link in pages.links.iter().filter(|link| !known.contains(&link.target)) {
        findings.push(
            Finding::new(&messages::TARGET_MISSING)
                .arg("description", link.description.as_str())
                .arg("page", (link.page + 1).to_string())
                .arg("target", link.target.bookmark()),
        );
    }
}

/// Every child exists and has one parent, every marked run is somebody's child, and every
/// page number is that of a page. After this the writer may trust the indices.
fn check_tree(pages: &Pages, findings: &mut Findings) {
    if let Err(what) =
        parents(pages).and_then(|runs| check_runs(pages, &runs)).and_then(|()| check_page_numbers(pages))
    {
        findings.push(Finding::new(&messages::PAGES_INCONSISTENT).arg("what", what));
    }
}

/// The runs that are children of a node, by page and index.
type OwnedRuns = BTreeSet<(usize, usize)>;

fn parents(pages: &Pages) -> Result<OwnedRuns, String> {
    if pages.tree.first().is_none_or(|root| root.kind != Kind::Document) || pages.pages.is_empty() {
        return Err("no pages or no root / нет страниц или корня".to_owned());
    }
    let (mut nodes, mut runs, mut links) = (BTreeSet::from([0]), BTreeSet::new(), BTreeSet::new());
    let mut open = vec![0];
    while let Some(index) = open.pop() {
        let Some(node) = pages.tree.get(index) else { continue };
        for child in &node.children {
            let sound = match *child {
                Child::Node(id) => {
                    open.push(id.0 as usize);
                    (id.0 as usize) < pages.tree.len() && nodes.insert(id.0 as usize)
                }
                Child::Run(page, run) => {
                    pages.pages.get(page).is_some_and(|page| run < page.runs.len())
                        && runs.insert((page, run))
                }
                Child::Link(link) => {
                    node.kind == Kind::Link && link < pages.links.len() && links.insert(link)
                }
            };
            if !sound {
                return Err(format!("node {index}, {child:?}"));
            }
        }
    }
    if links.len() < pages.links.len() {
        return Err("a link outside the tree / ссылка вне дерева".to_owned());
    }
    Ok(runs)
}

fn check_runs(pages: &Pages, owned: &OwnedRuns) -> Result<(), String> {
    for (page_index, page) in pages.pages.iter().enumerate() {
        for (index, run) in page.runs.iter().enumerate() {
            let marked = matches!(run.mark, Mark::Node(_));
            if !run.items.is_empty() && marked != owned.contains(&(page_index, index)) {
                return Err(format!("page {}, run {index}", page_index + 1));
            }
        }
    }
    Ok(())
}

fn check_page_numbers(pages: &Pages) -> Result<(), String> {
    let numbers = pages.links.iter().map(|link| link.page);
    let numbers = numbers.chain(pages.outline.iter().map(|bookmark| bookmark.page));
    let numbers = numbers.chain(pages.anchors.iter().map(|&(_, page, _)| page));
    let figures = pages.tree.iter().filter_map(|node| match node.kind {
        Kind::Figure { page, .. } => Some(page),
        _ => None,
    });
    match numbers.chain(figures).find(|&page| page >= pages.pages.len()) {
        Some(page) => Err(format!("page {}", page + 1)),
        None => Ok(()),
    }
}
