//! Style sheets: page geometry and named paragraph styles. `layout` reads them from YAML.

use crate::picture::Picture;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A length in typographic points (1/72 inch).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Default)]
pub struct Length(pub f32);

impl Length {
    /// A length given in millimetres.
    pub const fn mm(mm: f32) -> Length {
        Length(mm * 72.0 / 25.4)
    }

    /// In points.
    pub const fn pt(self) -> f32 {
        self.0
    }

    /// In millimetres.
    pub const fn to_mm(self) -> f32 {
        self.0 * 25.4 / 72.0
    }
}

/// Geometry and named styles of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct StyleSheet {
    /// The page.
    pub page: Page,
    /// The text face's family, e.g. `Tinos`.
    pub font: String,
    /// Which name the styles of Word files give the text face.
    pub docx_font: DocxFont,
    /// The one colour besides black, white and greys.
    pub accent: [u8; 3],
    /// The emblem that stands on every slide.
    pub emblem: Option<Arc<Picture>>,
    /// Where things stand on slides, by name.
    pub frames: BTreeMap<String, FrameStyle>,
    /// Paragraph styles by name.
    pub paragraphs: BTreeMap<String, ParagraphStyle>,
    /// Table styles by name.
    pub tables: BTreeMap<String, TableStyle>,
}

impl StyleSheet {
    /// A colour as red, green and blue.
    pub fn rgb(&self, color: Color) -> [u8; 3] {
        match color {
            Color::Accent => self.accent,
            Color::Rgb(rgb) => rgb,
        }
    }
}

/// A colour of a style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// The sheet's accent.
    Accent,
    /// Red, green, blue.
    Rgb([u8; 3]),
}

impl Color {
    /// Black.
    pub const BLACK: Color = Color::Rgb([0; 3]);
}

/// A place on a slide.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameStyle {
    /// Its name in PowerPoint's list of objects, e.g. `Заголовок`.
    pub title: String,
    /// From the slide's left edge.
    pub x: Length,
    /// From the slide's upper edge.
    pub y: Length,
    /// Its width.
    pub width: Length,
    /// Its height.
    pub height: Length,
    /// From each edge to what stands in it.
    pub padding: Length,
    /// Where its content stands, if it is lower than the frame.
    pub stand: Stand,
    /// What it is filled with.
    pub fill: Option<Color>,
    /// Between the parts of a frame that is divided.
    pub gap: Length,
    /// Its parts stand one under the other, not side by side.
    pub stacked: bool,
    /// Letters are not set smaller than this to make the content fit.
    pub smallest: Length,
    /// Its fill is drawn on every slide, whether something stands in it or not.
    pub always: bool,
    /// Its lines are made about equally long.
    pub balanced: bool,
    /// It stands on the continuation of a slide too.
    pub repeats: bool,
    /// The frame of a further slide in which goes on what does not fit; `None` where all must
    /// fit.
    pub goes_on_in: Option<String>,
}

impl FrameStyle {
    /// The part `part` of `of`, counted from 1.
    pub fn part(&self, part: u16, of: u16) -> FrameStyle {
        let (part, of) = (f32::from(part.max(1)), f32::from(of.max(1)));
        let share = |whole: f32| (whole - self.gap.pt() * (of - 1.0)) / of;
        let from = |share: f32| (part - 1.0) * (share + self.gap.pt());
        match self.stacked {
            true => {
                let height = share(self.height.pt());
                let y = Length(self.y.pt() + from(height));
                FrameStyle { y, height: Length(height), ..self.clone() }
            }
            false => {
                let width = share(self.width.pt());
                let x = Length(self.x.pt() + from(width));
                FrameStyle { x, width: Length(width), ..self.clone() }
            }
        }
    }
}

/// Where content stands in a frame that is higher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// At the upper edge.
    Top,
    /// In the middle.
    Middle,
    /// At the lower edge.
    Bottom,
}

/// The names under which a Word file asks for the text face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocxFont {
    /// The embedded face's own name.
    Embedded,
    /// `Times New Roman`.
    TimesNewRoman,
}

/// A page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Width of the upright page.
    pub width: Length,
    /// Height of the upright page.
    pub height: Length,
    /// Margins of the upright page; a page on its side is the same sheet turned, its binding
    /// margin on top.
    pub margins: Margins,
    /// Page numbers; `None` for none.
    pub numbers: Option<Numbers>,
}

impl Page {
    /// From the paper's edge to what stands in the upper and lower margin: as far as to the page number,
    /// or 10 mm.
    pub fn edge_distance(&self) -> Length {
        self.numbers.as_ref().map_or(Length::mm(10.0), |numbers| numbers.distance)
    }

    /// Width of the text between the margins, upright or on its side.
    pub fn text_width(&self, landscape: bool) -> Length {
        let margins = &self.margins;
        match landscape {
            false => Length(self.width.pt() - margins.left.pt() - margins.right.pt()),
            true => Length(self.height.pt() - margins.top.pt() - margins.bottom.pt()),
        }
    }
}

/// The four margins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// Left.
    pub left: Length,
    /// Right.
    pub right: Length,
    /// Top.
    pub top: Length,
    /// Bottom.
    pub bottom: Length,
}

/// Page numbers, centred in the top margin.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    /// The first page that carries one, counted from 1.
    pub from: u32,
    /// From the paper's edge to the top of the number's line.
    pub distance: Length,
    /// The paragraph style of the number.
    pub style: String,
}

/// A named paragraph style.
#[derive(Clone, Debug, PartialEq)]
pub struct ParagraphStyle {
    /// Its name in Word's list of styles, e.g. `Пункт`.
    pub title: String,
    /// Size of the letters.
    pub size: Length,
    /// Weight and slope.
    pub face: Face,
    /// Colour of the letters.
    pub color: Color,
    /// All letters as capitals, in print only: the text stays as it is written.
    pub capitals: bool,
    /// Extra space after each letter.
    pub letter_spacing: Length,
    /// Where the lines stand.
    pub align: Align,
    /// First line's indent.
    pub first_indent: Length,
    /// Indent of all lines at the left.
    pub left_indent: Length,
    /// Indent of all lines at the right.
    pub right_indent: Length,
    /// Distance of lines as a multiple of the face's own line height.
    pub line_spacing: f32,
    /// Space above, added to the space after the block before, as Word adds them.
    pub space_before: Length,
    /// Space below.
    pub space_after: Length,
    /// A rule from margin to margin below it.
    pub rule_below: bool,
    /// Stays on the page of the next block.
    pub keep_next: bool,
    /// Is never divided between pages.
    pub keep_lines: bool,
    /// Stays on the page of the block before it, at least with that block's last two lines.
    pub keep_previous: bool,
    /// Pages end where its sentences do, as in a speech whose pages are turned while it is read;
    /// in Word the paragraph stays whole.
    pub by_sentences: bool,
    /// Stands at the foot of its page where it ends a section, whatever the room above.
    pub at_foot: bool,
    /// Whether it has one size on all slides of a document, so that figures can be compared.
    pub one_size: bool,
    /// How lines are broken.
    pub breaking: Breaking,
}

impl ParagraphStyle {
    /// What nobody styled: 14 pt in black at the left edge, one line below the other.
    pub const PLAIN: ParagraphStyle = ParagraphStyle {
        title: String::new(),
        size: Length(14.0),
        face: Face { bold: false, italic: false },
        color: Color::BLACK,
        capitals: false,
        letter_spacing: Length(0.0),
        align: Align::Left,
        first_indent: Length(0.0),
        left_indent: Length(0.0),
        right_indent: Length(0.0),
        line_spacing: 1.0,
        space_before: Length(0.0),
        space_after: Length(0.0),
        rule_below: false,
        keep_next: false,
        keep_lines: false,
        keep_previous: false,
        by_sentences: false,
        at_foot: false,
        one_size: false,
        breaking: Breaking::Word,
    };
}

/// Weight and slope of a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Face {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

/// Where the lines of a paragraph stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Flush left.
    Left,
    /// Centred.
    Center,
    /// Flush right.
    Right,
    /// From margin to margin, the last line flush left.
    Justify,
}

/// How a paragraph is broken into lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaking {
    /// Greedily, without hyphens and kerning, as Word does: PDF and DOCX agree line by line.
    Word,
    /// Greedily, without hyphens but with kerning, as slide programs do it.
    Kerned,
    /// The whole paragraph at once, with hyphens and kerning.
    Optimum,
}

/// A named table style.
#[derive(Clone, Debug, PartialEq)]
pub struct TableStyle {
    /// Its name in Word's list of styles.
    pub title: String,
    /// Which rules are drawn.
    pub rules: TableRule,
    /// Thickness of the rules.
    pub rule_width: Length,
    /// Colour of the rules.
    pub rule_color: Color,
    /// What the header rows are filled with.
    pub head_fill: Option<Color>,
    /// From a cell's left and right edge to its text.
    pub padding_x: Length,
    /// From a cell's top and bottom edge to its text.
    pub padding_y: Length,
    /// Whether a table's last page says that it ends there: «Окончание таблицы 1».
    pub ending: bool,
}

/// Which rules a table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableRule {
    /// Around every cell.
    All,
    /// Above and below every row.
    Level,
    /// None.
    None,
}
