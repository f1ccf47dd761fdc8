//! Kinds of charts.

/// How a chart shows its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Upright columns.
    Columns(Stacking),
    /// Columns that lie on their side.
    Bars(Stacking),
    /// Lines from point to point.
    Lines,
    /// Columns for some series and lines for others.
    ColumnsWithLine,
    /// Parts of a whole as a ring.
    Doughnut,
    /// Parts of a whole as a circle.
    Pie,
}

/// How the columns of one category stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stacking {
    /// Side by side.
    Beside,
    /// One on the other.
    Stacked,
    /// One on the other, every whole equally long.
    Percent,
}

impl Kind {
    /// Whether it shows parts of one whole.
    pub fn is_shares(self) -> bool {
        matches!(self, Kind::Doughnut | Kind::Pie)
    }

    /// Whether every whole is a hundred percents long.
    pub fn is_of_hundred(self) -> bool {
        matches!(self, Kind::Columns(Stacking::Percent) | Kind::Bars(Stacking::Percent))
    }

    /// What it is called, in Russian: it begins the alternative text.
    pub fn called(self) -> &'static str {
        match self {
            Kind::Columns(Stacking::Beside) => "Столбчатая диаграмма",
            Kind::Columns(Stacking::Stacked) => "Столбчатая диаграмма с накоплением",
            Kind::Columns(Stacking::Percent) => "Столбчатая диаграмма долей",
            Kind::Bars(Stacking::Beside) => "Полосовая диаграмма",
            Kind::Bars(Stacking::Stacked) => "Полосовая диаграмма с накоплением",
            Kind::Bars(Stacking::Percent) => "Полосовая диаграмма долей",
            Kind::Lines => "График",
            Kind::ColumnsWithLine => "Столбчатая диаграмма с графиком",
            Kind::Doughnut => "Кольцевая диаграмма",
            Kind::Pie => "Круговая диаграмма",
        }
    }
}
