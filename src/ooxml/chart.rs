//! Native charts: a chart part with the workbook behind it, the same in Word and PowerPoint
//! (ISO/IEC 29500-1, 21.2).
//!
//! ```text
//! word/charts/chart1.xml              what is drawn, with a copy of the numbers
//! word/embeddings/chart1.xlsx         the numbers: «Изменить данные» opens them
//! word/charts/_rels/chart1.xml.rels   … and the way from one to the other
//! ```

use super::{
    Cell, Look as CellLook, Package, Properties, Value, WORKBOOK_TYPE, Workbook, Worksheet, Xml, hex,
};
use crate::chart::{
    Axis, Chart, Color, Datum, Fill, Kind, Look, Manner, Marker, Series, Stacking, fills, has_totals,
    markers, readable_on, unit_line,
};
use crate::russian::number::{Grouping, NumberStyle};
use crate::source::column_letters;
use chrono::NaiveDate;

const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
/// The sheet that the numbers stand on.
const SHEET: &str = "Данные";
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

/// Parts of a stack below this share of the axis have no room for a number.
const SMALL: f64 = 0.09;
/// The axes' numbers within a chart: names and values, and those of the second unit.
const AXES: [u32; 4] = [111_111_111, 222_222_222, 333_333_333, 444_444_444];

/// A chart to be written.
#[derive(Clone, Copy, Debug)]
pub struct NativeChart<'a> {
    /// What it shows.
    pub chart: &'a Chart,
    /// How its drawing shows it: [`Drawing::manner`](crate::chart::Drawing::manner).
    pub manner: &'a Manner,
    /// Its colours.
    pub look: &'a Look,
    /// The family of its letters.
    pub font: &'a str,
}

impl NativeChart<'_> {
    /// Adds the parts under `folder` (`word`, `ppt`) and says where the chart part is, counted
    /// from that folder: `charts/chart1.xml`. `number` counts the charts of the file from 1. The
    /// part that shows it relates to it as `chart` and refers to that relation in a
    /// `<c:chart r:id="…"/>` with the namespace [`CHART_SPACE`](super::CHART_SPACE).
    pub fn add_to(&self, package: &mut Package, folder: &str, number: usize) -> String {
        let with_totals = self.has_totals().then(|| with_totals(self.chart));
        let full = NativeChart { chart: with_totals.as_ref().unwrap_or(self.chart), ..*self };
        let place = format!("charts/chart{number}.xml");
        let (part, book) = (format!("{folder}/{place}"), format!("embeddings/chart{number}.xlsx"));
        package.part(&format!("{folder}/{book}"), WORKBOOK_TYPE, workbook(full.chart).write(&PLAIN));
        let relation = package.relate(&part, "package", &format!("../{book}"));
        package.part(&part, CONTENT_TYPE, full.part(&relation.to_string()));
        place
    }

    /// Whether the sums of stacks are written at their ends, as in the drawing. They are a
    /// further series, the last, of which nothing but the numbers is seen.
    fn has_totals(&self) -> bool {
        let (Kind::Columns(stacking) | Kind::Bars(stacking)) = self.manner.kind else { return false };
        self.manner.labels && has_totals(self.chart, stacking)
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
        let line = unit_line(self.chart, self.manner.legend);
        if let Some(text) = &line {
            self.title(xml, text);
        }
        value(xml, "c:autoTitleDeleted", u8::from(line.is_none()));
        xml.element("c:plotArea", |xml| {
            xml.empty("c:layout");
            self.plots(xml);
        });
        if let Some(place) = self.legend_place() {
            xml.element("c:legend", |xml| {
                value(xml, "c:legendPos", place);
                // LibreOffice counts the entries of bars from the other end: there «Всего» stays.
                if self.has_totals() && matches!(self.manner.kind, Kind::Columns(_)) {
                    xml.element("c:legendEntry", |xml| {
                        value(xml, "c:idx", self.chart.series.len() - 1);
                        value(xml, "c:delete", 1);
                    });
                }
                value(xml, "c:overlay", 0);
            });
        }
        value(xml, "c:plotVisOnly", 1);
        value(xml, "c:dispBlanksAs", "gap");
    }

    fn legend_place(&self) -> Option<&'static str> {
        match self.manner.kind {
            Kind::Doughnut => Some("r"),
            Kind::Pie if self.manner.legend => Some("r"),
            Kind::Pie => None,
            Kind::Lines if self.chart.series.len() > 1 => Some(if self.manner.legend { "t" } else { "r" }),
            _ => self.manner.legend.then_some("t"),
        }
    }

    /// The unit, in small letters at the upper left.
    fn title(&self, xml: &mut Xml, text: &str) {
        xml.element("c:title", |xml| {
            xml.element("c:tx", |xml| {
                xml.element("c:rich", |xml| {
                    xml.empty("a:bodyPr");
                    xml.element("a:p", |xml| {
                        xml.element("a:pPr", |xml| self.run(xml, "a:defRPr", self.look.ink, false));
                        xml.element("a:r", |xml| {
                            self.run(xml, "a:rPr", self.look.ink, false);
                            xml.leaf("a:t", text);
                        });
                    });
                });
            });
            xml.element("c:layout", |xml| {
                xml.element("c:manualLayout", |xml| {
                    for (name, kind) in [("c:xMode", "edge"), ("c:yMode", "edge")] {
                        value(xml, name, kind);
                    }
                    value(xml, "c:x", 0.005);
                    value(xml, "c:y", 0.005);
                });
            });
            // Beside the legend, which stands in the middle.
            value(xml, "c:overlay", 1);
        });
    }

    /// The plots with their axes.
    fn plots(&self, xml: &mut Xml) {
        let all: Vec<usize> = (0..self.chart.series.len()).collect();
        match self.manner.kind {
            Kind::Columns(stacking) | Kind::Bars(stacking) => {
                let parts = all.split_last().filter(|_| self.has_totals()).map_or(&*all, |(_, parts)| parts);
                self.bars(xml, parts, stacking);
                if parts.len() < all.len() && matches!(self.manner.kind, Kind::Columns(_)) {
                    self.totals_over_columns(xml);
                }
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
                value(xml, "c:holeSize", 56);
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
            value(
                xml,
                "c:gapWidth",
                if stacking == Stacking::Beside { (35 * series.len().max(1)).min(500) } else { 60 },
            );
            value(xml, "c:overlap", if stacking == Stacking::Beside { 0 } else { 100 });
            value(xml, "c:axId", AXES[0]);
            value(xml, "c:axId", AXES[1]);
        });
    }

    /// Sums stand over a line that is not seen.
    fn totals_over_columns(&self, xml: &mut Xml) {
        let last = self.chart.series.len() - 1;
        xml.element("c:lineChart", |xml| {
            value(xml, "c:grouping", "standard");
            value(xml, "c:varyColors", 0);
            xml.element("c:ser", |xml| {
                let Some(series) = self.head(xml, last) else { return };
                xml.element("c:spPr", |xml| xml.element("a:ln", |xml| xml.empty("a:noFill")));
                xml.element("c:marker", |xml| value(xml, "c:symbol", "none"));
                self.labels(xml, series, Some("t"), (self.look.ink, None), [true, false, false]);
                self.data(xml, last, series);
                value(xml, "c:smooth", 0);
            });
            value(xml, "c:marker", 1);
            value(xml, "c:axId", AXES[0]);
            value(xml, "c:axId", AXES[1]);
        });
    }

    /// Sums stand at the beginning of bars that are not seen; what of these is longer than the
    /// axis is cut.
    fn totals_behind_bars(&self, xml: &mut Xml) {
        self.series(xml, self.chart.series.len() - 1, |xml, series| {
            xml.element("c:spPr", |xml| {
                xml.empty("a:noFill");
                xml.element("a:ln", |xml| xml.empty("a:noFill"));
            });
            value(xml, "c:invertIfNegative", 0);
            self.labels(xml, series, Some("inBase"), (self.look.ink, None), [true, false, false]);
        });
    }

    /// The same fills as in the drawing.
    fn fills(&self, count: usize, stacking: Stacking) -> Vec<Fill> {
        let accent = self.look.accent;
        if self.manner.kind == Kind::ColumnsWithLine {
            return fills(accent, count + 1).split_off(1);
        }
        let mut all = fills(accent, count);
        if stacking == Stacking::Beside {
            all.reverse();
        }
        all
    }

    fn bar_series(&self, xml: &mut Xml, number: usize, fill: Fill, stacking: Stacking) {
        self.series(xml, number, |xml, series| {
            shape(xml, fill);
            value(xml, "c:invertIfNegative", 0);
            if self.manner.labels {
                let inside = stacking != Stacking::Beside;
                let place = if inside { "ctr" } else { "outEnd" };
                let color = if inside { readable_on(fill.color) } else { self.look.ink };
                let ground = Some(fill.color).filter(|_| inside && fill.hatched);
                xml.element("c:dLbls", |xml| {
                    if inside && self.manner.axis {
                        self.left_out(xml, series);
                    }
                    self.label(xml, series, Some(place), (color, ground), [true, false, false]);
                });
            }
        });
    }

    /// Numbers that have no room in their part of a stack, which the drawing leaves out too.
    fn left_out(&self, xml: &mut Xml, series: &Series) {
        for category in 0..self.chart.categories.len() {
            let whole: f64 = match self.manner.kind {
                Kind::Columns(Stacking::Percent) | Kind::Bars(Stacking::Percent) => {
                    self.chart.series.iter().filter_map(|one| one.value(category)).map(f64::abs).sum()
                }
                _ => self.manner.values.to - self.manner.values.from,
            };
            if series.value(category).is_some_and(|value| value.abs() < SMALL * whole) {
                xml.element("c:dLbl", |xml| {
                    value(xml, "c:idx", category);
                    value(xml, "c:delete", 1);
                });
            }
        }
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
            let Some(series) = self.head(xml, number) else { return };
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
            if self.manner.labels {
                self.labels(xml, series, Some("t"), (self.look.ink, None), [true, false, false]);
            }
            self.data(xml, number, series);
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

    /// A series of columns or parts; `own` writes what stands between its name and its numbers.
    fn series(&self, xml: &mut Xml, number: usize, own: impl FnOnce(&mut Xml, &Series)) {
        xml.element("c:ser", |xml| {
            let Some(series) = self.head(xml, number) else { return };
            own(xml, series);
            self.data(xml, number, series);
        });
    }

    /// A series' number and name.
    fn head(&self, xml: &mut Xml, number: usize) -> Option<&Series> {
        let series = self.chart.series.get(number)?;
        value(xml, "c:idx", number);
        value(xml, "c:order", number);
        xml.element("c:tx", |xml| {
            xml.element("c:strRef", |xml| {
                xml.leaf("c:f", &format!("{SHEET}!${}$1", column_name(number + 1)));
                strings(xml, std::iter::once(series_name(self.chart, series).as_str()));
            });
        });
        Some(series)
    }

    /// The names of the categories and the numbers.
    fn data(&self, xml: &mut Xml, number: usize, series: &Series) {
        let last = self.chart.categories.len() + 1;
        xml.element("c:cat", |xml| {
            xml.element("c:strRef", |xml| {
                xml.leaf("c:f", &format!("{SHEET}!$A$2:$A${last}"));
                strings(xml, self.chart.categories.iter().map(|category| category.name.as_str()));
            });
        });
        xml.element("c:val", |xml| {
            xml.element("c:numRef", |xml| {
                let column = column_name(number + 1);
                xml.leaf("c:f", &format!("{SHEET}!${column}$2:${column}${last}"));
                xml.element("c:numCache", |xml| {
                    xml.leaf("c:formatCode", &label_format(series));
                    value(xml, "c:ptCount", series.values.len());
                    for (at, datum) in series.values.iter().enumerate() {
                        if let Some(datum) = datum {
                            xml.element("c:pt", |xml| {
                                xml.attribute("idx", at);
                                xml.leaf("c:v", &datum.value.normalize().to_string());
                            });
                        }
                    }
                });
            });
        });
    }

    /// Order of children: 21.2.2.49. `shown` says whether value, name and share are written.
    fn labels(
        &self,
        xml: &mut Xml,
        series: &Series,
        place: Option<&str>,
        (color, ground): (Color, Option<Color>),
        shown: [bool; 3],
    ) {
        xml.element("c:dLbls", |xml| self.label(xml, series, place, (color, ground), shown));
    }

    fn label(
        &self,
        xml: &mut Xml,
        series: &Series,
        place: Option<&str>,
        (color, ground): (Color, Option<Color>),
        [number, name, share]: [bool; 3],
    ) {
        xml.element("c:numFmt", |xml| {
            let code = if share && !number { "0%".to_owned() } else { label_format(series) };
            xml.attribute("formatCode", code).attribute("sourceLinked", 0);
        });
        xml.element("c:spPr", |xml| match ground {
            Some(color) => solid(xml, color),
            None => xml.empty("a:noFill"),
        });
        self.text(xml, color, false, if name { "square" } else { "none" });
        if let Some(place) = place {
            value(xml, "c:dLblPos", place);
        }
        for (element, shown) in [
            ("c:showLegendKey", false),
            ("c:showVal", number),
            ("c:showCatName", name),
            ("c:showSerName", false),
            ("c:showPercent", share),
            ("c:showBubbleSize", false),
        ] {
            value(xml, element, u8::from(shown));
        }
        if name {
            xml.leaf("c:separator", "\n");
        }
    }

    /// The parts of a whole.
    fn shares(&self, xml: &mut Xml) {
        let palette = fills(self.look.accent, self.chart.categories.len());
        let doughnut = self.manner.kind == Kind::Doughnut;
        value(xml, "c:varyColors", 1);
        self.series(xml, 0, |xml, series| {
            for (at, fill) in palette.iter().enumerate() {
                xml.element("c:dPt", |xml| {
                    value(xml, "c:idx", at);
                    value(xml, "c:bubble3D", 0);
                    shape(xml, *fill);
                });
            }
            let percent = series.is_percent();
            xml.element("c:dLbls", |xml| {
                if doughnut {
                    for (at, fill) in palette.iter().enumerate() {
                        xml.element("c:dLbl", |xml| {
                            value(xml, "c:idx", at);
                            let ground = Some(fill.color).filter(|_| fill.hatched);
                            self.label(
                                xml,
                                series,
                                None,
                                (readable_on(fill.color), ground),
                                [percent, false, !percent],
                            );
                        });
                    }
                    self.label(xml, series, None, (self.look.ink, None), [percent, false, !percent]);
                } else {
                    self.label(
                        xml,
                        series,
                        Some("outEnd"),
                        (self.look.ink, None),
                        [true, !self.manner.legend, false],
                    );
                }
                value(xml, "c:showLeaderLines", 1);
            });
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
        let parts = matches!(kind, Kind::Columns(Stacking::Percent) | Kind::Bars(Stacking::Percent));
        let numbers_above = kind == Kind::Columns(Stacking::Beside) || self.has_totals();
        let end = if hidden && numbers_above { self.end(axis) } else { axis.to };
        xml.element("c:valAx", |xml| {
            value(xml, "c:axId", own);
            xml.element("c:scaling", |xml| {
                value(xml, "c:orientation", "minMax");
                if !parts {
                    value(xml, "c:max", plain(end));
                    value(xml, "c:min", plain(axis.from));
                }
            });
            // LibreOffice forgets the ends of an axis that is deleted: it is there, but not seen.
            value(xml, "c:delete", 0);
            value(
                xml,
                "c:axPos",
                if lying {
                    "b"
                } else if second {
                    "r"
                } else {
                    "l"
                },
            );
            if !hidden {
                xml.element("c:majorGridlines", |xml| {
                    xml.element("c:spPr", |xml| outline(xml, [0xCC; 3], 0.5))
                });
            }
            let percent = self.chart.unit() == Some("%");
            number_of_axis(
                xml,
                &match parts {
                    true => "0%".to_owned(),
                    false => grouped(Some(axis.decimals), percent, axis.from < 0.0, self.chart.style()),
                },
            );
            ticks(xml, if hidden { "none" } else { "nextTo" });
            xml.element("c:spPr", |xml| xml.element("a:ln", |xml| xml.empty("a:noFill")));
            self.text(xml, self.look.ink, false, "square");
            value(xml, "c:crossAx", other);
            // The axis of bars whose first stands on top would otherwise stand there too.
            value(xml, "c:crosses", if lying || second { "max" } else { "autoZero" });
            value(xml, "c:crossBetween", "between");
            if !parts && !second {
                value(xml, "c:majorUnit", plain(axis.step));
            }
        });
    }

    /// The end of an axis that nobody sees, so that the number over the highest column does not
    /// reach into the legend.
    fn end(&self, axis: &Axis) -> f64 {
        let categories = 0..self.chart.categories.len();
        let values =
            self.chart.series.iter().flat_map(|one| categories.clone().filter_map(|at| one.value(at)));
        let highest = values.fold(0.0, f64::max);
        axis.to.max(highest + 0.12 * (axis.to - axis.from))
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

/// A chart with the sums of its stacks as one more series.
fn with_totals(chart: &Chart) -> Chart {
    let mut chart = chart.clone();
    let Some(first) = chart.series.first() else { return chart };
    let place = first.place.clone();
    let categories = 0..chart.categories.len();
    let sum = |at| chart.sum(at).map(|value| Datum { value, place: place.clone() });
    let decimals = chart.series.iter().filter_map(|series| series.decimals).max();
    let totals =
        Series {
            name: "Всего".to_owned(), decimals, values: categories.map(sum).collect(), ..first.clone()
        };
    chart.series.push(totals);
    chart
}

/// The numbers as a workbook: names of series above, names of categories at the left.
fn workbook(chart: &Chart) -> Workbook {
    let text = |text: String| Cell { value: Value::Text(text), look: CellLook::Plain };
    let widest = chart.categories.iter().map(|one| one.name.chars().count()).max().unwrap_or(0);
    let mut widths = vec![(widest as f32 + 2.0).clamp(10.0, 60.0)];
    widths.extend(chart.series.iter().map(|_| 16.0));
    let mut head = vec![Cell::default()];
    head.extend(chart.series.iter().map(|series| text(series_name(chart, series))));
    let mut rows = vec![head];
    for (at, category) in chart.categories.iter().enumerate() {
        let number = |series: &Series| match series.values.get(at) {
            Some(Some(datum)) => Cell { value: Value::Number(datum.value), look: CellLook::Plain },
            _ => Cell::default(),
        };
        let mut row = vec![text(category.name.clone())];
        row.extend(chart.series.iter().map(number));
        rows.push(row);
    }
    let sheet = Worksheet { name: SHEET.to_owned(), widths, rows, ..Worksheet::default() };
    Workbook { sheets: vec![sheet] }
}

/// The letters of a column counted from 0.
fn column_name(column: usize) -> String {
    column_letters(column as u32)
}

/// The code of a format for numbers that count percents where `percent` is set.
fn number_format(decimals: Option<u32>, percent: bool, glued: bool) -> String {
    let mut code = if decimals.is_some() { "#,##0".to_owned() } else { "General".to_owned() };
    if let Some(decimals) = decimals.filter(|decimals| *decimals > 0) {
        code.push('.');
        code.push_str(&"0".repeat(decimals.min(28) as usize));
    }
    if percent {
        code.push_str(if glued { "\"%\"" } else { "\"\u{a0}%\"" });
    }
    code
}

/// What a series is called in the workbook and the legend; never empty.
fn series_name(chart: &Chart, series: &Series) -> String {
    let name = match chart.unit() {
        Some(_) if chart.series.len() > 1 => series.name.clone(),
        _ => chart.named(series),
    };
    if name.is_empty() { "Значение".to_owned() } else { name }
}

/// The format of a series' labels.
fn label_format(series: &Series) -> String {
    let negative = series.values.iter().flatten().any(|datum| datum.value.is_sign_negative());
    grouped(series.decimals, series.is_percent(), negative, series.style)
}

/// Digits in groups as the drawing has them; with negative numbers from a
/// thousand on, as a format with conditions would lose the minus in LibreOffice.
fn grouped(decimals: Option<u32>, percent: bool, negative: bool, style: NumberStyle) -> String {
    let code = number_format(decimals, percent, style.glued_percent);
    if decimals.is_none() || negative || style.grouping == Grouping::FromThousand {
        code
    } else {
        format!("[>=10000]{code};{}", code.replace("#,##0", "0"))
    }
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
