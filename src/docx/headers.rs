//! Headers and footers: the page's number, and what a letterhead has there.

use super::field::field;
use super::letterhead::Letterhead;
use super::measures::Measures;
use super::runs::plain_runs;
use super::styles::Styles;
use super::{MAIN, WORD, content_type};
use crate::document::{Document, Length, Numbers, Paragraph};
use crate::ooxml::{Package, RelationId, Xml};

/// The headers and footers of a document, as its sections name them.
#[derive(Clone, Debug, Default)]
pub(super) struct Headers {
    /// Those of pages with numbers.
    references: Vec<Reference>,
    /// Those of the sections before the first page with a number, if there are any.
    before: Vec<Reference>,
    /// The first page has its own.
    pub first_differs: bool,
    /// Even pages have their own.
    pub even_differs: bool,
    /// From the paper's edge to header and footer, where the letterhead says it.
    pub distances: (Option<Length>, Option<Length>),
}

/// Footer or not, the pages it is for, and its part.
pub(super) type Reference = (bool, &'static str, RelationId);

/// What is being put together.
struct Adding<'a> {
    package: &'a mut Package,
    letterhead: Option<&'a Letterhead>,
    /// The paragraph with the page's number; none where pages carry none.
    number: Option<String>,
    /// The same without the number, as high as the other.
    blank: String,
    /// The paragraphs at the foot of the first page, until they are written.
    footer: String,
    headers: Headers,
}

impl Headers {
    /// Adds the parts. A first page without a number needs a header of its own; on a letterhead
    /// without one it has the letterhead's ordinary one. Word can leave out the first page's number
    /// only: where numbers begin `later`, sections of their own stand before.
    pub fn add(
        package: &mut Package,
        document: &Document,
        styles: &Styles,
        letterhead: Option<&Letterhead>,
        measures: &Measures,
    ) -> Headers {
        let later = measures.numbered_from.is_some();
        let footer = footer_paragraphs(document, styles).filter(|_| letterhead.is_none()).unwrap_or_default();
        let numbers = styles.sheet.page.numbers.as_ref();
        let paragraph = |numbered: bool| {
            numbers.map(|numbers| number_paragraph(numbers, styles.id(&numbers.style), numbered))
        };
        let (number, blank) = (paragraph(true), paragraph(false).unwrap_or_else(|| "<w:p/>".to_owned()));
        let own_first = letterhead.is_some_and(Letterhead::first_differs);
        let late = numbers.is_some_and(|numbers| numbers.from >= 2);
        let headers = Headers {
            first_differs: own_first || (late && !later) || !footer.is_empty(),
            even_differs: letterhead.is_some_and(Letterhead::even_differs),
            distances: letterhead.map_or((None, None), Letterhead::distances),
            ..Headers::default()
        };
        let mut adding = Adding { package, letterhead, number, blank, footer, headers };
        if later {
            adding.all(own_first, false, false);
            adding.headers.before = std::mem::take(&mut adding.headers.references);
        }
        adding.all(own_first, true, !late);
        adding.headers
    }

    /// The headers and footers of a section, whose pages carry numbers or not.
    pub fn of(&self, numbered: bool) -> &[Reference] {
        if numbered { &self.references } else { &self.before }
    }
}

impl Adding<'_> {
    /// Everything that a section names: its pages carry numbers or not, and so does its first one.
    fn all(&mut self, own_first: bool, numbered: bool, first_numbered: bool) {
        self.header("default", "default", numbered);
        if self.headers.first_differs {
            self.header("first", if own_first { "first" } else { "default" }, first_numbered);
        }
        if self.headers.even_differs {
            self.header("even", "even", numbered);
        }
        for kind in ["default", "first", "even"] {
            self.footer(kind, if kind == "first" && !own_first { "default" } else { kind });
        }
    }

    /// The header of some pages: the letterhead's of `from`, with the number above it or not.
    fn header(&mut self, kind: &'static str, from: &str, numbered: bool) {
        let name = self.name("header");
        let number = self.number.clone().filter(|_| numbered);
        let taken = self
            .letterhead
            .and_then(|letterhead| letterhead.add(self.package, &name, (false, from), number.as_deref()));
        let id = match (taken, number) {
            (Some(id), _) => id,
            (None, None) if kind == "default" => return,
            (None, number) => {
                let paragraph = number.unwrap_or_else(|| self.blank.clone());
                self.plain(("header", "w:hdr"), &name, &paragraph)
            }
        };
        self.headers.references.push((false, kind, id));
    }

    fn footer(&mut self, kind: &'static str, from: &str) {
        let wanted = match kind {
            "first" => self.headers.first_differs,
            "even" => self.headers.even_differs,
            _ => true,
        };
        let name = self.name("footer");
        if kind == "first" && !self.footer.is_empty() {
            let paragraphs = std::mem::take(&mut self.footer);
            let id = self.plain(("footer", "w:ftr"), &name, &paragraphs);
            self.headers.references.push((true, kind, id));
        }
        let Some(letterhead) = self.letterhead.filter(|letterhead| wanted && letterhead.has(true, from))
        else {
            return;
        };
        let added = letterhead.add(self.package, &name, (true, from), None);
        self.headers.references.extend(added.map(|id| (true, kind, id)));
    }

    fn name(&self, word: &str) -> String {
        let footer = word == "footer";
        let all = self.headers.before.iter().chain(&self.headers.references);
        let count = all.filter(|(other, ..)| *other == footer).count();
        format!("{word}{}.xml", count + 1)
    }

    /// A header or footer without a letterhead: the number, an empty paragraph, our own lines.
    fn plain(&mut self, (kind, root): (&str, &str), name: &str, paragraphs: &str) -> RelationId {
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<{root} xmlns:w=\"{WORD}\">{paragraphs}</{root}>"
        );
        self.package.part(&format!("word/{name}"), &content_type(kind), xml.into_bytes());
        self.package.relate(MAIN, kind, name)
    }
}

/// What stands at the foot of the first page; `None` where nothing does.
fn footer_paragraphs(document: &Document, styles: &Styles) -> Option<String> {
    let footer =
        document.sections.first().map(|section| &section.footer).filter(|footer| !footer.is_empty())?;
    let one = |paragraph: &Paragraph| {
        element(|xml| {
            if let Some(style) = styles.id(&paragraph.style) {
                xml.element("w:pPr", |xml| xml.val("w:pStyle", style));
            }
            plain_runs(xml, &paragraph.content);
        })
    };
    Some(footer.iter().map(one).collect())
}

/// A paragraph as a string.
fn element(content: impl FnOnce(&mut Xml)) -> String {
    let part = Xml::part("w:p", |xml| {
        xml.attribute("xmlns:w", WORD);
        content(xml);
    });
    let text = String::from_utf8_lossy(&part);
    text.split_once('\n').map_or_else(String::new, |(_, element)| element.to_owned())
}

/// The paragraph with the page's number.
fn number_paragraph(numbers: &Numbers, style: Option<&str>, numbered: bool) -> String {
    element(|xml| {
        if let Some(style) = style {
            xml.element("w:pPr", |xml| xml.val("w:pStyle", style));
        }
        if numbered {
            field(xml, " PAGE ", |_| (), if numbers.from > 1 { "2" } else { "1" });
        }
    })
}
