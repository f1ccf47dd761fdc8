//! The elements that layouts write: which attributes and children each may have. The page about
//! layouts in `docs/` shows the same table; a test keeps the two alike.

/// An element of the markup.
#[derive(Debug)]
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// Its attributes with the values they take; none listed means any text.
    pub attributes: &'static [(&'static str, &'static [&'static str])],
    /// The elements that may stand in it.
    pub children: &'static [&'static str],
    /// Whether words and handles may stand in it.
    pub words: bool,
}

const YES_NO: &[&str] = &["yes", "no", "true", "false", ""];
const BLOCKS: &[&str] =
    &["p", "list", "table", "data-table", "chart", "picture", "columns", "quote", "margin", "page-break"];
const INLINES: &[&str] = &["b", "i", "br", "ref", "number", "before-end"];
const ROLES: &[&str] =
    &["body", "title", "heading-1", "heading-2", "heading-3", "heading-4", "heading-5", "heading-6"];
/// What an anchor is the name of; a clause where nothing is said.
const KINDS: &[&str] = &["clause", "table", "figure", "appendix"];
const MARKERS: &[&str] = &["decimal", "parenthesis", "letter", "dash", "hyphen", "dot", "bullet", "none"];
const ALIGNS: &[&str] = &["start", "center", "end", "decimal"];

/// All elements.
pub static ELEMENTS: &[Element] = &[
    Element {
        name: "document",
        attributes: &[
            ("title", &[]),
            ("author", &[]),
            ("subject", &[]),
            ("language", &["ru", "en"]),
            ("slides-per-page", &[]),
        ],
        children: &[
            "letterhead",
            "footer",
            "section",
            "slide",
            "p",
            "list",
            "table",
            "data-table",
            "chart",
            "picture",
            "columns",
            "quote",
            "margin",
            "page-break",
        ],
        words: false,
    },
    Element { name: "letterhead", attributes: &[], children: &["p", "picture"], words: false },
    Element { name: "footer", attributes: &[], children: &["p"], words: false },
    Element { name: "section", attributes: &[("landscape", YES_NO)], children: BLOCKS, words: false },
    Element { name: "slide", attributes: &[], children: &["frame", "notes"], words: false },
    Element {
        name: "frame",
        attributes: &[("name", &[]), ("part", &[]), ("of", &[])],
        children: BLOCKS,
        words: false,
    },
    Element { name: "notes", attributes: &[], children: &["p"], words: false },
    Element {
        name: "p",
        attributes: &[
            ("style", &[]),
            ("role", ROLES),
            ("keep-next", YES_NO),
            ("anchor", &[]),
            ("kind", KINDS),
            ("number", &[]),
        ],
        children: INLINES,
        words: true,
    },
    Element { name: "b", attributes: &[], children: INLINES, words: true },
    Element { name: "i", attributes: &[], children: INLINES, words: true },
    Element { name: "before-end", attributes: &[], children: INLINES, words: true },
    Element { name: "br", attributes: &[], children: &[], words: false },
    Element { name: "ref", attributes: &[("to", &[]), ("kind", KINDS)], children: &[], words: false },
    Element { name: "number", attributes: &[], children: &[], words: false },
    Element {
        name: "list",
        attributes: &[("marker", MARKERS), ("continued", YES_NO), ("sequence", &[])],
        children: &["item"],
        words: false,
    },
    Element { name: "item", attributes: &[("anchor", &[])], children: BLOCKS, words: false },
    Element {
        name: "table",
        attributes: &[("style", &[]), ("anchor", &[]), ("widths", &[])],
        children: &["caption", "continuation", "ending", "row"],
        words: false,
    },
    Element {
        name: "data-table",
        attributes: &[("of", &[]), ("style", &[]), ("anchor", &[]), ("cell-style", &[]), ("head-style", &[])],
        children: &["caption", "continuation", "ending"],
        words: false,
    },
    Element { name: "caption", attributes: &[("style", &[])], children: INLINES, words: true },
    Element { name: "continuation", attributes: &[("style", &[])], children: INLINES, words: true },
    Element { name: "ending", attributes: &[("style", &[])], children: INLINES, words: true },
    Element {
        name: "chart",
        attributes: &[("of", &[]), ("style", &[]), ("anchor", &[]), ("title", &[])],
        children: &["caption"],
        words: false,
    },
    Element {
        name: "picture",
        attributes: &[("of", &[]), ("style", &[]), ("anchor", &[])],
        children: &["caption"],
        words: false,
    },
    Element { name: "row", attributes: &[("header", YES_NO)], children: &["cell"], words: false },
    Element {
        name: "cell",
        attributes: &[("columns", &[]), ("rows", &[]), ("align", ALIGNS), ("row-header", YES_NO)],
        children: &["p"],
        words: false,
    },
    Element {
        name: "columns",
        attributes: &[("bottom", YES_NO), ("keep-next", YES_NO), ("keep-lines-before", &[])],
        children: &["part"],
        words: false,
    },
    Element { name: "part", attributes: &[("width", &[])], children: &["p"], words: false },
    Element { name: "quote", attributes: &[], children: &["p"], words: false },
    Element { name: "margin", attributes: &[("width", &[]), ("gap", &[])], children: &["p"], words: false },
    Element { name: "page-break", attributes: &[], children: &[], words: false },
];

/// The element of a name.
pub fn element(name: &str) -> Option<&'static Element> {
    ELEMENTS.iter().find(|element| element.name == name)
}
