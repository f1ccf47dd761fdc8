//! What a chart says to those who do not see it.

use super::{Chart, Series};

/// The chart in words, made from its numbers: kind, title, and every value with its names.
///
/// «Столбчатая диаграмма «Сеть организаций», ед. 2024: школы – 13, сады – 20. 2025: …»
pub fn alternative(chart: &Chart) -> String {
    let mut text = chart.kind.called().to_owned();
    if !chart.title.is_empty() {
        text.push_str(&format!(" «{}»", chart.title));
    }
    if let Some(unit) = chart.unit().filter(|unit| !unit.is_empty() && *unit != "%") {
        text.push_str(&format!(", {unit}"));
    }
    for series in &chart.series {
        text.push_str(if text.ends_with('.') { " " } else { ". " });
        text.push_str(&in_words(chart, series));
        text.push('.');
    }
    text
}

fn in_words(chart: &Chart, series: &Series) -> String {
    let value = |(category, named): (usize, &super::Category)| {
        let number = series.label(category).unwrap_or_else(|| "нет данных".to_owned());
        let share = chart.share(category).filter(|_| chart.kind.is_shares() && !series.is_percent());
        let share = share.filter(|_| series.value(category).is_some());
        let share = share.map_or_else(String::new, |share| format!(" ({share})"));
        format!("{} – {number}{share}", named.name)
    };
    let values: Vec<String> = chart.categories.iter().enumerate().map(value).collect();
    let name = if chart.unit().is_some() { series.name.clone() } else { chart.named(series) };
    let name = if name.is_empty() { name } else { format!("{name}: ") };
    format!("{name}{}", values.join(", "))
}
