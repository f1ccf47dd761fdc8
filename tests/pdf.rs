//! The PDF writer, judged by reading its files again.

#[path = "support/pdf_pages.rs"]
mod pdf_pages;
#[path = "support/pdf_text.rs"]
mod pdf_text;

use avgust::document::{Anchor, Document, Face};
use avgust::pdf::{Profile, write};
use avgust::source::Language;
use avgust::typeset::{Child, Glyph, Item, Kind, Mark, NodeId, Pages, Run, TextRun};
use lopdf::Object;
use pdf_pages::{BODY, LEFT, REGULAR, Setter, document, everything, face_bytes};
use pdf_text::{TaggedPdf, logical_text, text};
use proptest::prelude::*;

const FONTS: fn(Face) -> &'static [u8] = face_bytes;
const PROFILES: [(Profile, &str); 2] = [(Profile::A2aUa1, "pdf-2a"), (Profile::A1a, "pdf-1a")];

fn file(pages: &Pages, profile: Profile) -> Vec<u8> {
    write(&document("Резолюция"), pages, &FONTS, profile).expect("the pages are sound")
}

/// A page with one paragraph.
fn paragraph(text: &str) -> Pages {
    let mut setter = Setter::new();
    let node = setter.node(NodeId(0), Kind::Paragraph);
    setter.paragraph(node, BODY, text);
    setter.pages
}

/// The findings in Russian, a line each.
fn refusal(document: &Document, pages: &Pages) -> String {
    let findings = write(document, pages, &FONTS, Profile::A2aUa1).expect_err("the pages are not sound").list;
    let line = |finding: &avgust::source::Finding| {
        format!("{}: {}", finding.message.code, finding.text(Language::Russian))
    };
    findings.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// `PDF_OUT=folder` keeps the files for the judges.
#[test]
fn the_structure_tree_is_the_golden_one() {
    for (profile, name) in PROFILES {
        let bytes = file(&everything(), profile);
        if let Some(folder) = std::env::var_os("PDF_OUT") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), &bytes)
                .expect("written");
        }
        let sketch = TaggedPdf::read(&bytes).structure().sketch();
        let golden = format!("{}/tests/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&golden, &sketch).expect("written");
        }
        assert_eq!(
            sketch,
            std::fs::read_to_string(&golden).unwrap_or_default(),
            "UPDATE_GOLDEN=1 rewrites {golden}"
        );
    }
}

/// What each node's own runs say in the source, divided words whole.
fn source_texts(pages: &Pages) -> Vec<String> {
    let run_text = |child: &Child| match *child {
        Child::Run(page, run) => run_text(&pages.pages[page].runs[run]),
        _ => String::new(),
    };
    let texts = pages.tree.iter().map(|node| node.children.iter().map(run_text).collect::<String>());
    let mut texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    texts.sort();
    texts
}

fn run_text(run: &Run) -> String {
    let text = |item: &Item| match item {
        Item::Text(run) => run.text.replace('\u{AD}', ""),
        _ => String::new(),
    };
    run.items.iter().map(text).collect()
}

fn extracted_texts(element: &pdf_text::Element, texts: &mut Vec<String>) {
    let mut own = String::new();
    for kid in &element.kids {
        match kid {
            pdf_text::Kid::Element(kid) => extracted_texts(kid, texts),
            pdf_text::Kid::Text(text) => own.push_str(&text.replace('\u{AD}', "")),
            pdf_text::Kid::Link(_) => {}
        }
    }
    texts.extend(Some(own).filter(|text| !text.is_empty()));
}

#[test]
fn every_node_reads_as_its_source() {
    let pages = everything();
    for (profile, name) in PROFILES {
        let mut texts = Vec::new();
        extracted_texts(&TaggedPdf::read(&file(&pages, profile)).structure(), &mut texts);
        texts.sort();
        assert_eq!(texts, source_texts(&pages), "{name}");
    }
}

#[test]
fn a_divided_word_is_one_word() {
    let mut setter = Setter::new();
    let node = setter.node(NodeId(0), Kind::Paragraph);
    let text = "Доля выпускников, полу\u{AD}чивших атте\u{AD}стат";
    setter.paragraph(node, pdf_pages::Setting { measure: 190.0, ..BODY }, text);
    let bytes = file(&setter.pages, Profile::A2aUa1);
    let file = TaggedPdf::read(&bytes);
    let drawn: String = file.shown.iter().map(|shown| &*shown.text).collect();
    assert!(drawn.contains("полу\u{AD}чивших"), "the word is not divided in «{drawn}»");
    let mark = pdf_text::Kid::Text("Доля выпускников, получивших аттестат".to_owned());
    let pdf_text::Kid::Element(paragraph) = &file.structure().kids[0] else { panic!("no paragraph") };
    assert_eq!(paragraph.kids, [mark]);
}

#[test]
fn artifacts_are_no_text() {
    let mut setter = Setter::new();
    setter.new_page();
    let node = setter.node(NodeId(0), Kind::Paragraph);
    setter.paragraph(node, BODY, "Принять к\u{A0}сведению.");
    let bytes = file(&setter.pages, Profile::A2aUa1);
    assert_eq!(logical_text(&bytes), "Принять к\u{A0}сведению.");
    let file = TaggedPdf::read(&bytes);
    let artifacts: String =
        file.shown.iter().filter(|shown| shown.artifact).map(|shown| &*shown.text).collect();
    assert_eq!(artifacts, "2");
}

#[test]
fn a_list_item_reads_with_its_label() {
    let text = logical_text(&file(&everything(), Profile::A2aUa1));
    for line in [
        "Резолюция городской августовской конференции",
        "1. Управлению образования до\u{A0}1\u{A0}декабря:",
        "– открыть службы ранней помощи;",
        "2. Руководителям школ по мере финансирования.",
        "См. пункт 2 насто\u{301}ящей резолюции: за\u{301}мок, Һаҥа күн",
        "1\u{A0}250,5",
    ] {
        assert!(text.lines().any(|candidate| candidate == line), "«{line}» is missing in\n{text}");
    }
}

/// Where each glyph belongs, from the lower left corner.
fn wanted_places(pages: &Pages) -> Vec<(f32, f32)> {
    let mut places = Vec::new();
    for page in &pages.pages {
        for item in page.runs.iter().flat_map(|run| &run.items) {
            let Item::Text(run) = item else { continue };
            let mut x = run.x;
            for glyph in &run.glyphs {
                places.push((x + glyph.dx, page.height - run.y + glyph.dy));
                x += glyph.advance;
            }
        }
    }
    places
}

#[test]
fn every_glyph_stands_where_the_typesetter_put_it() {
    let pages = everything();
    let shown = TaggedPdf::read(&file(&pages, Profile::A2aUa1)).shown;
    let wanted = wanted_places(&pages);
    assert_eq!(shown.len(), wanted.len());
    for (shown, (x, y)) in shown.iter().zip(wanted) {
        let (across, up) = (shown.x - x, shown.y - y);
        assert!(across.abs() < 0.009 && up.abs() < 0.002, "«{}» is off by {across}, {up}", shown.text);
    }
}

/// The fonts of a file: name and embedded program.
fn programs(file: &TaggedPdf) -> Vec<(String, Vec<u8>)> {
    let descriptors = file.pdf.objects.values().filter_map(|object| object.as_dict().ok());
    let program = |descriptor: &lopdf::Dictionary| {
        let name = descriptor.get(b"FontName").and_then(Object::as_name).expect("a name");
        let id = descriptor.get(b"FontFile2").and_then(Object::as_reference).expect("a program");
        let stream = file.pdf.get_object(id).and_then(Object::as_stream).expect("a stream");
        (String::from_utf8_lossy(name).into_owned(), stream.decompressed_content().expect("deflated"))
    };
    descriptors.filter(|dictionary| dictionary.has_type(b"FontDescriptor")).map(program).collect()
}

#[test]
fn all_four_faces_are_embedded_as_subsets() {
    let bytes = file(&everything(), Profile::A2aUa1);
    let mut names = Vec::new();
    for (name, program) in programs(&TaggedPdf::read(&bytes)) {
        let (tag, face) = name.split_once('+').expect("a tag");
        assert!(tag.len() == 6 && tag.bytes().all(|letter| letter.is_ascii_uppercase()), "{name}");
        assert!(program.len() < 60_000, "{name} has {} bytes", program.len());
        names.push(face.to_owned());
    }
    names.sort();
    assert_eq!(names, ["Tinos-Bold", "Tinos-BoldItalic", "Tinos-Italic", "Tinos-Regular"]);
}

#[test]
fn the_tag_follows_the_set_of_glyphs() {
    let name = |text| programs(&TaggedPdf::read(&file(&paragraph(text), Profile::A2aUa1))).remove(0).0;
    assert_eq!(name("кот ток"), name("ток кот"));
    assert_ne!(name("кот"), name("кит"));
}

#[test]
fn the_catalogue_says_what_the_file_is() {
    let bytes = file(&everything(), Profile::A2aUa1);
    let file = TaggedPdf::read(&bytes);
    let catalog = file.catalog();
    assert_eq!(text(catalog.get(b"Lang").expect("a language")), "ru-RU");
    let shows_title = file.dictionary(catalog.get(b"ViewerPreferences").expect("preferences"));
    assert_eq!(shows_title.get(b"DisplayDocTitle").and_then(Object::as_bool).ok(), Some(true));
    let info = file.dictionary(file.pdf.trailer.get(b"Info").expect("metadata"));
    assert_eq!(text(info.get(b"Title").expect("a title")), "Резолюция");
    assert_eq!(text(info.get(b"CreationDate").expect("a date")), "D:20180828120000+00'00'");
    assert!(info.get(b"GTS_PDFXVersion").is_err());
    let xmp = String::from_utf8(metadata(&file)).expect("UTF-8");
    for property in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<rdf:li>Управление образования г. Кедровска</rdf:li>",
        "&lt;2018&gt; &amp; приложения",
        "<xmp:CreateDate>2018-08-28T12:00:00+00:00</xmp:CreateDate>",
    ] {
        assert!(xmp.contains(property), "{property} is missing in\n{xmp}");
    }
}

fn metadata(file: &TaggedPdf) -> Vec<u8> {
    let id = file.catalog().get(b"Metadata").and_then(Object::as_reference).expect("metadata");
    file.pdf.get_object(id).and_then(Object::as_stream).expect("a stream").content.clone()
}

#[test]
fn the_outline_is_nested_by_level() {
    let bytes = file(&everything(), Profile::A2aUa1);
    let file = TaggedPdf::read(&bytes);
    let root = file.dictionary(file.catalog().get(b"Outlines").expect("an outline"));
    let first = file.dictionary(root.get(b"First").expect("an entry"));
    assert_eq!(text(first.get(b"Title").expect("a title")), "Резолюция городской августовской конференции");
    let second = file.dictionary(first.get(b"First").expect("an entry below"));
    assert_eq!(text(second.get(b"Title").expect("a title")), "1. Поручения");
    assert_eq!(root.get(b"Count").and_then(Object::as_i64).ok(), Some(2));
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let (one, other) = (file(&everything(), Profile::A2aUa1), file(&everything(), Profile::A2aUa1));
    assert!(one == other, "two files of one process differ");
    let digest = |bytes: &[u8]| {
        bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    };
    if std::env::var_os("PDF_TEST_CHILD").is_some() {
        println!("digest {:x}", digest(&one));
        return;
    }
    let test = std::env::current_exe().expect("this program");
    let mut child = std::process::Command::new(test);
    child.args(["--exact", "the_same_pages_give_the_same_bytes", "--nocapture"]).env("PDF_TEST_CHILD", "1");
    let output = child.output().expect("the child runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        said.contains(&format!("digest {:x}", digest(&one))),
        "another process wrote another file: {said}"
    );
}

#[test]
fn another_text_has_another_identifier() {
    let id = |text| {
        TaggedPdf::read(&file(&paragraph(text), Profile::A2aUa1))
            .pdf
            .trailer
            .get(b"ID")
            .expect("an ID")
            .clone()
    };
    assert_ne!(id("кот"), id("ток"));
}

#[test]
fn what_keeps_a_file_from_conforming_is_said_at_once() {
    let mut setter = Setter::new();
    let node = setter.node(NodeId(0), Kind::Paragraph);
    setter.paragraph(node, BODY, "Знак \u{4E2D} и \u{1F600}.");
    setter.reference(["См. ", "3", "."], "nowhere");
    let bounds = [LEFT, 100.0, 200.0, 200.0];
    let figure = setter.node(NodeId(0), Kind::Figure { alt: " ".to_owned(), page: 0, bounds });
    setter.draw(
        Mark::Node(figure),
        vec![Item::Rectangle { x: LEFT, y: 100.0, width: 9.0, height: 9.0, color: [0; 3] }],
    );
    assert_eq!(
        refusal(&document(""), &setter.pages),
        "pdf-title-missing: у документа нет названия для окна программы просмотра и каталога библиотеки\n\
         pdf-glyph-missing: в шрифте (обычное начертание) нет знаков «中» (U+4E2D), «😀» (U+1F600)\n\
         pdf-alternative-missing: у рисунка на странице 1 нет описания для тех, кто его не видит\n\
         pdf-target-missing: ссылка «Перейти к пункту 3» на странице 1 ведёт к `nowhere`, чего в документе нет"
    );
}

#[test]
fn pages_that_contradict_their_tree_are_refused() {
    let broken: [fn(&mut Pages); 6] = [
        |pages| pages.tree.clear(),
        |pages| pages.tree[1].children.push(Child::Node(NodeId(1))),
        |pages| pages.tree[1].children.push(Child::Run(7, 0)),
        |pages| pages.tree[1].children.clear(),
        |pages| pages.anchors.push((Anchor::clause("a".to_owned()), 9, 0.0)),
        |pages| pages.pages.clear(),
    ];
    for (index, spoil) in broken.into_iter().enumerate() {
        let mut pages = paragraph("Слово");
        spoil(&mut pages);
        let said = refusal(&document("Резолюция"), &pages);
        assert!(said.starts_with("pdf-pages-inconsistent: "), "case {index}: {said}");
    }
}

#[test]
fn a_broken_face_is_refused() {
    struct Broken;
    impl avgust::pdf::FaceBytes for Broken {
        fn face_bytes(&self, _: Face) -> &[u8] {
            b"OTTO"
        }
    }
    let refused = write(&document("Резолюция"), &paragraph("Слово"), &Broken, Profile::A2aUa1);
    let findings = refused.expect_err("no font").list;
    assert_eq!(
        findings.iter().map(|finding| finding.message.code).collect::<Vec<_>>(),
        ["pdf-face-unreadable"]
    );
}

/// Glyphs of the face, which has 2012 and more, that claim any bytes of the text, in any order,
/// of any size.
fn wild_glyphs() -> impl Strategy<Value = Vec<Glyph>> {
    let glyph = (1u16..2012, -5f32..30.0, -3f32..3.0, 0u32..40, 0u32..40)
        .prop_map(|(id, advance, shift, start, end)| Glyph { id, advance, dx: shift, dy: shift, start, end });
    proptest::collection::vec(glyph, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_extracted_as_it_was(text in "[а-яёА-ЯҥҔһ0-9 \u{A0}«»№–,.-]{1,80}", capitals: bool) {
        let text = format!("К{}.", text.trim_end());
        let mut setter = Setter::new();
        let node = setter.node(NodeId(0), Kind::Paragraph);
        setter.paragraph(node, pdf_pages::Setting { capitals, ..BODY }, &text);
        prop_assert_eq!(logical_text(&file(&setter.pages, Profile::A2aUa1)), text);
    }

    #[test]
    fn no_glyphs_make_the_writer_panic(glyphs in wild_glyphs(), text in ".{0,12}", size in 0f32..40.0) {
        let mut setter = Setter::new();
        let node = setter.node(NodeId(0), Kind::Paragraph);
        let run = TextRun { x: 90.0, y: 100.0, size, face: REGULAR, color: [0; 3], text, glyphs };
        setter.draw(Mark::Node(node), vec![Item::Text(run)]);
        TaggedPdf::read(&file(&setter.pages, Profile::A2aUa1));
    }
}
