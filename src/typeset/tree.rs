//! The structure tree while it grows.

use super::pages::{Child, Kind, Node, NodeId};
use crate::document::Anchor;

/// Nodes; the first is the document.
pub(super) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    /// The root of the tree.
    pub const ROOT: NodeId = NodeId(0);

    pub fn new() -> Tree {
        Tree { nodes: vec![Node { kind: Kind::Document, children: Vec::new(), anchor: None }] }
    }

    /// Adds a node below `parent`, after what stands there.
    pub fn add(&mut self, parent: NodeId, kind: Kind, anchor: Option<&Anchor>) -> NodeId {
        let id = self.loose(kind);
        self.push(parent, Child::Node(id));
        if let Some(node) = self.nodes.last_mut() {
            node.anchor = anchor.cloned();
        }
        id
    }

    /// A node that gets its parent when the pages know its place among the parent's runs.
    pub fn loose(&mut self, kind: Kind) -> NodeId {
        self.nodes.push(Node { kind, children: Vec::new(), anchor: None });
        NodeId(self.nodes.len() as u32 - 1)
    }

    /// Adds a child after those that `node` has.
    pub fn push(&mut self, node: NodeId, child: Child) {
        if let Some(node) = self.nodes.get_mut(node.0 as usize) {
            node.children.push(child);
        }
    }

    /// Says where a figure stands.
    pub fn set_bounds(&mut self, node: NodeId, on: usize, edges: [f32; 4]) {
        if let Some(Node { kind: Kind::Figure { page, bounds, .. }, .. }) =
            self.nodes.get_mut(node.0 as usize)
        {
            (*page, *bounds) = (on, edges);
        }
    }

    /// Whether nothing stands below `node`.
    pub fn is_empty(&self, node: NodeId) -> bool {
        self.nodes.get(node.0 as usize).is_none_or(|node| node.children.is_empty())
    }

    pub fn into_nodes(self) -> Vec<Node> {
        self.nodes
    }
}
