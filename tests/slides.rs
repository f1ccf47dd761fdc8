//! Slides: what a deck shows, where, how large, and what is spoken over it; measured from the
//! finished files.

use avgust::document::{Color, Length, StyleSheet};
use avgust::layout::{Layout, Library};
use avgust::pipeline::{File, Format, load, make};
use avgust::source::{Findings, Folder, Place, SourceId, Sources};
use avgust::typeset::Fonts;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::sync::Arc;
use zip::ZipArchive;

const PACK: &str = "\
конференция: { название: Конференция, дата: 28.08.2025, место: г. Светлоозёрск }
таблицы:
  сеть:
    название: Сеть организаций
    данные:
      - [Организации, 2024, 2025]
      - [Школы, 13, 12]
      - [Сады, 20, 19]
показатели:
  ученики: { значение: 3263, показатель: учеников, единица: чел., прошлый: 3156 }
  охват: { значение: 87.4, показатель: охват, единица: \"%\", знаков: 1, прошлый: 91 }
";

const REPORT: &str = "\
макет: report
название: Итоги года
докладчик: А. Б. Примерова
текст: доклад.md
слайды:
  контингент: { заголовок: Контингент, показатели: [ученики, охват], таблица: сеть }
  сеть: { заголовок: Сеть, таблица: сеть, пункты: [Первое, Второе] }
";

const SPEECH: &str = "\
Вступление.

Слайд: контингент
Слайд: сеть

В школах {{ученики}} детей.

Вторая мысль.

Слайд: задачи

Задачи понятны.
";

/// 600 × 360 dots, and 200 × 240 with a clear ground.
const BOOK: &[u8] = include_bytes!("../examples/kamenogorsk/картинки/книга.png");
const ARMS: &[u8] = include_bytes!("../examples/kamenogorsk/картинки/герб.png");

/// The files that a pack of these documents is made into, and the codes of what is said.
fn made(files: &[(&str, &str)], formats: &[Format]) -> (Vec<File>, Vec<&'static str>) {
    let place = tempfile::tempdir().expect("a folder");
    let documents: Vec<&str> =
        files.iter().map(|(name, _)| *name).filter(|n| n.ends_with("yaml") && !n.contains('/')).collect();
    let pack = format!("{PACK}документы: [{}]\n", documents.join(", "));
    fs::write(place.path().join("pack.yaml"), pack).expect("a file");
    for (name, text) in files {
        let folder = place.path().join(name).parent().map(std::path::Path::to_owned).expect("a folder");
        fs::create_dir_all(folder).expect("a folder");
        fs::write(place.path().join(name), text).expect("a file");
    }
    fs::write(place.path().join("книга.png"), BOOK).expect("a file");
    fs::write(place.path().join("герб.png"), ARMS).expect("a file");
    built(place.path(), formats)
}

/// The files of a folder's pack, and the codes of what is said.
fn built(place: &std::path::Path, formats: &[Format]) -> (Vec<File>, Vec<&'static str>) {
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let loaded = load(&Folder::new(place), &mut sources, &mut findings).expect("a pack");
    let fonts = Fonts::embedded();
    let mut made_files = Vec::new();
    for document in &loaded.documents {
        let made = make(&loaded, document, formats, &fonts, &sources, &mut findings);
        made_files.extend(made.into_iter().flat_map(|made| made.files));
    }
    (made_files, findings.list.iter().map(|finding| finding.message.code).collect())
}

/// The parts of the one PowerPoint file by name.
fn parts(files: &[File]) -> BTreeMap<String, String> {
    let file = files.iter().find(|file| file.name.ends_with(".pptx")).expect("a PowerPoint file");
    let mut archive = ZipArchive::new(Cursor::new(file.bytes.as_slice())).expect("a zip archive");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let (name, mut text) = (entry.name().expect("a name").into_owned(), String::new());
        if entry.read_to_string(&mut text).is_ok() {
            parts.insert(name, text);
        }
    }
    parts
}

/// The paragraphs of each shape of a part, by the shape's name; empty ones left out.
fn shapes(part: &str) -> Vec<(String, Vec<String>)> {
    let xml = roxmltree::Document::parse(part).expect("XML");
    let text = |paragraph: roxmltree::Node<'_, '_>| -> String {
        paragraph.descendants().filter(|node| node.has_tag_name_local("t")).filter_map(|t| t.text()).collect()
    };
    let shape = |node: roxmltree::Node<'_, '_>| {
        let name = node.descendants().find(|node| node.has_tag_name_local("cNvPr"))?.attribute("name")?;
        let paragraphs = node.descendants().filter(|node| node.has_tag_name_local("p")).map(text);
        Some((name.to_owned(), paragraphs.filter(|text| !text.is_empty()).collect()))
    };
    let is_shape = |node: &roxmltree::Node<'_, '_>| {
        node.has_tag_name_local("sp") || node.has_tag_name_local("graphicFrame")
    };
    xml.descendants().filter(is_shape).filter_map(shape).collect()
}

trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for roxmltree::Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

fn slides(parts: &BTreeMap<String, String>) -> Vec<Vec<(String, Vec<String>)>> {
    (1..)
        .map_while(|number| parts.get(&format!("ppt/slides/slide{number}.xml")))
        .map(|part| shapes(part))
        .collect()
}

fn titles(slides: &[Vec<(String, Vec<String>)>]) -> Vec<String> {
    let title = |slide: &Vec<(String, Vec<String>)>| {
        let shape =
            slide.iter().find(|(name, _)| name.starts_with("Заголовок") || name.starts_with("Название"));
        shape.map(|(_, text)| text.join(" ")).expect("a title")
    };
    slides.iter().map(title).collect()
}

fn numbers(text: &str, before: &str) -> Vec<i64> {
    let found = text.split(before).skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok());
    found.collect()
}

#[test]
fn a_deck_has_the_title_then_a_slide_for_each_cue_with_what_is_spoken_over_it() {
    let (files, said) = made(&[("доклад.yaml", REPORT), ("доклад.md", SPEECH)], &[Format::Pptx]);
    assert_eq!(said, ["cue-without-sheet"]);
    let parts = parts(&files);
    let slides = slides(&parts);
    assert_eq!(titles(&slides), ["Итоги года", "Контингент", "Сеть", "Задачи"]);
    let notes = |number: usize| {
        let part = parts.get(&format!("ppt/notesSlides/notesSlide{number}.xml"))?;
        shapes(part).into_iter().find(|(name, _)| name == "Заметки").map(|(_, text)| text)
    };
    let words = |text: &[&str]| Some(text.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
    assert_eq!(notes(1), words(&["Вступление."]));
    assert_eq!(notes(2), None, "two cues back to back: nothing is said over the first");
    assert_eq!(notes(3), words(&["В\u{a0}школах 3263 детей.", "Вторая мысль."]));
    assert_eq!(notes(4), words(&["Задачи понятны."]));
    let number = |slide: &[(String, Vec<String>)]| {
        slide.iter().find(|(name, _)| name.starts_with("Номер")).map(|(_, text)| text.join(""))
    };
    let printed: Vec<_> = slides.iter().map(|slide| number(slide)).collect();
    assert_eq!(printed, [None, Some("2".into()), Some("3".into()), Some("4".into())]);
}

#[test]
fn key_figures_carry_their_words_and_the_direction_of_their_change() {
    let (files, _) = made(&[("доклад.yaml", REPORT), ("доклад.md", SPEECH)], &[Format::Pptx]);
    let slides = slides(&parts(&files));
    let figures: Vec<&Vec<String>> =
        slides[1].iter().filter(|(name, _)| name.starts_with("Показатель")).map(|(_, text)| text).collect();
    assert_eq!(figures[0], &["3263", "учеников,\u{a0}чел.", "▲\u{a0}107 за\u{a0}год"]);
    assert_eq!(figures[1], &["87,4\u{a0}%", "охват", "▼\u{a0}3,6\u{a0}п.\u{a0}п.\u{a0}за\u{a0}год"]);
}

fn points(count: usize) -> String {
    let point = |number: usize| {
        format!(
            "  - |\n    Пункт №{number}: продолжить обновление содержания образования и поддержку молодых педагогов\n"
        )
    };
    let points: String = (1..=count).map(point).collect();
    format!("макет: summary\nзаголовок: Задачи\nпункты:\n{points}")
}

#[test]
fn what_does_not_fit_is_set_smaller_and_then_goes_on_on_a_further_slide() {
    let sizes = |count: usize| {
        let text = points(count);
        let (files, said) = made(&[("лист.yaml", &text)], &[Format::Pptx]);
        assert_eq!(said, Vec::<&str>::new());
        let parts = parts(&files);
        let slides = slides(&parts);
        let shown: String = slides.iter().flatten().flat_map(|(_, text)| text).cloned().collect();
        for number in 1..=count {
            assert_eq!(shown.matches(&format!("Пункт\u{a0}№{number}:")).count(), 1, "№{number} of {count}");
        }
        let sizes: Vec<i64> = (1..=slides.len())
            .flat_map(|number| numbers(&parts[&format!("ppt/slides/slide{number}.xml")], " sz=\""))
            .collect();
        assert!(sizes.iter().all(|size| *size >= 1800), "{sizes:?}");
        (titles(&slides), sizes.iter().copied().min().expect("a size"))
    };
    let (few, large) = sizes(2);
    let (more, smaller) = sizes(6);
    let (many, smallest) = sizes(30);
    assert_eq!((few, more), (vec!["Задачи".to_owned()], vec!["Задачи".to_owned()]));
    // What goes on on other slides anyway need not be small: it is divided first.
    assert!(large > smaller && smaller >= 1800 && smallest >= 1800, "{large} {smaller} {smallest}");
    assert!(many.len() > 1);
    assert!(many[1..].iter().all(|title| title == "Задачи (продолжение)"), "{many:?}");
}

fn layout(name: &str) -> Arc<Layout> {
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let place = Place::File(SourceId(0));
    let mut library = Library::built_in();
    library.layout(name, &place, &Folder::new("."), &mut sources, &mut findings).expect("a layout")
}

/// WCAG 2.1, relative luminance.
fn luminance(rgb: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = rgb.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [u8; 3], two: [u8; 3]) -> f64 {
    let (one, two) = (luminance(one), luminance(two));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

#[test]
fn every_text_is_at_least_18_points_and_stands_out_from_what_is_behind_it() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    for name in ["summary", "slides", "handout"] {
        let sheet: Arc<StyleSheet> = Arc::clone(&layout(name).styles);
        let slide = &sheet.paragraphs["slide"];
        let own = sheet.paragraphs.iter().filter(|(name, style)| {
            style.color != Color::BLACK && name.as_str() != "slide" && slide.color != Color::BLACK
        });
        let fills = sheet.frames.values().filter(|frame| !frame.always).filter_map(|frame| frame.fill);
        let fills = fills.chain(sheet.tables.values().filter_map(|table| table.head_fill));
        let behind: Vec<[u8; 3]> = fills.map(|fill| sheet.rgb(fill)).chain([[255; 3]]).collect();
        let mut styles = 0;
        for (style_name, style) in own {
            styles += 1;
            assert!(style.size >= Length(18.0), "{name}: {style_name}");
            for behind in &behind {
                let found = contrast(sheet.rgb(style.color), *behind);
                assert!(found >= 4.5, "{name}: {style_name} on {behind:?}: {found:.2}");
            }
        }
        assert!(styles > 10, "{name}: {styles}");
        assert!(sheet.frames.values().all(|frame| frame.smallest >= Length(18.0)));
    }
}

#[test]
fn frames_stay_on_the_slide_and_the_emblem_has_its_room() {
    for name in ["summary", "slides"] {
        let sheet = Arc::clone(&layout(name).styles);
        let (width, height) = (sheet.page.width.pt(), sheet.page.height.pt());
        assert!((width / height - 16.0 / 9.0).abs() < 0.001);
        let emblem = &sheet.frames["emblem"];
        for (name, frame) in &sheet.frames {
            let (right, bottom) = (frame.x.pt() + frame.width.pt(), frame.y.pt() + frame.height.pt());
            assert!(right <= width + 0.1 && bottom <= height + 0.1, "{name}");
            let beside = right <= emblem.x.pt() || frame.y.pt() >= emblem.y.pt() + emblem.height.pt();
            assert!(name == "emblem" || beside, "{name} stands in the emblem's room");
        }
    }
}

/// Every text of the PDF lies within the frame that PowerPoint's layout gives to its placeholder.
#[test]
fn powerpoint_has_each_frame_where_the_style_sheet_puts_it() {
    let (files, _) = made(&[("доклад.yaml", REPORT), ("доклад.md", SPEECH)], &[Format::Pptx, Format::Pdf]);
    let parts = parts(&files);
    let sheet = Arc::clone(&layout("slides").styles);
    let mut placeholders = 0;
    for (_, part) in parts.iter().filter(|(name, _)| name.starts_with("ppt/slideLayouts/slideLayout")) {
        let xml = roxmltree::Document::parse(part).expect("XML");
        for shape in xml.descendants().filter(|node| node.has_tag_name_local("sp")) {
            let of = |name: &str| shape.descendants().find(|node| node.has_tag_name_local(name));
            let name = of("cNvPr").and_then(|node| node.attribute("name")).expect("a name");
            let title = name.rsplit_once(' ').expect("a number").0;
            let mm = |node: &str, attribute: &str| {
                let emu: f64 = of(node)
                    .and_then(|node| node.attribute(attribute))
                    .expect("a place")
                    .parse()
                    .expect("EMU");
                (emu / 36_000.0) as f32
            };
            let (x, y, width) = (mm("off", "x"), mm("off", "y"), mm("ext", "cx"));
            let near = |one: f32, two: Length| (one - two.to_mm()).abs() <= 0.5;
            let fits = sheet.frames.values().filter(|frame| frame.title == title).any(|frame| {
                (1..=4).any(|of| {
                    (1..=of).any(|part| {
                        let frame = frame.part(part, of);
                        near(x, frame.x) && near(y, frame.y) && near(width, frame.width)
                    })
                })
            });
            assert!(fits, "{name}: {x} {y} {width}");
            placeholders += 1;
        }
    }
    assert!(placeholders > 10, "{placeholders}");
    // What PowerPoint itself calls «широкоэкранный», not a size of one's own.
    assert!(parts["ppt/presentation.xml"].contains("<p:sldSz cx=\"12192000\" cy=\"6858000\"/>"));
}

#[test]
fn a_handout_has_two_or_three_sheets_to_a_page() {
    let sheet = "  - { заголовок: Лист, показатели: [ученики] }\n";
    for (per_page, pages) in [("", 3), ("на_странице: 2\n", 3), ("на_странице: 3\n", 2)] {
        let text = format!("макет: handout\nзаголовок: Итоги\n{per_page}листы:\n{}", sheet.repeat(5));
        let (files, said) = made(&[("раздать.yaml", &text)], &[Format::Png]);
        assert_eq!((files.len(), said), (pages, Vec::new()), "{per_page}");
        // A4 upright, two dots to the point.
        assert_eq!(&files[0].bytes[16..24], &[0, 0, 4, 167, 0, 0, 6, 148]);
    }
}

#[test]
fn a_word_that_is_too_wide_for_its_card_is_divided_and_not_torn() {
    let long = "{ показатель: ученики, подпись: Ученики общеобразовательных школ }";
    let text = format!(
        "макет: handout\nзаголовок: Итоги\nна_странице: 3\nлисты:\n  - заголовок: Лист\n    показатели: [{long}, охват, ученики]\n"
    );
    // What cannot be divided would be said: slide-overflow.
    assert_eq!(made(&[("раздать.yaml", &text)], &[Format::Pdf]).1, Vec::<&str>::new());
}

/// «551,0 млн» of the first trial: a card with words of two lines and a change.
#[test]
fn cards_of_a_handout_hold_words_of_two_lines() {
    let two = "{ показатель: \"{{млн ученики}}\", подпись: расходы на общее образование }";
    let sheets = [
        format!("{two}, охват, ученики], таблица: сеть"),
        format!("{two}, ученики], таблица: сеть"),
        format!("{two}, {two}, охват, ученики, охват]"),
    ];
    for per_page in [2, 3] {
        let sheets = sheets.iter().map(|keys| format!("  - {{ заголовок: Лист, показатели: [{keys} }}\n"));
        let text = format!(
            "макет: handout\nзаголовок: Итоги\nна_странице: {per_page}\nлисты:\n{}",
            sheets.collect::<String>()
        );
        assert_eq!(made(&[("раздать.yaml", &text)], &[Format::Pdf]).1, Vec::<&str>::new(), "{per_page}");
    }
}

#[test]
fn figures_are_lowered_together_where_a_card_is_too_low_for_one() {
    let low = "рамки:\n  figures-above: { высота: 43 }\n";
    let sheet = "макет: summary\nзаголовок: Лист\nпоказатели: [ученики, охват, ученики]\nтаблица: сеть\n";
    let sizes = |style: &str| {
        let files = [("лист.yaml", sheet), ("макеты/summary/style.yaml", style)];
        let (files, said) = made(&files, &[Format::Pptx]);
        assert_eq!(said, Vec::<&str>::new());
        let slide = parts(&files).remove("ppt/slides/slide1.xml").expect("a slide");
        let before = |text: &str| {
            let at = slide.find(&format!("<a:t>{text}</a:t>")).expect("the figure");
            numbers(&slide[..at], " sz=\"").last().copied()
        };
        [before("3263"), before("87,4\u{a0}%")]
    };
    assert_eq!(sizes("акцент: \"1F4E79\"\n"), [Some(4000), Some(4000)]);
    assert_eq!(sizes(low), [Some(3400), Some(3400)]);
}

#[test]
fn the_same_facts_make_the_same_bytes() {
    let make = || made(&[("доклад.yaml", REPORT), ("доклад.md", SPEECH)], &[Format::Pptx, Format::Png]).0;
    let (one, two) = (make(), make());
    assert!(one.len() > 4);
    assert!(one.iter().zip(&two).all(|(one, two)| one.name == two.name && one.bytes == two.bytes));
}

const CHARTED: &str = "\
макет: report
название: Итоги года
докладчик: А. Б. Примерова
текст: доклад.md
слайды:
  контингент: { заголовок: Контингент, показатели: [ученики, охват], диаграмма: сеть }
  сеть: { заголовок: Сеть, диаграмма: { таблица: сеть, вид: полосы }, пункты: [Первое, Второе] }
  задачи: { заголовок: Задачи, диаграмма: { таблица: сеть, вид: доли, столбцы: [\"2025\"] } }
";

/// A chart of a finished file: left, upper, right and lower edge in millimetres, and its words
/// for those who do not see it.
type Charted = ([f64; 4], String);

/// The figures of the PDF, in its order of objects, which is that of reading.
fn figures_of_pdf(files: &[File]) -> Vec<Charted> {
    let file = files.iter().find(|file| file.name == "слайды.pdf").expect("a PDF");
    let pdf = lopdf::Document::load_mem(&file.bytes).expect("a PDF");
    let mut figures = Vec::new();
    for object in pdf.objects.values() {
        let Ok(element) = object.as_dict() else { continue };
        if element.get(b"S").and_then(lopdf::Object::as_name).ok() != Some(b"Figure".as_slice()) {
            continue;
        }
        let attributes = pdf.dereference(element.get(b"A").expect("attributes")).expect("attributes").1;
        let attributes = match attributes.as_array() {
            Ok(list) => pdf.dereference(&list[0]).expect("attributes").1,
            Err(_) => attributes,
        };
        let corners = attributes.as_dict().and_then(|one| one.get(b"BBox")).expect("a place");
        let corners = corners.as_array().expect("corners").iter();
        let mm: Vec<f64> =
            corners.map(|one| f64::from(one.as_float().expect("a number")) * 25.4 / 72.0).collect();
        let words = lopdf::decode_text_string(element.get(b"Alt").expect("words")).expect("words");
        figures.push(([mm[0], 190.5 - mm[3], mm[2], 190.5 - mm[1]], words));
    }
    figures
}

/// The charts of the PowerPoint file, slide by slide.
fn charts_of_slides(parts: &BTreeMap<String, String>) -> Vec<Charted> {
    let mut charts = Vec::new();
    for part in (1..).map_while(|number| parts.get(&format!("ppt/slides/slide{number}.xml"))) {
        let xml = roxmltree::Document::parse(part).expect("XML");
        for frame in xml.descendants().filter(|node| node.has_tag_name_local("graphicFrame")) {
            if !frame.descendants().any(|node| node.has_tag_name_local("chart")) {
                continue;
            }
            let of = |node: &str, name: &str| {
                let node = frame.descendants().find(|one| one.has_tag_name_local(node));
                node.and_then(|node| node.attribute(name)).expect("an attribute").to_owned()
            };
            let mm = |node: &str, name: &str| of(node, name).parse::<f64>().expect("EMU") / 36_000.0;
            let (x, y) = (mm("off", "x"), mm("off", "y"));
            charts.push(([x, y, x + mm("ext", "cx"), y + mm("ext", "cy")], of("cNvPr", "descr")));
        }
    }
    charts
}

#[test]
fn a_chart_stands_in_powerpoint_where_the_pdf_shows_it_and_says_the_same() {
    let (files, said) =
        made(&[("доклад.yaml", CHARTED), ("доклад.md", SPEECH)], &[Format::Pptx, Format::Pdf]);
    assert_eq!(said, Vec::<&str>::new());
    let mut drawn = figures_of_pdf(&files);
    let mut native = charts_of_slides(&parts(&files));
    assert_eq!((drawn.len(), native.len()), (3, 3));
    drawn.sort_by(|one, two| one.1.cmp(&two.1));
    native.sort_by(|one, two| one.1.cmp(&two.1));
    let sheet = Arc::clone(&layout("slides").styles);
    for ((drawn, words), (native, told)) in drawn.iter().zip(&native) {
        assert_eq!(words, told);
        assert!(words.contains("«Сеть организаций»") && words.contains("Школы – 12"), "{words}");
        assert!(drawn.iter().zip(native).all(|(one, two)| (one - two).abs() <= 0.5), "{drawn:?} {native:?}");
        // The chart fills the frame of its part of the sheet.
        let fills = sheet.frames.values().any(|frame| {
            let (x, y) = (frame.x.to_mm(), frame.y.to_mm());
            let frame = [x, y, x + frame.width.to_mm(), y + frame.height.to_mm()];
            frame.iter().zip(drawn).all(|(one, two)| (f64::from(*one) - two).abs() <= 0.5)
        });
        assert!(fills, "{drawn:?}");
    }
}

#[test]
fn the_numbers_of_a_native_chart_are_those_of_its_table() {
    use calamine::{Data, Reader, Xlsx};
    let (files, _) = made(&[("доклад.yaml", CHARTED), ("доклад.md", SPEECH)], &[Format::Pptx]);
    let parts = parts(&files);
    let file = files.iter().find(|file| file.name.ends_with(".pptx")).expect("a PowerPoint file");
    let mut archive = ZipArchive::new(Cursor::new(file.bytes.as_slice())).expect("a zip archive");
    let both: &[&[f64]] = &[&[13.0, 20.0], &[12.0, 19.0]];
    for (number, expected) in [(1, both), (2, both), (3, &both[1..])] {
        let part = &parts[&format!("ppt/charts/chart{number}.xml")];
        let xml = roxmltree::Document::parse(part).expect("XML");
        let series = xml.descendants().filter(|node| node.has_tag_name_local("ser"));
        let shown: Vec<Vec<f64>> = series
            .map(|series| {
                let values =
                    series.descendants().find(|node| node.has_tag_name_local("val")).expect("values");
                let values = values.descendants().filter(|node| node.has_tag_name_local("v"));
                values.map(|value| value.text().expect("a number").parse().expect("a number")).collect()
            })
            .collect();
        assert_eq!(shown, expected, "chart {number}");
        let sizes = numbers(part, " sz=\"");
        assert!(!sizes.is_empty() && sizes.iter().all(|size| *size >= 1800), "chart {number}: {sizes:?}");

        let mut book = Vec::new();
        let path = format!("ppt/embeddings/chart{number}.xlsx");
        archive.by_name(&path).expect("a workbook").read_to_end(&mut book).expect("bytes");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).expect("a workbook");
        let sheet = book.worksheet_range_at(0).expect("a sheet").expect("a sheet");
        let columns = sheet.width() - 1;
        let column = |at: usize| -> Vec<f64> {
            let cells = sheet.rows().skip(1).filter_map(|row| match &row[at + 1] {
                Data::Float(value) => Some(*value),
                Data::Int(value) => Some(*value as f64),
                _ => None,
            });
            cells.collect()
        };
        let found: Vec<Vec<f64>> = (0..columns).map(column).filter(|column| !column.is_empty()).collect();
        assert_eq!(found, expected, "workbook {number}");
        let names: Vec<String> = sheet.rows().skip(1).map(|row| row[0].to_string()).collect();
        // The list beside a ring says the numbers too; the bare names stand behind.
        let listed = ["Школы\u{a0}– 12\u{a0}(39\u{a0}%)", "Сады\u{a0}– 19\u{a0}(61\u{a0}%)"];
        assert_eq!(names, if number == 3 { listed } else { ["Школы", "Сады"] });

        let relations = &parts[&format!("ppt/charts/_rels/chart{number}.xml.rels")];
        assert!(relations.contains(&format!("../embeddings/chart{number}.xlsx")), "{relations}");
    }
}

/// The rest of the letters are measured by their styles; those of charts only when they are drawn.
#[test]
fn the_letters_of_a_crowded_chart_are_no_smaller_than_18_points() {
    let text = "макет: summary\nзаголовок: Сеть\nпоказатели: [ученики, охват]\n\
                диаграмма: { таблица: сеть, высота: 25 }\n";
    let (files, said) = made(&[("лист.yaml", text)], &[Format::Pdf, Format::Pptx]);
    assert_eq!(said, ["chart-too-small"]);
    let sizes = numbers(&parts(&files)["ppt/charts/chart1.xml"], " sz=\"");
    assert!(sizes.iter().all(|size| *size >= 1800), "{sizes:?}");
    let file = files.iter().find(|file| file.name.ends_with(".pdf")).expect("a PDF");
    let pdf = lopdf::Document::load_mem(&file.bytes).expect("a PDF");
    let page = pdf.page_iter().next().expect("a page");
    let content = pdf.get_and_decode_page_content(page).expect("content");
    let sizes = content.operations.iter().filter(|one| one.operator == "Tf");
    let sizes: Vec<f32> = sizes.map(|one| one.operands[1].as_float().expect("a size")).collect();
    assert!(sizes.contains(&18.0) && sizes.iter().all(|size| *size >= 18.0), "{sizes:?}");
}

const PICTURED: &str = "\
макет: summary
заголовок: Читальный зал
показатели: [ученики]
картинка:
  файл: книга.png
  описание: Раскрытая книга
  подпись: Знак проекта
";

/// Left, upper, right and lower edge of each picture of a part in millimetres, with its words.
fn pictures(part: &str) -> Vec<Charted> {
    let xml = roxmltree::Document::parse(part).expect("XML");
    let picture = |node: roxmltree::Node<'_, '_>| {
        let of = |name: &str| node.descendants().find(|one| one.has_tag_name_local(name)).expect("a node");
        let mm = |node: &str, name: &str| {
            of(node).attribute(name).expect("a length").parse::<f64>().expect("EMU") / 36_000.0
        };
        let (x, y) = (mm("off", "x"), mm("off", "y"));
        let words = of("cNvPr").attribute("descr").unwrap_or_default().to_owned();
        ([x, y, x + mm("ext", "cx"), y + mm("ext", "cy")], words)
    };
    xml.descendants().filter(|node| node.has_tag_name_local("pic")).map(picture).collect()
}

#[test]
fn a_picture_keeps_its_ratio_and_stands_in_powerpoint_where_the_pdf_shows_it() {
    let (files, said) = made(&[("слайды.yaml", PICTURED)], &[Format::Pdf, Format::Pptx]);
    assert_eq!(said, Vec::<&str>::new());
    let (drawn, native) = (figures_of_pdf(&files), pictures(&parts(&files)["ppt/slides/slide1.xml"]));
    assert_eq!((drawn.len(), native.len()), (1, 1));
    let ((drawn, words), (native, told)) = (&drawn[0], &native[0]);
    assert_eq!((words.as_str(), told.as_str()), ("Раскрытая книга", "Раскрытая книга"));
    assert!(drawn.iter().zip(native).all(|(one, two)| (one - two).abs() <= 0.5), "{drawn:?} {native:?}");
    let ratio = (native[2] - native[0]) / (native[3] - native[1]);
    assert!((ratio - 600.0 / 360.0).abs() < 0.01, "{native:?}");
    // It is as large as its frame allows.
    let frame = &layout("summary").styles.frames["beside-1-1"];
    let fills = (native[2] - native[0] - f64::from(frame.width.to_mm())).abs() < 0.1
        || (native[3] - native[1] - f64::from(frame.height.to_mm())).abs() < 0.1;
    assert!(fills, "{native:?}");
    let texts = shapes(&parts(&files)["ppt/slides/slide1.xml"]);
    assert!(texts.iter().any(|(_, lines)| lines.contains(&"Знак проекта".to_owned())), "{texts:?}");
}

#[test]
fn an_emblem_stands_on_every_slide_and_is_no_part_of_its_text() {
    let style = ("макеты/summary/style.yaml", "эмблема: герб.png\n");
    let (files, said) = made(&[("слайды.yaml", PICTURED), style], &[Format::Pdf, Format::Pptx, Format::Png]);
    assert_eq!(said, Vec::<&str>::new());
    let master = pictures(&parts(&files)["ppt/slideMasters/slideMaster1.xml"]);
    let frame = &layout("summary").styles.frames["emblem"];
    let (left, right) = (f64::from(frame.x.to_mm()), f64::from(frame.x.to_mm() + frame.width.to_mm()));
    assert_eq!(master.len(), 1);
    let ([x, y, to, below], _) = &master[0];
    assert!((x - left - (right - to)).abs() < 0.1, "it stands in the middle of its frame");
    assert!(((to - x) / (below - y) - 200.0 / 240.0).abs() < 0.01);
    // The PDF has two pictures, of which one is told to readers.
    assert_eq!(figures_of_pdf(&files).len(), 1);
    let pdf = lopdf::Document::load_mem(&files[0].bytes).expect("a PDF");
    let image = |object: &lopdf::Object| {
        let dict = &object.as_stream().ok()?.dict;
        (dict.get(b"Subtype").and_then(lopdf::Object::as_name).ok()? == b"Image").then_some(())?;
        Some((dict.get(b"Width").ok()?.as_i64().ok()?, dict.has(b"SMask")))
    };
    let mut images: Vec<_> = pdf.objects.values().filter_map(image).collect();
    images.sort_unstable();
    assert_eq!(images, [(200, false), (200, true), (600, false)]);
    // Its blue is seen in the PNG where the master has it.
    let png = files.iter().find(|file| file.name.ends_with(".png")).expect("a PNG file");
    let page = avgust::picture::Picture::parse(
        Sources::default().add_binary("слайд.png"),
        png.bytes.clone(),
        "слайд.png",
    )
    .expect("a picture");
    let dots = |mm: f64| (mm / 338.67 * f64::from(page.width)) as usize;
    let dot = page.pixels().expect("dots").dot(dots((x + to) / 2.0), dots(y + 2.0));
    assert_eq!(dot, [31, 78, 121, 255]);
}

#[test]
fn a_title_alone_is_set_large_in_the_middle_and_stays_the_title() {
    let (files, said) = made(&[("слайды.yaml", "макет: summary\nзаголовок: Что дальше\n")], &[Format::Pptx]);
    assert_eq!(said, Vec::<&str>::new());
    let slide = &parts(&files)["ppt/slides/slide1.xml"];
    assert_eq!(shapes(slide), [("Разделитель 1".to_owned(), vec!["Что дальше".to_owned()])]);
    assert!(slide.contains("type=\"title\"") && slide.contains("sz=\"5400\""), "{slide}");
}

#[test]
fn further_slides_are_numbered_after_the_first_and_keep_its_columns() {
    let rows: String = (1..=40).map(|at| format!("      - [Организация № {at}, {at}]\n")).collect();
    let long =
        "      - [Муниципальное бюджетное общеобразовательное учреждение с названием длиннее прочих, 5]\n";
    let pack = PACK.replace(
        "таблицы:\n",
        &format!("таблицы:\n  длинная:\n    данные:\n      - [Организации, Дети]\n{rows}{long}"),
    );
    let pack = format!("{pack}документы: [доклад.yaml]\n");
    let report = REPORT.replace("таблица: сеть, пункты: [Первое, Второе]", "таблица: длинная");
    let (files, _) =
        made(&[("pack.yaml", &pack), ("доклад.yaml", &report), ("доклад.md", SPEECH)], &[Format::Pptx]);
    let parts = parts(&files);
    let slides = slides(&parts);
    let further: Vec<&str> = slides
        .iter()
        .flatten()
        .flat_map(|(_, text)| text)
        .map(String::as_str)
        .filter(|text| text.starts_with("3."))
        .collect();
    assert!(further.len() > 2 && further[..3] == ["3.2", "3.3", "3.4"], "{further:?}");
    let columns: Vec<Vec<i64>> = (3..=6)
        .map(|number| numbers(&parts[&format!("ppt/slides/slide{number}.xml")], "<a:gridCol w=\""))
        .collect();
    for own in &columns[1..] {
        let near = own.iter().zip(&columns[0]).all(|(one, two)| (one - two).abs() < 100);
        assert!(near && own.len() == 2, "{columns:?}");
    }
}

#[test]
fn five_figures_stand_in_two_rows_of_equal_cards_in_one_size() {
    let text = "макет: summary\nзаголовок: Пять\nпоказатели: [ученики, охват, ученики, охват, ученики]\n";
    let (files, said) = made(&[("лист.yaml", text)], &[Format::Pptx]);
    assert_eq!(said, Vec::<&str>::new());
    let parts = parts(&files);
    assert_eq!(slides(&parts).len(), 1);
    let slide = &parts["ppt/slides/slide1.xml"];
    assert_eq!(slide.matches("sz=\"4000\"").count(), 5, "{slide}");
    let widths = numbers(slide, "<a:ext cx=\"");
    let card = widths.iter().filter(|width| (**width - 3_490_000).abs() < 20_000).count();
    assert_eq!(card, 5, "{widths:?}");
}

#[test]
fn a_table_is_no_source_and_the_heading_is_not_said_twice() {
    let shown = |text: &str| {
        let (files, _) = made(&[("лист.yaml", text)], &[Format::Pptx]);
        let parts = parts(&files);
        slides(&parts).into_iter().flatten().flat_map(|(_, text)| text).collect::<Vec<String>>()
    };
    let sheet = |heading: &str, source: &str| {
        shown(&format!(
            "макет: summary\nзаголовок: {heading}\nдиаграмма: {{ таблица: сеть, название: Сеть организаций }}\n{source}"
        ))
    };
    assert_eq!(sheet("Сеть организаций", ""), ["Сеть организаций"]);
    assert_eq!(sheet("Сеть", ""), ["Сеть", "Сеть организаций"]);
    assert_eq!(sheet("Сеть", "источник: отчёт\n"), ["Сеть", "Источник: отчёт"]);
}

/// The size of the letters of each slide's points and of its title, in hundredths of a point, and
/// how many points it has.
fn sizes_of_points(files: &[File]) -> Vec<(i64, i64, usize)> {
    let parts = parts(files);
    let part = |number: usize| parts.get(&format!("ppt/slides/slide{number}.xml"));
    let measured = |part: &String| {
        let (title, rest) = part.split_once("Содержание").expect("a title, then content");
        let rest = rest.split_once("Источник").map_or(rest, |(points, _)| points);
        let size = |text: &str| numbers(text, " sz=\"").into_iter().min().expect("a size");
        (size(rest), size(title), rest.matches("Пункт").count())
    };
    (1..).map_while(part).map(measured).collect()
}

#[test]
fn points_that_go_on_are_divided_evenly_and_then_as_large_as_all_parts_allow() {
    let point = |number: usize| {
        format!(
            "  - |\n    Пункт {number}. Обеспечить объективность оценки качества образования и своевременную методическую помощь школам\n"
        )
    };
    let points: String = (1..=12).map(point).collect();
    let title = "Пунктов больше, чем помещается на одном слайде, и заголовок длинный, в две строки";
    let text = format!("макет: summary\nзаголовок: {title}\nпункты:\n{points}");
    let (files, said) = made(&[("лист.yaml", &text)], &[Format::Pptx]);
    assert_eq!(said, Vec::<&str>::new());
    let sizes = sizes_of_points(&files);
    assert_eq!(sizes.iter().map(|(size, _, count)| (*size, *count)).collect::<Vec<_>>(), [(2800, 4); 3]);
    assert!(sizes.iter().all(|(_, title, _)| *title == sizes[0].1), "one size of titles: {sizes:?}");
}

#[test]
fn a_table_that_goes_on_leaves_no_single_row_to_its_last_slide() {
    for count in [11, 14, 18, 25] {
        let rows: String = (1..=count).map(|at| format!("      - [Школа № {at}, {at}]\n")).collect();
        let sheet = "макет: summary\nзаголовок: Сеть\nтаблица: длинная\n";
        let place = tempfile::tempdir().expect("a folder");
        let facts = format!(
            "конференция: {{ название: Конференция, дата: 28.08.2025 }}\nтаблицы:\n  длинная:\n    данные:\n      - [Организация, Учеников]\n{rows}документы: [лист.yaml]\n"
        );
        fs::write(place.path().join("pack.yaml"), facts).expect("a file");
        fs::write(place.path().join("лист.yaml"), sheet).expect("a file");
        let files = built(place.path(), &[Format::Pptx]).0;
        let parts = parts(&files);
        let counts: Vec<usize> = (1..)
            .map_while(|number| parts.get(&format!("ppt/slides/slide{number}.xml")))
            .map(|part| part.matches("Школа").count())
            .collect();
        assert_eq!(counts.iter().sum::<usize>(), count);
        let (least, most) = (counts.iter().min().expect("one"), counts.iter().max().expect("one"));
        assert!(most - least <= 1, "{count}: {counts:?}");
    }
}

#[test]
fn a_quotation_has_both_its_marks_and_the_first_hangs() {
    let quote = |text: &str| {
        format!("макет: summary\nзаголовок: Итог\nцитата: {{ текст: \"{text}\", автор: Из тетради }}\n")
    };
    for (typed, printed) in [
        ("Чтение – вот лучшее учение.", "«Чтение\u{a0}– вот лучшее учение»."),
        ("Кто, если не мы?", "«Кто, если не мы?»"),
        ("«Нет дела надёжнее».", "«Нет дела надёжнее»."),
    ] {
        let (files, _) = made(&[("лист.yaml", &quote(typed))], &[Format::Pptx]);
        let parts = parts(&files);
        let slides = slides(&parts);
        let content = slides[0].iter().find(|(name, _)| name.starts_with("Содержание")).expect("content");
        assert_eq!(content.1, [printed, "–\u{a0}Из\u{a0}тетради"]);
        let part = &parts["ppt/slides/slide1.xml"];
        let quoted = part.split("Содержание").nth(1).expect("content");
        let (left, first) = (numbers(quoted, "marL=\""), numbers(quoted, "indent=\""));
        // The mark is 0.556 of its size wide: so far it hangs out, and the author stands under the words.
        let width = (0.5562 * numbers(quoted, " sz=\"")[0] as f64 * 127.0) as i64;
        assert!((left[0] - width).abs() < 3600 && first[0] == -left[0], "{left:?} {first:?} {width}");
        assert_eq!((left[1], first[1]), (left[0], 0));
    }
}

#[test]
fn a_chart_beside_points_has_more_of_the_slide_than_they_and_few_numbers_at_its_axis() {
    let text = "макет: summary\nзаголовок: Сеть\nпоказатели: [ученики, охват]\nдиаграмма: { таблица: сеть, вид: линии, ряды: столбцы }\nпункты: [Первое, Второе]\n";
    let (files, said) = made(&[("лист.yaml", text)], &[Format::Pptx]);
    assert_eq!(said, Vec::<&str>::new());
    let parts = parts(&files);
    let [left, _, right, _] = charts_of_slides(&parts)[0].0;
    assert!(((right - left) / (322.67 - left) - 0.6).abs() < 0.05, "3 : 2, but {left} to {right}");
    let chart = &parts["ppt/charts/chart1.xml"];
    let of = |name: &str| -> f64 {
        let found = chart.split(&format!("<c:{name} val=\"")).nth(1).and_then(|rest| rest.split('"').next());
        found.expect("an axis").parse().expect("a number")
    };
    let ticks = (of("max") - of("min")) / of("majorUnit") + 1.0;
    assert!(ticks <= 4.0, "{ticks}");
}

#[test]
fn the_last_point_of_a_speech_differs_from_the_others_in_the_room_below_alone() {
    let sheet = Arc::clone(&layout("speaker").styles);
    let (point, last) = (&sheet.paragraphs["point"], &sheet.paragraphs["point-last"]);
    assert!(last.space_after > point.space_after);
    let mut same = last.clone();
    (same.space_after, same.title) = (point.space_after, point.title.clone());
    assert_eq!(&same, point);
}

#[path = "support/pdf_text.rs"]
#[allow(dead_code)]
mod pdf_text;

/// The lines of the one PDF: page, millimetres from the upper edge, words.
fn lines(files: &[File]) -> Vec<(usize, f32, String)> {
    let file = files.iter().find(|file| file.name.ends_with(".pdf")).expect("a PDF");
    let height = if file.name.starts_with("раздать") { 841.89 } else { 540.0 };
    let mut found: Vec<(usize, f32, String)> = Vec::new();
    for one in pdf_text::TaggedPdf::read(&file.bytes).shown {
        let down = (height - one.y) * 25.4 / 72.0;
        match found.last_mut().filter(|line| line.0 == one.page && (line.1 - down).abs() < 0.3) {
            Some(line) => line.2.push_str(&one.text),
            None => found.push((one.page, down, one.text)),
        }
    }
    found
}

/// What is said of a pack's documents, as it is printed.
fn warnings(files: &[(&str, &str)]) -> Vec<String> {
    let place = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(place.path().join(name), text).expect("a file");
    }
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let loaded = load(&Folder::new(place.path()), &mut sources, &mut findings).expect("a pack");
    for document in &loaded.documents {
        make(&loaded, document, &[Format::Pdf], &Fonts::embedded(), &sources, &mut findings);
    }
    let warned = findings.list.iter().filter(|finding| finding.message.code == "slide-overflow");
    warned.map(|finding| finding.text(avgust::source::Language::Russian)).collect()
}

const BUDGET: [(&str, [&str; 4]); 5] = [
    ("Дошкольное образование", ["386200,0", "379900,4", "401300,2", "412877,0"]),
    ("Общее образование", ["775471,5", "804782,5", "812000,1", "845311,9"]),
    ("Дополнительное образование детей", ["98311,4", "99102,7", "101443,0", "104800,5"]),
    ("Молодёжная политика", ["12400,0", "12905,3", "13010,8", "14001,2"]),
    ("Всего", ["1272382,9", "1296690,9", "1327754,1", "1376990,6"]),
];

/// A pack with the budget in `years` columns, and its one document.
fn of_budget(years: usize, name: &str, text: &str) -> Vec<(&'static str, String)> {
    let row = |(name, numbers): &(&str, [&str; 4])| {
        let cells: Vec<&str> = numbers.iter().copied().cycle().take(years).collect();
        format!("{name};{}\n", cells.join(";"))
    };
    let heads: Vec<String> = (0..years).map(|at| (2015 + at).to_string()).collect();
    let table = format!("Направление;{}\n{}", heads.join(";"), BUDGET.iter().map(row).collect::<String>());
    let pack = format!(
        "конференция: {{ название: Конференция, дата: 28.08.2025 }}\nтаблицы: {{ бюджет: {{ файл: б.csv, единица: тыс. руб. }} }}\nдокументы: [{name}]\n"
    );
    let name = if name == "раздать.yaml" { "раздать.yaml" } else { "лист.yaml" };
    vec![("pack.yaml", pack), ("б.csv", table), (name, text.to_owned())]
}

fn as_texts<'a>(files: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    files.iter().map(|(name, text)| (*name, text.as_str())).collect()
}

#[test]
fn a_table_too_wide_beside_points_has_a_slide_of_its_own_with_all_rows_and_whole_numbers() {
    let text = "макет: summary\nзаголовок: Расходы и задачи\nтаблица: бюджет\nпункты: [Сохранить сеть, Открыть группы]\n";
    let files = of_budget(4, "лист.yaml", text);
    assert_eq!(warnings(&as_texts(&files)), Vec::<String>::new());
    let place = tempfile::tempdir().expect("a folder");
    files.iter().for_each(|(name, text)| fs::write(place.path().join(name), text).expect("a file"));
    let made = built(place.path(), &[Format::Pdf, Format::Pptx]).0;
    let found = titles(&slides(&parts(&made)));
    assert_eq!(found, ["Расходы и\u{a0}задачи", "Расходы и\u{a0}задачи (продолжение)"]);
    let lines = lines(&made);
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for (name, numbers) in BUDGET {
        let row = lines.iter().find(|(_, _, text)| bare(text).contains(numbers[0])).expect("a row");
        assert!(numbers.iter().all(|number| bare(&row.2).contains(number)), "{row:?}");
        assert!(row.0 == 0 && row.1 < 162.0, "{row:?}");
        let named = lines.iter().any(|line| line.0 == 0 && line.2.starts_with(&name[..10]));
        assert!(named, "{name}: {lines:?}");
    }
    assert!(!lines.iter().any(|line| line.2.contains('\u{ad}')), "{lines:?}");
    assert!(lines.iter().any(|(page, _, text)| *page == 1 && text.contains("Сохранить сеть")), "{lines:?}");
}

#[test]
fn what_fits_no_slide_is_small_and_whole_and_said_of_each_sheet() {
    let text = "макет: handout\nзаголовок: Расходы\nна_странице: 3\nлисты:\n  - { заголовок: Первый, таблица: бюджет }\n  - { заголовок: Второй, таблица: бюджет }\n";
    let files = of_budget(9, "раздать.yaml", text);
    let said = |sheet: &str| {
        format!(
            "на слайде «{sheet}» не помещается «Направление, 2015, 2016, 2017, 2018, 201…»: буквы мельче 23 пт"
        )
    };
    assert_eq!(warnings(&as_texts(&files)), [said("Первый"), said("Второй")]);
    let place = tempfile::tempdir().expect("a folder");
    files.iter().for_each(|(name, text)| fs::write(place.path().join(name), text).expect("a file"));
    let made = built(place.path(), &[Format::Pdf]).0;
    let all: String = lines(&made).iter().map(|(_, _, text)| text.as_str()).collect();
    let bare: String = all.chars().filter(|c| !c.is_whitespace()).collect();
    for (_, numbers) in BUDGET {
        // Each stands in two or three of the nine columns, on two sheets.
        assert!(numbers.iter().all(|number| bare.matches(number).count() >= 4), "{numbers:?}");
    }
    // Without the head and the foot of the page.
    let cards: Vec<_> = lines(&made).into_iter().filter(|line| line.1 > 35.0 && line.1 < 280.0).collect();
    let second = cards.iter().position(|(_, _, text)| text.contains("Второй")).expect("a card");
    let first = cards[..second].iter().filter(|line| line.0 == cards[second].0);
    assert!(first.into_iter().all(|line| line.1 < cards[second].1), "{cards:?}");
}

#[test]
fn a_long_quotation_goes_on_after_a_sentence_and_loses_nothing() {
    for (sentence, count) in [("Хороший урок – тот, после которого спрашивают.", 40), ("Слово и дело ", 90)]
    {
        let words = vec![sentence.trim(); count].join(" ");
        let text = format!(
            "макет: summary\nзаголовок: Цитата\nцитата: {{ текст: \"{words}\", автор: Из тетради }}\n"
        );
        let (files, _) = made(&[("лист.yaml", &text)], &[Format::Pdf, Format::Pptx]);
        let lines = lines(&files);
        assert!(lines.iter().all(|(_, down, _)| *down < 185.0), "{lines:?}");
        let slides = slides(&parts(&files));
        let contents = slides.iter().flatten().filter(|(name, _)| name.starts_with("Содержание"));
        let contents: Vec<&Vec<String>> = contents.map(|(_, text)| text).collect();
        let shown = contents.iter().map(|text| text[0].trim()).collect::<Vec<_>>().join(" ");
        let shown = shown.replace('\u{a0}', " ").replace('\u{ad}', "");
        assert_eq!(shown.matches(sentence.trim().trim_end_matches('.')).count(), count);
        assert!(shown.starts_with('«') && shown.trim_end_matches('.').ends_with('»'), "{shown}");
        assert!(contents.iter().all(|text| text[0].chars().count() > 20), "{contents:?}");
        assert_eq!(contents.iter().filter(|text| text.len() == 2).count(), 1, "{contents:?}");
        assert_eq!(contents.last().expect("one").len(), 2);
    }
}

#[test]
fn the_first_slide_has_the_day_alone_where_there_is_no_place() {
    for (place, printed) in [("", "28.08.2025"), (", место: г. Светлоозёрск", "г. Светлоозёрск, 28.08.2025")]
    {
        let pack = format!(
            "конференция: {{ название: Конференция, дата: 28.08.2025{place} }}\nдокументы: [доклад.yaml]\n"
        );
        let report = "макет: report\nназвание: Итоги\nдокладчик: А. Б. Примерова\nтекст: доклад.md\n";
        let files = [("pack.yaml", pack.as_str()), ("доклад.yaml", report), ("доклад.md", "Вступление.\n")];
        let (files, _) = made(&files, &[Format::Pptx]);
        let slides = slides(&parts(&files));
        assert!(slides[0].iter().any(|(_, text)| text == &[printed]), "{:?}", slides[0]);
    }
}

#[test]
fn captions_of_six_cards_stay_in_their_cards_and_are_said_to_be_small() {
    let caption = "Доля выпускников муниципальных общеобразовательных организаций, сдавших единый государственный экзамен по русскому языку и математике";
    let card = format!("{{ показатель: охват, подпись: \"{caption}\" }}");
    let cards = vec![card; 6].join(", ");
    let text = format!("макет: summary\nзаголовок: Шесть\nпоказатели: [{cards}]\n");
    let (files, said) = made(&[("лист.yaml", &text)], &[Format::Pdf, Format::Pptx]);
    assert!(said.contains(&"slide-overflow"), "{said:?}");
    let sheet = &layout("summary").styles.frames;
    let rows = ["figures-upper", "figures-lower"].map(|name| {
        let top = sheet[name].y.pt() * 25.4 / 72.0;
        (top, top + sheet[name].height.pt() * 25.4 / 72.0)
    });
    let lines = lines(&files);
    let of_cards = lines.iter().filter(|(_, down, text)| *down > 50.0 && text.trim() != "Шесть");
    for line in of_cards {
        assert!(rows.iter().any(|(top, bottom)| line.1 > *top && line.1 < *bottom - 1.0), "{line:?}");
    }
    // All cards have letters of one size: that of the number, of the caption, of the change.
    let sizes: std::collections::BTreeSet<i64> =
        numbers(&parts(&files)["ppt/slides/slide1.xml"], " sz=\"").into_iter().collect();
    assert!(sizes.len() <= 4, "{sizes:?}");
}
