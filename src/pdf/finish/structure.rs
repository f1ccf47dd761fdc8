//! The structure tree (ISO 32000-1, 14.7 and 14.8): what each piece of content is.

use super::{File, name, text};
use crate::pdf::content::Marks;
use crate::typeset::{Child, Kind, Node, NodeId, Pages};
use lopdf::{Dictionary, Object, ObjectId, dictionary};

/// The standard structure type of each node (ISO 32000-1, 14.8.4). Headings never skip a
/// level on the way down (PDF/UA-1, 7.4.2), whatever the document does.
pub(in crate::pdf) fn roles(pages: &Pages) -> Vec<&'static str> {
    let mut roles = vec!["NonStruct"; pages.tree.len()];
    let mut level = 0;
    for index in reading_order(pages) {
        let Some(node) = pages.tree.get(index) else { continue };
        if let Kind::Heading(wanted, _) = node.kind {
            level = wanted.clamp(1, 6).min(level + 1);
        }
        roles[index] = role(&node.kind, level);
    }
    roles
}

fn role(kind: &Kind, heading: u8) -> &'static str {
    const HEADINGS: [&str; 6] = ["H1", "H2", "H3", "H4", "H5", "H6"];
    match kind {
        Kind::Document => "Document",
        Kind::Heading(..) => HEADINGS[usize::from(heading.clamp(1, 6)) - 1],
        Kind::Paragraph => "P",
        Kind::Span => "Span",
        Kind::List { .. } => "L",
        Kind::Item => "LI",
        Kind::Label => "Lbl",
        Kind::Body => "LBody",
        Kind::Table { .. } => "Table",
        Kind::TableHead => "THead",
        Kind::TableBody => "TBody",
        Kind::Row => "TR",
        Kind::HeaderCell { .. } => "TH",
        Kind::DataCell { .. } => "TD",
        Kind::Quote => "BlockQuote",
        Kind::Caption => "Caption",
        Kind::Figure { .. } => "Figure",
        Kind::Link => "Link",
    }
}

/// The nodes that hang on the root, each before its children.
fn reading_order(pages: &Pages) -> Vec<usize> {
    let (mut order, mut open) = (Vec::with_capacity(pages.tree.len()), vec![0]);
    while let Some(index) = open.pop() {
        let Some(node) = pages.tree.get(index) else { continue };
        order.push(index);
        open.extend(node.children.iter().rev().filter_map(|child| match child {
            Child::Node(id) => Some(id.0 as usize),
            _ => None,
        }));
    }
    order
}

/// The tree while it is written.
struct Tree<'a> {
    pages: &'a Pages,
    marks: &'a [Marks],
    roles: &'a [&'static str],
    links: &'a [ObjectId],
    page_ids: &'a [ObjectId],
    /// The element of each node; `None` for nodes that are left out.
    elements: Vec<Option<ObjectId>>,
    /// Whether rows stand in their table directly: PDF 1.4 has no groups of rows.
    flat_tables: bool,
}

impl File<'_> {
    /// Writes the tree; gives its root.
    pub(super) fn add_structure(
        &mut self,
        roles: &[&'static str],
        marks: &[Marks],
        links: &[ObjectId],
    ) -> ObjectId {
        let root = self.pdf.new_object_id();
        let page_ids = std::mem::take(&mut self.page_ids);
        let order = reading_order(self.pages);
        let flat_tables = self.is_old();
        let elements = vec![None; self.pages.tree.len()];
        let mut tree =
            Tree { pages: self.pages, marks, roles, links, page_ids: &page_ids, elements, flat_tables };
        let kept = tree.kept(&order);
        for &index in &order {
            if kept[index] && !tree.is_group(index) {
                tree.elements[index] = Some(self.pdf.new_object_id());
            }
        }
        let owners = self.add_elements(&tree, &order, root);
        let parents = self.add_parent_tree(owners);
        let next = (self.pages.pages.len() + links.len()) as i64;
        let document = tree.elements.first().copied().flatten();
        self.page_ids = page_ids;
        self.pdf.set_object(
            root,
            dictionary! {
                "Type" => name("StructTreeRoot"),
                "K" => document.map_or(Object::Null, Object::Reference),
                "ParentTree" => parents,
                "ParentTreeNextKey" => next,
            },
        );
        root
    }

    fn add_elements(&mut self, tree: &Tree, order: &[usize], root: ObjectId) -> Owners {
        let mut owners = Owners::new(tree);
        let mut parents = vec![root; tree.elements.len()];
        for &index in order {
            let Some(node) = tree.pages.tree.get(index) else { continue };
            let parent = parents[index];
            // The children of a group that is left out are those of its parent.
            let own = tree.elements[index].unwrap_or(parent);
            for child in &node.children {
                if let Child::Node(id) = child {
                    parents[id.0 as usize] = own;
                }
            }
            owners.claim(tree, node, own);
            if let Some(id) = tree.elements[index] {
                let element = self.element(tree, index, node, parent);
                self.pdf.set_object(id, element);
            }
        }
        owners
    }

    fn element(&self, tree: &Tree, index: usize, node: &Node, parent: ObjectId) -> Dictionary {
        let mut element =
            dictionary! { "Type" => name("StructElem"), "S" => name(tree.roles[index]), "P" => parent };
        let page = tree.first_page(node);
        let mut kids = Vec::new();
        tree.push_kids(node, page, &mut kids);
        if let Some(&id) = page.and_then(|page| tree.page_ids.get(page)) {
            element.set("Pg", id);
        }
        match kids.len() {
            0 => {}
            1 => element.set("K", kids.remove(0)),
            _ => element.set("K", kids),
        }
        match &node.kind {
            Kind::Document => element.set("Lang", Object::string_literal(self.language)),
            Kind::Heading(_, title) if !title.is_empty() => element.set("T", text(title)),
            Kind::Figure { alt, .. } => element.set("Alt", text(alt)),
            _ => {}
        }
        if let Some(attributes) = self.attributes(node) {
            element.set("A", attributes);
        }
        element
    }

    /// From marks and links back to elements (ISO 32000-1, 14.7.4.4).
    fn add_parent_tree(&mut self, owners: Owners) -> ObjectId {
        let pages =
            owners.pages.into_iter().map(|page| Object::Reference(self.pdf.add_object(Object::Array(page))));
        let entries: Vec<_> = pages.collect::<Vec<_>>().into_iter().chain(owners.links).collect();
        let numbered =
            entries.into_iter().enumerate().flat_map(|(key, owner)| [Object::from(key as i64), owner]);
        let numbers: Vec<_> = numbered.collect();
        self.pdf.add_object(dictionary! { "Nums" => numbers })
    }
}

/// Which element each mark and each link belongs to.
struct Owners {
    pages: Vec<Vec<Object>>,
    links: Vec<Object>,
}

impl Owners {
    fn new(tree: &Tree) -> Owners {
        let marks = |marks: &Marks| vec![Object::Null; marks.iter().flatten().count()];
        Owners { pages: tree.marks.iter().map(marks).collect(), links: vec![Object::Null; tree.links.len()] }
    }

    fn claim(&mut self, tree: &Tree, node: &Node, element: ObjectId) {
        for child in &node.children {
            let place = match *child {
                Child::Run(page, run) => {
                    tree.mark(page, run).and_then(|mark| self.pages.get_mut(page)?.get_mut(mark as usize))
                }
                Child::Link(link) => self.links.get_mut(link),
                Child::Node(_) => None,
            };
            if let Some(place) = place {
                *place = element.into();
            }
        }
    }
}

impl<'a> Tree<'a> {
    fn node(&self, id: NodeId) -> Option<&'a Node> {
        self.pages.tree.get(id.0 as usize)
    }

    fn mark(&self, page: usize, run: usize) -> Option<i64> {
        self.marks.get(page)?.get(run).copied().flatten()
    }

    /// Whether a node is a group of rows that this version of PDF does not know.
    fn is_group(&self, index: usize) -> bool {
        let kind = self.pages.tree.get(index).map(|node| &node.kind);
        self.flat_tables && matches!(kind, Some(Kind::TableHead | Kind::TableBody))
    }

    /// Which nodes are worth an element: an empty paragraph is none, an empty cell is one.
    fn kept(&self, order: &[usize]) -> Vec<bool> {
        let mut kept = vec![false; self.pages.tree.len()];
        for &index in order.iter().rev() {
            let Some(node) = self.pages.tree.get(index) else { continue };
            let needed =
                !matches!(node.kind, Kind::Paragraph | Kind::Span | Kind::Heading(..) | Kind::Caption);
            kept[index] = needed
                || node.children.iter().any(|child| match *child {
                    Child::Node(id) => kept[id.0 as usize],
                    Child::Run(page, run) => self.mark(page, run).is_some(),
                    Child::Link(_) => true,
                });
        }
        kept
    }

    /// The page on which a node's own content begins.
    fn first_page(&self, node: &Node) -> Option<usize> {
        node.children.iter().find_map(|child| match *child {
            Child::Run(page, run) => self.mark(page, run).map(|_| page),
            Child::Link(link) => self.pages.links.get(link).map(|link| link.page),
            Child::Node(_) => None,
        })
    }

    fn push_kids(&self, node: &Node, page: Option<usize>, kids: &mut Vec<Object>) {
        for child in &node.children {
            match *child {
                Child::Node(id) => self.push_node(id, page, kids),
                Child::Run(on, run) => {
                    kids.extend(self.mark(on, run).map(|mark| self.marked(on, page, mark)))
                }
                Child::Link(link) => kids.push(self.object(link)),
            }
        }
    }

    fn push_node(&self, id: NodeId, page: Option<usize>, kids: &mut Vec<Object>) {
        match self.elements.get(id.0 as usize).copied().flatten() {
            Some(element) => kids.push(element.into()),
            None if self.is_group(id.0 as usize) => {
                if let Some(group) = self.node(id) {
                    self.push_kids(group, page, kids);
                }
            }
            None => {}
        }
    }

    /// A mark: its number, with its page where that is not the element's own.
    fn marked(&self, on: usize, page: Option<usize>, mark: i64) -> Object {
        match self.page_ids.get(on) {
            Some(&id) if page != Some(on) => {
                dictionary! { "Type" => name("MCR"), "Pg" => id, "MCID" => mark }.into()
            }
            _ => mark.into(),
        }
    }

    fn object(&self, link: usize) -> Object {
        let page = self.pages.links.get(link).and_then(|link| self.page_ids.get(link.page));
        match (self.links.get(link), page) {
            (Some(&annotation), Some(&page)) => {
                dictionary! { "Type" => name("OBJR"), "Obj" => annotation, "Pg" => page }.into()
            }
            _ => Object::Null,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(levels: &[u8]) -> Pages {
        let node = |kind, children| Node { kind, children, anchor: None };
        let children = (1..=levels.len() as u32).map(|id| Child::Node(NodeId(id))).collect();
        let mut tree = vec![node(Kind::Document, children)];
        tree.extend(levels.iter().map(|&level| node(Kind::Heading(level, String::new()), Vec::new())));
        Pages { tree, ..Pages::default() }
    }

    #[test]
    fn headings_skip_no_level_on_the_way_down() {
        assert_eq!(roles(&headings(&[2, 3, 6, 1, 3, 9])), ["Document", "H1", "H2", "H3", "H1", "H2", "H3"]);
    }
}
