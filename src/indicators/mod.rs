//! Named figures: exact decimals with units, bound to cells or computed from others.
//!
//! A [`Definition`] says what a figure is called and where it comes from: a number, or an
//! expression over other figures and cells. [`Indicators::resolve`] orders the definitions by
//! what they need and computes each; a figure then knows its unit, its previous value, and
//! every cell that it rests on. Tables are reached through the trait [`Facts`], so this room
//! knows no file format.
//!
//! # Expressions
//! `+ - * / ( )`, `сумма(а; б)` or `sum`, `среднее(а; б)` or `mean`, names (`ученики`), the
//! previous value of one (`ученики.прошлый`, `ученики.previous`), percentages (`5 %`), cells by
//! the words of row and column (`бюджет[Общее образование; 2017 / план]`, quoted where the words
//! hold `;`, `]` or `=`), and cells by address with the words that must stand beside it
//! (`бюджет[D7 = Школы]`). Numbers take a decimal comma or point and may be grouped by spaces;
//! arguments are parted by `;`, or by `,` where no two numbers meet at it.
//!
//! # Units
//! Figures of one kind are added, whatever their scale: `500 руб.` and `1 тыс. руб.` give
//! `1500 руб.`, in the unit of the first. Different kinds are an error. A quotient of equal
//! units is a ratio; where the definition declares the unit `%` it is multiplied by 100, so that
//! `по_фгос / ученики` needs no `* 100`. A declared unit of the same kind converts: `руб.` from
//! `тыс. руб.` multiplies by 1000. A figure without a unit goes with any unit that has no scale.
//! Nothing is rounded before it is printed.

mod basis;
mod convert;
mod definition;
mod evaluate;
mod expression;
mod facts;
mod grammar;
mod indicator;
mod messages;
mod quantity;
mod resolve;
pub mod sheet;
mod trace;
mod unit;

pub use definition::{Definition, Figure};
pub use facts::{CellAddress, CellFigure, Facts, Lost, Words};
pub use indicator::{Indicator, Indicators};
pub use messages::ALL as MESSAGES;
pub use quantity::Quantity;
pub use resolve::{Computed, MOST_COMPARED, name_key};
pub use trace::{Operand, Trace};
pub use unit::Unit;

#[cfg(test)]
mod tests;
