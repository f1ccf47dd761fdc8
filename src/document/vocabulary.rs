//! The elements that layouts write: which attributes and children each may have. The page about
//! layouts in `docs/` shows the same table; a test keeps the two alike.

use crate::pack::read::join;

/// An element of the markup.
#[derive(Debug)]
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// Its attributes with the values they take.
    pub attributes: &'static [(&'static str, Takes)],
    /// The elements that may stand in it.
    pub children: &'static [&'static str],
    /// Whether words and handles may stand in it.
    pub words: bool,
}

/// The values that an attribute takes. An empty one counts as not written, so that layouts can
/// print what may be absent.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// Any text.
    Anything,
    /// One of some words.
    Words(&'static [&'static str]),
    /// A length in millimetres, up to a metre.
    Millimetres,
    /// A whole number.
    Count,
    /// Shares of a width: numbers with blanks between, or [`AUTO`].
    Shares,
}

impl Takes {
    /// Whether a value is one of these.
    pub fn accepts(self, value: &str) -> bool {
        let length =
            |text: &str| text.replace(',', ".").parse().is_ok_and(|mm: f32| (0.0..=1000.0).contains(&mm));
        value.is_empty()
            || match self {
                Takes::Anything => true,
                Takes::Words(words) => words.contains(&value),
                Takes::Millimetres => length(value.trim()),
                Takes::Count => value.trim().parse::<u16>().is_ok(),
                Takes::Shares => value.split_whitespace().all(|share| {
                    share == AUTO || share.parse().is_ok_and(|share: f32| share > 0.0 && share.is_finite())
                }),
            }
    }

    /// What to write, in both languages.
    pub fn advice(self) -> (String, String) {
        match self {
            Takes::Anything => Default::default(),
            Takes::Words(words) => {
                let words = join(words.iter().copied().filter(|word| !word.is_empty()));
                (format!("одно из: {words}"), format!("one of: {words}"))
            }
            Takes::Millimetres => {
                ("миллиметры числом, например `30`".into(), "millimetres, for example `30`".into())
            }
            Takes::Count => ("целое число, например `2`".into(), "a whole number, for example `2`".into()),
            Takes::Shares => {
                let words = ("доли числами, например `10 50 40`, или", "shares, for example `10 50 40`, or");
                (format!("{} `{AUTO}`", words.0), format!("{} `{AUTO}`", words.1))
            }
        }
    }
}

/// A column as wide as its content wants.
pub const AUTO: &str = "auto";
const ANY: Takes = Takes::Anything;
const YES_NO: Takes = Takes::Words(&["yes", "no", "true", "false", ""]);
const BLOCKS: &[&str] =
    &["p", "list", "table", "data-table", "chart", "picture", "columns", "quote", "margin", "page-break"];
const INLINES: &[&str] = &["b", "i", "br", "ref", "number", "before-end", "unit"];
const ROLES: Takes = Takes::Words(&[
    "body",
    "title",
    "heading-1",
    "heading-2",
    "heading-3",
    "heading-4",
    "heading-5",
    "heading-6",
]);
/// What an anchor is the name of; a clause where nothing is said.
const KINDS: Takes = Takes::Words(&["clause", "table", "figure", "appendix"]);
const MARKERS: Takes =
    Takes::Words(&["decimal", "parenthesis", "letter", "dash", "hyphen", "dot", "bullet", "none"]);
const ALIGNS: Takes = Takes::Words(&["start", "center", "end", "decimal"]);

/// All elements.
pub static ELEMENTS: &[Element] = &[
    Element {
        name: "document",
        attributes: &[
            ("title", ANY),
            ("author", ANY),
            ("subject", ANY),
            ("language", Takes::Words(&["ru", "en"])),
            ("slides-per-page", Takes::Count),
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
        attributes: &[("name", ANY), ("part", ANY), ("of", ANY)],
        children: BLOCKS,
        words: false,
    },
    Element { name: "notes", attributes: &[], children: &["p"], words: false },
    Element {
        name: "p",
        attributes: &[
            ("style", ANY),
            ("role", ROLES),
            ("keep-next", YES_NO),
            ("anchor", ANY),
            ("kind", KINDS),
            ("number", ANY),
        ],
        children: INLINES,
        words: true,
    },
    Element { name: "b", attributes: &[], children: INLINES, words: true },
    Element { name: "i", attributes: &[], children: INLINES, words: true },
    Element { name: "before-end", attributes: &[], children: INLINES, words: true },
    Element { name: "br", attributes: &[], children: &[], words: false },
    Element { name: "ref", attributes: &[("to", ANY), ("kind", KINDS)], children: &[], words: false },
    Element { name: "number", attributes: &[], children: &[], words: false },
    Element {
        name: "list",
        attributes: &[("marker", MARKERS), ("continued", YES_NO), ("sequence", ANY)],
        children: &["item"],
        words: false,
    },
    Element { name: "item", attributes: &[("anchor", ANY)], children: BLOCKS, words: false },
    Element {
        name: "table",
        attributes: &[("style", ANY), ("anchor", ANY), ("widths", Takes::Shares)],
        children: &["caption", "continuation", "ending", "row"],
        words: false,
    },
    Element {
        name: "data-table",
        attributes: &[("of", ANY), ("style", ANY), ("anchor", ANY), ("cell-style", ANY), ("head-style", ANY)],
        children: &["caption", "unit", "continuation", "ending"],
        words: false,
    },
    Element { name: "caption", attributes: &[("style", ANY)], children: INLINES, words: true },
    Element { name: "unit", attributes: &[("of", ANY), ("style", ANY)], children: INLINES, words: true },
    Element { name: "continuation", attributes: &[("style", ANY)], children: INLINES, words: true },
    Element { name: "ending", attributes: &[("style", ANY)], children: INLINES, words: true },
    Element {
        name: "chart",
        attributes: &[("of", ANY), ("style", ANY), ("anchor", ANY), ("title", ANY)],
        children: &["caption"],
        words: false,
    },
    Element {
        name: "picture",
        attributes: &[("of", ANY), ("style", ANY), ("anchor", ANY)],
        children: &["caption"],
        words: false,
    },
    Element { name: "row", attributes: &[("header", YES_NO)], children: &["cell"], words: false },
    Element {
        name: "cell",
        attributes: &[
            ("columns", Takes::Count),
            ("rows", Takes::Count),
            ("align", ALIGNS),
            ("row-header", YES_NO),
        ],
        children: &["p"],
        words: false,
    },
    Element {
        name: "columns",
        attributes: &[("bottom", YES_NO), ("keep-next", YES_NO), ("keep-lines-before", Takes::Count)],
        children: &["part"],
        words: false,
    },
    Element { name: "part", attributes: &[("width", Takes::Shares)], children: &["p"], words: false },
    Element { name: "quote", attributes: &[], children: &["p"], words: false },
    Element {
        name: "margin",
        attributes: &[("width", Takes::Millimetres), ("gap", Takes::Millimetres)],
        children: &["p"],
        words: false,
    },
    Element { name: "page-break", attributes: &[], children: &[], words: false },
];

/// The element of a name.
pub fn element(name: &str) -> Option<&'static Element> {
    ELEMENTS.iter().find(|element| element.name == name)
}
