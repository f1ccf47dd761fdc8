//! Reads a tagged PDF as a screen reader does: the structure tree leads, the marked content
//! gives the text, each font's ToUnicode map says what its codes mean. Nothing here knows the
//! writer, so that it can judge any writer.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// An element of the structure tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// Its type, e.g. `P`.
    pub role: String,
    /// What its dictionary and its attributes say, e.g. `Scope Column`, in the file's order.
    pub notes: Vec<String>,
    /// What it contains.
    pub kids: Vec<Kid>,
}

/// A child of an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Kid {
    /// Another element.
    Element(Element),
    /// Marked content.
    Text(String),
    /// An annotation, with its description.
    Link(String),
}

/// Something shown on a page: a character code with the place of its origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Page, from zero.
    pub page: usize,
    /// From the left edge.
    pub x: f32,
    /// From the lower edge.
    pub y: f32,
    /// What it reads as.
    pub text: String,
    /// Whether it belongs to an artifact.
    pub artifact: bool,
}

/// A file that was read.
pub struct TaggedPdf {
    /// The objects.
    pub pdf: Document,
    pages: Vec<ObjectId>,
    /// The text of each mark, by page and number.
    marks: BTreeMap<(usize, i64), String>,
    /// Every glyph in the order of drawing.
    pub shown: Vec<Shown>,
}

/// The logical text of a file, a line for each paragraph, heading, caption or cell; artifacts
/// (page numbers, rules) and charts are left out, divided words are whole, and a list item's label stands
/// before its first line.
pub fn logical_text(bytes: &[u8]) -> String {
    let mut lines = Vec::new();
    TaggedPdf::read(bytes).structure().push_lines(&mut lines);
    lines.join("\n")
}

impl TaggedPdf {
    /// Reads all pages.
    pub fn read(bytes: &[u8]) -> TaggedPdf {
        let pdf = Document::load_mem(bytes).expect("a PDF file");
        let pages: Vec<ObjectId> = pdf.page_iter().collect();
        let mut file = TaggedPdf { pdf, pages, marks: BTreeMap::new(), shown: Vec::new() };
        for page in 0..file.pages.len() {
            file.read_page(page);
        }
        file
    }

    /// The catalogue.
    pub fn catalog(&self) -> &Dictionary {
        self.pdf.catalog().expect("a catalogue")
    }

    /// The structure tree below its root.
    pub fn structure(&self) -> Element {
        let root = self.dictionary(self.catalog().get(b"StructTreeRoot").expect("a structure tree"));
        let mut holder = Element::default();
        self.push_kid(root.get(b"K").expect("children"), None, &mut holder);
        match holder.kids.pop() {
            Some(Kid::Element(document)) => document,
            other => panic!("the root holds {other:?}"),
        }
    }

    fn resolve<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.pdf.dereference(object).expect("an object").1
    }

    /// A dictionary, by reference or in place.
    pub fn dictionary<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        self.resolve(object).as_dict().expect("a dictionary")
    }

    fn push_kid(&self, kid: &Object, page: Option<usize>, parent: &mut Element) {
        match self.resolve(kid) {
            Object::Integer(mark) => parent.kids.push(Kid::Text(self.mark(page.expect("a page"), *mark))),
            Object::Array(kids) => kids.iter().for_each(|kid| self.push_kid(kid, page, parent)),
            Object::Dictionary(kid) if kid.has_type(b"MCR") => {
                let mark = kid.get(b"MCID").and_then(Object::as_i64).expect("a number");
                parent.kids.push(Kid::Text(self.mark(self.page_of(kid).expect("a page"), mark)));
            }
            Object::Dictionary(kid) if kid.has_type(b"OBJR") => {
                let annotation = self.dictionary(kid.get(b"Obj").expect("an object"));
                parent.kids.push(Kid::Link(text(annotation.get(b"Contents").expect("a description"))));
            }
            Object::Dictionary(kid) => parent.kids.push(Kid::Element(self.element(kid))),
            other => panic!("no child of an element: {other:?}"),
        }
    }

    fn element(&self, dictionary: &Dictionary) -> Element {
        let role = dictionary.get(b"S").and_then(Object::as_name).expect("a role");
        let mut element = Element { role: String::from_utf8_lossy(role).into_owned(), ..Element::default() };
        for key in ["T", "Alt", "Lang", "ActualText"] {
            if let Ok(value) = dictionary.get(key.as_bytes()) {
                element.notes.push(format!("{key} «{}»", text(value)));
            }
        }
        if let Ok(attributes) = dictionary.get(b"A") {
            self.push_attributes(self.dictionary(attributes), &mut element.notes);
        }
        if let Ok(kids) = dictionary.get(b"K") {
            self.push_kid(kids, self.page_of(dictionary), &mut element);
        }
        element
    }

    fn push_attributes(&self, attributes: &Dictionary, notes: &mut Vec<String>) {
        for (key, value) in attributes.iter().filter(|(key, _)| key.as_slice() != b"O") {
            let value = match value {
                Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
                Object::Integer(number) => number.to_string(),
                Object::String(..) => format!("«{}»", text(value)),
                Object::Array(numbers) => {
                    let rounded =
                        numbers.iter().map(|number| number.as_float().expect("a number").round().to_string());
                    rounded.collect::<Vec<_>>().join(" ")
                }
                other => other
                    .as_float()
                    .map_or_else(|_| format!("{other:?}"), |number| number.round().to_string()),
            };
            notes.push(format!("{} {value}", String::from_utf8_lossy(key)));
        }
    }

    fn page_of(&self, dictionary: &Dictionary) -> Option<usize> {
        let page = dictionary.get(b"Pg").and_then(Object::as_reference).ok()?;
        self.pages.iter().position(|&id| id == page)
    }

    fn mark(&self, page: usize, mark: i64) -> String {
        self.marks.get(&(page, mark)).unwrap_or_else(|| panic!("page {page} has no mark {mark}")).clone()
    }

    fn read_page(&mut self, page: usize) {
        let id = self.pages[page];
        let content = self.pdf.get_page_content(id);
        let fonts = self.fonts(id);
        let mut reader = PageReader::new(page, &fonts);
        for operation in Content::decode(&content).expect("operators").operations {
            reader.follow(&operation.operator, &operation.operands);
        }
        assert!(reader.open.is_empty(), "page {page}: marked content is not closed");
        self.shown.append(&mut reader.shown);
        self.marks.extend(reader.marks.into_iter().map(|(mark, text)| ((page, mark), text)));
    }

    fn fonts(&self, page: ObjectId) -> BTreeMap<Vec<u8>, FontReader> {
        let page = self.pdf.get_dictionary(page).expect("a page");
        let resources = self.dictionary(page.get(b"Resources").expect("resources"));
        let Ok(fonts) = resources.get(b"Font") else { return BTreeMap::new() };
        let read = |(name, font): (&Vec<u8>, &Object)| (name.clone(), self.font(self.dictionary(font)));
        self.dictionary(fonts).iter().map(read).collect()
    }

    fn font(&self, font: &Dictionary) -> FontReader {
        let map =
            self.resolve(font.get(b"ToUnicode").expect("a ToUnicode map")).as_stream().expect("a stream");
        let map = map.decompressed_content().expect("deflated");
        let descendants =
            self.resolve(font.get(b"DescendantFonts").expect("descendants")).as_array().expect("a list");
        let descendant = self.dictionary(&descendants[0]);
        let widths = descendant.get(b"W").and_then(Object::as_array).expect("widths");
        FontReader { readings: readings(&String::from_utf8_lossy(&map)), widths: width_list(widths) }
    }
}

/// A text string as UTF-16 or ASCII.
pub fn text(object: &Object) -> String {
    let bytes = object.as_str().expect("a string");
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(utf16) => utf16_text(utf16),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn utf16_text(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).expect("UTF-16")
}

/// What a page needs to know of a font.
struct FontReader {
    readings: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f32>,
}

/// The `bfchar` and `bfrange` entries of a map.
fn readings(map: &str) -> BTreeMap<u16, String> {
    let mut readings = BTreeMap::new();
    let mut section = "";
    for line in map.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [_, begin] if begin.starts_with("beginbf") => section = begin,
            [end] if end.starts_with("endbf") => section = "",
            [code, text] if section == "beginbfchar" => {
                readings.insert(hex_number(code), hex_text(text));
            }
            [from, to, text] if section == "beginbfrange" => {
                let first = hex_text(text).chars().next().expect("a character");
                for (offset, code) in (hex_number(from)..=hex_number(to)).enumerate() {
                    let letter = char::from_u32(u32::from(first) + offset as u32).expect("a character");
                    readings.insert(code, letter.to_string());
                }
            }
            _ => {}
        }
    }
    readings
}

fn hex_number(token: &str) -> u16 {
    u16::from_str_radix(token.trim_matches(['<', '>']), 16).expect("a hexadecimal number")
}

fn hex_text(token: &str) -> String {
    let digits = token.trim_matches(['<', '>']).as_bytes();
    let byte =
        |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).expect("digits"), 16).expect("digits");
    utf16_text(&digits.chunks(2).map(byte).collect::<Vec<_>>())
}

/// The form `first [w1 w2 …]` of a list of widths.
fn width_list(list: &[Object]) -> BTreeMap<u16, f32> {
    let mut widths = BTreeMap::new();
    for pair in list.chunks(2) {
        let first = pair[0].as_i64().expect("a code") as u16;
        for (code, width) in (first..).zip(pair[1].as_array().expect("widths")) {
            widths.insert(code, width.as_float().expect("a width"));
        }
    }
    widths
}

fn is_artifact(tag: &Object) -> bool {
    tag.as_name().is_ok_and(|tag| tag == b"Artifact")
}

/// Marked content that is open.
#[derive(Default)]
struct Open {
    mark: Option<i64>,
    artifact: bool,
    replaced: bool,
}

struct PageReader<'a> {
    page: usize,
    fonts: &'a BTreeMap<Vec<u8>, FontReader>,
    font: Vec<u8>,
    size: f32,
    rise: f32,
    place: (f32, f32),
    open: Vec<Open>,
    marks: BTreeMap<i64, String>,
    shown: Vec<Shown>,
}

impl<'a> PageReader<'a> {
    fn new(page: usize, fonts: &'a BTreeMap<Vec<u8>, FontReader>) -> PageReader<'a> {
        let (font, size, rise, place) = (Vec::new(), 0.0, 0.0, (0.0, 0.0));
        let (open, marks, shown) = (Vec::new(), BTreeMap::new(), Vec::new());
        PageReader { page, fonts, font, size, rise, place, open, marks, shown }
    }

    fn follow(&mut self, operator: &str, operands: &[Object]) {
        let number = |index: usize| operands[index].as_float().expect("a number");
        match operator {
            "BDC" => self.begin(operands),
            "BMC" => self.open.push(Open { artifact: is_artifact(&operands[0]), ..Open::default() }),
            "EMC" => drop(self.open.pop().expect("open marked content")),
            "Tf" => {
                self.font = operands[0].as_name().expect("a name").to_vec();
                self.size = number(1);
            }
            "Ts" => self.rise = number(0),
            "Tm" => self.place = (number(4), number(5)),
            "Tj" => self.show(&operands[0]),
            "TJ" => operands[0].as_array().expect("a list").iter().for_each(|item| self.show(item)),
            "BT" | "ET" | "rg" | "RG" | "w" | "m" | "l" | "S" | "h" | "d" | "re" | "f" | "q" | "Q" | "cm"
            | "Do" => {}
            other => panic!("the reader does not know the operator {other}"),
        }
    }

    fn begin(&mut self, operands: &[Object]) {
        let properties = operands[1].as_dict().expect("properties");
        let mark = properties.get(b"MCID").and_then(Object::as_i64).ok();
        if let Some(mark) = mark {
            let before = self.marks.insert(mark, String::new());
            assert_eq!(before, None, "mark {mark} stands twice");
        }
        let actual = properties.get(b"ActualText").ok().map(text);
        let open = Open { mark, artifact: is_artifact(&operands[0]), replaced: actual.is_some() };
        if let Some(actual) = actual {
            self.read(&actual);
        }
        self.open.push(open);
    }

    /// Gives text to the innermost mark, unless an `ActualText` has spoken for it.
    fn read(&mut self, text: &str) {
        if self.open.iter().any(|open| open.replaced) {
            return;
        }
        let Some(mark) = self.open.iter().rev().find_map(|open| open.mark) else {
            assert!(self.open.iter().any(|open| open.artifact), "«{text}» is neither marked nor an artifact");
            return;
        };
        self.marks.entry(mark).or_default().push_str(text);
    }

    fn show(&mut self, item: &Object) {
        let Ok(codes) = item.as_str() else {
            self.place.0 -= item.as_float().expect("a number") / 1000.0 * self.size;
            return;
        };
        for code in codes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])) {
            let font = self.fonts.get(&self.font).expect("a font");
            let text =
                font.readings.get(&code).unwrap_or_else(|| panic!("code {code} has no reading")).clone();
            let width = *font.widths.get(&code).expect("a width");
            let artifact = self.open.iter().any(|open| open.artifact);
            let (x, y) = (self.place.0, self.place.1 + self.rise);
            self.read(&text);
            self.shown.push(Shown { page: self.page, x, y, text, artifact });
            self.place.0 += width / 1000.0 * self.size;
        }
    }
}

impl Element {
    /// Its whole text, divided words whole.
    pub fn text(&self) -> String {
        let kids = self.kids.iter().map(|kid| match kid {
            Kid::Element(element) => element.text(),
            Kid::Text(text) => text.replace('\u{AD}', ""),
            Kid::Link(_) => String::new(),
        });
        kids.collect()
    }

    /// The tree as readable text: an element a line, with its notes; marked content in
    /// quotation marks, divided words whole.
    pub fn sketch(&self) -> String {
        let mut out = String::new();
        self.push_sketch(0, &mut out);
        out
    }

    fn push_sketch(&self, depth: usize, out: &mut String) {
        let notes: String = self.notes.iter().map(|note| format!("  [{note}]")).collect();
        out.push_str(&format!("{}{}{notes}\n", "  ".repeat(depth), self.role));
        let inner = "  ".repeat(depth + 1);
        for kid in &self.kids {
            match kid {
                Kid::Element(element) => element.push_sketch(depth + 1, out),
                Kid::Text(text) => out.push_str(&format!("{inner}«{}»\n", shown(text))),
                Kid::Link(description) => out.push_str(&format!("{inner}link «{description}»\n")),
            }
        }
    }

    fn push_lines(&self, lines: &mut Vec<String>) {
        // A chart speaks by its alternative text.
        if self.role == "Figure" {
            return;
        }
        if self.is_line() {
            let line = self.text();
            if !line.trim().is_empty() {
                lines.push(line.trim_end().to_owned());
            }
            return;
        }
        let first = lines.len();
        let mut label = None;
        for kid in &self.kids {
            match kid {
                Kid::Element(kid) if kid.role == "Lbl" => label = Some(kid.text()),
                Kid::Element(kid) => kid.push_lines(lines),
                Kid::Text(text) => lines.push(text.replace('\u{AD}', "").trim_end().to_owned()),
                Kid::Link(_) => {}
            }
        }
        if let Some(label) = label {
            match lines.get_mut(first) {
                Some(line) => *line = format!("{} {line}", label.trim_end()),
                None => lines.push(label),
            }
        }
    }

    /// Whether it is set as one paragraph: it has text and no further blocks in it.
    fn is_line(&self) -> bool {
        const INLINE: [&str; 2] = ["Span", "Link"];
        !matches!(self.role.as_str(), "Document" | "L" | "LI" | "Table" | "THead" | "TBody" | "TR")
            && self.kids.iter().all(|kid| match kid {
                Kid::Element(element) => INLINE.contains(&element.role.as_str()),
                _ => true,
            })
    }
}

/// No-break spaces made visible.
fn shown(text: &str) -> String {
    text.replace('\u{AD}', "").replace('\u{A0}', "␣")
}
