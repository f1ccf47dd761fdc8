//! Native charts: a chart part with the workbook behind it, the same in Word and PowerPoint
//! (ISO/IEC 29500-1, 21.2).
//!
//! ```text
//! word/charts/chart1.xml              what is drawn, with a copy of the numbers
//! word/embeddings/chart1.xlsx         the numbers: «Изменить данные» opens them
//! word/charts/_rels/chart1.xml.rels   … and the way from one to the other
//! ```
//!
//! A native chart is the drawing that the pages have: plot area, legend and unit stand where it
//! has them, axes reach from where to where it draws them, and numbers stand where it writes
//! them. Office programs lay out nothing by themselves but the words of axes and legends.

use super::chart_numbers::{Column, Numbers, SHEET, axis_format, column, parts_format};
use super::chart_places::{Label, Places};
use super::{Package, Properties, WORKBOOK_TYPE, Xml, hex};
use crate::chart::{
    Axis, BEFORE_NUMBER, Chart, Color, Drawing, Fill, Kind, Look, Manner, Marker, Stacking, markers,
    readable_on, unit_line,
};
use chrono::NaiveDate;

const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
/// Its date.
const FIRST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(2000, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};
/// The workbook inside says nothing of itself.
const PLAIN: Properties<'static> =
    Properties { title: "", author: "", subject: "", date: FIRST_DAY, language: "ru-RU" };
/// A point in the unit of lines, EMU.
const POINT: f64 = 12_700.0;
/// The axes' numbers within a chart: names and values, and those of the second unit.
const AXES: [u32; 4] = [111_111_111, 222_222_222, 333_333_333, 444_444_444];
/// The widest gap between columns in percents of one (21.2.3.15).
const WIDEST_GAP: f64 = 500.0;

/// A chart to be written.
#[derive(Clone, Copy, Debug)]
pub struct NativeChart<'a> {
    /// What it shows.
    pub chart: &'a Chart,
    /// What the pages show of it.
    pub drawing: &'a Drawing,
    /// Its colours.
    pub look: &'a Look,
    /// The family of its letters.
    pub font: &'a str,
}

/// What the parts of a chart part are written from.
struct Writer<'a> {
    chart: &'a Chart,
    manner: &'a Manner,
    look: &'a Look,
    font: &'a str,
    places: Places<'a>,
    numbers: &'a Numbers,
}

impl NativeChart<'_> {
    /// Adds the parts under `folder` (`word`, `ppt`) and says where the chart part is, counted
    /// from that folder: `charts/chart1.xml`. `number` counts the charts of the file from 1. The
    /// part that shows it relates to it as `chart` and refers to that relation in a
    /// `<c:chart r:id="…"/>` with the namespace [`CHART_SPACE`](super::CHART_SPACE).
    pub fn add_to(&self, package: &mut Package, folder: &str, number: usize) -> String {
        let manner = &self.drawing.manner;
        let places = Places::new(self.drawing);
        let numbers = Numbers::new(self.chart, manner.kind, &places);
        let place = format!("charts/chart{number}.xml");
        let (part, book) = (format!("{folder}/{place}"), format!("embeddings/chart{number}.xlsx"));
        package.part(&format!("{folder}/{book}"), WORKBOOK_TYPE, numbers.workbook().write(&PLAIN));
        let relation = package.relate(&part, "package", &format!("../{book}"));
        let NativeChart { chart, look, font, .. } = *self;
        let writer = Writer { chart, manner, look, font, places, numbers: &numbers };
        package.part(&part, CONTENT_TYPE, writer.part(&relation.to_string()));
        place
    }
}

impl Writer<'_> {
    /// Whether the sums of stacks are a further series, the last, of which nothing but the
    /// numbers is seen.
    fn has_totals(&self) -> bool {
        self.numbers.columns.len() > self.chart.series.len()
    }

    fn part(&self, workbook: &str) -> Vec<u8> {
        Xml::part("c:chartSpace", |xml| {
            xml.attribute("xmlns:c", CHART).attribute("xmlns:a", DRAWING).attribute("xmlns:r", RELATIONS);
            value(xml, "c:date1904", 0);
            value(xml, "c:lang", "ru-RU");
            value(xml, "c:roundedCorners", 0);
            xml.element("c:chart", |xml| self.chart(xml));
            xml.element("c:spPr", |xml| {
                xml.empty("a:noFill");
                xml.element("a:ln", |xml| xml.empty("a:noFill"));
            });
            self.text(xml, self.look.ink, false, "square");
            xml.element("c:externalData", |xml| {
                xml.attribute("r:id", workbook);
                value(xml, "c:autoUpdate", 0);
            });
        })
    }

    fn chart(&self, xml: &mut Xml) {
        let title = self.places.title();
        if let Some(at) = title {
            self.title(xml, at);
        }
        value(xml, "c:autoTitleDeleted", u8::from(title.is_none()));
        xml.element("c:plotArea", |xml| {
            let [left, top, width, height] = self.places.plot();
            manual_layout(xml, Mode::Inner, &[("c:x", left), ("c:y", top), ("c:w", width), ("c:h", height)]);
            self.plots(xml);
        });
        if let Some(legend) = self.places.legend().filter(|_| self.manner.legend) {
            self.legend(xml, legend);
        }
        value(xml, "c:plotVisOnly", 1);
        value(xml, "c:dispBlanksAs", "gap");
    }

    /// Entries stand in the order of the series. Of bars side by side LibreOffice turns that order
    /// around, whatever the file says, as if they were listed upwards; PowerPoint does so in legends
    /// at the right alone.
    fn legend(&self, xml: &mut Xml, [left, top, width, height]: [f64; 4]) {
        xml.element("c:legend", |xml| {
            value(xml, "c:legendPos", if self.manner.kind.is_shares() { "r" } else { "t" });
            if self.has_totals() && matches!(self.manner.kind, Kind::Columns(_)) {
                xml.element("c:legendEntry", |xml| {
                    value(xml, "c:idx", self.chart.series.len());
                    value(xml, "c:delete", 1);
                });
            }
            manual_layout(xml, Mode::Edge, &[("c:x", left), ("c:y", top), ("c:w", width), ("c:h", height)]);
            value(xml, "c:overlay", 1);
            self.text(xml, self.look.ink, false, "square");
        });
    }

    /// The unit above the chart; the sum in a ring, which follows a cell of the workbook.
    fn title(&self, xml: &mut Xml, [left, top]: [f64; 2]) {
        let unit = unit_line(self.chart, self.manner.legend).unwrap_or_default();
        xml.element("c:title", |xml| {
            xml.element("c:tx", |xml| match &self.numbers.whole {
                Some((cell, words)) => xml.element("c:strRef", |xml| {
                    xml.leaf("c:f", &format!("{SHEET}!{cell}"));
                    strings(xml, std::iter::once(words.as_str()));
                }),
                None => xml.element("c:rich", |xml| {
                    title_body(xml);
                    xml.element("a:p", |xml| {
                        xml.element("a:pPr", |xml| self.run(xml, "a:defRPr", self.look.ink, false));
                        xml.element("a:r", |xml| {
                            self.run(xml, "a:rPr", self.look.ink, false);
                            xml.leaf("a:t", &unit);
                        });
                    });
                }),
            });
            manual_layout(xml, Mode::Edge, &[("c:x", left), ("c:y", top)]);
            value(xml, "c:overlay", 1);
            if self.numbers.whole.is_some() {
                xml.element("c:txPr", |xml| {
                    title_body(xml);
                    xml.element("a:p", |xml| {
                        xml.element("a:pPr", |xml| {
                            xml.attribute("algn", "ctr");
                            self.run(xml, "a:defRPr", self.look.ink, true);
                        });
                        xml.with("a:endParaRPr", "lang", "ru-RU");
                    });
                });
            }
        });
    }

    /// The plots with their axes.
    fn plots(&self, xml: &mut Xml) {
        let all: Vec<usize> = (0..self.chart.series.len()).collect();
        match self.manner.kind {
            Kind::Columns(stacking) => {
                self.bars(xml, &all, stacking);
                if self.has_totals() {
                    self.totals_over_columns(xml);
                }
                self.axes(xml);
            }
            Kind::Bars(stacking) => {
                self.bars(xml, &all, stacking);
                self.axes(xml);
            }
            Kind::Lines => {
                self.lines(xml, &all, [AXES[0], AXES[1]]);
                self.axes(xml);
            }
            Kind::ColumnsWithLine => self.combined(xml, &all),
            Kind::Doughnut => xml.element("c:doughnutChart", |xml| {
                self.shares(xml);
                value(xml, "c:firstSliceAng", 0);
                value(xml, "c:holeSize", 50);
            }),
            Kind::Pie => xml.element("c:pieChart", |xml| {
                self.shares(xml);
                value(xml, "c:firstSliceAng", 0);
            }),
        }
    }

    fn combined(&self, xml: &mut Xml, all: &[usize]) {
        let is_line = |at: &usize| self.chart.series.get(*at).is_some_and(|series| series.line);
        let (lines, columns): (Vec<usize>, Vec<usize>) = all.iter().copied().partition(is_line);
        self.bars(xml, &columns, Stacking::Beside);
        let own = if self.manner.lines.is_some() { [AXES[2], AXES[3]] } else { [AXES[0], AXES[1]] };
        self.lines(xml, &lines, own);
        self.axes(xml);
        if let Some(axis) = &self.manner.lines {
            self.category_axis(xml, own, true);
            self.value_axis(xml, [own[1], own[0]], axis, (true, true));
        }
    }

    fn axes(&self, xml: &mut Xml) {
        self.category_axis(xml, [AXES[0], AXES[1]], false);
        self.value_axis(xml, [AXES[1], AXES[0]], &self.manner.values, (!self.manner.axis, false));
    }

    /// Order of children: 21.2.2.16.
    fn bars(&self, xml: &mut Xml, series: &[usize], stacking: Stacking) {
        let upright = !matches!(self.manner.kind, Kind::Bars(_));
        let palette = self.fills(series.len(), stacking);
        xml.element("c:barChart", |xml| {
            value(xml, "c:barDir", if upright { "col" } else { "bar" });
            let grouping = match stacking {
                Stacking::Beside => "clustered",
                Stacking::Stacked => "stacked",
                Stacking::Percent => "percentStacked",
            };
            value(xml, "c:grouping", grouping);
            value(xml, "c:varyColors", 0);
            for (&number, fill) in series.iter().zip(&palette) {
                self.bar_series(xml, number, *fill, stacking);
            }
            if !upright && self.has_totals() {
                self.totals_behind_bars(xml);
            }
            value(xml, "c:gapWidth", self.gap_width());
            value(xml, "c:overlap", if stacking == Stacking::Beside { 0 } else { 100 });
            value(xml, "c:axId", AXES[0]);
            value(xml, "c:axId", AXES[1]);
        });
    }

    /// Sums stand over a line that is not seen.
    fn totals_over_columns(&self, xml: &mut Xml) {
        let last = self.chart.series.len();
        xml.element("c:lineChart", |xml| {
            value(xml, "c:grouping", "standard");
            value(xml, "c:varyColors", 0);
            xml.element("c:ser", |xml| {
                let Some(column) = self.head(xml, last) else { return };
                xml.element("c:spPr", |xml| xml.element("a:ln", |xml| xml.empty("a:noFill")));
                xml.element("c:marker", |xml| value(xml, "c:symbol", "none"));
                xml.element("c:dLbls", |xml| self.label(xml, column, "t", &Words::bold(self.look.ink)));
                self.data(xml, last, column);
                value(xml, "c:smooth", 0);
            });
            value(xml, "c:marker", 1);
            value(xml, "c:axId", AXES[0]);
            value(xml, "c:axId", AXES[1]);
        });
    }

    /// Sums stand at the beginning of a further part of each stack, which is not seen and which the
    /// end of the axis cuts off: no program writes anything beyond the end of a stack.
    fn totals_behind_bars(&self, xml: &mut Xml) {
        let last = self.chart.series.len();
        xml.element("c:ser", |xml| {
            let Some(column) = self.numbers.columns.get(last) else { return };
            value(xml, "c:idx", last);
            value(xml, "c:order", last);
            // An entry of the legend that is not seen: programs do not agree from which end
            // the entries of bars are counted, so none is deleted.
            xml.element("c:tx", |xml| xml.leaf("c:v", "\u{a0}"));
            xml.element("c:spPr", |xml| {
                xml.empty("a:noFill");
                xml.element("a:ln", |xml| xml.empty("a:noFill"));
            });
            value(xml, "c:invertIfNegative", 0);
            xml.element("c:dLbls", |xml| {
                self.label(xml, column, "inBase", &Words::bold(self.look.ink));
            });
            self.data(xml, last, column);
        });
    }

    /// The room between categories in percents of a column.
    fn gap_width(&self) -> f64 {
        (self.manner.gap * 100.0).clamp(0.0, WIDEST_GAP).round()
    }

    /// The same fills as in the drawing.
    fn fills(&self, count: usize, stacking: Stacking) -> Vec<Fill> {
        if self.manner.kind == Kind::ColumnsWithLine {
            return self.look.fills(count + 1).split_off(1);
        }
        let mut all = self.look.fills(count);
        if stacking == Stacking::Beside {
            all.reverse();
        }
        all
    }

    fn bar_series(&self, xml: &mut Xml, number: usize, fill: Fill, stacking: Stacking) {
        xml.element("c:ser", |xml| {
            let Some(column) = self.head(xml, number) else { return };
            shape(xml, fill);
            value(xml, "c:invertIfNegative", 0);
            let on_fill = Words {
                color: readable_on(fill.color),
                ground: Some(fill.color).filter(|_| fill.hatched),
                ..Words::plain(self.look.ink)
            };
            let beside = if stacking == Stacking::Beside { "outEnd" } else { "ctr" };
            self.labels(xml, number, column, (beside, &on_fill));
            self.data(xml, number, column);
        });
    }

    /// The numbers of a series, each where the drawing has it. `usual` is where most stand;
    /// `on_fill` is how words look on what is filled.
    fn labels(
        &self,
        xml: &mut Xml,
        number: usize,
        column: &Column,
        (usual, on_fill): (&'static str, &Words),
    ) {
        let last = column.values.iter().rposition(Option::is_some);
        let labels: Vec<(usize, Label)> = (0..column.values.len())
            .filter(|at| column.values.get(*at).is_some_and(Option::is_some))
            .map(|at| (at, self.places.label(number, at, last == Some(at))))
            .collect();
        if labels.iter().all(|(_, label)| *label == Label::None) {
            return;
        }
        let outside = Words::plain(self.look.ink);
        let words = |place: &str| if matches!(place, "ctr" | "inEnd") { on_fill } else { &outside };
        xml.element("c:dLbls", |xml| {
            for (at, label) in labels.iter().filter(|(_, label)| *label != Label::At(usual)) {
                xml.element("c:dLbl", |xml| {
                    value(xml, "c:idx", at);
                    match label {
                        Label::None => value(xml, "c:delete", 1),
                        Label::At(place) => self.label(xml, column, place, words(place)),
                        Label::Named { number, down } => {
                            manual_layout(xml, Mode::Shift, &[("c:x", 0.0), ("c:y", *down)]);
                            let named = Words { name: true, number: *number, ..outside };
                            self.label(xml, column, "r", &named);
                        }
                    }
                });
            }
            self.label(xml, column, usual, words(usual));
        });
    }

    /// Order of children: 21.2.2.97.
    fn lines(&self, xml: &mut Xml, series: &[usize], axes: [u32; 2]) {
        let palette = markers(self.look.accent, series.len());
        xml.element("c:lineChart", |xml| {
            value(xml, "c:grouping", "standard");
            value(xml, "c:varyColors", 0);
            for (&number, marker) in series.iter().zip(&palette) {
                self.line_series(xml, number, *marker);
            }
            value(xml, "c:marker", 1);
            value(xml, "c:axId", axes[0]);
            value(xml, "c:axId", axes[1]);
        });
    }

    fn line_series(&self, xml: &mut Xml, number: usize, marker: Marker) {
        xml.element("c:ser", |xml| {
            let Some(column) = self.head(xml, number) else { return };
            let width = (self.manner.size / 7.0).clamp(1.2, 3.0) * POINT;
            xml.element("c:spPr", |xml| {
                xml.element("a:ln", |xml| {
                    xml.attribute("w", width as i64).attribute("cap", "rnd");
                    solid(xml, marker.color);
                    xml.with("a:prstDash", "val", dash(marker));
                    xml.empty("a:round");
                });
            });
            self.marker(xml, marker);
            self.labels(xml, number, column, ("t", &Words::plain(self.look.ink)));
            self.data(xml, number, column);
            value(xml, "c:smooth", 0);
        });
    }

    fn marker(&self, xml: &mut Xml, marker: Marker) {
        xml.element("c:marker", |xml| {
            let symbol = match marker.corners {
                3 => "triangle",
                4 => "square",
                _ => "circle",
            };
            value(xml, "c:symbol", symbol);
            value(xml, "c:size", (0.55 * self.manner.size).clamp(2.0, 72.0) as u32);
            xml.element("c:spPr", |xml| {
                solid(xml, if marker.filled { marker.color } else { self.look.paper });
                outline(xml, marker.color, 1.2);
            });
        });
    }

    /// A series' number and name.
    fn head(&self, xml: &mut Xml, number: usize) -> Option<&Column> {
        let series = self.numbers.columns.get(number)?;
        value(xml, "c:idx", number);
        value(xml, "c:order", number);
        xml.element("c:tx", |xml| {
            xml.element("c:strRef", |xml| {
                xml.leaf("c:f", &format!("{SHEET}!${}$1", column(number + 1)));
                strings(xml, std::iter::once(series.name.as_str()));
            });
        });
        Some(series)
    }

    /// The names of the categories and the numbers.
    fn data(&self, xml: &mut Xml, number: usize, series: &Column) {
        let last = self.numbers.names.len() + 1;
        xml.element("c:cat", |xml| {
            xml.element("c:strRef", |xml| {
                xml.leaf("c:f", &format!("{SHEET}!$A$2:$A${last}"));
                strings(xml, self.numbers.names.iter().map(String::as_str));
            });
        });
        xml.element("c:val", |xml| {
            xml.element("c:numRef", |xml| {
                let column = column(number + 1);
                xml.leaf("c:f", &format!("{SHEET}!${column}$2:${column}${last}"));
                xml.element("c:numCache", |xml| {
                    xml.leaf("c:formatCode", &series.format);
                    value(xml, "c:ptCount", series.values.len());
                    for (at, number) in series.values.iter().enumerate() {
                        if let Some(number) = number {
                            xml.element("c:pt", |xml| {
                                xml.attribute("idx", at);
                                xml.leaf("c:v", &number.normalize().to_string());
                            });
                        }
                    }
                });
            });
        });
    }

    /// What a label is made of. Order of children: 21.2.2.49.
    fn label(&self, xml: &mut Xml, column: &Column, place: &str, words: &Words) {
        xml.element("c:numFmt", |xml| {
            xml.attribute("formatCode", &column.format).attribute("sourceLinked", 0);
        });
        xml.element("c:spPr", |xml| match words.ground {
            Some(color) => solid(xml, color),
            None => xml.empty("a:noFill"),
        });
        self.text(xml, words.color, words.bold, "none");
        value(xml, "c:dLblPos", place);
        for (element, shown) in [
            ("c:showLegendKey", false),
            ("c:showVal", words.number),
            ("c:showCatName", false),
            ("c:showSerName", words.name),
            ("c:showPercent", false),
            ("c:showBubbleSize", false),
        ] {
            value(xml, element, u8::from(shown));
        }
        if words.name {
            xml.leaf("c:separator", BEFORE_NUMBER);
        }
    }

    /// The parts of a whole, which the legend names with their numbers.
    fn shares(&self, xml: &mut Xml) {
        let palette = self.look.fills(self.chart.categories.len());
        value(xml, "c:varyColors", 1);
        xml.element("c:ser", |xml| {
            let Some(column) = self.head(xml, 0) else { return };
            for (at, fill) in palette.iter().enumerate() {
                xml.element("c:dPt", |xml| {
                    value(xml, "c:idx", at);
                    value(xml, "c:bubble3D", 0);
                    shape(xml, *fill);
                });
            }
            self.data(xml, 0, column);
        });
    }

    /// Order of children: 21.2.2.25.
    fn category_axis(&self, xml: &mut Xml, [own, other]: [u32; 2], hidden: bool) {
        let lying = matches!(self.manner.kind, Kind::Bars(_));
        xml.element("c:catAx", |xml| {
            value(xml, "c:axId", own);
            xml.element("c:scaling", |xml| {
                value(xml, "c:orientation", if lying { "maxMin" } else { "minMax" });
            });
            value(xml, "c:delete", u8::from(hidden));
            value(xml, "c:axPos", if lying { "l" } else { "b" });
            number_of_axis(xml, "General");
            ticks(xml, "low");
            xml.element("c:spPr", |xml| outline(xml, self.look.ink, 0.75));
            self.text(xml, self.look.ink, false, "square");
            value(xml, "c:crossAx", other);
            value(xml, "c:crosses", "autoZero");
            value(xml, "c:auto", 0);
            value(xml, "c:lblAlgn", "ctr");
            value(xml, "c:lblOffset", 100);
            value(xml, "c:noMultiLvlLbl", 1);
        });
    }

    /// Order of children: 21.2.2.226.
    fn value_axis(&self, xml: &mut Xml, [own, other]: [u32; 2], axis: &Axis, (hidden, second): (bool, bool)) {
        let kind = self.manner.kind;
        let lying = matches!(kind, Kind::Bars(_));
        let parts = kind.is_of_hundred();
        // Office programs count parts of a hundred from 0 to 1.
        let whole = if parts { 100.0 } else { 1.0 };
        xml.element("c:valAx", |xml| {
            value(xml, "c:axId", own);
            xml.element("c:scaling", |xml| {
                value(xml, "c:orientation", "minMax");
                value(xml, "c:max", plain(axis.to / whole));
                value(xml, "c:min", plain(axis.from / whole));
            });
            // LibreOffice forgets the ends of an axis that is deleted: it is there, but not seen.
            value(xml, "c:delete", 0);
            let side = if lying && second {
                "t"
            } else if lying {
                "b"
            } else {
                if second { "r" } else { "l" }
            };
            value(xml, "c:axPos", side);
            if !hidden {
                xml.element("c:majorGridlines", |xml| {
                    xml.element("c:spPr", |xml| outline(xml, [0xCC; 3], 0.5))
                });
            }
            let percent = self.chart.unit() == Some("%");
            number_of_axis(
                xml,
                &match parts {
                    true => parts_format(self.chart.style()),
                    false => axis_format(axis.decimals, (axis.from, axis.to), self.chart.style(), percent),
                },
            );
            ticks(xml, if hidden { "none" } else { "nextTo" });
            xml.element("c:spPr", |xml| xml.element("a:ln", |xml| xml.empty("a:noFill")));
            self.text(xml, self.look.ink, false, "square");
            value(xml, "c:crossAx", other);
            // The axis of bars whose first stands on top would otherwise stand there too.
            value(xml, "c:crosses", if lying || second { "max" } else { "autoZero" });
            value(xml, "c:crossBetween", "between");
            if !second && !hidden {
                value(xml, "c:majorUnit", plain(axis.step / whole));
            }
        });
    }

    fn text(&self, xml: &mut Xml, color: Color, bold: bool, wrap: &str) {
        xml.element("c:txPr", |xml| {
            // Words never stand on their side.
            xml.element("a:bodyPr", |xml| {
                xml.attribute("rot", 0).attribute("vert", "horz").attribute("wrap", wrap);
            });
            xml.element("a:p", |xml| {
                xml.element("a:pPr", |xml| self.run(xml, "a:defRPr", color, bold));
                xml.with("a:endParaRPr", "lang", "ru-RU");
            });
        });
    }

    fn run(&self, xml: &mut Xml, name: &str, color: Color, bold: bool) {
        xml.element(name, |xml| {
            if name != "a:defRPr" {
                xml.attribute("lang", "ru-RU");
            }
            xml.attribute("sz", (self.manner.size * 100.0 + 0.5) as u32).attribute("b", u8::from(bold));
            solid(xml, color);
            xml.with("a:latin", "typeface", self.font);
            xml.with("a:cs", "typeface", self.font);
        });
    }
}

/// What the words of a label are and look like.
#[derive(Clone, Copy)]
struct Words {
    number: bool,
    /// Whether the series' name stands before the number.
    name: bool,
    color: Color,
    ground: Option<Color>,
    bold: bool,
}

impl Words {
    fn plain(color: Color) -> Words {
        Words { number: true, name: false, color, ground: None, bold: false }
    }

    fn bold(color: Color) -> Words {
        Words { bold: true, ..Words::plain(color) }
    }
}

/// What a layout places.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    /// The area between the axes, without their words.
    Inner,
    /// The whole of it, from the chart's upper left corner.
    Edge,
    /// It, so far from where it would stand by itself.
    Shift,
}

/// A place, and in parts of the chart how wide and high what stands there is.
fn manual_layout(xml: &mut Xml, mode: Mode, parts: &[(&str, f64)]) {
    xml.element("c:layout", |xml| {
        xml.element("c:manualLayout", |xml| {
            if mode == Mode::Inner {
                value(xml, "c:layoutTarget", "inner");
            }
            if mode != Mode::Shift {
                for mode in ["c:xMode", "c:yMode"] {
                    value(xml, mode, "edge");
                }
            }
            for (name, part) in parts {
                value(xml, name, plain(*part));
            }
        });
    });
}

/// Words without a margin around them.
fn title_body(xml: &mut Xml) {
    xml.element("a:bodyPr", |xml| {
        for side in ["lIns", "tIns", "rIns", "bIns"] {
            xml.attribute(side, 0);
        }
        xml.attribute("wrap", "none");
    });
}

/// A number without noise of computing.
fn plain(number: f64) -> String {
    let rounded = rust_decimal::Decimal::from_f64_retain(number).unwrap_or_default().round_dp(6).normalize();
    rounded.to_string()
}

fn dash(marker: Marker) -> &'static str {
    match marker.dash {
        None => "solid",
        Some((dash, _)) if dash > 6.0 => "lgDash",
        Some((dash, _)) if dash > 2.0 => "dash",
        Some(_) => "sysDash",
    }
}

fn value(xml: &mut Xml, name: &str, value: impl std::fmt::Display) {
    xml.with(name, "val", value);
}

fn strings<'a>(xml: &mut Xml, texts: impl ExactSizeIterator<Item = &'a str>) {
    xml.element("c:strCache", |xml| {
        value(xml, "c:ptCount", texts.len());
        for (at, text) in texts.enumerate() {
            xml.element("c:pt", |xml| {
                xml.attribute("idx", at);
                xml.leaf("c:v", text);
            });
        }
    });
}

fn solid(xml: &mut Xml, color: Color) {
    xml.element("a:solidFill", |xml| xml.with("a:srgbClr", "val", hex(color)));
}

fn outline(xml: &mut Xml, color: Color, width: f64) {
    xml.element("a:ln", |xml| {
        xml.attribute("w", (width * POINT) as i64);
        solid(xml, color);
    });
}

/// The fill and outline of a column or part.
fn shape(xml: &mut Xml, fill: Fill) {
    xml.element("c:spPr", |xml| {
        if fill.hatched {
            xml.element("a:pattFill", |xml| {
                xml.attribute("prst", "wdUpDiag");
                xml.element("a:fgClr", |xml| xml.with("a:srgbClr", "val", hex(fill.dark)));
                xml.element("a:bgClr", |xml| xml.with("a:srgbClr", "val", hex(fill.color)));
            });
        } else {
            solid(xml, fill.color);
        }
        outline(xml, fill.dark, 0.5);
    });
}

fn number_of_axis(xml: &mut Xml, code: &str) {
    xml.element("c:numFmt", |xml| {
        xml.attribute("formatCode", code).attribute("sourceLinked", 0);
    });
}

fn ticks(xml: &mut Xml, labels: &str) {
    value(xml, "c:majorTickMark", "none");
    value(xml, "c:minorTickMark", "none");
    value(xml, "c:tickLblPos", labels);
}
