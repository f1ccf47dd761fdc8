//! Tables of statistics: CSV, XLSX, XLS, ODS or inline, with cells that know their place.
