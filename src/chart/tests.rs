//! What every drawing keeps to, for charts of all kinds and any numbers.

use super::*;
use crate::source::{Place, SourceId};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Letters half as wide as they are high.
struct Typewriter;

impl Ruler for Typewriter {
    fn width(&self, text: &str, size: f64, _: bool) -> f64 {
        text.chars().count() as f64 * size * 0.5
    }

    fn hyphens(&self, _: &str) -> Vec<usize> {
        Vec::new()
    }
}

const KINDS: [Kind; 10] = [
    Kind::Columns(Stacking::Beside),
    Kind::Columns(Stacking::Stacked),
    Kind::Columns(Stacking::Percent),
    Kind::Bars(Stacking::Beside),
    Kind::Bars(Stacking::Stacked),
    Kind::Bars(Stacking::Percent),
    Kind::Lines,
    Kind::ColumnsWithLine,
    Kind::Doughnut,
    Kind::Pie,
];

fn nowhere() -> Place {
    Place::File(SourceId(0))
}

/// A chart of these numbers, series by series.
fn chart(kind: Kind, names: &[&str], rows: &[&[Option<i64>]]) -> Chart {
    let categories =
        names.iter().map(|name| Category { name: (*name).to_owned(), place: nowhere() }).collect();
    let datum =
        |value: &Option<i64>| value.map(|value| Datum { value: Decimal::from(value), place: nowhere() });
    let series = |(at, row): (usize, &&[Option<i64>])| Series {
        name: format!("Ряд {}", at + 1),
        place: nowhere(),
        unit: "чел.".to_owned(),
        style: crate::russian::number::NumberStyle::default(),
        decimals: Some(0),
        line: kind == Kind::ColumnsWithLine && at + 1 == rows.len(),
        values: row.iter().map(datum).collect(),
    };
    let series = rows.iter().enumerate().map(series).collect();
    Chart { kind, title: "Проба".to_owned(), categories, series, labels: true }
}

fn drawn(chart: &Chart, width: f64) -> Drawing {
    let space = Space { width, height: None, most: 600.0 };
    draw(chart, space, &Look::on_paper(11.0, [31, 78, 121]), &Typewriter)
}

/// The boxes of the values, by series and category.
fn boxes(drawing: &Drawing) -> Vec<((usize, usize), [f64; 4])> {
    let around = |shape: &Shape| match (shape.part, &shape.form) {
        (Part::Value(series, category), Form::Area { points, .. }) => {
            Some(((series, category), canvas::around(points)))
        }
        _ => None,
    };
    drawing.shapes.iter().filter_map(around).collect()
}

#[test]
fn columns_are_as_high_as_their_numbers_from_zero_on() {
    let drawing =
        drawn(&chart(KINDS[0], &["а", "б"], &[&[Some(100), Some(50)], &[Some(25), Some(75)]]), 400.0);
    assert_eq!(drawing.manner.kind, KINDS[0]);
    let boxes = boxes(&drawing);
    let height = |at: (usize, usize)| {
        boxes.iter().find(|(own, _)| *own == at).map(|(_, [_, top, _, bottom])| bottom - top).unwrap()
    };
    for (at, part) in [((0, 1), 0.5), ((1, 0), 0.25), ((1, 1), 0.75)] {
        assert!((height(at) / height((0, 0)) - part).abs() < 1e-9, "{at:?}");
    }
    let feet: Vec<f64> = boxes.iter().map(|(_, edges)| edges[3]).collect();
    assert!(feet.iter().all(|foot| (foot - feet[0]).abs() < 1e-9), "one zero for all: {feet:?}");
}

#[test]
fn negative_columns_hang_below_zero() {
    let drawing = drawn(&chart(KINDS[0], &["а", "б"], &[&[Some(100), Some(-50)]]), 300.0);
    let boxes = boxes(&drawing);
    assert!((boxes[0].1[3] - boxes[1].1[1]).abs() < 1e-9);
    assert!(drawing.words().any(|(_, words)| words.text == "−50"));
}

#[test]
fn long_names_lay_columns_down() {
    let names = ["Общеобразовательные учреждения", "Профориентационные объединения", "Здравоохранительные"];
    let drawing = drawn(&chart(KINDS[0], &names, &[&[Some(3), Some(4), Some(5)]]), 240.0);
    assert_eq!(drawing.manner.kind, Kind::Bars(Stacking::Beside));
    assert!(drawing.fits);
}

#[test]
fn a_missing_value_breaks_the_line() {
    let values = [Some(10), Some(20), None, Some(30), Some(25)];
    let drawing = drawn(&chart(Kind::Lines, &["1", "2", "3", "4", "5"], &[&values]), 400.0);
    let strokes = drawing.shapes.iter().filter(|shape| shape.part == Part::Line(0)).count();
    assert_eq!((strokes, boxes(&drawing).len()), (2, 4));
}

#[test]
fn sectors_are_shares_of_the_whole() {
    let drawing = drawn(&chart(Kind::Doughnut, &["а", "б", "в"], &[&[Some(50), Some(25), Some(25)]]), 400.0);
    let texts: Vec<&str> = drawing.words().map(|(_, words)| words.text.as_str()).collect();
    for text in ["50\u{a0}(50\u{a0}%)", "25\u{a0}(25\u{a0}%)", "100"] {
        assert!(texts.contains(&text), "{text} in {texts:?}");
    }
}

#[test]
fn a_share_is_never_called_nothing_or_all() {
    let mut chart = chart(Kind::Pie, &["а", "б"], &[&[Some(997), Some(3)]]);
    assert_eq!(chart.share(0).as_deref(), Some("более\u{a0}99\u{a0}%"));
    assert_eq!(chart.share(1).as_deref(), Some("менее\u{a0}1\u{a0}%"));
    chart.series[0].values[0] = None;
    assert_eq!(chart.share(1).as_deref(), Some("100\u{a0}%"));
}

#[test]
fn parts_of_a_hundred_say_percents() {
    let chart = chart(KINDS[2], &["а", "б"], &[&[Some(1), Some(30)], &[Some(3), Some(10)]]);
    let texts: Vec<String> = drawn(&chart, 400.0).words().map(|(_, words)| words.text.clone()).collect();
    for text in ["25\u{a0}%", "75\u{a0}%"] {
        assert_eq!(texts.iter().filter(|own| *own == text).count(), 2, "{text} in {texts:?}");
    }
    assert!(!texts.iter().any(|text| text == "чел." || text == "30"), "{texts:?}");
}

#[test]
fn months_stay_upright_and_are_shortened() {
    let names =
        ["Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь"];
    let row: Vec<Option<i64>> = (0..10).map(|at| Some(12_345 + at)).collect();
    let drawing = drawn(&chart(KINDS[0], &names, &[&row, &row]), 300.0);
    assert_eq!((drawing.manner.kind, drawing.fits), (KINDS[0], true));
    let texts: Vec<&str> = drawing.words().map(|(_, words)| words.text.as_str()).collect();
    assert!(texts.contains(&"сент.") && texts.contains(&"март"), "{texts:?}");
}

#[test]
fn a_name_is_not_broken_after_a_short_word() {
    let names = ["Кружки и секции", "Школы и детские сады города"];
    let drawing = drawn(&chart(KINDS[3], &names, &[&[Some(3), Some(4)]]), 200.0);
    let texts: Vec<&str> = drawing.words().map(|(_, words)| words.text.as_str()).collect();
    assert!(!texts.iter().any(|text| text.ends_with(" и")), "{texts:?}");
}

#[test]
fn the_alternative_says_every_number() {
    let chart = chart(KINDS[0], &["школы", "сады"], &[&[Some(13), Some(20)], &[Some(12), None]]);
    assert_eq!(
        alternative(&chart),
        "Столбчатая диаграмма «Проба», чел. Ряд 1: школы – 13, сады – 20. \
         Ряд 2: школы – 12, сады – нет данных."
    );
}

fn names() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("[А-Я][а-я]{1,12}( [а-я]{2,9}){0,3}", 1..7)
}

/// The middles of the points and of the numbers of lines, category by category, by series.
fn points_and_numbers(drawing: &Drawing, categories: usize) -> Vec<Vec<(usize, f64, f64)>> {
    let points = boxes(drawing);
    let of = |category: usize| -> Vec<(usize, f64, f64)> {
        let number = |(part, words): (Part, &Words)| {
            let Part::Label(series, at) = part else { return None };
            let (_, [_, top, _, bottom]) =
                points.iter().find(|(own, _)| *own == (series, category)).filter(|_| at == category)?;
            Some((series, (top + bottom) / 2.0, words.y - 0.36 * words.size))
        };
        drawing.words().filter_map(number).collect()
    };
    (0..categories).map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]
    #[test]
    fn numbers_stand_at_their_own_lines(
        values in proptest::collection::vec(proptest::option::weighted(0.95, 1_000..1_600i64), 28),
        count in 2..5usize,
        width in 220.0..520.0f64,
    ) {
        let names = ["2019", "2020", "2021", "2022", "2023", "2024", "2025"];
        let rows: Vec<&[Option<i64>]> = values.chunks(7).take(count).collect();
        let chart = chart(Kind::Lines, &names, &rows);
        let drawing = drawn(&chart, width);
        let points = boxes(&drawing);
        for (category, numbers) in points_and_numbers(&drawing, names.len()).into_iter().enumerate() {
            for &(series, point, number) in &numbers {
                for ((other, at), edges) in &points {
                    let away = (edges[1] + edges[3]) / 2.0 - point;
                    // The middle of a triangle's box is not quite its point.
                    if *at == category && *other != series && away.abs() > 2.0 {
                        prop_assert!((number - point).abs() < (number - point - away).abs() + 1.0);
                    }
                }
                for &(_, other_point, other_number) in &numbers {
                    prop_assert!(other_point - point <= 2.0 || other_number > number);
                }
            }
        }
    }

    #[test]
    fn a_line_has_all_its_numbers_or_all_lines_have_their_ends(
        values in proptest::collection::vec(1_000..1_600i64, 28),
        count in 2..5usize,
        width in 220.0..520.0f64,
    ) {
        let names = ["2019", "2020", "2021", "2022", "2023", "2024", "2025"];
        let values: Vec<Option<i64>> = values.into_iter().map(Some).collect();
        let rows: Vec<&[Option<i64>]> = values.chunks(7).take(count).collect();
        let drawing = drawn(&chart(Kind::Lines, &names, &rows), width);
        let numbers = |series: usize| {
            drawing.words().filter(|(part, _)| {
                matches!(part, Part::Label(own, _) | Part::End(own, _) if *own == series)
            }).count()
        };
        let counts: Vec<usize> = (0..count).map(numbers).collect();
        prop_assert!(counts.iter().all(|own| [0, 7].contains(own)) || counts.iter().all(|own| *own == 2), "{:?}", counts);
    }

    #[test]
    fn what_fits_has_every_name_and_no_overlap(
        kind in 0..KINDS.len(),
        names in names(),
        values in proptest::collection::vec(proptest::option::weighted(0.9, 0..40_000i64), 28),
        count in 1..4usize,
        width in 220.0..520.0f64,
    ) {
        let kind = KINDS[kind];
        let count = if kind.is_shares() { 1 } else { count };
        let short: Vec<&str> = names.iter().map(String::as_str).collect();
        let rows: Vec<&[Option<i64>]> = values.chunks(7).take(count).map(|row| &row[..short.len()]).collect();
        let chart = chart(kind, &short, &rows);
        let drawing = drawn(&chart, width);
        prop_assert_eq!(&drawing, &drawn(&chart, width));
        prop_assume!(drawing.fits);
        for (at, category) in chart.categories.iter().enumerate() {
            if kind.is_shares() && chart.series[0].values[at].is_none() {
                continue;
            }
            let lines = drawing.words().filter(|(part, _)| *part == Part::Category(at));
            let printed: String = lines.map(|(_, words)| words.text.clone()).collect();
            let bare = |text: &str| text.replace([' ', '-', '\u{a0}', '–'], "");
            prop_assert_eq!(bare(&printed), bare(&category.name), "nothing is cut off");
        }
        let words: Vec<[f64; 4]> = drawing.words().map(|(_, words)| words.bounds()).collect();
        for (at, one) in words.iter().enumerate() {
            prop_assert!(one[0] > -0.5 && one[2] < drawing.width + 0.5, "inside: {:?}", one);
            prop_assert!(one[1] > -0.5 && one[3] < drawing.height + 0.5, "inside: {:?}", one);
            prop_assert!(!words.iter().skip(at + 1).any(|two| canvas::meet(one, two)));
        }
    }

    #[test]
    fn any_numbers_are_drawn_without_panic(
        kind in 0..KINDS.len(),
        values in proptest::collection::vec(proptest::option::of(any::<i64>()), 0..40),
        width in 1.0..900.0f64,
        height in 1.0..700.0f64,
    ) {
        let names: Vec<String> = (0..values.len()).map(|at| format!("имя {at}")).collect();
        let short: Vec<&str> = names.iter().map(String::as_str).collect();
        let chart = chart(KINDS[kind], &short, &[&values]);
        let drawing = draw(&chart, Space::frame(width, height), &Look::on_paper(18.0, [0; 3]), &Typewriter);
        let finite = |words: &Words| words.x.is_finite() && words.y.is_finite();
        prop_assert!(drawing.words().all(|(_, words)| finite(words)));
    }
}

#[test]
fn numbers_are_written_as_the_pack_writes_them() {
    use crate::russian::number::{Grouping, NumberStyle};
    let mut chart = chart(Kind::Columns(Stacking::Beside), &["а", "б"], &[&[Some(3263), Some(1025)][..]]);
    assert_eq!(chart.series[0].label(0).as_deref(), Some("3263"));
    let style =
        NumberStyle { grouping: Grouping::FromThousand, glued_percent: true, ..NumberStyle::default() };
    chart.series[0].style = style;
    assert_eq!(chart.series[0].label(0).as_deref(), Some("3\u{a0}263"));
    assert_eq!(chart.share(0).as_deref(), Some("76%"));
}
